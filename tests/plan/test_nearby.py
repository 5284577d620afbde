"""Words without a shape lead to the nearest thing that has one."""

import pytest

from cavendish.plan.nearby import near_phrases
from cavendish.plan.vocabulary import ID

NEAR = near_phrases()


def test_every_near_word_is_a_token_and_a_name():
    assert all(token in ID for token, _ in NEAR.values())
    assert all(token.partition(":")[2] == name or token.startswith("kinds:") for token, name in NEAR.values())


@pytest.mark.parametrize(
    ("word", "name"),
    [("wolf", "fox"), ("lynx", "cat"), ("bollard", "fire hydrant"), ("blonde", "yellow"), ("astronaut", "person"),
     ("farm", "meadow"), ("unicycles", "bicycle"), ("jupiter", "globe")],
)  # fmt: skip
def test_the_nearest_thing(word: str, name: str):
    assert NEAR[tuple(word.split())][1] == name
