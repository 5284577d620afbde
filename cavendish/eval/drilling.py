"""Teaches the detector and freezes its thresholds on held-out traced pictures.

`python -m cavendish.eval.drilling FILE MINUTES HELD_OUT ALBUM...` (minutes of processor time) writes a detector; it
goes on from FILE.part where it was broken off. Albums are folders that crowds.fill or crowds.borrow has filled.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from cavendish.eval import detector as detectors
from cavendish.eval import judge as judges
from cavendish.eval.crowds import Album
from cavendish.eval.detector import Detector, Net, store
from cavendish.eval.drills import School, corrupted, loss_of
from cavendish.eval.events import Measuring
from cavendish.eval.freezing import freeze
from cavendish.eval.judge import as_input
from cavendish.eval.learning import learn
from cavendish.eval.lessons import names
from cavendish.eval.protocol import CLASSES

BATCH, RATE = 12, 1.5e-3


def teach(
    path: Path, minutes: float, held: Path, albums: Sequence[Path], seed: int = 0
) -> Iterator[Measuring]:
    """The net has learned from the albums for so many minutes of processor time; `path` then holds the detector.

    It knows GenEval's classes alone, as GenEval's own detector does, and goes on from what the shipped one knows of
    them. RequestError where an album is empty.
    """
    kinds, (_, colors) = CLASSES, names()
    school = School([Album(folder) for folder in albums], kinds, colors)
    net = begun(kinds, colors, seed)
    part = path.with_suffix(".part")
    yield from train(net, school, minutes * 60, seed, part)
    facts = {"scenes": str(int(school.sizes.sum())), "minutes": f"{minutes:g}", "seed": str(seed)}
    store(path, Detector(net.eval(), kinds, colors, {}, facts))
    yield from freeze(path, held)


def fresh(kinds: int, colors: int, seed: int) -> Net:
    """A net that has learned nothing but what the first judge's first layers know of edges and surfaces."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        net = Net(kinds, colors)
    first = judges.load().net
    assert isinstance(first, judges.Net)
    for mine, theirs in ((net.layers, first.layers), (net.norms, first.norms)):
        for one, other in zip(mine, theirs, strict=False):
            one.load_state_dict(other.state_dict())
    return net


def begun(kinds: Sequence[str], colors: Sequence[str], seed: int) -> Net:
    """A net of those names that knows what the shipped detector knows of them; a fresh one where that lacks any."""
    net = fresh(len(kinds), len(colors), seed)
    shipped = detectors.load()
    if tuple(colors) != shipped.colors or not set(kinds) <= set(shipped.kinds):
        return net
    rows = [shipped.kinds.index(kind) for kind in kinds] + [len(shipped.kinds)]  # the last is "nothing"
    state = shipped.net.state_dict()
    net.load_state_dict({k: v[rows] if k.startswith("kind.") else v for k, v in state.items()})
    return net


def train(
    net: Net,
    school: School,
    seconds: float,
    seed: int = 0,
    part: Path | None = None,
    steps: int | None = None,
) -> Iterator[Measuring]:
    """The net has learned for so many seconds of processor time, or `steps`."""

    def loss_at(step: int) -> tuple[Tensor, str]:
        rng, draw = (
            np.random.default_rng([seed, step]),
            torch.Generator().manual_seed(seed * 1_000_003 + step),
        )
        drawn = [school.draw(rng) for _ in range(BATCH)]
        x = corrupted(as_input(torch.from_numpy(np.stack([one.picture for one in drawn]))), draw)
        loss, parts = loss_of(net, drawn, x, rng)
        return loss, ", ".join(f"{name} {value:.2f}" for name, value in parts.items())

    yield from learn(net, loss_at, seconds, RATE, part, steps)


if __name__ == "__main__":
    _given = sys.argv[1:]
    for _event in teach(
        Path(_given[0]), float(_given[1]), Path(_given[2]), [Path(each) for each in _given[3:]]
    ):
        sys.stderr.write(f"{_event.what} {_event.step}\n")
