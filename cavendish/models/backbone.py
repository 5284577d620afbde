"""One causal transformer for words and picture tokens: plans word by word, bits grid by grid.

Shapes: b pictures, n tokens, d width, c guide channels, k light numbers, y x cells of a grid.
"""

import math
from typing import NamedTuple

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.ladder import Grids, cells_in, pool_cells
from cavendish.models.layers import angles_2d, attended, normalised_grid, unit_turned, working_dtype, zero

WORDS = 2048
BITS = 12
KNOWN = BITS + 1
OVERVIEW = (7, 7)
_WIDTH, _LAYERS, _HEADS, _HIDDEN, _CONDITION = 320, 6, 5, 1152, 64
_HEAD = _WIDTH // _HEADS


class Scene(NamedTuple):
    """What a picture's tokens are written from.

    overview: the guides pooled to 7×7 (means, then mean squares). cells: the same on every grid. light: the vector.
    words: the plan, ids padded with −1 at the end, or None. drop: pictures whose conditions are withheld, or None.
    """

    overview: Float[Tensor, "b c2 7 7"]
    cells: tuple[Float[Tensor, "b c2 _ _"], ...]
    light: Float[Tensor, "b k"]
    words: Int[Tensor, "b n"] | None = None
    drop: Bool[Tensor, " b"] | None = None


def see(
    guides: Float[Tensor, "b c h w"],
    light: Float[Tensor, "b k"],
    grids: Grids,
    words: Int[Tensor, "b n"] | None = None,
    drop: Bool[Tensor, " b"] | None = None,
) -> Scene:
    """The scene of full-size guides, pooled for `grids`."""
    overview, *cells = pool_cells(guides, (OVERVIEW, *grids))
    return Scene(overview, tuple(cells), light, words, drop)


class Cache:
    """Keys and values of every layer for the tokens read so far; `length` may be set back to forget the last ones.

    `scene` of them are the scene's: words, overview and light.
    """

    def __init__(self, batch: int, capacity: int, like: Tensor) -> None:
        dtype = working_dtype(like)
        shape = (_LAYERS, batch, _HEADS, capacity, _HEAD)
        self.keys = torch.empty(shape, device=like.device, dtype=dtype)
        self.values = torch.empty_like(self.keys)
        self.masked: Tensor | None = None  # [b n] True where a token read at first is padding
        self.length = self.scene = 0

    def extend(self, layer: int, keys: Tensor, values: Tensor) -> tuple[Tensor, Tensor]:
        """All keys and values of the layer, these after those read before; `length` itself is the caller's."""
        end = self.length + keys.shape[2]
        if end > self.keys.shape[3]:
            raise ValueError(f"cache: expected at most {self.keys.shape[3]} tokens, got {end}")
        self.keys[layer, :, :, self.length : end] = keys
        self.values[layer, :, :, self.length : end] = values
        return self.keys[layer, :, :, :end], self.values[layer, :, :, :end]


class _View(NamedTuple):
    """How tokens are read: what may see what, how the light modulates them, and what was read before."""

    mask: Tensor | None  # additive, [b or 1, 1, queries, keys]
    light: Tensor | None  # [b 6 d]
    cache: Cache | None


