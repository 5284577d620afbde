"""Level by level, tile by tile: a small picture up to its exact size, whole or in a window alone."""

import math
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from cavendish.events import Event, Painted, Preview, Progress
from cavendish.models.refiner import REACH
from cavendish.models.shading import Edges
from cavendish.painters.crew import worked
from cavendish.painters.fused import enlarged
from cavendish.painters.loading import Models
from cavendish.painters.tiers import Size, level_sizes
from cavendish.sampling import noise
from cavendish.world.guides import CHANNELS, Crossed, detailed, guides
from cavendish.world.light import vector
from cavendish.world.stage import Stage, Window

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
T = TypeVar("T")

BAND, STRIP = 512, 768  # rows and columns of a tile; multiples of the refiner's stride
DEPTH = CHANNELS.index("inverse_depth")
_CODE_STRIDE = 4
_ON_GRID = 8  # pixels: tiles begin at multiples of the refiner's stride
_LENT = 8  # pixels more of a level under a window: what enlarging takes from beside it
_AGAIN = 16  # added to the level whose noise a window that is painted again takes


class Seen(NamedTuple):
    """What networks see of a stage: guides [1 g h w], and the samples of pixels that an edge crosses."""

    guides: Tensor
    edges: Edges | None


@dataclass(frozen=True)
class Scene:
    """One picture being painted: the parts, the stage, its light [1 35], the seed, and whether guides are shown."""

    models: Models
    stage: Stage
    light: Tensor
    seed: int
    shown: bool = True

    @classmethod
    def of(cls, models: Models, stage: Stage, seed: int, shown: bool = True) -> "Scene":
        """The stage ready to be painted; without guides and light where they are not to be `shown`."""
        light = torch.from_numpy(vector(stage.light, stage.basis))[None].to(models.device)
        return cls(models, stage, light if shown else torch.zeros_like(light), seed, shown)

    def seen(self, size: Size) -> Seen:
        """What is seen of the whole picture at `size`; zeros where guides are withheld."""
        return self.told(*detailed(self.stage, Window.whole(*size)))

    def told(self, made: F32, crossed: Crossed) -> Seen:
        """Guides (h, w, g) as the networks take them."""
        device = self.models.device
        planes = torch.from_numpy(made).permute(2, 0, 1)[None].to(device)
        if not self.shown:
            return Seen(torch.zeros_like(planes), None)
        at = F.pad(torch.from_numpy(crossed.at).long(), (1, 0))
        return Seen(planes, Edges(at.to(device), torch.from_numpy(crossed.samples).to(device)))

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


@dataclass(frozen=True)
class _Column:
    """Columns left..right of a level, and their guides of rows first..end in an array that is used again and again.

    `crossed` has those of its rows that an edge crosses, counted from the first.
    """

    left: int
    right: int
    first: int
    end: int
    kept: F32 | None
    crossed: Crossed


def noise_of(scene: Scene, level: int, window: tuple[int, int, int, int]) -> Tensor:
    """The noise [1 3 h w] of a level's window (top, left, h, w), by the scene's seed."""
    return noise.gaussian(scene.seed, level, window, device=scene.models.device)[None]


def pixels_of(picture: Tensor) -> U8:
    """A picture [1 3 h w] in −1..1 as bytes (h, w, 3)."""
    scaled = (picture[0].clamp(-1, 1) * 127.5 + 128).floor_().clamp_(0, 255)
    return scaled.permute(1, 2, 0).to("cpu", torch.uint8).contiguous().numpy()


