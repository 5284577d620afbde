"""The lens keeps light, keeps what is sharp, and follows the thin-lens equation."""

import numpy as np
import pytest

from cavendish.finish import lens
from cavendish.finish.lens import LARGEST, SENSOR, STAGE_UNIT, Optics, behind, blur, discs

OPTICS = Optics(focal=60.0, fnumber=5.6, near=4.0, far=5.0)


def inverse_depth(distance: float, shape: tuple[int, int] = (4, 4)) -> np.ndarray:
    return np.full(shape, 1 / (1 + distance / 4), np.float32)


@pytest.mark.parametrize("distance", [2.0, 6.0, 8.0, 12.0])
def test_the_disc_follows_the_thin_lens_equation(distance: float):
    sharp = OPTICS.far if distance > OPTICS.far else OPTICS.near
    expected = 60.0**2 / (5.6 * STAGE_UNIT) * abs(1 / sharp - 1 / distance) / SENSOR
    assert discs(inverse_depth(distance), OPTICS)[0, 0] == pytest.approx(min(expected, LARGEST), rel=1e-3)


def test_the_sharp_zone_has_no_disc_and_empty_sky_has_the_disc_of_infinity():
    assert discs(inverse_depth(4.5), OPTICS).max() == 0
    infinity = discs(np.zeros((2, 2), np.float32), OPTICS)
    assert infinity[0, 0] == pytest.approx(60.0**2 / (5.6 * STAGE_UNIT * SENSOR) / OPTICS.far, rel=1e-5)


def test_what_lies_behind_is_told_by_its_distance():
    for distance, away in ((2.0, 0.0), (4.5, 0.0), (10.0, 0.5), (50.0, 0.9)):
        assert behind(inverse_depth(distance), OPTICS)[0, 0] == pytest.approx(away, abs=1e-4)
    assert behind(np.zeros((2, 2), np.float32), OPTICS).min() == 1


def test_a_smaller_aperture_is_sharper():
    wide, narrow = (discs(inverse_depth(9.0), Optics(60.0, n, 4.0, 5.0))[0, 0] for n in (2.8, 11.0))
    assert wide == pytest.approx(narrow * 11.0 / 2.8, rel=1e-5)


@pytest.mark.parametrize("shape", [(40, 64), (33, 21)])
def test_a_constant_picture_stays_constant(shape: tuple[int, int]):
    disc = np.random.default_rng(1).random(shape, np.float32) * 0.05
    color = np.array([0.2, 0.5, 0.9], np.float32)
    assert np.allclose(blur(np.tile(color, (*shape, 1)), disc), color, atol=1e-6)


def test_a_sharp_pixel_keeps_its_colour_exactly():
    rng = np.random.default_rng(2)
    picture, disc = rng.random((64, 64, 3), np.float32), np.full((64, 64), 0.05, np.float32)
    disc[20:40, 20:40] = 0
    assert np.array_equal(blur(picture, disc)[20:40, 20:40], picture[20:40, 20:40])


def test_a_sharp_thing_does_not_glow_into_the_soft_ground_behind_it():
    picture, disc = np.zeros((96, 96, 3), np.float32), np.full((96, 96), 0.06, np.float32)
    picture[30:60, 30:60], disc[30:60, 30:60] = 1.0, 0.0
    seen = blur(picture, disc)
    assert seen[45, 70].max() < 1e-3
    assert seen[45, 61].max() < 1e-2


def test_an_edge_painted_too_wide_is_not_spread():
    picture, disc = np.zeros((400, 400, 3), np.float32), np.full((400, 400), 0.04, np.float32)
    picture[99:301, 99:301], disc[100:300, 100:300] = 1.0, 0.0  # one pixel of the thing lies outside its mask
    seen = blur(picture, disc)
    assert seen[200, 302].max() < 1e-2
    assert seen[200, 306].max() < 1e-3


def test_a_pixel_that_an_edge_runs_through_stays_mixed():
    picture, disc = np.zeros((96, 96, 3), np.float32), np.full((96, 96), 0.06, np.float32)
    picture[:, :48], disc[:, :48] = 1.0, 0.0
    picture[:, 48], disc[:, 48] = 0.5, 0.03
    seen = blur(picture, disc)
    assert np.allclose(seen[:, 48], 0.5)
    assert seen[:, 49].max() < 1e-2


def test_light_is_kept_and_spread():
    picture, disc = np.zeros((128, 128, 3), np.float32), np.full((128, 128), 0.1, np.float32)
    picture[62:66, 62:66] = 1.0
    seen = blur(picture, disc)
    assert seen.sum() == pytest.approx(picture.sum(), rel=0.15)
    assert seen.max() < 0.5
    middle = np.argwhere(seen[..., 0] > 0).mean(0)
    assert np.abs(middle - 63.5).max() < 1.5


def test_an_edge_between_soft_things_is_soft():
    """A dark line painted where a soft tree ends before a softer sky does not stay."""
    picture = np.full((64, 96, 3), 0.6, np.float32)
    picture[:, 48] = 0.0
    disc = np.where(np.arange(96) < 48, 0.06, 0.12).astype(np.float32)[None].repeat(64, 0)
    disc[:, 48] = 0.08
    assert blur(picture, disc)[32, 44:53].min() > 0.45


def test_what_lies_between_nodes_of_wide_discs_is_what_gathering_each_pixel_would_give(
    monkeypatch: pytest.MonkeyPatch,
):
    rng = np.random.default_rng(4)
    picture = np.kron(0.35 + 0.3 * rng.random((10, 14, 3)), np.ones((32, 32, 1))).astype(np.float32)
    disc = np.linspace(0.08, 0.2, picture.shape[1], dtype=np.float32)[None].repeat(320, 0)
    disc[100:180, 150:260] = 0.0
    seen = blur(picture, disc)
    monkeypatch.setattr(lens, "_EVERY", 1 << 10)  # room for no node but the corner's: each pixel is gathered
    each = blur(picture, disc)
    assert 10 * np.log10(1 / np.square(seen - each).mean()) > 46
    assert np.array_equal(seen[100:180, 150:260], picture[100:180, 150:260])
