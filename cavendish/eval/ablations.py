"""What each road is worth: the same plans painted with tokens, or guides, withheld.

Guides and true tokens are to bring a picture nearer to its reference. Sampled tokens are a draw of what nobody can
foresee, and no draw is as near to another as a picture that takes no side; they are to foretell the tracer's draws.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.errors import RequestError
from cavendish.eval import likeness, measures
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.painting import DRAFT, DRAWS, Tokened, several
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import Scene, fixed, unit
from cavendish.image import pixel_size
from cavendish.painters.base import Painter

F32 = npt.NDArray[np.float32]

COUNT = 16
FIRST = 960_000_000
GUIDES, TOKENS = 4.0, 0.0
"""Decibels that guides must add to tokens alone, and sampled tokens to guides alone."""


@dataclass(frozen=True)
class Foretold:
    """Energy scores of one plan's pictures against traced draws: sampled tokens, none, as many other traced draws."""

    sampled: float
    bare: float
    traced: float


def run(painter: Painter, limit: int | None = None, size: str = DRAFT) -> Iterator[Event]:
    """Paints up to `limit` fixed plans whole and with a road withheld; ends with Found, RequestError without tokens."""
    if not isinstance(painter, Tokened):
        raise RequestError(f"painter: expected one with tokens, got {painter.name}", "--painter native")
    began = time.monotonic()
    count = min(limit or COUNT, COUNT)
    marks: list[likeness.Marked] = []
    scores: list[Foretold] = []
    for scene in fixed(count, FIRST):
        yield Measuring("ablations", len(marks), count)
        mark, score = judged(painter, scene, size)
        marks.append(mark)
        scores.append(score)
    rows = (*likeness.likeness_rows(marks)[:2], *likeness.ablation_rows(marks), *worth(marks, scores))
    yield Found(Report("ablations", painter.name, marks[0].weights, rows, time.monotonic() - began,
                       likeness.notes(marks), {"plans": count, "size": size},
                       tuple(one.figures() for one in marks), likeness.columns(marks),
                       tuple(one.shown for one in marks)))  # fmt: skip


def judged(painter: Tokened, scene: Scene, size: str) -> tuple[likeness.Marked, Foretold]:
    """The scene painted whole and with each road withheld, measured; and how well its traced draws are foretold."""
    side = pixel_size("1:1", size)[0]
    truths = scene.truths(side)
    pictures, weights = likeness.every_way(painter, scene, truths, likeness.WAYS, size)
    mark = likeness.compare(scene.seed, truths, pictures, weights)
    ours = several(painter, scene.stage, scene.seed, size, pictures["draw"])
    drawn = [unit(one) for one in scene.draws(side, 2 * DRAWS)]
    sets = (ours, [pictures["bare"]], drawn[DRAWS:])
    return mark, Foretold(*(measures.energy_score(way, drawn[:DRAWS], truths.changed) for way in sets))


def worth(marks: Sequence[likeness.Marked], scores: Sequence[Foretold]) -> tuple[Row, ...]:
    """What guides, sampled tokens and true tokens add to the picture without them."""
    at = {way: likeness.level(marks, way) for way in likeness.WAYS}
    sampled, bare, traced = (
        measures.score_decibels(getattr(one, name) for one in scores)
        for name in ("sampled", "bare", "traced")
    )
    return (
        Row("what guides add", at["draw"] - at["unguided"], least=GUIDES, unit="dB"),
        Row(
            "what sampled tokens add, against traced draws",
            sampled - bare,
            traced - bare,
            least=TOKENS,
            unit="dB",
        ),
        Row(
            "  against one draw",
            at["draw"] - at["bare"],
            likeness.level(marks, "ceiling") - at["bare"],
            unit="dB",
        ),
        Row("what true tokens add", at["carry"] - at["bare"], least=TOKENS, unit="dB"),
    )
