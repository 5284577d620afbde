"""The detector: what a picture shows and where, from its pixels alone, by our own network.

Shapes: b pictures, c channels, h w cells of eight pixels, n boxes, k kinds and "nothing".
"""

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from jaxtyping import Float, Int
from torch import Tensor, nn

from cavendish.errors import RequestError
from cavendish.eval.judge import Box, as_input
from cavendish.models import stored

U8 = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
_SORT = stored.Sort("cavendish-detector-1", "detector", "the detector's weights", "install the package again")
WEIGHTS = Path(__file__).parent / "judges" / "detector.safetensors"
SIDE, CELL = 192, 8
"""A picture's longer side when it is looked at, and the pixels a cell is wide."""
ROI, MASK = 7, 14
MOST, LEAST, ALIKE = 40, 0.08, 0.65
"""Most boxes of a picture, the least thingness of one, and the overlap from which two are the same."""
GREY = 153
_WIDTHS, _DEEP, _HEAD = (24, 64, 64, 128, 128), 64, 128
_STRIDES, _ADDED = (2, 2, 1, 2, 1), (2, 4)
_WIDEST = 512  # a picture is first brought to within this, so that a huge one costs no more
_SPREAD = 1.1


class Net(nn.Module):
    """Seven convolutions over the whole picture, three maps of its cells, and one head for what a box holds."""

    def __init__(self, kinds: int, colors: int) -> None:
        super().__init__()
        sides = (3, *_WIDTHS)
        self.layers = nn.ModuleList(
            nn.Conv2d(sides[i], sides[i + 1], 5 if i == 0 else 3, _STRIDES[i], 2 if i == 0 else 1)
            for i in range(len(_WIDTHS))
        )
        self.norms = nn.ModuleList(nn.GroupNorm(8, width) for width in _WIDTHS)
        self.down = nn.Conv2d(_WIDTHS[-1], _DEEP, 3, 2, 1)
        self.deep = nn.Conv2d(_DEEP, _DEEP, 3, 1, 1)
        self.down_norm, self.deep_norm = nn.GroupNorm(8, _DEEP), nn.GroupNorm(8, _DEEP)
        self.up = nn.Conv2d(_DEEP, _WIDTHS[-1], 1)
        self.maps = nn.Conv2d(_WIDTHS[-1], 5, 1)
        nn.init.normal_(self.maps.weight, std=0.01)  # little is a thing at first, wherever one looks
        nn.init.constant_(self.maps.bias[:1] if self.maps.bias is not None else self.maps.weight[:0], -3.0)
        self.inner = nn.Conv2d(_WIDTHS[-1], _HEAD, 3, 1, 1)
        self.inner_norm = nn.GroupNorm(8, _HEAD)
        self.kind = nn.Linear(_HEAD, kinds + 1)
        self.color = nn.Linear(_HEAD, colors)
        self.mask = nn.Conv2d(_HEAD, (MASK // ROI) ** 2, 1)

    def forward(
        self, x: Float[Tensor, "b 3 y x"]
    ) -> tuple[Float[Tensor, "b c h w"], Float[Tensor, "b h w"], Float[Tensor, "b 4 h w"]]:
        """Features, logits of thingness and codes of boxes, of pictures in −1..1 whose sides are whole cells."""
        for i, (layer, norm) in enumerate(zip(self.layers, self.norms, strict=True)):
            y = F.silu(norm(layer(x)))
            x = x + y if i in _ADDED else y
        deep = F.silu(self.down_norm(self.down(x)))
        deep = deep + F.silu(self.deep_norm(self.deep(deep)))
        x = x + F.interpolate(self.up(deep), x.shape[-2:], mode="bilinear")
        maps = self.maps(x)
        return x, maps[:, 0], maps[:, 1:]

    def inside(
        self, features: Float[Tensor, "b c h w"], rows: Int[Tensor, " n"], boxes: Float[Tensor, "n 4"]
    ) -> tuple[Float[Tensor, "n _"], Float[Tensor, "n _"], Float[Tensor, "n 14 14"]]:
        """Logits of kind [n k+1], colour [n 10] and mask of boxes in cells, the i-th of picture rows[i]."""
        patch = F.silu(self.inner_norm(self.inner(pooled(features, rows, boxes))))
        mask = F.pixel_shuffle(self.mask(patch), MASK // ROI)[:, 0]
        mean = patch.mean((2, 3))
        return self.kind(mean), self.color(mean), mask


def pooled(
    features: Float[Tensor, "b c h w"], rows: Int[Tensor, " n"], boxes: Float[Tensor, "n 4"]
) -> Float[Tensor, "n c 7 7"]:
    """7 × 7 samples of the features in each box (cells), a tenth larger than it."""
    h, w = features.shape[-2:]
    low, high = boxes[:, :2], boxes[:, 2:]
    middle, half = (low + high) / 2, (high - low) / 2 * _SPREAD
    steps = (torch.arange(ROI, device=boxes.device) + 0.5) / ROI * 2 - 1
    xs = (middle[:, :1] + half[:, :1] * steps) / w * 2 - 1
    ys = (middle[:, 1:] + half[:, 1:] * steps) / h * 2 - 1
    n = len(boxes)
    grid = torch.stack([xs[:, None, :].expand(n, ROI, ROI), ys[:, :, None].expand(n, ROI, ROI)], -1)
    patches: list[Tensor] = []
    order: list[Tensor] = []
    for i, one in enumerate(features.unbind()):
        mine = torch.nonzero(rows == i)[:, 0]
        if len(mine):
            wide = grid[mine].reshape(1, -1, ROI, 2).to(features.dtype)
            seen = F.grid_sample(one[None], wide, padding_mode="border", align_corners=False)
            patches.append(seen[0].unflatten(1, (len(mine), ROI)).transpose(0, 1))
            order.append(mine)
    if not patches:
        return features.new_zeros((0, features.shape[1], ROI, ROI))
    return torch.cat(patches)[torch.cat(order).argsort()]


def encoded(boxes: Float[Tensor, "n 4"], cells: Float[Tensor, "n 2"]) -> Float[Tensor, "n 4"]:
    """Boxes (x0, y0, x1, y1, in cells) as seen from cells (x, y): offset of the centres, logarithm of half sides."""
    middle, sides = (boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]
    return torch.cat([middle - cells - 0.5, (sides.clamp_min(1e-3) / 2).log()], 1)


def decoded(codes: Float[Tensor, "n 4"], cells: Float[Tensor, "n 2"]) -> Float[Tensor, "n 4"]:
    """The boxes, in cells, that `encoded` made these codes of."""
    middle, half = codes[:, :2] + cells + 0.5, codes[:, 2:].clamp(-5, 5).exp()
    return torch.cat([middle - half, middle + half], 1)


def overlap(a: Float[Tensor, "n 4"], b: Float[Tensor, "m 4"]) -> Float[Tensor, "n m"]:
    """Intersection over union of every box with every other."""
    low, high = torch.maximum(a[:, None, :2], b[None, :, :2]), torch.minimum(a[:, None, 2:], b[None, :, 2:])
    both = (high - low).clamp_min(0).prod(-1)
    areas = [(each[:, 2:] - each[:, :2]).clamp_min(0).prod(-1) for each in (a, b)]
    return both / (areas[0][:, None] + areas[1][None] - both).clamp_min(1e-9)


def kept(boxes: Float[Tensor, "n 4"], scores: Float[Tensor, " n"], alike: float = ALIKE) -> list[int]:
    """Boxes that no surer one overlaps by more than `alike`, surest first: greedy non-maximum suppression."""
    likeness = overlap(boxes, boxes)
    out: list[int] = []
    for i in scores.argsort(descending=True, stable=True).tolist():
        if all(float(likeness[i, j]) <= alike for j in out):
            out.append(i)
    return out


@dataclass(frozen=True)
class Seen:
    """Something in a picture: its box (0..1), how surely it is a thing, the chance of each kind, its colour, its mask.

    mask (14, 14): which parts of the box it covers.
    """

    box: Box
    thing: float
    kinds: dict[str, float]
    color: str
    mask: Mask

    @property
    def kind(self) -> str:
        """The likeliest kind."""
        return max(self.kinds, key=lambda name: self.kinds[name])

    def score(self, kind: str) -> float:
        """How surely it is a thing of that kind."""
        return self.thing * self.kinds.get(kind, 0.0)


@dataclass(frozen=True)
class Thresholds:
    """Least scores: `there`, of what is there at all; `many`, where things are counted."""

    there: float
    many: float


@dataclass(frozen=True)
class Detector:
    """A trained net, the names of its answers, and every opinion's thresholds, frozen on held-out traced pictures."""

    net: Net
    kinds: tuple[str, ...]
    colors: tuple[str, ...]
    thresholds: dict[str, Thresholds]
    facts: dict[str, str]

    @torch.no_grad()
    def look(self, picture: U8) -> list[Seen]:
        """Everything the picture (h, w, 3) shows, the surest thing first; RequestError when it is no picture."""
        x, scale = prepared(picture)
        features, thing, codes = self.net(x)
        boxes, scores = peaks(thing[0].sigmoid(), codes[0])
        chosen = kept(boxes, scores)
        if not chosen:
            return []
        boxes, scores = boxes[chosen], scores[chosen]
        kind, color, mask = self.net.inside(features, torch.zeros(len(boxes), dtype=torch.long), boxes)
        chances, likeliest, covered = kind.softmax(1), color.argmax(1), (mask > 0).numpy()
        h, w = (side * scale / CELL for side in picture.shape[:2])
        edges = (boxes / torch.tensor([w, h, w, h])).clamp(0, 1)
        return [
            Seen(
                (float(edge[0]), float(edge[1]), float(edge[2]), float(edge[3])), float(score),
                dict(zip(self.kinds, row.tolist(), strict=False)), self.colors[int(best)], shown,
            )
            for edge, score, row, best, shown in zip(edges, scores, chances, likeliest, covered, strict=True)
        ]  # fmt: skip


def prepared(picture: U8) -> tuple[Float[Tensor, "1 3 y x"], float]:
    """The picture with its longer side 192 pixels, padded to whole pairs of cells, in −1..1; and how it was scaled.

    RequestError when it has no pixels or no three channels.
    """
    from PIL import Image

    if picture.ndim != 3 or picture.shape[2] != 3 or 0 in picture.shape or picture.dtype != np.uint8:
        got = f"{'×'.join(map(str, picture.shape))} of {picture.dtype}"
        raise RequestError(f"picture: expected h×w×3 bytes, got {got}")
    h, w = picture.shape[:2]
    scale = SIDE / max(h, w)
    step = max(1, max(h, w) // _WIDEST)
    image = (
        Image.fromarray(np.ascontiguousarray(picture)).reduce(step) if step > 1 else Image.fromarray(picture)
    )
    size = (max(1, round(w * scale)), max(1, round(h * scale)))
    small = torch.from_numpy(np.array(image.resize(size, Image.Resampling.BILINEAR)))
    x = as_input(small[None])
    right, below = (-side % (2 * CELL) for side in size)
    return F.pad(x, (0, right, 0, below), mode="replicate"), scale


def peaks(thing: Float[Tensor, "h w"], codes: Float[Tensor, "4 h w"]) -> tuple[Tensor, Tensor]:
    """Boxes [n 4] in cells and scores [n] of the cells that no neighbour outdoes."""
    highest = F.max_pool2d(thing[None, None], 3, 1, 1)[0, 0]
    scores = torch.where((thing >= highest) & (thing > LEAST), thing, 0.0).flatten()
    best = scores.topk(min(MOST, len(scores)))
    found = best.indices[best.values > 0]
    cells = torch.stack([found % thing.shape[1], found // thing.shape[1]], 1).float()
    return decoded(codes.flatten(1)[:, found].T.float(), cells), scores[found]


def masked(picture: U8, seen: Seen) -> U8:
    """The picture with all but the thing grey (#999), as GenEval's colour rule has it."""
    h, w = picture.shape[:2]
    x0, y0, x1, y1 = (round(edge * side) for edge, side in zip(seen.box, (w, h, w, h), strict=True))
    out = np.full_like(picture, GREY)
    if x1 <= x0 or y1 <= y0:
        return out
    rows = (np.arange(y1 - y0) * MASK) // (y1 - y0)
    columns = (np.arange(x1 - x0) * MASK) // (x1 - x0)
    inner = seen.mask[np.clip(rows, 0, MASK - 1)[:, None], np.clip(columns, 0, MASK - 1)[None]]
    out[y0:y1, x0:x1][inner] = picture[y0:y1, x0:x1][inner]
    return out


def store(path: Path, detector: Detector) -> None:
    """The detector is in `path` in half precision, with its names, thresholds and facts.

    Raises WeightsError when a value is not finite, FileError when the file cannot be written.
    """
    tensors = {name: value.detach().half() for name, value in detector.net.named_parameters()}
    about = {"kinds": json.dumps(detector.kinds), "colors": json.dumps(detector.colors),
             "thresholds": json.dumps({name: asdict(each) for name, each in detector.thresholds.items()})}  # fmt: skip
    stored.write(path, _SORT, tensors, {**about, **detector.facts})
    load.cache_clear()


@cache
def load(path: Path = WEIGHTS) -> Detector:
    """The detector stored in `path`; WeightsError when it is missing, damaged, of another shape or not finite."""
    tensors, detector = stored.read(path, _SORT, _unlearned)
    stored.fill(detector.net, tensors, path.name, _SORT)
    return detector


def _unlearned(about: dict[str, str]) -> Detector:
    """The detector that a file's metadata speaks of, before its weights are in it; ValueError: a threshold is none."""
    kinds, colors = (tuple(json.loads(about[name])) for name in ("kinds", "colors"))
    read = {
        name: (float(each["there"]), float(each["many"]))
        for name, each in json.loads(about["thresholds"]).items()
    }
    if not all(0 < level < 1 for each in read.values() for level in each):
        raise ValueError(f"thresholds: expected within 0..1, got {read}")
    thresholds = {name: Thresholds(*each) for name, each in read.items()}
    facts = {
        key: value for key, value in about.items() if key not in ("format", "kinds", "colors", "thresholds")
    }
    return Detector(Net(len(kinds), len(colors)).eval(), kinds, colors, thresholds, facts)
