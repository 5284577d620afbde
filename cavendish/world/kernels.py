"""What many rays meet, the normals there, and how open to the sky: packets of rays shared out over the cores.

The arithmetic is that of `packets` and `walks`; here it is loaded, run and written down, and compiled once.
"""

import math

import numpy as np
import numpy.typing as npt
from numba import njit, prange

from cavendish.world.packets import LANES, field
from cavendish.world.points import opened, outward
from cavendish.world.walks import ROOM, beside, margin, meet

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]
BLOCK = 16
"""Packets that one stretch of work has: what it works in is allocated once for them."""
_ZERO = np.float32(0)
_ONE = np.float32(1)


@njit(fastmath=True, error_model="numpy", cache=True)
def load(source: F32, first: int, count: int, lane: F32) -> None:
    """`count` values from `first` on, into a packet's lanes; lanes past the last repeat it."""
    for i in range(LANES):
        lane[i] = source[first + min(i, count - 1)]


@njit(fastmath=True, error_model="numpy", cache=True, parallel=True)
def nearest(
    prims: F32, things: F32, origin: F32, direction: F32, far: F32, skip: I32
) -> tuple[F32, I32, I32]:
    """First hit of every ray: (t, thing index or -1, slot). Rays are (3, n); `skip` names a thing each ray ignores."""
    n = origin.shape[1]
    t_out = np.empty(n, np.float32)
    thing_out = np.empty(n, np.int32)
    slot_out = np.empty(n, np.int32)
    packets = (n + LANES - 1) // LANES
    for block in prange((packets + BLOCK - 1) // BLOCK):
        ray = np.empty((7, LANES), np.float32)
        o, d, best = ray[0:3], ray[3:6], ray[6]
        names = np.empty((3, LANES), np.int32)
        ignored, thing, slot = names[0], names[1], names[2]
        kept, off = np.empty(prims.shape[0], np.int32), np.empty((prims.shape[0] + 1, LANES), np.float32)
        work = np.empty((ROOM, LANES), np.float32)
        for packet in range(block * BLOCK, min(packets, block * BLOCK + BLOCK)):
            first = packet * LANES
            count = min(LANES, n - first)
            for axis in range(3):
                load(origin[axis], first, count, o[axis])
                load(direction[axis], first, count, d[axis])
            load(far, first, count, best)
            for i in range(LANES):
                ignored[i] = skip[first + min(i, count - 1)]
                thing[i], slot[i] = -1, 0
            meet(prims, things, o, d, best, ignored, thing, slot, kept, off, work)
            for i in range(count):
                t_out[first + i], thing_out[first + i], slot_out[first + i] = best[i], thing[i], slot[i]
    return t_out, thing_out, slot_out


@njit(fastmath=True, error_model="numpy", cache=True, parallel=True)
def normals(prims: F32, things: F32, point: F32, owner: I32, epsilon: np.float32) -> F32:
    """Unit outward normals (3, n) at surface points (3, n) of the things `owner` (n), by tetrahedron differences."""
    n = point.shape[1]
    out = np.zeros((3, n), np.float32)
    packets = (n + LANES - 1) // LANES
    for block in prange((packets + BLOCK - 1) // BLOCK):
        work = np.empty((ROOM, LANES), np.float32)
        p, there, unit = work[0:3], work[8], work[12:15]
        kept, off = np.empty(prims.shape[0], np.int32), np.empty((prims.shape[0] + 1, LANES), np.float32)
        for packet in range(block * BLOCK, min(packets, block * BLOCK + BLOCK)):
            first = packet * LANES
            count = min(LANES, n - first)
            for axis in range(3):
                load(point[axis], first, count, p[axis])
            unit[:] = _ZERO
            for lane in range(count):
                k = owner[first + lane]
                fresh = k >= 0
                for i in range(lane):
                    fresh = fresh and owner[first + i] != k
                if not fresh:
                    continue
                for i in range(LANES):
                    there[i] = _ONE if i < count and owner[first + min(i, count - 1)] == k else _ZERO
                outward(prims, int(things[k, 0]), int(things[k, 1]), p, there, epsilon, unit, kept, off, work)
            out[:, first : first + count] = unit[:, :count]
    return out


@njit(fastmath=True, error_model="numpy", cache=True, parallel=True)
def distance(prims: F32, things: F32, point: F32, reach: np.float32, skip: I32) -> F32:
    """Distance (n) from points (3, n) to the nearest thing but `skip`, at most `reach`: past it nothing is walked."""
    n = point.shape[1]
    out = np.full(n, reach, np.float32)
    packets = (n + LANES - 1) // LANES
    for packet in prange(packets):
        first = packet * LANES
        count = min(LANES, n - first)
        work = np.empty((ROOM, LANES), np.float32)
        x, y, z, q, dist, there = work[0], work[1], work[2], work[3], work[4], work[5]
        kept, off = np.empty(prims.shape[0], np.int32), np.empty((prims.shape[0] + 1, LANES), np.float32)
        load(point[0], first, count, x)
        load(point[1], first, count, y)
        load(point[2], first, count, z)
        for k in range(things.shape[0]):
            close = False
            for i in range(count):
                dx, dy, dz = x[i] - things[k, 2], y[i] - things[k, 3], z[i] - things[k, 4]
                gap = math.sqrt(dx * dx + dy * dy + dz * dz) - things[k, 5]
                close = close or (gap < out[first + i] and skip[first + i] != k)
            if not close:
                continue
            start, end = int(things[k, 0]), int(things[k, 1])
            for i in range(LANES):
                there[i] = _ONE
            many = beside(prims, start, end, x, y, z, there, reach + margin(prims, start, end), kept, off)
            field(prims, kept, off, many, x, y, z, q, dist)
            for i in range(count):
                if skip[first + i] != k:
                    out[first + i] = min(out[first + i], dist[i])
    return out


@njit(fastmath=True, error_model="numpy", cache=True, parallel=True)
def openness(
    prims: F32, things: F32, point: F32, normal: F32, grounded: npt.NDArray[np.bool_], index: Index, taps: F32,
    out: F32,
) -> None:  # fmt: skip
    """How open to the sky (0..1) points (3, n) with normals (n, 3) are, where `index` points, written into `out` (n).

    Distance taps along the normal, each weighing less than the one before, against the things and, but for points that
    are its own (`grounded`), the ground.
    """
    n = index.shape[0]
    packets = (n + LANES - 1) // LANES
    for block in prange((packets + BLOCK - 1) // BLOCK):
        work = np.empty((ROOM, LANES), np.float32)
        p, m, own, sky = work[0:3], work[9:12], work[12], work[13]
        free = np.empty((taps.shape[0], LANES), np.float32)
        kept, off = np.empty(prims.shape[0], np.int32), np.empty((prims.shape[0] + 1, LANES), np.float32)
        for packet in range(block * BLOCK, min(packets, block * BLOCK + BLOCK)):
            first = packet * LANES
            count = min(LANES, n - first)
            for i in range(LANES):
                at = index[first + min(i, count - 1)]
                for axis in range(3):
                    p[axis, i], m[axis, i] = point[axis, at], normal[at, axis]
                own[i] = _ONE if grounded[at] else _ZERO
            opened(prims, things, p, m, own, taps, free, sky, kept, off, work)
            for i in range(count):
                out[index[first + i]] = sky[i]
