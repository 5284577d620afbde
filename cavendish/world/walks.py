"""Walks of a packet of LANES coherent rays to what they meet and to what shades them; nothing is allocated.

A packet first finds out which primitives its rays can come upon at all, and between which distances: all others are
left out of its walk. The penumbra is Aaltonen's triangulated form (GDC 2018).
"""

import math

import numpy as np
import numpy.typing as npt
from numba import njit

from cavendish.world.packets import FAR, LANES, field, owners

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
ROOM = 16
"""Rows of LANES that a packet works in."""
_ZERO = np.float32(0)
_ONE = np.float32(1)
_HALF = np.float32(0.5)
_QUARTER = np.float32(0.25)
_TINY = np.float32(1e-9)
_WIDE = np.float32(2.25)
"""Blends over which a primitive cannot move a surface: one to reach it, one and a quarter through others."""
_SLACK = np.float32(0.004)
_FLAT = np.float32(1e-6)
_NEAR = np.float32(0.0004)
"""What a ray has met, as a share of one and its length."""
_TIE = np.float32(0.0005)
"""Of two surfaces that lie in each other the first thing's is seen."""
_STEPS, _SHADOW_STEPS = 72, 40


@njit(fastmath=True, error_model="numpy", cache=True)
def margin(prims: F32, start: int, end: int) -> np.float32:
    """How far from a thing's surface its primitives' own may be and still move it."""
    widest = _ZERO
    for k in range(start, end):
        widest = max(widest, prims[k, 17])
    return _WIDE * widest + _SLACK


@njit(fastmath=True, error_model="numpy", cache=True, forceinline=True)
def _half(p: F32) -> tuple[np.float32, np.float32, np.float32]:
    """Half sides of a primitive's own box."""
    kind, a, b, c = int(p[0]), p[4], p[5], p[6]
    if kind == 2:
        c = a
    elif kind == 3:
        a = c = max(a, c)
        b = b + a
    elif kind == 4:
        a = c = max(a, c)
    elif kind == 5:
        a, c = a + b, a + b
    return a + p[20], b + p[20], c + p[20]


@njit(fastmath=True, error_model="numpy", cache=True)
def _span(p: F32, o: F32, d: F32, near: F32, far: F32, grow: F32, enter: F32, leave: F32) -> int:
    """Between which distances each lane is within its `grow` of a primitive's box; how many lanes ever are."""
    cx, cy, cz, reach = p[1], p[2], p[3], p[22]
    ox, oy, oz, dx, dy, dz = o[0], o[1], o[2], d[0], d[1], d[2]
    closest = -_ONE
    for i in range(LANES):
        x, y, z, r = ox[i] - cx, oy[i] - cy, oz[i] - cz, reach + grow[i]
        b = x * dx[i] + y * dy[i] + z * dz[i]
        inside = b * b - (x * x + y * y + z * z) + r * r
        inside = inside if far[i] > near[i] else -_ONE
        leave[i] = inside
        closest = max(closest, inside)
    if closest <= _ZERO:
        return 0
    ha, hb, hc = _half(p)
    m0, m1, m2, m3, m4, m5, m6, m7, m8 = p[8], p[9], p[10], p[11], p[12], p[13], p[14], p[15], p[16]
    met = 0
    for i in range(LANES):
        x, y, z = ox[i] - cx, oy[i] - cy, oz[i] - cz
        u = m0 * dx[i] + m1 * dy[i] + m2 * dz[i]
        v = m3 * dx[i] + m4 * dy[i] + m5 * dz[i]
        w = m6 * dx[i] + m7 * dy[i] + m8 * dz[i]
        iu = _ONE / (u if abs(u) > _FLAT else _FLAT)
        iv = _ONE / (v if abs(v) > _FLAT else _FLAT)
        iw = _ONE / (w if abs(w) > _FLAT else _FLAT)
        cu = -(m0 * x + m1 * y + m2 * z) * iu
        cv = -(m3 * x + m4 * y + m5 * z) * iv
        cw = -(m6 * x + m7 * y + m8 * z) * iw
        su, sv, sw = abs(iu) * (ha + grow[i]), abs(iv) * (hb + grow[i]), abs(iw) * (hc + grow[i])
        first = max(cu - su, cv - sv, cw - sw, near[i])
        last = min(cu + su, cv + sv, cw + sw, far[i]) if leave[i] > _ZERO else -_ONE
        enter[i], leave[i] = first, last
        met += 1 if last > first else 0
    return met


