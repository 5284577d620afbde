"""Pencil sketch: contours drawn twice, shade hatched one way and then across, on paper with a tooth."""

import numpy as np
from jaxtyping import Float32
from scipy.ndimage import gaussian_filter

from cavendish.finish.bloom import spread
from cavendish.finish.grade import LUMA
from cavendish.finish.grain import Grain, grain
from cavendish.finish.strokes import UNITS, at, flow, grid, held, laid, penciled, tensor, unit

Display = Float32[np.ndarray, "h w 3"]
Map = Float32[np.ndarray, "h w"]

_HATCHES = ((-0.80, 0.32, 0.95), (-0.42, 0.60, 1.05), (-1.30, 0.80, 1.15))
"""Direction of each layer of hatching (radians), and the darkness from which to which it fills."""
_PAPER = np.array((0.968, 0.958, 0.935), np.float32)
_GRAPHITE = np.array((0.150, 0.148, 0.152), np.float32)


def pencil(display: Display, depth: Map, away: Map, seed: int) -> Display:
    """Display colours as a drawing; depth draws outlines too, and what lies far `away` (0..1) is drawn lightly."""
    rng = np.random.default_rng([seed, 67])
    scale = unit(display.shape)
    tone = (0.5 * (display @ np.asarray(LUMA, np.float32)) + 0.5 * display.max(-1)).astype(np.float32)
    dark = _shade(tone, away)
    marks = np.zeros(tone.shape, np.float32)
    _hatch(marks, dark, scale, rng)
    _contour(marks, display, depth, away, scale, rng)
    smudge = 0.26 * spread(dark[..., None], 2.5 / UNITS)[..., 0]
    tooth = grain(np.full((*tone.shape, 3), 0.5, np.float32), Grain(0.20, 1.5, 0.5), seed)[..., 0] - 0.5
    laid_on = np.clip(1 - (1 - marks) * (1 - smudge), 0, 1)
    laid_on = np.clip(laid_on * (1 + 1.1 * tooth * (1 - laid_on)), 0, 1)[..., None]
    return (_PAPER + laid_on * (_GRAPHITE - _PAPER)).astype(np.float32)


def _shade(tone: Map, away: Map) -> Map:
    """How dark the drawing is to be, 0..1: evened out, and fading with distance."""
    high = max(float(np.quantile(tone, 0.97)), 0.6)
    low = min(float(np.quantile(tone, 0.02)), high - 0.5)
    even = np.clip((tone - low) / (high - low), 0, 1)
    return ((1 - even) ** 1.4 * (1 - 0.6 * away)).astype(np.float32)


def _hatch(marks: Map, dark: Map, scale: float, rng: np.random.Generator) -> None:
    """Parallel strokes, layer across layer as it grows darker."""
    for angle, first, whole in _HATCHES:
        spots = grid(marks.shape, 4.2, rng)
        need = np.clip((at(dark, *spots) - first + 0.25) / (whole - first + 0.25), 0, 1)
        chosen = np.flatnonzero(need > rng.uniform(0.0, 0.5, len(need)))
        spots, need = (spots[0][chosen], spots[1][chosen]), need[chosen]
        length = scale * rng.uniform(13, 24, len(chosen)).astype(np.float32)
        shake = rng.normal(0, 0.045, len(chosen)).astype(np.float32)
        strokes = laid(spots, np.full((1, 1), angle, np.float32), length, shake)
        strokes = held(strokes, dark[..., None], 0.16, 2.0 * scale)
        penciled(marks, strokes, 0.10 + 0.26 * need, 0.75 * scale)


def _contour(
    marks: Map, display: Display, depth: Map, away: Map, scale: float, rng: np.random.Generator
) -> None:
    """Lines along the edges of colour and of depth."""
    edges = np.concatenate((display, _steps(depth)[..., None]), -1)
    fine = gaussian_filter(edges, (max(1.1 * scale, 0.7),) * 2 + (0,))
    down, across = np.gradient(fine, axis=(0, 1))
    line = np.maximum(np.abs(down), np.abs(across)).max(-1) * scale
    crest = line >= 1.18 * gaussian_filter(line, max(1.6 * scale, 1.0))
    strength = np.clip((line - 0.012) / 0.07, 0, 1) * crest * (1 - 0.6 * away)
    angle, _ = flow(tensor(fine), 2.0)
    for width, weight, least in ((0.75, 0.50, 0.06), (1.0, 0.70, 0.30)):
        spots = grid(marks.shape, 1.9, rng)
        strong = at(strength, *spots)
        chosen = np.flatnonzero(strong > least)
        spots, strong = (spots[0][chosen], spots[1][chosen]), strong[chosen]
        length = scale * rng.uniform(6, 15, len(chosen)).astype(np.float32)
        strokes = laid(spots, angle, length, rng.normal(0, 0.05, len(chosen)).astype(np.float32))
        penciled(
            marks,
            strokes,
            weight * strong * rng.uniform(0.5, 1.0, len(chosen)).astype(np.float32),
            width * scale,
        )


def _steps(depth: Map) -> Map:
    """Depth on a scale on which equal steps look alike."""
    return (1.6 * np.sqrt(np.clip(depth, 0, 1))).astype(np.float32)
