"""The words of shapes mean what they say: turns, limbs between two points, mirror images, rings of copies."""

import math

import numpy as np
import pytest

from cavendish.world.field import distance
from cavendish.world.shapes.base import (
    Prim,
    ball,
    box,
    capsule,
    cone,
    cylinder,
    ellipsoid,
    mirrored,
    repeated,
    rotation,
    torus,
)

AT, TURN = (0.3, 0.2, -0.1), (40.0, 25.0, -70.0)
PARTS: dict[str, Prim] = {
    "ellipsoid": ellipsoid(AT, (0.5, 0.2, 0.3), turn=TURN),
    "box": box(AT, (0.5, 0.2, 0.3), turn=TURN, round=0.05),
    "cylinder": cylinder(AT, 0.2, 0.5, turn=TURN),
    "cone": cone(AT, 0.4, 0.3, 0.1, turn=TURN),
    "capsule": capsule((0.1, 0.0, 0.2), (0.6, 0.5, -0.1), 0.2, end=0.1),
    "ring": torus(AT, 0.4, 0.1, turn=TURN),
    "arc": torus(AT, 0.4, 0.1, turn=TURN, arc=120.0),
    "tapered arc": torus(AT, 0.4, 0.1, turn=TURN, arc=200.0, taper=0.6),
}


def _cloud(n: int = 500) -> np.ndarray:
    return np.random.default_rng(4).uniform(-1, 1, (n, 3))


@pytest.mark.parametrize("name", PARTS)
def test_the_second_of_a_mirrored_pair_is_the_mirror_image(name: str) -> None:
    first, second = mirrored([PARTS[name]])
    assert first == PARTS[name]
    image = distance([second], _cloud() * (-1, 1, 1))
    assert image == pytest.approx(distance([first], _cloud()), abs=1e-9)
    assert np.abs(image - distance([first], _cloud() * (-1, 1, 1))).max() > 0.1


@pytest.mark.parametrize("turn", [(0.0, 0.0, 0.0), (90.0, 0.0, 0.0), TURN, (-170.0, 95.0, 200.0)])
def test_turns_are_rotations_about_x_then_y_then_z(turn: tuple[float, float, float]) -> None:
    matrix = np.array(rotation(turn))
    assert matrix @ matrix.T == pytest.approx(np.eye(3), abs=1e-12)
    assert np.linalg.det(matrix) == pytest.approx(1.0)
    x, y, z = (np.array(rotation((*(0.0,) * k, turn[k], *(0.0,) * (2 - k)))) for k in range(3))  # pyright: ignore[reportArgumentType] -- three numbers, pyright counts two
    assert matrix == pytest.approx(z @ y @ x, abs=1e-12)


def test_a_quarter_turn_about_each_axis_goes_the_right_handed_way() -> None:
    assert np.array(rotation((90.0, 0.0, 0.0))) @ (0, 1, 0) == pytest.approx([0, 0, 1], abs=1e-12)
    assert np.array(rotation((0.0, 90.0, 0.0))) @ (0, 0, 1) == pytest.approx([1, 0, 0], abs=1e-12)
    assert np.array(rotation((0.0, 0.0, 90.0))) @ (1, 0, 0) == pytest.approx([0, 1, 0], abs=1e-12)


@pytest.mark.parametrize("b", [(0.6, 0.5, -0.1), (0.1, 0.9, 0.2), (0.1, -0.8, 0.2), (-0.7, 0.0, 0.2)])
def test_a_limb_goes_from_one_point_to_the_other(b: tuple[float, float, float]) -> None:
    a = (0.1, 0.0, 0.2)
    limb = capsule(a, b, 0.2, end=0.1)
    along = np.subtract(b, a) / math.dist(a, b)
    ends = np.array([a, b, a - 0.2 * along, b + 0.1 * along])
    assert distance([limb], ends) == pytest.approx([-0.2, -0.1, 0.0, 0.0], abs=1e-9)


def test_a_limb_without_length_is_a_ball() -> None:
    limb = capsule(AT, AT, 0.2)
    assert distance([limb], _cloud()) == pytest.approx(distance([ball(AT, 0.2)], _cloud()), abs=1e-6)


def test_an_arc_is_about_its_own_x_axis() -> None:
    arc = torus((0.0, 0.0, 0.0), 0.5, 0.1, arc=90.0)
    on, off = (0.5, 0.0, 0.0), (-0.5, 0.0, 0.0)
    assert distance([arc], np.array([on, off]))[0] == pytest.approx(-0.1)
    assert distance([arc], np.array([on, off]))[1] > 0.5


def test_a_cone_is_bottom_wide_at_its_foot_and_top_wide_at_its_head() -> None:
    rim = np.array([(0.4, -0.3, 0.0), (0.0, 0.3, 0.1)])
    assert distance([cone((0.0, 0.0, 0.0), 0.4, 0.3, 0.1)], rim) == pytest.approx([0, 0], abs=1e-9)


def test_copies_stand_at_equal_steps_round_the_circle() -> None:
    legs = repeated(5, lambda angle: ball((angle, 0.0, 0.0), 0.1))
    assert [leg.center[0] for leg in legs] == pytest.approx([0, 72, 144, 216, 288])


def test_a_part_has_only_the_properties_parts_have() -> None:
    assert [ball(AT, 0.1, op=op).op_code for op in ("union", "subtract", "intersect")] == [0, 1, 2]
    with pytest.raises(TypeError, match="colour"):
        ball(AT, 0.1, colour="red")
