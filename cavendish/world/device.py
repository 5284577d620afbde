"""What rays meet, on an accelerator: the very functions of `packets` and `walks`, compiled for CUDA, a ray a thread.

A packet of one lane is a ray, so one source serves processors and CUDA. What a pixel's geometry says is found here:
first hits, normals and the key light's share. Stuffs, grounds and shading are laid over that by the
processor still. `NUMBA_ENABLE_CUDASIM=1` runs all of it without an accelerator, very slowly.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import FunctionType
from typing import Any, no_type_check

import numpy as np
import numpy.typing as npt
from numba import cuda, float32, int32

from cavendish.errors import PlanError
from cavendish.world import kernels, packets, walks
from cavendish.world.kernels import slope
from cavendish.world.walks import ROOM, beside, margin, meet, shadow

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
THREADS = 128
MOST = 128
"""Primitives of one thing that a thread has room for."""
_THREE, _WORK, _OFF = (3, 1), (ROOM, 1), (MOST + 1, 1)  # sizes must be constants
EPSILON = np.float32(0.0015)
LIFT, REACH = np.float32(0.01), np.float32(9.0)
"""How far off its surface a shadow's ray starts, and how far it looks for what is in the light's way."""
_NAMES = (
    (packets, ("_rounded", "_turned", "_torus", "_primitive", "field", "owners")),
    (walks, ("margin", "_half", "_span", "reduced", "beside", "sphere_span", "along", "march", "meet", "penumbra",
             "shadow")),
    (kernels, ("slope",)),
)  # fmt: skip
_SOURCE: Sequence[Any] = tuple(getattr(module, name) for module, names in _NAMES for name in names)
"""Each after those that it calls."""


@dataclass(frozen=True)
class Met:
    """What n rays meet: distance, thing or -1, slot, unit normal (3, n), the share of a light."""

    t: F32
    thing: I32
    slot: I32
    normal: F32
    seen: F32


@lru_cache(maxsize=1)
def functions() -> dict[str, Any]:
    """The packet functions as CUDA device functions of one lane, by name."""
    made: dict[str, Any] = {"LANES": 1}
    for function in _SOURCE:
        plain = function.py_func
        own = FunctionType(plain.__code__, {**plain.__globals__, **made}, plain.__name__)
        made[plain.__name__] = cuda.jit(device=True, fastmath=True)(own)
    return made


def met(  # noqa: PLR0913, PLR0917 -- rays, the world and its light
    prims: F32, things: F32, blockers: F32, origin: F32, direction: F32, far: F32, ground: F32, key: F32,
    radius: float,
) -> Met:  # fmt: skip
    """What rays (3, n) meet nearer than `far` (n), where the ground with normals `ground` (3, n) is, one ray a thread.

    `key` (3) points to the light and `radius` is its size in radians, as `occlusion.shade_light` has it.
    """
    most = int((things[:, 1] - things[:, 0]).max(initial=0))
    if most > MOST:
        raise PlanError(f"things: expected at most {MOST} primitives each on an accelerator, got {most}")
    n = origin.shape[1]
    out = Met(
        far.copy(), np.full(n, -1, np.int32), np.zeros(n, np.int32), ground.copy(), np.ones(n, np.float32)
    )
    rows = [out.t, out.thing, out.slot, out.normal, out.seen]
    there = [cuda.to_device(row) for row in rows]
    sharp = np.float32(1 / math.tan(max(radius, 0.008)))
    given = [
        cuda.to_device(np.ascontiguousarray(a, np.float32))
        for a in (prims, things, blockers, origin, direction)
    ]
    light = cuda.to_device(np.ascontiguousarray(key, np.float32))
    entry: Any = _entry()
    entry[(n + THREADS - 1) // THREADS, THREADS](*given, light, sharp, *there)
    for row, made in zip(rows, there, strict=True):
        made.copy_to_host(row)
    return out


@lru_cache(maxsize=1)
def _entry() -> Any:
    return cuda.jit(fastmath=True)(entry_point())


def entry_point() -> FunctionType:
    """The function that a thread of an accelerator runs, its callees compiled for CUDA, itself not compiled yet."""
    return FunctionType(_run.__code__, {**globals(), **functions()}, "met")


@no_type_check  # compiled
def _run(  # noqa: PLR0913, PLR0917 -- rays, the world, its light, and what comes of them
    prims, things, blockers, origin, direction, key, sharp, t, thing, slot, normal, seen
):
    i = cuda.grid(1)
    if i >= t.shape[0]:
        return
    o, d = cuda.local.array(_THREE, float32), cuda.local.array(_THREE, float32)
    work, off = cuda.local.array(_WORK, float32), cuda.local.array(_OFF, float32)
    kept, skip = cuda.local.array(MOST, int32), cuda.local.array(1, int32)
    grad, there = cuda.local.array(_THREE, float32), cuda.local.array(1, float32)
    for axis in range(3):
        o[axis, 0], d[axis, 0] = origin[axis, i], direction[axis, i]
    skip[0], there[0] = -1, 1
    meet(prims, things, o, d, t[i : i + 1], skip, thing[i : i + 1], slot[i : i + 1], kept, off, work)
    if t[i] > 1e8:
        return
    for axis in range(3):
        o[axis, 0] += d[axis, 0] * t[i]
    if thing[i] >= 0:
        start, end = int(things[thing[i], 0]), int(things[thing[i], 1])
        reach = margin(prims, start, end) + 6 * EPSILON
        for _ in range(2):
            many = beside(prims, start, end, o[0], o[1], o[2], there, reach, kept, off)
            slope(prims, kept, off, many, o, EPSILON, grad, work)
            if grad[0, 0] != 0 or grad[1, 0] != 0 or grad[2, 0] != 0:
                break
            reach = float32(1e6)
        size = math.sqrt(grad[0, 0] * grad[0, 0] + grad[1, 0] * grad[1, 0] + grad[2, 0] * grad[2, 0])
        for axis in range(3):
            normal[axis, i] = grad[axis, 0] / size
    for axis in range(3):
        o[axis, 0] += normal[axis, i] * LIFT
        d[axis, 0] = key[axis]
    there[0] = REACH
    shadow(prims, blockers, o, d, there, sharp, seen[i : i + 1], kept, off, work)
