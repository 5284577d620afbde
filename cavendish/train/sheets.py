"""Contact sheets a person can judge: rows of pictures side by side as one PNG."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from cavendish.errors import FileError

_GAP = 4


def sheet(columns: Sequence[Tensor], path: Path, enlarge: int = 1) -> None:
    """`path` holds a PNG: one row a picture, one column a way of painting it.

    Columns are pictures [b 3 h w] in −1..1.

    Raises FileError when it cannot be written.
    """
    b, _, h, w = columns[0].shape
    canvas = torch.full((3, b * (h + _GAP) - _GAP, len(columns) * (w + _GAP) - _GAP), 0.1)
    for x, column in enumerate(columns):
        for y, picture in enumerate(column.detach().float().cpu()):
            top, left = y * (h + _GAP), x * (w + _GAP)
            canvas[:, top : top + h, left : left + w] = picture
    pixels = ((canvas.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8).permute(1, 2, 0).contiguous().numpy()
    image = Image.fromarray(pixels)
    if enlarge > 1:
        image = image.resize((image.width * enlarge, image.height * enlarge), Image.Resampling.NEAREST)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(aside, "PNG")
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise FileError(f"{path}: the contact sheet could not be written ({error})") from error
