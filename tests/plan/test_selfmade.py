"""A thing of parts is as large as it says, stands as its shape lets it, and is at home where its like are."""

from typing import Any

import pytest

from cavendish.plan.layout import complete, resting, screen_boxes
from cavendish.plan.parts import Part
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.plan.selfmade import kind_of, like, named


def part(shape: str, **said: Any) -> Part:
    return Part.model_validate({"shape": shape, "center": (0, 0, 0), "size": (1, 1, 1), **said})


def test_its_longest_side_is_its_span():
    slab = (part("box", size=(40, 10, 20)),)
    assert kind_of("slab", slab, 2.0).size == pytest.approx((2, 0.5, 1))
    assert max(kind_of("slab", slab, None).size) == pytest.approx(1.2)


def test_its_colour_is_what_most_of_it_has_and_open_where_a_part_leaves_it_so():
    parts = (part("box", color="navy"), part("box", size=(0.2, 0.2, 0.2), color="red"))
    assert (kind_of("slab", parts, None).color, kind_of("slab", parts, None).colors) == ("blue", ())
    assert kind_of("slab", (*parts, part("box")), None).colors


def test_what_is_round_turns_any_way_and_what_is_flat_shows_its_face():
    assert kind_of("drum", (part("cylinder"),), None).yaw[1] == 180
    assert kind_of("board", (part("box", size=(1, 1, 0.1)),), None).yaw[1] < 20


@pytest.mark.parametrize(
    ("name", "kind"), [("ukulele", "guitar"), ("canoe", "boat"), ("stone birdhouse", "house"), ("zorb", None)]
)
def test_it_is_like_the_nearest_thing_the_library_has(name: str, kind: str | None):
    assert like(name) == kind


def test_parts_that_share_a_name_are_named_once():
    assert named((part("box", name="leg"), part("box"), part("box", name="leg"))) == ("leg",)


def test_a_plan_of_such_things_is_completed_like_any_other():
    table = Thing(id="slab-1", kind="slab", parts=(part("box", size=(3, 1, 3)),))
    ball = Thing(id="zorb-1", kind="zorb", span=0.4, parts=(part("sphere"),))
    plan = Plan(
        things=(ball, table), relations=(Relation(subject="zorb-1", predicate="on", object="slab-1"),)
    )
    done = complete(plan, 3)
    assert complete(done, 3) == done
    assert resting(done) == {"zorb-1": "slab-1"}
    boxes = screen_boxes(done)
    assert boxes["zorb-1"][3] < boxes["slab-1"][3]
    assert all(thing.color and thing.position for thing in done.things)
