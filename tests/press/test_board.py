"""Stacks of text keep their order and their scale."""

import numpy as np
import pytest

from cavendish.errors import PlanError
from cavendish.plan.design import Look, Text
from cavendish.press.board import Board, stacked
from cavendish.press.colors import palette


def board(width: int = 300, height: int = 400) -> Board:
    return Board(np.ones((height, width, 3), np.float32), palette(None, Look()), Look())


def test_a_title_is_larger_than_what_stands_under_it_and_all_fit():
    texts = (Text(text="A title"), Text(text="and what it is about", role="subtitle"))
    made = stacked(board(), texts, (260, 120), "left")
    assert made.sets[0].em > made.sets[1].em
    assert made.tops[1] >= made.tops[0] + made.sets[0].height
    assert made.height <= 120


def test_what_cannot_be_read_is_refused_with_what_could():
    with pytest.raises(PlanError, match="expected at most"):
        stacked(board(), (Text(text="many words " * 30),), (120, 40), "left")
    canvas = board()
    canvas.write("Some words", (20, 20, 280, 100), "body", middle=True)
    assert canvas.sheet.min() < 0.3
