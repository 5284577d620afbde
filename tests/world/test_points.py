"""What a packet's points find: closed forms for a ball, for level ground and for a hollow between both."""

import numpy as np
import pytest

from cavendish.world.frames import Frame, prim_row
from cavendish.world.packets import LANES
from cavendish.world.points import opened, outward
from cavendish.world.shapes.base import ball
from cavendish.world.walks import ROOM

LEVEL = Frame(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), 1.0, 0.0)
TAPS = np.array((0.1, 0.2, 0.4), np.float32)
WEIGHTS = 0.72 ** np.arange(3)


def _room(prims: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return (
        np.zeros(prims, np.int32),
        np.zeros((prims + 1, LANES), np.float32),
        np.zeros((ROOM, LANES), np.float32),
    )


def _sphere(center: tuple[float, float, float], radius: float) -> tuple[np.ndarray, np.ndarray]:
    rows = np.stack([prim_row(ball(center, radius), LEVEL, 0)])
    return rows, np.array([[0, 1, *center, radius, 1, 0]], np.float32)


def _sky(rows: np.ndarray, things: np.ndarray, p: np.ndarray, m: np.ndarray, own: float) -> np.ndarray:
    sky = np.zeros(LANES, np.float32)
    free = np.zeros((len(TAPS), LANES), np.float32)
    kept, off, work = _room(len(rows))
    opened(rows, things, p, m, np.full(LANES, own, np.float32), TAPS, free, sky, kept, off, work)
    return sky


def _told(free: np.ndarray) -> np.ndarray:
    """What taps that are `free` (taps, n) say of the sky."""
    closed = (WEIGHTS[:, None] * (TAPS[:, None] - np.maximum(free, 0)) / TAPS[:, None]).sum(0)
    return np.clip(1 - 1.226 * closed / WEIGHTS.sum(), 0.03, 1)


def test_the_way_out_of_a_ball_is_away_from_its_middle() -> None:
    rows, things = _sphere((0.3, 0.5, -0.2), 0.4)
    rng = np.random.default_rng(0)
    way = rng.normal(size=(3, LANES))
    way /= np.linalg.norm(way, axis=0)
    p = np.ascontiguousarray(things[0, 2:5, None] + 0.4 * way, np.float32)
    unit, there = np.full((3, LANES), 7, np.float32), np.ones(LANES, np.float32)
    there[3] = 0
    outward(rows, 0, 1, p, there, np.float32(0.001), unit, *_room(1))
    seen = np.arange(LANES) != 3
    assert np.abs(unit - way)[:, seen].max() < 2e-3
    assert (unit[:, 3] == 7).all()
    assert (there == 0).all()


def test_a_point_far_from_its_surface_finds_the_way_at_the_second_look() -> None:
    rows, things = _sphere((0.0, 0.0, 0.0), 0.4)
    p = np.zeros((3, LANES), np.float32)
    p[1] = 0.6  # farther off than any blend or step would bring it
    unit, there = np.zeros((3, LANES), np.float32), np.ones(LANES, np.float32)
    outward(rows, 0, 1, p, there, np.float32(0.001), unit, *_room(1))
    assert np.abs(unit - np.array(((0,), (1,), (0,)))).max() < 1e-3
    assert things[0, 5] == pytest.approx(0.4)


def test_level_ground_closes_what_faces_it_by_how_near_it_is() -> None:
    none = np.zeros((0, 24), np.float32), np.zeros((0, 8), np.float32)
    p, m = np.zeros((3, LANES), np.float32), np.zeros((3, LANES), np.float32)
    p[1], m[1] = np.linspace(0, 0.6, LANES), -1
    free = np.minimum(TAPS[:, None], np.maximum(p[1] - TAPS[:, None], 0))
    assert np.abs(_sky(*none, p, m, 0) - _told(free)).max() < 1e-5
    assert (_sky(*none, p, m, 1) == 1).all()  # its own ground is in nobody's way


def test_a_ball_closes_the_ground_under_it_by_its_distance() -> None:
    rows, things = _sphere((0.0, 0.5, 0.0), 0.4)
    p, m = np.zeros((3, LANES), np.float32), np.zeros((3, LANES), np.float32)
    p[0], m[1] = np.linspace(0, 1.5, LANES), 1
    tip = p[:, None] + m[:, None] * TAPS[:, None]
    away = np.linalg.norm(tip - np.array((0, 0.5, 0))[:, None, None], axis=0) - 0.4
    sky = _sky(rows, things, p, m, 1)
    assert np.abs(sky - _told(np.minimum(TAPS[:, None], away))).max() < 1e-4
    assert sky[0] < 0.5
    assert sky[-1] == 1
