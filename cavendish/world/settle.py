"""Gravity, by MuJoCo: how a thing comes to rest on a plane or on what another's upper side looks like."""

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cavendish.world.field import Floats, Measure, box_around, distance, project
from cavendish.world.shapes.base import Prim

STEP = 0.004  # seconds
HULL = 240  # corners of a convex proxy at most
# Toys on cloth and wood: they grip, and what rolls comes to rest.
_FRICTION = "1.0 0.02 0.004"


@dataclass(frozen=True)
class Mass:
    """Where a thing of even density is heavy: its centre, and its inertia for a mass of one, `[3 3]`."""

    center: Floats
    inertia: Floats


@dataclass(frozen=True)
class Terrain:
    """Heights `[rows columns]` over a rectangle: columns go along x, rows along z, both rising; y is up."""

    heights: Floats
    low: tuple[float, float]
    high: tuple[float, float]


def nearest(
    distances: Sequence[Callable[[Floats], Floats]], surfaces: Sequence[Floats]
) -> Callable[[Floats], Floats]:
    """The distance of points `[n 3]` from the nearest of several solids, `[n]`.

    Each has a distance of its own and points of its surface `[k 3]`: one whose box is farther off than another's
    surface is not asked, so that a high stack costs little more than what is near its top.
    """
    boxes = [(points.min(axis=0), points.max(axis=0)) for points in surfaces]

    def least(points: Floats) -> Floats:
        out = np.full(len(points), np.inf)
        for own, (low, high) in zip(reversed(distances), reversed(boxes), strict=True):
            slack = 0.02 * float((high - low).max())
            away = np.linalg.norm(np.maximum(np.maximum(low - points, points - high), 0.0), axis=1) - slack
            near = np.flatnonzero((away < out) | (away <= 0.0))
            if len(near):
                out[near] = np.minimum(out[near], own(points[near]))
        return out

    return least


def available() -> bool:
    """Whether MuJoCo can be imported here."""
    return importlib.util.find_spec("mujoco") is not None


def mass_of(prims: Sequence[Prim], surface: Floats, cells: int = 40, of: Measure = distance) -> Mass:
    """The mass of a solid thing; thin shells, which the grid misses, weigh by their surface."""
    low, high = box_around(prims)
    step = float((high - low).max()) / cells
    axes = [np.arange(a + step / 2, b, step) for a, b in zip(low, high, strict=True)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)
    inside = grid[of(prims, grid) < 0]
    points = inside if len(inside) > 600 else surface
    center = points.mean(axis=0)
    arm = points - center
    spread = arm.T @ arm / len(points)
    return Mass(center, np.trace(spread) * np.eye(3) - spread)


def feet(prims: Sequence[Prim], points: Floats, of: Measure = distance) -> Floats:
    """The surface points, with nine times as many low down, where a thing meets what it stands on."""
    height, size = points[:, 1], float(np.ptp(points, axis=0).max())
    low = points[height < height.min() + 0.06 * size]
    near = np.stack(np.meshgrid(*[[-1.0, 0.0, 1.0]] * 3), -1).reshape(-1, 3) * size / 108
    more = project(prims, (low[:, None] + near).reshape(-1, 3), of=of)
    return np.concatenate((points, more[np.abs(of(prims, more)) < 1e-4 * size]))


