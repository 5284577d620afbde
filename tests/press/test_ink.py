"""Outlines cover pixels as much as they lie on them."""

import math

import numpy as np
import pytest

from cavendish.press.ink import chevron, disc, fill, paste, rectangle, stroke


def blank(side: int = 40) -> np.ndarray:
    return np.zeros((side, side, 3), np.float32)


def test_a_box_between_pixels_covers_its_own_area():
    sheet = blank()
    fill(sheet, [rectangle((3.5, 4.0, 10.25, 9.5))], (1, 1, 1))
    assert sheet[..., 0].sum() == pytest.approx(6.75 * 5.5, rel=0.02)
    assert sheet[6, 3, 0] == pytest.approx(0.5, abs=0.1)


def test_a_circle_has_its_area_and_what_is_outside_is_cut():
    sheet = blank()
    fill(sheet, [disc((20, 20), 9)], (1, 0.5, 0))
    assert sheet[..., 0].sum() == pytest.approx(math.pi * 81, rel=0.01)
    assert sheet[20, 20].tolist() == [1, 0.5, 0]
    fill(sheet, [disc((0, 0), 5), *stroke((-9, 3), (60, 3), 2), *chevron((50, 50), 8, 90)], (0, 0, 1), 0.5)
    assert sheet[3, 39, 2] == pytest.approx(0.5)


def test_a_picture_fills_its_box_and_keeps_its_shape():
    sheet = blank()
    picture = np.ones((10, 30, 3), np.float32) * (0.2, 0.4, 0.6)
    paste(sheet, picture.astype(np.float32), (5, 5, 25, 35), 4)
    assert np.allclose(sheet[20, 15], (0.2, 0.4, 0.6), atol=1e-3)
    assert sheet[5, 5].max() < 0.2
