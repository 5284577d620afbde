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
    def _split(self) -> int:
        """Rows in a column of the list of things: two columns from five things on."""
        count = len(self.visible)
        return count if count < 5 else math.ceil(count / 2)

    @property
    def height(self) -> int:
        """What the words under the views need."""
        lines = max(len(column.lines) for column in legend.columns(self.stage))
        return 40 + self._split * _ROW + (34 if self._split else 0) + 34 + (lines + 1) * 26 + 30

    def head(self, sheet: Sheet) -> None:
        """The title, and the draw it belongs to."""
        sheet.written((_MARGIN, 62), legend.title(self.stage.plan), 34)
        right = f"Cavendish plan, seed {self.stage.seed}"
        sheet.written((WIDTH - _MARGIN - width_of(right, 18), 62), right, 18, SOFT)

    def foot(self, sheet: Sheet, y: float) -> None:
        """The list of things, then what camera, light and place are."""
        y += 40
        wide = WIDTH - 2 * _MARGIN
        each = wide if self._split == len(self.visible) else (wide - _GAP) / 2
        for i, row in enumerate(self._rows):
            column, line = divmod(i, self._split)
            _thing(sheet, row, (_MARGIN + column * (each + _GAP), y + line * _ROW), each)
        if self._split:
            y += self._split * _ROW + 10
            sheet.line([(_MARGIN, y), (WIDTH - _MARGIN, y)], FAINT)
            y += 24
        found = legend.columns(self.stage)
        each = (wide - (len(found) - 1) * _GAP) / len(found)
        for i, column in enumerate(found):
            _column(sheet, column, (_MARGIN + i * (each + _GAP), y), each)


def _thing(sheet: Sheet, row: legend.Row, at: Point, width: float) -> None:
    sheet.box(Rect.at(at[0], at[1], (18, 18)), INK, row.color, 1.0, 4)
    name = fitted(row.id, 17, 0.4 * width)
    sheet.written((at[0] + 30, at[1] + 15), name, 17)
    start = at[0] + 30 + width_of(name, 17) + 14
    room = at[0] + width - start
    size = next((size for size in (16, 15, 14, 13) if width_of(row.text, size) <= room), 13)
    sheet.written((start, at[1] + 15), fitted(row.text, size, room), size, SOFT)


def _column(sheet: Sheet, column: legend.Column, at: Point, width: float) -> None:
    color = {"Camera": CAMERA, "Light": LIGHT}.get(column.title, INK)
    sheet.written((at[0], at[1] + 16), column.title, 19, color)
    for i, line in enumerate(column.lines):
        sheet.written((at[0], at[1] + 44 + i * 26), fitted(line, 16, width), 16, SOFT)
