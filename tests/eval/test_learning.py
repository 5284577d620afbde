"""The loop learns, and goes on from where it was broken off to where it would have come."""

from pathlib import Path

import pytest
import torch
from torch import nn

from cavendish.eval import learning
from cavendish.eval.learning import learn


def fit(net: nn.Linear):
    """The loss of y = 3x, from numbers of the step's own."""

    def loss_at(step: int):
        x = torch.randn(8, 1, generator=torch.Generator().manual_seed(step))
        loss = ((net(x) - 3 * x) ** 2).mean()
        return loss, f"loss {loss.item():.2f}"

    return loss_at


def fresh() -> nn.Linear:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return nn.Linear(1, 1)


def test_it_lowers_the_loss_and_says_so() -> None:
    net = fresh()
    said = list(learn(net, fit(net), 1e9, 0.3, steps=100))
    assert [event.step for event in said] == [25, 50, 75, 100]
    assert abs(float(net.weight.detach()) - 3) < 0.2
    assert "loss" in said[0].what


def test_a_run_that_is_broken_off_goes_on_from_its_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "KEPT_EVERY", 0.0)
    net = fresh()
    running = learn(net, fit(net), 1e9, 0.3, tmp_path / "net.part", steps=60)
    next(running)
    del running  # as when the process is stopped
    kept = torch.load(tmp_path / "net.part", weights_only=True)
    assert kept["step"] == 25
    other = fresh()
    *_, last = learn(other, fit(other), 1e9, 0.3, tmp_path / "net.part", steps=60)
    assert last.what.startswith("step 50")
    assert torch.load(tmp_path / "net.part", weights_only=True)["step"] == 60
    assert abs(float(other.weight.detach()) - 3) < abs(float(kept["net"]["weight"]) - 3) + 0.1
