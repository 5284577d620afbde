"""Shapes that plans bring along: parts become the primitives and slots that library things are made of."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from cavendish.plan.parts import Part
from cavendish.plan.selfmade import SPAN
from cavendish.plan.shades import albedo
from cavendish.plan.solids import Room, Solid, expanded, room
from cavendish.world.shapes.base import (
    BOX,
    CAPSULE,
    CONE,
    CYLINDER,
    ELLIPSOID,
    TORUS,
    LetterSpot,
    Prim,
    Shape,
    Slot,
    Vec3,
)
from cavendish.world.shapes.posed import angles

_THINNEST = 0.003  # of the span: thinner parts are taken to be as thick as this
_BEVEL = {BOX: 0.08, CYLINDER: 0.08, CONE: 0.05}  # of the least side, where no bevel is said
_PATTERN = 0.09  # of the span: stripes, checks and the like
_TYPES = {"ellipsoid": ELLIPSOID, "sphere": ELLIPSOID, "box": BOX, "capsule": CAPSULE, "torus": TORUS}


@lru_cache(maxsize=256)
def shape_of_parts(kind: str, parts: tuple[Part, ...], span: float | None) -> Shape:
    """The shape in stage units, `span` along its longest side, its lowest point at 0 and its middle over the origin."""
    where = room(parts)
    scale = (span or SPAN) / max(where.sides)
    looks = [_look(parts, i) for i in range(len(parts))]
    names = _slot_names(parts)
    prims = tuple(_prim(parts[s.part], s, names[s.part], where, scale) for s in expanded(parts))
    spot = next((_spot(p, prim) for p, prim in _lettered(parts, prims)), None)
    top = None if where.top is None else (where.top - where.low[1]) * scale
    return Shape(kind, prims, _slots(names, looks, parts, span or SPAN), letters=spot, top=top)


def slots_of(parts: tuple[Part, ...], name: str) -> tuple[str, ...]:
    """The slots of all parts that are called so."""
    return tuple(
        dict.fromkeys(slot for slot, part in zip(_slot_names(parts), parts, strict=True) if part.name == name)
    )


def _slot_names(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """Each part's slot: one for all that look alike and share a name."""
    found: dict[tuple[object, ...], str] = {}
    for i, part in enumerate(parts):
        key = (part.name, *_look_key(parts, i))
        if key not in found:
            base = part.name or part.shape
            same = sum(other == base or other.startswith(f"{base} #") for other in found.values())
            found[key] = f"{base} #{same + 1}" if same else base
    return tuple(found[(part.name, *_look_key(parts, i))] for i, part in enumerate(parts))


def _look_key(parts: Sequence[Part], i: int) -> tuple[object, ...]:
    look = _look(parts, i)
    return look.color, look.material, look.pattern, look.accent, look.glow


def _look(parts: Sequence[Part], i: int) -> Part:
    """The part whose colour and stuff the i-th shows: its own, or what a cut without a colour goes through."""
    part = parts[i]
    if part.subtract and part.color is None and part.material is None:
        return next((other for other in reversed(parts[:i]) if not other.subtract), part)
    return part


def _slots(
    names: tuple[str, ...], looks: Sequence[Part], parts: tuple[Part, ...], span: float
) -> dict[str, Slot]:
    """The main slot first, so that the thing's own colour is that of its first plain part."""
    made = {name: _slot(look, span) for name, look in zip(names, looks, strict=True)}
    used = [name for name, part in zip(names, parts, strict=True) if not part.subtract]
    return {name: made[name] for name in dict.fromkeys((*used, *names))}


def _slot(look: Part, span: float) -> Slot:
    color = "main" if look.color is None else albedo(look.color)
    second = albedo(look.accent) if look.accent else "white"
    return Slot(
        color, look.material or "main", look.pattern or "", second, _PATTERN * span, emission=look.glow
    )


def _prim(part: Part, solid: Solid, slot: str, where: Room, scale: float) -> Prim:
    """The primitive in stage units about the shape's own origin."""
    middle = (np.array(where.low) + np.array(where.high)) / 2
    middle[1] = where.low[1]
    rise = part.size[0] * (1 - part.upper) / 4 if part.shape == "capsule" else 0.0  # its ends are not alike
    x, y, z = (float(v) for v in (np.array(solid.center) + rise * solid.axes[:, 1] - middle) * scale)
    least = _THINNEST * scale * max(where.sides)
    kind, dims, bevel = _dims(part, scale, least)
    wall = min(part.hollow * scale / 2, 0.45 * min(dims))
    if wall > 0:
        dims = (dims[0] - wall, dims[1] - wall, dims[2] - wall)
    first, second, third = solid.turn
    turn = angles((_vector(first), _vector(second), _vector(third)))
    op = "subtract" if part.subtract else "union"
    return Prim(kind, (x, y, z), dims, slot, turn, min(bevel, max(min(dims) - 1e-4, 0.0)), part.blend * scale, op,
                wall, part.arc)  # fmt: skip


def _dims(part: Part, scale: float, least: float) -> tuple[int, Vec3, float]:
    """Type, dims and bevel as the primitive has them."""
    a, b, c = (max(side * scale / 2, least / 2) for side in part.size)
    kind = _TYPES.get(part.shape, CYLINDER if part.upper == 1.0 else CONE)
    said = None if part.round is None else part.round * scale
    bevel = min(2 * min(a, b, c) * _BEVEL.get(kind, 0.0) if said is None else said, 0.98 * min(a, b, c))
    if kind == CAPSULE:
        end = a * max(part.upper, 0.05)
        return kind, (a, max(b - (a + end) / 2, abs(a - end) / 2 + 1e-4), end), 0.0
    if kind == TORUS:
        return kind, (max(a - b, b), b, 0.0), 0.0
    if kind == CONE:
        tip = max(a * part.upper, bevel + 1e-4, 0.02 * a)
        return kind, (max(a, bevel + 1e-4), b, tip), bevel
    if kind == CYLINDER:
        return kind, (a, b, a), bevel
    return kind, (a, b, c), bevel if kind == BOX else 0.0


def _lettered(parts: tuple[Part, ...], prims: tuple[Prim, ...]) -> list[tuple[Part, Prim]]:
    return [
        (parts[solid.part], prim)
        for solid, prim in zip(expanded(parts), prims, strict=True)
        if parts[solid.part].letters
    ][:1]


def _spot(part: Part, prim: Prim) -> LetterSpot:
    """The front of a box or of an upright cylinder, most of it."""
    from cavendish.world.shapes.base import rotation

    rows = np.array(rotation(prim.turn))
    ahead, up = rows[:, 2], rows[:, 1]
    a, b, c = prim.dims
    flat = part.shape == "box"
    center = np.array(prim.center) + ahead * (c if flat else a)
    wide = 1.72 * a if flat else 1.5 * a
    dark = part.color is None or sum(albedo(part.color)) > 0.6
    return LetterSpot(_vector(center), wide, 1.3 * b if flat else min(1.3 * b, 0.9 * a), _vector(ahead), _vector(up),
                      0.0 if flat else a, "black" if dark else "white")  # fmt: skip


def _vector(values: Sequence[float] | np.ndarray) -> Vec3:
    x, y, z = (float(v) for v in values)
    return x, y, z
