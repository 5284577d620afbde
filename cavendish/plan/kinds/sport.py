"""Kinds people play, ride the waves and win with, and take along outdoors."""

from cavendish.plan.kinds.base import ANY, FACE, LONG, TURN, Kind

_SNOW = (("studio", 0.6), ("meadow", 0.4))
_BEACH = (("beach", 0.7), ("studio", 0.3))
_FIELD = (("meadow", 0.5), ("studio", 0.35), ("beach", 0.15))

# A table reads better unbroken.
# fmt: off
SPORT = (
    Kind("frisbee", ("frisbee", "flying disc", "flying disk"), "toy",
         (0.87, 0.63, 0.70), "red", "plastic", TURN,
         colors=("red", "blue", "yellow", "orange", "green", "pink", "purple"), places=_FIELD),
    Kind("skis", ("skis", "ski", "pair of skis"), "toy",
         (0.70, 1.45, 0.46), "red", "plastic", FACE,
         colors=("red", "blue", "yellow", "green", "orange"), places=_SNOW),
    Kind("snowboard", ("snowboard",), "toy",
         (0.70, 1.42, 0.53), "blue", "plastic", TURN,
         colors=("blue", "red", "purple", "green", "orange", "pink"), places=_SNOW,
         states=("flat",), pose_sizes={"flat": (0.36, 0.11, 1.21)}),
    Kind("surfboard", ("surfboard", "surf board", "longboard"), "toy",
         (0.62, 1.55, 0.46), "yellow", "plastic", TURN,
         colors=("yellow", "blue", "red", "orange", "green", "pink"), places=_BEACH,
         states=("flat",), pose_sizes={"flat": (0.44, 0.12, 1.41)}),
    Kind("kite", ("kite", "diamond kite"), "toy",
         (0.81, 1.35, 0.30), "red", "fabric", TURN,
         colors=("red", "blue", "green", "purple", "pink", "orange"), places=_FIELD),
    Kind("baseball bat", ("baseball bat", "wooden bat"), "toy",
         (1.19, 0.215, 0.216), "brown", "wood", TURN,
         colors=("brown", "brown", "brown", "red", "black", "blue"), places=_FIELD),
    Kind("baseball glove", ("baseball glove", "baseball mitt", "catcher mitt"), "toy",
         (0.90, 0.92, 0.39), "brown", "fabric", TURN, places=_FIELD),
    Kind("skateboard", ("skateboard", "skate board"), "toy",
         (0.38, 0.34, 1.24), "blue", "plastic", LONG,
         colors=("blue", "red", "green", "orange", "purple", "pink")),
    Kind("tennis racket", ("tennis racket", "tennis racquet", "racket", "racquet"), "toy",
         (0.57, 1.20, 0.55), "red", "plastic", TURN,
         colors=("red", "blue", "green", "yellow", "orange", "black"), places=_FIELD),
    Kind("paddle", ("paddle", "oar", "canoe paddle"), "toy",
         (0.54, 1.40, 0.44), "orange", "wood", TURN,
         colors=("orange", "red", "blue", "yellow", "green"), places=_BEACH),
    Kind("helmet", ("helmet", "crash helmet", "motorcycle helmet"), "clothing",
         (0.70, 0.74, 0.84), "red", "ceramic", (18.0, 42.0),
         colors=("red", "blue", "black", "yellow", "white", "orange", "green")),
    Kind("tent", ("tent", "camping tent"), "building",
         (1.36, 1.05, 1.80), "orange", "fabric", TURN,
         colors=("orange", "blue", "green", "red", "yellow"),
         places=(("meadow", 0.75), ("beach", 0.15), ("studio", 0.1))),
    Kind("balloon", ("balloon", "party balloon", "toy balloon"), "toy",
         (0.62, 1.30, 0.62), "red", "plastic", ANY,
         colors=("red", "blue", "yellow", "green", "pink", "purple", "orange")),
    Kind("flag", ("flag", "pennant"), "object",
         (1.03, 1.45, 0.37), "red", "fabric", TURN,
         colors=("red", "blue", "green", "yellow", "orange", "purple"), places=_FIELD),
    Kind("trophy", ("trophy", "trophy cup", "winner's cup"), "object",
         (0.87, 1.00, 0.54), "yellow", "metal", TURN),
    Kind("bell", ("bell", "handbell", "hand bell"), "object",
         (0.66, 0.95, 0.66), "yellow", "metal", ANY),
)
# fmt: on
