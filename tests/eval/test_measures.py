"""Measures agree with closed forms."""

import math

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from cavendish.eval import measures


@pytest.fixture
def noise() -> measures.F32:
    return np.random.default_rng(0).random((48, 64, 3), np.float32)


def everywhere(picture: measures.F32) -> measures.Mask:
    return np.ones(picture.shape[:2], np.bool_)


def test_a_constant_error_of_a_tenth_is_twenty_decibels(noise: measures.F32):
    squared = measures.error(noise + np.float32(0.1), noise, everywhere(noise))
    assert measures.decibels(squared) == pytest.approx(20.0, abs=1e-4)


def test_only_pixels_of_the_mask_count():
    reference, painted = np.zeros((4, 4, 3), np.float32), np.zeros((4, 4, 3), np.float32)
    painted[:2] = 1.0
    where = np.zeros((4, 4), np.bool_)
    where[1:] = True
    assert measures.error(painted, reference, where).value == pytest.approx(1 / 3)
    assert measures.decibels(measures.error(painted, reference, ~where)) == pytest.approx(0.0)


def test_equal_pictures_have_the_most_decibels_and_nothing_has_none(noise: measures.F32):
    assert measures.decibels(measures.error(noise, noise, everywhere(noise))) == measures.EQUAL
    assert math.isnan(measures.decibels(measures.error(noise, noise, ~everywhere(noise))))


def test_the_energy_score_of_one_picture_is_its_distance():
    truth, where = np.zeros((8, 8, 3), np.float32), np.ones((8, 8), np.bool_)
    score = measures.energy_score([truth + np.float32(0.1)], [truth], where)
    assert score == pytest.approx(0.1, rel=1e-5)
    assert measures.score_decibels([score]) == pytest.approx(20, rel=1e-5)
    assert measures.energy_score([truth], [truth], where) == 0
    assert measures.score_decibels([0.0]) == measures.EQUAL
    nothing = measures.energy_score([truth], [truth], ~where)
    assert np.isnan(nothing)
    assert np.isnan(measures.score_decibels([nothing]))
    assert measures.score_decibels([nothing, score]) == pytest.approx(20, rel=1e-5)


def test_nothing_foretells_draws_better_than_draws_of_the_same_sort():
    rng = np.random.default_rng(3)
    where = np.ones((4, 4), np.bool_)

    def draws(spread: float, off: float = 0.0) -> list[measures.F32]:
        return [np.full((4, 4, 3), off + spread * x, np.float32) for x in rng.normal(size=400)]

    truths = draws(0.1)
    own = measures.energy_score(draws(0.1), truths, where)
    others = [[np.zeros((4, 4, 3), np.float32)], draws(0.03), draws(0.3), draws(0.1, off=0.1)]
    assert all(own < 0.95 * measures.energy_score(each, truths, where) for each in others)
    # For a normal law it is known: its spread over the root of pi.
    assert own == pytest.approx(0.1 / np.sqrt(np.pi), rel=0.1)


def test_pooling_weighs_by_count():
    assert measures.pooled([measures.Mean(1.0, 1.0), measures.Mean(0.0, 3.0)]).value == 0.25


def test_half_the_contrast_has_a_quarter_of_the_gradient_energy(noise: measures.F32):
    assert measures.edges(noise * np.float32(0.5), noise, everywhere(noise)).value == pytest.approx(
        0.25, rel=1e-4
    )


def test_correlation_ignores_brightness_and_knows_opposites(noise: measures.F32):
    assert measures.correlation(0.3 * noise + 0.2, noise, everywhere(noise)) == pytest.approx(1.0, abs=1e-5)
    assert measures.correlation(-noise, noise, everywhere(noise)) == pytest.approx(-1.0, abs=1e-5)
    assert measures.correlation(np.ones_like(noise), noise, everywhere(noise)) == 0.0


def test_a_wave_lies_in_the_top_octave_or_not():
    x = np.arange(64, dtype=np.float32) + 0.5
    for cycles, share in ((0.375, 1.0), (0.125, 0.0)):
        row = 0.5 + 0.25 * np.cos(2 * np.pi * cycles * x)
        picture = np.repeat(np.repeat(row[None, :, None], 64, 0), 3, 2).astype(np.float32)
        energy = float((measures.top_octave(picture) ** 2).sum())
        assert energy / (64 * 64 * 0.25**2 / 2) == pytest.approx(share, abs=0.03)


def test_detail_of_the_reference_itself_is_whole_and_coherent(noise: measures.F32):
    top = measures.top_octave(noise)
    found = measures.detail(top, top, everywhere(noise))
    assert (found.energy, found.coherence) == (pytest.approx(1.0), pytest.approx(1.0))


def test_sharpening_raises_energy_and_other_noise_has_no_coherence(noise: measures.F32):
    top = measures.top_octave(noise)
    other = measures.top_octave(np.random.default_rng(1).random(noise.shape, np.float32))
    sharp = measures.detail(2 * top, top, everywhere(noise))
    assert sharp.energy == pytest.approx(4.0, rel=1e-4)
    assert abs(measures.detail(other, top, everywhere(noise)).coherence) < 0.06


def test_details_pool_by_energy(noise: measures.F32):
    top = measures.top_octave(noise)
    left = np.zeros(top.shape, np.bool_)
    left[:, :32] = True
    whole = measures.detail(top, 2 * top, everywhere(noise))
    parts = measures.all_detail(measures.detail(top, 2 * top, where) for where in (left, ~left))
    assert parts.energy == pytest.approx(whole.energy)


def test_a_grid_of_sixteen_pixels_is_found_under_noise():
    rng = np.random.default_rng(2)
    plane = 0.02 * rng.standard_normal((128, 128)).astype(np.float32)
    plane[:, ::16] += 0.2
    lag, excess = measures.period(plane)
    assert lag in (16, 32)
    assert excess > 0.3


def test_noise_and_smooth_error_have_no_period():
    rng = np.random.default_rng(3)
    rough = rng.standard_normal((128, 128)).astype(np.float32)
    smooth = np.asarray(gaussian_filter(rough, 3.0), np.float32)
    assert measures.period(rough)[1] < 0.05
    assert measures.period(smooth)[1] < 0.05
    assert measures.period(np.zeros((64, 64), np.float32)) == (0, 0.0)
