"""Grain and dither depend on seed and pixel alone, and leave the mean where it was."""

import numpy as np
import pytest

from cavendish.finish.grain import grain, quantise


def test_no_strength_changes_nothing():
    picture = np.random.default_rng(0).random((8, 8, 3), np.float32)
    assert grain(picture, 0.0, 1) is picture


def test_the_mean_is_kept_the_seed_decides_and_black_and_white_stay_clean():
    picture = np.full((256, 256, 3), 0.5, np.float32)
    seen = grain(picture, 0.05, 7)
    assert seen.mean() == pytest.approx(0.5, abs=1e-3)
    assert 0.02 < seen.std() < 0.06
    assert np.array_equal(seen, grain(picture, 0.05, 7))
    assert not np.array_equal(seen, grain(picture, 0.05, 8))
    for end in (0.0, 1.0):
        assert np.array_equal(grain(np.full_like(picture, end), 0.05, 7), np.full_like(picture, end))


def test_grain_is_as_large_in_a_larger_picture():
    small, large = (grain(np.full((n, n, 3), 0.5, np.float32), 0.05, 3)[..., 0] for n in (1024, 2048))
    assert np.allclose(large[::2, ::2], small, atol=1e-6)


@pytest.mark.parametrize("level", [0, 1, 128, 254, 255])
def test_an_exact_level_keeps_its_value(level: int):
    picture = np.full((64, 64, 3), level / 255, np.float32)
    assert (quantise(picture) == level).all()


def test_between_levels_the_mean_is_kept():
    picture = np.full((256, 256, 3), 100.3 / 255, np.float32)
    assert quantise(picture).mean() == pytest.approx(100.3, abs=0.01)


def test_colours_outside_the_range_are_held_at_its_ends():
    assert quantise(np.full((2, 2, 3), 7.0, np.float32)).min() == 255
    assert quantise(np.full((2, 2, 3), -7.0, np.float32)).max() == 0
