"""A folder of a user's own pictures with captions: NAME.jpg beside NAME.txt, or a metadata.jsonl.

Shapes: n pictures of s × s pixels.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from jaxtyping import UInt8
from torch import Tensor

from cavendish.errors import FileError, TrainError, clip
from cavendish.image import FORMATS, read_text

LISTED = "metadata.jsonl"
LEAST, MOST = 2, 2000
SMALLEST = 64


@dataclass(frozen=True)
class Album:
    """The pictures, cut to squares, [n 3 s s], and what each is said to show."""

    pictures: UInt8[Tensor, "n 3 s s"]
    captions: tuple[str, ...]


def opened(folder: Path, side: int) -> Album:
    """Every captioned picture of the folder, its middle square at `side` pixels, in the order of their names.

    Raises FileError when the folder or a picture cannot be read, TrainError when there are fewer than two pictures,
    one has no caption or is smaller than 64 pixels.
    """
    said = captions(folder)
    if not LEAST <= len(said) <= MOST:
        raise TrainError(
            f"{clip(folder)}: expected {LEAST} to {MOST} pictures with captions, got {len(said)}",
            "pictures as NAME.jpg, each beside NAME.txt",
        )
    squares = [_square(path, side) for path in said]
    return Album(torch.from_numpy(np.stack(squares)).permute(0, 3, 1, 2).contiguous(), tuple(said.values()))


def captions(folder: Path) -> dict[Path, str]:
    """The folder's pictures and their captions: as metadata.jsonl lists them, else from the texts beside them."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in FORMATS)
    except OSError as error:
        raise FileError(f"cannot read {clip(folder)}: {(error.strerror or str(error)).lower()}") from error
    if (folder / LISTED).exists():
        return _listed(folder)
    said: dict[Path, str] = {}
    for path in files:
        beside = path.with_suffix(".txt")
        if not beside.exists():
            raise TrainError(f"{clip(path)}: expected a caption beside it, got none", beside.name)
        said[path] = _caption(read_text(beside), path)
    return said


def _listed(folder: Path) -> dict[Path, str]:
    said: dict[Path, str] = {}
    for number, line in enumerate(read_text(folder / LISTED).splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            name, words = str(raw["file_name"]), str(raw["text"])
        except (ValueError, TypeError, KeyError) as error:
            got = f"{LISTED} line {number}: expected file_name and text, got {clip(line)}"
            raise TrainError(got, '{"file_name": "a.jpg", "text": "a red cup"}') from error
        path = folder / name
        if path.suffix.lower() not in FORMATS or not path.is_file():
            raise TrainError(f"{LISTED} line {number}: expected a picture, got {clip(name)}")
        said[path] = _caption(words, path)
    return said


def _caption(words: str, path: Path) -> str:
    words = " ".join(words.split())
    if not words:
        raise TrainError(f"{clip(path)}: expected a caption, got nothing", "what it shows, in words")
    return words


def _square(path: Path, side: int) -> UInt8[np.ndarray, "s s 3"]:
    from PIL import Image

    from cavendish.image import read

    pixels = read(path)
    least = min(pixels.shape[:2])
    if least < SMALLEST:
        wide, high = pixels.shape[1], pixels.shape[0]
        raise TrainError(
            f"{clip(path)}: expected at least {SMALLEST} × {SMALLEST} pixels, got {wide} × {high}"
        )
    top, left = (pixels.shape[0] - least) // 2, (pixels.shape[1] - least) // 2
    cut = Image.fromarray(pixels[top : top + least, left : left + least])
    return np.asarray(cut.resize((side, side), Image.Resampling.LANCZOS))
