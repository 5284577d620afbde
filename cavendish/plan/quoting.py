"""Literal text in a prompt: what stands in quotes, or after "that says", kept as it is to the last character."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cavendish.plan.wording import phrases

LINE = 200
"""Characters of a line that nobody quoted, at most: what is longer is no line."""

_PAIRS = {"“": "”“\"", "„": "“”\"", "‟": "”", "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
          "《": "》", "〈": "〉", "﹁": "﹂", "﹃": "﹄", "｢": "｣", "〝": "〞〟", "＂": "＂", "‘": "’",
          "‚": "‘’", "‛": "’",
          "'": "'", '"': '"', "`": "`´'"}  # fmt: skip
"""Every mark that opens a quote, and those that may close it, the likeliest first."""
_SINGLE = frozenset("'‘‚‛`")
_ELIDED = re.compile(r"(?:tis|twas|em|til|cause|bout|n|cos|\d\ds?(?!s?['’]))\b", re.IGNORECASE)
_SINGLE_ENDS = frozenset("'’´`")
_STRAIGHT = frozenset('"＂')


@dataclass(frozen=True)
class Lifted:
    """A prompt whose literal texts have been lifted out: in `text` the i-th stands as “i”."""

    text: str
    literals: tuple[str, ...] = ()


def lift(prompt: str) -> Lifted:
    """The prompt without its literal texts, and the texts, byte for byte; no text raises an error."""
    out: list[str] = []
    literals: list[str] = []
    at = 0
    for start, end, text in spans(prompt):
        # What is left over of quotes in the prompt names no literal.
        out += [_bare(prompt[at:start]), f" “{len(literals)}” " if text.strip() else " "]
        literals += [text] if text.strip() else []
        at = end
    return Lifted("".join([*out, _bare(prompt[at:])]), tuple(literals))


def spans(prompt: str) -> list[tuple[int, int, str]]:
    """Start, end and text of every literal text in order, the marks round it between start and end."""
    quoted = list(_quoted(prompt))
    masked = list(prompt)
    for start, end, _ in quoted:
        masked[start:end] = MASK * (end - start)
    return sorted([*quoted, *_told("".join(masked))])


def _bare(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


MASK = "\x00"
"""Stands for each character of a literal where its words must not be read."""


def _quoted(prompt: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and inside of every quote, the outermost alone, from left to right."""
    marks = _Marks(prompt)
    at = 0
    for i in marks.every:
        end = marks.closing(i) if i >= at and prompt[i] in _PAIRS and _opens(prompt, i) else None
        if end is not None:
            yield i, end + 1, prompt[i + 1 : end]
            at = end + 1


def _opens(prompt: str, i: int) -> bool:
    """Whether a mark can begin a quote where it stands: no apostrophe, no inches."""
    mark, before, after = prompt[i], prompt[i - 1 : i] if i else "", prompt[i + 1 : i + 2]
    if mark in _SINGLE:
        return not before.isalnum() and not after.isspace() and not _ELIDED.match(prompt, i + 1)
    inches = before.isdigit() and before.isascii() and not after.isalnum()
    return mark not in _STRAIGHT or not inches


def _ends_word(prompt: str, i: int) -> bool:
    """Whether a single mark can end a quote where it stands."""
    return i > 0 and not prompt[i - 1].isspace() and not prompt[i + 1 : i + 2].isalnum()


