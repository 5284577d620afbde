"""That the painter paints: no renderer behind it, tokens that matter, light that obeys, true detail."""

import os
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cavendish.eval import measures
from cavendish.eval.alone import Order, paint_alone
from cavendish.eval.detail import SIZE, detail_is_true
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.light import light_obeys
from cavendish.eval.painting import DRAFT, DRAWS, Tokened, painted, picture, several
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import OTHER_DRAW, Scene, fixed, unit
from cavendish.image import pixel_size
from cavendish.painters.base import Painter
from cavendish.settings import weights_dir

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
Rows = Generator[Event, None, list[Row]]

COUNT = 12
ALONE = 8
DETAILED = 4
_ROUNDING = 0.01
"""In 255ths: what two compilations of one kernel may differ by, the parts of one being inlined in another order."""
_FIRST = 910_000_000
"""Seeds apart from those of likeness, so that no weights are chosen on them."""


def run(painter: Painter, limit: int | None = None, size: str = DRAFT) -> Iterator[Event]:
    """The four checks on up to `limit` fixed plans; ends with Found."""
    began = time.monotonic()
    scenes = list(fixed(min(limit or COUNT, COUNT), _FIRST))
    sheet: list[tuple[U8, ...]] = []
    rows: list[Row] = []
    rows += yield from paints_itself(painter, scenes[:ALONE], size)
    rows += yield from tokens_matter(painter, scenes, size)
    rows += (yield from light_obeys(painter, scenes, size, sheet))[:1]
    rows += yield from detail_is_true(painter, scenes[:DETAILED], SIZE)
    weights = painted(painter, scenes[0].stage, scenes[0].seed, size).weights
    said = ["relight sheet: traced left, traced right, painted left, painted right"]
    if not isinstance(painter, Tokened):
        said.append("this painter shows no tokens: they could not be swapped")
    yield Found(Report("honesty", painter.name, weights, tuple(rows), time.monotonic() - began, tuple(said),
                       {"plans": len(scenes), "size": size}, (),
                       ("traced left", "traced right", "left", "right"), tuple(sheet)))  # fmt: skip


