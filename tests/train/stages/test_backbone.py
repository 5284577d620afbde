"""The backbone learns bits and plans, told bits cost nothing, and texts come in a fixed share of the steps."""

from pathlib import Path

import pytest
import torch

from cavendish.models.decoder import Decoder
from cavendish.models.tokenizer import Tokenizer
from cavendish.train.events import Step
from cavendish.train.feed import seeded
from cavendish.train.loop import Budget, train
from cavendish.train.pool import Pool, Raw
from cavendish.train.stages.backbone import BackboneOptions, BackboneStage, Texts, texts_of, told_bits
from cavendish.train.texts import text_pairs

Frozen = tuple[Tokenizer, Decoder]


def stage_of(pool: Pool, frozen: Frozen, options: BackboneOptions) -> BackboneStage:
    return BackboneStage(pool, options, frozen, text_pairs(pool.folder))


def test_texts_are_prompt_then_plan_then_padding() -> None:
    texts = texts_of([([1, 2], [7, 8, 9]), ([3], [7])])
    assert texts.ids.tolist() == [[1, 2, 7, 8, 9], [3, 7, -1, -1, -1]]
    assert texts.plan.tolist() == [[False, False, True, True, True], [False, True, False, False, False]]


def test_texts_take_their_share_of_the_steps_evenly(small_pool: Pool, frozen: Frozen) -> None:
    stage = stage_of(small_pool, frozen, BackboneOptions(text=0.25))
    reads = [stage.reads_text(step) for step in range(100)]
    assert sum(reads) == 25
    assert all(sum(reads[i : i + 4]) == 1 for i in range(0, 100, 4))
    assert isinstance(stage.read(reads.index(True), seeded(0, 0, 0)), Texts)
    assert isinstance(stage.read(reads.index(False), seeded(0, 0, 0)), Raw)


def test_told_bits_are_right_where_told_and_absent_elsewhere() -> None:
    generator = seeded(0, 0, 0)
    targets = tuple(torch.rand(200, 12, n, n, generator=generator) < 0.5 for n in (1, 2, 4))
    told = told_bits(targets, (64, 64), 0.4, generator)
    for bits, known in zip(targets, told, strict=True):
        mask = known[:, 12:]
        assert torch.equal(known[:, :12], (bits.float() * 2 - 1) * mask)
    share = torch.stack([known[:, 12:].flatten(1).any(1) for known in told]).any(0).float().mean()
    assert 0.15 < share.item() < 0.45


def test_the_first_bits_of_coarse_grids_are_told_to_learn_what_follows_from_them() -> None:
    generator = seeded(0, 0, 0)
    targets = tuple(torch.rand(400, 12, n, n, generator=generator) < 0.5 for n in (1, 2, 4))
    told = told_bits(targets, (64, 64), 0.2, generator, 0.5)
    for bits, known in zip(targets, told, strict=True):
        heard, whole = known[:, :12] != 0, known[:, 12:].flatten(1).any(1)
        assert torch.equal(known[:, :12], (bits.float() * 2 - 1) * heard)
        first = heard[~whole].flatten(2)
        assert torch.equal(first.any(2), first.all(2))  # in every cell or in none
        assert bool((first[:, 1:] <= first[:, :-1]).all())  # none that does not know those before it
        share = float(first.any((1, 2)).float().mean())
        assert share == 0 if bits.shape[-1] == 4 else 0.35 < share < 0.55


@pytest.mark.slow
def test_it_learns_plans_and_bits(small_pool: Pool, frozen: Frozen, tmp_path: Path) -> None:
    options = BackboneOptions(batch=4, texts=8, text=0.5, held_out=2, held_texts=8, flip=0.0, known=0.0)
    stage = stage_of(small_pool, frozen, options)
    events = list(train(stage, Budget(steps=60, report_steps=1, warm_steps=10, autocast=False), tmp_path))
    steps = [event for event in events if isinstance(event, Step)]
    text = [step.figures["text"] for step in steps if "text" in step.figures]
    bits = [step.figures["bits"] for step in steps if "bits" in step.figures]
    assert text[-1] < 0.3 * text[0]
    assert sum(bits[-5:]) / 5 < 0.68
    assert stage.shipping(stage.modules).parts == ("backbone",)


def test_frozen_parts_stay_as_they_are(small_pool: Pool, frozen: Frozen) -> None:
    stage = stage_of(small_pool, frozen, BackboneOptions(batch=2, text=0.0))
    loss, figures = stage.loss(stage.read(0, seeded(0, 0, 0)), 0, seeded(0, 0, 1))
    loss.backward()
    assert all(p.grad is None for part in frozen for p in part.parameters())
    assert 0.5 < float(figures["bits"]) < 1.0
