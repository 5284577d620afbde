"""Pieces: words of any script, numbers with units, marks."""

import pytest

from cavendish.plan.pieces import emoji_words, passed_over, pieces


def kinds(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("f/1.4", "f"), ("f8", "f"), ("ƒ/2", "f"), ("85mm", "mm"), ("24-70 mm", "mm"), ("#3fa7d6", "hex"),
     ("16:9", "aspect"), ("2.39:1", "aspect"), ("ISO 400", "made"), ("1/250s", "made"), ("8K", "made"),
     ("1080p", "made"),
     ("--v 6.0", "made"), ("--ar", "ar"), ("--no", "no"), ("<lora:toy:0.8>", "made"), ("🍎", "emoji"),
     ("👩‍👩‍👧", "emoji"),
     ("“12”", "quote"), ("स्वागत", "word"), ("café", "word"), ("F1", "word"), ("don't", "word"),
     ("，", "stop"), ("3D", "word")],
)  # fmt: skip
def test_a_piece_is_told_by_its_form(text: str, kind: str):
    assert [piece.kind for piece in pieces(text)] == [kind]


def test_accents_are_composed_and_weights_are_no_numbers():
    assert kinds("cafe\u0301") == [("word", "café")]
    assert ("made", ":1.2") in kinds("(dog:1.2)")


def test_a_dash_within_words_is_no_flag():
    assert [kind for kind, _ in kinds("dog--cat -- a car-free street")].count("made") == 0
    assert ("free", "-free") in kinds("a car-free street")


def test_emoji_have_names():
    assert emoji_words("🍎") == ("red", "apple")
    assert emoji_words("🦊") == ("fox",)


def test_what_shows_nothing_is_told_in_a_line():
    assert passed_over("a cup\n\ton a table") is None
    assert passed_over("a\u0007 cup") == "1 character that shows nothing was passed over: U+0007"
    assert (
        passed_over("a\u0007\u0007\u202e cup")
        == "3 characters that show nothing were passed over: U+0007, U+202E"
    )
