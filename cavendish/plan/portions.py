"""What stands before "of": slices of a thing, and vessels of what is drawn as the vessel itself."""

from collections.abc import Sequence

from cavendish.plan.hues import Stretch
from cavendish.plan.kinds import KINDS

_PORTIONS = frozenset((
    "piece", "pieces", "slice", "slices", "portion", "portions", "serving", "servings", "helping", "wedge",
    "wedges", "scoop", "scoops", "chunk",
))  # fmt: skip
_MASSES = frozenset((
    "bouquet", "bouquets", "bunch", "bed", "bar", "bars", "pile", "piles", "heap", "handful", "sprig", "sprigs",
    "cluster", "sheet", "roll", "rolls", "bale", "cube", "cubes", "block", "blocks", "clump", "drop", "drops",
    "spool", "coil", "batch", "selection", "variety", "assortment", "arrangement", "layer", "layers", "stick",
    "sticks", "tube", "head", "heads", "garland", "wreath", "wedge", "round", "knob", "lump", "lumps", "mound",
))  # fmt: skip
"""Shapes that some of a stuff comes in: before "of" they are no things of their own."""
_DRINKS = frozenset((
    "tea", "coffee", "cocoa", "hot chocolate", "latte", "cappuccino", "espresso", "wine", "beer", "milk",
    "water", "champagne", "juice", "soda", "cola",
))  # fmt: skip
"""What vessels are drawn with, so that nothing is missing where they are named beside one."""


_FOODS = _DRINKS | frozenset((
    "smoothie", "lemonade", "milkshake", "cocktail", "potion",
    "iced coffee",
    "soup", "stew", "ramen", "noodles", "pasta", "spaghetti", "rice", "cereal", "curry", "porridge", "risotto",
    "macaroni", "penne", "broth", "granola", "jam", "honey", "marmalade", "orange juice", "apple juice", "red wine",
    "white wine", "pho", "whiskey", "whisky", "martini",
))  # fmt: skip
"""What is in vessels, and is drawn as one where none is named."""


def portioned(reads: Sequence[Stretch]) -> list[str]:
    """The stretches' names, those that stand before or after an "of" settled by what it joins.

    A portion is what it is of; a vessel that its contents would be drawn as once more is one vessel.
    """
    names = [item.name for item in reads]
    words = [item.text.lower() for item in reads]
    for i in range(1, len(reads)):
        if reads[i].name == "say:in" and _vessel(reads, i):
            held = next(
                (j for j in range(i - 1, max(i - 6, -1), -1) if words[j] in _FOODS and _thing(names[j])),
                None,
            )
            names = names if held is None else [*names[:held], "word", *names[held + 1 :]]
        if words[i] != "of" or names[i]:
            continue
        noun = _noun(reads, i)
        if words[i - 1] in _MASSES or (noun and names[i - 1] == "word" and words[i - 1] in _PORTIONS):
            names[i - 1] = ""
        elif noun is None:
            continue
        elif _thing(names[i - 1]) and _thing(names[i - 1]) == _thing(names[noun]):
            own = words[noun] in _DRINKS or words[noun] in KINDS[_thing(names[noun])].words
            names[noun] = "" if own else "word"
    return names


def _vessel(reads: Sequence[Stretch], i: int) -> bool:
    """Whether the i-th stretch leads to something to eat or drink from."""
    after = next(
        (item.name for item in reads[i + 1 : i + 6] if item.name.startswith(("kind", "say:glass"))), ""
    )
    return after == "say:glass" or _thing(after) in (
        "cup",
        "bowl",
        "wine glass",
        "bottle",
        "jar",
        "plate",
        "vase",
    )


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
