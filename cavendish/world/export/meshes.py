"""A thing's surface as triangles: marching cubes over its distance field, parts cut where one slot meets another."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt

from cavendish.errors import RequestError
from cavendish.world.kernels import distance, nearest, normals
from cavendish.world.packets import P_SLOT, T_END, T_RADIUS, T_START
from cavendish.world.stage import Stage

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Floats = npt.NDArray[np.floating[Any]]
Bools = npt.NDArray[np.bool_]
Triangle = tuple[int, int, int]
FINEST = 0.002  # stage units; smaller cells would show nothing more
_MOST = 240  # cells along the longest side
_BLOCK, _SUB = 8, 2  # fine cells a side of what is looked at first, and then
_SAFE = (
    1.35  # blended fields are not exact: cells this much farther off than their corners are still looked into
)
_OFF = 0.06  # of a cell: no vertex comes nearer to a corner of the grid, so that no triangle vanishes
_STEP = 0.2  # of a cell: over which normals are told
_TINT = 0.0015  # stage units above the surface, where its slot is read


@dataclass(frozen=True)
class Mesh:
    """A surface in its thing's own axes, about its frame's origin, in stage units.

    `points` and outward unit `normals` are (n, 3); `parts` holds the triangles (m, 3) of each slot (row of the stage's
    table). Triangles turn anticlockwise as seen from outside and share their points; where two parts meet each has its
    own copies, at equal places, with its own normals.
    """

    points: F32
    normals: F32
    parts: dict[int, I32]

    @property
    def faces(self) -> I32:
        """The triangles of all parts (m, 3)."""
        return np.concatenate(list(self.parts.values()))


@dataclass(frozen=True)
class Field:
    """One thing's distance field, asked in the thing's own axes."""

    stage: Stage
    index: int

    @property
    def row(self) -> F32:
        """The thing's row alone (1, 8)."""
        return self.stage.things[self.index : self.index + 1]

    def world(self, points: Floats) -> F32:
        """Points (n, 3) in world axes, as kernels read them (3, n)."""
        frame = self.stage.frames[self.index]
        return np.ascontiguousarray((points @ frame.turn.T + frame.origin).T, np.float32)

    def distance(self, points: Floats) -> F32:
        """Signed distances (n), negative inside."""
        none = np.full(len(points), -1, np.int32)
        return distance(self.stage.prims, self.row, self.world(points), np.float32(1e9), none)

    def normals(self, points: Floats, step: float) -> F32:
        """Unit gradients (n, 3), by differences over `step`."""
        owner = np.zeros(len(points), np.int32)
        found = normals(self.stage.prims, self.row, self.world(points), owner, np.float32(step)).T
        return np.ascontiguousarray(found @ self.stage.frames[self.index].turn, np.float32)

    def hits(self, points: Floats, direction: Floats) -> tuple[F32, I32]:
        """How far rays go to the surface (n), infinity where they miss, and the slot they meet (n), -1 there."""
        turn = self.stage.frames[self.index].turn
        along = np.ascontiguousarray((direction @ turn.T).T, np.float32)
        n = len(points)
        far, none = np.full(n, 1e9, np.float32), np.full(n, -1, np.int32)
        t, thing, slot = nearest(self.stage.prims, self.row, self.world(points), along, far, none)
        return np.where(thing == 0, t, np.float32(np.inf)), np.where(thing == 0, slot, -1)

    def slots(self, points: Floats, outward: Floats) -> I32:
        """The slot (n) that the surface shows at each of its points."""
        _, found = self.hits(points + _TINT * outward, -outward)
        start, end = int(self.row[0, T_START]), int(self.row[0, T_END])
        usual = int(self.stage.prims[start:end, P_SLOT].min())
        return np.where(found < 0, usual, found).astype(np.int32)


def mesh(stage: Stage, index: int, budget: int = 30_000) -> Mesh:
    """The surface of the stage's thing `index`, as fine as about `budget` points allow, but not finer than FINEST."""
    field = Field(stage, index)
    low, high, area = _measured(field)
    longest = float((high - low).max())
    cell = max((1.5 * area / budget) ** 0.5, longest / _MOST, FINEST)
    volume, start = _volume(field, low - 1.6 * cell, high + 1.6 * cell, cell)
    points, faces = _marching(volume, _OFF * cell)  # welded
    points = _settled(field, start + points * cell, cell)
    return _cut(field, points, field.normals(points, _STEP * cell), faces, cell)


