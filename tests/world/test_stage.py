"""Stages are physically true: nothing floats, nothing is inside another, and every sphere holds its thing."""

import numpy as np
import pytest

from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.plan.shades import albedo
from cavendish.plan.stacks import resting
from cavendish.world import physics, stream
from cavendish.world.captions import caption
from cavendish.world.materials import BASE
from cavendish.world.physics import Body
from cavendish.world.stage import Frame, Stage, bounds, build, prim_row, shape_of

FLOATING = 0.008  # stage units; a cup is about 0.7
SUNK = 0.012


def _bodies(plan: Plan, stage: Stage) -> list[Body]:
    return [
        Body(
            t.kind,
            t.pose,
            f.turn.astype(np.float64),
            f.origin.astype(np.float64),
            f.scale,
            own=shape_of(t) if t.parts else None,
        )
        for t, f in zip(plan.things, stage.frames, strict=True)
    ]


def _faults(plan: Plan, seed: int) -> list[str]:
    """What is untrue about a plan's stage, in words."""
    stage = build(plan, seed)
    bodies, carriers = _bodies(plan, stage), resting(plan)
    index = {t.id: i for i, t in enumerate(plan.things)}
    out: list[str] = []
    for i, thing in enumerate(plan.things):
        low = physics.bottom(bodies[i])
        if thing.id in carriers:
            gap = physics.clearance(bodies[i], bodies[index[carriers[thing.id]]])
            if gap > FLOATING and low > FLOATING:
                out.append(f"{thing.id} floats {gap:.3f} over {carriers[thing.id]}")
        elif abs(low) > FLOATING:
            out.append(f"{thing.id} is {low:.3f} off the ground")
        if low < -FLOATING:
            out.append(f"{thing.id} is {-low:.3f} in the ground")
        center, radius = stage.things[i, 2:5], float(stage.things[i, 5])
        if float(np.linalg.norm(bodies[i].points - center, axis=1).max()) > radius + 1e-3:
            out.append(f"{thing.id} leaves its sphere")
        for j in range(i):
            apart = float(np.linalg.norm(stage.things[i, 2:5] - stage.things[j, 2:5]))
            if apart < radius + float(stage.things[j, 5]):
                deep = physics.penetration(bodies[i], bodies[j])
                if deep > SUNK:
                    out.append(f"{thing.id} is {deep:.3f} in {plan.things[j].id}")
    return out


def _random_plan(seed: int) -> Plan:
    """Half of them the training stream's, half from prompts, with their relations."""
    return stream.scene(seed) if seed % 2 else complete(caption(seed)[1], seed)


@pytest.mark.parametrize("seed", range(4))
def test_a_few_random_stages_are_true(seed: int) -> None:
    assert _faults(_random_plan(seed), seed) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4, 60))
def test_random_stages_are_true(seed: int) -> None:
    assert _faults(_random_plan(seed), seed) == []


@pytest.mark.parametrize(("upper", "under"), [("cup", "book"), ("apple", "gift box"), ("cat", "chair")])
def test_what_is_on_another_rests_on_it(upper: str, under: str) -> None:
    things = (Thing(id="a", kind=upper, size=0.6), Thing(id="b", kind=under))
    plan = complete(Plan(things=things, relations=(Relation(subject="a", predicate="on", object="b"),)), 1)
    if resting(plan):
        assert _faults(plan, 1) == []
        top, below = _bodies(plan, build(plan, 1))
        assert physics.bottom(top) > 0.4 * float(below.points[:, 1].max())


@pytest.mark.parametrize("kind", ["rocket", "umbrella", "castle", "banana"])
def test_the_bounding_sphere_holds_the_thing_and_little_more(kind: str) -> None:
    frame = Frame(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), 1.0, 0.0)
    center, radius = bounds(np.stack([prim_row(p, frame, 0) for p in physics.prims_of(kind)]))
    far = float(np.linalg.norm(physics.surface_of(kind, None) - center, axis=1).max())
    assert far < radius < 1.5 * far


def test_a_shade_is_the_very_colour_of_a_thing() -> None:
    plan = Plan(things=(Thing(id="vase-1", kind="vase", shade="#3fa7d6"),), place="studio")
    stage = build(complete(plan, 1), 1)
    assert np.isclose(stage.slots[:, BASE : BASE + 3], albedo("#3fa7d6"), atol=1e-6).all(1).any()
