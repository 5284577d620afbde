"""Grounds: what a prompt lets a plan say, and what it makes it say."""

import pytest

from cavendish.plan.evidence import Evidence, evidence
from cavendish.plan.reading import read


def of(prompt: str) -> Evidence:
    return evidence(read(prompt))


def test_kinds_colours_and_counts_come_from_the_prompt_alone():
    found = of("two red cups and a wooden chair on the beach at night")
    assert set(found.kinds) == {"cup", "chair"}
    assert found.must == ("cup", "chair")
    assert found.values["color"] == ("red",)
    assert found.values["material"] == ("wood",)
    assert 2 in found.counts
    assert found.scene == {"place": ("beach",), "time": ("night",)}
    assert found.bound == {"place", "time"}


@pytest.mark.parametrize(
    ("prompt", "kinds", "colors"),
    [("an orange", {"orange"}, ()), ("an orange cup", {"cup"}, ("orange",)), ("two oranges", {"orange"}, ()),
     ("an orange left of a cup", {"orange", "cup"}, ()), ("an orange orange", {"orange"}, ("orange",)),
     ("an orange zorbing dog", {"dog"}, ("orange",)), ("shoes with orange zorbs", {"sneaker"}, ("orange",))],
)  # fmt: skip
def test_an_orange_is_a_colour_or_a_fruit(prompt: str, kinds: set[str], colors: tuple[str, ...]):
    found = of(prompt)
    assert set(found.must) == kinds
    assert found.values["color"] == colors


def test_a_glass_is_a_thing_and_glass_is_a_material():
    assert of("a glass on a table").must == ("wine glass",)
    assert of("a glass bottle").values["material"] == ("glass",)
    assert of("a bottle made of glass").must == ("bottle",)


def test_a_relation_between_two_things_is_owed_and_one_with_a_place_is_not():
    assert of("a cup left of a dog").owed == ("left of",)
    assert of("a cat on a chair").owed == ("on",)
    assert of("a cat on a beach").owed == ()
    assert of("light from the left on a cup").owed == ()


def test_a_sign_is_lent_to_words_that_nothing_carries():
    assert of("a dog with the words 'HI'").lent == "sign"
    assert of("a cup with the words 'HI'").lent is None
    assert of("a dog").lent is None


def test_what_is_negated_is_avoided_and_not_drawn():
    found = of("a cup, no dogs, without clutter")
    assert set(found.kinds) == {"cup"}
    assert found.avoid == ("kind:dog", "word:0")


def test_a_studio_is_a_place_unless_it_is_only_light():
    assert "place" in of("a cup in a studio").bound
    assert of("a cup under studio lights").scene == {"time": ("studio",)}


@pytest.mark.parametrize(
    ("prompt", "look"),
    [("a vintage camera", None), ("a vintage red bicycle", None), ("a vintage photo of a bicycle", "vintage"),
     ("a bicycle, vintage", "vintage"), ("vintage, a cat and a dog", "vintage"), ("polaroid of a cat", "polaroid"),
     ("a retro radio, film noir", "noir")],
)  # fmt: skip
def test_vintage_things_are_no_vintage_photos(prompt: str, look: str | None):
    assert of(prompt).scene.get("look") == ((look,) if look else None)


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("a cat in a basket", ("in", "cat", "basket")),
        ("a cat inside a red box", ("in", "cat", "gift box")),
        ("a bowl full of apples", ("in", "apple", "bowl")),
        ("a cat in an armchair", ("on", "cat", "chair")),
        ("a dog in a hat", ("on", "hat", "dog")),
        ("a dog wearing a crown", ("on", "crown", "dog")),
        ("an apple under a table", ("under", "apple", "dining table")),
        ("a cat surrounded by five balloons", ("around", "balloon", "cat")),
    ],
)
def test_words_for_being_in_under_and_around_are_owed_their_relation(
    prompt: str, relation: tuple[str, str, str]
):
    found = of(prompt)
    assert found.owed == (relation[0],)
    assert found.bindings.pairs[relation[0]] == (relation[1:],)


@pytest.mark.parametrize(
    "prompt", ["a cat in a kitchen", "a dog in red", "a tree in a field", "a book in a bag"]
)
def test_in_is_no_relation_where_nothing_is_hollow(prompt: str):
    assert "in" not in of(prompt).relations


def test_plain_words_for_the_scene_outdo_near_ones_and_a_named_film_any():
    grounds = evidence(read("a dog, neon, golden hour, film grain, kodak portra 400"))
    assert grounds.scene["time"] == ("golden hour",)
    assert grounds.scene["look"] == ("portra 400",)
