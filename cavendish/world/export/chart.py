"""A plan as one technical drawing: from above, through the camera, and in words."""

import io
import math
from dataclasses import dataclass
from pathlib import Path

from cavendish.errors import FileError, clip
from cavendish.world.export import legend, panels
from cavendish.world.export.ink import CAMERA, FAINT, INK, LIGHT, SOFT, U8, Sheet, fitted, width_of
from cavendish.world.export.labels import Point, Rect
from cavendish.world.stage import Stage, boxes

WIDTH = 1600
_MARGIN = 50
_GAP = 28
_TOP = 122
_LEAST, _MOST = 560, 860
_NARROWEST = 440  # of the view from above
_ROW = 29
_FINE = 15.5  # the size of most words
_SHARES = {3: (0.34, 0.34, 0.32), 4: (0.23, 0.23, 0.2, 0.34)}


def check(path: Path) -> None:
    """A drawing can be written in the form that the file's ending names: PNG; FileError for another."""
    if path.suffix.lower() != ".png":
        got = path.suffix or f"{clip(path.name)!r} without an ending"
        raise FileError(f"file ending: expected .png, got {got}", hint="plan.png")


def encode(stage: Stage) -> bytes:
    """The whole PNG file of the drawing; equal stages give equal bytes."""
    from PIL import Image

    out = io.BytesIO()
    Image.fromarray(draw(stage)).save(out, "PNG")
    return out.getvalue()


def draw(stage: Stage) -> U8:
    """The drawing (h, 1600, 3); the same for the same stage."""
    tall, left, ahead = _sizes(float(stage.camera[12] / stage.camera[13]))
    seen = boxes(stage)
    words = _Words(stage, tuple(share for _, share in seen))
    sheet = Sheet(WIDTH, _TOP + tall + words.height)
    words.head(sheet)
    x = _MARGIN + left + _GAP
    for at, text in ((_MARGIN, "From above"), (x, "Through the camera")):
        sheet.written((at, _TOP - 12), text, 17, SOFT)
    sheet.inset(panels.above(stage, (tall, left)), _MARGIN, _TOP)
    sheet.inset(panels.ahead(stage, ahead, seen), x, _TOP)
    sheet.box(Rect(_MARGIN, _TOP, _MARGIN + left, _TOP + tall), INK)
    sheet.box(Rect(x, _TOP, x + ahead[1], _TOP + ahead[0]), INK)
    words.foot(sheet, _TOP + tall)
    return sheet.pixels()


def _sizes(aspect: float) -> tuple[int, int, tuple[int, int]]:
    """Height and width of the view from above, and size (h, w) of the view ahead, whose sides are as `aspect` says."""
    room = WIDTH - 2 * _MARGIN - _GAP
    tall = round(min(max(room / (1 + aspect), _LEAST), _MOST))
    wide = min(round(tall * aspect), room - _NARROWEST)
    return tall, room - wide, (min(tall, round(wide / aspect)), wide)


@dataclass(frozen=True)
class _Words:
    """Everything that stands above and under the two views."""

    stage: Stage
    visible: tuple[float, ...]

    @property
    def _rows(self) -> tuple[legend.Row, ...]:
        return legend.rows(self.stage, self.visible)

    @property
    def _columns(self) -> tuple[int, float]:
        """Rows in a column of the list of things, and where the second begins; there are two from five things on.

        The second begins in the middle if both have room so, else where they do; without room there is only one.
        """
        lengths = [_length(row) for row in self._rows]
        split, wide = math.ceil(len(lengths) / 2), WIDTH - 2 * _MARGIN
        first, second = max(lengths[:split], default=0.0), max(lengths[split:], default=0.0)
        if len(lengths) < 5 or first + _GAP + second > wide:
            return len(lengths), 0.0
        return split, min(max((wide + _GAP) / 2, first + _GAP), wide - second)

    @property
    def height(self) -> int:
        """What the words under the views need."""
        lines = max(len(column.lines) for column in legend.columns(self.stage))
        split, _ = self._columns
        return 40 + split * _ROW + (34 if split else 0) + 34 + (lines + 1) * 26 + 30

    def head(self, sheet: Sheet) -> None:
        """The title, and the draw it belongs to."""
        sheet.written((_MARGIN, 62), legend.title(self.stage.plan), 34)
        right = f"Cavendish plan, seed {self.stage.seed}"
        sheet.written((WIDTH - _MARGIN - width_of(right, 18), 62), right, 18, SOFT)

    def foot(self, sheet: Sheet, y: float) -> None:
        """The list of things, then what camera, light and place are."""
        y += 40
        split, start = self._columns
        wide = WIDTH - 2 * _MARGIN
        for i, row in enumerate(self._rows):
            column, line = divmod(i, split)
            _thing(sheet, row, (_MARGIN + column * start, y + line * _ROW), wide)
        if split:
            y += split * _ROW + 10
            sheet.line([(_MARGIN, y), (WIDTH - _MARGIN, y)], FAINT)
            y += 24
        x = float(_MARGIN)
        found = legend.columns(self.stage)
        for column, share in zip(found, _SHARES[len(found)], strict=True):
            _column(sheet, column, (x, y), share * wide - _GAP)
            x += share * wide


def _length(row: legend.Row) -> float:
    """How wide a thing's row is."""
    return 44 + width_of(row.id, 17) + width_of(row.text, _FINE)


def _thing(sheet: Sheet, row: legend.Row, at: Point, width: float) -> None:
    sheet.box(Rect.at(at[0], at[1], (18, 18)), INK, row.color, 1.0, 4)
    sheet.written((at[0] + 30, at[1] + 15), row.id, 17)
    start = at[0] + 44 + width_of(row.id, 17)
    sheet.written((start, at[1] + 15), fitted(row.text, _FINE, at[0] + width - start), _FINE, SOFT)


def _column(sheet: Sheet, column: legend.Column, at: Point, width: float) -> None:
    color = {"Camera": CAMERA, "Light": LIGHT}.get(column.title, INK)
    sheet.written((at[0], at[1] + 16), column.title, 19, color)
    for i, line in enumerate(column.lines):
        sheet.written((at[0], at[1] + 44 + i * 26), fitted(line, _FINE, width), _FINE, SOFT)
