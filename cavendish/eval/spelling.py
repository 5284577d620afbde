"""How near what was read is to what was written: exact, word by word, and character by character, in order."""

import unicodedata
from collections.abc import Sequence


def folded(text: str, spaced: bool = True) -> str:
    """The text in composed characters, with single blanks between words; without any where it is not `spaced`.

    Marks of direction and joiners, which no reader sees, are left out, and quotes and dashes are their plain selves.
    """
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    shown = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    return (" " if spaced else "").join(shown.split())


_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "…": "..."}
)


def edits(a: Sequence[str], b: Sequence[str]) -> int:
    """The fewest insertions, deletions and changes that make one of the other (Levenshtein 1966)."""
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (one != other))
    return row[-1]


def likeness(written: str, found: str) -> float:
    """1 minus the edits for each character of the longer text: 1 is equal, 0 has nothing in its place."""
    return 1 - edits(written, found) / max(len(written), len(found), 1)


def in_order(written: Sequence[str], found: Sequence[str]) -> float:
    """The share of the words, or lines, that were read exactly and in their order."""
    row = [0] * (len(found) + 1)
    for one in written:
        last = 0
        for j, other in enumerate(found, 1):
            last, row[j] = row[j], last + 1 if one == other else max(row[j], row[j - 1])
    return row[-1] / max(len(written), 1)
