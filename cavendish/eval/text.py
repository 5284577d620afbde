"""Are the words right? Texts painted on signs and posters, and read back by Tesseract."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cavendish import pipeline
from cavendish.errors import PlanError, RequestError, clip
from cavendish.eval import ocr
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.painting import painted, request_for
from cavendish.eval.report import Report, Row
from cavendish.eval.spelling import folded, in_order, likeness
from cavendish.events import LETTERED
from cavendish.image import read_text
from cavendish.painters.base import Painter
from cavendish.painters.mending import mended
from cavendish.painters.tracer import TracerPainter
from cavendish.plan.carriers import LONG
from cavendish.plan.layout import complete
from cavendish.plan.lettering import MAX_LETTERS
from cavendish.plan.reading import read
from cavendish.plan.schema import Lettering, Plan, Thing
from cavendish.world.lettering.seen import window_of
from cavendish.world.letters import layout
from cavendish.world.stage import Stage, build

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]

FIRST_SEED = 940_000_000
SIZES = ("512", "1K")
LENGTHS = ((5, "1-5 words"), (30, "6-30 words"), (MAX_LETTERS, "over 30 words"))
"""Words up to which a text is counted with others of its length; two letters are one where none stand between."""
_BARS = {("1K", LENGTHS[0][1]): ("exact", 0.97), ("2K", LENGTHS[1][1]): ("exact", 0.95)}
"""Shares of the ceiling that must be reached at a size and a length."""
_LONG_BAR = ("2K", LENGTHS[2][1], "words", 0.95)
_SCRIPT_BAR = 0.90  # of the ceiling, in every script but Latin
MEASURES = ("exact", "lines", "words", "characters")
SHOWN = 8
_MOST_SIDE = 2400  # pixels of a page


@dataclass(frozen=True)
class Score:
    """How well a text was read: whether all of it is exact, the shares of its lines and words, and its likeness."""

    exact: float = 0.0
    lines: float = 0.0
    words: float = 0.0
    characters: float = 0.0
    read: str = ""


@dataclass(frozen=True)
class Taken:
    """One text at one size: what was read of the painter's picture, of the tracer's, and of the plain page.

    `how` says how its letters came to be what was planned (see painters.mending); "" where nothing was painted.
    """

    text: str
    script: str
    size: str
    ours: Score = Score()
    traced: Score = Score()
    page: Score = Score()
    failed: str = ""
    how: str = ""
    shown: tuple[U8, ...] = field(default=(), compare=False, repr=False)

    @property
    def length(self) -> str:
        """The class of its length."""
        blanks = len(self.text.split())
        count = blanks if self.script not in ocr.UNSPACED else max(blanks, len(self.text) // 2)
        return next(name for most, name in LENGTHS if count <= most or most == MAX_LETTERS)


def run(
    painter: Painter, file: Path, limit: int | None = None, sizes: Sequence[str] = SIZES
) -> Iterator[Event]:
    """Paints up to `limit` texts of a file, spread over it, at each size, and reads them back; ends with Found.

    A text that cannot be planned or set counts as not read, and is named. FileError when the file cannot be read,
    RequestError when it holds no text or Tesseract is missing.
    """
    began = time.monotonic()
    ocr.languages()
    asked = spread(texts(file), limit)
    taken: list[Taken] = []
    weights = ""
    for i, text in enumerate(asked):
        for k, size in enumerate(sizes):
            yield Measuring("text", i * len(sizes) + k, len(asked) * len(sizes))
            one, found = take(painter, text, FIRST_SEED + i, size)
            taken.append(one)
            weights = found or weights
    yield Found(_report(painter.name, weights, taken, time.monotonic() - began))


def texts(file: Path) -> tuple[str, ...]:
    """The texts of a file, each once: of every line what it quotes, as the plan's reader has it, else the line itself.

    A line of a .jsonl file is an object with a "text", one or a list of them, or with a "prompt".
    """
    out: dict[str, None] = {}
    for number, line in enumerate(read_text(file).splitlines(), 1):
        if not line.strip():
            continue
        for said in _said(file, number, line) if file.suffix == ".jsonl" else (line,):
            quoted = read(said).refs.texts
            out |= dict.fromkeys(quoted or (said.strip(),))
    if not out:
        raise RequestError(f"{file}: expected texts, one a line, got none")
    return tuple(out)


def _said(file: Path, number: int, line: str) -> tuple[str, ...]:
    try:
        record = json.loads(line)
        given = record["text"] if "text" in record else record["prompt"]
    except (ValueError, LookupError, TypeError):
        given = None
    found = [given] if isinstance(given, str) else given
    if not isinstance(found, list) or not all(isinstance(one, str) and one.strip() for one in found):
        raise RequestError(
            f'{file} line {number}: expected an object with a "text" or a "prompt", got {clip(line)}'
        )
    return tuple(found)


def spread(asked: Sequence[str], limit: int | None) -> tuple[str, ...]:
    """At most `limit` of the texts, at equal distances."""
    if limit is None or limit >= len(asked):
        return tuple(asked)
    return tuple(asked[i * len(asked) // limit] for i in range(limit))


def planned(text: str, seed: int) -> Plan:
    """The complete plan of a text on a sign, or on a poster where it is long; PlanError when there can be none."""
    try:
        thing = Thing(id="a", kind="poster" if len(text) > LONG else "sign")
        return complete(Plan(things=(thing,), lettering=(Lettering(text=text, on="a"),)), seed)
    except ValueError as error:
        raise PlanError(" ".join(str(error).split())) from None


def take(painter: Painter, text: str, seed: int, size: str) -> tuple[Taken, str]:
    """The text painted and read back, and the hash of the painter's weights ("" where it was not painted)."""
    script = ocr.script_name(text)
    try:
        language = ocr.language_of(text)
        stage = build(planned(text, seed), seed)
    except (PlanError, RequestError) as error:
        return Taken(text, script, size, failed=str(error)), ""
    (line,) = stage.letters
    block = layout(text, line.width, line.height)
    pixels = _pixels(line.width, line.height, block.em)
    wide, high = request_for(stage, seed, size).pixels
    window = window_of(stage, line, (high, wide))
    made, (how,) = mended(stage, painted(painter, stage, seed, size, window))
    picture = pipeline.finish(stage, made)
    ours, layer = _scored(stage, picture, pixels, block.lines)
    if painter.name == TracerPainter.name:
        theirs, other = ours, layer
    else:
        reference = pipeline.finish(stage, painted(TracerPainter(), stage, seed, size, window))
        theirs, other = _scored(stage, reference, pixels, block.lines)
    best = _plain(line.field, pixels, language, block.lines)
    return Taken(text, script, size, ours, theirs, best, how=how, shown=(picture, layer, other)), made.weights


