"""Distance functions and marches over them, sixteen rays abreast: few data-driven kernels, compiled once and cached.

Every kernel works on packets of LANES coherent rays; a primitive's type is the same for the whole packet, so the inner
loops are plain arithmetic that LLVM turns into vector instructions. Distances: Quilez, "distance functions" (2023);
smooth union: the quadratic polynomial minimum.
"""

import math

import numpy as np
import numpy.typing as npt
from numba import njit, prange

LANES = 16
PRIM_WIDTH = 24
THING_WIDTH = 8
# Columns of a primitive row: type, centre 3, dims 3, round, world-to-local rows 9, blend, op, slot, shell, half arc.
P_TYPE, P_CENTER, P_DIMS, P_ROUND, P_ROT = 0, 1, 4, 7, 8
P_BLEND, P_OP, P_SLOT, P_SHELL, P_ARC = 17, 18, 19, 20, 21
# Columns of a thing row: first primitive, one past the last, bounding sphere centre 3 and radius, opacity to light.
T_START, T_END, T_CENTER, T_RADIUS, T_OPACITY = 0, 1, 2, 5, 6

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
_FAR = np.float32(1e9)
_ZERO = np.float32(0)
_ONE = np.float32(1)
_QUARTER = np.float32(0.25)
_TINY = np.float32(1e-9)


@njit(fastmath=True, cache=True, inline="always")
def _length3(x: np.float32, y: np.float32, z: np.float32) -> float:
    return math.sqrt(x * x + y * y + z * z)


@njit(fastmath=True, cache=True)
def _primitive(p: F32, x: F32, y: F32, z: F32, lx: F32, ly: F32, lz: F32, q: F32) -> None:  # noqa: C901, PLR0912 -- one pass over a packet
    """Distance of one primitive for every lane, into q."""
    cx, cy, cz = p[1], p[2], p[3]
    a, b, c, rnd = p[4], p[5], p[6], p[7]
    for i in range(LANES):
        dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
        lx[i] = p[8] * dx + p[9] * dy + p[10] * dz
        ly[i] = p[11] * dx + p[12] * dy + p[13] * dz
        lz[i] = p[14] * dx + p[15] * dy + p[16] * dz
    kind = int(p[0])
    if kind == 0:
        ia, ib, ic = _ONE / a, _ONE / b, _ONE / c
        for i in range(LANES):
            u, v, w = lx[i] * ia, ly[i] * ib, lz[i] * ic
            k0 = math.sqrt(u * u + v * v + w * w)
            u, v, w = u * ia, v * ib, w * ic
            k1 = math.sqrt(u * u + v * v + w * w)
            q[i] = k0 * (k0 - _ONE) / (k1 + _TINY) if k1 > np.float32(1e-6) else -min(a, b, c)
    elif kind == 1:
        for i in range(LANES):
            u, v, w = abs(lx[i]) - a + rnd, abs(ly[i]) - b + rnd, abs(lz[i]) - c + rnd
            mu, mv, mw = max(u, _ZERO), max(v, _ZERO), max(w, _ZERO)
            q[i] = math.sqrt(mu * mu + mv * mv + mw * mw) + min(max(u, v, w), _ZERO) - rnd
    elif kind == 2:
        for i in range(LANES):
            u = math.sqrt(lx[i] * lx[i] + lz[i] * lz[i]) - a + rnd
            v = abs(ly[i]) - b + rnd
            mu, mv = max(u, _ZERO), max(v, _ZERO)
            q[i] = min(max(u, v), _ZERO) + math.sqrt(mu * mu + mv * mv) - rnd
    elif kind == 3:
        _capsule(lx, ly, lz, a, b, c, q)
    elif kind == 4:
        _frustum(lx, ly, lz, a, b, c, rnd, q)
    else:
        _torus(lx, ly, lz, a, b, c, p[21], q)
    shell = p[20]
    if shell > _ZERO:
        for i in range(LANES):
            q[i] = abs(q[i]) - shell


