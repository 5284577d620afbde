"""Fog hides what is far, rain and snow fall before what is behind them, and clear air does nothing."""

import numpy as np
import pytest

from cavendish.finish.air import Air, through

GREY = (0.5, 0.5, 0.5)


def inverse(distance: float, shape: tuple[int, int] = (60, 80)) -> np.ndarray:
    return np.full(shape, 1 / (1 + distance / 4), np.float32)


def test_clear_air_changes_nothing():
    picture = np.random.default_rng(0).random((60, 80, 3), np.float32)
    assert np.array_equal(through(picture, inverse(5), Air(GREY, 0.0), 1), picture)


def test_fog_is_beer_and_lamberts_law_from_the_first_things_on():
    black = np.zeros((60, 80, 3), np.float32)
    for distance in (3.0, 8.0, 20.0):
        seen = through(black, inverse(distance), Air(GREY, 0.1), 1)
        assert seen[0, 0, 0] == pytest.approx(0.5 * (1 - np.exp(-0.1 * (distance - 2))), abs=1e-4)
    assert through(black, np.zeros((60, 80), np.float32), Air(GREY, 0.1), 1).min() > 0.49  # the sky is far


@pytest.mark.parametrize("falls", ["rain", "snow"])
def test_what_falls_is_hidden_by_what_is_nearer(falls: str):
    black = np.zeros((240, 320, 3), np.float32)
    near, far = (through(black, inverse(d, (240, 320)), Air(GREY, 0.0, falls), 3) for d in (1.0, 40.0))
    assert near.max() == 0
    assert 0.002 < far.mean() < 0.2
    again = through(black, inverse(40.0, (240, 320)), Air(GREY, 0.0, falls), 3)
    assert np.array_equal(far, again)
    assert not np.array_equal(far, through(black, inverse(40.0, (240, 320)), Air(GREY, 0.0, falls), 4))


@pytest.mark.parametrize("falls", ["rain", "snow"])
def test_a_larger_picture_has_the_same_drops(falls: str):
    small, large = (
        through(np.zeros((n, n, 3), np.float32), inverse(40.0, (n, n)), Air(GREY, 0.0, falls), 3)[..., 0]
        for n in (256, 1024)
    )
    fewer = large.reshape(256, 4, 256, 4).mean((1, 3))
    assert np.corrcoef(small.ravel(), fewer.ravel())[0, 1] > 0.6
