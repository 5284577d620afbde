"""The decoder is trained on bits that the backbone drew, while encoder and backbone stay still."""

from typing import Any

import pytest
import torch

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.decoder import Decoder
from cavendish.models.tokenizer import Tokenizer
from cavendish.train.feed import seeded
from cavendish.train.pool import Pool
from cavendish.train.stages import own_bits
from cavendish.train.stages.backbone import fresh_backbone
from cavendish.train.stages.own_bits import OwnBitsStage, OwnOptions


@pytest.mark.parametrize("own", [0.0, 1.0])
def test_only_the_decoder_learns(small_pool: Pool, frozen: tuple[Tokenizer, Decoder], own: float) -> None:
    backbone = fresh_backbone(0, GUIDES, LIGHTS)
    stage = OwnBitsStage(small_pool, OwnOptions(batch=2, own=own), (*frozen, backbone))
    loss, _ = stage.loss(stage.read(0, seeded(0, 0, 0)), 0, seeded(0, 0, 1))
    loss.backward()
    assert all(p.grad is None for part in (frozen[0], backbone) for p in part.parameters())
    assert any(p.grad is not None and bool(torch.any(p.grad != 0)) for p in frozen[1].parameters())
    assert set(stage.modules.keys()) == {"decoder", "balance"}


def test_the_coarse_grids_keep_what_they_say(
    small_pool: Pool, frozen: tuple[Tokenizer, Decoder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bits are drawn for finer grids alone: at least the told share of the ladder is the picture's own."""
    kept: list[float] = []

    def written(*given: Any) -> torch.Tensor:
        scene, prefix = given[2], given[5]
        kept.append(len(prefix) / len(scene.cells))
        grid = scene.cells[-1].shape[-2:]
        return torch.zeros(2, 12, *grid)

    monkeypatch.setattr(own_bits, "written_code", written)
    stage = OwnBitsStage(
        small_pool, OwnOptions(batch=2, own=1.0, told=0.5), (*frozen, fresh_backbone(0, GUIDES, LIGHTS))
    )
    for step in range(12):
        stage.loss(stage.read(step, seeded(0, step, 0)), step, seeded(0, step, 1))
    assert all(0.5 <= share < 1 for share in kept)
    assert len(kept) == 12
