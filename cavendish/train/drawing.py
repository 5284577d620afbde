"""Encoder, backbone and decoder together: bits written grid by grid, then one step of painting."""

from collections.abc import Sequence

import torch
from torch import Tensor

from cavendish.models.backbone import Backbone, Scene, see
from cavendish.models.decoder import Decoder
from cavendish.models.ladder import Grids, cells_in, ladder_of
from cavendish.models.tokenizer import Tokenizer
from cavendish.sampling.scales import Draw, write
from cavendish.train.pool import Batch


def grids_of(picture: Tensor) -> Grids:
    """The ladder of pictures [b 3 h w]: its last grid has a cell for every 16×16 pixels."""
    return ladder_of(-(-picture.shape[-2] // 16), -(-picture.shape[-1] // 16))


def scene_of(batch: Batch, grids: Grids, drop: Tensor | None = None) -> Scene:
    """What the backbone sees of a batch: pooled guides, light and, where the pool has them, plan words."""
    words = batch.words if batch.words.shape[1] else None
    return see(batch.guides, batch.light, grids, words, drop)


@torch.no_grad()
def written_code(
    backbone: Backbone,
    tokenizer: Tokenizer,
    scene: Scene,
    seeds: Sequence[int],
    draw: Draw,
    prefix: Sequence[Tensor] = (),
) -> Tensor:
    """The code [b 12 y x] that the backbone writes for the scene, its first grids fixed to the bits of `prefix`."""
    grids = tuple((cell.shape[-2], cell.shape[-1]) for cell in scene.cells)
    device = scene.light.device
    cache = backbone.begin(scene, cells_in(grids))

    def look(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        logits = backbone.step(rung, coarser.to(device), scene, cache, known)
        return logits.float()

    given: list[Tensor | None] = [_fixed(bits) for bits in prefix]
    given += [None] * (len(grids) - len(given))
    code = torch.zeros(len(seeds), 12, *grids[-1], device=device)
    for written in write(
        look, lambda sign, rung: tokenizer.raise_grid(sign, rung, grids), grids, seeds, draw, given
    ):
        code = written.code
    return code


@torch.no_grad()
def painted(decoder: Decoder, batch: Batch, code: Tensor | None, generator: torch.Generator) -> Tensor:
    """The batch's pictures [b 3 h w] painted in one step from noise, with a code or without tokens."""
    noise = torch.randn(batch.picture.shape, generator=generator, device=generator.device)
    return decoder(
        noise, torch.ones(len(noise), device=noise.device), batch.guides, batch.light, code, edges=batch.edges
    )


def _fixed(bits: Tensor) -> Tensor:
    """Bits [b 12 y x] as the sampler takes fixed ones: ±1, then a mask of ones, [b 13 y x]."""
    sign = bits.float() * 2 - 1
    return torch.cat([sign, torch.ones_like(sign[:, :1])], 1)
