"""Reports show every score beside its ceiling and floor, as text, JSON and a picture."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from cavendish.errors import FileError
from cavendish.eval.report import Report, Row, contact
from cavendish.image import read


def report(*rows: Row) -> Report:
    cell = np.full((8, 8, 3), 200, np.uint8)
    return Report("quick", "tracer", "", rows, 1.0, ("a note",), {"plans": 2}, ({"seed": 1, "draw": math.nan},),
                  ("a", "b"), ((cell, cell), (cell,)))  # fmt: skip


@pytest.mark.parametrize(
    ("row", "passed"),
    [
        (Row("a", 1.0), None),
        (Row("a", 1.0, least=1.0), True),
        (Row("a", 0.9, least=1.0), False),
        (Row("a", 1.3, least=0.8, most=1.2), False),
        (Row("a", math.nan, least=1.0), False),
    ],
)
def test_a_bar_is_reached_or_not(row: Row, passed: bool | None):
    assert row.passed is passed


def test_the_floor_is_the_best_of_the_floors():
    assert Row("a", 1.0, floors={"x": 2.0, "y": 3.0, "z": math.nan}).floor == 3.0
    assert math.isnan(Row("a", 1.0).floor)


def test_a_report_passes_when_every_bar_is_reached():
    assert report(Row("a", 1.0, least=0.5), Row("b", 1.0)).passed
    assert not report(Row("a", 1.0, least=0.5), Row("b", 1.0, least=2.0)).passed


def test_the_table_aligns_scores_with_their_bars():
    table = report(
        Row("draw", 18.25, 21.0, {"x": 9.0}, 18.0, unit="dB"), Row("other", 0.5, least=0.6)
    ).table()
    head, names, first, second, note = table.splitlines()
    assert head.startswith("quick of tracer (no weights)")
    assert names.split() == ["score", "ceiling", "floor", "bar"]
    assert first.split() == ["draw", "18.2", "dB", "21.0", "9.00", "≥", "18.0", "ok"]
    assert second.split() == ["other", "0.50", "–", "–", "≥", "0.60", "NO"]
    assert note.strip() == "a note"


def test_json_holds_everything_and_null_for_what_was_not_measured():
    found = json.loads(report(Row("a", 1.0, least=0.5)).to_json())
    assert found["rows"][0] == {"name": "a", "score": 1.0, "ceiling": None, "floor": None, "floors": {},
                                "least": 0.5, "most": None, "passed": True, "unit": ""}  # fmt: skip
    assert (found["suite"], found["plans"], found["passed"]) == ("quick", 2, True)
    assert found["each"] == [{"seed": 1, "draw": None}]


def test_rows_are_found_by_name():
    assert report(Row("a", 1.0)).row("a").score == 1.0
    with pytest.raises(KeyError):
        report().row("a")


def test_files_are_written_where_they_are_asked_for(tmp_path: Path):
    report(Row("a", 1.0)).save(tmp_path / "a.json", tmp_path / "sheets" / "a.png")
    assert json.loads((tmp_path / "a.json").read_text())["suite"] == "quick"
    assert read(tmp_path / "sheets" / "a.png").shape == (20, 20, 3)
    with pytest.raises(FileError):
        report(Row("a", 1.0)).save(tmp_path / "nowhere" / "a.json", None)


def test_a_contact_sheet_keeps_every_pixel_of_its_cells():
    one, two = np.full((4, 6, 3), 10, np.uint8), np.full((2, 2, 3), 90, np.uint8)
    sheet = contact([(one, two), (two,)])
    assert sheet.shape == (12, 16, 3)
    assert (sheet[:4, :6] == 10).all()
    assert (sheet[:2, 10:12] == 90).all()
    assert (sheet[8:10, :2] == 90).all()
