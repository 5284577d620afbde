"""The one training loop: every stage runs through it and resumes from its last checkpoint exactly."""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import torch
from torch import Tensor, nn

from cavendish.errors import TrainError
from cavendish.train import checkpoints
from cavendish.train.compiling import Trial
from cavendish.train.events import Evaluated, Event, Noted, Saved, Started, Step, Stopped
from cavendish.train.export import Reached, Release, Shipping, ship
from cavendish.train.feed import Feed, seeded
from cavendish.train.optim import WARM_UP, Average, optimiser, rate

_PATIENCE = 25  # steps in a row without a finite gradient before the run gives up


@runtime_checkable
class Stage(Protocol):
    """What is learned: the modules that move, the batches they see, the loss, and the held-out figures."""

    name: str
    full_rate: float
    decay: float

    @property
    def modules(self) -> nn.ModuleDict:
        """Everything that is trained, saved and averaged."""
        ...

    def read(self, step: int, generator: torch.Generator) -> object:
        """The raw batch of a step, read ahead in a thread: disk and memory copies only, no arithmetic."""
        ...

    def loss(self, batch: Any, step: int, generator: torch.Generator) -> tuple[Tensor, dict[str, Tensor]]:
        """The number to descend, and named figures of the step."""
        ...

    def evaluate(self, averaged: nn.ModuleDict, to: Path | None) -> dict[str, float]:
        """Held-out figures of the averaged modules; rows of pictures are written to `to`."""
        ...

    def shipping(self, averaged: nn.ModuleDict) -> Shipping:
        """Which of the averaged modules ship, and what their headers say."""
        ...


@dataclass(frozen=True)
class Budget:
    """How long a stage runs: by `minutes` of wall clock or, for tests and comparisons, by `steps`."""

    minutes: float | None = None
    steps: int | None = None
    seed: int = 0
    warm_up: float = WARM_UP
    warm_steps: int = 100  # on a busy machine a share of the minutes may be a handful of steps
    average: float = 0.999
    clip: float = 1.0
    save_minutes: float = 2.0
    evaluate_minutes: float = 6.0
    report_steps: int = 10
    autocast: bool = True
    compiled: bool = False  # blocks are compiled where that pays

    def progress(self, step: int, minutes: float) -> float:
        """0 at the start, 1 when the budget is used up."""
        if self.steps is not None:
            return step / self.steps
        if self.minutes is None:
            raise TrainError("budget: expected minutes or steps, got neither")
        return minutes / self.minutes


def _channels_last(modules: nn.Module) -> None:
    """Convolutions' weights lie as their pictures do, channels last."""
    for parameter in modules.parameters():
        if parameter.ndim == 4:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)


class _Run:
    """The state of a run between steps: modules, optimiser, average, and how far it got."""

    def __init__(self, stage: Stage, budget: Budget, device: torch.device) -> None:
        self.stage, self.budget, self.device = stage, budget, device
        self.modules = stage.modules.to(device).train()
        _channels_last(self.modules)
        self.parameters = [p for p in self.modules.parameters() if p.requires_grad]
        self.optimiser = optimiser(self.modules, stage.full_rate, stage.decay)
        self.average = Average(self.modules, budget.average)
        self.step = self.skipped = self.bad = 0
        self.used = 0.0
        self.began = time.monotonic()

    @property
    def minutes(self) -> float:
        """Wall-clock minutes of this stage, earlier runs included."""
        return self.used + (time.monotonic() - self.began) / 60

    def state(self) -> dict[str, Any]:
        """Everything that the next step depends on; randomness is a function of seed and step."""
        return {
            "stage": self.stage.name,
            "modules": self.modules.state_dict(),
            "averaged": self.average.modules.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "skipped": self.skipped,
            "minutes": self.minutes,
            "seed": self.budget.seed,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """The run goes on where `state` was taken.

        Raises TrainError when it is of another stage, shape or seed.
        """
        if state.get("stage") != self.stage.name or state.get("seed") != self.budget.seed:
            raise TrainError(
                f"checkpoint: expected stage {self.stage.name} with seed {self.budget.seed}, "
                f"got {state.get('stage')} with seed {state.get('seed')}",
                "another --out",
            )
        try:
            self.modules.load_state_dict(state["modules"])
            self.average.modules.load_state_dict(state["averaged"])
            self.optimiser.load_state_dict(state["optimiser"])
        except (KeyError, ValueError, RuntimeError) as error:
            raise TrainError(
                f"checkpoint: its shapes are not this model's ({error})", "another --out"
            ) from error
        self.step, self.skipped = int(state["step"]), int(state["skipped"])
        self.used, self.began = float(state["minutes"]), time.monotonic()

    def advance(self, batch: object) -> tuple[Tensor, dict[str, Tensor]]:
        """One optimiser step; without a finite gradient nothing changes but the count of skipped ones."""
        ahead = self.step + (self.budget.steps is not None)
        share = rate(self.budget.progress(ahead, self.minutes), self.budget.warm_up)
        share *= min(1.0, (self.step + 1) / self.budget.warm_steps)
        for group in self.optimiser.param_groups:
            group["lr"] = self.stage.full_rate * share
        kept = {name: buffer.clone() for name, buffer in self.modules.named_buffers()}
        generator = seeded(self.budget.seed, self.step, 1, self.device)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.budget.autocast):
            loss, figures = self.stage.loss(batch, self.step, generator)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        norm = nn.utils.clip_grad_norm_(self.parameters, self.budget.clip, foreach=True)
        if math.isfinite(float(norm)) and math.isfinite(float(loss.detach())):
            self.optimiser.step()
            self.bad = 0
            self.average.update(self.modules, self.step + 1)
        else:
            self._skip(kept)
        self.step += 1
        return loss.detach(), {
            **figures,
            "gradient": norm.detach(),
            "learning_rate": torch.tensor(share * self.stage.full_rate),
        }

    def _skip(self, kept: dict[str, Tensor]) -> None:
        for name, buffer in self.modules.named_buffers():
            buffer.copy_(kept[name])
        self.skipped += 1
        self.bad += 1
        if self.bad >= _PATIENCE:
            raise TrainError(
                f"{self.stage.name}: no finite gradient in {_PATIENCE} steps running, at step {self.step}",
                "the last checkpoint with a lower rate",
            )


