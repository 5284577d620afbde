"""GenEval's single objects and colours, for things the world knows, judged by our own networks.

The protocol is GenEval's (protocol.py); detector and colour judge are ours, on the plan's boxes.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cavendish import pipeline
from cavendish.errors import CavendishError, FileError
from cavendish.eval import judge as judges
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.judge import Judge
from cavendish.eval.painting import DRAFT, painted
from cavendish.eval.protocol import Detection, Prompt, Wanted, holds, parse, score
from cavendish.eval.report import Report, Row
from cavendish.events import Planned, Request
from cavendish.image import read_text
from cavendish.painters.base import Painter
from cavendish.painters.tracer import TracerPainter
from cavendish.plan.lexicon import COLORS
from cavendish.plan.schema import Plan
from cavendish.world.shapes import SHAPES
from cavendish.world.stage import boxes, build

U8 = npt.NDArray[np.uint8]
Think = Callable[[str, int], Plan]

PICTURES = 4
FIRST_SEED = 920_000_000
TAGS = ("single_object", "colors")
OVERALL, OF_CEILING = 0.90, 0.90
LABEL = "GenEval protocol, own judge: not comparable with published scores"
VARIABLE = "CAVENDISH_PROMPTS"
SHOWN = 12
CLASSES = (
    "person", "car", "airplane", "bus", "train", "truck", "boat", "bird", "cat", "dog", "sheep", "elephant",
    "umbrella", "suitcase", "sports ball", "bottle", "wine glass", "cup", "bowl", "banana", "apple", "orange",
    "carrot", "donut", "cake", "chair", "potted plant", "laptop", "book", "clock", "vase", "teddy bear",
)  # fmt: skip
"""GenEval's names for things that this world also names."""


@dataclass(frozen=True)
class Taken:
    """One picture of a prompt, and what the judge saw in it, by kind."""

    prompt: Prompt
    seed: int
    picture: U8
    seen: Mapping[str, Sequence[Detection]]


def run(
    painter: Painter, limit: int | None = None, think: Think | None = None, judge: Judge | None = None
) -> Iterator[Event]:
    """Judges up to `limit` prompts, four pictures each, and the tracer's pictures of the same plans; ends with Found.

    `think` turns prompt and seed into a plan: the planner unless given.
    """
    began = time.monotonic()
    judge, think = judge or judges.load(), think or thought
    asked, source = prompts()
    asked = asked[:limit]
    ours: list[Taken] = []
    theirs: list[Taken] = []
    weights = ""
    for i, prompt in enumerate(asked):
        for k in range(PICTURES):
            yield Measuring("geneval", i * PICTURES + k, len(asked) * PICTURES)
            seed = FIRST_SEED + i * PICTURES + k
            plan = think(prompt.words, seed)
            mine, weights = take(painter, judge, prompt, plan, seed)
            ours.append(mine)
            is_tracer = painter.name == TracerPainter.name
            theirs.append(mine if is_tracer else take(TracerPainter(), judge, prompt, plan, seed)[0])
    yield Found(_report(painter.name, weights, judge, ours, theirs, source, time.monotonic() - began))


def thought(words: str, seed: int) -> Plan:
    """The plan the planner makes of a prompt, complete."""
    for event in pipeline.think(Request(words, seed)):
        if isinstance(event, Planned):
            return event.plan
    raise CavendishError(f"planner: expected a plan of {words!r}, got none")


def take(painter: Painter, judge: Judge, prompt: Prompt, plan: Plan, seed: int) -> tuple[Taken, str]:
    """The finished picture of a complete plan with what the judge sees in it, and the hash of the weights."""
    stage = build(plan, seed)
    made = painted(painter, stage, seed, DRAFT)
    picture = pipeline.finish(stage, made)
    return Taken(
        prompt, seed, picture, detect(judge, picture, [box for box, _ in boxes(stage)])
    ), made.weights


def detect(judge: Judge, picture: U8, found: Sequence[judges.Box]) -> dict[str, list[Detection]]:
    """By kind, one detection a box, as sure as the judge is that the box shows that kind."""
    inside = [box for box in found if box[2] > box[0] and box[3] > box[1]]
    out: dict[str, list[Detection]] = {}
    for box, verdict in zip(inside, judge.look(picture, inside), strict=True):
        for kind, chance in verdict.kinds.items():
            out.setdefault(kind, []).append(Detection(box, chance, verdict.color))
    return out


