"""Arrays that live in files: mapped read-only, checked for their length."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from cavendish.errors import FileError


def mapped(path: Path, dtype: npt.DTypeLike, shape: tuple[int, ...]) -> npt.NDArray[Any]:
    """`path` as a read-only array of `shape`. Raises FileError when it is missing or too short."""
    need = int(np.prod(shape)) * np.dtype(dtype).itemsize
    size = path.stat().st_size if path.exists() else 0
    if size < need:
        raise FileError(f"{path}: expected {need} bytes, got {size}", "cavendish train pool")
    return np.memmap(path, dtype=dtype, mode="r", shape=shape)
