"""Surfaces written down as the guides' channels, pixel by pixel: compiled once, one pass."""

import math

import numpy as np
import numpy.typing as npt
from numba import njit, prange

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]
_ZERO = np.float32(0)
_ONE = np.float32(1)


@njit(cache=True, inline="always")
def _within(value: np.float32, low: np.float32) -> np.float32:
    return min(max(value, low), _ONE)


@njit(cache=True, parallel=True)
def write(  # noqa: C901, PLR0912, PLR0913, PLR0917 -- one pass over everything a surface has
    out: F32, grid: tuple[int, int, int], rays: tuple[float, float, float, float], pixel: Index, sample: Index,
    many: int, camera: F32, marks: F32, things: int,
    t: F32, thing: I32, point: F32, vectors: tuple[F32, F32, F32, F32, F32], numbers: F32, letter: F32,
    seen: F32, open_: F32, second: I32, behind: F32,
) -> None:  # fmt: skip
    """The channels (see guides.CHANNELS) of the pixels numbered `pixel`, those of them that lie in `out` (h, w, c).

    `grid` is how long the rows are that they are numbered in, and which row and column of these `out` begins with;
    `rays` the directions, across and up, of its first pixel's middle, and a step down's and to the right's.
    Each pixel is the mean of `many` samples from `sample` on. `vectors` are normal, base, emission, local (s, 3) and
    octaves (s, 4); `numbers` (6, s) roughness to coat; `camera` (3, 3) the camera's axes as columns; `marks` (f + 1) a
    number of each frame; `seen` (s) is `guides.key_light`, `open_` (s) `guides.opening`; `second` (s) the row of
    `behind` (m, 9) where a sample mirrors or lets through, -1 elsewhere.
    """
    normal, base, emission, local, octave = vectors
    share = _ONE / np.float32(many)
    for j in prange(pixel.shape[0]):
        y, x = pixel[j] // grid[0] - grid[1], pixel[j] % grid[0] - grid[2]
        if not (0 <= y < out.shape[0] and 0 <= x < out.shape[1]):
            continue
        row = out[y, x]
        row[:] = _ZERO
        row[36], row[37] = np.float32(rays[0] + rays[3] * x), np.float32(rays[1] + rays[2] * y)
        for i in range(sample[j], sample[j] + many):
            own = thing[i]
            solid, named = own != -1, 0 <= own < things
            if solid:
                for axis in range(3):
                    row[axis] += share * (
                        normal[i, 0] * camera[0, axis]
                        + normal[i, 1] * camera[1, axis]
                        + normal[i, 2] * camera[2, axis]
                    )
                    place = local[i, axis] if named else local[i, axis] * np.float32(0.2)
                    row[4 + axis] += share * _within(place, -_ONE)
                    row[9 + axis] += share * np.float32(math.sqrt(base[i, axis]))
                row[35] += share * _within(point[1, i] * np.float32(0.5), _ZERO)
            if t[i] < np.float32(1e8):
                row[3] += share / (_ONE + t[i] * np.float32(0.25))
            if own >= 0:
                row[7] += share * marks[own]
            row[8] += share if named else _ZERO
            row[34] += share if solid and not named else _ZERO
            for k in range(6):
                row[12 + k] += share * numbers[k, i]
            for axis in range(3):
                row[18 + axis] += share * np.float32(math.sqrt(emission[i, axis] * np.float32(0.25)))
            for k in range(4):
                row[21 + k] += share * octave[i, k]
            if letter[i] > np.float32(-0.999):
                row[25] += share * _within(letter[i] * np.float32(12), -_ONE)
            if second[i] >= 0:
                for k in range(7):
                    row[26 + k] += share * behind[second[i], k]
                row[39] += share * behind[second[i], 7]
                row[40] += share * behind[second[i], 8]
            row[33] += share * (_ONE - seen[i])
            row[38] += share * (_ONE - open_[i]) if solid else _ZERO
