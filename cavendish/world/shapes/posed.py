"""Groups of primitives turned and shifted as one rigid piece."""

import math
from collections.abc import Iterable
from dataclasses import replace

from cavendish.world.shapes.base import Prim, Vec3, box, rotation

_Rows = tuple[Vec3, Vec3, Vec3]


def posed(
    prims: Iterable[Prim], turn: Vec3 = (0.0, 0.0, 0.0), by: Vec3 = (0.0, 0.0, 0.0)
) -> tuple[Prim, ...]:
    """The primitives turned about the origin (x, then y, then z, degrees), then shifted."""
    rows = rotation(turn)
    out: list[Prim] = []
    for p in prims:
        x, y, z = (_dot(row, p.center) for row in rows)
        out.append(
            replace(
                p, center=(x + by[0], y + by[1], z + by[2]), turn=angles(_product(rows, rotation(p.turn)))
            )
        )
    return tuple(out)


def within(low: Vec3, high: Vec3, slot: str = "body") -> Prim:
    """A box that takes nothing away from what lies inside it, but says how far that reaches.

    Boxes around primitives are taken one by one: an arc's whole ring and a cut ball's whole ball count.
    """
    center = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2)
    half = ((high[0] - low[0]) / 2, (high[1] - low[1]) / 2, (high[2] - low[2]) / 2)
    return box(center, half, slot, op="intersect")


def angles(rows: _Rows) -> Vec3:
    """Angles in degrees about x, y, z that `rotation` turns back into these rows."""
    up = max(-1.0, min(1.0, -rows[2][0]))
    if abs(up) > 1 - 1e-9:
        return (math.degrees(math.atan2(-rows[1][2], rows[1][1])), math.degrees(math.asin(up)), 0.0)
    return (
        math.degrees(math.atan2(rows[2][1], rows[2][2])),
        math.degrees(math.asin(up)),
        math.degrees(math.atan2(rows[1][0], rows[0][0])),
    )


def _dot(a: Vec3, b: Vec3) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _product(a: _Rows, b: _Rows) -> _Rows:
    columns = tuple((b[0][i], b[1][i], b[2][i]) for i in range(3))
    first, second, third = (
        (_dot(row, columns[0]), _dot(row, columns[1]), _dot(row, columns[2])) for row in a
    )
    return first, second, third
