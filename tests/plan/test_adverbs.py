"""A word at the end that says where is relative to what was named before it."""

import pytest

from cavendish.plan.adverbs import placed


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("a cake with a candle on top", "a cake with a candle on top of the cake"),
        ("a red box with a cat inside, soft light", "a red box with a cat inside the box, soft light"),
        ("a christmas tree with presents underneath by the sofa",
         "a christmas tree with presents under the christmas tree by the sofa"),
        ("a chair with a small dog next to it", "a chair with a small dog next to the chair"),
        ("a cake with a candle on top of a table", "a cake with a candle on top of a table"),
        ("a dog inside a box", "a dog inside a box"),
        ("a zorb with a candle on top", "a zorb with a candle on top"),
        ('a sign that says "a cake with a candle on top"', 'a sign that says "a cake with a candle on top"'),
    ],
)  # fmt: skip
def test_where_is_said_of_what(prompt: str, said: str):
    assert placed(prompt) == said
