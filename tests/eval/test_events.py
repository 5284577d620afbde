"""Events say how far a suite is and end with its report."""

from cavendish.eval.events import Found, Measuring
from cavendish.eval.report import Report, Row


def test_events_are_frozen_values_that_compare_by_what_they_say():
    assert Measuring("quick", 1, 64) == Measuring("quick", 1, 64)
    report = Report("quick", "tracer", "", (Row("a", 1.0),), 0.5)
    assert Found(report).report.row("a").score == 1.0
