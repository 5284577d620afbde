"""The backbone: image bits of a frozen encoder scale by scale, and plans from prompts in some steps.

Shapes: b pictures or texts, n tokens, y x cells of a grid.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from cavendish.models.backbone import Backbone
from cavendish.models.decoder import Decoder
from cavendish.models.ladder import Grids, last_side
from cavendish.models.tokenizer import Tokenizer
from cavendish.sampling.scales import BITS, ONE_BY_ONE, Draw, one_by_one
from cavendish.train import corrupt
from cavendish.train.drawing import grids_of, painted, scene_of, written_code
from cavendish.train.export import Shipping, encoder_version
from cavendish.train.feed import seeded
from cavendish.train.lit import quicken
from cavendish.train.metrics import changed_psnr, gradient_energy
from cavendish.train.mixture import Mixture
from cavendish.train.pool import Batch, Pool, Raw
from cavendish.train.sheets import sheet
from cavendish.train.texts import TextPair

_SEEDS = 1 << 40  # training prompts; held-out ones lie beyond
_SHARE = 1000


@dataclass(frozen=True)
class BackboneOptions:
    """The dials of the stage.

    text: share of steps that learn plans from prompts, `texts` pairs each. flip: most of a picture's input
    bits that are flipped.
    drop: share of pictures whose conditions are withheld. known: share that is told some cells' bits. planes: share
    that is told the first bits of every cell of the coarsest grids, which are drawn bit after bit.
    """

    batch: int = 32
    texts: int = 96
    text: float = 0.25
    flip: float = 0.3
    drop: float = 0.1
    known: float = 0.3
    planes: float = 0.6
    seed: int = 0
    held_out: int = 32
    held_texts: int = 128


@dataclass(frozen=True)
class Texts:
    """Prompt and plan ids one after the other [b n], padded with −1, and which are the plan's [b n]."""

    ids: Tensor
    plan: Tensor


