"""The last stage: the base decoder on bits that the backbone itself drew.

Shapes: b pictures, y x cells of a grid.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn

from cavendish.models.backbone import Backbone
from cavendish.models.decoder import Decoder
from cavendish.models.ladder import last_side
from cavendish.models.tokenizer import Tokenizer
from cavendish.sampling.flow import mix, training_times
from cavendish.sampling.scales import Draw
from cavendish.train import corrupt, losses
from cavendish.train.drawing import grids_of, painted, scene_of, written_code
from cavendish.train.export import Shipping, encoder_version
from cavendish.train.feed import seeded
from cavendish.train.lit import quicken
from cavendish.train.metrics import changed_psnr, gradient_energy
from cavendish.train.mixture import Mixture
from cavendish.train.pool import Batch, Pool, Raw
from cavendish.train.sheets import sheet
from cavendish.train.stages.base import Balance


@dataclass(frozen=True)
class OwnOptions:
    """The dials of the stage; own: share of the steps on drawn bits, the rest on true ones or none.

    told: the least share of the coarse grids that keep the picture's true bits where finer ones are drawn. What the
    coarsest say is the draw itself, and a decoder that met them wrong would learn not to listen.
    """

    batch: int = 24
    one: float = 0.75
    own: float = 0.7
    told: float = 0.5
    known: float = 0.3
    extra: float = 1.0
    seed: int = 0
    held_out: int = 32


class OwnBitsStage:
    """Trains the base decoder alone, encoder and backbone frozen; `name` is `own`.

    A random number of coarse grids keeps the picture's true bits, and the backbone writes the rest: what is
    drawn then still belongs to the picture it is compared with.
    """

    name = "own"
    full_rate = 1.5e-4
    decay = 0.01

    def __init__(
        self, pool: Pool | Mixture, options: OwnOptions, parts: tuple[Tokenizer, Decoder, Backbone]
    ) -> None:
        self.pool, self.options = pool, options
        self.tokenizer, self.decoder, self.backbone = parts
        quicken(self.decoder)
        for part in (self.tokenizer, self.backbone):
            part.eval().requires_grad_(False)
        self._modules = nn.ModuleDict({"decoder": self.decoder, "balance": Balance(2)})

    @property
    def modules(self) -> nn.ModuleDict:
        """decoder, balance."""
        return self._modules

    def read(self, step: int, generator: torch.Generator) -> Raw:  # noqa: ARG002  # the loop's signature
        """A batch of the pool as bytes, not mirrored: the backbone reads the plan's words."""
        return self.pool.draw(self.options.batch, generator, mirror=False)

    def loss(self, batch: Raw, step: int, generator: torch.Generator) -> tuple[Tensor, dict[str, Tensor]]:
        """Painting from drawn bits, or from true bits or none, balanced over one step and many."""
        device = generator.device
        opened = batch.open(device)
        b, _, h, w = opened.picture.shape
        code = self._code(opened, step, generator)
        t = training_times(b, generator, device, self.options.one)
        noise = torch.randn(opened.picture.shape, generator=generator, device=device)
        mask = corrupt.region(b, (h, w), self.options.known, generator)
        known = torch.cat([opened.picture * mask, mask], 1)
        answer = self.decoder(
            mix(opened.picture, noise, t), t, opened.guides, opened.light, code, known, opened.edges
        )
        weight = losses.emphasis(opened.changed, self.options.extra)
        offset = torch.randint(0, losses.BLOCK, (2,), generator=generator, device=device).tolist()
        ones = int((t == 1).sum())
        first = losses.one_step(answer[:ones], opened.picture[:ones], weight[:ones], (offset[0], offset[1]))
        rest = losses.velocity(answer[ones:], opened.picture[ones:], weight[ones:], t[ones:])
        loss = self._modules["balance"](torch.cat([first, rest]), (t < 1).long())
        return loss, {"one_step": first.mean().detach()}

    @torch.no_grad()
    def _code(self, batch: Batch, step: int, generator: torch.Generator) -> Tensor:
        for part in (self.tokenizer, self.backbone):
            part.to(batch.picture.device)
        b, grids = len(batch.picture), grids_of(batch.picture)
        told = self.tokenizer.quantise(self.tokenizer.encode(batch.picture, batch.guides), grids)
        drawn = corrupt.uniform((2,), generator).tolist()
        if drawn[0] >= self.options.own:
            none = corrupt.uniform((b, 1, 1, 1), generator) < 0.4
            return told.code * (~none)
        least = self.options.told
        prefix = told.bits[: int((least + (1 - least) * drawn[1]) * len(grids))]
        seeds = range(step * b, step * b + b)
        return written_code(self.backbone, self.tokenizer, scene_of(batch, grids), seeds, Draw(), prefix)

    @torch.no_grad()
    def evaluate(self, averaged: nn.ModuleDict, to: Path | None) -> dict[str, float]:
        """Held-out decibels on changed pixels by drawn bits, by true ones and without; columns in that order."""
        decoder = cast(Decoder, averaged["decoder"])
        device = next(decoder.parameters()).device
        rows = self.pool.held_out_rows()[: self.options.held_out]
        columns: list[list[Tensor]] = [[], [], [], [], []]
        for start in range(0, len(rows), 16):
            batch = self.pool.read(rows[start : start + 16]).open(device)
            grids, seeds = grids_of(batch.picture), range(start, start + len(batch.picture))
            for part in (self.tokenizer, self.backbone):
                part.to(device)
            told = self.tokenizer.quantise(self.tokenizer.encode(batch.picture, batch.guides), grids)
            drawn = written_code(self.backbone, self.tokenizer, scene_of(batch, grids), seeds, Draw())
            ways = [
                painted(decoder, batch, code, seeded(0, start, 2, device))
                for code in (drawn, told.code, None)
            ]
            for column, each in zip(columns, (batch.picture, *ways, batch.changed), strict=True):
                column.append(each.float().cpu())
        traced, sampled, carry, bare, changed = (torch.cat(column) for column in columns)
        if to is not None:
            sheet([x[:8] for x in (traced, sampled, carry, bare)], to)
        return {
            "sampled": changed_psnr(sampled, traced, changed),
            "carry": changed_psnr(carry, traced, changed),
            "bare": changed_psnr(bare, traced, changed),
            "energy": gradient_energy(sampled, traced, changed),
        }

    def shipping(self, averaged: nn.ModuleDict) -> Shipping:  # noqa: ARG002  # the loop's signature
        """The decoder; encoder and backbone stay as they are."""
        version = encoder_version(self.tokenizer)
        return Shipping(
            ("decoder",), version, self.pool.side, last_side(self.pool.largest), self.options.batch
        )