@njit(fastmath=True, cache=True)
def _capsule(lx: F32, ly: F32, lz: F32, r1: np.float32, half: np.float32, r2: np.float32, q: F32) -> None:
    """A round cone from radius r1 at -half to r2 at +half (Quilez, sdRoundCone)."""
    h = half + half
    k = (r1 - r2) / max(h, _TINY)
    k = min(max(k, np.float32(-0.999)), np.float32(0.999))
    a = math.sqrt(_ONE - k * k)
    for i in range(LANES):
        u = math.sqrt(lx[i] * lx[i] + lz[i] * lz[i])
        v = ly[i] + half
        side = v * a - u * k
        low = math.sqrt(u * u + v * v) - r1
        high = math.sqrt(u * u + (v - h) * (v - h)) - r2
        mid = u * a + v * k - r1
        q[i] = low if side < _ZERO else (high if side > a * h else mid)


@njit(fastmath=True, cache=True)
def _frustum(
    lx: F32, ly: F32, lz: F32, r1: np.float32, half: np.float32, r2: np.float32, rnd: np.float32, q: F32
) -> None:
    """A capped cone with rounded edges (Quilez, sdCappedCone)."""
    r1, r2, h = r1 - rnd, r2 - rnd, half - rnd
    k2x, k2y = r2 - r1, h + h
    inv = _ONE / max(k2x * k2x + k2y * k2y, _TINY)
    for i in range(LANES):
        u = math.sqrt(lx[i] * lx[i] + lz[i] * lz[i])
        v = ly[i]
        cap = r1 if v < _ZERO else r2
        ax, ay = u - min(u, cap), abs(v) - h
        t = min(max(((r2 - u) * k2x + (h - v) * k2y) * inv, _ZERO), _ONE)
        bx, by = u - r2 + k2x * t, v - h + k2y * t
        sign = -_ONE if (bx < _ZERO and ay < _ZERO) else _ONE
        q[i] = sign * math.sqrt(min(ax * ax + ay * ay, bx * bx + by * by)) - rnd


@njit(fastmath=True, cache=True)
def _torus(
    lx: F32,
    ly: F32,
    lz: F32,
    ring: np.float32,
    tube: np.float32,
    taper: np.float32,
    half_arc: np.float32,
    q: F32,
) -> None:
    """A torus in the local xz plane; below a full turn, an arc centred on +x, its tube tapered towards the ends."""
    if half_arc >= np.float32(3.14):
        for i in range(LANES):
            u = math.sqrt(lx[i] * lx[i] + lz[i] * lz[i]) - ring
            q[i] = math.sqrt(u * u + ly[i] * ly[i]) - tube
    elif taper <= _ZERO:
        sn, cs = math.sin(half_arc), math.cos(half_arc)
        for i in range(LANES):
            a, b = abs(lz[i]), lx[i]
            k = a * sn + b * cs if cs * a > sn * b else math.sqrt(a * a + b * b)
            u = a * a + b * b + ly[i] * ly[i] + ring * ring - np.float32(2.0) * ring * k
            q[i] = math.sqrt(max(u, _ZERO)) - tube
    else:
        for i in range(LANES):
            angle = math.atan2(lz[i], lx[i])
            near = min(max(angle, -half_arc), half_arc)
            dx, dz = lx[i] - ring * math.cos(near), lz[i] - ring * math.sin(near)
            share = abs(near) / half_arc
            q[i] = math.sqrt(dx * dx + dz * dz + ly[i] * ly[i]) - tube * (_ONE - taper * share * share)


@njit(fastmath=True, cache=True)
def thing_distance(  # noqa: PLR0913, PLR0917 -- the lanes of one packet, each its own array
    prims: F32,
    start: int,
    end: int,
    x: F32,
    y: F32,
    z: F32,
    lx: F32,
    ly: F32,
    lz: F32,
    q: F32,
    d: F32,
    s: F32,
) -> None:
    """Distance d and owning slot s of one thing (primitives start..end, in order) for every lane."""
    for i in range(LANES):
        d[i] = _FAR
        s[i] = _ZERO
    for k in range(start, end):
        p = prims[k]
        _primitive(p, x, y, z, lx, ly, lz, q)
        blend, slot = p[17], p[19]
        op = int(p[18])
        if op == 0 and blend > _ZERO:
            quarter = _QUARTER / blend
            for i in range(LANES):
                h = max(blend - abs(d[i] - q[i]), _ZERO)
                s[i] = slot if q[i] < d[i] else s[i]
                d[i] = min(d[i], q[i]) - h * h * quarter
        elif op == 0:
            for i in range(LANES):
                s[i] = slot if q[i] < d[i] else s[i]
                d[i] = min(d[i], q[i])
        elif op == 1:
            for i in range(LANES):
                s[i] = slot if -q[i] > d[i] else s[i]
                d[i] = max(d[i], -q[i])
        else:
            for i in range(LANES):
                s[i] = slot if q[i] > d[i] else s[i]
                d[i] = max(d[i], q[i])


