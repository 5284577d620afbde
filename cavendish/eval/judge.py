"""Judge v1: names kind and colour of what a box of a picture shows, from its pixels alone.

Shapes: b crops, k kinds and "nothing".
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

from cavendish.eval.outlines import OutlineNet
from cavendish.models import stored

U8 = npt.NDArray[np.uint8]
Box = tuple[float, float, float, float]
SIDE = 64
MARGIN = 1.2
"""A crop is a square this much larger than its box's longer side."""
FORMAT = "cavendish-judge-1"
_SORT = stored.Sort(FORMAT, "judge", "the judge's weights", "install the package again")
WEIGHTS = Path(__file__).parent / "judges" / "v1.safetensors"
SECOND = Path(__file__).parent / "judges" / "second.safetensors"
"""A judge of another architecture, taught with other pictures."""
_WIDTHS = (24, 64, 64, 128, 128, 192, 192)


class Net(nn.Module):
    """Seven convolutions, a mean over the crop, and two heads: kind (the last is "nothing") and colour."""

    def __init__(self, kinds: int, colors: int) -> None:
        super().__init__()
        sides = (3, *_WIDTHS)
        self.layers = nn.ModuleList(
            nn.Conv2d(
                sides[i], sides[i + 1], 5 if i == 0 else 3, 2 if i in (0, 1, 3, 5) else 1, 2 if i == 0 else 1
            )
            for i in range(len(_WIDTHS))
        )
        self.norms = nn.ModuleList(nn.GroupNorm(8, width) for width in _WIDTHS)
        self.kind = nn.Linear(_WIDTHS[-1], kinds + 1)
        self.color = nn.Linear(_WIDTHS[-1], colors)

    def forward(self, crops: Float[Tensor, "b 3 64 64"]) -> tuple[Float[Tensor, "b _"], Float[Tensor, "b _"]]:
        """Logits of kind [b k+1] and colour [b 10] of crops in −1..1."""
        x = crops
        for i, (layer, norm) in enumerate(zip(self.layers, self.norms, strict=True)):
            y = F.silu(norm(layer(x)))
            x = x + y if i in (2, 4, 6) else y
        x = x.mean((2, 3))
        return self.kind(x), self.color(x)


_NETS: dict[str, type[Net] | type[OutlineNet]] = {"convolutions": Net, "outlines": OutlineNet}
"""The architectures a judge can have, by the name its file gives; one that gives none has the first."""


@dataclass(frozen=True)
class Verdict:
    """What the judge sees in a box: the chance of every kind it knows, and the likeliest colour."""

    kinds: dict[str, float]
    color: str

    @property
    def kind(self) -> str | None:
        """The likeliest kind; None when it is likelier nothing."""
        name = max(self.kinds, key=lambda each: self.kinds[each])
        return name if self.kinds[name] >= 1 - sum(self.kinds.values()) else None


@dataclass(frozen=True)
class Judge:
    """A trained net, the names of its answers, and the threshold frozen on held-out traced pictures."""

    net: Net | OutlineNet
    kinds: tuple[str, ...]
    colors: tuple[str, ...]
    threshold: float
    facts: dict[str, str]

    @torch.no_grad()
    def look(self, picture: U8, boxes: Sequence[Box]) -> list[Verdict]:
        """One verdict a box (x0, y0, x1, y1 in 0..1)."""
        if not boxes:
            return []
        crops = torch.from_numpy(np.stack([crop(picture, box) for box in boxes]))
        kind, color = self.net(as_input(crops))
        chances, likeliest = kind.softmax(1), color.argmax(1)
        return [
            Verdict(dict(zip(self.kinds, row.tolist(), strict=False)), self.colors[int(best)])
            for row, best in zip(chances, likeliest, strict=True)
        ]


def as_input(crops: Tensor) -> Float[Tensor, "b 3 h w"]:
    """Crops of bytes [b h w 3] as floats in −1..1."""
    return crops.permute(0, 3, 1, 2).float() / 127.5 - 1


def crop(picture: U8, box: Box, side: int = SIDE) -> U8:
    """The square around a box, `side` × `side`; beyond the picture its border goes on."""
    from PIL import Image

    h, w = picture.shape[:2]
    x0, y0, x1, y1 = box[0] * w, box[1] * h, box[2] * w, box[3] * h
    half = max(x1 - x0, y1 - y0, 4.0) * MARGIN / 2
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    pad = max(0, math.ceil(max(half - cx, half - cy, cx + half - w, cy + half - h)))
    wide = np.pad(picture, ((pad, pad), (pad, pad), (0, 0)), mode="edge") if pad else picture
    edges = (cx - half + pad, cy - half + pad, cx + half + pad, cy + half + pad)
    image = Image.fromarray(wide).resize((side, side), Image.Resampling.BILINEAR, box=edges)
    return np.asarray(image)


def store(path: Path, judge: Judge) -> None:
    """The judge is in `path` in half precision, with its names, threshold and facts.

    Raises WeightsError when a value is not finite, FileError when the file cannot be written.
    """
    tensors = {name: value.detach().half() for name, value in judge.net.named_parameters()}
    about = {
        "net": next(name for name, made in _NETS.items() if isinstance(judge.net, made)),
        "kinds": json.dumps(judge.kinds),
        "colors": json.dumps(judge.colors),
        "threshold": judge.threshold,
    }
    stored.write(path, _SORT, tensors, {**about, **judge.facts})
    load.cache_clear()


@cache
def load(path: Path = WEIGHTS) -> Judge:
    """The judge stored in `path`; WeightsError when it is missing, damaged, of another shape or not finite."""
    tensors, judge = stored.read(path, _SORT, _unlearned)
    stored.fill(judge.net, tensors, path.name, _SORT)
    return judge


def _unlearned(about: dict[str, str]) -> Judge:
    """The judge that a file's metadata speaks of, before its weights are in it."""
    kinds, colors = (tuple(json.loads(about[name])) for name in ("kinds", "colors"))
    named = ("format", "net", "kinds", "colors", "threshold")
    facts = {key: value for key, value in about.items() if key not in named}
    net = _NETS[about.get("net", "convolutions")](len(kinds), len(colors)).eval()
    return Judge(net, kinds, colors, float(about["threshold"]), facts)
