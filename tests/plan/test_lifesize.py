"""What is small in life is smaller beside what is large, and what was said stays."""

from cavendish.plan.kinds import KINDS
from cavendish.plan.layout import complete
from cavendish.plan.lifesize import LEVELS, lifelike
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.stacks import extents


def thing(kind: str, size: float | None = None) -> Thing:
    return Thing(id=kind.replace(" ", "-"), kind=kind, size=size)


def test_every_kind_has_one_level() -> None:
    assert set(LEVELS) == set(KINDS)


def test_a_cup_beside_a_dog_is_smaller_than_the_dog_and_alone_it_is_not() -> None:
    cup, dog = complete(Plan(things=(thing("cup"), thing("dog"))), 1).things
    assert extents(cup)[1] < 0.7 * extents(dog)[1]
    assert complete(Plan(things=(thing("cup"),)), 1).things[0].size == 1.0


def test_larger_in_life_is_never_drawn_smaller_for_it() -> None:
    sizes = [
        one.size
        for one in lifelike([thing(kind) for kind in ("bee", "cup", "dog", "person", "car", "house")])
    ]
    shares = [size or 1.0 for size in sizes]
    assert shares == sorted(shares)
    assert shares[0] > 0.5


def test_a_size_that_was_said_stays() -> None:
    assert lifelike([thing("cup", 1.4), thing("house")])[0].size == 1.4