@njit(fastmath=True, cache=True)
def load(source: F32, first: int, count: int, lane: F32) -> None:
    """`count` values from `first` on, into a packet's lanes; lanes past the last repeat it."""
    for i in range(LANES):
        j = first + min(i, count - 1)
        lane[i] = source[j]


@njit(fastmath=True, cache=True)
def sphere_span(thing: F32, o: F32, d: F32, far: F32, near_out: F32, far_out: F32) -> int:
    """Entry and exit of a thing's bounding sphere for every lane; how many lanes enter it before `far`."""
    cx, cy, cz, r = thing[2], thing[3], thing[4], thing[5]
    entered = 0
    for i in range(LANES):
        ox, oy, oz = o[0, i] - cx, o[1, i] - cy, o[2, i] - cz
        b = ox * d[0, i] + oy * d[1, i] + oz * d[2, i]
        disc = b * b - (ox * ox + oy * oy + oz * oz) + r * r
        root = math.sqrt(max(disc, _ZERO))
        near_out[i] = max(-b - root, _ZERO)
        far_out[i] = min(-b + root, far[i]) if disc > _ZERO else -_ONE
        if far_out[i] > near_out[i]:
            entered += 1
    return entered


@njit(fastmath=True, cache=True, parallel=True)
def nearest(
    prims: F32, things: F32, origin: F32, direction: F32, far: F32, skip: I32
) -> tuple[F32, I32, I32]:
    """First hit of every ray: (t, thing index or -1, slot). Rays are (3, n); `skip` names a thing each ray ignores."""
    n = origin.shape[1]
    t_out = np.empty(n, np.float32)
    thing_out = np.full(n, -1, np.int32)
    slot_out = np.zeros(n, np.int32)
    packets = (n + LANES - 1) // LANES
    for packet in prange(packets):
        first = packet * LANES
        count = min(LANES, n - first)
        o = np.empty((3, LANES), np.float32)
        d = np.empty((3, LANES), np.float32)
        best = np.empty(LANES, np.float32)
        for axis in range(3):
            load(origin[axis], first, count, o[axis])
            load(direction[axis], first, count, d[axis])
        load(far, first, count, best)
        work = np.empty((9, LANES), np.float32)
        near, exit_ = np.empty(LANES, np.float32), np.empty(LANES, np.float32)
        for k in range(things.shape[0]):
            if sphere_span(things[k], o, d, best, near, exit_) == 0:
                continue
            for i in range(count):
                if skip[first + i] == k:
                    exit_[i] = -_ONE
            start, end = int(things[k, 0]), int(things[k, 1])
            _march(prims, start, end, o, d, near, exit_, work)
            for i in range(count):
                if exit_[i] >= _ZERO and near[i] < best[i]:
                    best[i] = near[i]
                    thing_out[first + i] = k
                    slot_out[first + i] = int(work[7, i])
        for i in range(count):
            t_out[first + i] = best[i]
    return t_out, thing_out, slot_out


