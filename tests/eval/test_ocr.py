"""The planned rectangle comes out flat, letters come out black on white, and Tesseract reads them."""

import shutil
from dataclasses import replace

import numpy as np
import pytest

from cavendish.errors import RequestError
from cavendish.eval import ocr
from cavendish.plan.layout import complete
from cavendish.plan.schema import Lettering, Plan, Thing
from cavendish.world.letters import signed_distance
from cavendish.world.stage import Stage, Window, build
from cavendish.world.surfaces import sample

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="needs the package tesseract-ocr"
)


def staged(kind: str) -> Stage:
    things = (Thing(id="a", kind=kind, yaw=11.0),)
    return build(
        complete(Plan(place="studio", things=things, lettering=(Lettering(text="Tea", on="a"),)), 2), 2
    )


@pytest.mark.parametrize("kind", ["sign", "cup"])
def test_a_rectangle_seen_from_the_side_is_laid_flat(kind: str) -> None:
    stage = staged(kind)
    (line,) = stage.letters
    seen = sample(stage, Window.whole(200, 200))
    ink = seen.gather((seen.surfaces.letter[:, None] > 0).astype(np.float32))
    picture = np.repeat(np.clip(255 * ink, 0, 255).astype(np.uint8), 3, axis=2)
    h, w = 60, round(60 * line.width / line.height)
    layer = ocr.flat(stage, line, picture, (h, w))[..., 0]
    field = signed_distance("Tea", line.width, line.height, max(h, w))
    planned = field[: layer.shape[0], : layer.shape[1]] > 0
    found = layer[: planned.shape[0], : planned.shape[1]] > 0.5
    assert (found & planned).sum() / (found | planned).sum() > 0.75


@pytest.mark.parametrize(("tone", "ground"), [(0.05, 0.7), (0.95, 0.3), (0.02, 0.12), (0.9, 0.6)])
def test_letters_come_out_dark_on_light(tone: float, ground: float) -> None:
    inside = signed_distance("Tea", 1.0, 0.5, 200) > 0
    shade = np.linspace(0.9, 1.1, inside.shape[1], dtype=np.float32)  # light that falls off to one side
    layer = np.repeat(np.where(inside, tone, ground * shade)[..., None], 3, 2).astype(np.float32)
    pages = list(ocr.binarised(layer))
    assert len(pages) == 2
    for page in pages:
        inner = page[ocr.EM : -ocr.EM, ocr.EM : -ocr.EM]
        assert inner[inside].mean() < 60
        assert inner[~inside].mean() > 150


def test_grain_and_specks_of_the_ground_are_left_out() -> None:
    inside = signed_distance("Tea", 1.0, 0.5, 240) > 0
    grain = 0.8 - 0.25 * (np.arange(inside.shape[1]) % 17 == 0)  # streaks
    tones = np.where(inside, 0.1, grain[None]).astype(np.float32)
    tones[5:7, 3:5] = 0.1  # a nail
    for page in ocr.binarised(np.repeat(tones[..., None], 3, 2)):
        inner = page[ocr.EM : -ocr.EM, ocr.EM : -ocr.EM]
        assert inner[~inside].mean() > 245
        assert inner[inside].mean() < 40


def test_what_is_read_is_the_letters_box_and_half_an_em() -> None:
    (line,) = staged("sign").letters
    face = ocr.about(line)
    ink = np.argwhere(line.field > 0)
    (top, left), (bottom, right) = ink.min(0) / line.field.shape, (ink.max(0) + 1) / line.field.shape
    assert -0.5 <= face.left <= left - 0.5
    assert right - 0.5 <= face.right <= 0.5
    assert face.top - (0.5 - top) <= 0.5 * line.em / line.height + 1e-6
    assert -0.5 <= face.bottom <= 0.5 - bottom
    assert ocr.about(replace(line, field=line.field - 10)) == ocr.Face()


def test_otsu_splits_two_heaps_between_them() -> None:
    rng = np.random.default_rng(1)
    grey = np.concatenate((rng.normal(0.25, 0.04, 500), rng.normal(0.75, 0.04, 300))).astype(np.float32)
    assert 0.35 < ocr.otsu(grey) < 0.65


@needs_tesseract
@pytest.mark.parametrize(("text", "single"), [("OPEN", True), ("Fresh bread\ndaily", False)])
def test_plain_letters_are_read_as_they_are(text: str, single: bool) -> None:
    inside = signed_distance(text, 1.0, 0.4, 500) > 0
    page = np.pad(np.where(inside, 0, 255).astype(np.uint8), ocr.EM, constant_values=255)
    found = ocr.read(page, "eng", single)
    assert found.lines == tuple(text.split("\n"))
    assert found.sure > 0.7


def test_a_table_of_words_becomes_lines_in_order() -> None:
    def row(level: int, line: int, sure: float, word: str) -> str:
        return "\t".join(map(str, (level, 1, 1, 1, line, 1, 0, 0, 9, 9, sure, word)))

    found = ocr.parsed(
        "\n".join(
            ("header", row(4, 1, -1, ""), row(5, 1, 90, "Tea"), row(5, 1, 60, "for"), row(5, 2, 30, "2"))
        )
    )
    assert found.lines == ("Tea for", "2")
    assert found.text == "Tea for 2"
    assert found.sure == pytest.approx((0.9 * 3 + 0.6 * 3 + 0.3) / 7)
    assert ocr.parsed("header") == ocr.Reading((), 0.0)
    assert ocr.surest((found, ocr.Reading(("x",), 0.99))).text == "x"


@pytest.mark.parametrize(
    ("text", "name"), [("Tea, 2 €", "Latn"), ("чай tea чай", "Cyrl"), ("茶です", "Hani"), ("24/7", "Zyyy")]
)
def test_a_text_has_the_script_of_most_of_its_letters(text: str, name: str) -> None:
    assert ocr.script_name(text) == name


def test_without_tesseract_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ocr.languages.cache_clear()
    with pytest.raises(RequestError, match="try: apt install tesseract-ocr"):
        ocr.languages()


def test_without_a_language_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "languages", lambda: frozenset({"eng"}))
    assert ocr.language_of("Tea") == "eng"
    with pytest.raises(RequestError, match="try: apt install tesseract-ocr-chi-sim"):
        ocr.language_of("茶")
