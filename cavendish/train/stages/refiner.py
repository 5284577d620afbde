"""The refiner: crops of pictures at many sizes, from guides and a spoiled or painted level below.

Shapes: b crops, h w rows and columns of a crop, m rows and columns of the level below.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from cavendish.models.decoder import STRIDE, Decoder
from cavendish.models.ladder import last_side
from cavendish.models.refiner import Refiner
from cavendish.models.resample import enlarged
from cavendish.models.tokenizer import Tokenizer
from cavendish.sampling.flow import mix, training_times
from cavendish.train import corrupt, losses
from cavendish.train.drawing import grids_of, painted
from cavendish.train.export import Shipping, encoder_version
from cavendish.train.feed import seeded
from cavendish.train.lit import quicken
from cavendish.train.metrics import changed_psnr, top_octave
from cavendish.train.pool import Batch, Pool, Raw
from cavendish.train.sheets import sheet


@dataclass(frozen=True)
class RefinerOptions:
    """The dials of the stage.

    one: share of each batch painted in one step. real: share whose level below the base decoder painted.
    own: share of batches whose level below the refiner itself painted, from a level below that.
    low, high: ratios between levels. noise: most that is put into the level below. bare: share without tokens.
    lively: weight of the charge for too little or too much of a frequency.
    """

    batch: int = 64
    one: float = 0.75
    real: float = 0.5
    own: float = 0.4
    low: float = 1.25
    high: float = 2.0
    noise: float = 0.1
    bare: float = 0.3
    extra: float = 0.5
    lively: float = 0.0
    seed: int = 0
    held_out: int = 64


@dataclass(frozen=True)
class Below:
    """The level below enlarged to the crop [b 3 h w], how many times, its noise [b], the code [b 12 y x]."""

    picture: Tensor
    ratio: float
    noise: Tensor
    code: Tensor


def fresh_refiner(seed: int, channels: int, lights: int) -> Refiner:
    """An untrained refiner; the same seed gives the same weights."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Refiner(channels, lights)


