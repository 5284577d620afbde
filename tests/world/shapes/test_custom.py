"""Parts of a plan become the very primitives they say, and stages made of them are as true as any."""

from typing import Any, get_args

import numpy as np
import pytest

from cavendish.plan.layout import complete
from cavendish.plan.parts import STUFFS, Part, Pattern
from cavendish.plan.schema import Lettering, Plan, Relation, Thing
from cavendish.plan.selfmade import kind_of
from cavendish.plan.shades import albedo
from cavendish.plan.solids import expanded, points_on, room
from cavendish.world import physics
from cavendish.world.field import distance, surface
from cavendish.world.materials import BASE, MATERIALS, PATTERNS
from cavendish.world.shapes.custom import shape_of_parts, slots_of
from cavendish.world.stage import boxes, build, scale_of, shape_of


def part(shape: str, **said: Any) -> Part:
    return Part.model_validate({"shape": shape, "center": (0, 0, 0), "size": (1, 1, 1), "round": 0, **said})


EVERY = (
    part("ellipsoid", size=(1, 0.5, 0.7), rotation=(20, 50, -30)),
    part("box", size=(1, 0.5, 0.7), rotation=(20, 50, -30)),
    part("cylinder", size=(0.6, 1.4, 0.6), rotation=(20, 50, -30)),
    part("cylinder", size=(0.6, 1.4, 0.6), top=1.7),
    part("cone", size=(0.8, 1.0, 0.8), top=0.5, rotation=(70, 0, 10)),
    part("capsule", size=(0.4, 1.2, 0.4), top=0.3, rotation=(0, 0, 45)),
    part("torus", size=(1.2, 0.2, 1.2), rotation=(90, 0, 0), arc=200),
)
LAMP = (
    part("cylinder", name="foot", size=(0.5, 0.1, 0.5), color="brown", material="wood"),
    part("capsule", name="arm", center=(0, 0.5, 0), size=(0.08, 1, 0.08), color="gold", material="metal"),
    part("cone", name="shade", center=(0, 1, 0), size=(0.7, 0.4, 0.7), top=0.5),
    part("sphere", center=(0, 0.85, 0), size=(0.2, 0.2, 0.2), color="white", glow=1),
)
TABLE = (part("box", center=(0, 1, 0), size=(1.4, 0.1, 0.9)),
         part("cylinder", name="legs", center=(0.5, 0.5, 0.3), size=(0.1, 1, 0.1), mirror=True,
              repeat={"count": 2, "step": (0, 0, -0.6)}))  # fmt: skip


def test_every_stuff_and_pattern_is_one_the_world_has():
    assert set(STUFFS) <= set(MATERIALS)
    assert set(get_args(Pattern)) <= set(PATTERNS)


@pytest.mark.parametrize("made", EVERY, ids=lambda made: made.shape)
@pytest.mark.parametrize("mirror", [False, True])
def test_a_primitive_is_where_its_part_says(made: Part, mirror: bool):
    parts = (made.model_copy(update={"center": (0.05, 1.0, 0.0), "mirror": mirror}),)
    shape = shape_of_parts("zorb", parts, 2.0)
    where = room(parts)
    middle = (np.array(where.low) + np.array(where.high)) / 2
    middle[1] = where.low[1]
    for solid, prim in zip(expanded(parts), shape.prims, strict=True):
        points = (points_on(parts[0], solid, 300) - middle) * 2.0 / max(where.sides)
        assert np.quantile(np.abs(distance((prim,), points)), 0.8) < 0.01


@pytest.mark.parametrize("parts", [LAMP, TABLE, EVERY[:1], EVERY[4:5]])
def test_it_is_as_large_as_the_planner_takes_it_to_be(parts: tuple[Part, ...]):
    points = surface(shape_of_parts("zorb", parts, 1.5).prims, 48)
    assert np.ptp(points, axis=0) == pytest.approx(kind_of("zorb", parts, 1.5).size, abs=0.05)
    assert points[:, 1].min() == pytest.approx(0, abs=0.03)
    assert points.min(0)[[0, 2]] == pytest.approx(-points.max(0)[[0, 2]], abs=0.05)


def test_alike_parts_share_a_slot_and_others_do_not():
    parts = (*LAMP, part("box", name="foot", color="red"))
    assert slots_of(parts, "foot") == ("foot", "foot #2")
    assert slots_of(parts, "legs") == ()
    assert set(shape_of_parts("lamp", parts, None).slots) == {"foot", "foot #2", "arm", "shade", "sphere"}


