"""What parts come to in space: every primitive they expand to, the box they fill, whether they hang together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from cavendish.plan.parts import MOST_PRIMITIVES, Axis, Part

Floats = npt.NDArray[np.float64]
Matrix = tuple[tuple[float, float, float], ...]
GAP = 0.1
"""Of the longest side: pieces farther apart than this are not one thing."""
_FINE, _COARSE = 2400, 420  # points of a surface where something is cut away, and where nothing is
_GRID = 20
_LEVEL, _WIDE, _LOW = 0.04, 0.3, 0.12  # a top: how level, how much of the footprint, how high at least
_BROAD = 0.2  # and how broad at least, of the height
_MIRROR = np.diag((-1.0, 1.0, 1.0))
_TINY = 1e-9


@dataclass(frozen=True)
class Solid:
    """A primitive where it stands: its part's place in the list, its middle, and its axes as rows of local to outer."""

    part: int
    center: tuple[float, float, float]
    turn: Matrix

    @property
    def axes(self) -> Floats:
        """Local-to-outer rotation (3, 3)."""
        return np.array(self.turn)


@dataclass(frozen=True)
class Room:
    """The box that a thing's parts fill in their own unit, and the height in it of a top that carries, if any."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]
    top: float | None

    @property
    def sides(self) -> tuple[float, float, float]:
        """Width, height and depth."""
        (x0, y0, z0), (x1, y1, z1) = self.low, self.high
        return x1 - x0, y1 - y0, z1 - z0


def rotation(turn: Sequence[float]) -> Floats:
    """Local-to-outer rotation (3, 3): degrees about x, then y, then z."""
    x, y, z = (_about(axis, degrees) for axis, degrees in zip("xyz", turn, strict=True))
    return z @ y @ x


@lru_cache(maxsize=256)
def expanded(parts: tuple[Part, ...]) -> tuple[Solid, ...]:
    """Every primitive of the parts, in order, copies and mirror images after their part; ValueError over the most."""
    count = sum(part.copies for part in parts)
    if count > MOST_PRIMITIVES:
        raise ValueError(f"parts: expected at most {MOST_PRIMITIVES} primitives with all copies, got {count}")
    out: list[Solid] = []
    for i, part in enumerate(parts):
        for center, turn in _copies(part):
            out.append(_solid(i, center, turn))
            if part.mirror:
                out.append(_mirrored(part, i, center, turn))
    return tuple(out)


@lru_cache(maxsize=256)
def room(parts: tuple[Part, ...]) -> Room:
    """The box of what is left after all cuts, exact to a few hundredths; ValueError where that is not one thing."""
    solids = expanded(parts)
    if all(part.subtract for part in parts):
        raise ValueError("parts: expected at least one that is not subtracted")
    points = _left(parts, solids)
    if not len(points):
        raise ValueError("parts: expected something to be left after the cuts, got nothing")
    low, high = points.min(axis=0), points.max(axis=0)
    longest = float((high - low).max())
    if float((high - low).min()) < 0.002 * longest:
        raise ValueError("parts: expected a solid thing, got one as flat as nothing")
    _one(parts, solids, GAP * longest)
    return Room(_triple(low), _triple(high), _top(parts, solids, low, high))


def inside(part: Part, solid: Solid, points: Floats, grow: float = 0.0) -> npt.NDArray[np.bool_]:
    """Which outer points (n, 3) lie in the primitive, taken `grow` larger on every side; hollows count as full."""
    local = (points - np.array(solid.center)) @ solid.axes
    half = np.array(part.size) / 2
    x, y, z = local.T
    if part.shape in ("ellipsoid", "sphere"):
        return np.linalg.norm(local / np.maximum(half + grow, _TINY), axis=-1) <= 1.0
    if part.shape == "box":
        return np.max(np.abs(local) - half, axis=-1) <= grow
    if part.shape == "torus":
        return _in_torus(part, local, grow)
    across, r, tall = np.hypot(x, z), half[0], half[1]
    share = np.clip((y / tall + 1) / 2, 0.0, 1.0)
    if part.shape == "capsule":
        straight = max(tall - r * (1 + part.upper) / 2, 0.0)
        middle = r * (1 - part.upper) / 2
        share = np.clip((y - middle + straight) / max(2 * straight, _TINY), 0.0, 1.0)
        along = np.clip(y - middle, -straight, straight) + middle
        return np.hypot(across, y - along) <= r * (1 + (part.upper - 1) * share) + grow
    return (np.abs(y) <= tall + grow) & (across <= r * (1 + (part.upper - 1) * share) + grow)


def points_on(part: Part, solid: Solid, count: int) -> Floats:
    """About `count` outer points (n, 3) spread over the primitive's surface, its farthest ones among them."""
    half = np.array(part.size) / 2
    if part.shape in ("ellipsoid", "sphere"):
        local = _ball(count) * half
    elif part.shape == "box":
        local = _cube(max(3, round(math.sqrt(count / 6)) | 1)) * half
    elif part.shape == "torus":
        local = _on_torus(part, count)
    else:
        local = _on_round(part, count)
    return local @ solid.axes.T + np.array(solid.center)


