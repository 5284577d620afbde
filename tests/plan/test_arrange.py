"""Rows: nothing overlaps, and left, right, before and behind are what was said."""

from itertools import combinations

import pytest

from cavendish.plan.arrange import arrange
from cavendish.plan.schema import Plan, Relation, Thing

SIZE = (0.8, 1.0, 0.6)


def plan(count: int, *relations: tuple[int, str, int], aspect: str = "1:1") -> Plan:
    things = tuple(Thing(id=f"t{i}", kind="lamp") for i in range(count))
    said = tuple(
        Relation.model_validate({"subject": f"t{a}", "predicate": p, "object": f"t{b}"})
        for a, p, b in relations
    )
    return Plan.model_validate({"canvas": {"aspect": aspect}, "things": things, "relations": said})


def spots(found: Plan, seed: int) -> dict[str, tuple[float, float]]:
    return arrange(found, {t.id: SIZE for t in found.things}, seed).spots


@pytest.mark.parametrize("aspect", ["1:1", "16:9", "9:16"])
@pytest.mark.parametrize("count", [*range(1, 13), 16, 20])
def test_nothing_overlaps(count: int, aspect: str):
    for seed in range(4):
        found = spots(plan(count, aspect=aspect), seed)
        for (u, v), (x, y) in combinations(found.values(), 2):
            assert abs(u - x) >= SIZE[0] - 1e-9 or abs(v - y) >= SIZE[2] - 1e-9


def test_relations_hold_on_the_ground():
    for seed in range(12):
        s = spots(plan(3, (0, "left of", 1), (2, "right of", 1)), seed)
        assert s["t0"][0] < s["t1"][0] < s["t2"][0]
        s = spots(plan(2, (0, "behind", 1)), seed)
        assert s["t0"][1] < s["t1"][1]
        s = spots(plan(2, (0, "in front of", 1)), seed)
        assert s["t0"][1] > s["t1"][1]
        s = spots(plan(2, (0, "left of", 1), (0, "behind", 1)), seed)
        assert s["t0"][0] < s["t1"][0]
        assert s["t0"][1] < s["t1"][1]


def test_what_cannot_be_carried_is_far_behind_and_asks_for_a_high_camera():
    found = arrange(plan(2, (0, "above", 1)), {"t0": SIZE, "t1": SIZE}, 1)
    assert found.steep
    assert found.spots["t0"][1] < found.spots["t1"][1] - 1.5
    assert abs(found.spots["t0"][0] - found.spots["t1"][0]) < 0.2


def test_things_side_by_side_are_close():
    for seed in range(6):
        s = spots(plan(2, (0, "beside", 1)), seed)
        assert abs(s["t0"][0] - s["t1"][0]) < 2 * SIZE[0]
        assert abs(s["t0"][1] - s["t1"][1]) < 0.1
