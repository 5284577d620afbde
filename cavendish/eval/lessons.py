"""Teaches the judge: traced pictures with seeds and materials of their own, heavily corrupted.

`python -m cavendish.eval.lessons FILE MINUTES` (of processor time) writes a judge; `... SEED START` goes on from the
judge in START with pictures that it has not seen. Shapes: b crops, h w rows, columns.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from cavendish.errors import RequestError
from cavendish.eval.events import Measuring
from cavendish.eval.judge import SIDE, Box, Judge, Net, as_input, crop, load, store
from cavendish.eval.outlines import OutlineNet
from cavendish.plan.layout import complete
from cavendish.plan.lexicon import COLORS, KINDS, MATERIALS, PLACES, TIMES, VIEWS
from cavendish.plan.schema import Camera, Light, Plan, Thing
from cavendish.world import materials
from cavendish.world.guides import gather
from cavendish.world.shapes import SHAPES
from cavendish.world.stage import Stage, Window, build
from cavendish.world.surfaces import sample
from cavendish.world.trace import develop

U8 = npt.NDArray[np.uint8]
T = TypeVar("T")
FIRST, HELD_OUT = 950_000_000, 990_000_000
PICTURE, STORED = 88, 80
TWO, EMPTY = 0.3, 0.15
_SHARE = 0.7  # of the time goes to tracing
_LEAST = 60


@dataclass(frozen=True)
class Examples:
    """Crops [n 80 80 3] as bytes, the number of each one's kind (the last: nothing) and colour (−1: none)."""

    crops: Tensor
    kinds: Tensor
    colors: Tensor


def names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds the world can build and the colours it has, in the judge's order."""
    return tuple(kind for kind in KINDS if kind in SHAPES), tuple(COLORS)


def teach(path: Path, minutes: float, seed: int = 0, start: Path | None = None) -> Iterator[Measuring]:
    """Most of the minutes (of processor time) trace pictures, the rest train on them; `path` then holds the judge.

    It begins as the judge in `start`, if given, which must know the same names in the same order; RequestError else.
    """
    kinds, colors = names()
    before = load(start) if start else None
    if before and (before.kinds, before.colors) != (kinds, colors):
        raise RequestError(f"{start}: expected a judge of the world's {len(kinds)} kinds, got others")
    began = time.process_time()
    seconds = minutes * 60
    tracing = _SHARE * seconds
    rows: list[tuple[U8, int, int]] = []
    number = 0
    while time.process_time() - began < 0.9 * tracing or number < 8:
        rows += _examples(FIRST + seed * 1_000_000 + number, kinds, colors, plain=False)
        number += 1
        yield Measuring("tracing", number, number)
    test: list[tuple[U8, int, int]] = []
    held = 0
    while time.process_time() - began < tracing or held < 4:
        test += _examples(HELD_OUT + held, kinds, colors, plain=True)
        held += 1
        yield Measuring("tracing held-out pictures", held, held)
    net = deepcopy(before.net) if before else _fresh(len(kinds), len(colors), seed)
    yield from train(net, stacked(rows), seconds - tracing, seed)
    judge = Judge(net.eval(), kinds, colors, 0.5, {})
    threshold, facts = examine(judge, stacked(test))
    earlier = before.facts if before else {}
    for name, count in (("pictures", number), ("crops", len(rows))):
        facts[name] = str(count + int(earlier.get(name, "0")))
    facts |= {"held_out": str(len(test)), "seed": str(seed)}
    store(path, replace(judge, threshold=threshold, facts=facts))


def stacked(rows: Sequence[tuple[U8, int, int]]) -> Examples:
    """Rows of (crop, kind, colour) as tensors."""
    crops = torch.from_numpy(np.stack([row[0] for row in rows]))
    return Examples(crops, torch.tensor([row[1] for row in rows]), torch.tensor([row[2] for row in rows]))


def _fresh(kinds: int, colors: int, seed: int) -> Net:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Net(kinds, colors)


def _examples(
    seed: int, kinds: Sequence[str], colors: Sequence[str], *, plain: bool
) -> list[tuple[U8, int, int]]:
    """Every thing of one picture that is well seen, and now and then a box that shows nothing."""
    plan = lesson(seed, kinds)
    rng = np.random.default_rng([seed, 11])
    stage = build(plan, seed)
    picture, seen = seen_picture(stage if plain else other_materials(stage, rng), PICTURE)
    found = boxes_of(seen, len(plan.things))
    rows = [
        (crop(picture, box, STORED), kinds.index(thing.kind), colors.index(thing.color or ""))
        for thing, box in zip(plan.things, found, strict=True)
        if box is not None
    ]
    empty = _empty_box(seen, rng) if rng.random() < EMPTY else None
    return rows if empty is None else [*rows, (crop(picture, empty, STORED), len(kinds), -1)]


