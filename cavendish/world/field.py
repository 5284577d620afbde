"""What primitives mean, written plainly: signed distances in NumPy, a thing's surface, its lowest point.

Points are `[n 3]` in the thing's own frame, distances `[n]` in its unit, negative inside. Distances of
ellipsoids and of tapered arcs are first-order; all others are exact outside. Source: Quilez, "distance
functions" (2023).
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cavendish.world.shapes.base import BOX, CAPSULE, CONE, CYLINDER, ELLIPSOID, TORUS, Prim, Vec3, rotation

Floats = NDArray[np.float64]
Measure = Callable[[Sequence[Prim], Floats], Floats]
"""What says distances: `distance` here, or kernels that say the same to single precision."""
_FULL = 359.8  # an arc of this many degrees or more is a whole ring
_CORNERS = np.array([(1.0, -1.0, 1.0), (-1.0, -1.0, -1.0), (-1.0, 1.0, 1.0), (1.0, 1.0, -1.0)])


def distance(prims: Sequence[Prim], points: Floats) -> Floats:
    """Signed distance of the whole thing: its operations in the order they are written."""
    total = np.full(len(points), 1e9)
    for prim in prims:
        d = primitive(prim, points)
        if prim.op == "subtract":
            total = np.maximum(total, -d)
        elif prim.op == "intersect":
            total = np.maximum(total, d)
        elif prim.blend > 0:
            near = np.maximum(prim.blend - np.abs(total - d), 0.0)
            total = np.minimum(total, d) - near * near / (4 * prim.blend)
        else:
            total = np.minimum(total, d)
    return total


def primitive(prim: Prim, points: Floats) -> Floats:
    """Signed distance of one primitive, hollowed when it has a shell."""
    local = (points - np.asarray(prim.center)) @ _matrix(prim.turn)
    d = _FORMS[prim.type](prim, local)
    return np.abs(d) - prim.shell if prim.shell > 0 else d


@lru_cache(maxsize=1024)
def _matrix(turn: Vec3) -> Floats:
    return np.asarray(rotation(turn))


def gradient(prims: Sequence[Prim], points: Floats, step: float = 1e-4, of: Measure = distance) -> Floats:
    """Unit outward direction of the distance at each point, by tetrahedron differences."""
    around = (points + step * _CORNERS[:, None]).reshape(-1, 3)  # all at once: few points cost what one does
    total = of(prims, around).reshape(len(_CORNERS), -1).T @ _CORNERS
    return total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)


def surface(prims: Sequence[Prim], cells: int = 36, of: Measure = distance) -> Floats:
    """Points evenly spread over the surface, about one for each cell it crosses of a grid `cells` long."""
    low, high = box_around(prims)
    size = float((high - low).max())
    coarse = size / (cells / 3)
    points = _grid(low, high, coarse)
    points = points[np.abs(of(prims, points)) < 1.5 * coarse]
    fine = coarse / 3
    offsets = fine * (np.stack(np.meshgrid(*[[-1.0, 0.0, 1.0]] * 3), -1).reshape(-1, 3))
    points = (points[:, None] + offsets).reshape(-1, 3)
    d = of(prims, points)
    points = points[np.abs(d) < 0.9 * fine]
    points = project(prims, points, of=of)
    return points[np.abs(of(prims, points)) < 1e-4 * size]


def project(prims: Sequence[Prim], points: Floats, rounds: int = 5, of: Measure = distance) -> Floats:
    """The points moved onto the surface along the distance's gradient."""
    for _ in range(rounds):
        points = points - of(prims, points)[:, None] * gradient(prims, points, _step(of), of)
    return points


def lowest(
    prims: Sequence[Prim], turn: Floats | None = None, points: Floats | None = None, of: Measure = distance
) -> float:
    """Height of the lowest surface point once turned local to world by `turn`; `points` are its surface's."""
    points = surface(prims, of=of) if points is None else points
    down = -np.array([0.0, 1.0, 0.0]) if turn is None else -turn[1]
    heights = -(points @ down)
    size = float(np.ptp(points, axis=0).max())
    best = points[np.argsort(heights)[:48]]
    height = -(best @ down)
    step = np.full(len(best), size / 40)
    for _ in range(24):
        normal = gradient(prims, best, _step(of), of)
        slide = down - (normal @ down)[:, None] * normal
        trial = project(prims, best + step[:, None] * slide, 2, of)
        new = -(trial @ down)
        good = (new < height) & (np.abs(of(prims, trial)) < 1e-4 * size)
        best, height = np.where(good[:, None], trial, best), np.where(good, new, height)
        step = np.where(good, step, step / 2)
    return float(height.min())


