"""One line of lettering: shaped by HarfBuzz, fitted to a rectangle, and its exact signed distance."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cavendish.errors import PlanError

FONT = Path(__file__).parent / "fonts" / "Lato-Bold.ttf"
MARGIN = 0.08  # of the rectangle's smaller side, left free all round
MOST_EMS = 24.0  # a line longer than this many ems is too small to read
_STEPS = 8  # straight pieces a curve is drawn with

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Line:
    """A fitted line: its closed polygons `[n 2]` and the em's size, in stage units.

    x goes right, y up, from the rectangle's middle.
    """

    text: str
    width: float
    height: float
    em: float
    contours: tuple[Floats, ...]


def layout(text: str, width: float, height: float) -> Line:
    """The text shaped (kerning, ligatures, accents), as large as the margins let it be, its ink centred.

    Raises PlanError for a character the font cannot draw, for nothing to draw, and for a text so long that
    its letters could not be read (more than MOST_EMS ems).
    """
    polygons, advance, em = _shape(text)
    if not polygons:
        raise PlanError(f"lettering: expected a text with visible letters, got {text!r}")
    if advance > MOST_EMS * em:
        kept = _longest(text)
        raise PlanError(
            f"lettering: expected a line of at most {len(kept)} such characters, got {len(text)}",
            hint=repr(kept),
        )
    low, high = np.min([p.min(0) for p in polygons], 0), np.max([p.max(0) for p in polygons], 0)
    free = 2 * MARGIN * min(width, height)
    # Letters without ascenders may not grow past the size that the capital height of the font would have.
    tall = max(float(high[1] - low[1]), _capital() * em)
    scale = min((width - free) / float(high[0] - low[0]), (height - free) / tall)
    middle = (low + high) / 2
    return Line(text, width, height, scale * em, tuple((p - middle) * scale for p in polygons))


def signed_distance(text: str, width: float, height: float, pixels: int = 512) -> NDArray[np.float32]:
    """The fitted line's signed distance `[h w]` in stage units: positive inside the letters, row 0 on top.

    `pixels` is the number of samples along the longer side; samples are pixel centres, exact to about a
    thousandth of a pixel. Raises PlanError as `layout` does.
    """
    return distance_of(layout(text, width, height), pixels)


def distance_of(line: Line, pixels: int = 512) -> NDArray[np.float32]:
    """The signed distance of a fitted line; see `signed_distance`."""
    from scipy.spatial import KDTree

    step = max(line.width, line.height) / pixels
    w, h = max(1, round(line.width / step)), max(1, round(line.height / step))
    xs = ((np.arange(w) + 0.5) / w - 0.5) * line.width
    ys = (0.5 - (np.arange(h) + 0.5) / h) * line.height
    starts, ends = _segments(line.contours)
    winding = _winding(starts, ends, xs, ys)
    sample, owner = _samples(starts, ends, step / 4)
    if np.abs(winding).max() > 1:  # strokes that overlap: what lies inside another stroke is no edge
        edge = _is_edge(sample, owner, starts, ends)
        sample, owner = sample[edge], owner[edge]
    grid = np.stack(np.meshgrid(xs, ys), -1).reshape(-1, 2)
    near = np.asarray(KDTree(sample).query(grid)[1], dtype=np.int64)
    distance = np.full(len(grid), np.inf)
    for neighbour in (-1, 0, 1):  # the nearest sample's own piece and the two written beside it
        index = np.clip(owner[near] + neighbour, 0, len(starts) - 1)
        distance = np.minimum(distance, _to_segment(grid, starts[index], ends[index]))
    return np.where(winding.ravel() != 0, distance, -distance).reshape(h, w).astype(np.float32)


def _to_segment(points: Floats, a: Floats, b: Floats) -> Floats:
    along = b - a
    length = np.maximum((along * along).sum(-1), 1e-30)
    t = np.clip(((points - a) * along).sum(-1) / length, 0.0, 1.0)
    return np.linalg.norm(points - a - t[:, None] * along, axis=-1)


def _segments(contours: Sequence[Floats]) -> tuple[Floats, Floats]:
    return np.concatenate(contours), np.concatenate([np.roll(c, -1, axis=0) for c in contours])


def _samples(starts: Floats, ends: Floats, spacing: float) -> tuple[Floats, NDArray[np.int64]]:
    """Points along every piece, at most `spacing` apart, and the piece each lies on."""
    counts = np.maximum(1, np.ceil(np.linalg.norm(ends - starts, axis=-1) / spacing)).astype(np.int64)
    owner = np.repeat(np.arange(len(starts)), counts)
    rank = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    t = (rank / counts[owner])[:, None]
    return starts[owner] * (1 - t) + ends[owner] * t, owner


def _winding(starts: Floats, ends: Floats, xs: Floats, ys: Floats) -> NDArray[np.int64]:
    """How often the outlines wind round each sample `[h w]`: crossings of each row, summed from the left."""
    up = ends[:, 1] > starts[:, 1]
    low, high = np.where(up[:, None], starts, ends), np.where(up[:, None], ends, starts)
    turns = np.zeros((len(ys), len(xs) + 1), dtype=np.int64)
    # Rows run from top to bottom, so a piece crosses rows first..last-1 of the samples with low <= y < high.
    first = np.searchsorted(-ys, -high[:, 1], side="right")
    last = np.searchsorted(-ys, -low[:, 1], side="right")
    counts = last - first
    owner = np.repeat(np.arange(len(starts)), counts)
    row = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts) + first[owner]
    rise = high[owner, 1] - low[owner, 1]
    x = low[owner, 0] + (ys[row] - low[owner, 1]) / rise * (high[owner, 0] - low[owner, 0])
    np.add.at(turns, (row, np.searchsorted(xs, x)), np.where(up[owner], 1, -1))
    return np.cumsum(turns[:, :-1], axis=1)


def _is_edge(sample: Floats, owner: NDArray[np.int64], starts: Floats, ends: Floats) -> NDArray[np.bool_]:
    """Whether the two sides of each sample differ in being inside (winding numbers by a ray to the side)."""
    along = (ends - starts)[owner]
    normal = np.stack((along[:, 1], -along[:, 0]), -1) / np.linalg.norm(along, axis=-1, keepdims=True)
    reach = 1e-6 * float(np.ptp(starts[:, 0]))
    inside: list[NDArray[np.bool_]] = []
    for point in (sample + reach * normal, sample - reach * normal):
        total = np.zeros(len(point), dtype=np.int64)
        for a, b in zip(starts, ends, strict=True):
            crossed = (a[1] <= point[:, 1]) != (b[1] <= point[:, 1])
            left = (b[0] - a[0]) * (point[:, 1] - a[1]) - (point[:, 0] - a[0]) * (b[1] - a[1])
            up = b[1] > a[1]
            total += np.where(crossed & ((left < 0) == up), 1 if up else -1, 0)
        inside.append(total != 0)
    return inside[0] != inside[1]


def _longest(text: str) -> str:
    fits = [n for n in range(1, len(text)) if (shape := _shape(text[:n]))[1] <= MOST_EMS * shape[2]]
    return text[: fits[-1]].rstrip() if fits else ""


def _shape(text: str) -> tuple[tuple[Floats, ...], float, float]:
    """The shaped line's polygons in font units, its advance, and the em."""
    hb = _harfbuzz()
    font, em = _font()
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {})
    polygons: list[Floats] = []
    at = 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint == 0:
            raise PlanError(
                f"lettering: expected letters the font can draw, got {text[info.cluster]!r}",
                hint="Latin, Greek or Cyrillic letters",
            )
        offset = np.array([at + position.x_offset, position.y_offset], dtype=np.float64)
        polygons += [p + offset for p in _glyph(info.codepoint)]
        at += position.x_advance
    return tuple(polygons), float(at), float(em)


