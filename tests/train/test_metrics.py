"""Held-out figures agree with their closed forms."""

import math

import pytest
import torch

from cavendish.train.metrics import changed_psnr, gradient_energy, top_octave


def test_only_changed_pixels_count() -> None:
    reference = torch.zeros(1, 3, 4, 4)
    painted = torch.zeros(1, 3, 4, 4)
    painted[..., 0] = 0.2
    painted[..., 3] = 1.0
    changed = torch.zeros(1, 1, 4, 4)
    changed[..., 0] = 1
    assert changed_psnr(painted, reference, changed) == pytest.approx(10 * math.log10(4 / 0.04), abs=1e-4)
    assert changed_psnr(reference, reference, changed) == 99
    assert math.isnan(changed_psnr(painted, reference, torch.zeros(1, 1, 4, 4)))


def test_half_the_contrast_has_a_quarter_of_the_gradient_energy() -> None:
    picture = torch.rand(2, 3, 16, 16) - 0.5
    everywhere = torch.ones(2, 1, 16, 16)
    assert gradient_energy(picture / 2, picture, everywhere) == pytest.approx(0.25, rel=1e-4)


def test_noise_has_energy_but_no_coherence_and_half_contrast_the_reverse() -> None:
    generator = torch.Generator().manual_seed(0)
    reference, noise = (torch.randn(4, 3, 64, 64, generator=generator) for _ in range(2))
    energy, coherence = top_octave(noise, reference)
    assert energy == pytest.approx(1, abs=0.2)
    assert coherence < 0.1
    energy, coherence = top_octave(reference / 2, reference)
    assert energy == pytest.approx(0.25, abs=0.01)
    assert coherence == pytest.approx(1, abs=1e-3)
