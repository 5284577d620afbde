"""Where things are said to be by one word at the end: of "a cake with a candle on top", on top of the cake."""

import re
from functools import cache

from cavendish.plan.kinds import KINDS
from cavendish.plan.quoting import MASK, spans

_WHERE: dict[str, str] = {
    "on top": "on top of the", "on it": "on the", "on them": "on the",
    "inside": "inside the", "inside it": "inside the",
    "in it": "in the", "underneath": "under the", "beneath": "under the", "underneath it": "under the",
    "under it": "under the", "beneath it": "under the", "beside it": "beside the", "next to it": "next to the",
    "behind it": "behind the", "in front of it": "in front of the", "above it": "above the", "nearby": "near the",
    "near it": "near the", "around it": "around the",
}  # fmt: skip
_WORDS = r"(?:[^\W\d_][\w'’-]*\s+)"
_PHRASE = re.compile(
    rf"\b(?:an?|the|one|two|three|four|five|six|some)\s+(?P<base>{_WORDS}{{1,5}}?)(?:with|and|that\s+has|has)\s+"
    rf"(?P<part>{_WORDS}{{1,6}}?)(?P<where>{'|'.join(sorted(_WHERE, key=len, reverse=True))})"
    r"(?=\s*(?:$|[,.;])|\s+(?:and|in|on|at|by|with|near|under|beside|against)\b(?!\s+of\b))",
    re.IGNORECASE,
)


def placed(prompt: str) -> str:
    """The prompt with what such words are relative to said behind them; quoted words stay as they are."""
    masked = prompt
    for start, end, _ in spans(prompt):
        masked = masked[:start] + MASK * (end - start) + masked[end:]
    match = _PHRASE.search(masked)
    if match is None:
        return prompt
    noun = _noun(match["base"])
    if noun is None or _noun(match["part"]) is None:
        return prompt
    where = _WHERE[" ".join(match["where"].lower().split())]
    return f"{prompt[: match.start('where')]}{where} {noun}{prompt[match.end('where') :]}"


def _noun(words: str) -> str | None:
    """The name of a thing that some words end with."""
    said = words.lower().split()
    return next((name for i in range(len(said)) if (name := " ".join(said[i:])) in _names()), None)


@cache
def _names() -> frozenset[str]:
    return frozenset(word for kind in KINDS.values() for word in kind.words)
