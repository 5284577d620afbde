"""Reading letters back out of a picture: the planned rectangle laid flat, made black on white, given to Tesseract."""

import io
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from cavendish.errors import RequestError
from cavendish.world.lettering.laid import Letters
from cavendish.world.lettering.scripts import script_of
from cavendish.world.lettering.seen import corners, em_in, projected
from cavendish.world.stage import Stage

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]

EM = 40
"""Pixels of an em in what is read: where Tesseract reads best."""
_AROUND = 0.5  # ems
_STEP = 0.5  # of the way from ink to ground: the rest is plain black or white
_SPECK = 0.004  # square ems: a quarter of a full stop
LANGUAGES = {
    "Latn": "eng", "Cyrl": "rus", "Grek": "ell", "Arab": "ara", "Hebr": "heb", "Deva": "hin", "Thai": "tha",
    "Hang": "kor",
}  # fmt: skip
"""Tesseract's language for each script; Chinese and Japanese are told apart by their kana."""
_ACCENTED = "Latin"  # Latin letters of every language, where it is installed
UNSPACED = frozenset(("Hani", "Thai"))
"""Scripts written without blanks between words: those Tesseract puts there are left out of account."""
_SECONDS = 60


@dataclass(frozen=True)
class Reading:
    """What was read, line by line, and how sure Tesseract is of it (0..1)."""

    lines: tuple[str, ...]
    sure: float

    @property
    def text(self) -> str:
        """All lines in one."""
        return " ".join(self.lines)


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The languages Tesseract has here; RequestError says what to install where it is missing."""
    program = shutil.which("tesseract")
    if program is None:
        raise RequestError("text: expected the program tesseract, got none", hint="apt install tesseract-ocr")
    return frozenset(_told(program, ["--list-langs"], b"").split())


def script_name(text: str) -> str:
    """The script that most letters of a text are in; "Zyyy" where it has none."""
    named = [name for char in text if (name := script_of(char))]
    return max(sorted(set(named)), key=named.count, default="Zyyy")


def language_of(text: str) -> str:
    """Tesseract's name for the language to read a text in; RequestError names the package that has it."""
    script = script_name(text)
    kana = any(unicodedata.name(char, "").startswith(("HIRAGANA", "KATAKANA")) for char in text)
    wanted = ("jpn" if kana else "chi_sim") if script == "Hani" else LANGUAGES.get(script, "eng")
    if wanted == "eng" and not text.isascii() and _ACCENTED in languages():
        wanted = _ACCENTED
    if wanted not in languages():
        package = f"tesseract-ocr-{wanted.replace('_', '-')}"
        raise RequestError(
            f"text: expected Tesseract's language {wanted}, got none", hint=f"apt install {package}"
        )
    return wanted


@dataclass(frozen=True)
class Face:
    """The part of a lettering's rectangle that is read, in shares of its sides from its middle, up and right."""

    left: float = -0.5
    right: float = 0.5
    bottom: float = -0.5
    top: float = 0.5


def about(line: Letters) -> Face:
    """The letters' own box with half an em of their ground about them, as far as the rectangle goes."""
    ink = line.field > 0
    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    if not len(rows):
        return Face()
    h, w = ink.shape
    across, rise = _AROUND * line.em / line.width, _AROUND * line.em / line.height
    return Face(
        max(-0.5, float(columns[0]) / w - 0.5 - across),
        min(0.5, float(columns[-1] + 1) / w - 0.5 + across),
        max(-0.5, 0.5 - float(rows[-1] + 1) / h - rise),
        min(0.5, 0.5 - float(rows[0]) / h + rise),
    )


def flat(stage: Stage, line: Letters, picture: U8, size: tuple[int, int], face: Face | None = None) -> F32:
    """The letters' rectangle, or a part of it, of a picture (h, w, 3) as if seen straight on.

    `size` is (rows, columns) of the whole rectangle; (_, _, 3) in 0..1. Where the picture ends, its edge goes on.
    """
    from scipy.ndimage import map_coordinates

    here = face or Face()
    fine = _finer(stage, line, picture.shape[:2], size)
    size = (
        max(1, round(size[0] * (here.top - here.bottom))),
        max(1, round(size[1] * (here.right - here.left))),
    )
    rows, columns = size[0] * fine, size[1] * fine
    u, v = np.meshgrid(
        here.left + (np.arange(columns) + 0.5) / columns * (here.right - here.left),
        here.top - (np.arange(rows) + 0.5) / rows * (here.top - here.bottom),
    )
    x, y = projected(
        stage, corners(stage, line, u.astype(np.float32), v.astype(np.float32)), picture.shape[:2]
    )
    layers = [
        map_coordinates(picture[..., k].astype(np.float32), (y - 0.5, x - 0.5), order=1, mode="nearest")
        for k in range(3)
    ]
    meant = np.stack(layers, -1).reshape(size[0], fine, size[1], fine, 3).mean((1, 3))
    return (meant / 255).astype(np.float32)


