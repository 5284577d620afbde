"""What was said plainly fills what a planner left open, and nothing that it chose."""

from cavendish.plan.people import heed
from cavendish.plan.person import Person
from cavendish.plan.reading import read
from cavendish.plan.schema import Plan, Thing
from cavendish.planners.gaps import filled


def fill(prompt: str, *things: Thing) -> tuple[tuple[Thing, ...], tuple[str, ...]]:
    heard = heed(prompt)
    plan, lost = filled(Plan(things=things), read(heard.prompt), heard)
    return plan.things, lost


def test_a_plan_that_says_it_all_is_left_alone():
    cup = Thing(id="cup-1", kind="cup", shade="teal")
    assert fill("a navy blue cup", cup) == ((cup,), ())


def test_a_colour_becomes_the_exact_one_that_was_said():
    (cup,), _ = fill("a navy blue cup", Thing(id="cup-1", kind="cup", color="blue"))
    assert cup.shade == "navy blue"


def test_people_are_told_apart_by_their_ids():
    man, woman = Thing(id="man-1", kind="person"), Thing(id="woman-1", kind="person")
    prompt = "a woman with glasses and a man with a beard"
    for things in ((man, woman), (woman, man)):
        by_id = {thing.id: thing.person or Person() for thing in fill(prompt, *things)[0]}
        assert (by_id["woman-1"].glasses, by_id["woman-1"].lashes) == ("glasses", True)
        assert (by_id["man-1"].beard, by_id["man-1"].glasses) == ("short", None)


def test_what_the_planner_chose_stays():
    own = Thing(
        id="man-1", kind="person", person=Person(glasses="sunglasses"), expression="sad", color="green"
    )
    (man,), _ = fill("a smiling man with glasses in a red sweater", own)
    assert man.person is not None
    assert (man.person.glasses, man.expression, man.color) == ("sunglasses", "sad", "green")


def test_looks_that_find_nobody_are_named():
    things, lost = fill("a man with a beard", Thing(id="dog-1", kind="dog"))
    assert things == (Thing(id="dog-1", kind="dog"),)
    assert any("beard" in words for words in lost)
