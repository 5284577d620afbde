"""Water's animals fit beside other things, speak the lexicon, and can do what they promise."""

from cavendish.plan.kinds.waters import WATERS
from tests.every import every
from tests.plan.kinds import truth


def test_they_are_toys_beside_others_in_the_lexicons_words_and_do_what_they_promise():
    every(WATERS, *truth.KIND, name=truth.name)
