"""Encoder and base decoder together: pictures through bits and back, with guides and without.

Shapes: b pictures, g guide channels, h w rows and columns, y x cells.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from cavendish.models.decoder import Decoder
from cavendish.models.ladder import Grids, last_side, pool_cells
from cavendish.models.shading import Edges
from cavendish.models.tokenizer import BITS, Quantised, Tokenizer, rate
from cavendish.sampling.flow import mix, training_times
from cavendish.train import corrupt, losses
from cavendish.train.drawing import grids_of
from cavendish.train.export import Shipping, encoder_version
from cavendish.train.feed import seeded
from cavendish.train.lit import quicken
from cavendish.train.metrics import changed_psnr, gradient_energy
from cavendish.train.mixture import Mixture
from cavendish.train.pool import Batch, Pool, Raw
from cavendish.train.sheets import sheet

_BLOCKS = 4  # blocks a side of a cell that the hint foretells
_MODES = 4  # (with guides, without) × (one step, a step among many)


@dataclass(frozen=True)
class BaseOptions:
    """The dials of the stage.

    full_rate: of AdamW; at 1e-3 and above the noise of a step is the loss (3×3 filters of 96–256 channels).
    one: share of each batch painted in one step from noise. null: one picture in so many has no guides. known:
    share with a known region. rate, commitment, entropy: weights of the prices of bits. dither: noise before the
    sign. extra: how much more changed pixels count. settle: steps over which the price of bits rises from
    nothing, and the tokens seen go from nearly all (`early`) to MODEL's regimes (`late`): a decoder that never
    heard a token never listens.
    hint: weight of the code's own linear picture, down to none after `settle`.
    soft: share of pictures that at first see the code before its bits were taken, down to none after `settle`.
    frozen: the encoder stays as it is, so that a backbone that speaks its bits stays valid; only the decoder learns.
    """

    batch: int = 32
    one: float = 0.75
    null: int = 6
    known: float = 0.3
    rate: float = 0.02
    commitment: float = 0.1
    entropy: float = 0.02
    dither: float = 0.3
    extra: float = 1.0
    hint: float = 1.0
    full_rate: float = 4e-4
    settle: int = 600
    soft: float = 0.5
    frozen: bool = False
    early: corrupt.Regimes = field(default_factory=lambda: corrupt.Regimes(0.15, 0.1, 0.2, 0.05))
    late: corrupt.Regimes = field(default_factory=corrupt.Regimes)
    seed: int = 0
    held_out: int = 64


class Balance(nn.Module):
    """The running mean loss of every mode, so that no mode outweighs another; descent learns nothing here."""

    mean: Tensor

    def __init__(self, modes: int = _MODES, memory: float = 0.98) -> None:
        super().__init__()
        self.memory = memory
        self.register_buffer("mean", torch.zeros(modes))

    def forward(self, each: Tensor, mode: Tensor) -> Tensor:
        """The mean of `each` [b], every picture's loss scaled so that its mode weighs as mode 0 does."""
        with torch.no_grad():
            for m in range(len(self.mean)):
                mine = each[mode == m]
                if len(mine) and bool(torch.isfinite(mine).all()):
                    old = self.mean[m]
                    self.mean[m] = torch.where(
                        old == 0, mine.mean(), torch.lerp(mine.mean(), old, self.memory)
                    )
            first = torch.where(self.mean[0] == 0, each.mean(), self.mean[0])
            weight = (first / self.mean.clamp(min=1e-6))[mode].clamp(max=10.0)
        return (each * weight).mean()


class Hint(nn.Module):
    """Foretells a picture in 4×4-pixel blocks from its code and its cells' guides, linearly: only used while young.

    It gives the encoder a straight reason to say what guides do not, before the decoder has learned to listen.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.out = nn.Conv2d(BITS + 2 * channels, 3 * _BLOCKS * _BLOCKS, 1)

    def forward(self, code: Tensor, guides: Tensor, picture: Tensor) -> Tensor:
        """Mean |error| of the foretold blocks; code [b 12 y x], guides [b g h w], picture [b 3 h w]."""
        y, x = code.shape[-2], code.shape[-1]
        cells = pool_cells(guides, ((y, x),))[0]
        told = F.pixel_shuffle(self.out(torch.cat([code.float(), cells], 1)), _BLOCKS)
        return (told.float() - F.adaptive_avg_pool2d(picture, (_BLOCKS * y, _BLOCKS * x))).abs().mean()


def fresh(seed: int, channels: int, lights: int) -> tuple[Tokenizer, Decoder]:
    """An untrained encoder and base decoder; the same seed gives the same weights.

    The encoder starts out looking at the picture, hardly at the guides: 41 channels of guides against 3 of colour
    would fill its first bits with what the decoder knows already, and the decoder would learn not to listen.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        tokenizer, decoder = Tokenizer(channels, lights), Decoder(channels, lights)
    with torch.no_grad():
        tokenizer.stem.weight[:, :3] *= 3.0
        tokenizer.stem.weight[:, 4:] *= 0.1
    return tokenizer, decoder


