"""A prompt cut into words, marks and numbers with units, its literal texts already lifted out."""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from cavendish.plan.clock import CLOCK
from cavendish.plan.lettering import unseen
from cavendish.plan.lexicon import ASPECTS
from cavendish.plan.making import MARKS

_JOINING = "".join(chr(i) for i in range(0x300, 0x2100) if unicodedata.category(chr(i)).startswith("M"))
"""Characters that belong to the letter before them: accents, and the vowel signs of Indic scripts."""
_EMOJI = r"[\U0001F000-\U0001FAFF☀-➿⬀-⯿⌀-⏿](?:[︎️⃣\U0001F3FB-\U0001F3FF]|\u200D[\U0001F000-\U0001FAFF☀-➿])*"
_RATIOS = (
    r"16:9|1:4|1:8|4:1|8:1|9:16|1:1|4:3|3:4|3:2|2:3|4:5|5:4|21:9|9:21|2:1|1:2|2\.35:1|2\.39:1|16x9|9x16|1x1"
)
_PIECE = re.compile(
    rf"“(?P<quote>\d+)”|(?P<made>{MARKS})|(?P<no>(?<![\w-])--no\b)|(?P<ar>(?<![\w-])--(?:ar|aspect)\b)"
    rf"|(?P<emoji>{_EMOJI})"
    rf"|(?P<clock>{CLOCK})"
    r"|(?P<f>\b[fƒ]\s?/\s?\d{1,2}(?:\.\d)?\b|\bf\d\.\d\b|\b(?-i:f)(?:2|4|8|11|16|22)\b)"
    r"|(?P<mm>\b(?:\d{2,3}\s?-\s?)?\d{2,3}\s?mm\b(?!\s+film\b))"
    rf"|(?P<hex>\#(?:[0-9a-f]{{6}}|[0-9a-f]{{3}})\b)|(?P<aspect>(?<![\d.:])(?:{_RATIOS})(?![\d:]))"
    rf"|(?P<word>[^\W_][^\W_{_JOINING}]*(?:[{_JOINING}]+[^\W_]*)*(?:['’][^\W_]+)?)"
    r"|(?P<stop>[,.;:!?\n，。、；：！？،؛。۔।])|(?P<free>-free\b)|(?P<join>[-/])|(?P<and>&)|(?P<rest>\S)",
    re.IGNORECASE,
)
_STOPS = str.maketrans("，、،；؛：。。！？۔।", ",,,;;:..!?..")


@dataclass(frozen=True)
class Piece:
    """One stretch of the prompt and what it is: a word, a mark, a number with its unit, a literal's number."""

    kind: str
    text: str


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a prompt whose literals are lifted, in order; composed as Unicode composes them."""
    for found in _PIECE.finditer(unicodedata.normalize("NFC", text)):
        kind = found.lastgroup or "rest"
        part = found.group(kind)
        yield Piece(kind, part.translate(_STOPS) if kind == "stop" else part)


def nearest_aspect(ratio: str) -> str:
    """The shape of picture nearest to a ratio such as "2.35:1" or "16x9", by how many times as wide as high."""
    wide, _, high = ratio.lower().replace("x", ":").partition(":")
    wanted = math.log(float(wide) / float(high))
    shapes = {name: [float(side) for side in name.split(":")] for name in ASPECTS}
    return min(shapes, key=lambda name: abs(math.log(shapes[name][0] / shapes[name][1]) - wanted))


def passed_over(text: str) -> str | None:
    """A line on the characters of a prompt that show nothing and were passed over, spaces apart; None without any."""
    found = [char for char in text if unseen(char) and not char.isspace()]
    if not found:
        return None
    codes = [f"U+{ord(char):04X}" for char in dict.fromkeys(found)]
    more = f" and {len(codes) - _MOST_CODES} more" if len(codes) > _MOST_CODES else ""
    many = (
        "1 character that shows nothing was"
        if len(found) == 1
        else f"{len(found)} characters that show nothing were"
    )
    return f"{many} passed over: {', '.join(codes[:_MOST_CODES])}{more}"


_MOST_CODES = 4


def emoji_words(text: str) -> tuple[str, ...]:
    """What an emoji shows, as lower-case words: ("red", "apple"); empty when it has no name."""
    words = unicodedata.name(text[0], "").lower().replace("-", " ").split()
    return tuple(word for word in words if word not in _SAID_OF_EMOJI)


_SAID_OF_EMOJI = frozenset(
    {"face", "sign", "symbol", "black", "white", "emoji", "heavy", "with", "of", "modifier"}
)
