"""What may be written on things, and the words for letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.plan.lettering import FAMILIES, USUAL, Typeface, check, drawable, typeface, unseen


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (None, Typeface()),
        ("", Typeface()),
        ("bold sans", Typeface("sans", 700)),
        ("elegant script", Typeface("script")),
        ("Thin Italic Serif", Typeface("serif", 200, True)),
        ("sans serif", Typeface("sans")),
        ("heavy slab serif", Typeface("slab", 800)),
        ("a typewriter font", Typeface("mono")),
        ("hand-lettered, playful", Typeface("handwriting")),
        ("retro", Typeface("display")),
        ("elegant serif", Typeface("serif")),
        ("extra bold", Typeface("sans", 800)),
    ],
)
def test_words_name_letters(words: str | None, asked: Typeface) -> None:
    assert typeface(words) == asked


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_called_by_its_name(family: str) -> None:
    assert typeface(family) == Typeface(family, USUAL)
    assert typeface(f"italic {family}").slanted


def test_an_unknown_word_is_answered_with_the_nearest() -> None:
    with pytest.raises(ValueError, match=r"got 'scrript' \(nearest: 'script'\)"):
        typeface("bold scrript")
    with pytest.raises(ValueError, match="one family"):
        typeface("mono script")


@given(st.text(max_size=60))
def test_any_words_name_letters_or_are_refused_in_one_line(words: str) -> None:
    try:
        found = typeface(words).family
    except ValueError as error:
        found = str(error)
    assert found in FAMILIES or found.startswith("font: expected")


@pytest.mark.parametrize(
    "text", ["OPEN", "two\nlines", "नमस्ते", "می‌خواهم", "👩‍🚀 ❤️", "non\u00a0breaking", "e\u0301"]
)
def test_what_can_be_seen_may_be_written(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a\ud800b", "half of a character, U\\+D800"),
        ("a\tb", "control character, U\\+0009"),
        ("a\x00", "U\\+0000"),
        ("a\u202eb", "U\\+202E"),
        ("a\u2028b", "U\\+2028"),
        ("\ue000a", "private character, U\\+E000"),
        ("a\U000e0080", "undefined character"),
        ("", "got none"),
        ("\n \u200b\n", "got none"),
    ],
)
def test_what_cannot_be_seen_is_named(text: str, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        check(text)


@pytest.mark.parametrize(
    ("text", "can"), [("Olé", True), ("👩\u200d🚀", True), ("a\ue000", False), (" ", False)]
)
def test_what_can_be_shown_is_known_beforehand(text: str, can: bool):
    assert drawable(text) == can


def test_soft_hyphens_are_not_seen_but_joiners_matter():
    assert [unseen(char) for char in "\u00ad\ufeff\u200da "] == [True, True, False, False, False]
