"""Oil painting: strokes from broad to fine along the forms, thick enough to catch the light, on woven canvas."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32
from scipy.ndimage import gaussian_filter

from cavendish.finish.bloom import spread
from cavendish.finish.strokes import UNITS, at, brushed, flow, grid, held, laid, tensor, unit

Display = Float32[np.ndarray, "h w 3"]
Map = Float32[np.ndarray, "h w"]


@dataclass(frozen=True)
class Pass:
    """One brush: half width, half length and spacing in 1024ths of the longer side.

    It is used where the picture differs by more than `detail` from what the brush before could say.
    """

    width: float
    length: float
    spacing: float
    detail: float


PASSES = (
    Pass(15.0, 46.0, 13.0, 0.0),
    Pass(8.0, 28.0, 7.0, 0.018),
    Pass(4.2, 16.0, 3.8, 0.030),
    Pass(2.1, 8.5, 2.2, 0.034),
)
_GROUND = np.array((0.46, 0.36, 0.27), np.float32)  # the toned canvas that shows between the first strokes
_THICK = 0.35  # how strongly ridges catch the light


def oil(display: Display, away: Map, seed: int) -> Display:
    """Display colours as oil paint; what lies far `away` (0..1) is left to the broader brushes.

    The strokes of a picture and a seed lie alike at every size.
    """
    rng = np.random.default_rng([seed, 61])
    shape, scale = display.shape, unit(display.shape)
    soft = gaussian_filter(display, (max(scale, 0.6),) * 2 + (0,))
    near = spread(soft, 24 / UNITS)
    canvas = (0.65 * near + 0.35 * _GROUND).astype(np.float32)
    relief = np.zeros(shape[:2], np.float32)
    swirl, tensors = _swirl(shape, rng), tensor(soft)
    for brush in PASSES:
        angle, sure = flow(tensors, brush.width * 0.8)
        calm = np.clip(sure * 1.6 - 0.2, 0, 1)
        angle = _mixed(swirl, angle, calm)
        spots = grid(shape, brush.spacing, rng)
        rough = np.abs(soft - near).max(-1, keepdims=True)
        need = spread(rough, brush.width * 0.8 / UNITS)[..., 0] >= brush.detail * (1 + 1.2 * away)
        near = spread(soft, brush.width * 0.45 / UNITS)
        chosen = np.flatnonzero(at(need, *spots))
        spots = (spots[0][chosen], spots[1][chosen])
        shake = rng.normal(0, 0.16, len(chosen)).astype(np.float32)
        length = brush.length * scale * rng.uniform(0.7, 1.2, len(chosen)).astype(np.float32)
        strokes = laid(spots, angle, length, shake)
        strokes = held(strokes, near, 0.10, brush.width * scale)
        color = _mixed_paint(at(near, *spots), rng)
        brushed(canvas, relief, strokes, color, max(brush.width * scale, 0.8))
    return _lit(canvas, relief, scale)


def _swirl(shape: tuple[int, ...], rng: np.random.Generator) -> Map:
    """Slowly turning directions for where the picture has none of its own."""
    waves = rng.uniform(-1, 1, (4, 3))
    down, across = (np.linspace(0, n / max(shape[:2]), n, dtype=np.float32) for n in shape[:2])
    turn = np.zeros(shape[:2], np.float32)
    for a, b, c in waves:
        turn += np.sin(5 * a * down[:, None] + 5 * b * across[None, :] + 6 * c).astype(np.float32)
    return (0.5 + 0.45 * turn).astype(np.float32)


def _mixed(one: Map, other: Map, share: Map) -> Map:
    """Directions between two, by doubled angles."""
    c = (1 - share) * 0.35 * np.cos(2 * one) + share * np.cos(2 * other)
    s = (1 - share) * 0.35 * np.sin(2 * one) + share * np.sin(2 * other)
    return (0.5 * np.arctan2(s, c)).astype(np.float32)


def _mixed_paint(color: Float32[np.ndarray, "n 3"], rng: np.random.Generator) -> Float32[np.ndarray, "n 3"]:
    """Colours as a palette has them: each a little lighter or darker, warmer or cooler than the last."""
    light = rng.normal(0, 0.022, (len(color), 1))
    warm = rng.normal(0, 0.014, (len(color), 1)) * np.array((1.0, 0.1, -1.0))
    grey = color.mean(-1, keepdims=True)
    return np.clip(grey + 1.08 * (color - grey) + light + warm, 0, 1).astype(np.float32)


def _lit(canvas: Display, relief: Map, scale: float) -> Display:
    """The canvas under a lamp from the upper left, which its ridges and its weave catch."""
    height, width = relief.shape
    down, across = np.arange(height)[:, None] / scale, np.arange(width)[None, :] / scale
    weave = np.cos(down * (2 * np.pi / 4.6)) * np.cos(across * (2 * np.pi / 4.6))
    surface = gaussian_filter(relief / scale, max(0.7 * scale, 0.5)) + (0.10 * weave).astype(np.float32)
    fall_y, fall_x = np.gradient(surface, 1 / scale)
    shade = np.tanh(_THICK * (fall_y + fall_x) * 0.7)[..., None] * np.float32(0.22)
    tone = canvas.mean(-1, keepdims=True)
    lit = np.where(shade > 0, canvas + shade * (1 - canvas) * (0.25 + tone), canvas * (1 + shade))
    return np.clip(lit, 0.0, 1.0).astype(np.float32)
