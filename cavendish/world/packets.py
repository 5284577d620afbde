"""Distance functions for a packet of LANES points: plain arithmetic, nothing allocated, written once for every device.

A primitive's type is the same for the whole packet, so the inner loops become vector instructions; compiled for one
lane, the same functions are what a thread of an accelerator runs (see device.py). Distances: Quilez, "distance
functions" (2023); smooth union: the quadratic polynomial minimum.
"""

import math

import numpy as np
import numpy.typing as npt
from numba import njit

LANES = 16
PRIM_WIDTH = 24
THING_WIDTH = 8
# Columns of a primitive row: type, centre 3, dims 3, round, world-to-local rows 9, blend, op, slot, shell, half arc,
# radius of the sphere round its centre that holds it.
P_TYPE, P_CENTER, P_DIMS, P_ROUND, P_ROT = 0, 1, 4, 7, 8
P_BLEND, P_OP, P_SLOT, P_SHELL, P_ARC, P_REACH = 17, 18, 19, 20, 21, 22
# Columns of a thing row: first primitive, one past the last, bounding sphere centre 3 and radius, opacity to light.
T_START, T_END, T_CENTER, T_RADIUS, T_OPACITY = 0, 1, 2, 5, 6

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
FAR = np.float32(1e9)
_ZERO = np.float32(0)
_ONE = np.float32(1)
_QUARTER = np.float32(0.25)
_TINY = np.float32(1e-9)


@njit(fastmath=True, error_model="numpy", cache=True, forceinline=True)
def _rounded(p: F32, x: F32, y: F32, z: F32, q: F32) -> None:
    """Ellipsoids and boxes."""
    cx, cy, cz, a, b, c, rnd = p[1], p[2], p[3], p[4], p[5], p[6], p[7]
    m0, m1, m2, m3, m4, m5, m6, m7, m8 = p[8], p[9], p[10], p[11], p[12], p[13], p[14], p[15], p[16]
    if p[0] == _ZERO:
        ia, ib, ic = _ONE / a, _ONE / b, _ONE / c
        inside = -min(a, b, c)
        for i in range(LANES):
            dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
            u = (m0 * dx + m1 * dy + m2 * dz) * ia
            v = (m3 * dx + m4 * dy + m5 * dz) * ib
            w = (m6 * dx + m7 * dy + m8 * dz) * ic
            k0 = math.sqrt(u * u + v * v + w * w)
            u, v, w = u * ia, v * ib, w * ic
            k1 = math.sqrt(u * u + v * v + w * w)
            far = k0 * (k0 - _ONE) / (k1 + _TINY)
            q[i] = far if k1 > np.float32(1e-6) else inside
    else:
        for i in range(LANES):
            dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
            u = abs(m0 * dx + m1 * dy + m2 * dz) - a + rnd
            v = abs(m3 * dx + m4 * dy + m5 * dz) - b + rnd
            w = abs(m6 * dx + m7 * dy + m8 * dz) - c + rnd
            mu, mv, mw = max(u, _ZERO), max(v, _ZERO), max(w, _ZERO)
            q[i] = math.sqrt(mu * mu + mv * mv + mw * mw) + min(max(u, v, w), _ZERO) - rnd


