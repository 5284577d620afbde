"""What stands in a light's way: soft shadows of things, sixteen rays abreast, compiled once and cached.

The penumbra is Aaltonen's triangulated form (GDC 2018).
"""

import math

import numpy as np
import numpy.typing as npt
from numba import njit, prange

from cavendish.world.kernels import LANES, load, sphere_span, thing_distance

F32 = npt.NDArray[np.float32]
_ZERO = np.float32(0)
_ONE = np.float32(1)
_TINY = np.float32(1e-9)


@njit(fastmath=True, cache=True, parallel=True)
def shade_light(
    prims: F32, things: F32, origin: F32, direction: F32, far: F32, sharpness: np.float32
) -> tuple[F32, F32]:
    """Light that reaches each point along `direction` (3, n), and how far the first blocker is (0: none).

    `sharpness` is 1 / tan(angular radius of the light): the penumbra is triangulated between steps.
    """
    n = origin.shape[1]
    seen = np.ones(n, np.float32)
    blocker = np.zeros(n, np.float32)
    packets = (n + LANES - 1) // LANES
    for packet in prange(packets):
        first = packet * LANES
        count = min(LANES, n - first)
        o = np.empty((3, LANES), np.float32)
        d = np.empty((3, LANES), np.float32)
        stop = np.empty(LANES, np.float32)
        for axis in range(3):
            load(origin[axis], first, count, o[axis])
            load(direction[axis], first, count, d[axis])
        load(far, first, count, stop)
        work = np.empty((9, LANES), np.float32)
        t, exit_ = np.empty(LANES, np.float32), np.empty(LANES, np.float32)
        for k in range(things.shape[0]):
            grown = things[k].copy()
            grown[5] = grown[5] * (np.float32(1.15) + np.float32(2.2) / sharpness) + np.float32(0.1)
            if sphere_span(grown, o, d, stop, t, exit_) == 0:
                continue
            light = _penumbra(prims, int(things[k, 0]), int(things[k, 1]), o, d, t, exit_, sharpness, work)
            for i in range(count):
                clear = light[0, i]
                seen[first + i] *= _ONE - things[k, 6] * (_ONE - clear)
                if light[1, i] > _ZERO and (blocker[first + i] == _ZERO or light[1, i] < blocker[first + i]):
                    blocker[first + i] = light[1, i]
    return seen, blocker


@njit(fastmath=True, cache=True)
def _penumbra(  # noqa: PLR0913, PLR0917 -- one packet of rays, and room to work
    prims: F32, start: int, end: int, o: F32, d: F32, t: F32, stop: F32, sharpness: np.float32, work: F32
) -> F32:
    """Visible share of the light past one thing (row 0), and distance of the first hard blocker (row 1)."""
    x, y, z, lx, ly, lz, q, s, dist = work
    out = np.zeros((2, LANES), np.float32)
    before = np.empty(LANES, np.float32)
    for i in range(LANES):
        out[0, i] = _ONE
        before[i] = np.float32(1e6)
        t[i] = max(t[i], np.float32(0.012))
    for _ in range(40):
        for i in range(LANES):
            x[i] = o[0, i] + d[0, i] * t[i]
            y[i] = o[1, i] + d[1, i] * t[i]
            z[i] = o[2, i] + d[2, i] * t[i]
        thing_distance(prims, start, end, x, y, z, lx, ly, lz, q, dist, s)
        active = 0
        for i in range(LANES):
            if stop[i] <= t[i]:
                continue
            h = max(dist[i], _ZERO)
            back = min(h * h / (before[i] + before[i] + _TINY), np.float32(0.5) * h)
            ahead = math.sqrt(max(h * h - back * back, _ZERO))
            out[0, i] = min(out[0, i], sharpness * ahead / max(t[i] - back, np.float32(1e-4)))
            before[i] = max(h, np.float32(1e-4))
            if dist[i] < np.float32(0.0008) and out[1, i] == _ZERO:
                out[1, i] = t[i]
                out[0, i] = _ZERO
                stop[i] = -_ONE
                continue
            t[i] += min(max(h, np.float32(0.012)), np.float32(0.25))
            active += 1
        if active == 0:
            break
    for i in range(LANES):
        v = min(max(out[0, i], _ZERO), _ONE)
        out[0, i] = v * v * (np.float32(3.0) - v - v)
    return out