def _pixels(width: float, height: float, em: float) -> tuple[int, int]:
    """Rows and columns of the page that a rectangle is laid out on, its letters as large as they are read best."""
    scale = min(ocr.EM / em, _MOST_SIDE / max(width, height))
    return ceil(height * scale), ceil(width * scale)


def _scored(stage: Stage, picture: U8, pixels: tuple[int, int], lines: Sequence[str]) -> tuple[Score, U8]:
    (letters,) = stage.letters
    layer = ocr.flat(stage, letters, picture, pixels, ocr.about(letters))
    text = " ".join(lines)
    found = ocr.surest(ocr.readings(layer, text, len(lines) == 1))
    return score(lines, found), np.clip(layer * 255 + 0.5, 0, 255).astype(np.uint8)


def _plain(distance: F32, pixels: tuple[int, int], language: str, lines: Sequence[str]) -> Score:
    """How the letters themselves are read, black on white: what no picture can better."""
    from PIL import Image

    page = np.where(distance > 0, 0, 255).astype(np.uint8)
    small = np.asarray(Image.fromarray(page).resize((pixels[1], pixels[0]), Image.Resampling.LANCZOS))
    return score(lines, ocr.read(np.pad(small, ocr.EM, constant_values=255), language, len(lines) == 1))


def score(lines: Sequence[str], found: ocr.Reading) -> Score:
    """How well the lines of a text were read."""
    spaced = ocr.script_name(" ".join(lines)) not in ocr.UNSPACED
    wanted = [fold for line in lines if (fold := folded(line, spaced))]
    got = [folded(line, spaced) for line in found.lines]
    joint = " " if spaced else ""
    written, seen = joint.join(wanted), joint.join(got)
    whole, words = in_order(wanted, got), in_order(written.split(), seen.split())
    return Score(float(written == seen), whole, words, likeness(written, seen), found.text)


