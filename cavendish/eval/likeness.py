"""Likeness on the pixels that things change: carry and draw, beside ceiling, floors and ablations."""

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.eval import measures
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.painting import DRAFT, Tokened, painted, request_for, to_bytes
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import Scene, Truths, fixed, unit
from cavendish.image import pixel_size
from cavendish.painters.base import Painter

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
COUNT, MOST = 64, 200
SHOWN = 12
CARRY, DRAW, OVER_EMPTY, OVER_FLOORS = 22.0, 18.0, 5.0, 4.0
UNDER_TRACER = -1.0
"""Bars in decibels on changed pixels: carry, draw, draw over the picture without things, over both floors, and over
the tracer drawn again."""
_TRUTHS = ("ceiling", "empty", "plain")
_NAMES = {
    "carry": "carry: picture → bits → picture",
    "blind": "carry without guides",
    "draw": "draw: sampled tokens",
    "bare": "draw without tokens",
    "unguided": "draw without guides",
}


WAYS = tuple(_NAMES)
"""How a picture of a plan can be made: whole, from its true bits, and with tokens or guides withheld."""


@dataclass(frozen=True)
class Marked:
    """One scene's errors and edge energies on changed pixels, by the way its picture was made."""

    seed: int
    errors: Mapping[str, measures.Mean]
    edges: Mapping[str, measures.Mean]
    weights: str
    shown: tuple[U8, ...]

    def figures(self) -> dict[str, object]:
        """The scene's decibels, for the report."""
        return {"seed": self.seed, **{name: measures.decibels(error) for name, error in self.errors.items()}}


def run(painter: Painter, limit: int | None = None, size: str = DRAFT) -> Iterator[Event]:
    """Measures the first `limit` of the fixed plans (64 unless told, at most 200); ends with Found."""
    began = time.monotonic()
    marks: list[Marked] = []
    count = min(limit or COUNT, MOST)
    for scene in fixed(count):
        yield Measuring("likeness", len(marks), count)
        marks.append(mark(painter, scene, WAYS, size))
    rows = (*likeness_rows(marks), *ablation_rows(marks), edge_row(marks))
    yield Found(Report("likeness", painter.name, marks[0].weights, rows, time.monotonic() - began,
                       notes(marks), {"plans": count, "size": size}, tuple(m.figures() for m in marks),
                       columns(marks), tuple(m.shown for m in marks[:SHOWN])))  # fmt: skip


def mark(painter: Painter, scene: Scene, ways: Sequence[str], size: str = DRAFT) -> Marked:
    """The scene painted in each of the `ways` its painter knows, and measured."""
    side = pixel_size("1:1", size)[0]
    truths = scene.truths(side)
    return compare(scene.seed, truths, *every_way(painter, scene, truths, ways, size))


def every_way(
    painter: Painter, scene: Scene, truths: Truths, ways: Sequence[str], size: str
) -> tuple[dict[str, F32], str]:
    """The scene's pictures (h, w, 3), "draw" and those of the `ways` its painter knows; whose weights painted."""
    made = painted(painter, scene.stage, scene.seed, size)
    pictures = {"draw": np.clip(made.pixels, 0, 1)}
    if isinstance(painter, Tokened):
        pictures |= _asked(painter, scene, truths, [way for way in ways if way != "draw"], size)
    return pictures, made.weights


def compare(seed: int, truths: Truths, pictures: Mapping[str, F32], weights: str = "") -> Marked:
    """Pictures (h, w, 3) of one scene, by the way they were made, measured beside ceiling and floors."""
    reference = unit(truths.traced)
    known = {"ceiling": truths.reseeded, "empty": truths.empty, "plain": truths.plain}
    every = {name: unit(pixels) for name, pixels in known.items()} | dict(pictures)
    errors = {name: measures.error(pixels, reference, truths.changed) for name, pixels in every.items()}
    edges = {name: measures.edges(pixels, reference, truths.changed) for name, pixels in every.items()}
    shown = (truths.traced, truths.reseeded, *(to_bytes(pixels) for pixels in pictures.values()))
    return Marked(seed, errors, edges, weights, shown)


