"""Parts are known by what people call them."""

import pytest

from cavendish.plan.partnames import PARTS, called, names, slots


@pytest.mark.parametrize(
    ("kind", "word", "name"), [("car", "wheel", "wheels"), ("car", "tires", "tyres"), ("car", "wings", None)]
)
def test_a_part_is_found_by_any_of_its_words(kind: str, word: str, name: str | None):
    assert called(kind, word) == name


@pytest.mark.parametrize("kind", PARTS)
def test_every_name_of_a_part_leads_to_slots(kind: str):
    assert names(kind)
    for name in names(kind):
        assert called(kind, name) == name
        assert slots(kind, name)


def test_a_kind_without_parts_has_none():
    assert names("zorb") == ()
    assert slots("car", "wings") == ()
