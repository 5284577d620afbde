"""Gravity: falls end at rest, where closed forms say they must."""

import numpy as np
import pytest

from cavendish.world import settle
from cavendish.world.field import surface
from cavendish.world.shapes.base import ball, box, cylinder, ellipsoid, rotation

pytestmark = pytest.mark.skipif(not settle.available(), reason="needs MuJoCo")
CUBE = (box((0.0, 0.0, 0.0), (0.2, 0.2, 0.2)),)


def test_masses_have_their_closed_form() -> None:
    mass = settle.mass_of((box((0.1, 0.2, 0.3), (0.2, 0.3, 0.4)),), np.zeros((0, 3)), 48)
    assert mass.center == pytest.approx([0.1, 0.2, 0.3], abs=2e-3)
    squares = np.array((0.04, 0.09, 0.16)) / 3
    assert np.diag(mass.inertia) == pytest.approx(squares.sum() - squares, rel=0.04)


def test_a_tipped_cube_comes_to_lie_on_a_face() -> None:
    points = surface(CUBE)
    start = np.array(rotation((20.0, 0.0, 10.0)))
    turn, origin = settle.fall(points, settle.mass_of(CUBE, points), start, np.array((0.0, 0.4, 0.0)))
    assert np.abs(turn[1]).max() == pytest.approx(1.0, abs=1e-3)
    assert origin[1] == pytest.approx(0.2, abs=5e-3)


def test_a_pencil_on_its_end_falls_on_its_side() -> None:
    pencil = (cylinder((0.0, 0.0, 0.0), 0.03, 0.4),)
    points = surface(pencil, 60)
    start = np.array(rotation((6.0, 0.0, 0.0)))
    turn, origin = settle.fall(points, settle.mass_of(pencil, points), start, np.array((0.0, 0.42, 0.0)))
    assert abs(turn[1, 1]) < 0.05
    assert origin[1] == pytest.approx(0.03, abs=5e-3)


def test_an_egg_on_its_end_comes_to_lie() -> None:
    egg = (ellipsoid((0.0, 0.0, 0.0), (0.1, 0.2, 0.1)),)
    points = surface(egg)
    start = np.array(rotation((8.0, 0.0, 0.0)))
    turn, _ = settle.fall(points, settle.mass_of(egg, points), start, np.array((0.0, 0.21, 0.0)), seconds=6.0)
    assert abs(turn[1, 1]) < 0.2


def test_a_ball_comes_to_rest_in_the_bottom_of_a_bowl() -> None:
    axis = np.linspace(-0.5, 0.5, 41)
    x, z = np.meshgrid(axis, axis)
    bowl = settle.Terrain(0.1 + 1.2 * (x**2 + z**2), (-0.5, -0.5), (0.5, 0.5))
    thing = (ball((0.0, 0.0, 0.0), 0.1),)
    points = surface(thing)
    start = np.array((0.15, 0.4, -0.1))
    _, origin = settle.fall(points, settle.mass_of(thing, points), np.eye(3), start, bowl, 4.0)
    assert np.hypot(origin[0], origin[2]) < 0.05
    assert origin[1] == pytest.approx(0.2, abs=0.02)


def test_terrain_rows_run_along_z_and_columns_along_x() -> None:
    heights = np.zeros((20, 20))
    heights[15:, :5] = 0.3  # the corner at high z and low x
    steps = settle.Terrain(heights, (-1.0, -1.0), (1.0, 1.0))
    points = surface(CUBE) * 0.5
    mass = settle.mass_of(CUBE, points)
    mass = settle.Mass(mass.center / 2, mass.inertia / 4)
    for x, z, height in ((-0.75, 0.75, 0.4), (0.75, 0.75, 0.1), (-0.75, -0.75, 0.1), (0.75, -0.75, 0.1)):
        _, origin = settle.fall(points, mass, np.eye(3), np.array((x, 0.5, z)), steps)
        assert origin[1] == pytest.approx(height, abs=5e-3)


def test_the_hull_keeps_the_extremes_and_few_corners() -> None:
    points = surface((ellipsoid((0.1, 0.0, 0.0), (0.5, 0.3, 0.4)),), 40)
    corners = settle.hull(points)
    assert len(corners) <= settle.HULL
    assert np.allclose(corners.min(axis=0), points.min(axis=0))
    assert np.allclose(corners.max(axis=0), points.max(axis=0))


def test_quaternions_and_matrices_round_trip() -> None:
    for turn in ((10.0, 20.0, 30.0), (170.0, -80.0, 5.0), (0.0, 180.0, 0.0)):
        matrix = np.array(rotation(turn))
        assert settle.matrix(settle.quaternion(matrix)) == pytest.approx(matrix, abs=1e-12)
        assert settle.quaternion(matrix)[0] >= 0


def test_the_nearest_of_a_high_stack_is_the_nearest_of_all() -> None:
    rng = np.random.default_rng(1)
    balls = [(np.array((0.1 * k, 1.0 * k, 0.0)), 0.4 + 0.02 * k) for k in range(12)]
    asked: list[int] = []

    def distance_of(center: np.ndarray, radius: float):
        def own(points: np.ndarray) -> np.ndarray:
            asked.append(len(points))
            return np.linalg.norm(points - center, axis=1) - radius

        return own

    way = rng.normal(size=(600, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    solids = [distance_of(*ball) for ball in balls]
    least = settle.nearest(solids, [center + radius * way for center, radius in balls])
    points = rng.uniform((-1, 10, -1), (2, 13, 1), (500, 3))
    every = np.min([own(points) for own in solids], axis=0)
    asked.clear()
    assert np.abs(least(points) - every).max() < 1e-12
    assert sum(asked) < 500 * 6
