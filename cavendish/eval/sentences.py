"""Template sentences of T2I-CompBench (Karine-Huang, MIT), read into what they ask for, apart from the planner.

"a red apple and a green pear", "a cat on the left of a car", "three dogs and one cup": a sentence of another form
asks for nothing that can be checked here.
"""

import re
from dataclasses import dataclass
from functools import cache

from cavendish.plan import shades
from cavendish.plan.kinds import KINDS
from cavendish.plan.wording import FILLED

NUMBERS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
TEXTURES: dict[str, str] = {
    "wooden": "wood", "metallic": "metal", "metal": "metal", "plastic": "plastic", "glass": "glass",
    "fabric": "fabric", "leather": "leather", "rubber": "rubber", "fluffy": "fur", "ceramic": "ceramic",
}  # fmt: skip
"""CompBench's words for textures, and the materials that they are."""
PLACED: dict[str, str] = {
    "on the left of": "left of", "on the right of": "right of", "on the top of": "above", "on the bottom of": "below",
    "near": "beside", "next to": "beside", "on side of": "beside", "in front of": "in front of", "behind": "behind",
    "hidden by": "behind",
}  # fmt: skip
"""CompBench's words for places, and the relations that they ask for."""
DEPTHS = ("in front of", "behind")
_RELATION = re.compile(rf"^(?P<a>.+?) (?P<said>{'|'.join(PLACED)}) (?P<b>.+)$")
_ARTICLES = ("a", "an", "the")


@dataclass(frozen=True)
class Part:
    """Some things that a sentence asks for: their kind (None when the noun is unknown), how many, how they are.

    `count` is None for a plural without a number: two or more.
    """

    noun: str
    kind: str | None
    count: int | None = 1
    color: str | None = None
    material: str | None = None


@dataclass(frozen=True)
class Sentence:
    """What a sentence asks for; `relation` is between the first part and the second."""

    tag: str
    words: str
    parts: tuple[Part, ...]
    relation: str | None = None

    @property
    def known(self) -> bool:
        """Whether the lexicon has every noun."""
        return all(part.kind for part in self.parts)


def parse(line: str) -> Sentence | None:
    """The sentence of a line; None when it has another form."""
    words = " ".join(line.strip().rstrip(".").lower().split())
    related = _RELATION.match(words)
    if related is not None:
        a, b = _part(related["a"]), _part(related["b"])
        said = PLACED[related["said"]]
        if a is None or b is None or a.color or a.material or b.color or b.material:
            return None
        return Sentence("3-D spatial" if said in DEPTHS else "spatial", words, (a, b), said)
    parts = [_part(piece) for piece in re.split(r",? and |, ", words)]
    found = tuple(part for part in parts if part is not None)
    tag = _tag(found, words) if len(found) == len(parts) else ""
    return Sentence(tag, words, found) if tag else None


def _tag(parts: tuple[Part, ...], words: str) -> str:
    """Which suite a sentence without a relation belongs to, by the qualities that it names."""
    if len(parts) == 2 and all(part.material for part in parts):
        return "texture"
    if len(parts) == 2 and all(part.color for part in parts):
        return "colour"
    plain = not any(part.color or part.material for part in parts)
    return "numeracy" if plain and any(word in NUMBERS for word in words.split()) else ""


def _part(text: str) -> Part | None:
    """A number or an article, a quality perhaps, and a noun; None where there is more or less than that."""
    words = text.split()
    count = None if not words else 1 if words[0] in _ARTICLES else NUMBERS.get(words[0])
    words = words[1:] if count is not None else words
    quality, noun = _qualified(words)
    if not noun or len(noun) > 3 or (count is None and not quality):
        return None
    name = " ".join(noun)
    kind, many = _nouns().get(name, (None, name.endswith("s")))
    count = count if count is not None else None if many else 1
    material = TEXTURES.get(quality)
    return Part(name, kind, count, None if material else quality or None, material)


def _qualified(words: list[str]) -> tuple[str, list[str]]:
    """The colour or texture that begins the words ("" when none does), and the noun behind it."""
    for i in (2, 1):
        said = " ".join(words[:i])
        if len(words) > i and (said in TEXTURES or shades.find(said, lent=False)) and words != ["orange"]:
            return said, words[i:]
    return "", words


@cache
def _nouns() -> dict[str, tuple[str, bool]]:
    """Every noun of the lexicon, with its kind and whether it means many."""
    out: dict[str, tuple[str, bool]] = {}
    for kind in KINDS.values():
        forms = (*kind.words, *(f"{noun}es" for noun in kind.nouns))
        out |= dict.fromkeys(forms, (kind.name, True))
    for kind in KINDS.values():
        out |= dict.fromkeys((*kind.nouns, *FILLED.get(kind.name, "").split("|")), (kind.name, False))
    return out
