"""Rays meet the ground where geometry says, and a choice keyed by a seed stays."""

from collections.abc import Callable

import numpy as np
import pytest

from cavendish.world import places
from cavendish.world.stage import Stage

Staged = Callable[..., Stage]


def fan(n: int = 400) -> tuple[np.ndarray, np.ndarray]:
    d = np.random.default_rng(1).normal(size=(3, n)).astype(np.float32)
    d[2] = -np.abs(d[2])
    origin = np.repeat(np.array([[0.1], [1.6], [6.0]], np.float32), n, 1)
    return origin, np.ascontiguousarray(d / np.linalg.norm(d, axis=0), np.float32)


@pytest.mark.parametrize("place", ["meadow", "beach", "table"])
def test_flat_ground_is_met_at_height_nought(staged: Staged, place: str) -> None:
    origin, direction = fan()
    t, normal = places.meet(staged(["cup"], place), origin, direction)
    met = t < 1e8
    assert met.any()
    assert np.abs((origin + direction * t)[1][met]).max() < 1e-3
    assert (normal[1][met] == 1).all()
    assert (direction[1][met] < 0).all()


def test_the_sweep_is_one_smooth_surface(staged: Staged) -> None:
    origin, direction = fan(4000)
    t, normal = places.meet(staged(["cup"]), origin, direction)
    met = t < 1e8
    _, y, z = (origin + direction * np.where(met, t, 0))[:, met]
    bent = (z < places.SWEEP_BACK) & (y < places.SWEEP_RADIUS)
    off = np.hypot(y - places.SWEEP_RADIUS, z - places.SWEEP_BACK) - places.SWEEP_RADIUS
    assert np.abs(off[bent]).max() < 2e-3
    assert np.abs(z[y > places.SWEEP_RADIUS] - (places.SWEEP_BACK - places.SWEEP_RADIUS)).max() < 2e-3
    assert np.allclose(np.linalg.norm(normal[:, met], axis=0), 1, atol=1e-3)


def test_a_table_ends(staged: Staged) -> None:
    origin, direction = fan(2000)
    t, _ = places.meet(staged(["cup"], "table"), origin, direction)
    z = (origin + direction * t)[2][t < 1e8]
    assert z.min() >= places.TABLE_BACK - 1e-3


def test_a_keyed_choice_depends_on_seed_and_name_alone() -> None:
    assert places.keyed(3, "place", "wood") == places.keyed(3, "place", "wood")
    drawn = [places.keyed(s, "a") for s in range(400)]
    assert 0.45 < float(np.mean(drawn)) < 0.55
    assert places.keyed(1, "a") != places.keyed(1, "b")


@pytest.mark.parametrize("place", ["studio", "table", "meadow", "beach"])
def test_ground_reflects_less_than_it_gets_and_its_normals_are_unit(staged: Staged, place: str) -> None:
    stage = staged(["cup"], place)
    origin, direction = fan(1500)
    t, normal = places.meet(stage, origin, direction)
    met = t < 1e8
    point = (origin + direction * np.where(met, t, 0))[:, met]
    ground = places.surface(stage, point, normal[:, met], t[met] * 0.002)
    assert ground.base.min() >= 0
    assert ground.base.max() < 1
    assert np.allclose(np.linalg.norm(ground.normal, axis=1), 1, atol=1e-4)
    assert ground.rough.min() > 0.04
