"""Arrays in files are mapped whole or refused."""

from pathlib import Path

import numpy as np
import pytest

from cavendish.errors import FileError
from cavendish.train.mapped import mapped


def test_a_mapped_file_holds_its_numbers_and_cannot_be_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.f32"
    np.arange(6, dtype=np.float32).tofile(path)
    array = mapped(path, np.float32, (2, 3))
    assert array.tolist() == [[0, 1, 2], [3, 4, 5]]
    with pytest.raises(ValueError, match="read-only"):
        array[0, 0] = 1


@pytest.mark.parametrize("size", [None, 20])
def test_a_missing_or_short_file_is_refused(tmp_path: Path, size: int | None) -> None:
    path = tmp_path / "a.f32"
    if size is not None:
        path.write_bytes(bytes(size))
    with pytest.raises(FileError, match="24 bytes"):
        mapped(path, np.float32, (2, 3))
