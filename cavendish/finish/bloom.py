"""Bloom: a small share of the light is spread wide, as glass and film do, and none is lost."""

import numpy as np
from jaxtyping import Float32
from scipy.ndimage import gaussian_filter1d

Linear = Float32[np.ndarray, "h w 3"]

_COARSE = 192  # the spread light has no detail finer than this many samples along the longer side


def bloom(linear: Linear, share: float, width: float) -> Linear:
    """(1 − share) · x + share · (x under a Gaussian of `width`, a fraction of the longer side).

    Means are kept, a constant stays constant, and share 0 changes nothing.
    """
    if share <= 0:
        return linear
    height, wide = linear.shape[:2]
    step = max(1, max(height, wide) // _COARSE)
    coarse = _shrunk(_shrunk(linear, step, 0), step, 1)
    for axis in (0, 1):
        coarse = gaussian_filter1d(coarse, width * max(height, wide) / step, axis=axis, mode="nearest")
    veil = _grown(_grown(coarse, step, 0, height), step, 1, wide)
    return ((1 - share) * linear + share * veil).astype(np.float32)


def _shrunk(x: np.ndarray, step: int, axis: int) -> np.ndarray:
    """Means of runs of `step` along an axis; a last short run is filled with its edge."""
    pad = [(0, 0)] * x.ndim
    pad[axis] = (0, -x.shape[axis] % step)
    x = np.pad(x, pad, mode="edge")
    shape = (*x.shape[:axis], x.shape[axis] // step, step, *x.shape[axis + 1 :])
    return x.reshape(shape).mean(axis + 1)


def _grown(x: np.ndarray, step: int, axis: int, length: int) -> np.ndarray:
    """Straight lines between the middles of runs of `step`, `length` samples long."""
    at = np.clip((np.arange(length) + 0.5) / step - 0.5, 0, x.shape[axis] - 1)
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, x.shape[axis] - 1)
    part = (at - low).astype(np.float32).reshape([-1 if i == axis else 1 for i in range(x.ndim)])
    return np.take(x, low, axis) * (1 - part) + np.take(x, high, axis) * part
