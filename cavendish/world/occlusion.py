"""What stands in a light's way: soft shadows of things, packets of rays shared out over the cores."""

import numpy as np
import numpy.typing as npt
from numba import njit, prange

from cavendish.world.kernels import BLOCK, load
from cavendish.world.packets import LANES
from cavendish.world.walks import ROOM, shadow

F32 = npt.NDArray[np.float32]


@njit(fastmath=True, error_model="numpy", cache=True, parallel=True)
def shade_light(prims: F32, things: F32, origin: F32, direction: F32, far: F32, sharpness: np.float32) -> F32:
    """The share of a light along `direction` (3, n) that reaches each point (n).

    `sharpness` is 1 / tan(angular radius of the light): the penumbra is triangulated between steps.
    """
    n = origin.shape[1]
    seen_out = np.empty(n, np.float32)
    packets = (n + LANES - 1) // LANES
    for block in prange((packets + BLOCK - 1) // BLOCK):
        ray = np.empty((8, LANES), np.float32)
        o, d, stop, seen = ray[0:3], ray[3:6], ray[6], ray[7]
        kept, off = np.empty(prims.shape[0], np.int32), np.empty((prims.shape[0] + 1, LANES), np.float32)
        work = np.empty((ROOM, LANES), np.float32)
        for packet in range(block * BLOCK, min(packets, block * BLOCK + BLOCK)):
            first = packet * LANES
            count = min(LANES, n - first)
            for axis in range(3):
                load(origin[axis], first, count, o[axis])
                load(direction[axis], first, count, d[axis])
            load(far, first, count, stop)
            shadow(prims, things, o, d, stop, sharpness, seen, kept, off, work)
            for i in range(count):
                seen_out[first + i] = seen[i]
    return seen_out
