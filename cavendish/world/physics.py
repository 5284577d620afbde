"""Things at rest: a table of how each kind lies, stacks that hold, and how far two things are apart.

`rest` is a look-up in rest.json, which MuJoCo wrote once (`write_rest`); a kind that is newer than its entry
stands as it was drawn, its lowest point on the ground. Stacks are let down by the true distance fields; what
would not stay there by balance alone is let go in MuJoCo, and without MuJoCo stays where it first touches.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from cavendish.world import kernels, packets, settle
from cavendish.world.field import Floats, Measure, distance, lowest, surface
from cavendish.world.shapes import SHAPES
from cavendish.world.shapes.base import Prim, Shape, rotation

TABLE = Path(__file__).parent / "rest.json"
# Kinds that lie as they fall; all others keep the pose they were drawn in, though they would tip over.
LYING = ("umbrella",)
STANDS = 12.0  # degrees of tilt within which a thing still stands
_NEARBY = 0.3  # of a carrier's length: how far from a given top things may be moved
_TOUCH = 2e-4  # a gap smaller than this, in stage units, is contact


@dataclass(frozen=True)
class Body:
    """A thing on the stage: local-to-world `turn` (3, 3), `origin`, `scale`, its carrier's index.

    `own` is its shape where that is not the library's, `top` how high over its lowest point it carries others where
    its shape does not say so, and `spot` where (x, z) its middle comes down whatever is taller around: in a hollow.
    """

    kind: str
    pose: str | None
    turn: Floats
    origin: Floats
    scale: float
    on: int | None = None
    own: Shape | None = None
    top: float | None = None
    spot: tuple[float, float] | None = None

    @property
    def prims(self) -> tuple[Prim, ...]:
        """Its primitives, in its own frame and unit."""
        return prims_of(self.kind, self.pose) if self.own is None else self.own.prims

    @property
    def surface(self) -> Floats:
        """Points of its surface, in its own frame and unit."""
        return _surface(self.prims)

    @property
    def mass(self) -> settle.Mass:
        """Its mass, in its own frame and unit."""
        return _mass(self.prims)

    @property
    def points(self) -> Floats:
        """Its surface, in stage units."""
        return self.scale * self.surface @ self.turn.T + self.origin

    @property
    def center(self) -> Floats:
        """Its centre of mass, in stage units."""
        return self.scale * self.turn @ self.mass.center + self.origin

    def moved(self, by: Floats) -> "Body":
        """The same body elsewhere."""
        return replace(self, origin=self.origin + by)

    def distance(self, points: Floats) -> Floats:
        """Signed distance of points `[n 3]` from its surface, in stage units, to single precision."""
        return self.scale * _by_kernels(self.prims, (points - self.origin) @ self.turn / self.scale)


def rest(kind: str, pose: str | None = None) -> tuple[Floats, float]:
    """How a kind lies on the ground: a rotation (3, 3), and the height of its origin in its own unit."""
    return _rest(kind, _key(kind, pose))


def stands(kind: str, pose: str | None = None) -> bool:
    """Whether gravity alone keeps the kind in the pose it was drawn in."""
    return bool(_table().get(kind, {}).get(_key(kind, pose), {}).get("stands", True))


def prims_of(kind: str, pose: str | None = None) -> tuple[Prim, ...]:
    """A kind's primitives in a pose."""
    shape = SHAPES[kind]
    return shape.poses.get(pose or "", shape.prims)


def clearance(a: Body, b: Body) -> float:
    """The least distance between two surfaces in stage units, negative by how deep one is in the other."""
    return min(_least(a, b), _least(b, a))


def penetration(a: Body, b: Body) -> float:
    """How deep two things are in one another, in stage units; 0 when they only touch."""
    return max(0.0, -clearance(a, b))


def bottom(body: Body) -> float:
    """Height of a body's lowest point, in stage units."""
    low = lowest(body.prims, body.turn, body.surface)
    return float(body.origin[1] + body.scale * low)


def write_rest(path: Path = TABLE) -> None:
    """The table brought up to date: kinds whose shapes changed are dropped by MuJoCo again, others kept."""
    old = _load(path)
    table: dict[str, Any] = {}
    for kind in sorted(SHAPES):
        for key in ("", *SHAPES[kind].poses):
            entry = old.get(kind, {}).get(key, {})
            fresh = entry.get("shape") == digest(kind, key)
            table.setdefault(kind, {})[key] = entry if fresh else measure(kind, key)
    path.write_text(json.dumps(table, indent=1) + "\n")
    _table.cache_clear()
    _rest.cache_clear()


