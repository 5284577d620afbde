"""Pools for a recipe: folders of samples of the world, filled by as many processes as there are cores."""

import math
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Literal

import numpy as np

from cavendish import settings
from cavendish.errors import RequestError, TrainError, clip, nearest
from cavendish.train.events import Event, Noted, Waiting

_POLL_SECONDS = 2.0
CORES, AUTO = "cpu", "auto"
RAYS = (CORES, "cuda", AUTO)


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


def prepare(folder: Path, crops: Path, minutes: float, rays: str = CORES) -> Iterator[Event]:
    """Both pools of a recipe hold what `minutes` of every core can make, or all; what is there already is kept."""
    yield from fill(folder, WHOLE, minutes * _WHOLE_SHARE, rays)
    yield from fill(crops, CROPS, minutes * (1 - _WHOLE_SHARE), rays)


def fill(folder: Path, supply: Supply, minutes: float, rays: str = CORES) -> Iterator[Event]:
    """The pool holds what `minutes` can make, or all of it; says how far it is. Closing the generator stops it.

    `rays` are met by the cores (cpu), by an NVIDIA accelerator (cuda), or by that where one can (auto). Raises
    TrainError when a process that fills it fails, RequestError where an accelerator was asked for and is not there.
    """
    if minutes <= 0:
        raise TrainError(f"minutes: expected more than 0, got {minutes:g}", "--minutes 25")
    folder.mkdir(parents=True, exist_ok=True)
    where = yield from _where(rays)
    workers = settings.threads()
    until = time.time() + 60 * minutes
    jobs = [_Job(((folder, supply),), worker, workers, where, until) for worker in range(workers)]
    with _working(jobs) as processes:
        while any(process.is_alive() for process in processes):
            yield Waiting(supply.name, ready(folder), supply.count)
            processes[0].join(_POLL_SECONDS)
        _check(processes)
    yield Waiting(supply.name, ready(folder), supply.count)


def fed(
    run: Callable[[], Generator[Event]], pools: Sequence[tuple[Path, Supply]], rays: str
) -> Generator[Event]:
    """A run's events while its pools are filled, and the first one's samples renewed, by all cores but one.

    Closing it closes the run and stops the filling. Raises TrainError when a process that fills them fails.
    """
    from cavendish.world.stream import opened

    where = yield from _where(rays)
    for folder, supply in pools:
        folder.mkdir(parents=True, exist_ok=True)
        opened(folder, (supply.side, supply.side), supply.count)
    workers = max(1, settings.threads() - 1)
    jobs = [_Job(tuple(pools), worker, workers, where, math.inf) for worker in range(workers)]
    with _working(jobs) as processes, closing(run()) as events:
        for event in events:
            _check(processes)
            yield event


def _where(rays: str) -> Generator[Event, None, Literal["cpu", "cuda"]]:
    """Who meets the rays, and a word where `auto` finds no accelerator that can."""
    if rays not in RAYS:
        raise RequestError(f"rays: expected one of {', '.join(RAYS)}, got {clip(rays)}", nearest(rays, RAYS))
    if rays == CORES:
        return "cpu"
    from cavendish.world.rays import missing

    why = missing()
    if why and rays != AUTO:
        raise RequestError(f"rays: expected an NVIDIA accelerator, got none ({why})", "--rays cpu")
    if why:
        yield Noted("rays", f"met by the cores: {why}")
    return "cpu" if why else "cuda"


def ready(folder: Path) -> int:
    """How many samples of a pool are finished; 0 when there is none."""
    flags = folder / "done.i8"
    return int((np.fromfile(flags, np.int8) > 0).sum()) if flags.exists() else 0


@dataclass(frozen=True)
class _Job:
    """What one process does: its part of each pool in turn; where nothing ends it, it then renews the first."""

    pools: tuple[tuple[Path, Supply], ...]
    worker: int
    workers: int
    rays: Literal["cpu", "cuda"]
    until: float


@contextmanager
def _working(jobs: Sequence[_Job]) -> Generator[list[BaseProcess]]:
    """One process a job, none of them left afterwards."""
    context = get_context("spawn")
    processes: list[BaseProcess] = [context.Process(target=_work, args=(job,), daemon=True) for job in jobs]
    for process in processes:
        process.start()
    try:
        yield processes
    finally:
        for process in processes:
            if process.is_alive():
                process.terminate()
            process.join()


def _check(processes: Sequence[BaseProcess]) -> None:
    if any(process.exitcode for process in processes):
        raise TrainError("pool: expected samples, but filling it failed", "cavendish world sheet")


def _work(job: _Job) -> None:
    import numba

    from cavendish.world.rays import met_by
    from cavendish.world.stream import fill as samples

    numba.set_num_threads(1)  # a core a process
    again = job.pools[:1] if math.isinf(job.until) else ()
    with met_by(job.rays):
        for i, (folder, supply) in enumerate((*job.pools, *again)):
            size, endless = (supply.side, supply.side), i == len(job.pools)
            for _ in samples(folder, size, supply.count, job.worker, job.workers, supply.seed, supply.crops,
                             endless=endless):  # fmt: skip
                if time.time() > job.until:
                    return
