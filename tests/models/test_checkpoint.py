"""Weights on disk: whole and ours, or one clear error and nothing changed."""

import pickle
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import nn

from cavendish.errors import FileError, WeightsError
from cavendish.models import checkpoint
from cavendish.models.checkpoint import Header

HEADER = Header("decoder", "cpu", "abc", 1234, "e1", 144, 9)


def layer() -> nn.Linear:
    torch.manual_seed(0)
    return nn.Linear(3, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "decoder.safetensors"
    checkpoint.save(file, layer(), HEADER)
    return file


def rewritten(path: Path, **changes: torch.Tensor | None) -> None:
    """The same file with tensors replaced, or removed where None."""
    tensors, _ = checkpoint.read(path)
    for name, value in changes.items():
        if value is None:
            tensors.pop(name)
        else:
            tensors[name] = value
    metadata = {"format": checkpoint.FORMAT, **{k: str(v) for k, v in HEADER.__dict__.items()}}
    save_file(tensors, path, metadata)


def refused(path: Path, *words: str, encoder: str | None = None) -> None:
    """Loading fails in one line with these words, and the module is as it was."""
    module = layer()
    before = {name: value.clone() for name, value in module.state_dict().items()}
    with pytest.raises(WeightsError) as caught:
        checkpoint.load(path, module, "decoder", encoder)
    assert "\n" not in str(caught.value)
    for word in words:
        assert word in str(caught.value)
    for name, value in module.state_dict().items():
        assert torch.equal(value, before[name])


def test_what_was_saved_is_loaded_rounded_to_bfloat16(path: Path):
    module = nn.Linear(3, 2)
    assert checkpoint.load(path, module, "decoder", "e1") == HEADER
    assert torch.equal(module.weight, layer().weight.bfloat16().float())
    assert all(value.dtype == torch.bfloat16 for value in load_file(path).values())


def test_nothing_but_the_file_is_left_behind(path: Path):
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_missing_file(tmp_path: Path):
    refused(tmp_path / "none.safetensors", "none.safetensors", "no such file")


def test_another_parts_weights(path: Path):
    with pytest.raises(WeightsError, match="refiner"):
        checkpoint.load(path, layer(), "refiner")


def test_another_encoders_weights(path: Path):
    refused(path, "e2", "e1", encoder="e2")


def test_a_value_that_is_not_finite(path: Path):
    for bad in (float("nan"), float("inf")):
        rewritten(path, bias=torch.tensor([0.0, bad], dtype=torch.bfloat16))
        refused(path, "bias", "finite")
    module = layer()
    module.weight.data[0, 0] = float("nan")
    with pytest.raises(WeightsError, match="finite"):
        checkpoint.save(path, module, HEADER)


def test_a_missing_tensor(path: Path):
    rewritten(path, bias=None)
    refused(path, "no bias")


def test_an_unknown_tensor(path: Path):
    rewritten(path, extra=torch.zeros(1))
    refused(path, "unknown extra")


def test_another_shape(path: Path):
    rewritten(path, weight=torch.zeros(2, 4))
    refused(path, "(2, 3)", "(2, 4)")


def test_whole_numbers_are_no_weights(path: Path):
    rewritten(path, bias=torch.zeros(2, dtype=torch.int32))
    refused(path, "bias")


def test_a_pickle_is_never_opened(path: Path):
    path.write_bytes(pickle.dumps({"weight": 1}))
    refused(path, "pickle")
    torch.save(layer().state_dict(), path)
    refused(path, "pickle")


@pytest.mark.parametrize("cut", [0, 1, 9, 100])
def test_a_damaged_file(path: Path, cut: int):
    path.write_bytes(path.read_bytes()[:cut])
    refused(path, "safetensors")


def test_a_foreign_safetensors_file(path: Path):
    save_file({"weight": torch.zeros(2, 3)}, path)
    refused(path, "format")
    save_file({"weight": torch.zeros(2, 3)}, path, {"format": checkpoint.FORMAT, "part": "decoder"})
    refused(path, "header")


def test_a_folder_is_no_file(tmp_path: Path):
    refused(tmp_path)


def test_writing_where_nothing_can_be_written(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="could not be written"):
        checkpoint.save(tmp_path / "file" / "w.safetensors", layer(), HEADER)


def test_a_growing_weight_is_continued_with_zeros_and_no_other():
    class Growing(nn.Linear):
        growing = ("weight",)

    module = Growing(5, 2)
    checkpoint.install(module, dict(layer().named_parameters()))
    assert torch.equal(module.weight[:, :3], layer().weight)
    assert float(module.weight[:, 3:].detach().abs().max()) == 0.0
    with pytest.raises(WeightsError, match="weight"):
        checkpoint.install(nn.Linear(5, 2), dict(layer().named_parameters()))
    with pytest.raises(WeightsError, match="weight"):
        checkpoint.install(Growing(2, 2), dict(layer().named_parameters()))


def test_a_fingerprint_is_of_the_bytes(path: Path):
    first = checkpoint.fingerprint(path)
    assert first == checkpoint.fingerprint(path)
    path.write_bytes(path.read_bytes() + b" ")
    assert checkpoint.fingerprint(path) != first
    with pytest.raises(WeightsError):
        checkpoint.fingerprint(path.parent / "none")
