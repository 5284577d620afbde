"""Our painter: guides, tokens from the backbone, a small picture from the base decoder, detail level by level."""

import math
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from cavendish.events import Event, Painted, Preview, Progress, Request
from cavendish.models.backbone import see
from cavendish.models.ladder import CELL, Grids, cells_in, ladder_of
from cavendish.models.refiner import REACH
from cavendish.painters.fused import enlarged
from cavendish.painters.loading import Models, load
from cavendish.painters.tiers import TIERS, USUAL, Size, base_grids, base_size, level_sizes
from cavendish.plan.avoiding import embodied
from cavendish.plan.prose import heard
from cavendish.plan.schema import Plan
from cavendish.sampling import noise
from cavendish.sampling.guidance import guided, halves
from cavendish.sampling.samplers import SAMPLERS
from cavendish.sampling.scales import Draw, Written, write
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.light import vector
from cavendish.world.stage import Stage, Window

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
T = TypeVar("T")

BASE_LIMIT = 384 * 384  # pixels the base decoder sees at once
BAND, STRIP = 256, 1024  # rows and columns of a tile; multiples of the refiner's stride
TEMPERATURE = 0.7  # of the draw of bits
_DEPTH = CHANNELS.index("inverse_depth")
_CODE_STRIDE = 4
_FRESH = 100_000  # keeps the noise that samplers draw on their way apart from that which they start from
_AGAIN = 16  # added to the level whose noise a window that is painted again takes


@dataclass(frozen=True)
class _Scene:
    """One picture being painted: the parts, the stage, its light [1 32], the seed, and whether guides are shown."""

    models: Models
    stage: Stage
    light: Tensor
    seed: int
    shown: bool = True

    @classmethod
    def of(cls, models: Models, stage: Stage, seed: int, shown: bool = True) -> "_Scene":
        light = torch.from_numpy(vector(stage.light, stage.basis))[None].to(models.device)
        return cls(models, stage, light if shown else torch.zeros_like(light), seed, shown)

    def guides(self, size: Size) -> Tensor:
        """The whole picture's guides at `size`, [1 g h w]; zeros where they are withheld."""
        return self.to_tensor(guides(self.stage, Window.whole(*size)))

    def to_tensor(self, seen: F32) -> Tensor:
        """Guides (h, w, g) as the networks take them."""
        planes = torch.from_numpy(seen).permute(2, 0, 1)[None].to(self.models.device)
        return planes if self.shown else torch.zeros_like(planes)

    def computed(self, what: Callable[[], T]) -> T:
        """What a network says, without gradients, in the dtype the parts compute in."""
        with torch.inference_mode(), self._cast():
            return what()

    def _cast(self) -> AbstractContextManager[object]:
        models = self.models
        return (
            nullcontext()
            if models.dtype == torch.float32
            else torch.autocast(models.device.type, models.dtype)
        )