def paints_itself(painter: Painter, scenes: Sequence[Scene], size: str) -> Rows:
    """Equal pixels where the renderer cannot be imported, and where the stage's own draw is hidden.

    With every weight at zero the picture must lose what the painter adds.
    """
    orders = [Order(scene.plan, scene.seed) for scene in scenes]
    every = [several(painter, scene.stage, scene.seed, size) for scene in scenes]
    own = [each[0] for each in every]
    yield Measuring("without the renderer", 0, 3)
    alone = paint_alone(painter, orders, size, os.environ)
    yield Measuring("with the draw hidden", 1, 3)
    blank = [replace(scene.stage, latents=np.full_like(scene.stage.latents, 0.5)) for scene in scenes]
    hidden = [picture(painter, stage, stage.seed, size) for stage in blank]
    yield Measuring("with zeroed weights", 2, 3)
    rows = [
        Row("largest difference without the renderer", _apart(own, alone), most=_ROUNDING, unit="/255"),
        Row("largest difference with the draw hidden", _apart(own, hidden), most=_ROUNDING, unit="/255"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        if not zero_weights(weights_dir(), Path(folder)):
            return rows
        bare = paint_alone(painter, orders, size, {**os.environ, "CAVENDISH_WEIGHTS": folder})
    return [*rows, *_zeroed_rows(scenes, every, bare, pixel_size("1:1", size)[0])]


def _zeroed_rows(
    scenes: Sequence[Scene], made: Sequence[Sequence[F32]], bare: Sequence[F32] | None, side: int
) -> list[Row]:
    """What is lost without weights, of what pictures foretell of `DRAWS` traced draws of each plan.

    Draws differ by light and weather, and painted ones are to differ as traced ones do. Against any one reference, or
    the mean of many, a picture that takes no side is nearer than any draw, the tracer's own as well; so sets of draws
    are compared, by the energy score: nothing scores better than draws from the tracer's own distribution. Without
    weights there is one picture, as nothing is drawn. The ceiling is as many other traced draws. Below, without a bar:
    the same by mean squared error against the mean of the traced draws, of one painted draw and of the mean of all.
    """
    drawn = [[unit(one) for one in scene.draws(side, 2 * DRAWS)] for scene in scenes]
    wanted, fresh = [each[:DRAWS] for each in drawn], [each[DRAWS:] for each in drawn]
    truths = [scene.truths(side) for scene in scenes]
    masks = [t.changed for t in truths]

    def level(pictures: Sequence[Sequence[F32]]) -> float:
        both = zip(pictures, wanted, masks, strict=True)
        return measures.score_decibels(measures.energy_score(*one) for one in both)

    def near(pictures: Sequence[F32]) -> float:
        both = zip(pictures, wanted, masks, strict=True)
        return measures.decibels(
            measures.pooled(measures.error(p, np.stack(w).mean(0), m) for p, w, m in both)
        )

    def means(pictures: Sequence[Sequence[F32]]) -> list[F32]:
        return [np.stack(each).mean(0) for each in pictures]

    floors = {"without things": level([[unit(t.empty)] for t in truths]),
              "base colour × n·l": level([[unit(t.plain)] for t in truths])}  # fmt: skip
    none = float("nan")
    lost, far = (level([[one] for one in bare]), near(bare)) if bare else (none, none)
    return [
        Row("painted draws, against traced ones", level(made), level(fresh), floors, unit="dB"),
        Row("with zeroed weights", lost, level(made), floors, unit="dB"),
        Row("what the weights add", level(made) - lost if bare else 0.0, level(fresh) - lost, least=2.0, unit="dB"),
        Row("  one draw, against the mean of draws", near([each[0] for each in made]) - far if bare else 0.0,
            near([each[0] for each in fresh]) - far, unit="dB"),
        Row("  the mean of several, against it", near(means(made)) - far if bare else 0.0,
            near(means(fresh)) - far, unit="dB"),
    ]  # fmt: skip


def _apart(one: Sequence[F32], other: Sequence[F32] | None) -> float:
    """The largest difference of two sets of pictures in 255ths; 255 when there is no other."""
    if other is None:
        return 255.0
    pairs = zip(one, other, strict=True)
    return max(float(np.abs(a - b).max()) * 255 if a.shape == b.shape else 255.0 for a, b in pairs)


def zero_weights(source: Path, target: Path) -> int:
    """`target` holds every weights file of `source` with zeros for weights; how many there are."""
    from safetensors import safe_open
    from safetensors.numpy import save_file

    count = 0
    for file in sorted(source.glob("*.safetensors")):
        with safe_open(file, framework="pt") as stored:
            names, about = list(stored.keys()), dict(stored.metadata() or {})
            shapes = {name: stored.get_slice(name).get_shape() for name in names}
        save_file(
            {name: np.zeros(shape, np.float16) for name, shape in shapes.items()}, target / file.name, about
        )
        count += 1
    return count


def tokens_matter(painter: Painter, scenes: Sequence[Scene], size: str) -> Rows:
    """Other tokens change the picture as much as another draw does the tracer's; swapped, they carry their sky."""
    side = pixel_size("1:1", size)[0]
    ours: list[measures.Mean] = []
    theirs: list[measures.Mean] = []
    follow: list[float] = []
    stay: list[tuple[float, float]] = []
    everywhere = np.ones((side, side), np.bool_)
    for i, scene in enumerate(scenes):
        yield Measuring("tokens", i, len(scenes))
        truths = scene.truths(side)
        a, b = unit(truths.traced), unit(truths.reseeded)
        first, second = (
            picture(painter, scene.stage, seed, size) for seed in (scene.seed, scene.seed + OTHER_DRAW)
        )
        ours.append(measures.error(first, second, everywhere))
        theirs.append(measures.error(a, b, everywhere))
        if isinstance(painter, Tokened):
            one, other = (
                painter.carry(scene.stage, truths.traced),
                painter.carry(scene.stage, truths.reseeded),
            )
            follow.append(measures.correlation(other - one, b - a, ~truths.changed))
            stay.append((_same_edges(one, other, truths.changed), _same_edges(a, b, truths.changed)))
    ratio = float(np.sqrt(measures.pooled(ours).value / max(measures.pooled(theirs).value, 1e-12)))
    rows = [Row("difference of two draws over the tracer's", ratio, 1.0, least=0.5, most=1.5)]
    if follow:
        edges = np.mean(np.array(stay), 0)
        rows.append(Row("swapped tokens: sky and backdrop follow", float(np.nanmean(follow)), 1.0, least=0.5))
        rows.append(Row("swapped tokens: geometry stays", float(edges[0]), float(edges[1]), least=0.8))
    return rows


def _same_edges(a: F32, b: F32, where: npt.NDArray[np.bool_]) -> float:
    """Correlation of two pictures' gradients over the pixels `where`."""
    slopes = [np.concatenate([np.diff(p, axis=0)[:, :-1], np.diff(p, axis=1)[:-1]], -1) for p in (a, b)]
    return measures.correlation(slopes[0], slopes[1], where[:-1, :-1])
