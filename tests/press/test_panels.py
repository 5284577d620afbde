"""Panels are read in order, lie apart and fill their box."""

from itertools import pairwise

import numpy as np
import pytest

from cavendish.errors import PlanError
from cavendish.plan.design import Look, Step
from cavendish.press.board import Board
from cavendish.press.colors import palette
from cavendish.press.panels import cells, grid, steps


@pytest.mark.parametrize("count", range(1, 13))
def test_cells_lie_apart_within_their_box(count: int):
    for size in ((400, 300), (300, 700), (900, 200)):
        boxes = cells(grid(count, *size, icons=True), count, (0, 0, *size), 8)
        assert len(boxes) == count
        assert all(0 <= a < c <= size[0] + 0.01 and 0 <= b < d <= size[1] + 0.01 for a, b, c, d in boxes)
        for (_, b, c, _), (e, f, _, _) in pairwise(boxes):
            assert (f == b and e >= c) or f > b


def test_icons_and_words_are_drawn_and_too_many_words_refused():
    board = Board(np.ones((400, 400, 3), np.float32), palette(None, Look()), Look())
    icon = np.zeros((40, 50, 3), np.float32)
    icon[:] = (1, 0, 0)
    steps(board, (Step(text="Boil"), Step(text="Pour")), (icon, None), (20, 20, 380, 380), numbered=True)
    assert (np.abs(board.sheet - (1, 0, 0)).max(-1) < 0.01).sum() > 1000
    with pytest.raises(PlanError, match="expected at most"):
        steps(board, (Step(text="word " * 79),) * 9, (None,) * 9, (20, 20, 380, 380), numbered=True)
