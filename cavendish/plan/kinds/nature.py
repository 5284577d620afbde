"""What grows, lies and shines outdoors: flowers, trees, stones, and the sky's things as toys."""

from cavendish.plan.kinds.base import ANY, FACE, TURN, Kind

_OUT = (("meadow", 0.75), ("studio", 0.15), ("beach", 0.1))

# A table reads better unbroken.
# fmt: off
NATURE = (
    Kind("flower", ("flower", "daisy", "blossom", "wildflower"), "plant",
         (0.67, 1.10, 0.41), "pink", "plastic", FACE,
         colors=("pink", "white", "purple", "red", "orange", "yellow"),
         states=("cut",), pose_sizes={"cut": (0.62, 1.01, 0.20)}),
    Kind("rose", ("rose", "rosebud"), "plant",
         (0.52, 1.05, 0.42), "red", "plastic", TURN,
         colors=("red", "red", "pink", "white", "yellow"),
         states=("cut",), pose_sizes={"cut": (0.39, 0.96, 0.39)}),
    Kind("sunflower", ("sunflower",), "plant",
         (0.73, 1.40, 0.43), "yellow", "plastic", FACE,
         states=("cut",), pose_sizes={"cut": (0.73, 1.40, 0.22)}),
    Kind("tulip", ("tulip",), "plant",
         (0.41, 0.95, 0.37), "red", "plastic", TURN,
         colors=("red", "yellow", "pink", "purple", "orange", "white"),
         states=("cut",), pose_sizes={"cut": (0.30, 0.87, 0.28)}),
    Kind("pine tree", ("pine tree", "pine", "fir", "fir tree", "christmas tree", "evergreen", "spruce"), "plant",
         (1.26, 1.80, 1.24), "green", "plastic", ANY, places=_OUT),
    Kind("palm tree", ("palm tree", "palm", "coconut tree", "coconut palm"), "plant",
         (1.83, 1.70, 1.80), "green", "plastic", TURN,
         places=(("beach", 0.85), ("studio", 0.15))),
    Kind("rock", ("rock", "stone", "boulder", "pebble"), "object",
         (1.11, 0.62, 0.90), "white", "plastic", TURN,
         colors=("white", "brown", "black"),
         places=(("meadow", 0.5), ("beach", 0.35), ("studio", 0.15))),
    Kind("mountain", ("mountain", "mountain peak", "volcano"), "object",
         (2.18, 1.25, 1.64), "brown", "plastic", TURN,
         colors=("brown", "blue", "purple", "green"), places=_OUT),
    Kind("cloud", ("cloud", "rain cloud"), "object",
         (1.18, 0.80, 0.59), "white", "plastic", FACE,
         places=(("studio", 0.5), ("meadow", 0.5))),
    Kind("moon", ("moon", "crescent moon", "crescent", "half moon"), "object",
         (0.89, 1.10, 0.42), "yellow", "plastic", FACE),
    Kind("star", ("star", "toy star"), "object",
         (0.85, 0.95, 0.51), "yellow", "plastic", FACE),
    Kind("snowflake", ("snowflake", "snow flake", "ice crystal"), "object",
         (0.80, 1.05, 0.39), "white", "plastic", FACE,
         colors=("white", "blue"), places=(("studio", 0.8), ("meadow", 0.2))),
    Kind("log", ("log", "tree trunk", "firewood", "tree log"), "object",
         (1.21, 0.72, 0.57), "brown", "wood", TURN, places=_OUT),
    Kind("bonfire", ("bonfire", "campfire", "fire", "camp fire"), "object",
         (0.96, 0.85, 0.96), "orange", "plastic", ANY,
         places=(("meadow", 0.5), ("beach", 0.4), ("studio", 0.1))),
)
# fmt: on
