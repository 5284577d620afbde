"""The canvas a design is set on: its pixels, colours, letters and measure, and stacks of text in one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cavendish.plan.design import Look, Text
from cavendish.plan.layouts import SCALE
from cavendish.plan.lettering import Typeface, typeface
from cavendish.press.colors import Palette, Rgb, readable, rgb
from cavendish.press.ink import Box, fill
from cavendish.press.type import Manner, Set, fitted, setting
from cavendish.world.lettering.setting import Align

F32 = NDArray[np.float32]

LEAST = {"title": 3.6, "subtitle": 2.4, "body": 2.1, "caption": 1.9}
LEAST_PIXELS = 7.0
"""Ems of letters that are still read."""
_STEP = 0.93
_SHORT = 0.35  # of the longest line: a shorter one is avoided
_LESS = 0.66  # of the size, at least, that is given up for that
_GAP = 0.5  # ems of the next text between two of a stack


@dataclass(frozen=True)
class Board:
    """Display colours (h, w, 3) that are drawn on, the palette, the brand, and a hundredth of the shorter side."""

    sheet: F32
    palette: Palette
    look: Look

    @property
    def unit(self) -> float:
        """A hundredth of the shorter side, in pixels."""
        return min(self.sheet.shape[:2]) / 100

    def least(self, role: str) -> float:
        """Pixels of the smallest em of a role."""
        return max(LEAST[role] * self.unit, LEAST_PIXELS)

    def face(self, role: str, words: str | None = None) -> Typeface:
        """The letters of a role: those asked for, else the brand's, else sans; titles are bold."""
        own = self.look.title_font if role == "title" else self.look.body_font
        if words or own:
            return typeface(words or own)
        return Typeface("sans", {"title": 800, "subtitle": 500}.get(role, 400))

    def manner(self, role: str, align: Align = "left", words: str | None = None) -> Manner:
        """How a text of a role is set."""
        face = self.face(role, words)
        tight = role == "title" and face.family in ("sans", "serif", "slab")
        return Manner(face, align, 0.0, 1.08 if tight else 1.2 if role == "title" else 1.34)

    def write(self, text: str, box: Box, role: str, align: Align = "left", *, color: Rgb | None = None,
              largest: float | None = None, middle: bool = False) -> Set:  # fmt: skip
        """The text is in the box, at its top or middle; PlanError where it cannot be read there."""
        width, height = box[2] - box[0], box[3] - box[1]
        em = largest or SCALE[role] * self.unit
        made = fitted(text, (width, height), em, self.least(role), self.manner(role, align))
        top = box[1] + (height - made.height) / 2 if middle else box[1]
        fill(self.sheet, made.at(box[0], top), color or self.palette.ink)
        return made


@dataclass(frozen=True)
class Stack:
    """Texts over one another, set for a width: each with how far under the top it begins, and the whole height."""

    texts: tuple[Text, ...]
    sets: tuple[Set, ...]
    tops: tuple[float, ...]
    height: float

    def draw(
        self, board: Board, x: float, y: float, ink: Rgb | None = None, ground: Rgb | None = None
    ) -> None:
        """The texts are on the board with their upper left at (x, y)."""
        for text, made, top in zip(self.texts, self.sets, self.tops, strict=True):
            usual = ink or board.palette.ink
            color = readable(rgb(text.color), ground or board.palette.ground) if text.color else usual
            fill(board.sheet, made.at(x, y + top), color)


def stacked(board: Board, texts: Sequence[Text], size: tuple[float, float], align: Align,
            grown: float = 1.0) -> Stack:  # fmt: skip
    """The texts in a width and a height, as large as their roles say or all smaller together; `grown` enlarges them.

    PlanError, with the longest beginning that fits, where the longest text cannot be read there.
    """
    share = grown
    while True:
        made = _tried(board, texts, size[0], align, share)
        if made is not None and made.height <= size[1]:
            return made
        if share < 0.3:
            break
        share *= _STEP
    longest = max(texts, key=lambda one: len(one.text))
    least = board.least(longest.role)
    spare = size[1] - sum(board.least(one.role) * 2 for one in texts if one is not longest)
    fitted(
        longest.text,
        (size[0], max(spare, least)),
        least,
        least,
        board.manner(longest.role, align, longest.font),
    )
    last = _tried(board, texts, size[0], align, 0.3)
    if last is None or last.height > size[1] * 1.02:
        fitted(longest.text, (size[0], least), least, least, board.manner(longest.role, align, longest.font))
    assert last is not None
    return last


def _tried(board: Board, texts: Sequence[Text], width: float, align: Align, share: float) -> Stack | None:
    sets: list[Set] = []
    tops: list[float] = []
    at = 0.0
    for text in texts:
        em = max(SCALE[text.role] * board.unit * share, board.least(text.role))
        made = _even(text.text, em, width, board.manner(text.role, align, text.font))
        if made is None:
            return None
        em = made.em
        at += _GAP * max(em, 0.45 * sets[-1].em) if sets else 0.0
        sets.append(made)
        tops.append(at)
        at += made.height
    return Stack(tuple(texts), tuple(sets), tuple(tops), at)


def _even(text: str, em: float, width: float, manner: Manner) -> Set | None:
    """The text set, a little smaller where that spares it a line far shorter than the others."""
    made = setting(text, em, width, manner)
    if made is None or len(made.lines) < 2 or _evenness(made) > _SHORT:
        return made
    for share in np.arange(0.97, _LESS, -0.03):
        less = setting(text, em * float(share), width, manner)
        if less is not None and (len(less.lines) < len(made.lines) or _evenness(less) > _SHORT):
            return less
    return made


def _evenness(of: Set) -> float:
    """The shortest line in parts of the longest."""
    letters = [len(line.strip()) for line in of.lines]
    return min(letters) / max(letters)
