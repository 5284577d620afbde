"""The decoder is trained on bits that the backbone drew, while encoder and backbone stay still."""

import pytest
import torch

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.decoder import Decoder
from cavendish.models.tokenizer import Tokenizer
from cavendish.train.feed import seeded
from cavendish.train.pool import Pool
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
