"""Skins, hair and cloth are told apart, and follow the person alone."""

from typing import get_args

from cavendish.plan.person import PLAIN, NaturalHair, Person, Skin
from cavendish.world.materials import MATERIALS, PATTERNS
from cavendish.world.shapes.figurine.colors import HAIRS, SKINS, cloth, hair_color, slots


def test_every_skin_and_hair_colour_is_there_and_no_two_are_alike():
    assert set(SKINS) == set(get_args(Skin))
    assert set(HAIRS) == set(get_args(NaturalHair))
    assert len(set(SKINS.values())) == 8


def test_skins_go_from_light_to_dark():
    tones = [sum(SKINS[name]) for name in get_args(Skin)]
    assert tones == sorted(tones, reverse=True)


def test_cloth_takes_any_colour_there_is_a_name_for():
    assert cloth("red") != cloth("grey") != cloth("turquoise")


def test_every_slot_is_of_a_material_and_a_pattern_there_is():
    for who in (PLAIN, Person(top="armour"), Person(top="space suit", weave="stripes"), Person(skin="ebony")):
        parts = slots(who)
        assert next(iter(parts.values())).color == "main"
        assert {s.material for s in parts.values()} <= {"main", *MATERIALS}
        assert {s.pattern for s in parts.values()} <= set(PATTERNS)


def test_red_hair_is_no_dye_but_pink_hair_is():
    assert hair_color("red") == HAIRS["red"] != cloth("red")
    assert hair_color("pink") == cloth("pink")