def _asked(painter: Tokened, scene: Scene, truths: Truths, ways: Sequence[str], size: str) -> dict[str, F32]:
    request = request_for(scene.stage, scene.seed, size)
    makers = {
        "carry": lambda: painter.carry(scene.stage, truths.traced),
        "blind": lambda: painter.carry(scene.stage, truths.traced, guides=False),
        "bare": lambda: painter.ablate(scene.stage, request, tokens=False),
        "unguided": lambda: painter.ablate(scene.stage, request, guides=False),
    }
    return {way: np.clip(makers[way](), 0, 1) for way in ways}


def level(marks: Sequence[Marked], way: str) -> float:
    """Decibels over the changed pixels of all scenes together; nan when the way was not measured."""
    return measures.decibels(measures.pooled(m.errors[way] for m in marks if way in m.errors))


def likeness_rows(marks: Sequence[Marked]) -> tuple[Row, ...]:
    """Carry, draw, and how far draw lies over the floors and over the tracer drawn again.

    Painter and tracer are each one draw, measured alike: against one held draw of the plan, over the same pixels,
    pooled and by the median plan. Carry's floors are of those plans that are carried.
    """
    at = {way: level(marks, way) for way in ("draw", *_TRUTHS)}
    floors = {"without things": at["empty"], "base colour × n·l": at["plain"]}
    rows = [
        Row(_NAMES["draw"], at["draw"], at["ceiling"], floors, DRAW, unit="dB"),
        Row("draw over the picture without things", at["draw"] - at["empty"], at["ceiling"] - at["empty"],
            least=OVER_EMPTY, unit="dB"),
        Row("draw over the better floor", at["draw"] - max(floors.values()),
            at["ceiling"] - max(floors.values()), least=OVER_FLOORS, unit="dB"),
        Row("draw over the tracer drawn again", at["draw"] - at["ceiling"], least=UNDER_TRACER, unit="dB"),
        Row("draw of the median plan", middle(marks, "draw"), middle(marks, "ceiling"),
            {"without things": middle(marks, "empty"), "base colour × n·l": middle(marks, "plain")}, unit="dB"),
    ]  # fmt: skip
    carried = [one for one in marks if "carry" in one.errors]
    if carried:
        floors = {"without things": level(carried, "empty"), "base colour × n·l": level(carried, "plain")}
        rows.insert(0, Row(_NAMES["carry"], level(carried, "carry"), floors=floors, least=CARRY, unit="dB"))
    return tuple(rows)


def middle(marks: Sequence[Marked], way: str) -> float:
    """Decibels of the median scene; nan when nothing changes in any."""
    each = [measures.decibels(one.errors[way]) for one in marks]
    known = [value for value in each if not math.isnan(value)]
    return float(np.median(known)) if known else math.nan


def ablation_rows(marks: Sequence[Marked]) -> tuple[Row, ...]:
    """Each picture that lacks a road, beside the whole one."""
    floors = {"without things": level(marks, "empty"), "base colour × n·l": level(marks, "plain")}
    return tuple(
        Row(_NAMES[way], level(marks, way), level(marks, whole), floors, unit="dB")
        for way, whole in (("bare", "draw"), ("unguided", "draw"), ("blind", "carry"))
        if way in marks[0].errors
    )


def edge_row(marks: Sequence[Marked], way: str = "draw") -> Row:
    """Energy of gradients on changed pixels over the reference's; the ceiling is the tracer's drawn again."""
    at = {name: measures.pooled(m.edges[name] for m in marks).value for name in (way, "ceiling", "plain")}
    return Row("gradient energy", at[way], at["ceiling"], {"base colour × n·l": at["plain"]})


def columns(marks: Sequence[Marked]) -> tuple[str, ...]:
    """What the contact sheet's columns show."""
    return ("traced", "traced again", *(way for way in marks[0].errors if way not in _TRUTHS))


def notes(marks: Sequence[Marked]) -> tuple[str, ...]:
    """What to know when reading the scores."""
    said = [f"PSNR over changed pixels of {len(marks)} fixed plans, pooled; ceiling: the tracer drawn again"]
    if "carry" not in marks[0].errors:
        said.append("this painter shows no tokens: carry and ablations were not measured")
    return tuple(said)
