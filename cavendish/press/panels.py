"""Steps as a grid of panels: icons painted small, numbers, words, and arrows from each to the next."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cavendish.errors import PlanError
from cavendish.plan.design import Step
from cavendish.press.board import SCALE, Board
from cavendish.press.colors import readable
from cavendish.press.ink import Box, chevron, disc, fill, paste, rectangle
from cavendish.press.type import Manner, Set, fitted, setting
from cavendish.world.lettering.setting import Align

F32 = NDArray[np.float32]

_ROUND = 2.2  # hundredths of the shorter side
_GUTTER = 5.0


@dataclass(frozen=True)
class Grid:
    """Panels of a box in rows: how many a row, and whether icons stand beside the words instead of over them."""

    columns: int
    rows: int
    beside: bool


def grid(count: int, width: float, height: float, *, icons: bool) -> Grid:
    """The grid whose panels have the likeliest shape: upright with the icon on top, or wide with it beside."""
    best: tuple[float, Grid] | None = None
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        ratio = (width / columns) / (height / rows)
        spare = (rows * columns - count) / count
        for beside, wanted in ((False, 0.85 if icons else 1.3), (True, 2.8)):
            cost = abs(math.log(ratio / wanted)) + 0.9 * spare + (0.12 if beside else 0.0)
            if best is None or cost < best[0]:
                best = (cost, Grid(columns, rows, beside))
    assert best is not None
    return best[1]


def cells(of: Grid, count: int, box: Box, gutter: float) -> list[Box]:
    """The boxes of the panels in the order they are read; those of a last row that is not full share its width."""
    high = (box[3] - box[1] - (of.rows - 1) * gutter) / of.rows
    out: list[Box] = []
    for k in range(count):
        row, column = divmod(k, of.columns)
        here = min(of.columns, count - row * of.columns)
        wide = (box[2] - box[0] - (here - 1) * gutter) / here
        x, y = box[0] + column * (wide + gutter), box[1] + row * (high + gutter)
        out.append((x, y, x + wide, y + high))
    return out


def steps(board: Board, of: Sequence[Step], icons: Sequence[F32 | None], box: Box, *, numbered: bool) -> None:
    """The steps are in the box, each with its icon where it has one. PlanError where words do not fit."""
    painted = any(icon is not None for icon in icons)
    way = grid(len(of), box[2] - box[0], box[3] - box[1], icons=painted)
    gutter = _GUTTER * board.unit if numbered else 0.6 * _GUTTER * board.unit
    boxes = cells(way, len(of), box, gutter)
    places = [_parts(board, cell, way, painted) for cell in boxes]
    sets = _alike(board, of, [words for _, words in places], "left")
    if painted and not way.beside:
        rows = [k // way.columns for k in range(len(of))]
        tall = {row: max(one.height for one, at in zip(sets, rows, strict=True) if at == row) for row in rows}
        places = [_lowered(board, place, tall[row]) for place, row in zip(places, rows, strict=True)]
    for k, (cell, (shown, words), made) in enumerate(zip(boxes, places, sets, strict=True)):
        fill(board.sheet, [rectangle(cell, _ROUND * board.unit)], board.palette.panel)
        icon = icons[k]
        if shown is not None and icon is not None:
            paste(board.sheet, icon, shown, 0.7 * _ROUND * board.unit)
        elif shown is not None:
            _sign(board, shown, str(k + 1) if numbered else "•")
        top = words[1] + (
            max(0.0, (words[3] - words[1] - made.height) / 2) if way.beside or shown is None else 0.0
        )
        fill(board.sheet, made.at(words[0], top), board.palette.ink)
        if numbered:
            _number(board, k + 1, cell)
    if numbered:
        _arrows(board, boxes, way, gutter)


def _parts(board: Board, cell: Box, way: Grid, has_icon: bool) -> tuple[Box | None, Box]:
    """The icon's box, if it has one, and that of the words."""
    pad = 1.5 * board.unit
    x0, y0, x1, y1 = cell[0] + pad, cell[1] + pad, cell[2] - pad, cell[3] - pad
    inset = 1.2 * board.unit
    if not has_icon:
        aside, under = (3.2 * board.unit, 0.0) if way.beside else (0.0, 3.2 * board.unit)
        return None, (x0 + inset + aside, y0 + under, x1 - inset, y1)
    if way.beside:
        side = min(y1 - y0, 0.42 * (x1 - x0))
        middle = (y0 + y1) / 2
        return (x0, y0, x0 + side, y1), (x0 + side + 2 * pad, min(y0, middle), x1 - inset, y1)
    cut = y0 + min(0.62 * (y1 - y0), 0.95 * (x1 - x0))
    return (x0, y0, x1, cut), (x0 + inset, cut + 1.3 * pad, x1 - inset, y1 - 0.4 * pad)


