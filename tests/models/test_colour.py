"""The tone curve against an independent formula, and shading against hand-worked cases."""

import numpy as np
import numpy.typing as npt
import pytest
import torch

from cavendish.models.colour import FEATURES, GUIDES, LIGHTS, PIECE, display, in_cache, shade

F64 = npt.NDArray[np.float64]


def neutral(rgb: F64) -> F64:
    """Khronos PBR Neutral and sRGB for one colour, line by line from the specification."""
    start, desaturation = 0.8 - 0.04, 0.15
    x = rgb.min()
    rgb = rgb - (x - 6.25 * x * x if x < 0.08 else 0.04)
    peak = rgb.max()
    if peak >= start:
        d = 1 - start
        new_peak = 1 - d * d / (peak + d - start)
        g = 1 - 1 / (desaturation * (peak - new_peak) + 1)
        rgb = (1 - g) * rgb * new_peak / peak + g * new_peak
    return np.where(rgb <= 0.0031308, 12.92 * rgb, 1.055 * np.maximum(rgb, 1e-9) ** (1 / 2.4) - 0.055)


def test_the_tone_curve_is_the_published_one():
    colours = np.random.default_rng(0).exponential(0.7, (200, 3))
    colours[:3] = [[0, 0, 0], [1, 1, 1], [40, 0.01, 3]]
    expected = np.stack([neutral(c) for c in colours]) * 2 - 1
    got = display(torch.tensor(colours, dtype=torch.float32)[:, :, None])[:, :, 0]
    assert np.allclose(got.numpy(), expected, atol=2e-5)


def test_the_tone_curves_gradients_are_finite_everywhere():
    linear = (
        torch.tensor([0.0, 1e-9, 0.003, 0.0799, 0.08, 0.76, 1.0, 1e4]).repeat(3, 1)[None].requires_grad_()
    )
    display(linear).sum().backward()
    assert linear.grad is not None
    assert torch.isfinite(linear.grad).all()
    assert (linear.grad > -1e-4).all()


def scene(**channels: float) -> torch.Tensor:
    """One pixel's guides [1 38 1 1] by channel number."""
    guides = torch.zeros(1, GUIDES, 1, 1)
    for name, value in channels.items():
        guides[0, int(name[1:])] = value
    return guides


def lamp() -> torch.Tensor:
    """A light vector [1 32]: white and overhead."""
    light = torch.zeros(1, LIGHTS)
    light[0, 1], light[0, 3:6], light[0, 23] = 1.0, 2.0, 1.0
    return light


def test_lambert_is_the_root_of_light_times_cosine():
    upward = scene(c1=1.0, c8=1.0, c12=1.0)
    slanted = scene(c0=0.6, c1=0.8, c8=1.0, c12=1.0)
    for guides, cosine in ((upward, 1.0), (slanted, 0.8)):
        guess = shade(guides, lamp()).features[0, 11:14, 0, 0]
        assert torch.allclose(guess.square(), torch.full((3,), 2.0 * cosine), atol=1e-5)


def test_an_occluded_surface_gets_no_key_light():
    shadowed = shade(scene(c1=1.0, c8=1.0, c12=1.0, c33=0.8), lamp()).features
    assert float(shadowed[0, 11]) == 0.0
    assert float(shadowed[0, 1]) == 0.0


def test_the_highlight_is_brightest_where_the_mirrored_view_meets_the_light():
    light = lamp()
    middle = torch.tensor([0.0, 2**-0.5, 2**-0.5])  # halfway between the view (z) and the light (y)
    peak = shade(scene(c0=0.0, c1=float(middle[1]), c2=float(middle[2]), c8=1.0, c12=0.3), light).features
    beside = shade(scene(c1=1.0, c8=1.0, c12=0.3), light).features
    assert float(peak[0, 4]) == pytest.approx(1.0, abs=1e-3)
    assert float(beside[0, 4]) < 0.2


def test_nothing_planned_gives_nothing():
    shading = shade(torch.zeros(2, GUIDES, 3, 4), torch.zeros(2, LIGHTS))
    assert shading.features.shape == (2, FEATURES, 3, 4)
    assert torch.isfinite(shading.planes).all()
    assert float(shading.features[:, 11:].abs().max()) == 0.0


def test_wild_guides_stay_finite():
    torch.manual_seed(0)
    shading = shade(torch.randn(1, GUIDES, 9, 9) * 3, torch.randn(1, LIGHTS) * 3)
    assert torch.isfinite(shading.planes).all()


def test_pieces_make_the_whole():
    x, y = torch.randn(2, 3, PIECE + 7), torch.randn(2, 3, 1)
    assert torch.equal(in_cache(lambda a, b: a * b, x, y), x * y)
