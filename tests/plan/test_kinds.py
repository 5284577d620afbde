"""Kinds: their words, their sizes beside each other, and that shapes can do what they promise."""

import pytest

from cavendish.plan.kinds import KINDS, plural
from cavendish.world.shapes import SHAPES


@pytest.mark.parametrize(
    ("one", "many"),
    [("cup", "cups"), ("bus", "buses"), ("wine glass", "wine glasses"), ("knife", "knives"), ("person", "people"),
     ("woman", "women"), ("snowman", "snowmen"), ("sheep", "sheep"), ("puppy", "puppies"), ("toy", "toys")],
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


def test_everything_looks_like_a_toy_beside_everything():
    for kind in KINDS.values():
        assert 0.5 <= max(kind.size) <= 2.2, kind.name
        assert min(kind.size) >= 0.15, kind.name


@pytest.mark.parametrize("name", KINDS)
def test_poses_and_letters_are_the_shapes(name: str):
    kind, shape = KINDS[name], SHAPES[name]
    assert set(kind.poses[1:]) <= set(shape.poses)
    assert not kind.letters or shape.letters is not None
    assert not kind.supports or shape.top is not None
