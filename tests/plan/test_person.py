"""Who nobody described is drawn by seed, thing and field, the same each time and without prejudice."""

import pytest
from pydantic import ValidationError

from cavendish.plan.person import HEIGHTS, PLAIN, POSES, Person, drawn, filled, mood, posture, stature


def test_what_is_said_of_a_person_stays():
    said = Person(hair="bob", hair_color="red", glasses="glasses", top="coat", shoe_color="navy blue")
    assert drawn(said, 3, "person-1").model_dump(include=said.model_fields_set) == said.model_dump(
        include=said.model_fields_set
    )


def test_a_drawn_person_is_whole_and_drawing_again_changes_nothing():
    whole = drawn(None, 5, "person-2")
    assert None not in whole.model_dump().values()
    assert drawn(whole, 6, "person-9") == whole


def test_one_word_changes_one_thing():
    free, worn = drawn(None, 8, "a"), drawn(Person(hat="crown"), 8, "a")
    assert free.model_copy(update={"hat": "crown"}) == worn


def test_children_and_who_has_lashes_have_no_beards():
    for seed in range(60):
        assert drawn(Person(age="child"), seed, "a").beard == "none"
        assert drawn(Person(lashes=True), seed, "a").beard == "none"


def test_skin_goes_with_nothing_else():
    old, young = ([drawn(Person(age=a), seed, "a").skin for seed in range(80)] for a in ("old", "child"))
    assert old == young
    assert len(set(old)) == 8


def test_what_is_open_is_plain_when_nothing_is_drawn():
    assert filled(None) == PLAIN
    assert filled(Person(hair="bun")) == PLAIN.model_copy(update={"hair": "bun"})


def test_a_cloth_has_any_colour_with_a_name_and_no_other():
    assert Person(hat_color="turquoise").hat_color == "turquoise"
    with pytest.raises(ValidationError):
        Person(hat_color="blorange")


def test_moods_differ_and_ages_differ_in_height():
    assert {mood(seed, "a") for seed in range(40)} == {"neutral", "happy", "laughing"}
    assert HEIGHTS["child"] < HEIGHTS["old"] < HEIGHTS["adult"]


def test_who_is_told_nothing_mostly_stands():
    poses = [posture(seed, "a") for seed in range(200)]
    assert set(poses) <= set(POSES)
    assert poses.count("standing") > 60


def test_a_person_takes_the_room_of_age_build_and_hat():
    size = (0.7, 1.4, 0.6)
    assert stature(None, size) == size == stature(Person(), size)
    assert stature(Person(age="child"), size)[1] < 1.2
    assert stature(Person(hat="wizard hat"), size)[1] > 1.8
    assert stature(Person(hat="straw hat"), size)[0] > 1.0


def test_hair_that_was_spoken_of_is_not_hidden():
    assert {drawn(Person(hair_color="red"), seed, "a").hat for seed in range(40)} == {"none"}


def test_armour_goes_with_no_skirt():
    assert {drawn(Person(top="armour", lashes=True), seed, "a").bottom for seed in range(40)} == {"trousers"}
