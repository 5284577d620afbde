"""Several of a kind are arranged so that each is seen."""

import pytest

from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.showing import shown


def row(kind: str, count: int) -> Plan:
    return Plan(things=tuple(Thing(id=f"a-{i}", kind=kind) for i in range(count)))


def test_one_of_each_hides_what_it_likes():
    assert shown(complete(Plan(things=(Thing(id="a", kind="cup"), Thing(id="b", kind="dog"))), 1)) == 1.0


def test_what_stands_behind_its_like_is_hidden():
    done = complete(row("gift box", 2), 1)
    behind = [
        t.model_copy(update={"position": (0.0, -0.9 * i), "yaw": 0.0}) for i, t in enumerate(done.things)
    ]
    assert shown(done.model_copy(update={"things": tuple(behind)})) < 0.5


@pytest.mark.parametrize("kind", ["refrigerator", "tennis racket", "strawberry"])
def test_of_two_to_ten_all_are_seen(kind: str):
    for count in (4, 7, 10):
        for seed in (1, 2):
            assert shown(complete(row(kind, count), seed)) > 0.5
