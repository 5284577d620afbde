"""Texts fill their rectangles in the lines that make their letters largest; none is too small to read."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cavendish.errors import PlanError
from cavendish.plan.lettering import Typeface
from cavendish.world.lettering.faces import SHIPPED, Shelf
from cavendish.world.lettering.setting import MARGIN, MOST_EMS, Align, Block, Manner, fit

OWN = Shelf((SHIPPED,))
DICKENS = (
    "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, "
    "it was the epoch of belief, it was the epoch of incredulity, 1859"
)


def set_in(text: str, width: float = 1.0, height: float = 0.5, align: Align = "centre") -> Block:
    return fit(text, width, height, Manner(Typeface(), align, 0.0, OWN))


def box(block: Block) -> tuple[np.ndarray, np.ndarray]:
    points = np.concatenate(block.contours)
    return points.min(0), points.max(0)


@pytest.mark.parametrize(("text", "width", "height", "lines"), [
    ("OPEN", 1.0, 0.5, ("OPEN",)),
    ("Fresh bread daily", 1.0, 0.5, ("Fresh", "bread daily")),
    ("Fresh bread daily", 1.0, 0.1, ("Fresh bread daily",)),
    ("Fresh bread daily", 0.5, 1.0, ("Fresh", "bread", "daily")),
    ("MENU\n\nTea  2.80\nCake", 1.0, 1.0, ("MENU", "", "Tea  2.80", "Cake")),
    ("\n\nTea\n", 1.0, 0.5, ("Tea",)),
])  # fmt: skip
def test_lines_follow_the_rectangle(text: str, width: float, height: float, lines: tuple[str, ...]) -> None:
    assert set_in(text, width, height).lines == lines


@pytest.mark.parametrize(
    "text", ["OPEN", "ace", "gypsy", DICKENS, "a\nb\n\nc", "مرحبا بالعالم", "नमस्ते दुनिया", "สวัสดี"]
)
@pytest.mark.parametrize(("width", "height"), [(1.0, 0.5), (0.4, 0.9)])
def test_ink_is_centred_within_the_margins_and_touches_them(text: str, width: float, height: float) -> None:
    low, high = box(set_in(text, width, height))
    assert np.allclose(low + high, 0, atol=1e-9)
    used = (high - low) / (np.array((width, height)) - 2 * MARGIN * min(width, height))
    assert used.max() <= 1 + 1e-9
    assert used.max() > 0.6


def test_no_other_number_of_lines_would_make_larger_letters() -> None:
    text = "the quick brown fox jumps over"
    words = text.split()
    best = set_in(text).em
    for cut in range(1, len(words)):
        forced = set_in(" ".join(words[:cut]) + "\n" + " ".join(words[cut:]))
        assert forced.em <= best / 0.94 + 1e-9


def test_ink_of_two_lines_never_meets() -> None:
    for text in ("gypsy\nÅÉ", "ที่นี่ปู่\nที่นี่ปู่", "مرحبا\nمرحبا"):
        block = set_in(text, 1.0, 1.0)
        assert len(block.lines) == 2
        ys = np.sort(np.concatenate([np.linspace(p[:, 1].min(), p[:, 1].max(), 99) for p in block.contours]))
        assert np.diff(ys).max() > 0.1 * block.em


@pytest.mark.parametrize("align", ["left", "right", "centre"])
def test_lines_stand_where_they_are_told(align: Align) -> None:
    block = set_in("H\nHHHH", 1.0, 1.0, align)
    upper, lower = [[p for p in block.contours if (p[:, 1].mean() > 0) == up] for up in (True, False)]
    a, b = (np.concatenate(part) for part in (upper, lower))
    gap = {"left": a[:, 0].min() - b[:, 0].min(), "right": a[:, 0].max() - b[:, 0].max(),
           "centre": a[:, 0].min() + a[:, 0].max() - b[:, 0].min() - b[:, 0].max()}[align]  # fmt: skip
    assert abs(gap) < 1e-9


def test_two_hundred_characters_fit_a_sign() -> None:
    block = set_in(DICKENS[:200], 0.76, 0.40)
    assert " ".join(block.lines) == DICKENS[:200]
    assert block.em * MOST_EMS >= 0.76


@pytest.mark.parametrize("text", ["W" * 60, DICKENS * 3, "مرحبا " * 60, "a " * 400])
def test_what_cannot_be_read_is_refused_with_the_longest_that_can(text: str) -> None:
    with pytest.raises(PlanError, match="at most") as caught:
        set_in(text, 1.0, 0.4)
    kept = str(caught.value.hint).strip("'")
    assert text.startswith(kept)
    set_in(kept, 1.0, 0.4)
    longer = text[: len(kept) + 8]
    with pytest.raises(PlanError, match="at most"):
        set_in(longer, 1.0, 0.4)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text("abcdefgHIJKéñ", min_size=1, max_size=8), min_size=1, max_size=12))
def test_every_word_is_on_some_line_in_order(words: list[str]) -> None:
    assert " ".join(set_in(" ".join(words)).lines).split() == words
