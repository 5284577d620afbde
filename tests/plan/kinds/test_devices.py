"""Machines for a hand, an ear or an eye fit beside other things, speak the lexicon, and can do what they promise."""

import pytest

from cavendish.plan.kinds import Kind
from cavendish.plan.kinds.devices import DEVICES
from cavendish.world.shapes.devices import DEVICES as SHAPES
from tests.plan.kinds import truth

each = pytest.mark.parametrize("kind", DEVICES, ids=lambda kind: kind.name)


def test_every_kind_has_its_shape():
    assert [kind.name for kind in DEVICES] == [shape.name for shape in SHAPES]


@each
def test_it_looks_like_a_toy_beside_others(kind: Kind):
    truth.looks_like_a_toy_beside_others(kind)


@each
def test_it_is_in_the_lexicons_words(kind: Kind):
    truth.is_in_the_lexicons_words(kind)


@each
def test_it_can_do_what_it_promises(kind: Kind):
    truth.can_do_what_it_promises(kind)
