"""How much work goes into a picture: three tiers, the ladder that each climbs, and the sizes of its levels."""

import math
from dataclasses import dataclass

from cavendish.models.ladder import CELL, SIDES, Grids, ladder, ladder_of

Size = tuple[int, int]
ANCHOR = 1_500_000  # pixels: every 1K picture has fewer, every 2K picture more
LEAST = 1.5
"""How many times as large as the small picture the next level is, at least; docs/painting.md has what less costs."""


@dataclass(frozen=True)
class Tier:
    """`stop`: the ladder's last side, or what the weights were trained to, if less. `passes`: looks at a grid.

    `steps`: the base decoder's, walked by `sampler`. `spared`: the last level is enlarged, not painted.
    """

    stop: int
    steps: int = 1
    sampler: str = "euler"
    passes: int = 1
    spared: bool = False


TIERS: dict[str, Tier] = {
    "draft": Tier(stop=9, spared=True),
    "flash": Tier(stop=18),
    "pro": Tier(stop=24),
}
"""docs/painting.md has what each gives and costs."""
USUAL = "flash"


def base_grids(size: Size, stop: int) -> Grids:
    """The ladder of the small picture under one of `size` (h, w): as far as `stop`, with room for a level above it.

    A level that is less than `LEAST` times as large as the one below is blurred; so the last grid is the picture's own,
    or that much smaller.
    """
    (rows, below), (columns, right) = (divmod(length, CELL) for length in size)
    if not (below or right) and rows * columns <= stop * stop:
        return ladder_of(rows, columns)
    side = math.sqrt(size[0] * size[1]) / CELL
    smaller = (each for each in SIDES if each <= stop and each * LEAST <= side)
    return ladder(size[1] / size[0], max(smaller, default=1))


def base_size(grids: Grids) -> Size:
    """Rows and columns of the small picture that a ladder carries."""
    return grids[-1][0] * CELL, grids[-1][1] * CELL


def level_sizes(base: Size, size: Size) -> tuple[Size, ...]:
    """The sizes after the base's, up to `size`, each at most twice the one before in both directions.

    Above `ANCHOR` pixels each is half of the next, so that a 1K picture is a level of its 2K and 4K; below, even steps.
    """
    if base == size:
        return ()
    above: list[Size] = []
    while size[0] * size[1] > ANCHOR and 4 * base[0] * base[1] <= size[0] * size[1]:
        above.insert(0, size)
        size = (round(size[0] / 2), round(size[1] / 2))
    growth = max(size[0] / base[0], size[1] / base[1], 1.0)
    count = max(1, math.ceil(math.log2(growth) - 1e-9))
    shares = [(i + 1) / count for i in range(count)]
    even = [
        (round(base[0] * (size[0] / base[0]) ** s), round(base[1] * (size[1] / base[1]) ** s)) for s in shares
    ]
    return (*even, *above)
