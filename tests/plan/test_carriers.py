"""Every text finds something to stand on, as long as there is room."""

import pytest

from cavendish.plan.carriers import LONG, carried, said_of
from cavendish.plan.evidence import evidence
from cavendish.plan.reading import Reading, read
from cavendish.plan.schema import MAX_THINGS, Lettering, Plan, Thing

CUP = Thing(id="cup-1", kind="cup")


def valid(plan: Plan) -> bool:
    return Plan.model_validate_json(plan.model_dump_json()) == plan


def quoted(*texts: str) -> Reading:
    return read(" ".join(f"“{text}”" for text in texts))


def test_what_carries_letters_is_taken_first_then_signs_are_added():
    plan, left = carried(Plan(things=(CUP, Thing(id="dog-1", kind="dog"))), quoted("A", "B", "C", "A"))
    assert [(line.text, line.on) for line in plan.lettering] == [
        ("A", "cup-1"),
        ("B", "sign-1"),
        ("C", "sign-2"),
    ]
    assert left == ()
    assert valid(plan)


def test_texts_that_are_written_stay_where_they_are():
    plan = Plan(things=(CUP,), lettering=(Lettering(text="A", on="cup-1"),))
    assert carried(plan, quoted("A")) == (plan, ())
    assert carried(plan, read("a cup")) == (plan, ())


@pytest.mark.parametrize(
    "prompt", ["a sign that says “A” and a cup with the words “B”", "an “A” sign, a “B” mug"]
)
def test_a_text_stands_on_what_it_was_said_of(prompt: str):
    things = (CUP, Thing(id="sign-1", kind="sign"))
    crossed = (Lettering(text="A", on="cup-1"), Lettering(text="B", on="sign-1"))
    plan, _ = carried(Plan(things=things, lettering=crossed), read(prompt))
    assert {line.text: line.on for line in plan.lettering} == {"A": "sign-1", "B": "cup-1"}


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("a cake that says “A”", "cake"),
        ("“A” written on a red cake", "cake"),
        ("a tv showing “A” beside a dog", "tv"),
        ("a red bus with “A” on the front", "bus"),
        ("a boy with the text “A”", "person"),
        ("a man says “A”", None),
        ("a bus beside a dog that says “A”", None),
        ("a house. “A”", None),
        ("a bus and a sign that says “A”", "sign"),
        ("a sign on a bus, “A”", "sign"),
        ("a cake. a book that says “A”", "book"),
        ("“A”, a cake on a bus", None),
    ],
)
def test_what_is_not_made_for_letters_carries_those_said_to_be_on_it(prompt: str, kind: str | None):
    assert dict(said_of(read(prompt))).get("A") == kind


def test_no_sign_is_lent_to_a_text_that_has_its_thing():
    assert evidence(read("a cake that says “A”")).lent is None
    assert evidence(read("a cake that says “A”, and “B”")).lent == "sign"
    assert evidence(read("a cake")).lent is None


def test_a_long_text_stands_on_a_poster_and_an_avoided_carrier_is_not_used():
    assert carried(Plan(), quoted("x" * (LONG + 1)))[0].things[0].kind == "poster"
    assert carried(Plan(avoid=("sign",)), quoted("x"))[0].things[0].kind == "poster"


def test_what_finds_no_room_is_handed_back():
    things = tuple(Thing(id=f"dog-{i}", kind="dog") for i in range(MAX_THINGS))
    assert carried(Plan(things=things), quoted("A")) == (Plan(things=things), ("A",))
