"""Machines of a household fit beside other things, speak the lexicon, and can do what they promise."""

import pytest

from cavendish.plan.kinds import Kind
from cavendish.plan.kinds.appliances import APPLIANCES
from cavendish.world.shapes.appliances import APPLIANCES as SHAPES
from cavendish.world.shapes.base import Shape
from tests.plan.kinds import truth

each = pytest.mark.parametrize("kind", APPLIANCES, ids=lambda kind: kind.name)


def test_every_kind_has_its_shape():
    assert [kind.name for kind in APPLIANCES] == [shape.name for shape in SHAPES]


@pytest.mark.parametrize(("kind", "shape"), [*zip(APPLIANCES, SHAPES, strict=True)], ids=lambda x: x.name)
def test_what_lies_on_it_lies_where_its_top_is(kind: Kind, shape: Shape):
    assert (kind.top is None) == (shape.top is None)
    if kind.top is not None and shape.top is not None:
        assert shape.top == pytest.approx(kind.top * kind.size[1], rel=0.03)


@each
def test_it_looks_like_a_toy_beside_others(kind: Kind):
    truth.looks_like_a_toy_beside_others(kind)


@each
def test_it_is_in_the_lexicons_words(kind: Kind):
    truth.is_in_the_lexicons_words(kind)


@each
def test_it_can_do_what_it_promises(kind: Kind):
    truth.can_do_what_it_promises(kind)
