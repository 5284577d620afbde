"""What many rays meet, the normals there, and how open to the sky: packets of rays shared out over the cores.

The arithmetic is that of `packets` and `walks`; here it is loaded, run and written down, and compiled once.
"""

import math

import numpy as np
import numpy.typing as npt
from numba import njit, prange

from cavendish.world.packets import LANES, field
from cavendish.world.walks import ROOM, beside, margin, meet

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]
BLOCK = 16
"""Packets that one stretch of work has: what it works in is allocated once for them."""
_ZERO = np.float32(0)
_ONE = np.float32(1)
_FADE = np.float32(0.72)


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


@njit(fastmath=True, error_model="numpy", cache=True)
def slope(
    prims: F32, kept: I32, off: F32, count: int, p: F32, epsilon: np.float32, grad: F32, work: F32
) -> None:
    """Towards where one thing's distance grows at a packet's points p (3, LANES), by tetrahedron differences."""
    x, y, z, q, dist = work[3], work[4], work[5], work[6], work[7]
    for corner in range(4):
        ex = _ONE if corner in (0, 3) else -_ONE
        ey = _ONE if corner in (2, 3) else -_ONE
        ez = _ONE if corner in (1, 3) else -_ONE
        for i in range(LANES):
            x[i] = p[0, i] + ex * epsilon
            y[i] = p[1, i] + ey * epsilon
            z[i] = p[2, i] + ez * epsilon
        field(prims, kept, off, count, x, y, z, q, dist)
        for i in range(LANES):
            grad[0, i] = ex * dist[i] + (grad[0, i] if corner > 0 else _ZERO)
            grad[1, i] = ey * dist[i] + (grad[1, i] if corner > 0 else _ZERO)
            grad[2, i] = ez * dist[i] + (grad[2, i] if corner > 0 else _ZERO)


@njit(fastmath=True, error_model="numpy", cache=True, parallel=True)
def normals(prims: F32, things: F32, point: F32, owner: I32, epsilon: np.float32) -> F32:  # noqa: C901, PLR0912 -- one pass over a packet
    """Unit outward normals (3, n) at surface points (3, n) of the things `owner` (n), by tetrahedron differences."""
    n = point.shape[1]
    out = np.zeros((3, n), np.float32)
    packets = (n + LANES - 1) // LANES
    for block in prange((packets + BLOCK - 1) // BLOCK):
        work = np.empty((ROOM, LANES), np.float32)
        p, there, grad = work[0:3], work[8], work[9:12]
        kept, off = np.empty(prims.shape[0], np.int32), np.empty((prims.shape[0] + 1, LANES), np.float32)
        for packet in range(block * BLOCK, min(packets, block * BLOCK + BLOCK)):
            first = packet * LANES
            count = min(LANES, n - first)
            for axis in range(3):
                load(point[axis], first, count, p[axis])
            for lane in range(count):
                k = owner[first + lane]
                fresh = k >= 0
                for i in range(lane):
                    fresh = fresh and owner[first + i] != k
                if not fresh:
                    continue
                for i in range(LANES):
                    there[i] = _ONE if i < count and owner[first + min(i, count - 1)] == k else _ZERO
                start, end = int(things[k, 0]), int(things[k, 1])
                grow = margin(prims, start, end) + np.float32(6) * epsilon
                for _ in range(2):  # what is hit from far off may lie farther from its surface than that
                    many = beside(prims, start, end, p[0], p[1], p[2], there, grow, kept, off)
                    slope(prims, kept, off, many, p, epsilon, grad, work)
                    missing = 0
                    for i in range(count):
                        gx, gy, gz = grad[0, i], grad[1, i], grad[2, i]
                        size = math.sqrt(gx * gx + gy * gy + gz * gz)
                        if there[i] > _ZERO and size > _ZERO:
                            there[i] = _ZERO
                            out[0, first + i], out[1, first + i] = gx / size, gy / size
                            out[2, first + i] = gz / size
                        missing += 1 if there[i] > _ZERO else 0
                    if missing == 0:
                        break
                    grow = np.float32(1e6)
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
def openness(  # noqa: C901, PLR0912 -- one pass over a packet
    prims: F32, things: F32, point: F32, normal: F32, grounded: npt.NDArray[np.bool_], index: Index, taps: F32,
    out: F32,
) -> None:  # fmt: skip
    """How open to the sky (0..1) points (3, n) with normals (n, 3) are, where `index` points, written into `out` (n).

    Distance taps along the normal, each weighing less than the one before, against the things and, but for points that
    are its own, the ground.
    """
    n = index.shape[0]
    packets = (n + LANES - 1) // LANES
    reach = _ZERO
    total, weight = _ZERO, _ONE
    for tap in range(taps.shape[0]):
        reach = max(reach, taps[tap])
        total, weight = total + weight, weight * _FADE
    for block in prange((packets + BLOCK - 1) // BLOCK):
        work = np.empty((ROOM, LANES), np.float32)
        p, x, y, z, q, dist, there = work[0:3], work[3], work[4], work[5], work[6], work[7], work[8]
        m = work[9:12]
        free = np.empty((taps.shape[0], LANES), np.float32)
        kept, off = np.empty(prims.shape[0], np.int32), np.empty((prims.shape[0] + 1, LANES), np.float32)
        for packet in range(block * BLOCK, min(packets, block * BLOCK + BLOCK)):
            first = packet * LANES
            count = min(LANES, n - first)
            for i in range(LANES):
                at = index[first + min(i, count - 1)]
                for axis in range(3):
                    p[axis, i], m[axis, i] = point[axis, at], normal[at, axis]
                there[i] = _ONE
                for tap in range(taps.shape[0]):
                    floor = taps[tap] if grounded[at] else max(p[1, i] + m[1, i] * taps[tap], _ZERO)
                    free[tap, i] = min(taps[tap], floor)
            for k in range(things.shape[0]):
                bound = things[k, 5] + reach + reach
                closest = np.float32(1e9)
                for i in range(LANES):
                    dx, dy, dz = p[0, i] - things[k, 2], p[1, i] - things[k, 3], p[2, i] - things[k, 4]
                    closest = min(closest, dx * dx + dy * dy + dz * dz)
                if closest > bound * bound:
                    continue
                start, end = int(things[k, 0]), int(things[k, 1])
                grow = reach + reach + margin(prims, start, end)
                many = beside(prims, start, end, p[0], p[1], p[2], there, grow, kept, off)
                if many == 0:
                    continue
                for tap in range(taps.shape[0]):
                    for i in range(LANES):
                        x[i] = p[0, i] + m[0, i] * taps[tap]
                        y[i] = p[1, i] + m[1, i] * taps[tap]
                        z[i] = p[2, i] + m[2, i] * taps[tap]
                    field(prims, kept, off, many, x, y, z, q, dist)
                    for i in range(LANES):
                        free[tap, i] = min(free[tap, i], dist[i])
            for i in range(count):
                closed, weight = _ZERO, _ONE
                for tap in range(taps.shape[0]):
                    closed += weight * (taps[tap] - max(free[tap, i], _ZERO)) / taps[tap]
                    weight *= _FADE
                value = _ONE - np.float32(1.226) * closed / total
                out[index[first + i]] = min(max(value, np.float32(0.03)), _ONE)
