"""Teaches the detector and freezes its thresholds on held-out traced pictures.

`python -m cavendish.eval.drilling FILE MINUTES HELD_OUT ALBUM...` (minutes of processor time) writes a detector; it
goes on from FILE.part where it was broken off. Albums are folders that crowds.fill or crowds.borrow has filled.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from cavendish.errors import RequestError
from cavendish.eval import judge as judges
from cavendish.eval.crowds import Album, Crowd
from cavendish.eval.detector import Detector, Net, Seen, overlap, store
from cavendish.eval.drills import School, corrupted, lesson, loss_of
from cavendish.eval.events import Measuring
from cavendish.eval.judge import as_input
from cavendish.eval.lessons import names

BATCH, RATE, KEPT_EVERY = 12, 1.5e-3, 60.0
MATCHED = 0.5
"""Least overlap of a detection with the thing it is of."""
_LEVELS = tuple(round(0.02 * i, 2) for i in range(3, 48))
_LEAST = 60  # pixels of a thing that a held-out picture is asked for


def teach(
    path: Path, minutes: float, held: Path, albums: Sequence[Path], seed: int = 0
) -> Iterator[Measuring]:
    """The net has learned from the albums for so many minutes of processor time; `path` then holds the detector.

    Its first layers begin as the first judge's. RequestError when an album is empty.
    """
    kinds, colors = names()
    school = School([Album(folder) for folder in albums], kinds, colors)
    net = fresh(len(kinds), len(colors), seed)
    part = path.with_suffix(".part")
    yield from train(net, school, minutes * 60, seed, part)
    detector = Detector(net.eval(), kinds, colors, 0.3, 0.3, {})
    crowds = Album(held)
    if not len(crowds):
        raise RequestError(f"{held}: expected held-out scenes, got none", hint="crowds.fill")
    exams: list[Exam] = []
    for i in range(len(crowds)):
        exams.append(sat(detector, crowds.scene(i)))
        yield Measuring("examining", i + 1, len(crowds))
    threshold, counting, facts = frozen(exams)
    facts |= {"held_out": str(len(exams)), "scenes": str(int(school.sizes.sum())), "minutes": f"{minutes:g}"}
    store(path, replace(detector, threshold=threshold, counting=counting, facts=facts))


def fresh(kinds: int, colors: int, seed: int) -> Net:
    """A net that has learned nothing but what the first judge's first layers know of edges and surfaces."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        net = Net(kinds, colors)
    first = judges.load().net
    for mine, theirs in ((net.layers, first.layers), (net.norms, first.norms)):
        for one, other in zip(mine, theirs, strict=False):
            one.load_state_dict(other.state_dict())
    return net


def train(
    net: Net,
    school: School,
    seconds: float,
    seed: int = 0,
    part: Path | None = None,
    steps: int | None = None,
) -> Iterator[Measuring]:
    """The net has learned for so many seconds of processor time, or `steps`; AdamW, cosine, kept in `part`."""
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.02)
    step, spent = 0, 0.0
    if part is not None and part.exists():
        state = torch.load(part, weights_only=True)
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        step, spent = state["step"], state["spent"]
    began, kept_at, share = time.process_time() - spent, spent, spent / max(seconds, 1e-3)
    net.train()
    while share < 1:
        rng, draw = (
            np.random.default_rng([seed, step]),
            torch.Generator().manual_seed(seed * 1_000_003 + step),
        )
        drawn = [school.draw(rng) for _ in range(BATCH)]
        x = corrupted(as_input(torch.from_numpy(np.stack([one.picture for one in drawn]))), draw)
        rate = RATE * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * share))) * min(1.0, (step + 1) / 60)
        for group in optimiser.param_groups:
            group["lr"] = float(rate)
        loss, parts = loss_of(net, drawn, x, rng)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        step += 1
        now = time.process_time() - began
        share = step / steps if steps else now / max(seconds, 1e-3)
        if part is not None and now - kept_at > KEPT_EVERY:
            kept_at = now
            torch.save(
                {"net": net.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "spent": now},
                part,
            )
        if step % 25 == 0:
            said = ", ".join(f"{name} {value:.2f}" for name, value in parts.items())
            yield Measuring(f"step {step}: {said}", int(share * 100), 100)


@dataclass(frozen=True)
class Exam:
    """A held-out picture: what it shows, by kind, and each detection's scores, likeliest kind, and what it is of.

    hits: (score, kind, kind of the thing it covers or None, colour is right, that thing's number or −1).
    """

    wanted: tuple[str, ...]
    colors: tuple[str | None, ...]
    hits: tuple[tuple[float, str, str | None, bool, int], ...]