class _Block(nn.Module):
    """Attention and perceptron, each under a shift, scale and gate; both start at zero."""

    compiles = True

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(_WIDTH, 3 * _WIDTH, bias=False)
        self.out = nn.Linear(_WIDTH, _WIDTH, bias=False)
        self.widen = nn.Linear(_WIDTH, _HIDDEN)
        self.narrow = nn.Linear(_HIDDEN, _WIDTH)
        self.sharpness = nn.Parameter(torch.full((_HEADS, 1), math.log(8.0)))
        self.table = nn.Parameter(torch.zeros(6, _WIDTH))  # shift, scale, gate of both halves
        zero(self.out, self.narrow)

    def forward(self, x: Tensor, angles: Tensor, view: _View, layer: int) -> Tensor:
        """`x` plus what its tokens hear from each other and from the cache, then plus their own thought."""
        b, n, _ = x.shape
        rows = self.table[None] if view.light is None else self.table[None] + view.light
        shift, scale, gate, shift_2, scale_2, gate_2 = rows.to(x.dtype)[:, :, None].unbind(1)
        y = torch.addcmul(shift, F.layer_norm(x, (_WIDTH,)), 1 + scale)
        both, values = self.qkv(y).view(b, n, 3 * _HEADS, _HEAD).split([2 * _HEADS, _HEADS], 2)
        asked, offered = unit_turned(both, angles).chunk(2, 2)
        asked = asked * self.sharpness.exp().to(asked.dtype)
        q, k, v = (part.transpose(1, 2) for part in (asked, offered, values))
        if view.cache is not None:
            k, v = view.cache.extend(layer, k, v)
        y = attended(q, k, v, view.mask)
        x = torch.addcmul(x, self.out(y.transpose(1, 2).reshape(b, n, _WIDTH)), 1 + gate)
        y = F.relu(self.widen(torch.addcmul(shift_2, F.layer_norm(x, (_WIDTH,)), 1 + scale_2)))
        return torch.addcmul(x, self.narrow(y * y), 1 + gate_2)


