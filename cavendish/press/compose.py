"""A design on its canvas: the picture in its place, words, panels and charts beside or over it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cavendish.plan.design import Design, Text
from cavendish.plan.layouts import Areas, areas, over
from cavendish.press.board import Board, stacked
from cavendish.press.charts import chart, menu, table
from cavendish.press.colors import palette
from cavendish.press.ink import Box, fill, rectangle
from cavendish.press.over import overlaid, place_bubble, place_logo
from cavendish.press.panels import steps
from cavendish.press.pies import pie
from cavendish.world.lettering.setting import Align

F32 = NDArray[np.float32]
U8 = NDArray[np.uint8]
_HEAD = 0.85  # of a role's size, for titles of canvases of panels


@dataclass(frozen=True)
class Given:
    """What a design is set with: the picture (h, w, 3), where it has one, its things' boxes in 0..1, and icons."""

    picture: U8 | None
    boxes: Mapping[str, Box]
    icons: tuple[U8 | None, ...] = ()


def composed(design: Design, given: Given, size: tuple[int, int]) -> U8:
    """The finished canvas (h, w, 3) of a size (width, height). PlanError for words that do not fit."""
    width, height = size
    picture = None if given.picture is None else (given.picture / 255).astype(np.float32)
    where = areas(design, width, height)
    colors = palette(picture, design.brand)
    sheet = np.empty((height, width, 3), np.float32)
    sheet[:] = colors.ground
    board = Board(sheet, colors, design.brand)
    if picture is not None and where.picture is not None:
        x0, y0, x1, y1 = where.picture
        sheet[y0:y1, x0:x1] = picture if picture.shape[:2] == (y1 - y0, x1 - x0) else 0
    heads = _heads(given.boxes, where)
    if over(design):
        overlaid(board, design, heads)
    else:
        _beside(board, design, where, given)
        taken = [place_logo(board, logo) for logo in design.logos]
        for bubble in design.bubbles:
            place_bubble(board, bubble, heads, taken)
    return np.asarray(np.round(np.clip(sheet, 0, 1) * 255), np.uint8)


def _within(boxes: Mapping[str, Box], where: Areas) -> dict[str, Box]:
    """The boxes of a picture's things on the canvas, in pixels."""
    x0, y0, x1, y1 = where.picture or (0, 0, 0, 0)
    w, h = x1 - x0, y1 - y0
    return {name: (x0 + a * w, y0 + b * h, x0 + c * w, y0 + d * h) for name, (a, b, c, d) in boxes.items()}


def _heads(boxes: Mapping[str, Box], where: Areas) -> dict[str, Box]:
    """The upper parts of the things, where faces are."""
    out: dict[str, Box] = {}
    for name, (x0, y0, x1, y1) in _within(boxes, where).items():
        middle, half = (x0 + x1) / 2, min(x1 - x0, 0.6 * (y1 - y0)) / 2
        out[name] = (middle - half, y0, middle + half, y0 + 0.4 * (y1 - y0))
    return out


def _framed(board: Board) -> None:
    """Two lines about a label, a thick one and a thin one."""
    h, w = board.sheet.shape[:2]
    for inset, thick in ((2.6, 1.1), (4.6, 0.35)):
        a, t = inset * board.unit, thick * board.unit
        inner = rectangle((a + t, a + t, w - a - t, h - a - t), 2 * board.unit)
        fill(
            board.sheet,
            [rectangle((a, a, w - a, h - a), 2.4 * board.unit), inner[::-1]],
            board.palette.accent,
        )


def _beside(board: Board, design: Design, where: Areas, given: Given) -> None:
    """Titles in the head, all else in the foot or, without one, below the titles."""
    if design.layout == "label":
        _framed(board)
    titles = [one for one in design.texts if one.role == "title"] if where.foot else list(design.texts)
    rest = [one for one in design.texts if one not in titles]
    aside = where.picture is None or design.layout == "menu"
    box: Box = where.head
    if aside:
        _paneled(board, design, titles, box, given)
        return
    align: Align = "centre" if design.layout in ("card", "label") else "left"
    size = (box[2] - box[0], box[3] - box[1])
    if titles:
        grown = {"poster": 1.2, "label": 1.15}.get(design.layout or "", 0.95)
        made = stacked(board, titles, size, align, grown)
        low = where.foot is not None and where.head[1] > where.foot[1]
        y = box[1] if low else box[3] - made.height if where.foot else box[1] + (size[1] - made.height) / 2
        made.draw(board, box[0], y)
        if not where.foot and align == "left":
            top = y - 4 * board.unit
            rule = (box[0], top, box[0] + 10 * board.unit, top + 0.9 * board.unit)
            fill(board.sheet, [rectangle(rule)], board.palette.accent)
    if where.foot and (rest or _footer(design)):
        _foot(board, design, rest, where, align)


def _foot(board: Board, design: Design, rest: Sequence[Text], where: Areas, align: Align) -> None:
    assert where.foot is not None
    x0, y0, x1, y1 = where.foot
    texts = [*rest, *([Text(text=line, role="caption")] if (line := _footer(design)) else [])]
    made = stacked(board, texts, (x1 - x0, y1 - y0), align, 1.2 if design.layout == "poster" else 1.0)
    below = y0 > where.head[1]
    if design.layout == "label":
        made.draw(board, x0, y0 + 0.4 * max(0.0, y1 - y0 - made.height))
        return
    made.draw(board, x0, y0 + 1.2 * board.unit if below and made.height < y1 - y0 - 1.2 * board.unit else y0)


def _footer(design: Design) -> str:
    """Source and date in a line."""
    source = f"Source: {design.source}" if design.source else ""
    return " · ".join(part for part in (source, design.date or "") if part)


def _paneled(board: Board, design: Design, titles: Sequence[Text], box: Box, given: Given) -> None:
    """Titles, then steps, chart, table or menu, then the source and the date, from top to bottom of a box."""
    x0, y0, x1, y1 = box
    spared = 24 * board.unit if any("top right" in logo.at for logo in design.logos) else 0.0
    if titles:
        made = stacked(board, titles, (x1 - x0 - spared, 0.3 * (y1 - y0)), "left", _HEAD)
        fill(
            board.sheet,
            [rectangle((x0, y0, x0 + 9 * board.unit, y0 + 0.9 * board.unit))],
            board.palette.accent,
        )
        made.draw(board, x0, y0 + 2.6 * board.unit)
        y0 += 2.6 * board.unit + made.height + 5.5 * board.unit
    if line := _footer(design):
        foot = board.write(line, (x0, y1 - 4 * board.unit, x1, y1), "caption", largest=2.2 * board.unit)
        y1 -= max(foot.height, 4 * board.unit) + 2.5 * board.unit
    parts = [part for part in (design.steps, design.chart, design.table, design.menu) if part]
    gap = 5 * board.unit
    for k in range(len(parts)):
        high = (y1 - y0 - gap * (len(parts) - 1)) / len(parts)
        here = (x0, y0 + k * (high + gap), x1, y0 + k * (high + gap) + high)
        _part(board, design, parts[k], here, given)


def _part(board: Board, design: Design, part: object, box: Box, given: Given) -> None:
    if part is design.steps:
        icons = [
            None if icon is None else (icon / 255).astype(np.float32)
            for icon in given.icons or (None,) * len(design.steps)
        ]
        steps(board, design.steps, icons, box, numbered=design.numbered)
    elif part is design.chart and design.chart is not None:
        (pie if design.chart.form == "pie" else chart)(board, design.chart, box)
    elif part is design.table and design.table is not None:
        table(board, design.table, box)
    else:
        menu(board, design.menu, box)
