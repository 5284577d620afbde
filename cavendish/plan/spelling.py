"""Slips of the pen: which word of the lexicon a misspelt one was meant to be. What English has is never mended."""

from collections.abc import Collection
from difflib import get_close_matches
from functools import cache

from spellchecker import SpellChecker

from cavendish.plan.kinds import KINDS

_ALIKE = 0.8
_LONG = 6
"""Letters from which on a word may be one changed letter away, or offered what is only much like it."""


def mended(word: str, worth: Collection[str]) -> str | None:
    """The one word of `worth` that a lower-case word is a slip of the pen away from, first letter alike; else None.

    A word that the language has is what it says: "fries" are no fires, "sheets" no sheep.
    """
    if len(word) < 4:
        return None
    slips = {right: slip(word, right) for right in worth if right[0] == word[0]}
    least = min((found for found in slips.values() if found), default=0)
    found = [right for right, how in slips.items() if how and how == least]
    return found[0] if len(found) == 1 and not english(word) else None


def slip(wrong: str, right: str) -> int:
    """The slip of the pen, the likeliest first: 1 neighbours exchanged, 2 a letter added or lost, 3 one changed.

    0 when it takes more than one slip, or a changed letter in a word of fewer than six.
    """
    if len(wrong) == len(right):
        places = [i for i, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b]
        if len(places) == 2 and places[1] == places[0] + 1:
            a, b = places
            return int(wrong[a] == right[b] and wrong[b] == right[a])
        return 3 if len(places) == 1 and len(right) >= _LONG else 0
    if abs(len(wrong) - len(right)) != 1 or min(len(wrong), len(right)) < 4:
        return 0
    short, long = sorted((wrong, right), key=len)
    return 2 if any(long[:i] + long[i + 1 :] == short for i in range(1, len(long))) else 0


def meant(word: str) -> str | None:
    """The kind that a long word no dictionary has is spelled much like, beginning alike: "elefant"; else None.

    Words of the language and names, which have a capital, are never offered what they only sound like.
    """
    lower = word.lower()
    if len(word) < _LONG or not word.islower():
        return None
    nouns = {form: kind.name for kind in KINDS.values() for form in kind.words if form.startswith(lower[0])}
    found = get_close_matches(lower, nouns, n=1, cutoff=_ALIKE)
    return nouns[found[0]] if found and not english(lower) else None


def english(word: str) -> bool:
    """Whether the language has a lower-case word."""
    return word in _dictionary()


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker(language="en", distance=1)
