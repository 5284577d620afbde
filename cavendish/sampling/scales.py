"""Writing a picture's bits grid by grid, over any callable that says how likely each bit is.

Shapes: b pictures, y x cells of a grid; a grid is (rows, columns). Every draw is a hash of its picture's seed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float
from torch import Tensor

from cavendish.sampling import noise

Grids = tuple[tuple[int, int], ...]
BITS = 12
ONE_BY_ONE = 4
"""Cells at most of the grids whose bits are drawn one after the other, in every cell at once: they say together what is
the same all over the picture, and bits drawn at once would each say their own."""
_LEVEL = 1000  # keeps the draws of bits apart from the noise of pixels


@runtime_checkable
class Look(Protocol):
    """Says how likely bits are: logits [b 12 y x] of grid `rung`, given coarser grids' code pooled to it.

    `known` holds ±1 where a bit is known, else 0, then each cell's mask: [b 13 y x], or None. A second look at
    the same grid replaces the first.
    """

    def __call__(self, rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        """Logits of the grid."""
        ...


Raise = Callable[[Tensor, int], Tensor]
"""What the ±1 signs of grid `rung` add to the code [b 12 y x] of the last grid's size."""


@dataclass(frozen=True)
class Draw:
    """How bits are drawn: logits over `temperature`, the last `greedy` grids by the likelier bit, 1 or 2 `passes`.

    With two passes the surer half of a grid's cells is drawn first, and the rest knowing it. Grids whose bits are drawn
    one after the other (`ONE_BY_ONE`) are drawn by their own odds whatever these three say, `together` bits at a time.
    """

    temperature: float = 0.7
    greedy: int = 1
    passes: int = 1
    together: int = 3


class Written(NamedTuple):
    """The picture's bits as far as they are written, and the code they add up to."""

    bits: tuple[Bool[Tensor, "b 12 _ _"], ...]
    code: Float[Tensor, "b 12 y x"]


def write(
    look: Look,
    raise_grid: Raise,
    grids: Grids,
    seeds: Sequence[int],
    draw: Draw | None = None,
    given: Sequence[Tensor | None] | None = None,
    device: torch.device | None = None,
) -> Iterator[Written]:
    """Yields after every grid; the last is the whole picture. One picture's bits depend on its own seed alone.

    `given` fixes bits: per grid [b 13 y x], ±1 and each cell's mask, or None where all are free.
    """
    draw = draw or Draw()
    bits: tuple[Tensor, ...] = ()
    code: Tensor | None = None
    for rung, grid in enumerate(grids):
        coarser = _pooled(code, len(seeds), grid, device)
        fixed = given[rung] if given is not None else None
        greedy = rung >= len(grids) - draw.greedy
        if one_by_one(grid):
            bit = _one_by_one(look, rung, coarser, seeds, draw.together, fixed)
        else:
            logits = look(rung, coarser, fixed)
            bit = _drawn(logits, seeds, rung, 0.0 if greedy else draw.temperature, fixed)
            if draw.passes > 1 and not greedy:
                sure = _surer_half(logits, bit, fixed)
                logits = look(rung, coarser, sure)
                bit = _drawn(logits, seeds, rung + len(grids), draw.temperature, sure)
        bits = (*bits, bit)
        added = raise_grid(bit.float() * 2 - 1, rung)
        code = added if code is None else code + added
        yield Written(bits, code)


def write_one_by_one(
    look: Callable[[int, int, Tensor], Tensor], raise_grid: Raise, grids: Grids, seeds: Sequence[int]
) -> Iterator[Written]:
    """The slow way, kept to compare: `look` gives logits [b 12 1] of one cell of a grid, row by row."""
    bits: tuple[Tensor, ...] = ()
    code: Tensor | None = None
    for rung, grid in enumerate(grids):
        coarser = _pooled(code, len(seeds), grid, None)
        cells = [look(rung, cell, coarser) for cell in range(grid[0] * grid[1])]
        bit = torch.cat(cells, -1).unflatten(-1, grid) > 0
        bits = (*bits, bit)
        added = raise_grid(bit.float() * 2 - 1, rung)
        code = added if code is None else code + added
        yield Written(bits, code)


def one_by_one(grid: tuple[int, int]) -> bool:
    """Whether a grid's bits are drawn one after the other."""
    return grid[0] * grid[1] <= ONE_BY_ONE


def _one_by_one(
    look: Look, rung: int, coarser: Tensor, seeds: Sequence[int], together: int, fixed: Tensor | None
) -> Tensor:
    """A grid's bits, `together` of every cell at a time, each knowing those before it."""
    known = coarser.new_zeros(len(seeds), BITS + 1, *coarser.shape[-2:]) if fixed is None else fixed.clone()
    for first in range(0, BITS, together):
        logits = look(rung, coarser, known if first or fixed is not None else None)
        now = slice(first, min(first + together, BITS))
        known[:, now] = _drawn(logits, seeds, rung, 1.0, fixed)[:, now].to(known.dtype) * 2 - 1
    return known[:, :BITS] > 0


def _pooled(code: Tensor | None, count: int, grid: tuple[int, int], device: torch.device | None) -> Tensor:
    if code is None:
        return torch.zeros(count, BITS, *grid, device=device)
    return F.adaptive_avg_pool2d(code, grid)


def _drawn(
    logits: Tensor, seeds: Sequence[int], rung: int, temperature: float, known: Tensor | None
) -> Tensor:
    """Bits drawn with probability sigmoid(logits / temperature), or the likelier ones at 0; known ones as known."""
    if temperature <= 0:
        bit = logits > 0
    else:
        chance = torch.sigmoid(logits.float() / temperature)
        shape = (logits.shape[1], logits.shape[2], logits.shape[3])
        dice = torch.stack([noise.uniform(seed, _LEVEL + rung, shape, logits.device) for seed in seeds])
        bit = dice < chance
    if known is None:
        return bit
    return torch.where(known[:, BITS:] > 0.5, known[:, :BITS] > 0, bit)


def _surer_half(logits: Tensor, bit: Tensor, fixed: Tensor | None) -> Tensor:
    """Bits and mask [b 13 y x] of the half of the cells whose bits are likeliest as drawn, and of fixed ones."""
    score = F.logsigmoid(torch.where(bit, logits, -logits).float()).mean(1, keepdim=True)
    half = (score[0].numel() + 1) // 2
    mask = score >= score.flatten(1).topk(half).values[:, -1, None, None, None]
    if fixed is not None:
        mask = mask | (fixed[:, BITS:] > 0.5)
    return torch.cat([(bit.float() * 2 - 1) * mask, mask.float()], 1)
