"""Smooth noise on a lattice of hashes: the same at every size, and wherever a surface is seen from."""

import math

import numpy as np
import numpy.typing as npt
from numba import njit, prange

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]
_ONE = np.float32(1)
_ZERO = np.float32(0)


@njit(cache=True, inline="always")
def _hash(ix: int, iy: int, iz: int, seed: int) -> np.float32:
    mask = np.uint64(0xFFFFFFFF)
    h = np.uint64(ix) * np.uint64(0x8DA6B343) ^ np.uint64(iy) * np.uint64(0xD8163841)
    h = (h ^ np.uint64(iz) * np.uint64(0xCB1AB31F) ^ np.uint64(seed) * np.uint64(0x9E3779B9)) & mask
    h ^= h >> np.uint64(15)
    h = h * np.uint64(0x2C1B3C6D) & mask
    h ^= h >> np.uint64(12)
    h = h * np.uint64(0x297A2D39) & mask
    h ^= h >> np.uint64(15)
    return np.float32(h) * np.float32(2.0 / 4294967296.0) - _ONE


@njit(cache=True, inline="always")
def value(x: float, y: float, z: float, seed: int) -> np.float32:
    """Smooth value noise in -1..1 at a point: quintic interpolation of hashed lattice values."""
    fx, fy, fz = math.floor(x), math.floor(y), math.floor(z)
    ix, iy, iz = int(fx), int(fy), int(fz)
    u, v, w = np.float32(x - fx), np.float32(y - fy), np.float32(z - fz)
    u = u * u * u * (u * (u * np.float32(6) - np.float32(15)) + np.float32(10))
    v = v * v * v * (v * (v * np.float32(6) - np.float32(15)) + np.float32(10))
    w = w * w * w * (w * (w * np.float32(6) - np.float32(15)) + np.float32(10))
    total = _ZERO
    for corner in range(8):
        a, b, c = corner & 1, (corner >> 1) & 1, (corner >> 2) & 1
        weight = (u if a else _ONE - u) * (v if b else _ONE - v) * (w if c else _ONE - w)
        total += weight * _hash(ix + a, iy + b, iz + c, seed)
    return total


@njit(cache=True, parallel=True)  # no fast arithmetic: a point has its value whatever stands beside it
def noise(x: Floats, y: Floats, z: Floats, seed: int) -> F32:
    """Smooth value noise in -1..1 (n) at points x, y, z (n)."""
    n = x.shape[0]
    out = np.empty(n, np.float32)
    for i in prange(n):
        out[i] = value(x[i], y[i], z[i], seed)
    return out