def _step(of: Measure) -> float:
    """How far apart a gradient's points are: wider where single precision says distances."""
    return 1e-4 if of is distance else 1e-3


def box_around(prims: Sequence[Prim]) -> tuple[Floats, Floats]:
    """Corners of a box that surely holds the thing."""
    corners = [
        (np.asarray(p.center) - _reach(p), np.asarray(p.center) + _reach(p)) for p in prims if p.op == "union"
    ]
    widest = max((p.blend for p in prims), default=0.0) / 4
    return np.min([c[0] for c in corners], axis=0) - widest, np.max([c[1] for c in corners], axis=0) + widest


def _reach(p: Prim) -> Floats:
    """Half sides of an outer-frame box round a primitive's own box."""
    a, b, c = p.dims
    half = {
        CYLINDER: (a, b, a),
        CONE: (max(a, c), b, max(a, c)),
        CAPSULE: (max(a, c), b + max(a, c), max(a, c)),
        TORUS: (a + b, b, a + b),
    }.get(p.type, p.dims)
    return np.abs(np.asarray(rotation(p.turn))) @ np.asarray(half) + p.shell


def _grid(low: Floats, high: Floats, step: float) -> Floats:
    axes = [np.arange(a - step / 2, b + step, step) for a, b in zip(low, high, strict=True)]
    return np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)


def _corner(q: Floats) -> Floats:
    """Distance from overshoots `[n k]` beyond k faces that meet at right angles."""
    return np.linalg.norm(np.maximum(q, 0.0), axis=1) + np.minimum(q.max(axis=1), 0.0)


def _ellipsoid(prim: Prim, p: Floats) -> Floats:
    radii = np.asarray(prim.dims)
    k0, k1 = np.linalg.norm(p / radii, axis=1), np.linalg.norm(p / radii**2, axis=1)
    return np.where(k1 > 1e-6, k0 * (k0 - 1.0) / (k1 + 1e-9), -radii.min())


def _box(prim: Prim, p: Floats) -> Floats:
    return _corner(np.abs(p) - np.asarray(prim.dims) + prim.round) - prim.round


def _cylinder(prim: Prim, p: Floats) -> Floats:
    out = np.stack((np.hypot(p[:, 0], p[:, 2]) - prim.dims[0], np.abs(p[:, 1]) - prim.dims[1]), -1)
    return _corner(out + prim.round) - prim.round


def _capsule(prim: Prim, p: Floats) -> Floats:
    r1, half, r2 = prim.dims
    lean = float(np.clip((r1 - r2) / max(2 * half, 1e-9), -0.999, 0.999))
    along = float(np.sqrt(1.0 - lean * lean))
    u, v = np.hypot(p[:, 0], p[:, 2]), p[:, 1] + half
    side = v * along - u * lean
    ends = np.where(side < 0, np.hypot(u, v) - r1, np.hypot(u, v - 2 * half) - r2)
    return np.where((side < 0) | (side > 2 * half * along), ends, u * along + v * lean - r1)


def _cone(prim: Prim, p: Floats) -> Floats:
    r1, half, r2 = (d - prim.round for d in prim.dims)
    u, v = np.hypot(p[:, 0], p[:, 2]), p[:, 1]
    cap = np.stack((np.maximum(u - np.where(v < 0, r1, r2), 0.0), np.abs(v) - half), -1)
    side = np.array([r2 - r1, 2 * half])
    from_top = np.stack((r2 - u, half - v), -1)
    t = np.clip(from_top @ side / max(float(side @ side), 1e-9), 0.0, 1.0)
    slant = np.stack((u - r2, v - half), -1) + t[:, None] * side
    inside = (slant[:, 0] < 0) & (cap[:, 1] < 0)
    d = np.sqrt(np.minimum((cap * cap).sum(-1), (slant * slant).sum(-1)))
    return np.where(inside, -d, d) - prim.round


def _torus(prim: Prim, p: Floats) -> Floats:
    ring, tube, taper = prim.dims
    if prim.arc >= _FULL:
        return np.hypot(np.hypot(p[:, 0], p[:, 2]) - ring, p[:, 1]) - tube
    half = np.radians(prim.arc / 2)
    near = np.clip(np.arctan2(p[:, 2], p[:, 0]), -half, half)
    center = np.stack((ring * np.cos(near), np.zeros_like(near), ring * np.sin(near)), -1)
    return np.linalg.norm(p - center, axis=1) - tube * (1.0 - taper * (near / half) ** 2)


_FORMS: dict[int, Callable[[Prim, Floats], Floats]] = {
    ELLIPSOID: _ellipsoid,
    BOX: _box,
    CYLINDER: _cylinder,
    CAPSULE: _capsule,
    CONE: _cone,
    TORUS: _torus,
}
