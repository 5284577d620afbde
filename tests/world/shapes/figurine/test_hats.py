"""Hats and glasses sit on the head."""

from typing import get_args

import pytest

from cavendish.plan.person import PLAIN, Hat, Person
from cavendish.world.shapes.figurine.face import face
from cavendish.world.shapes.figurine.hair import hair
from cavendish.world.shapes.figurine.hats import glasses, hat
from tests.world.shapes.field import grid, pieces


@pytest.mark.parametrize("name", get_args(Hat))
def test_every_hat_sits_on_the_head(name: Hat):
    who = PLAIN.model_copy(update={"hat": name})
    assert (hat(who) == ()) == (name == "none")
    assert pieces(grid((*face(who, "happy"), *hair(who), *hat(who)))) == 1


def test_glasses_sit_on_the_nose():
    for kind in ("glasses", "sunglasses"):
        who = PLAIN.model_copy(update={"glasses": kind})
        assert pieces(grid((*face(who, "happy"), *glasses(who)))) == 1
    assert glasses(Person()) == ()
