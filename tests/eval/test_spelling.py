"""Scores of what was read: closed forms, bounds, and order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.eval.spelling import edits, folded, in_order, likeness


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [("kitten", "sitting", 3), ("", "abc", 3), ("abc", "abc", 0), ("ab", "ba", 2), ("flaw", "lawn", 2)],
)
def test_edits_are_levenshtein_s(a: str, b: str, count: int) -> None:
    assert edits(a, b) == count


WORDS = st.text("abc ", max_size=8)


@given(WORDS, WORDS, WORDS)
def test_edits_are_a_distance(a: str, b: str, c: str) -> None:
    assert edits(a, b) == edits(b, a)
    assert (edits(a, b) == 0) == (a == b)
    assert edits(a, c) <= edits(a, b) + edits(b, c)
    assert 0 <= likeness(a, b) <= 1


@pytest.mark.parametrize(
    ("written", "found", "share"),
    [
        ("a b c", "a b c", 1.0),
        ("a b c", "a x c", 2 / 3),
        ("a b c", "c b a", 1 / 3),
        ("a b", "", 0.0),
        ("a", "x a y", 1.0),
    ],
)
def test_words_count_in_their_order(written: str, found: str, share: float) -> None:
    assert in_order(written.split(), found.split()) == pytest.approx(share)


def test_what_no_eye_can_tell_apart_is_the_same() -> None:
    assert folded("cafe\u0301  “OK”\n–") == 'café "OK" -'
    assert folded("a\u200db\u200e") == "ab"
    assert folded("欢迎 光临", spaced=False) == "欢迎光临"
    assert folded("Tea") != folded("tea")
