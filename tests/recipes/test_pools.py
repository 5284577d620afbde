"""Pools are filled by several processes, kept, and gone on with."""

import json
from pathlib import Path

import pytest

from cavendish.errors import TrainError
from cavendish.recipes.pools import Supply, fill, ready
from cavendish.train.events import Waiting


@pytest.mark.slow
def test_a_pool_is_filled_and_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CAVENDISH_THREADS", "2")
    supply = Supply("pool", side=32, count=3)
    folder = tmp_path / "pool"
    said = list(fill(folder, supply, 60.0))
    assert ready(folder) == 3
    assert said[-1] == Waiting("pool", 3, 3)
    assert json.loads((folder / "meta.json").read_text())["count"] == 3
    before = (folder / "picture.u8").read_bytes()
    assert list(fill(folder, supply, 60.0))[-1] == Waiting("pool", 3, 3)
    assert (folder / "picture.u8").read_bytes() == before


def test_without_minutes_nothing_is_filled(tmp_path: Path):
    with pytest.raises(TrainError, match="minutes: expected more than 0"):
        next(fill(tmp_path, Supply("pool", 32, 1), 0))
    assert ready(tmp_path) == 0
