"""Depth of field: what lies off the sharp zone is gathered over the disc a real lens would spread it on."""

import math
from dataclasses import dataclass
from typing import no_type_check

import numpy as np
from jaxtyping import Float32
from numba import njit, prange
from scipy.ndimage import maximum_filter, minimum_filter

Map = Float32[np.ndarray, "h w"]
Linear = Float32[np.ndarray, "_ _ 3"]
Sources = Float32[np.ndarray, "_ _ 2"]  # radius of the disc in pixels, and how far it may be spread

SENSOR = 36.0  # mm, the longer side of the picture
STAGE_UNIT = 90.0  # mm; things are as large as toys, so backgrounds melt as they do in toy photography
LARGEST = 0.05  # of the longer side: wider discs would show their taps
_TAPS = 48
_FRINGE = 0.003  # of the longer side: how much too wide an edge may have been painted
_WIDE = 10.0  # pixels: the radius from which on sources a quarter as fine are enough
_FAR, _EVERY = 24.0, 4  # pixels: the radius from which on what is seen is found from nodes so far apart
_ALIKE = 0.1  # how far a disc, as a share of it, and its trust may differ from a node's
_GOLDEN = math.pi * (3.0 - math.sqrt(5.0))


@dataclass(frozen=True)
class Optics:
    """A lens.

    Focal length in mm, f-number, and the sharp zone `near`..`far` in stage units from the camera.
    """

    focal: float
    fnumber: float
    near: float
    far: float


def discs(depth: Map, optics: Optics) -> Map:
    """Diameter of each pixel's disc of confusion, as a fraction of the picture's longer side.

    `depth` is the guides' inverse depth 1 / (1 + d / 4), 0 where nothing is. The thin lens spreads a point
    at d by F² / N · |1/s − 1/d| on the sensor; s is the nearer end of the sharp zone, so the zone itself has
    none.
    """
    inverse = (depth / np.maximum(4.0 * (1.0 - depth), 1e-6)).astype(np.float32)  # 1 / d
    off = np.maximum(1.0 / optics.far - inverse, inverse - 1.0 / optics.near).clip(min=0.0)
    strength = optics.focal**2 / (optics.fnumber * STAGE_UNIT * SENSOR)
    return np.minimum(strength * off, LARGEST).astype(np.float32)


def behind(depth: Map, optics: Optics) -> Map:
    """How far behind the sharp zone each pixel lies: 0 in it, 1/2 at twice its distance, 1 at infinity."""
    inverse = depth / np.maximum(4.0 * (1.0 - depth), 1e-6)
    return np.clip(1.0 - optics.far * inverse, 0.0, 1.0).astype(np.float32)


