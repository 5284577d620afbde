"""The exact signed distance to closed outlines on a grid: piece by piece near the edges, by the nearest beyond."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Index = NDArray[np.int64]
Bools = NDArray[np.bool_]

_BAND = 1.5  # pixels on either side of the edges that are measured against every piece there
_APART = 0.3  # pixels between the points along edges that farther pixels are measured by
_PART = 1 << 21  # pairs of pixel and piece in hand at once


def signed(contours: Sequence[Floats], width: float, height: float, pixels: int) -> NDArray[np.float32]:
    """The signed distance `[h w]` to outlines `[n 2]`, in their unit: positive inside, row 0 on top.

    The rectangle is `width` by `height` about the origin, y up; `pixels` are those along its longer side. What outlines
    wind round at all is inside, so strokes may overlap. Within a pixel of an edge it is exact, farther off to a
    hundredth of a pixel.
    """
    step = max(width, height) / pixels
    w, h = max(1, round(width / step)), max(1, round(height / step))
    # All is measured in pixels: pixel (i, j) has its middle at (i, j).
    grid = [
        np.stack(((p[:, 0] / width + 0.5) * w - 0.5, (0.5 - p[:, 1] / height) * h - 0.5), -1)
        for p in contours
    ]
    starts, ends = np.concatenate(grid), np.concatenate([np.roll(p, -1, axis=0) for p in grid])
    turns = winding(starts, ends, w, h)
    if np.abs(turns).max() > 1:  # strokes that overlap: what lies inside another stroke is no edge
        starts, ends = _edges(starts, ends, turns)
    unit = np.array((width / w, height / h))  # of a pixel: not quite square
    near, owner = _banded(starts, ends, unit, (w, h))
    _carry(near, owner, starts * unit, ends * unit, unit)
    return np.where(turns != 0, near, -near).astype(np.float32)


def winding(starts: Floats, ends: Floats, w: int, h: int) -> Index:
    """How often the outlines wind round each pixel's middle `[h w]`: crossings of each row, summed from the left."""
    down = ends[:, 1] > starts[:, 1]
    low, high = np.where(down[:, None], starts, ends), np.where(down[:, None], ends, starts)
    first = np.clip(np.ceil(low[:, 1]), 0, h).astype(np.int64)
    last = np.clip(np.ceil(high[:, 1]), 0, h).astype(np.int64)
    counts = last - first
    owner = np.repeat(np.arange(len(starts)), counts)
    row = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts) + first[owner]
    rise = high[owner, 1] - low[owner, 1]
    x = low[owner, 0] + (row - low[owner, 1]) / rise * (high[owner, 0] - low[owner, 0])
    turns = np.zeros((h, w + 1), dtype=np.int64)
    np.add.at(turns, (row, np.clip(np.ceil(x), 0, w).astype(np.int64)), np.where(down[owner], 1, -1))
    return np.cumsum(turns[:, :-1], axis=1)


def _banded(starts: Floats, ends: Floats, unit: Floats, size: tuple[int, int]) -> tuple[Floats, Index]:
    """Distances `[h w]` within the band, infinity elsewhere, and the piece each is to, -1 elsewhere."""
    w, h = size
    distance, owner = np.full(w * h, np.inf), np.full(w * h, -1, np.int64)
    reach = _BAND * float(unit.min())
    low = np.floor(np.minimum(starts, ends) - _BAND).astype(np.int64)
    high = np.ceil(np.maximum(starts, ends) + _BAND).astype(np.int64) + 1
    low, high = np.clip(low, 0, (w, h)), np.clip(high, 0, (w, h))
    sides = np.maximum(high - low, 0)
    area = sides.prod(1)
    order = np.flatnonzero(area)
    cut = np.searchsorted(np.cumsum(area[order]), np.arange(_PART, int(area.sum()) + _PART, _PART))
    for part in np.split(order, np.unique(np.minimum(cut + 1, len(order)))):
        of = np.repeat(part, area[part])
        rank = np.arange(len(of)) - np.repeat(np.cumsum(area[part]) - area[part], area[part])
        x, y = (
            low[of, 0] + rank % np.maximum(sides[of, 0], 1),
            low[of, 1] + rank // np.maximum(sides[of, 0], 1),
        )
        found = to_segment(np.stack((x, y), -1) * unit, starts[of] * unit, ends[of] * unit)
        pixel = y * w + x
        better = np.flatnonzero(found < np.minimum(distance[pixel], reach))
        # Written from far to near: of several values for one pixel the last stays.
        far_first = better[np.argsort(-found[better], kind="stable")]
        distance[pixel[far_first]], owner[pixel[far_first]] = found[far_first], of[far_first]
    return distance.reshape(h, w), owner.reshape(h, w)


