"""The finish as a whole: exact, repeatable, and nothing where nothing is asked."""

import numpy as np
import pytest

from cavendish.errors import PlanError
from cavendish.finish.develop import LOOKS, develop, look_named, to_display, to_linear
from cavendish.finish.lens import Optics

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
    one, two = (develop(*painted, SOFT, look_named(look), 3) for _ in range(2))
    assert np.array_equal(one, two)


@pytest.mark.parametrize("level", [0, 90, 255])
def test_a_constant_picture_stays_constant_in_the_natural_look(level: int):
    depth = np.random.default_rng(1).random((64, 64), np.float32)
    seen = develop(np.full((64, 64, 3), level / 255, np.float32), depth, SOFT, LOOKS["natural"], 1)
    assert (seen == level).all()


def test_black_and_white_has_no_colour(painted: tuple[np.ndarray, np.ndarray]):
    seen = develop(*painted, SOFT, look_named("black and white"), 3).astype(int)
    assert np.ptp(seen, axis=2).max() <= 1


def test_an_unknown_look_offers_the_nearest():
    with pytest.raises(PlanError, match="try: film"):
        look_named("filme")


def test_the_two_curves_are_inverse():
    ramp = np.linspace(0, 1, 300, dtype=np.float32).reshape(10, 10, 3)
    assert np.allclose(to_display(to_linear(ramp)), ramp, atol=1e-5)
