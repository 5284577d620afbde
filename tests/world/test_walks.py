"""What a packet leaves out of its walk changes nothing: it meets what it would with every primitive kept."""

import math

import numpy as np
import pytest

from cavendish.world.packets import LANES, field
from cavendish.world.shapes import SHAPES
from cavendish.world.stage import Frame, bounds, prim_row
from cavendish.world.walks import ROOM, beside, march, margin, reduced, shadow, sphere_span

HERE = Frame(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), 1.0, 0.0)
KINDS = ("teddy bear", "cup", "bicycle", "chair")


def _thing(kind: str) -> tuple[np.ndarray, np.ndarray]:
    rows = np.stack([prim_row(p, HERE, 0) for p in SHAPES[kind].prims])
    center, radius = bounds(rows)
    return rows, np.array([[0, len(rows), *center, radius, 1, 0]], np.float32)


def _rays(thing: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A narrow packet that looks at some spot of the thing from four radii away."""
    rng = np.random.default_rng(seed)
    away = rng.normal(size=3)
    eye = thing[2:5] + 4 * thing[5] * away / np.linalg.norm(away)
    spot = thing[2:5] + rng.uniform(-0.6, 0.6, 3) * thing[5]
    aim = spot + 0.03 * thing[5] * rng.uniform(-1, 1, (LANES, 3)) - eye
    aim /= np.linalg.norm(aim, axis=1, keepdims=True)
    return np.repeat(eye[:, None], LANES, 1).astype(np.float32), np.ascontiguousarray(aim.T, np.float32)


@pytest.mark.parametrize("kind", KINDS)
def test_a_reduced_walk_meets_what_the_whole_meets(kind: str) -> None:
    rows, things = _thing(kind)
    work, kept = np.empty((ROOM, LANES), np.float32), np.empty(len(rows), np.int32)
    off, none = np.empty((len(rows) + 1, LANES), np.float32), np.zeros((len(rows), LANES), np.float32)
    every, far = np.arange(len(rows), dtype=np.int32), np.full(LANES, 1e9, np.float32)
    fewer = 0
    for seed in range(40):
        o, d = _rays(things[0], seed)
        near, leave = np.empty((2, LANES), np.float32)
        if sphere_span(things[0], things[0, 5], o, d, far, near, leave) == 0:
            continue
        t, stop = near.copy(), leave.copy()
        march(rows, every, none, len(rows), o, d, t, stop, work)
        grow = np.full(LANES, margin(rows, 0, len(rows)) + 0.01, np.float32)
        count = reduced(rows, 0, len(rows), o, d, near, leave, grow, kept, off, work)
        fewer += count < len(rows)
        met = march(rows, kept, off, count, o, d, near, leave, work) if count else 0
        assert met == (stop >= 0).sum()
        if met:
            assert ((leave >= 0) == (stop >= 0)).all()
            assert np.abs(near - t)[stop >= 0].max() < 0.01
    assert fewer > 20


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_beside_points_gives_their_distance(kind: str) -> None:
    rows, things = _thing(kind)
    kept, every = np.empty(len(rows), np.int32), np.arange(len(rows), dtype=np.int32)
    off, none = np.empty((len(rows) + 1, LANES), np.float32), np.zeros((len(rows), LANES), np.float32)
    q, d, whole = np.empty((3, LANES), np.float32)
    rng = np.random.default_rng(2)
    for _ in range(20):
        spot = things[0, 2:5] + rng.uniform(-0.7, 0.7, 3) * things[0, 5]
        x, y, z = np.ascontiguousarray((spot + 0.02 * rng.normal(size=(LANES, 3))).T, np.float32)
        reach = np.float32(0.15)
        grow = reach + margin(rows, 0, len(rows))
        many = beside(rows, 0, len(rows), x, y, z, np.ones(LANES, np.float32), grow, kept, off)
        field(rows, every, none, len(rows), x, y, z, q, whole)
        field(rows, kept, off, many, x, y, z, q, d)
        assert (d > whole - 1e-4).all()  # an ellipsoid's distance is too small from afar: left out, it is not
        close = whole < 0.03
        assert np.abs(d - whole)[close].max(initial=0) < 1e-4


def test_a_shadow_is_dark_behind_and_light_beside() -> None:
    rows, things = _thing("cup")
    o = np.zeros((3, LANES), np.float32)
    o[0] = things[0, 2] + np.where(np.arange(LANES) < 8, 0.0, 6.0)
    o[1], o[2] = things[0, 3] - 3.0, things[0, 4]
    d = np.zeros((3, LANES), np.float32)
    d[1] = 1
    seen = np.empty(LANES, np.float32)
    work, kept = np.empty((ROOM, LANES), np.float32), np.empty(len(rows), np.int32)
    far, sharp = np.full(LANES, 9, np.float32), np.float32(1 / math.tan(0.05))
    shadow(
        rows,
        things,
        o,
        d,
        far,
        sharp,
        seen,
        kept,
        np.empty((len(rows) + 1, LANES), np.float32),
        work,
    )
    assert (seen[:8] == 0).all()
    assert (seen[8:] == 1).all()
