"""Noise is smooth, bounded, centred, and a function of place and seed alone."""

import numpy as np

from cavendish.world.noise import noise


def points() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    x, y, z = np.random.default_rng(0).uniform(-50, 50, (3, 4000)).astype(np.float32)
    return x, y, z


def test_values_fill_minus_one_to_one_about_zero() -> None:
    values = noise(*points(), 7)
    assert np.abs(values).max() <= 1
    assert values.min() < -0.6
    assert values.max() > 0.6
    assert abs(values.mean()) < 0.03


def test_it_is_smooth() -> None:
    x, y, z = points()
    step = np.float32(1e-3)
    assert np.abs(noise(x + step, y, z, 7) - noise(x, y, z, 7)).max() < 5 * step


def test_seeds_are_independent() -> None:
    a, b = noise(*points(), 1), noise(*points(), 2)
    assert abs(np.corrcoef(a, b)[0, 1]) < 0.06


def test_a_point_has_its_value_whatever_is_asked_beside_it() -> None:
    x, y, z = points()
    beside, alone = noise(x, y, z, 3)[101:198], noise(x[101:198], y[101:198], z[101:198], 3)
    assert np.abs(beside - alone).max() < 1e-6
