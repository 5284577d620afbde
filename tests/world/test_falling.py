"""What has fallen over stays over and on the ground; what leans touches what it leans on and nothing more."""

import numpy as np
import pytest

from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.world import physics
from cavendish.world.falling import points_of, toppled
from cavendish.world.stage import settled


@pytest.mark.parametrize("kind", ["bottle", "chair"])
def test_what_tipped_over_lies_on_the_ground(kind: str):
    prims = physics.prims_of(kind)
    turn, lift = toppled(prims, True)
    assert turn[1, 1] < np.cos(np.radians(45))
    heights = points_of(prims) @ turn[1] + lift
    assert abs(float(heights.min())) < 0.02 * float(np.ptp(points_of(prims), axis=0).max())


def test_it_lies_over_its_place():
    done = complete(Plan(things=(Thing(id="a", kind="chair", pose="tipped"),)), 1)
    (body,) = settled(done)
    middle = (body.points.min(axis=0) + body.points.max(axis=0)) / 2
    x, z = done.things[0].position or (9.0, 9.0)
    assert middle[[0, 2]] == pytest.approx((x, z), abs=0.05)


def test_what_leans_touches_and_stands_on_its_foot():
    things = (Thing(id="a", kind="guitar", pose="leaning"), Thing(id="b", kind="couch"))
    plan = Plan(things=things, relations=(Relation(subject="a", predicate="beside", object="b"),))
    leaning, base = settled(complete(plan, 1))
    size = float(np.ptp(leaning.points, axis=0).max())
    assert abs(physics.clearance(leaning, base)) < 0.01 * size
    assert abs(float(leaning.points[:, 1].min())) < 0.02 * size
    assert 10.0 < physics.tilt(leaning.turn) < 20.0
