"""Places to see: towers, mills, bridges, and other small architecture."""

from cavendish.plan.kinds.base import ANY, FACE, TURN, Kind

_OUT = (("meadow", 0.7), ("studio", 0.2), ("beach", 0.1))
_SHORE = (("beach", 0.7), ("studio", 0.15), ("meadow", 0.15))

# A table reads better unbroken.
# fmt: off
LANDMARKS = (
    Kind("lighthouse", ("lighthouse", "light house", "beacon"), "building",
         (1.18, 2.05, 1.08), "red", "plastic", FACE, places=_SHORE,
         colors=("red", "red", "blue", "orange")),
    Kind("windmill", ("windmill", "wind mill", "mill"), "building",
         (1.46, 1.85, 0.87), "white", "plastic", FACE, places=_OUT,
         colors=("white", "red", "brown", "blue", "orange")),
    Kind("lattice tower", ("lattice tower", "eiffel tower", "tower"), "building",
         (1.05, 2.15, 1.05), "brown", "plastic", TURN, places=_OUT),
    Kind("church", ("church", "chapel", "cathedral"), "building",
         (0.97, 1.90, 1.23), "white", "plastic", TURN, places=_OUT,
         colors=("white", "yellow", "pink", "blue")),
    Kind("barn", ("barn", "farmhouse", "farm building"), "building",
         (1.72, 1.40, 1.22), "red", "wood", TURN, places=_OUT),
    Kind("pyramid", ("pyramid", "egyptian pyramid"), "building",
         (2.17, 1.12, 2.17), "yellow", "plastic", TURN,
         colors=("yellow", "orange", "brown"),
         places=(("beach", 0.8), ("studio", 0.2))),
    Kind("igloo", ("igloo", "snow house", "ice house"), "building",
         (1.85, 0.80, 1.95), "white", "plastic", TURN,
         places=(("studio", 0.6), ("meadow", 0.4))),
    Kind("bridge", ("bridge", "footbridge", "arched bridge"), "building",
         (2.15, 0.72, 0.94), "white", "plastic", TURN, places=_OUT,
         colors=("white", "brown", "red", "orange")),
    Kind("boat dock", ("boat dock", "dock", "pier", "jetty", "wharf"), "building",
         (2.00, 0.65, 1.15), "brown", "wood", TURN,
         places=(("beach", 0.85), ("studio", 0.15))),
    Kind("fountain", ("fountain", "water fountain"), "building",
         (1.63, 1.40, 1.63), "white", "plastic", ANY, places=_OUT),
    Kind("wishing well", ("wishing well", "water well", "stone well"), "building",
         (1.08, 1.40, 0.88), "white", "plastic", TURN, places=_OUT,
         colors=("white", "brown", "red", "blue")),
)
# fmt: on
