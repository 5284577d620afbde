"""Slices are as large as their shares, every name stands beside the pie, and what is no share is refused."""

import numpy as np
import pytest
from pydantic import ValidationError

from cavendish.errors import PlanError
from cavendish.plan.design import Chart, Look, Series
from cavendish.press.board import Board
from cavendish.press.charts import hues
from cavendish.press.colors import palette
from cavendish.press.pies import pie


def board(width: int, height: int) -> Board:
    look = Look(ground="#ffffff", accent="#d00000")
    return Board(np.ones((height, width, 3), np.float32), palette(None, look), look)


def chart(*values: float) -> Chart:
    return Chart(form="pie", labels=tuple("abcdefghijkl"[: len(values)]), series=(Series(values=values),))


@pytest.mark.parametrize(("width", "height"), [(400, 520), (640, 360)])
def test_slices_are_as_large_as_their_shares(width: int, height: int) -> None:
    canvas = board(width, height)
    pie(canvas, chart(50, 30, 20), (20, 20, width - 20, height - 20))
    counts = [int((np.abs(canvas.sheet - one).max(-1) < 0.01).sum()) for one in hues(canvas, 3)]
    shares = np.array(counts) / sum(counts)
    assert shares == pytest.approx((0.5, 0.3, 0.2), abs=0.02)


def test_one_slice_is_the_whole_ring_and_none_is_nothing() -> None:
    canvas = board(400, 520)
    pie(canvas, chart(3, 0), (20, 20, 380, 500))
    first, second = hues(canvas, 2)
    assert (np.abs(canvas.sheet - first).max(-1) < 0.01).sum() > 30 * max(
        1, (np.abs(canvas.sheet - second).max(-1) < 0.01).sum()
    )


def test_what_is_no_share_or_has_no_room_is_refused() -> None:
    for values in ((1.0, -1.0), (0.0, 0.0)):
        with pytest.raises(ValidationError, match="pie"):
            chart(*values)
    with pytest.raises(ValidationError, match="one series"):
        Chart(form="pie", labels=("a",), series=(Series(values=(1,)), Series(values=(2,))))
    with pytest.raises(PlanError, match="room for a pie"):
        pie(board(300, 300), chart(1, 2, 3, 4, 5), (10, 10, 290, 60))
