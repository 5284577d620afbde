"""Which thing of the library stands for the words of a panel."""

import re
from functools import cache

from cavendish.plan.lexicon import KINDS
from cavendish.plan.wording import phrases


@cache
def icon_of(words: str) -> str | None:
    """The first thing of the library that words name; None where they name none."""
    plain = re.findall(r"[a-z]+", words.lower())
    known = phrases()
    drunk = next((_DRUNK[word] for word in plain if word in _DRUNK and "glass" in plain), None)
    if drunk:
        return drunk
    for i in range(len(plain)):
        for length in (3, 2, 1):
            found = known.get(tuple(plain[i : i + length]), "") if i + length <= len(plain) else ""
            if found.startswith("kind:") and found[5:] in KINDS and found[5:] != "person":
                return found[5:]
    return next((_STANDS[word] for word in plain if word in _STANDS and _STANDS[word] in KINDS), None)


_STANDS = {
    "boil": "kettle", "water": "kettle", "tea": "teapot", "pour": "teapot", "milk": "bottle", "serve": "cup",
    "strain": "cup", "coffee": "mug", "mix": "bowl", "stir": "spoon", "add": "spoon", "crush": "bowl", "cut": "knife",
    "chop": "knife", "bake": "oven", "fry": "pan", "read": "book", "write": "pen", "call": "phone", "wait": "clock",
    "minutes": "clock", "hours": "clock", "plant": "flower", "soil": "flower pot", "dig": "shovel", "sun": "sunflower",
    "seeds": "bowl", "wash": "bucket", "drive": "car", "email": "laptop", "code": "laptop", "pack": "suitcase",
}  # fmt: skip
"""Things that stand for what is done with them, in panels."""
_DRUNK = {"water": "bottle", "milk": "bottle", "tea": "cup"}
"""What stands for a glass of it: the library's own glass is one for wine."""
