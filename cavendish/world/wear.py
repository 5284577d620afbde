"""What surfaces wear where rays meet them: a slot's colour, numbers and grain, and noise near the pixel's size.

Compiled once and cached; one pass over the points, with no fast arithmetic, so a point is the same beside any other.
"""

import math

import numpy as np
import numpy.typing as npt
from numba import njit, prange

from cavendish.world.materials import (
    BASE,
    BUMP,
    EMISSION,
    FREQUENCY,
    GRAIN,
    ROUGH,
    STRETCH,
)
from cavendish.world.noise import value

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]
_ONE = np.float32(1)


@njit(cache=True, parallel=True)
def dress(  # noqa: PLR0913, PLR0917 -- one pass over many arrays
    table: F32, slot: I32, index: Index, owner: I32, point: F32, turn: F32, origin: F32,
    base: F32, numbers: F32, emission: F32, local: F32,
) -> None:  # fmt: skip
    """What the slots (s, 29) say, written where `index` points: colour, six numbers (6, n), glow, own coordinates.

    `owner` is each point's frame (turn (f, 3, 3) local to world, origin (f, 3)); points are (3, n).
    """
    for j in prange(index.shape[0]):
        i = index[j]
        row, k = table[slot[i]], owner[i]
        x, y, z = point[0, i] - origin[k, 0], point[1, i] - origin[k, 1], point[2, i] - origin[k, 2]
        for axis in range(3):
            local[i, axis] = x * turn[k, 0, axis] + y * turn[k, 1, axis] + z * turn[k, 2, axis]
            base[i, axis] = row[BASE + axis]
            emission[i, axis] = row[EMISSION + axis]
        for number in range(6):
            numbers[number, i] = row[ROUGH + number]


@njit(cache=True, parallel=True)
def grain(table: F32, slot: I32, index: Index, local: F32, foot: F32, base: F32, normal: F32) -> None:
    """Albedo and bump from the material's own noise, fading where it is finer than a pixel, in `base` and `normal`."""
    for j in prange(index.shape[0]):
        i = index[j]
        row = table[slot[i]]
        stretch, bump = max(row[STRETCH], _ONE), row[BUMP]
        shade, px, py, pz = np.float32(0), np.float32(0), np.float32(0), np.float32(0)
        for k in range(2):
            f = row[FREQUENCY] * (_ONE if k == 0 else np.float32(2.3))
            fade = min(max(np.float32(1.6) - np.float32(2.0) * foot[i] * f, np.float32(0)), _ONE)
            fade *= np.float32(0.6) if k == 0 else np.float32(0.4)
            if fade <= 0:
                continue
            x, y, z = local[i, 0] * f, local[i, 1] * f / stretch, local[i, 2] * f
            shade += value(x, y, z, 81 + k) * fade
            if bump != 0:
                px += value(x + np.float32(17.3), y, z + np.float32(5.1), 91 + 3 * k) * fade
                py += value(x + np.float32(17.3), y, z + np.float32(5.1), 92 + 3 * k) * fade
                pz += value(x + np.float32(17.3), y, z + np.float32(5.1), 93 + 3 * k) * fade
        nx, ny, nz = normal[i, 0], normal[i, 1], normal[i, 2]
        along = px * nx + py * ny + pz * nz
        nx, ny, nz = (
            nx + bump * (px - nx * along),
            ny + bump * (py - ny * along),
            nz + bump * (pz - nz * along),
        )
        size = np.float32(math.sqrt(nx * nx + ny * ny + nz * nz))
        normal[i, 0], normal[i, 1], normal[i, 2] = nx / size, ny / size, nz / size
        swing = min(max(_ONE + row[GRAIN] * shade * np.float32(1.6), np.float32(0.3)), np.float32(1.7))
        for axis in range(3):
            base[i, axis] = min(max(base[i, axis] * swing, np.float32(0.003)), np.float32(0.97))


@njit(cache=True, parallel=True)
def octaves(local: F32, foot: F32, there: npt.NDArray[np.bool_]) -> F32:
    """Four object-space noise octaves near the pixel's size (n, 4): each fades to nothing before its level changes."""
    n = local.shape[0]
    out = np.zeros((n, 4), np.float32)
    for i in prange(n):
        if not there[i]:
            continue
        level = math.log2(0.45 / max(foot[i], np.float32(1e-5)))
        below = math.floor(level)
        turn = math.pi / 2 * (level - below)
        cosine, sine = math.cos(turn), math.sin(turn)
        for j in range(4):
            own = j + 4 * math.floor((level - j) / 4 + 0.5)
            f = np.float32(1 << own) if own >= 0 else np.float32(1.0) / np.float32(1 << -own)
            k = (own - below) & 3  # cos²(π/4 · (own − level)), by one cosine and one sine for all four
            wave = cosine if k == 0 else (sine if k == 1 else (-cosine if k == 2 else -sine))
            fade = np.float32(0.5 + 0.5 * wave)
            out[i, j] = value(local[i, 0] * f, local[i, 1] * f, local[i, 2] * f, 101 + j) * fade
    return out
