"""The compiled kernels say what the plain field says: every primitive, operation and shape."""

from dataclasses import replace

import numpy as np
import pytest

from cavendish.world import field, kernels
from cavendish.world.shapes import SHAPES
from cavendish.world.shapes.base import Prim, ball, box, capsule, cone, cylinder, ellipsoid, rotation, torus
from cavendish.world.stage import Frame, prim_row
from tests.every import every

TURN = (25.0, -40.0, 70.0)
AT = (0.2, -0.1, 0.3)
BASE = box((0.0, 0.0, 0.0), (0.45, 0.3, 0.4), round=0.05)
CASES: dict[str, tuple[Prim, ...]] = {
    "ball": (ball(AT, 0.4),),
    "ellipsoid": (ellipsoid(AT, (0.5, 0.3, 0.2), turn=TURN),),
    "box": (box(AT, (0.5, 0.3, 0.4), turn=TURN),),
    "rounded box": (box(AT, (0.5, 0.3, 0.4), turn=TURN, round=0.1),),
    "cylinder": (cylinder(AT, 0.3, 0.5, turn=TURN),),
    "rounded cylinder": (cylinder(AT, 0.3, 0.5, turn=TURN, round=0.08),),
    "capsule": (capsule((-0.2, 0.0, 0.1), (0.3, 0.4, 0.0), 0.2),),
    "tapered capsule": (capsule((-0.2, 0.0, 0.1), (0.3, 0.4, 0.0), 0.2, end=0.08),),
    "widening capsule": (capsule((0.0, -0.3, 0.0), (0.0, 0.3, 0.0), 0.1, end=0.25),),
    "swallowed capsule": (capsule((0.0, 0.0, 0.0), (0.0, 0.1, 0.0), 0.4, end=0.1),),
    "cone": (cone(AT, 0.4, 0.3, 0.1, turn=TURN),),
    "pointed cone": (cone(AT, 0.4, 0.3, 0.0, turn=TURN),),
    "rounded cone": (cone(AT, 0.2, 0.3, 0.35, turn=TURN, round=0.05),),
    "ring": (torus(AT, 0.4, 0.1, turn=TURN),),
    "short arc": (torus(AT, 0.4, 0.1, turn=TURN, arc=70.0),),
    "half arc": (torus(AT, 0.4, 0.1, turn=TURN, arc=180.0),),
    "long arc": (torus(AT, 0.4, 0.1, turn=TURN, arc=300.0),),
    "tapered arc": (torus(AT, 0.4, 0.1, turn=TURN, arc=150.0, taper=0.7),),
    "shell": (ball(AT, 0.4, shell=0.03),),  # noqa: S604 -- hollow, not a command
    "shell of a cone": (cone(AT, 0.3, 0.4, 0.4, turn=TURN, shell=0.02),),  # noqa: S604 -- hollow, not a command
    "union": (BASE, ball((0.4, 0.3, 0.0), 0.3)),
    "smooth union": (BASE, ball((0.4, 0.3, 0.0), 0.3, blend=0.15)),
    "subtraction": (BASE, ball((0.4, 0.3, 0.0), 0.3, op="subtract")),
    "intersection": (BASE, ball((0.4, 0.3, 0.0), 0.5, op="intersect")),
    "order": (
        BASE,
        ball((0.4, 0.3, 0.0), 0.3, op="subtract"),
        ball((0.3, 0.2, 0.0), 0.1, blend=0.05),
        box((0.0, 0.2, 0.0), (2.0, 0.3, 2.0), op="intersect"),
    ),
}
POSES = [(name, pose) for name, shape in SHAPES.items() for pose in ("", *shape.poses)]


def _frame(yaw: float = 35.0, scale: float = 0.7) -> Frame:
    turn = np.array(rotation((0.0, yaw, 0.0)), np.float32)
    return Frame(turn, np.array((0.3, 0.1, -0.4), np.float32), scale, 0.0)


def _compiled(prims: tuple[Prim, ...], frame: Frame, points: np.ndarray) -> np.ndarray:
    rows = np.stack([prim_row(p, frame, 0) for p in prims])
    things = np.array([[0, len(rows), 0, 0, 0, 100.0, 1, 0]], np.float32)
    at = np.ascontiguousarray(points.T, dtype=np.float32)
    return kernels.distance(rows, things, at, np.float32(1e6), np.full(len(points), -1, np.int32))


def _plain(prims: tuple[Prim, ...], frame: Frame, points: np.ndarray) -> np.ndarray:
    local = (points - frame.origin) @ frame.turn / frame.scale
    return frame.scale * field.distance(prims, local.astype(np.float64))


