"""Do plans hold T2I-CompBench's sentences? Kinds, counts, colours, textures and places, on the plan's own boxes."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cavendish.errors import RequestError
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.report import Report, Row
from cavendish.eval.sentences import Part, Sentence, parse
from cavendish.image import read_text
from cavendish.plan import shades
from cavendish.plan.held import holds
from cavendish.plan.layout import complete, screen_boxes
from cavendish.plan.positions import relations
from cavendish.plan.reading import read
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.stacks import resting
from cavendish.planners.base import Thoughts

Think = Callable[[str, int], Thoughts]

BARS: dict[str, float] = {
    "colour": 0.95, "spatial": 0.95, "3-D spatial": 0.95, "numeracy": 0.95, "texture": 0.90,
}  # fmt: skip
"""By suite, the share of the sentences in the vocabulary whose plans must be exact."""
FIRST_SEED = 940_000_000
SHOWN = 24


@dataclass(frozen=True)
class Tried:
    """A line, the sentence in it (None where it has another form), and what of its plan is wrong, by respect.

    `strange` are the words that are not in the vocabulary; such a sentence is counted apart.
    """

    line: str
    sentence: Sentence | None
    wrong: dict[str, str]
    strange: tuple[str, ...] = ()
    stands: bool | None = None

    @property
    def counted(self) -> bool:
        """Whether it is of the form, and of words the planner knows."""
        return self.sentence is not None and not self.strange


def run(file: Path, limit: int | None, think: Think, weights: str) -> Iterator[Event]:
    """Plans up to `limit` sentences, one a line, spread over the file; ends with Found.

    FileError when the file cannot be read, RequestError when no line is a sentence of the suites.
    """
    began = time.monotonic()
    every = tuple(dict.fromkeys(line.strip() for line in read_text(file).splitlines() if line.strip()))
    count = min(limit or len(every), len(every))
    lines = tuple(every[i * len(every) // count] for i in range(count))
    tried: list[Tried] = []
    for i, line in enumerate(lines):
        yield Measuring("plans", i, len(lines))
        tried.append(one(line, think, FIRST_SEED + i))
    if not any(each.sentence for each in tried):
        raise RequestError(f"{file}: expected sentences such as 'a red apple and a green pear', got none")
    yield Found(_report(tried, weights, time.monotonic() - began))


def one(line: str, think: Think, seed: int) -> Tried:
    """A line tried: nothing is planned for what has another form or is not of known words."""
    sentence = parse(line)
    if sentence is None:
        return Tried(line, None, {})
    nouns = tuple(part.noun for part in sentence.parts if part.kind is None)
    reads = read(sentence.words).reads
    strange = tuple(item.text for item in reads if item.name == "word" or item.near is not None)
    if nouns or strange:
        return Tried(line, sentence, {}, tuple(dict.fromkeys((*nouns, *strange))))
    thoughts = think(sentence.words, seed)
    done = complete(thoughts.plan, seed)
    wrong = _wrong(sentence, thoughts, done)
    stands = None
    if sentence.relation in ("above", "below") and "places" not in wrong and thoughts.plan.relations:
        stands = bool(resting(done))
    return Tried(line, sentence, wrong, (), stands)


def _wrong(sentence: Sentence, thoughts: Thoughts, done: Plan) -> dict[str, str]:
    """By respect, what the plan holds where it is not what was asked for."""
    plan, out = thoughts.plan, dict[str, str]()
    held = _shared(sentence.parts, plan)
    listed = ", ".join(_described(thing) for thing in plan.things) or "nothing"
    asked = {part.kind for part in sentence.parts}
    if {thing.kind for thing in plan.things} != asked:
        out["things"] = listed
    elif any(not _many(part, things) for part, things in zip(sentence.parts, held, strict=True)):
        out["counts"] = listed
    elif not _coloured(sentence.parts, plan):
        out["colours"] = listed
    elif not _made(sentence.parts, plan):
        out["textures"] = listed
    if "things" not in out and not _placed(sentence, plan, done):
        said = [f"{one.subject} {one.predicate} {one.object}" for one in plan.relations]
        boxes = {name: tuple(round(edge, 2) for edge in box) for name, box in screen_boxes(done).items()}
        out["places"] = f"{', '.join(said) or 'none'} at {boxes}"
    if thoughts.unknown:
        out["words"] = ", ".join(item.word for item in thoughts.unknown)
    return out


def _described(thing: Thing) -> str:
    return " ".join(word for word in (thing.shade or thing.color, thing.material, thing.kind) if word)


def _shared(parts: Sequence[Part], plan: Plan) -> list[int]:
    """How many things of the plan each part has: of parts of one kind, all of them together."""
    counts = Counter(thing.kind for thing in plan.things)
    return [counts[part.kind or ""] for part in parts]


def _many(part: Part, things: int) -> bool:
    return things >= 2 if part.count is None else things >= part.count


def _coloured(parts: Sequence[Part], plan: Plan) -> bool:
    """Whether as many things of each kind have each colour as were asked for; others have none but their stuff's."""
    asked: Counter[tuple[str | None, str | None]] = Counter(
        (part.kind, _shade(part.color)) for part in parts if part.color
    )
    kinds = {part.kind for part in parts if part.color}
    held: Counter[tuple[str | None, str | None]] = Counter(
        (t.kind, t.shade or t.color) for t in plan.things if t.color and (t.kind in kinds or not t.material)
    )
    plural = {(part.kind, _shade(part.color)) for part in parts if part.count is None}
    return asked.keys() == held.keys() and all(
        held[key] >= 2 if key in plural else held[key] == count for key, count in asked.items()
    )


