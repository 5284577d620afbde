"""What rooms are furnished with fits beside other things, speaks the lexicon, and can do what it promises."""

import pytest

from cavendish.plan.kinds import Kind
from cavendish.plan.kinds.rooms import ROOMS
from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.rooms import ROOMS as SHAPES
from tests.every import every
from tests.plan.kinds import truth


def test_every_kind_has_its_shape():
    assert [kind.name for kind in ROOMS] == [shape.name for shape in SHAPES]


@pytest.mark.parametrize(("kind", "shape"), [*zip(ROOMS, SHAPES, strict=True)], ids=lambda x: x.name)
def test_what_lies_on_it_lies_where_its_top_is(kind: Kind, shape: Shape):
    assert (kind.top is None) == (shape.top is None)
    if kind.top is not None and shape.top is not None:
        assert shape.top == pytest.approx(kind.top * kind.size[1], rel=0.03)


def test_they_are_toys_beside_others_in_the_lexicons_words_and_do_what_they_promise():
    every(ROOMS, *truth.KIND, name=truth.name)
