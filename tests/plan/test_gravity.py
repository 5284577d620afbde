"""Words of gravity are taken out of a prompt, bound to the thing they are said of, and held by the plan."""

import pytest

from cavendish.plan.gravity import obeyed, weigh
from cavendish.plan.schema import Plan, Relation, Thing


def things(*kinds: str) -> tuple[Thing, ...]:
    return tuple(Thing(id=f"{kind.replace(' ', '-')}-{i}", kind=kind) for i, kind in enumerate(kinds))


@pytest.mark.parametrize(
    ("prompt", "rest", "stance", "kind"),
    [
        ("a cup tipped over", "a cup", "tipped", "cup"),
        ("a cat and an overturned chair", "a cat and an chair", "tipped", "chair"),
        ("a guitar leaning against a couch", "a guitar next to a couch", "leaning", "guitar"),
        ("a ladder leaning against the old wall", "a ladder next to a low wall", "leaning", "ladder"),
        ("a kite flying over a house", "a kite above a house", "flying", "kite"),
        ("a bee in mid-air", "a bee", "flying", "bee"),
        ("three books stacked on a chair", "three books on a chair", "stacked", "book"),
        ("a stack of books", "books", "stacked", "book"),
        ("a spilled basket of apples", "a basket of apples", "spilled", "basket"),
        ("a ring of stones around a fire", "eight stones around a fire", "ring", "rock"),
    ],
)
def test_words_of_gravity_are_heard(prompt: str, rest: str, stance: str, kind: str):
    weighed = weigh(prompt)
    assert weighed.prompt == rest
    assert [(said, of) for said, of, _ in weighed.said] == [(stance, kind)]


@pytest.mark.parametrize(
    "prompt",
    ["a dog on a chair", 'a sign that says "tipped over"', "a flying saucer", "a man falling over himself"],
)
def test_other_words_stay_as_they_are(prompt: str):
    assert weigh(prompt).prompt == prompt


def test_a_stack_stands_on_what_all_of_it_was_said_to_be_on():
    books = things("book", "book", "book", "chair")
    on = tuple(Relation(subject=book.id, predicate="on", object="chair-3") for book in books[:3])
    plan, missed = obeyed(Plan(things=books, relations=on), weigh("three books stacked on a chair"))
    said = {(r.subject, r.predicate, r.object) for r in plan.relations}
    assert said == {("book-0", "on", "chair-3"), ("book-1", "on", "book-0"), ("book-2", "on", "book-1")}
    assert {thing.pose for thing in plan.things} == {"lying", None}
    assert missed == ()


def test_what_was_in_what_spilled_lies_round_it():
    inside = Relation(subject="apple-1", predicate="in", object="basket-0")
    plan = Plan(things=things("basket", "apple"), relations=(inside,))
    plan, _ = obeyed(plan, weigh("a spilled basket with an apple"))
    assert plan.things[0].pose == "tipped"
    assert [(r.subject, r.predicate, r.object) for r in plan.relations] == [("apple-1", "around", "basket-0")]


def test_what_cannot_be_is_told():
    plan = Plan(things=things("orange", "orange"))
    assert obeyed(plan, weigh("two oranges stacked up")) == (plan, ("stacked up",))
