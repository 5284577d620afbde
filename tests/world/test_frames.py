"""A primitive's row says where it is in the world, and a box holds its thing."""

import numpy as np

from cavendish.world.frames import Frame, bounds, extent, mark_of, prim_row
from cavendish.world.shapes.base import ball, box, capsule, cone


def test_a_row_is_the_primitive_turned_scaled_and_set_down() -> None:
    turn = np.array(((0, 0, 1), (0, 1, 0), (-1, 0, 0)), np.float32)
    row = prim_row(
        ball((1.0, 0.5, 0.0), 0.25), Frame(turn, np.array((3.0, 0.0, 0.0), np.float32), 2.0, 0.0), 7
    )
    assert np.allclose(row[1:4], (3.0, 1.0, -2.0))
    assert np.allclose(row[4:7], 0.5)
    assert row[19] == 7


def test_the_box_holds_every_part() -> None:
    low, high = extent((box((0.0, 1.0, 0.0), (1.0, 0.5, 0.2)), cone((0.0, 2.0, 0.0), 0.4, 0.5, 0.0)))
    assert np.allclose(low, (-1.0, 0.5, -0.4), atol=1e-5)
    assert np.allclose(high, (1.0, 2.5, 0.4), atol=1e-5)


def test_the_sphere_holds_the_ends_of_a_limb() -> None:
    frame = Frame(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), 1.0, 0.0)
    center, radius = bounds(np.stack([prim_row(capsule((0.0, 0.0, 0.0), (0.0, 2.0, 0.0), 0.3), frame, 0)]))
    assert np.allclose(center, (0.0, 1.0, 0.0), atol=1e-5)
    assert 1.3 <= radius < 1.5


def test_marks_differ_and_stay() -> None:
    assert mark_of("cup-1") == mark_of("cup-1") != mark_of("cup-2")
    assert all(-1 <= mark_of(str(k)) <= 1 for k in range(50))