def _shade(color: str | None) -> str | None:
    """A colour as plans hold it: one of the ten, or its exact shade's name."""
    found = shades.find(color or "", lent=False)
    return color if found is None else shades.class_of(found) if shades.is_plain(found) else found


def _made(parts: Sequence[Part], plan: Plan) -> bool:
    asked = {(part.kind, part.material) for part in parts if part.material}
    said = {(thing.kind, thing.material) for thing in plan.things if thing.material}
    return not asked or asked == said


def _placed(sentence: Sentence, plan: Plan, done: Plan) -> bool:
    """Whether the relation is in the plan, and true of every pair of its things as they are seen."""
    if sentence.relation is None:
        return not plan.relations
    a, b = (part.kind for part in sentence.parts)
    kinds = {thing.id: thing.kind for thing in plan.things}
    pairs = [one for one in done.relations if (kinds[one.subject], kinds[one.object]) == (a, b)]
    if not pairs or len(pairs) != len(done.relations):
        return False
    if sentence.relation in ("left of", "right of", "above", "below"):
        boxes = screen_boxes(done)
        return all(sentence.relation in relations(boxes[one.subject], boxes[one.object]) for one in pairs)
    return all(one.predicate == sentence.relation and holds(done, one) for one in pairs)


def _report(tried: Sequence[Tried], weights: str, seconds: float) -> Report:
    """Exactness on what is in the vocabulary, and how much that is, by suite."""
    rows: list[Row] = []
    for tag, bar in BARS.items():
        own = [one for one in tried if one.sentence is not None and one.sentence.tag == tag]
        counted = [one for one in own if one.counted]
        if counted:
            rows.append(Row(f"{tag} exact", _share([not one.wrong for one in counted]), 1.0, least=bar))
            rows.append(Row(f"{tag} known", _share([one.counted for one in own]), 1.0))
        stands = [one.stands for one in counted if one.stands is not None]
        if stands:
            rows.append(Row(f"{tag} resting, of above and below", _share(stands), 1.0))
    rows.append(Row("lines of the form", _share([one.sentence is not None for one in tried]), 1.0))
    rows.append(Row("lines known", _share([one.counted for one in tried]), 1.0))
    missed = [one for one in tried if one.wrong]
    notes = [f"{one.line}: {'; '.join(f'{k} {v}' for k, v in one.wrong.items())}" for one in missed[:SHOWN]]
    notes += [f"and {len(missed) - SHOWN} more"] if len(missed) > SHOWN else []
    strange = Counter(word for one in tried for word in one.strange)
    notes += (
        [f"not known: {', '.join(f'{word} {n}' for word, n in strange.most_common(SHOWN))}"]
        if strange
        else []
    )
    each = tuple(
        {"prompt": one.line, "tag": one.sentence.tag if one.sentence else None, "wrong": one.wrong,
         "unknown": list(one.strange)}
        for one in tried
    )  # fmt: skip
    facts = {"prompts": len(tried), "counted": sum(one.counted for one in tried), "missed": len(missed)}
    return Report("plans", "the planner", weights, tuple(rows), seconds, tuple(notes), facts, each)


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else float("nan")
