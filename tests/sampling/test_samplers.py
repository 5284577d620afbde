"""Samplers against a target whose exact walk is known: a Gaussian N(μ, s²)."""

from itertools import pairwise

import pytest
import torch
from torch import Tensor

from cavendish.sampling import noise
from cavendish.sampling.flow import walking_times
from cavendish.sampling.samplers import SAMPLERS, ddim, euler, euler_ancestral

MEAN, SPREAD = 0.3, 0.5
STILL = [name for name in SAMPLERS if name != "euler-a"]


def posterior(x: Tensor, t: float) -> Tensor:
    """E[picture | x_t] for pictures N(μ, s²): linear, because everything is Gaussian."""
    variance = (1 - t) ** 2 * SPREAD**2 + t**2
    return MEAN + (1 - t) * SPREAD**2 / variance * (x - (1 - t) * MEAN)


NOISE = torch.linspace(-2, 2, 9, dtype=torch.float64)
EXACT = MEAN + SPREAD * NOISE  # the deterministic walk keeps the number of deviations


def fresh(step: int) -> Tensor:
    """Noise of a step for `NOISE`."""
    return noise.gaussian(5, step, (0, 0, 1, len(NOISE)), 1)[0, 0].double()


def walked(name: str, steps: int) -> list[Tensor]:
    """Every estimate of a walk from `NOISE`."""
    method = SAMPLERS[name]
    return list(method.walk(posterior, NOISE, method.times(steps), fresh))


def error(name: str, steps: int) -> float:
    return float((walked(name, steps)[-1] - EXACT).abs().max())


@pytest.mark.parametrize(("name", "order"), [("euler", 1), ("ddim", 1), ("heun", 2), ("dpm++2m", 2)])
def test_the_error_falls_with_the_order_of_the_method(name: str, order: int):
    errors = [error(name, steps) for steps in (32, 64, 128)]
    assert errors[2] < 0.03
    for coarse, fine in pairwise(errors):
        assert coarse / fine == pytest.approx(2**order, rel=0.35)


def test_karras_times_reach_what_their_last_noise_allows():
    assert error("dpm++2m-karras", 24) < 0.01
    assert error("dpm++2m-karras", 48) < 0.2 * error("euler", 48)


@pytest.mark.parametrize("name", ["heun", "dpm++2m"])
def test_second_order_is_nearer_for_the_same_steps(name: str):
    assert error(name, 8) < 0.4 * error("euler", 8)


def test_ddim_is_euler_on_a_straight_path():
    for a, b in zip(walked("ddim", 7), walked("euler", 7), strict=True):
        assert torch.allclose(a, b, rtol=0, atol=1e-12)


@pytest.mark.parametrize("name", SAMPLERS)
def test_one_step_is_the_callables_own_answer(name: str):
    asked: list[float] = []

    def predict(x: Tensor, t: float) -> Tensor:
        asked.append(t)
        return posterior(x, t)

    method = SAMPLERS[name]
    pictures = list(method.walk(predict, NOISE, method.times(1), fresh))
    assert len(pictures) == 1
    assert torch.allclose(pictures[0], posterior(NOISE, 1.0))
    assert asked == [1.0]


@pytest.mark.parametrize("name", SAMPLERS)
def test_every_step_yields_an_estimate_and_looks_as_often_as_it_says(name: str):
    method, asked = SAMPLERS[name], 0

    def predict(x: Tensor, t: float) -> Tensor:
        nonlocal asked
        asked += 1
        return posterior(x, t)

    assert len(list(method.walk(predict, NOISE, method.times(5), fresh))) == 5
    assert asked == 5 * method.looks - (method.looks - 1)  # the last step, to 0, needs one look


@pytest.mark.parametrize("name", SAMPLERS)
def test_a_picture_that_is_certain_is_reached_exactly(name: str):
    method = SAMPLERS[name]
    *_, last = method.walk(lambda x, _t: torch.full_like(x, 0.7), NOISE, method.times(7), fresh)
    assert torch.allclose(last, torch.full_like(NOISE, 0.7))


def test_fresh_noise_has_the_variance_that_the_path_has():
    """Around a certain picture, what is seen at any time t has the deviation t that `mix` gives."""
    many = 100_000

    def drawn(step: int) -> Tensor:
        return noise.gaussian(1, step + 1, (0, 0, 1, many), 1)[0, 0]

    seen: list[tuple[float, Tensor]] = []

    def predict(x: Tensor, t: float) -> Tensor:
        seen.append((t, x))
        return torch.full_like(x, 0.7)

    list(euler_ancestral(predict, drawn(-1), walking_times(5), drawn))
    for t, x in seen:
        assert float(x.mean()) == pytest.approx(0.7 * (1 - t), abs=0.01)
        assert float(x.std()) == pytest.approx(t, rel=0.01)
    assert (
        abs(float(torch.corrcoef(torch.stack([seen[0][1], seen[1][1]]))[0, 1])) < 0.01
    )  # all drawn anew from σ = ∞
    assert float(torch.corrcoef(torch.stack([seen[3][1], seen[4][1]]))[0, 1]) == pytest.approx(
        0.375, abs=0.02
    )


def test_ancestral_samples_are_spread_as_the_target_is():
    many = 50_000

    def drawn(step: int) -> Tensor:
        return noise.gaussian(2, step + 1, (0, 0, 1, many), 1)[0, 0]

    short: list[float] = []
    for steps in (40, 80):
        *_, last = euler_ancestral(posterior, drawn(-1), walking_times(steps), drawn)
        assert float(last.mean()) == pytest.approx(MEAN, abs=0.01)
        short.append(1 - float(last.std()) / SPREAD)
    assert 0 < short[1] < 0.05
    assert short[1] == pytest.approx(short[0] / 2, abs=0.01)  # of first order


@pytest.mark.parametrize("name", STILL)
def test_walks_without_fresh_noise_never_ask_for_any(name: str):
    def none(step: int) -> Tensor:
        raise AssertionError(step)

    method = SAMPLERS[name]
    assert len(list(method.walk(posterior, NOISE, method.times(3), none))) == 3


def test_names_of_the_first_order_walks():
    assert SAMPLERS["euler"].walk is euler
    assert SAMPLERS["ddim"].walk is ddim
