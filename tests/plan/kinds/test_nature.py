"""What grows and shines outdoors fits beside other things, speaks the lexicon, and can do what it promises."""

from cavendish.plan.kinds.nature import NATURE
from tests.every import every
from tests.plan.kinds import truth


def test_they_are_toys_beside_others_in_the_lexicons_words_and_do_what_they_promise():
    every(NATURE, *truth.KIND, name=truth.name)