@njit(fastmath=True, error_model="numpy", cache=True)
def reduced(  # noqa: PLR0913, PLR0917 -- a packet of rays, what they may meet, and room to work
    prims: F32,
    start: int,
    end: int,
    o: F32,
    d: F32,
    near: F32,
    far: F32,
    grow: F32,
    kept: I32,
    off: F32,
    work: F32,
) -> int:
    """Which primitives of start..end the rays come within `grow` of; `near` and `far` are narrowed to where they do.

    How many, written into `kept`, and into `off` which lanes do; a lane that meets none has far = -1.
    """
    enter, leave, low, high = work[0], work[1], work[2], work[3]
    for i in range(LANES):
        low[i], high[i] = FAR, -_ONE
    count, solid = 0, 0
    for k in range(start, end):
        p, away = prims[k], off[count]
        op = int(p[18])
        if op >= 2:
            for i in range(LANES):
                away[i] = _ZERO
        elif _span(p, o, d, near, far, grow, enter, leave) == 0:
            continue
        else:
            solid += 1 if op == 0 else 0
            for i in range(LANES):
                there = leave[i] > enter[i]
                away[i] = _ZERO if there else FAR
                filled = there and op == 0
                low[i] = min(low[i], enter[i]) if filled else low[i]
                high[i] = max(high[i], leave[i]) if filled else high[i]
        kept[count] = k
        count += 1
    for i in range(LANES):
        near[i], far[i] = max(near[i], low[i]), min(far[i], high[i])
    return count if solid > 0 else 0


@njit(fastmath=True, error_model="numpy", cache=True)
def beside(  # noqa: PLR0913, PLR0917 -- a packet of points, what is near them
    prims: F32,
    start: int,
    end: int,
    x: F32,
    y: F32,
    z: F32,
    there: F32,
    grow: np.float32,
    kept: I32,
    off: F32,
) -> int:
    """Which primitives of start..end have points of the lanes that are `there` (1 or 0) within `grow`; how many.

    They are written into `kept`, and into `off` for which lanes.
    """
    count, solid = 0, 0
    for k in range(start, end):
        p, away = prims[k], off[count]
        op = int(p[18])
        if op >= 2:
            for i in range(LANES):
                away[i] = _ZERO
        else:
            cx, cy, cz, reach = p[1], p[2], p[3], p[22] + grow
            closest = FAR
            for i in range(LANES):
                dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
                closest = min(closest, (dx * dx + dy * dy + dz * dz) if there[i] > _ZERO else FAR)
            if closest > reach * reach:
                continue
            ha, hb, hc = _half(p)
            m0, m1, m2, m3, m4, m5, m6, m7, m8 = p[8], p[9], p[10], p[11], p[12], p[13], p[14], p[15], p[16]
            closest = FAR
            for i in range(LANES):
                dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
                u = abs(m0 * dx + m1 * dy + m2 * dz) - ha
                v = abs(m3 * dx + m4 * dy + m5 * dz) - hb
                w = abs(m6 * dx + m7 * dy + m8 * dz) - hc
                gap = max(u, v, w)
                gap = gap if dx * dx + dy * dy + dz * dz <= reach * reach else FAR
                away[i] = _ZERO if gap <= grow else FAR
                closest = min(closest, gap if there[i] > _ZERO else FAR)
            if closest > grow:
                continue
            solid += 1 if op == 0 else 0
        kept[count] = k
        count += 1
    return count if solid > 0 else 0


@njit(fastmath=True, error_model="numpy", cache=True)
def sphere_span(thing: F32, radius: np.float32, o: F32, d: F32, far: F32, near_out: F32, far_out: F32) -> int:
    """Entry and exit of a thing's bounding sphere for every lane; how many lanes enter it before `far`."""
    cx, cy, cz = thing[2], thing[3], thing[4]
    x, y, z, dx, dy, dz = o[0], o[1], o[2], d[0], d[1], d[2]
    entered = 0
    for i in range(LANES):
        ox, oy, oz = x[i] - cx, y[i] - cy, z[i] - cz
        b = ox * dx[i] + oy * dy[i] + oz * dz[i]
        disc = b * b - (ox * ox + oy * oy + oz * oz) + radius * radius
        root = math.sqrt(max(disc, _ZERO))
        near = max(-b - root, _ZERO)
        leave = min(-b + root, far[i]) if disc > _ZERO else -_ONE
        near_out[i], far_out[i] = near, leave
        entered += 1 if leave > near else 0
    return entered


@njit(fastmath=True, error_model="numpy", cache=True, forceinline=True)
def along(o: F32, d: F32, t: F32, x: F32, y: F32, z: F32) -> None:
    """Where the rays are at distances t."""
    ox, oy, oz, dx, dy, dz = o[0], o[1], o[2], d[0], d[1], d[2]
    for i in range(LANES):
        x[i] = ox[i] + dx[i] * t[i]
        y[i] = oy[i] + dy[i] * t[i]
        z[i] = oz[i] + dz[i] * t[i]


@njit(fastmath=True, error_model="numpy", cache=True)
def meet(  # noqa: PLR0913, PLR0917 -- one packet of rays, and room to work
    prims: F32, things: F32, o: F32, d: F32, best: F32, skip: I32, thing: I32, slot: I32, kept: I32,
    off: F32, work: F32,
) -> None:  # fmt: skip
    """First hits of a packet's rays nearer than `best`, which, with `thing` and `slot`, is then theirs."""
    near, leave, s, dist, grow = work[14], work[15], work[10], work[5], work[13]
    for k in range(things.shape[0]):
        if sphere_span(things[k], things[k, 5], o, d, best, near, leave) == 0:
            continue
        start, end = int(things[k, 0]), int(things[k, 1])
        wide = margin(prims, start, end)
        for i in range(LANES):
            leave[i] = -_ONE if skip[i] == k else leave[i]
            grow[i] = wide + _NEAR * (_ONE + leave[i])
        count = reduced(prims, start, end, o, d, near, leave, grow, kept, off, work)
        if count == 0 or march(prims, kept, off, count, o, d, near, leave, work) == 0:
            continue
        along(o, d, near, work[0], work[1], work[2])
        owners(prims, kept, off, count, work[0], work[1], work[2], work[4], dist, s)
        for i in range(LANES):
            near[i] += dist[i]
            if leave[i] >= _ZERO and near[i] < best[i] - _TIE:
                best[i], thing[i], slot[i] = near[i], k, int(s[i])


