"""The ladder of token grids, coarse to fine, and what guides say cell by cell on each of them.

Shapes: b pictures, c guide channels, h w rows and columns; a grid is (rows, columns).
"""

import math

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor

SIDES = (1, 2, 3, 4, 5, 6, 7, 9, 13, 18, 24)
CELL = 16  # picture pixels a side of a cell of the last grid
Grids = tuple[tuple[int, int], ...]


def ladder(aspect: float = 1.0, stop: int = 24) -> Grids:
    """Grids of about the area of squares of side 1, 2, 3, … `stop`, `aspect` times as wide as high.

    A square's full ladder holds 1,290 cells. Raises ValueError when `stop` is no side of the ladder.
    """
    if stop not in SIDES:
        raise ValueError(f"stop: expected one of {SIDES}, got {stop}")
    root = math.sqrt(aspect)
    sides = SIDES[: SIDES.index(stop) + 1]
    return tuple((max(1, round(side / root)), max(1, round(side * root))) for side in sides)


def ladder_of(h: int, w: int) -> Grids:
    """The ladder whose last grid is exactly h×w cells: coarser grids, all smaller, follow its aspect."""
    side = math.sqrt(h * w)
    below = ladder(w / h, 24)
    kept = [grid for grid, each in zip(below, SIDES, strict=True) if each < side - 0.5]
    return (*(grid for grid in kept if grid[0] <= h and grid[1] <= w and grid != (h, w)), (h, w))


def last_side(side: int) -> int:
    """Where the ladder ends of a square picture of `side` pixels: its last side, at least 1."""
    return max((each for each in SIDES if each * CELL <= side), default=1)


def cells_in(grids: Grids) -> int:
    """How many tokens the ladder holds."""
    return sum(h * w for h, w in grids)


def pool_cells(guides: Float[Tensor, "b c h w"], grids: Grids) -> tuple[Float[Tensor, "b k y x"], ...]:
    """Per grid, the mean and the mean square of every guide in every cell: [b 2c y x] each.

    Pooled from 4×4 blocks, so a cell's border is exact to 4 pixels.
    """
    block = 4 if min(guides.shape[-2:]) >= 4 * max(grids[-1]) else 1
    # One picture at a time: what a step makes of 39 full-size planes would not stay in a processor's cache.
    each = guides.split(1) if guides.device.type == "cpu" else (guides,)
    both = torch.cat([_blocks(picture.float(), block) for picture in each])
    return tuple(F.adaptive_avg_pool2d(both, grid) for grid in grids)


def _blocks(guides: Tensor, block: int) -> Tensor:
    return torch.cat([F.avg_pool2d(guides, block), F.avg_pool2d(guides.square(), block)], 1)
