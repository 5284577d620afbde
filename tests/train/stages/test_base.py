"""Encoder and decoder learn together, no mode outweighs another, and what ships loads strictly."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from cavendish.models.checkpoint import load
from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.train import corrupt
from cavendish.train.drawing import grids_of
from cavendish.train.events import Saved, Step
from cavendish.train.export import Release
from cavendish.train.feed import seeded
from cavendish.train.loop import Budget, train
from cavendish.train.pool import Pool, Raw
from cavendish.train.stages.base import Balance, BaseOptions, BaseStage, code_of, fresh

CPU = torch.device("cpu")


class OneBatch(BaseStage):
    """The same four pictures for ever."""

    def read(self, step: int, generator: torch.Generator) -> Raw:
        return super().read(step, generator.manual_seed(1))


def test_modes_weigh_alike_whatever_their_losses() -> None:
    balance = Balance(2)
    mode = torch.tensor([0, 0, 1, 1])
    for _ in range(3):
        balance(torch.tensor([1.0, 1.0, 5.0, 5.0]), mode)
    each = torch.tensor([1.0, 1.0, 5.0, 5.0], requires_grad=True)
    balance(each, mode).backward()
    assert each.grad is not None
    assert (each.grad * each.detach()).tolist() == pytest.approx([0.25] * 4)


def test_a_loss_that_is_not_finite_leaves_the_balance_alone() -> None:
    balance = Balance(1)
    balance(torch.tensor([2.0]), torch.tensor([0]))
    balance(torch.tensor([float("nan")]), torch.tensor([0]))
    assert balance.mean.tolist() == [2.0]


def test_equal_seeds_give_equal_weights() -> None:
    a, b = fresh(3, GUIDES, LIGHTS)[0], fresh(3, GUIDES, LIGHTS)[0]
    assert all(torch.equal(x, y) for x, y in zip(a.parameters(), b.parameters(), strict=True))


def test_all_tokens_unspoiled_are_the_code_itself_and_none_are_zeros(small_pool: Pool) -> None:
    tokenizer, _ = fresh(0, GUIDES, LIGHTS)
    batch = small_pool.draw(3, seeded(0, 0, 0)).open(CPU)
    grids = grids_of(batch.picture)
    told = tokenizer.quantise(tokenizer.encode(batch.picture, batch.guides), grids)
    seen = corrupt.Tokens(torch.tensor([len(grids), 0, 1]), torch.zeros(3))
    code = code_of(tokenizer, told, grids, seen, seeded(0, 0, 1))
    assert torch.allclose(code[0], told.code[0], atol=1e-6)
    assert not bool(code[1].any())
    assert torch.allclose(code[2], tokenizer.raise_grid(told.signs[0], 0, grids)[2], atol=1e-6)


def test_gradients_reach_every_weight_of_encoder_decoder_and_predictor(small_pool: Pool) -> None:
    stage = BaseStage(small_pool, BaseOptions(batch=6, null=3, settle=1))
    with torch.no_grad():  # heads start at zero, and nothing before a zero can learn in the first step
        for parameter in stage.modules.parameters():
            parameter.add_(0.01 * torch.randn(parameter.shape, generator=seeded(0, 0, 0)))
    loss, _ = stage.loss(stage.read(1, seeded(0, 1, 0)), 1, seeded(0, 1, 1))
    loss.backward()
    still = [
        name
        for name, p in stage.modules.named_parameters()
        if not name.startswith("hint") and (p.grad is None or not bool(p.grad.any()))
    ]
    assert still in ([], ["tokenizer.predictor.light.bias"])


@pytest.mark.slow
def test_it_overfits_one_batch_and_ships(small_pool: Pool, tmp_path: Path) -> None:
    stage = OneBatch(small_pool, BaseOptions(batch=4, null=4, known=0.0, one=1.0, held_out=2, settle=1))
    budget = Budget(steps=60, report_steps=1, warm_up=0.1, warm_steps=10, autocast=False)
    events = list(train(stage, budget, tmp_path, release=Release(tmp_path / "weights", "test")))
    losses = [event.figures["one_step"] for event in events if isinstance(event, Step)]
    assert sum(losses[-5:]) < 0.4 * sum(losses[:5])
    shipped = [event.path.name for event in events if isinstance(event, Saved) and event.weights]
    assert shipped == ["tokenizer.safetensors", "decoder.safetensors"]
    tokenizer, decoder = fresh(9, GUIDES, LIGHTS)
    header = load(tmp_path / "weights" / "tokenizer.safetensors", tokenizer, "tokenizer")
    load(tmp_path / "weights" / "decoder.safetensors", decoder, "decoder", header.encoder)
    assert header.samples == 240
    assert (tmp_path / "base.png").exists()


def test_figures_of_equal_weights_are_equal(small_pool: Pool) -> None:
    stage = BaseStage(small_pool, replace(BaseOptions(), held_out=2))
    stage.modules.eval()
    assert stage.evaluate(stage.modules, None) == stage.evaluate(stage.modules, None)