@njit(fastmath=True, error_model="numpy", cache=True)
def march(prims: F32, kept: I32, off: F32, count: int, o: F32, d: F32, t: F32, stop: F32, work: F32) -> int:  # noqa: PLR0913, PLR0917 -- one packet of rays, and room to work
    """Walk every lane from t to its first surface; lanes that leave get stop = -1. How many have met one."""
    x, y, z, q, dist, going = work[0], work[1], work[2], work[4], work[5], work[6]
    for i in range(LANES):
        going[i] = _ONE if stop[i] > t[i] else -_ONE
    for _ in range(_STEPS):
        along(o, d, t, x, y, z)
        field(prims, kept, off, count, x, y, z, q, dist)
        active = 0
        for i in range(LANES):
            walks = going[i] > _ZERO
            met = dist[i] < _NEAR * (_ONE + t[i])
            ahead = t[i] + dist[i] * np.float32(0.95)
            after = _ZERO if met else (-_ONE if ahead > stop[i] else _ONE)
            t[i] = ahead if walks and not met else t[i]
            going[i] = after if walks else going[i]
            active += 1 if going[i] > _ZERO else 0
        if active == 0:
            break
    found = 0
    for i in range(LANES):
        met = going[i] == _ZERO
        stop[i] = stop[i] if met else -_ONE
        found += 1 if met else 0
    return found


@njit(fastmath=True, error_model="numpy", cache=True)
def shadow(  # noqa: PLR0913, PLR0917 -- one packet of rays, and room to work
    prims: F32, things: F32, o: F32, d: F32, far: F32, sharpness: np.float32, seen: F32, kept: I32, off: F32,
    work: F32,
) -> None:  # fmt: skip
    """What of the light along a packet's rays things let through."""
    near, leave, light, grow = work[14], work[15], work[10], work[13]
    for i in range(LANES):
        seen[i] = _ONE
    for k in range(things.shape[0]):
        radius = things[k, 5] * (np.float32(1.15) + np.float32(2.2) / sharpness) + np.float32(0.1)
        if sphere_span(things[k], radius, o, d, far, near, leave) == 0:
            continue
        start, end = int(things[k, 0]), int(things[k, 1])
        wide = margin(prims, start, end) + np.float32(0.02)
        for i in range(LANES):
            near[i] = max(near[i], np.float32(0.012))
            grow[i] = wide + np.float32(1.2) * max(leave[i], _ZERO) / sharpness
        count = reduced(prims, start, end, o, d, near, leave, grow, kept, off, work)
        if count == 0:
            continue
        penumbra(prims, kept, off, count, o, d, near, leave, sharpness, work)
        dim = things[k, 6]
        for i in range(LANES):
            seen[i] *= _ONE - dim * (_ONE - light[i])


@njit(fastmath=True, error_model="numpy", cache=True)
def penumbra(  # noqa: PLR0913, PLR0917 -- one packet of rays, and room to work
    prims: F32,
    kept: I32,
    off: F32,
    count: int,
    o: F32,
    d: F32,
    t: F32,
    stop: F32,
    sharpness: np.float32,
    work: F32,
) -> None:
    """Visible share of the light past one thing (work[10])."""
    x, y, z, q, dist, before = work[0], work[1], work[2], work[4], work[5], work[6]
    light = work[10]
    for i in range(LANES):
        light[i], before[i] = _ONE, np.float32(1e6)
    for _ in range(_SHADOW_STEPS):
        along(o, d, t, x, y, z)
        field(prims, kept, off, count, x, y, z, q, dist)
        active = 0
        for i in range(LANES):
            walks = stop[i] > t[i]
            h = max(dist[i], _ZERO)
            back = min(h * h / (before[i] + before[i] + _TINY), _HALF * h)
            ahead = math.sqrt(max(h * h - back * back, _ZERO))
            open_ = min(light[i], sharpness * ahead / max(t[i] - back, np.float32(1e-4)))
            met = dist[i] < np.float32(0.0008)
            open_ = _ZERO if met else open_
            light[i] = open_ if walks else light[i]
            before[i] = max(h, np.float32(1e-4)) if walks else before[i]
            stop[i] = -_ONE if met else stop[i]
            t[i] += min(max(h, np.float32(0.012)), _QUARTER)
            active += 1 if stop[i] > t[i] else 0
        if active == 0:
            break
    for i in range(LANES):
        v = min(max(light[i], _ZERO), _ONE)
        light[i] = v * v * (np.float32(3.0) - v - v)
