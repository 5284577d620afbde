"""Fonts are found where they lie, the nearest to what was asked; what is missing has a package."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from cavendish.plan.lettering import FAMILIES, Typeface
from cavendish.world.lettering import faces as fonts
from cavendish.world.lettering.faces import SHIPPED, Face, Shelf, faces, package, shelf
from cavendish.world.lettering.scripts import COMMON

OWN = Shelf((SHIPPED,))


def first(script: str, asked: Typeface, where: Shelf = OWN) -> Face:
    return next(faces(script, asked, "zh-Hans", where))


def area(polygon: fonts.Floats) -> float:
    after = np.roll(polygon, -1, axis=0)
    return abs(float((polygon[:, 0] * after[:, 1] - polygon[:, 1] * after[:, 0]).sum() / 2))


def test_the_usual_letters_come_with_the_package() -> None:
    assert first("Latn", Typeface(), shelf()).path == SHIPPED / "Lato-Bold.ttf"


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_comes_with_the_package_and_looks_its_own_way(family: str) -> None:
    files = {name: first("Latn", Typeface(name)).path for name in FAMILIES}
    assert list(files.values()).count(files[family]) == 1


@pytest.mark.parametrize(
    ("script", "name"), [("Arab", "Arabic"), ("Hebr", "Hebrew"), ("Deva", "Devanagari"), ("Thai", "Thai")]
)
def test_these_scripts_come_with_the_package(script: str, name: str) -> None:
    assert first(script, Typeface("script")).path.name == f"NotoSans{name}-Bold.ttf"
    assert package(script, OWN) is None


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ("Hani", "fonts-droid-fallback"),
        ("Hang", "fonts-droid-fallback"),
        (COMMON, "fonts-symbola"),
        ("Khmr", "fonts-noto-core"),
    ],
)
def test_a_missing_script_has_a_package(script: str, wanted: str) -> None:
    assert package(script, OWN) == wanted


def test_the_nearest_weight_is_taken(tmp_path: Path) -> None:
    for name in ("Lato-Light", "Lato-Bold", "Lato-BlackItalic", "Comic Neue"):
        shutil.copy(SHIPPED / "ComicNeue-Bold.otf", tmp_path / f"{name}.otf")
    mine = Shelf((tmp_path,))
    assert mine.find("Lato", 300, False) == (tmp_path / "Lato-Light.otf", True)
    assert mine.find("Lato", 400, False) == (tmp_path / "Lato-Light.otf", True)
    assert mine.find("Lato", 600, False) == (tmp_path / "Lato-Bold.otf", True)
    assert mine.find("Lato", 300, True) == (tmp_path / "Lato-BlackItalic.otf", True)
    assert mine.find("Comic Neue", 700, True) == (tmp_path / "Comic Neue.otf", False)
    assert mine.find("Lobster Two", 700, False) is None


def test_letters_lean_where_no_slanted_ones_are() -> None:
    upright, leaning = first("Latn", Typeface("slab")), first("Latn", Typeface("slab", slanted=True))
    number = upright.font.get_nominal_glyph(ord("I"))
    one, other = (np.concatenate(face.glyph(number)) for face in (upright, leaning))
    assert np.allclose(other[:, 1], one[:, 1], atol=1)
    assert np.allclose(other[:, 0] - one[:, 0], fonts._LEAN * one[:, 1], atol=2)


def test_outlines_close_and_have_the_areas_of_their_glyphs() -> None:
    face = first("Latn", Typeface())
    inner, outer = sorted(area(p) for p in face.glyph(face.font.get_nominal_glyph(ord("O"))))
    assert 0.3 < outer / face.em**2 < 0.5
    assert 0.3 * outer < inner < 0.8 * outer


def test_an_empty_shelf_has_nothing(tmp_path: Path) -> None:
    assert list(faces("Latn", Typeface(), "ja", Shelf((tmp_path, tmp_path / "none")))) == []
