"""Pools are filled by several processes, kept, gone on with, and renewed while a run goes on."""

import json
import time
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from cavendish.errors import FileError, RequestError, TrainError
from cavendish.recipes import pools
from cavendish.recipes.pools import Supply, fed, fill, ready
from cavendish.train.events import Event, Noted, Stopped, Waiting
from cavendish.train.pool import Pool
from cavendish.world import device, stream


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


@pytest.mark.slow
def test_a_runs_pools_are_filled_and_the_first_is_renewed_until_it_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CAVENDISH_THREADS", "2")
    first, other = (
        (tmp_path / "pool", Supply("pool", 24, 9)),
        (tmp_path / "crops", Supply("crops", 24, 2, (48,))),
    )
    closed: list[str] = []

    def run() -> Generator[Event]:
        try:
            assert Pool(first[0]).count == 9  # the pool is there before the run begins
            until = time.monotonic() + 120
            while time.monotonic() < until:
                done = np.fromfile(first[0] / "done.i8", np.int8)
                yield Waiting("pool", int((done > 0).sum()), 9)
                if ready(other[0]) == 2 and (done[:8] > 1).any():
                    yield Stopped("pool", 1, 1.0)
                time.sleep(0.1)
        finally:
            closed.append("run")

    with closing(fed(run, (first, other), "cpu")) as events:
        said = next(event for event in events if isinstance(event, Stopped))
    assert said.stage == "pool"
    assert closed == ["run"]
    done = np.fromfile(first[0] / "done.i8", np.int8)
    assert done[8] == 1  # the tail stays what it was
    assert done[:8].max() > 1
    time.sleep(0.5)
    assert np.array_equal(np.fromfile(first[0] / "done.i8", np.int8), done)  # nobody is left who fills it
    assert Pool(first[0]).held_out == stream.held_out(9) == 1


def test_a_filling_that_fails_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pools, "_work", _failing)

    def run() -> Generator[Event]:
        while True:
            time.sleep(0.05)
            yield Waiting("pool", 0, 9)

    with pytest.raises(TrainError, match="filling it failed"):
        list(fed(run, ((tmp_path / "pool", Supply("pool", 24, 9)),), "cpu"))


def _failing(_: object) -> None:
    raise SystemExit(3)


def test_a_pool_of_another_shape_is_not_filled_on(tmp_path: Path):
    next(stream.fill(tmp_path, (24, 24), 3))

    def run() -> Generator[Event]:
        yield Waiting("pool", 0, 9)

    with pytest.raises(FileError, match="expected a pool of 9"):
        next(fed(run, ((tmp_path, Supply("pool", 24, 9)),), "cpu"))


def test_who_meets_the_rays_is_asked_for_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(device, "missing", lambda: "no driver")
    supply = Supply("pool", 24, 3)
    assert next(fill(tmp_path, supply, 1, "auto")) == Noted("rays", "met by the cores: no driver")
    with pytest.raises(RequestError, match="expected an NVIDIA accelerator, got none"):
        next(fill(tmp_path, supply, 1, "cuda"))
    with pytest.raises(RequestError, match="expected one of cpu, cuda, auto, got cudda; try: cuda"):
        next(fill(tmp_path, supply, 1, "cudda"))
