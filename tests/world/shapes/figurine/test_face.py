"""Expressions are different faces of one head."""

import pytest

from cavendish.plan.person import EXPRESSIONS, PLAIN, Expression, Person
from cavendish.world.shapes.figurine.face import HEAD, eyepatch, face
from tests.world.shapes.field import grid, pieces


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_a_face_is_one_piece(expression: Expression):
    assert pieces(grid(face(PLAIN, expression))) == 1


def test_no_two_expressions_are_the_same_face():
    assert len({face(PLAIN, expression) for expression in EXPRESSIONS}) == len(EXPRESSIONS)


def test_who_laughs_has_an_open_mouth_and_closed_eyes():
    laughing = face(PLAIN, "laughing")
    assert any(p.op == "subtract" and p.slot == "mouth" for p in laughing)
    assert not any(p.slot == "glint" for p in laughing)


def test_lashes_and_eyepatch_lie_on_the_head():
    lashes = face(Person(lashes=True, skin="peach"), "happy")
    assert len(lashes) == len(face(PLAIN, "happy")) + 2
    assert all(abs(p.center[2]) < HEAD[2] * 1.1 for p in (*lashes, *eyepatch()))
