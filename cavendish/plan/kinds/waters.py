"""Animals of the water, and birds that keep near it."""

from cavendish.plan.kinds.base import LONG, TURN, Kind

# A table reads better unbroken.
# fmt: off
_SHORE = (("beach", 0.6), ("studio", 0.4))
_POND = (("meadow", 0.55), ("studio", 0.25), ("beach", 0.2))
WATERS = (
    Kind("fish", ("fish", "trout", "salmon"), "animal",
         (0.42, 0.68, 0.85), "blue", "plastic", (50.0, 74.0), places=_SHORE,
         colors=("blue", "blue", "purple", "pink", "green", "red")),
    Kind("duck", ("duck", "duckling"), "animal",
         (0.51, 0.75, 0.85), "yellow", "plastic", (24.0, 56.0), places=_POND,
         colors=("yellow", "yellow", "white")),
    Kind("swan", ("swan", "cygnet"), "animal",
         (0.67, 1.04, 1.25), "white", "fabric", (34.0, 64.0), places=_POND),
    Kind("goldfish", ("goldfish",), "animal",
         (0.44, 0.62, 0.72), "orange", "plastic", (46.0, 70.0),
         places=(("table", 0.3), ("studio", 0.4), ("beach", 0.3))),
    Kind("shrimp", ("shrimp", "prawn"), "animal",
         (0.25, 0.47, 0.75), "orange", "plastic", (46.0, 72.0), places=_SHORE,
         colors=("pink", "orange")),
    Kind("frog", ("frog", "toad"), "animal",
         (0.74, 0.58, 0.62), "green", "plastic", TURN, places=_POND),
    Kind("turtle", ("turtle", "tortoise", "sea turtle"), "animal",
         (0.65, 0.43, 1.00), "green", "plastic", (26.0, 52.0), places=_POND),
    Kind("flamingo", ("flamingo",), "animal",
         (0.40, 1.30, 0.92), "pink", "fabric", (36.0, 66.0),
         places=(("beach", 0.6), ("studio", 0.3), ("meadow", 0.1))),
    Kind("whale", ("whale",), "animal",
         (1.45, 1.45, 2.10), "blue", "plastic", LONG,
         places=(("beach", 0.75), ("studio", 0.25))),
    Kind("octopus", ("octopus",), "animal",
         (1.15, 0.93, 1.15), "purple", "plastic", (4.0, 30.0), places=_SHORE,
         colors=("purple", "red", "orange", "pink", "blue")),
    Kind("chicken", ("chicken", "hen", "rooster", "cockerel"), "animal",
         (0.50, 0.92, 0.83), "white", "fabric", (26.0, 56.0),
         colors=("white", "white", "brown", "orange")),
    Kind("owl", ("owl", "owlet"), "animal",
         (0.72, 0.98, 0.65), "brown", "fabric", (6.0, 28.0)),
)
# fmt: on
