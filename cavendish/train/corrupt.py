"""What training hides or spoils on purpose: bits, guides, regions, the level below.

Shapes: b pictures, h w rows and columns. The generators live on the tensors' device.
"""

import math
from dataclasses import astuple, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor


@dataclass(frozen=True)
class Tokens:
    """What the decoder sees of the tokens: `keep` grids [b], bits flipped with chance `flip` [b]."""

    keep: Tensor
    flip: Tensor


def uniform(shape: tuple[int, ...], generator: torch.Generator) -> Tensor:
    """Numbers in 0..1 on the generator's device."""
    return torch.rand(shape, generator=generator, device=generator.device)


@dataclass(frozen=True)
class Regimes:
    """Shares of pictures that see no tokens, a prefix, or bits flipped with chances up to `most`; the rest all."""

    none: float = 0.2
    prefix: float = 0.2
    flipped: float = 0.4
    most: float = 0.15

    def towards(self, other: "Regimes", share: float) -> "Regimes":
        """These regimes moved `share` of the way to the other's."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Regimes(*(a + (b - a) * share for a, b in pairs))


def tokens(
    count: int, grids: int, without: Tensor, generator: torch.Generator, regimes: Regimes | None = None
) -> Tokens:
    """What each of `count` pictures sees of its tokens under the regimes (MODEL's when None).

    Pictures under a true `without` [b] have no guides: they always see some tokens.
    """
    r = regimes or Regimes()
    regime = uniform((count,), generator)
    prefix = 1 + (uniform((count,), generator) * grids).long().clamp(max=grids - 1)
    some = r.none + r.prefix
    keep = torch.where(regime < some, prefix, grids)
    keep = torch.where((regime < r.none) & ~without, 0, keep)
    flips = (regime >= some) & (regime < some + r.flipped)
    flip = torch.where(flips, uniform((count,), generator) * r.most, 0.0)
    return Tokens(keep, flip)


def region(count: int, size: tuple[int, int], share: float, generator: torch.Generator) -> Tensor:
    """Masks [b 1 h w] of known pixels: a `share` of the pictures knows a rectangle or all but one."""
    h, w = size
    ends = uniform((count, 4), generator)
    y = torch.arange(h, device=generator.device)[None, :] / h
    x = torch.arange(w, device=generator.device)[None, :] / w
    low_y, high_y = (
        torch.minimum(ends[:, :1], ends[:, 1:2]) - 0.05,
        torch.maximum(ends[:, :1], ends[:, 1:2]) + 0.05,
    )
    low_x, high_x = (
        torch.minimum(ends[:, 2:3], ends[:, 3:]) - 0.05,
        torch.maximum(ends[:, 2:3], ends[:, 3:]) + 0.05,
    )
    inside = ((y >= low_y) & (y < high_y))[:, :, None] & ((x >= low_x) & (x < high_x))[:, None, :]
    turned = uniform((count, 1, 1), generator) < 0.5
    on = uniform((count, 1, 1), generator) < share
    return ((inside ^ turned) & on).float()[:, None]


def blurred(picture: Tensor, strength: Tensor) -> Tensor:
    """`picture` [b c h w] under a Gaussian of deviation `strength` [b] pixels, at most 2; borders repeat."""
    reach = 5
    offsets = torch.arange(-reach, reach + 1, device=picture.device, dtype=torch.float32)
    kernel = torch.exp(-0.5 * (offsets[None, :] / strength.clamp(0.05, 2.0)[:, None]) ** 2)
    kernel = kernel / kernel.sum(1, keepdim=True)
    b, c, h, w = picture.shape
    rows = kernel.repeat_interleave(c, 0)
    flat = F.pad(picture.reshape(1, b * c, h, w), (reach, reach, reach, reach), mode="replicate")
    flat = F.conv2d(flat, rows[:, None, None, :], groups=b * c)
    return F.conv2d(flat, rows[:, None, :, None], groups=b * c).reshape(b, c, h, w)


def tinted(picture: Tensor, generator: torch.Generator, most: float = 0.06) -> Tensor:
    """`picture` [b 3 h w] with each picture's colours scaled and shifted a little, alike everywhere."""
    b = len(picture)
    scale = 1 + (uniform((b, 3, 1, 1), generator) * 2 - 1) * most
    shift = (uniform((b, 3, 1, 1), generator) * 2 - 1) * most
    return picture * scale + shift


def noisy(picture: Tensor, strength: Tensor, generator: torch.Generator) -> Tensor:
    """`picture` plus Gaussian noise of standard deviation `strength` [b]."""
    noise = torch.randn(picture.shape, generator=generator, device=generator.device)
    return picture + noise * strength[:, None, None, None]


def log_uniform(count: int, low: float, high: float, generator: torch.Generator) -> Tensor:
    """Numbers [n] whose logarithm is even between those of `low` and `high`."""
    return torch.exp(math.log(low) + uniform((count,), generator) * math.log(high / low))