@lru_cache(maxsize=256)
def rest_of(prims: tuple[Prim, ...]) -> tuple[Floats, float]:
    """How a thing of its own shape stands, and the height of its origin: as MuJoCo lets it settle, else as drawn.

    What would tip over stays as drawn, as the library's things do.
    """
    points = _surface(prims)
    turn = dropped(prims, points, _by_kernels) if settle.available() else np.eye(3)
    turn = turn if tilt(turn) <= STANDS else np.eye(3)
    return turn, -lowest(prims, turn, points, _by_kernels)


def measure(kind: str, pose: str) -> dict[str, Any]:
    """One kind's entry of the table: its quaternion at rest (heading kept), its lift, whether it stands."""
    prims, points = prims_of(kind, pose), surface(prims_of(kind, pose))
    turn = dropped(prims, points)
    upright = tilt(turn) <= STANDS
    if not upright and (kind not in LYING or pose):
        turn = np.eye(3)
    turn = np.array(settle.matrix(np.round(settle.quaternion(turn), 5)))
    return {
        "turn": [round(float(v), 5) for v in settle.quaternion(turn)],
        "lift": round(-lowest(prims, turn, points), 5),
        "stands": upright,
        "shape": digest(kind, pose),
    }


def dropped(prims: tuple[Prim, ...], points: Floats, of: Measure = distance) -> Floats:
    """The rotation at which a thing lies after MuJoCo has let it fall on the ground, its heading taken out."""
    size = float(np.ptp(points, axis=0).max())
    mass = settle.mass_of(prims, points, of=of)
    mass = settle.Mass(mass.center / size, mass.inertia / size**2)
    start = np.array((0.0, 0.01 - lowest(prims, None, points, of) / size, 0.0))
    turn, _ = settle.fall(settle.feet(prims, points, of) / size, mass, np.eye(3), start)
    return without_heading(turn)


def tilt(turn: Floats) -> float:
    """Degrees between a turned thing's own up and up."""
    return float(np.degrees(np.arccos(np.clip(turn[1, 1], -1.0, 1.0))))


def without_heading(turn: Floats) -> Floats:
    """The rotation with its twist about the vertical taken out, so that fronts stay in front."""
    q = settle.quaternion(turn)
    twist = np.array((q[0], 0.0, -q[2], 0.0))
    return settle.matrix(twist) @ turn if float(twist @ twist) > 1e-9 else turn


def settle_stack(bodies: Sequence[Body]) -> tuple[Body, ...]:
    """The same things, each that has a carrier resting on it; those on the ground stay where they are.

    A thing is wished as far off the middle of its carrier's top as the two origins are apart. It is moved to
    the nearest place where nothing taller is in its way and let down until the true surfaces touch. If it
    would tip over there, MuJoCo lets it go; where it comes to rest it stays, unless it fell.
    """
    done: dict[int, Body] = {}

    def stand(index: int) -> Body:
        if index not in done:
            body = bodies[index]
            if body.on is None:
                done[index] = body
            else:
                stand(body.on)
                stack = {i: b for i, b in done.items() if _root(bodies, i) == _root(bodies, index)}
                done[index] = _lay(body, bodies[body.on], stack[body.on], list(stack.values()))
        return done[index]

    return tuple(stand(i) for i in range(len(bodies)))


def _root(bodies: Sequence[Body], index: int) -> int:
    on = bodies[index].on
    return index if on is None else _root(bodies, on)


def _lay(body: Body, wished: Body, carrier: Body, stack: list[Body]) -> Body:
    """The body at rest on its carrier; `wished` is the carrier before it was settled itself."""
    if body.spot is not None:
        x, z = np.array(body.spot) + (carrier.origin - wished.origin)[[0, 2]]
        at = (body.points.min(axis=0) + body.points.max(axis=0)) / 2
        return let_down(body.moved(np.array((x - at[0], 0.0, z - at[2]))), stack)
    ground, at = terrain(stack), body.center
    x, z = _spot(body, carrier, ground, (body.origin - wished.origin)[[0, 2]])
    body = let_down(body.moved(np.array((x - at[0], 0.0, z - at[2]))), stack)
    if balanced(body, stack) or not settle.available():
        return body
    points, own = body.scale * body.surface, body.mass
    mass = settle.Mass(own.center * body.scale, own.inertia * body.scale**2)
    turn, origin = settle.fall(points, mass, body.turn, body.origin + np.array((0.0, 0.01, 0.0)), ground, 1.5)
    fallen = replace(body, turn=turn, origin=origin)
    sunk = float(body.center[1] - fallen.center[1])
    if tilt(turn @ body.turn.T) > 15.0 or sunk > 0.25 * float(np.ptp(body.points[:, 1])):
        return body
    return let_down(fallen, stack)