def test_a_cut_without_a_colour_shows_what_it_goes_through():
    parts = (part("box", color="red"), part("sphere", center=(0, 0.5, 0), subtract=True))
    shape = shape_of_parts("zorb", parts, None)
    assert {slot.color for slot in shape.slots.values()} == {albedo("red")}


def test_a_hollow_thing_is_as_wide_as_a_solid_one():
    solid, hollow = ((part("cylinder", hollow=wall),) for wall in (0.0, 0.1))
    spans = [np.ptp(surface(shape_of_parts("tin", parts, 1).prims, 48), axis=0) for parts in (solid, hollow)]
    assert spans[0] == pytest.approx(spans[1], abs=0.02)
    assert distance(shape_of_parts("tin", hollow, 1).prims, np.array([[0.0, 0.5, 0.0]]))[0] > 0.3


def staged(*things: Thing, on: bool = False, **more: Any) -> Plan:
    relation = (Relation(subject=things[0].id, predicate="on", object=things[1].id),) if on else ()
    return complete(Plan(place="studio", things=things, relations=relation, **more), 2)


def test_it_stands_on_the_ground_and_others_stand_on_it():
    table, cup = (
        Thing(id="desk-1", kind="desk lamp table", parts=TABLE, span=1.3),
        Thing(id="cup-1", kind="cup", size=0.5),
    )
    plan = staged(cup, table, on=True)
    stage = build(plan, 2)
    bodies = [
        physics.Body(t.kind, t.pose, f.turn.astype(float), f.origin.astype(float), f.scale, None,
                     shape_of(t) if t.parts else None)
        for t, f in zip(plan.things, stage.frames, strict=True)
    ]  # fmt: skip
    assert physics.bottom(bodies[1]) == pytest.approx(0, abs=0.005)
    assert abs(physics.clearance(*bodies)) < 0.01
    assert physics.bottom(bodies[0]) > 0.8 * physics.top_of(bodies[1])


def test_parts_have_their_colours_and_those_the_plan_gives_them():
    lamp = Thing(id="lamp-1", kind="zorb", parts=LAMP, shade="teal", colors={"foot": "#112233"})
    stage = build(staged(lamp), 2)
    found = {name: stage.slots[k, BASE : BASE + 3] for k, name in enumerate(shape_of(lamp).slots)}
    assert found["shade"] == pytest.approx(albedo("teal"), abs=1e-6)
    assert found["foot"] == pytest.approx(albedo("#112233"), abs=1e-6)
    assert found["sphere"] == pytest.approx(albedo("white"), abs=1e-6)


def test_a_part_carries_letters():
    parts = (
        part("box", size=(1, 0.5, 0.2), color="white", letters=True),
        part("box", center=(0, -0.5, 0), size=(0.1, 0.6, 0.1)),
    )
    plan = staged(
        Thing(id="board-1", kind="board", parts=parts), lettering=(Lettering(text="TEA", on="board-1"),)
    )
    stage = build(plan, 2)
    (line,) = stage.letters
    spot = np.array([line.center], np.float64)
    assert distance(shape_of(plan.things[0]).prims, spot)[0] == pytest.approx(0, abs=1e-3)
    assert line.normal == pytest.approx((0, 0, 1), abs=1e-6)


def test_a_larger_one_is_larger_in_the_picture():
    small, large = (
        boxes(build(staged(Thing(id="a", kind="zorb", parts=LAMP, size=size)), 2), 96)[0]
        for size in (1.0, 1.6)
    )
    assert scale_of(Thing(id="a", kind="zorb", parts=LAMP, size=1.6)) == 1.6
    assert small[1] == large[1] == 1.0


@pytest.mark.skipif(not physics.settle.available(), reason="needs MuJoCo")
def test_what_leans_settles_and_what_would_fall_stands_as_it_was_drawn():
    leaning = shape_of_parts("brick", (part("box", rotation=(0, 0, 5), round=0.01),), 1.0).prims
    turn, lift = physics.rest_of(leaning)
    assert physics.tilt(turn) == pytest.approx(5, abs=1)
    assert lift + float((surface(leaning) @ turn.T)[:, 1].min()) == pytest.approx(0, abs=0.01)
    pole = shape_of_parts("pole", (part("capsule", size=(0.1, 2, 0.1)),), 1.0).prims
    assert physics.rest_of(pole)[0] == pytest.approx(np.eye(3))
