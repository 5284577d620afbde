"""A stage says truly what a picture of it shows: boxes, rays, heights, letters, and what only the seed draws."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from cavendish.errors import PlanError
from cavendish.plan.layout import complete
from cavendish.plan.lexicon import KINDS
from cavendish.plan.schema import Camera, Lettering, Light, Plan, Thing
from cavendish.world import stage as stages
from cavendish.world.field import surface
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.materials import LETTERS
from cavendish.world.stage import Stage, Window, boxes, build, without_things

Staged = Callable[..., Stage]
FRONT = Camera(view="front", elevation=8.0, azimuth=0.0)


def _one_behind_another(back: str, size: float) -> Stage:
    """A suitcase with a thing behind it, seen from the front."""
    things = (
        Thing(id="front", kind="suitcase", yaw=0.0, position=(0.0, 0.4)),
        Thing(id="back", kind=back, size=size, yaw=0.0, position=(0.0, -0.6)),
    )
    return build(complete(Plan(camera=FRONT, things=things, place="studio"), 2), 2)


@pytest.mark.parametrize("kind", ["cup", "dog", "umbrella"])
def test_a_thing_alone_is_seen_whole_and_its_box_is_the_guides_coverage(staged: Staged, kind: str) -> None:
    stage = staged([kind])
    ((box, visible),) = boxes(stage, 64)
    assert visible == 1.0
    covered = guides(stage, Window.whole(64, 64), samples=1)[..., CHANNELS.index("coverage")] > 0
    ys, xs = np.flatnonzero(covered.any(1)), np.flatnonzero(covered.any(0))
    assert np.array(box) * 64 == pytest.approx([xs[0], ys[0], xs[-1] + 1, ys[-1] + 1], abs=1.01)


def test_boxes_are_the_same_at_another_size(staged: Staged) -> None:
    stage = staged(["cup", "dog"])
    for (small, _), (large, _) in zip(boxes(stage, 64), boxes(stage, 224), strict=True):
        assert small == pytest.approx(large, abs=1 / 64)


def test_a_thing_behind_another_is_seen_in_part_and_its_box_is_what_shows() -> None:
    stage = _one_behind_another("teddy bear", 1.2)
    (front, whole), (box, part) = boxes(stage, 96)
    alone, unhidden = boxes(_alone(stage, 1), 96)[0]
    assert whole == unhidden == 1.0
    assert 0.05 < part < 0.9
    assert box[1] == alone[1]
    assert box[0] > alone[0]
    assert box[2] < alone[2]
    assert front[1] < box[3] < alone[3] - 0.1


def test_a_hidden_thing_has_the_box_of_what_is_hidden() -> None:
    stage = _one_behind_another("apple", 0.6)
    (front, _), (box, part) = boxes(stage, 96)
    assert part == 0.0
    assert box == boxes(_alone(stage, 1), 96)[0][0]
    assert front[0] <= box[0] < box[2] <= front[2]


def test_what_the_camera_turns_its_back_on_has_an_empty_box(staged: Staged) -> None:
    stage = staged(["cup"])
    camera = stage.camera.copy()
    camera[3:6], camera[9:12] = -camera[3:6], -camera[9:12]
    assert boxes(replace(stage, camera=camera), 32) == (((0.0, 0.0, 0.0, 0.0), 0.0),)


def _alone(stage: Stage, k: int) -> Stage:
    return replace(stage, things=stage.things[k : k + 1], frames=stage.frames[k : k + 1])


def test_without_things_the_light_the_camera_and_the_ground_stay(staged: Staged) -> None:
    stage = staged(["cup", "dog"], "beach", "golden hour")
    bare = without_things(stage)
    assert bare.light is stage.light
    assert np.array_equal(bare.camera, stage.camera)
    assert np.array_equal(bare.floor, stage.floor)
    assert np.array_equal(bare.latents, stage.latents)
    assert boxes(bare, 16) == ()
    channels = guides(bare, Window.whole(32, 32))
    assert not channels[..., CHANNELS.index("coverage")].any()
    assert channels[..., CHANNELS.index("ground")].any()


def test_the_draw_depends_on_the_seed_alone(staged: Staged) -> None:
    one, same, other = (
        staged(["cup"], seed=1),
        staged(["dog"], "beach", "noon", seed=1),
        staged(["cup"], seed=2),
    )
    assert np.array_equal(one.latents, same.latents)
    assert (one.latents != other.latents).all()
    assert one.latents.shape == (stages.LATENTS,)
    assert one.latents.min() >= 0
    assert one.latents.max() < 1
    assert np.array_equal(one.prims, other.prims)
    assert np.array_equal(one.camera, other.camera)


@pytest.mark.parametrize("kind", ["cup", "chair", "teddy bear", "car", "apple"])
def test_a_thing_is_as_tall_as_the_lexicon_says(kind: str) -> None:
    thing = Thing(id="a", kind=kind, size=1.3)
    points = surface(stages.prims_of(thing), 24) * stages.scale_of(thing)
    assert np.ptp(points[:, 1]) == pytest.approx(1.3 * KINDS[kind].size[1], rel=0.04)


def test_rays_open_to_the_cameras_tangents(staged: Staged) -> None:
    stage = staged(["cup"])
    ys, xs = np.array([16.0, 16.0, 0.0], np.float32), np.array([16.0, 32.0, 16.0], np.float32)
    middle, right, top = stages.directions(stage, ys, xs, (32, 32)).T
    assert middle == pytest.approx(stage.basis[2], abs=1e-6)
    assert right @ stage.basis[0] / (right @ stage.basis[2]) == pytest.approx(stage.camera[12], rel=1e-5)
    assert top @ stage.basis[1] / (top @ stage.basis[2]) == pytest.approx(stage.camera[13], rel=1e-5)
    assert stage.basis @ stage.basis.T == pytest.approx(np.eye(3), abs=1e-5)


def test_a_line_is_carried_by_its_thing_alone_on_axes_of_its_own() -> None:
    plan = Plan(
        things=(Thing(id="cup", kind="cup", color="white"), Thing(id="sign", kind="sign", color="black")),
        lettering=(Lettering(text="OPEN", on="sign"),),
        light=Light(time="studio"),
        place="studio",
    )
    stage = build(complete(plan, 1), 1)
    (line,) = stage.letters
    axes = np.stack([line.right, line.up, line.normal])
    assert axes @ axes.T == pytest.approx(np.eye(3), abs=1e-5)
    assert np.linalg.det(axes) == pytest.approx(1, abs=1e-5)
    marked = stage.slots[:, LETTERS] >= 0
    cups = len(stages.shape_of(plan.things[0]).slots)
    assert marked.tolist() == [k >= cups for k in range(len(stage.slots))]
    assert line.field.max() > 0 > line.field.min()


def test_what_the_library_lacks_is_said_by_name() -> None:
    with pytest.raises(PlanError, match="no shape for qilin"):
        stages.shape_of(Thing.model_construct(kind="qilin"))
