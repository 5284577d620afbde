"""Strokes lie along the picture's edges, do not cross them, and lie alike at every size."""

import numpy as np
import pytest

from cavendish.finish.strokes import Strokes, at, brushed, flow, grid, held, laid, penciled, tensor


def striped(angle: float, side: int = 200) -> np.ndarray:
    down, across = np.mgrid[:side, :side]
    wave = 0.5 + 0.5 * np.sin((down * np.cos(angle) - across * np.sin(angle)) * 0.3)
    return np.repeat(wave[..., None], 3, 2).astype(np.float32)


def one(y: float, x: float, angle: float, length: float, bend: float = 0.0) -> Strokes:
    return Strokes(*(np.array([value], np.float32) for value in (y, x, angle, bend, length)))


@pytest.mark.parametrize("angle", [0.0, 0.5, 1.2, 2.6])
def test_the_flow_follows_stripes(angle: float):
    seen, sure = flow(tensor(striped(angle)), 20.0)
    off = (seen[60:140, 60:140] - angle + np.pi / 2) % np.pi - np.pi / 2
    assert np.abs(off).max() < 0.05
    assert sure[60:140, 60:140].min() > 0.95


def test_an_even_picture_has_no_direction():
    assert flow(tensor(np.full((50, 50, 3), 0.4, np.float32)), 10.0)[1].max() < 1e-3


def test_spots_cover_the_picture_and_lie_alike_at_every_size():
    small, large = (grid((n, n), 20.0, np.random.default_rng(4)) for n in (256, 512))
    inside = (small[0] > 2) & (small[0] < 250) & (small[1] > 2) & (small[1] < 250)
    assert np.allclose(large[0][inside], 2 * small[0][inside], atol=1e-3)
    counts = np.histogram2d(*small, bins=8)[0]
    assert counts.min() > 0


def test_strokes_bend_as_the_flow_does():
    down, across = np.mgrid[:200, :200] - 100.0
    ring = (np.arctan2(down, across) + np.pi / 2).astype(np.float32) % np.pi
    spots = (np.array([40.0], np.float32), np.array([100.0], np.float32))
    still = np.zeros(1, np.float32)
    stroke = laid(spots, ring, np.array([30.0], np.float32), still)
    assert abs(abs(stroke.angle[0] % np.pi) - 0) < 0.05 or abs(stroke.angle[0] % np.pi - np.pi) < 0.05
    assert abs(stroke.bend[0]) > 0.05


def test_strokes_stop_where_the_colour_changes():
    picture = np.zeros((100, 100, 3), np.float32)
    picture[:, 60:] = 1.0
    stroke = held(one(50, 50, 0.0, 30.0), picture, 0.1, 2.0)
    assert stroke.x[0] + stroke.length[0] <= 60
    assert stroke.x[0] - stroke.length[0] == pytest.approx(20, abs=1)


def test_a_brush_covers_its_stroke_and_nothing_else():
    canvas, relief = np.zeros((80, 80, 3), np.float32), np.zeros((80, 80), np.float32)
    brushed(canvas, relief, one(40, 40, 0.0, 20.0), np.ones((1, 3), np.float32), 5.0)
    assert canvas[40, 30:46].min() > 0.6
    assert canvas[:34].max() == canvas[47:].max() == canvas[:, :19].max() == canvas[:, 62:].max() == 0
    assert relief[40, 40] > 0


def test_graphite_adds_up_and_never_passes_the_whole():
    marks = np.zeros((60, 60), np.float32)
    stroke = one(30, 30, 0.6, 18.0)
    penciled(marks, stroke, np.full(1, 0.5, np.float32), 1.0)
    once = marks.copy()
    for _ in range(20):
        penciled(marks, stroke, np.full(1, 0.5, np.float32), 1.0)
    assert 0.3 < once.max() < 0.6
    assert once.max() < marks.max() <= 1
    assert (marks[once == 0] == 0).all()


def test_values_are_those_of_the_nearest_pixel():
    values = np.arange(12.0).reshape(3, 4)
    where = np.array([-3.0, 1.4, 9.0], np.float32), np.array([0.4, 2.6, 9.0], np.float32)
    assert at(values, *where).tolist() == [0.0, 7.0, 11.0]
