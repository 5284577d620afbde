"""Tensors in files: on disk whole or not at all, and read only when they are what was asked for."""

import os
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from cavendish.errors import FileError, WeightsError
from cavendish.models import stored
from cavendish.models.stored import Sort

SORT = Sort("sums-1", "sums", "a file of sums", "count again", "another drawer")
TENSORS = {"a": torch.arange(6.0).reshape(2, 3), "b": torch.ones(4, dtype=torch.bfloat16)}


def count(about: dict[str, str]) -> int:
    return int(about["count"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "deep" / "sums.safetensors"
    stored.write(file, SORT, TENSORS, {"count": 3})
    return file


def test_what_is_written_is_read_in_its_own_types(path: Path) -> None:
    tensors, counted = stored.read(path, SORT, count)
    assert counted == 3
    assert tensors.keys() == TENSORS.keys()
    for name, value in TENSORS.items():
        assert tensors[name].dtype == value.dtype
        assert torch.equal(tensors[name], value)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_transposed_view_is_written_as_it_looks(path: Path) -> None:
    stored.write(path, SORT, {"a": TENSORS["a"].T.requires_grad_()}, {"count": 1})
    assert torch.equal(load_file(path)["a"], TENSORS["a"].detach().T)


def test_the_bytes_are_on_disk_before_the_name_is_theirs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, synced = path.read_bytes(), []
    sync = os.fsync

    def seen(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_size)
        assert path.read_bytes() == before
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", seen)
    stored.write(path, SORT, {"a": torch.zeros(64)}, {"count": 1})
    assert synced == [path.stat().st_size]


def test_what_is_not_finite_is_not_written_and_the_file_stays(path: Path) -> None:
    before = path.read_bytes()
    for bad in (float("nan"), float("inf")):
        with pytest.raises(WeightsError, match="expected finite weights, got NaN or infinity in b"):
            stored.write(path, SORT, {**TENSORS, "b": torch.tensor([1.0, bad])}, {})
    assert path.read_bytes() == before


def test_whole_numbers_are_no_weights() -> None:
    stored.finite(TENSORS, "sums", "count again")
    with pytest.raises(WeightsError, match=r"sums: expected finite weights.*in n; try: count again"):
        stored.finite({"n": torch.ones(2, dtype=torch.int32)}, "sums", "count again")


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match=r"the sums could not be written .*; try: another drawer"):
        stored.write(tmp_path / "file" / "sums.safetensors", SORT, TENSORS, {})
    (tmp_path / "taken").mkdir()
    with pytest.raises(FileError, match="could not be written"):
        stored.write(tmp_path / "taken", SORT, TENSORS, {})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "taken"]


def test_what_is_not_ours_is_told_by_what_it_is(path: Path, tmp_path: Path) -> None:
    def refused(told: str, file: Path = path) -> None:
        with pytest.raises(WeightsError, match=f"{told}.*; try: count again"):
            stored.read(file, SORT, count)

    refused("sums: expected .*none, got no such file", tmp_path / "none")
    refused("expected a file of sums, got Is a directory", tmp_path)
    path.write_bytes(b"")
    refused("expected a file of sums, got an empty file")
    path.write_bytes(b"\x80\x04 and so on")
    refused("got a pickle, which is never opened")
    torch.save(TENSORS, path)
    refused("got a pickle, which is never opened")
    path.write_text("hello")
    refused("got a damaged or foreign file")
    for about, told in (
        (None, "expected format sums-1, got none"),
        ({"format": "sums-2", "count": "3"}, "expected format sums-1, got sums-2"),
        ({"format": "sums-1"}, r"expected a whole header, got \['format'\]"),
        ({"format": "sums-1", "count": "many"}, r"expected a whole header, got \['count', 'format'\]"),
    ):
        save_file(TENSORS, path, about)
        refused(told)
