"""Stages are looked at: what floats, sinks, crosses another, is hidden or does not hold is told."""

from dataclasses import replace

import numpy as np
import pytest

from cavendish import eval as evaluation
from cavendish.eval import stages
from cavendish.eval.events import Found, Measuring
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.world import physics
from cavendish.world.stage import build

THINGS = (Thing(id="a-1", kind="gift box"), Thing(id="b-1", kind="gift box"))
STACKED = Plan(things=THINGS, relations=(Relation(subject="a-1", predicate="on", object="b-1"),))


def moved(plan: Plan, name: str, up: float, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    done = complete(plan, 1)
    stage = build(done, 1)

    def lifted(plan: Plan) -> tuple[physics.Body, ...]:
        bodies = physics_of(plan)
        return tuple(
            replace(body, origin=body.origin + np.array((0.0, up, 0.0))) if thing.id == name else body
            for body, thing in zip(bodies, plan.things, strict=True)
        )

    physics_of = stages.settled
    monkeypatch.setattr(stages, "settled", lifted)
    return stages.loose(stage)


@pytest.mark.parametrize(
    ("name", "up", "said"),
    [("a-1", 0.0, ""), ("a-1", 0.1, "floating"), ("a-1", -0.1, "crossing"), ("b-1", -0.1, "sunk floating")],
)
def test_what_floats_sinks_or_crosses_is_told(
    name: str, up: float, said: str, monkeypatch: pytest.MonkeyPatch
):
    assert set(moved(STACKED, name, up, monkeypatch)) == set(said.split())


def test_counted_things_behind_one_another_are_told():
    def at(z: float) -> tuple[Thing, ...]:
        near, far = (
            thing.model_copy(update={"position": (0.0, p)}) for thing, p in zip(THINGS, (0.0, z), strict=True)
        )
        return near, far

    open_plan = Plan(things=THINGS)
    assert stages.unseen(build(complete(open_plan, 1), 1)) == (2, [])
    done = complete(open_plan, 1)
    hidden = done.model_copy(update={"things": tuple(
        thing.model_copy(update={"position": spot.position}) for thing, spot in zip(done.things, at(-1.2), strict=True)
    )})  # fmt: skip
    assert len(stages.unseen(build(hidden, 1))[1]) == 1


def test_random_plans_are_sound_and_the_report_says_so():
    *steps, last = evaluation.suite("stages", "tracer", limit=1)
    assert [type(step) for step in steps] == [Measuring]
    assert isinstance(last, Found)
    assert last.report.row("plans without floating").score == 1.0
    assert last.report.facts["plans"] == 1
