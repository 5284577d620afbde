"""Random things hold together, differ, and stand like any other."""

import numpy as np

from cavendish.world import stream
from cavendish.world.inventing import invented
from cavendish.world.stage import build


def test_most_draws_make_a_thing_and_no_two_are_alike() -> None:
    made = [invented(np.random.default_rng(seed), 1) for seed in range(60)]
    things = [thing for thing in made if thing is not None]
    assert len(things) > 50
    assert len({thing.model_dump_json() for thing in things if thing.kind == "thing"}) > 35
    assert {thing.kind for thing in things} > {"thing"}


def test_a_state_of_chance_is_a_thing() -> None:
    assert invented(np.random.default_rng(4), 2) == invented(np.random.default_rng(4), 2)


def test_the_stream_has_them_and_they_stand_on_the_ground() -> None:
    plans = [plan for plan in map(stream.scene, range(80)) if any(thing.parts for thing in plan.things)]
    assert len(plans) > 6
    for plan in plans[:4]:
        stage = build(plan, 1)
        assert np.isfinite(stage.things).all()
        assert (stage.things[:, 5] > 0.05).all()
