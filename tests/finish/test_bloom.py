"""Bloom moves light and makes none."""

import numpy as np
import pytest

from cavendish.finish.bloom import bloom


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