def train(
    stage: Stage,
    budget: Budget,
    folder: Path,
    resume: bool = True,
    device: torch.device | None = None,
    release: Release | None = None,
) -> Iterator[Event]:
    """Trains `stage` until its budget is used up, as a generator of events; closing it early saves first.

    Afterwards `folder/<stage>.pt` holds the whole run and `folder/<stage>.png` its last contact sheet; with a
    `release` the averaged weights are written there after every evaluation, so the best so far can be used.
    With `resume` an earlier run in `folder` goes on: by steps, interrupted and resumed equals uninterrupted
    bit for bit. Raises TrainError when gradients stay non-finite or the checkpoint is not this stage's,
    FileError when it cannot be written.
    """
    run = _Run(stage, budget, device or torch.device("cpu"))
    path = folder / f"{stage.name}.pt"
    if resume and path.exists():
        run.restore(checkpoints.read(path, run.device))
    yield Started(stage.name, run.step, run.minutes, sum(p.numel() for p in run.parameters))
    feed = Feed(stage.read, budget.seed, run.step)
    try:
        yield from _steps(run, feed, path, release)
    except GeneratorExit:
        checkpoints.write(path, run.state())
        raise
    finally:
        feed.close()
    checkpoints.write(path, run.state())
    yield Saved(stage.name, run.step, path)
    yield from _evaluated(run, path, release)
    yield Stopped(stage.name, run.step, run.minutes)


def _steps(run: _Run, feed: Feed[object], path: Path, release: Release | None) -> Iterator[Event]:
    """All steps that the budget leaves, with figures, checkpoints and evaluations as they fall due."""
    budget, name = run.budget, run.stage.name
    saved = evaluated = run.minutes
    batches = iter(feed)
    trial = Trial(run.modules if budget.compiled else nn.Module())
    while budget.progress(run.step, run.minutes) < 1.0:
        began = time.monotonic()
        batch = next(batches)
        read = time.monotonic()
        loss, figures = trial.step(partial(run.advance, batch))
        if decided := trial.took(time.monotonic() - read):
            yield Noted(name, decided)
        if run.step % budget.report_steps == 0:
            values = {key: float(value) for key, value in figures.items()}
            progress = min(1.0, budget.progress(run.step, run.minutes))
            seconds = time.monotonic() - began
            yield Step(name, run.step, run.minutes, progress, float(loss), seconds, run.skipped, values)
        if run.minutes - saved >= budget.save_minutes:
            checkpoints.write(path, run.state())
            saved = run.minutes
            yield Saved(name, run.step, path)
        if run.minutes - evaluated >= budget.evaluate_minutes:
            yield from _evaluated(run, path, release)
            evaluated = run.minutes


def _evaluated(run: _Run, path: Path, release: Release | None) -> Iterator[Event]:
    sheet = path.with_suffix(".png")
    with torch.no_grad(), torch.autocast(run.device.type, torch.bfloat16, enabled=run.budget.autocast):
        figures = run.stage.evaluate(run.average.modules, sheet)
    yield Evaluated(run.stage.name, run.step, run.minutes, figures, sheet)
    if release is not None:
        what, reached = run.stage.shipping(run.average.modules), Reached(run.step, run.minutes, figures)
        for written in ship(run.average.modules, what, release, reached):
            yield Saved(run.stage.name, run.step, written, weights=True)
