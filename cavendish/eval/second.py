"""Teaches the second judge: edges and colours of crops of albums, half of them grey outside the thing.

`python -m cavendish.eval.second FILE MINUTES HELD_OUT ALBUM...` (minutes of processor time) writes a judge; it goes on
from FILE.part where it was broken off. Shapes: b crops.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from cavendish.errors import RequestError
from cavendish.eval.crowds import Album
from cavendish.eval.detector import GREY
from cavendish.eval.events import Measuring
from cavendish.eval.judge import Judge, as_input, crop, store
from cavendish.eval.learning import learn
from cavendish.eval.lessons import STORED, Examples, boxes_of, corrupt, examine, names, stacked
from cavendish.eval.outlines import OutlineNet

U8 = npt.NDArray[np.uint8]
BATCH, RATE = 96, 2e-3
_EMPTY = 0.2
_LEAST = 150  # pixels of a thing in 224 × 224


def teach(
    path: Path, minutes: float, held: Path, albums: Sequence[Path], seed: int = 1
) -> Iterator[Measuring]:
    """The net has learned for so many minutes of processor time; `path` holds the judge. RequestError: empty albums."""
    kinds, colors = names()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        net = OutlineNet(len(kinds), len(colors))
    examples = stacked([row for folder in albums for row in crops_of(Album(folder), kinds, colors)])
    yield Measuring("crops", len(examples.crops), len(examples.crops))
    yield from learn(
        net, lambda step: loss_of(net, examples, seed, step), minutes * 60, RATE, path.with_suffix(".part")
    )
    judge = Judge(net.eval(), kinds, colors, 0.5, {})
    test = list(crops_of(Album(held), kinds, colors))
    threshold, facts = examine(judge, stacked(test))
    facts |= {"crops": str(len(examples.crops)), "held_out": str(len(test)), "minutes": f"{minutes:g}"}
    store(path, replace(judge, threshold=threshold, facts=facts))


def crops_of(album: Album, kinds: Sequence[str], colors: Sequence[str]) -> Iterator[tuple[U8, int, int]]:
    """Every well seen thing of an album, as it is and alone on grey, and now and then a box of nothing."""
    if not len(album):
        raise RequestError(f"{album.folder}: expected scenes, got none", hint="crowds.fill")
    for i in range(len(album)):
        scene, rng = album.scene(i), np.random.default_rng([i, 29])
        for number, box in enumerate(boxes_of(scene.seen.astype(np.int32), len(scene.kinds), _LEAST)):
            if box is None or scene.kinds[number] not in kinds:
                continue
            color = scene.colors[number]
            tag = (kinds.index(scene.kinds[number]), -1 if color is None else colors.index(color))
            alone = np.where((scene.seen == number)[..., None], scene.picture, np.uint8(GREY))
            yield crop(scene.picture, box, STORED), *tag
            yield crop(alone, box, STORED), *tag
        if rng.random() < _EMPTY:
            x, y, side = rng.uniform(0, 0.6), rng.uniform(0, 0.6), rng.uniform(0.15, 0.4)
            part = tuple(int(each * len(scene.seen)) for each in (y, y + side, x, x + side))
            if (scene.seen[part[0] : part[1], part[2] : part[3]] >= 0).mean() < 0.05:
                yield crop(scene.picture, (x, y, x + side, y + side), STORED), len(kinds), -1


def loss_of(net: OutlineNet, examples: Examples, seed: int, step: int) -> tuple[Tensor, str]:
    """Cross-entropy of kind and colour of the step's crops, corrupted."""
    draw = torch.Generator().manual_seed(seed * 1_000_003 + step)
    rows = torch.randint(len(examples.crops), (BATCH,), generator=draw)
    kind, color = net(corrupt(as_input(examples.crops[rows]), draw))
    loss = F.cross_entropy(kind, examples.kinds[rows], label_smoothing=0.05)
    known = examples.colors[rows] >= 0
    if bool(known.any()):
        loss = loss + 0.5 * F.cross_entropy(color[known], examples.colors[rows][known])
    return loss, f"loss {loss.item():.2f}"


if __name__ == "__main__":
    _given = sys.argv[1:]
    for _event in teach(
        Path(_given[0]), float(_given[1]), Path(_given[2]), [Path(each) for each in _given[3:]]
    ):
        sys.stderr.write(f"{_event.what} {_event.step}\n")
