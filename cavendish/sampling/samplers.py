"""Walks from noise to a picture, over any callable that says which picture it sees in the noise.

On the straight path of `flow`, x_t/(1−t) = x + σ·ε with σ = t/(1−t): the form that k-diffusion's samplers walk in
(arXiv:2206.00364). Written in x_t they also hold at t = 1, where σ is infinite. Every sampler yields its estimate after
each step; the last one is the sample. One step from t = 1 yields the callable's own answer.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jaxtyping import Float
from torch import Tensor

from cavendish.sampling.flow import karras_times, walking_times

Predict = Callable[[Float[Tensor, "*s"], float], Float[Tensor, "*s"]]
Fresh = Callable[[int], Float[Tensor, "*s"]]
"""Standard normal numbers for a step (counted from 0), shaped like the noise and independent of it."""
Sampler = Callable[[Predict, Tensor, Sequence[float], Fresh], Iterator[Tensor]]


def euler(
    predict: Predict, noise: Tensor, times: Sequence[float], _fresh: Fresh | None = None
) -> Iterator[Tensor]:
    """First order. `times` fall from 1 to 0."""
    x = noise
    for t, after in pairwise(times):
        painted = predict(x, t)
        x = painted + (x - painted) * (after / t)
        yield painted if after > 0 else x


def ddim(
    predict: Predict, noise: Tensor, times: Sequence[float], _fresh: Fresh | None = None
) -> Iterator[Tensor]:
    """DDIM without noise (arXiv:2010.02502, eq. 12): the picture and the noise it implies, mixed anew.

    On a straight path this is `euler` in other words, to the last rounding.
    """
    x = noise
    for t, after in pairwise(times):
        painted = predict(x, t)
        implied = (x - (1 - t) * painted) / t
        x = (1 - after) * painted + after * implied
        yield painted


def euler_ancestral(
    predict: Predict, noise: Tensor, times: Sequence[float], fresh: Fresh
) -> Iterator[Tensor]:
    """Euler in which each step forgets a part of its noise and draws it anew: σ_up² = σ'²·(1 − σ'²/σ²), σ' after."""
    x = noise
    for step, (t, after) in enumerate(pairwise(times)):
        painted = predict(x, t)
        yield painted
        if after > 0:
            new = math.sqrt(1 - _shrink(t, after) ** 2)
            implied = (x - (1 - t) * painted) / t
            kept = math.sqrt(1 - new * new)
            x = (1 - after) * painted + after * (kept * implied + new * fresh(step))


def heun(
    predict: Predict, noise: Tensor, times: Sequence[float], _fresh: Fresh | None = None
) -> Iterator[Tensor]:
    """Second order: the mean of the slopes at both ends of a step; the last step, to 0, is Euler's."""
    x = noise
    for t, after in pairwise(times):
        painted = predict(x, t)
        if after <= 0:
            yield painted
            return
        slope = (x - painted) / t
        reached = x + (after - t) * slope
        again = predict(reached, after)
        x = x + (after - t) * 0.5 * (slope + (reached - again) / after)
        yield again


def dpm_2m(
    predict: Predict, noise: Tensor, times: Sequence[float], _fresh: Fresh | None = None
) -> Iterator[Tensor]:
    """DPM-Solver++(2M) (arXiv:2211.01095, algorithm 2): second order from the answer before, one look a step.

    Where the step before came from σ = ∞ there is nothing to go by, and the step is Euler's, as is the last.
    """
    x, before, span_before = noise, None, math.inf
    for t, after in pairwise(times):
        painted = predict(x, t)
        yield painted
        if after <= 0:
            return
        shrink = _shrink(t, after)
        span = -math.log(shrink) if shrink > 0 else math.inf  # of log 1/σ
        aim = painted
        if before is not None and span_before < math.inf:
            aim = painted + (painted - before) * (span / (2 * span_before))
        x = (after / t) * x + (1 - after) * (1 - shrink) * aim
        before, span_before = painted, span


def _shrink(t: float, after: float) -> float:
    """σ after a step over σ before it: 0 from t = 1."""
    return after * (1 - t) / (t * (1 - after))


@dataclass(frozen=True)
class Method:
    """A way of walking and the times it walks through. `looks` is how often a step asks the callable."""

    walk: Sampler
    times: Callable[[int], tuple[float, ...]] = walking_times
    looks: int = 1


SAMPLERS: dict[str, Method] = {
    "euler": Method(euler),
    "euler-a": Method(euler_ancestral),
    "heun": Method(heun, looks=2),
    "ddim": Method(ddim),
    "dpm++2m": Method(dpm_2m),
    "dpm++2m-karras": Method(dpm_2m, karras_times),
}
