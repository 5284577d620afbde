"""Checkpoints of a run: written aside, synced, renamed, so a crash leaves the old or the new."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import torch

from cavendish.errors import FileError, TrainError


def write(path: Path, state: dict[str, Any]) -> None:
    """`state` (tensors, numbers, text, lists and dicts of them) is at `path`, synced.

    Raises FileError when it cannot be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as file:
            torch.save(state, file)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        _sync_folder(path.parent)
    except (OSError, RuntimeError) as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise FileError(
            f"{path}: the checkpoint could not be written ({error})", "another --out, or more space"
        ) from error


def read(path: Path, device: torch.device) -> dict[str, Any]:
    """The state that `write` left, its tensors on `device`; nothing in the file is ever executed.

    Raises TrainError when the file is not such a checkpoint.
    """
    try:
        return cast(dict[str, Any], torch.load(path, map_location=device, weights_only=True))
    except Exception as error:
        raise TrainError(
            f"{path}: not a checkpoint of ours ({type(error).__name__})", "another --out"
        ) from error


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
