"""How alike two pictures are in structure, at several sizes: MS-SSIM.

Wang, Simoncelli and Bovik 2003, "Multiscale structural similarity for image quality assessment". Pictures are float32
(h, w, 3) in 0..1.
"""

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from cavendish.eval.measures import luminance

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
_WEIGHTS = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333)
_WINDOW, _DEVIATION = 11, 1.5
_C1, _C2 = 0.01**2, 0.03**2


def ms_ssim(a: F32, b: F32) -> float:
    """The similarity on luminance, 1 for equal pictures; fewer scales where the smallest would be under 11 pixels."""
    count = min(len(_WEIGHTS), 1 + int(np.log2(max(1.0, min(a.shape[:2]) / _WINDOW))))
    weights = np.array(_WEIGHTS[:count]) / sum(_WEIGHTS[:count])
    x, y = luminance(a).astype(np.float64), luminance(b).astype(np.float64)
    product = 1.0
    for scale, weight in enumerate(weights):
        light, structure = _compared(x, y)
        product *= max(structure * (light if scale == count - 1 else 1.0), 0.0) ** float(weight)
        x, y = _halved(x), _halved(y)
    return product


def pairwise(pictures: Sequence[F32]) -> float:
    """The mean MS-SSIM over all pairs; nan of fewer than two."""
    found = [ms_ssim(a, b) for a, b in itertools.combinations(pictures, 2)]
    return float(np.mean(found)) if found else float("nan")


def _compared(x: F64, y: F64) -> tuple[float, float]:
    """Mean luminance term, and mean contrast and structure term."""
    mx, my = _smooth(x), _smooth(y)
    vx, vy, both = _smooth(x * x) - mx * mx, _smooth(y * y) - my * my, _smooth(x * y) - mx * my
    light = (2 * mx * my + _C1) / (mx * mx + my * my + _C1)
    structure = (2 * both + _C2) / (vx + vy + _C2)
    return float((light * structure).mean() / max(float(structure.mean()), 1e-9)), float(structure.mean())


def _smooth(plane: F64) -> F64:
    return ndimage.gaussian_filter(plane, _DEVIATION, radius=_WINDOW // 2, mode="reflect")


def _halved(plane: F64) -> F64:
    h, w = plane.shape[0] // 2 * 2, plane.shape[1] // 2 * 2
    return plane[:h, :w].reshape(h // 2, 2, w // 2, 2).mean((1, 3))
