"""Texts of a file are painted and read back; what cannot be written counts as unread and is named."""

import json
import shutil
from pathlib import Path

import pytest

from cavendish.errors import FileError, PlanError, RequestError
from cavendish.eval import ocr, text
from cavendish.eval.events import Found, Measuring
from cavendish.painters.tracer import TracerPainter

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="needs the package tesseract-ocr"
)
OWN = Path(__file__).parent / "texts.txt"


def test_the_sample_has_many_scripts_and_lengths() -> None:
    found = text.texts(OWN)
    assert "Books & Maps" in found
    assert len({ocr.script_name(one) for one in found}) >= 9
    assert {text.Taken(one, "", "").length for one in found} == {name for _, name in text.LENGTHS}


def test_lines_quote_their_texts_or_are_them(tmp_path: Path) -> None:
    plain = tmp_path / "a.txt"
    plain.write_text('OPEN\n\na sign that says "Fresh Bread" and a mug with "Tea"\nOPEN\n')
    assert text.texts(plain) == ("OPEN", "Fresh Bread", "Tea")
    lines = tmp_path / "a.jsonl"
    lines.write_text(
        json.dumps({"prompt": 'a poster reading "Jazz"'})
        + "\n"
        + json.dumps({"text": ["Tea"], "prompt": "x"})
    )
    assert text.texts(lines) == ("Jazz", "Tea")


@pytest.mark.parametrize("line", ["not json", '{"other": 1}', '{"text": [1]}', "[1]"])
def test_a_line_of_another_form_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(line + "\n")
    with pytest.raises(RequestError, match="line 1"):
        text.texts(file)


def test_a_file_without_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n")
    with pytest.raises(RequestError, match="expected texts"):
        text.texts(tmp_path / "a.txt")
    with pytest.raises(FileError):
        text.texts(tmp_path / "none.txt")


def test_a_limit_spreads_over_the_file() -> None:
    assert text.spread("abcdefgh", 4) == ("a", "c", "e", "g")
    assert text.spread("abc", None) == ("a", "b", "c")


def test_long_texts_stand_on_posters_and_what_cannot_be_written_is_refused() -> None:
    assert text.planned("OPEN", 1).things[0].kind == "sign"
    assert text.planned("a long text " * 6, 1).things[0].kind == "poster"
    with pytest.raises(PlanError):
        text.planned("x" * 10_000, 1)


@pytest.mark.parametrize(
    ("read", "exact", "lines", "words"),
    [
        (("Fresh", "bread daily"), 1, 1, 1),
        (("Fresh bread", "daily"), 1, 0, 1),
        (("bread daily", "Fresh"), 0, 0.5, 2 / 3),
        ((), 0, 0, 0),
    ],
)
def test_scores_are_of_all_of_it_of_lines_and_of_words(
    read: tuple[str, ...], exact: float, lines: float, words: float
) -> None:
    found = text.score(("Fresh", "bread daily"), ocr.Reading(read, 1.0))
    assert (found.exact, found.lines, found.words) == pytest.approx((exact, lines, words))


def test_blanks_in_scripts_without_them_do_not_count() -> None:
    assert text.score(("欢迎", "光临"), ocr.Reading(("欢 迎", "光 临"), 1.0)).exact == 1


@needs_tesseract
@pytest.mark.slow
def test_a_traced_sign_is_read_and_an_impossible_one_counts_as_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("OPEN\n" + "W" * 90 + "\n")
    *steps, last = text.run(TracerPainter(), file, sizes=("512",))
    assert [type(step) for step in steps] == [Measuring, Measuring]
    assert isinstance(last, Found)
    report = last.report
    assert report.row("512: exact").score == report.row("512: exact").ceiling == 0.5
    assert any("W" * 20 in note and "at most" in note for note in report.notes)
    each = json.loads(report.to_json())["each"]
    assert each[0]["painter"]["read"] == "OPEN"
    assert each[1]["failed"]
