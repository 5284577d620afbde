"""The GenEval protocol over any detections: counts, colours, positions, score (djghosh13/geneval, MIT).

Boxes are (x0, y0, x1, y1), y down, in any unit.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cavendish.plan.positions import Box, relations

__all__ = ["Box", "Detection", "Prompt", "Wanted", "holds", "parse", "relations", "score"]

MOST = 16
"""Detections of a class that are looked at, best first."""
CLASSES = (
    "airplane", "apple", "backpack", "banana", "baseball bat", "baseball glove", "bear", "bed", "bench", "bicycle",
    "bird", "boat", "book", "bottle", "bowl", "broccoli", "bus", "cake", "car", "carrot", "cat", "cell phone",
    "chair", "clock", "computer keyboard", "computer mouse", "couch", "cow", "cup", "dining table", "dog", "donut",
    "elephant", "fire hydrant", "fork", "frisbee", "giraffe", "hair drier", "handbag", "horse", "hot dog", "kite",
    "knife", "laptop", "microwave", "motorcycle", "orange", "oven", "parking meter", "person", "pizza",
    "potted plant", "refrigerator", "sandwich", "scissors", "sheep", "sink", "skateboard", "skis", "snowboard",
    "spoon", "sports ball", "stop sign", "suitcase", "surfboard", "teddy bear", "tennis racket", "tie", "toaster",
    "toilet", "toothbrush", "traffic light", "train", "truck", "tv", "tv remote", "umbrella", "vase", "wine glass",
    "zebra",
)  # fmt: skip
"""The classes GenEval's own detector knows, which is all it can take a thing for: COCO's, as its prompts name them."""
TAGS = ("single_object", "two_object", "counting", "colors", "position", "color_attr")


@dataclass(frozen=True)
class Wanted:
    """`count` things of a kind, perhaps of a colour, perhaps placed: (relation, number of the reference)."""

    kind: str
    count: int = 1
    color: str | None = None
    position: tuple[str, int] | None = None


@dataclass(frozen=True)
class Prompt:
    """One prompt: what must be there, and what must not be there so often."""

    tag: str
    words: str
    include: tuple[Wanted, ...]
    exclude: tuple[Wanted, ...] = ()


@dataclass(frozen=True)
class Detection:
    """Something a judge saw: where, how surely, in which colour."""

    box: Box
    score: float
    color: str | None = None


def parse(line: str) -> Prompt:
    """The prompt of one line of `evaluation_metadata.jsonl`."""
    raw: dict[str, Any] = json.loads(line)
    include, exclude = (tuple(_wanted(one) for one in raw.get(part, ())) for part in ("include", "exclude"))
    return Prompt(str(raw["tag"]), str(raw["prompt"]), include, exclude)


def _wanted(raw: Mapping[str, Any]) -> Wanted:
    position = raw.get("position")
    placed = (str(position[0]), int(position[1])) if position else None
    return Wanted(str(raw["class"]), int(raw.get("count", 1)), raw.get("color"), placed)


def holds(prompt: Prompt, seen: Mapping[str, Sequence[Detection]], threshold: float) -> bool:
    """Whether a picture shows what the prompt asks for, given detections by kind, those over the threshold."""
    best = {
        kind: sorted((d for d in found if d.score > threshold), key=lambda d: -d.score)[:MOST]
        for kind, found in seen.items()
    }
    groups: list[list[Detection] | None] = []
    for wanted in prompt.include:
        found = best.get(wanted.kind, [])[: wanted.count]
        groups.append(found if _matches(wanted, found, groups) else None)
    if any(group is None for group in groups):
        return False
    return all(len(best.get(one.kind, [])) < one.count for one in prompt.exclude)


def _matches(
    wanted: Wanted, found: Sequence[Detection], groups: Sequence[Sequence[Detection] | None]
) -> bool:
    if len(found) < wanted.count:
        return False
    if wanted.color is not None and sum(d.color == wanted.color for d in found) < wanted.count:
        return False
    if wanted.position is None:
        return True
    relation, number = wanted.position
    reference = groups[number]
    return reference is not None and all(
        relation in relations(a.box, b.box) for a in found for b in reference
    )


def score(passed: Sequence[tuple[str, bool]]) -> tuple[float, dict[str, float]]:
    """The unweighted mean over tags of each tag's share of pictures that hold their prompt, and those shares."""
    tags: dict[str, list[bool]] = {}
    for tag, held in passed:
        tags.setdefault(tag, []).append(held)
    means = {tag: sum(held) / len(held) for tag, held in tags.items()}
    return (sum(means.values()) / len(means) if means else float("nan")), means
