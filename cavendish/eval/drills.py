"""The detector's lessons: traced pictures moved, mirrored, pasted together, blurred, tinted and made noisy.

Shapes: b pictures, n things, h w cells.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from cavendish.errors import RequestError
from cavendish.eval.crowds import NOTHING, Album, Crowd
from cavendish.eval.detector import CELL, MASK, SIDE, Net, encoded, overlap

U8 = npt.NDArray[np.uint8]
I8 = npt.NDArray[np.int8]
CELLS = SIDE // CELL
_PIXELS, _SHARE = 50, 0.4  # of a thing that is taught: the fewest seen, and the least share left by the crop
_ROIS = 8
_PASTED = 0.5
_COPIES = (1, 1, 1, 2, 3, 4, 6)


@dataclass(frozen=True)
class Thing:
    """One thing of a lesson: kind and colour by number (−1: no colour said), box in cells, mask [14 14]."""

    kind: int
    color: int
    box: tuple[float, float, float, float]
    mask: Tensor


@dataclass(frozen=True)
class Lesson:
    """A picture [192 192 3] as bytes, its well seen things, and boxes (cells) of things too small or too cut."""

    picture: U8
    things: tuple[Thing, ...]
    unsure: tuple[tuple[float, float, float, float], ...]


class School:
    """Scenes of several albums, and how lessons are drawn from them."""

    def __init__(self, albums: Sequence[Album], kinds: Sequence[str], colors: Sequence[str]) -> None:
        self.albums = [album for album in albums if len(album)]
        if not self.albums:
            raise RequestError("albums: expected scenes, got none", hint="crowds.fill")
        self.kinds = {name: i for i, name in enumerate(kinds)}
        self.colors = {name: i for i, name in enumerate(colors)}
        self.sizes = np.array([len(album) for album in self.albums])

    def scene(self, rng: np.random.Generator) -> Crowd:
        """Any scene, each as likely."""
        i = int(rng.integers(self.sizes.sum()))
        for album, size in zip(self.albums, self.sizes, strict=True):
            if i < size:
                return album.scene(i)
            i -= int(size)
        raise AssertionError  # pragma: no cover -- i is below the sum of the sizes

    def draw(self, rng: np.random.Generator) -> Lesson:
        """A scene, perhaps with things of another pasted in, mirrored and cropped."""
        scene = self.scene(rng)
        picture, seen = scene.picture.copy(), scene.seen.astype(np.int16)
        tags = [
            (self.kinds.get(k, -1), self.colors.get(c or "", -1))
            for k, c in zip(scene.kinds, scene.colors, strict=True)
        ]
        if rng.random() < _PASTED:
            tags += self._pasted(picture, seen, len(tags), rng)
        if rng.random() < 0.5:
            picture, seen = picture[:, ::-1], seen[:, ::-1]
        before = np.bincount(seen[seen >= 0].ravel(), minlength=len(tags))
        picture, seen, area = cropped(picture, seen, rng)
        return lesson(picture, seen, tags, before * area)

    def _pasted(self, picture: U8, seen: npt.NDArray[np.int16], first: int, rng: np.random.Generator):
        """One thing of another scene, set into this one once or several times where little else stands."""
        other = self.scene(rng)
        number = int(rng.integers(len(other.kinds)))
        ys, xs = np.nonzero(other.seen == number)
        if len(xs) < 300:
            return []
        box = (slice(ys.min(), ys.max() + 1), slice(xs.min(), xs.max() + 1))
        whole = Image.fromarray(np.ascontiguousarray(other.picture[box]))
        shape = Image.fromarray(((other.seen[box] == number) * 255).astype(np.uint8))
        tag = (self.kinds.get(other.kinds[number], -1), self.colors.get(other.colors[number] or "", -1))
        copies = int(rng.choice(_COPIES))
        scale = float(rng.uniform(0.5, 1.2)) * (0.7 if copies > 2 else 1.0)
        tags: list[tuple[int, int]] = []
        for _ in range(copies):
            each = scale * float(rng.uniform(0.85, 1.15))
            size = (max(4, round(whole.width * each)), max(4, round(whole.height * each)))
            if max(size) >= len(picture):
                continue
            patch, cut = np.asarray(whole.resize(size)), np.asarray(shape.resize(size)) > 127
            for _ in range(4):
                y, x = (int(rng.integers(len(picture) - side)) for side in size[::-1])
                place = (slice(y, y + size[1]), slice(x, x + size[0]))
                if (seen[place][cut] != NOTHING).mean() < 0.1:
                    picture[place][cut] = patch[cut]
                    seen[place][cut] = first + len(tags)
                    tags.append(tag)
                    break
        return tags


def cropped(picture: U8, seen: Any, rng: np.random.Generator) -> tuple[U8, Any, float]:
    """Both at 192 × 192: the frame, part of it or more, now and then softened or a JPEG; and how areas grew."""
    side = len(picture)
    zoom, stretch = float(rng.choice((1.0, rng.uniform(0.6, 1.3)))), float(rng.uniform(0.88, 1.14))
    w, h = side * zoom * np.sqrt(stretch), side * zoom / np.sqrt(stretch)
    pad = int(max(0, np.ceil(max(w, h) - side))) + 8
    wide = np.pad(picture, ((pad, pad), (pad, pad), (0, 0)), mode="edge")
    ids = np.pad(seen, pad, constant_values=NOTHING)
    x, y = (pad + rng.uniform(min(0, side - length), max(0, side - length)) for length in (w, h))
    box = (x, y, x + w, y + h)
    soft = rng.random()
    image = Image.fromarray(np.ascontiguousarray(wide))
    if soft < 0.35:
        small = int(rng.integers(72, SIDE))
        image = image.resize((small, small), Image.Resampling.BILINEAR, box=box)
        image = image.resize((SIDE, SIDE), Image.Resampling.BICUBIC)
    else:
        image = image.resize((SIDE, SIDE), Image.Resampling.BILINEAR, box=box)
    if rng.random() < 0.25:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=int(rng.integers(25, 90)))
        image = Image.open(out)
    rows = np.clip((y + (np.arange(SIDE) + 0.5) * h / SIDE).astype(int), 0, len(ids) - 1)
    columns = np.clip((x + (np.arange(SIDE) + 0.5) * w / SIDE).astype(int), 0, len(ids) - 1)
    return np.array(image), ids[rows[:, None], columns[None]], SIDE**2 / (w * h)


def lesson(picture: U8, seen: Any, tags: Sequence[tuple[int, int]], whole: Any = None) -> Lesson:
    """The lesson of a picture whose pixels are known; `whole`: how many pixels each thing would have uncut."""
    things: list[Thing] = []
    unsure: list[tuple[float, float, float, float]] = []
    for number, (kind, color) in enumerate(tags):
        mask = seen == number
        count = int(mask.sum())
        if count < 4:
            continue
        ys, xs = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        x0, y0, x1, y1 = int(xs[0]), int(ys[0]), int(xs[-1]) + 1, int(ys[-1]) + 1
        box = (x0 / CELL, y0 / CELL, x1 / CELL, y1 / CELL)
        if kind < 0 or count < _PIXELS or (whole is not None and count < _SHARE * whole[number]):
            unsure.append(box)
            continue
        rows = (y0 + (np.arange(MASK) + 0.5) * (y1 - y0) / MASK).astype(int)
        columns = (x0 + (np.arange(MASK) + 0.5) * (x1 - x0) / MASK).astype(int)
        things.append(
            Thing(kind, color, box, torch.from_numpy(mask[rows[:, None], columns[None]].astype(np.float32)))
        )
    return Lesson(picture, tuple(things), tuple(unsure))


def targets(lessons: Sequence[Lesson]) -> tuple[Tensor, Tensor]:
    """The thingness to learn [b h w], one at things' middles, and how much each cell counts [b h w]."""
    heat, weight = torch.zeros(len(lessons), CELLS, CELLS), torch.ones(len(lessons), CELLS, CELLS)
    line = torch.arange(CELLS) + 0.5
    for b, one in enumerate(lessons):
        for x0, y0, x1, y1 in one.unsure:
            weight[b, int(y0) : int(np.ceil(y1)), int(x0) : int(np.ceil(x1))] = 0
        for thing in one.things:
            x0, y0, x1, y1 = thing.box
            cx, cy = middle(thing)
            dx, dy = (
                (line - cx - 0.5) / (0.08 * (x1 - x0) + 0.35),
                (line - cy - 0.5) / (0.08 * (y1 - y0) + 0.35),
            )
            heat[b] = torch.maximum(heat[b], torch.exp(-(dy[:, None] ** 2 + dx[None] ** 2) / 2))
            weight[b, cy, cx] = 1
    return heat, weight


