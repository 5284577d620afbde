"""Where a text may be broken into lines, and which breaks make lines of like widths."""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cavendish.world.lettering import scripts

_NEVER_FIRST = frozenset(
    "、。，．,.!?！？：；:;)]}）］｝」』】〕〉》〗〙〛’”…‥・%％‰°℃"
    "ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ"
)
_NEVER_LAST = frozenset("([{（［｛「『【〔〈《〖〘〚‘“$£¥€＄￥￡")
_LEADING = frozenset("เแโใไເແໂໃໄ")  # vowels of Thai and Lao that begin a syllable
_HYPHENS = frozenset("-‐–—/")
_STAYING = frozenset("\u00a0\u202f\u2007\u2060")
_EASY, _HARD = 0.0, 0.35  # of a line's width squared: what a break costs at a space, and inside a word


@dataclass(frozen=True)
class Piece:
    """A stretch of a text that stays on one line.

    `width` is its own, `gap` that of the blanks after it; `ends` says that a line must end here, `cost` what breaking
    after it costs; `row` is its paragraph's number.
    """

    start: int
    end: int
    width: float
    gap: float
    cost: float = _EASY
    ends: bool = False
    row: int = 0


def pieces(text: str, advances: Sequence[float]) -> list[Piece]:
    """The pieces of a paragraph, in order; `advances` are those of its characters. No piece is empty."""
    out: list[Piece] = []
    cuts = [*_cuts(text), (len(text), _EASY)]
    start = 0
    for cut, cost in cuts:
        solid = start + len(text[start:cut].rstrip())
        if solid > start:
            out.append(Piece(start, solid, sum(advances[start:solid]), sum(advances[solid:cut]), cost))
        elif out:
            out[-1] = replace(out[-1], gap=out[-1].gap + sum(advances[start:cut]), cost=cost)
        start = cut
    return out


def unbroken(of: Sequence[Piece]) -> list[Piece]:
    """The pieces joined where a break would be inside a word."""
    out: list[Piece] = []
    for piece in of:
        if out and out[-1].cost == _HARD and not out[-1].ends:
            last = out.pop()
            out.append(replace(piece, start=last.start, width=last.width + last.gap + piece.width))
        else:
            out.append(piece)
    return out


def _cuts(text: str) -> list[tuple[int, float]]:
    """Where a line may begin, and what it costs to begin one there."""
    return [
        (b, cost)
        for (a, _), (b, _) in zip(scripts.clusters(text), scripts.clusters(text)[1:], strict=False)
        if (cost := _cost(text, a, b)) is not None
    ]


def _cost(text: str, a: int, b: int) -> float | None:
    """What a break between the clusters at `a` and `b` costs; None where there may be none."""
    before, after = text[b - 1], text[b]
    if before in _STAYING or after in _STAYING or after.isspace():
        return None
    if before.isspace() or before == "\u200b":
        return _EASY
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return None
    if scripts.IDEOGRAPHIC in (scripts.script_of(before), scripts.script_of(after)):
        return _EASY if unicodedata.category(before)[0] == "P" else _HARD
    if after in _LEADING and text[a] not in _LEADING:
        return _HARD
    lettered = a > 0 and text[a - 1].isalpha() and after.isalpha()
    return _HARD / 2 if before in _HYPHENS and lettered else None


def narrowest(of: Sequence[Piece], count: int) -> float | None:
    """The least width in which the pieces make at most `count` lines; None when they never do."""
    low, high = max(piece.width for piece in of), _whole(of)
    if lines_in(of, high) > count:
        return None
    if lines_in(of, low) <= count:
        return low
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (low, middle) if lines_in(of, middle) <= count else (middle, high)
    return high


def lines_in(of: Sequence[Piece], width: float) -> int:
    """How many lines no wider than `width` the pieces make, each filled as far as it goes."""
    count, used = 1, 0.0
    gap, ended = 0.0, False
    for i, piece in enumerate(of):
        if i and (ended or used + gap + piece.width > width * (1 + 1e-9)):
            count, used = count + 1, piece.width
        else:
            used += (gap if i else 0.0) + piece.width
        gap, ended = piece.gap, piece.ends
    return count


def balanced(of: Sequence[Piece], width: float, count: int) -> list[tuple[int, int]]:
    """The pieces of each line (first, last + 1): at most `count` lines within `width`, as even as can be.

    The squares of what is free on the lines are least in sum; breaks inside words count as free room does.
    """
    n = len(of)
    wide = width * (1 + 1e-9)
    best = [[math.inf] * (n + 1) for _ in range(count + 1)]
    came = [[0] * (n + 1) for _ in range(count + 1)]
    best[0][0] = 0.0
    for line in range(1, count + 1):
        for first in range(n):
            if best[line - 1][first] == math.inf:
                continue
            used = 0.0
            for last in range(first, n):
                used += of[last].width + (of[last - 1].gap if last > first else 0.0)
                if used > wide:
                    break
                cost = best[line - 1][first] + (wide - used) ** 2 + of[last].cost * width**2 * (last < n - 1)
                if cost < best[line][last + 1]:
                    best[line][last + 1], came[line][last + 1] = cost, first
                if of[last].ends:
                    break
    line = min(range(1, count + 1), key=lambda k: best[k][n])
    out: list[tuple[int, int]] = []
    at = n
    while line:
        out.append((came[line][at], at))
        at, line = came[line][at], line - 1
    return out[::-1]


def _whole(of: Sequence[Piece]) -> float:
    """The width of all pieces in one row."""
    return sum(piece.width + piece.gap for piece in of)
