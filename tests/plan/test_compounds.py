"""Nouns before nouns say of what sort the second is, and are no things of their own."""

import pytest

from cavendish.plan.compounds import leads, strange_names
from cavendish.plan.reading import read


def things(prompt: str) -> list[str]:
    return [item.name.partition(":")[2] for item in read(prompt).reads if item.name.startswith("kind")]


def strange(prompt: str) -> list[str]:
    return [item.text for item in read(prompt).reads if item.name == "word"]


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [("a dog bowl", ["bowl"]), ("two dog bowls and a cat bed", ["bowl", "bed"]), ("a lemon cake", ["cake"]),
     ("the king's crown", ["crown"]), ("a teacher's desk", ["desk"]), ("a children's book", ["book"]),
     ("an oak desk", ["desk"]), ("a bouquet of roses", ["rose"]), ("a loaf of bread", ["bread"])],
)  # fmt: skip
def test_the_last_noun_is_meant(prompt: str, kinds: list[str]):
    assert things(prompt) == kinds
    assert strange(prompt) == []


@pytest.mark.parametrize(
    ("prompt", "missing"),
    [("a dog collar", ["dog collar"]), ("rose petals", ["rose petals"]), ("a piggy bank", ["piggy bank"]),
     ("maple syrup", ["maple syrup"]), ("roast chicken", ["roast chicken"]), ("a chef cat", ["chef"])],
)  # fmt: skip
def test_a_name_that_means_nothing_known_puts_none_of_its_words_there(prompt: str, missing: list[str]):
    assert strange(prompt) == missing
    assert things(prompt) in ([], ["cat"])


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [("cat dog bird", ["cat", "dog", "bird"]), ("cat dog", ["cat", "dog"]), ("apple banana", ["apple", "banana"]),
     ("a dog barks", ["dog"]), ("a dog, bowl", ["dog", "bowl"]), ("a dog and a bowl", ["dog", "bowl"])],
)  # fmt: skip
def test_lists_stay_lists(prompt: str, kinds: list[str]):
    assert things(prompt) == kinds


def test_several_glasses_are_to_drink_from():
    assert things("a bottle and two glasses") == ["bottle", "wine glass"]
    assert things("a pair of glasses") == things("two pairs of glasses") == ["glasses"]


def test_words_for_somebody_before_a_noun_are_heard():
    assert leads("cat")
    assert leads("collar")
    assert not leads("fish")
    assert strange_names()[("lily", "pads")] == "word"
