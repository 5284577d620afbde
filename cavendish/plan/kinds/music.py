"""Kinds that make music."""

from cavendish.plan.kinds.base import ANY, TURN, Kind

_INDOORS = (("studio", 0.7), ("table", 0.3))

# A table reads better unbroken.
# fmt: off
MUSIC = (
    Kind("guitar", ("guitar", "acoustic guitar", "ukulele"), "object",
         (0.54, 1.30, 0.42), "brown", "wood", TURN,
         colors=("brown", "orange", "orange", "red", "blue"), places=_INDOORS),
    Kind("violin", ("violin", "fiddle", "viola"), "object",
         (0.69, 1.12, 0.43), "orange", "wood", TURN,
         colors=("orange", "brown", "brown", "red"), places=_INDOORS),
    Kind("trumpet", ("trumpet", "cornet", "bugle"), "object",
         (1.15, 0.72, 0.42), "yellow", "metal", TURN, places=_INDOORS),
    Kind("drum", ("drum", "snare drum", "toy drum"), "object",
         (0.88, 0.80, 0.88), "red", "plastic", ANY,
         colors=("red", "blue", "green", "purple", "orange"), places=_INDOORS),
    Kind("piano", ("piano", "grand piano"), "furniture",
         (1.15, 1.25, 1.31), "black", "plastic", TURN,
         colors=("black", "black", "white", "brown", "red"), places=(("studio", 1.0),)),
)
# fmt: on
