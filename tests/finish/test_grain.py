"""Grain and dither depend on seed and pixel alone, and leave the mean where it was."""

import numpy as np
import pytest

from cavendish.finish.grain import NONE, Grain, grain, quantise

FILM = Grain(0.05, 1.8, 0.45)


def grey(side: int, tone: float = 0.45) -> np.ndarray:
    return np.full((side, side, 3), tone, np.float32)


def test_no_strength_changes_nothing():
    picture = np.random.default_rng(0).random((8, 8, 3), np.float32)
    assert grain(picture, NONE, 1) is picture


def test_the_mean_is_kept_the_seed_decides_and_black_and_white_stay_clean():
    seen = grain(grey(256), Grain(0.05, 5.0, 0.45), 7)
    assert seen.mean() == pytest.approx(0.45, abs=2e-3)
    assert seen.std() == pytest.approx(0.05, rel=0.1)
    assert np.array_equal(seen, grain(grey(256), Grain(0.05, 5.0, 0.45), 7))
    assert not np.array_equal(seen, grain(grey(256), Grain(0.05, 5.0, 0.45), 8))
    for end in (0.0, 1.0):
        assert np.array_equal(grain(grey(64, end), FILM, 7), grey(64, end))


def test_grain_is_strongest_at_its_own_tone():
    spread = [grain(grey(256, tone), Grain(0.05, 4.0, 0.3), 1).std() for tone in (0.05, 0.3, 0.6, 0.95)]
    assert max(spread) == spread[1]
    assert spread[3] < 0.4 * spread[1]


def test_a_larger_picture_shows_the_same_grain():
    small, large = (grain(grey(n), FILM, 3)[..., 0] for n in (1024, 2048))
    halved = large.reshape(1024, 2, 1024, 2).mean((1, 3))
    assert np.corrcoef(small.ravel(), halved.ravel())[0, 1] > 0.97
    assert halved.std() == pytest.approx(small.std(), rel=0.12)


def test_clumps_are_as_even_everywhere_and_correlated_over_their_size():
    change = grain(grey(512), Grain(0.05, 12.0, 0.45), 3)[..., 0] - 0.45
    near, far = ((change[:, :-n] * change[:, n:]).mean() / change.var() for n in (2, 24))
    assert near > 0.75
    assert abs(far) < 0.1
    rows = change.reshape(512, -1).std(1)
    assert rows.std() < 0.25 * rows.mean()


def test_a_films_three_layers_differ_and_one_layer_has_no_colour():
    assert np.ptp(grain(grey(64), FILM, 1), axis=2).max() == 0
    layered = grain(grey(256), Grain(0.05, 3.0, 0.45, 0.6), 1) - 0.45
    alike = np.corrcoef(layered[..., 0].ravel(), layered[..., 2].ravel())[0, 1]
    assert alike == pytest.approx(1 - 0.6**2, abs=0.08)


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