@njit(fastmath=True, error_model="numpy", cache=True, forceinline=True)
def _turned(p: F32, x: F32, y: F32, z: F32, q: F32) -> None:
    """Cylinders, capsules and cones: what is round about its own upright axis."""
    cx, cy, cz, rnd = p[1], p[2], p[3], p[7]
    m0, m1, m2, m3, m4, m5, m6, m7, m8 = p[8], p[9], p[10], p[11], p[12], p[13], p[14], p[15], p[16]
    kind = int(p[0])
    if kind == 2:
        a, b = p[4] - rnd, p[5] - rnd
        for i in range(LANES):
            dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
            lx, ly, lz = (
                m0 * dx + m1 * dy + m2 * dz,
                m3 * dx + m4 * dy + m5 * dz,
                m6 * dx + m7 * dy + m8 * dz,
            )
            u, v = math.sqrt(lx * lx + lz * lz) - a, abs(ly) - b
            mu, mv = max(u, _ZERO), max(v, _ZERO)
            q[i] = min(max(u, v), _ZERO) + math.sqrt(mu * mu + mv * mv) - rnd
    elif kind == 3:  # a round cone from radius r1 at -half to r2 at +half (sdRoundCone)
        r1, half, r2 = p[4], p[5], p[6]
        h = half + half
        k = min(max((r1 - r2) / max(h, _TINY), np.float32(-0.999)), np.float32(0.999))
        a = np.float32(math.sqrt(_ONE - k * k))
        for i in range(LANES):
            dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
            lx, ly, lz = (
                m0 * dx + m1 * dy + m2 * dz,
                m3 * dx + m4 * dy + m5 * dz,
                m6 * dx + m7 * dy + m8 * dz,
            )
            u = math.sqrt(lx * lx + lz * lz)
            v = ly + half
            side = v * a - u * k
            low = math.sqrt(u * u + v * v) - r1
            high = math.sqrt(u * u + (v - h) * (v - h)) - r2
            mid = u * a + v * k - r1
            q[i] = low if side < _ZERO else (high if side > a * h else mid)
    else:  # a capped cone with rounded edges (sdCappedCone)
        r1, h, r2 = p[4] - rnd, p[5] - rnd, p[6] - rnd
        k2x, k2y = r2 - r1, h + h
        inv = _ONE / max(k2x * k2x + k2y * k2y, _TINY)
        for i in range(LANES):
            dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
            lx, v, lz = m0 * dx + m1 * dy + m2 * dz, m3 * dx + m4 * dy + m5 * dz, m6 * dx + m7 * dy + m8 * dz
            u = math.sqrt(lx * lx + lz * lz)
            cap = r1 if v < _ZERO else r2
            ax, ay = u - min(u, cap), abs(v) - h
            t = min(max(((r2 - u) * k2x + (h - v) * k2y) * inv, _ZERO), _ONE)
            bx, by = u - r2 + k2x * t, v - h + k2y * t
            sign = -_ONE if (bx < _ZERO and ay < _ZERO) else _ONE
            q[i] = sign * math.sqrt(min(ax * ax + ay * ay, bx * bx + by * by)) - rnd


@njit(fastmath=True, error_model="numpy", cache=True)
def _torus(p: F32, x: F32, y: F32, z: F32, q: F32) -> None:
    """A torus in the local xz plane; below a full turn, an arc centred on +x, its tube tapered towards the ends."""
    cx, cy, cz, ring, tube, taper, half_arc = p[1], p[2], p[3], p[4], p[5], p[6], p[21]
    m0, m1, m2, m3, m4, m5, m6, m7, m8 = p[8], p[9], p[10], p[11], p[12], p[13], p[14], p[15], p[16]
    if half_arc >= np.float32(3.14):
        for i in range(LANES):
            dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
            lx, ly, lz = (
                m0 * dx + m1 * dy + m2 * dz,
                m3 * dx + m4 * dy + m5 * dz,
                m6 * dx + m7 * dy + m8 * dz,
            )
            u = math.sqrt(lx * lx + lz * lz) - ring
            q[i] = math.sqrt(u * u + ly * ly) - tube
    elif taper <= _ZERO:
        sn, cs = np.float32(math.sin(half_arc)), np.float32(math.cos(half_arc))
        for i in range(LANES):
            dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
            b, ly = m0 * dx + m1 * dy + m2 * dz, m3 * dx + m4 * dy + m5 * dz
            a = abs(m6 * dx + m7 * dy + m8 * dz)
            k = a * sn + b * cs if cs * a > sn * b else math.sqrt(a * a + b * b)
            u = a * a + b * b + ly * ly + ring * ring - np.float32(2.0) * ring * k
            q[i] = math.sqrt(max(u, _ZERO)) - tube
    else:
        for i in range(LANES):
            dx, dy, dz = x[i] - cx, y[i] - cy, z[i] - cz
            lx, ly, lz = (
                m0 * dx + m1 * dy + m2 * dz,
                m3 * dx + m4 * dy + m5 * dz,
                m6 * dx + m7 * dy + m8 * dz,
            )
            near = min(max(math.atan2(lz, lx), -half_arc), half_arc)
            dx, dz = lx - ring * math.cos(near), lz - ring * math.sin(near)
            share = abs(near) / half_arc
            q[i] = math.sqrt(dx * dx + dz * dz + ly * ly) - tube * (_ONE - taper * share * share)


