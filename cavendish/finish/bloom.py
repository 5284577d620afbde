"""Bloom and halation: a share of the light is spread wide, as glass does, and bright parts glow, as film does."""

import numpy as np
from jaxtyping import Float32
from scipy.ndimage import gaussian_filter1d

Linear = Float32[np.ndarray, "h w 3"]
Layers = Float32[np.ndarray, "h w c"]
Rgb = tuple[float, float, float]

_FINE = 2.0  # samples to a standard deviation: spread light has no finer detail
_BRIGHT = (0.45, 0.95)  # light below the first does not glow, above the second it glows whole


def bloom(linear: Linear, share: float, width: float) -> Linear:
    """(1 − share) · x + share · (x under a Gaussian of `width`, a fraction of the longer side).

    Means are kept, a constant stays constant, and share 0 changes nothing.
    """
    if share <= 0:
        return linear
    return ((1 - share) * linear + share * spread(linear, width)).astype(np.float32)


def halation(linear: Linear, share: Rgb, width: float) -> Linear:
    """The picture with the light that came back from the film's base round bright parts, by channel.

    Light is only added, and none where all is equally bright: x + share · max(spread(b) − b, 0), b what is bright
    of x. Half is spread by `width` (a fraction of the longer side), half three times as wide.
    """
    if not any(share):
        return linear
    low, high = _BRIGHT
    lit = np.clip((linear.max(-1, keepdims=True) - low) / (high - low), 0.0, 1.0)
    bright = linear * (lit * lit)
    back = 0.5 * spread(bright, width) + 0.5 * spread(bright, 3 * width) - bright
    return (linear + np.asarray(share, np.float32) * np.maximum(back, 0.0)).astype(np.float32)


def spread(linear: Layers, width: float) -> Layers:
    """The picture under a Gaussian of `width`, a fraction of the longer side."""
    height, wide = linear.shape[:2]
    sigma = width * max(height, wide)
    step = max(1, int(sigma / _FINE))
    coarse = _shrunk(_shrunk(linear, step, 0), step, 1)
    for axis in (0, 1):
        coarse = gaussian_filter1d(coarse, sigma / step, axis=axis, mode="nearest", truncate=3.0)
    return _grown(_grown(coarse, step, 0, height), step, 1, wide)


def _shrunk(x: np.ndarray, step: int, axis: int) -> np.ndarray:
    """Means of runs of `step` along an axis; a last short run is filled with its edge."""
    pad = [(0, 0)] * x.ndim
    pad[axis] = (0, -x.shape[axis] % step)
    x = np.pad(x, pad, mode="edge")
    shape = (*x.shape[:axis], x.shape[axis] // step, step, *x.shape[axis + 1 :])
    return x.reshape(shape).mean(axis + 1)


def _grown(x: np.ndarray, step: int, axis: int, length: int) -> np.ndarray:
    """Straight lines between the middles of runs of `step`, `length` samples long."""
    if step == 1:
        return x
    at = np.clip((np.arange(length) + 0.5) / step - 0.5, 0, x.shape[axis] - 1)
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, x.shape[axis] - 1)
    part = (at - low).astype(np.float32).reshape([-1 if i == axis else 1 for i in range(x.ndim)])
    return np.take(x, low, axis) * (1 - part) + np.take(x, high, axis) * part
