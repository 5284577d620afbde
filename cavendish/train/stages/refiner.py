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
from cavendish.models.refiner import Refiner
from cavendish.models.resample import enlarged
from cavendish.models.tokenizer import Tokenizer
from cavendish.sampling.flow import mix, training_times
from cavendish.train import corrupt, losses
from cavendish.train.drawing import grids_of, painted
from cavendish.train.export import Shipping, encoder_version
from cavendish.train.feed import seeded
from cavendish.train.metrics import changed_psnr, top_octave
from cavendish.train.pool import Batch, Pool, Raw
from cavendish.train.sheets import sheet
from cavendish.train.stages.base import working_dtype


@dataclass(frozen=True)
class RefinerOptions:
    """The dials of the stage.

    one: share of each batch painted in one step. real: share whose level below the base decoder painted.
    low, high: ratios between levels. noise: most that is put into the level below. bare: share without tokens.
    """

    batch: int = 64
    one: float = 0.75
    real: float = 0.5
    low: float = 1.25
    high: float = 2.0
    noise: float = 0.1
    bare: float = 0.3
    extra: float = 0.5
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
        opened = batch.open(device, working_dtype(device))
        below = self.below(opened, generator)
        b = len(opened.picture)
        t = training_times(b, generator, device, self.options.one)
        noise = torch.randn(opened.picture.shape, generator=generator, device=device)
        answer = self._refine(self.refiner, mix(opened.picture, noise, t), t, opened, below)
        weight = losses.emphasis(opened.changed, self.options.extra)
        offset = torch.randint(0, losses.BLOCK, (2,), generator=generator, device=device).tolist()
        ones = int((t == 1).sum())
        first = losses.one_step(answer[:ones], opened.picture[:ones], weight[:ones], (offset[0], offset[1]))
        rest = losses.velocity(answer[ones:], opened.picture[ones:], weight[ones:], t[ones:])
        plain = losses.absolute(below.picture - opened.picture, weight).mean()
        share = ones / b
        loss = first.mean() * share + (0.5 * rest.mean() * (1 - share) if ones < b else 0.0)
        return loss, {"one_step": first.mean().detach(), "below": plain.detach()}

    @torch.no_grad()
    def below(self, batch: Batch, generator: torch.Generator, clean: bool = False) -> Below:
        """A level below the batch's: painted by the base decoder, or the truth made smaller and spoiled."""
        o, b, side = self.options, len(batch.picture), batch.picture.shape[-1]
        drawn = corrupt.log_uniform(1, o.low, o.high, generator)
        m = round(side / (o.high if clean else float(drawn)))
        rows = round(batch.picture.shape[-2] * m / side)
        small = F.interpolate(batch.picture, size=(rows, m), mode="area")
        guides = F.interpolate(batch.guides.float(), size=(rows, m), mode="area").to(batch.guides.dtype)
        little = Batch(small, guides, batch.light, small[:, :1], batch.words)
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
        h, w = batch.picture.shape[-2:]
        cells = (-(-h // STRIDE), -(-w // STRIDE))
        code_up = F.interpolate(code, size=cells, mode="bilinear", align_corners=False)
        return Below(enlarged(level, (0, 0, h, w), (h, w)), side / m, noise, code_up)

    def _refine(self, refiner: Refiner, noisy: Tensor, t: Tensor, batch: Batch, below: Below) -> Tensor:
        ratio = torch.full_like(t, below.ratio)
        return refiner(noisy, t, batch.guides, batch.light, below.picture, below.code, ratio, below.noise)

    @torch.no_grad()
    def evaluate(self, averaged: nn.ModuleDict, to: Path | None) -> dict[str, float]:
        """Held-out crops from half their size as the base paints it: decibels, top-octave energy, coherence.

        The sheet's columns: traced, the level below, refined.
        """
        refiner = cast(Refiner, averaged["refiner"])
        device = next(refiner.parameters()).device
        rows = self.pool.held_out_rows()[: self.options.held_out]
        columns: list[list[Tensor]] = [[], [], [], []]
        for start in range(0, len(rows), 16):
            batch = self.pool.read(rows[start : start + 16]).open(device)
            generator = seeded(0, start, 2, device)
            below = self.below(batch, generator, clean=True)
            noise = torch.randn(batch.picture.shape, generator=generator, device=device)
            t = torch.ones(len(noise), device=device)
            answer = self._refine(refiner, noise, t, batch, below)
            for column, each in zip(
                columns, (batch.picture, below.picture, answer, batch.changed), strict=True
            ):
                column.append(each.float().cpu())
        traced, under, refined, changed = (torch.cat(column) for column in columns)
        if to is not None:
            sheet([x[:8] for x in (traced, under, refined)], to)
        energy, coherence = top_octave(refined, traced)
        _, coherence_below = top_octave(under, traced)
        return {
            "refined": changed_psnr(refined, traced, changed),
            "below": changed_psnr(under, traced, changed),
            "gain": changed_psnr(refined, traced, changed) - changed_psnr(under, traced, changed),
            "top_energy": energy,
            "coherence": coherence,
            "coherence_below": coherence_below,
        }

    def shipping(self, averaged: nn.ModuleDict) -> Shipping:  # noqa: ARG002  # the loop's signature
        """The refiner, fed by the frozen encoder's code."""
        version = encoder_version(self.tokenizer)
        return Shipping(("refiner",), version, self.base_area, -(-self.base_area // 16), self.options.batch)
