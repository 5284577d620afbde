"""Measures of shapes on grids, for their tests: bounds, pieces, and how far from mirror-symmetric."""

import functools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage  # pyright: ignore[reportMissingTypeStubs] -- scipy has none

from cavendish.world.field import box_around
from cavendish.world.physics import Body
from cavendish.world.shapes.base import Prim, Shape

Array = npt.NDArray[np.float64]
_BLOCK = 4


@dataclass(frozen=True, eq=False)
class Grid:
    """Signed distances [nx ny nz] on a grid symmetric about x = 0, its first corner [3] and spacing."""

    values: Array
    low: Array
    step: float

    @property
    def inside(self) -> npt.NDArray[np.bool_]:
        """Which points lie inside the thing."""
        return self.values < 0


def distance(prims: tuple[Prim, ...], points: Array) -> Array:
    """What cavendish.world.field says, to single precision, by the kernels that are held to it for every shape."""
    return Body("", None, np.eye(3), np.zeros(3), 1.0, own=Shape("", prims, {})).distance(points)


@functools.lru_cache(maxsize=256)
def sampled(prims: tuple[Prim, ...], cells: int = 44) -> Array:
    """Points of the surface, as cavendish.world.field.surface spreads them, to a few ten-thousandths of its size."""
    low, high = box_around(prims)
    size = float((high - low).max())
    coarse = 3 * size / cells
    points = low + coarse * (_lattice(np.ceil((high - low) / coarse).astype(int) + 2) - 0.5)
    points = points[np.abs(distance(prims, points)) < 1.5 * coarse]
    points = (points[:, None] + coarse / 3 * (_lattice(np.full(3, 3)) - 1)).reshape(-1, 3)
    points = points[np.abs(distance(prims, points)) < 0.3 * coarse]
    for _ in range(4):
        points = points - distance(prims, points)[:, None] * _uphill(prims, points, 1e-3 * size)
    return points[np.abs(distance(prims, points)) < 3e-4 * size]


def _uphill(prims: tuple[Prim, ...], points: Array, step: float) -> Array:
    # The unit gradient, by differences along four corners of a cube.
    corners = np.array([(1.0, -1.0, 1.0), (-1.0, -1.0, -1.0), (-1.0, 1.0, 1.0), (1.0, 1.0, -1.0)])
    total = sum(corner * distance(prims, points + step * corner)[:, None] for corner in corners)
    return total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)


@functools.lru_cache(maxsize=64)
def grid(prims: tuple[Prim, ...], cells: int = 72) -> Grid:
    """The thing's field, exact near its surface; further off only the sign is sure."""
    low, high = box_around(prims)
    low[0], high[0] = -max(-low[0], high[0]), max(-low[0], high[0])
    step = float((high - low).max()) / cells
    blocks = (np.ceil((high - low) / step / _BLOCK) + 1).astype(int)
    counts = blocks * _BLOCK
    low = (low + high) / 2 - step * (counts - 1) / 2
    middles = low + step * (_BLOCK * _lattice(blocks) + (_BLOCK - 1) / 2)
    coarse = distance(prims, middles)
    near = np.abs(coarse) < 1.5 * step * _BLOCK * np.sqrt(3) / 2
    fine = np.repeat(coarse[:, None], _BLOCK**3, axis=1)
    offsets = step * (_lattice(np.full(3, _BLOCK)) - (_BLOCK - 1) / 2)
    points = (middles[near][:, None] + offsets).reshape(-1, 3)
    fine[near] = distance(prims, points).reshape(-1, _BLOCK**3)
    shape = (*blocks, _BLOCK, _BLOCK, _BLOCK)
    return Grid(fine.reshape(shape).transpose(0, 3, 1, 4, 2, 5).reshape(counts), low, step)


def pieces(of: Grid, smallest: int = 4) -> int:
    """How many separate bodies there are, specks of fewer than `smallest` grid points aside."""
    labels, count = ndimage.label(of.inside, np.ones((3, 3, 3)))  # pyright: ignore[reportGeneralTypeIssues] -- scipy is untyped
    sizes = np.bincount(np.asarray(labels).ravel(), minlength=int(count) + 1)[1:]
    return int((sizes >= smallest).sum())


def lopsided(of: Grid) -> float:
    """The share of the inside whose mirror image in x = 0 is outside."""
    inside = of.inside
    return float((inside & ~inside[::-1]).sum() / inside.sum())


def bounds(of: Grid) -> tuple[Array, Array]:
    """The thing's own box (low, high): the outermost zero crossing of all grid lines along each axis."""
    ends = [
        (_first(np.moveaxis(of.values, i, 0)), _first(np.moveaxis(of.values, i, 0)[::-1])) for i in range(3)
    ]
    top = of.low + of.step * (np.array(of.values.shape) - 1)
    first, last = np.array([e[0] for e in ends]), np.array([e[1] for e in ends])
    return of.low + of.step * first, top - of.step * last


def _first(values: Array) -> float:
    # Where, in grid steps along the first axis, the earliest line enters the thing.
    entry = (values < 0).argmax(axis=0)
    lines = np.argwhere((values < 0).any(axis=0) & (entry > 0))
    at = entry[lines[:, 0], lines[:, 1]]
    inner = -values[at, lines[:, 0], lines[:, 1]]
    outer = np.maximum(values[at - 1, lines[:, 0], lines[:, 1]], 1e-12)
    return float((at - inner / (inner + outer)).min())


def _lattice(counts: npt.NDArray[np.int64]) -> Array:
    return np.stack(np.meshgrid(*[np.arange(float(n)) for n in counts], indexing="ij"), axis=-1).reshape(
        -1, 3
    )
