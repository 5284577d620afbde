"""What people call the things that letters stand on, said as the library has it: chalkboards, shop fronts, screens."""

import re
from dataclasses import dataclass

from cavendish.plan.quoting import spans

SLATE = "#232b2a"
"""The shade of a board for chalk."""
_SAYS = (
    r"(?:\s+(?:that\s+|which\s+)?(?:says|saying|reads|reading|shows|showing|displays|displaying|with)"
    r"(?:\s+the\s+(?:words?|text))?)"
)
_QUOTE = r"(?=\s*[“\"'‘„«「])"
_BOARD = re.compile(r"\b(?:chalk|black)\s?board\b(?:\s+sign\b)?", re.IGNORECASE)
_CALLED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:large\s+|big\s+)?(?:bill\s?board|hoarding)\b", re.IGNORECASE), "sign"),
    (
        re.compile(
            r"\b(?:shop|store)[\s-]?front\b(?:\s+with\s+(?:the|a)\s+(?:sign|name)"
            + _SAYS
            + rf"?|{_SAYS[3:-1]})?"
            + _QUOTE,
            re.IGNORECASE,
        ),
        "house that says",
    ),
    (
        re.compile(
            r"\b(?P<on>laptop|computer|(?:cell\s+)?phone|smartphone|tv|television|monitor)(?:'s)?\s+"
            r"(?:whose\s+|with\s+(?:a|the|its)\s+)?(?:screen|display)\b" + _SAYS + r"?" + _QUOTE,
            re.IGNORECASE,
        ),
        r"\g<on> that says",
    ),
)
_STUCK = re.compile(r"\b(?:an?|the)\s+(?:sticker|decal|tag|label)" + _SAYS + r"?" + _QUOTE, re.IGNORECASE)
_ON = re.compile(r"\s+(?:stuck\s+)?on\b", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:in|at|by|near|on)\s+(?:an?|the)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Spoken:
    """A prompt in the library's words, and the literal texts that stand on a board for chalk."""

    prompt: str
    chalked: frozenset[str] = frozenset()


def spoken(prompt: str) -> Spoken:
    """The prompt with what carries its literal texts under the library's names; without such texts, as it is."""
    texts = spans(prompt)
    if not texts:
        return Spoken(prompt)
    chalked: frozenset[str] = frozenset()
    if _outside(_BOARD, prompt):
        chalked = frozenset(text for _, _, text in texts)
        prompt = _said(_BOARD, "sign", prompt)
    for pattern, name in _CALLED:
        house = name.startswith("house") and _outside(pattern, prompt) and not _WHERE.search(prompt)
        prompt = _said(pattern, name, prompt) + (" in a street" if house else "")
    for start, end, _ in spans(prompt)[::-1]:
        stuck = next((m for m in _STUCK.finditer(prompt) if prompt[m.end() : start].strip() == ""), None)
        if stuck and _ON.match(prompt, end):
            prompt = prompt[: stuck.start()] + prompt[stuck.end() :].lstrip()
    return Spoken(prompt, chalked)


def _outside(pattern: re.Pattern[str], prompt: str) -> bool:
    return any(_free(match, prompt) for match in pattern.finditer(prompt))


def _said(pattern: re.Pattern[str], name: str, prompt: str) -> str:
    """The prompt with the pattern said otherwise wherever no literal text holds it."""
    return pattern.sub(lambda match: match.expand(name) if _free(match, prompt) else match[0], prompt)


def _free(match: re.Match[str], prompt: str) -> bool:
    return all(match.end() <= start or match.start() >= end for start, end, _ in spans(prompt))
