"""Strokes of a brush or a pencil: where they lie along a picture's flow, how long they may be, and their marks."""

from dataclasses import dataclass
from typing import no_type_check

import numpy as np
from jaxtyping import Float32
from numba import njit, prange

from cavendish.finish.bloom import spread

Picture = Float32[np.ndarray, "h w 3"]
Map = Float32[np.ndarray, "h w"]
Rows = Float32[np.ndarray, "n"]
Colors = Float32[np.ndarray, "n 3"]

UNITS = 1024.0
"""Lengths of strokes are in this many parts of the picture's longer side, so that all sizes look alike."""
_BAND = 32  # rows marked together


@dataclass(frozen=True)
class Strokes:
    """Strokes in the order they are laid: middles and half lengths in pixels, angles, and how far they bend."""

    y: Rows
    x: Rows
    angle: Rows
    bend: Rows
    length: Rows

    def of(self, which: np.ndarray) -> "Strokes":
        """Those strokes alone, in that order."""
        return Strokes(*(part[which] for part in (self.y, self.x, self.angle, self.bend, self.length)))


def unit(shape: tuple[int, ...]) -> float:
    """Pixels to one part of the longer side."""
    return max(shape[:2]) / UNITS


def tensor(picture: Float32[np.ndarray, "h w c"]) -> Float32[np.ndarray, "h w 3"]:
    """The structure tensor (xx, yy, xy) of every pixel over all channels (Brox et al. 2006)."""
    down, across = np.gradient(picture, axis=(0, 1))
    parts = ((across, across), (down, down), (across, down))
    return np.stack([np.einsum("hwc,hwc->hw", a, b) for a, b in parts], -1).astype(np.float32)


def flow(tensors: Float32[np.ndarray, "h w 3"], width: float) -> tuple[Map, Map]:
    """The direction along a picture's edges (radians from right, down positive), and how much of one it has (0..1).

    The minor eigenvector of its structure tensor spread by `width`, in parts of the longer side.
    """
    xx, yy, xy = np.moveaxis(spread(tensors, width / UNITS), -1, 0)
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.float32(np.pi / 2)
    sure = np.hypot(xx - yy, 2 * xy) / np.maximum(xx + yy, 1e-5)
    return angle.astype(np.float32), sure.astype(np.float32)


def grid(shape: tuple[int, ...], spacing: float, rng: np.random.Generator) -> tuple[Rows, Rows]:
    """Middles of strokes, `spacing` parts of the longer side apart, shaken, in a random order.

    They are drawn in parts of the picture, so that they are the same in a picture of another size.
    """
    scale = unit(shape)
    tall, wide = (round(n / scale / spacing) + 2 for n in shape[:2])
    spots = np.stack(np.meshgrid(np.arange(tall), np.arange(wide), indexing="ij"), -1).reshape(-1, 2) - 0.5
    spots = (spots + rng.uniform(-0.5, 0.5, spots.shape)) * spacing * scale
    spots = np.clip(spots[rng.permutation(len(spots))], 0, np.array(shape[:2]) - 1)
    return spots[:, 0].astype(np.float32), spots[:, 1].astype(np.float32)


def laid(spots: tuple[Rows, Rows], angle: Map, length: Rows, shake: Rows) -> Strokes:
    """Strokes of those half lengths at those spots along a map of directions, bent as the directions bend."""
    y, x = spots
    here = at(angle, y, x)
    there = at(angle, y + 0.7 * length * np.sin(here), x + 0.7 * length * np.cos(here))
    turn = (there - here + np.pi / 2) % np.pi - np.pi / 2  # a direction has no sign
    bend = np.where(np.abs(turn) < 0.7, 0.5 * turn, 0.0).astype(np.float32)
    return Strokes(y, x, (here + shake).astype(np.float32), bend, length)


def at(values: np.ndarray, y: Rows, x: Rows) -> np.ndarray:
    """The nearest pixels' values."""
    rows = np.clip(np.rint(y).astype(np.int64), 0, values.shape[0] - 1)
    return values[rows, np.clip(np.rint(x).astype(np.int64), 0, values.shape[1] - 1)]


def held(strokes: Strokes, picture: Float32[np.ndarray, "h w c"], limit: float, least: float) -> Strokes:
    """The strokes cut short where the picture's colour, along them, leaves their own by more than `limit`.

    Cutting moves a stroke's middle with its ends; no half length falls under `least` (Litwinowicz 1997).
    """
    own = at(picture, strokes.y, strokes.x)
    reach: list[np.ndarray] = []
    for way in (1.0, -1.0):
        far, open_ = np.zeros_like(strokes.length), np.ones(strokes.length.shape, bool)
        for part in (0.2, 0.4, 0.6, 0.8, 1.0):
            u = way * part * strokes.length
            v = strokes.bend * part * part * strokes.length
            c, s = np.cos(strokes.angle), np.sin(strokes.angle)
            seen = at(picture, strokes.y + u * s + v * c, strokes.x + u * c - v * s)
            open_ &= np.abs(seen - own).max(-1) < limit
            far = np.where(open_, np.abs(u), far)
        reach.append(np.maximum(far, least))
    ahead, back = reach
    move = (ahead - back) / 2
    return Strokes(
        (strokes.y + move * np.sin(strokes.angle)).astype(np.float32),
        (strokes.x + move * np.cos(strokes.angle)).astype(np.float32),
        strokes.angle, strokes.bend, ((ahead + back) / 2).astype(np.float32),
    )  # fmt: skip


