"""Charts are as high as their numbers, ticks are even, tables and menus hold what they are given."""

import numpy as np
import pytest

from cavendish.errors import PlanError
from cavendish.plan.design import Chart, Item, Look, Series, Table
from cavendish.press.board import Board
from cavendish.press.charts import chart, menu, number, table, ticks
from cavendish.press.colors import palette


def board() -> Board:
    look = Look(ground="#ffffff", accent="#d00000")
    return Board(np.ones((400, 400, 3), np.float32), palette(None, look), look)


def test_ticks_are_even_and_hold_all_numbers():
    for low, high in ((0, 7), (-3, 12), (0.01, 0.017), (0, 123456), (5, 5), (0, 0)):
        found = ticks(low, high)
        assert found[0] <= low
        assert found[-1] >= high
        assert 2 <= len(found) <= 8
        assert np.allclose(np.diff(found), found[1] - found[0])


def test_bars_are_as_high_as_their_numbers():
    canvas = board()
    chart(canvas, Chart(labels=("a", "b"), series=(Series(values=(10, 5)),)), (20, 20, 380, 380))
    red = np.abs(canvas.sheet - canvas.palette.accent).max(-1) < 0.02
    columns = red.sum(0)
    tall, small = columns[:220].max(), columns[220:].max()
    assert small / tall == pytest.approx(0.5, abs=0.02)
    lines = Chart(
        form="line", labels=("a", "b"), series=(Series(name="x", values=(1, 2)), Series(values=(2, 1)))
    )
    chart(board(), lines, (20, 20, 380, 380))


def test_numbers_are_written_as_they_were_given():
    assert (number(0.1), number(1234567.0), number(-2.0)) == ("0.1", "1\u202f234\u202f567", "−2")


def test_tables_and_menus_fit_or_are_refused():
    canvas = board()
    table(canvas, Table(heads=("City", "mm"), rows=(("Bergen", "2250"), ("Oslo", "763"))), (20, 20, 380, 200))
    menu(canvas, (Item(name="Espresso", price="€2.50"), Item(name="Water")), (20, 220, 380, 380))
    assert canvas.sheet[230:370, 20:200].min() < 0.3
    with pytest.raises(PlanError, match="table"):
        table(canvas, Table(heads=("a" * 90, "b" * 90), rows=(("1", "2"),)), (20, 20, 380, 200))
