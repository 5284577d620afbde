"""From a run to what ships: averaged weights as bfloat16 files whose headers say where they come from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import nn

from cavendish.models.checkpoint import Header, save


@dataclass(frozen=True)
class Shipping:
    """What a stage ships: module names, the encoder they speak to, picture side, last grid, batch size."""

    parts: tuple[str, ...]
    encoder: str
    base_area: int
    stop: int
    batch: int


@dataclass(frozen=True)
class Release:
    """Where weights go and what made them; `samples` counts what earlier runs had seen."""

    folder: Path
    recipe: str
    commit: str = ""
    samples: int = 0


def encoder_version(tokenizer: nn.Module) -> str:
    """Eight hexadecimal digits that change with any shipped weight of the encoder."""
    digest = hashlib.sha256()
    for name, value in sorted(tokenizer.named_parameters()):
        digest.update(name.encode())
        rounded = value.detach().to("cpu", torch.bfloat16).contiguous()
        digest.update(rounded.view(torch.int16).numpy().tobytes())
    return digest.hexdigest()[:8]


@dataclass(frozen=True)
class Reached:
    """How far a run is: steps, minutes on its device, held-out figures."""

    step: int
    minutes: float = 0.0
    figures: Mapping[str, float] = field(default_factory=dict[str, float])


def ship(averaged: nn.ModuleDict, what: Shipping, release: Release, reached: Reached) -> list[Path]:
    """Every part is at `release.folder/<part>.safetensors`, whole, and says how far it came; returns the paths.

    Raises WeightsError when a weight is not finite, FileError when a file cannot be written.
    """
    paths: list[Path] = []
    for part in what.parts:
        path = release.folder / f"{part}.safetensors"
        header = Header(
            part=part,
            recipe=release.recipe,
            commit=release.commit,
            samples=release.samples + reached.step * what.batch,
            encoder=what.encoder,
            base_area=what.base_area,
            stop=what.stop,
            minutes=round(reached.minutes, 2),
            scores=", ".join(f"{name} {value:.3f}" for name, value in reached.figures.items()),
        )
        save(path, averaged[part], header)
        paths.append(path)
    return paths


def commit_of(folder: Path) -> str:
    """The first 12 digits of the commit that `folder` or one above it has checked out, or nothing."""
    for each in (folder, *folder.parents):
        head = each / ".git" / "HEAD"
        if head.is_file():
            text = head.read_text().strip()
            branch = head.parent / text.removeprefix("ref: ")
            text = branch.read_text().strip() if text.startswith("ref: ") and branch.is_file() else text
            return "" if text.startswith("ref: ") else text[:12]
    return ""
