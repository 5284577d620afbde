"""Characters become glyphs in their places: fonts chosen run by run, shaped by HarfBuzz, put in the order seen."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cavendish.errors import PlanError
from cavendish.plan.lettering import INVISIBLE, Typeface
from cavendish.world.lettering import bidi, scripts
from cavendish.world.lettering.faces import Face, Shelf, faces, package

Floats = NDArray[np.float64]

_JOINED = frozenset(
    (
        "Arab",
        "Syrc",
        "Mong",
        "Nkoo",
        "Thaa",
        "Deva",
        "Beng",
        "Guru",
        "Gujr",
        "Orya",
        "Telu",
        "Knda",
        "Mlym",
        "Sinh",
    )
)
"""Scripts whose letters touch: they are not spaced apart."""


@dataclass(frozen=True)
class Glyph:
    """A glyph in its place: `x`, `y` of its origin and its `advance` in ems; `cluster` is its first character's."""

    face: Face
    number: int
    x: float
    y: float
    advance: float
    cluster: int


@dataclass(frozen=True)
class Span:
    """A stretch of a paragraph in one script and one font."""

    start: int
    end: int
    script: str
    face: Face


@dataclass(frozen=True)
class Paragraph:
    """A text without breaks, each of its characters with a font, a direction and an advance in ems [n]."""

    text: str
    spans: tuple[Span, ...]
    levels: tuple[int, ...]
    base: int
    advances: Floats
    speech: str
    spacing: float


@lru_cache(maxsize=64)
def paragraph(text: str, asked: Typeface, spacing: float, where: Shelf) -> Paragraph:
    """The text made ready; `spacing` is put between letters, in ems. PlanError for a character no font has."""
    speech = scripts.language(text)
    spans = tuple(_spans(text, asked, speech, where))
    levels = tuple(bidi.levels(text))
    bare = Paragraph(text, spans, levels, bidi.base_level(text), np.zeros(0), speech, spacing)
    advances = np.zeros(len(text))
    for glyph in place(bare, 0, len(text)):
        advances[glyph.cluster] += glyph.advance
    return Paragraph(text, spans, levels, bare.base, advances, speech, spacing)


def place(of: Paragraph, start: int, end: int) -> list[Glyph]:
    """The glyphs of a line of a paragraph, as they are seen from left to right, the first at 0."""
    line = of.text[start:end]
    levels = bidi.trailing(line, of.levels[start:end], of.base)
    owner = [i for i, span in enumerate(of.spans) for _ in range(span.start, span.end)][start:end]
    out: list[Glyph] = []
    at = 0.0
    for first, last in _visual_runs(levels, owner):
        span = of.spans[owner[first]]
        for glyph in _shaped(of, span, start + first, start + last, levels[first] % 2 == 1):
            out.append(Glyph(span.face, glyph.number, at + glyph.x, glyph.y, glyph.advance, glyph.cluster))
            at += glyph.advance
    return out


def outlines(glyphs: list[Glyph]) -> list[Floats]:
    """The closed outlines [n 2] of placed glyphs, in ems, y up from the baseline."""
    return [
        polygon / glyph.face.em + np.array((glyph.x, glyph.y))
        for glyph in glyphs
        for polygon in glyph.face.glyph(glyph.number)
    ]


def _visual_runs(levels: list[int], owner: list[int]) -> list[tuple[int, int]]:
    """Logical start and end of every stretch of one level and one font, in the order seen."""
    out: list[tuple[int, int]] = []
    for i in bidi.visual(levels):
        if out:
            a, b = out[-1]
            beside = i == a - 1 if levels[i] % 2 else i == b
            if beside and (levels[i], owner[i]) == (levels[a], owner[a]):
                out[-1] = (min(a, i), max(b, i + 1))
                continue
        out.append((i, i + 1))
    return out


def _shaped(of: Paragraph, span: Span, start: int, end: int, backwards: bool) -> list[Glyph]:
    """The glyphs of one stretch; `x` and `y` are their offsets from where they would stand."""
    hb: Any = import_module("uharfbuzz")
    apart = of.spacing if span.script not in _JOINED else 0.0
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char) for char in of.text], start, end - start)
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.script = span.script
    buffer.language = of.speech if span.script in (scripts.IDEOGRAPHIC, "Hang") else "und"
    hb.shape(span.face.font, buffer, {"liga": False, "clig": False} if apart else {})
    em = span.face.em
    out: list[Glyph] = []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, y, advance = at.x_offset / em, at.y_offset / em, at.x_advance / em
        out.append(Glyph(span.face, info.codepoint, x, y, advance, info.cluster))
    return [_spaced(glyph, apart) for glyph in out] if apart else out


def _spaced(glyph: Glyph, apart: float) -> Glyph:
    """The glyph with room after it, unless it is a mark over another."""
    more = apart if glyph.advance > 0 else 0.0
    return Glyph(glyph.face, glyph.number, glyph.x, glyph.y, glyph.advance + more, glyph.cluster)


def _spans(text: str, asked: Typeface, speech: str, where: Shelf) -> list[Span]:
    out: list[Span] = []
    for run in scripts.runs(text):
        offered = list(faces(run.script, asked, speech, where))
        piece = text[run.start : run.end]
        parts = [(run.start + a, run.start + b) for a, b in scripts.clusters(piece)]
        letters = [text[a:b] for a, b in parts if scripts.script_of(text[a]) or run.script == scripts.COMMON]
        whole = next((f for f in offered if all(_has(f, letter) for letter in letters)), None)
        for a, b in parts:
            face = next((f for f in (whole, *offered) if f and _has(f, text[a:b])), None)
            if face is None:
                raise _missing(text[a:b], run.script, where)
            if out and out[-1].end == a and (out[-1].script, out[-1].face) == (run.script, face):
                out[-1] = Span(out[-1].start, b, run.script, face)
            else:
                out.append(Span(a, b, run.script, face))
    return out


@lru_cache(maxsize=4096)
def _has(face: Face, cluster: str) -> bool:
    """Whether a font draws all of a cluster: it has a glyph for everything, and ink where there should be some."""
    hb: Any = import_module("uharfbuzz")
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char) for char in cluster])
    buffer.guess_segment_properties()
    buffer.language = "und"
    hb.shape(face.font, buffer, {})
    numbers = [info.codepoint for info in buffer.glyph_infos]
    seen = [char for char in cluster if char not in INVISIBLE and unicodedata.category(char)[0] != "Z"]
    shown = [char for char in seen if not 0xFE00 <= ord(char) <= 0xFE0F]
    return 0 not in numbers and (not shown or any(face.glyph(number) for number in numbers))


def _missing(cluster: str, script: str, where: Shelf) -> PlanError:
    char = next((c for c in cluster if unicodedata.category(c)[0] != "M"), cluster[0])
    if scripts.script_of(char) is None:
        script = scripts.COMMON  # a sign among letters: these are not at fault
    install = package(script, where)
    name = scripts.NAMES.get(script, script)
    return PlanError(
        f"lettering: expected characters that a font here can draw, got {cluster!r} "
        f"(U+{ord(char):04X}, {name})",
        hint=f"apt install {install}" if install else "another character",
    )
