"""Freezes the thresholds of what the judges see on held-out traced pictures, and says how good they are there.

`python -m cavendish.eval.freezing FILE HELD_OUT` writes thresholds and figures into the detector's file.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from cavendish.errors import RequestError
from cavendish.eval import detector as detectors
from cavendish.eval import eyes as judging
from cavendish.eval.crowds import Album, Crowd
from cavendish.eval.detector import Thresholds, overlap
from cavendish.eval.drills import CELLS, lesson
from cavendish.eval.events import Measuring
from cavendish.eval.eyes import OPINIONS, Eyes, Sight
from cavendish.eval.judge import Box

MATCHED = 0.5
"""Least overlap of a sight with the thing it is of."""
_LEVELS = tuple(round(0.02 * i, 2) for i in range(2, 49))
_COUNTED = 5


@dataclass(frozen=True)
class Hit:
    """One sight: its score and likeliest kind, and the kind of the thing that it covers (None: no thing).

    tinted: whether its colour is the thing's; None where that has none.
    """

    score: float
    kind: str
    truth: str | None
    tinted: bool | None


@dataclass(frozen=True)
class Exam:
    """A held-out picture: the kinds of the things it shows, and what one opinion saw."""

    wanted: tuple[str, ...]
    hits: tuple[Hit, ...]


def freeze(path: Path, held: Path, eyes: Eyes | None = None) -> Iterator[Measuring]:
    """The detector in `path` has every opinion's thresholds and figures; RequestError without held-out pictures."""
    album, detector = Album(held), detectors.load(path)
    if not len(album):
        raise RequestError(f"{held}: expected held-out scenes, got none", hint="crowds.fill")
    eyes = replace(eyes or judging.load(), detector=detector)
    exams: dict[str, list[Exam]] = {name: [] for name in OPINIONS}
    for i in range(len(album)):
        scene = album.scene(i)
        seen = eyes.see(scene.picture)
        for name in OPINIONS:
            exams[name].append(sat(seen[name], scene))
        yield Measuring("examining", i + 1, len(album))
    thresholds: dict[str, Thresholds] = {}
    facts = {**detector.facts, "held_out": str(len(album))}
    for name, rows in exams.items():
        thresholds[name] = frozen(rows)
        facts[name] = ", ".join(
            f"{what} {value:.3f}" for what, value in figures(rows, thresholds[name]).items()
        )
    detectors.store(path, replace(detector, thresholds=thresholds, facts=facts))


def sat(seen: Sequence[Sight], scene: Crowd) -> Exam:
    """What was seen in a held-out picture, the surest first, each of the thing that it overlaps most."""
    truth = list(shown(scene))
    likeness = overlap(_boxes([one.box for one in seen]), _boxes([box for _, _, box in truth]))
    free = set(range(len(truth)))
    hits: list[Hit] = []
    for i in sorted(range(len(seen)), key=lambda i: -seen[i].score):
        best = max(free, key=lambda j: float(likeness[i, j]), default=-1)
        if best >= 0 and float(likeness[i, best]) >= MATCHED:
            free.remove(best)
            kind, color, _ = truth[best]
            hits.append(
                Hit(seen[i].score, seen[i].kind, kind, None if color is None else seen[i].color == color)
            )
        else:
            hits.append(Hit(seen[i].score, seen[i].kind, None, None))
    return Exam(tuple(kind for kind, _, _ in truth), tuple(hits))


def shown(scene: Crowd) -> Iterator[tuple[str, str | None, Box]]:
    """Kind, colour and box (0..1) of each thing that is well seen in a scene."""
    scale = CELLS * scene.seen.shape[0] / detectors.SIDE
    for number, (kind, color) in enumerate(zip(scene.kinds, scene.colors, strict=True)):
        for one in lesson(scene.picture, np.where(scene.seen == number, 0, -1), [(0, 0)]).things:
            x0, y0, x1, y1 = (edge / scale for edge in one.box)
            yield kind, color, (x0, y0, x1, y1)


def _boxes(boxes: Sequence[Box]) -> Tensor:
    return torch.tensor(boxes).reshape(-1, 4)


def frozen(exams: Sequence[Exam]) -> Thresholds:
    """Where F1 of kind and place is highest; and where most groups of one to five of a kind are counted right."""
    there = max(_LEVELS, key=lambda level: marked(exams, level)["f1"])
    return Thresholds(there, max(_LEVELS, key=lambda level: (counted(exams, level)[0], -abs(level - there))))


def figures(exams: Sequence[Exam], levels: Thresholds) -> Mapping[str, float]:
    """All that is said of an opinion at its thresholds."""
    right, by_number = counted(exams, levels.many)
    return {
        **marked(exams, levels.there),
        "counted": right,
        **{f"of {n}": share for n, share in by_number.items()},
    }


def marked(exams: Sequence[Exam], level: float) -> dict[str, float]:
    """Precision, recall and F1 of kind and place above a level; the share placed; of those, kinds and colours right."""
    wanted = sum(len(one.wanted) for one in exams)
    over = [hit for one in exams for hit in one.hits if hit.score > level]
    right = sum(hit.kind == hit.truth for hit in over)
    placed = [hit for one in exams for hit in one.hits if hit.truth is not None]
    tinted = [hit.tinted for hit in placed if hit.tinted is not None]
    precision, recall = right / max(1, len(over)), right / max(1, wanted)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(1e-9, precision + recall),
        "placed": len(placed) / max(1, wanted),
        "kind": sum(hit.kind == hit.truth for hit in placed) / max(1, len(placed)),
        "color": sum(tinted) / max(1, len(tinted)),
    }


def counted(exams: Sequence[Exam], level: float) -> tuple[float, dict[int, float]]:
    """The share of groups of one to five of a kind that are counted right above a level; and by their number."""
    right: dict[int, list[bool]] = {n: [] for n in range(1, _COUNTED + 1)}
    for one in exams:
        found = Counter(hit.kind for hit in one.hits if hit.score > level)
        for kind, n in Counter(one.wanted).items():
            if n <= _COUNTED:
                right[n].append(found[kind] == n)
    every = [ok for got in right.values() for ok in got]
    return sum(every) / max(1, len(every)), {n: sum(got) / len(got) for n, got in right.items() if got}


if __name__ == "__main__":
    for _ in freeze(Path(sys.argv[1]), Path(sys.argv[2])):
        pass
