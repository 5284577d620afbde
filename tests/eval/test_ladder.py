"""Every stop has its row, and what it adds is what it says."""

import pytest

from cavendish.errors import RequestError
from cavendish.eval import ladder
from cavendish.eval.measures import Mean
from cavendish.painters.tracer import TracerPainter
from tests.eval.found import report
from tests.eval.plainly import Carrying


def test_stops_add_what_their_decibels_differ_by() -> None:
    errors = [[Mean(e, 1.0) for e in (1.0, 0.1, 0.01, 0.001, 0.5)]]
    rows = ladder.stop_rows([1, 5], errors)
    assert [row.score for row in rows] == pytest.approx([10, 10, 20, 10])
    assert rows[0].ceiling == pytest.approx(30)
    assert rows[0].floor == pytest.approx(3.01, abs=0.01)
    worse = ladder.stop_rows([1], [[Mean(e, 1.0) for e in (0.1, 0.2, 0.01, 0.5)]])
    assert worse[1].passed is False


def test_a_painter_whose_tokens_carry_ever_more_rises(tiny: str) -> None:
    told = report(ladder.run(Carrying(), 1, tiny))
    assert told.passed
    assert [row.name for row in told.rows][::2] == ["1 tokens", "5 tokens"]
    assert len(told.columns) == len(told.sheet[0])


def test_a_painter_without_tokens_is_refused() -> None:
    with pytest.raises(RequestError, match="expected one with tokens, got tracer"):
        next(ladder.run(TracerPainter()))
