"""Walks from noise to a picture, over any callable that says which picture it sees in the noise.

dx/dt = (x_t − x̂)/t on the straight path of `flow`. Every sampler yields its estimate after each step; the last one
is the sample. One step from t = 1 yields the callable's own answer.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from jaxtyping import Float
from torch import Tensor

Predict = Callable[[Float[Tensor, "*s"], float], Float[Tensor, "*s"]]
Sampler = Callable[[Predict, Tensor, Sequence[float]], Iterator[Tensor]]


def euler(predict: Predict, noise: Tensor, times: Sequence[float]) -> Iterator[Tensor]:
    """First order; on this path the same as DDIM without noise. `times` fall from 1 to 0."""
    x = noise
    for t, after in pairwise(times):
        painted = predict(x, t)
        x = painted + (x - painted) * (after / t)
        yield painted if after > 0 else x


def heun(predict: Predict, noise: Tensor, times: Sequence[float]) -> Iterator[Tensor]:
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


SAMPLERS: dict[str, Sampler] = {"euler": euler, "heun": heun}
