"""Where letters go on things that are not made for reading: a screen, a plate, a label, a side that is free."""

import math
from collections.abc import Iterable
from dataclasses import replace

from cavendish.world.shapes.base import LetterSpot, Prim, Shape, Slot, Vec3, box, cylinder, rotation
from cavendish.world.shapes.posed import angles

PLACARD = "placard"
"""The slot of a plate that is there for its letters alone."""
_THICK = 0.06  # of a plate's smaller side, half of it
PAPER = Slot((0.84, 0.80, 0.72), "paper")
_CREAM = Slot((0.86, 0.80, 0.62), "paper")
_NOTE = Slot((0.86, 0.72, 0.28), "paper")
_BRASS = Slot((0.78, 0.54, 0.18), "plastic")
_TIMBER = Slot((0.16, 0.070, 0.026), "wood")
_CHOCOLATE = Slot((0.060, 0.022, 0.010), "icing")
_NIGHT = Slot((0.012, 0.014, 0.018), "plastic")
INK: Vec3 = (0.03, 0.018, 0.010)
_ICING: Vec3 = (0.86, 0.80, 0.62)
_AMBER: Vec3 = (0.92, 0.56, 0.10)
_LIME: Vec3 = (0.30, 0.88, 0.38)


def tilted(spot: LetterSpot, turn: Vec3, by: Vec3) -> LetterSpot:
    """The spot turned about the origin (x, then y, then z, degrees), then shifted, as `posed` does with primitives."""
    rows = rotation(turn)

    def turned(v: Vec3) -> Vec3:
        x, y, z = (sum(a * b for a, b in zip(row, v, strict=True)) for row in rows)
        return (x, y, z)

    x, y, z = turned(spot.center)
    moved = (x + by[0], y + by[1], z + by[2])
    return replace(spot, center=moved, normal=turned(spot.normal), up=turned(spot.up))


def _slat() -> LetterSpot:
    """The middle slat of a bench's back, which leans."""
    t = math.radians(14.0)
    normal = (0.0, math.sin(t), math.cos(t))
    center = (0.0, 0.690 + 0.026 * normal[1], -0.190 - 0.250 * math.tan(t) + 0.026 * normal[2])
    return LetterSpot(center, 0.46, 0.088, normal, (0.0, math.cos(t), -math.sin(t)), color=INK, plate=_BRASS)


LABELS: dict[str, LetterSpot] = {
    "laptop": tilted(LetterSpot((0.0, 0.335, 0.034), 0.78, 0.42), (-16.0, 0.0, 0.0), (0.0, 0.030, -0.270)),
    "tv": LetterSpot((-0.105, 0.545, 0.235), 0.74, 0.41),
    "cell phone": tilted(
        LetterSpot((0.0, 0.545, 0.108), 0.40, 0.50, color=INK, plate=PAPER),
        (-10.0, 0.0, 0.0),
        (0.0, 0.014, 0.110),
    ),
    "bus": LetterSpot((0.0, 0.795, 0.962), 0.38, 0.076, color=_AMBER, plate=_NIGHT),
    "truck": LetterSpot((0.0, 0.893, 0.280), 0.68, 0.110, color="white"),
    "car": LetterSpot((0.0, 0.300, 0.758), 0.250, 0.082, color=INK, plate=PAPER),
    "rocket": LetterSpot((0.0, 0.752, 0.317), 0.46, 0.24, radius=0.317, color="white"),
    "hot air balloon": LetterSpot((0.0, 1.590, 0.722), 0.95, 0.24, radius=0.722, color=INK, plate=_CREAM),
    "cake": LetterSpot((0.0, 0.205, 0.425), 0.48, 0.22, color=_ICING, plate=_CHOCOLATE),
    "balloon": LetterSpot((0.0, 0.945, 0.305), 0.46, 0.24, radius=0.305, color="white"),
    "flag": LetterSpot((0.118, 1.110, 0.030), 0.76, 0.16, color=INK, depth=0.08),
    "door": LetterSpot((0.0, 0.800, 0.078), 0.40, 0.18, color=INK, plate=PAPER),
    "suitcase": LetterSpot((0.0, 0.375, 0.196), 0.34, 0.24, color=INK, plate=PAPER),
    "backpack": LetterSpot((0.0, 0.612, 0.256), 0.32, 0.14, color=INK, plate=_CREAM),
    "perfume bottle": LetterSpot((-0.070, 0.240, 0.173), 0.29, 0.18, color=INK, plate=PAPER),
    "drum": LetterSpot((0.0, 0.345, 0.432), 0.58, 0.26, radius=0.432, color=INK, plate=_CREAM),
    "trophy": tilted(
        LetterSpot((0.0, 0.0, 0.036), 0.34, 0.17, color=INK, plate=_BRASS),
        (-9.0, 0.0, 0.0),
        (0.0, 0.112, 0.182),
    ),
    "painting": tilted(LetterSpot((0.0, 0.105, 0.028), 0.76, 0.34), (-8.0, 0.0, 0.0), (0.0, 0.800, 0.170)),
    "robot": LetterSpot((0.0, 0.590, 0.230), 0.31, 0.236, color=_LIME, plate=_NIGHT),
    "surfboard": tilted(
        LetterSpot((0.0, 0.700, 0.080), 0.90, 0.21, up=(-1.0, 0.0, 0.0), color=INK, plate=_CREAM),
        (-5.0, 0.0, -4.0),
        (0.0, 0.135, 0.0),
    ),
    "house": LetterSpot((0.0, 0.746, 0.446), 0.66, 0.16, color=_ICING, plate=_TIMBER),
    "bench": _slat(),
    "refrigerator": LetterSpot((-0.030, 1.185, 0.344), 0.38, 0.24, color=INK, plate=_NOTE),
}
"""One spot a thing, in its shape's own unit."""


def labelled(shapes: Iterable[Shape]) -> Iterable[Shape]:
    """The shapes, each with the spot that it has here; those that have one of their own are kept as they are."""
    for shape in shapes:
        own = shape.letters is not None or shape.name not in LABELS
        yield shape if own else replace(shape, letters=LABELS[shape.name])


def plated(shape: Shape, pose: str | None) -> Shape:
    """The shape with the plate that its letters in a pose are written on: a board, or a band where they are wound."""
    spot = shape.spot(pose)
    if spot is None or spot.plate is None:
        return shape
    prims = (*shape.poses.get(pose or "", shape.prims), _plate(spot))
    slots = shape.slots | {PLACARD: spot.plate}
    if pose in shape.poses:
        return replace(shape, slots=slots, poses=shape.poses | {pose: prims})
    return replace(shape, slots=slots, prims=prims)


def _plate(spot: LetterSpot) -> Prim:
    """A plate whose front is the spot."""
    x, y, z = spot.center
    if spot.radius > 0:
        return cylinder((x, y, z - spot.radius), spot.radius, spot.height / 2, PLACARD, round=0.01)
    thick = _THICK * min(spot.width, spot.height)
    n, u = spot.normal, spot.up
    r = (u[1] * n[2] - u[2] * n[1], u[2] * n[0] - u[0] * n[2], u[0] * n[1] - u[1] * n[0])
    turn = angles(((r[0], u[0], n[0]), (r[1], u[1], n[1]), (r[2], u[2], n[2])))
    half = (spot.width / 2, spot.height / 2, thick)
    return box(
        (x - thick * n[0], y - thick * n[1], z - thick * n[2]), half, PLACARD, turn=turn, round=0.6 * thick
    )
