"""What a prompt says about its letters: in which font they are, and whether they glow, are cut in, or raised."""

import re
from dataclasses import dataclass
from itertools import pairwise

from cavendish.errors import RequestError
from cavendish.plan.lettering import Lettering, Made, telling, typeface
from cavendish.plan.lexicon import COLORS
from cavendish.plan.quoting import spans
from cavendish.plan.schema import Plan
from cavendish.plan.shades import known
from cavendish.plan.surfaces import SLATE, spoken

_NOUNS = frozenset(
    ("font", "fonts", "letters", "lettering", "type", "typeface", "text", "script", "cursive", "calligraphy",
     "handwriting", "typography", "writing")
)  # fmt: skip
"""What the words before are about; some say something themselves."""
_ALONE = frozenset(("cursive", "calligraphy", "handwriting", "handwritten", "hand-lettered", "calligraphic"))
"""Words that are about letters wherever they stand in a prompt that has some."""
_MADE: dict[str, Made] = {
    "neon": "neon", "carved": "carved", "engraved": "carved", "etched": "carved", "chiselled": "carved",
    "chiseled": "carved", "incised": "carved", "embossed": "embossed", "raised": "embossed",
}  # fmt: skip
_BEFORE = frozenset(
    ["in", "with", "using", "and", "a", "an", "the", "of", "large", "big", "small", "capital"]
)
_PLATES = re.compile(
    r"\b(?:with|bearing|whose)?\s*(?:the|a|an)?\s*(?:licen[cs]e|number|registration)\s+plate"
    r"(?:\s+(?:that\s+)?(?:says|reads|reading|saying|is))?(?=\s*[“\"'‘])",
    re.IGNORECASE,
)
_FONT = re.compile(
    r"\bin\s+(?:an?\s+|the\s+)?((?:[^\W\d_][\w-]*\s+){1,3})(?:fonts?|typefaces?)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOPS = re.compile(r"[.;!?](?:\s|$)")


@dataclass(frozen=True)
class Said:
    """A prompt without what it says about its letters, and that: fonts and makes by their texts."""

    prompt: str
    fonts: dict[str, str]
    made: dict[str, Made]
    chalked: frozenset[str] = frozenset()

    def dressed(self, plan: Plan) -> Plan:
        """The plan with its letters as the prompt wants them."""
        lines = tuple(self._dressed(line) for line in plan.lettering)
        slates = {line.on for line in lines if line.text in self.chalked}
        things = tuple(
            thing.model_copy(update={"shade": SLATE, "color": None})
            if thing.id in slates and thing.kind == "sign" and not (thing.color or thing.shade)
            else thing
            for thing in plan.things
        )
        if (lines, things) == (plan.lettering, plan.things):
            return plan
        return plan.model_copy(update={"lettering": lines, "things": things})

    def _dressed(self, line: Lettering) -> Lettering:
        chalk = "chalk" if line.text in self.chalked else None
        said = {
            "font": line.font or self.fonts.get(line.text) or chalk,
            "made": line.made or self.made.get(line.text),
        }
        return line.model_copy(update=said)


def fonts_said(prompt: str) -> Said:
    """What a prompt says about the letters of each of its literal texts; the nearest of them in its sentence is meant.

    A prompt without literal texts, or with words that two families share, says nothing. RequestError for a font that
    nobody here knows, with the nearest.
    """
    heard = spoken(prompt)
    prompt = heard.prompt
    texts = spans(prompt)
    if not texts:
        return Said(prompt, {}, {})
    masked = list(prompt)
    for start, end, _ in texts:
        masked[start:end] = "\x00" * (end - start)
    plain = "".join(masked)
    _known_fonts(plain)
    fonts: dict[str, str] = {}
    made: dict[str, Made] = {}
    gone: list[tuple[int, int]] = [match.span() for match in _PLATES.finditer(prompt)]
    for start, end, words in _phrases(plain):
        text = _nearest(plain, texts, start, end)
        if text is None:
            continue
        try:
            typeface(words)
        except ValueError:
            continue
        fonts.setdefault(text, words)
        gone.append((start, end))
    for match in _WORD.finditer(plain):
        make = _MADE.get(match.group().lower())
        text = _nearest(plain, texts, *match.span()) if make else None
        if make and text is not None:
            made.setdefault(text, make)
            gone.append(match.span())
    return Said(_without(prompt, gone), fonts, made, heard.chalked)


def _known_fonts(plain: str) -> None:
    """Nothing where every word before "font" is about letters, or a colour; else RequestError names the first."""
    for match in _FONT.finditer(plain):
        words = [word for word in match[1].lower().split() if word not in _BEFORE and not _a_color(word)]
        for word in words:
            try:
                typeface(word)
            except ValueError as error:
                raise RequestError(str(error)) from None


def _a_color(word: str) -> bool:
    try:
        known(word)
    except ValueError:
        return False
    return True


def _phrases(plain: str) -> list[tuple[int, int, str]]:
    """Start, end and telling words of every stretch that is about letters: "in bold serif letters"."""
    words = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(plain)]
    out: list[tuple[int, int, str]] = []
    for i, (word, _, end) in enumerate(words):
        if word not in _NOUNS and word not in _ALONE:
            continue
        first = i
        while (
            first
            and words[first - 1][0] not in _NOUNS
            and _belongs(words[first - 1][0])
            and _joined(plain, words, first)
        ):
            first -= 1
        told = [name for name, _, _ in words[first : i + 1] if telling(name) and name not in ("large", "big")]
        if told:
            out.append((words[first][1], end, " ".join(dict.fromkeys(told))))
    return [one for one, after in pairwise([*out, None]) if one and (after is None or one[1] <= after[0])]


def _joined(plain: str, words: list[tuple[str, int, int]], i: int) -> bool:
    """Whether nothing but blanks, commas and hyphens stands between a word and the one before."""
    return not plain[words[i - 1][2] : words[i][1]].strip(" ,-")


def _belongs(word: str) -> bool:
    return word not in _NOUNS and (telling(word) or word in _BEFORE or word in COLORS)


def _nearest(plain: str, texts: list[tuple[int, int, str]], start: int, end: int) -> str | None:
    """The text nearest to a stretch, in its sentence."""
    found: list[tuple[int, str]] = []
    for a, b, text in texts:
        between = plain[end:a] if a >= end else plain[b:start]
        if not _STOPS.search(between):
            found.append((len(between), text))
    return min(found)[1] if found else None


def _without(prompt: str, gone: list[tuple[int, int]]) -> str:
    """The prompt without stretches, each left out with the blanks before it."""
    for start, end in sorted(gone, reverse=True):
        prompt = (
            prompt[:start].rstrip() + (" " if prompt[end : end + 1].strip(" .,;!?") else "") + prompt[end:]
        )
    return prompt
