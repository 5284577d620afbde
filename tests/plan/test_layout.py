"""Completion: nothing stays open, nothing said is changed, and one changed word leaves the rest alone."""

import math
from itertools import combinations

import numpy as np
import pytest

from cavendish.plan.layout import camera_of, complete, project, resting, screen_boxes
from cavendish.plan.person import Person
from cavendish.plan.schema import Camera, Plan, Relation, Thing
from cavendish.plan.stacks import boxes
from cavendish.world.captions import caption

OPEN = [caption(seed)[1] for seed in range(40)]


def of(*kinds: str, said: tuple[str, str, str] | None = None) -> Plan:
    things = tuple(Thing(id=f"{kind.replace(' ', '-')}-1", kind=kind) for kind in kinds)
    relations = () if said is None else (
        Relation.model_validate(dict(zip(("subject", "predicate", "object"), said, strict=True))),)  # fmt: skip
    return Plan(things=things, relations=relations)


def related(a: tuple[float, ...], b: tuple[float, ...]) -> set[str]:
    """GenEval's relation of box a to box b (djghosh13/geneval evaluate_images.py, threshold 0.1)."""
    one, two = (np.array(box).reshape(2, 2) for box in (a, b))
    offset = one.mean(0) - two.mean(0)
    reach = 0.1 * ((one[1] - one[0]) + (two[1] - two[0]))
    short = np.maximum(np.abs(offset) - reach, 0) * np.sign(offset) / np.linalg.norm(offset)
    names = (("left of", "right of"), ("above", "below"))
    return {names[i][int(short[i] > 0)] for i in range(2) if abs(short[i]) > 0.5}


@pytest.mark.parametrize("plan", OPEN[:24])
def test_nothing_stays_open_and_completing_again_changes_nothing(plan: Plan):
    done = complete(plan, 3)
    of_some = {
        "season": True,
        "design": True,
        "surface": True,
        "lettering": {"__all__": {"font", "made", "align", "spacing", "curve"}},
        "light": {"hour", "scheme"},
        "things": {
            "__all__": {
                "shade",
                "colors",
                "pattern",
                "accent",
                "person",
                "expression",
                "parts",
                "span",
                "finish",
            }
        },
    }
    assert "null" not in done.model_dump_json(exclude=of_some)
    assert complete(done, 99) == done
    assert complete(plan, 3) == done


@pytest.mark.parametrize("plan", OPEN)
def test_what_was_said_is_kept(plan: Plan):
    done = complete(plan, 5)
    for before, after in zip(plan.things, done.things, strict=True):
        said = before.model_dump(exclude_none=True)
        assert said.items() <= after.model_dump().items()
    for part in ("camera", "light", "style"):
        assert (
            getattr(plan, part).model_dump(exclude_none=True).items()
            <= getattr(done, part).model_dump().items()
        )
    assert done.relations == plan.relations
    assert plan.place in (None, done.place)


@pytest.mark.parametrize("plan", OPEN)
def test_nothing_stands_in_anything_else(plan: Plan):
    done = complete(plan, 7)
    ground = [box for box in boxes(done) if box.base == 0]
    for a, b in combinations(ground, 2):
        assert apart(a.corners(), b.corners()), (a, b)


