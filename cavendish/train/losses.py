"""What a painted picture is charged for: error, edges, block frequencies, velocity.

Shapes: b pictures, h w rows and columns.
"""

import math
from functools import cache

import torch
import torch.nn.functional as F
from torch import Tensor

from cavendish.sampling.flow import CLAMP

BLOCK = 8


@cache
def dct_filters(device: torch.device) -> Tensor:
    """The 64 orthonormal 8×8 cosine patterns as [64 1 8 8], u (vertical) slow and v (horizontal) fast."""
    n = torch.arange(BLOCK, dtype=torch.float64)
    basis = torch.cos(math.pi * (n[None, :] + 0.5) * n[:, None] / BLOCK) * math.sqrt(2 / BLOCK)
    basis[0] /= math.sqrt(2)
    filters = torch.einsum("uy,vx->uvyx", basis, basis).reshape(BLOCK * BLOCK, 1, BLOCK, BLOCK)
    return filters.to(device, torch.float32)


@cache
def dct_weights(device: torch.device) -> Tensor:
    """What an error in each pattern costs, [1 64 1 1], mean 1: grows as natural spectra fall."""
    n = torch.arange(BLOCK, dtype=torch.float32)
    frequency = torch.sqrt(n[:, None] ** 2 + n[None, :] ** 2).flatten()
    weights = (1 + frequency).clamp(max=6.0)
    return (weights / weights.mean())[None, :, None, None].to(device)


def emphasis(changed: Tensor, extra: float) -> Tensor:
    """Weights [b 1 h w] of mean 1 a picture: 1 + `extra` where things changed the picture, 1 elsewhere."""
    weight = 1 + extra * changed
    return weight / weight.mean((1, 2, 3), keepdim=True)


def absolute(error: Tensor, weight: Tensor) -> Tensor:
    """Mean weighted |error| per picture, [b]."""
    return (error.abs() * weight).mean((1, 2, 3))


def edges(error: Tensor, weight: Tensor) -> Tensor:
    """Mean weighted |∂error| along both axes per picture, [b]."""
    across = ((error[..., 1:] - error[..., :-1]).abs() * weight[..., 1:]).mean((1, 2, 3))
    down = ((error[..., 1:, :] - error[..., :-1, :]).abs() * weight[..., 1:, :]).mean((1, 2, 3))
    return across + down


def _patterns(x: Tensor, offset: tuple[int, int]) -> Tensor:
    """DCT coefficients of the 8×8 blocks of `x` [b c h w] that start at `offset`, as [b·c 64 y x]."""
    x = x[..., offset[0] :, offset[1] :].flatten(0, 1)[:, None]
    return F.conv2d(x, dct_filters(x.device).to(x.dtype), stride=BLOCK)


def _charged(coefficients: Tensor, weight: Tensor, offset: tuple[int, int]) -> Tensor:
    """Mean |coefficient| per picture [b], each at its pattern's cost and the weight [b 1 h w] of its block."""
    b, (rows, columns) = len(weight), coefficients.shape[-2:]
    charged = coefficients.abs() * dct_weights(coefficients.device).to(coefficients.dtype)
    local = F.avg_pool2d(weight[..., offset[0] :, offset[1] :], BLOCK)[:, :, :rows, :columns]
    return (charged.reshape(b, -1, rows, columns) * local).mean((1, 2, 3))


def frequencies(error: Tensor, weight: Tensor, offset: tuple[int, int]) -> Tensor:
    """Mean weighted |DCT coefficient| of 8×8 blocks starting at `offset` per picture, [b].

    The offset moves from step to step, so no block grid is ever learned.
    """
    return _charged(_patterns(error, offset), weight, offset)


def liveliness(painted: Tensor, target: Tensor, weight: Tensor, offset: tuple[int, int]) -> Tensor:
    """Mean weighted difference of |DCT coefficient|s per picture, [b]: as much of each frequency, wherever its crests.

    What cannot be known is best left out, says every other charge, so pictures turn soft; this one says that it shows.
    """
    ours, theirs = (_patterns(x.float(), offset).abs() for x in (painted, target))
    return _charged(ours - theirs, weight, offset)


def one_step(painted: Tensor, target: Tensor, weight: Tensor, offset: tuple[int, int]) -> Tensor:
    """The charge for a picture painted in one step from pure noise, per picture [b]."""
    error = painted.float() - target
    return absolute(error, weight) + edges(error, weight) + 0.5 * frequencies(error, weight, offset)


def velocity(painted: Tensor, target: Tensor, weight: Tensor, t: Tensor) -> Tensor:
    """Mean weighted squared error of the velocity that `painted` implies at time t [b], per picture [b].

    With x_t = (1 − t)·x + t·ε, x̂ implies (x_t − x̂)/t, so the error is (x − x̂)/t; t is clamped at 0.05
    (arXiv:2511.13720).
    """
    error = (painted.float() - target) / t.clamp(min=CLAMP)[:, None, None, None]
    return (error.square() * weight).mean((1, 2, 3))
