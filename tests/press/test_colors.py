"""Contrast as WCAG has it, and palettes whose words are read."""

import numpy as np
import pytest

from cavendish.plan.design import Look
from cavendish.press.colors import contrast, luminance, oklch, palette, readable, rgb, shown


def test_the_ratio_is_that_of_the_standard():
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast(rgb("#777777"), (1, 1, 1)) == pytest.approx(4.48, abs=0.01)
    assert float(luminance((1, 0, 0))) == pytest.approx(0.2126)


@pytest.mark.parametrize("code", ["#3366cc", "#ffcc00", "#101010", "#fafafa"])
def test_lightness_and_hue_go_there_and_back_and_any_colour_can_be_read(code: str):
    assert shown(*oklch(rgb(code))) == pytest.approx(rgb(code), abs=2e-3)
    for ground in ("#ffffff", "#000000", "#808080", code):
        assert contrast(readable(rgb(code), rgb(ground)), rgb(ground)) >= 4.5


def test_palettes_are_read_whatever_the_picture_or_the_brand():
    rng = np.random.default_rng(0)
    pictures = [None, *(rng.random((8, 8, 3)).astype(np.float32) * s for s in (0.1, 0.5, 1.0))]
    for picture in pictures:
        for look in (Look(), Look(ground="#777777", ink="#787878", accent="#777777")):
            found = palette(picture, look)
            assert contrast(found.ink, found.ground) >= 4.49
            assert contrast(found.accent, found.ground) >= 2.99
