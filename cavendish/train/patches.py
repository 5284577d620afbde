"""How far two sets of pictures are apart in style: distances between their small patches, wherever these lie.

Sliced Wasserstein distance over patches at several sizes (Elnekave and Weiss 2022, arXiv:2203.12862).
"""

from typing import NamedTuple

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor

_SLICES = 48


class Scale(NamedTuple):
    """Patches of `patch` × `patch` pixels of pictures made `smaller` times smaller."""

    patch: int
    smaller: int


COLOURS = Scale(1, 1)
WHOLE = (COLOURS, Scale(5, 1), Scale(5, 2), Scale(5, 4))


def apart(
    a: Float[Tensor, "n 3 _ _"],
    b: Float[Tensor, "m 3 _ _"],
    generator: torch.Generator,
    scales: tuple[Scale, ...] = WHOLE,
    count: int = 4096,
) -> Float[Tensor, ""]:
    """The mean distance of the pictures' patches, projected on random directions and put in order.

    0 for equal sets and whatever the places of things; gradients reach both. `count` patches of each are drawn.
    """
    total = a.new_zeros(())
    for scale in scales:
        one, other = (_seen(x, scale) for x in (a, b))
        kernel = torch.randn(
            _SLICES, 3, scale.patch, scale.patch, generator=generator, device=generator.device
        )
        kernel = kernel / kernel.flatten(1).norm(dim=1)[:, None, None, None]
        drawn = (_drawn(F.conv2d(x, kernel.to(x.device)), generator, count) for x in (one, other))
        first, second = (rows.sort(1).values for rows in drawn)
        total = total + (first - second).abs().mean() / len(scales)
    return total


def outlines(painted: Float[Tensor, "n 3 h w"], kept: Float[Tensor, "n 3 h w"]) -> Float[Tensor, ""]:
    """1 − the mean correlation of where two sets of pictures have edges, whatever their colours: 0 where all stay."""
    a, b = (_slopes(x) for x in (painted, kept))
    a, b = (x - x.mean(1, keepdim=True) for x in (a, b))
    shared = (a * b).sum(1) / (a.square().sum(1) * b.square().sum(1)).clamp(min=1e-8).sqrt()
    return 1 - shared.mean()


def weave(painted: Float[Tensor, "n 3 h w"], period: int = 4, windows: int = 8) -> Float[Tensor, ""]:
    """How strong a pattern of that period is in windows of so many periods: 0 where none is, its mean size else.

    What a picture holds besides, slopes and textures of other periods, averages out. Sides below a window count 0.
    """
    side = period * windows
    n, c, h, w = painted.shape
    y, x = h // side, w // side
    if not y or not x:
        return painted.sum() * 0
    smooth = F.avg_pool2d(painted, period + 1, 1, period // 2, count_include_pad=False)
    fine = (painted - smooth)[..., : y * side, : x * side]
    folded = fine.reshape(n, c, y, windows, period, x, windows, period).mean((3, 6))
    pattern = folded - folded.mean((3, 5), keepdim=True)
    return pattern.abs().mean()


def _slopes(picture: Tensor) -> Tensor:
    grey = F.avg_pool2d(picture.float().mean(1, keepdim=True), 2)
    across = grey[..., :-1, 1:] - grey[..., :-1, :-1]
    down = grey[..., 1:, :-1] - grey[..., :-1, :-1]
    return (across.square() + down.square() + 1e-6).sqrt().flatten(1)


def _seen(pictures: Tensor, scale: Scale) -> Tensor:
    pictures = pictures.float()
    return F.avg_pool2d(pictures, scale.smaller) if scale.smaller > 1 else pictures


def _drawn(projected: Tensor, generator: torch.Generator, count: int) -> Tensor:
    """`count` places of projections [n k h w], over all pictures, as rows [k count]."""
    rows = projected.transpose(0, 1).flatten(1)
    places = torch.randint(0, rows.shape[1], (count,), generator=generator, device=generator.device)
    return rows[:, places.to(rows.device)]