def _left(parts: tuple[Part, ...], solids: tuple[Solid, ...]) -> Floats:
    """Points of the whole thing's surface: on what was added and not cut away since, or on a cut within that."""
    cut = any(part.subtract for part in parts)
    out: list[Floats] = []
    for k, solid in enumerate(solids):
        part = parts[solid.part]
        points = points_on(part, solid, _FINE if cut else _COARSE)
        if part.subtract:
            earlier = [s for s in solids[:k] if not parts[s.part].subtract]
            points = points[_within(parts, earlier, points)]
        later = [s for s in solids[k + 1 :] if parts[s.part].subtract]
        out.append(points[~_within(parts, later, points, -_TINY)] if cut else points)
    return np.concatenate(out)


def _within(
    parts: tuple[Part, ...], solids: Sequence[Solid], points: Floats, grow: float = 0.0
) -> npt.NDArray[np.bool_]:
    """Which points lie in any of the solids."""
    found = np.zeros(len(points), bool)
    for solid in solids:
        found |= inside(parts[solid.part], solid, points, grow)
    return found


def _one(parts: tuple[Part, ...], solids: tuple[Solid, ...], gap: float) -> None:
    """All that is added hangs together; ValueError names a part that is far from the rest."""
    added = [solid for solid in solids if not parts[solid.part].subtract]
    spots = [points_on(parts[s.part], s, 90) for s in added]
    middles = np.array([s.center for s in added])
    reach = np.array([math.hypot(*parts[s.part].size) / 2 for s in added])
    seen, todo = {0}, [0]
    while todo:
        i = todo.pop()
        for j in range(len(added)):
            near = float(np.linalg.norm(middles[i] - middles[j])) <= reach[i] + reach[j] + gap
            if j in seen or not near:
                continue
            a, b = parts[added[i].part], parts[added[j].part]
            if inside(a, added[i], spots[j], gap).any() or inside(b, added[j], spots[i], gap).any():
                seen.add(j)
                todo.append(j)
    lost = sorted({added[j].part for j in range(len(added)) if j not in seen})
    if lost:
        named = ", ".join(f"{k} ({parts[k].name or parts[k].shape})" for k in lost[:4])
        raise ValueError(
            f"parts: expected one thing that hangs together, got parts far from the rest: {named}"
        )


def _top(parts: tuple[Part, ...], solids: tuple[Solid, ...], low: Floats, high: Floats) -> float | None:
    """Height of the widest level surface seen from above, None where it is small or low."""
    xs, ys, zs = (
        np.linspace(low[k], high[k], n + 1)[:-1] + (high[k] - low[k]) / (2 * n)
        for k, n in ((0, _GRID), (1, 2 * _GRID), (2, _GRID))
    )
    grid = np.stack(np.meshgrid(xs, zs, ys, indexing="ij"), -1).reshape(-1, 3)[:, [0, 2, 1]]
    full = np.zeros(len(grid), bool)
    for solid in solids:
        part = parts[solid.part]
        held = inside(part, solid, grid)
        held &= ~inside(part, solid, grid, -part.hollow) if part.hollow else True
        full = full & ~held if part.subtract else full | held
    columns = full.reshape(_GRID * _GRID, 2 * _GRID)
    filled = columns.any(1)
    if not filled.any():
        return None
    heights = ys[2 * _GRID - 1 - columns[filled][:, ::-1].argmax(1)]
    tall = float(high[1] - low[1])
    level = (np.abs(heights[:, None] - heights) <= _LEVEL * tall).sum(1)
    best = float(heights[level == level.max()].max())
    cell = float(high[0] - low[0]) * float(high[2] - low[2]) / _GRID**2
    broad = math.sqrt(cell * int(level.max())) >= _BROAD * tall
    if not broad or level.max() < _WIDE * len(heights) or best - low[1] < _LOW * tall:
        return None
    top = min(best + tall / (4 * _GRID), float(high[1]))
    return float(high[1]) if float(high[1]) - top < 0.03 * tall else top


def _copies(part: Part) -> list[tuple[Floats, Floats]]:
    """Where the part and its copies are, and how they are turned."""
    center, turn = np.array(part.center), rotation(part.rotation)
    again = part.repeat
    if again is None:
        return [(center, turn)]
    if again.step is not None:
        return [(center + k * np.array(again.step), turn) for k in range(again.count)]
    pivot, axis = np.array(again.pivot), again.around or "y"
    turns = [_about(axis, 360.0 * k / again.count) for k in range(again.count)]
    return [(t @ (center - pivot) + pivot, t @ turn) for t in turns]


