"""Reference distance fields in NumPy: the primitives' meaning written plainly, for tests of shapes."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import ndimage  # pyright: ignore[reportMissingTypeStubs]

from cavendish.world.shapes.base import BOX, CAPSULE, CONE, CYLINDER, ELLIPSOID, Prim, rotation

Array = npt.NDArray[np.float64]


def local(prim: Prim, points: Array) -> Array:
    """World points [n 3] in the primitive's own frame."""
    return (points - np.array(prim.center)) @ np.array(rotation(prim.turn))


def _ellipsoid(p: Array, prim: Prim) -> Array:
    radii = np.array(prim.dims)
    k0 = np.linalg.norm(p / radii, axis=1)
    k1 = np.linalg.norm(p / radii**2, axis=1)
    return np.where(k1 > 1e-6, k0 * (k0 - 1) / np.maximum(k1, 1e-9), -radii.min())


def _box(p: Array, prim: Prim) -> Array:
    q = np.abs(p) - np.array(prim.dims) + prim.round
    return np.linalg.norm(np.maximum(q, 0), axis=1) + np.minimum(q.max(axis=1), 0) - prim.round


def _cylinder(p: Array, prim: Prim) -> Array:
    radius, half, _ = prim.dims
    q = np.stack([np.hypot(p[:, 0], p[:, 2]) - radius, np.abs(p[:, 1]) - half], axis=1) + prim.round
    return np.linalg.norm(np.maximum(q, 0), axis=1) + np.minimum(q.max(axis=1), 0) - prim.round


def _capsule(p: Array, prim: Prim) -> Array:
    bottom, half, top = prim.dims
    lean = np.clip((bottom - top) / (2 * half), -0.999, 0.999)
    along = np.sqrt(1 - lean * lean)
    u, v = np.hypot(p[:, 0], p[:, 2]), p[:, 1] + half
    side = v * along - u * lean
    low, high = np.hypot(u, v) - bottom, np.hypot(u, v - 2 * half) - top
    return np.where(side < 0, low, np.where(side > along * 2 * half, high, u * along + v * lean - bottom))


def _cone(p: Array, prim: Prim) -> Array:
    r1, half, r2 = prim.dims[0] - prim.round, prim.dims[1] - prim.round, prim.dims[2] - prim.round
    u, v = np.hypot(p[:, 0], p[:, 2]), p[:, 1]
    ax, ay = u - np.minimum(u, np.where(v < 0, r1, r2)), np.abs(v) - half
    kx, ky = r2 - r1, 2 * half
    t = np.clip(((r2 - u) * kx + (half - v) * ky) / (kx * kx + ky * ky), 0, 1)
    bx, by = u - r2 + kx * t, v - half + ky * t
    sign = np.where((bx < 0) & (ay < 0), -1.0, 1.0)
    return sign * np.sqrt(np.minimum(ax * ax + ay * ay, bx * bx + by * by)) - prim.round


def _torus(p: Array, prim: Prim) -> Array:
    ring, tube, taper = prim.dims
    half = np.radians(prim.arc) / 2
    angle = np.arctan2(p[:, 2], p[:, 0])
    near = np.clip(angle, -half, half)
    share = np.abs(near) / half if prim.arc < 359.9 else np.zeros_like(near)
    d = np.stack([p[:, 0] - ring * np.cos(near), p[:, 1], p[:, 2] - ring * np.sin(near)], axis=1)
    return np.linalg.norm(d, axis=1) - tube * (1 - taper * share**2)


def prim_distance(prim: Prim, points: Array) -> Array:
    """Signed distance [n] of one primitive at world points [n 3]."""
    shapes = {ELLIPSOID: _ellipsoid, BOX: _box, CYLINDER: _cylinder, CAPSULE: _capsule, CONE: _cone}
    d = shapes.get(prim.type, _torus)(local(prim, points), prim)
    return np.abs(d) - prim.shell if prim.shell > 0 else d


