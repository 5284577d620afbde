"""Depth of field: what lies off the sharp zone is gathered over the disc a real lens would spread it on."""

import math
from dataclasses import dataclass
from typing import no_type_check

import numpy as np
from jaxtyping import Float32
from numba import njit, prange

Map = Float32[np.ndarray, "h w"]
Linear = Float32[np.ndarray, "h w 3"]

SENSOR = 36.0  # mm, the longer side of the picture
STAGE_UNIT = 90.0  # mm; things are as large as toys, so backgrounds melt as they do in toy photography
LARGEST = 0.05  # of the longer side: wider discs would show their taps
_TAPS = 48
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


def blur(linear: Linear, disc: Map) -> Linear:
    """Scene-linear colours seen through discs of those diameters (fractions of the longer side).

    A constant picture stays constant and a pixel without a disc keeps its colour exactly. A sharp pixel is
    never spread over a soft one; a pixel off the edge counts as the edge.
    """
    radius = disc * (0.5 * max(linear.shape[:2]))
    if float(radius.max(initial=0.0)) < 0.5:
        return linear
    half, half_radius = _halved(linear, radius)
    quarter, quarter_radius = _halved(half, half_radius)
    turn = _GOLDEN * np.arange(_TAPS)
    reach = np.sqrt((np.arange(_TAPS) + 0.5) / _TAPS)
    spiral = np.stack([np.sin(turn) * reach, np.cos(turn) * reach, reach], 1).astype(np.float32)
    out = np.empty_like(linear)
    _gather(linear, radius, half, half_radius, quarter, quarter_radius, spiral, out)
    return out


def _halved(linear: Linear, radius: Map) -> "tuple[Float32[np.ndarray, 'p q 3'], Float32[np.ndarray, 'p q']]":
    """Both at half size.

    Each colour counts by its radius, so sharp things do not leak into what is behind them.
    """
    height, width = radius.shape
    pad = ((0, height % 2), (0, width % 2))
    weight = np.pad(radius, pad, mode="edge") + np.float32(1e-3)
    color = np.pad(linear, (*pad, (0, 0)), mode="edge") * weight[..., None]
    total = _quads(weight)
    return _quads(color) / total[..., None], (total / 4).astype(np.float32)


def _quads(x: np.ndarray) -> np.ndarray:
    return x[0::2, 0::2] + x[1::2, 0::2] + x[0::2, 1::2] + x[1::2, 1::2]


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True, parallel=True)
def _gather(color0, radius0, color1, radius1, color2, radius2, spiral, out):
    height, width = radius0.shape
    for y in prange(height):
        for x in range(width):
            r = radius0[y, x]
            red, green, blue, total = color0[y, x, 0], color0[y, x, 1], color0[y, x, 2], np.float32(1.0)
            if r >= 0.5:
                if r < 4.0:
                    color, radius, level = color0, radius0, 0
                elif r < 10.0:
                    color, radius, level = color1, radius1, 1
                else:
                    color, radius, level = color2, radius2, 2
                high, wide = radius.shape
                for k in range(spiral.shape[0]):
                    j = min(max(int(y + r * spiral[k, 0] + 0.5), 0) >> level, high - 1)
                    i = min(max(int(x + r * spiral[k, 1] + 0.5), 0) >> level, wide - 1)
                    # a sample counts when its own disc reaches this far
                    weight = min(max(radius[j, i] - r * spiral[k, 2] + 1.0, 0.0), 1.0)
                    red += weight * color[j, i, 0]
                    green += weight * color[j, i, 1]
                    blue += weight * color[j, i, 2]
                    total += weight
            out[y, x, 0] = red / total
            out[y, x, 1] = green / total
            out[y, x, 2] = blue / total
