"""Text at a size: lines no wider than asked, all of its words, or what would fit."""

import pytest

from cavendish.errors import PlanError
from cavendish.press.type import Manner, fitted, measure, setting

TEXT = "The quick brown fox jumps over the lazy dog"


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_lines_hold_every_word_within_the_width(align: str):
    made = setting(TEXT, 20, 160, Manner(align=align))  # type: ignore[arg-type] -- one of three words
    assert made
    assert " ".join(made.lines) == TEXT
    assert all(one[:, 0].min() >= 0 and one[:, 0].max() <= 160.01 for one in made.contours)
    assert max(one[:, 1].max() for one in made.contours) <= made.height + 0.01


def test_text_shrinks_to_its_box_and_is_refused_with_what_fits():
    made = fitted(TEXT, (200, 60), 40, 8, Manner())
    assert 8 <= made.em < 40
    with pytest.raises(PlanError, match="expected at most"):
        fitted(TEXT * 9, (200, 60), 40, 12, Manner())


def test_a_word_wider_than_the_line_is_none_and_twice_the_text_twice_as_wide():
    assert setting("Extraordinary", 40, 60, Manner()) is None
    assert measure("nn", Manner()) == pytest.approx(2 * measure("n", Manner()))
