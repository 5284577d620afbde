"""A net of another architecture for the second judge: directions of edges in cells, cells' colours, a perceptron.

Shapes: b crops, c directions, k kinds and "nothing".
"""

import math

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

DIRECTIONS, CELLS, HUES = 9, 10, 8
"""Directions of edges, cells along a side for them, and cells along a side for mean colours."""
_SIDE, _WIDE, _NARROW, _DROPPED = 60, 320, 256, 0.2
_READ = DIRECTIONS * CELLS**2 + 3 * HUES**2


class OutlineNet(nn.Module):
    """Histograms of oriented gradients (Dalal & Triggs 2005) and mean colours, under two hidden layers."""

    def __init__(self, kinds: int, colors: int) -> None:
        super().__init__()
        self.wide, self.narrow = nn.Linear(_READ, _WIDE), nn.Linear(_WIDE, _NARROW)
        self.first, self.second = nn.LayerNorm(_WIDE), nn.LayerNorm(_NARROW)
        self.kind = nn.Linear(_NARROW, kinds + 1)
        self.color = nn.Linear(_NARROW, colors)

    def forward(self, crops: Float[Tensor, "b 3 64 64"]) -> tuple[Float[Tensor, "b _"], Float[Tensor, "b _"]]:
        """Logits of kind [b k+1] and colour [b 10] of crops in −1..1."""
        hues = F.adaptive_avg_pool2d(crops, HUES).flatten(1)
        x = torch.cat([directions(crops).flatten(1), hues], 1)
        for layer, norm in ((self.wide, self.first), (self.narrow, self.second)):
            x = F.dropout(F.gelu(norm(layer(x))), _DROPPED, self.training)
        return self.kind(x), self.color(x)


def directions(crops: Float[Tensor, "b 3 64 64"]) -> Float[Tensor, "b 9 10 10"]:
    """How strong edges of each direction (0 to 180°) are in each cell, relative to the cells around it."""
    inner = (crops.shape[-1] - _SIDE) // 2
    x = crops[..., inner - 1 : inner + _SIDE + 1, inner - 1 : inner + _SIDE + 1]
    dx = x[..., 1:-1, 2:] - x[..., 1:-1, :-2]
    dy = x[..., 2:, 1:-1] - x[..., :-2, 1:-1]
    strongest = (dx**2 + dy**2).argmax(1, keepdim=True)
    dx, dy = dx.gather(1, strongest), dy.gather(1, strongest)
    # Each edge counts for the two directions that it lies between.
    turn = torch.atan2(dy, dx) / math.pi * DIRECTIONS
    bins = torch.arange(DIRECTIONS, device=crops.device)[:, None, None]
    off = (turn - bins) % DIRECTIONS
    near = (1 - torch.minimum(off, DIRECTIONS - off)).clamp_min(0)
    cells = F.avg_pool2d(near * (dx**2 + dy**2).sqrt(), _SIDE // CELLS)
    around = F.avg_pool2d((cells**2).sum(1, keepdim=True), 3, 1, 1, count_include_pad=False)
    return (cells / (around + 1e-3).sqrt()).clamp_max(1.0)
