"""Where things stand, and their primitives as the rows that kernels read."""

import hashlib
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.world.packets import P_REACH, PRIM_WIDTH
from cavendish.world.shapes.base import BOX, CAPSULE, CONE, CYLINDER, ELLIPSOID, Prim, rotation

F32 = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Frame:
    """Where a thing stands: local-to-world rotation (3, 3), origin (3), scale, and a hash in -1..1 of its id."""

    turn: F32
    origin: F32
    scale: float
    mark: float


def mark_of(name: str) -> float:
    """A number in -1..1 that tells one thing from another."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=4).digest()) / 2**31 - 1.0


def prim_row(p: Prim, frame: Frame, slot: int) -> F32:
    """A primitive as the kernels read it, in world axes and stage units."""
    turn = frame.turn @ np.array(rotation(p.turn), np.float32)
    row = np.zeros(PRIM_WIDTH, np.float32)
    row[0] = p.type
    row[1:4] = frame.turn @ (np.array(p.center, np.float32) * frame.scale) + frame.origin
    row[4:7] = np.array(p.dims, np.float32) * frame.scale
    if p.type > CONE:
        row[6] = p.dims[2]
    row[7] = p.round * frame.scale
    row[8:17] = turn.T.reshape(-1)
    row[17:22] = (p.blend * frame.scale, p.op_code, slot, p.shell * frame.scale, math.radians(p.arc / 2))
    row[P_REACH] = _reach(p.type, row[4:7]) + row[20]
    return row


def _half(kind: int, d: F32, turn: F32) -> F32:
    """Half extents along the outer axes of a primitive with local-to-outer rotation `turn`."""
    side = np.sqrt(turn[:, 0] ** 2 + turn[:, 2] ** 2)
    axis = np.abs(turn[:, 1])
    if kind == ELLIPSOID:
        return np.sqrt((turn**2) @ (d**2))
    if kind == BOX:
        return np.abs(turn) @ d
    if kind == CYLINDER:
        return axis * d[1] + side * d[0]
    if kind == CAPSULE:
        return axis * d[1] + max(d[0], d[2])
    if kind == CONE:
        return axis * d[1] + side * max(d[0], d[2])
    return side * d[0] + d[1]


def _reach(kind: int, d: F32) -> float:
    """Distance from a primitive's centre to its farthest point."""
    if kind == ELLIPSOID:
        return float(d.max())
    if kind == BOX:
        return float(np.linalg.norm(d))
    if kind == CAPSULE:
        return float(d[1] + max(d[0], d[2]))
    if kind in (CYLINDER, CONE):
        return math.hypot(max(d[0], d[2]), d[1])
    return float(d[0] + d[1])


def extent(prims: tuple[Prim, ...]) -> tuple[F32, F32]:
    """Lower and upper corners of the box around a thing's primitives, in its own frame and unit."""
    low, high = np.full(3, np.inf), np.full(3, -np.inf)
    for p in prims:
        half = _half(p.type, np.array(p.dims), np.array(rotation(p.turn))) + p.shell
        center = np.array(p.center)
        if p.op == "union":
            low, high = np.minimum(low, center - half), np.maximum(high, center + half)
        elif p.op == "intersect":
            low, high = np.maximum(low, center - half), np.minimum(high, center + half)
    return low.astype(np.float32), high.astype(np.float32)


def bounds(rows: F32) -> tuple[F32, float]:
    """Centre and radius of a sphere around primitive rows."""
    low, high = np.full(3, np.inf), np.full(3, -np.inf)
    balls: list[tuple[F32, float]] = []
    for row in rows:
        if row[18] != 0:
            continue
        half = _half(int(row[0]), row[4:7], row[8:17].reshape(3, 3).T) + row[20]
        low, high = np.minimum(low, row[1:4] - half), np.maximum(high, row[1:4] + half)
        reach = _reach(int(row[0]), row[4:7]) + float(row[20])
        balls.append((row[1:4], reach))
    center = ((low + high) / 2).astype(np.float32)
    radius = max(float(np.linalg.norm(c - center)) + r for c, r in balls)
    return center, min(radius, float(np.linalg.norm(high - low)) / 2) + 0.01
