"""Patterns drawn over a thing's colour: bars, dots, flowers and flecks, as its surface sees them."""

import math

import numpy as np
import numpy.typing as npt
from numba import njit

from cavendish.world.materials import PATTERNS
from cavendish.world.noise import value

F32 = npt.NDArray[np.float32]
Vector = tuple[float, float, float]
BARS, DOTS, FLOWERS, SPARKLES = (PATTERNS.index(name) for name in ("bars", "dots", "flowers", "sparkles"))


@njit("float64(float64, float64, float64, int64)", cache=True)
def noise_at(x: float, y: float, z: float, seed: int) -> float:
    """Noise of one signature: without it every seed would be compiled anew, and take a minute."""
    return float(value(x, y, z, seed))


@njit(cache=True, inline="always")
def fade(cycles: float, foot: float) -> float:
    """How much shows of what has so many cycles a unit, seen by a pixel of that size: 0..1."""
    return min(max(1.6 - 2.0 * foot * cycles, 0.0), 1.0)


@njit(cache=True, inline="always")
def step(x: float, soft: float) -> float:
    """0 below, 1 above zero, and as wide a way between them as told."""
    return min(max(x / soft + 0.5, 0.0), 1.0)


@njit(cache=True)
def _site(p: Vector, n: Vector, scale: float) -> Vector:
    """The nearest point of a lattice as the surface sees it: distance along the surface, angle, and its own number.

    Distances are shares of `scale`; only lattice points within half a cell off the surface count.
    """
    x, y, z = p[0] / scale + 0.31, p[1] / scale + 0.31, p[2] / scale + 0.31
    ix, iy, iz = math.floor(x), math.floor(y), math.floor(z)
    best, angle, number = 9.0, 0.0, 0.0
    for corner in range(27):
        cx, cy, cz = ix + corner % 3 - 1, iy + (corner // 3) % 3 - 1, iz + corner // 9 - 1
        dx, dy, dz = x - cx - 0.5, y - cy - 0.5, z - cz - 0.5
        off = dx * n[0] + dy * n[1] + dz * n[2]
        if abs(off) > 0.5:
            continue
        dx, dy, dz = dx - off * n[0], dy - off * n[1], dz - off * n[2]
        away = math.sqrt(dx * dx + dy * dy + dz * dz)
        if away < best:
            best = away
            up = dy if abs(n[1]) < 0.8 else dz
            across = dx if abs(n[0]) < 0.7 else dz
            angle = math.atan2(up, across)
            number = cx * 3.7 + cy * 5.1 + cz * 7.3
    return best, angle, number


@njit(cache=True)
def drawn(
    code: int,
    axis: int,
    p: Vector,
    n: Vector,
    scale: float,
    foot: float,
) -> tuple[float, float]:
    """How much of a pattern's colour shows, and of the eyes of its flowers."""
    soft = max(foot / scale, 0.02)
    if code == BARS:
        at = p[axis] / scale
        return step(abs(at - math.floor(at) - 0.5) - 0.25, soft), 0.0
    away, angle, number = _site(p, n, scale)
    if code == DOTS:
        return step(0.24 - away, soft), 0.0
    turn = angle + 2.0 * noise_at(number, 0.5, 0.5, 571)
    petal = 0.30 * (0.62 + 0.38 * abs(math.cos(2.5 * turn)))
    return step(petal - away, soft), step(0.085 - away, soft)


@njit(cache=True)
def glitter(p: Vector, scale: float, foot: float, i: int, base: F32, numbers: F32) -> Vector:
    """Flecks of foil, each tilted its own way; told as a tilt, and written into the colour and the numbers."""
    f = 1.0 / scale
    x, y, z = math.floor(p[0] * f), math.floor(p[1] * f), math.floor(p[2] * f)
    away = math.sqrt((p[0] * f - x - 0.5) ** 2 + (p[1] * f - y - 0.5) ** 2 + (p[2] * f - z - 0.5) ** 2)
    x, y, z = x * 1.37, y * 1.73, z * 1.91
    lit = noise_at(x, y, z, 581)
    fleck = step(0.55 - away, 0.2 + foot * f) if lit > 0.12 else 0.0
    bright = fleck * min(max(2.6 * lit, 0.0), 1.0) / (1.0 + 1.5 * foot * f)
    for k in range(3):
        base[i, k] = min(base[i, k] * (1 - bright) + (0.35 * base[i, k] + 0.62) * bright, 0.97)
    numbers[0, i] = numbers[0, i] * (1 - fleck) + 0.22 * fleck
    strength = 0.5 * fleck * fade(f, foot)
    return strength * lit, strength * noise_at(x, y, z, 582), strength * noise_at(x, y, z, 583)
