"""Text set at a size: shaped, broken into lines of a width, as outlines in pixels; or refused with what would fit."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cavendish.errors import PlanError, clip
from cavendish.plan.lettering import Typeface
from cavendish.world.lettering import scripts
from cavendish.world.lettering.breaking import Piece, balanced, lines_in, pieces, unbroken
from cavendish.world.lettering.faces import shelf
from cavendish.world.lettering.setting import Align
from cavendish.world.lettering.shaping import outlines, paragraph, place

Floats = NDArray[np.float64]

CAPITAL = 0.72  # ems of a capital, about
_SMALLER = 0.94  # from one size that is tried to the next
_APART = 0.14  # ems between the ink of two lines, at least


_USUAL = Typeface("sans", 400)


@dataclass(frozen=True)
class Manner:
    """How a text is set: its letters, where its lines stand, ems between letters and from line to line."""

    face: Typeface = _USUAL
    align: Align = "left"
    spacing: float = 0.0
    leading: float = 1.3


@dataclass(frozen=True)
class Set:
    """A text in lines: outlines [n 2] in pixels, y down, from the box's upper left; where its first line stands."""

    lines: tuple[str, ...]
    em: float
    width: float
    height: float
    baseline: float
    contours: tuple[Floats, ...]

    def at(self, x: float, y: float) -> list[Floats]:
        """The outlines with the box's upper left at (x, y)."""
        return [one + np.array((x, y)) for one in self.contours]


def measure(text: str, manner: Manner) -> float:
    """Ems that the text is wide in one line."""
    return float(paragraph(text, manner.face, manner.spacing, shelf()).advances.sum())


def setting(text: str, em: float, width: float, manner: Manner) -> Set | None:
    """The text at `em` pixels in lines of at most `width` pixels; None where a word alone is wider."""
    made = [
        paragraph(row.strip(), manner.face, manner.spacing, shelf()) for row in text.strip("\n").split("\n")
    ]
    rows: list[tuple[int, int, int]] = []
    for number, one in enumerate(made):
        found = pieces(one.text, one.advances.tolist()) or [Piece(0, 0, 0.0, 0.0)]
        found = _fitting(found, width / em)
        if found is None:
            return None
        count = lines_in(found, width / em)
        rows += [(number, found[a].start, found[b - 1].end) for a, b in balanced(found, width / em, count)]
    ink = [outlines(place(made[p], a, b)) for p, a, b in rows]
    over = max([CAPITAL, *(float(one[:, 1].max()) for line in ink for one in line)])
    under = max([0.0, *(-float(one[:, 1].min()) for line in ink for one in line)])
    pitch = max(manner.leading, over + under + _APART) if len(rows) > 1 else manner.leading
    first = max([CAPITAL, *(float(one[:, 1].max()) for one in ink[0])])
    last = max([0.0, *(-float(one[:, 1].min()) for one in ink[-1])])
    contours: list[Floats] = []
    for row, line in enumerate(ink):
        if line:
            low, high = (
                min(float(one[:, 0].min()) for one in line),
                max(float(one[:, 0].max()) for one in line),
            )
            free = width / em - (high - low)
            across = {"left": 0.0, "right": free, "centre": free / 2}[manner.align] - low
            contours += [
                np.stack((one[:, 0] + across, first + row * pitch - one[:, 1]), -1) * em for one in line
            ]
    height = (first + (len(rows) - 1) * pitch + last) * em
    said = tuple(made[p].text[a:b] for p, a, b in rows)
    return Set(said, em, width, height, first * em, tuple(contours))


def fitted(text: str, size: tuple[float, float], largest: float, least: float, manner: Manner) -> Set:
    """The text in a box of width and height, its letters as near to `largest` as go in, no smaller than `least`.

    PlanError with the longest beginning that fits where it does not.
    """
    found = _tried(text, size, largest, least, manner)
    if found is not None:
        return found
    ends = [end for _, end in scripts.clusters(text)]
    low, high = 0, len(ends)
    while high - low > 1:
        middle = (low + high) // 2
        part = text[: ends[middle - 1]].strip()
        fits = not part or _tried(part, size, least, least, manner) is not None
        low, high = (middle, high) if fits else (low, middle)
    kept = text[: ends[low - 1]].rstrip() if low else ""
    raise PlanError(
        f"design: expected at most {len(kept)} such characters here, so that they can be read, "
        f"got {len(text)} ({clip(text, 30)!r})",
        hint=f"a larger size, or {kept!r}" if kept else "a larger size",
    )


def _tried(text: str, size: tuple[float, float], largest: float, least: float, manner: Manner) -> Set | None:
    em = max(largest, least)
    while True:
        found = setting(text, em, size[0], manner)
        if found is not None and found.height <= size[1] * (1 + 1e-6):
            return found
        if em <= least:
            return None
        em = max(em * _SMALLER, least)


def _fitting(found: list[Piece], width: float) -> list[Piece] | None:
    """Pieces none of which is wider than a line, whole words where they go in; None where there are none."""
    whole = unbroken(found)
    for choice in (whole, found):
        if max(piece.width for piece in choice) <= width:
            return [replace(piece, row=0) for piece in choice]
    return None