def blur(linear: Linear, disc: Map) -> Linear:
    """Scene-linear colours seen through discs of those diameters (fractions of the longer side).

    A constant picture stays constant and a pixel without a disc keeps its colour exactly. A sharp thing is never
    spread over what is soft behind it, not even where its edge was painted a little too wide; a pixel off the
    edge counts as the edge.
    """
    longer = max(linear.shape[:2])
    radius = disc * (0.5 * longer)
    if float(radius.max(initial=0.0)) < 0.5:
        return linear
    sources = np.stack([radius, _trust(radius, max(1, round(longer * _FRINGE)))], -1)
    half, half_sources = _halved(linear, sources)
    quarter, quarter_sources = _halved(half, half_sources)
    turn = _GOLDEN * np.arange(_TAPS)
    reach = np.sqrt((np.arange(_TAPS) + 0.5) / _TAPS)
    spiral = np.stack([np.sin(turn) * reach, np.cos(turn) * reach, reach], 1).astype(np.float32)
    levels = (linear, sources, half, half_sources, quarter, quarter_sources)
    nodes = np.empty((*(-(-n // _EVERY) for n in radius.shape), 3), np.float32)
    _gather_nodes(levels, spiral, nodes)
    out = np.empty_like(linear)
    _gather(levels, spiral, _whole(radius), nodes, out)
    return out


def _whole(radius: Map) -> Map:
    """1 where a pixel may be spread, down to 0 where the edge of something sharp runs through it: it is mixed already.

    Where nothing near is sharp, edges are spread like all else, or they would stand as thin lines in what is soft.
    """
    share = radius / np.maximum(maximum_filter(radius, 3, mode="nearest"), 1e-6)
    soft = minimum_filter(radius, 3, mode="nearest") - 0.5
    return np.clip(np.maximum((share - 0.8) / 0.2, soft), 0, 1).astype(np.float32)


def _trust(radius: Map, fringe: int) -> Map:
    """How far each pixel may be spread, 0..1: little within `fringe` pixels of something sharper."""
    sharpest = minimum_filter(radius, 2 * fringe + 1, mode="nearest")
    return ((sharpest / np.maximum(radius, 1e-6)) ** 2).astype(np.float32)


def _halved(linear: Linear, sources: Sources) -> tuple[Linear, Sources]:
    """Both at half size, a last odd row or column standing alone; sharp things do not leak into what is soft."""
    height, width = (sources.shape[0] + 1) // 2, (sources.shape[1] + 1) // 2
    color, small = np.empty((height, width, 3), np.float32), np.empty((height, width, 2), np.float32)
    _half(linear, sources, color, small)
    return color, small


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True, parallel=True)
def _half(linear, sources, color, small):
    height, width = sources.shape[0], sources.shape[1]
    for j in prange(color.shape[0]):
        for i in range(color.shape[1]):
            red = green = blue = total = radius = trust = np.float32(0.0)
            for y in (2 * j, min(2 * j + 1, height - 1)):
                for x in (2 * i, min(2 * i + 1, width - 1)):
                    # colours count by radius and trust
                    weight = sources[y, x, 0] * sources[y, x, 1] + np.float32(1e-4)
                    red += weight * linear[y, x, 0]
                    green += weight * linear[y, x, 1]
                    blue += weight * linear[y, x, 2]
                    total += weight
                    radius += sources[y, x, 0]
                    trust += sources[y, x, 1]
            color[j, i, 0], color[j, i, 1], color[j, i, 2] = red / total, green / total, blue / total
            small[j, i, 0], small[j, i, 1] = np.float32(0.25) * radius, np.float32(0.25) * trust


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True)
def _seen(y, x, levels, spiral, out):
    """The colour (3) of a pixel whose disc has half a pixel or more, gathered over it."""
    color0, source0, color1, source1, color2, source2 = levels
    r = source0[y, x, 0]
    if r < 4.0:
        color, source, level = color0, source0, 0
    elif r < _WIDE:
        color, source, level = color1, source1, 1
    else:
        color, source, level = color2, source2, 2
    total = source0[y, x, 1] + np.float32(1e-3)
    red, green, blue = total * color0[y, x, 0], total * color0[y, x, 1], total * color0[y, x, 2]
    high, wide = source.shape[0], source.shape[1]
    for k in range(spiral.shape[0]):
        j = min(max(int(y + r * spiral[k, 0] + 0.5), 0) >> level, high - 1)
        i = min(max(int(x + r * spiral[k, 1] + 0.5), 0) >> level, wide - 1)
        # a sample counts when its own disc reaches this far
        weight = min(max(source[j, i, 0] - r * spiral[k, 2] + 1.0, 0.0), 1.0) * source[j, i, 1]
        red += weight * color[j, i, 0]
        green += weight * color[j, i, 1]
        blue += weight * color[j, i, 2]
        total += weight
    out[0], out[1], out[2] = red / total, green / total, blue / total


@no_type_check
@njit(cache=True, parallel=True)
def _gather_nodes(levels, spiral, nodes):
    """`nodes` (rows, columns, 3): what pixels `_EVERY` apart show, where their discs are wide."""
    for j in prange(nodes.shape[0]):
        for i in range(nodes.shape[1]):
            y, x = _EVERY * j, _EVERY * i
            if levels[1][y, x, 0] >= _FAR:
                _seen(y, x, levels, spiral, nodes[j, i])


@no_type_check
@njit(cache=True, parallel=True)
def _gather(levels, spiral, whole, nodes, out):
    """Each pixel over its disc; in wide discs from the four nodes about it, where these have much the same disc."""
    color0, source0 = levels[0], levels[1]
    height, width = source0.shape[0], source0.shape[1]
    for y in prange(height):
        seen = np.empty(3, np.float32)
        for x in range(width):
            r, trust, share = source0[y, x, 0], source0[y, x, 1], whole[y, x]
            if r < 0.5 or share <= 0:
                for k in range(3):
                    out[y, x, k] = color0[y, x, k]
                continue
            j, i = y // _EVERY, x // _EVERY
            between = r >= _FAR and j + 1 < nodes.shape[0] and i + 1 < nodes.shape[1]
            if between:
                for corner in range(4):
                    v, u = _EVERY * (j + (corner >> 1)), _EVERY * (i + (corner & 1))
                    alike = (
                        abs(source0[v, u, 0] - r) <= _ALIKE * r and abs(source0[v, u, 1] - trust) <= _ALIKE
                    )
                    between = between and alike and source0[v, u, 0] >= _FAR
            if between:
                down, across = np.float32(y % _EVERY) / _EVERY, np.float32(x % _EVERY) / _EVERY
                for k in range(3):
                    upper = nodes[j, i, k] + across * (nodes[j, i + 1, k] - nodes[j, i, k])
                    lower = nodes[j + 1, i, k] + across * (nodes[j + 1, i + 1, k] - nodes[j + 1, i, k])
                    seen[k] = upper + down * (lower - upper)
            else:
                _seen(y, x, levels, spiral, seen)
            for k in range(3):
                out[y, x, k] = color0[y, x, k] + share * (seen[k] - color0[y, x, k])
