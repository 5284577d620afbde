"""Drawn codes keep the bits they are given and depend on each picture's own seed."""

import numpy as np
import torch

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.sampling.scales import Draw
from cavendish.train.drawing import grids_of, painted, scene_of, written_code
from cavendish.train.feed import seeded
from cavendish.train.pool import Pool
from cavendish.train.stages.backbone import fresh_backbone
from cavendish.train.stages.base import fresh

CPU = torch.device("cpu")


def test_given_all_bits_the_code_is_the_pictures_own(small_pool: Pool) -> None:
    batch = small_pool.read(np.arange(2)).open(CPU)
    tokenizer, decoder = fresh(0, GUIDES, LIGHTS)
    backbone = fresh_backbone(0, GUIDES, LIGHTS)
    grids = grids_of(batch.picture)
    assert grids[-1] == (2, 2)
    with torch.no_grad():
        told = tokenizer.quantise(tokenizer.encode(batch.picture, batch.guides), grids)
    scene = scene_of(batch, grids)
    code = written_code(backbone, tokenizer, scene, (1, 2), Draw(), told.bits)
    assert torch.allclose(code, told.code, atol=1e-5)
    first = written_code(backbone, tokenizer, scene, (1, 2), Draw(greedy=0))
    other = written_code(backbone, tokenizer, scene, (1, 3), Draw(greedy=0))
    assert torch.equal(first[0], other[0])
    assert not torch.equal(first[1], other[1])
    with torch.no_grad():
        picture = painted(decoder, batch, code, seeded(0, 0, 2))
    assert picture.shape == batch.picture.shape