def _harfbuzz() -> Any:
    """The shaping library, imported when first needed; it carries no types."""
    return import_module("uharfbuzz")


@lru_cache(maxsize=1)
def _font() -> tuple[Any, int]:
    hb = _harfbuzz()
    face = hb.Face(hb.Blob.from_file_path(str(FONT)))
    return hb.Font(face), face.upem


@lru_cache(maxsize=1)
def _capital() -> float:
    """The height of a capital letter, of one em."""
    polygons, _, em = _shape("H")
    return float(np.max(polygons[0][:, 1])) / em


class _Pen:
    """Collects one glyph's outlines as polygons; curves become `_STEPS` straight pieces."""

    def __init__(self) -> None:
        self.polygons: list[list[Floats]] = []

    def moveTo(self, p: tuple[float, float]) -> None:  # noqa: N802 -- the pen protocol's names
        self.polygons.append([np.array(p, dtype=np.float64)])

    def lineTo(self, p: tuple[float, float]) -> None:  # noqa: N802 -- the pen protocol's names
        self.polygons[-1].append(np.array(p, dtype=np.float64))

    def qCurveTo(self, a: tuple[float, float], b: tuple[float, float]) -> None:  # noqa: N802 -- the pen protocol's names
        start, control, end = self.polygons[-1][-1], np.array(a), np.array(b)
        for t in np.linspace(0, 1, _STEPS + 1)[1:]:
            self.polygons[-1].append((1 - t) ** 2 * start + 2 * t * (1 - t) * control + t * t * end)

    def curveTo(self, a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> None:  # noqa: N802 -- the pen protocol's names
        p, q, r, s = self.polygons[-1][-1], np.array(a), np.array(b), np.array(c)
        for t in np.linspace(0, 1, _STEPS + 1)[1:]:
            u = 1 - t
            self.polygons[-1].append(u**3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t**3 * s)

    def closePath(self) -> None:  # noqa: N802 -- the pen protocol's names
        """Polygons close by themselves."""

    endPath = closePath  # noqa: N815 -- the pen protocol's names


@lru_cache(maxsize=512)
def _glyph(index: int) -> tuple[Floats, ...]:
    font, _ = _font()
    pen = _Pen()
    font.draw_glyph_with_pen(index, pen)
    return tuple(_clean(np.array(p)) for p in pen.polygons if len(p) > 2)


def _clean(polygon: Floats) -> Floats:
    """The polygon without repeated points."""
    return polygon[np.any(polygon != np.roll(polygon, 1, axis=0), axis=1)]
