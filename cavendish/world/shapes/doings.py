"""What animals do, made of how they stand: they lie, sleep with closed eyes, walk and run."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from cavendish.world.shapes.base import CAPSULE, TORUS, Prim, Shape, Vec3, capsule, rotation
from cavendish.world.shapes.parts import facing
from cavendish.world.shapes.posed import posed

_FLOOR = 0.16
"""How high what belongs to a foot may reach, and how low a leg's end must be, in the animal's own unit."""
_UPRIGHT = math.cos(math.radians(20.0))
_STRIDE = 24.0
_GALLOP = 40.0
_EYES = ("glint", "iris", "white of eye")


@dataclass(frozen=True)
class Leg:
    """A straight leg: from `top` to the ground, with its radii there, and what it stands on."""

    prim: Prim
    top: Vec3
    foot: Vec3
    feet: tuple[Prim, ...]

    @property
    def length(self) -> float:
        """From the hip to the middle of the foot's round end."""
        return self.top[1] - self.foot[1]

    @property
    def radii(self) -> tuple[float, float]:
        """Of the foot's end, then of the hip's."""
        first, _, last = self.prim.dims
        return (first, last) if _ends(self.prim)[0][1] < _ends(self.prim)[1][1] else (last, first)


def legs_of(prims: Sequence[Prim]) -> tuple[Leg, ...]:
    """The four straight legs of a standing animal, fore before hind; none where there are not just four."""
    found: list[tuple[Prim, Vec3, Vec3]] = []
    for prim in prims:
        if prim.type != CAPSULE or prim.op != "union":
            continue
        low, high = sorted(_ends(prim), key=lambda end: end[1])
        steep = (high[1] - low[1]) > _UPRIGHT * math.dist(low, high)
        if steep and low[1] < _FLOOR and high[1] - low[1] > 0.1 and abs(low[0]) > 0.03:
            found.append((prim, high, low))
    if len(found) != 4:
        return ()
    legs = {id(prim) for prim, _, _ in found}
    feet: dict[int, list[Prim]] = {i: [] for i in range(4)}
    for prim in prims:
        if id(prim) not in legs and prim.center[1] < _FLOOR and _reach(prim) < 2 * _FLOOR:
            near = [math.hypot(prim.center[0] - low[0], prim.center[2] - low[2]) for _, _, low in found]
            if min(near) < 0.2:
                feet[near.index(min(near))].append(prim)
    made = [Leg(prim, high, low, tuple(feet[i])) for i, (prim, high, low) in enumerate(found)]
    return tuple(sorted(made, key=lambda leg: -leg.foot[2]))


def lying(prims: Sequence[Prim]) -> tuple[Prim, ...]:
    """On its belly, the forelegs stretched in front and the hind legs folded beside it."""
    legs = legs_of(prims)
    rest = _without(prims, legs)
    drop = _belly(rest, legs) - 0.015
    out: list[Prim] = []
    for i, leg in enumerate(legs):
        low, high = leg.radii
        side, hind = math.copysign(1.0, leg.foot[0]), i >= 2
        thick = min(high * 1.5, 0.17) if hind else low * 1.02
        x = leg.foot[0] + side * (0.7 if hind else 0.3) * low
        start = leg.foot[2] - (0.04 if hind else 0.02)
        reach = leg.length * (0.55 if hind else 0.85)
        limb = capsule((x, thick, start), (x, low, start + reach), thick, leg.prim.slot, low)
        out.append(replace(limb, blend=0.05 if hind else 0.03))
        out += posed(leg.feet, by=(x - leg.foot[0], 0.0, start + reach - leg.foot[2]))
    return (*(_lifted(prim) for prim in posed(rest, by=(0.0, -drop, 0.0))), *out)


def _lifted(prim: Prim) -> Prim:
    """A part that would reach into the ground (a tail, a trunk) laid on it; a limb keeps its upper end and length."""
    under = _below(prim) - prim.center[1]
    if under <= 0:
        return prim
    x, y, z = prim.center
    if prim.type != CAPSULE:
        return replace(prim, center=(x, y + under, z))
    ends = list(zip(_ends(prim), prim.dims[::2], strict=True))
    (low, thin), (high, thick) = sorted(ends, key=lambda end: end[0][1])
    up = thin
    along = math.sqrt(max((2 * prim.dims[1]) ** 2 - (high[1] - up) ** 2, 0.0))
    foot = (low[0], up, high[2] + math.copysign(along, z))
    return replace(capsule(foot, high, thin, prim.slot, thick), blend=prim.blend, op=prim.op)


