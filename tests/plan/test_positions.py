"""GenEval's rule for places, in closed form: of boxes side by side, one over another, and one in another."""

import pytest

from cavendish.plan.positions import gap, relations

LEFT, RIGHT = (0.1, 0.4, 0.3, 0.6), (0.7, 0.4, 0.9, 0.6)


def test_side_by_side():
    assert relations(LEFT, RIGHT) == {"left of"}
    assert relations(RIGHT, LEFT) == {"right of"}


def test_one_over_another():
    high, low = (0.4, 0.1, 0.6, 0.3), (0.4, 0.7, 0.6, 0.9)
    assert relations(high, low) == {"above"}
    assert relations(low, high) == {"below"}


def test_a_diagonal_is_both():
    assert relations((0.0, 0.0, 0.1, 0.1), (0.9, 0.9, 1.0, 1.0)) == {"left of", "above"}


def test_boxes_with_one_middle_have_no_relation():
    assert relations(LEFT, LEFT) == frozenset()
    assert relations((0.2, 0.2, 0.8, 0.8), (0.4, 0.4, 0.6, 0.6)) == frozenset()


def test_the_gap_is_along_the_wider_axis():
    assert gap(LEFT, RIGHT) == pytest.approx(0.4)
    assert gap(LEFT, LEFT) == 0.0
    assert gap(LEFT, (0.2, 0.5, 0.9, 0.9)) == 0.0
