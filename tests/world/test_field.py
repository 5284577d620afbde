"""The plain field: volumes and distances in closed form, surfaces on zero, lowest points lowest."""

import math
from dataclasses import replace

import numpy as np
import pytest

from cavendish.world.field import box_around, distance, gradient, lowest, project, surface
from cavendish.world.shapes.base import Prim, ball, box, capsule, cone, cylinder, ellipsoid, rotation, torus

TURN = (25.0, -40.0, 70.0)
AT = (0.2, -0.1, 0.3)
ONE_EACH: dict[str, tuple[Prim, float]] = {
    "ellipsoid": (ellipsoid(AT, (0.5, 0.3, 0.4), turn=TURN), 4 / 3 * math.pi * 0.06),
    "box": (box(AT, (0.5, 0.3, 0.4), turn=TURN), 8 * 0.06),
    "cylinder": (cylinder(AT, 0.3, 0.5, turn=TURN), math.pi * 0.09),
    "capsule": (
        capsule((-0.2, 0.0, 0.1), (0.3, 0.4, 0.0), 0.2),
        math.pi * 0.04 * math.sqrt(0.42) + 4 / 3 * math.pi * 0.008,
    ),
    "cone": (cone(AT, 0.4, 0.3, 0.1, turn=TURN), math.pi * 0.6 / 3 * (0.16 + 0.04 + 0.01)),
    "torus": (torus(AT, 0.4, 0.1, turn=TURN), 2 * math.pi**2 * 0.4 * 0.01),
    "arc": (torus(AT, 0.4, 0.1, turn=TURN, arc=180.0), math.pi**2 * 0.4 * 0.01 + 4 / 3 * math.pi * 0.001),
}  # fmt: skip


def _cloud(prim: Prim, count: int, seed: int = 0) -> np.ndarray:
    low, high = box_around([prim])
    return np.random.default_rng(seed).uniform(low, high, (count, 3))


@pytest.mark.parametrize("name", ONE_EACH)
def test_volumes_have_their_closed_form(name: str) -> None:
    prim, volume = ONE_EACH[name]
    low, high = box_around([prim])
    share = (distance([prim], _cloud(prim, 60_000)) < 0).mean()
    assert share * float(np.prod(high - low)) == pytest.approx(volume, rel=0.05)


@pytest.mark.parametrize("name", ONE_EACH)
def test_distances_are_the_distance_to_the_nearest_surface_point(name: str) -> None:
    prim, _ = ONE_EACH[name]
    points = _cloud(prim, 200)
    outside = points[distance([prim], points) > 0.05]
    on = surface([prim], 60)
    brute = np.array([np.linalg.norm(on - p, axis=1).min() for p in outside])
    short = brute - distance([prim], outside)
    assert short.min() > (-0.05 if name == "ellipsoid" else -1e-3)
    assert short.max() < (0.1 if name == "ellipsoid" else 0.02)


@pytest.mark.parametrize("name", ONE_EACH)
def test_the_surface_is_where_the_distance_is_nothing_and_slopes_by_one(name: str) -> None:
    prim, _ = ONE_EACH[name]
    points = surface([prim])
    assert len(points) > 500
    assert np.abs(distance([prim], points)).max() < 1e-3
    ahead = distance([prim], points + 0.01 * gradient([prim], points))
    assert np.median(np.abs(ahead - 0.01)) < 5e-4


def test_operations_apply_in_the_order_written() -> None:
    points = np.array([(0.0, 0.0, 0.0), (0.4, 0.0, 0.0), (0.0, 0.4, 0.0), (0.7, 0.0, 0.0)])
    whole, hole = box((0.0, 0.0, 0.0), (0.5, 0.5, 0.5)), ball((0.0, 0.0, 0.0), 0.3, op="subtract")
    plug = ball((0.0, 0.0, 0.0), 0.1)
    assert distance([whole, hole], points)[:2] == pytest.approx([0.3, -0.1])
    assert distance([whole, hole, plug], points)[0] == pytest.approx(-0.1)
    assert distance([whole, plug, hole], points)[0] == pytest.approx(0.3)
    cut = box((0.0, 0.0, 0.0), (0.2, 2.0, 2.0), op="intersect")
    assert distance([whole, cut], points)[1] == pytest.approx(0.2)


def test_a_shell_is_a_wall_on_both_sides_of_the_surface() -> None:
    hollow = ball((0.0, 0.0, 0.0), 0.5, shell=0.05)  # noqa: S604 -- a wall, not a command
    points = np.array([(0.0, 0.0, 0.0), (0.5, 0.0, 0.0), (0.56, 0.0, 0.0)])
    assert distance([hollow], points) == pytest.approx([0.45, -0.05, 0.01])


def test_a_smooth_union_adds_a_quarter_of_its_width_where_both_are_equal() -> None:
    pair = [ball((-0.3, 0.0, 0.0), 0.2), ball((0.3, 0.0, 0.0), 0.2, blend=0.1)]
    at = np.array([(0.0, 0.0, 0.0), (-0.5, 0.0, 0.0)])
    assert distance(pair, at) == pytest.approx([0.1 - 0.1 / 4, 0.0])


def test_a_turned_box_has_its_corner_lowest() -> None:
    turn = np.array(rotation((30.0, 20.0, 45.0)))
    half = np.array((0.5, 0.3, 0.4))
    prims = [box((0.0, 0.0, 0.0), (0.5, 0.3, 0.4))]
    assert lowest(prims, turn) == pytest.approx(-float(np.abs(turn[1]) @ half), abs=2e-3)
    assert lowest([replace(prims[0], turn=(30.0, 20.0, 45.0))]) == pytest.approx(
        lowest(prims, turn), abs=2e-3
    )


def test_a_ball_is_lowest_at_its_foot() -> None:
    assert lowest([ball((0.1, 0.7, 0.2), 0.4)]) == pytest.approx(0.3, abs=1e-4)


def test_projected_points_lie_on_the_surface() -> None:
    prims = [box((0.0, 0.0, 0.0), (0.3, 0.3, 0.3), round=0.05), ball((0.0, 0.3, 0.0), 0.2, blend=0.1)]
    near = project(prims, surface(prims) + 0.02)
    assert np.quantile(np.abs(distance(prims, near)), 0.99) < 1e-4
