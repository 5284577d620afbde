"""What a suite found: a table, JSON and a contact sheet, every score beside its ceiling and its floors."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from cavendish.image import encode, format_of, make_folder, write_bytes

U8 = npt.NDArray[np.uint8]
Value = TypeVar("Value")
_GAP = 4
_GROUND = 26


@dataclass(frozen=True)
class Row:
    """One score beside what it could be at best, what it is for nothing, and the bar it must reach.

    `floor` is the better of the `floors`. `least` and `most` are the bar; None means no bar. nan: not measured.
    """

    name: str
    score: float
    ceiling: float = math.nan
    floors: Mapping[str, float] = field(default_factory=dict[str, float])
    least: float | None = None
    most: float | None = None
    unit: str = ""

    @property
    def floor(self) -> float:
        """The best of the floors; nan when there is none."""
        known = [value for value in self.floors.values() if not math.isnan(value)]
        return max(known) if known else math.nan

    @property
    def passed(self) -> bool | None:
        """Whether the bar is reached; None without a bar, False when nothing was measured for it."""
        if self.least is None and self.most is None:
            return None
        low = self.least if self.least is not None else -math.inf
        high = self.most if self.most is not None else math.inf
        return low <= self.score <= high


@dataclass(frozen=True)
class Report:
    """What a suite found out about a painter.

    `weights` is the hash of its weights ("" without any), `each` what every picture scored, `notes` what to
    know when reading the scores, `columns` names the contact sheet's columns, `sheet` holds its rows.
    """

    suite: str
    painter: str
    weights: str
    rows: tuple[Row, ...]
    seconds: float
    notes: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict[str, object])
    each: tuple[Mapping[str, object], ...] = ()
    columns: tuple[str, ...] = ()
    sheet: tuple[tuple[U8, ...], ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every bar is reached."""
        return all(row.passed is not False for row in self.rows)

    def row(self, name: str) -> Row:
        """The row of that name; KeyError when there is none."""
        for row in self.rows:
            if row.name == name:
                return row
        raise KeyError(name)

    def table(self) -> str:
        """The rows as text, one line each, the columns aligned."""
        lines = [("", "score", "ceiling", "floor", "bar", "")]
        lines += [_line(row) for row in self.rows]
        widths = [max(len(line[i]) for line in lines) for i in range(6)]
        text = [_aligned(line, widths) for line in lines]
        head = f"{self.suite} of {self.painter} ({self.weights[:12] or 'no weights'}), {self.seconds:.0f} s"
        return "\n".join([head, *text, *(f"  {note}" for note in self.notes)])

    def to_json(self) -> str:
        """Everything but the pictures, as JSON; what was not measured is null."""
        rows = [
            {"name": r.name, "score": r.score, "ceiling": r.ceiling, "floor": r.floor,
             "floors": dict(r.floors), "least": r.least, "most": r.most, "passed": r.passed, "unit": r.unit}
            for r in self.rows
        ]  # fmt: skip
        found = {"suite": self.suite, "painter": self.painter, "weights": self.weights, "passed": self.passed,
                 "seconds": round(self.seconds, 1), **self.facts, "rows": rows, "notes": list(self.notes),
                 "each": [dict(one) for one in self.each]}  # fmt: skip
        return json.dumps(_plain(found), indent=2, ensure_ascii=False)

    def save(self, report: Path | None, sheet: Path | None) -> None:
        """The JSON is at `report` and the contact sheet at `sheet`, where given; FileError otherwise."""
        if report is not None:
            write_bytes(report, (self.to_json() + "\n").encode())
        if sheet is not None and self.sheet:
            make_folder(sheet.parent)
            titled = json.dumps({"suite": self.suite, "columns": self.columns, "weights": self.weights})
            write_bytes(sheet, encode(contact(self.sheet), format_of(sheet), titled))


def contact(rows: Sequence[Sequence[U8]]) -> U8:
    """Rows of pictures side by side on a dark ground; every cell is as large as the largest picture."""
    height = max(picture.shape[0] for row in rows for picture in row)
    width = max(picture.shape[1] for row in rows for picture in row)
    across = max(len(row) for row in rows)
    canvas = np.full(
        (len(rows) * (height + _GAP) - _GAP, across * (width + _GAP) - _GAP, 3), _GROUND, np.uint8
    )
    for y, row in enumerate(rows):
        for x, picture in enumerate(row):
            top, left = y * (height + _GAP), x * (width + _GAP)
            canvas[top : top + picture.shape[0], left : left + picture.shape[1]] = picture
    return canvas


def _line(row: Row) -> tuple[str, str, str, str, str, str]:
    bar = " and ".join(
        f"{sign} {_number(value)}" for sign, value in (("≥", row.least), ("≤", row.most)) if value is not None
    )
    verdict = {None: "", True: "ok", False: "NO"}[row.passed]
    score = f"{_number(row.score)} {row.unit}".rstrip()
    return row.name, score, _number(row.ceiling), _number(row.floor), bar, verdict


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell.ljust(w) if i == 0 else cell.rjust(w)
        for i, (cell, w) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()


def _number(value: float) -> str:
    if math.isnan(value):
        return "–"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def _plain(value: object) -> object:
    """`value` as JSON can hold it: no nan, no infinity, four decimals."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return round(value, 4) if math.isfinite(value) else None
    return value