def brushed(canvas: Picture, relief: Map, strokes: Strokes, color: Colors, width: float) -> None:
    """Lays strokes of paint on the canvas and their ridges on the relief; half width in pixels."""
    _brushed(canvas, relief, _table(strokes), color, np.float32(width))


def penciled(marks: Map, strokes: Strokes, weight: Rows, width: float) -> None:
    """Adds strokes of graphite, of those weights (0..1), to how much of the paper is covered (0..1)."""
    _penciled(marks, _table(strokes), weight.astype(np.float32), np.float32(width))


def _table(strokes: Strokes) -> np.ndarray:
    rows = (strokes.y, strokes.x, np.cos(strokes.angle), np.sin(strokes.angle), strokes.bend, strokes.length)
    return np.stack(rows, 1).astype(np.float32)


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True)
def _noise(i, j):
    """A number in 0..1 from two integers."""
    h = (np.uint64(i) * np.uint64(374761393) + np.uint64(j) * np.uint64(668265263)) & np.uint64(0xFFFFFFFF)
    h = ((h ^ (h >> np.uint64(13))) * np.uint64(1274126177)) & np.uint64(0xFFFFFFFF)
    return np.float32((h ^ (h >> np.uint64(16))) & np.uint64(0xFFFF)) * np.float32(1 / 65535)


@no_type_check
@njit(cache=True, parallel=True)
def _brushed(canvas, relief, table, color, width):
    height, wide = canvas.shape[0], canvas.shape[1]
    bristles = np.float32(7.0)
    for band in prange((height + _BAND - 1) // _BAND):
        first, last = band * _BAND, min((band + 1) * _BAND, height)
        for n in range(table.shape[0]):
            cy, cx, c, s, bend, long = table[n]
            reach = long + width
            if cy + reach < first or cy - reach > last:
                continue
            half_y = abs(s) * long + abs(c) * (width + abs(bend) * long) + 1
            half_x = abs(c) * long + abs(s) * (width + abs(bend) * long) + 1
            for y in range(max(first, int(cy - half_y)), min(last, int(cy + half_y) + 2)):
                for x in range(max(0, int(cx - half_x)), min(wide, int(cx + half_x) + 2)):
                    dy, dx = y - cy, x - cx
                    u = (dx * c + dy * s) / long
                    if abs(u) >= 1:
                        continue
                    v = (dy * c - dx * s - bend * u * u * long) / width
                    if abs(v) >= 1:
                        continue
                    at_bristle = (v + 1) * bristles
                    k = int(at_bristle)
                    t = at_bristle - k
                    hair = _noise(n, k) * (1 - t) + _noise(n, k + 1) * t
                    # the sides are round, the brush lifts off unevenly, a little earlier where it holds less paint
                    side = min((1 - v * v) * np.float32(2.5), np.float32(1.0))
                    lift = 1 - abs(u) - np.float32(0.35) * hair * max(u, np.float32(0.0))
                    end = min(max(2 * lift * long / width, np.float32(0.0)), np.float32(1.0))
                    cover = side * end * (np.float32(0.72) + np.float32(0.28) * hair)
                    tone = 1 + np.float32(0.10) * (hair - np.float32(0.5))
                    for q in range(3):
                        canvas[y, x, q] += cover * (color[n, q] * tone - canvas[y, x, q])
                    ridge = hair * (np.float32(0.6) + np.float32(0.4) * abs(v)) * width
                    relief[y, x] += cover * (ridge - relief[y, x])


@no_type_check
@njit(cache=True, parallel=True)
def _penciled(marks, table, weight, width):
    height, wide = marks.shape[0], marks.shape[1]
    soft = max(width, np.float32(0.6))
    for band in prange((height + _BAND - 1) // _BAND):
        first, last = band * _BAND, min((band + 1) * _BAND, height)
        for n in range(table.shape[0]):
            cy, cx, c, s, bend, long = table[n]
            reach = long + 2 * soft + abs(bend) * long
            if cy + reach < first or cy - reach > last:
                continue
            half_y = abs(s) * long + abs(c) * (2 * soft + abs(bend) * long) + 1
            half_x = abs(c) * long + abs(s) * (2 * soft + abs(bend) * long) + 1
            for y in range(max(first, int(cy - half_y)), min(last, int(cy + half_y) + 2)):
                for x in range(max(0, int(cx - half_x)), min(wide, int(cx + half_x) + 2)):
                    dy, dx = y - cy, x - cx
                    u = (dx * c + dy * s) / long
                    if abs(u) >= 1:
                        continue
                    v = (dy * c - dx * s - bend * u * u * long) / soft
                    if abs(v) >= 2:
                        continue
                    # heavier where the pencil is set down, lifted at both ends
                    press = (1 - u**4) * (1 - np.float32(0.25) * u) * (1 - v * v * np.float32(0.25)) ** 3
                    mark = weight[n] * press * width / soft
                    marks[y, x] += mark * (1 - marks[y, x])
