"""Places to see fit beside other things, speak the lexicon, and can do what they promise."""

import pytest

from cavendish.plan.kinds import Kind
from cavendish.plan.kinds.landmarks import LANDMARKS
from tests.plan.kinds import truth

each = pytest.mark.parametrize("kind", LANDMARKS, ids=lambda kind: kind.name)


@each
def test_it_looks_like_a_toy_beside_others(kind: Kind):
    truth.looks_like_a_toy_beside_others(kind)


@each
def test_it_is_in_the_lexicons_words(kind: Kind):
    truth.is_in_the_lexicons_words(kind)


@each
def test_it_can_do_what_it_promises(kind: Kind):
    truth.can_do_what_it_promises(kind)
