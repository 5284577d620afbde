"""Do seeds differ, and still hold the prompt? Pictures of one prompt under eight seeds, and of one plan."""

import itertools
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.eval import judge as judges
from cavendish.eval import measures
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.geneval import Taken, Think, prompts, take, thought
from cavendish.eval.judge import Judge
from cavendish.eval.painting import DRAFT, painted, picture
from cavendish.eval.protocol import holds
from cavendish.eval.report import Report, Row
from cavendish.eval.scenes import Scene, fixed, unit
from cavendish.eval.structure import pairwise
from cavendish.image import pixel_size
from cavendish.painters.base import Painter
from cavendish.painters.tracer import TracerPainter

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]

COUNT = 8
SEEDS = 8
PLANS = 16
FIRST_SEED, FIRST = 970_000_000, 980_000_000
ALIKE = 0.6
HELD = 0.9
"""Most MS-SSIM between two pictures of a prompt; share of the tracer's judged pictures that must still hold it."""
SPREAD = (0.8, 1.2)


@dataclass(frozen=True)
class Many:
    """One prompt's pictures under several seeds, ours and the tracer's of the same plans."""

    ours: tuple[Taken, ...]
    theirs: tuple[Taken, ...]


def run(
    painter: Painter,
    limit: int | None = None,
    size: str = DRAFT,
    think: Think | None = None,
    judge: Judge | None = None,
) -> Iterator[Event]:
    """Paints up to `limit` prompts eight times each and twice as many fixed plans four times; ends with Found."""
    began = time.monotonic()
    judge, think = judge or judges.load(), think or thought
    asked = prompts()[0][: min(limit or COUNT, COUNT)]
    many: list[Many] = []
    weights = ""
    for i, prompt in enumerate(asked):
        pairs: list[tuple[Taken, Taken]] = []
        for k in range(SEEDS):
            yield Measuring("seeds", i * SEEDS + k, len(asked) * SEEDS)
            seed = FIRST_SEED + i * SEEDS + k
            plan = think(prompt.words, seed)
            ours, weights = take(painter, judge, prompt, plan, seed)
            pairs.append((ours, take(TracerPainter(), judge, prompt, plan, seed)[0]))
        many.append(Many(tuple(a for a, _ in pairs), tuple(b for _, b in pairs)))
    scenes = list(fixed(max(1, min(PLANS, 2 * len(asked))), FIRST))
    spread = yield from drawn(painter, scenes, size)
    if not weights:
        weights = painted(painter, scenes[0].stage, scenes[0].seed, size).weights
    yield Found(Report("diversity", painter.name, weights, (*prompt_rows(many, judge.threshold), spread),
                       time.monotonic() - began, (f"{SEEDS} seeds a prompt; ceiling: the tracer on the same plans",),
                       {"prompts": len(asked), "plans": len(scenes), "size": size}, _each(many),
                       tuple(f"seed {k + 1}" for k in range(SEEDS)),
                       tuple(tuple(one.picture for one in each.ours) for each in many)))  # fmt: skip


def prompt_rows(many: Sequence[Many], threshold: float) -> tuple[Row, ...]:
    """How alike the pictures of a prompt are, and how many of them hold it."""
    alike = [pairwise([unit(one.picture) for one in each.ours]) for each in many]
    best = [pairwise([unit(one.picture) for one in each.theirs]) for each in many]
    same = [pairwise([unit(each.ours[0].picture)] * 2) for each in many]
    held, top = (
        float(np.mean([holds(one.prompt, one.seen, threshold) for each in group for one in each]))
        for group in ([each.ours for each in many], [each.theirs for each in many])
    )
    return (
        Row("pairwise MS-SSIM of a prompt's seeds", float(np.mean(alike)), float(np.mean(best)),
            {"one seed": float(np.mean(same))}, most=ALIKE),
        Row("pictures that hold their prompt", held, top),
        Row("  share of the tracer's", held / top if top else float("nan"), 1.0, least=HELD),
    )  # fmt: skip


def drawn(painter: Painter, scenes: Sequence[Scene], size: str) -> Generator[Event, None, Row]:
    """How far draws of one plan lie apart, over how far the tracer's do."""
    ours: list[measures.Mean] = []
    theirs: list[measures.Mean] = []
    side = pixel_size("1:1", size)[0]
    everywhere = np.ones((side, side), np.bool_)
    for i, scene in enumerate(scenes):
        yield Measuring("draws of a plan", i, len(scenes))
        seeds = [scene.seed + 1000 * k for k in range(SEEDS // 2)]
        for found, who in ((ours, painter), (theirs, TracerPainter())):
            pictures = [picture(who, scene.stage, seed, size) for seed in seeds]
            found += [measures.error(a, b, everywhere) for a, b in itertools.combinations(pictures, 2)]
    ratio = float(np.sqrt(measures.pooled(ours).value / max(measures.pooled(theirs).value, 1e-12)))
    return Row("spread of one plan's draws over the tracer's", ratio, 1.0, {"one draw": 0.0}, *SPREAD)


def _each(many: Sequence[Many]) -> tuple[dict[str, object], ...]:
    return tuple(
        {"prompt": each.ours[0].prompt.words, "alike": pairwise([unit(one.picture) for one in each.ours])}
        for each in many
    )
