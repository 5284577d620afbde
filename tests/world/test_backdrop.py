"""What lies past the stage is finite light, drawn by the seed alone."""

from collections.abc import Callable

import numpy as np
import pytest

from cavendish.world.backdrop import backdrop, environment
from cavendish.world.stage import Stage

Staged = Callable[..., Stage]


def sphere(n: int = 3000) -> np.ndarray:
    d = np.random.default_rng(2).normal(size=(3, n))
    return np.ascontiguousarray(d / np.linalg.norm(d, axis=0), np.float32)


@pytest.mark.parametrize("place", ["studio", "table", "meadow", "beach"])
@pytest.mark.parametrize("time", ["noon", "golden hour", "night", "studio"])
def test_the_light_behind_the_stage_is_finite_and_never_negative(
    staged: Staged, place: str, time: str
) -> None:
    stage = staged(["cup"], place, time)
    ahead = np.compress(stage.basis[2] @ sphere() > 0.3, sphere(), axis=1)
    light = backdrop(stage, np.ascontiguousarray(ahead))
    assert np.isfinite(light).all()
    assert light.min() >= 0
    assert light.mean() > 0.001


@pytest.mark.parametrize("place", ["studio", "table", "meadow", "beach"])
@pytest.mark.parametrize("time", ["noon", "golden hour", "night", "studio"])
def test_the_light_that_things_mirror_is_finite_and_never_negative(
    staged: Staged, place: str, time: str
) -> None:
    light = environment(staged(["cup"], place, time), sphere(), np.full(3000, 0.3, np.float32))
    assert np.isfinite(light).all()
    assert light.mean() > 0.001
    assert light.min() >= 0


def test_the_seed_draws_the_sky_and_nothing_else_does(staged: Staged) -> None:
    up = sphere()
    up[1] = np.abs(up[1])
    one, same, other = (backdrop(staged(["cup"], "meadow", "noon", seed=s), up) for s in (1, 1, 2))
    assert np.array_equal(one, same)
    assert np.abs(one - other).mean() > 0.02


def test_rough_surfaces_mirror_a_smoother_world(staged: Staged) -> None:
    stage = staged(["cup"], "studio", "studio")
    angles = np.linspace(0, 2 * np.pi, 4000)
    ring = np.stack([np.cos(angles), np.full_like(angles, 0.4), np.sin(angles)])
    ring = np.ascontiguousarray(ring / np.linalg.norm(ring, axis=0), np.float32)
    sharp, soft = (environment(stage, ring, np.full(4000, r, np.float32)) for r in (0.05, 0.9))
    assert np.abs(np.diff(soft, axis=0)).max() < 0.5 * np.abs(np.diff(sharp, axis=0)).max()


def test_night_is_darker_than_noon(staged: Staged) -> None:
    up = sphere()
    up[1] = np.abs(up[1])
    noon, night = (backdrop(staged(["cup"], "meadow", t), up).mean() for t in ("noon", "night"))
    assert night < 0.3 * noon
