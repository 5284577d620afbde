"""Things built from parts are found in prompts and put in plans in place of what stood in for them."""

import pytest

from cavendish.plan.crafting import built, craft, crafted, names
from cavendish.plan.layout import complete
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
