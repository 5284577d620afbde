"""What "of" joins: portions, vessels with what is in them, statues."""

import pytest

from cavendish.plan.reading import read


def names(prompt: str) -> list[str]:
    return [item.name for item in read(prompt).reads if item.name not in ("", "say:a")]


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("a slice of pizza", ["kind:pizza"]),
        ("two pieces of cake", ["n:2", "kind:cake"]),
        ("a cup of iced tea", ["kind:cup"]),
        ("a mug of strong coffee", ["kind:cup", "word"]),
        ("a bowl of hot ramen", ["kind:bowl", "word", "word"]),
        ("a plate of cookies", ["kind:plate", "kinds:cookie"]),
        ("a basket of apples", ["kind:basket", "kinds:apple"]),
    ],
)
def test_portions_and_vessels(prompt: str, wanted: list[str]):
    assert names(prompt) == wanted


def test_a_statue_is_what_it_shows():
    assert names("a wooden statue of a lion") == ["material:wood", "kind:lion"]
    assert names("a statue of a man in a park")[0] == "kind:person"


def test_other_words_before_of_are_left_alone():
    assert "kind:painting" in names("a painting of a horse")
    assert names("a photo of a car") == ["kind:car"]
