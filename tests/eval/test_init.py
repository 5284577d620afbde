"""Suites are found by name, and what they find is written where it is asked for."""

import json
from pathlib import Path

import pytest

from cavendish import eval as evaluation
from cavendish.errors import RequestError
from cavendish.eval.events import Found


def test_an_unknown_suite_is_refused_with_the_nearest() -> None:
    with pytest.raises(RequestError, match=r"suite: expected quick.*got likenes; try: likeness"):
        evaluation.run("likenes", "tracer")


def test_an_unknown_painter_is_refused() -> None:
    with pytest.raises(RequestError, match="painter"):
        list(evaluation.run("quick", "nobody", 1))


@pytest.mark.parametrize(
    ("name", "sizes", "said"),
    [
        ("honesty", ("512",), "several for text alone, one for quick or likeness"),
        ("likeness", ("256", "512"), "one for quick or likeness"),
        ("likeness", ("640x480",), "expected a square, got 640x480"),
        ("quick", ("9K",), "size"),
    ],
)
def test_a_size_that_a_suite_cannot_be_measured_at_is_refused(
    name: str, sizes: tuple[str, ...], said: str
) -> None:
    with pytest.raises(RequestError, match=said):
        evaluation.suite(name, "tracer", sizes=sizes)


def test_likeness_is_measured_at_the_size_asked_for() -> None:
    *_, last = evaluation.suite("likeness", "tracer", limit=1, sizes=("96x96",))
    assert isinstance(last, Found)
    assert last.report.sheet[0][0].shape == (96, 96, 3)


@pytest.mark.slow
def test_a_suite_writes_its_report_and_its_sheet(tmp_path: Path) -> None:
    *_, last = evaluation.run("likeness", "tracer", 1, tmp_path / "found.json", tmp_path / "sheet.png")
    assert isinstance(last, Found)
    found = json.loads((tmp_path / "found.json").read_text())
    assert (found["suite"], found["painter"], found["plans"]) == ("likeness", "tracer", 1)
    assert (tmp_path / "sheet.png").stat().st_size > 1000
