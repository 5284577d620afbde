"""Grain and dither: noise that depends on the seed and the pixel alone, never on the order of work."""

from dataclasses import dataclass
from typing import no_type_check

import numpy as np
from jaxtyping import Float32, UInt8
from numba import njit, prange

Display = Float32[np.ndarray, "h w 3"]


@dataclass(frozen=True)
class Grain:
    """How a film's grain looks.

    `strength` is its standard deviation (0..1 units) at the tone where it is strongest, `peak`; `size` that of its
    clumps, in 1024ths of the picture's longer side; `color` how far its three layers differ, 0 (none) to 1.
    """

    strength: float = 0.0
    size: float = 1.5
    peak: float = 0.45
    color: float = 0.0


NONE = Grain()


def grain(display: Display, film: Grain, seed: int) -> Display:
    """Display colours with grain of mean zero, none in pure black and white; strength 0 changes nothing.

    Clumps lie where they lie in the picture, whatever its size; where they are finer than a pixel, the pixel holds
    their mean (Selwyn's law: its deviation falls as they do).
    """
    if film.strength <= 0:
        return display
    pitch = film.size * max(display.shape[:2]) / 1024
    seen = max(pitch, 1.0)
    rows, columns = (int(n / seen) + 5 for n in display.shape[:2])
    layers = np.empty((4, rows, columns), np.float32)
    _layers(seed, layers)
    strength = np.float32(film.strength * min(pitch, 1.0))
    out = np.empty_like(display)
    _grained(display, layers, np.float32(seen), strength, _weights(film), out)
    return out


def _weights(film: Grain) -> "Float32[np.ndarray, '4']":
    """Shares of the common layer and of each channel's own, and the exponents of dark and light."""
    dark, light = 1.0, 1.0 / film.peak - 1.0
    if film.peak > 0.5:
        dark, light = 1.0 / (1.0 / film.peak - 1.0), 1.0
    common = np.sqrt(1.0 - film.color**2)
    return np.array((common, film.color, dark, light), np.float32)


def quantise(display: Display) -> "UInt8[np.ndarray, 'h w 3']":
    """8-bit colours, dithered by less than half a step.

    Skies do not band, and an exact level keeps its value.
    """
    out = np.empty(display.shape, np.uint8)
    _dithered(display, out)
    return out


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True)
def _hash(a, b, c):
    """A number in 0..1 from three integers (Wang's mixing, 32 bits)."""
    # 64-bit words throughout: the compiler widens 32-bit products, so the wrapping is written out
    low, high = np.uint64(0xFFFFFFFF), np.uint64(16)
    h = np.uint64(a) * np.uint64(374761393) + np.uint64(b) * np.uint64(668265263)
    h = (h + np.uint64(c) * np.uint64(2246822519)) & low
    h = ((h ^ (h >> np.uint64(13))) * np.uint64(1274126177)) & low
    h = ((h ^ (h >> high)) * np.uint64(2246822519)) & low
    h ^= h >> np.uint64(15)
    return np.float32(h) * np.float32(1.0 / 4294967296.0)


@no_type_check
@njit(cache=True)
def _bell(y, x, seed):
    """Near Gaussian, mean 0, variance 1: the sum of three uniform numbers, rescaled."""
    total = _hash(y, x, seed) + _hash(x, y, seed + 101) + _hash(y + 7919, x, seed + 211)
    return (total - np.float32(1.5)) * np.float32(2.0)


@no_type_check
@njit(cache=True, parallel=True)
def _layers(seed, out):
    """A layer of clumps common to all channels, and one of each channel's own."""
    for j in prange(out.shape[1]):
        for i in range(out.shape[2]):
            for k in range(out.shape[0]):
                out[k, j, i] = _bell(j, i, seed + 977 * k)


@no_type_check
@njit(cache=True)
def _splines(at, out):
    """Cubic B-spline shares of four neighbours, their squares summing to 1, and the first of the neighbours."""
    first = int(at)
    t = at - first
    out[0] = (1 - t) ** 3
    out[1] = 3 * t**3 - 6 * t**2 + 4
    out[2] = -3 * t**3 + 3 * t**2 + 3 * t + 1
    out[3] = t**3
    total = np.sqrt(out[0] ** 2 + out[1] ** 2 + out[2] ** 2 + out[3] ** 2)
    for k in range(4):
        out[k] /= total
    return first


@no_type_check
@njit(cache=True, parallel=True)
def _grained(display, layers, pitch, strength, weights, out):
    height, width = display.shape[0], display.shape[1]
    common, own, dark, light = weights[0], weights[1], weights[2], weights[3]
    peak = dark / (dark + light)
    scale = strength / (peak**dark * (1 - peak) ** light)
    count = layers.shape[0] if own > 0 else 1
    for y in prange(height):
        down, across = np.empty(4, np.float32), np.empty(4, np.float32)
        spots = np.zeros(4, np.float32)
        j = _splines((y + np.float32(0.5)) / pitch, down)
        for x in range(width):
            i = _splines((x + np.float32(0.5)) / pitch, across)
            for k in range(count):
                total = np.float32(0.0)
                for b in range(4):
                    row = np.float32(0.0)
                    for a in range(4):
                        row += across[a] * layers[k, j + b, i + a]
                    total += down[b] * row
                spots[k] = total
            tone = 0.3 * display[y, x, 0] + 0.6 * display[y, x, 1] + 0.1 * display[y, x, 2]
            tone = min(max(tone, 0.0), 1.0)
            change = scale * tone**dark * (1 - tone) ** light
            for k in range(3):
                out[y, x, k] = display[y, x, k] + change * (common * spots[0] + own * spots[k + 1])


@no_type_check
@njit(cache=True, parallel=True)
def _dithered(display, out):
    height, width = display.shape[0], display.shape[1]
    for y in prange(height):
        for x in range(width):
            shift = np.float32(0.998) * (_hash(y, x, 1) - np.float32(0.5))
            for k in range(3):
                level = display[y, x, k] * np.float32(255.0) + np.float32(0.5) + shift
                out[y, x, k] = np.uint8(min(max(level, np.float32(0.0)), np.float32(255.0)))
