"""Things built from parts are found in prompts and put in plans in place of what stood in for them."""

import pytest

from cavendish.plan.crafting import built, craft, crafted, names, told
from cavendish.plan.layout import complete
from cavendish.plan.reading import read
from cavendish.plan.schema import Plan, Relation, Thing


@pytest.mark.parametrize("name", names())
def test_each_is_a_thing_of_parts_that_lays_out(name: str):
    thing = crafted(name)
    assert thing.kind == name
    assert thing.parts
    assert complete(Plan(things=(thing,)), 1).things[0].position is not None


def test_a_prompt_without_any_is_left_alone():
    said = craft('a dog and a sign that says "submarine"')
    assert said.prompt == 'a dog and a sign that says "submarine"'
    assert said.stands_for == {}


def test_words_are_replaced_by_kinds_that_the_prompt_does_not_name():
    said = craft("a red ukulele and a vase")
    (stand,) = said.stands_for
    assert said.stands_for == {stand: "ukulele"}
    assert stand != "vase"
    assert said.prompt == f"a red {stand} and a vase"
    assert "merry" not in craft("a merry-go-round").prompt


@pytest.mark.parametrize(
    "prompt",
    [
        "a sign that says UKULELE",
        "a poster titled 'Canoe'",
        "a sign with 「submarine」",
        "a book „totem pole“",
    ],
)
def test_what_is_to_be_written_stays_as_it_is(prompt: str):
    assert craft(prompt).prompt == prompt


def test_a_reading_is_given_back_the_words_that_were_said():
    said = craft("two Kayaks and a red merry-go-round")
    reading = said.heard(read(said.prompt))
    things = [(item.name, item.text) for item in reading.reads if item.name.startswith("kind")]
    assert things == [("kinds:canoe", "Kayaks"), ("kind:carousel", "merry-go-round")]


def test_what_is_built_is_said_with_its_parts():
    plan = Plan(things=(crafted("ukulele"), Thing(id="cup-1", kind="cup")))
    assert told(plan) == ("I know no ukulele as a kind; I build one from 10 parts",)


def test_what_is_to_be_avoided_goes_by_its_own_name():
    said = craft("a dog, no submarine")
    (stand,) = said.stands_for
    assert built(Plan(things=(Thing(id="dog-1", kind="dog"),), avoid=(stand, "cars")), said).avoid == (
        "submarine",
        "cars",
    )


def test_what_was_said_is_kept_and_relations_follow():
    plan = Plan(
        things=(Thing(id="lamp-1", kind="lamp", color="red"), Thing(id="dog-1", kind="dog")),
        relations=(Relation(subject="dog-1", predicate="left of", object="lamp-1"),),
    )
    said = craft("a dog left of a red ukulele")
    made = built(plan.model_copy(), type(said)(said.prompt, {"lamp": "ukulele"}))
    assert [thing.id for thing in made.things] == ["ukulele-1", "dog-1"]
    assert made.things[0].color == "red"
    assert made.relations[0].object == "ukulele-1"
    assert made.things[1] == plan.things[1]


def test_an_unknown_name_is_a_key_error():
    with pytest.raises(KeyError):
        crafted("qilin")