class NativePainter:
    """Paints with the shipped weights, or with `models` where they are given."""

    name = "native"

    def __init__(self, models: Models | None = None) -> None:
        self._models = models

    def paint(self, stage: Stage, request: Request) -> Iterator[Event]:
        """Progress and Previews of `tokens`, `base` and `pixels`, then Painted; equal for equal stage and request."""
        models = self._chosen(request)
        tier = TIERS[request.tier or USUAL]
        scene = _Scene.of(models, stage, request.seed)
        size = (request.pixels[1], request.pixels[0])
        grids = base_grids(size, min(tier.stop, models.stop))
        seen = scene.guides(base_size(grids))
        code: Tensor | None = None
        for rung, written in enumerate(_tokens(scene, seen, grids, request.guidance, tier.passes)):
            code = written.code
            if request.thoughts or (rung % 3 == 2 and rung + 1 < len(grids)):
                yield Preview("tokens", _pixels(_decoded(scene, seen, code)), rung + 1, len(grids))
            else:
                yield Progress("tokens", rung + 1, len(grids))
        base: Tensor | None = None
        steps = request.steps or tier.steps
        sampler = request.sampler or tier.sampler
        for step, base in enumerate(_sampled(scene, seen, code, steps, sampler, request.guidance)):
            yield Preview("base", _pixels(base), step + 1, steps)
        assert base is not None
        yield from _refined(scene, base, code, size, spared=tier.spared)

    def _chosen(self, request: Request) -> Models:
        return self._models or load(loras=request.loras)

    def carry(self, stage: Stage, picture: U8, *, guides: bool = True, keep: int | None = None) -> F32:
        """Picture → bits → picture, both (h, w, 3), the second in 0..1; without guides the bits alone carry it.

        `keep` is how many grids of bits are kept, the coarsest first; None: all.
        """
        models = self._models or load()
        scene = _Scene.of(models, stage, 0, guides)
        tokenizer = models.tokenizer
        h, w = picture.shape[:2]
        whole = torch.from_numpy(picture).permute(2, 0, 1)[None].to(models.device).float() / 127.5 - 1
        grids = (
            ladder_of(-(-h // CELL), -(-w // CELL))
            if h * w <= BASE_LIMIT
            else base_grids((h, w), models.stop)
        )
        small = (h, w) if h * w <= BASE_LIMIT else base_size(grids)
        seen = scene.guides(small)
        code: Tensor | None = None
        if tokenizer is not None:
            kept = torch.full((1,), len(grids) if keep is None else keep, device=models.device)
            resized = F.adaptive_avg_pool2d(whole, small)
            z = scene.computed(lambda: tokenizer.encode(resized, seen))
            code = scene.computed(lambda: tokenizer.quantise(z, grids, kept).code)
        return _last(_refined(scene, _decoded(scene, seen, code), code, (h, w)))

    def ablate(self, stage: Stage, request: Request, *, tokens: bool = True, guides: bool = True) -> F32:
        """The picture of the request (h, w, 3) in 0..1 with its tokens, or its guides, withheld from the decoders."""
        models = self._chosen(request)
        scene = _Scene.of(models, stage, request.seed)
        size = (request.pixels[1], request.pixels[0])
        grids = base_grids(size, models.stop)
        seen = scene.guides(base_size(grids))
        code: Tensor | None = None
        if tokens:
            for written in _tokens(scene, seen, grids, request.guidance):
                code = written.code
        shown = _Scene.of(models, stage, request.seed, guides)
        seen = seen if guides else torch.zeros_like(seen)
        tier = TIERS[request.tier or USUAL]
        walk = _sampled(shown, seen, code, request.steps or tier.steps, request.sampler or tier.sampler)
        return _last(_refined(shown, list(walk)[-1], code, size))


def _pixels(picture: Tensor) -> U8:
    """A picture [1 3 h w] in −1..1 as bytes (h, w, 3)."""
    scaled = (picture[0].clamp(-1, 1) * 127.5 + 128).floor_().clamp_(0, 255)
    return scaled.permute(1, 2, 0).to("cpu", torch.uint8).contiguous().numpy()


def _last(events: Iterator[Event]) -> F32:
    pixels = [event.pixels for event in events if isinstance(event, Painted)]
    return pixels[-1]


def _tokens(
    scene: _Scene, seen: Tensor, grids: Grids, guidance: float | None, passes: int = 1
) -> Iterator[Written]:
    """The picture's bits, grid by grid; nothing where there is no backbone.

    Guidance other than 1 draws them away from what is written where nothing is planned, or where all that the plan
    avoids is.
    """
    tokenizer, backbone = scene.models.tokenizer, scene.models.backbone
    if tokenizer is None or backbone is None:
        return iter(())
    strength = 1.0 if guidance is None else guidance
    copies = 1 if strength == 1.0 else 2
    words, drop = _said(scene.stage.plan, copies, seen.device)
    many = see(seen.expand(copies, -1, -1, -1), scene.light.expand(copies, -1), grids, words, drop)
    cache = scene.computed(lambda: backbone.begin(many, cells_in(grids)))
    start = [cache.length + cells_in(grids[:rung]) for rung in range(len(grids))]

    def step(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        cache.length = start[rung]
        known = None if known is None else known.expand(copies, -1, -1, -1)
        logits = backbone.step(rung, coarser.expand(copies, -1, -1, -1), many, cache, known).float()
        return logits if copies == 1 else halves(logits, strength)

    def look(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        return scene.computed(lambda: step(rung, coarser, known))

    def raised(sign: Tensor, rung: int) -> Tensor:
        return scene.computed(lambda: tokenizer.raise_grid(sign, rung, grids))

    return write(
        look, raised, grids, [scene.seed], Draw(TEMPERATURE, greedy=1, passes=passes), device=seen.device
    )


def _said(plan: Plan, copies: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Words of the plan [copies n], and which copies are told nothing of the scene [copies].

    The second copy hears what the plan avoids, if it avoids things, else nothing.
    """
    said, feared = heard(plan), embodied(plan)
    if copies == 1 or feared is None:
        drop = torch.arange(copies, device=device) > 0
        return torch.tensor([said] * copies, device=device), drop
    other = heard(feared)
    rows = [row + [-1] * (max(len(said), len(other)) - len(row)) for row in (said, other)]
    return torch.tensor(rows, device=device), torch.zeros(2, dtype=torch.bool, device=device)


def _noise(scene: _Scene, level: int, window: tuple[int, int, int, int]) -> Tensor:
    return noise.gaussian(scene.seed, level, window, device=scene.models.device)[None]


def _decoded(scene: _Scene, seen: Tensor, code: Tensor | None) -> Tensor:
    """The small picture [1 3 h w] in one step from noise."""
    return list(_sampled(scene, seen, code, 1, "euler"))[-1]


def _sampled(
    scene: _Scene, seen: Tensor, code: Tensor | None, steps: int, sampler: str, guidance: float | None = None
) -> Iterator[Tensor]:
    """The small picture as it is seen after each step; the last is the sample.

    Guidance other than 1 leads away from the picture that is seen without tokens.
    """
    window = (0, 0, seen.shape[-2], seen.shape[-1])
    strength = 1.0 if guidance is None or code is None else guidance

    def asked(x: Tensor, t: float, given: Tensor | None) -> Tensor:
        time = torch.full((1,), t, device=x.device)
        return scene.computed(lambda: scene.models.decoder(x, time, seen, scene.light, given))

    def predict(x: Tensor, t: float) -> Tensor:
        painted = asked(x, t, code)
        return painted if strength == 1.0 else guided(painted, asked(x, t, None), strength)

    def fresh(step: int) -> Tensor:
        return _noise(scene, _FRESH + step, window)

    method = SAMPLERS[sampler]
    return method.walk(predict, _noise(scene, 0, window), method.times(steps), fresh)


def _refined(
    scene: _Scene, base: Tensor, code: Tensor | None, size: Size, *, spared: bool = False
) -> Iterator[Event]:
    """Level after level, tile after tile, up to the exact size; ends with Painted. A spared last level is enlarged."""
    sizes = level_sizes((base.shape[-2], base.shape[-1]), size)
    if not sizes:
        depth = guides(scene.stage, Window.whole(*size), 1)[..., _DEPTH]
        yield Painted(_display(base), np.ascontiguousarray(depth), scene.models.fingerprint)
        return
    levels = sizes[:-1] if spared and len(sizes) > 1 else sizes
    total = sum(-(-h // BAND) for h, _ in levels)
    done = 0
    picture, pixels, depth = base, np.empty((0, 0, 3), np.float32), np.empty((0, 0), np.float32)
    for level, (h, w) in enumerate(levels, 1):
        pixels, depth = np.empty((h, w, 3), np.float32), np.empty((h, w), np.float32)
        for top, rows, near in _bands(scene, picture, code, (h, w), level):
            pixels[top : top + len(rows)] = rows
            depth[top : top + len(rows)] = near
            done += 1
            yield Progress("pixels", done, total)
        if (h, w) != size:
            picture = torch.from_numpy(pixels).permute(2, 0, 1)[None].to(base.device) * 2 - 1
            if h * w < 1 << 21:
                yield Preview("pixels", _pixels(picture), done, total)
    if levels != sizes:
        yield Painted(*_stretched(picture, depth, size), scene.models.fingerprint)
        return
    below = picture

    def again(meant: F32, window: Window) -> F32:
        return _again(scene, below, code, len(sizes), (meant, window))

    yield Painted(pixels, depth, scene.models.fingerprint, again)


def _again(scene: _Scene, below: Tensor, code: Tensor | None, level: int, given: tuple[F32, Window]) -> F32:
    """A window (h, w, 3) of the last level painted over what it should be, with noise of its own."""
    meant, window = given
    h, w = below.shape[-2:]
    corner, opposite = ((window.y0, window.x0), (window.y0 + window.h, window.x0 + window.w))
    size = (window.H, window.W)
    y0, x0 = (corner[k] * (h, w)[k] // size[k] for k in (0, 1))
    y1, x1 = (-(-opposite[k] * (h, w)[k] // size[k]) for k in (0, 1))
    small = torch.from_numpy(np.ascontiguousarray(meant)).permute(2, 0, 1)[None].to(below.device) * 2 - 1
    under = below.clone()
    under[..., y0:y1, x0:x1] = F.interpolate(small, (y1 - y0, x1 - x0), mode="bilinear", antialias=True)
    out = np.empty_like(meant)
    for top in range(0, window.h, BAND):
        for left in range(0, window.w, STRIP):
            rows, columns = min(BAND, window.h - top), min(STRIP, window.w - left)
            first = (max(0, window.y0 + top - REACH), max(0, window.x0 + left - REACH))
            last = (
                min(size[0], window.y0 + top + rows + REACH),
                min(size[1], window.x0 + left + columns + REACH),
            )
            part = (*first, last[0] - first[0], last[1] - first[1])
            seen = scene.to_tensor(guides(scene.stage, Window(*part, *size)))
            tile = _tile(scene, seen, under, code, part, size, level + _AGAIN)
            y, x = window.y0 + top - first[0], window.x0 + left - first[1]
            out[top : top + rows, left : left + columns] = _display(tile[..., y : y + rows, x : x + columns])
    return out


def _stretched(picture: Tensor, depth: F32, size: Size) -> tuple[F32, F32]:
    """A picture [1 3 _ _] in −1..1 and its depth, enlarged to `size`: pixels in 0..1 (h, w, 3) and depth (h, w)."""
    h, w = size
    pixels = np.empty((h, w, 3), np.float32)
    for top in range(0, h, BAND):
        rows = min(BAND, h - top)
        pixels[top : top + rows] = _display(enlarged(picture, (top, 0, rows, w), size))
    deep = enlarged(torch.from_numpy(depth)[None, None].to(picture.device), (0, 0, h, w), size)
    return pixels, deep[0, 0].clamp(min=0).cpu().numpy()


def _bands(
    scene: _Scene, below: Tensor, code: Tensor | None, size: Size, level: int
) -> Iterator[tuple[int, F32, F32]]:
    """The level in bands from top to bottom: first row, pixels in 0..1, inverse depth. Guides are made once a row."""
    h, w = size
    kept = np.empty((min(h, BAND + 2 * REACH), w, len(CHANNELS)), np.float32)
    first = end = 0  # rows [first, end) are at the top of `kept`
    for top in range(0, h, BAND):
        bottom = min(top + BAND, h)
        upper, lower = max(0, top - REACH), min(h, bottom + REACH)
        kept[: end - upper], first = kept[upper - first : end - first].copy(), upper
        if lower > end:
            kept[end - first : lower - first] = guides(scene.stage, Window(end, 0, lower - end, w, h, w))
            end = lower
        rows = np.empty((bottom - top, w, 3), np.float32)
        for left in range(0, w, STRIP):
            right = min(left + STRIP, w)
            before, after = max(0, left - REACH), min(w, right + REACH)
            seen = scene.to_tensor(np.ascontiguousarray(kept[: lower - upper, before:after]))
            window = (upper, before, lower - upper, after - before)
            tile = _tile(scene, seen, below, code, window, size, level)
            inner = tile[..., top - upper : bottom - upper, left - before : right - before]
            rows[:, left:right] = _display(inner)
        yield top, rows, kept[top - upper : bottom - upper, :, _DEPTH]


def _tile(
    scene: _Scene,
    seen: Tensor,
    below: Tensor,
    code: Tensor | None,
    window: tuple[int, int, int, int],
    size: Size,
    level: int,
) -> Tensor:
    """One tile of a level [1 3 h w], margins included; every pixel depends on its surroundings, not on the tile."""
    top, left, h, w = window
    ratio = math.sqrt(size[0] * size[1] / (below.shape[-2] * below.shape[-1]))
    start = _noise(scene, level, window)
    one = torch.ones(1, device=start.device)
    under = enlarged(below, window, size)
    up: Tensor | None = None
    if code is not None:
        s = _CODE_STRIDE
        cells = (top // s, left // s, -(-h // s), -(-w // s))
        up = enlarged(code, cells, (-(-size[0] // s), -(-size[1] // s)))
    return scene.computed(lambda: scene.models.refiner(start, one, seen, scene.light, under, up, one * ratio))


def _display(picture: Tensor) -> F32:
    """A picture [1 3 h w] in −1..1 as float32 (h, w, 3) in 0..1."""
    return ((picture[0].float().clamp(-1, 1) + 1) * 0.5).permute(1, 2, 0).cpu().numpy()
