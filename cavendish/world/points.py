"""What a packet's points find where they are: the way out of a surface, and how open it is to the sky.

Like the walks, nothing here allocates; compiled for one lane, it is what a thread of an accelerator runs.
"""

import math

import numpy as np
import numpy.typing as npt
from numba import njit

from cavendish.world.packets import LANES, field
from cavendish.world.walks import beside, margin

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
_ZERO = np.float32(0)
_ONE = np.float32(1)
_FADE = np.float32(0.72)


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


@njit(fastmath=True, error_model="numpy", cache=True)
def outward(  # noqa: PLR0913, PLR0917 -- a packet of points, one thing, and room to work
    prims: F32, start: int, end: int, p: F32, there: F32, epsilon: np.float32, unit: F32, kept: I32, off: F32,
    work: F32,
) -> None:  # fmt: skip
    """The unit normals of one thing at a packet's points p (3, LANES), written into `unit` for lanes that are `there`.

    A lane that has its normal is `there` no more.
    """
    grad = work[9:12]
    grow = margin(prims, start, end) + np.float32(6) * epsilon
    for _ in range(2):  # what is hit from far off may lie farther from its surface than that
        many = beside(prims, start, end, p[0], p[1], p[2], there, grow, kept, off)
        slope(prims, kept, off, many, p, epsilon, grad, work)
        missing = 0
        for i in range(LANES):
            gx, gy, gz = grad[0, i], grad[1, i], grad[2, i]
            size = math.sqrt(gx * gx + gy * gy + gz * gz)
            if there[i] > _ZERO and size > _ZERO:
                there[i] = _ZERO
                unit[0, i], unit[1, i], unit[2, i] = gx / size, gy / size, gz / size
            missing += 1 if there[i] > _ZERO else 0
        if missing == 0:
            break
        grow = np.float32(1e6)


@njit(fastmath=True, error_model="numpy", cache=True)
def _above(p: F32, m: F32, own: F32, taps: F32, free: F32) -> np.float32:
    """How `free` (taps, LANES) of the ground each tap is; how far the longest reaches."""
    reach = _ZERO
    for tap in range(taps.shape[0]):
        reach = max(reach, taps[tap])
        for i in range(LANES):
            floor = taps[tap] if own[i] > _ZERO else max(p[1, i] + m[1, i] * taps[tap], _ZERO)
            free[tap, i] = min(taps[tap], floor)
    return reach


@njit(fastmath=True, error_model="numpy", cache=True)
def _weighed(free: F32, taps: F32, sky: F32) -> None:
    """What taps that are so free say of the `sky`, each weighing less than the one before."""
    total, weight = _ZERO, _ONE
    for _ in range(taps.shape[0]):
        total, weight = total + weight, weight * _FADE
    for i in range(LANES):
        closed, weight = _ZERO, _ONE
        for tap in range(taps.shape[0]):
            closed += weight * (taps[tap] - max(free[tap, i], _ZERO)) / taps[tap]
            weight *= _FADE
        sky[i] = min(max(_ONE - np.float32(1.226) * closed / total, np.float32(0.03)), _ONE)


@njit(fastmath=True, error_model="numpy", cache=True)
def opened(  # noqa: PLR0913, PLR0917 -- a packet of points, what stands about them, and room to work
    prims: F32, things: F32, p: F32, m: F32, own: F32, taps: F32, free: F32, sky: F32, kept: I32, off: F32,
    work: F32,
) -> None:  # fmt: skip
    """How open to the `sky` a packet's points p with normals m (3, LANES) are; `free` (taps, LANES) is worked in.

    Where `own` is 1 the ground is what the point lies on, and in nobody's way.
    """
    x, y, z, q, dist, there = work[3], work[4], work[5], work[6], work[7], work[8]
    reach = _above(p, m, own, taps, free)
    for i in range(LANES):
        there[i] = _ONE
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
        for tap in range(taps.shape[0] if many > 0 else 0):
            for i in range(LANES):
                x[i] = p[0, i] + m[0, i] * taps[tap]
                y[i] = p[1, i] + m[1, i] * taps[tap]
                z[i] = p[2, i] + m[2, i] * taps[tap]
            field(prims, kept, off, many, x, y, z, q, dist)
            for i in range(LANES):
                free[tap, i] = min(free[tap, i], dist[i])
    _weighed(free, taps, sky)
