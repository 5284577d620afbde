"""The loop resumes exactly, survives NaN, saves when it is stopped, and keeps to its budget."""

from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from cavendish.errors import TrainError
from cavendish.train import checkpoints
from cavendish.train.events import Evaluated, Saved, Started, Step, Stopped
from cavendish.train.export import Release, Shipping
from cavendish.train.loop import Budget, train

CPU = torch.device("cpu")


class Line:
    """A line through noisy points, with a running buffer and randomness in the loss."""

    name = "line"
    full_rate = 0.05
    decay = 0.0

    def __init__(self, spoil: frozenset[int] = frozenset()) -> None:
        with torch.random.fork_rng():
            torch.manual_seed(0)
            self._modules = nn.ModuleDict({"line": nn.Linear(3, 1), "norm": nn.BatchNorm1d(3)})
        self.spoil = spoil

    @property
    def modules(self) -> nn.ModuleDict:
        return self._modules

    def read(self, step: int, generator: torch.Generator) -> Tensor:  # noqa: ARG002  # the loop's signature
        return torch.randn(16, 3, generator=generator)

    def loss(self, batch: Tensor, step: int, generator: torch.Generator) -> tuple[Tensor, dict[str, Tensor]]:
        noise = torch.randn(16, 1, generator=generator) * 0.1
        target = batch @ torch.tensor([[1.0], [-2.0], [0.5]]) + noise
        loss = (self._modules["line"](self._modules["norm"](batch)) - target).square().mean()
        return loss * (float("nan") if step in self.spoil else 1.0), {"error": loss.detach()}

    def evaluate(self, averaged: nn.ModuleDict, to: Path | None) -> dict[str, float]:
        del to
        return {"first": float(averaged["line"](torch.eye(3))[0])}

    def shipping(self, averaged: nn.ModuleDict) -> Shipping:
        del averaged
        return Shipping(("line",), "e", 8, 1, 16)


def last(folder: Path) -> dict[str, Tensor]:
    state = checkpoints.read(folder / "line.pt", CPU)
    tensors = {f"m.{k}": v for k, v in state["modules"].items()}
    tensors |= {f"a.{k}": v for k, v in state["averaged"].items()}
    for number, slot in state["optimiser"]["state"].items():
        tensors |= {f"o.{number}.{k}": v for k, v in slot.items()}
    return tensors


def budget(steps: int = 40, **more: float) -> Budget:
    return Budget(steps=steps, report_steps=1, warm_steps=5, autocast=False, **more)  # type: ignore[arg-type]  # a budget by name


def test_interrupted_and_resumed_equals_uninterrupted(tmp_path: Path) -> None:
    whole = list(train(Line(), budget(), tmp_path / "whole"))
    assert isinstance(whole[-1], Stopped)
    for stop in (7, 19):
        run = train(Line(), budget(), tmp_path / "parts")
        for event in run:
            if isinstance(event, Step) and event.step == stop:
                break
        run.close()  # type: ignore[attr-defined]  # a generator
    rest = list(train(Line(), budget(), tmp_path / "parts"))
    assert isinstance(rest[0], Started)
    assert rest[0].step == 19
    a, b = last(tmp_path / "whole"), last(tmp_path / "parts")
    assert a.keys() == b.keys()
    assert all(torch.equal(a[name], b[name]) for name in a)


def test_it_learns_and_says_so(tmp_path: Path) -> None:
    events = list(train(Line(), budget(steps=150), tmp_path, resume=False))
    steps = [event for event in events if isinstance(event, Step)]
    assert steps[-1].loss < 0.1 * steps[0].loss
    assert steps[-1].progress == 1
    assert any(isinstance(event, Evaluated) for event in events)
    assert any(isinstance(event, Saved) and event.path.exists() for event in events)


def test_a_step_without_a_finite_gradient_changes_nothing(tmp_path: Path) -> None:
    events = list(train(Line(frozenset({3, 4})), budget(steps=10), tmp_path))
    assert [event.skipped for event in events if isinstance(event, Step)][-1] == 2
    assert all(bool(torch.isfinite(value.float()).all()) for value in last(tmp_path).values())


def test_a_run_that_stays_non_finite_gives_up(tmp_path: Path) -> None:
    with pytest.raises(TrainError, match="finite"):
        list(train(Line(frozenset(range(100))), budget(steps=60), tmp_path))


def test_a_budget_of_minutes_ends(tmp_path: Path) -> None:
    limited = Budget(minutes=0.004, report_steps=1, autocast=False)
    events = list(train(Line(), limited, tmp_path))
    assert isinstance(events[-1], Stopped)
    assert 0.004 <= events[-1].minutes < 0.2
    again = list(train(Line(), limited, tmp_path))
    assert not [event for event in again if isinstance(event, Step)]


def test_a_checkpoint_of_another_stage_or_seed_is_refused(tmp_path: Path) -> None:
    list(train(Line(), budget(steps=2), tmp_path))
    with pytest.raises(TrainError, match="seed 1"):
        list(train(Line(), budget(steps=2, seed=1), tmp_path))
    other = Line()
    other.modules["line"] = nn.Linear(3, 2)
    with pytest.raises(TrainError, match="shapes"):
        list(train(other, budget(steps=2), tmp_path))


def test_a_budget_without_minutes_or_steps_is_refused() -> None:
    with pytest.raises(TrainError, match="neither"):
        Budget().progress(0, 0.0)


def test_averaged_weights_ship_with_their_header(tmp_path: Path) -> None:
    release = Release(tmp_path / "weights", "test", "abc", samples=100)
    events = list(train(Line(), budget(steps=4), tmp_path, release=release))
    shipped = [event.path for event in events if isinstance(event, Saved) and event.weights]
    assert shipped == [tmp_path / "weights" / "line.safetensors"]
    from cavendish.models.checkpoint import read

    tensors, header = read(shipped[0])
    assert header.samples == 100 + 4 * 16
    assert header.encoder == "e"
    averaged = checkpoints.read(tmp_path / "line.pt", CPU)["averaged"]
    assert torch.equal(tensors["weight"], averaged["line.weight"].to(torch.bfloat16))
