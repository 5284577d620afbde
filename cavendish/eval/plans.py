"""Does the planner understand? Plans of prompts whose things, counts, colours and places are written beside them."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cavendish import settings
from cavendish.errors import RequestError, clip
from cavendish.eval import compositions
from cavendish.eval.events import Event, Found, Measuring
from cavendish.eval.protocol import Prompt, parse
from cavendish.eval.report import Report, Row
from cavendish.image import read_text
from cavendish.models import checkpoint
from cavendish.plan.schema import Plan
from cavendish.planners.base import Thoughts, find

Think = Callable[[str, int], Thoughts]

RIGHT = 0.99
"""The bar: the share of prompts whose plan is right in every respect."""
RESPECTS = ("things", "counts", "colours", "relations", "words")
FIRST_SEED = 930_000_000
SHOWN = 20


def run(file: Path, limit: int | None = None, think: Think | None = None) -> Iterator[Event]:
    """Plans up to `limit` prompts of a file in GenEval's form, spread over the whole file; ends with Found.

    A file of plain text holds T2I-CompBench's sentences, one a line (see `compositions`). Else each line is
    JSON with "tag", "prompt" and "include": class, count, color and position of what is to be there.
    `think` turns prompt and seed into thoughts: the native planner unless given.
    FileError when the file cannot be read, RequestError when a line is of another form.
    """
    began = time.monotonic()
    think, weights = (think, "") if think else (find("native").plan, _shipped())
    if file.suffix == ".txt":
        yield from compositions.run(file, limit, think, weights)
        return
    asked = spread(prompts(file), limit)
    found: list[tuple[Prompt, dict[str, str]]] = []
    for i, prompt in enumerate(asked):
        yield Measuring("plans", i, len(asked))
        found.append((prompt, wrong(prompt, think(prompt.words, FIRST_SEED + i))))
    yield Found(_report("the planner", weights, found, time.monotonic() - began))


def prompts(file: Path) -> tuple[Prompt, ...]:
    """The prompts of a file in GenEval's form."""
    out: list[Prompt] = []
    for number, line in enumerate(read_text(file).splitlines(), 1):
        try:
            out += [parse(line)] if line.strip() else []
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise RequestError(
                f"{file} line {number}: expected a prompt in GenEval's form, got {clip(line)}"
            ) from error
    if not out:
        raise RequestError(f"{file}: expected prompts, one a line, got none")
    return tuple(out)


def spread(asked: Sequence[Prompt], limit: int | None) -> tuple[Prompt, ...]:
    """At most `limit` of the prompts, at equal distances."""
    count = min(limit or len(asked), len(asked))
    return tuple(asked[i * len(asked) // count] for i in range(count))


def wrong(prompt: Prompt, thoughts: Thoughts) -> dict[str, str]:
    """By respect, what the plan holds where it is not what was asked for; empty when the plan is right.

    Nothing may be there that was not asked for: no other kinds, colours or relations.
    """
    plan, out = thoughts.plan, dict[str, str]()
    asked, held = _colors_asked(prompt), Counter((thing.kind, thing.color) for thing in plan.things)
    counts = (_by_kind(asked), _by_kind(held))
    if counts[0].keys() != counts[1].keys():
        out["things"] = ", ".join(sorted(counts[1])) or "nothing"
    elif counts[0] != counts[1]:
        out["counts"] = ", ".join(f"{count} {kind}" for kind, count in sorted(counts[1].items()))
    if asked != held and not out:
        out["colours"] = ", ".join(sorted(f"{color or 'any'} {kind}" for kind, color in held))
    if _relations_asked(prompt) != (relations := _relations(plan)):
        out["relations"] = ", ".join(" ".join(relation) for relation in sorted(relations)) or "none"
    if thoughts.unknown:
        out["words"] = ", ".join(item.word for item in thoughts.unknown)
    return out


def _colors_asked(prompt: Prompt) -> Counter[tuple[str, str | None]]:
    asked: Counter[tuple[str, str | None]] = Counter()
    for wanted in prompt.include:
        asked[wanted.kind, wanted.color] += wanted.count
    return asked


def _by_kind(counted: Counter[tuple[str, str | None]]) -> Counter[str]:
    out: Counter[str] = Counter()
    for (kind, _), count in counted.items():
        out[kind] += count
    return out


def _relations_asked(prompt: Prompt) -> set[tuple[str, str, str]]:
    return {
        (wanted.kind, wanted.position[0], prompt.include[wanted.position[1]].kind)
        for wanted in prompt.include
        if wanted.position is not None
    }


def _relations(plan: Plan) -> set[tuple[str, str, str]]:
    kinds = {thing.id: thing.kind for thing in plan.things}
    return {(kinds[one.subject], one.predicate, kinds[one.object]) for one in plan.relations}


def _report(
    planner: str, weights: str, found: Sequence[tuple[Prompt, dict[str, str]]], seconds: float
) -> Report:
    tags = dict.fromkeys(prompt.tag for prompt, _ in found)
    rows = [Row("fully right", _share([not bad for _, bad in found]), 1.0, least=RIGHT)]
    rows += [Row(tag, _share([not bad for prompt, bad in found if prompt.tag == tag]), 1.0) for tag in tags]
    rows += [Row(f"right {name}", _share([name not in bad for _, bad in found]), 1.0) for name in RESPECTS]
    missed = [(prompt, bad) for prompt, bad in found if bad]
    notes = [
        f"{prompt.words}: {'; '.join(f'{k} {v}' for k, v in bad.items())}" for prompt, bad in missed[:SHOWN]
    ]
    notes += [f"and {len(missed) - SHOWN} more"] if len(missed) > SHOWN else []
    each = tuple(
        {"prompt": prompt.words, "tag": prompt.tag, "right": not bad, "wrong": bad} for prompt, bad in found
    )
    facts = {"prompts": len(found), "missed": len(missed)}
    return Report("plans", planner, weights, tuple(rows), seconds, tuple(notes), facts, each)


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else float("nan")


def _shipped() -> str:
    return checkpoint.fingerprint(settings.weights_dir() / "backbone.safetensors")