def fresh_backbone(seed: int, channels: int, lights: int) -> Backbone:
    """An untrained backbone; the same seed gives the same weights."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Backbone(channels, lights)


def texts_of(pairs: list[tuple[list[int], list[int]]]) -> Texts:
    """Pairs as one padded batch."""
    longest = max(len(a) + len(b) for a, b in pairs)
    ids = torch.full((len(pairs), longest), -1, dtype=torch.int64)
    plan = torch.zeros(len(pairs), longest, dtype=torch.bool)
    for row, (a, b) in enumerate(pairs):
        ids[row, : len(a) + len(b)] = torch.tensor(a + b)
        plan[row, len(a) : len(a) + len(b)] = True
    return Texts(ids, plan)


def told_bits(
    targets: tuple[Tensor, ...],
    size: tuple[int, int],
    share: float,
    draw: torch.Generator,
    planes: float = 0.0,
) -> list[Tensor]:
    """Per grid [b 13 y x]: ±1 where a bit is told, else 0, then each cell's mask.

    Half of a `share` of the pictures know a region of the picture on every grid, half some cells of each grid. Of the
    others a share of `planes` know the first so many bits of every cell, on each grid that is drawn bit after bit.
    """
    b = len(targets[0])
    region = corrupt.region(b, size, share / 2, draw)
    some = corrupt.uniform((b, 1, 1, 1), draw) < share / 2
    rate = corrupt.uniform((b, 1, 1, 1), draw)
    order = torch.arange(BITS, device=draw.device)
    out: list[Tensor] = []
    for bits in targets:
        inside = F.adaptive_avg_pool2d(region, (bits.shape[-2], bits.shape[-1])) > 0.99
        cells = some & (corrupt.uniform((b, 1, *bits.shape[-2:]), draw) < rate)
        mask = (inside | cells).float()
        told = mask.expand(-1, BITS, -1, -1)
        if one_by_one((bits.shape[-2], bits.shape[-1])):
            first = (corrupt.uniform((b, 1, 1, 1), draw) * BITS).long()
            heard = (corrupt.uniform((b, 1, 1, 1), draw) < planes) & (mask.amax((2, 3), keepdim=True) == 0)
            told = told.maximum((heard & (order[None, :, None, None] < first)).float())
        out.append(torch.cat([(bits.float() * 2 - 1) * told, mask], 1))
    return out


class BackboneStage:
    """Trains the backbone on a pool's pictures as a frozen encoder sees them; `name` is `backbone`."""

    name = "backbone"
    full_rate = 1e-3
    decay = 0.05

    def __init__(
        self,
        pool: Pool | Mixture,
        options: BackboneOptions,
        frozen: tuple[Tokenizer, Decoder],
        text_pair: TextPair,
        backbone: Backbone | None = None,
    ) -> None:
        self.pool, self.options, self.text_pair = pool, options, text_pair
        backbone = backbone or fresh_backbone(options.seed, pool.channels, pool.lights)
        self.backbone = backbone
        self.tokenizer, self.decoder = frozen
        for part in frozen:
            part.eval().requires_grad_(False)
        quicken(self.decoder)
        self._modules = nn.ModuleDict({"backbone": backbone})

    @property
    def modules(self) -> nn.ModuleDict:
        """The backbone alone: encoder and decoder are frozen."""
        return self._modules

    def reads_text(self, step: int) -> bool:
        """Whether a step learns text: evenly spread, a fixed share of the steps."""
        share = round(self.options.text * _SHARE)
        return (step + 1) * share // _SHARE > step * share // _SHARE

    def read(self, step: int, generator: torch.Generator) -> Raw | Texts:
        """Pictures as bytes, or texts, by the step's number; words know left from right, so no mirrors."""
        if not self.reads_text(step):
            return self.pool.draw(self.options.batch, generator, mirror=False)
        seeds = torch.randint(0, _SEEDS, (self.options.texts,), generator=generator).tolist()
        return texts_of([self.text_pair(seed) for seed in seeds])

    def loss(
        self,
        batch: Raw | Texts,
        step: int,  # noqa: ARG002  # the loop's signature
        generator: torch.Generator,
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """Cross-entropy of a step's bits, averaged over grids, or of its plans' words."""
        device = generator.device
        if isinstance(batch, Texts):
            loss, right = self._text(self.backbone, Texts(batch.ids.to(device), batch.plan.to(device)))
            return loss, {"text": loss.detach(), "plans": right.float().mean()}
        self.tokenizer.to(device)
        opened = batch.open(device)
        grids = grids_of(opened.picture)
        count = len(opened.picture)
        with torch.no_grad():
            z = self.tokenizer.encode(opened.picture, opened.guides)
            flip = corrupt.uniform((count,), generator) * self.options.flip
            targets, inputs, _ = self.tokenizer.requantise(z, grids, flip, generator, ONE_BY_ONE)
        drop = corrupt.uniform((count,), generator) < self.options.drop
        size = opened.picture.shape[-2], opened.picture.shape[-1]
        known = told_bits(targets, size, self.options.known, generator, self.options.planes)
        logits = self.backbone(inputs, scene_of(opened, grids, drop), tuple(known))
        each = _cross_entropy(logits, targets, [1 - told[:, :BITS].abs() for told in known])
        loss = each.mean()
        return loss, {"bits": loss.detach(), "last": each[-1].detach(), "first": each[0].detach()}

    def _text(self, backbone: Backbone, texts: Texts) -> tuple[Tensor, Tensor]:
        """Cross-entropy of the plan's words after its first, and which plans are right word for word [b]."""
        logits = backbone.words(texts.ids[:, :-1]).float()
        targets = texts.ids[:, 1:]
        learnt = texts.plan[:, 1:] & texts.plan[:, :-1]  # the first word of a plan only opens it
        each = F.cross_entropy(logits.transpose(1, 2), targets.clamp(min=0), reduction="none")
        right = ((logits.argmax(-1) == targets) | ~learnt).all(1)
        return (each * learnt).sum() / learnt.sum().clamp(min=1), right

    @torch.no_grad()
    def evaluate(self, averaged: nn.ModuleDict, to: Path | None) -> dict[str, float]:
        """Held-out cross-entropy of bits; decibels by true tokens, without and sampled; plans word for word.

        The sheet's columns: traced, true tokens, without tokens, sampled, sampled with another seed.
        """
        backbone = cast(Backbone, averaged["backbone"])
        device = next(backbone.parameters()).device
        self.tokenizer.to(device)
        self.decoder.to(device)
        rows = self.pool.held_out_rows()[: self.options.held_out]
        columns: list[list[Tensor]] = [[], [], [], [], [], []]
        prices: list[float] = []
        for start in range(0, len(rows), 16):
            batch = self.pool.read(rows[start : start + 16]).open(device)
            grids = grids_of(batch.picture)
            pictures, price = self._ways(backbone, batch, grids, start)
            prices.append(price)
            for column, each in zip(columns, (batch.picture, *pictures, batch.changed), strict=True):
                column.append(each.float().cpu())
        traced, carry, bare, sampled, again, changed = (torch.cat(column) for column in columns)
        if to is not None:
            sheet([x[:8] for x in (traced, carry, bare, sampled, again)], to)
        pairs = [self.text_pair(_SEEDS + i) for i in range(self.options.held_texts)]
        held = texts_of(pairs)
        text, right = self._text(backbone, Texts(held.ids.to(device), held.plan.to(device)))
        return {
            "bits": sum(prices) / max(1, len(prices)),
            "carry": changed_psnr(carry, traced, changed),
            "bare": changed_psnr(bare, traced, changed),
            "sampled": changed_psnr(sampled, traced, changed),
            "seeds_apart": changed_psnr(sampled, again, torch.ones_like(changed)),
            "below_carry": changed_psnr(carry, traced, changed) - changed_psnr(sampled, traced, changed),
            "energy": gradient_energy(sampled, traced, changed),
            "text": float(text),
            "plans": float(right.float().mean()),
        }

    def _ways(
        self, backbone: Backbone, batch: Batch, grids: Grids, start: int
    ) -> tuple[tuple[Tensor, Tensor, Tensor, Tensor], float]:
        told = self.tokenizer.quantise(self.tokenizer.encode(batch.picture, batch.guides), grids)
        scene = scene_of(batch, grids)
        logits = backbone(told.inputs, scene)
        price = float(_cross_entropy(logits, told.bits, None).mean())
        device = batch.picture.device
        codes: list[Tensor | None] = [told.code, None]
        for seed in (start, start + 10_000):
            seeds = range(seed, seed + len(batch.picture))
            codes.append(written_code(backbone, self.tokenizer, scene, seeds, Draw()))
        carry, bare, sampled, again = (
            painted(self.decoder, batch, code, seeded(0, start, 2, device)) for code in codes
        )
        return (carry, bare, sampled, again), price

    def shipping(self, averaged: nn.ModuleDict) -> Shipping:  # noqa: ARG002  # the loop's signature
        """The backbone, speaking to the frozen encoder."""
        version = encoder_version(self.tokenizer)
        stop = last_side(self.pool.largest)
        return Shipping(("backbone",), version, self.pool.side, stop, self.options.batch)


def _cross_entropy(
    logits: tuple[Tensor, ...], targets: tuple[Tensor, ...], weights: list[Tensor] | None
) -> Tensor:
    """Nats a bit, one number a grid [r]; bits under a zero weight do not count."""
    each: list[Tensor] = []
    for rung, (logit, target) in enumerate(zip(logits, targets, strict=True)):
        loss = F.binary_cross_entropy_with_logits(logit.float(), target.float(), reduction="none")
        if weights is None:
            each.append(loss.mean())
        else:
            each.append((loss * weights[rung]).sum() / weights[rung].sum().clamp(min=1))
    return torch.stack(each)
