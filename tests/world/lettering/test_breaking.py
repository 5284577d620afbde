"""Lines break where readers allow it, and are as even as they can be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.world.lettering.breaking import Piece, balanced, lines_in, narrowest, pieces, unbroken


def cut(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces(text, [1.0] * len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fresh bread  daily ", ["fresh", "bread", "daily"]),
        ("well-known 24-7 a/b", ["well-", "known", "24-7", "a/", "b"]),
        ("10\u00a0km on", ["10\u00a0km", "on"]),
        ("热茶，请进！", ["热", "茶，", "请", "进！"]),
        ("「茶」です", ["「茶」", "で", "す"]),
        ("コーヒー", ["コー", "ヒー"]),
        ("안녕 세계", ["안녕", "세계"]),
        ("茶Tea", ["茶", "Tea"]),
        ("สวัสดี ไทยแลนด์", ["สวัสดี", "ไทย", "แลนด์"]),
        ("เแ", ["เแ"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
        ("a\u200bb", ["a\u200b", "b"]),
    ],
)
def test_pieces_are_what_stays_together(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_words_are_whole_where_breaks_inside_them_are_joined() -> None:
    text = "热茶，请进！ok"
    joined = unbroken(pieces(text, [1.0] * len(text)))
    assert [text[p.start : p.end] for p in joined] == ["热茶，", "请进！ok"]
    assert [p.width for p in joined] == [3.0, 5.0]


WIDTHS = st.lists(st.integers(1, 9), min_size=1, max_size=9)


def row(widths: list[int]) -> list[Piece]:
    return [Piece(i, i + 1, float(w), 1.0, ends=i == len(widths) - 1) for i, w in enumerate(widths)]


def splits(n: int, count: int) -> list[list[tuple[int, int]]]:
    """Every way to part n pieces into at most `count` lines."""
    if n == 0:
        return [[]]
    if count == 0:
        return []
    return [[*before, (k, n)] for k in range(n) for before in splits(k, count - 1)]


def wide(of: list[Piece], line: tuple[int, int]) -> float:
    first, last = line
    return sum(p.width for p in of[first:last]) + sum(p.gap for p in of[first : last - 1])


@given(WIDTHS, st.integers(1, 4))
def test_the_narrowest_is_the_least_of_all_splits(widths: list[int], count: int) -> None:
    of = row(widths)
    least = min(max(wide(of, line) for line in split) for split in splits(len(of), count))
    assert narrowest(of, count) == pytest.approx(least, abs=1e-4)
    assert lines_in(of, least) <= count


@given(WIDTHS, st.integers(1, 4))
def test_balanced_lines_leave_the_least_squares_of_all_splits(widths: list[int], count: int) -> None:
    of = row(widths)
    width = min(max(wide(of, line) for line in split) for split in splits(len(of), count))
    found = balanced(of, width, count)
    assert found[0][0] == 0
    assert found[-1][1] == len(of)
    assert all(a[1] == b[0] for a, b in pairwise(found))

    def free(split: list[tuple[int, int]]) -> float:
        return sum((width - wide(of, line)) ** 2 for line in split)

    fitting = [s for s in splits(len(of), count) if all(wide(of, line) <= width + 1e-9 for line in s)]
    assert free(found) == pytest.approx(min(map(free, fitting)), abs=1e-3)


def test_a_line_ends_where_it_must() -> None:
    of = [Piece(0, 1, 1.0, 1.0, ends=True), Piece(1, 2, 1.0, 1.0, ends=True)]
    assert lines_in(of, 9.0) == 2
    assert narrowest(of, 1) is None
    assert balanced(of, 9.0, 3) == [(0, 1), (1, 2)]