def let_down(body: Body, stack: Sequence[Body]) -> Body:
    """The body where the true surfaces first touch when it comes straight down from above."""
    points = body.points
    low, high = points.min(axis=0), points.max(axis=0)
    reach = np.concatenate([b.points for b in stack])
    over = _within(points, reach.min(axis=0) - 0.05, reach.max(axis=0) + 0.05)
    points = over if len(over) else points
    under = [p for b in stack if len(p := _within(b.points, low, high))]
    top = max((float(p[:, 1].max()) for p in under), default=0.0)
    points = points + np.array((0.0, top - low[1] + 0.01, 0.0))
    body = body.moved(np.array((0.0, top - low[1] + 0.01, 0.0)))
    others, nearest = np.concatenate(under) if under else np.zeros((0, 3)), _nearest(stack)
    for _ in range(60):
        gap = min(float(points[:, 1].min()), float(nearest(points).min()))
        if len(others):
            gap = min(gap, float(body.distance(others).min()))
        if 0 <= gap < _TOUCH:
            break
        step = np.array((0.0, -0.9 * gap if gap > 0 else -gap + _TOUCH / 2, 0.0))
        points, body = points + step, body.moved(step)
    return body


def balanced(body: Body, stack: Sequence[Body]) -> bool:
    """Whether a body's centre of mass lies over the area it touches the stack in, not just over its rim."""
    points = body.points
    size = float(np.ptp(points, axis=0).max())
    near = _nearest(stack)(points) < 0.006 * size
    feet = points[near][:, [0, 2]] - body.center[[0, 2]]
    if len(feet) < 3:
        return False
    angles = np.radians(np.arange(0, 360, 15))
    reach = (feet @ np.stack((np.cos(angles), np.sin(angles)))).max(axis=0)
    return bool(reach.min() > 0.015 * size)


def terrain(bodies: Sequence[Body], cells: int = 40) -> settle.Terrain:
    """The bodies' upper side as heights: what a fall from straight above each cell's middle meets."""
    points, nearest = np.concatenate([b.points for b in bodies]), _nearest(bodies)
    low, high = points.min(axis=0) - 0.02, points.max(axis=0) + 0.02
    xs, zs = np.linspace(low[0], high[0], cells), np.linspace(low[2], high[2], cells)
    grid = np.stack(np.meshgrid(xs, zs), -1).reshape(-1, 2)
    at = np.stack((grid[:, 0], np.full(len(grid), float(high[1]) + 0.01), grid[:, 1]), -1)
    live = np.arange(len(at))
    for _ in range(60):
        gap = nearest(at[live])
        at[live, 1] = np.maximum(at[live, 1] - 0.9 * np.maximum(gap, 0.0), 0.0)
        live = live[(gap > 1e-3) & (at[live, 1] > 0.0)]
        if not len(live):
            break
    heights = at[:, 1].reshape(cells, cells)
    return settle.Terrain(heights, (float(low[0]), float(low[2])), (float(high[0]), float(high[2])))


def _spot(body: Body, carrier: Body, ground: settle.Terrain, offset: Floats) -> tuple[float, float]:
    """Where the body's centre of mass goes: nearest its wish, with nothing taller than the top in the way.

    It wishes to be `offset` off the top's middle, off the carrier's origin where the top is a given one.
    """
    rows, columns = ground.heights.shape
    xs = np.linspace(ground.low[0], ground.high[0], columns)
    zs = np.linspace(ground.low[1], ground.high[1], rows)
    cells = np.stack(np.meshgrid(xs, zs), -1).reshape(-1, 2)
    heights = ground.heights.ravel()
    own = top_of(carrier)
    flat = cells[np.abs(heights - own) < 0.04 * max(own, 0.2)]
    if not len(flat):
        flat = cells[heights > heights.max() - 0.05 * max(own, 0.2)]
    if carrier.top is None:
        wish = (flat.min(axis=0) + flat.max(axis=0)) / 2 + offset
    else:
        wish = carrier.origin[[0, 2]] + offset
        flat = flat[np.linalg.norm(flat - wish, axis=1) < _NEARBY * float(np.ptp(cells, axis=0).max())]
    points = body.points - body.center
    low, high = points.min(axis=0)[[0, 2]], points.max(axis=0)[[0, 2]]
    walls = cells[heights > own + 0.04 * max(own, 0.2)]
    places = np.concatenate((wish[None], flat))
    inside = (walls[None] > places[:, None] + low) & (walls[None] < places[:, None] + high)
    blocked = inside.all(-1).sum(-1)
    far = np.linalg.norm(places - wish, axis=1)
    best = places[int(np.argmin(blocked * 10.0 + far))]
    return float(best[0]), float(best[1])


