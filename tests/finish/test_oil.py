"""An oil painting keeps forms and colours, repeats, and is the same painting at another size."""

import numpy as np
import pytest

from cavendish.finish.oil import oil


def scene(side: int) -> np.ndarray:
    down, across = np.mgrid[:side, :side] / side
    out = np.empty((side, side, 3), np.float32)
    out[...] = np.stack((0.3 + 0.3 * across, 0.4 + 0.1 * down, 0.6 - 0.2 * down), -1)
    out[(down - 0.55) ** 2 + (across - 0.5) ** 2 < 0.05] = (0.8, 0.15, 0.1)
    return out


def none(side: int) -> np.ndarray:
    return np.zeros((side, side), np.float32)


def test_it_repeats_and_the_seed_lays_the_strokes():
    one, again, other = (oil(scene(128), none(128), seed) for seed in (1, 1, 2))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    assert one.min() >= 0
    assert one.max() <= 1


def test_forms_and_colours_stay():
    seen, picture = oil(scene(256), none(256), 3), scene(256)
    assert np.abs(seen.mean((0, 1)) - picture.mean((0, 1))).max() < 0.03
    assert seen[140, 128, 0] > 2 * seen[140, 128, 1]
    assert np.abs(seen - picture).mean() < 0.06


def test_a_larger_picture_is_the_same_painting():
    small, large = (oil(scene(n), none(n), 3) for n in (256, 512))
    halved = large.reshape(256, 2, 256, 2, 3).mean((1, 3))
    assert np.abs(halved - small).mean() < 0.035


def test_what_is_far_is_painted_more_broadly():
    rng = np.random.default_rng(0)
    spots = np.repeat(np.repeat(rng.random((64, 64, 3), np.float32) * 0.5, 4, 0), 4, 1)
    near, far = (oil(spots, np.full((256, 256), away, np.float32), 1) for away in (0.0, 1.0))
    assert np.abs(near - spots).mean() < np.abs(far - spots).mean()


@pytest.mark.parametrize("shape", [(16, 16), (30, 97)])
def test_any_shape_can_be_painted(shape: tuple[int, int]):
    assert oil(np.full((*shape, 3), 0.5, np.float32), np.zeros(shape, np.float32), 1).shape == (*shape, 3)
