"""What letters stand on has the library's name, whatever people call it; literal texts stay as they are."""

import pytest

from cavendish.plan.surfaces import spoken


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ('a chalkboard that says "Soup"', 'a sign that says "Soup"'),
        ('a big billboard reading "Drink"', 'a sign reading "Drink"'),
        ('a shop front with the sign "Anna\'s"', 'a house that says "Anna\'s" in a street'),
        ('a storefront in a village that says "Tea"', 'a storefront in a village that says "Tea"'),
        ('a laptop whose screen says "Hello"', 'a laptop that says "Hello"'),
        ('a phone screen showing "12:30"', 'a phone that says "12:30"'),
        ('a sticker that says "FRAGILE" on a suitcase', '"FRAGILE" on a suitcase'),
        ('a sticker that says "FRAGILE"', 'a sticker that says "FRAGILE"'),
        ('a sign that says "billboard"', 'a sign that says "billboard"'),
        ("a chalkboard in a school", "a chalkboard in a school"),
    ],
)
def test_carriers_have_the_librarys_names(said: str, meant: str) -> None:
    assert spoken(said).prompt == meant


def test_texts_on_a_blackboard_are_chalked() -> None:
    assert spoken('a blackboard with "2 + 2"').chalked == {"2 + 2"}
    assert not spoken('a sign with "2 + 2"').chalked
