"""Bloom moves light and makes none."""

import numpy as np
import pytest

from cavendish.finish.bloom import bloom, halation, spread


@pytest.mark.parametrize("shape", [(64, 64), (50, 777), (1001, 33)])
def test_a_constant_stays_constant(shape: tuple[int, int]):
    picture = np.full((*shape, 3), 0.37, np.float32)
    assert np.allclose(bloom(picture, 0.2, 0.03), picture, atol=1e-6)


def test_no_share_changes_nothing():
    picture = np.random.default_rng(0).random((16, 16, 3), np.float32)
    assert bloom(picture, 0.0, 0.03) is picture


def test_the_mean_is_kept_and_a_lamp_glows():
    picture = np.zeros((480, 480, 3), np.float32)
    picture[236:244, 236:244] = 4.0
    seen = bloom(picture, 0.2, 0.02)
    assert seen.mean() == pytest.approx(picture.mean(), rel=1e-3)
    assert seen[240, 228].min() > 0.0
    assert seen[240, 240].max() < 4.0


def test_it_is_linear():
    one, other = np.random.default_rng(3).random((2, 60, 90, 3), np.float32)
    assert np.allclose(
        bloom(one + other, 0.3, 0.05), bloom(one, 0.3, 0.05) + bloom(other, 0.3, 0.05), atol=1e-5
    )


def test_bright_parts_glow_red_and_nothing_grows_darker():
    picture = np.full((240, 240, 3), 0.05, np.float32)
    picture[110:130, 110:130] = 1.0
    seen = halation(picture, (0.5, 0.1, 0.0), 0.01)
    assert (seen >= picture - 1e-6).all()
    red, green, blue = seen[120, 105] - picture[120, 105]
    assert red > 4 * green > 0
    assert blue == 0
    assert np.allclose(seen[10, 10], picture[10, 10], atol=1e-4)


@pytest.mark.parametrize("tone", [0.2, 1.0])
def test_an_even_picture_has_no_halo(tone: float):
    picture = np.full((50, 70, 3), tone, np.float32)
    assert np.allclose(halation(picture, (0.5, 0.2, 0.1), 0.01), picture, atol=1e-5)


def test_a_point_is_spread_as_wide_as_it_says():
    picture = np.zeros((400, 400, 1), np.float32)
    picture[200, 200] = 1.0
    seen = spread(picture, 0.02)[..., 0].astype(float)
    across = np.arange(400) - (np.arange(400) * seen).sum() / seen.sum()
    assert np.sqrt((across**2 * seen).sum() / seen.sum()) == pytest.approx(8.0, rel=0.15)
