"""Noise that belongs to a place: a hash of (seed, level, channel, row, column), never of batch, tile or order.

Shapes: c channels, h w rows and columns.
"""

import math

import torch
from jaxtyping import Float, Int32
from torch import Tensor

_WORD = 1 << 32


def key(*numbers: int) -> int:
    """32 bits that depend on every number and on their order; any integers, SplitMix64 between them."""
    state = 0x9E3779B97F4A7C15
    for number in numbers:
        state = (state ^ (number & (2**64 - 1))) * 0xBF58476D1CE4E5B9 % 2**64
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB % 2**64
        state ^= state >> 31
    return state % _WORD


def _signed(word: int) -> int:
    return word - _WORD if word >= _WORD // 2 else word


def _mixed(x: Int32[Tensor, "*s"]) -> Int32[Tensor, "*s"]:
    """Wellons' lowbias32, in place; products wrap at 32 bits."""
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        x ^= (x >> shift) & ((1 << (32 - shift)) - 1)
        x *= _signed(factor)
    x ^= (x >> 16) & 0xFFFF
    return x


def words(
    seed: int,
    level: int,
    channel: int,
    top: int,
    left: int,
    h: int,
    w: int,
    device: torch.device | None = None,
) -> Int32[Tensor, "h w"]:
    """32 random bits for every pixel of the window whose corner is (`top`, `left`)."""
    start = _signed(key(seed, level, channel))
    rows = torch.arange(top, top + h, dtype=torch.int32, device=device)[:, None]
    columns = torch.arange(left, left + w, dtype=torch.int32, device=device)[None, :]
    return _mixed(_mixed(rows ^ start) + columns * _signed(0x9E3779B1))


def uniform(
    seed: int, level: int, shape: tuple[int, int, int], device: torch.device | None = None
) -> Float[Tensor, "c h w"]:
    """Uniform numbers in 0..1, ends excluded, for `shape` (c, h, w)."""
    channels, h, w = shape
    each = [words(seed, level, channel, 0, 0, h, w, device) for channel in range(channels)]
    return ((torch.stack(each) >> 8) & 0xFFFFFF).float().add_(0.5).mul_(2.0**-24)


def gaussian(
    seed: int,
    level: int,
    window: tuple[int, int, int, int],
    channels: int = 3,
    device: torch.device | None = None,
) -> Float[Tensor, "c h w"]:
    """Standard normal numbers for the window (top, left, h, w): Box–Muller on 16 + 16 bits, so |value| < 4.9."""
    planes: list[Tensor] = []
    for channel in range(0, channels, 2):
        word = words(seed, level, channel, *window, device)
        radius = ((word >> 16) & 0xFFFF).float().add_(0.5).mul_(2.0**-16).log_().mul_(-2).sqrt_()
        angle = (word & 0xFFFF).float().mul_(2 * math.pi * 2.0**-16)
        planes += [radius * angle.cos(), radius * angle.sin()]
    return torch.stack(planes[:channels])
