"""Samplers against a target whose exact walk is known: a Gaussian N(μ, s²)."""

from itertools import pairwise

import pytest
import torch
from torch import Tensor

from cavendish.sampling.flow import walking_times
from cavendish.sampling.samplers import SAMPLERS, Sampler, euler, heun

MEAN, SPREAD = 0.3, 0.5


def posterior(x: Tensor, t: float) -> Tensor:
    """E[picture | x_t] for pictures N(μ, s²): linear, because everything is Gaussian."""
    variance = (1 - t) ** 2 * SPREAD**2 + t**2
    return MEAN + (1 - t) * SPREAD**2 / variance * (x - (1 - t) * MEAN)


NOISE = torch.linspace(-2, 2, 9, dtype=torch.float64)
EXACT = MEAN + SPREAD * NOISE  # the deterministic walk keeps the number of deviations


def error(name: str, steps: int) -> float:
    *_, last = SAMPLERS[name](posterior, NOISE, walking_times(steps))
    return float((last - EXACT).abs().max())


@pytest.mark.parametrize(("name", "order"), [("euler", 1), ("heun", 2)])
def test_the_error_falls_with_the_order_of_the_method(name: str, order: int):
    errors = [error(name, steps) for steps in (16, 32, 64)]
    assert errors[2] < 0.03
    for coarse, fine in pairwise(errors):
        assert coarse / fine == pytest.approx(2**order, rel=0.35)


def test_second_order_is_nearer_for_the_same_steps():
    assert error("heun", 8) < 0.3 * error("euler", 8)


@pytest.mark.parametrize("sampler", [euler, heun])
def test_one_step_is_the_callables_own_answer(sampler: Sampler):
    asked: list[float] = []

    def predict(x: Tensor, t: float) -> Tensor:
        asked.append(t)
        return posterior(x, t)

    pictures = list(sampler(predict, NOISE, walking_times(1)))
    assert len(pictures) == 1
    assert torch.allclose(pictures[0], posterior(NOISE, 1.0))
    assert asked == [1.0]


@pytest.mark.parametrize("sampler", [euler, heun])
def test_every_step_yields_an_estimate(sampler: Sampler):
    assert len(list(sampler(posterior, NOISE, walking_times(5)))) == 5


@pytest.mark.parametrize("sampler", [euler, heun])
def test_a_picture_that_is_certain_is_reached_exactly(sampler: Sampler):
    *_, last = sampler(lambda x, _t: torch.full_like(x, 0.7), NOISE, walking_times(7, 3.0))
    assert torch.allclose(last, torch.full_like(NOISE, 0.7))
