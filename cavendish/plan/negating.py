"""How far a "no" reaches: which stretches of a prompt say what should not be there."""

from collections.abc import Sequence

from cavendish.plan.hues import Stretch
from cavendish.plan.making import negative_phrases, plain

OPENERS = ("say:no", "say:without")
LISTING = frozenset({
    "--no", "negative prompt", "negatives", "avoid", "avoiding", "exclude", "excluding", "leave out", "leaving out",
    "do not include", "don't include", "do not show", "don't show", "do not add", "don't add", "do not draw",
    "don't draw",
})  # fmt: skip
"""Openers that whole lists stand behind."""
_TO_THE_END = frozenset({"--no", "negative prompt", "negatives"})
_OF_QUALITIES = frozenset({"not", "isn't", "is not", "aren't", "are not", "wasn't", "never"})
_ENDS = frozenset({
    "say:with", "say:on", "say:in", "say:at", "say:to", "say:from", "say:by", "say:for", "say:that", "say:is",
    "say:between", "say:made of", "say:as", "text",
})  # fmt: skip
"""What begins something else once a negated thing has been named."""
_ALWAYS = frozenset({"say:but", "say:then"})
_EMPTY = ("", "say:a", "say:and", "say:or", "stop")
_NOUNS = ("kind", "kinds")
_MOST = 3


def scopes(said: Sequence[Stretch]) -> list[bool]:
    """For each stretch, whether a "no", "without" or "avoid" before it reaches so far; openers are not reached."""
    reached = [False] * len(said)
    i = 0
    while i < len(said):
        if said[i].name not in OPENERS:
            i += 1
            continue
        end = _end(said, i)
        reached[i + 1 : end] = [True] * (end - i - 1)
        i = max(end, i + 1)
    return reached


def _end(said: Sequence[Stretch], start: int) -> int:
    """Where the scope of the opener at `start` ends, exclusive."""
    opener = said[start].text.lower() if said[start].text.startswith("--") else plain(said[start].text)
    content = False
    i = start + 1
    while i < len(said):
        item = said[i]
        if item.name in OPENERS or (item.text.startswith("--") and item.name != "text"):
            return i
        if item.name == "stop":
            if not _passes(said, i, opener, content=content):
                return i
        elif opener not in _TO_THE_END and _turns(said, i, opener, content=content):
            return i
        else:
            content = content or item.name not in _EMPTY
        i += 1
    return i


def _turns(said: Sequence[Stretch], i: int, opener: str, *, content: bool) -> bool:
    """Whether the i-th stretch begins something that is there."""
    name = said[i].name
    if name in _ALWAYS:
        return True
    if name == "say:and" and content:
        after = said[i + 1].name if i + 1 < len(said) else ""
        determined = after == "say:a" or after.startswith("n:")
        return determined or (opener in _OF_QUALITIES and after.partition(":")[0] in _NOUNS)
    return content and (name in _ENDS or name.startswith("rel:"))


def _passes(said: Sequence[Stretch], i: int, opener: str, *, content: bool) -> bool:
    """Whether the scope goes on behind the mark at i."""
    mark = said[i].text
    if mark == "\n" or (mark in ".;!?" and opener not in _TO_THE_END):
        return False
    if opener in _TO_THE_END or not content:
        return mark != "," or content
    if opener in LISTING:
        return mark == ","
    return mark == "," and _goes_on(said, i + 1, opener)


def _goes_on(said: Sequence[Stretch], start: int, opener: str) -> bool:
    """Whether what stands between this comma and the next is one more thing to leave out."""
    segments = _segments(said, start)
    first = [item for item in segments[0] if item.name or plain(item.text) in negative_phrases()]
    if not first:
        return False
    if first[0].name == "say:or":
        return True
    if first[0].name == "say:and":
        return len(first) > 1 and _bare(segments[0][1:])
    words = plain(" ".join(item.text for item in segments[0]))
    if words in negative_phrases() or (_bare(segments[0]) and opener not in _OF_QUALITIES):
        return True
    listed = [k for k, segment in enumerate(segments) if segment and segment[0].name == "say:or"]
    return bool(listed) and all(_short(segment) for segment in segments[: listed[0]])


def _segments(said: Sequence[Stretch], start: int) -> list[list[Stretch]]:
    """What stands between the commas of the rest of the sentence."""
    out: list[list[Stretch]] = [[]]
    for item in said[start : start + 64]:
        if item.name == "stop" and item.text != ",":
            break
        if item.name in OPENERS:
            break
        if item.name == "stop":
            out.append([])
        else:
            out[-1].append(item)
    return out


def _bare(segment: Sequence[Stretch]) -> bool:
    """Whether it names things and nothing else, without an article or a number."""
    fields = [item.name.partition(":")[0] for item in segment]
    return fields[-1] in _NOUNS and all(field in (*_NOUNS, "color", "") for field in fields)


def _short(segment: Sequence[Stretch]) -> bool:
    return 0 < len(segment) <= _MOST and not any(
        item.name in _ENDS or item.name == "say:a" for item in segment
    )
