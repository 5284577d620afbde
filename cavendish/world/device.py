"""A stage's rays on an accelerator: the very functions of `walks` and `points`, compiled for CUDA, a ray a thread.

A packet of one lane is a ray, so one source serves processors and CUDA. Each function here takes and answers what its
namesake in `kernels` or `occlusion` does; `rays` chooses between them. `NUMBA_ENABLE_CUDASIM=1` runs all of it without
an accelerator, very slowly.
"""

import sys
from collections.abc import Sequence
from functools import lru_cache
from types import FunctionType
from typing import Any, no_type_check

import numpy as np
import numpy.typing as npt
from numba import cuda, float32, int32

from cavendish.errors import PlanError
from cavendish.world import kernels, occlusion, packets, points, walks
from cavendish.world.points import opened, outward
from cavendish.world.walks import ROOM, meet, shadow

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]
THREADS = 128
MOST, TAPS = 128, 4
"""Primitives of one thing, and taps of one point, that a thread has room for."""
_ONE, _THREE, _TAPS, _WORK, _OFF = (
    (1, 1),
    (3, 1),
    (TAPS, 1),
    (ROOM, 1),
    (MOST + 1, 1),
)  # sizes must be constants
_NAMES = (
    (packets, ("_rounded", "_turned", "_torus", "_primitive", "field", "owners")),
    (walks, ("margin", "_half", "_span", "reduced", "beside", "sphere_span", "along", "march", "meet", "penumbra",
             "shadow")),
    (points, ("slope", "outward", "_above", "_weighed", "opened")),
)  # fmt: skip
_SOURCE: Sequence[Any] = tuple(getattr(module, name) for module, names in _NAMES for name in names)
"""Each after those that it calls."""


@lru_cache(maxsize=1)
def missing() -> str:
    """Why nothing meets rays on an accelerator here; empty where one does, as the cores do. Compiles: not at once."""
    try:
        if not cuda.is_available():
            return "no NVIDIA accelerator, or no driver of one"
        return "" if _agrees() else "its answers differ from the cores'"
    except Exception as error:  # noqa: BLE001 -- whatever a driver or compiler lacks
        return f"{type(error).__name__}: {(str(error).strip() or 'no more is said').splitlines()[0]}"


def _agrees() -> bool:
    """Whether both find the same of a ball over ground: what is hit and where, the way out, the shade, the sky."""
    rows, things = (
        np.zeros((1, packets.PRIM_WIDTH), np.float32),
        np.zeros((1, packets.THING_WIDTH), np.float32),
    )
    rows[0, [2, 4, 5, 6, 22]] = 0.5, 0.4, 0.4, 0.4, 0.4
    rows[0, [8, 12, 16]] = 1
    things[0, [1, 3, 5, 6]] = 1, 0.5, 0.4, 1
    n = 64
    eye, way = np.zeros((3, n), np.float32), np.zeros((3, n), np.float32)
    eye[1], eye[2] = 0.5, 3
    way[0], way[1], way[2] = np.linspace(-0.2, 0.2, n), np.linspace(-0.15, 0.1, n), -1
    way /= np.linalg.norm(way, axis=0)
    far, none = np.full(n, 3 - 0.2, np.float32), np.full(n, -1, np.int32)
    hits = [who.nearest(rows, things, eye, way, far, none) for who in (kernels, sys.modules[__name__])]
    t, thing = hits[0][:2]
    point, on = eye + way * t, np.flatnonzero(thing == 0)
    found: list[F32] = []
    for who, shaded in ((kernels, occlusion), (sys.modules[__name__], sys.modules[__name__])):
        normal = who.normals(rows, things, point, thing, np.float32(1e-3))
        sky = np.ones(n, np.float32)
        who.openness(
            rows,
            things,
            point,
            np.ascontiguousarray(normal.T),
            thing < 0,
            on,
            np.full(2, 0.2, np.float32),
            sky,
        )
        light = shaded.shade_light(rows, things, point, -way[[2, 1, 0]], far, np.float32(4))
        found.append(np.concatenate([normal, sky[None], light[None]]))
    same = np.array_equal(thing, hits[1][1]) and np.abs(t - hits[1][0]).max() < 1e-3
    return bool(same and np.abs(found[0] - found[1]).max() < 5e-3 and 0 < len(on) < n)


def nearest(
    prims: F32, things: F32, origin: F32, direction: F32, far: F32, skip: I32
) -> tuple[F32, I32, I32]:
    """As `kernels.nearest`. PlanError where a thing has more than MOST primitives."""
    n = origin.shape[1]
    out = np.empty(n, np.float32), np.empty(n, np.int32), np.empty(n, np.int32)
    _run("nearest", things, (prims, things, origin, direction, far, skip), out)
    return out


def normals(prims: F32, things: F32, point: F32, owner: I32, epsilon: np.float32) -> F32:
    """As `kernels.normals`."""
    out = np.empty(point.shape, np.float32)
    _run("normals", things, (prims, things, point, owner, np.float32(epsilon)), (out,))
    return out


def openness(
    prims: F32, things: F32, point: F32, normal: F32, grounded: npt.NDArray[np.bool_], index: Index, taps: F32,
    out: F32,
) -> None:  # fmt: skip
    """As `kernels.openness`, of at most TAPS taps."""
    if len(taps) > TAPS:
        raise PlanError(f"taps: expected at most {TAPS} on an accelerator, got {len(taps)}")
    made = np.empty(len(index), np.float32)
    given = np.ascontiguousarray(point[:, index]), np.ascontiguousarray(normal[index].T)
    _run("openness", things, (prims, things, *given, grounded[index].astype(np.float32), taps), (made,))
    out[index] = made


