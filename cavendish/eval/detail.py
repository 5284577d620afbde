"""Detail that is true: the top octave's energy and coherence with the traced reference, and nothing that repeats."""

import time
from collections.abc import Generator, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from cavendish.eval import measures
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.painting import DRAFT, painted, picture, to_bytes
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import Scene, fixed, things_seen, unit
from cavendish.image import pixel_size
from cavendish.painters.base import Painter

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
Rows = Generator[Event, None, list[Row]]

COUNT = 8
SIZE = "512"
CROP = 192
PERIOD = 0.05
"""Repetition that the error may have; where two traced draws differ by more, no more than they do."""
FIRST = 930_000_000
"""Seeds of plans that no weights were chosen on."""


def run(painter: Painter, limit: int | None = None, size: str = SIZE) -> Iterator[Event]:
    """Measures detail on up to `limit` fixed plans; ends with Found."""
    began = time.monotonic()
    scenes = list(fixed(min(limit or COUNT, COUNT), FIRST))
    sheet: list[tuple[U8, ...]] = []
    rows = yield from detail_is_true(painter, scenes, size, sheet=sheet)
    weights = painted(painter, scenes[0].stage, scenes[0].seed, DRAFT).weights
    said = (
        f"the middle {CROP} pixels at 100 %; ceiling: the tracer again; floor: the painter's own smaller one",
    )
    yield Found(Report("detail", painter.name, weights, tuple(rows), time.monotonic() - began, said,
                       {"plans": len(scenes), "size": size}, (), ("traced", painter.name, "enlarged"),
                       tuple(sheet)))  # fmt: skip


def detail_is_true(
    painter: Painter,
    scenes: Sequence[Scene],
    size: str,
    smaller: str = DRAFT,
    sheet: list[tuple[U8, ...]] | None = None,
) -> Rows:
    """The top octave's energy and coherence with the reference, by material too; no period in the error.

    Fills `sheet` with the middles of the traced, the painted and an enlarged smaller picture.
    """
    side = pixel_size("1:1", size)[0]
    whole: list[measures.Detail] = []
    enlarged: list[measures.Detail] = []
    again: list[measures.Detail] = []
    parts: dict[str, list[tuple[measures.Detail, measures.Detail, measures.Detail]]] = {}
    worst, worst_again = (0, 0.0), (0, 0.0)
    for i, scene in enumerate(scenes):
        yield Measuring("detail", i, len(scenes))
        truths = scene.truths(side)
        made, reference = picture(painter, scene.stage, scene.seed, size), unit(truths.traced)
        top, wanted = measures.top_octave(made), measures.top_octave(reference)
        small = lanczos(picture(painter, scene.stage, scene.seed, smaller), side)
        other = unit(truths.reseeded)
        tops = (top, measures.top_octave(other), measures.top_octave(small))
        everywhere = np.ones(top.shape, np.bool_)
        for found, one in zip((whole, again, enlarged), tops, strict=True):
            found.append(measures.detail(one, wanted, everywhere))
        for name, where in by_material(scene, side).items():
            ours, best, low = (measures.detail(one, wanted, where) for one in tops)
            parts.setdefault(name, []).append((ours, best, low))
        if sheet is not None:
            sheet.append((middle(truths.traced), middle(to_bytes(made)), middle(to_bytes(small))))
        worst = max(worst, _period(made, reference), key=lambda lag: lag[1])
        worst_again = max(worst_again, _period(other, reference), key=lambda lag: lag[1])
    ours, best, low = (measures.all_detail(each) for each in (whole, again, enlarged))
    rows = [
        Row("top octave: energy", ours.energy, best.energy, {"enlarged": low.energy}, 0.8, 1.2),
        Row("top octave: coherence", ours.coherence, best.coherence, {"enlarged": low.coherence}, 0.6),
        Row("top octave: over Lanczos from a smaller one", ours.own / max(low.own, 1e-12),
            best.own / max(low.own, 1e-12), {"enlarged": 1.0}, 2.0),
        Row(f"period of the error (at {worst[0]} pixels)", worst[1], worst_again[1],
            most=max(PERIOD, worst_again[1])),
    ]  # fmt: skip
    for name, each in sorted(parts.items()):
        ours, best, low = (measures.all_detail(column) for column in zip(*each, strict=True))
        rows += [
            Row(f"  {name}: energy", ours.energy, best.energy, {"enlarged": low.energy}),
            Row(f"  {name}: coherence", ours.coherence, best.coherence, {"enlarged": low.coherence}),
        ]
    return rows


def _period(made: F32, reference: F32) -> tuple[int, float]:
    return measures.period(measures.luminance(made - reference))


def by_material(scene: Scene, side: int) -> dict[str, npt.NDArray[np.bool_]]:
    """Where each material of the plan is seen, and the ground."""
    seen = things_seen(scene.stage, side, side)
    out = {"ground": seen == -2}
    for number, thing in enumerate(scene.plan.things):
        name = thing.material or "unknown"
        out[name] = out.get(name, np.zeros_like(seen, np.bool_)) | (seen == number)
    return {name: where for name, where in out.items() if where.any()}


def lanczos(small: F32, side: int) -> F32:
    """A picture enlarged to `side` × `side`: detail by resampling alone."""
    from PIL import Image

    grown = Image.fromarray(to_bytes(small)).resize((side, side), Image.Resampling.LANCZOS)
    return unit(np.asarray(grown))


def middle(picture: U8, side: int = CROP) -> U8:
    """The middle of a picture at 100 %, at most `side` × `side`."""
    top, left = (max(0, (n - side) // 2) for n in picture.shape[:2])
    return picture[top : top + side, left : left + side]
