"""What is drawn is where it was meant to be, and no text is wider than its room."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.world.export.ink import INK, LIGHT, PAPER, Sheet, fitted, shown, width_of
from cavendish.world.export.labels import Rect


def inked(sheet: Sheet) -> tuple[int, int, int, int]:
    """The box of what is not paper: x0, y0, x1, y1."""
    ys, xs = np.nonzero((np.abs(sheet.pixels().astype(int) - PAPER) > 40).any(-1))
    return int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1


def test_a_sheet_is_paper_of_its_size():
    pixels = Sheet(30, 20).pixels()
    assert pixels.shape == (20, 30, 3)
    assert (pixels == PAPER).all()


def test_shapes_are_where_they_were_put():
    sheet = Sheet(100, 80)
    sheet.box(Rect(10, 20, 60, 50), None, INK)
    assert inked(sheet) == pytest.approx((10, 20, 60, 50), abs=1)
    other = Sheet(100, 80)
    other.disc((50, 40), 20, INK)
    assert inked(other) == pytest.approx((30, 20, 70, 60), abs=1)


def test_an_arrow_ends_at_its_tip_however_short():
    for start in ((10.0, 40.0), (85.0, 40.0)):
        sheet = Sheet(100, 80)
        sheet.arrow(start, (90, 40), LIGHT)
        assert inked(sheet)[2] == pytest.approx(90, abs=2)
    Sheet(100, 80).arrow((5, 5), (5, 5), LIGHT)


def test_dashes_cover_half_of_a_line():
    sheet = Sheet(200, 20)
    sheet.dashes([(0, 10), (200, 10)], INK, 2.0, 10)
    row = sheet.pixels()[10, :, 0] < 150
    assert row.mean() == pytest.approx(0.5, abs=0.06)


def test_a_picture_is_pasted_at_half_its_pixels_and_only_where_it_should():
    red = np.zeros((40, 40, 3), np.uint8)
    red[..., 0] = 255
    mask = np.zeros((40, 40), bool)
    mask[:, :20] = True
    sheet = Sheet(60, 40)
    sheet.picture(red, 10, 5, mask)
    assert inked(sheet) == pytest.approx((10, 5, 20, 25), abs=1)
    outer = Sheet(60, 40)
    outer.inset(sheet, 30, 0)
    assert inked(outer) == pytest.approx((40, 5, 50, 25), abs=1)


def test_text_stands_on_its_base_line_and_is_as_wide_as_was_said():
    sheet = Sheet(300, 60)
    sheet.written((20, 40), "HELLO", 24)
    x0, _, x1, y1 = inked(sheet)
    assert y1 == pytest.approx(40, abs=1)
    assert x1 - x0 == pytest.approx(width_of("HELLO", 24), abs=5)
    middled = Sheet(300, 60)
    middled.middled((150, 30), "HHH", 20)
    x0, y0, x1, y1 = inked(middled)
    assert ((x0 + x1) / 2, (y0 + y1) / 2) == pytest.approx((150, 30), abs=1.5)


@given(st.text(max_size=60), st.floats(20, 300))
def test_a_text_that_is_made_to_fit_does(text: str, room: float):
    made = fitted(text, 15, room)
    assert width_of(made, 15) <= room
    assert made == text or made.endswith("…")


def test_letters_the_font_lacks_are_boxes():
    assert shown("Zoë 猫 ♞") == "Zoë □ □"
    assert shown("a\rb\x07c\u200b") == "a b□c□"


def test_letters_of_other_scripts_are_drawn_by_their_own_fonts():
    for text in ("欢迎光临", "שלום", "नमस्ते"):
        sheet = Sheet(200, 60)
        sheet.written((20, 40), text, 20)
        x0, y0, x1, y1 = inked(sheet)
        assert 18 <= x0 < x1 <= 24 + width_of(text, 20)
        assert 12 < y0 < y1 < 54
        sheet = Sheet(200, 60)
        sheet.middled((100, 30), text, 20)
        x0, _, x1, _ = inked(sheet)
        assert (x0 + x1) / 2 == pytest.approx(100, abs=3)