def _mirrored(part: Part, number: int, center: Floats, turn: Floats) -> Solid:
    flipped = (
        _MIRROR @ turn @ _MIRROR
    )  # primitives are alike on both sides of their own x = 0, but for an arc
    if part.shape == "torus" and part.arc < 360:
        flipped = flipped @ _about("y", 180.0)
    return _solid(number, _MIRROR @ center, flipped)


def _solid(part: int, center: Floats, turn: Floats) -> Solid:
    return Solid(part, _triple(center), tuple(_triple(row) for row in turn))


def _about(axis: Axis | str, degrees: float) -> Floats:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    if axis == "x":
        return np.array(((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c)))
    if axis == "y":
        return np.array(((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c)))
    return np.array(((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0)))


def _in_torus(part: Part, local: Floats, grow: float) -> npt.NDArray[np.bool_]:
    ring, tube = (part.size[0] - part.size[1]) / 2, part.size[1] / 2
    half = math.radians(part.arc / 2)
    near = np.clip(np.arctan2(local[:, 2], local[:, 0]), -half, half)
    spine = np.stack((ring * np.cos(near), np.zeros_like(near), ring * np.sin(near)), -1)
    return np.linalg.norm(local - spine, axis=1) <= tube + grow


def _on_torus(part: Part, count: int) -> Floats:
    ring, tube = (part.size[0] - part.size[1]) / 2, part.size[1] / 2
    half = math.radians(part.arc / 2)
    a, b = np.meshgrid(
        np.linspace(-half, half, 4 * max(count // 32, 3) + 1), np.linspace(0, 2 * np.pi, 9)[:-1]
    )
    out = ring + tube * np.cos(b)
    sweep = np.stack((out * np.cos(a), tube * np.sin(b), out * np.sin(a)), -1).reshape(-1, 3)
    if part.arc >= 360:
        return sweep
    ends = [
        np.array((ring * math.cos(end), 0.0, ring * math.sin(end))) + tube * _ball(24)
        for end in (-half, half)
    ]
    return np.concatenate((sweep, *ends))


def _on_round(part: Part, count: int) -> Floats:
    """Points of an upright cylinder, cone or capsule about its own middle."""
    r, tall, upper = part.size[0] / 2, part.size[1] / 2, part.upper
    if part.shape == "capsule":
        straight, middle = max(tall - r * (1 + upper) / 2, 0.0), r * (1 - upper) / 2
        dome = _ball(count)[_ball(count)[:, 1] >= 0]
        low, high = dome * (r, -r, r), dome * r * upper
        t, angle = np.meshgrid(np.linspace(0, 1, 7), np.linspace(0, 2 * np.pi, 8, endpoint=False))
        wide = r * (1 + (upper - 1) * t)
        y = middle + (2 * t - 1) * straight
        side = np.stack((wide * np.cos(angle), y, wide * np.sin(angle)), -1).reshape(-1, 3)
        low[:, 1] += middle - straight
        high[:, 1] += middle + straight
        return np.concatenate((low, high, side))
    spokes = max(12, round(math.sqrt(count / 2)))
    angle = np.linspace(0, 2 * np.pi, spokes, endpoint=False)
    levels = np.linspace(0.0, 1.0, max(spokes // 2, 3))
    rings = [(2 * t - 1, 1 + (upper - 1) * t) for t in levels]
    rings += [(end, wide * share) for end, wide in ((-1.0, 1.0), (1.0, upper)) for share in (0.0, 0.5)]
    return np.concatenate([
        np.stack((r * wide * np.cos(angle), np.full(spokes, y * tall), r * wide * np.sin(angle)), -1)
        for y, wide in rings
    ])  # fmt: skip


@cache
def _ball(count: int) -> Floats:
    """Points of the unit sphere, evenly spread (Fibonacci's spiral), with its six farthest."""
    k = np.arange(count) + 0.5
    y, turn = 1 - 2 * k / count, np.pi * (1 + math.sqrt(5)) * k
    r = np.sqrt(1 - y * y)
    poles = np.concatenate((np.eye(3), -np.eye(3)))
    return np.concatenate((np.stack((r * np.cos(turn), y, r * np.sin(turn)), -1), poles))


@cache
def _cube(side: int) -> Floats:
    """Points of the cube's surface, -1..1, `side` along an edge."""
    line = np.linspace(-1, 1, side)
    grid = np.stack(np.meshgrid(line, line, line, indexing="ij"), -1).reshape(-1, 3)
    return grid[np.abs(grid).max(1) == 1.0]


def _triple(values: Floats) -> tuple[float, float, float]:
    x, y, z = (float(v) for v in values)
    return x, y, z