def distance(prims: Sequence[Prim], points: Array) -> Array:
    """Signed distance [n] of a thing at points [n 3], the operations applied in order."""
    total = np.full(len(points), 1e9)
    for prim in prims:
        d = prim_distance(prim, points)
        k = prim.blend
        soft = np.maximum(k - np.abs(total - (-d if prim.op == "subtract" else d)), 0) if k > 0 else 0.0
        # Blends of subtraction and intersection are hard in the kernels.
        if prim.op == "union":
            total = np.minimum(total, d) - (soft**2 / (4 * k) if k > 0 else 0.0)
        else:
            total = np.maximum(total, -d if prim.op == "subtract" else d)
    return total


def reach(prim: Prim) -> float:
    """Radius of a sphere round the primitive's centre that holds all of it."""
    a, b, c = prim.dims
    if prim.type == ELLIPSOID:
        r = max(a, b, c)
    elif prim.type == BOX:
        r = float(np.linalg.norm(prim.dims))
    elif prim.type == CAPSULE:
        r = b + max(a, c)
    elif prim.type in (CYLINDER, CONE):
        r = float(np.hypot(max(a, c), b))
    else:
        r = a + b
    return r + prim.shell


def extent(prims: Sequence[Prim]) -> tuple[Array, Array]:
    """A box (low, high) that surely holds the thing."""
    solid = [p for p in prims if p.op == "union"]
    centers, radii = np.array([p.center for p in solid]), np.array([[reach(p)] for p in solid])
    return (centers - radii).min(axis=0), (centers + radii).max(axis=0)


def voxels(prims: Sequence[Prim], cells: int = 72) -> tuple[npt.NDArray[np.bool_], Array, float]:
    """Which points of a cubic grid lie inside: (inside [nx ny nz], corner [3], spacing), symmetric about x = 0."""
    low, high = extent(prims)
    low[0], high[0] = -max(-low[0], high[0]), max(-low[0], high[0])
    step = float((high - low).max()) / cells
    counts = np.ceil((high - low) / step).astype(int) + 1
    low[0] = -step * (counts[0] - 1) / 2
    axes = [low[i] + step * np.arange(counts[i]) for i in range(3)]
    points = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    return (distance(prims, points) < 0).reshape(counts[0], counts[1], counts[2]), low, step


def pieces(inside: npt.NDArray[np.bool_], smallest: int = 4) -> int:
    """How many separate bodies the voxels form, specks of fewer than `smallest` voxels aside."""
    labels, count = ndimage.label(inside, np.ones((3, 3, 3)))  # pyright: ignore[reportGeneralTypeIssues]
    sizes = np.bincount(np.asarray(labels).ravel(), minlength=int(count) + 1)[1:]
    return int((sizes >= smallest).sum())


def bounds(prims: Sequence[Prim], cells: int = 72) -> tuple[Array, Array]:
    """The thing's own box (low, high), to a tenth of a grid step: the outermost zero crossing along each axis."""
    inside, low, step = voxels(prims, cells)
    index = np.argwhere(inside)
    first, last = low + step * index.min(axis=0), low + step * index.max(axis=0)
    a, b = first.copy(), last.copy()
    for axis in range(3):
        a[axis] = _outermost(prims, first - step, last + step, axis, first[axis], -step)
        b[axis] = _outermost(prims, first - step, last + step, axis, last[axis], step)
    return a, b


def _outermost(prims: Sequence[Prim], low: Array, high: Array, axis: int, start: float, step: float) -> float:
    # Slices a tenth of a step apart, outwards from the last one known to be inside; the first empty one ends it.
    others = [i for i in range(3) if i != axis]
    grids = [np.arange(low[i], high[i], abs(step) / 2) for i in others]
    flat = np.stack(np.meshgrid(*grids, indexing="ij"), axis=-1).reshape(-1, 2)
    points = np.empty((len(flat), 3))
    points[:, others] = flat
    best = start
    for k in range(1, 11):
        points[:, axis] = start + step * k / 10
        if not (distance(prims, points) < 0).any():
            break
        best = start + step * k / 10
    return best
