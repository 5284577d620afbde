"""Slips of the pen are mended only where the language has no such word."""

import pytest

from cavendish.plan.spelling import english, meant, mended, slip


@pytest.mark.parametrize(
    ("word", "right"),
    [("fries", "fires"), ("cast", "cats"), ("sheets", "sheeps"), ("sauce", "saucer"), ("soon", "spoon")],
)
def test_a_word_of_the_language_is_never_another(word: str, right: str):
    assert slip(word, right)
    assert mended(word, (right,)) is None


def test_a_slip_is_mended_to_the_likeliest_word_and_to_none_where_two_are():
    assert mended("elehpant", ("elephant", "element")) == "elephant"
    assert mended("catt", ("cat", "cart")) is None
    assert mended("wodden", ("wooden", "wooded")) == "wooden"
    assert mended("kite", ("kites",)) is None
    assert mended("zrbo", ("zrb", "zrboo", "zrboa")) is None


def test_slips_are_graded_by_how_likely_they_are():
    assert slip("yelolw", "yellow") == 1
    assert slip("yelow", "yellow") == 2
    assert slip("yellov", "yellow") == 3
    assert slip("coat", "boat") == slip("dog", "elephant") == 0


@pytest.mark.parametrize(
    ("word", "kind"),
    [("elefant", "elephant"), ("giraffen", "giraffe"), ("Giraffen", None), ("spool", None), ("hidden", None),
     ("spacious", None), ("cluttered", None), ("barny", None)],
)  # fmt: skip
def test_only_a_long_word_no_dictionary_has_is_taken_for_what_it_is_spelled_like(word: str, kind: str | None):
    assert meant(word) == kind


def test_the_dictionary_has_words_and_no_slips():
    assert all(english(word) for word in ("plinth", "worktop", "dachshund"))
    assert not any(english(word) for word in ("umbrela", "woodne", "zorb"))
