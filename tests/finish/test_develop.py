"""The finish as a whole: exact, repeatable, and nothing where nothing is asked."""

import numpy as np
import pytest

from cavendish.finish.develop import develop
from cavendish.finish.lens import Optics
from cavendish.finish.looks import LOOKS

SHARP = Optics(50.0, 5.6, 0.1, 1e6)
SOFT = Optics(60.0, 2.8, 3.0, 4.0)


@pytest.fixture
def painted() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(5)
    return rng.integers(0, 256, (72, 96, 3)).astype(np.float32) / 255, rng.random(
        (72, 96), np.float32
    ) * 0.6 + 0.2


def test_the_natural_look_of_a_sharp_picture_is_the_picture(painted: tuple[np.ndarray, np.ndarray]):
    pixels, depth = painted
    assert np.array_equal(
        develop(pixels, depth, SHARP, LOOKS["natural"], 1), np.round(pixels * 255).astype(np.uint8)
    )


@pytest.mark.parametrize("look", LOOKS)
def test_equal_input_gives_equal_bytes(look: str, painted: tuple[np.ndarray, np.ndarray]):
    one, two = (develop(*painted, SOFT, LOOKS[look], 3) for _ in range(2))
    assert np.array_equal(one, two)


@pytest.mark.parametrize("level", [0, 90, 255])
def test_a_constant_picture_stays_constant_in_the_natural_look(level: int):
    depth = np.random.default_rng(1).random((64, 64), np.float32)
    seen = develop(np.full((64, 64, 3), level / 255, np.float32), depth, SOFT, LOOKS["natural"], 1)
    assert (seen == level).all()


@pytest.mark.parametrize("look", ["black and white", "hp5", "tri-x", "noir"])
def test_black_and_white_has_one_tone_a_pixel(look: str, painted: tuple[np.ndarray, np.ndarray]):
    assert np.ptp(develop(*painted, SOFT, LOOKS[look], 3).astype(int), axis=2).max() == 0


def test_the_seed_draws_the_grain_alone(painted: tuple[np.ndarray, np.ndarray]):
    one, other = (develop(*painted, SHARP, LOOKS["hp5"], seed).astype(float) for seed in (3, 4))
    assert not np.array_equal(one, other)
    assert abs(one.mean() - other.mean()) < 0.5


def test_corners_and_distance_are_darker_in_a_low_key_and_lighter_in_a_high_one():
    grey, depth = np.full((64, 64, 3), 0.4, np.float32), np.full((64, 64), 0.5, np.float32)
    depth[:32] = 0.05  # far behind the sharp zone
    low, high = (develop(grey, depth, SOFT, LOOKS[f"{key} key"], 1).astype(int) for key in ("low", "high"))
    assert low[20, 32, 1] < low[44, 32, 1] - 10
    assert low[63, 0, 1] < low[40, 32, 1] - 10
    assert high[20, 32, 1] > high[44, 32, 1] + 10


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_takes_a_picture_of_any_shape(look: str):
    for shape in ((16, 16), (40, 23)):
        seen = develop(
            np.full((*shape, 3), 0.5, np.float32), np.zeros(shape, np.float32), SOFT, LOOKS[look], 1
        )
        assert seen.shape == (*shape, 3)
