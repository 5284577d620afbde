"""Spaces are measured from the shapes: water fills hollows, and the table says what the surfaces do."""

import numpy as np
import pytest

from cavendish.plan import spaces as kept
from cavendish.world import spaces


def test_water_stays_in_a_hollow_up_to_its_lowest_rim():
    heights = np.zeros((7, 7))
    heights[1:6, 1:6] = 3.0
    heights[2:5, 2:5] = 1.0
    heights[3, 5] = 2.0
    filled = spaces.filled(heights)
    assert (filled[2:5, 2:5] == 2.0).all()
    assert filled[3, 5] == 2.0
    assert (filled[0] == 0.0).all()


def test_water_runs_off_what_has_no_rim():
    hill = np.add.outer(np.minimum(np.arange(9), 8 - np.arange(9)), np.zeros(9))
    assert (spaces.filled(hill) == hill).all()


@pytest.mark.parametrize(
    ("kind", "pose"),
    [("dining table", ""), ("gift box", "open"), ("umbrella", "planted"), ("skateboard", "")],
)
def test_the_table_was_written_for_the_shapes_as_they_are(kind: str, pose: str):
    assert spaces.measure(kind, pose) == kept.table()[kind][pose]


def test_a_table_carries_and_shelters_and_a_box_holds():
    table, box = spaces.measure("dining table"), spaces.measure("gift box", "open")
    assert {"top", "shelter"} < set(table)
    assert table["top"][4] == pytest.approx(0.75, abs=0.02)
    low, high = box["hollow"][4:]
    assert low < 0.1
    assert high > 0.4


def test_nothing_stays_on_a_pencil():
    assert "top" not in spaces.measure("pencil")