def sat(detector: Detector, scene: Crowd) -> Exam:
    """What the detector makes of a held-out picture, against what it shows."""
    truth = [(k, c, box) for k, c, box in _shown(scene)]
    found = detector.look(scene.picture)
    likeness = overlap(_boxes([one.box for one in found]), _boxes([box for _, _, box in truth]))
    free = set(range(len(truth)))
    hits: list[tuple[float, str, str | None, bool, int]] = []
    for i in sorted(range(len(found)), key=lambda i: -found[i].score(found[i].kind)):
        best = max(free, key=lambda j: float(likeness[i, j]), default=-1)
        if best >= 0 and float(likeness[i, best]) >= MATCHED:
            free.remove(best)
            hits.append(_hit(found[i], truth[best][0], truth[best][1], best))
        else:
            hits.append(_hit(found[i], None, None, -1))
    return Exam(tuple(k for k, _, _ in truth), tuple(c for _, c, _ in truth), tuple(hits))


def _hit(
    one: Seen, kind: str | None, color: str | None, number: int
) -> tuple[float, str, str | None, bool, int]:
    return one.score(one.kind), one.kind, kind, one.color == color, number


def _boxes(boxes: Sequence[tuple[float, float, float, float]]) -> Tensor:
    return torch.tensor(boxes).reshape(-1, 4)


def _shown(scene: Crowd) -> Iterator[tuple[str, str | None, tuple[float, float, float, float]]]:
    tags = [(i, 0) for i in range(len(scene.kinds))]
    for number, (kind, color) in enumerate(zip(scene.kinds, scene.colors, strict=True)):
        one = lesson(scene.picture, np.where(scene.seen == number, 0, -1), tags[:1])
        if one.things and int((scene.seen == number).sum()) >= _LEAST:
            side = len(scene.picture) / 8
            x0, y0, x1, y1 = one.things[0].box
            yield kind, color, (x0 / side, y0 / side, x1 / side, y1 / side)


def frozen(exams: Sequence[Exam]) -> tuple[float, float, dict[str, str]]:
    """The thresholds to freeze, and how good the detector is at them.

    threshold: where F1 of kind and place is highest. counting: where most of 1 to 5 of a kind are counted right.
    """
    marks = {level: marked(exams, level) for level in _LEVELS}
    threshold = max(_LEVELS, key=lambda level: marks[level]["f1"])
    counts = {level: counted(exams, level) for level in _LEVELS}
    counting = max(_LEVELS, key=lambda level: (counts[level][0], -abs(level - threshold)))
    facts = {name: f"{value:.4f}" for name, value in marks[threshold].items()}
    facts |= {"count_accuracy": f"{counts[counting][0]:.4f}"}
    facts |= {f"count_{n}": f"{share:.3f}" for n, share in counts[counting][1].items()}
    return threshold, counting, facts


def marked(exams: Sequence[Exam], level: float) -> dict[str, float]:
    """Precision, recall and F1 of kind and place above a level; of what is placed right, kinds and colours."""
    wanted = sum(len(one.wanted) for one in exams)
    over = [hit for one in exams for hit in one.hits if hit[0] > level]
    right = sum(hit[1] == hit[2] for hit in over)
    placed = [hit for one in exams for hit in one.hits if hit[2] is not None]
    tinted = [hit for one in exams for hit in one.hits if hit[4] >= 0 and one.colors[hit[4]] is not None]
    precision, recall = right / max(1, len(over)), right / max(1, wanted)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(1e-9, precision + recall),
        "placed": len(placed) / max(1, wanted),
        "kinds": sum(hit[1] == hit[2] for hit in placed) / max(1, len(placed)),
        "color": sum(hit[3] for hit in tinted) / max(1, len(tinted)),
    }


def counted(exams: Sequence[Exam], level: float, most: int = 5) -> tuple[float, dict[int, float]]:
    """The share of groups of 1 to `most` of a kind whose number is that of the detections of it; also by number."""
    right: dict[int, list[bool]] = {n: [] for n in range(1, most + 1)}
    for one in exams:
        found = Counter(hit[1] for hit in one.hits if hit[0] > level)
        for kind, n in Counter(one.wanted).items():
            if n <= most:
                right[n].append(found[kind] == n)
    shares = {n: sum(got) / len(got) for n, got in right.items() if got}
    every = [ok for got in right.values() for ok in got]
    return (sum(every) / len(every) if every else 0.0), shares


if __name__ == "__main__":
    _given = sys.argv[1:]
    for _event in teach(
        Path(_given[0]), float(_given[1]), Path(_given[2]), [Path(each) for each in _given[3:]]
    ):
        sys.stderr.write(f"{_event.what} {_event.step}\n")