def lesson(seed: int, kinds: Sequence[str]) -> Plan:
    """A complete plan of one thing, each kind in its turn, or of two, in any colour, material, place and light."""
    rng = np.random.default_rng([seed, 13])
    names = [kinds[seed % len(kinds)]]
    if rng.random() < TWO:
        names.append(str(rng.choice(list(kinds))))
    things = tuple(
        Thing(id=f"{name.replace(' ', '-')}-{i + 1}", kind=name, color=_pick(rng, tuple(COLORS)),
              material=_pick(rng, MATERIALS) if rng.random() < 0.5 else None)
        for i, name in enumerate(names)
    )  # fmt: skip
    light = Light(
        time=_pick(rng, TIMES), azimuth=float(rng.uniform(-150, 150)) if rng.random() < 0.5 else None
    )
    camera = Camera(view=_pick(rng, VIEWS[:6]) if rng.random() < 0.4 else None)
    return complete(Plan(things=things, place=_pick(rng, PLACES), light=light, camera=camera), seed)


def _pick(rng: np.random.Generator, options: tuple[T, ...]) -> T:
    return options[int(rng.integers(len(options)))]


def seen_picture(stage: Stage, side: int) -> tuple[U8, npt.NDArray[np.int32]]:
    """The traced picture, one ray a pixel, and which thing each pixel shows."""
    window = Window.whole(side, side)
    hits = sample(stage, window, 1)
    seen = np.empty(side * side, np.int32)
    seen[hits.plain] = hits.surfaces.thing
    return develop(stage, window, hits, gather(stage, hits.surfaces)), seen.reshape(side, side)


def boxes_of(seen: npt.NDArray[np.int32], count: int, least: int = _LEAST) -> list[Box | None]:
    """The box (0..1) around the pixels of each thing; None where fewer than `least` are seen."""
    h, w = seen.shape
    out: list[Box | None] = []
    for number in range(count):
        ys, xs = np.nonzero(seen == number)
        box = (
            (xs.min() / w, ys.min() / h, (xs.max() + 1) / w, (ys.max() + 1) / h) if len(xs) >= least else None
        )
        out.append(None if box is None else (float(box[0]), float(box[1]), float(box[2]), float(box[3])))
    return out


def _empty_box(seen: npt.NDArray[np.int32], rng: np.random.Generator) -> Box | None:
    for _ in range(8):
        side = rng.uniform(0.15, 0.45)
        x, y = rng.uniform(0, 1 - side, 2)
        h, w = seen.shape
        inside = seen[int(y * h) : int((y + side) * h), int(x * w) : int((x + side) * w)]
        if (inside >= 0).mean() < 0.05:
            return (float(x), float(y), float(x + side), float(y + side))
    return None


def other_materials(stage: Stage, rng: np.random.Generator) -> Stage:
    """The stage with every slot's answer to light jittered: materials the painter never saw."""
    slots = stage.slots.copy()
    n = len(slots)
    slots[:, materials.BASE : materials.BASE + 3] *= rng.uniform(0.85, 1.15, (n, 3))
    slots[:, materials.ROUGH] = np.clip(slots[:, materials.ROUGH] + rng.uniform(-0.25, 0.25, n), 0.05, 1)
    for column, most in ((materials.SHEEN, 0.6), (materials.COAT, 0.8), (materials.SUBSURFACE, 0.5)):
        slots[:, column] = np.clip(
            slots[:, column] * rng.uniform(0.5, 1.5, n) + rng.uniform(0, 0.3 * most, n), 0, 1
        )
    slots[:, materials.GRAIN] = slots[:, materials.GRAIN] * rng.uniform(0.4, 2.0, n) + rng.uniform(0, 0.1, n)
    slots[:, materials.FREQUENCY] *= rng.uniform(0.5, 2.0, n)
    slots[:, materials.BUMP] *= rng.uniform(0.3, 2.0, n)
    return replace(stage, slots=slots.astype(np.float32))


def train(
    net: Net | OutlineNet,
    examples: Examples,
    seconds: float,
    seed: int = 0,
    batch: int = 64,
    steps: int | None = None,
) -> Iterator[Measuring]:
    """The net has learned the examples for so many seconds, or `steps` where they are given.

    Cross-entropy of kind and colour, AdamW, cosine.
    """
    draw = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.02)
    began, step, share = time.process_time(), 0, 0.0
    net.train()
    while share < 1:
        rate = 2e-3 * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * share))) * min(1.0, (step + 1) / 50)
        for group in optimiser.param_groups:
            group["lr"] = float(rate)
        rows = torch.randint(len(examples.crops), (batch,), generator=draw)
        crops = corrupt(as_input(examples.crops[rows]), draw)
        with torch.autocast("cpu", torch.bfloat16):
            kind, color = net(crops)
        loss = F.cross_entropy(kind.float(), examples.kinds[rows], label_smoothing=0.05)
        known = examples.colors[rows] >= 0
        if bool(known.any()):
            loss = loss + 0.5 * F.cross_entropy(color.float()[known], examples.colors[rows][known])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        step += 1
        share = step / steps if steps else (time.process_time() - began) / max(seconds, 1e-3)
        if step % 50 == 0:
            yield Measuring(f"learning, loss {loss.item():.2f}", int(share * 100), 100)


