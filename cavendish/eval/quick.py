"""Sixty-four fixed plans in under two minutes: which weights ship."""

import time
from collections.abc import Iterator, Sequence

import numpy as np

from cavendish.eval import likeness
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.painting import DRAFT
from cavendish.eval.relight import Relit, relight
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import fixed
from cavendish.image import pixel_size
from cavendish.painters.base import Painter

COUNT = 64
FULL, RELIT = 24, 6
"""Plans that are also carried and painted without tokens, and plans whose light is turned."""
RELIGHT = 0.6


def run(painter: Painter, limit: int | None = None, size: str = DRAFT) -> Iterator[Event]:
    """Measures carry, draw, bare, relight and edges on up to `limit` fixed plans; ends with Found."""
    began = time.monotonic()
    marks: list[likeness.Marked] = []
    lights: list[Relit] = []
    count = min(limit or COUNT, COUNT)
    for scene in fixed(count):
        yield Measuring("quick", len(marks), count)
        ways = ("carry", "draw", "bare") if len(marks) < FULL else ("draw",)
        marks.append(likeness.mark(painter, scene, ways, size))
        if len(lights) < min(RELIT, count):
            lights.append(relight(painter, scene, size, pixel_size("1:1", size)[0]))
    rows = [*likeness.likeness_rows(marks), *_bare(marks), relight_row(lights), likeness.edge_row(marks)]
    rows.append(Row("merit", merit(rows)))
    yield Found(Report("quick", painter.name, marks[0].weights, tuple(rows), time.monotonic() - began,
                       likeness.notes(marks), {"plans": count, "relit": len(lights), "size": size},
                       tuple(m.figures() for m in marks), likeness.columns(marks),
                       tuple(m.shown for m in marks[: likeness.SHOWN])))  # fmt: skip


def _bare(marks: Sequence[likeness.Marked]) -> list[Row]:
    if "bare" not in marks[0].errors:
        return []
    full = marks[:FULL]
    return [Row("draw without tokens", likeness.level(full, "bare"), likeness.level(full, "draw"), unit="dB")]


def relight_row(lights: Sequence[Relit]) -> Row:
    """Mean correlation of the difference between key left and key right with the tracer's."""
    plain = {"base colour × n·l": float(np.mean([one.plain for one in lights]))}
    return Row("relight", float(np.mean([one.score for one in lights])),
               float(np.mean([one.ceiling for one in lights])), plain, RELIGHT)  # fmt: skip


def merit(rows: Sequence[Row]) -> float:
    """One number to rank weights by; weights ship when theirs is higher.

    Decibels of draw and a quarter of carry's and bare's, plus 5 × relight, less 2 for every doubling or halving of
    the reference's gradient energy.
    """
    at = {row.name.split(":")[0]: row.score for row in rows}
    total = at["draw"] + 5.0 * at["relight"] - 2.0 * abs(float(np.log2(max(at["gradient energy"], 1e-3))))
    return total + 0.25 * sum(at[name] for name in ("carry", "draw without tokens") if name in at)
