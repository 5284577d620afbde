"""Glyphs are those that another shaper chooses, in the same places; what no font has is named."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, features

from cavendish.errors import PlanError
from cavendish.plan.lettering import Typeface
from cavendish.world.lettering.distance import winding
from cavendish.world.lettering.faces import SHIPPED, Shelf, shelf
from cavendish.world.lettering.shaping import Glyph, Paragraph, outlines, paragraph, place

OWN = Shelf((SHIPPED,))
USUAL = Typeface()
EM = 300  # pixels: hinting moves edges by half of one
SCRIPTS = [
    ("Crème Brûlée, Łódź", "Lato-Bold.ttf"),
    ("AVAST Type", "Lato-Bold.ttf"),
    ("Αθήνα", "Lato-Bold.ttf"),
    ("Щука и ёж", "Lato-Bold.ttf"),
    ("مرحبا بالعالم", "NotoSansArabic-Bold.ttf"),
    ("سلام لا", "NotoSansArabic-Bold.ttf"),
    ("שלום עולם", "NotoSansHebrew-Bold.ttf"),
    ("नमस्ते दुनिया क्षत्रिय", "NotoSansDevanagari-Bold.ttf"),
    ("สวัสดีที่นี่", "NotoSansThai-Bold.ttf"),
]
DEJAVU = shelf().find("DejaVu Sans", 700, False)  # one font with all that mixed lines need
needs_raqm = pytest.mark.skipif(not features.check("raqm"), reason="needs Pillow with libraqm and libfribidi")


def made(text: str, asked: Typeface = USUAL, spacing: float = 0.0) -> Paragraph:
    return paragraph(text, asked, spacing, OWN)


@needs_raqm
@pytest.mark.parametrize(("text", "file"), SCRIPTS)
def test_another_shaper_makes_lines_as_long(text: str, file: str) -> None:
    em = 1000
    font = ImageFont.truetype(str(SHIPPED / file), em, layout_engine=ImageFont.Layout.RAQM)
    ours = sum(glyph.advance for glyph in place(made(text), 0, len(text)))
    assert ours == pytest.approx(font.getlength(text) / em, abs=0.002 * len(text))


@needs_raqm
@pytest.mark.parametrize(("text", "file"), SCRIPTS)
def test_another_shaper_draws_the_same(text: str, file: str) -> None:
    ours, theirs = rastered(text), drawn(text, SHIPPED / file)
    h, w = max(ours.shape[0], theirs.shape[0]), max(ours.shape[1], theirs.shape[1])
    one, other = (np.pad(p, ((0, h - p.shape[0]), (0, w - p.shape[1]))) for p in (ours, theirs))
    assert (one & other).sum() / (one | other).sum() > 0.95


@needs_raqm
@pytest.mark.skipif(not DEJAVU, reason="needs the package fonts-dejavu-core")
@pytest.mark.parametrize("text", ["(12) שלום!", "קפה 12₪ (חדש) 3.5%", "אב (גד), הו: 1-2"])
def test_another_shaper_puts_numbers_and_brackets_in_the_same_places(text: str) -> None:
    assert DEJAVU is not None
    bare = Shelf((), {"latobold": DEJAVU[0]})
    ours = columns(cropped(raster(place(paragraph(text, Typeface(), 0.0, bare), 0, len(text)))))
    theirs = columns(drawn(text, DEJAVU[0]))
    assert len(ours) == len(theirs)
    assert np.allclose(ours, theirs, atol=4)


def columns(ink: np.ndarray) -> np.ndarray:
    """Where columns with ink and columns without meet."""
    return np.flatnonzero(np.diff(ink.any(0).astype(int)))


def rastered(text: str) -> np.ndarray:
    return cropped(raster(place(made(text), 0, len(text))))


def raster(line: list[Glyph]) -> np.ndarray:
    """The line's ink, EM pixels an em."""
    polygons = [p * (EM, -EM) + (100.0, 600.0) for p in outlines(line)]
    starts, ends = np.concatenate(polygons), np.concatenate([np.roll(p, -1, 0) for p in polygons])
    return winding(starts, ends, 4000, 900) != 0


def drawn(text: str, file: Path) -> np.ndarray:
    font = ImageFont.truetype(str(file), EM, layout_engine=ImageFont.Layout.RAQM)
    sheet = Image.new("L", (4000, 900))
    ImageDraw.Draw(sheet).text((100, 100), text, font=font, fill=255)
    return cropped(np.asarray(sheet) > 127)


def cropped(ink: np.ndarray) -> np.ndarray:
    ys, xs = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    return ink[ys[0] : ys[-1] + 1, xs[0] : xs[-1] + 1]


def test_advances_of_characters_add_up_to_the_line() -> None:
    of = made("Waffle fiancé שלום")
    assert of.advances.sum() == pytest.approx(sum(glyph.advance for glyph in place(of, 0, len(of.text))))


def test_pairs_are_kerned_and_ligatures_made() -> None:
    def width(text: str) -> float:
        return float(made(text).advances.sum())

    assert width("AV") < width("A") + width("V")
    assert len(place(made("लक्ष्य"), 0, 6)) < 6
    assert len(place(made("لا"), 0, 2)) == 1


def test_letters_are_spaced_apart_but_not_those_that_join() -> None:
    assert made("tea", spacing=0.1).advances.sum() == pytest.approx(made("tea").advances.sum() + 0.3)
    assert made("سلام", spacing=0.1).advances.sum() == pytest.approx(made("سلام").advances.sum())


def test_letters_a_font_lacks_come_from_the_next_word_by_word() -> None:
    spans = made("Żółw and tea", Typeface("script")).spans
    assert [span.face.path.name for span in spans] == ["KaushanScript-Regular.otf"]
    spans = made("Привет tea", Typeface("script")).spans
    assert [span.face.path.name for span in spans] == ["Lato-Bold.ttf", "DancingScript-Bold.otf"]


@pytest.mark.parametrize(
    ("text", "named"),
    [("tea 茶", r"'茶' \(U\+8336, Chinese or Japanese\); try: apt install fonts-droid-fallback"),
     ("ok 🙂", r"'🙂' \(U\+1F642, signs and emoji\); try: apt install fonts-symbola"),
     ("ភាសា", "Khmer.*fonts-noto-core"), ("차", "Korean.*fonts-droid-fallback"),
     ("abc\u0370", "U\\+0370, Greek")],
)  # fmt: skip
def test_a_character_without_a_glyph_is_named_with_what_to_install(text: str, named: str) -> None:
    with pytest.raises(PlanError, match=named):
        made(text)
