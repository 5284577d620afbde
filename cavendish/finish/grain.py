"""Grain and dither: noise that depends on the seed and the pixel alone, never on the order of work."""

from typing import no_type_check

import numpy as np
from jaxtyping import Float32, UInt8
from numba import njit, prange

Display = Float32[np.ndarray, "h w 3"]


def grain(display: Display, strength: float, seed: int) -> Display:
    """Display colours with film grain of that strength (0..1 units), strongest in the middle tones.

    Grain is the same in all three channels, its mean is zero, and strength 0 changes nothing. Grains are
    about a pixel at 1K and keep their size relative to the picture.
    """
    if strength <= 0:
        return display
    out = np.empty_like(display)
    _grained(display, np.float32(strength), max(1.0, max(display.shape[:2]) / 1024), seed, out)
    return out


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
def _grained(display, strength, size, seed, out):
    height, width = display.shape[0], display.shape[1]
    for y in prange(height):
        v = y / size
        j, fy = int(v), v - int(v)
        for x in range(width):
            u = x / size
            i, fx = int(u), u - int(u)
            a, b = _bell(j, i, seed), _bell(j, i + 1, seed)
            c, d = _bell(j + 1, i, seed), _bell(j + 1, i + 1, seed)
            spot = (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy
            light = 0.3 * display[y, x, 0] + 0.6 * display[y, x, 1] + 0.1 * display[y, x, 2]
            light = min(max(light, 0.0), 1.0)
            change = strength * spot * 4.0 * light * (1.0 - light)
            for k in range(3):
                out[y, x, k] = display[y, x, k] + change


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
