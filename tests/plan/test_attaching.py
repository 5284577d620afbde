"""What stands where another is: under it where there is room, in a ring round it, and never in a circle."""

import math
from itertools import combinations

import pytest

from cavendish.plan import spaces
from cavendish.plan.attaching import Attached, attachments, facing, placed, reach, ring, root
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.plan.stacks import extents


def plan(*said: tuple[str, str, str], **kinds: str) -> Plan:
    things = tuple(Thing(id=name, kind=kind.replace("_", " ")) for name, kind in kinds.items())
    links = tuple(Relation.model_validate({"subject": a, "predicate": p, "object": b}) for a, p, b in said)
    return complete(Plan(things=things, relations=links), 1)


def test_what_fits_under_is_under_and_what_does_not_is_not():
    assert attachments(plan(("a", "under", "b"), a="cat", b="dining_table"))["a"] == Attached("b", "under")
    assert attachments(plan(("a", "under", "b"), a="cat", b="book")) == {}


def test_a_thing_under_a_table_stands_between_its_legs_and_below_its_top():
    done = plan(("a", "under", "b"), a="cat", b="dining_table")
    cat, table = done.things
    shelter = spaces.shelter(table)
    assert shelter is not None
    assert extents(cat)[1] <= shelter.high
    (x, z), (u, v) = cat.position or (9, 9), table.position or (9, 9)
    assert math.hypot(x - u, z - v) <= math.hypot(shelter.wide, shelter.deep)


def test_a_ring_touches_neither_its_middle_nor_itself():
    done = plan(
        *((f"r{i}", "around", "m") for i in range(6)), m="cake", **{f"r{i}": "candle" for i in range(6)}
    )
    middle, *ring_ = done.things
    spots = [thing.position or (9.0, 9.0) for thing in ring_]
    wide = [max(extents(thing)[0], extents(thing)[2]) / 2 for thing in ring_]
    centre = middle.position or (9.0, 9.0)
    far = [math.dist(spot, centre) for spot in spots]
    assert far == pytest.approx([far[0]] * 6, abs=0.01)
    assert min(far) >= wide[0] + max(extents(middle)[0], extents(middle)[2]) / 2
    for (one, a), (other, b) in combinations(zip(spots, wide, strict=True), 2):
        assert math.dist(one, other) >= a + b
    turns = sorted(math.atan2(x - centre[0], z - centre[1]) for x, z in spots)
    gaps = [b - a for a, b in zip(turns, [*turns[1:], turns[0] + 2 * math.pi], strict=True)]
    assert max(gaps) == pytest.approx(math.pi / 3, abs=0.02)


def test_chains_end_on_the_ground():
    done = plan(("c", "in", "b"), ("b", "under", "t"), c="cat", b="basket", t="dining_table")
    found = attachments(done)
    assert root("c", found) == "t"
    assert root("t", found) == "t"


def test_things_side_by_side_on_a_top_are_apart_in_the_picture():
    done = plan(("a", "on", "t"), ("b", "on", "t"), a="apple", b="cup", t="dining_table")
    a, b, table = done.things
    x, y = (thing.position or (9.0, 9.0) for thing in (a, b))
    assert abs(x[0] - y[0]) >= 0.4 * (extents(a)[0] + extents(b)[0])
    assert (a.position, b.position) != (table.position, table.position)


def test_the_room_beside_a_trunk_is_turned_to_the_camera():
    tree = Thing(id="t", kind="tree", yaw=170.0)
    for azimuth in (0.0, 60.0):
        for side in (-1, 1):
            turned = tree.model_copy(update={"yaw": facing(tree, azimuth, side), "position": (0.0, 0.0)})
            cat = Thing(id="c", kind="cat", size=0.5)
            x, z = placed([cat], 0, turned, "under", azimuth).position or (9.0, 9.0)
            toward = math.degrees(math.atan2(x, z))
            assert toward == pytest.approx(azimuth + 40 * side, abs=8)


def test_a_ring_reaches_past_its_things():
    group = [Thing(id=f"a{i}", kind="apple") for i in range(4)]
    cat = Thing(id="c", kind="cat")
    assert reach(group, cat) == pytest.approx(
        ring(group, max(extents(cat)[::2]) / 2) + extents(group[0])[0] / 2
    )
