"""Short wishes become scenes: what goes with an occasion, what stands for a notion, what a card says."""

import pytest

from cavendish.plan.reading import read
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.wishes import granted, housed

CARD = Plan(things=(Thing(id="sign-1", kind="sign"),))


@pytest.mark.parametrize(
    ("prompt", "kind"), [("a picnic", "basket"), ("a birthday party", "cake"), ("breakfast", "cup")]
)
def test_an_occasion_has_what_goes_with_it_and_says_so(prompt: str, kind: str):
    wish = granted(Plan(), read(prompt))
    assert kind in {thing.kind for thing in wish.plan.things}
    assert wish.held
    assert wish.notes


def test_a_card_says_what_is_usual_and_for_whom():
    wish = granted(CARD, read("a birthday sign for Anna"))
    assert [line.text for line in wish.plan.lettering] == ["Happy Birthday, Anna!"]
    quoted = granted(CARD, read('a birthday sign for Anna that says "Old!"'))
    assert all("Happy" not in line.text for line in quoted.plan.lettering)


def test_what_is_to_be_avoided_is_not_added():
    wish = granted(Plan(avoid=("cake",)), read("a birthday party"))
    assert "cake" not in {thing.kind for thing in wish.plan.things}


def test_a_notion_is_stood_for_only_where_nothing_is_named():
    assert [thing.kind for thing in granted(Plan(), read("time")).plan.things] == ["clock"]
    cat = Plan(things=(Thing(id="cat-1", kind="cat"),))
    assert granted(cat, read("a cat and time")).plan == cat


def test_a_lone_thing_of_few_words_is_put_where_it_is_at_home():
    fox = Plan(things=(Thing(id="fox-1", kind="fox"),))
    assert all(housed(fox, "a fox", seed).place not in (None, "studio") for seed in range(6))
    named = fox.model_copy(update={"place": "studio"})
    assert housed(named, "a fox", 1) == named
    assert housed(fox, "a small fox that looks at you from a distance", 1) == fox
