"""Blocks are compiled for a trial, kept where steps are faster, and undone where they are not or where it fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from torch import nn

from cavendish.errors import TrainError
from cavendish.models.layers import Residual
from cavendish.train import compiling
from cavendish.train.compiling import TIMED, WARM, Trial

STEPS = WARM + TIMED
pytestmark = pytest.mark.filterwarnings("ignore")  # the compiler's own


class Inner(nn.Module):
    compiles = True

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(3))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * self.weight


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Iterator[nn.Sequential]:
    monkeypatch.setattr(compiling, "BACKEND", "eager")  # traced as ever, nothing built
    yield nn.Sequential(Inner(), nn.Linear(3, 3), Inner())
    torch.compiler.set_stance("default")


def run(trial: Trial, net: nn.Sequential, seconds: tuple[float, float]) -> list[str]:
    """What is said in all steps of a trial that take so many seconds each, plain and compiled."""
    said: list[str] = []
    for _ in range(2 * STEPS + 5):
        trial.step(lambda: net(torch.ones(2, 3)).sum().backward())
        said.append(trial.took(seconds[trial.compiled]))
    return said


@pytest.mark.slow
def test_blocks_stay_compiled_where_steps_are_faster(net: nn.Sequential) -> None:
    trial = Trial(net)
    said = run(trial, net, (1.0, 0.5))
    assert [(i, word) for i, word in enumerate(said) if word] == [
        (2 * STEPS - 1, "2 blocks are compiled: steps are 2.00 times as fast with it")
    ]
    assert trial.compiled
    plain = nn.Sequential(Inner(), nn.Linear(3, 3), Inner())
    plain.load_state_dict(net.state_dict())
    x = torch.randn(4, 3)
    assert torch.allclose(net(x), plain(x))


def test_blocks_are_left_alone_where_that_does_not_pay(net: nn.Sequential) -> None:
    trial = Trial(net)
    said = run(trial, net, (1.0, 0.99))
    assert [word for word in said if word] == [
        "2 blocks are not compiled: steps are 1.01 times as fast with it"
    ]
    assert not trial.compiled


def test_a_compiler_that_fails_costs_one_step(net: nn.Sequential, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no compiler here")

    monkeypatch.setattr(compiling, "BACKEND", broken)
    torch._dynamo.reset()
    trial = Trial(net)
    said = [word for word in run(trial, net, (1.0, 0.5)) if word]
    assert len(said) == 1
    assert said[0].startswith("blocks are not compiled: ")
    assert not trial.compiled
    assert net(torch.ones(1, 3)).shape == (1, 3)


def test_an_error_of_the_steps_own_is_not_hidden(net: nn.Sequential) -> None:
    trial = Trial(net)

    def failing() -> None:
        raise TrainError("loss: not finite")

    with pytest.raises(TrainError, match="not finite"):
        trial.step(failing)
    with pytest.raises(ZeroDivisionError):
        trial.step(lambda: 1 / 0)


def test_nothing_is_tried_where_no_block_can_be_compiled() -> None:
    trial = Trial(nn.Linear(2, 2))
    assert not any(trial.took(1.0) for _ in range(2 * STEPS))
    assert not trial.compiled


def test_a_runs_blocks_are_those_of_its_parts(tmp_path: Path) -> None:
    from cavendish.models.backbone import Backbone
    from cavendish.models.decoder import Decoder

    for part, least in ((Decoder(), 6), (Backbone(), 6)):
        assert len(Trial(part)._blocks) >= least
    assert Residual.compiles
