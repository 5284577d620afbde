"""The distance is a distance: exact beside the edges, of one sign inside, blind to strokes that overlap."""

import numpy as np
import pytest

from cavendish.world.lettering.distance import signed, to_segment, winding

SQUARE = np.array([(-0.5, -0.25), (0.5, -0.25), (0.5, 0.25), (-0.5, 0.25)])


def grid(width: float, height: float, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    h, w = shape
    return np.meshgrid(((np.arange(w) + 0.5) / w - 0.5) * width, (0.5 - (np.arange(h) + 0.5) / h) * height)


def of_box(x: np.ndarray, y: np.ndarray, a: float, b: float) -> np.ndarray:
    """Closed form: positive inside a box of half sides a, b."""
    dx, dy = np.abs(x) - a, np.abs(y) - b
    return -(np.hypot(np.maximum(dx, 0), np.maximum(dy, 0)) + np.minimum(np.maximum(dx, dy), 0))


@pytest.mark.parametrize("turned", [1, -1])
def test_a_rectangle_has_its_closed_form(turned: int) -> None:
    found = signed([SQUARE[::turned]], 2.0, 1.0, 128)
    x, y = grid(2.0, 1.0, found.shape)
    assert np.allclose(found, of_box(x, y, 0.5, 0.25), atol=1e-5)


def test_a_circle_has_its_closed_form() -> None:
    t = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    found = signed([np.stack((0.4 * np.cos(t), 0.4 * np.sin(t)), -1)], 1.0, 1.0, 100)
    x, y = grid(1.0, 1.0, found.shape)
    assert np.allclose(found, 0.4 - np.hypot(x, y), atol=1e-4)


def test_overlapping_strokes_are_one() -> None:
    left, right = SQUARE * (0.6, 1) - (0.2, 0), SQUARE * (0.6, 1) + (0.2, 0)
    found = signed([left, right], 2.0, 1.0, 128)
    x, y = grid(2.0, 1.0, found.shape)
    assert np.allclose(found, of_box(x, y, 0.5, 0.25), atol=2e-3)


def test_a_hole_is_outside() -> None:
    found = signed([SQUARE, SQUARE[::-1] * 0.5], 2.0, 1.0, 128)
    x, y = grid(2.0, 1.0, found.shape)
    expected = np.minimum(of_box(x, y, 0.5, 0.25), -of_box(x, y, 0.25, 0.125))
    assert np.array_equal(found > 0, expected > 0)
    near = np.abs(expected) < 1 / 64
    assert np.allclose(found[near], expected[near], atol=1e-5)


def test_many_strokes_are_measured_to_the_nearest() -> None:
    rng = np.random.default_rng(3)
    boxes = [SQUARE * rng.uniform(0.05, 0.15) + rng.uniform((-0.8, -0.4), (0.8, 0.4)) for _ in range(30)]
    found = signed(boxes, 2.0, 1.0, 256)
    x, y = grid(2.0, 1.0, found.shape)
    points = np.stack((x.ravel(), y.ravel()), -1)
    starts, ends = np.concatenate(boxes), np.concatenate([np.roll(b, -1, 0) for b in boxes])
    exact = np.min([to_segment(points, np.tile(a, (len(points), 1)), np.tile(b, (len(points), 1)))
                    for a, b in zip(starts, ends, strict=True)], 0).reshape(found.shape)  # fmt: skip
    outside = found < 0
    error = np.abs(-found - exact)[outside] * 128  # in pixels; inside, hidden edges are none
    assert np.percentile(error, 99) < 0.1
    assert error[exact[outside] < 1 / 128].max() < 1e-3


def test_winding_counts_each_outline_once() -> None:
    inner = np.array([(2.5, 2.5), (7.5, 2.5), (7.5, 7.5), (2.5, 7.5)])
    starts = np.concatenate((inner, inner))
    ends = np.concatenate((np.roll(inner, -1, 0), np.roll(inner, -1, 0)))
    turns = np.abs(winding(starts, ends, 10, 10))
    assert set(np.unique(turns)) == {0, 2}
    assert (turns == 2).sum() == 25
