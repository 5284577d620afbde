"""Paper becomes pixels: sheets are covered, dots an inch are kept, and what cannot be is said."""

import pytest

from cavendish.errors import RequestError
from cavendish.events import Request
from cavendish.paper import AREA_MOST, INCH, SHEETS, pixels_of


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_covered_and_no_more_than_needed(name: str):
    size, dpi = pixels_of(f"{name}@100")
    for pixels, mm in zip(map(int, size.split("x")), SHEETS[name], strict=True):
        assert dpi == 100
        assert -1e-6 <= pixels / dpi * INCH - mm < 8 / dpi * INCH
        assert pixels % 8 == 0
    assert Request("a cup", size=size, dpi=dpi).pixels == tuple(map(int, size.split("x")))


def test_an_a_series_sheet_is_half_of_the_one_before():
    for larger, smaller in (("A0", "A1"), ("A2", "A3"), ("A5", "A6")):
        assert SHEETS[larger][1] == pytest.approx(2 * SHEETS[smaller][0], abs=1)
        assert SHEETS[larger][0] == SHEETS[smaller][1]


def test_known_sizes():
    assert pixels_of("A3@300") == ("3512x4968", 300)
    assert pixels_of("a3@300", wide=True) == ("4968x3512", 300)
    assert pixels_of("Letter") == ("2552x3304", 300)
    assert pixels_of("20x30cm@150") == ("1184x1776", 150)
    assert pixels_of("8x10in@300") == pixels_of("203.2x254mm@300 dpi") == ("2400x3000", 300)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A9@300", "try: --print A"),
        ("A3@5", "expected 36 to 2400 dots an inch, got 5"),
        ("A0@300", "try: --print A0@"),
        ("20x30", "such as 20x30cm"),
        ("0x30cm", "such as 20x30cm"),
        ("", "such as 20x30cm"),
        ("x" * 9999, "got xxx"),
        ("99999x99999cm", "try: a smaller sheet"),
    ],
)
def test_what_no_printer_has_is_refused_in_one_line(text: str, message: str):
    with pytest.raises(RequestError) as caught:
        pixels_of(text)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 300


def test_what_is_offered_instead_can_be_painted():
    with pytest.raises(RequestError) as caught:
        pixels_of("A0@600")
    offered, dpi = pixels_of(str(caught.value.hint).removeprefix("--print "))
    w, h = map(int, offered.split("x"))
    assert w * h <= AREA_MOST
    assert dpi < 600
