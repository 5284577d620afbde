"""Kinds met in the street, on the field and in the sky."""

from cavendish.plan.kinds.base import ANY, FACE, LONG, TURN, Kind

_SIDE = (46.0, 72.0)
_OUTDOORS = (("studio", 0.35), ("meadow", 0.45), ("beach", 0.2))

# A table reads better unbroken.
# fmt: off
STREET = (
    Kind("bicycle", ("bicycle", "bike", "push bike", "pushbike"), "vehicle",
         (0.55, 0.97, 1.45), "red", "ceramic", _SIDE,
         colors=("red", "blue", "green", "yellow", "orange", "pink")),
    Kind("motorcycle", ("motorcycle", "motorbike"), "vehicle",
         (0.64, 1.00, 1.58), "red", "ceramic", _SIDE,
         colors=("red", "blue", "black", "orange", "green")),
    Kind("scooter", ("scooter", "motor scooter", "moped", "vespa"), "vehicle",
         (0.60, 1.10, 1.25), "blue", "ceramic", LONG,
         colors=("blue", "red", "yellow", "green", "pink", "white")),
    Kind("tractor", ("tractor", "farm tractor"), "vehicle",
         (1.09, 1.30, 1.62), "green", "ceramic", LONG,
         colors=("green", "red", "blue", "orange"), places=(("meadow", 0.7), ("studio", 0.3))),
    Kind("helicopter", ("helicopter", "chopper", "copter"), "vehicle",
         (1.60, 1.08, 1.86), "blue", "ceramic", LONG,
         colors=("blue", "red", "yellow", "orange", "white", "green")),
    Kind("hot air balloon", ("hot air balloon", "hot-air balloon"), "vehicle",
         (1.50, 2.10, 1.50), "red", "fabric", ANY,
         colors=("red", "blue", "orange", "purple", "pink", "green"), places=_OUTDOORS),
    Kind("traffic light", ("traffic light", "traffic signal", "stoplight", "stop light"), "object",
         (0.41, 1.65, 0.42), "yellow", "plastic", TURN,
         colors=("yellow", "yellow", "black", "green"), places=_OUTDOORS),
    Kind("fire hydrant", ("fire hydrant", "hydrant", "fireplug"), "object",
         (0.76, 1.15, 0.66), "red", "ceramic", TURN,
         colors=("red", "red", "yellow", "blue"), places=_OUTDOORS),
    Kind("stop sign", ("stop sign", "stop-sign"), "object",
         (0.82, 1.50, 0.43), "red", "plastic", FACE, places=_OUTDOORS),
    Kind("parking meter", ("parking meter",), "object",
         (0.44, 1.40, 0.40), "blue", "ceramic", TURN,
         colors=("blue", "green", "red", "white"), places=_OUTDOORS),
    Kind("mailbox", ("mailbox", "letterbox", "post box", "letter box", "postbox"), "object",
         (0.48, 1.30, 0.80), "blue", "ceramic", TURN,
         colors=("blue", "green", "white", "yellow"), places=_OUTDOORS),
    Kind("street lamp", ("street lamp", "streetlamp", "street light", "streetlight", "lamppost", "lamp post"), "object",
         (0.54, 1.90, 0.54), "black", "ceramic", ANY,
         colors=("black", "black", "green", "blue"), places=_OUTDOORS),
)
# fmt: on