def _finer(stage: Stage, line: Letters, shown: tuple[int, int], size: tuple[int, int]) -> int:
    """How many points along a pixel of the layer miss none of the picture's."""
    em = line.em / line.height * size[0]
    return int(np.clip(np.ceil(em_in(stage, line, shown) / max(em, 1.0)), 1, 8))


def readings(layer: F32, text: str, single: bool) -> tuple[Reading, ...]:
    """What each way of making a layer (h, w, 3) black on white gives Tesseract to read."""
    language = language_of(text)
    return tuple(read(page, language, single) for page in binarised(layer))


def surest(found: Sequence[Reading]) -> Reading:
    """The reading that Tesseract is surest of: no look at what should be there."""
    return max(found, key=lambda reading: (reading.sure, len(reading.text)))


def binarised(layer: F32) -> Iterator[U8]:
    """Grey with a steep step midway from ink to ground, and split there; letters, the lesser part, dark on light.

    The ground's own shades are evened out before, and specks far smaller than a dot are left out. Ink is what lies
    beyond the threshold of Otsu 1979, "A threshold selection method from gray-level histograms".
    """
    grey = (layer @ np.array((0.299, 0.587, 0.114), np.float32)).astype(np.float32)
    low, high = np.percentile(grey, (1, 99)).astype(np.float32)
    grey = np.clip((grey - low) / max(high - low, np.float32(1e-3)), 0, 1).astype(np.float32)
    if float(np.median(grey)) < 0.5:
        grey = 1 - grey
    grey = evened(grey)
    dark = grey[grey <= otsu(grey)]
    ink = float(np.median(dark)) if len(dark) else 0.0
    middle = (ink + 1) / 2
    yield _page(np.clip(0.5 + (grey - middle) / (_STEP * max(1 - ink, 0.05)), 0, 1).astype(np.float32))
    yield _page(cleaned(grey > middle))


def evened(grey: F32) -> F32:
    """Grey (h, w) in 0..1 in parts of its ground, which is what is lighter than the threshold, blurred over an em."""
    from scipy.ndimage import gaussian_filter

    ground = (grey > otsu(grey)).astype(np.float32)
    share = gaussian_filter(ground, EM, mode="nearest")
    level = gaussian_filter(ground * grey, EM, mode="nearest") / np.maximum(share, 1e-3)
    return np.clip(grey / np.maximum(level, 0.1), 0, 1).astype(np.float32)


def cleaned(light: npt.NDArray[np.bool_]) -> F32:
    """A page (h, w) split in light and dark, without dark specks."""
    from scipy.ndimage import label

    marks = np.zeros(light.shape, np.int32)
    label(~light, np.ones((3, 3)), output=marks)
    areas = np.bincount(marks.ravel())
    specks = areas < _SPECK * EM * EM
    return (light | specks[marks]).astype(np.float32)


def otsu(grey: F32) -> float:
    """The threshold that leaves the most variance between the two sides; grey in 0..1."""
    counts, edges = np.histogram(grey, 256, (0.0, 1.0))
    middles = (edges[:-1] + edges[1:]) / 2
    below, mass = np.cumsum(counts), np.cumsum(counts * middles)
    above = below[-1] - below
    between = np.zeros(len(counts))
    split = (below > 0) & (above > 0)
    between[split] = (mass[-1] * below[split] / below[-1] - mass[split]) ** 2 / (below[split] * above[split])
    best = np.flatnonzero(between == between.max())
    return float(edges[1:][best].mean())


def _page(grey: F32) -> U8:
    """Bytes with a white margin of an em."""
    return np.pad(np.clip(grey * 255 + 0.5, 0, 255).astype(np.uint8), EM, constant_values=255)


def read(page: U8, language: str, single: bool) -> Reading:
    """What Tesseract reads on a page (h, w), black on white; `single` says that it is one line."""
    from PIL import Image

    program = shutil.which("tesseract") or "tesseract"
    stored = io.BytesIO()
    Image.fromarray(page).save(stored, "PNG", dpi=(300, 300))
    how = ["stdin", "stdout", "-l", language, "--psm", "7" if single else "6", "tsv"]
    return parsed(_told(program, how, stored.getvalue()))


def _told(program: str, how: Sequence[str], given: bytes) -> str:
    """What a program writes when it is run with arguments of ours."""
    done = subprocess.run([program, *how], input=given, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 -- nothing of it comes from a user
    return done.stdout.decode("utf-8", "replace")


def parsed(table: str) -> Reading:
    """Tesseract's table of words as a reading: how sure it is, is the mean over characters."""
    lines: dict[tuple[str, ...], list[str]] = {}
    total, weight = 0.0, 0
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        lines.setdefault(tuple(cells[1:5]), []).append(cells[11].strip())
        total += max(float(cells[10]), 0.0) * len(cells[11].strip())
        weight += len(cells[11].strip())
    return Reading(
        tuple(" ".join(words) for words in lines.values()), total / weight / 100 if weight else 0.0
    )