def hull(points: Floats) -> Floats:
    """Corners of the points' convex hull, thinned to HULL of them; the extremes and what stands on the ground stay."""
    from scipy.spatial import ConvexHull

    corners = points[ConvexHull(points).vertices]
    if len(corners) <= HULL:
        return corners
    soles = np.flatnonzero(corners[:, 1] < corners[:, 1].min() + 1e-3 * float(np.ptp(points, axis=0).max()))
    chosen = [*corners.argmin(axis=0), *corners.argmax(axis=0)]
    chosen += _spread(corners[soles], soles, HULL // 3)
    gap = np.min(np.linalg.norm(corners[:, None] - corners[chosen], axis=-1), axis=1)
    while len(chosen) < HULL:
        far = int(gap.argmax())
        chosen.append(far)
        gap = np.minimum(gap, np.linalg.norm(corners - corners[far], axis=1))
    return corners[sorted({int(i) for i in chosen})]


def _spread(points: Floats, names: NDArray[np.int64], count: int) -> list[int]:
    """Names of at most `count` points, each the farthest from those before it."""
    gap = np.full(len(points), np.inf)
    out: list[int] = []
    while len(out) < min(count, len(points)):
        far = int(gap.argmax()) if out else 0
        out.append(int(names[far]))
        gap = np.minimum(gap, np.linalg.norm(points - points[far], axis=1))
    return out


def fall(
    points: Floats,
    mass: Mass,
    turn: Floats,
    origin: Floats,
    terrain: Terrain | None = None,
    seconds: float = 2.5,
) -> tuple[Floats, Floats]:
    """Rotation and origin of a body at the end of a fall onto the plane y = 0, or a terrain standing on it.

    `points` are its surface's and `mass` its mass, in its own frame and stage units; it starts at `turn` and
    `origin`. It stops early when it has lain still for a tenth of a second.
    """
    mujoco = import_module("mujoco")
    model: Any = mujoco.MjModel.from_xml_string(_world(points, mass, terrain))
    if terrain is not None:
        top = max(float(terrain.heights.max()), 1e-6)
        model.hfield_data[:] = (terrain.heights[::-1] / top).ravel()
    data: Any = mujoco.MjData(model)
    data.qpos[:3], data.qpos[3:7] = origin, quaternion(turn)
    still = 0
    for _ in range(round(seconds / STEP)):
        mujoco.mj_step(model, data)
        still = still + 1 if float(np.abs(data.qvel).max()) < 0.01 else 0
        if still * STEP > 0.1:
            break
    return matrix(np.array(data.qpos[3:7])), np.array(data.qpos[:3])


def _world(points: Floats, mass: Mass, terrain: Terrain | None) -> str:
    """The scene in MuJoCo's XML, y up: the proxy is one convex hull, the terrain a height field."""
    vertices = " ".join(f"{v:.6f}" for v in hull(points).ravel())
    inertia = mass.inertia + 1e-6 * np.eye(3)
    full = " ".join(f"{inertia[i]:.9f}" for i in ((0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)))
    center = " ".join(f"{v:.6f}" for v in mass.center)
    asset = ground = ""
    if terrain is not None:
        rows, columns = terrain.heights.shape
        wide, deep = (b - a for a, b in zip(terrain.low, terrain.high, strict=True))
        x, z = ((a + b) / 2 for a, b in zip(terrain.low, terrain.high, strict=True))
        size = f"{wide / 2} {deep / 2} {max(float(terrain.heights.max()), 1e-6)} 0.05"
        asset = f'<hfield name="under" nrow="{rows}" ncol="{columns}" size="{size}"/>'
        ground = f'<geom type="hfield" hfield="under" pos="{x} 0 {z}" quat="0.70710678 -0.70710678 0 0"/>'
    return f"""<mujoco><option timestep="{STEP}" gravity="0 -9.81 0" integrator="implicitfast"/>
      <default><geom condim="6" friction="{_FRICTION}" solref="0.01 1"/></default>
      <asset><mesh name="hull" vertex="{vertices}" inertia="convex"/>{asset}</asset>
      <worldbody><geom type="plane" size="20 20 1" zaxis="0 1 0"/>{ground}
        <body><freejoint/><inertial pos="{center}" mass="1" fullinertia="{full}"/>
          <geom type="mesh" mesh="hull"/></body></worldbody></mujoco>"""


def quaternion(turn: Floats) -> Floats:
    """The unit quaternion (w, x, y, z), w >= 0, of a rotation matrix."""
    from scipy.spatial.transform import Rotation

    x, y, z, w = Rotation.from_matrix(turn).as_quat()
    q = np.array((w, x, y, z))
    return -q if w < 0 else q


def matrix(q: NDArray[np.float64]) -> Floats:
    """The rotation matrix of a quaternion (w, x, y, z) of any length but nothing."""
    w, x, y, z = q / np.linalg.norm(q)
    return np.array(
        (
            (1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
            (2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
            (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
        )
    )
