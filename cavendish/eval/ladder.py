"""What each stop of the ladder adds: pictures carried by their first grids of bits alone, guides dropped."""

import time
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from cavendish.errors import RequestError
from cavendish.eval import measures
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.painting import DRAFT, Tokened, painted, to_bytes
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import fixed, unit
from cavendish.image import pixel_size
from cavendish.models.ladder import CELL, cells_in, ladder_of
from cavendish.painters.base import Painter

U8 = npt.NDArray[np.uint8]

COUNT = 12
FIRST = 950_000_000
STOPS = (1, 4, 7, 9, 13, 18, 24)
"""Sides of the grids after which a picture is looked at, those that its size has."""


def run(painter: Painter, limit: int | None = None, size: str = DRAFT) -> Iterator[Event]:
    """Carries up to `limit` fixed plans at every stop; ends with Found; RequestError without tokens."""
    if not isinstance(painter, Tokened):
        raise RequestError(f"painter: expected one with tokens, got {painter.name}", "--painter native")
    began = time.monotonic()
    side = pixel_size("1:1", size)[0]
    grids = ladder_of(-(-side // CELL), -(-side // CELL))
    stops = [k + 1 for k, grid in enumerate(grids) if grid[0] in STOPS or k + 1 == len(grids)]
    count = min(limit or COUNT, COUNT)
    errors: list[list[measures.Mean]] = []
    sheet: list[tuple[U8, ...]] = []
    scenes = list(fixed(count, FIRST))
    for i, scene in enumerate(scenes):
        yield Measuring("ladder", i, count)
        truths = scene.truths(side)
        wanted = unit(truths.traced)
        shown = [painter.carry(scene.stage, truths.traced, guides=False, keep=keep) for keep in (0, *stops)]
        shown.append(painter.carry(scene.stage, truths.traced))
        errors.append([measures.error(np.clip(one, 0, 1), wanted, truths.changed) for one in shown])
        errors[-1].append(measures.error(unit(truths.empty), wanted, truths.changed))
        sheet.append((truths.traced, *(to_bytes(one) for one in shown)))
    rows = stop_rows([cells_in(grids[:keep]) for keep in stops], errors)
    weights = painted(painter, scenes[0].stage, scenes[0].seed, size).weights
    said = (
        "decibels on changed pixels, guides dropped; ceiling: all bits with guides; floor: without things",
    )
    names = ("traced", "no tokens", *(str(cells_in(grids[:keep])) for keep in stops), "with guides")
    yield Found(Report("ladder", painter.name, weights, tuple(rows), time.monotonic() - began, said,
                       {"plans": count, "size": size}, (), names, tuple(sheet)))  # fmt: skip


def stop_rows(tokens: Sequence[int], errors: Sequence[Sequence[measures.Mean]]) -> list[Row]:
    """A row a stop, and what it adds over the stop before; `errors` a plan: no tokens, each stop, guides, no things."""
    levels = [measures.decibels(measures.pooled(column)) for column in zip(*errors, strict=True)]
    nothing, *stops, ceiling, empty = levels
    rows: list[Row] = []
    before = nothing
    for count, level in zip(tokens, stops, strict=True):
        rows.append(
            Row(f"{count} tokens", level, ceiling, {"without things": empty, "no tokens": nothing}, unit="dB")
        )
        rows.append(Row("  more than the stop before", level - before, least=0.0, unit="dB"))
        before = level
    return rows