def apart(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether two upright boxes (8, 3) are apart on the ground, by separating axes."""
    flat = [p[::2][:, [0, 2]] for p in (a, b)]
    axes = [corners[i] - corners[0] for corners in flat for i in (1, 2)]
    for axis in axes:
        first, second = (corners @ axis for corners in flat)
        if first.max() <= second.min() + 1e-3 or second.max() <= first.min() + 1e-3:
            return True
    return False


KINDS = ("cup", "dog", "bus", "apple", "chair", "tree", "book", "bird")


@pytest.mark.parametrize("predicate", ["left of", "right of", "above", "below"])
def test_positions_are_true_in_the_picture(predicate: str):
    held = []
    for seed, (a, b) in enumerate(combinations(KINDS, 2)):
        done = complete(of(a, b, said=(f"{a}-1", predicate, f"{b}-1")), seed)
        found = screen_boxes(done)
        held.append(predicate in related(found[f"{a}-1"], found[f"{b}-1"]))
    assert sum(held) >= 0.97 * len(held)


def test_before_and_behind_are_true_in_depth():
    for seed, (a, b) in enumerate(combinations(KINDS, 2)):
        done = complete(of(a, b, said=(f"{a}-1", "behind", f"{b}-1")), seed)
        pose = camera_of(done)
        back, front = (project(pose, box.corners())[:, 2].mean() for box in boxes(done))
        assert back > front


def test_changing_a_colour_moves_nothing():
    for seed in range(6):
        plan = of("cup", "teddy bear", "cat")
        red = plan.model_copy(update={"things": (plan.things[0].model_copy(update={"color": "red"}),
                                                 *plan.things[1:])})  # fmt: skip
        before, after = complete(plan, seed), complete(red, seed)
        assert after.things[1:] == before.things[1:]
        assert (after.camera, after.light, after.place) == (before.camera, before.light, before.place)
        assert after.things[0].model_copy(update={"color": None}) == before.things[0].model_copy(
            update={"color": None}
        )


def test_changing_one_kind_leaves_how_the_others_stand():
    before, after = complete(of("cup", "dog"), 4), complete(of("cup", "cat"), 4)
    for field in ("yaw", "pose", "size", "material"):
        assert getattr(before.things[0], field) == getattr(after.things[0], field)


def test_something_set_on_a_small_thing_shrinks_to_stand_there():
    done = complete(of("elephant", "cup", said=("elephant-1", "on", "cup-1")), 1)
    assert resting(done) == {"elephant-1": "cup-1"}
    upper, under = (thing.position or (9.0, 9.0) for thing in done.things)
    assert math.dist(upper, under) < 0.1


def test_seeds_differ():
    assert len({complete(of("cup", "dog"), seed).model_dump_json() for seed in range(8)}) == 8


def test_a_side_view_shows_the_side():
    done = complete(
        of("car").model_copy(update={"camera": Plan().camera.model_copy(update={"view": "side"})}), 2
    )
    assert abs(abs(done.things[0].yaw or 0) - 90) < 5


def test_people_get_an_identity_a_mood_and_a_pose_of_their_own():
    things = tuple(Thing(id=f"person-{i}", kind="person", person=Person(hat="crown")) for i in (1, 2))
    done = complete(Plan(things=things), 4)
    first, second = (thing.person for thing in done.things)
    assert first is not None
    assert second is not None
    assert first != second
    assert first.hat == second.hat == "crown"
    assert all(thing.expression and thing.pose for thing in done.things)


def viewed(view: str, kind: str = "robot", **said: float) -> Plan:
    camera = Camera.model_validate({"view": view, **said})
    return complete(Plan(place="meadow", camera=camera, things=(Thing(id="it", kind=kind),)), 5)


def test_an_isometric_view_shows_three_sides_alike_and_hardly_any_perspective():
    plan = viewed("isometric")
    pose, turn = camera_of(plan), np.radians(plan.things[0].yaw or 0.0)
    axes = np.array(((np.cos(turn), 0, -np.sin(turn)), (0, 1, 0), (np.sin(turn), 0, np.cos(turn))))
    flat = axes @ np.array((pose.right, pose.up)).T
    assert np.linalg.norm(flat, axis=1) == pytest.approx(np.sqrt(2 / 3), abs=0.02)
    depths = project(pose, boxes(plan)[0].corners())[:, 2]
    assert depths.max() / depths.min() < 1.25


@pytest.mark.parametrize("kind", ["ladybug", "robot", "house"])
def test_a_worm_looks_up_from_the_ground_and_eye_level_hardly_looks_down(kind: str):
    worm, low, level = (camera_of(viewed(view, kind)) for view in ("worm's eye", "low", "eye level"))
    assert 0.1 <= worm.position[1] < 0.35
    assert worm.forward[1] > 0.25
    assert worm.tan_x > low.tan_x > level.tan_x
    assert worm.forward[1] > low.forward[1] > level.forward[1] > -0.1


def test_a_view_brings_its_lens_unless_one_is_said():
    assert (viewed("isometric").camera.focal, viewed("worm's eye").camera.focal) == (135.0, 20.0)
    said = viewed("isometric", focal=50.0, fnumber=2.0).camera
    assert (said.focal, said.fnumber) == (50.0, 2.0)