def _measured(field: Field) -> tuple[F32, F32, float]:
    """Corners of a box round the thing, in its own axes, and about how much surface it has."""
    frame, row = field.stage.frames[field.index], field.row[0]
    middle = (row[2:5] - frame.origin) @ frame.turn
    radius = float(row[T_RADIUS])
    cell = radius / 40
    volume, start = _volume(field, middle - radius, middle + radius, cell)
    near = np.argwhere(np.abs(volume) < cell)
    if len(near) == 0:  # nothing but what is thinner than a cell: all of the sphere
        return middle - radius, middle + radius, radius * radius
    low, high = start + near.min(0) * cell, start + near.max(0) * cell
    return low - cell, high + cell, float((np.abs(volume) < cell / 2).sum()) * cell * cell


def _volume(field: Field, low: F32, high: F32, cell: float) -> tuple[F32, F32]:
    """Distances at the corners of a grid, and where it starts; far from the surface only the sign is right."""
    blocks = np.maximum(np.ceil((high - low) / (cell * _BLOCK)).astype(int), 1)
    rough = _sampled(field, low, cell * _BLOCK, np.ones(blocks, bool), np.zeros(blocks, np.float32))
    split = _BLOCK // _SUB
    fine = _sampled(
        field, low, cell * _SUB, _grown(_crossed(rough, cell * _BLOCK), split), _grown(rough, split)
    )
    wanted = np.pad(_grown(_crossed(fine, cell * _SUB), _SUB), ((0, 1),) * 3)
    for axis in range(3):
        wanted |= np.roll(wanted, 1, axis)
    signs = np.pad(_grown(fine, _SUB), ((0, 1),) * 3, mode="edge")
    return _sampled(field, low, cell, wanted, np.where(signs < 0, np.float32(-1), np.float32(1)), 0.0), low


def _sampled(field: Field, low: F32, cell: float, wanted: Bools, values: F32, shift: float = 0.5) -> F32:
    """The values with distances in place of those wanted; cells are asked at their middles."""
    at = np.argwhere(wanted)
    out = values.copy()
    out[wanted] = field.distance((low + (at + shift) * cell).astype(np.float32))
    return out


def _crossed(values: F32, cell: float) -> Bools:
    """Whether the surface may pass through each cell."""
    return np.abs(values) < _SAFE * 0.5 * 3**0.5 * cell


def _grown(values: npt.NDArray[Any], times: int) -> npt.NDArray[Any]:
    """Every cell as a cube of `times` cells a side."""
    for axis in range(3):
        values = np.repeat(values, times, axis)
    return values


def _marching(volume: F32, off: float) -> tuple[F32, I32]:
    """Points (n, 3) in cells of the grid and the triangles (m, 3) of the surface at 0, anticlockwise from outside."""
    cubes = library()
    clear = np.where(np.abs(volume) < off, np.copysign(np.float32(off), volume), volume)
    points, faces = cubes.marching_cubes(clear, 0.0)
    return np.asarray(points, np.float32), np.ascontiguousarray(faces[:, ::-1], np.int32)


def library() -> Any:
    """The meshing library, which carries no types; RequestError says how to install it where it is missing."""
    try:
        return import_module("mcubes")
    except ImportError as error:
        raise RequestError(
            "export: expected the library PyMCubes, got none", hint="pip install 'cavendish[export]'"
        ) from error


def _settled(field: Field, points: Floats, cell: float) -> F32:
    """The points moved onto the surface itself, none by more than a part of a cell."""
    for _ in range(2):
        push = np.clip(field.distance(points), -0.3 * cell, 0.3 * cell)
        points = points - push[:, None] * field.normals(points, 0.05 * cell)
    return points.astype(np.float32)


