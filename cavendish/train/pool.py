"""The pool of settled samples on disk, read while it is still being filled.

Shapes: b pictures, g guide channels, h w rows and columns.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from cavendish.errors import FileError, TrainError
from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.shading import SAMPLES, Edges
from cavendish.train.held import Held
from cavendish.train.mapped import mapped
from cavendish.train.plan_words import PlanWords

HELD_OUT = 200
# What a mirror negates: camera-space and object-space x of the guides, the x of the light's directions.
MIRRORED_GUIDES = (0, 4, 29, 36)
MIRRORED_LIGHT = (0, 13)
COVERAGE, LETTERS, KEY_OCCLUSION, GROUND = 8, 25, 33, 34
# A picture counts as changed by its things where they are, and where they hide the key light from the ground.
_COVERED, _SHADED = 0.05, 0.05

_RENEWED, _TRIES = 256, 20
"""Samples brought to a device's memory for a draw, and draws until one is of samples that nobody is renewing."""

Turns = npt.NDArray[np.int8]
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Batch:
    """A batch ready to train on.

    picture [b 3 h w] in −1..1, guides [b g h w], light [b n], changed [b 1 h w] 0/1, channels_last.
    `words` are plan token ids [b l] padded with −1 (l = 0 when the pool holds none). `edges` are the guides of pixels
    that an edge crosses sample by sample, if the pool holds them.
    """

    picture: Tensor
    guides: Tensor
    light: Tensor
    changed: Tensor
    words: Tensor
    edges: Edges | None = None


@dataclass(frozen=True)
class Raw:
    """A batch as the pool holds it: bytes [b h w c], so that reading ahead costs only copying.

    `edges` has for each picture what edges cross, [m 4 + 4·c]; see `world.stream.packed`.
    """

    picture: Tensor
    guides: Tensor
    light: Tensor
    changed: Tensor | None
    words: Tensor
    mirror: Tensor
    low: Tensor
    scale: Tensor
    edges: tuple[Tensor, ...] | None = None

    def open(self, device: torch.device) -> Batch:
        """The batch on `device` in float32; where `mirror` is true turned, unless letters show."""
        raw = self.guides.to(device, non_blocking=True)
        picture = self.picture.to(device, non_blocking=True).to(torch.float32).div_(127.5).sub_(1.0)
        scale, low = self.scale.to(device), self.low.to(device)
        guides = torch.empty(raw.shape, device=device)
        pairs = zip(guides, raw, strict=True) if device.type == "cpu" else ((guides, raw),)
        for one, told in pairs:  # picture by picture stays in a processor's cache
            one.copy_(told).mul_(scale).add_(low)
        light = self.light.to(device)
        if self.changed is None:
            changed = changed_pixels(guides)
        else:
            changed = self.changed.to(device).gt(0).to(torch.float32)[..., None]
        flips = self.mirror.to(device) & ~lettered(raw)
        light = light.clone()
        turn(picture, guides, light, changed, flips)
        edges = None if self.edges is None else self._crossed(self.edges, device)
        if edges is not None:
            turn_edges(edges, flips, guides.shape[2])
        first = (0, 3, 1, 2)
        return Batch(
            picture.permute(first),
            guides.permute(first),
            light,
            changed.permute(first),
            self.words.to(device),
            edges,
        )

    def _crossed(self, packed: Sequence[Tensor], device: torch.device) -> Edges:
        """What edges cross in all pictures, in float32."""
        each: list[tuple[Tensor, Tensor]] = []
        for one in packed:
            told = one.to(device)
            place = told[:, :4].to(torch.int64)
            at = torch.stack([place[:, 0] + 256 * place[:, 1], place[:, 2] + 256 * place[:, 3]], 1)
            each.append((at, told[:, 4:].unflatten(1, (SAMPLES, -1))))
        edges = Edges.of(each)
        edges.samples.mul_(self.scale.to(device)).add_(self.low.to(device))
        return edges