def _report(painter: str, weights: str, taken: Sequence[Taken], seconds: float) -> Report:
    rows: list[Row] = []
    for size in dict.fromkeys(one.size for one in taken):
        here = [one for one in taken if one.size == size]
        rows += [_row(f"{size}: {name}", here, name) for name in MEASURES]
        for _, length in LENGTHS:
            rows += _of_length(size, length, [one for one in here if one.length == length])
    for script in sorted({one.script for one in taken}):
        here = [one for one in taken if one.script == script]
        share = None if script == "Latn" else _SCRIPT_BAR
        rows.append(_row(f"script {script} ({len(here)}): exact", here, "exact", share))
        rows.append(_row(f"script {script} ({len(here)}): characters", here, "characters"))
    failed = dict.fromkeys(f"{clip(one.text)!r}: {one.failed}" for one in taken if one.failed)
    rows += [Row(f"letters {how}", float(np.mean([one.how == how for one in taken]))) for how in LETTERED]
    rows += [Row(f"plain page: {name}", _mean(taken, "page", name)) for name in MEASURES]
    notes = (
        "ceiling: the tracer's picture of the same plan; plain page: the letters black on white, no picture",
    )
    first = taken[0].size if taken else ""
    sheet = tuple(one.shown for one in taken if one.shown and one.size == first)[:SHOWN]
    return Report("text", painter, weights, tuple(rows), seconds, (*notes, *failed), _facts(taken),
                  tuple(_each(one) for one in taken), ("picture", painter, "tracer"), sheet)  # fmt: skip


def _of_length(size: str, length: str, taken: Sequence[Taken]) -> list[Row]:
    """How well texts of a length were read at a size, with the bar there is for it; nothing of no texts."""
    if not taken:
        return []
    which, share = _BARS.get((size, length), ("", None))
    rows = [
        _row(f"{size}, {length} ({len(taken)}): {name}", taken, name, share if name == which else None)
        for name in ("exact", "words")
    ]
    if (size, length) == _LONG_BAR[:2]:
        rows[-1] = replace(rows[-1], least=_LONG_BAR[3])
    return rows


def _row(name: str, taken: Sequence[Taken], measure: str, share: float | None = None) -> Row:
    """A row whose bar is a share of its ceiling, if one is given."""
    ceiling = _mean(taken, "traced", measure)
    return Row(name, _mean(taken, "ours", measure), ceiling, least=None if share is None else share * ceiling)


def _mean(taken: Sequence[Taken], which: str, measure: str) -> float:
    return float(np.mean([getattr(getattr(one, which), measure) for one in taken]))


def _facts(taken: Sequence[Taken]) -> dict[str, object]:
    return {"texts": len({one.text for one in taken}), "sizes": list(dict.fromkeys(one.size for one in taken)),
            "failed": len({one.text for one in taken if one.failed})}  # fmt: skip


def _each(one: Taken) -> Mapping[str, object]:
    scores = {
        name: {measure: getattr(found, measure) for measure in MEASURES} | {"read": found.read}
        for name, found in (("painter", one.ours), ("tracer", one.traced), ("page", one.page))
    }
    return {
        "text": one.text,
        "script": one.script,
        "length": one.length,
        "size": one.size,
        "failed": one.failed,
        "how": one.how,
        **scores,
    }
