"""A checkpoint is the new one or the old one, and nothing else is ever opened."""

import pickle
from pathlib import Path

import pytest
import torch

from cavendish.errors import FileError, TrainError
from cavendish.train import checkpoints

CPU = torch.device("cpu")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "run.pt"
    checkpoints.write(path, {"step": 3, "a": {"b": torch.arange(3)}, "minutes": 1.5})
    state = checkpoints.read(path, CPU)
    assert state["step"] == 3
    assert torch.equal(state["a"]["b"], torch.arange(3))
    assert [p.name for p in path.parent.iterdir()] == ["run.pt"]


def test_a_failed_write_leaves_the_old_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    checkpoints.write(path, {"step": 1})
    with pytest.raises((FileError, AttributeError, pickle.PicklingError)):
        checkpoints.write(path, {"step": lambda: None})
    assert checkpoints.read(path, CPU)["step"] == 1


def test_a_folder_that_cannot_be_written_is_a_file_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="checkpoint"):
        checkpoints.write(tmp_path / "file" / "run.pt", {"step": 1})


def test_a_foreign_file_is_refused_without_running_it(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    path.write_bytes(pickle.dumps({"step": Path("x")}))
    with pytest.raises(TrainError, match="not a checkpoint"):
        checkpoints.read(path, CPU)