def prompts() -> tuple[tuple[Prompt, ...], str]:
    """The prompts whose things the world knows, both kinds in turn, and where they come from.

    They are GenEval's own where CAVENDISH_PROMPTS names a folder that holds geneval/evaluation_metadata.jsonl or
    the folder shared/prompts lies in or beside the current one; otherwise they are written from its two templates.
    """
    for folder in _folders():
        file = folder / "geneval" / "evaluation_metadata.jsonl"
        try:
            lines = read_text(file).splitlines()
        except FileError:
            continue
        known = [p for p in (parse(line) for line in lines if line.strip()) if _known(p)]
        return _in_turn(known), "GenEval's prompts"
    return _in_turn(_written()), f"prompts written from GenEval's templates (its own: set {VARIABLE})"


def _folders() -> list[Path]:
    given = os.environ.get(VARIABLE)
    here = Path.cwd()
    return [Path(given)] if given else [root / "shared" / "prompts" for root in (here, here.parent)]


def _known(prompt: Prompt) -> bool:
    return prompt.tag in TAGS and all(w.kind in SHAPES and w.color in (None, *COLORS) for w in prompt.include)


def _written() -> list[Prompt]:
    """GenEval's two templates over the classes and colours that the world knows."""
    kinds = [kind for kind in CLASSES if kind in SHAPES]
    colored = [
        (kind, list(COLORS)[(3 * i + 7 * j) % len(COLORS)]) for j in (0, 1) for i, kind in enumerate(kinds)
    ]
    return [
        *(Prompt("single_object", _photo(kind), (Wanted(kind),)) for kind in kinds),
        *(Prompt("colors", _photo(f"{color} {kind}"), (Wanted(kind, 1, color),)) for kind, color in colored),
    ]


def _photo(what: str) -> str:
    return f"a photo of a{'n' if what[0] in 'aeiou' else ''} {what}"


def _in_turn(known: Sequence[Prompt]) -> tuple[Prompt, ...]:
    """One prompt of each tag after the other, so that a limit keeps both."""
    rows = [[p for p in known if p.tag == tag] for tag in TAGS]
    longest = max(len(row) for row in rows)
    return tuple(row[i] for i in range(longest) for row in rows if i < len(row))


def shuffled(taken: Sequence[Taken]) -> Iterator[tuple[Prompt, Taken]]:
    """Every picture beside the prompt of a picture half the list away: the floor's pairs."""
    half = len(taken) // 2
    for i, one in enumerate(taken):
        yield taken[(i + half) % len(taken)].prompt, one


def _report(
    painter: str, weights: str, judge: Judge, ours: Sequence[Taken], theirs: Sequence[Taken], source: str,
    seconds: float,
) -> Report:  # fmt: skip
    level = judge.threshold
    held = [(one.prompt.tag, holds(one.prompt, one.seen, level)) for one in ours]
    best = [(one.prompt.tag, holds(one.prompt, one.seen, level)) for one in theirs]
    worst = [(prompt.tag, holds(prompt, one.seen, level)) for prompt, one in shuffled(ours)]
    (overall, tags), (ceiling, top), (floor, low) = score(held), score(best), score(worst)
    share = overall / ceiling if ceiling else float("nan")
    rows = [
        Row("overall", overall, ceiling, {"shuffled": floor}, OVERALL),
        Row("share of the ceiling", share, 1.0, least=OF_CEILING),
        *(Row(tag, tags[tag], top[tag], {"shuffled": low[tag]}) for tag in tags),
    ]
    each = tuple(
        {"prompt": one.prompt.words, "seed": one.seed, "tag": tag, "held": ok, "ceiling": other[1]}
        for one, (tag, ok), other in zip(ours, held, best, strict=True)
    )
    facts = {"label": LABEL, "overall": overall, "tags": tags, "ceiling": ceiling, "floor": floor,
             "pictures": len(ours), "judge": {"threshold": level, **judge.facts}}  # fmt: skip
    firsts = range(0, len(ours), PICTURES)[:SHOWN]
    sheet = tuple(tuple(t.picture for pair in zip(ours[i : i + 4], theirs[i : i + 4], strict=True) for t in pair)
                  for i in firsts)  # fmt: skip
    shown = tuple(f"{name} {k + 1}" for k in range(PICTURES) for name in (painter, "tracer"))
    return Report(
        "geneval", painter, weights, tuple(rows), seconds, (LABEL, source), facts, each, shown, sheet
    )