class Pool:
    """A pool folder: `picture.u8`, `guides.u8`, `light.f32`, `done.i8`, `plans.jsonl`, `meta.json`.

    The last `HELD_OUT` samples (or the last eighth of a small pool) are never drawn for training.
    Raises FileError when the folder is not a pool, or one that an earlier version filled.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        meta = _meta(folder)
        self.count = int(meta["count"])
        self.height, self.width = (int(n) for n in meta["size"])
        self.channels = int(meta["channels"])
        self.version = str(meta.get("version", ""))
        self.lights = (folder / "light.f32").stat().st_size // 4 // max(1, self.count)
        if (self.channels, self.lights) != (GUIDES, LIGHTS):
            raise FileError(
                f"{folder}: expected samples of {GUIDES} channels and {LIGHTS} numbers of light, "
                f"got {self.channels} and {self.lights}: an earlier version filled it",
                "cavendish train pool --pool with another folder",
            )
        lows, highs = _ranges(meta, self.channels)
        self._low = torch.from_numpy(lows)
        self._scale = torch.from_numpy((highs - lows) / 255.0)
        shape = (self.count, self.height, self.width)
        self._picture = mapped(folder / "picture.u8", np.uint8, (*shape, 3))
        self._guides = mapped(folder / "guides.u8", np.uint8, (*shape, self.channels))
        self._light = mapped(folder / "light.f32", np.float32, (self.count, self.lights))
        self._done = mapped(folder / "done.i8", np.int8, (self.count,))
        changed = folder / "changed.u8"
        self._changed = mapped(changed, np.uint8, shape) if changed.exists() else None
        self.told_changes = self._changed is not None
        self._edges = folder / "edges"
        self._words = PlanWords(folder, self.count)
        self._held: Held | None = None
        self.held_out = min(HELD_OUT, max(1, self.count // 8))

    @property
    def side(self) -> int:
        """Pixels along a square as large as its pictures."""
        return round((self.height * self.width) ** 0.5)

    @property
    def largest(self) -> int:
        """The side of the largest pictures that are drawn: its own."""
        return self.side

    def rows(self) -> Rows:
        """Numbers of the finished samples that training may see, ascending."""
        return np.flatnonzero(self._done[: self.count - self.held_out]).astype(np.int64)

    def held_out_rows(self) -> Rows:
        """Numbers of the finished samples that training never sees; the first rows while there are none.

        A pool still being filled may have no tail yet: the first held-out figures of such a run flatter.
        """
        tail = self.count - self.held_out
        rows = tail + np.flatnonzero(self._done[tail:]).astype(np.int64)
        return rows if rows.size else self.rows()[: self.held_out]

    def draw(self, size: int, generator: torch.Generator, mirror: bool = True) -> Raw:
        """A batch of `size` finished training samples, with replacement; half turned if `mirror`.

        Raises TrainError when nothing is finished yet.
        """
        if self._held is not None:
            self._held.renew(_RENEWED)
        for _ in range(_TRIES):
            rows = self._held.rows() if self._held is not None else self.rows()
            if not rows.size:
                raise TrainError(
                    f"pool {self.folder}: expected finished samples, got none", "cavendish train pool"
                )
            picks = torch.randint(0, rows.size, (size,), generator=generator)
            turned = (torch.rand(size, generator=generator) < 0.5) & mirror
            if self._held is not None:
                return self._held.picked(picks, turned)
            drawn, turns = self.whole(rows[np.sort(picks.numpy())], turned)
            if turns.all():
                return drawn
        raise TrainError(f"pool {self.folder}: expected whole samples, got only ones being renewed")

    def turns(self, rows: Rows) -> Turns:
        """Of each row, the turn of the sample that it holds: 1, more once it was renewed, 0 while there is none."""
        return np.array(self._done[rows])

    def whole(self, rows: Rows, mirror: Tensor | None = None) -> tuple[Raw, Turns]:
        """The named samples and their turns; 0 for those that somebody was renewing while they were read."""
        before = self.turns(rows)
        raw = self.read(rows, mirror)
        return raw, np.where(self.turns(rows) == before, before, 0).astype(np.int8)

    def read(self, rows: Rows, mirror: Tensor | None = None) -> Raw:
        """The named samples, not mirrored unless `mirror` says so."""
        changed = None if self._changed is None else torch.from_numpy(self._changed[rows])
        return Raw(
            torch.from_numpy(self._picture[rows]),
            torch.from_numpy(self._guides[rows]),
            torch.from_numpy(self._light[rows].astype(np.float32)),
            changed,
            self._words.of(rows, self.turns(rows)),
            torch.zeros(len(rows), dtype=torch.bool) if mirror is None else mirror,
            self._low,
            self._scale,
            tuple(self._packed(int(row)) for row in rows) if self._edges.exists() else None,
        )

    def _packed(self, row: int) -> Tensor:
        told = np.fromfile(self._edges / f"{row}.u8", np.uint8)
        return torch.from_numpy(told.reshape(-1, 4 + SAMPLES * self.channels))

    def hold(self, device: torch.device, most: int) -> int:
        """Keeps up to `most` training samples in the device's memory, where draws come from; how many there are yet.

        Those that are finished, or renewed, later on follow as draws are made.
        """
        self._held = Held(self, device, most)
        while self._held.renew(_RENEWED):
            pass
        return len(self._held.rows())


def changed_pixels(guides: Tensor) -> Tensor:
    """Where things, or their key shadows on the ground, are: 0/1 [b h w 1] from guides [b h w g]."""
    covered = guides[..., COVERAGE] > _COVERED
    if guides.shape[-1] <= GROUND:
        return covered.to(torch.float32)[..., None]
    shaded = (guides[..., KEY_OCCLUSION] > _SHADED) & (guides[..., GROUND] > 0.5)
    return (covered | shaded).to(torch.float32)[..., None]


def turn(picture: Tensor, guides: Tensor, light: Tensor, changed: Tensor, flips: Tensor) -> None:
    """All four (pictures [b h w c], light [b n]) are mirrored in place where `flips` [b] is true."""
    which = torch.nonzero(flips)[:, 0]
    picture[which], changed[which] = picture[which].flip(2), changed[which].flip(2)
    guides[which] = guides[which].flip(2) * _turned(guides)
    for number in (n for n in MIRRORED_LIGHT if n < light.shape[-1]):
        light[which, number] *= -1


def _turned(guides: Tensor) -> Tensor:
    """What a mirror multiplies each channel of guides [... g] by."""
    signs = guides.new_ones(guides.shape[-1])
    signs[[c for c in MIRRORED_GUIDES if c < len(signs)]] = -1.0
    return signs


def turn_edges(edges: Edges, flips: Tensor, width: int) -> None:
    """What edges cross is mirrored in place where its picture is; `flips` [b] says which are."""
    which = torch.nonzero(flips[edges.at[:, 0]])[:, 0]
    edges.at[which, 2] = width - 1 - edges.at[which, 2]
    edges.samples[which] *= _turned(edges.samples)


def lettered(raw: Tensor) -> Tensor:
    """Which samples [b] show letters: the letters' distance takes more than its two resting values."""
    if raw.shape[-1] <= LETTERS:
        return torch.zeros(raw.shape[0], dtype=torch.bool)
    letters = raw[..., LETTERS].flatten(1).to(torch.int16)
    return (letters.amax(1) - letters.amin(1)) > 2


def _meta(folder: Path) -> dict[str, Any]:
    """The pool's own description. Raises FileError when it is missing or not JSON."""
    try:
        return cast(dict[str, Any], json.loads((folder / "meta.json").read_text()))
    except (OSError, ValueError) as error:
        raise FileError(
            f"{folder}: expected a pool with meta.json, got none ({error})", "cavendish train pool"
        ) from error


def _ranges(meta: dict[str, Any], channels: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Lowest and highest value of every guide channel: from the pool, else from the registry."""
    pairs = meta.get("ranges")
    if pairs is None:
        from cavendish.world import guides

        pairs = guides.RANGES
    table = np.asarray(pairs, dtype=np.float32).reshape(-1, 2)
    if len(table) != channels:
        raise FileError(f"pool: expected {channels} guide ranges, got {len(table)}")
    return table[:, 0].copy(), table[:, 1].copy()
