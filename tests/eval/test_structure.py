"""MS-SSIM: 1 for equal pictures, symmetric, and falls with noise and shift."""

import numpy as np
import numpy.typing as npt
import pytest

from cavendish.eval.structure import ms_ssim, pairwise


def noise(seed: int) -> npt.NDArray[np.float32]:
    return np.random.default_rng(seed).random((192, 192, 3)).astype(np.float32)


def test_equal_pictures_are_alike_and_independent_ones_are_not() -> None:
    assert ms_ssim(noise(1), noise(1)) == pytest.approx(1.0)
    assert ms_ssim(noise(1), noise(2)) < 0.3


def test_it_is_symmetric_and_falls_with_noise() -> None:
    y, x = np.mgrid[0:192, 0:192] / 192
    clean = np.repeat((0.5 + 0.4 * np.sin(9 * x + 7 * y))[..., None], 3, 2).astype(np.float32)
    spoiled = [np.clip(clean + k * (noise(3) - 0.5), 0, 1).astype(np.float32) for k in (0.1, 0.3, 0.6)]
    found = [ms_ssim(clean, each) for each in spoiled]
    assert found == sorted(found, reverse=True)
    assert ms_ssim(spoiled[1], clean) == pytest.approx(found[1])


def test_brightness_of_flat_pictures_is_compared_by_the_luminance_term_alone() -> None:
    """With one scale and no contrast, SSIM is (2ab + c) / (a² + b² + c), c = 0.01²."""
    a, b = (np.full((16, 16, 3), v, np.float32) for v in (0.2, 0.6))
    assert ms_ssim(a, b) == pytest.approx((2 * 0.12 + 1e-4) / (0.4 + 1e-4), rel=1e-4)


def test_pairs_are_averaged() -> None:
    a, b = noise(1), noise(2)
    assert pairwise([a, a, b]) == pytest.approx((1 + 2 * ms_ssim(a, b)) / 3)
    assert np.isnan(pairwise([a]))
