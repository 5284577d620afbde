"""What is held is what the pool holds; samples that come late or are renewed follow, and none is ever half of two."""

import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from cavendish.errors import TrainError
from cavendish.train.held import Held
from cavendish.train.pool import Pool, Raw

CPU = torch.device("cpu")


def draw(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


@pytest.fixture
def folder(pool_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pool_folder, tmp_path / "pool"))


def renewed(folder: Path, row: int, turn: int) -> None:
    """The row holds another sample, every byte of which is `turn`, written as `stream.fill` writes it."""
    done = np.memmap(folder / "done.i8", np.int8, "r+")
    done[row] = 0
    for name in ("picture", "guides"):
        data = np.memmap(folder / f"{name}.u8", np.uint8, "r+").reshape(16, -1)
        data[row] = turn
    with (folder / "plans.jsonl").open("a") as file:
        file.write(json.dumps({"row": row, "turn": turn, "words": [turn] * 3}) + "\n")
    done[row] = turn


def same(one: Raw, other: Raw) -> bool:
    pairs = [(one.picture, other.picture), (one.guides, other.guides), (one.light, other.light)]
    assert one.edges is not None
    assert other.edges is not None
    assert one.changed is not None
    assert other.changed is not None
    pairs += [(one.changed, other.changed), *zip(one.edges, other.edges, strict=True)]
    return all(torch.equal(a, b) for a, b in pairs) and one.words.tolist() == other.words.tolist()


def test_what_is_held_is_what_the_pool_holds(pool_folder: Path) -> None:
    pool = Pool(pool_folder)
    held = Held(pool, CPU, 100)
    assert held.renew(5) == 5
    assert held.renew(100) == 9  # the tail is not training's
    assert held.renew(100) == 0
    rows = held.rows()
    assert sorted(rows.tolist()) == pool.rows().tolist()
    picks, mirror = torch.tensor([13, 0, 7]), torch.tensor([True, False, True])
    taken = held.picked(picks, mirror)
    assert same(taken, pool.read(rows[picks.numpy()], mirror))
    assert torch.equal(taken.mirror, mirror)
    batch = taken.open(CPU)
    assert torch.equal(batch.picture, pool.read(rows[picks.numpy()], mirror).open(CPU).picture)


def test_a_pool_that_holds_draws_what_it_would_draw_from_disk(pool_folder: Path) -> None:
    disk, memory = Pool(pool_folder), Pool(pool_folder)
    assert memory.hold(CPU, 100) == 14
    seen = {row.tobytes() for row in disk.draw(200, draw(1)).picture.numpy()}
    assert {row.tobytes() for row in memory.draw(200, draw(2)).picture.numpy()} == seen


def test_no_more_are_held_than_asked_for(pool_folder: Path) -> None:
    pool = Pool(pool_folder)
    assert pool.hold(CPU, 3) == 3
    seen = {row.tobytes() for row in pool.draw(50, draw(0)).picture.numpy()}
    assert seen == {row.tobytes() for row in pool.read(pool.rows()[:3]).picture.numpy()}


@pytest.mark.parametrize("holds", [True, False])
def test_samples_that_come_late_or_are_renewed_follow(folder: Path, holds: bool) -> None:
    done = np.zeros(16, np.int8)
    done[[2, 14, 15]] = 1
    done.tofile(folder / "done.i8")
    pool = Pool(folder)
    if holds:
        assert pool.hold(CPU, 100) == 1
    assert set(pool.draw(9, draw(0)).picture.flatten(1).amax(1).tolist()) != {7}
    renewed(folder, 2, 7)
    renewed(folder, 5, 9)
    drawn = pool.draw(40, draw(1))
    assert set(drawn.picture.flatten().tolist()) == {7, 9}
    assert {tuple(row) for row in drawn.words.tolist()} == {(7, 7, 7), (9, 9, 9)}


@pytest.mark.parametrize("holds", [True, False])
def test_no_sample_is_half_of_two_while_a_pool_is_renewed(folder: Path, holds: bool) -> None:
    for row in range(14):
        renewed(folder, row, 1)
    pool, stop = Pool(folder), threading.Event()
    if holds:
        pool.hold(CPU, 100)

    def write() -> None:
        turn = 1
        while not stop.is_set():
            turn = turn % 126 + 2
            for row in range(0, 14, 2):
                renewed(folder, row, turn)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        seen = [pool.draw(3, draw(seed)) for seed in range(150)]
    finally:
        stop.set()
        writer.join()
    for raw in seen:
        told = raw.words[:, 0].tolist()
        assert [set(row.tolist()) for row in raw.picture.flatten(1)] == [{turn} for turn in told]
        assert [set(row.tolist()) for row in raw.guides.flatten(1)] == [{turn} for turn in told]
    assert len({int(turn) for raw in seen for turn in raw.words[:, 0]}) > 1


def test_a_pool_that_is_never_whole_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(folder)
    whole: Callable[..., tuple[Raw, np.ndarray]] = pool.whole
    monkeypatch.setattr(pool, "whole", lambda *given: (whole(*given)[0], np.zeros(2, np.int8)))
    with pytest.raises(TrainError, match="being renewed"):
        pool.draw(2, draw(0))
