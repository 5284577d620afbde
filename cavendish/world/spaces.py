"""Measures where things can carry, hold and shelter others, from their true surfaces, and writes plan/spaces.json."""

import heapq
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cavendish.plan.kinds import KINDS
from cavendish.plan.schema import Thing
from cavendish.plan.spaces import TABLE, table
from cavendish.world import physics, settle
from cavendish.world.field import Floats
from cavendish.world.shapes import SHAPES
from cavendish.world.stage import scale_of

Mask = npt.NDArray[np.bool_]
CELLS = 44
_LEAST = 0.16  # stage units: what is narrower has room for nothing
_NARROW = 0.1  # stage units: a hollow as wide as this holds a stem
_FLAT = 0.03  # of a thing's height: what differs by less is level
_SQUARE = 3.0  # a rectangle longer than this for its width counts as if it were only so long
_PROBE = "gift box"
_TRIED = 6
_RIDDEN = ("animal", "vehicle")
_HEADED = ("animal", "person", "toy")
_CROWN = 0.2  # of a thing's height: what of it is its head, for a hat
_TILT = 20.0  # degrees that it may lean and still be said to stay


@dataclass(frozen=True)
class _Field:
    """A thing seen from above and below: heights over a grid, the room under it, and the middles of the cells."""

    heights: Floats
    room: Floats
    xs: Floats
    zs: Floats

    def rectangle(self, mask: Mask, least: float = _LEAST) -> tuple[float, tuple[slice, slice], list[float]]:
        """The largest not too long rectangle in a mask: its worth, its cells, and [x, z, half width, half depth]."""
        cell = (float(self.zs[1] - self.zs[0]), float(self.xs[1] - self.xs[0]))
        worth, (rows, columns) = _largest(mask, cell)
        if worth <= 0:
            return 0.0, (rows, columns), []
        z, x = self.zs[rows], self.xs[columns]
        sides = [float(x[0] + x[-1]) / 2, float(z[0] + z[-1]) / 2, float(x[-1] - x[0] + cell[1]) / 2,
                 float(z[-1] - z[0] + cell[0]) / 2]  # fmt: skip
        return (worth if 2 * min(sides[2:]) >= least else 0.0), (rows, columns), sides


def write(path: Path = TABLE) -> None:
    """The table of every kind in every pose and state is written anew."""
    found = {
        kind: {pose: measure(kind, pose) for pose in ("", *SHAPES[kind].poses)} for kind in sorted(SHAPES)
    }
    lines = [f'  "{kind}": {json.dumps(poses)}' for kind, poses in found.items() if any(poses.values())]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    table.cache_clear()


def measure(kind: str, pose: str = "") -> dict[str, list[float]]:
    """The spaces of a kind in a pose at its usual size, in stage units, as plan.spaces keeps them."""
    body = _standing(kind, pose)
    field = _field(body)
    found = {"top": _top(field, body), "hollow": _hollow(field), "shelter": _shelter(field)}
    found |= {"foot": _lower(body, 1 / 3), "waist": _lower(body, 2 / 3)}
    if KINDS[kind].group in _HEADED:
        found["head"] = _head(body)
    return {name: [round(value, 3) for value in space] for name, space in found.items() if space}


def _standing(kind: str, pose: str) -> physics.Body:
    turn, lift = physics.rest(kind, pose)
    scale = scale_of(Thing(id="a", kind=kind))
    return physics.Body(kind, pose or None, turn, np.array((0.0, lift * scale, 0.0)), scale)


def _field(body: physics.Body) -> _Field:
    ground = physics.terrain([body], CELLS)
    xs = np.linspace(ground.low[0], ground.high[0], CELLS)
    zs = np.linspace(ground.low[1], ground.high[1], CELLS)
    return _Field(ground.heights, _clearance(body, xs, zs, float(ground.heights.max())), xs, zs)


def _clearance(body: physics.Body, xs: Floats, zs: Floats, high: float) -> Floats:
    """How high above the ground the body begins over each cell; more than `high` where it does not."""
    grid = np.stack(np.meshgrid(xs, zs), -1).reshape(-1, 2)
    at = np.stack((grid[:, 0], np.full(len(grid), 0.01), grid[:, 1]), -1)
    live = np.arange(len(at))
    for _ in range(60):
        gap = body.distance(at[live])
        at[live, 1] += 0.9 * np.maximum(gap, 0.0)
        live = live[(gap > 1e-3) & (at[live, 1] < high + 0.5)]
        if not len(live):
            break
    return at[:, 1].reshape(len(zs), len(xs))


def _top(field: _Field, body: physics.Body) -> list[float]:
    """The largest level place that nothing is above and that a small thing stays on."""
    tall = float(field.heights.max())
    levels = np.unique(np.round(field.heights[field.heights > 0.1 * tall] / (0.02 * tall))) * 0.02 * tall
    flat = max(_FLAT * tall, 0.012)
    least = _NARROW if KINDS[body.kind].group in _RIDDEN else _LEAST
    found = [field.rectangle(np.abs(field.heights - level) < flat, least) for level in levels]
    tried = [one for one in sorted(found, key=lambda one: -one[0])[:_TRIED] if one[0] > 0]
    stays = [one for one in tried if _carries(body, one[2])]
    if not stays and KINDS[body.kind].group not in _RIDDEN:
        return []
    for _, cells, sides in stays or tried:  # one is astride what is ridden, and need not balance
        level = float(np.median(field.heights[cells]))
        return [*sides, level, level]
    return []