def shade_light(prims: F32, things: F32, origin: F32, direction: F32, far: F32, sharpness: np.float32) -> F32:
    """As `occlusion.shade_light`."""
    out = np.empty(origin.shape[1], np.float32)
    _run("shade_light", things, (prims, things, origin, direction, far, np.float32(sharpness)), (out,))
    return out


def _run(name: str, things: F32, given: Sequence[Any], out: Sequence[npt.NDArray[Any]]) -> None:
    """Runs an entry, a thread for each of the last axis of `out`, into which its answers are copied."""
    most = int((things[:, 1] - things[:, 0]).max(initial=0))
    if most > MOST:
        raise PlanError(f"things: expected at most {MOST} primitives each on an accelerator, got {most}")
    n = out[0].shape[-1]
    if not n:
        return
    sent = [cuda.to_device(np.ascontiguousarray(a)) if isinstance(a, np.ndarray) else a for a in given]
    made: list[Any] = [cuda.device_array_like(a) for a in out]
    _compiled(name)[(n + THREADS - 1) // THREADS, THREADS](*sent, *made)
    for here, there in zip(out, made, strict=True):
        there.copy_to_host(here)


@lru_cache(maxsize=1)
def functions() -> dict[str, Any]:
    """The packet functions as CUDA device functions of one lane, by name."""
    made: dict[str, Any] = {"LANES": 1}
    for function in _SOURCE:
        plain = function.py_func
        own = FunctionType(plain.__code__, {**plain.__globals__, **made}, plain.__name__)
        made[plain.__name__] = cuda.jit(device=True, fastmath=True)(own)
    return made


@lru_cache(maxsize=4)
def _compiled(name: str) -> Any:
    return cuda.jit(fastmath=True)(entry(name))


def entry(name: str) -> FunctionType:
    """The function that a thread of an accelerator runs, its callees compiled for CUDA, itself not compiled yet."""
    return FunctionType(ENTRIES[name].__code__, {**globals(), **functions()}, name)


@no_type_check  # compiled, like those below
def _nearest(  # noqa: PLR0913, PLR0917 -- rays, the world, and what comes of them
    prims, things, origin, direction, far, skip, t, thing, slot
):
    i = cuda.grid(1)
    if i >= t.shape[0]:
        return
    o, d = cuda.local.array(_THREE, float32), cuda.local.array(_THREE, float32)
    work, off = cuda.local.array(_WORK, float32), cuda.local.array(_OFF, float32)
    kept = cuda.local.array(MOST, int32)
    for axis in range(3):
        o[axis, 0], d[axis, 0] = origin[axis, i], direction[axis, i]
    t[i], thing[i], slot[i] = far[i], -1, 0
    one = slice(i, i + 1)
    meet(prims, things, o, d, t[one], skip[one], thing[one], slot[one], kept, off, work)


@no_type_check
def _normals(prims, things, point, owner, epsilon, out):
    i = cuda.grid(1)
    if i >= out.shape[1]:
        return
    p, unit, there = (
        cuda.local.array(_THREE, float32),
        cuda.local.array(_THREE, float32),
        cuda.local.array(_ONE, float32),
    )
    work, off = cuda.local.array(_WORK, float32), cuda.local.array(_OFF, float32)
    kept = cuda.local.array(MOST, int32)
    for axis in range(3):
        p[axis, 0], unit[axis, 0] = point[axis, i], float32(0)
    k = owner[i]
    if k >= 0:
        there[0, 0] = float32(1)
        outward(prims, int(things[k, 0]), int(things[k, 1]), p, there[0], epsilon, unit, kept, off, work)
    for axis in range(3):
        out[axis, i] = unit[axis, 0]


@no_type_check
def _openness(prims, things, point, normal, grounded, taps, out):
    i = cuda.grid(1)
    if i >= out.shape[0]:
        return
    p, m = cuda.local.array(_THREE, float32), cuda.local.array(_THREE, float32)
    work, off = cuda.local.array(_WORK, float32), cuda.local.array(_OFF, float32)
    kept, free = cuda.local.array(MOST, int32), cuda.local.array(_TAPS, float32)
    for axis in range(3):
        p[axis, 0], m[axis, 0] = point[axis, i], normal[axis, i]
    one = slice(i, i + 1)
    opened(prims, things, p, m, grounded[one], taps, free, out[one], kept, off, work)


@no_type_check
def _shade_light(prims, things, origin, direction, far, sharpness, seen):
    i = cuda.grid(1)
    if i >= seen.shape[0]:
        return
    o, d = cuda.local.array(_THREE, float32), cuda.local.array(_THREE, float32)
    work, off = cuda.local.array(_WORK, float32), cuda.local.array(_OFF, float32)
    kept = cuda.local.array(MOST, int32)
    for axis in range(3):
        o[axis, 0], d[axis, 0] = origin[axis, i], direction[axis, i]
    one = slice(i, i + 1)
    shadow(prims, things, o, d, far[one], sharpness, seen[one], kept, off, work)


ENTRIES = {
    "nearest": _nearest,
    "normals": _normals,
    "openness": _openness,
    "shade_light": _shade_light,
}
