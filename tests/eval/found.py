"""What a check or a suite finds, once all its events have passed."""

from collections.abc import Generator, Iterator

from cavendish.eval.events import Event, Found
from cavendish.eval.report import Report, Row


def rows(check: Generator[Event, None, list[Row]]) -> dict[str, Row]:
    """The rows of a check, by name."""
    while True:
        try:
            next(check)
        except StopIteration as end:
            found: list[Row] = end.value
            return {row.name: row for row in found}


def report(events: Iterator[Event]) -> Report:
    """The report of a suite."""
    *_, last = events
    assert isinstance(last, Found)
    return last.report
