"""Pools for a recipe: folders of samples of the world, filled by as many processes as there are cores."""

import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np

from cavendish import settings
from cavendish.errors import TrainError
from cavendish.train.events import Event, Waiting

_POLL_SECONDS = 2.0


@dataclass(frozen=True)
class Supply:
    """A pool to fill: `side`² pixels a sample, `count` samples; with `crops`, windows of pictures of those widths."""

    name: str
    side: int
    count: int
    crops: tuple[int, ...] = ()
    seed: int = 0


WHOLE = Supply("pool", side=144, count=24_000)
CROPS = Supply("crops", side=128, count=1600, crops=(256, 416, 640, 1024), seed=7)
_WHOLE_SHARE = 0.8


def prepare(folder: Path, crops: Path, minutes: float) -> Iterator[Event]:
    """Both pools of a recipe hold what `minutes` of every core can make, or all; what is there already is kept."""
    yield from fill(folder, WHOLE, minutes * _WHOLE_SHARE)
    yield from fill(crops, CROPS, minutes * (1 - _WHOLE_SHARE))


def fill(folder: Path, supply: Supply, minutes: float) -> Iterator[Event]:
    """The pool holds what `minutes` can make, or all of it; says how far it is. Closing the generator stops it.

    Raises TrainError when a process that fills it fails.
    """
    if minutes <= 0:
        raise TrainError(f"minutes: expected more than 0, got {minutes:g}", "--minutes 25")
    folder.mkdir(parents=True, exist_ok=True)
    workers = settings.threads()
    until = time.time() + 60 * minutes
    with _working([(folder, supply, worker, workers, until) for worker in range(workers)]) as processes:
        while any(process.is_alive() for process in processes):
            yield Waiting(supply.name, ready(folder), supply.count)
            processes[0].join(_POLL_SECONDS)
        if any(process.exitcode for process in processes):
            raise TrainError(f"{folder}: expected samples, but filling it failed", "cavendish world sheet")
    yield Waiting(supply.name, ready(folder), supply.count)


def ready(folder: Path) -> int:
    """How many samples of a pool are finished; 0 when there is none."""
    flags = folder / "done.i8"
    return int((np.fromfile(flags, np.int8) > 0).sum()) if flags.exists() else 0


@contextmanager
def _working(jobs: list[tuple[Path, Supply, int, int, float]]) -> Generator[list[BaseProcess]]:
    """One process a job, none of them left afterwards."""
    context = get_context("spawn")
    processes: list[BaseProcess] = [context.Process(target=_work, args=job, daemon=True) for job in jobs]
    for process in processes:
        process.start()
    try:
        yield processes
    finally:
        for process in processes:
            if process.is_alive():
                process.terminate()
            process.join()


def _work(folder: Path, supply: Supply, worker: int, workers: int, until: float) -> None:
    import numba

    from cavendish.world.stream import fill as samples

    numba.set_num_threads(1)  # a core a process
    size = (supply.side, supply.side)
    for _ in samples(folder, size, supply.count, worker, workers, supply.seed, supply.crops):
        if time.time() > until:
            return
