"""Charges agree with their closed forms."""

import pytest
import torch
import torch.nn.functional as F

from cavendish.train import losses

CPU = torch.device("cpu")


def test_the_cosine_patterns_are_orthonormal() -> None:
    filters = losses.dct_filters(CPU).reshape(64, 64)
    assert torch.allclose(filters @ filters.T, torch.eye(64), atol=1e-5)
    assert torch.allclose(filters[0], torch.full((64,), 1 / 8), atol=1e-6)


def test_a_right_picture_costs_nothing() -> None:
    picture = torch.rand(2, 3, 24, 24)
    weight = losses.emphasis(torch.zeros(2, 1, 24, 24), 1.0)
    assert torch.equal(losses.one_step(picture, picture, weight, (3, 5)), torch.zeros(2))
    assert torch.equal(losses.velocity(picture, picture, weight, torch.rand(2)), torch.zeros(2))


def test_a_flat_error_costs_its_height_and_its_lowest_frequency() -> None:
    weight = torch.ones(1, 1, 16, 16)
    error = torch.full((1, 3, 16, 16), 0.25)
    assert losses.absolute(error, weight).item() == pytest.approx(0.25)
    assert losses.edges(error, weight).item() == pytest.approx(0.0)
    lowest = float(losses.dct_weights(CPU).flatten()[0])
    assert losses.frequencies(error, weight, (0, 0)).item() == pytest.approx(0.25 * 8 * lowest / 64, rel=1e-4)


def test_blur_costs_more_than_a_shift_of_light_of_the_same_size() -> None:
    noise = torch.randn(1, 3, 32, 32)
    flat = torch.ones_like(noise) * noise.abs().mean()
    weight = torch.ones(1, 1, 32, 32)
    assert losses.frequencies(noise, weight, (0, 0)) > 2 * losses.frequencies(flat, weight, (0, 0))


def test_detail_of_the_right_strength_in_the_wrong_place_is_lively_enough() -> None:
    target, weight = torch.randn(1, 3, 32, 32), torch.ones(1, 1, 32, 32)
    coefficients = F.conv2d(target.transpose(0, 1), losses.dct_filters(CPU), stride=8)
    other_way = -coefficients  # the same strength of every pattern, its crests where troughs were
    turned = F.conv_transpose2d(other_way, losses.dct_filters(CPU), stride=8).transpose(0, 1)
    assert losses.liveliness(turned, target, weight, (0, 0)).item() == pytest.approx(0, abs=1e-4)
    half = losses.liveliness(0.5 * target, target, weight, (0, 0))
    assert half.item() == pytest.approx(0.5 * losses.frequencies(target, weight, (0, 0)).item(), rel=1e-4)
    assert losses.one_step(turned, target, weight, (0, 0)) > losses.one_step(
        0.5 * target, target, weight, (0, 0)
    )


def test_the_implied_velocitys_error_is_the_pictures_over_t() -> None:
    x, painted, noise = torch.rand(2, 3, 8, 8), torch.rand(2, 3, 8, 8), torch.randn(2, 3, 8, 8)
    t = torch.tensor([0.5, 0.8])
    at = t[:, None, None, None]
    implied = ((1 - at) * x + at * noise - painted) / at
    expected = F.mse_loss(implied, noise - x, reduction="none").mean((1, 2, 3))
    assert torch.allclose(losses.velocity(painted, x, torch.ones(2, 1, 8, 8), t), expected, rtol=1e-4)
    early = losses.velocity(painted, x, torch.ones(2, 1, 8, 8), torch.tensor([0.001, 0.05]))
    assert early[0] == pytest.approx(float(((painted[0] - x[0]) / 0.05).square().mean()), rel=1e-4)


def test_emphasis_moves_weight_and_keeps_its_mean() -> None:
    changed = torch.zeros(1, 1, 4, 4)
    changed[..., :2] = 1
    weight = losses.emphasis(changed, 1.0)
    assert weight.mean().item() == pytest.approx(1)
    assert weight[0, 0, 0, 0].item() == pytest.approx(2 * weight[0, 0, 0, 3].item())
