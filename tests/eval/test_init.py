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


@pytest.mark.slow
def test_a_suite_writes_its_report_and_its_sheet(tmp_path: Path) -> None:
    *_, last = evaluation.run("likeness", "tracer", 1, tmp_path / "found.json", tmp_path / "sheet.png")
    assert isinstance(last, Found)
    found = json.loads((tmp_path / "found.json").read_text())
    assert (found["suite"], found["painter"], found["plans"]) == ("likeness", "tracer", 1)
    assert (tmp_path / "sheet.png").stat().st_size > 1000
