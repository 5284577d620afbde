"""Things at rest: nothing floats, nothing sinks in, stacks hold, and the table is the shapes' own."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from cavendish.plan.lexicon import KINDS
from cavendish.world import physics, settle
from cavendish.world.field import distance
from cavendish.world.physics import Body
from cavendish.world.shapes import SHAPES
from cavendish.world.shapes.base import rotation
from tests.every import every
from tests.world.shapes.field import sampled

POSES = [(name, pose) for name, shape in SHAPES.items() for pose in ("", *shape.poses)]
CARRIERS = [name for name in SHAPES if KINDS[name].supports]
RIDERS = ("cat", "apple")
needs_mujoco = pytest.mark.skipif(not settle.available(), reason="needs MuJoCo")


def _body(kind: str, yaw: float, size: float = 1.0, on: int | None = None, x: float = 0.0) -> Body:
    scale = KINDS[kind].size[1] * size / float(np.ptp(physics.surface_of(kind, None)[:, 1]))
    turn, lift = physics.rest(kind)
    heading = np.array(rotation((0.0, yaw, 0.0)))
    return Body(kind, None, heading @ turn, np.array((x, lift * scale, 0.0)), scale, on)


def _fine(body: Body) -> np.ndarray:
    """Its surface in stage units, sampled finer than the physics samples it."""
    return body.scale * sampled(body.prims) @ body.turn.T + body.origin


def _small_on(rider: str, carrier: str) -> float:
    """A size at which the rider's foot is at most two thirds of the carrier's top."""
    foot, top = KINDS[rider].size, KINDS[carrier].size
    return min(1.0, max(0.3, 0.66 * min(top[0], top[2]) / max(foot[0], foot[2])))


def _on_the_ground(case: tuple[str, str]) -> None:
    """The plane y = 0 is at no distance from the thing, and nowhere below it is there any of it."""
    kind, pose = case
    turn, lift = physics.rest(kind, pose)
    lying = Body(kind, pose, turn, np.array((0.0, lift, 0.0)), 1.0)
    points = sampled(lying.prims) @ turn.T
    (low, _, near), (high, _, far) = points.min(axis=0), points.max(axis=0)
    x, z = np.meshgrid(np.linspace(low, high, 180), np.linspace(near, far, 180))
    for height in (0.0, -2e-3, -0.02, -0.1):
        plane = np.stack((x.ravel(), np.full(x.size, height), z.ravel()), -1)
        gap = float(lying.distance(plane).min())
        assert gap > 0.0 if height else abs(gap) < 2e-3, (height, gap)
    assert float(points[:, 1].min()) + lift > -2e-3
    assert turn @ turn.T == pytest.approx(np.eye(3), abs=1e-9)
    assert abs(float(settle.quaternion(turn)[2])) < 1e-4, "its front stays in front"


def test_every_kind_lies_with_its_lowest_point_on_the_ground() -> None:
    every(POSES, _on_the_ground)


def _keeps_its_head_up(case: tuple[str, str]) -> None:
    kind, pose = case
    assert kind in physics.LYING or physics.tilt(physics.rest(kind, pose)[0]) <= physics.STANDS


def test_what_is_not_meant_to_lie_keeps_its_head_up() -> None:
    every(POSES, _keeps_its_head_up)


def test_the_table_was_written_for_the_shapes_as_they_are() -> None:
    table = json.loads(physics.TABLE.read_text())
    stale = [(k, p) for k, p in POSES if table.get(k, {}).get(p, {}).get("shape") != physics.digest(k, p)]
    assert not stale, 'python -c "from cavendish.world.physics import write_rest; write_rest()"'


@needs_mujoco
@pytest.mark.parametrize("kind", ["umbrella", "car"])
def test_a_new_fall_ends_as_the_table_says(kind: str) -> None:
    entry = physics.measure(kind, "")
    turn, lift = physics.rest(kind)
    assert settle.matrix(np.array(entry["turn"])) == pytest.approx(turn, abs=0.03)
    assert entry["lift"] == pytest.approx(lift, abs=0.02)


def test_a_look_up_imports_no_mujoco() -> None:
    code = (
        "import sys; from cavendish.world.physics import rest; rest('cup'); sys.exit('mujoco' in sys.modules)"
    )
    root = Path(physics.__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_clearance_of_two_balls_is_their_gap() -> None:
    one = _body("sports ball", 0.0)
    radius = float(np.ptp(one.points[:, 0])) / 2
    for gap in (0.1, -0.05):
        other = one.moved(np.array((2 * radius + gap, 0.0, 0.0)))
        assert physics.clearance(one, other) == pytest.approx(gap, abs=0.01)
        assert physics.penetration(one, other) == pytest.approx(max(0.0, -gap), abs=0.01)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_stacks_touch_and_neither_float_nor_sink_in(carrier: str) -> None:
    _stacks(carrier, RIDERS)


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(len(CARRIERS)))
def test_every_kind_stacks(turn: int) -> None:
    """Every kind on one carrier, every carrier under its share of the kinds."""
    _stacks(CARRIERS[turn], tuple(SHAPES)[turn :: len(CARRIERS)])


def _stacks(carrier: str, riders: tuple[str, ...]) -> None:
    for rider in riders:
        if rider == carrier:
            continue
        below, above = physics.settle_stack(
            (_body(carrier, 25.0), _body(rider, -20.0, _small_on(rider, carrier), on=0))
        )
        deep = min(float(below.distance(_fine(above)).min()), float(above.distance(_fine(below)).min()))
        assert deep > -max(0.006, 0.02 * float(np.ptp(above.points, axis=0).max())), (rider, deep)
        # a post may go down through a ring
        assert deep < 0.005 or physics.bottom(above) < 0.003, (rider, deep)
        assert float(above.center[1]) > 0.5 * physics.top_of(below), rider
        assert physics.tilt(above.turn) < 40.0 or rider in physics.LYING


def test_the_ground_does_not_move_and_three_stack() -> None:
    car, box, cup = physics.settle_stack(
        (_body("car", 30.0), _body("gift box", 10.0, 0.6, on=0), _body("cup", 0.0, 0.5, on=1))
    )
    assert np.array_equal(car.origin, _body("car", 30.0).origin)
    assert physics.penetration(car, box) < 0.006
    assert physics.penetration(box, cup) < 0.006
    assert physics.bottom(box) > 0.8 * physics.top_of(car)
    assert physics.bottom(cup) > physics.bottom(box) + 0.1


def test_two_on_one_top_stand_side_by_side() -> None:
    bus, left, right = physics.settle_stack(
        (_body("bus", 90.0), _body("apple", 0.0, 0.6, 0, x=-0.4), _body("cup", 0.0, 0.5, 0, x=0.4))
    )
    assert physics.penetration(left, right) == 0.0
    assert min(physics.bottom(left), physics.bottom(right)) > 0.8 * physics.top_of(bus)
    assert left.origin[0] < right.origin[0]


def test_terrain_is_as_high_as_a_ball_is_round() -> None:
    ball = _body("sports ball", 0.0)
    ground = physics.terrain([ball], 41)
    radius = float(np.ptp(ball.points[:, 0])) / 2
    assert ground.heights[20, 20] == pytest.approx(2 * radius, abs=0.02)
    assert ground.heights[0, 0] == 0.0


def test_heading_can_be_taken_out_of_a_rotation() -> None:
    tipped, heading = np.array(rotation((20.0, 0.0, 10.0))), np.array(rotation((0.0, 130.0, 0.0)))
    plain = physics.without_heading(heading @ tipped)
    assert physics.tilt(plain) == pytest.approx(physics.tilt(tipped), abs=1e-6)
    assert settle.quaternion(plain)[2] == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("kind", ["cup", "teddy bear", "banana", "castle"])
def test_a_body_is_as_far_as_the_plain_field_says(kind: str) -> None:
    body = _body(kind, 40.0, 0.8, x=0.3)
    points = np.random.default_rng(0).uniform(-1.0, 2.0, (500, 3))
    plain = body.scale * distance(body.prims, (points - body.origin) @ body.turn / body.scale)
    assert body.distance(points) == pytest.approx(plain, abs=1e-4)
