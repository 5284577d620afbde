"""Kinds for play and the day out fit beside the other kinds, speak the lexicon, and can do what they promise."""

from cavendish.plan.kinds.sport import SPORT
from tests.every import every
from tests.plan.kinds import truth


def test_they_are_toys_beside_others_in_the_lexicons_words_and_do_what_they_promise():
    every(SPORT, *truth.KIND, name=truth.name)
