"""Numbers in words are the chart's own, whatever stands between them; what is no number is refused."""

import pytest

from cavendish.errors import RequestError
from cavendish.plan.design import Chart, Table
from cavendish.plan.figures import UNIT, numbers
from cavendish.plan.kit import Kit


@pytest.mark.parametrize("words", ["Mon 120, Tue -1.5", "Mon: 120; Tue = −1.5.", "Mon 120 and Tue -1.5"])
def test_numbers_in_words_are_a_chart(words: str) -> None:
    chart, table = numbers("line", words, Kit())
    assert isinstance(chart, Chart)
    assert table is None
    assert (chart.form, chart.labels, chart.series[0].values) == ("line", ("Mon", "Tue"), (120.0, -1.5))


@pytest.mark.parametrize("words", ["", "Mon 120", "Mon 120, Tue many", "Mon 120, Tue 1e400"])
def test_what_is_no_number_is_refused(words: str) -> None:
    with pytest.raises(RequestError, match="bar chart: expected numbers"):
        numbers("bar", words, Kit())


def test_a_file_is_a_table_where_one_is_asked_for() -> None:
    kit = Kit(data=Table(heads=("Day", "n"), rows=(("Mon", "1"), ("Tue", "2"))))
    assert numbers(None, "a table of visitors", kit) == (None, kit.data)
    chart, _ = numbers("pie", "visitors", kit)
    assert chart is not None
    assert chart.form == "pie"


@pytest.mark.parametrize(("title", "unit"), [("Rainfall in Bergen in mm", "mm"), ("What we grow in %", "%")])
def test_a_unit_ends_a_title(title: str, unit: str) -> None:
    found = UNIT.search(title)
    assert found is not None
    assert found[1] == unit
    assert UNIT.search("Rainfall in Bergen") is None
