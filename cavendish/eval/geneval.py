"""GenEval for things the world knows, judged by our own networks.

The protocol is GenEval's (protocol.py). What is there is seen in the picture alone (eyes.py); the older score, which
looks into the plan's boxes, stands beside it.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from cavendish import pipeline
from cavendish.errors import CavendishError, FileError
from cavendish.eval import eyes as judging
from cavendish.eval import judge as judges
from cavendish.eval.detector import Thresholds
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.eyes import OPINIONS, TOGETHER, Eyes, Sight
from cavendish.eval.judge import Judge
from cavendish.eval.painting import DRAFT, painted
from cavendish.eval.protocol import CLASSES, TAGS, Detection, Prompt, Wanted, holds, parse, score
from cavendish.eval.report import Report, Row
from cavendish.events import Planned, Request
from cavendish.image import read_text
from cavendish.painters.base import Painter
from cavendish.painters.tracer import TracerPainter
from cavendish.plan.kinds.base import plural
from cavendish.plan.lexicon import COLORS
from cavendish.plan.schema import Plan
from cavendish.world.shapes import SHAPES
from cavendish.world.stage import boxes, build

U8 = npt.NDArray[np.uint8]
Think = Callable[[str, int], Plan]

PICTURES = 4
FIRST_SEED = 920_000_000
ALONE = ("single_object", "colors")
"""Tags of prompts of one thing."""
COUNTING = "counting"
BOXES = "plan's boxes"
OVERALL, OF_CEILING = 0.90, 0.90
LABEL = "GenEval protocol, own judge: not comparable with published scores"
VARIABLE = "CAVENDISH_PROMPTS"
SHOWN = 12


@dataclass(frozen=True)
class Taken:
    """One picture of a prompt; by kind, what was seen in the plan's boxes; by opinion, what was seen anywhere."""

    prompt: Prompt
    seed: int
    picture: U8
    seen: Mapping[str, Sequence[Detection]]
    found: Mapping[str, Mapping[str, Sequence[Detection]]] = field(default_factory=dict[str, Any])


def run(
    painter: Painter, limit: int | None = None, think: Think | None = None, judge: Judge | None = None,
    eyes: Eyes | None = None,
) -> Iterator[Event]:  # fmt: skip
    """Judges up to `limit` prompts, four pictures each, and the tracer's pictures of the same plans; ends with Found.

    `think` turns prompt and seed into a plan: the planner unless given.
    """
    began = time.monotonic()
    judge, think, eyes = judge or judges.load(), think or thought, eyes or judging.load()
    asked, source = prompts(TAGS)
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
            ours.append(replace(mine, found=opinions(eyes, mine.picture)))
            if painter.name == TracerPainter.name:
                theirs.append(ours[-1])
            else:
                best = take(TracerPainter(), judge, prompt, plan, seed)[0]
                theirs.append(replace(best, found=opinions(eyes, best.picture)))
    levels = {**eyes.detector.thresholds, BOXES: Thresholds(judge.threshold, judge.threshold)}
    facts = {"judge": judge.facts, "detector": eyes.detector.facts, "second judge": eyes.second.facts}
    found = _report(Judged(ours, theirs, levels), facts, source)
    yield Found(replace(found, painter=painter.name, weights=weights, seconds=time.monotonic() - began))


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


def opinions(eyes: Eyes, picture: U8) -> dict[str, dict[str, list[Detection]]]:
    """By opinion and kind, what is seen in the picture alone."""
    return {name: by_kind(seen) for name, seen in eyes.see(picture).items()}


def by_kind(seen: Sequence[Sight]) -> dict[str, list[Detection]]:
    """Every sight as a detection of each kind that it may be of."""
    out: dict[str, list[Detection]] = {}
    for one in seen:
        for kind, chance in one.kinds.items():
            out.setdefault(kind, []).append(Detection(one.box, chance, one.color))
    return out


def prompts(tags: Sequence[str] = ALONE) -> tuple[tuple[Prompt, ...], str]:
    """The prompts of those tags whose things the world knows, one of each tag in turn, and where they come from.

    They are GenEval's own where CAVENDISH_PROMPTS names a folder that holds geneval/evaluation_metadata.jsonl or
    the folder shared/prompts lies in or beside the current one; otherwise they are written from its templates.
    """
    for folder in _folders():
        file = folder / "geneval" / "evaluation_metadata.jsonl"
        try:
            lines = read_text(file).splitlines()
        except FileError:
            continue
        known = [p for p in (parse(line) for line in lines if line.strip()) if _known(p, tags)]
        return _in_turn(known, tags), "GenEval's prompts"
    written = [p for p in _written() if p.tag in tags]
    return _in_turn(written, tags), f"prompts written from GenEval's templates (its own: set {VARIABLE})"


def _folders() -> list[Path]:
    given = os.environ.get(VARIABLE)
    here = Path.cwd()
    return [Path(given)] if given else [root / "shared" / "prompts" for root in (here, here.parent)]


def _known(prompt: Prompt, tags: Sequence[str]) -> bool:
    return prompt.tag in tags and all(w.kind in SHAPES and w.color in (None, *COLORS) for w in prompt.include)


