"""Every word for what is worn or grown says something a person can be."""

import pytest

from cavendish.plan.attire import HEADS, feature
from cavendish.plan.person import EXPRESSIONS, POSES, Person
from tests.every import every


def test_every_word_says_something_that_can_be_drawn():
    def drawn(word: str):
        found = feature(word.split())
        assert found is not None
        said, length = found
        assert length == len(word.split())
        Person.model_validate(said.looks)
        assert said.expression in (None, *EXPRESSIONS)
        assert said.pose in (None, *POSES)

    every([word for words in HEADS for word in words.split("|")], drawn)


@pytest.mark.parametrize(
    ("phrase", "looks", "color"),
    [("a long green coat", {"top": "coat"}, "green"), ("dark brown hair", {"hair_color": "brown"}, None),
     ("a navy blue polka dot dress", {"top": "dress", "weave": "spots"}, "navy blue"),
     ("long curly hair", {"hair": "curly"}, None), ("brown skin", {"skin": "brown"}, None),
     ("a bushy grey beard", {"beard": "short", "hair_color": "grey"}, None),
     ("a pair of white boots", {"shoe_color": "white"}, None),
     ("a red bow tie", {"extra": "tie", "second_color": "red"}, None),
     ("a black suit", {"top": "coat", "extra": "tie", "bottom": "trousers", "bottom_color": "black"}, "black")],
)  # fmt: skip
def test_colours_go_where_they_were_said(phrase: str, looks: dict[str, str], color: str | None):
    found = feature(phrase.split())
    assert found is not None
    assert (found[0].looks, found[0].color) == (looks, color)


@pytest.mark.parametrize(
    "phrase", ["glasses of wine", "a dog", "a cup and a hat", "two chairs", "a wooden table"]
)
def test_other_things_are_none_of_it(phrase: str):
    assert feature(phrase.split()) is None


def test_ages_by_decade_and_dark_clothes():
    assert feature(["her", "30s"]) is not None
    said = feature(["dark", "coat"])
    assert said is not None
    assert (said[0].looks["top"], said[0].color) == ("coat", "black")
