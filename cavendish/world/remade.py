"""Looks that change the stage, not the pixels: all of it in clay, in flat facets, or as figurines on bases.

Shapes: n points, m slots.
"""

import numpy as np
import numpy.typing as npt

from cavendish.world import materials
from cavendish.world.frames import Frame, bounds, prim_row
from cavendish.world.rays import normals
from cavendish.world.shapes.base import CYLINDER, Prim, Slot

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
CLAY, FACETS, FIGURINE = "clay", "low poly", "figurine"
RISE = 0.07
"""Height of a figurine's base in stage units."""
_FACET = 0.30
"""Size of a facet as a share of its thing's radius."""
_UPRIGHT = 0.25
_BASE = Slot((0.035, 0.033, 0.036), "ceramic")
_MODELLED = {CLAY: Slot("main", "clay"), FIGURINE: Slot("main", "plastic")}


def restuffed(slots: F32, look: str | None) -> F32:
    """The slots (m, 29) in the look's one stuff; colours, patterns, letters and what glows stay."""
    if look not in _MODELLED or not len(slots):
        return slots
    stuff = materials.slot_row(_MODELLED[look], (0.5, 0.5, 0.5), "matte")
    out = slots.copy()
    numbers = [*range(materials.ROUGH, materials.COAT + 1), materials.GRAIN, materials.FREQUENCY, materials.STRETCH,
               materials.BUMP, materials.TEXTURE, materials.RELIEF]  # fmt: skip
    out[:, numbers] = stuff[numbers]
    if look == CLAY:
        out[:, [materials.BUMP, materials.GRAIN]] *= 2.2
    return out


def raised(frame: Frame, look: str | None) -> Frame:
    """Where a thing stands once it has a base under it."""
    if look != FIGURINE:
        return frame
    return Frame(frame.turn, frame.origin + np.array((0, RISE, 0), np.float32), frame.scale, frame.mark)


def base_of(rows: F32, slots: list[F32], look: str | None) -> list[F32]:
    """The base under a figurine whose primitives are `rows`: a low disc on the ground, none where it stands higher.

    Its slot is put at the end of `slots`.
    """
    if look != FIGURINE:
        return []
    low = float((rows[:, 2] - rows[:, 4:7].max(1)).min())
    if low > RISE + 0.5:
        return []
    center, radius = bounds(rows)
    flat = Frame(np.eye(3, dtype=np.float32), np.array((center[0], 0, center[2]), np.float32), 1.0, 0.0)
    disc = Prim(CYLINDER, (0, RISE / 2, 0), (radius * 0.66, RISE / 2, 0), "base", round=0.02)
    slots.append(materials.slot_row(_BASE, (0.5, 0.5, 0.5), "matte"))
    return [prim_row(disc, flat, len(slots) - 1)]


def faceted(prims: F32, solids: F32, point: F32, owner: I32, normal: F32) -> F32:
    """Normals (n, 3) that are one to a facet: those of the nearest of scattered points; `point` is (3, n).

    Where a facet's normal would turn away from the surface's own it stays that.
    """
    size = np.maximum(solids[owner, 5] * _FACET, 0.02)
    q = (point.T - solids[owner, 2:5]) / size[:, None]
    cell: npt.NDArray[np.floating] = np.floor(q)
    best, seat = np.full(len(q), np.inf), np.zeros_like(q)
    for step in np.stack(np.meshgrid(*(np.arange(-1.0, 2.0),) * 3, indexing="ij"), -1).reshape(-1, 3):
        at = cell + step
        at = at + 0.5 + 0.42 * _scattered(at)
        away = ((q - at) ** 2).sum(1)
        near = away < best
        best, seat = np.where(near, away, best), np.where(near[:, None], at, seat)
    there = np.ascontiguousarray((seat * size[:, None] + solids[owner, 2:5]).T, np.float32)
    found = normals(prims, solids, there, owner, np.float32(0.004)).T
    return np.where(((found * normal).sum(1) > _UPRIGHT)[:, None], found, normal).astype(np.float32)


def _scattered(cell: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    """Numbers (n, 3) in −1..1 that belong to the cells (n, 3)."""
    dots = cell @ np.array(((127.1, 269.5, 419.2), (311.7, 183.3, 371.9), (74.7, 246.1, 168.3)))
    return 2 * np.modf(np.abs(np.sin(dots) * 43758.5453))[0] - 1
