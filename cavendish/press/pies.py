"""Pies from given numbers: slices as large as their shares, each named beside the pie with its number and share."""

from itertools import accumulate, pairwise

import numpy as np

from cavendish.errors import PlanError
from cavendish.plan.design import Chart
from cavendish.press.board import Board
from cavendish.press.charts import aligned, hues, number
from cavendish.press.ink import Box, Floats, arc, disc, fill
from cavendish.press.type import Manner, measure

_HOLE = 0.56  # of the radius: a ring is read as well, and looks lighter
_GAP = 0.7  # hundredths of the shorter side between two slices
_ROW = 2.0  # ems from one name to the next


def pie(board: Board, of: Chart, box: Box) -> None:
    """The pie is in the box, its names beside or under it, whichever lets it be larger.

    PlanError where there is no room.
    """
    values = of.series[0].values
    total = sum(values)
    width, height = box[2] - box[0], box[3] - box[1]
    em = max(2.9 * board.unit, board.least("caption"))
    said = ["" if of.unit in ("%", "percent") else f"{number(value)} {of.unit}".strip() for value in values]
    rows = [
        (name, told, f"{100 * value / total:.0f} %")
        for name, told, value in zip(of.labels, said, values, strict=True)
    ]
    plain = Manner(board.face("caption"), "left")
    ends = [max(measure(row[k], plain) if row[k] else 0.0 for row in rows) * em for k in range(3)]
    wide, tall = ends[0] + ends[1] + ends[2] + 5.4 * em, len(rows) * _ROW * em
    beside, above = min(width - wide - 2 * em, height), min(0.8 * width, height - tall - 2 * em)
    aside = beside > above
    side = beside if aside else above
    if side < 24 * board.unit or (not aside and wide > width):
        raise PlanError(
            "design: expected room for a pie and its names, got too little",
            hint="a bar chart, another aspect, or fewer labels",
        )
    spare = (height - side - tall - 2 * em) / 3
    middle = (
        (box[0] + side / 2, (box[1] + box[3]) / 2)
        if aside
        else ((box[0] + box[2]) / 2, box[1] + spare + side / 2)
    )
    colors = hues(board, len(values))
    turns = [0.0, *(360 * part / total for part in accumulate(values))]
    for begin, end, color in zip(turns, turns[1:], colors, strict=False):
        if end > begin:
            fill(board.sheet, [_slice(middle, side / 2, begin - 90, end - 90)], color)
    _cuts(board, middle, side / 2, turns)
    left = box[0] + side + 2 * em if aside else box[0]
    top = middle[1] - tall / 2 if aside else middle[1] + side / 2 + 2 * em + spare
    right = box[2]
    for k, ((name, told, share), color) in enumerate(zip(rows, colors, strict=True)):
        y = top + (k + 0.5) * _ROW * em
        fill(board.sheet, [disc((left + 0.5 * em, y), 0.5 * em)], color)
        aligned(board, name, (left + 1.6 * em, y), em, "left")
        aligned(board, told, (right - ends[2] - 1.2 * em, y), em, "right")
        aligned(board, share, (right, y), em, "right", bold=True)


def _slice(middle: tuple[float, float], radius: float, begin: float, end: float) -> Floats:
    """The outline of a part of the ring; degrees, clockwise from the right."""
    pieces = max(2, round((end - begin) / 3))
    outer, inner = (arc(middle, reach, begin, end, pieces) for reach in (radius, _HOLE * radius))
    return np.concatenate((outer, inner[::-1]))


def _cuts(board: Board, middle: tuple[float, float], radius: float, turns: list[float]) -> None:
    """Gaps in the ground's colour between slices, where there are several."""
    if sum(b > a for a, b in pairwise(turns)) < 2:
        return
    for turn in turns[:-1]:
        way = np.radians(turn - 90)
        out = np.array((np.cos(way), np.sin(way)))
        side = np.array((-out[1], out[0])) * _GAP * board.unit / 2
        a, b = np.array(middle) + out * _HOLE * radius * 0.9, np.array(middle) + out * radius * 1.02
        fill(board.sheet, [np.array((a - side, b - side, b + side, a + side))], board.palette.ground)