@njit(fastmath=True, error_model="numpy", cache=True, forceinline=True)
def _primitive(p: F32, x: F32, y: F32, z: F32, q: F32) -> None:
    """Distance of one primitive for every lane, into q."""
    kind = int(p[0])
    if kind <= 1:
        _rounded(p, x, y, z, q)
    elif kind <= 4:
        _turned(p, x, y, z, q)
    else:
        _torus(p, x, y, z, q)
    shell = p[20]
    if shell > _ZERO:
        for i in range(LANES):
            q[i] = abs(q[i]) - shell


@njit(fastmath=True, error_model="numpy", cache=True)
def field(  # noqa: PLR0913, PLR0917 -- the lanes of one packet, each its own array
    prims: F32, kept: I32, off: F32, count: int, x: F32, y: F32, z: F32, q: F32, d: F32
) -> None:
    """Distance d of one thing (its `count` primitives `kept`, in order) for every lane.

    `off` (count, LANES) is 0, and FAR where a primitive is not to count for a lane: so a lane's distance is its own,
    whatever the other lanes are near.
    """
    for i in range(LANES):
        d[i] = FAR
    for k in range(count):
        p, away = prims[kept[k]], off[k]
        _primitive(p, x, y, z, q)
        op, blend = int(p[18]), p[17]
        if op == 0 and blend > _ZERO:
            quarter = _QUARTER / blend
            for i in range(LANES):
                own = q[i] + away[i]
                h = max(blend - abs(d[i] - own), _ZERO)
                d[i] = min(d[i], own) - h * h * quarter
        elif op == 0:
            for i in range(LANES):
                d[i] = min(d[i], q[i] + away[i])
        elif op == 1:
            for i in range(LANES):
                d[i] = max(d[i], -q[i] - away[i])
        else:
            for i in range(LANES):
                d[i] = max(d[i], q[i])


@njit(fastmath=True, error_model="numpy", cache=True)
def owners(  # noqa: PLR0913, PLR0917 -- the lanes of one packet, each its own array
    prims: F32, kept: I32, off: F32, count: int, x: F32, y: F32, z: F32, q: F32, d: F32, s: F32
) -> None:
    """Distance d as `field` has it, and the slot s of the primitive that gives it, for every lane."""
    for i in range(LANES):
        d[i] = FAR
        s[i] = _ZERO
    for k in range(count):
        p, away = prims[kept[k]], off[k]
        _primitive(p, x, y, z, q)
        blend, slot, op = p[17], p[19], int(p[18])
        if op == 0:
            quarter = _QUARTER / max(blend, _TINY)
            for i in range(LANES):
                own = q[i] + away[i]
                h = max(blend - abs(d[i] - own), _ZERO)
                s[i] = slot if own < d[i] else s[i]
                d[i] = min(d[i], own) - h * h * quarter
        elif op == 1:
            for i in range(LANES):
                own = -q[i] - away[i]
                s[i] = slot if own > d[i] else s[i]
                d[i] = max(d[i], own)
        else:
            for i in range(LANES):
                s[i] = slot if q[i] > d[i] else s[i]
                d[i] = max(d[i], q[i])
