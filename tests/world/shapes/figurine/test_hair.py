"""Hair and beards grow on the head, and hats press them down."""

from typing import get_args

import pytest

from cavendish.plan.person import PLAIN, Beard, Hair, Person
from cavendish.world.shapes.figurine.face import face
from cavendish.world.shapes.figurine.hair import beard, hair
from tests.world.shapes.field import grid, pieces


@pytest.mark.parametrize("style", get_args(Hair))
def test_every_style_sits_on_the_head(style: Hair):
    who = PLAIN.model_copy(update={"hair": style})
    assert pieces(grid((*face(who, "happy"), *hair(who)))) == 1
    assert {p.slot for p in hair(who)} <= {"hair", "tie"}


@pytest.mark.parametrize("style", get_args(Hair))
def test_nothing_stands_up_under_a_hat(style: Hair):
    worn = hair(Person(hair=style, hat="cap"))
    assert all(p.center[1] + max(p.dims) < 0.30 or p.center[1] < 0.15 for p in worn)
    assert hair(Person(hair=style, hat="space helmet")) == ()


@pytest.mark.parametrize("kind", get_args(Beard))
def test_every_beard_grows_on_the_face(kind: Beard):
    who = PLAIN.model_copy(update={"beard": kind})
    assert pieces(grid((*face(who, "happy"), *beard(who)))) == 1
    assert (beard(who) == ()) == (kind == "none")
