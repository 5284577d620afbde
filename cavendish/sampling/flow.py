"""The straight path between picture and noise (rectified flow, arXiv:2209.03003), and times on it.

x_t = (1 − t)·x + t·ε, so t = 0 is the picture and t = 1 pure noise. Networks predict x. b pictures, *s rest.
"""

import torch
from jaxtyping import Float
from torch import Tensor

CLAMP = 0.05  # smallest t that a velocity is divided by (arXiv:2511.13720)


def _like(t: Tensor, x: Tensor) -> Tensor:
    return t.reshape(-1, *[1] * (x.dim() - 1))


def mix(
    x: Float[Tensor, " b *s"], noise: Float[Tensor, " b *s"], t: Float[Tensor, " b"]
) -> Float[Tensor, " b *s"]:
    """x_t: the point a share `t` of the way from picture to noise."""
    at = _like(t, x)
    return (1 - at) * x + at * noise


def velocity(
    painted: Float[Tensor, " b *s"], noisy: Float[Tensor, " b *s"], t: Float[Tensor, " b"]
) -> Float[Tensor, " b *s"]:
    """dx_t/dt = ε − x as the prediction `painted` of x implies it: (x_t − x̂)/t, t clamped at 0.05."""
    return (noisy - painted) / _like(t, noisy).clamp(min=CLAMP)


def implied_noise(
    painted: Float[Tensor, " b *s"], noisy: Float[Tensor, " b *s"], t: Float[Tensor, " b"]
) -> Float[Tensor, " b *s"]:
    """The ε that `noisy` holds if its picture is `painted`: (x_t − (1−t)·x̂)/t, t clamped at 0.05."""
    at = _like(t, noisy)
    return (noisy - (1 - at) * painted) / at.clamp(min=CLAMP)


def sigma(t: Float[Tensor, " *b"]) -> Float[Tensor, " *b"]:
    """σ' = t/(1−t): x_t/(1−t) = x + σ'·ε, the form k-diffusion samplers walk in. Infinite at t = 1."""
    return t / (1 - t)


def time_of(sigma: Float[Tensor, " *b"]) -> Float[Tensor, " *b"]:
    """The t with t/(1−t) = σ'; 1 where σ' is infinite."""
    return torch.where(torch.isinf(sigma), torch.ones_like(sigma), sigma / (1 + sigma))


def training_times(
    count: int, generator: torch.Generator, device: torch.device | None = None, one: float = 0.5
) -> Float[Tensor, " b"]:
    """Times to train on: a share `one` of them exactly 1, the rest logit-normal (arXiv:2403.03206, eq. 19).

    The generator must live on `device`.
    """
    drawn = torch.sigmoid(torch.randn(count, generator=generator, device=device))
    first = torch.arange(count, device=device) < round(one * count)
    return torch.where(first, torch.ones_like(drawn), drawn.clamp(1e-3, 1 - 1e-3))


def walking_times(steps: int, shift: float = 1.0) -> tuple[float, ...]:
    """The `steps` + 1 times from 1 to 0 of a sampler; `shift` > 1 spends more of them near noise.

    t' = s·t/(1 + (s−1)·t) (arXiv:2403.03206, eq. 23). Raises ValueError when `steps` < 1.
    """
    if steps < 1:
        raise ValueError(f"steps: expected at least 1, got {steps}")
    even = [1 - i / steps for i in range(steps + 1)]
    return tuple(shift * t / (1 + (shift - 1) * t) for t in even)


def karras_times(steps: int, most: float = 20.0, least: float = 0.05, bend: float = 7.0) -> tuple[float, ...]:
    """The `steps` + 1 times from 1 to 0 whose σ = t/(1−t) fall evenly in σ^(1/bend) (arXiv:2206.00364, eq. 5).

    The first, σ = `most`, is taken as pure noise; the last before 0 is `least`. Raises ValueError when `steps` < 1.
    """
    if steps < 1:
        raise ValueError(f"steps: expected at least 1, got {steps}")
    high, low = most ** (1 / bend), least ** (1 / bend)
    sigmas = [(high + i / (steps - 1) * (low - high)) ** bend for i in range(1, steps)]
    return (1.0, *(each / (1 + each) for each in sigmas), 0.0)
