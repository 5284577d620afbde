"""Shadows obey geometry: dark behind a blocker, light past its penumbra, wider for a larger lamp."""

import math

import numpy as np
import pytest

from cavendish.world.occlusion import shade_light
from cavendish.world.shapes.base import Prim, ball, box
from cavendish.world.stage import Frame, bounds, prim_row

HERE = Frame(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), 1.0, 0.0)
ROOF = box((-1.0, 1.0, 0.0), (1.0, 0.1, 1.0))  # its edge is over x = 0, its top at 1.1


def _shade(
    things: list[Prim], points: np.ndarray, radius: float, opacity: float = 1.0, far: float = 10.0
) -> np.ndarray:
    """Light that reaches points (n, 3) from straight above past things of one primitive each."""
    rows = np.stack([prim_row(p, HERE, 0) for p in things])
    table: list[np.ndarray] = []
    for k in range(len(things)):
        center, size = bounds(rows[k : k + 1])
        table.append(np.array([k, k + 1, *center, size, opacity, 0], np.float32))
    n = len(points)
    up = np.repeat(np.array([[0.0], [1.0], [0.0]], np.float32), n, 1)
    origin, reach = np.ascontiguousarray(points.T, np.float32), np.full(n, far, np.float32)
    return shade_light(rows, np.stack(table), origin, up, reach, np.float32(1 / math.tan(radius)))


def _across(x: np.ndarray) -> np.ndarray:
    return np.stack([x, np.zeros_like(x), np.zeros_like(x)], 1)


def test_a_full_blocker_leaves_no_light_and_a_far_one_takes_none() -> None:
    points = np.array([(0.0, 0.0, 0.0), (1.5, 0.0, 0.0)])
    seen = _shade([ball((0.0, 1.0, 0.0), 0.3)], points, math.radians(2.0))
    assert seen == pytest.approx([0.0, 1.0], abs=1e-3)


@pytest.mark.parametrize("degrees", [4.0, 12.0])
def test_a_penumbra_is_as_wide_as_the_lamp_is_large(degrees: float) -> None:
    radius = math.radians(degrees)
    width = 1.1 * math.tan(radius)
    x = np.linspace(-0.5, 2, 80) * width
    seen = _shade([ROOF], _across(x), radius)
    assert (seen[x < -0.05 * width] < 0.01).all()
    assert (seen[x > 1.3 * width] > 0.99).all()
    assert (np.diff(seen) > -0.02).all()
    assert np.interp(0.5 * width, x, seen) == pytest.approx(0.5, abs=0.15)


def test_what_lets_light_through_leaves_its_share() -> None:
    under = np.array([(-1.0, 0.0, 0.0)])
    assert _shade([ROOF], under, 0.05, opacity=0.45) == pytest.approx([0.55], abs=1e-3)
    other = box((-1.0, 2.0, 0.0), (1.0, 0.1, 1.0))
    seen = _shade([other, ROOF], under, 0.05, opacity=0.45)
    assert seen == pytest.approx([0.55**2], abs=1e-3)


def test_what_is_past_the_lights_reach_is_no_blocker() -> None:
    assert _shade([ROOF], np.array([(-1.0, 0.0, 0.0)]), 0.01, far=0.4).tolist() == [1.0]
