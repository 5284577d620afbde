"""Every stuff, pattern and carving has its words, and every stuff's colour is one."""

from typing import get_args

from cavendish.plan.lexicon import MATERIALS, Decor
from cavendish.plan.shades import known
from cavendish.plan.stuffs import CARVED_WORDS, DECORS, MATERIAL_WORDS, NATURAL
from cavendish.plan.wording import phrases


def test_every_stuff_and_pattern_has_words() -> None:
    assert set(MATERIAL_WORDS) == set(MATERIALS)
    assert set(DECORS) == set(get_args(Decor))


def test_natural_colours_are_colours() -> None:
    assert all(known(shade) for shade in NATURAL.values())


def test_their_words_are_read_as_they_are_meant() -> None:
    every = phrases()
    for material, words in MATERIAL_WORDS.items():
        assert any(every.get(tuple(word.split())) == f"material:{material}" for word in words.split("|"))
    assert all(tuple(word.split()) in every for word in CARVED_WORDS)
