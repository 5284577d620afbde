"""In which order the characters of a line are seen: the Unicode bidirectional algorithm, without explicit marks.

The rules are named as in Unicode Standard Annex 9; marks that embed or isolate never come this far.
"""

import unicodedata
from collections.abc import Callable, Sequence

_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩"
    "⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSES = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)) | {"\u2329": "〉"}
_OPENED_BY = {close: opening for opening, close in _CLOSES.items()} | {"\u232a": "〈"}
_DEEPEST = 63  # brackets that may be open at once
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_NUMBERS = frozenset(("EN", "AN"))


def levels(text: str) -> list[int]:
    """The embedding level of every character of a paragraph: even ones run left to right, odd ones right to left."""
    base = base_level(text)
    kinds = _weak(_classes(text), base)
    _brackets(text, kinds, base)
    _neutral(kinds, base)
    return [_implicit(kind, base) for kind in kinds]


def base_level(text: str) -> int:
    """1 when the first letter with a direction runs right to left, else 0 (P2, P3)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def visual(levels_of_line: Sequence[int]) -> list[int]:
    """The places of a line's characters as they are seen from left to right (L2)."""
    order = list(range(len(levels_of_line)))
    for level in range(max(levels_of_line, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels_of_line[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end + 1
    return order


def trailing(text: str, levels_of_line: Sequence[int], base: int) -> list[int]:
    """The levels of a line, those of the blanks at its end being the paragraph's own (L1)."""
    kept = len(text.rstrip())
    return [*levels_of_line[:kept], *[base] * (len(text) - kept)]


def _classes(text: str) -> list[str]:
    """The class of every character; joiners, which have none, take that of what they stand behind (X9)."""
    out: list[str] = []
    for char in text:
        kind = unicodedata.bidirectional(char) or "L"
        out.append((out[-1] if out else "ON") if kind == "BN" else kind)
    return out


def _weak(kinds: list[str], base: int) -> list[str]:
    """Marks, numbers and what stands by them (W1 to W7)."""
    out = list(kinds)
    start = _side(base)
    for i, kind in enumerate(out):
        if kind == "NSM":
            out[i] = out[i - 1] if i else start
    _after(out, "EN", "AL", "AN", start)
    out = ["R" if kind == "AL" else kind for kind in out]
    _separators(out)
    _terminators(out)
    _after(out, "EN", "L", "L", start)
    return out


def _after(kinds: list[str], number: str, side: str, becomes: str, start: str) -> None:
    """Numbers after letters of a side become another class (W2, W7)."""
    strong = start
    for i, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == number and strong == side:
            kinds[i] = becomes


def _separators(kinds: list[str]) -> None:
    """One separator between two numbers of a class is part of them (W4)."""
    for i in range(1, len(kinds) - 1):
        same = kinds[i - 1] if kinds[i - 1] == kinds[i + 1] else ""
        if (kinds[i] in ("ES", "CS") and same == "EN") or (kinds[i] == "CS" and same == "AN"):
            kinds[i] = same


def _terminators(kinds: list[str]) -> None:
    """Signs beside a number are part of it, others are neutral (W5, W6)."""
    for i, end in _runs(kinds, lambda kind: kind == "ET"):
        beside = "EN" in (kinds[i - 1] if i else "", kinds[end] if end < len(kinds) else "")
        kinds[i:end] = ["EN" if beside else "ON"] * (end - i)
    for i, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[i] = "ON"


def _brackets(text: str, kinds: list[str], base: int) -> None:
    """Pairs of brackets run as what they hold does (N0)."""
    side = _side(base)
    for i, j in _pairs(text, kinds):
        held = {_strong(kind) for kind in kinds[i + 1 : j]} - {""}
        if side in held:
            new = side
        elif held:
            before = next((s for s in map(_strong, reversed(kinds[:i])) if s), side)
            new = before if before in held else side
        else:
            continue
        for at in (i, j):
            kinds[at] = new
            for k in range(at + 1, len(kinds)):  # marks over a bracket go with it
                if unicodedata.bidirectional(text[k]) not in ("NSM", "BN"):
                    break
                kinds[k] = new


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Where brackets open and close, in the order of their opening (BD16)."""
    found: list[tuple[int, int]] = []
    still: list[tuple[str, int]] = []
    for i, char in enumerate(text):
        if kinds[i] != "ON":
            continue
        if char in _CLOSES:
            if len(still) == _DEEPEST:
                break
            still.append((_CLOSES[char], i))
        elif char in _OPENED_BY:
            wanted = _CLOSES[_OPENED_BY[char]]
            at = next((k for k in range(len(still) - 1, -1, -1) if still[k][0] == wanted), None)
            if at is not None:
                found.append((still[at][1], i))
                del still[at:]
    return sorted(found)


def _neutral(kinds: list[str], base: int) -> None:
    """What has no direction runs as both its sides do, else as the paragraph (N1, N2)."""
    side = _side(base)
    for i, end in _runs(kinds, lambda kind: kind in _NEUTRAL):
        before = (_strong(kinds[i - 1]) if i else "") or side
        after = (_strong(kinds[end]) if end < len(kinds) else "") or side
        kinds[i:end] = [before if before == after else side] * (end - i)


def _runs(kinds: list[str], within: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Start and end of every stretch of classes that all are `within`."""
    out: list[tuple[int, int]] = []
    for i, kind in enumerate(kinds):
        if not within(kind):
            continue
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out


def _implicit(kind: str, base: int) -> int:
    """The level of a resolved class (I1, I2)."""
    if base % 2 == 0:
        return base + (1 if kind == "R" else 2 if kind in _NUMBERS else 0)
    return base + (1 if kind == "L" or kind in _NUMBERS else 0)


def _strong(kind: str) -> str:
    """The side of a class: numbers count as running right to left; "" for none."""
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _side(level: int) -> str:
    return "R" if level % 2 else "L"
