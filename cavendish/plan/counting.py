"""How many of a thing are meant: nouns that read the same for one and for many, and things that come in pairs."""

from collections.abc import Sequence
from functools import cache

from cavendish.plan.hues import Stretch
from cavendish.plan.kinds import KINDS
from cavendish.plan.vocabulary import MAX_COUNT

_QUALITIES = ("size", "color", "material", "pose", "word", "")
_PASSED = ("say:colored", "say:orange", "say:glass")
_ONE = ("some", "a bunch of", "bunch of", "a set of", "set of")
_MANY = ("these", "those")


def recounted(said: Sequence[Stretch]) -> list[str]:
    """The stretches' names, where what stands before a noun says how many of it there are.

    "sheep" and "scissors" are one thing unless a number above one or a word for many stands before them; "some
    grapes" are one; "a pair of skis" is one, and "two pairs of boots" are four.
    """
    names = [item.name for item in said]
    for i, item in enumerate(said):
        field, _, value = item.name.partition(":")
        if field not in ("kind", "kinds"):
            continue
        j = _determiner(said, i)
        many = j is not None and _counts(said, names, j, value)
        if many and item.text.lower() == "glasses" and j is not None and "pair" not in said[j].text.lower():
            names[i] = "kinds:wine glass"  # several are to drink from
        elif field == "kind" and many and item.text.lower() in _alike():
            names[i] = f"kinds:{value}"
    return names


def _counts(said: Sequence[Stretch], names: list[str], j: int, value: str) -> bool:
    """Whether the j-th stretch says that there are many of the kind; its name is what it then means."""
    kind, text = KINDS[value], said[j].text.lower()
    if names[j] == "say:some" and kind.plain and text in _ONE:
        names[j] = "say:a"
    elif "pair" in text:
        _pairs(names, j, 1 if kind.paired else 2)
    field, _, number = names[j].partition(":")
    return number != "1" if field == "n" else names[j] in ("say:some", "say:both", "")


def _pairs(names: list[str], j: int, each: int) -> None:
    """A pair, or the pairs that the j-th stretch speaks of, are as many things as they hold."""
    before = names[j - 1].partition(":") if j else ("", "", "")
    if names[j].startswith("n:"):
        names[j] = f"n:{each}"
    elif before[0] == "n":
        names[j], names[j - 1] = f"n:{min(int(before[2]) * each, MAX_COUNT)}", ""


def _determiner(said: Sequence[Stretch], i: int) -> int | None:
    """The word for a number before the i-th stretch's qualities; None where there is none."""
    for j in range(i - 1, -1, -1):
        name = said[j].name
        if name.startswith("n:") or name in ("say:some", "say:both") or said[j].text.lower() in _MANY:
            return j
        if name.partition(":")[0] not in _QUALITIES and name not in _PASSED:
            return None
    return None


@cache
def _alike() -> frozenset[str]:
    return frozenset(noun for kind in KINDS.values() for noun in kind.alike)
