"""Kinds: their plurals, and that every word means one of them."""

import pytest

from cavendish.plan.kinds import KINDS, plural


@pytest.mark.parametrize(
    ("one", "many"),
    [("cup", "cups"), ("bus", "buses"), ("wine glass", "wine glasses"), ("knife", "knives"), ("person", "people"),
     ("woman", "women"), ("snowman", "snowmen"), ("sheep", "sheep"), ("puppy", "puppies"), ("toy", "toys"),
     ("pair of scissors", "pairs of scissors"), ("toy blocks", "toy blocks")],
)  # fmt: skip
def test_plurals(one: str, many: str):
    assert plural(one) == many


def test_prompt_sets_plain_plurals_are_words_too():
    assert "sheeps" in KINDS["sheep"].words
    assert "persons" in KINDS["person"].words
    assert "buss" in KINDS["bus"].words


def test_no_two_kinds_share_a_word():
    owner: dict[str, str] = {}
    for kind in KINDS.values():
        assert kind.name in kind.nouns
        for word in kind.words:
            assert owner.setdefault(word, kind.name) == kind.name, word


def test_what_is_called_alike_for_one_and_for_many():
    assert KINDS["sheep"].alike == {"sheep"}
    assert KINDS["headphones"].alike == {"headphones", "earphones"}
    assert KINDS["cup"].alike == frozenset()
    assert {name for name, kind in KINDS.items() if kind.plain} == {
        "headphones", "broccoli", "grapes", "skis", "glasses", "scissors", "toy blocks", "dice",
    }  # fmt: skip
    assert {name for name, kind in KINDS.items() if kind.paired} == {
        "headphones", "skis", "glasses", "scissors", "dice",
    }  # fmt: skip
