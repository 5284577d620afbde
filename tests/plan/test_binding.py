"""Bindings: qualities belong to the noun they stand beside, relations to the nouns on either side."""

import pytest

from cavendish.plan.binding import Bindings
from cavendish.plan.evidence import evidence
from cavendish.plan.reading import read


def of(prompt: str) -> Bindings:
    return evidence(read(prompt)).bindings


@pytest.mark.parametrize(
    ("prompt", "kind", "chain"),
    [
        ("two small red wooden cups", "cup", {"n": "2", "size": "small", "color": "red", "material": "wood"}),
        ("a cup in red", "cup", {"n": "1", "color": "red"}),
        ("a cup that is blue, a dog", "cup", {"n": "1", "color": "blue"}),
        ("a dog and a cup made of glass", "cup", {"n": "1", "material": "glass"}),
        ("some cups", "cup", {"n": "3"}),
        ("a sitting dog", "dog", {"n": "1", "pose": "sitting"}),
        ("a dog sitting on a chair", "dog", {"n": "1", "pose": "sitting"}),
        ("an orange cup", "cup", {"n": "1", "color": "orange"}),
        ("a shiny zorbed red cup", "cup", {"n": "1", "color": "red"}),
    ],
)
def test_qualities_belong_to_their_noun(prompt: str, kind: str, chain: dict[str, str]):
    assert of(prompt).chains[kind] == (chain,)


def test_each_mention_has_its_own_and_the_definite_article_no_new_one():
    found = of("a red cup, a blue cup and a dog. the dog is behind a cat").chains
    assert [chain["color"] for chain in found["cup"]] == ["red", "blue"]
    assert len(found["dog"]) == 1


def test_qualities_shared_over_and_bind_nothing():
    assert "cup" not in of("red and blue cups").chains
    assert of("red and blue cups").loose["color"] == ("red",)


def test_a_predicate_before_its_verb_leaves_the_next_noun_alone():
    found = of("in front of a cup is a red dog").chains
    assert found["cup"] == ({"n": "1"},)
    assert found["dog"] == ({"n": "1", "color": "red"},)


def test_relations_belong_to_the_nouns_on_either_side():
    assert of("a red cup left of two dogs").pairs["left of"] == (("cup", "dog"),)
    assert of("left of a dog is a cup").pairs["left of"] == (None,)
    assert of("a cup behind a dog and the dog is behind a cat").pairs["behind"] == (
        ("cup", "dog"),
        ("dog", "cat"),
    )


def test_what_stands_by_itself_is_loose():
    assert of("a cup, blue").loose["color"] == ("blue",)


@pytest.mark.parametrize("prompt", ["a cup and a red zorb", "a cup with red walls", "a cup on a red meadow"])
def test_a_quality_of_what_is_no_thing_is_nobodys(prompt: str):
    assert of(prompt).loose["color"] == ()
    assert of(prompt).chains["cup"] == ({"n": "1"},)


def test_a_quality_is_a_things_where_only_strange_words_stand_between():
    assert of("a cup and a red zorbly dog").chains["dog"] == ({"n": "1", "color": "red"},)
    assert of("a cup, red and shiny").loose["color"] == ("red",)
