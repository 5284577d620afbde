"""What stands before "of": slices of a thing, and vessels of what is drawn as the vessel itself."""

from collections.abc import Sequence

from cavendish.plan.hues import Stretch

_PORTIONS = frozenset((
    "piece", "pieces", "slice", "slices", "portion", "portions", "serving", "servings", "helping", "wedge",
    "wedges", "scoop", "scoops", "chunk",
))  # fmt: skip
_DRINKS = frozenset((
    "tea", "coffee", "cocoa", "hot chocolate", "latte", "cappuccino", "espresso", "wine", "beer", "milk",
    "water", "champagne", "juice", "soda", "cola",
))  # fmt: skip
"""What vessels are drawn with, so that nothing is missing where they are named beside one."""


def portioned(reads: Sequence[Stretch]) -> list[str]:
    """The stretches' names, those that stand before or after an "of" settled by what it joins.

    A portion is what it is of; a vessel that its contents would be drawn as once more is one vessel.
    """
    names = [item.name for item in reads]
    words = [item.text.lower() for item in reads]
    for i in range(1, len(reads)):
        noun = _noun(reads, i) if words[i] == "of" and not names[i] else None
        if noun is None:
            continue
        if names[i - 1] == "word" and words[i - 1] in _PORTIONS:
            names[i - 1] = ""
        elif _thing(names[i - 1]) and _thing(names[i - 1]) == _thing(names[noun]):
            names[noun] = "" if words[noun] in _DRINKS else "word"
    return names


def _thing(name: str) -> str:
    field, _, value = name.partition(":")
    return value if field in ("kind", "kinds") else ""


def _noun(reads: Sequence[Stretch], i: int) -> int | None:
    """Where the thing that an "of" leads to is; None when anything else comes first."""
    for j in range(i + 1, min(i + 6, len(reads))):
        if _thing(reads[j].name):
            return j
        if reads[j].name.partition(":")[0] not in (
            "",
            "say",
            "color",
            "material",
            "size",
            "word",
            "n",
            "pose",
        ):
            return None
    return None