def _written() -> Iterator[Prompt]:
    """GenEval's six templates over the classes and colours that the world knows."""
    kinds = [kind for kind in CLASSES if kind in SHAPES]
    hues, numbers = list(COLORS), {2: "two", 3: "three", 4: "four"}
    for i, kind in enumerate(kinds):
        other = kinds[(i + 11) % len(kinds)]
        yield Prompt("single_object", f"a photo of {_a(kind)}", (Wanted(kind),))
        yield Prompt("two_object", f"a photo of {_a(kind)} and {_a(other)}", (Wanted(kind), Wanted(other)))
        n = 2 + i % 3
        yield Prompt(
            COUNTING, f"a photo of {numbers[n]} {plural(kind)}", (Wanted(kind, n),), (Wanted(kind, n + 1),)
        )
        for j in (0, 1):
            hue = hues[(3 * i + 7 * j) % len(hues)]
            yield Prompt("colors", f"a photo of {_a(f'{hue} {kind}')}", (Wanted(kind, 1, hue),))
        where = ("left of", "right of", "above", "below")[i % 4]
        placed = (Wanted(other), Wanted(kind, position=(where, 0)))
        yield Prompt("position", f"a photo of {_a(kind)} {where} {_a(other)}", placed)
        one, two = hues[3 * i % len(hues)], hues[(3 * i + 4) % len(hues)]
        tinted = (Wanted(kind, 1, one), Wanted(other, 1, two))
        yield Prompt("color_attr", f"a photo of {_a(f'{one} {kind}')} and {_a(f'{two} {other}')}", tinted)


def _a(what: str) -> str:
    return f"a{'n' if what[0] in 'aeiou' else ''} {what}"


def _in_turn(known: Sequence[Prompt], tags: Sequence[str]) -> tuple[Prompt, ...]:
    """One prompt of each tag after the other, so that a limit keeps all."""
    rows = [[p for p in known if p.tag == tag] for tag in tags]
    longest = max(len(row) for row in rows)
    return tuple(row[i] for i in range(longest) for row in rows if i < len(row))


def shuffled(taken: Sequence[Taken]) -> Iterator[tuple[Prompt, Taken]]:
    """Every picture beside the prompt of a picture half the list away: the floor's pairs."""
    half = len(taken) // 2
    for i, one in enumerate(taken):
        yield taken[(i + half) % len(taken)].prompt, one


@dataclass(frozen=True)
class Judged:
    """A painter's pictures, the tracer's of the same plans, and every opinion's thresholds."""

    ours: Sequence[Taken]
    theirs: Sequence[Taken]
    levels: Mapping[str, Thresholds]

    def held(self, opinion: str, pairs: Iterable[tuple[Prompt, Taken]]) -> list[tuple[str, bool]]:
        """Of every picture its prompt's tag, and whether it holds the prompt in that opinion."""
        level = self.levels[opinion]
        return [
            (prompt.tag, holds(prompt, one.seen if opinion == BOXES else one.found[opinion],
                               level.many if prompt.tag == COUNTING else level.there))
            for prompt, one in pairs
        ]  # fmt: skip

    def row(self, opinion: str, name: str) -> Row:
        """One opinion's overall score beside ceiling and floor."""
        pairs = ([(one.prompt, one) for one in taken] for taken in (self.ours, self.theirs))
        (mine, best), worst = (
            (self.held(opinion, each) for each in pairs),
            self.held(opinion, shuffled(self.ours)),
        )
        return Row(name, score(mine)[0], score(best)[0], {"shuffled": score(worst)[0]})


def _report(judged: Judged, about: Mapping[str, Mapping[str, str]], source: str) -> Report:
    ours, theirs = judged.ours, judged.theirs
    held = judged.held(TOGETHER, [(one.prompt, one) for one in ours])
    best = judged.held(TOGETHER, [(one.prompt, one) for one in theirs])
    tags, top, low = (score(each)[1] for each in (held, best, judged.held(TOGETHER, shuffled(ours))))
    overall = replace(judged.row(TOGETHER, "overall"), least=OVERALL)
    share = overall.score / overall.ceiling if overall.ceiling else float("nan")
    opinions = [judged.row(name, f"overall, {name} alone") for name in OPINIONS if name != TOGETHER]
    rows = [
        overall,
        Row("share of the ceiling", share, 1.0, least=OF_CEILING),
        *(Row(tag, tags[tag], top[tag], {"shuffled": low[tag]}) for tag in tags),
        *opinions,
        judged.row(BOXES, f"overall, first judge in the {BOXES}"),
    ]
    each = tuple(
        {"prompt": one.prompt.words, "seed": one.seed, "tag": tag, "held": ok, "ceiling": other[1]}
        for one, (tag, ok), other in zip(ours, held, best, strict=True)
    )
    facts = {"label": LABEL, "overall": overall.score, "tags": tags, "ceiling": overall.ceiling,
             "floor": overall.floor, "pictures": len(ours), "judges": about,
             "thresholds": {name: asdict(level) for name, level in judged.levels.items()}}  # fmt: skip
    firsts = range(0, len(ours), PICTURES)[:SHOWN]
    sheet = tuple(tuple(t.picture for pair in zip(ours[i : i + 4], theirs[i : i + 4], strict=True) for t in pair)
                  for i in firsts)  # fmt: skip
    shown = tuple(f"{name} {k + 1}" for k in range(PICTURES) for name in ("painter", "tracer"))
    return Report("geneval", "", "", tuple(rows), 0.0, (LABEL, source), facts, each, shown, sheet)
