"""Every word is accounted for."""

import pytest

from cavendish.plan.prose import Group, Outline
from cavendish.plan.reading import read
from cavendish.plan.schema import MAX_THINGS, Plan
from cavendish.planners.audit import audit


def heard(prompt: str, *groups: Group, **rest: object) -> dict[str, str | None]:
    reading = read(prompt)
    plan = Outline(groups, **rest).plan(reading.refs)  # pyright: ignore[reportArgumentType] -- fields of Outline
    return {item.word: item.nearest for item in audit(reading, plan)[0]}


def test_a_plan_that_holds_it_all_leaves_nothing_unknown():
    said = heard("a photo of two red mugs and a dog, masterpiece, 8k, at golden hour", Group("cup", 2, color="red"),
                 Group("dog"), scene={"time": "golden hour"})  # fmt: skip
    assert said == {}


@pytest.mark.parametrize(
    ("prompt", "group", "word", "near"),
    [("a wolf", Group("fox"), "wolf", "fox"), ("a blonde dog", Group("dog", color="yellow"), "blonde", "yellow"),
     ("an elehpant", Group("elephant"), "elehpant", "elephant"), ("a red dog", Group("dog"), "red", None),
     ("three dogs", Group("dog"), "three", None), ("a qwzx dog", Group("dog"), "qwzx", None),
     ("a dog at night", Group("dog"), "night", None)],
)  # fmt: skip
def test_what_is_not_held_is_named_with_the_nearest(prompt: str, group: Group, word: str, near: str | None):
    found = heard(prompt, group)
    assert any(word in said for said in found)
    assert near in found.values()


def test_a_nearest_thing_that_is_not_there_is_not_claimed():
    assert heard("a woman presenting", Group("person")) == {"presenting": None}
    assert heard("a dog along a cat", Group("dog"), Group("cat")) == {"along": None}


def test_a_stop_as_wide_and_a_film_by_name_are_what_was_asked_for():
    said = "a dog, shallow depth of field, f/1.4, film grain, Kodak Portra 400"
    assert heard(said, Group("dog"), scene={"f": "1.4", "look": "portra 400"}) == {}
    assert "shallow depth of field" in heard(
        "a dog, shallow depth of field", Group("dog"), scene={"f": "8.0"}
    )


def test_what_is_avoided_is_held():
    assert heard("a dog without zorbs", Group("dog"), avoid=("zorbs",)) == {}


def test_notes_say_what_became_of_letters():
    reading = read("a cat on a dog with the words 'HI'")
    plan = Outline((Group("cat"), Group("dog"), Group("sign")), (("on", 0, 1),), ((0, 2),)).plan(reading.refs)
    _, notes = audit(reading, plan)
    assert any("stand on a sign" in note for note in notes)


def test_an_empty_plan_of_nothing_is_silent():
    assert audit(read(""), Plan()) == ((), ())


def test_more_things_than_fit_are_told():
    found = heard("ten dogs, eight cats and five cups", Group("dog", 10), Group("cat", 8), Group("cup", 2))
    assert found == {"five": str(MAX_THINGS)}
    assert heard("eight dogs and four cups", Group("dog", 8), Group("cup", 4)) == {}


def test_what_joins_a_place_to_things_is_no_relation():
    assert heard("a dog against a plain background", Group("dog"), scene={"place": "studio"}) == {}
