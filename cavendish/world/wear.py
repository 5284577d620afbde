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
_QUARTER = np.float32(math.pi / 4)
_TERMS = 6
_RUN = 256  # points at a time: a loop over so many fits the lanes and the nearest cache


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


@njit(cache=True)
def _swell(place: F32, shift: tuple[float, float], scale: F32, seed: int, fade: F32, out: F32) -> None:
    """Noise at points (3, n) times `scale` (2, n: both ways across, along), fading, added to `out` (n)."""
    x, y, z = place[0], place[1], place[2]
    dx, dz = np.float32(shift[0]), np.float32(shift[1])
    for i in range(out.shape[0]):
        across = scale[0, i]
        out[i] += value(x[i] * across + dx, y[i] * scale[1, i], z[i] * across + dz, seed) * fade[i]


@njit(cache=True)
def _fades(table: F32, slot: I32, index: Index, foot: F32, octave: int, scale: F32, fade: F32) -> bool:
    """Cycles a unit of one of a stuff's two octaves and what is left of it at the points' size; whether anything is."""
    times, strong = (_ONE, np.float32(0.6)) if octave == 0 else (np.float32(2.3), np.float32(0.4))
    there = False
    for j in range(index.shape[0]):
        row = table[slot[index[j]]]
        f = row[FREQUENCY] * times
        left = min(max(np.float32(1.6) - np.float32(2.0) * foot[index[j]] * f, np.float32(0)), _ONE)
        fade[j], there = left * strong, there or left > 0
        scale[0, j], scale[1, j] = f, f / max(row[STRETCH], _ONE)
    return there


@njit(cache=True, parallel=True)
def grain(table: F32, slot: I32, index: Index, local: F32, foot: F32, base: F32, normal: F32) -> None:
    """Albedo and bump from the material's own noise, fading where it is finer than a pixel, in `base` and `normal`."""
    total = index.shape[0]
    for run in prange((total + _RUN - 1) // _RUN):
        first = run * _RUN
        count = min(_RUN, total - first)
        room = np.zeros((10, _RUN), np.float32)
        place, scale, fade, shade, push = room[0:3], room[3:5], room[5], room[6], room[7:10]
        bumpy = False
        for j in range(count):
            i = index[first + j]
            bumpy = bumpy or table[slot[i], BUMP] != 0
            for axis in range(3):
                place[axis, j] = local[i, axis]
        for k in range(2):
            if not _fades(table, slot, index[first : first + count], foot, k, scale, fade):
                continue
            _swell(place, (0.0, 0.0), scale, 81 + k, fade, shade)
            for axis in range(3 if bumpy else 0):
                _swell(place, (17.3, 5.1), scale, 91 + 3 * k + axis, fade, push[axis])
        for j in range(count):
            i = index[first + j]
            row, px, py, pz = table[slot[i]], push[0, j], push[1, j], push[2, j]
            nx, ny, nz, bump = normal[i, 0], normal[i, 1], normal[i, 2], row[BUMP]
            along = px * nx + py * ny + pz * nz
            nx, ny, nz = (
                nx + bump * (px - nx * along),
                ny + bump * (py - ny * along),
                nz + bump * (pz - nz * along),
            )
            size = np.float32(math.sqrt(nx * nx + ny * ny + nz * nz))
            normal[i, 0], normal[i, 1], normal[i, 2] = nx / size, ny / size, nz / size
            swing = _ONE + row[GRAIN] * shade[j] * np.float32(1.6)
            swing = min(max(swing, np.float32(0.3)), np.float32(1.7))
            for axis in range(3):
                base[i, axis] = min(max(base[i, axis] * swing, np.float32(0.003)), np.float32(0.97))


@njit(cache=True)
def _octave(place: F32, level: F32, there: F32, j: int, work: F32) -> None:
    """Octave `j` at points (3, n) whose pixels are of `level` (n), into `work`[0]; plain loops take wide lanes."""
    x, y, z, out, scale = place[0], place[1], place[2], work[0], work[1]
    for i in range(out.shape[0]):
        own = j + 4 * math.floor((level[i] - np.float32(j)) * np.float32(0.25) + np.float32(0.5))
        turn = (np.float32(own) - level[i]) * _QUARTER
        turn *= turn
        cosine = _ONE  # by its series, nested: the last term is 2e-8 of it
        for k in range(_TERMS, 0, -1):
            cosine = _ONE - turn * np.float32(1 / ((2 * k - 1) * (2 * k))) * cosine
        out[i] = cosine * cosine * there[i]
        scale[i] = own
    for i in range(out.shape[0]):
        scale[i] = math.ldexp(_ONE, int(scale[i]))
    for i in range(out.shape[0]):
        out[i] *= value(x[i] * scale[i], y[i] * scale[i], z[i] * scale[i], 101 + j)


@njit(cache=True, parallel=True)
def octaves(local: F32, foot: F32, there: npt.NDArray[np.bool_]) -> F32:
    """Four object-space noise octaves near the pixel's size (n, 4): each fades to nothing before its level changes."""
    n = local.shape[0]
    out = np.zeros((n, 4), np.float32)
    for run in prange((n + _RUN - 1) // _RUN):
        first = run * _RUN
        count = min(_RUN, n - first)
        room = np.zeros((7, _RUN), np.float32)
        place, level, seen, work = room[0:3], room[3], room[4], room[5:7]
        for i in range(count):
            level[i] = math.log2(np.float32(0.45) / max(foot[first + i], np.float32(1e-5)))
            seen[i] = _ONE if there[first + i] else np.float32(0)
            for axis in range(3):
                place[axis, i] = local[first + i, axis]
        for j in range(4):
            _octave(place, level, seen, j, work)
            for i in range(count):
                out[first + i, j] = work[0, i]
    return out


@njit(cache=True, parallel=True)
def swung(octave: F32, rough: F32, metal: F32, subsurface: F32, base: F32) -> F32:
    """The base colour (n, 3) with the grain of a point's own octaves, most of it on what is rough."""
    out = np.empty_like(base)
    for i in prange(base.shape[0]):
        amount = min(max(rough[i] - np.float32(0.15), np.float32(0)), np.float32(0.7)) * np.float32(0.10)
        amount *= (_ONE - metal[i]) * (_ONE - np.float32(0.7) * subsurface[i])
        swing = _ONE + amount * (octave[i, 0] + octave[i, 1] + octave[i, 2] + octave[i, 3])
        for k in range(3):
            out[i, k] = min(max(base[i, k] * swing, np.float32(0)), np.float32(0.97))
    return out
