"""People are dressed for the season and the place where words or options tell them, and for every day elsewhere."""

import pytest

from cavendish.errors import RequestError
from cavendish.plan.layout import complete
from cavendish.plan.person import Person
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.seasons import check_locale, check_season, dressed, locale_in, season_in

PLAN = Plan(things=tuple(Thing(id=f"person-{i}", kind="person") for i in range(1, 4)))


def tops(plan: Plan, seed: int) -> set[str | None]:
    return {thing.person.top for thing in complete(plan, seed).things if thing.person}


@pytest.mark.parametrize("seed", range(4))
def test_winter_is_coats_and_summer_is_not(seed: int):
    winter, why = dressed(PLAN, seed, "winter", None)
    assert tops(winter, seed) == {"coat"}
    assert why == "clothes: coats and caps, for winter"
    summer, why = dressed(PLAN, seed, "summer", "norway")
    assert tops(summer, seed) <= {"sweater", "coat"}
    assert why is not None
    assert "Norway" in why
    assert tops(dressed(PLAN, seed, "summer", None)[0], seed) <= {"t-shirt", "dress"}


def test_a_named_place_tells_and_indoors_nobody_freezes():
    snow = dressed(PLAN.model_copy(update={"place": "snow"}), 1, None, None)
    assert snow[1] == "clothes: coats and caps, for the snow"
    kitchen = dressed(PLAN.model_copy(update={"place": "kitchen"}), 1, "winter", None)[0]
    assert "coat" not in tops(kitchen, 1) or not any(
        thing.person.hat == "beanie" for thing in kitchen.things if thing.person
    )


def test_what_was_said_stays():
    said = Person(top="t-shirt", hair="long")
    plan = Plan(things=(Thing(id="person-1", kind="person", person=said),))
    (who,) = dressed(plan, 1, "winter", None)[0].things
    assert who.person == Person(top="t-shirt", hair="long", bottom="trousers")


def test_where_nothing_tells_the_assumption_is_stated():
    plan, why = dressed(PLAN, 1, None, None)
    assert plan == PLAN
    assert why is not None
    assert "every day" in why
    assert dressed(Plan(), 1, "winter", None) == (Plan(), None)


@pytest.mark.parametrize(
    ("prompt", "season", "locale"),
    [("a man on a winter day in Norway", "winter", "norway"), ("a girl in autumn leaves", "autumn", None),
     ("a sign that says 'winter in Norway'", None, None), ("a woman in a Paris cafe in July", "summer", "paris"),
     ("a summery dress", None, None), ("", None, None), ("a boy in New York", None, "new york")],
)  # fmt: skip
def test_words_tell_the_season_and_the_country(prompt: str, season: str | None, locale: str | None):
    assert (season_in(prompt), locale_in(prompt)) == (season, locale)


def test_options_are_known_by_many_names_and_the_nearest_is_offered():
    assert (check_season("Fall"), check_season(" winter")) == ("autumn", "winter")
    assert (check_locale("nb-NO"), check_locale("en_GB"), check_locale("New  York")) == (
        "no",
        "gb",
        "new york",
    )
    with pytest.raises(RequestError, match="--season winter"):
        check_season("wintr")
    with pytest.raises(RequestError, match="--locale Norway"):
        check_locale("norwy")
