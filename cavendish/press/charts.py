"""Bars, lines and tables from given numbers: even ticks, labels that are read, nothing but what was given."""

import math
from collections.abc import Sequence
from itertools import pairwise

from cavendish.errors import PlanError
from cavendish.plan.design import Chart, Item, Table
from cavendish.press.board import SCALE, Board
from cavendish.press.colors import LARGE, Rgb, oklch, readable, shown
from cavendish.press.ink import Box, disc, fill, rectangle, stroke
from cavendish.press.type import Manner, Set, fitted, measure, setting

_TICKS = 5
_OFFERED = 4.9  # hundredths of the shorter side: the largest letters of a menu


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Even numbers from at or under `low` to at or over `high`: steps of 1, 2, 2.5 or 5 times a power of ten."""
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(span / _TICKS))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power * _TICKS >= span * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(k * step for k in range(first, max(last, first + 1) + 1))


def number(value: float) -> str:
    """A number as people write it: no more places than it has, thousands apart."""
    text = f"{value:,.10g}" if abs(value) < 1e15 else f"{value:g}"
    return text.replace("-", "−").replace(",", "\u202f")


def chart(board: Board, of: Chart, box: Box) -> None:
    """The chart is in the box: ticks at the left, labels along the foot, names of several series on top."""
    values = [v for one in of.series for v in one.values]
    bars = of.form == "bar"
    marks = ticks(min(0.0, *values) if bars else min(values), max(0.0, *values) if bars else max(values))
    em = max(2.5 * board.unit, board.least("caption"))
    manner = Manner(board.face("caption"), "left")
    wide = max(measure(number(mark), manner) for mark in marks) * em
    top = box[1] + _named(board, of, box, em)
    feet = _feet(board, of, (box[2] - box[0] - wide - em) / len(of.labels))
    plot = (box[0] + wide + em, top + 0.6 * em, box[2], box[3] - max(one.height for one in feet) - 1.1 * em)
    if plot[3] - plot[1] < 6 * em:
        raise PlanError(
            "design: expected room for a chart, got too little", hint="another aspect, or fewer labels"
        )
    for mark in marks:
        y = _level(mark, marks, plot)
        thick = 0.22 * board.unit if mark == 0 else 0.12 * board.unit
        fill(board.sheet, [rectangle((plot[0], y - thick / 2, plot[2], y + thick / 2))], board.palette.quiet)
        aligned(board, number(mark), (plot[0] - 0.6 * em, y), em, "right")
    slot = (plot[2] - plot[0]) / len(of.labels)
    for k, made in enumerate(feet):
        fill(
            board.sheet,
            made.at(plot[0] + k * slot + (slot - made.width) / 2, plot[3] + 0.9 * em),
            board.palette.ink,
        )
    (_bars if of.form == "bar" else _lines)(board, of, plot, marks)


def hues(board: Board, count: int) -> list[Rgb]:
    """Colours of so many series, the accent first, all told from the ground."""
    l, c, h = oklch(board.palette.accent)
    way = 0.12 if l < 0.6 else -0.12
    turned = [shown(l + way * (k % 2), max(c, 0.08), h + 75 * k) for k in range(count)]
    return [board.palette.accent, *(readable(one, board.palette.ground, LARGE) for one in turned[1:])]


def _named(board: Board, of: Chart, box: Box, em: float) -> float:
    """The unit and the names of several series are on top; how high that is."""
    x = box[0]
    manner = Manner(board.face("caption"), "left")
    if of.unit:
        aligned(board, of.unit, (x, box[1] + em / 2), em, "left")
        x += (measure(of.unit, manner) + 2) * em
    if len(of.series) > 1:
        for one, color in zip(of.series, hues(board, len(of.series)), strict=True):
            fill(board.sheet, [disc((x + 0.4 * em, box[1] + em / 2), 0.4 * em)], color)
            aligned(board, one.name or "?", (x + 1.2 * em, box[1] + em / 2), em, "left")
            x += (measure(one.name or "?", manner) + 3) * em
    return 2.2 * em if of.unit or len(of.series) > 1 else 0.0


def _feet(board: Board, of: Chart, slot: float) -> list[Set]:
    """The labels along the foot, all in one size."""
    manner = Manner(board.face("caption"), "centre", 0.0, 1.2)
    size = (0.94 * slot, 9 * board.unit)
    least = board.least("caption")
    em = min(fitted(label, size, 2.7 * board.unit, least, manner).em for label in of.labels)
    made = [setting(label, em, size[0], manner) for label in of.labels]
    return [one for one in made if one is not None]


def _level(value: float, marks: Sequence[float], plot: Box) -> float:
    return plot[3] - (value - marks[0]) / (marks[-1] - marks[0]) * (plot[3] - plot[1])


def _bars(board: Board, of: Chart, plot: Box, marks: Sequence[float]) -> None:
    slot = (plot[2] - plot[0]) / len(of.labels)
    wide = min(0.68 * slot, 16 * board.unit) / len(of.series)
    em = max(2.6 * board.unit, board.least("caption"))
    foot = _level(0.0, marks, plot)
    for j, (one, color) in enumerate(zip(of.series, hues(board, len(of.series)), strict=True)):
        for k, value in enumerate(one.values):
            x = plot[0] + (k + 0.5) * slot + (j - len(of.series) / 2) * wide
            y = _level(value, marks, plot)
            body = (x + 0.04 * wide, min(y, foot), x + 0.96 * wide, max(y, foot))
            fill(board.sheet, [rectangle(body, 0.5 * board.unit if len(of.labels) < 16 else 0.0)], color)
            if measure(number(value), Manner()) * em < 1.3 * wide:
                at = (x + wide / 2, y - 0.75 * em if value >= 0 else y + 0.75 * em)
                aligned(board, number(value), at, em, "centre", bold=True)


def _lines(board: Board, of: Chart, plot: Box, marks: Sequence[float]) -> None:
    slot = (plot[2] - plot[0]) / len(of.labels)
    em = max(2.6 * board.unit, board.least("caption"))
    for one, color in zip(of.series, hues(board, len(of.series)), strict=True):
        at = [(plot[0] + (k + 0.5) * slot, _level(v, marks, plot)) for k, v in enumerate(one.values)]
        for a, b in pairwise(at):
            fill(board.sheet, stroke(a, b, 0.75 * board.unit), color)
        for k, (x, y) in enumerate(at):
            fill(board.sheet, [disc((x, y), 1.35 * board.unit)], board.palette.ground)
            fill(board.sheet, [disc((x, y), 0.95 * board.unit)], color)
            if len(of.series) == 1 and measure(number(one.values[k]), Manner()) * em < 0.95 * slot:
                aligned(board, number(one.values[k]), (x, y - 1.35 * em), em, "centre", bold=True)


def aligned(
    board: Board, text: str, at: tuple[float, float], em: float, align: str, *, bold: bool = False
) -> None:
    """A short text whose capitals have their middle at a height, and which begins, ends or is centred at x."""
    made = (
        setting(text, em, 1e6, Manner(board.face("caption", "bold" if bold else None), "left"))
        if text
        else None
    )
    if made is None or not made.contours:
        return
    wide = max(float(one[:, 0].max()) for one in made.contours)
    x = at[0] - {"left": 0.0, "right": wide, "centre": wide / 2}[align]
    fill(board.sheet, made.at(x, at[1] - made.baseline + 0.36 * em), board.palette.ink)


def table(board: Board, of: Table, box: Box) -> None:
    """The table is in the box, columns as wide as what they hold; numbers stand at the right."""
    plain = Manner(board.face("body"), "left")
    wants = [max(measure(cell, plain) for cell in column if cell) if any(column) else 1.0
             for column in zip(of.heads, *of.rows, strict=True)]  # fmt: skip
    width, rows = box[2] - box[0], len(of.rows) + 1
    em = min(
        SCALE["body"] * board.unit, width / (sum(wants) + 1.6 * len(wants)), (box[3] - box[1]) / rows / 1.5
    )
    if em < board.least("caption"):
        raise PlanError(f"design: expected a table that can be read here, got {len(of.heads)} columns of "
                        f"{rows} rows", hint="fewer columns or rows, or a larger size")  # fmt: skip
    high = min((box[3] - box[1]) / rows, 2.6 * em)
    spare = (width - em * sum(wants)) / len(wants)
    edges = [box[0] + sum(em * want + spare for want in wants[:k]) for k in range(len(wants) + 1)]
    ends = [k > 0 and all(_is_number(row[k]) for row in of.rows) for k in range(len(wants))]
    fill(board.sheet, [rectangle((box[0], box[1], box[2], box[1] + high), board.unit)], board.palette.accent)
    for r, row in enumerate((of.heads, *of.rows)):
        y = box[1] + r * high
        if r and r % 2 == 0:
            fill(board.sheet, [rectangle((box[0], y, box[2], y + high), board.unit)], board.palette.panel)
        color = readable((1.0, 1.0, 1.0), board.palette.accent) if r == 0 else board.palette.ink
        for k, cell in enumerate(row):
            _cell(
                board,
                cell,
                (edges[k] + em, y, edges[k + 1] - em, y + high),
                em,
                color,
                right=ends[k],
                bold=r == 0,
            )


def _cell(board: Board, text: str, box: Box, em: float, color: Rgb, *, right: bool, bold: bool) -> None:
    made = (
        setting(text, em, 1e6, Manner(board.face("body", "bold" if bold else None), "left")) if text else None
    )
    if made is not None and made.contours:
        wide = max(float(one[:, 0].max()) for one in made.contours)
        x = box[2] - wide if right else box[0]
        fill(board.sheet, made.at(x, (box[1] + box[3]) / 2 - made.baseline + 0.36 * em), color)


def _is_number(text: str) -> bool:
    plain = text.strip("%$€£¥ ").replace(",", "").replace("\u202f", "")
    try:
        return math.isfinite(float(plain))
    except ValueError:
        return False


def menu(board: Board, items: Sequence[Item], box: Box) -> None:
    """Items under one another, prices at the right, dots between."""
    high = (box[3] - box[1]) / len(items)
    plain = Manner(board.face("body"), "left")
    prices = max((measure(one.price, plain) for one in items if one.price), default=0.0)
    em = min(_OFFERED * board.unit, high / 1.35)
    least = board.least("body")
    for one in items:
        room = box[2] - box[0] - (prices + 2) * em
        em = min(em, fitted(one.name, (room, max(high, least * 1.1)), em, least, plain).em)
    pitch = min(high, 2.6 * em)
    top = box[1] + (box[3] - box[1] - pitch * len(items)) * 0.35
    for k, one in enumerate(items):
        y = top + (k + 0.5) * pitch
        aligned(board, one.name, (box[0], y), em, "left")
        if one.price:
            aligned(board, one.price, (box[2], y), em, "right", bold=True)
            first = box[0] + (measure(one.name, plain) + 0.7) * em
            last = box[2] - (measure(one.price, Manner(board.face("body", "bold"), "left")) + 0.7) * em
            for j in range(max(0, int((last - first) / (0.55 * em)))):
                fill(
                    board.sheet, [disc((last - j * 0.55 * em, y + 0.3 * em), 0.06 * em)], board.palette.quiet
                )