class _Marks:
    """Where the quotation marks of a prompt stand, and which closes which."""

    def __init__(self, prompt: str) -> None:
        self._prompt = prompt
        self.every = [found.start() for found in _MARK.finditer(prompt)]
        self._last = {
            prompt[i]: i for i in self.every if prompt[i] not in _SINGLE_ENDS or _ends_word(prompt, i)
        }

    def closing(self, start: int) -> int | None:
        """Where the quote that begins at `start` ends; None when it does not."""
        mark = self._prompt[start]
        if all(self._last.get(close, -1) <= start for close in _PAIRS[mark]):
            return None
        if mark in _SINGLE:
            return self._single(start)
        if mark in _STRAIGHT:
            return self._straight(start)
        ends = (self._nested(start, mark, close) for close in _PAIRS[mark])
        return next((end for end in ends if end is not None), None)

    def _after(self, start: int) -> Iterator[int]:
        return (self.every[k] for k in range(bisect_right(self.every, start), len(self.every)))

    def _nested(self, start: int, mark: str, close: str) -> int | None:
        """The mark that closes as many as were opened; the first that closes at all where they are uneven."""
        if self._last.get(close, -1) <= start:
            return None
        depth, first = 1, None
        for i in self._after(start):
            char = self._prompt[i]
            if char == close:
                first = i if first is None else first
                depth -= 1
            elif char == mark:
                depth += 1
            if depth == 0:
                return i
        return first

    def _straight(self, start: int) -> int | None:
        """The end of a quote in straight marks, those inside being told by the side that words are on."""
        prompt, first, depth = self._prompt, None, 1
        for i in self._after(start):
            if prompt[i] != prompt[start]:
                continue
            first = i if first is None else first
            before, after = prompt[i - 1], prompt[i + 1 : i + 2]
            opens = (
                (before.isspace() or before in "([{—–-")
                and bool(after)
                and (after.isalnum() or after in "'¡¿")
            )
            depth += 1 if opens else -1
            if depth == 0:
                return i if i == first or not _SAYING.search(prompt, first, i) else first
            if i - start > LINE:
                break
        return first

    def _single(self, start: int) -> int | None:
        """The end of a quote in single marks: no apostrophe, and past a plural's one where a better end is near."""
        prompt, found, depth = self._prompt, None, 1
        for i in self._after(start):
            if prompt[i] == prompt[start] == "‘":
                depth += 1
            if prompt[i] not in _PAIRS[prompt[start]] or not _ends_word(prompt, i) or i == start + 1:
                if found is not None and prompt[i] in _PAIRS and _opens(prompt, i):
                    return found
                continue
            depth -= 1
            if depth > 0:
                continue
            if found is not None:
                return i if len(prompt[found:i].split()) <= _HOME else found
            if prompt[i - 1] not in "sS" or not prompt[i + 1 : i + 2].isspace():
                return i
            found, depth = i, 1
        return found


_MARK = re.compile(
    "[" + re.escape("".join({mark for pair in _PAIRS.items() for mark in "".join(pair)})) + "]"
)
_SAYING = re.compile(r"\b(?:says|reads|saying)\b")
_HOME = 3
"""Words that may stand between the apostrophe of a plural and the end of what single quotes hold: ‘The Dogs’ Home’."""

_STRONG = re.compile(
    r"\b(?:(?:that|which)\s+(?:says?|states?|spells?(?:\s+out)?)|(?:that|which)\s+reads?|saying|says|titled|entitled|"
    r"labell?ed|captioned|inscribed|spelling(?:\s+out)?|"
    r"(?:with|bearing|showing|has|having|displaying|carrying)\s+(?:the\s+)?"
    r"(?:words?|text|inscription|caption|slogan|lettering|message|phrase|headline|heading|title|motto))\b"
    r"(?P<colon>\s*:)?\s*",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:reads|reading|text|words?|lettering|written|caption|headline|title|label|slogan|lettered)\b"
    r"(?P<colon>\s*:)?\s*",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"a", "an", "the", "this", "his", "her", "its", "their", "my", "some", "no"})
_NEVER_FIRST = frozenset(
    {"in", "on", "at", "by", "to", "from", "as", "of", "and", "or", "with", "that", "is", "are", "each", "about",
     "something", "written", "using", "through", "inside", "beside", "behind", "under", "for"}
)  # fmt: skip
_PLACES = ("in", "on", "at", "under", "beside", "behind", "near", "above", "below", "with", "by", "over", "against",
           "inside", "outside", "next to", "in front of", "on top of", "left of", "right of", "hanging", "standing",
           "surrounded", "lit", "and", "while", "wearing", "holding")  # fmt: skip
