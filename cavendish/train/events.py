"""What a training run says while it runs: typed, frozen, printed by whoever listens."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Waiting:
    """The pool holds `ready` finished samples and the stage wants `needed` before it starts."""

    stage: str
    ready: int
    needed: int


@dataclass(frozen=True)
class Started:
    """A stage begins (or goes on at `step`) with `parameters` trainable numbers."""

    stage: str
    step: int
    minutes: float
    parameters: int


@dataclass(frozen=True)
class Step:
    """One optimiser step is done.

    `minutes` of training time were used so far; `figures` are this step's losses.
    """

    stage: str
    step: int
    minutes: float
    progress: float
    loss: float
    seconds: float
    skipped: int
    figures: dict[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True)
class Evaluated:
    """Held-out figures of the averaged weights, and the contact sheet that shows them."""

    stage: str
    step: int
    minutes: float
    figures: dict[str, float]
    sheet: Path | None = None


@dataclass(frozen=True)
class Saved:
    """A checkpoint (or, with `weights`, the shipped form of the averaged weights) is safely on the disk."""

    stage: str
    step: int
    path: Path
    weights: bool = False


@dataclass(frozen=True)
class Gated:
    """The figure a stage must reach before the next one is worth its minutes, and whether it did."""

    stage: str
    figure: str
    value: float
    bar: float
    passed: bool


@dataclass(frozen=True)
class Noted:
    """What a person should know of how it is done: something is not to be had, and what is done instead."""

    stage: str
    words: str


@dataclass(frozen=True)
class Stopped:
    """The stage used up its minutes (or steps)."""

    stage: str
    step: int
    minutes: float


Event = Waiting | Started | Step | Evaluated | Saved | Gated | Noted | Stopped
