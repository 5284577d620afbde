"""A contact sheet shows every picture where it belongs."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from cavendish.errors import FileError
from cavendish.train.sheets import sheet


def test_rows_are_pictures_and_columns_ways_of_painting(tmp_path: Path) -> None:
    black, white = torch.full((2, 3, 8, 10), -1.0), torch.full((2, 3, 8, 10), 1.0)
    white[1] = 0
    path = tmp_path / "sheets" / "a.png"
    sheet([black, white], path)
    pixels = np.asarray(Image.open(path))
    assert pixels.shape == (8 * 2 + 4, 10 * 2 + 4, 3)
    assert pixels[2, 3].tolist() == [0, 0, 0]
    assert pixels[2, 20].tolist() == [255, 255, 255]
    assert pixels[18, 20].tolist() == [128, 128, 128]


def test_a_folder_that_cannot_be_made_is_a_file_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="contact sheet"):
        sheet([torch.zeros(1, 3, 4, 4)], tmp_path / "file" / "a.png")
