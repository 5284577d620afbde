"""Lettering: what is drawn is the text, fitted, centred, and its distance is a distance."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont, features

from cavendish.errors import PlanError
from cavendish.world.lettering.faces import SHIPPED, Shelf
from cavendish.world.letters import MARGIN, layout, signed_distance

FONT = SHIPPED / "Lato-Bold.ttf"
# Without raqm Pillow sets letters side by side, unkerned: then only texts without kerning can be compared.
KERNS = features.check("raqm")
ENGINE = ImageFont.Layout.RAQM if KERNS else ImageFont.Layout.BASIC
TEXTS = ["OPEN", "Crème\u00a0Brûlée", "gypsy", "Łódź\u00a0&\u00a0Žižkov", "24°", "AVAST"]


@pytest.mark.parametrize("text", TEXTS if KERNS else ["24°", "HIN"])
def test_pillow_draws_the_same_letters(text: str) -> None:
    width, height, pixels = 1.0, 0.4, 500
    inside = signed_distance(text, width, height, pixels) > 0
    line = layout(text, width, height)
    over = 4
    scale = pixels * over
    font = ImageFont.truetype(str(FONT), round(line.em * scale), layout_engine=ENGINE)
    sheet = Image.new("L", (4 * pixels * over, 2 * pixels * over))
    ImageDraw.Draw(sheet).text((99, 99), text, font=font, fill=255)
    ink = sheet.crop(sheet.getbbox())
    picture = Image.new("L", (inside.shape[1] * over, inside.shape[0] * over))
    picture.paste(ink, ((picture.width - ink.width) // 2, (picture.height - ink.height) // 2))
    drawn = np.asarray(picture.resize(inside.shape[::-1], Image.Resampling.BOX)) > 127
    assert (inside & drawn).sum() / (inside | drawn).sum() > 0.95


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("width", "height"), [(1.0, 0.4), (0.3, 0.3), (2.0, 0.1)])
def test_the_ink_is_centred_and_touches_the_margin(text: str, width: float, height: float) -> None:
    points = np.concatenate(layout(text, width, height).contours)
    assert np.allclose(points.min(0) + points.max(0), 0, atol=1e-9)
    free = np.array([width, height]) - 2 * MARGIN * min(width, height)
    used = (points.max(0) - points.min(0)) / free
    assert used.max() <= 1 + 1e-9
    assert used.max() > 0.6


def test_the_distance_is_a_distance_inside_and_out() -> None:
    width, height, pixels = 1.0, 0.5, 512
    distance = signed_distance("Hot Tea", width, height, pixels)
    step = width / pixels
    down, right = np.gradient(distance.astype(np.float64), step)
    slope = np.hypot(down, right)
    assert np.median(np.abs(slope - 1)) < 1e-3
    assert (np.abs(slope - 1) < 0.02).mean() > 0.9
    assert np.abs(np.diff(distance, axis=1)).max() <= step * 1.01
    assert np.abs(np.diff(distance, axis=0)).max() <= step * 1.01


def test_a_stem_has_its_own_half_width_inside() -> None:
    polygon = layout("I", 1.0, 1.0).contours[0]
    half = (polygon[:, 0].max() - polygon[:, 0].min()) / 2
    distance = signed_distance("I", 1.0, 1.0, 512)
    assert distance.max() == pytest.approx(half, abs=1.0 / 512)
    assert distance[0, 0] < 0
    assert signed_distance("O", 1.0, 1.0, 256)[128, 128] < 0


def test_finer_and_coarser_rasters_agree() -> None:
    fine, coarse = signed_distance("Ale", 1.0, 0.5, 512), signed_distance("Ale", 1.0, 0.5, 256)
    means = fine.reshape(128, 2, 256, 2).mean((1, 3))
    assert np.abs(means - coarse).mean() < 1e-4


def test_doubling_the_rectangle_doubles_the_distance() -> None:
    one, two = signed_distance("Rye", 1.0, 0.5, 256), signed_distance("Rye", 2.0, 1.0, 256)
    assert np.allclose(2 * one, two, atol=1e-6)


def test_composed_and_combining_accents_are_the_same_picture() -> None:
    assert np.allclose(
        signed_distance("café", 1.0, 0.5, 128), signed_distance("cafe\u0301", 1.0, 0.5, 128), atol=1e-6
    )


@pytest.mark.parametrize("text", ["tea 茶", "tea 🙂", "ភាសា"])
def test_a_character_without_a_glyph_is_named(text: str) -> None:
    with pytest.raises(PlanError, match=r"U\+.*apt install fonts-") as caught:
        layout(text, 1.0, 0.5, where=Shelf((SHIPPED,)))
    assert any(letter in str(caught.value) for letter in text if not letter.isascii())


@pytest.mark.parametrize(
    ("text", "named"),
    [("  ", "visible"), ("\n\n", "visible"), ("a\ud800", r"U\+D800"), ("a\tb", r"U\+0009"), ("a\u202eb", r"U\+202E"),
     ("", "visible"), ("\u200d", "visible")],
)  # fmt: skip
def test_what_cannot_be_seen_is_refused(text: str, named: str) -> None:
    with pytest.raises(PlanError, match=named):
        layout(text, 1.0, 0.5)


def test_a_text_too_long_to_read_is_refused_with_the_longest_that_fits() -> None:
    for text in ("W" * 40, "tea and cake " * 800):
        with pytest.raises(PlanError, match="at most") as caught:
            layout(text, 1.0, 0.5)
        assert caught.value.hint is not None
        layout(caught.value.hint.strip("'"), 1.0, 0.5)


def test_letters_are_those_asked_for() -> None:
    usual, script = layout("Tea", 1.0, 0.5), layout("Tea", 1.0, 0.5, "elegant script")
    assert usual.glyphs[0][0].face.path == FONT
    assert script.glyphs[0][0].face.path.name == "DancingScript-Bold.otf"
    with pytest.raises(PlanError, match="nearest: 'script'"):
        layout("Tea", 1.0, 0.5, "scrypt")


def test_small_letters_have_samples_enough() -> None:
    block = layout("tea and cake and " * 11, 1.0, 0.5)
    assert len(block.lines) > 5
    across = signed_distance(block.text, 1.0, 0.5).shape[1]
    assert 512 < across <= 2048
    assert block.em * across >= 45


LATIN = st.characters(min_codepoint=33, max_codepoint=0x17E, exclude_categories=["Cc", "Cf", "Zs"])


@settings(max_examples=25, deadline=None)
@given(st.text(LATIN, min_size=1, max_size=14))
def test_every_latin_text_can_be_drawn(text: str) -> None:
    distance = signed_distance(text, 1.0, 0.5, 64)
    assert np.isfinite(distance).all()
    assert distance[0].max() < 0


def test_overlapping_strokes_have_no_seam_between_them() -> None:
    distance = signed_distance("į", 1.0, 1.0, 256)  # its tail is drawn over its stem
    line = layout("į", 1.0, 1.0)
    stem = line.contours[0]
    assert len(line.contours) > 1
    x, y = 0.0, (stem[:, 1].min() + 0.02)
    assert distance[round((0.5 - y) * 256), round((x + 0.5) * 256)] > 0.01
