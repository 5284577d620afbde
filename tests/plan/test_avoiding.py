"""What a plan avoids is not in it: neither things, colours, places, hours, looks, nor clothes."""

import pytest

from cavendish.plan.avoiding import embodied, honoured, remaining, together, unwanted_scenery
from cavendish.plan.layout import complete
from cavendish.plan.person import Person
from cavendish.plan.schema import Lettering, Light, Plan, Relation, Style, Thing

SEEDS = range(12)
MAN = Thing(id="person-1", kind="person")


def done(plan: Plan, seed: int) -> Plan:
    kept = honoured(plan, seed)[0]
    assert Plan.model_validate_json(kept.model_dump_json()) == kept
    return complete(kept, seed)


def test_an_avoided_thing_goes_with_all_that_hangs_on_it():
    plan = Plan(
        things=(Thing(id="sign-1", kind="sign"), Thing(id="cup-1", kind="cup")),
        relations=(Relation(subject="cup-1", predicate="beside", object="sign-1"),),
        lettering=(Lettering(text="A", on="sign-1"),),
        avoid=("sign",),
    )
    kept, notes = honoured(plan, 1)
    assert [thing.id for thing in kept.things] == ["cup-1"]
    assert (kept.relations, kept.lettering) == ((), ())
    assert notes == ("left out: sign, which is to be avoided",)
    assert remaining(plan)
    assert not remaining(complete(kept, 1))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_avoided_colour_is_not_chosen(seed: int):
    avoid = ("red", "blue", "white")
    plan = Plan(things=(Thing(id="apple-1", kind="apple"), Thing(id="cup-1", kind="cup"), MAN), avoid=avoid)
    assert not {thing.color for thing in done(plan, seed).things} & set(avoid)
    one = Plan(things=plan.things, avoid=("red apple",))
    assert done(one, seed).things[0].color != "red"
    assert done(one, seed).things[1].color == complete(Plan(things=plan.things), seed).things[1].color


@pytest.mark.parametrize("seed", SEEDS)
def test_avoided_places_hours_and_stuffs_are_not_chosen(seed: int):
    plan = Plan(things=(Thing(id="chair-1", kind="chair"),), avoid=("studio", "noon", "night", "wood"))
    kept = done(plan, seed)
    assert kept.place != "studio"
    assert kept.light.time not in ("noon", "night")
    assert kept.things[0].material != "wood"


def test_what_was_said_gives_way_to_what_is_avoided():
    plan = Plan(things=(Thing(id="cup-1", kind="cup", color="red"),), place="beach", light=Light(time="night"),
                style=Style(look="noir"), avoid=("red", "beach", "night", "film noir"))  # fmt: skip
    kept = done(plan, 1)
    assert kept.things[0].color != "red"
    assert (kept.place != "beach", kept.light.time != "night", kept.style.look) == (True, True, "natural")


@pytest.mark.parametrize("seed", SEEDS)
def test_avoided_clothes_are_not_worn(seed: int):
    avoid = ("hat", "glasses", "beard", "coat", "skirt", "smiling")
    (man,) = done(Plan(things=(MAN,), avoid=avoid), seed).things
    assert man.person is not None
    assert (man.person.hat, man.person.glasses, man.person.beard) == ("none", "none", "none")
    assert man.person.top != "coat"
    assert man.person.bottom != "skirt"
    assert man.expression == "neutral"


def test_what_was_said_of_clothes_stays_where_it_is_not_avoided():
    who = Thing(id="person-1", kind="person", person=Person(hair="long", top="coat"))
    (kept,) = honoured(Plan(things=(who,), avoid=("hat",)), 1)[0].things
    assert kept.person == Person(hair="long", top="coat", hat="none")


def test_blur_is_avoided_by_a_small_aperture():
    assert done(Plan(avoid=("bokeh",)), 1).camera.fnumber == 11.0


def test_words_are_kept_once_and_kinds_by_their_names():
    assert together(("dogs", "dog", "CGI", " extra  fingers ", "people")) == (
        "dog",
        "CGI",
        "extra fingers",
        "person",
    )


def test_scenery_that_would_show_it_is_named():
    assert {"pine", "broadleaf"} <= unwanted_scenery(("tree",))
    assert unwanted_scenery(("trees",)) == unwanted_scenery(("tree",))
    assert unwanted_scenery(("buildings",)) == unwanted_scenery(("building",))
    assert unwanted_scenery(("cup", "CGI")) == frozenset()


def test_what_a_place_is_made_of_is_told():
    assert remaining(Plan(place="meadow", avoid=("grass",))) == (
        "no grass was wanted, but a meadow is made of it",
    )


def test_a_plan_that_avoids_nothing_is_left_as_it_is():
    plan = Plan(things=(MAN,))
    assert honoured(plan, 1) == (plan, ())


def test_what_is_avoided_makes_a_plan_of_its_own_that_differs_in_nothing_else():
    plan = complete(Plan(things=(Thing(id="cup-1", kind="cup"),), avoid=("dog", "night", "beach")), 1)
    other = embodied(plan)
    assert other is not None
    assert [thing.kind for thing in other.things] == ["cup", "dog"]
    assert (other.place, other.light.time) == ("beach", "night")
    assert other.camera == plan.camera
    assert embodied(plan.model_copy(update={"avoid": ("sadness",)})) is None
