"""A folder of a user's own pictures: captions beside them or listed, and what is missing is named."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cavendish.errors import FileError, TrainError
from cavendish.train.album import captions, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for k, (name, size) in enumerate((("b.png", (90, 70)), ("a.jpg", (64, 96)))):
        Image.new("RGB", size, (10 + k, 200, 30)).save(tmp_path / name, quality=100)
        (tmp_path / name).with_suffix(".txt").write_text(f"  a red\ncup {k} ")
    return tmp_path


def test_pictures_are_squares_in_the_order_of_their_names(folder: Path) -> None:
    album = opened(folder, 32)
    assert album.pictures.shape == (2, 3, 32, 32)
    assert album.captions == ("a red cup 1", "a red cup 0")
    assert album.pictures[1, :, 5, 5].tolist() == [10, 200, 30]


def test_the_middle_is_kept(tmp_path: Path) -> None:
    pixels = np.zeros((64, 192, 3), np.uint8)
    pixels[:, 64:128] = 255
    for name in ("a", "b"):
        Image.fromarray(pixels).save(tmp_path / f"{name}.png")
        (tmp_path / f"{name}.txt").write_text("a cup")
    assert bool((opened(tmp_path, 64).pictures == 255).all())


def test_captions_may_be_listed(folder: Path) -> None:
    (folder / "metadata.jsonl").write_text(json.dumps({"file_name": "b.png", "text": "a blue dog"}) + "\n\n")
    assert captions(folder) == {folder / "b.png": "a blue dog"}


def test_what_is_no_album_is_told(folder: Path) -> None:
    with pytest.raises(FileError, match="no such file"):
        captions(folder / "none")
    (folder / "a.txt").write_text(" \n")
    with pytest.raises(TrainError, match=r"a\.jpg: expected a caption, got nothing"):
        captions(folder)
    (folder / "a.txt").unlink()
    with pytest.raises(TrainError, match=r"expected a caption beside it, got none; try: a\.txt"):
        captions(folder)
    (folder / "a.jpg").unlink()
    with pytest.raises(TrainError, match="pictures with captions, got 1"):
        opened(folder, 32)
    (folder / "metadata.jsonl").write_text('{"file_name": "../none.png", "text": "x"}')
    with pytest.raises(TrainError, match="line 1: expected a picture"):
        captions(folder)
    (folder / "metadata.jsonl").write_text("[]")
    with pytest.raises(TrainError, match="line 1: expected file_name and text"):
        captions(folder)


def test_damaged_and_tiny_pictures_are_told(folder: Path) -> None:
    (folder / "a.jpg").write_bytes(b"\xff\xd8 no picture")
    with pytest.raises(FileError):
        opened(folder, 32)
    Image.new("RGB", (200, 20)).save(folder / "a.jpg")
    with pytest.raises(TrainError, match="at least 64 × 64 pixels, got 200 × 20"):
        opened(folder, 32)
