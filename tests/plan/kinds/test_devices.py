"""Machines for a hand, an ear or an eye fit beside other things, speak the lexicon, and can do what they promise."""

from cavendish.plan.kinds.devices import DEVICES
from cavendish.world.shapes.devices import DEVICES as SHAPES
from tests.every import every
from tests.plan.kinds import truth


def test_every_kind_has_its_shape():
    assert [kind.name for kind in DEVICES] == [shape.name for shape in SHAPES]


def test_they_are_toys_beside_others_in_the_lexicons_words_and_do_what_they_promise():
    every(DEVICES, *truth.KIND, name=truth.name)
