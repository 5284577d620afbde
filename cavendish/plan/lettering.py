"""What may be written on things, and in what letters: characters that can be seen, typefaces in words."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Self

from pydantic import BaseModel, Field, model_validator

from cavendish.errors import clip, nearest

MAX_LETTERS = 400
Align = Literal["left", "centre", "right"]
Made = Literal["ink", "neon", "carved", "embossed"]
FAMILIES = ("sans", "serif", "slab", "script", "mono", "display", "handwriting")
USUAL = 700
"""The weight of letters nobody describes."""
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u2060")
"""Characters that show nothing themselves and may stand in a text: joiners, breaks and marks of direction."""

_CALLED = {
    "sans": "sans sans-serif sanserif grotesque grotesk lato block blocky plain "
    "arial helvetica futura verdana calibri roboto impact",
    "serif": "serif serifed roman times antiqua garamond georgia baskerville bodoni didot palatino",
    "slab": "slab slab-serif egyptian western rockwell clarendon",
    "script": "script cursive calligraphy calligraphic brush flowing copperplate",
    "mono": "mono monospace monospaced typewriter typewritten courier code terminal consolas menlo",
    "display": "display poster headline lobster retro vintage decorative ornamental",
    "handwriting": "handwriting handwritten hand-written hand-lettered hand comic chalk chalked marker scribbled",
}
_LEANING = {
    "sans": "modern clean simple geometric neutral minimalist futuristic",
    "serif": "classic classical traditional formal old old-fashioned antique bookish",
    "script": "elegant romantic fancy ornate graceful",
    "display": "fun funky festive groovy fat",
    "handwriting": "playful casual childish childlike friendly informal",
}
_WEIGHTS = {
    "hairline": 100, "thin": 200, "extralight": 200, "light": 300, "regular": 400, "normal": 400, "book": 400,
    "medium": 500, "semibold": 600, "demibold": 600, "bold": 700, "bolded": 700, "strong": 700, "heavy": 800,
    "extrabold": 800, "thick": 800, "black": 900, "ultrabold": 900,
}  # fmt: skip
_SLANTED = frozenset(("italic", "italics", "italicised", "italicized", "slanted", "oblique"))
_UPRIGHT = frozenset(("upright", "straight"))
_IDLE = frozenset(
    ("a", "an", "and", "the", "in", "of", "very", "font", "fonts", "letters", "lettering", "type", "typeface", "text",
     "style", "styled", "stylish", "writing", "face", "family", "neat", "beautiful", "large", "big", "small", "legible")
)  # fmt: skip
_FAMILY = {word: family for family, words in _CALLED.items() for word in words.split()}
_LEANS = {word: family for family, words in _LEANING.items() for word in words.split()}
_JOINED = {
    "sans serif": "sans", "slab serif": "slab", "hand lettered": "handwriting", "hand written": "handwriting",
    "old fashioned": "old", "extra bold": "extrabold", "semi bold": "semibold", "demi bold": "demibold",
    "ultra bold": "ultrabold", "extra light": "extralight", "sans-serif": "sans",
}  # fmt: skip


@dataclass(frozen=True)
class Typeface:
    """Letters of one of FAMILIES, from 100 (hairline) to 900 (black), upright or slanted."""

    family: str = "sans"
    weight: int = USUAL
    slanted: bool = False


@lru_cache(maxsize=256)
def typeface(words: str | None) -> Typeface:
    """The typeface that words such as "bold sans" or "elegant script" name; None is the usual one.

    Raises ValueError for a word that says nothing about letters, with the nearest that does, and for two families.
    """
    text = " ".join((words or "").lower().replace(",", " ").split())
    for spoken, one in _JOINED.items():
        text = text.replace(spoken, one)
    families: dict[str, None] = {}
    leaning, weight, slanted = "sans", USUAL, False
    for word in text.split():
        if word in _FAMILY:
            families[_FAMILY[word]] = None
        elif word in _LEANS:
            leaning = _LEANS[word]
        elif word in _WEIGHTS:
            weight = _WEIGHTS[word]
        elif word in _SLANTED:
            slanted = True
        elif word not in _IDLE and word not in _UPRIGHT:
            raise ValueError(_unknown(word))
    if len(families) > 1:
        raise ValueError(f"font: expected one family of letters, got {' and '.join(families)}")
    return Typeface(next(iter(families), leaning), weight, slanted)


def telling(word: str) -> bool:
    """Whether a word says something about letters: a family, a weight, a slant, or what a family is like."""
    return word in _FAMILY or word in _LEANS or word in _WEIGHTS or word in _SLANTED


def _unknown(word: str) -> str:
    close = nearest(word, (*_FAMILY, *_LEANS, *_WEIGHTS, *_SLANTED))
    near = f" (nearest: {close!r})" if close else ""
    return f"font: expected words such as 'bold {' | '.join(FAMILIES)}', got {clip(word, 30)!r}{near}"


def unseen(char: str) -> bool:
    """Whether a character shows nothing, and says nothing of how others are shown: controls, soft hyphens."""
    return unicodedata.category(char) in ("Cc", "Cs", "Cf") and char not in INVISIBLE


def drawable(text: str) -> bool:
    """Whether every character of a text can be shown."""
    try:
        check(text)
    except ValueError:
        return False
    return True


def check(text: str) -> None:
    """Nothing, when every character of a text can be shown or is a break of line; else ValueError names the first."""
    if not any(unicodedata.category(char)[0] not in "CZ" for char in text):
        raise ValueError("lettering: expected visible text, got none")
    for char in text:
        kind = unicodedata.category(char)
        if char == "\n" or char in INVISIBLE or (kind[0] != "C" and char not in "\u2028\u2029"):
            continue
        what = {"Cs": "half of a character", "Cn": "an undefined character", "Co": "a private character"}
        said = what.get(kind, "a control character")
        raise ValueError(f"lettering: expected characters that can be seen, got {said}, U+{ord(char):04X}")


class Lettering(BaseModel, frozen=True, extra="forbid", allow_inf_nan=False):
    """A text on a thing that carries letters."""

    text: str = Field(
        min_length=1,
        max_length=MAX_LETTERS,
        description="The text, spelled as it is to be seen; it is broken into lines that fit, and where it says so.",
    )
    on: str = Field(
        description="The id of the thing that carries it, of a kind that can (sign, book, cup, …)."
    )
    font: str | None = Field(
        default=None, max_length=60, description="Its letters in words: 'bold sans', 'elegant script'."
    )
    made: Made | None = Field(
        default=None, description="What its letters are: ink if left out, glowing tubes, cut in, or raised."
    )
    align: Align | None = Field(default=None, description="Where its lines begin; centred if left out.")
    spacing: float | None = Field(
        default=None, ge=-0.1, le=1, description="Put between its letters, in parts of their size."
    )
    curve: float | None = Field(
        default=None,
        ge=-180,
        le=180,
        description="Degrees of the arc its lines run along: + rises in the middle.",
    )

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        check(self.text)
        typeface(self.font)
        return self