@njit(fastmath=True, cache=True)
def _march(prims: F32, start: int, end: int, o: F32, d: F32, t: F32, stop: F32, work: F32) -> None:  # noqa: C901, PLR0912 -- one pass over a packet
    """Walk every lane from t to its first surface; lanes that leave get stop = -1. Slots end up in work[7]."""
    x, y, z, lx, ly, lz, q, s, dist = work
    for i in range(LANES):
        if stop[i] <= t[i]:
            stop[i] = -_ONE
    done = np.zeros(LANES, np.bool_)
    for _ in range(72):
        for i in range(LANES):
            x[i] = o[0, i] + d[0, i] * t[i]
            y[i] = o[1, i] + d[1, i] * t[i]
            z[i] = o[2, i] + d[2, i] * t[i]
        thing_distance(prims, start, end, x, y, z, lx, ly, lz, q, dist, s)
        active = 0
        for i in range(LANES):
            if stop[i] < _ZERO or done[i]:
                continue
            if dist[i] < np.float32(0.0004) * (_ONE + t[i]):
                done[i] = True
                continue
            t[i] += dist[i] * np.float32(0.95)
            if t[i] > stop[i]:
                stop[i] = -_ONE
            else:
                active += 1
        if active == 0:
            break
    for i in range(LANES):
        if not done[i]:
            stop[i] = -_ONE


@njit(fastmath=True, cache=True, parallel=True)
def normals(prims: F32, things: F32, point: F32, owner: I32, epsilon: np.float32) -> F32:  # noqa: C901, PLR0912 -- one pass over a packet
    """Unit outward normals (3, n) at surface points (3, n) of the things `owner` (n), by tetrahedron differences."""
    n = point.shape[1]
    out = np.zeros((3, n), np.float32)
    packets = (n + LANES - 1) // LANES
    for packet in prange(packets):
        first = packet * LANES
        count = min(LANES, n - first)
        p = np.empty((3, LANES), np.float32)
        for axis in range(3):
            load(point[axis], first, count, p[axis])
        work = np.empty((9, LANES), np.float32)
        x, y, z, lx, ly, lz, q, s, dist = work
        grad = np.empty((3, LANES), np.float32)
        for k in range(things.shape[0]):
            wanted = False
            for i in range(count):
                wanted = wanted or owner[first + i] == k
            if not wanted:
                continue
            grad[:] = _ZERO
            for corner in range(4):
                ex = np.float32(1.0 if corner in (0, 3) else -1.0)
                ey = np.float32(1.0 if corner in (2, 3) else -1.0)
                ez = np.float32(1.0 if corner in (1, 3) else -1.0)
                for i in range(LANES):
                    x[i] = p[0, i] + ex * epsilon
                    y[i] = p[1, i] + ey * epsilon
                    z[i] = p[2, i] + ez * epsilon
                thing_distance(prims, int(things[k, 0]), int(things[k, 1]), x, y, z, lx, ly, lz, q, dist, s)
                for i in range(LANES):
                    grad[0, i] += ex * dist[i]
                    grad[1, i] += ey * dist[i]
                    grad[2, i] += ez * dist[i]
            for i in range(count):
                if owner[first + i] == k:
                    size = _length3(grad[0, i], grad[1, i], grad[2, i]) + _TINY
                    for axis in range(3):
                        out[axis, first + i] = grad[axis, i] / size
    return out


@njit(fastmath=True, cache=True, parallel=True)
def distance(prims: F32, things: F32, point: F32, reach: np.float32, skip: I32) -> F32:
    """Distance (n) from points (3, n) to the nearest thing but `skip`, at most `reach`: past it nothing is walked."""
    n = point.shape[1]
    out = np.full(n, reach, np.float32)
    packets = (n + LANES - 1) // LANES
    for packet in prange(packets):
        first = packet * LANES
        count = min(LANES, n - first)
        work = np.empty((9, LANES), np.float32)
        x, y, z, lx, ly, lz, q, s, dist = work
        load(point[0], first, count, x)
        load(point[1], first, count, y)
        load(point[2], first, count, z)
        for k in range(things.shape[0]):
            close = False
            for i in range(count):
                gap = _length3(x[i] - things[k, 2], y[i] - things[k, 3], z[i] - things[k, 4]) - things[k, 5]
                close = close or (gap < out[first + i] and skip[first + i] != k)
            if not close:
                continue
            thing_distance(prims, int(things[k, 0]), int(things[k, 1]), x, y, z, lx, ly, lz, q, dist, s)
            for i in range(count):
                if skip[first + i] != k:
                    out[first + i] = min(out[first + i], dist[i])
    return out
