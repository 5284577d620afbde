"""The path between picture and noise: its ends, its slope, and the times drawn on it."""

import pytest
import torch

from cavendish.sampling.flow import (
    CLAMP,
    implied_noise,
    karras_times,
    mix,
    sigma,
    time_of,
    training_times,
    velocity,
    walking_times,
)

X, E = torch.randn(4, 3, 2, 2), torch.randn(4, 3, 2, 2)
T = torch.tensor([0.1, 0.4, 0.9, 1.0])


def test_the_ends_are_picture_and_noise():
    assert torch.equal(mix(X, E, torch.zeros(4)), X)
    assert torch.equal(mix(X, E, torch.ones(4)), E)


def test_a_perfect_prediction_implies_the_true_velocity_and_noise():
    noisy = mix(X, E, T)
    assert torch.allclose(velocity(X, noisy, T), E - X, atol=1e-4)
    assert torch.allclose(implied_noise(X, noisy, T), E, atol=1e-4)


def test_velocity_is_noise_minus_picture_for_any_prediction():
    noisy, painted = mix(X, E, T), torch.randn_like(X)
    assert torch.allclose(velocity(painted, noisy, T), implied_noise(painted, noisy, T) - painted, atol=1e-4)


def test_velocity_near_the_picture_is_divided_by_the_clamp():
    t = torch.full((4,), CLAMP / 100)
    assert torch.allclose(velocity(X * 0, X, t), X / CLAMP)


def test_sigma_and_time_are_inverse_and_name_the_diffusion_form():
    t = T[:3]
    assert torch.allclose(time_of(sigma(t)), t)
    at = t[:, None, None, None]
    assert torch.allclose(
        mix(X[:3], E[:3], t) / (1 - at), X[:3] + sigma(t)[:, None, None, None] * E[:3], atol=1e-5
    )
    assert float(time_of(torch.tensor([float("inf")]))) == 1.0


def test_half_the_training_times_are_one_and_the_rest_logit_normal():
    t = training_times(4000, torch.Generator().manual_seed(0))
    assert int((t == 1).sum()) == 2000
    logits = torch.logit(t[t < 1])
    assert abs(float(logits.mean())) < 0.1
    assert abs(float(logits.std()) - 1) < 0.1
    again = training_times(4000, torch.Generator().manual_seed(0))
    assert torch.equal(t, again)


def test_walking_times_fall_from_one_to_nothing():
    assert walking_times(4) == (1.0, 0.75, 0.5, 0.25, 0.0)
    shifted = walking_times(4, 3.0)
    assert shifted[0] == 1.0
    assert shifted[-1] == 0.0
    assert shifted[2] == pytest.approx(0.75)
    with pytest.raises(ValueError, match="steps"):
        walking_times(0)


def test_karras_times_fall_evenly_in_a_root_of_the_noise():
    times = karras_times(6, 20.0, 0.05, 7.0)
    assert times[0] == 1.0
    assert times[-1] == 0.0
    assert times[-2] == pytest.approx(0.05 / 1.05)
    roots = [(t / (1 - t)) ** (1 / 7) for t in times[1:-1]]
    steps = [a - b for a, b in zip([20 ** (1 / 7), *roots], roots, strict=False)]
    assert steps == pytest.approx([steps[0]] * 5)
    assert karras_times(1) == (1.0, 0.0)
    with pytest.raises(ValueError, match="steps"):
        karras_times(0)
