"""Tensors in a file of safetensors, with what it says about itself: written whole or not at all, read strictly."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from cavendish.errors import FileError, WeightsError

About = TypeVar("About")


@dataclass(frozen=True)
class Sort:
    """A sort of file, as its errors speak of it.

    format: what its header must name. name: what is missing where there is no file. holds: what a file should be.
    hint: what to try when it is none. space: what to try when it cannot be written.
    """

    format: str
    name: str
    holds: str
    hint: str
    space: str = "another folder, or more space"


def write(path: Path, sort: Sort, tensors: Mapping[str, Tensor], about: Mapping[str, object]) -> None:
    """The tensors are in `path` in their own types, on disk, with `about` as text; or the file is as it was.

    Raises WeightsError when a value is not finite, FileError when the file cannot be written.
    """
    finite(tensors, path.name, "an earlier checkpoint")
    kept = {name: value.detach().cpu().contiguous() for name, value in tensors.items()}
    metadata = {"format": sort.format, **{name: str(value) for name, value in about.items()}}
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file(kept, aside, metadata)
        aside.chmod(0o644)
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        aside.replace(path)
    except (OSError, SafetensorError) as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise FileError(f"{path}: the {sort.name} could not be written ({error})", sort.space) from error


def read(
    path: Path, sort: Sort, header: Callable[[dict[str, str]], About]
) -> tuple[dict[str, Tensor], About]:
    """Every tensor of the file, and what `header` makes of what it says about itself.

    Raises WeightsError when the file is missing, damaged or of another format, or when `header` finds a name missing
    (KeyError) or a value wrong (ValueError).
    """
    try:
        with safe_open(path, framework="pt") as file:
            about: dict[str, str] = dict(file.metadata() or {})
            tensors: dict[str, Tensor] = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 -- no mapping
    except FileNotFoundError as error:
        raise WeightsError(f"{sort.name}: expected {path}, got no such file", sort.hint) from error
    except (SafetensorError, OSError, ValueError) as error:
        raise WeightsError(f"{path.name}: expected {sort.holds}, got {_kind(path)}", sort.hint) from error
    if about.get("format") != sort.format:
        got = about.get("format", "none")
        raise WeightsError(f"{path.name}: expected format {sort.format}, got {got}", sort.hint)
    try:
        return tensors, header(about)
    except (KeyError, ValueError) as error:
        raise WeightsError(f"{path.name}: expected a whole header, got {sorted(about)}", sort.hint) from error


def finite(tensors: Mapping[str, Tensor], source: str, hint: str) -> None:
    """Every value is a finite number of a floating type; otherwise WeightsError about `source`, with `hint`."""
    for name, value in tensors.items():
        if not value.is_floating_point() or not bool(torch.isfinite(value).all()):
            what = f"{source}: expected finite weights, got NaN or infinity in {name}"
            raise WeightsError(what, hint)


def fill(net: nn.Module, tensors: Mapping[str, Tensor], source: str, sort: Sort) -> None:
    """The net's parameters are the tensors, which are its own by name and shape; otherwise WeightsError on `source`."""
    wanted = {name: value.shape for name, value in net.named_parameters()}
    if wanted != {name: value.shape for name, value in tensors.items()}:
        raise WeightsError(f"{source}: expected the {sort.name}'s own tensors, got other names or shapes")
    finite(tensors, source, sort.hint)
    net.load_state_dict({name: value.float() for name, value in tensors.items()})


def _kind(path: Path) -> str:
    """What the file at `path` seems to be."""
    try:
        with path.open("rb") as file:
            start = file.read(2)
    except OSError as error:
        return error.strerror or "an unreadable file"
    if start == b"PK" or start[:1] == b"\x80":
        return "a pickle, which is never opened"
    return "an empty file" if not start else "a damaged or foreign file"