def refined(
    scene: Scene, base: Tensor, code: Tensor | None, size: Size, *, spared: bool = False
) -> Iterator[Event]:
    """Level after level, tile after tile, up to the exact size; ends with Painted. A spared last level is enlarged."""
    sizes = level_sizes((base.shape[-2], base.shape[-1]), size)
    if not sizes:
        depth = guides(scene.stage, Window.whole(*size), 1)[..., DEPTH]
        yield Painted(_display(base), np.ascontiguousarray(depth), scene.models.fingerprint)
        return
    levels = sizes[:-1] if spared and len(sizes) > 1 else sizes
    total = sum(-(-h // BAND) for h, _ in levels)
    done = 0
    picture, pixels, depth = base, np.empty((0, 0, 3), np.float32), np.empty((0, 0), np.float32)
    for level, (h, w) in enumerate(levels, 1):
        pixels, depth = np.empty((h, w, 3), np.float32), np.empty((h, w), np.float32)
        for bands in _painted(scene, picture, code, level, (pixels, depth)):
            yield Progress("pixels", done + bands, total)
        done += -(-h // BAND)
        if (h, w) != size:
            picture = torch.from_numpy(pixels).permute(2, 0, 1)[None].to(base.device) * 2 - 1
            if h * w < 1 << 21:
                yield Preview("pixels", pixels_of(picture), done, total)
    if levels != sizes:
        yield Painted(*_stretched(picture, depth, size), scene.models.fingerprint)
        return
    below = picture

    def again(meant: F32, window: Window) -> F32:
        return _again(scene, below, code, len(sizes), (meant, window))

    yield Painted(pixels, depth, scene.models.fingerprint, again)


def _again(scene: Scene, below: Tensor, code: Tensor | None, level: int, given: tuple[F32, Window]) -> F32:
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
    return _window(scene, under, code, level + _AGAIN, window)[0]


def _window(scene: Scene, below: Tensor, code: Tensor | None, level: int, window: Window) -> tuple[F32, F32]:
    """A window of a level, tile by tile: pixels (h, w, 3) in 0..1 and inverse depth (h, w)."""
    out = np.empty((window.h, window.w, 3), np.float32)
    depth = np.empty((window.h, window.w), np.float32)
    for top in range(0, window.h, BAND):
        for left in range(0, window.w, STRIP):
            rows, columns = min(BAND, window.h - top), min(STRIP, window.w - left)
            part = _grown(Window(window.y0 + top, window.x0 + left, rows, columns, window.H, window.W), REACH)
            seen, crossed = detailed(scene.stage, part)
            place, size = (part.y0, part.x0, part.h, part.w), (part.H, part.W)
            tile = _tile(scene, scene.told(seen, crossed), below, code, place, size, level)
            y, x = window.y0 + top - part.y0, window.x0 + left - part.x0
            here = (slice(top, top + rows), slice(left, left + columns))
            out[here] = _display(tile[..., y : y + rows, x : x + columns])
            depth[here] = seen[y : y + rows, x : x + columns, DEPTH]
    return out, depth


def _grown(window: Window, by: int) -> Window:
    """The window with at least so many pixels more on every side, as far as there are any, on the refiner's grid."""
    top, left = (max(0, at - by) // _ON_GRID * _ON_GRID for at in (window.y0, window.x0))
    bottom, right = (
        -(-(at + by) // _ON_GRID) * _ON_GRID for at in (window.y0 + window.h, window.x0 + window.w)
    )
    bottom, right = min(window.H, bottom), min(window.W, right)
    return Window(top, left, bottom - top, right - left, window.H, window.W)


def parted(scene: Scene, base: Tensor, depth: F32, code: Tensor | None, only: Window) -> Painted:
    """Level after level of a window alone, each as much larger as the next one needs; about it, the last enlarged."""
    sizes = level_sizes((base.shape[-2], base.shape[-1]), (only.H, only.W))
    windows = [only]
    for h, w in sizes[-2::-1]:
        above = _grown(windows[0], REACH + _LENT)
        y0, x0 = above.y0 * h // above.H, above.x0 * w // above.W
        y1, x1 = (
            -(-(above.y0 + above.h) * h // above.H),
            -(-(above.x0 + above.w) * w // above.W),
        )
        windows.insert(0, Window(y0, x0, y1 - y0, x1 - x0, h, w))
    picture, below, pixels = base, base, np.empty((0, 0, 3), np.float32)
    for level, window in enumerate(windows, 1):
        below = picture
        pixels, depth = _stretched(below, depth, (window.H, window.W))
        here = (slice(window.y0, window.y0 + window.h), slice(window.x0, window.x0 + window.w))
        pixels[here], depth[here] = _window(scene, below, code, level, window)
        picture = torch.from_numpy(pixels).permute(2, 0, 1)[None].to(base.device) * 2 - 1

    def again(meant: F32, window: Window) -> F32:
        return _again(scene, below, code, len(sizes), (meant, window))

    return Painted(pixels, depth, scene.models.fingerprint, again)


def _stretched(picture: Tensor, depth: F32, size: Size) -> tuple[F32, F32]:
    """A picture [1 3 _ _] in −1..1 and its depth, enlarged to `size`: pixels in 0..1 (h, w, 3) and depth (h, w)."""
    h, w = size
    pixels = np.empty((h, w, 3), np.float32)
    for top in range(0, h, BAND):
        rows = min(BAND, h - top)
        pixels[top : top + rows] = _display(enlarged(picture, (top, 0, rows, w), size))
    deep = enlarged(torch.from_numpy(depth)[None, None].to(picture.device), (0, 0, h, w), size)
    return pixels, deep[0, 0].clamp(min=0).cpu().numpy()


def _painted(
    scene: Scene, below: Tensor, code: Tensor | None, level: int, out: tuple[F32, F32]
) -> Iterator[int]:
    """Paints a level into `out`, pixels in 0..1 and inverse depth; yields how many of its bands are done.

    Column by column, side by side, each from top to bottom: a pixel's guides are made once but for the columns' edges.
    """
    pixels, depth = out
    h, w = depth.shape
    wide = -(-w // -(-w // STRIP) // _ON_GRID) * _ON_GRID
    none = Crossed.joined(())
    columns = [_Column(left, min(left + wide, w), 0, 0, None, none) for left in range(0, w, wide)]

    def work(column: _Column, band: int) -> _Column:
        top, bottom = band * BAND, min((band + 1) * BAND, h)
        upper, lower = max(0, top - REACH), min(h, bottom + REACH)
        before, after = max(0, column.left - REACH), min(w, column.right + REACH)
        kept, have = column.kept, column.end - upper
        if kept is None:
            kept = np.empty((min(h, BAND + 2 * REACH), after - before, len(CHANNELS)), np.float32)
        kept[:have] = kept[upper - column.first : column.end - column.first].copy()
        crossed = column.crossed.rows(upper - column.first, column.end - column.first)
        if lower > column.end:
            fresh = Window(column.end, before, lower - column.end, after - before, h, w)
            _, more = detailed(scene.stage, fresh, into=kept[have : lower - upper])
            crossed = Crossed.joined((crossed, more.moved(have, 0)))
        seen = kept[: lower - upper]
        window = (upper, before, lower - upper, after - before)
        tile = _tile(scene, scene.told(seen, crossed), below, code, window, (h, w), level)
        inner = (slice(top - upper, bottom - upper), slice(column.left - before, column.right - before))
        here = (slice(top, bottom), slice(column.left, column.right))
        pixels[here] = _display(tile[(..., *inner)])
        depth[here] = seen[(*inner, DEPTH)]
        return _Column(column.left, column.right, upper, lower, kept, crossed)

    return worked(work, columns, -(-h // BAND))


def _tile(
    scene: Scene,
    seen: Seen,
    below: Tensor,
    code: Tensor | None,
    window: tuple[int, int, int, int],
    size: Size,
    level: int,
) -> Tensor:
    """One tile of a level [1 3 h w], margins included; every pixel depends on its surroundings, not on the tile."""
    top, left, h, w = window
    ratio = math.sqrt(size[0] * size[1] / (below.shape[-2] * below.shape[-1]))
    start = noise_of(scene, level, window)
    one = torch.ones(1, device=start.device)
    under = enlarged(below, window, size)
    up: Tensor | None = None
    if code is not None:
        s = _CODE_STRIDE
        cells = (top // s, left // s, -(-h // s), -(-w // s))
        up = enlarged(code, cells, (-(-size[0] // s), -(-size[1] // s)))
    return scene.computed(
        lambda: scene.models.refiner(
            start, one, seen.guides, scene.light, under, up, one * ratio, edges=seen.edges
        )
    )


def _display(picture: Tensor) -> F32:
    """A picture [1 3 h w] in −1..1 as float32 (h, w, 3) in 0..1."""
    return ((picture[0].float().clamp(-1, 1) + 1) * 0.5).permute(1, 2, 0).cpu().numpy()
