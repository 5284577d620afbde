"""Characters stand in the order the Unicode bidirectional algorithm gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.world.lettering.bidi import base_level, levels, trailing, visual

# Logical text, its levels, as worked out by hand from the rules named.
CASES = [
    ("abc", "000"),
    ("אבג", "111"),
    ("abc אבג", "0000111"),
    ("אבג abc", "1111222"),
    ("אבג 123", "1111222"),  # W: a number after Hebrew
    ("عدد 12", "111122"),  # W2: a number after Arabic
    ("a 12", "0000"),  # W7: a number after Latin
    ("אב 1,5", "111222"),  # W4: a separator inside a number
    ("אב 12%", "111222"),  # W5: a sign that ends a number
    ("אב - גד", "1111111"),  # N1: neutrals between Hebrew
    ("ab - אב", "0000011"),  # N2: neutrals between two directions
    ("אב (cd) הו", "1111221111"),  # N0: brackets with other letters inside
    ("ab (אב) cd", "0000110000"),
    ("אב (גד)", "1111111"),  # N0: brackets with their own letters inside
    ("א\u200dב", "111"),  # X9: joiners have no say
    ("ש\u05b8לום", "11111"),  # W1: marks go with their letters
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_levels_are_those_of_the_annex(text: str, expected: str) -> None:
    assert "".join(map(str, levels(text))) == expected


def test_the_first_letter_with_a_direction_decides() -> None:
    assert [base_level(text) for text in ("1 אב ab", "1 ab אב", "123", "«مرحبا»")] == [1, 0, 0, 1]


def test_a_line_is_seen_from_its_own_side() -> None:
    text = "Menu קפה 12"
    assert "".join(text[i] for i in visual(levels(text))) == "Menu 12 הפק"
    text = "קפה Menu 12"
    assert "".join(text[i] for i in visual(levels(text))) == "Menu 12 הפק"


def test_blanks_at_the_end_of_a_line_stand_at_its_end() -> None:
    text = "abc אב "
    assert trailing(text, levels(text), 0)[-1] == 0
    assert visual(trailing(text, levels(text), 0))[-1] == len(text) - 1


TEXT = st.text(st.sampled_from("ab אבعد12,.()[]%-\u05b8\u200d"), max_size=24)


@given(TEXT)
def test_every_character_is_seen_once(text: str) -> None:
    found = levels(text)
    assert len(found) == len(text)
    assert sorted(visual(found)) == list(range(len(text)))


@given(TEXT)
def test_letters_run_their_own_way(text: str) -> None:
    for char, level in zip(text, levels(text), strict=True):
        if char in "ab":
            assert level % 2 == 0
        if char in "אבعد":
            assert level % 2 == 1
