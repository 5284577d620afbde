"""The tone curve against an independent formula, and pieces against the whole."""

import numpy as np
import numpy.typing as npt
import torch

from cavendish.models.colour import PIECE, display, in_cache

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


def test_pieces_make_the_whole():
    x, y = torch.randn(2, 3, PIECE + 7), torch.randn(2, 3, 1)
    assert torch.equal(in_cache(lambda a, b: a * b, x, y), x * y)
