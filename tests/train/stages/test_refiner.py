"""The refiner learns to add what the level below lacks, and is told what was done to it."""

from pathlib import Path

import pytest
import torch

from cavendish.models.decoder import Decoder
from cavendish.models.tokenizer import Tokenizer
from cavendish.train.events import Evaluated
from cavendish.train.feed import seeded
from cavendish.train.loop import Budget, train
from cavendish.train.pool import Pool
from cavendish.train.stages.refiner import RefinerOptions, RefinerStage

Frozen = tuple[Tokenizer, Decoder]
CPU = torch.device("cpu")


def test_the_level_below_is_as_large_as_the_crop_and_its_ratio_in_range(
    small_pool: Pool, frozen: Frozen
) -> None:
    stage = RefinerStage(small_pool, RefinerOptions(batch=4), frozen, 144)
    batch = small_pool.draw(4, seeded(0, 0, 0)).open(CPU)
    for seed in range(3):
        below = stage.below(batch, seeded(seed, 0, 1))
        assert below.picture.shape == batch.picture.shape
        assert 1.2 <= below.ratio <= 2.1
        assert below.code.shape == (4, 12, 8, 8)
        assert float(below.noise.min()) >= 0
        assert float(below.noise.max()) <= 0.1


def test_a_clean_level_below_has_no_noise_and_the_highest_ratio(small_pool: Pool, frozen: Frozen) -> None:
    stage = RefinerStage(small_pool, RefinerOptions(batch=2), frozen, 144)
    below = stage.below(small_pool.draw(2, seeded(0, 0, 0)).open(CPU), seeded(0, 0, 1), clean=True)
    assert below.ratio == 2
    assert not bool(below.noise.any())


def test_a_level_of_its_own_is_what_the_refiner_painted_there(small_pool: Pool, frozen: Frozen) -> None:
    stage = RefinerStage(small_pool, RefinerOptions(batch=2), frozen, 144)
    batch = small_pool.draw(2, seeded(0, 0, 0)).open(CPU)
    once = stage.below(batch, seeded(0, 0, 1), clean=True, twice=True)
    assert once.picture.shape == batch.picture.shape
    assert (once.ratio, bool(once.noise.any())) == (2, False)
    with torch.no_grad():
        assert stage.refiner.free.bias is not None
        stage.refiner.free.bias.add_(0.25)  # an untrained refiner adds nothing of its own but this
    other = stage.below(batch, seeded(0, 0, 1), clean=True, twice=True)
    assert torch.allclose(other.picture, once.picture + 0.25, atol=1e-4)


@pytest.mark.slow
def test_it_learns_and_leaves_encoder_and_decoder_alone(
    small_pool: Pool, frozen: Frozen, tmp_path: Path
) -> None:
    before = [p.clone() for part in frozen for p in part.parameters()]
    stage = RefinerStage(
        small_pool, RefinerOptions(batch=4, held_out=2, real=1.0, one=1.0, noise=0.0), frozen, 144
    )
    first = stage.evaluate(stage.modules, None)
    events = list(train(stage, Budget(steps=60, warm_steps=10, autocast=False), tmp_path))
    done = next(event for event in events if isinstance(event, Evaluated))
    assert done.figures["refined"] > first["refined"] + 0.3
    after = [p for part in frozen for p in part.parameters()]
    assert all(torch.equal(a, b) for a, b in zip(before, after, strict=True))
    assert stage.shipping(stage.modules).base_area == 144