def top_of(carrier: Body) -> float:
    """Height on the stage of the surface a carrier carries things on."""
    shape = carrier.own or SHAPES[carrier.kind]
    highest = float(carrier.points[:, 1].max())
    if carrier.top is not None:
        return min(highest, float(carrier.points[:, 1].min()) + carrier.top)
    if shape.top is None or (carrier.pose or "") in shape.poses:
        return highest
    return min(highest, float(carrier.origin[1] + carrier.scale * shape.top * carrier.turn[1, 1]))


def _least(a: Body, b: Body) -> float:
    """The least distance of a's surface points from b."""
    return float(b.distance(a.points).min())


def _nearest(bodies: Sequence[Body]) -> Callable[[Floats], Floats]:
    return settle.nearest([b.distance for b in bodies], [b.points for b in bodies])


def _within(points: Floats, low: Floats, high: Floats) -> Floats:
    flat = points[:, [0, 2]]
    return points[((flat > low[[0, 2]]) & (flat < high[[0, 2]])).all(axis=1)]


def surface_of(kind: str, pose: str | None) -> Floats:
    """A kind's surface points, in its own frame and unit."""
    return _surface(prims_of(kind, pose))


@lru_cache(maxsize=256)
def _surface(prims: tuple[Prim, ...]) -> Floats:
    return surface(prims, 30, _by_kernels)


def _by_kernels(prims: Sequence[Prim], points: Floats) -> Floats:
    """Distances as `field.distance` has them, to single precision and many times as fast."""
    rows, things = _compiled(tuple(prims))
    at, none = np.ascontiguousarray(points.T, np.float32), np.full(len(points), -1, np.int32)
    return kernels.distance(rows, things, at, np.float32(1e6), none).astype(np.float64)


@lru_cache(maxsize=256)
def _mass(prims: tuple[Prim, ...]) -> settle.Mass:
    return settle.mass_of(prims, _surface(prims))


@lru_cache(maxsize=256)
def _compiled(prims: tuple[Prim, ...]) -> tuple[packets.F32, packets.F32]:
    """Primitives and one thing made of them as the kernels read them, in its own frame and unit."""
    rows = np.zeros((len(prims), packets.PRIM_WIDTH), np.float32)
    for row, p in zip(rows, prims, strict=True):
        row[packets.P_TYPE], row[packets.P_ROUND], row[packets.P_BLEND] = p.type, p.round, p.blend
        row[packets.P_CENTER : packets.P_CENTER + 3] = p.center
        row[packets.P_DIMS : packets.P_DIMS + 3] = p.dims
        row[packets.P_ROT : packets.P_ROT + 9] = np.array(rotation(p.turn)).T.ravel()
        row[[packets.P_OP, packets.P_SHELL, packets.P_ARC]] = p.op_code, p.shell, np.radians(p.arc / 2)
    return rows, np.array([[0, len(rows), 0, 0, 0, 1e6, 1, 0]], np.float32)


def _key(kind: str, pose: str | None) -> str:
    return pose if pose is not None and pose in SHAPES[kind].poses else ""


@lru_cache(maxsize=256)
def _rest(kind: str, pose: str) -> tuple[Floats, float]:
    entry = _table().get(kind, {}).get(pose, {})
    if entry.get("shape") == digest(kind, pose):
        return settle.matrix(np.array(entry["turn"], np.float64)), float(entry["lift"])
    return np.eye(3), -lowest(prims_of(kind, pose))


def digest(kind: str, pose: str) -> str:
    """A word for the primitives' geometry: the table's entry is of use only for the same."""
    rows = [
        (p.type, p.center, p.dims, p.turn, p.round, p.blend, p.op, p.shell, p.arc)
        for p in prims_of(kind, pose)
    ]
    return hashlib.blake2b(repr(rows).encode(), digest_size=6).hexdigest()


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return _load(TABLE)


def _load(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text()) if path.exists() else {}