def _felt(x: Tensor, share: float) -> Tensor:
    """`x`, whose gradient reaches what made it at `share` of its size."""
    return x * share + x.detach() * (1 - share)


def code_of(
    tokenizer: Tokenizer, quantised: Quantised, grids: Grids, seen: corrupt.Tokens, draw: torch.Generator
) -> Tensor:
    """The code [b 12 y x] of what `seen` leaves of the bits; gradients pass to the encoder."""
    code = torch.zeros_like(quantised.code)
    for rung, sign in enumerate(quantised.signs):
        flips = corrupt.uniform(tuple(sign.shape), draw) < seen.flip[:, None, None, None]
        added = tokenizer.raise_grid(torch.where(flips, -sign, sign), rung, grids)
        code = code + added * (seen.keep > rung).float()[:, None, None, None]
    return code


class BaseStage:
    """Trains tokenizer and decoder on a pool; `name` is `base`."""

    name = "base"
    decay = 0.01

    def __init__(
        self, pool: Pool | Mixture, options: BaseOptions, parts: tuple[Tokenizer, Decoder] | None = None
    ) -> None:
        self.pool, self.options = pool, options
        self.full_rate = options.full_rate
        tokenizer, decoder = parts or fresh(options.seed, pool.channels, pool.lights)
        self._modules = nn.ModuleDict(
            {"tokenizer": tokenizer, "decoder": decoder, "balance": Balance(), "hint": Hint(pool.channels)}
        )
        self.tokenizer, self.decoder = tokenizer, decoder
        tokenizer.requires_grad_(not options.frozen)
        quicken(decoder)

    @property
    def modules(self) -> nn.ModuleDict:
        """tokenizer, decoder, and what only training needs: balance, hint."""
        return self._modules

    def read(self, step: int, generator: torch.Generator) -> Raw:  # noqa: ARG002  # the loop's signature
        """A batch of the pool as bytes."""
        return self.pool.draw(self.options.batch, generator)

    def loss(
        self,
        batch: Raw,
        step: int,
        generator: torch.Generator,
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """Painting, balanced over modes, plus the prices of the bits."""
        device = generator.device
        opened = batch.open(device)
        opened, null = self._without_guides(opened)
        grids = grids_of(opened.picture)
        with torch.set_grad_enabled(not self.options.frozen):
            z = self.tokenizer.encode(opened.picture, opened.guides)
            quantised = self.tokenizer.quantise(z, grids, None, self.options.dither, generator)
        settled = min(1.0, step / self.options.settle)
        code = self._code(z, null, quantised, grids, settled, generator)
        each, mode = self._paint(opened, null, code, generator)
        painting = self._modules["balance"](each, mode)
        one_step = each[mode == 0]
        figures = {
            "painting": painting.detach(),
            "one_step": one_step.mean().detach() if len(one_step) else each.mean().detach(),
        }
        if self.options.frozen:
            return painting, figures
        priced, prices = self._prices(opened, quantised, settled)
        return painting + priced, {**figures, **prices}

    def _prices(
        self, opened: Batch, quantised: Quantised, settled: float
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """What the bits cost the encoder: surprise, distance from z, uncertainty; and the hint while young."""
        o = self.options
        # The predictor learns at full weight whatever a bit costs; the encoder feels the cost alone.
        inputs = tuple(_felt(x, settled * o.rate) for x in quantised.inputs)
        signs = tuple(_felt(x, settled * o.rate) for x in quantised.signs)
        price = rate(signs, self.tokenizer.predictor(inputs, opened.guides, opened.light))
        total = price + o.commitment * quantised.commitment + o.entropy * quantised.entropy
        hint = self._modules["hint"](quantised.code, opened.guides, opened.picture)
        total = total + o.hint * (1 - settled) * hint
        figures = {
            "rate": price.detach(),
            "hint": hint.detach(),
            "commitment": quantised.commitment.detach(),
            "entropy": quantised.entropy.detach(),
        }
        return total, figures

    def _without_guides(self, batch: Batch) -> tuple[Batch, Tensor]:
        """The batch with every `null`th picture's guides and light set to zero, and which those are [b]."""
        count = len(batch.picture)
        null = torch.arange(count, device=batch.picture.device) % self.options.null == self.options.null - 1
        guides, light = batch.guides, batch.light * (~null[:, None])
        guides[null] = 0.0
        edges = batch.edges
        if edges is not None:
            shown = ~null[edges.at[:, 0]]
            edges = Edges(edges.at[shown], edges.samples[shown])
        return Batch(batch.picture, guides, light, batch.changed, batch.words, edges), null

    def _code(
        self,
        z: Tensor,
        null: Tensor,
        quantised: Quantised,
        grids: Grids,
        settled: float,
        generator: torch.Generator,
    ) -> Tensor:
        """What the decoder hears of each picture's tokens, [b 12 y x]."""
        o = self.options
        seen = corrupt.tokens(len(z), len(grids), null, generator, o.early.towards(o.late, settled))
        code = code_of(self.tokenizer, quantised, grids, seen, generator)
        soft = corrupt.uniform((len(z),), generator) < o.soft * (1 - settled)
        soft = soft & (seen.keep == len(grids))
        return torch.where(soft[:, None, None, None], z.float(), code)

    def _paint(
        self, batch: Batch, null: Tensor, code: Tensor, generator: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        """Each picture's loss [b] and the number of its mode [b]."""
        b, _, h, w = batch.picture.shape
        t = training_times(b, generator, generator.device, self.options.one)
        noise = torch.randn(batch.picture.shape, generator=generator, device=generator.device)
        mask = corrupt.region(b, (h, w), self.options.known, generator)
        known = torch.cat([batch.picture * mask, mask], 1)
        painted = self.decoder(
            mix(batch.picture, noise, t), t, batch.guides, batch.light, code, known, batch.edges
        )
        weight = losses.emphasis(batch.changed, self.options.extra)
        offset = torch.randint(0, losses.BLOCK, (2,), generator=generator, device=generator.device).tolist()
        ones = int((t == 1).sum())
        each = torch.cat([
            losses.one_step(painted[:ones], batch.picture[:ones], weight[:ones], (offset[0], offset[1])),
            losses.velocity(painted[ones:], batch.picture[ones:], weight[ones:], t[ones:]),
        ])  # fmt: skip
        return each, 2 * null.long() + (t < 1).long()

    @torch.no_grad()
    def evaluate(self, averaged: nn.ModuleDict, to: Path | None) -> dict[str, float]:
        """Held-out decibels on changed pixels with true tokens, without tokens, without guides; sharpness.

        The sheet's columns: traced, carried by true tokens, without tokens, by tokens alone.
        """
        tokenizer, decoder = cast(Tokenizer, averaged["tokenizer"]), cast(Decoder, averaged["decoder"])
        device = next(decoder.parameters()).device
        rows = self.pool.held_out_rows()[: self.options.held_out]
        columns: list[list[Tensor]] = [[], [], [], [], []]
        prices: list[float] = []
        for start in range(0, len(rows), 16):
            batch = self.pool.read(rows[start : start + 16]).open(device)
            painted, price = paint_three_ways(tokenizer, decoder, batch, seeded(0, start, 2, device))
            prices.append(price)
            for column, pictures in zip(columns, (batch.picture, *painted, batch.changed), strict=True):
                column.append(pictures.float().cpu())
        traced, carry, bare, alone, changed = (torch.cat(column) for column in columns)
        if to is not None:
            sheet([x[:8] for x in (traced, carry, bare, alone)], to)
        return {
            "carry": changed_psnr(carry, traced, changed),
            "bare": changed_psnr(bare, traced, changed),
            "alone": changed_psnr(alone, traced, changed),
            "whole": changed_psnr(carry, traced, torch.ones_like(changed)),
            "energy": gradient_energy(carry, traced, changed),
            "energy_bare": gradient_energy(bare, traced, changed),
            "price": sum(prices) / max(1, len(prices)),
        }

    def shipping(self, averaged: nn.ModuleDict) -> Shipping:
        """Encoder and decoder, under the averaged encoder's own version."""
        version = encoder_version(averaged["tokenizer"])
        stop = last_side(self.pool.largest)
        return Shipping(("tokenizer", "decoder"), version, self.pool.side, stop, self.options.batch)


def paint_three_ways(
    tokenizer: Tokenizer, decoder: Decoder, batch: Batch, generator: torch.Generator
) -> tuple[tuple[Tensor, Tensor, Tensor], float]:
    """One-step pictures with true tokens, without tokens, by tokens alone; and the price of a bit."""
    noise = torch.randn(batch.picture.shape, generator=generator, device=generator.device)
    t = torch.ones(len(noise), device=noise.device)
    grids = grids_of(batch.picture)
    told = tokenizer.quantise(tokenizer.encode(batch.picture, batch.guides), grids)
    carry = decoder(noise, t, batch.guides, batch.light, told.code, edges=batch.edges)
    bare = decoder(noise, t, batch.guides, batch.light, edges=batch.edges)
    nothing, dark = torch.zeros_like(batch.guides), torch.zeros_like(batch.light)
    blind = tokenizer.quantise(tokenizer.encode(batch.picture), grids)
    alone = decoder(noise, t, nothing, dark, blind.code)
    price = rate(told.signs, tokenizer.predictor(told.inputs, batch.guides, batch.light))
    return (carry, bare, alone), float(price)