def _carries(body: physics.Body, sides: list[float]) -> bool:
    """Whether a block two thirds as wide as the place stays where it is put."""
    block = _standing(_PROBE, "")
    wide = float(np.ptp(block.points[:, [0, 2]], axis=0).max())
    small = replace(block, scale=block.scale * 1.3 * min(sides[2:]) / wide)
    at = np.array((sides[0] - small.center[0], 0.0, sides[1] - small.center[2]))
    laid = physics.let_down(small.moved(at), [body])
    if physics.balanced(laid, [body]) or not settle.available():
        return physics.balanced(laid, [body])
    points = (laid.points - laid.origin) @ laid.turn
    own = settle.mass_of(laid.prims, points / laid.scale)
    mass = settle.Mass(own.center * laid.scale, own.inertia * laid.scale**2)
    above = laid.origin + np.array((0.0, 0.01, 0.0))
    turn, origin = settle.fall(points, mass, laid.turn, above, physics.terrain([body]), 1.5)
    tall = float(np.ptp(laid.points[:, 1]))
    return physics.tilt(turn) < _TILT and float(laid.origin[1] - origin[1]) < 0.3 * tall


def _hollow(field: _Field) -> list[float]:
    """The deepest and widest place that water would stay in."""
    level = filled(field.heights)
    depth = level - field.heights
    tall = float(field.heights.max())
    if depth.max() < max(0.05, 0.06 * tall):
        return []
    steps = np.linspace(0.15, 0.95, 9) * depth.max()
    worth, cells, sides = max(
        (_weighed(field.rectangle(depth > step, _NARROW), step) for step in steps), key=lambda one: one[0]
    )
    if worth <= 0:
        return []
    return [*sides, float(np.median(field.heights[cells])), float(level[cells].max())]


def _shelter(field: _Field) -> list[float]:
    """The highest and widest place on the ground that the thing is over."""
    tall = float(field.heights.max())
    steps = np.linspace(0.2, 0.95, 16) * tall
    over = (field.room < tall + 0.05) & (field.heights > 0.05 * tall)
    found = [_weighed(field.rectangle(over & (field.room > step)), step) for step in steps]
    worth, _, sides = max(found, key=lambda one: one[0])
    high = max(step for step, one in zip(steps, found, strict=True) if one[0] == worth)
    return [*sides, 0.0, float(high)] if worth > 0 and high > _LEAST else []


def _head(body: physics.Body) -> list[float]:
    """The uppermost part, where a hat sits: around its middle, from where it begins to its highest point."""
    points = body.points
    high = float(points[:, 1].max())
    low = high * (1 - _CROWN)
    part = points[points[:, 1] > low]
    part = part[part[:, 2] > part[:, 2].max() - 0.5 * high]  # a raised tail is no head
    near, far = part.min(axis=0), part.max(axis=0)
    x, z = float(near[0] + far[0]) / 2, float(near[2] + far[2]) / 2
    return [x, z, float(far[0] - near[0]) / 2, float(far[2] - near[2]) / 2, low, high]


def _lower(body: physics.Body, share: float) -> list[float]:
    """The lower part of that share of the height: what of it goes into a hollow that is not deep."""
    points = body.points
    high = float(points[:, 1].max()) * share
    part = points[points[:, 1] < high]
    near, far = part.min(axis=0), part.max(axis=0)
    x, z = float(near[0] + far[0]) / 2, float(near[2] + far[2]) / 2
    return [x, z, float(far[0] - near[0]) / 2, float(far[2] - near[2]) / 2, 0.0, high]


def _weighed(
    found: tuple[float, tuple[slice, slice], list[float]], by: float
) -> tuple[float, tuple[slice, slice], list[float]]:
    return found[0] * by, found[1], found[2]


def filled(heights: Floats) -> Floats:
    """The heights with every hollow filled to its brim (priority flood: Barnes, Lehman and Mulla, 2014)."""
    rows, columns = heights.shape
    water = np.full(heights.shape, np.inf)
    edge = [
        (r, c) for r in range(rows) for c in range(columns) if r in (0, rows - 1) or c in (0, columns - 1)
    ]
    queue = [(float(heights[at]), *at) for at in edge]
    for height, r, c in queue:
        water[r, c] = height
    heapq.heapify(queue)
    while queue:
        height, r, c = heapq.heappop(queue)
        for a, b in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if 0 <= a < rows and 0 <= b < columns and water[a, b] == np.inf:
                water[a, b] = max(height, float(heights[a, b]))
                heapq.heappush(queue, (float(water[a, b]), a, b))
    return water


def _largest(mask: Mask, cell: tuple[float, float]) -> tuple[float, tuple[slice, slice]]:
    """The rectangle of true cells of most worth, by the stack over each row's heights."""
    best: tuple[float, tuple[slice, slice]] = (0.0, (slice(0, 0), slice(0, 0)))
    run = np.zeros(mask.shape[1], int)
    for r in range(len(mask)):
        run = np.where(mask[r], run + 1, 0)
        for start, end, tall in _bars(run):
            deep, wide = tall * cell[0], (end - start) * cell[1]
            worth = min(deep * wide, _SQUARE * min(deep, wide) ** 2)
            if worth > best[0]:
                best = (worth, (slice(r - tall + 1, r + 1), slice(start, end)))
    return best


def _bars(run: npt.NDArray[np.int_]) -> list[tuple[int, int, int]]:
    """Every widest rectangle under a row of bars: (first column, column after the last, height)."""
    out: list[tuple[int, int, int]] = []
    stack: list[tuple[int, int]] = []
    for c, tall in enumerate([*map(int, run), 0]):
        start = c
        while stack and stack[-1][1] >= tall:
            start, height = stack.pop()
            out.append((start, c, height))
        stack.append((start, tall))
    return out
