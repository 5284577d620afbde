"""What has fallen over or leans: how a thing comes to lie on its side, and where it first touches what it leans on."""

from functools import lru_cache

import numpy as np

from cavendish.plan.stances import LEAN
from cavendish.world import settle
from cavendish.world.field import Floats, lowest, surface
from cavendish.world.physics import Body, clearance, without_heading
from cavendish.world.shapes.base import Prim, rotation

_TOUCH = 2e-4  # stage units
_STOOD_UP = 45.0  # degrees of tilt below which it has not stayed over


@lru_cache(maxsize=128)
def toppled(prims: tuple[Prim, ...], forward: bool) -> tuple[Floats, float]:
    """How a thing lies that was tipped over to its front or its right: a rotation, the height of its origin.

    MuJoCo lets it roll to where it stays; what would stand up again, and all where it is missing, lies as tipped.
    """
    points = points_of(prims)
    start = np.array(rotation((90.0, 0.0, 0.0) if forward else (0.0, 0.0, -90.0)))
    turn = _fallen(prims, points, start) if settle.available() else start
    if turn[1, 1] > np.cos(np.radians(_STOOD_UP)):
        turn = start
    return turn, -lowest(prims, turn, points)


@lru_cache(maxsize=128)
def points_of(prims: tuple[Prim, ...]) -> Floats:
    """Points of the surface of primitives, in their own frame and unit."""
    return surface(prims, 24)


def _fallen(prims: tuple[Prim, ...], points: Floats, start: Floats) -> Floats:
    size = float(np.ptp(points, axis=0).max())
    mass = settle.mass_of(prims, points, 24)
    mass = settle.Mass(mass.center / size, mass.inertia / size**2)
    at = np.array((0.0, 0.005 - float((points @ start[1]).min()) / size, 0.0))
    turn, _ = settle.fall(points / size, mass, start, at, None, 1.5)
    return without_heading(turn @ start.T) @ start


def leant(body: Body, base: Body, azimuth: float) -> Body:
    """The body tilted away from a camera at `azimuth` degrees, its foot on the ground, where it first touches its base.

    It comes from the camera's side, level; where nothing of the base is in its way it stays where it was.
    """
    about, back = (np.array(rotation((0.0, angle, 0.0))) for angle in (azimuth, -azimuth))
    turn = about @ np.array(rotation((-LEAN, 0.0, 0.0))) @ back @ body.turn
    low = lowest(body.prims, turn, body.surface)
    x, _, z = body.origin
    tilted = Body(body.kind, body.pose, turn, np.array((x, -low * body.scale, z)), body.scale, None, body.own)
    way = -about @ np.array((0.0, 0.0, 1.0))
    moved, gone = tilted, 0.0
    reach = 2.0 * float(np.linalg.norm(np.ptp(base.points, axis=0)))
    for _ in range(60):
        gap = clearance(moved, base)
        if 0 <= gap < _TOUCH:
            return moved
        step = 0.9 * gap if gap > 0 else gap - _TOUCH / 2
        moved, gone = moved.moved(step * way), gone + step
        if gone > reach:
            return tilted
    return moved