def _points(prims: tuple[Prim, ...], frame: Frame, count: int) -> np.ndarray:
    """Half of them anywhere in a box half as large again, half near the surface."""
    low, high = field.box_around(prims)
    pad = (high - low) / 4
    rng = np.random.default_rng(3)
    local = rng.uniform(low - pad, high + pad, (count, 3))
    local[: count // 2] -= (0.9 * field.distance(prims, local)[:, None] * field.gradient(prims, local))[
        : count // 2
    ]
    return (frame.scale * local @ frame.turn.T + frame.origin).astype(np.float32)


@pytest.mark.parametrize("name", CASES)
def test_primitives_and_operations_mean_the_same(name: str) -> None:
    prims, frame = CASES[name], _frame()
    points = _points(prims, frame, 4000)
    assert np.abs(_compiled(prims, frame, points) - _plain(prims, frame, points)).max() < 1e-4


def test_every_shape_means_the_same() -> None:
    def the_same(case: tuple[str, str]) -> None:
        name, pose = case
        prims, frame = SHAPES[name].poses.get(pose, SHAPES[name].prims), _frame()
        points = _points(prims, frame, 1000)
        assert np.abs(_compiled(prims, frame, points) - _plain(prims, frame, points)).max() < 1e-4

    every(POSES, the_same)


def test_the_nearest_of_several_things_counts_and_the_skipped_does_not() -> None:
    frame = _frame()
    one, two = ball((-1.0, 0.0, 0.0), 0.3), ball((1.0, 0.0, 0.0), 0.3)
    rows = np.stack([prim_row(p, frame, 0) for p in (one, two)])
    things = np.array([[k, k + 1, *rows[k, 1:4], 0.25, 1, 0] for k in range(2)], np.float32)
    points = _points((one, two), frame, 500)
    at, reach = np.ascontiguousarray(points.T), np.float32(10.0)
    both = np.minimum(_plain((one,), frame, points), _plain((two,), frame, points))
    none = np.full(500, -1, np.int32)
    assert np.abs(kernels.distance(rows, things, at, reach, none) - both).max() < 1e-4
    assert (
        np.abs(kernels.distance(rows, things, at, reach, none + 1) - _plain((two,), frame, points)).max()
        < 1e-4
    )


def test_rays_stop_on_the_surface_and_normals_follow_it() -> None:
    prims, frame = CASES["smooth union"], _frame()
    rows = np.stack([prim_row(p, frame, 0) for p in prims])
    things = np.array([[0, 2, *frame.origin, 1.0, 1, 0]], np.float32)
    rng = np.random.default_rng(1)
    origin = (frame.origin + 3 * _unit(rng.normal(size=(800, 3)))).astype(np.float32)
    aim = _unit(frame.origin + rng.uniform(-0.2, 0.2, (800, 3)) - origin).astype(np.float32)
    far, skip = np.full(800, 50.0, np.float32), np.full(800, -1, np.int32)
    o, d = np.ascontiguousarray(origin.T), np.ascontiguousarray(aim.T)
    t, thing, _ = kernels.nearest(rows, things, o, d, far, skip)
    hit = thing == 0
    assert hit.mean() > 0.9
    at = (origin + t[:, None] * aim)[hit]
    assert np.abs(_plain(prims, frame, at)).max() < 4e-3
    normal = kernels.normals(
        rows, things, np.ascontiguousarray(at.T, np.float32), thing[hit], np.float32(1e-3)
    )
    local = (at - frame.origin) @ frame.turn / frame.scale
    true = field.gradient(prims, local.astype(np.float64)) @ frame.turn.T
    assert np.quantile((normal.T * true).sum(-1), 0.05) > 0.98


def test_a_mirrored_pair_is_mirrored_in_the_kernels_too() -> None:
    arc = torus((0.4, 0.1, 0.2), 0.3, 0.05, turn=(40.0, 10.0, 25.0), arc=120.0)
    pair = (arc, replace(arc, center=(-0.4, 0.1, 0.2), turn=(-40.0, 170.0, -25.0)))
    frame = Frame(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), 1.0, 0.0)
    points = _points(pair, frame, 1000)
    flipped = (points * np.array((-1, 1, 1), np.float32)).astype(np.float32)
    assert np.abs(_compiled(pair, frame, points) - _compiled(pair, frame, flipped)).max() < 1e-4


def _unit(v: np.ndarray) -> np.ndarray:
    return v / np.linalg.norm(v, axis=-1, keepdims=True)