def sleeping(prims: Sequence[Prim]) -> tuple[Prim, ...]:
    """Lying, with closed eyes: round eyes become arcs."""
    out: list[Prim] = []
    for prim in lying(prims):
        if prim.slot in _EYES:
            continue
        if prim.slot != "eye":
            out.append(prim)
            continue
        x, y, z = prim.center
        size = max(prim.dims)
        turn = 0.55 * math.degrees(math.atan2(x, 0.18))
        lid = facing((0.0, 0.0, 0.0), size * 1.25, size * 0.27, "eye", -90.0, 150.0)
        out += posed((lid,), (-12.0, turn, 0.0), (x, y + size * 0.5, z + size * 0.35))
    return tuple(out)


def _gait(swings: tuple[float, float, float, float]) -> Callable[[Sequence[Prim]], tuple[Prim, ...]]:
    """Legs swung by so many degrees (forward is positive), two fore then two hind, each foot on the ground."""

    def moved(prims: Sequence[Prim]) -> tuple[Prim, ...]:
        legs = legs_of(prims)
        rest = _without(prims, legs)
        lower = min(leg.length * (1 - math.cos(math.radians(s))) for leg, s in zip(legs, swings, strict=True))
        out: list[Prim] = []
        for leg, swing in zip(legs, swings, strict=True):
            low, high = leg.radii
            top = (leg.top[0], leg.top[1] - lower, leg.top[2])
            along = leg.length * math.sin(math.radians(swing))
            foot = (leg.foot[0], leg.foot[1], leg.foot[2] + along)
            out.append(replace(capsule(foot, top, low, leg.prim.slot, high), blend=leg.prim.blend))
            out += posed(leg.feet, by=(0.0, 0.0, along))
        return (*posed(rest, by=(0.0, -lower, 0.0)), *out)

    return moved


walking = _gait((_STRIDE, -_STRIDE, -_STRIDE, _STRIDE))
running = _gait((_GALLOP, _GALLOP - 12.0, -_GALLOP, 12.0 - _GALLOP))

DOINGS: dict[str, Callable[[Sequence[Prim]], tuple[Prim, ...]]] = {
    "lying": lying, "sleeping": sleeping, "walking": walking, "running": running,
}  # fmt: skip


FOUR_LEGGED = frozenset({
    "dog", "cat", "sheep", "elephant", "horse", "cow", "zebra", "giraffe", "deer", "camel", "pig", "bear", "lion",
    "raccoon", "fox", "tiger", "unicorn",
})  # fmt: skip


def lively(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """The same shapes, four-legged animals with what they do among their poses."""
    return tuple(
        replace(
            shape, poses={**{name: make(standing(shape)) for name, make in DOINGS.items()}, **shape.poses}
        )
        if shape.name in FOUR_LEGGED
        else shape
        for shape in shapes
    )


def standing(shape: Shape) -> tuple[Prim, ...]:
    """How an animal stands, which is not the usual pose of every one."""
    return shape.poses.get("standing", shape.prims)


def _without(prims: Sequence[Prim], legs: Sequence[Leg]) -> tuple[Prim, ...]:
    gone = {id(prim) for leg in legs for prim in (leg.prim, *leg.feet)}
    return tuple(prim for prim in prims if id(prim) not in gone)


def _belly(rest: Sequence[Prim], legs: Sequence[Leg]) -> float:
    """How high the underside of what is between the legs is."""
    back, front = legs[-1].foot[2], legs[0].foot[2]
    trunk = [
        p
        for p in rest
        if back - 0.1 < p.center[2] < front + 0.1 and abs(p.center[0]) < 0.02 and _reach(p) > 0.15
    ]
    return min((p.center[1] - _below(p) for p in trunk), default=_FLOOR)


def _ends(prim: Prim) -> tuple[Vec3, Vec3]:
    """The middles of a capsule's round ends, its bottom first."""
    axis = tuple(row[1] for row in rotation(prim.turn))
    a, b = (tuple(c + s * prim.dims[1] * d for c, d in zip(prim.center, axis, strict=True)) for s in (-1, 1))
    return (a[0], a[1], a[2]), (b[0], b[1], b[2])


def _below(prim: Prim) -> float:
    """How far a primitive reaches under its own middle."""
    rows = rotation(prim.turn)
    if prim.type == CAPSULE:
        return max(prim.center[1] - end[1] + r for end, r in zip(_ends(prim), prim.dims[::2], strict=True))
    if prim.type == TORUS:
        return prim.dims[0] * math.sqrt(max(1 - rows[1][1] ** 2, 0.0)) + prim.dims[1]
    return math.sqrt(sum((rows[1][i] * prim.dims[i]) ** 2 for i in range(3)))


def _reach(prim: Prim) -> float:
    return max(prim.dims)
