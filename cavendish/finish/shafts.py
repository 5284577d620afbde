"""Shafts of light through dusty air: parallel beams from one side, fainter before what is near, with motes in them."""

import math
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32

Map = Float32[np.ndarray, "h w"]
Linear = Float32[np.ndarray, "h w 3"]
_PANES = 4
_MOTES = 260


@dataclass(frozen=True)
class Shafts:
    """`toward` is where the light comes from in the picture (x right, y up); `color` is linear, as it is seen."""

    toward: tuple[float, float]
    color: tuple[float, float, float]
    strength: float = 0.24


def lit(linear: Linear, depth: Map, shafts: Shafts, seed: int) -> Linear:
    """The picture with light in its air; never darker than before. `depth` is the guides' inverse depth.

    Beams are drawn in shares of the picture's height, so they are the same at every size.
    """
    h, w = depth.shape
    side = math.copysign(1.0, shafts.toward[0] or 1.0)
    slope = min(max(abs(shafts.toward[1]) / max(abs(shafts.toward[0]), 0.2), 0.45), 1.3)
    size = math.hypot(1.0, slope)
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    x = ((w - xx) if side > 0 else xx) / h  # from the light's own side
    y = yy / h
    across = (y - slope * x) / size
    along = (x + slope * y) / size
    beam = _panes(across, seed) * np.exp(-0.55 * along)
    away = 4.0 * (1.0 / np.maximum(depth, 0.03) - 1.0)
    veil = 0.35 + 0.65 * (1.0 - np.exp(-0.22 * np.maximum(away - 1.5, 0.0)))
    amount = shafts.strength * (beam * veil + 3.0 * _motes(h, w, seed) * beam)
    return linear + amount.astype(np.float32)[..., None] * np.array(shafts.color, np.float32)


def _panes(across: Map, seed: int) -> Map:
    """How much of the light comes through a window's panes, 0..1, by the distance across the beams."""
    rng = np.random.default_rng([seed, 91])
    start, step = -0.42 + 0.10 * float(rng.random()), 0.205 + 0.05 * float(rng.random())
    out = np.zeros_like(across)
    for k in range(_PANES):
        wide = 0.055 + 0.022 * float(rng.random())
        edge = np.clip((wide - np.abs(across - start - k * step)) / 0.075 + 0.5, 0, 1)
        out += edge * edge * (3 - 2 * edge) * (0.7 + 0.3 * float(rng.random()))
    return out


def _motes(h: int, w: int, seed: int) -> Map:
    """Specks of dust, soft and small, 0..1."""
    rng = np.random.default_rng([seed, 97])
    out = np.zeros((h, w), np.float32)
    for x, y, r, tone in rng.random((_MOTES, 4)):
        radius = h * (0.0011 + 0.0022 * r * r)
        cx, cy, reach = x * w, y * h, max(2, math.ceil(2.5 * radius))
        y0, y1, x0, x1 = (int(v) for v in (max(cy - reach, 0), min(cy + reach + 1, h), max(cx - reach, 0),
                                           min(cx + reach + 1, w)))  # fmt: skip
        yy, xx = np.mgrid[y0:y1, x0:x1].astype(np.float32)
        away = ((xx - cx) ** 2 + (yy - cy) ** 2) / max(radius, 0.6) ** 2
        out[y0:y1, x0:x1] += np.exp(-away) * (0.25 + 0.75 * tone)
    return np.minimum(out, 1.0)