_WORD = re.compile(r"[^\s,;]+")
_LOWERS = frozenset(
    {"of", "the", "and", "a", "to", "for", "in", "on", "&", "at", "by", "is", "your", "my", "our"}
)


def _told(masked: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and text of what is said to be written without quotes; what is masked is quoted already."""
    at = 0
    for found in sorted(
        [*_STRONG.finditer(masked), *_WEAK.finditer(masked)], key=lambda m: (m.start(), -m.end())
    ):
        if found.start() < at or _described(masked, found.start()):
            continue
        end = _end_of(masked, found.end(), strong=found.re is _STRONG, colon=found.group("colon") is not None)
        if end > found.end():
            yield found.end(), end, masked[found.end() : end]
            at = end


def _described(text: str, start: int) -> bool:
    """Whether the word only says how a thing is: "a labelled jar"."""
    before = text[max(0, start - 20) : start].split()
    word = text[start : start + 6].lower()
    return (
        bool(before)
        and before[-1].lower() in _ARTICLES
        and word.startswith(("label", "titled", "capti", "inscri"))
    )


def _end_of(text: str, start: int, *, strong: bool, colon: bool) -> int:
    """Where an unquoted line that begins at `start` ends; `start` when nothing there is one."""
    clause = re.match(r"(?:[^,;\n.!?\x00]|[.,](?=\w)|[.!?](?=[.!?]))*[!?]*", text[start : start + LINE])
    stretch = clause.group() if clause else ""
    if start + len(stretch) < len(text) and text[start + len(stretch)] == MASK:
        return start
    words = list(_WORD.finditer(stretch))
    if not words:
        return start
    run = _shouted(words)
    if run:
        return start + words[run - 1].end()
    if colon:
        return start + len(stretch.rstrip())
    if not strong:
        return start
    first = words[0].group().lower()
    if first in _NEVER_FIRST or (first in _ARTICLES and _READS.search(text, max(0, start - 8), start)):
        return start
    for i in range(1, len(words)):
        if _elsewhere([word.group() for word in words[i:]]):
            return start + words[i - 1].end()
    end = start + len(stretch.rstrip())
    named = _NAME.match(text, end)
    return named.end() if named and not _known((named.group(1).lower(),)) else end


def _shouted(words: list[re.Match[str]]) -> int:
    """How many of the words from the first on are capitals, numbers and what stands between them."""
    count = 0
    for i, word in enumerate(words):
        text = word.group()
        if any(c.islower() for c in text):
            break
        if any(c.isalnum() for c in text):
            count = i + 1
    capitals = any(c.isupper() for word in words[:count] for c in word.group())
    lone = count == 1 and words[0].group() in ("A", "I")
    return 0 if lone or not (capitals or count) else count


def _elsewhere(words: list[str]) -> bool:
    """Whether the words go on to say where the line stands, or what else there is."""
    lower = [word.lower().strip("'’\"()") for word in words]
    start = next((len(p.split()) for p in _PLACES if lower[: len(p.split())] == p.split()), 0)
    if not start or words[0] != words[0].lower():
        return False
    if start > 1 or lower[0] in ("hanging", "standing", "surrounded", "lit", "wearing", "holding", "while"):
        return True
    rest = lower[start:]
    if rest and rest[0] in _ARTICLES | {"two", "three", "four", "five", "one"}:
        rest = rest[1:]
    elif lower[0] == "and":
        return False
    stretches = (tuple(rest[i : i + n]) for i in range(min(3, len(rest))) for n in (3, 2, 1))
    return any(
        _phrases().get(words, "").partition(":")[0] in ("kind", "kinds", "place", "time")
        for words in stretches
    )


_READS = re.compile(r"\breads?\s*$", re.IGNORECASE)
_NAME = re.compile(r",\s+([A-Z][^\W\d_]+)(?=\s*(?:[,.;!?]|$))")


def _known(words: tuple[str, ...]) -> bool:
    return words in _phrases()


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    return phrases()