class Backbone(nn.Module):
    """The transformer: `words` for text, `forward` to learn pictures, `begin` and `step` to write them.

    Words see words before them. Overview and light see the words and each other. A grid's cells see all of those,
    coarser grids and each other. In pictures every token is modulated by the light; words alone have none.

    Args:
        guide_channels: channels of the guides. lights: numbers in the light vector. words: size of the vocabulary.
    """

    growing = ("embedding.weight", "mean.weight", "square.weight", "light.weight", "condition.weight")

    def __init__(self, guide_channels: int = GUIDES, lights: int = LIGHTS, words: int = WORDS) -> None:
        super().__init__()
        self.embedding = nn.Embedding(words, _WIDTH)
        nn.init.normal_(self.embedding.weight, std=0.02)
        self.mean = nn.Linear(guide_channels, _WIDTH)
        self.square = nn.Linear(guide_channels, _WIDTH, bias=False)
        self.code = nn.Linear(BITS, _WIDTH, bias=False)
        self.known = nn.Linear(KNOWN, _WIDTH, bias=False)
        self.rung = nn.Linear(4, _WIDTH, bias=False)
        self.light = nn.Linear(lights, _WIDTH)
        self.whole = nn.Parameter(torch.zeros(_WIDTH))  # marks the overview
        self.withheld = nn.Parameter(torch.zeros(_WIDTH))  # stands for conditions that were dropped
        self.condition = nn.Linear(lights, _CONDITION)
        self.modulate = nn.Linear(_CONDITION, 6 * _WIDTH)
        self.blocks = nn.ModuleList([_Block() for _ in range(_LAYERS)])
        self.bits = nn.Linear(_WIDTH, BITS)
        zero(self.known, self.modulate)

    def words(self, ids: Int[Tensor, "b n"], cache: Cache | None = None) -> Float[Tensor, "b n v"]:
        """Logits of the word after each word; with a cache, after the words that it holds, which are then n more.

        Ids −1 are padding at the end: nothing sees them and their logits mean nothing.
        """
        start = cache.length if cache is not None else 0
        n = ids.shape[1]
        seen = torch.ones(n, start + n, dtype=torch.bool, device=ids.device).tril(start)
        view = _View(_additive(seen[None, None], self.embedding.weight), None, cache)
        x = self._run(self._embed(ids), _line(start, n, ids.device), view)
        return F.linear(x, self.embedding.weight.to(x.dtype))

    def forward(
        self,
        inputs: tuple[Float[Tensor, "b 12 _ _"], ...],
        scene: Scene,
        known: tuple[Float[Tensor, "b 13 _ _"], ...] | None = None,
    ) -> tuple[Float[Tensor, "b 12 _ _"], ...]:
        """Logits that each bit is set, on every grid at once, each grid knowing only coarser ones (to learn from).

        `inputs` is what coarser grids add up to, pooled to each grid. `known` holds ±1 where a bit is known, else 0,
        and then the cell's mask; None means that no bit is.
        """
        grids = _grids(inputs)
        prefix, angles, words = self._prefix(scene)
        known_or_none = known if known is not None else (None,) * len(grids)
        parts = [
            self._cells(rung, x, scene, grids, k)
            for rung, (x, k) in enumerate(zip(inputs, known_or_none, strict=True))
        ]
        places = [_cell_angles(grid, prefix.device) for grid in grids]
        sizes = [len(angles) - words, *(h * w for h, w in grids)]
        mask = _additive(self._seen(scene, words, sizes), self.bits.weight)
        view = _View(mask, self._modulation(scene), None)
        x = self._run(torch.cat([prefix, *parts], 1), torch.cat([angles, *places]), view)
        logits = self.bits(x[:, len(angles) :])
        rows = logits.split(sizes[1:], 1)
        return tuple(row.transpose(1, 2).unflatten(2, grid) for row, grid in zip(rows, grids, strict=True))

    def begin(self, scene: Scene, capacity: int) -> Cache:
        """A cache that holds the scene's words, overview and light, with room for `capacity` cells."""
        prefix, angles, words = self._prefix(scene)
        cache = Cache(len(prefix), len(angles) + capacity, self.bits.weight)
        mask = self._seen(scene, words, [len(angles) - words])
        view = _View(_additive(mask, self.bits.weight), self._modulation(scene), cache)
        self._run(prefix, angles, view)
        cache.scene = cache.length
        padding = self._padding(scene)
        cache.masked = padding if bool(padding.any()) else None
        return cache

    def step(
        self,
        rung: int,
        coarser: Float[Tensor, "b 12 y x"],
        scene: Scene,
        cache: Cache,
        known: Float[Tensor, "b 13 y x"] | None = None,
    ) -> Float[Tensor, "b 12 y x"]:
        """Logits of grid number `rung`; the cache then holds its cells too, those of an earlier look forgotten."""
        grids = tuple((cell.shape[-2], cell.shape[-1]) for cell in scene.cells)
        cache.length = cache.scene + cells_in(grids[:rung])
        x = self._cells(rung, coarser, scene, grids, known)
        return self._continue(x, _cell_angles(grids[rung], x.device), scene, cache).unflatten(2, grids[rung])

    def step_one(
        self, rung: int, cell: int, coarser: Float[Tensor, "b 12 y x"], scene: Scene, cache: Cache
    ) -> Float[Tensor, "b 12 1"]:
        """Logits of one cell (row by row) of a grid, seeing only cells before it: the slow way, kept to compare."""
        grids = tuple((cell.shape[-2], cell.shape[-1]) for cell in scene.cells)
        x = self._cells(rung, coarser, scene, grids, None)[:, cell : cell + 1]
        return self._continue(x, _cell_angles(grids[rung], x.device)[cell : cell + 1], scene, cache)

    def _continue(self, x: Tensor, angles: Tensor, scene: Scene, cache: Cache) -> Tensor:
        mask = None
        if cache.masked is not None:
            seen = x.new_ones(len(x), 1, 1, cache.length + x.shape[1], dtype=torch.bool)
            seen[:, 0, 0, : cache.masked.shape[1]] &= ~cache.masked
            mask = _additive(seen, self.bits.weight)
        x = self._run(x, angles, _View(mask, self._modulation(scene), cache))
        return self.bits(x).transpose(1, 2)

    def _run(self, x: Tensor, angles: Tensor, view: _View) -> Tensor:
        x = x.to(working_dtype(self.bits.weight))
        for layer, block in enumerate(self.blocks):
            x = block(x, angles, view, layer)
        if view.cache is not None:
            view.cache.length += x.shape[1]
        return F.layer_norm(x, (x.shape[-1],))

    def _embed(self, ids: Tensor) -> Tensor:
        return self.embedding(ids.clamp(min=0)) * math.sqrt(_WIDTH)

    def _keep(self, scene: Scene) -> Tensor:
        drop = scene.drop
        keep = torch.ones(len(scene.light), device=scene.light.device) if drop is None else 1.0 - drop.float()
        return keep[:, None, None]

    def _pooled(self, cells: Tensor) -> Tensor:
        mean, square = cells.flatten(2).transpose(1, 2).chunk(2, -1)
        return self.mean(mean) + self.square(square)

    def _prefix(self, scene: Scene) -> tuple[Tensor, Tensor, int]:
        """Words, then overview and light, as embeddings; their angles; and how many are words."""
        keep, device = self._keep(scene), scene.light.device
        overview = self._pooled(scene.overview) + self.whole
        light = self.light(torch.asinh(scene.light.float()))[:, None]
        seen = torch.cat([overview, light], 1)
        x = seen * keep + self.withheld * (1 - keep)
        angles = torch.cat([_cell_angles(OVERVIEW, device), torch.zeros(1, _HEAD // 2, device=device)])
        if scene.words is None:
            return x, angles, 0
        n = scene.words.shape[1]
        words = self._embed(scene.words).to(x.dtype)
        return torch.cat([words, x], 1), torch.cat([_line(0, n, device), angles]), n

    def _cells(self, rung: int, coarser: Tensor, scene: Scene, grids: Grids, known: Tensor | None) -> Tensor:
        x = self.code(coarser.flatten(2).transpose(1, 2))
        x = x + self._pooled(scene.cells[rung]) * self._keep(scene)
        side, last = (math.log2(h * w) / 8 for h, w in (grids[rung], grids[-1]))
        x = x + self.rung(x.new_tensor([side, side * side, side - last, 1.0]))
        return x if known is None else x + self.known(known.flatten(2).transpose(1, 2))

    def _modulation(self, scene: Scene) -> Tensor:
        shape = self.modulate(F.silu(self.condition(torch.asinh(scene.light.float()))))
        return shape.unflatten(1, (6, _WIDTH)) * self._keep(scene)

    def _padding(self, scene: Scene) -> Tensor:
        """True where a word is padding, or withheld: [b words]."""
        if scene.words is None:
            return torch.zeros(len(scene.light), 0, dtype=torch.bool, device=scene.light.device)
        padding = scene.words < 0
        return padding if scene.drop is None else padding | scene.drop[:, None]

    def _seen(self, scene: Scene, words: int, sizes: list[int]) -> Tensor:
        """True where a query may see a key, [b 1 n n]: words one by one, then blocks of `sizes`."""
        device = scene.light.device
        number = [torch.arange(words, device=device)]
        number += [torch.full((size,), words + i, device=device) for i, size in enumerate(sizes)]
        order = torch.cat(number)
        seen = (order[None, :] <= order[:, None])[None, None].repeat(
            len(scene.light) if words else 1, 1, 1, 1
        )
        if words:
            seen[..., :words] &= ~self._padding(scene)[:, None, None, :]
        return seen


def _grids(inputs: tuple[Tensor, ...]) -> Grids:
    return tuple((x.shape[-2], x.shape[-1]) for x in inputs)


def _additive(seen: Tensor, like: Tensor) -> Tensor:
    """0 where seen, −10,000 elsewhere, in the dtype attention computes in."""
    return torch.zeros(seen.shape, dtype=working_dtype(like), device=seen.device).masked_fill_(~seen, -1e4)


def _line(start: int, n: int, device: torch.device) -> Tensor:
    """Rotary angles of n words from number `start` on, [n 32]."""
    frequency = 10000.0 ** (-torch.arange(_HEAD // 2, device=device) / (_HEAD // 2))
    return torch.arange(start, start + n, device=device)[:, None] * frequency


def _cell_angles(grid: tuple[int, int], device: torch.device) -> Tensor:
    """Rotary angles of a grid's cells, row by row, [n 32]."""
    return angles_2d(normalised_grid(*grid, device), _HEAD)