def _carry(distance: Floats, owner: Index, starts: Floats, ends: Floats, unit: Floats) -> None:
    """Pixels beyond the band are measured against the piece that the nearest of points along the edges lies on."""
    from scipy.spatial import KDTree

    ys, xs = np.nonzero(owner < 0)
    if not len(ys):
        return
    counts = np.maximum(1, np.ceil(np.linalg.norm(ends - starts, axis=-1) / (_APART * unit.min()))).astype(
        np.int64
    )
    of = np.repeat(np.arange(len(starts)), counts)
    t = ((np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)) / counts[of])[:, None]
    points = np.stack((xs, ys), -1) * unit
    found = KDTree(starts[of] * (1 - t) + ends[of] * t).query(points)[1]
    nearest = of[np.asarray(found, dtype=np.int64)]
    best = np.full(len(points), np.inf)
    for beside in (-1, 0):  # the piece that the point begins, and the one that ends there
        index = np.maximum(nearest + beside, 0)
        best = np.minimum(best, to_segment(points, starts[index], ends[index]))
    distance[ys, xs] = best


def to_segment(points: Floats, a: Floats, b: Floats) -> Floats:
    """The distance of each point `[n 2]` to the piece from `a` to `b`."""
    along = b - a
    length = np.maximum((along * along).sum(-1), 1e-30)
    t = np.clip(((points - a) * along).sum(-1) / length, 0.0, 1.0)
    return np.linalg.norm(points - a - t[:, None] * along, axis=-1)


def _edges(starts: Floats, ends: Floats, turns: Index) -> tuple[Floats, Floats]:
    """The pieces that part inside from outside; those near an overlap are cut small, and what is hidden is left out."""
    from scipy.ndimage import maximum_filter

    h, w = turns.shape
    crowded = maximum_filter(np.abs(turns), 5) > 1
    low, high = np.minimum(starts, ends), np.maximum(starts, ends)
    corners = [np.clip(np.rint(p), 0, (w - 1, h - 1)).astype(np.int64) for p in (low, high)]
    total = np.pad(np.cumsum(np.cumsum(crowded, 0), 1), ((1, 0), (1, 0)))
    (x0, y0), (x1, y1) = corners[0].T, corners[1].T + 1
    touched = total[y1, x1] - total[y0, x1] - total[y1, x0] + total[y0, x0] > 0
    kept_a, kept_b = [starts[~touched]], [ends[~touched]]
    a, b = starts[touched], ends[touched]
    counts = np.maximum(1, np.ceil(np.linalg.norm(b - a, axis=-1) / 0.25)).astype(np.int64)
    of = np.repeat(np.arange(len(a)), counts)
    rank = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
    t0, t1 = (rank / counts[of])[:, None], ((rank + 1) / counts[of])[:, None]
    p, q = a[of] * (1 - t0) + b[of] * t0, a[of] * (1 - t1) + b[of] * t1
    parting = _parts(p, q, starts, ends)
    return np.concatenate([*kept_a, p[parting]]), np.concatenate([*kept_b, q[parting]])


def _parts(p: Floats, q: Floats, starts: Floats, ends: Floats) -> Bools:
    """Whether the two sides of each small piece differ in being inside."""
    along = q - p
    length = np.maximum(np.linalg.norm(along, axis=-1, keepdims=True), 1e-12)
    normal = np.stack((along[:, 1], -along[:, 0]), -1) / length
    middle = (p + q) / 2
    sides = [_wound(middle + reach * normal, starts, ends) != 0 for reach in (1e-5, -1e-5)]
    return sides[0] != sides[1]


def _wound(points: Floats, starts: Floats, ends: Floats) -> Index:
    """How often the outlines wind round each point (n): crossings to its right, of the pieces at its height."""
    order = np.argsort(points[:, 1], kind="stable")
    ys, xs = points[order, 1], points[order, 0]
    down = ends[:, 1] > starts[:, 1]
    low, high = np.where(down[:, None], starts, ends), np.where(down[:, None], ends, starts)
    first, last = np.searchsorted(ys, low[:, 1], side="left"), np.searchsorted(ys, high[:, 1], side="left")
    total = np.zeros(len(points), np.int64)
    counts = last - first
    pieces = np.flatnonzero(counts)
    cut = np.searchsorted(np.cumsum(counts[pieces]), np.arange(_PART, int(counts.sum()) + _PART, _PART))
    for part in np.split(pieces, np.unique(np.minimum(cut + 1, len(pieces)))):
        of = np.repeat(part, counts[part])
        at = np.arange(len(of)) - np.repeat(np.cumsum(counts[part]) - counts[part], counts[part]) + first[of]
        t = (ys[at] - low[of, 1]) / (high[of, 1] - low[of, 1])
        crossed = low[of, 0] + t * (high[of, 0] - low[of, 0]) > xs[at]
        np.add.at(total, at[crossed], np.where(down[of[crossed]], 1, -1))
    out = np.empty_like(total)
    out[order] = total
    return out