class RefinerStage:
    """Trains the refiner on a pool of crops under a frozen encoder and base decoder; `name` is `refiner`."""

    name = "refiner"
    full_rate = 6e-4
    decay = 0.01

    def __init__(
        self,
        pool: Pool,
        options: RefinerOptions,
        frozen: tuple[Tokenizer, Decoder],
        base_area: int,
        refiner: Refiner | None = None,
    ) -> None:
        self.pool, self.options, self.base_area = pool, options, base_area
        self.refiner = refiner or fresh_refiner(options.seed, pool.channels, pool.lights)
        self.tokenizer, self.decoder = frozen
        for part in frozen:
            part.eval().requires_grad_(False)
        quicken(self.decoder, self.refiner)
        self._modules = nn.ModuleDict({"refiner": self.refiner})

    @property
    def modules(self) -> nn.ModuleDict:
        """The refiner alone."""
        return self._modules

    def read(self, step: int, generator: torch.Generator) -> Raw:  # noqa: ARG002  # the loop's signature
        """A batch of crops as bytes."""
        return self.pool.draw(self.options.batch, generator)

    def loss(
        self,
        batch: Raw,
        step: int,  # noqa: ARG002  # the loop's signature
        generator: torch.Generator,
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """Painting one level from the level below; velocity errors weigh as one-step errors do at the start."""
        device = generator.device
        opened = batch.open(device)
        below = self.below(opened, generator)
        b = len(opened.picture)
        t = training_times(b, generator, device, self.options.one)
        noise = torch.randn(opened.picture.shape, generator=generator, device=device)
        answer = self._refine(self.refiner, mix(opened.picture, noise, t), t, opened, below)
        weight = losses.emphasis(opened.changed, self.options.extra)
        down, across = torch.randint(0, losses.BLOCK, (2,), generator=generator, device=device).tolist()
        ones = int((t == 1).sum())
        made = (answer[:ones], opened.picture[:ones], weight[:ones], (down, across))
        first = losses.one_step(*made)
        if self.options.lively:
            first = first + self.options.lively * losses.liveliness(*made)
        rest = losses.velocity(answer[ones:], opened.picture[ones:], weight[ones:], t[ones:])
        plain = losses.absolute(below.picture - opened.picture, weight).mean()
        share = ones / b
        loss = first.mean() * share + (0.5 * rest.mean() * (1 - share) if ones < b else 0.0)
        return loss, {"one_step": first.mean().detach(), "below": plain.detach()}

    @torch.no_grad()
    def below(
        self, batch: Batch, generator: torch.Generator, clean: bool = False, twice: bool = False
    ) -> Below:
        """A level below the batch's: painted by the base decoder, or the truth made smaller and spoiled.

        `twice`, or for a share of batches, the refiner itself paints it, from such a level below it.
        """
        o, b, side = self.options, len(batch.picture), batch.picture.shape[-1]
        drawn = corrupt.log_uniform(1, o.low, o.high, generator)
        m = round(side / (o.high if clean else float(drawn)))
        own = twice or (not clean and float(corrupt.uniform((1,), generator)) < o.own)
        between = o.high if clean else float(corrupt.log_uniform(1, o.low, o.high, generator))
        step = between if own else 1.0
        little = smaller(batch, m / step / side)
        small, guides = little.picture, little.guides
        self.tokenizer.to(small.device)
        self.decoder.to(small.device)
        told = self.tokenizer.quantise(self.tokenizer.encode(small, guides), grids_of(small))
        bare = corrupt.uniform((b, 1, 1, 1), generator) < o.bare
        code = told.code * (~bare)
        real = (corrupt.uniform((b, 1, 1, 1), generator) < o.real) | clean
        spoiled = corrupt.blurred(small, corrupt.uniform((b,), generator))
        spoiled = corrupt.tinted(spoiled, generator)
        first = painted(self.decoder, little, code, generator).float()
        noise = corrupt.uniform((b,), generator) * o.noise * (corrupt.uniform((b,), generator) < 0.5)
        noise = noise * (not clean)
        level = corrupt.noisy(torch.where(real, first, spoiled), noise, generator)
        if own:
            middle = smaller(batch, m / side)
            under = _under(level, middle, step, noise, code)
            start = torch.randn(middle.picture.shape, generator=generator, device=level.device)
            level = self._refine(self.refiner, start, torch.ones_like(noise), middle, under).float()
            noise = torch.zeros_like(noise)
        return _under(level, batch, side / m, noise, code)

    def _refine(self, refiner: Refiner, noisy: Tensor, t: Tensor, batch: Batch, below: Below) -> Tensor:
        ratio = torch.full_like(t, below.ratio)
        told = (batch.guides, batch.light, below.picture, below.code, ratio, below.noise, batch.edges)
        return refiner(noisy, t, *told)

    @torch.no_grad()
    def evaluate(self, averaged: nn.ModuleDict, to: Path | None) -> dict[str, float]:
        """Held-out crops from half their size as the base paints it: decibels, top-octave energy, coherence.

        `twice` is the same from a quarter of their size, over a level of its own.

        The sheet's columns: traced, the level below, refined, refined twice.
        """
        refiner = cast(Refiner, averaged["refiner"])
        device = next(refiner.parameters()).device
        rows = self.pool.held_out_rows()[: self.options.held_out]
        columns: list[list[Tensor]] = [[], [], [], [], []]
        for start in range(0, len(rows), 16):
            batch = self.pool.read(rows[start : start + 16]).open(device)
            generator = seeded(0, start, 2, device)
            below = self.below(batch, generator, clean=True)
            noise = torch.randn(batch.picture.shape, generator=generator, device=device)
            t = torch.ones(len(noise), device=device)
            answer = self._refine(refiner, noise, t, batch, below)
            deeper = self.below(batch, generator, clean=True, twice=True)
            second = self._refine(refiner, noise, t, batch, deeper)
            for column, each in zip(
                columns, (batch.picture, below.picture, answer, second, batch.changed), strict=True
            ):
                column.append(each.float().cpu())
        traced, under, refined, again, changed = (torch.cat(column) for column in columns)
        if to is not None:
            sheet([x[:8] for x in (traced, under, refined, again)], to)
        energy, coherence = top_octave(refined, traced)
        _, coherence_below = top_octave(under, traced)
        return {
            "refined": changed_psnr(refined, traced, changed),
            "below": changed_psnr(under, traced, changed),
            "gain": changed_psnr(refined, traced, changed) - changed_psnr(under, traced, changed),
            "top_energy": energy,
            "coherence": coherence,
            "coherence_below": coherence_below,
            "twice": changed_psnr(again, traced, changed),
            "twice_energy": top_octave(again, traced)[0],
        }

    def shipping(self, averaged: nn.ModuleDict) -> Shipping:  # noqa: ARG002  # the loop's signature
        """The refiner, fed by the frozen encoder's code."""
        version = encoder_version(self.tokenizer)
        return Shipping(("refiner",), version, self.base_area, last_side(self.base_area), self.options.batch)


def smaller(batch: Batch, share: float) -> Batch:
    """The batch with `share` of its rows and columns: picture, guides and changed pixels by area."""
    size = [round(n * share) for n in batch.picture.shape[-2:]]
    picture, guides, changed = (
        F.interpolate(x.float(), size=size, mode="area").to(x.dtype)
        for x in (batch.picture, batch.guides, batch.changed)
    )
    return Batch(picture, guides, batch.light, changed, batch.words)


def _under(level: Tensor, batch: Batch, ratio: float, noise: Tensor, code: Tensor) -> Below:
    h, w = batch.picture.shape[-2:]
    cells = (-(-h // STRIDE), -(-w // STRIDE))
    code_up = F.interpolate(code, size=cells, mode="bilinear", align_corners=False)
    return Below(enlarged(level, (0, 0, h, w), (h, w)), ratio, noise, code_up)
