"""Scenery stands behind the things: it never touches or hides them, and the same seed sets down the same."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from cavendish.plan.layout import complete
from cavendish.plan.lexicon import PLACES
from cavendish.plan.schema import Camera, Plan, Thing
from cavendish.world import stream
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.kernels import distance
from cavendish.world.sites import SITES
from cavendish.world.stage import Stage, Window, boxes, build, without_things
from cavendish.world.surroundings import GAP, MOST_PRIMS, SCENIC, clear
from cavendish.world.trace import trace

Staged = Callable[..., Stage]
COVERAGE = CHANNELS.index("coverage")


def bare(stage: Stage) -> Stage:
    return replace(stage, props=stage.props[:0], prop_frames=())


@pytest.mark.parametrize("seed", range(60))
def test_scenery_never_hides_or_touches_a_thing_nor_the_camera(seed: int) -> None:
    stage = build(stream.scene(seed), seed)
    if not len(stage.props):
        assert not SITES[stage.plan.place or "studio"].props
        return
    for (box, share), (alone, before) in zip(boxes(stage, 64), boxes(bare(stage), 64), strict=True):
        assert box == alone
        assert abs(share - before) <= 0.01
    inside = np.concatenate([_cloud(stage, k) for k in range(len(stage.things))])
    points = np.ascontiguousarray(np.concatenate((inside, stage.camera[None, :3])).T, np.float32)
    skip = np.full(points.shape[1], -1, np.int32)
    near = distance(stage.prims, stage.props, points, np.float32(GAP), skip)
    assert near.min() >= GAP / 3  # the distances of ellipsoids fall short


def _cloud(stage: Stage, k: int) -> np.ndarray:
    """Points all over a thing's bounding sphere."""
    d = np.random.default_rng(k).normal(size=(200, 3))
    return stage.things[k, 2:5] + stage.things[k, 5] * d / np.linalg.norm(d, axis=1, keepdims=True)


@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_scenery_that_is_cheap_and_seen(staged: Staged, place: str) -> None:
    stage = staged(["cup", "dog"], place, "noon")
    own = int(stage.things[-1, 1])
    assert len(stage.prims) - own <= MOST_PRIMS
    assert (len(stage.props) > 0) == (place != "studio")
    seen = guides(stage, Window.whole(48, 48), samples=1)
    assert (
        seen[..., COVERAGE].sum() == guides(bare(stage), Window.whole(48, 48), samples=1)[..., COVERAGE].sum()
    )
    if place != "studio":
        apart = np.abs(seen - guides(bare(stage), Window.whole(48, 48), samples=1))
        assert (apart.max(axis=-1) > 0.02).mean() > 0.005


def test_equal_seeds_give_equal_scenery_and_others_another(staged: Staged) -> None:
    one, same, other = (staged(["cup"], "forest", "noon", seed=s) for s in (1, 1, 2))
    assert np.array_equal(one.prims, same.prims)
    assert np.array_equal(one.slots, same.slots)
    assert one.prims.shape != other.prims.shape or not np.array_equal(one.prims, other.prims)


def test_scenery_stays_when_the_things_go(staged: Staged) -> None:
    stage = staged(["cup"], "street", "noon")
    gone = without_things(stage)
    assert np.array_equal(gone.props, stage.props)
    whole = Window.whole(32, 32)
    away = (guides(stage, whole)[..., COVERAGE] == 0) & (
        guides(stage, whole)[..., CHANNELS.index("height")] > 0.5
    )
    assert np.abs(trace(stage, whole).astype(int) - trace(gone, whole))[away].max() <= 24


def test_a_small_turn_of_the_camera_leaves_scenery_where_it_is() -> None:
    def at(azimuth: float) -> Stage:
        plan = Plan(
            place="street",
            things=(Thing(id="a", kind="cup"),),
            camera=Camera(azimuth=azimuth, elevation=12.0),
        )
        return build(complete(plan, 1), 1)

    straight, turned, behind = at(0.0), at(4.0), at(180.0)
    assert np.abs(straight.props[:, 2:5] - turned.props[:, 2:5]).max() < 3.0
    assert (behind.props[:, 4] > 0).all()


def test_no_shadow_of_scenery_falls_on_a_thing() -> None:
    key = np.array((0.0, 0.6, -0.8), np.float32)
    thing = np.array([[0, 0, 0.0, 0.5, 0.0, 0.7, 1, 0]], np.float32)
    assert not clear(np.array((0.0, 2.0, -2.0), np.float32), 0.5, thing, key)
    assert clear(np.array((3.0, 2.0, -2.0), np.float32), 0.5, thing, key)
    assert clear(np.array((0.0, 2.0, 4.0), np.float32), 0.5, thing, key)


def test_lamps_and_windows_shine_at_night(staged: Staged) -> None:
    day, night = (staged(["cup"], "street", time, seed=4) for time in ("noon", "night"))
    lit = [guides(s, Window.whole(64, 64), samples=1)[..., 18:21].sum() for s in (day, night)]
    assert lit[1] > 2 * lit[0]


def test_scenery_has_names_of_its_own() -> None:
    assert all(name in SCENIC for site in SITES.values() for prop in site.props for name in prop.shapes)
