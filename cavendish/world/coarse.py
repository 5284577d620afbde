"""Large pictures from every second or fourth pixel of as many rows: what lies between is found from these nodes.

Only where four nodes agree; everything else is traced like any other ray. Nodes lie on the same pixels of the whole
picture always, so that a window's pixels are what they are in any other window.
"""

import numpy as np
import numpy.typing as npt
from numba import njit, prange

from cavendish.world.packets import LANES, owners
from cavendish.world.walks import ROOM, along, margin, reduced

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]
_ZERO = np.float32(0)
_ONE = np.float32(1)
_STEPS = 8
_UNKNOWN, _NONE = -3, -1
STEP = np.float32(0.06)
"""A jump in depth, as a share of it, from which on two pixels do not show one surface."""
SLACK = np.float32(0.004)
"""How far past its nodes a pixel's surface may lie, as a share of the depth, beside their own difference."""
AGREE = np.float32(0.12)
"""How far the light at four neighbours may differ for what lies between them to be taken from them."""


def spacing(pixels: int) -> int:
    """How many pixels nodes lie apart in a whole picture of so many."""
    return 4 if pixels >= 1 << 23 else 2


@njit(fastmath=True, error_model="numpy", cache=True, parallel=True)
def settle(  # noqa: C901, PLR0912, PLR0913, PLR0917 -- a packet of rays, its nodes, and the world
    prims: F32, things: F32, origin: F32, direction: F32, flat: F32, at: I32, t: F32, thing: I32, slot: I32
) -> tuple[F32, I32, I32]:
    """First hits (t, thing, slot) of rays (3, n) from those of four nodes each; thing is -3 where these disagree.

    `at` (n, 4) are a ray's nodes in t, thing, slot; `flat` (n) is the ground's distance.
    """
    n = origin.shape[1]
    t_out, thing_out, slot_out = flat.copy(), np.full(n, _UNKNOWN, np.int32), np.zeros(n, np.int32)
    for packet in prange((n + LANES - 1) // LANES):
        first = packet * LANES
        count = min(LANES, n - first)
        work = np.empty((ROOM, LANES), np.float32)
        x, y, z, q, dist, s, at_t = work[0], work[1], work[2], work[4], work[5], work[10], work[11]
        low, high, grow = work[14], work[15], work[13]
        ray = np.empty((6, LANES), np.float32)
        o, d = ray[0:3], ray[3:6]
        kept, off = np.empty(prims.shape[0], np.int32), np.empty((prims.shape[0] + 1, LANES), np.float32)
        asked = np.zeros(LANES, np.bool_)
        bounds = np.zeros((2, LANES), np.float32)
        for i in range(LANES):
            own = first + min(i, count - 1)
            for axis in range(3):
                o[axis, i], d[axis, i] = origin[axis, own], direction[axis, own]
            a = at[own, 0]
            near, far, agree = t[a], t[a], True
            for corner in range(1, 4):
                b = at[own, corner]
                agree = agree and thing[b] == thing[a] and (thing[a] < 0 or slot[b] == slot[a])
                near, far = min(near, t[b]), max(far, t[b])
            at_t[i] = np.float32(0.5) * (near + far)
            if i >= count:
                continue
            if agree and thing[a] == _NONE:
                thing_out[own] = _NONE
            elif agree and thing[a] >= 0 and far - near <= STEP * near:
                asked[i] = True
                slack = (far - near) + SLACK * near
                bounds[0, i], bounds[1, i] = near - slack, far + slack
        for lane in range(count):
            if not asked[lane]:
                continue
            k = thing[at[first + lane, 0]]
            start, end = int(things[k, 0]), int(things[k, 1])
            for i in range(LANES):
                mine = asked[i] and thing[at[first + i, 0]] == k
                low[i], high[i] = bounds[0, i], bounds[1, i] if mine else -_ONE
            wide = margin(prims, start, end)
            for i in range(LANES):
                grow[i] = wide
            many = reduced(prims, start, end, o, d, low, high, grow, kept, off, work)
            for _ in range(_STEPS):
                along(o, d, at_t, x, y, z)
                owners(prims, kept, off, many, x, y, z, q, dist, s)
                active = 0
                for i in range(count):
                    if not asked[i] or thing[at[first + i, 0]] != k:
                        continue
                    if abs(dist[i]) < np.float32(0.0002) * (_ONE + at_t[i]):
                        asked[i] = False
                        t_out[first + i], thing_out[first + i], slot_out[first + i] = at_t[i], k, int(s[i])
                    else:
                        at_t[i] += dist[i]
                        inside = bounds[0, i] < at_t[i] < bounds[1, i]
                        asked[i] = inside
                        active += inside
                if active == 0:
                    break
            for i in range(count):  # what has not come to rest is traced
                if thing[at[first + i, 0]] == k:
                    asked[i] = False
    return t_out, thing_out, slot_out


@njit(cache=True, parallel=True)
def shared(
    every: int, sample: I32, thing: I32, known: npt.NDArray[np.bool_], seen: F32
) -> npt.NDArray[np.bool_]:
    """Fills the light `seen` by a window's samples between nodes, bilinearly, where four of these agree.

    `sample` (h, w) is a pixel's own sample, -1 where it has several; the window begins and ends on nodes, which lie
    `every` pixels apart. True (n) where filled.
    """
    h, w = sample.shape
    filled = np.zeros(seen.shape[0], np.bool_)
    for y in prange(h):
        for x in range(w):
            i = sample[y, x]
            if i < 0 or known[i]:
                continue
            down, across = np.float32(y % every) / every, np.float32(x % every) / every
            total, low, high, agree = _ZERO, _ONE, _ZERO, True
            for corner in range(4):
                weight = (down if corner & 1 else _ONE - down) * (across if corner & 2 else _ONE - across)
                if weight == _ZERO:
                    continue
                j = sample[y - y % every + every * (corner & 1), x - x % every + every * (corner >> 1)]
                if j < 0 or not known[j] or thing[j] != thing[i]:
                    agree = False
                    break
                total += weight * seen[j]
                low, high = min(low, seen[j]), max(high, seen[j])
            if agree and high - low <= AGREE:
                seen[i], filled[i] = total, True
    return filled
