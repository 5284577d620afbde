"""Groupings mean what they say: arcs face their way, eyes sit in pairs, wheels touch the ground."""

from collections.abc import Sequence

import numpy as np
import pytest

from cavendish.world.field import distance, lowest
from cavendish.world.shapes.base import Prim, ball
from cavendish.world.shapes.parts import (
    both,
    eyes,
    facing,
    melted,
    moved,
    on,
    tapered,
    upright,
    wheels,
)


def _inside(prims: Sequence[Prim], *points: Sequence[float]) -> list[bool]:
    return [bool(d < 0) for d in distance(prims, np.array(points, float))]


def test_a_point_on_an_ellipsoid_is_on_it_and_on_the_side_asked_for():
    center, radii = (0.1, 0.5, -0.2), (0.3, 0.2, 0.4)
    x, y, z = on(center, radii, 30.0, 20.0)
    assert ((x - 0.1) / 0.3) ** 2 + ((y - 0.5) / 0.2) ** 2 + ((z + 0.2) / 0.4) ** 2 == pytest.approx(1.0)
    assert x > 0.1
    assert y > 0.5
    assert z > -0.2
    assert on(center, radii, 0.0, 0.0) == pytest.approx((0.1, 0.5, 0.2))


@pytest.mark.parametrize(
    ("toward", "way"), [(0, (0, 0, 1)), (90, (0, 1, 0)), (180, (0, 0, -1)), (-90, (0, -1, 0))]
)
def test_an_upright_arc_lies_towards_its_angle_from_the_front(toward: float, way: tuple[int, int, int]):
    arc = [upright((0, 0, 0), 1.0, 0.1, "body", toward, 90.0)]
    assert _inside(arc, way, [-w for w in way], (1, 0, 0)) == [True, False, False]


@pytest.mark.parametrize(("toward", "way"), [(0, (1, 0, 0)), (90, (0, 1, 0)), (-90, (0, -1, 0))])
def test_a_facing_arc_lies_towards_its_angle_from_the_right(toward: float, way: tuple[int, int, int]):
    arc = [facing((0, 0, 0), 1.0, 0.1, "body", toward, 90.0)]
    assert _inside(arc, way, [-w for w in way], (0, 0, 1)) == [True, False, False]


def test_a_tapered_arc_is_thin_at_its_ends_alone():
    arc = upright((0, 0, 0), 1.0, 0.1, "body", 0.0, 180.0)
    ends, middle = (0.0, 0.999, -0.08), (0.0, 0.0, 1.09)
    assert _inside([arc], ends, middle) == [True, True]
    assert _inside([tapered(arc, 0.5)], ends, middle) == [False, True]


def test_melting_fills_the_corner_between_two_parts():
    gap = (0.5, 0.9, 0.0)
    pair = [ball((0, 0, 0), 1.0), ball((1, 0, 0), 1.0)]
    assert _inside(pair, gap) == [False]
    assert _inside([pair[0], melted(pair[1], 0.5)], gap) == [True]


def test_both_puts_a_part_on_each_side():
    assert [p.center for p in both(ball((0.3, 1, 2), 0.1))] == [(0.3, 1, 2), (-0.3, 1, 2)]


def test_moving_moves_the_surface():
    assert _inside(moved([ball((0, 0, 0), 0.5)], (1, 2, 3)), (1, 2, 3), (0, 0, 0)) == [True, False]


def test_eyes_are_a_pair_and_every_glint_breaks_the_surface_up_and_left():
    prims = eyes((0.2, 1.0, 0.5), 0.1)
    assert [p.center[0] for p in prims[:2]] == [0.2, -0.2]
    for eye, glint in zip(prims[:2], prims[2:], strict=True):
        d = np.array(glint.center) - np.array(eye.center)
        assert d[0] < 0 < d[1]
        assert np.linalg.norm(d) < 0.1 + glint.dims[0]
        assert np.linalg.norm(d) + glint.dims[0] > 0.1


def test_wheels_touch_the_ground_and_the_axle_shows_on_both_sides():
    prims = wheels(0.5, 0.0, 0.2, 0.06)
    assert lowest(prims) == pytest.approx(0.0, abs=1e-3)
    assert _inside([prims[-1]], (0.565, 0.2, 0.0), (-0.565, 0.2, 0.0)) == [True, True]