def middle(thing: Thing) -> tuple[int, int]:
    """The cell (x, y) of a thing's middle."""
    x0, y0, x1, y1 = thing.box
    return min(CELLS - 1, int((x0 + x1) / 2)), min(CELLS - 1, int((y0 + y1) / 2))


def loss_of(
    net: Net, lessons: Sequence[Lesson], x: Tensor, rng: np.random.Generator
) -> tuple[Tensor, dict[str, float]]:
    """What the net still gets wrong about the lessons, whose pictures (corrupted) are x, and its parts.

    Penalty-reduced focal loss of thingness (Zhou et al. 2019), L1 of boxes' codes, cross-entropy of kind, colour, mask.
    """
    with torch.autocast("cpu", torch.bfloat16, enabled=len(lessons) > 1):
        features, thing, codes = net(x)
    heat, weight = targets(lessons)
    chance = thing.float().sigmoid().clamp(1e-4, 1 - 1e-4)
    sure = (heat > 0.999).float()
    focal = (
        sure * (1 - chance) ** 2 * chance.log()
        + (1 - sure) * (1 - heat) ** 4 * chance**2 * (1 - chance).log()
    )
    every = [(b, one) for b, each in enumerate(lessons) for one in each.things]
    parts = {"thing": -(focal * weight).sum() / max(1, len(every)), "box": box_loss(codes.float(), every)}
    chosen = [every[int(i)] for i in rng.permutation(len(every))[: _ROIS * len(lessons) // 2]]
    boxes = torch.tensor([jittered(one.box, rng) for _, one in chosen]).reshape(-1, 4)
    empty, where = empty_boxes(lessons, rng)
    rows = torch.tensor([b for b, _ in chosen] + where, dtype=torch.long)
    with torch.autocast("cpu", torch.bfloat16, enabled=len(lessons) > 1):
        kind, color, mask = net.inside(features.float(), rows, torch.cat([boxes, empty]))
    wanted = torch.tensor(
        [one.kind for _, one in chosen] + [kind.shape[1] - 1] * len(where), dtype=torch.long
    )
    if len(wanted):
        parts["kind"] = F.cross_entropy(kind.float(), wanted, label_smoothing=0.05)
    tints = torch.tensor([one.color for _, one in chosen], dtype=torch.long)
    if bool((tints >= 0).any()):
        parts["color"] = 0.5 * F.cross_entropy(color[: len(tints)].float()[tints >= 0], tints[tints >= 0])
    if chosen:
        shapes = torch.stack([one.mask for _, one in chosen])
        parts["mask"] = F.binary_cross_entropy_with_logits(mask[: len(chosen)].float(), shapes)
    return torch.stack(list(parts.values())).sum(), {
        name: float(value.detach()) for name, value in parts.items()
    }


def box_loss(codes: Tensor, every: Sequence[tuple[int, Thing]]) -> Tensor:
    """L1 of the codes [b 4 h w] in the nine cells around each thing's middle."""
    if not every:
        return codes.sum() * 0
    rows: list[int] = []
    cells: list[tuple[int, int]] = []
    boxes: list[tuple[float, float, float, float]] = []
    for b, one in every:
        cx, cy = middle(one)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if 0 <= cx + dx < CELLS and 0 <= cy + dy < CELLS:
                    rows.append(b)
                    cells.append((cx + dx, cy + dy))
                    boxes.append(one.box)
    at = torch.tensor(cells)
    wanted = encoded(torch.tensor(boxes), at.float())
    got = codes[torch.tensor(rows), :, at[:, 1], at[:, 0]]
    # Offsets count by the box's own size, as overlap does.
    scale = torch.cat([wanted[:, 2:].exp().clamp_min(0.5).reciprocal(), torch.ones(len(wanted), 2)], 1)
    return F.smooth_l1_loss(got * scale, wanted * scale, beta=0.1)


def jittered(box: Sequence[float], rng: np.random.Generator) -> list[float]:
    """The box a little moved and scaled, as a net that is not sure would have it."""
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    dx, dy, sw, sh = rng.normal(0, (0.05 * w, 0.05 * h, 0.07, 0.07))
    cx, cy, w, h = (x0 + x1) / 2 + dx, (y0 + y1) / 2 + dy, w * np.exp(sw) / 2, h * np.exp(sh) / 2
    return [float(cx - w), float(cy - h), float(cx + w), float(cy + h)]


def empty_boxes(lessons: Sequence[Lesson], rng: np.random.Generator) -> tuple[Tensor, list[int]]:
    """One box a picture, where it can be, that holds no thing or little of one; and whose it is."""
    boxes: list[list[float]] = []
    rows: list[int] = []
    for b, one in enumerate(lessons):
        w, h = rng.uniform(2, 12, 2)
        x, y = rng.uniform(0, CELLS - w), rng.uniform(0, CELLS - h)
        box = [float(x), float(y), float(x + w), float(y + h)]
        others = torch.tensor([*(t.box for t in one.things), *one.unsure]).reshape(-1, 4)
        if not len(others) or float(overlap(torch.tensor([box]), others).max()) < 0.12:
            boxes.append(box)
            rows.append(b)
    return torch.tensor(boxes).reshape(-1, 4), rows


def corrupted(x: Tensor, draw: torch.Generator) -> Tensor:
    """Pictures [b 3 h w] in −1..1 with other brightness, tints, contrast, colourfulness and noise."""
    b = len(x)

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return torch.rand(b, *shape, generator=draw) * (high - low) + low

    light = ((x + 1) / 2).clamp(1e-3, 1)
    light = light ** uniform(-0.35, 0.35, 1, 1, 1).exp() * uniform(0.92, 1.08, 3, 1, 1)
    grey = light.mean(1, keepdim=True)
    light = grey + (light - grey) * uniform(0.75, 1.2, 1, 1, 1)
    x = ((light - 0.5) * uniform(0.8, 1.2, 1, 1, 1) + 0.5 + uniform(-0.06, 0.06, 1, 1, 1)) * 2 - 1
    noise = (
        torch.randn(x.shape, generator=draw)
        * uniform(0.0, 0.12, 1, 1, 1)
        * (uniform(0.0, 1.0, 1, 1, 1) < 0.6)
    )
    return (x + noise).clamp(-1, 1)
