"""Grounds are textures one may stand on: bounded, unit normals, and smooth where they are far."""

import numpy as np
import pytest

from cavendish.world.grounds import GROUNDS, Ground


def laid(name: str, foot: float, at: float = 0.0) -> Ground:
    x, z = np.random.default_rng(1).uniform(-6, 6, (2, 1200)).astype(np.float32)
    n = len(x)
    base = np.repeat(np.array([[0.3, 0.25, 0.2]], np.float32), n, 0)
    flat = np.repeat(np.array([[0.0, 1.0, 0.0]], np.float32), n, 0)
    return GROUNDS[name](x + np.float32(at), z, base, np.full(n, foot, np.float32), flat)


@pytest.mark.parametrize("name", GROUNDS)
def test_a_ground_is_a_material(name: str) -> None:
    ground = laid(name, 0.004)
    assert ground.base.min() >= 0
    assert ground.base.max() < 0.95
    assert ground.rough.min() > 0.05
    assert ground.rough.max() <= 1
    assert np.allclose(np.linalg.norm(ground.normal, axis=1), 1, atol=1e-4)
    assert ground.normal[:, 1].min() > 0.3
    assert all(a.dtype == np.float32 for a in (ground.base, ground.rough, ground.normal, ground.coat))


@pytest.mark.parametrize("name", GROUNDS)
def test_no_ground_is_one_colour_near_by(name: str) -> None:
    assert laid(name, 0.004).base.std(0).max() > 0.005


@pytest.mark.parametrize("name", ["asphalt", "snow", "dunes", "litter", "carpet", "cobble"])
def test_far_away_detail_fades(name: str) -> None:
    near, far = (laid(name, foot).base.std(0).max() for foot in (0.002, 2.0))
    assert far < 0.9 * near