def _cut(field: Field, points: F32, outward: F32, faces: I32, cell: float) -> Mesh:
    """The mesh, its triangles cut along the lines where slots meet, each side of a line with its own normals."""
    slots = field.slots(points, outward)
    edges = np.sort(faces[:, [[0, 1], [1, 2], [2, 0]]], -1).reshape(-1, 2)
    edges = np.unique(edges[slots[edges[:, 0]] != slots[edges[:, 1]]], axis=0)
    if len(edges) == 0:
        return Mesh(points, outward, {int(slots[0]): faces})
    met = _meeting(field, points, outward, slots, edges, cell)
    number: dict[tuple[int, int], int] = {}
    for k, (a, b) in enumerate(edges.tolist()):
        number[a, b], number[b, a] = len(points) + k, len(points) + len(edges) + k
    sides = [met + 0.3 * (points[edges[:, k]] - met) for k in (0, 1)]
    added = [points, met, met]
    towards = [outward, *(field.normals(side, _STEP * cell) for side in sides)]
    owner, pieces, count = [slots[faces[:, 0]]], [faces], len(points) + 2 * len(edges)
    mixed = np.any(slots[faces] != slots[faces[:, :1]], axis=1)
    pieces[0], owner[0] = faces[~mixed], owner[0][~mixed]
    for face in faces[mixed].tolist():
        of_three = len({int(slots[v]) for v in face}) == 3
        new = _thirds(face, number, count) if of_three else _halves(face, slots, number)
        if of_three:
            added.append(np.repeat(points[face].mean(0, keepdims=True), 3, 0))
            towards.append(outward[face])
            count += 3
        owner.append(slots[[piece[0] for piece in new]])
        pieces.append(np.array(new, np.int32))
    whole, owners = np.concatenate(pieces), np.concatenate(owner)
    parts = {int(slot): np.ascontiguousarray(whole[owners == slot], np.int32) for slot in np.unique(owners)}
    return Mesh(np.concatenate(added), np.concatenate(towards), parts)


def _meeting(field: Field, points: F32, outward: F32, slots: I32, edges: I32, cell: float) -> F32:
    """Where on the surface, near each edge, one slot gives way to the other (n, 3)."""
    (a, b), (na, nb) = (
        (points[edges[:, 0]], points[edges[:, 1]]),
        (outward[edges[:, 0]], outward[edges[:, 1]]),
    )
    low, high = np.zeros(len(edges), np.float32), np.ones(len(edges), np.float32)
    for _ in range(5):
        t = ((low + high) / 2)[:, None]
        normal = na + (nb - na) * t
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-6)
        first = (
            field.slots((a + (b - a) * t).astype(np.float32), normal.astype(np.float32)) == slots[edges[:, 0]]
        )
        low, high = np.where(first, t[:, 0], low), np.where(first, high, t[:, 0])
    t = np.clip((low + high) / 2, 0.1, 0.9)[:, None]
    return _creased(field, (a + (b - a) * t).astype(np.float32), cell)


def _creased(field: Field, points: Floats, cell: float) -> F32:
    """The points moved to the surface's own crease: a slope over both its sides points at the line."""
    step = 0.25 * cell
    for _ in range(2):
        slope = np.zeros_like(points)
        for axis in range(3):
            shift = step * np.eye(3, dtype=np.float32)[axis]
            slope[:, axis] = field.distance(points + shift) - field.distance(points - shift)
        slope /= 2 * step
        steep = np.maximum((slope * slope).sum(1, keepdims=True), 0.1)
        push = field.distance(points)[:, None] * slope / steep
        most = 0.25 * cell / np.maximum(np.linalg.norm(push, axis=1, keepdims=True), 1e-9)
        points = points - push * np.minimum(most, 1.0)
    return points.astype(np.float32)


def _halves(face: list[int], slots: I32, number: dict[tuple[int, int], int]) -> list[Triangle]:
    """The three triangles that a triangle of two slots falls into; each begins at a corner of its own slot."""
    odd = next(k for k in range(3) if slots[face[k - 1]] == slots[face[k - 2]])
    alone, p, q = face[odd], face[(odd + 1) % 3], face[(odd + 2) % 3]
    return [(alone, number[alone, p], number[alone, q]), (p, q, number[q, alone]),
            (p, number[q, alone], number[p, alone])]  # fmt: skip


def _thirds(face: list[int], number: dict[tuple[int, int], int], middle: int) -> list[Triangle]:
    """The six triangles that a triangle of three slots falls into, about copies of its middle for each of them."""
    out: list[Triangle] = []
    for k, v in enumerate(face):
        after, before = number[v, face[(k + 1) % 3]], number[v, face[k - 1]]
        out += [(v, after, middle + k), (v, middle + k, before)]
    return out