def corrupt(crops: Tensor, draw: torch.Generator) -> Tensor:
    """Crops [b 3 80 80] in −1..1 as [b 3 64 64]: moved, mirrored, tinted, blurred, made noisy, partly hidden."""
    b = len(crops)

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return torch.rand(b, *shape, generator=draw) * (high - low) + low

    zoom, turn = uniform(0.75, 1.1), uniform(-0.15, 0.15)
    mirror = torch.where(uniform(0.0, 1.0) < 0.5, -1.0, 1.0)
    turned = torch.stack([
        torch.stack([mirror * zoom * turn.cos(), -zoom * turn.sin(), uniform(-0.12, 0.12)], 1),
        torch.stack([mirror * zoom * turn.sin(), zoom * turn.cos(), uniform(-0.12, 0.12)], 1),
    ], 1)  # fmt: skip
    grid = F.affine_grid(turned, [b, 3, SIDE, SIDE], align_corners=False)
    x = F.grid_sample(crops, grid, padding_mode="border", align_corners=False)
    soft = F.interpolate(F.avg_pool2d(x, 2), scale_factor=2.0, mode="bilinear")
    softer = F.interpolate(F.avg_pool2d(x, 4), scale_factor=4.0, mode="bilinear")
    how = uniform(0.0, 1.0, 1, 1, 1)
    x = torch.where(how < 0.12, softer, torch.where(how < 0.4, soft, x))
    light = (x + 1) / 2
    light = light.clamp(1e-3, 1) ** uniform(-0.35, 0.35, 1, 1, 1).exp() * uniform(0.9, 1.1, 3, 1, 1)
    x = ((light - 0.5) * uniform(0.8, 1.2, 1, 1, 1) + 0.5 + uniform(-0.06, 0.06, 1, 1, 1)) * 2 - 1
    x = x + torch.randn(x.shape, generator=draw) * uniform(0.0, 0.12, 1, 1, 1)
    return _hide(x, draw).clamp(-1, 1)


def _hide(x: Tensor, draw: torch.Generator) -> Tensor:
    """One crop in three behind a grey square at a random place."""
    b = len(x)
    size = torch.where(torch.rand(b, generator=draw) < 0.33, 10 + 12 * torch.rand(b, generator=draw), 0.0)
    at = torch.rand(b, 2, generator=draw) * SIDE
    line = torch.arange(SIDE)
    rows = (line[None] - at[:, :1]).abs() < size[:, None]
    columns = (line[None] - at[:, 1:]).abs() < size[:, None]
    hidden = (rows[:, :, None] & columns[:, None, :])[:, None]
    return torch.where(hidden, torch.rand(b, 3, 1, 1, generator=draw) * 2 - 1, x)


@torch.no_grad()
def examine(judge: Judge, examples: Examples) -> tuple[float, dict[str, str]]:
    """The threshold to freeze, and how often kind and colour were right, on held-out traced pictures.

    The threshold is where most more things are found than false alarms raised.
    """
    small = F.interpolate(as_input(examples.crops), (SIDE, SIDE), mode="bilinear", antialias=True)
    kind, color = judge.net(small)
    chances = kind.softmax(1)
    is_thing = examples.kinds < len(judge.kinds)
    right = (chances.argmax(1) == examples.kinds)[is_thing].float().mean()
    colored = (color.argmax(1) == examples.colors)[is_thing].float().mean()
    wrong = chances[:, : len(judge.kinds)].clone()
    rows = torch.arange(len(wrong))
    wrong[rows[is_thing], examples.kinds[is_thing]] = 0
    own, alarm = chances[rows[is_thing], examples.kinds[is_thing]], wrong.amax(1)
    levels = torch.linspace(0.1, 0.9, 81)
    gain = (own[None] > levels[:, None]).float().mean(1) - (alarm[None] > levels[:, None]).float().mean(1)
    threshold = float(levels[int(gain.argmax())])
    found = (own > threshold).float().mean()
    facts = {"kind": f"{float(right):.4f}", "color": f"{float(colored):.4f}", "found": f"{float(found):.4f}"}
    return threshold, facts


if __name__ == "__main__":
    _given = sys.argv[1:]
    for _ in teach(Path(_given[0]), float(_given[1]), int(_given[2]) if _given[2:] else 0,
                   Path(_given[3]) if _given[3:] else None):  # fmt: skip
        pass
