"""What each road is worth: the same plans painted with tokens, or guides, withheld."""

import time
from collections.abc import Iterator, Sequence

from cavendish.errors import RequestError
from cavendish.eval import likeness
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.painting import DRAFT, Tokened
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import fixed
from cavendish.painters.base import Painter

COUNT = 16
FIRST = 960_000_000
GUIDES, TOKENS = 4.0, 0.0
"""Decibels that guides must add to tokens alone, and sampled tokens to guides alone."""


def run(painter: Painter, limit: int | None = None, size: str = DRAFT) -> Iterator[Event]:
    """Paints up to `limit` fixed plans whole and with a road withheld; ends with Found, RequestError without tokens."""
    if not isinstance(painter, Tokened):
        raise RequestError(f"painter: expected one with tokens, got {painter.name}", "--painter native")
    began = time.monotonic()
    count = min(limit or COUNT, COUNT)
    marks: list[likeness.Marked] = []
    for scene in fixed(count, FIRST):
        yield Measuring("ablations", len(marks), count)
        marks.append(likeness.mark(painter, scene, likeness.WAYS, size))
    rows = (*likeness.likeness_rows(marks)[:2], *likeness.ablation_rows(marks), *worth(marks))
    yield Found(Report("ablations", painter.name, marks[0].weights, rows, time.monotonic() - began,
                       likeness.notes(marks), {"plans": count, "size": size},
                       tuple(one.figures() for one in marks), likeness.columns(marks),
                       tuple(one.shown for one in marks)))  # fmt: skip


def worth(marks: Sequence[likeness.Marked]) -> tuple[Row, ...]:
    """What guides, sampled tokens and true tokens add to the picture without them."""
    at = {way: likeness.level(marks, way) for way in likeness.WAYS}
    return (
        Row("what guides add", at["draw"] - at["unguided"], least=GUIDES, unit="dB"),
        Row("what sampled tokens add", at["draw"] - at["bare"], least=TOKENS, unit="dB"),
        Row("what true tokens add", at["carry"] - at["bare"], least=TOKENS, unit="dB"),
    )
