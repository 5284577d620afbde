"""What must hold of every shape in the library, as one function the families' tests call."""

import numpy as np
import pytest

from cavendish.plan.lexicon import COLORS, KINDS
from cavendish.world.field import primitive
from cavendish.world.materials import MATERIALS, PATTERNS
from cavendish.world.shapes.base import Prim, Shape
from tests.world.shapes.field import Array, bounds, distance, grid, lopsided, pieces

MOST_PRIMS = 26


def name(shape: Shape) -> str:
    """What it is called."""
    return shape.name


def measured(prims: tuple[Prim, ...]) -> tuple[Array, Array]:
    """The thing's own box."""
    return bounds(grid(prims))


def poses(shape: Shape) -> dict[str, tuple[Prim, ...]]:
    """Every list of primitives of the shape by pose, the usual one under ""."""
    return {"": shape.prims, **shape.poses}


def slots_exist(shape: Shape) -> None:
    """Every primitive names a slot of its shape, every slot a colour, material and pattern there is."""
    for prims in poses(shape).values():
        assert {p.slot for p in prims} <= set(shape.slots)
        assert len(prims) <= MOST_PRIMS
    for slot in shape.slots.values():
        for color in (slot.color, slot.second):
            assert color == "main" or color in COLORS or (len(color) == 3 and not isinstance(color, str))
        assert slot.material in {"main", *MATERIALS}
        assert slot.pattern in PATTERNS
    assert next(iter(shape.slots.values())).color == "main"


def stands(shape: Shape) -> None:
    """In every pose the lowest point is the ground, and the thing stands over its own origin."""
    for prims in poses(shape).values():
        low, high = measured(prims)
        size = high - low
        assert abs(low[1]) < 0.01 * size[1]
        assert np.abs((low + high) / 2)[[0, 2]].max() < 0.06 * size.max()


def is_one_piece(shape: Shape) -> None:
    """In no pose does any part float."""
    for prims in poses(shape).values():
        assert pieces(grid(prims)) == 1


def fits_its_kind(shape: Shape, share: float = 0.06) -> None:
    """Scaled to its kind's height, the usual pose is as wide and deep as the lexicon says."""
    kind = KINDS[shape.name]
    low, high = measured(shape.prims)
    size = (high - low) * kind.size[1] / (high[1] - low[1])
    assert tuple(size) == pytest.approx(kind.size, rel=share)
    assert set(shape.poses) | {kind.poses[0]} >= set(kind.poses)


def is_symmetric(shape: Shape, share: float = 0.004) -> None:
    """The usual pose is its own mirror image, glints aside."""
    assert lopsided(grid(shape.prims)) < share


def is_mostly_main(shape: Shape, share: float = 0.30) -> None:
    """From the front and above, a good part of what is seen wears the plan's colour."""
    assert seen_main(shape) > share


def seen_main(shape: Shape) -> float:
    """The share of the picture of the thing, three-quarter from 15° above, whose slot is the main colour."""
    low, high = measured(shape.prims)
    main = {name for name, slot in shape.slots.items() if slot.color == "main"}
    turn, lift = np.radians(30.0), np.radians(15.0)
    back = np.array([np.sin(turn) * np.cos(lift), np.sin(lift), np.cos(turn) * np.cos(lift)])
    right = np.array([np.cos(turn), 0.0, -np.sin(turn)])
    up = np.cross(back, right)
    middle, radius = (
        (np.array(low) + np.array(high)) / 2,
        float(np.linalg.norm(np.array(high) - np.array(low))) / 2,
    )
    u, v = np.meshgrid(*[np.linspace(-radius, radius, 44)] * 2)
    at = middle + radius * back + u.reshape(-1, 1) * right + v.reshape(-1, 1) * up
    for _ in range(48):
        at = at - np.clip(distance(shape.prims, at), -1.0, radius / 4)[:, None] * back
    near = np.abs(distance(shape.prims, at)) < 0.01 * radius
    each = np.stack([np.abs(primitive(p, at[near])) for p in shape.prims])
    owners = [shape.prims[i].slot in main for i in each.argmin(axis=0)]
    return float(np.mean(owners))


FAMILY = (slots_exist, stands, is_one_piece, fits_its_kind, is_mostly_main)
