"""A text set in a rectangle: broken into the lines that let its letters be largest, or refused with what would fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cavendish.errors import PlanError
from cavendish.plan.lettering import Typeface
from cavendish.world.lettering import scripts
from cavendish.world.lettering.breaking import Piece, balanced, lines_in, narrowest, pieces, unbroken
from cavendish.world.lettering.faces import Shelf
from cavendish.world.lettering.shaping import Glyph, Paragraph, outlines, paragraph, place

Floats = NDArray[np.float64]
Align = Literal["left", "centre", "right"]

MARGIN = 0.08  # of the rectangle's smaller side, left free all round
MOST_EMS, MOST_DENSE = (
    24.0,
    16.0,
)  # ems across, of alphabets and of Chinese and its kin: smaller letters are not read
_FEWEST_LINES = 2.5  # a low rectangle always has room for letters of this share of its height
_MOST_LINES = 16
_LEADING = 0.2  # ems between the ink of one line and the next, at least
_CLOSEST = 0.9  # ems from line to line, at least
_CAPITAL = 0.7  # ems: letters without ascenders may not grow past the size that capitals would have
_NEARLY = 0.94  # fewer lines are taken where the letters are as good as large
_WHOLE = 0.66  # no line ends inside a word where letters of this share of the size do without
_DENSE = (scripts.IDEOGRAPHIC, "Hang")


@dataclass(frozen=True)
class Block:
    """A fitted text: its lines, the em in stage units, and its closed polygons `[n 2]`.

    x goes right, y up, from the rectangle's middle. `glyphs` are those of each line, in ems.
    """

    text: str
    width: float
    height: float
    em: float
    lines: tuple[str, ...]
    contours: tuple[Floats, ...]
    glyphs: tuple[tuple[Glyph, ...], ...]


@dataclass(frozen=True)
class Manner:
    """How a text is set: its letters, where its lines stand, ems between letters, and the fonts there are."""

    face: Typeface
    align: Align
    spacing: float
    where: Shelf


@dataclass(frozen=True)
class _Plan:
    """Paragraphs, all their pieces in order, and how far their ink goes over and under the baseline."""

    paragraphs: tuple[Paragraph, ...]
    pieces: tuple[Piece, ...]
    over: float
    under: float

    @property
    def pitch(self) -> float:
        """Ems from baseline to baseline, so that no ink of two lines meets."""
        return max(self.over + self.under + _LEADING, _CLOSEST)

    def tall(self, count: int) -> float:
        """Ems that so many lines are high."""
        return max(self.over + self.under, _CAPITAL) + (count - 1) * self.pitch


def fit(text: str, width: float, height: float, manner: Manner) -> Block:
    """The text as large as the margins let it be, its ink centred.

    Raises PlanError for a character no font has, for nothing to draw, and for a text whose letters would be too small
    to read, with the longest beginning that can be read.
    """
    plan = _planned(text, manner)
    em, count = _largest(plan, width, height)
    least = _least(text, width, height)
    whole = replace(plan, pieces=tuple(unbroken(plan.pieces)))
    em_whole, count_whole = _largest(whole, width, height)
    if em_whole >= max(_WHOLE * em, least):
        plan, em, count = whole, em_whole, count_whole
    if em < least:
        kept = _longest(text, width, height, manner)
        raise PlanError(
            f"lettering: expected at most {len(kept)} such characters here, so that they can be read, got {len(text)}",
            hint=repr(kept),
        )
    lines = _lines(plan, (width - _free(width, height)) / em, count)
    return _drawn(text, (width, height), plan, lines, manner.align)


def _planned(text: str, manner: Manner) -> _Plan:
    rows = text.strip("\n").split("\n")
    made = tuple(paragraph(row.strip(), manner.face, manner.spacing, manner.where) for row in rows)
    of: list[Piece] = []
    over, under, seen = 0.0, 0.0, False
    for number, one in enumerate(made):
        found = pieces(one.text, one.advances.tolist()) or [Piece(0, 0, 0.0, 0.0)]
        of += [replace(piece, row=number) for piece in found]
        of[-1] = replace(of[-1], ends=True)
        ink = outlines(place(one, 0, len(one.text)))
        seen = seen or bool(ink)
        over = max([over, *(float(polygon[:, 1].max()) for polygon in ink)])
        under = max([under, *(-float(polygon[:, 1].min()) for polygon in ink)])
    if not seen:
        raise PlanError(f"lettering: expected a text with visible letters, got {text!r}")
    return _Plan(made, tuple(of), over, under)


def _largest(plan: _Plan, width: float, height: float) -> tuple[float, int]:
    """The em of the largest letters, in stage units, and in how many lines; fewer where that is as good."""
    free = _free(width, height)
    found: list[tuple[float, int]] = []
    for count in range(1, _MOST_LINES + 1):
        wide = narrowest(plan.pieces, count)
        if wide is not None:
            found.append((min((width - free) / max(wide, 1e-6), (height - free) / plan.tall(count)), count))
            if lines_in(plan.pieces, wide) == len(plan.pieces):
                break
    if not found:
        return 0.0, 0
    best = max(em for em, _ in found)
    return next((em, count) for em, count in found if em >= _NEARLY * best)


def _lines(plan: _Plan, width: float, count: int) -> list[tuple[int, int, int]]:
    """Paragraph, start and end of every line; `width` in ems."""
    least = narrowest(plan.pieces, count) or width
    out: list[tuple[int, int, int]] = []
    for first, last in balanced(plan.pieces, min(least, width), count):
        out.append((plan.pieces[first].row, plan.pieces[first].start, plan.pieces[last - 1].end))
    return out


def _drawn(
    text: str, size: tuple[float, float], plan: _Plan, lines: Sequence[tuple[int, int, int]], align: Align
) -> Block:
    width, height = size
    glyphs = [tuple(place(plan.paragraphs[p], a, b)) for p, a, b in lines]
    polygons: list[Floats] = []
    for row, line in enumerate(glyphs):
        ink = outlines(list(line))
        if ink:
            left, right = min(float(p[:, 0].min()) for p in ink), max(float(p[:, 0].max()) for p in ink)
            across = {"left": -left, "right": -right, "centre": -(left + right) / 2}[align]
            polygons += [polygon + np.array((across, -row * plan.pitch)) for polygon in ink]
    low, high = np.min([p.min(0) for p in polygons], 0), np.max([p.max(0) for p in polygons], 0)
    free = _free(width, height)
    tall = max(float(high[1] - low[1]), _CAPITAL + (len(lines) - 1) * plan.pitch)
    em = min((width - free) / float(high[0] - low[0]), (height - free) / tall)
    middle = (low + high) / 2
    said = tuple(plan.paragraphs[p].text[a:b] for p, a, b in lines)
    return Block(text, width, height, em, said, tuple((p - middle) * em for p in polygons), tuple(glyphs))


def _free(width: float, height: float) -> float:
    return 2 * MARGIN * min(width, height)


def _least(text: str, width: float, height: float) -> float:
    """The smallest em that is read on a rectangle, in stage units."""
    dense = any(scripts.script_of(char) in _DENSE for char in text)
    return min(width / (MOST_DENSE if dense else MOST_EMS), height / _FEWEST_LINES)


def _longest(text: str, width: float, height: float, manner: Manner) -> str:
    """The longest beginning of a text that fits, cut between words where there are any; "" when none does."""
    ends = [end for _, end in scripts.clusters(text)]
    low, high = 0, len(ends)  # so many clusters fit, and so many do not
    while high - low > 1:
        middle = (low + high) // 2
        if _fits(text[: ends[middle - 1]], width, height, manner):
            low = middle
        else:
            high = middle
    kept = text[: ends[low - 1]] if low else ""
    words = kept.rsplit(maxsplit=1)
    whole = text[len(kept) : len(kept) + 1].isspace() or len(words) < 2
    return kept.rstrip() if whole else words[0]


def _fits(text: str, width: float, height: float, manner: Manner) -> bool:
    if not text.strip():
        return True
    return _largest(_planned(text, manner), width, height)[0] >= _least(text, width, height)
