"""Who meets a stage's rays: the cores, sixteen rays abreast, or an accelerator, a ray a thread, once a process asks.

All that a picture and its guides find out by walking goes through here; what it means to them is found by the cores.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from cavendish.errors import RequestError
from cavendish.world import kernels, occlusion

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]
Where = Literal["cpu", "cuda"]


class _Cores:
    nearest = staticmethod(kernels.nearest)
    normals = staticmethod(kernels.normals)
    openness = staticmethod(kernels.openness)
    shade_light = staticmethod(occlusion.shade_light)


_who: Any = _Cores


def missing() -> str:
    """Why no accelerator meets rays here; empty where one does. Compiles, so not at once."""
    from cavendish.world import device

    return device.missing()


@contextmanager
def met_by(where: Where) -> Generator[None]:
    """Inside, all rays of this process are met there. RequestError where that cannot be."""
    global _who  # noqa: PLW0603 -- one accelerator, one process that keeps it busy
    before = _who
    if where == "cuda":
        from cavendish.world import device

        if why := device.missing():
            raise RequestError(f"rays: expected an NVIDIA accelerator, got none ({why})", hint="--device cpu")
        _who = device
    else:
        _who = _Cores
    try:
        yield
    finally:
        _who = before


def nearest(
    prims: F32, things: F32, origin: F32, direction: F32, far: F32, skip: I32
) -> tuple[F32, I32, I32]:
    """First hit of every ray: see `kernels.nearest`."""
    found: tuple[F32, I32, I32] = _who.nearest(prims, things, origin, direction, far, skip)
    return found


def normals(prims: F32, things: F32, point: F32, owner: I32, epsilon: np.float32) -> F32:
    """Unit outward normals: see `kernels.normals`."""
    found: F32 = _who.normals(prims, things, point, owner, epsilon)
    return found


def openness(
    prims: F32, things: F32, point: F32, normal: F32, grounded: npt.NDArray[np.bool_], index: Index, taps: F32,
    out: F32,
) -> None:  # fmt: skip
    """How open to the sky points are: see `kernels.openness`."""
    _who.openness(prims, things, point, normal, grounded, index, taps, out)


def shade_light(prims: F32, things: F32, origin: F32, direction: F32, far: F32, sharpness: np.float32) -> F32:
    """The share of a light that reaches points: see `occlusion.shade_light`."""
    found: F32 = _who.shade_light(prims, things, origin, direction, far, sharpness)
    return found