def _lowered(board: Board, place: tuple[Box | None, Box], tall: float) -> tuple[Box | None, Box]:
    """The icon's box as high as words of a height leave it, and theirs under it."""
    shown, words = place
    if shown is None:
        return place
    cut = max(shown[3], words[3] - tall - 1.2 * board.unit - (words[1] - shown[3]))
    return (*shown[:3], cut), (words[0], cut + words[1] - shown[3], *words[2:])


def _sign(board: Board, box: Box, text: str) -> None:
    """Where others have an icon: a tinted panel with the step's number on it, large."""
    fill(board.sheet, [rectangle(box, 0.7 * _ROUND * board.unit)], board.palette.quiet)
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    em = 0.55 * min(box[2] - box[0], box[3] - box[1])
    centred(board, text, middle, em, readable(board.palette.accent, board.palette.quiet, 3.0))


def _alike(board: Board, of: Sequence[Step], boxes: Sequence[Box], align: Align) -> list[Set]:
    """Every step's words in its box, all in one size."""
    manner = board.manner("body", align)
    largest, least = SCALE["body"] * 1.1 * board.unit, board.least("body")
    made = [
        fitted(step.text, _size(box), largest, least, manner) for step, box in zip(of, boxes, strict=True)
    ]
    em = min(one.em for one in made)
    again = [setting(step.text, em, _size(box)[0], manner) for step, box in zip(of, boxes, strict=True)]
    return [new or old for new, old in zip(again, made, strict=True)]


def _size(box: Box) -> tuple[float, float]:
    if box[2] <= box[0] or box[3] <= box[1]:
        raise PlanError(
            "design: expected fewer panels on a canvas of this shape, got too many", hint="another aspect"
        )
    return box[2] - box[0], box[3] - box[1]


def _number(board: Board, number: int, cell: Box) -> None:
    """A number on a disc over the panel's upper left corner."""
    radius = 2.9 * board.unit
    middle = (cell[0] + 0.75 * radius, cell[1] + 0.75 * radius)
    fill(board.sheet, [disc(middle, radius + 0.5 * board.unit)], board.palette.ground)
    fill(board.sheet, [disc(middle, radius)], board.palette.accent)
    centred(board, str(number), middle, 1.15 * radius, readable((1.0, 1.0, 1.0), board.palette.accent, 3.0))


def centred(
    board: Board, text: str, middle: tuple[float, float], em: float, color: tuple[float, float, float]
) -> None:
    """A short text with its ink about a point, of an em in pixels."""
    made = setting(text, em, 1e6, Manner(board.face("subtitle", "bold"), "left"))
    assert made is not None
    ink = np.concatenate(made.contours)
    off = (ink.min(0) + ink.max(0)) / 2
    fill(board.sheet, made.at(middle[0] - off[0], middle[1] - off[1]), color)


def _arrows(board: Board, boxes: Sequence[Box], way: Grid, gutter: float) -> None:
    """An arrow head in the gutter between each panel and the next of its row, or down in a single column."""
    size = min(0.62 * gutter, 3.2 * board.unit)
    for k, (a, b) in enumerate(pairwise(boxes)):
        if (k + 1) % way.columns:
            middle = ((a[2] + b[0]) / 2, (a[1] + a[3]) / 2)
            fill(board.sheet, chevron(middle, size, 0), board.palette.accent)
        elif way.columns == 1:
            middle = ((a[0] + a[2]) / 2, (a[3] + b[1]) / 2)
            fill(board.sheet, chevron(middle, size, 90), board.palette.accent)
