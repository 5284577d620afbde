"""The plan words of a pool's samples: ids beside the pictures, or its plans encoded once each."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from cavendish.train.mapped import mapped


class PlanWords:
    """Plan words by row: `words.i16` when the pool carries ids, else its plans encoded once each."""

    def __init__(self, folder: Path, count: int) -> None:
        ids = folder / "words.i16"
        size = ids.stat().st_size // 2 // max(1, count) if ids.exists() else 0
        self._ids = mapped(ids, np.int16, (count, size)) if size else None
        self._folder = folder
        self._known: dict[int, tuple[int, list[int]]] = {}
        self._offsets: dict[Path, int] = {}

    def of(self, rows: npt.NDArray[np.int64], turns: npt.NDArray[np.integer] | None = None) -> Tensor:
        """Ids [b l] of the rows, padded with −1; l = 0 where no row has a plan.

        With `turns` [b] those of the samples that the rows hold by then: a sample that is renewed is of another turn.
        """
        if self._ids is not None:
            return torch.from_numpy(self._ids[rows].astype(np.int64))
        asked = np.ones(len(rows), np.int64) if turns is None else turns
        if any(self._known.get(int(row), (0, []))[0] != turn for row, turn in zip(rows, asked, strict=True)):
            self._read()
        found = [self._known.get(int(row), (0, []))[1] for row in rows]
        longest = max((len(ids) for ids in found), default=0)
        padded = [ids + [-1] * (longest - len(ids)) for ids in found]
        return torch.tensor(padded, dtype=torch.int64).reshape(len(found), longest)

    def _read(self) -> None:
        """Encodes the whole new lines of every `plans*.jsonl`; each names its row."""
        for path in sorted(self._folder.glob("plans*.jsonl")):
            with path.open("rb") as file:
                file.seek(self._offsets.get(path, 0))
                for line in file:
                    if not line.endswith(b"\n"):
                        break
                    self._offsets[path] = self._offsets.get(path, 0) + len(line)
                    record = json.loads(line)
                    self._known[int(record["row"])] = int(record.get("turn", 1)), _encoded(record)


def write_words(folder: Path, count: int) -> Path:
    """`words.i16` holds every plan's ids, for machines that cannot read plans; returns its path."""
    words = PlanWords(folder, count).of(np.arange(count))
    path = folder / "words.i16"
    path.write_bytes(words.to(torch.int16).numpy().tobytes())
    return path


def _encoded(record: dict[str, Any]) -> list[int]:
    """The ids of one line: its own "words", else what the painter hears of its plan."""
    if "words" in record:
        return [int(word) for word in record["words"]]
    from cavendish.plan import prose

    return prose.encode_record(record)
