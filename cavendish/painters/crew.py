"""A picture's columns worked down side by side, each piece on one core of the processor, in the order of its column."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

import numba
import torch

T = TypeVar("T")

MOST = 8  # cores: each holds a piece of the picture in memory


def hands() -> int:
    """How many pieces are worked on at once: the threads that kernels may take, if they may run beside each other."""
    try:
        beside = numba.threading_layer() != "workqueue"  # pyright: ignore[reportPrivateImportUsage]  # documented
    except ValueError:  # nothing has run yet, so nobody knows
        beside = False
    return min(numba.get_num_threads(), MOST) if beside else 1


def worked(work: Callable[[T, int], T], columns: Sequence[T], pieces: int) -> Iterator[int]:
    """Piece after piece of every column; yields how many pieces are done in all of them, each time that grows.

    `work` takes what a column's last piece left (first: what `columns` holds) and a piece's number, and leaves
    something for the next. Where it fails, or the caller stops, nothing more is begun and what was is waited for.
    """
    many = min(hands(), len(columns))
    if many <= 1:
        yield from _alone(work, list(columns), pieces)
        return
    before = torch.get_num_threads()
    try:
        with ThreadPoolExecutor(many, initializer=_by_itself) as crew:
            yield from _shared(crew, work, columns, pieces)
    finally:
        torch.set_num_threads(before)


def _shared(
    crew: ThreadPoolExecutor, work: Callable[[T, int], T], columns: Sequence[T], pieces: int
) -> Iterator[int]:
    done = [0] * len(columns)
    under: dict[Future[T], int] = {crew.submit(work, column, 0): k for k, column in enumerate(columns)}
    try:
        while under:
            finished, _ = wait(under, return_when=FIRST_COMPLETED)
            least = min(done)
            for future in finished:
                k = under.pop(future)
                left = future.result()
                done[k] += 1
                if done[k] < pieces:
                    under[crew.submit(work, left, done[k])] = k
            if min(done) > least:
                yield min(done)
    finally:
        for future in under:
            future.cancel()


def _alone(work: Callable[[T, int], T], columns: list[T], pieces: int) -> Iterator[int]:
    for piece in range(pieces):
        for k, column in enumerate(columns):
            columns[k] = work(column, piece)
        yield piece + 1


def _by_itself() -> None:
    """The thread works on one core: others have theirs."""
    numba.set_num_threads(1)
    torch.set_num_threads(1)
