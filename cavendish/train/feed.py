"""Batches read one step ahead in a thread, each from its own step's seed, so a resumed run sees the same."""

import threading
from collections.abc import Callable, Iterator
from queue import Empty, Full, Queue
from typing import Generic, TypeVar

import torch

T = TypeVar("T")


def seeded(seed: int, step: int, purpose: int, device: torch.device | None = None) -> torch.Generator:
    """A generator that depends on the run's seed, the step and the purpose alone (0 batches, 1 losses)."""
    mixed = (seed * 0x9E3779B97F4A7C15 + step * 0xBF58476D1CE4E5B9 + purpose * 0x94D049BB133111EB) % (1 << 63)
    mixed ^= mixed >> 31
    return torch.Generator(device or torch.device("cpu")).manual_seed(mixed)


class Feed(Generic[T]):
    """The batches of steps `first`, `first` + 1, …; iterate it, then `close` it.

    An error in the thread is raised where it is iterated.
    """

    def __init__(
        self, read: Callable[[int, torch.Generator], T], seed: int, first: int, ahead: int = 2
    ) -> None:
        self._read = read
        self._seed = seed
        self._queue: Queue[T | BaseException] = Queue(ahead)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(first,), daemon=True, name="feed")
        self._thread.start()

    def __iter__(self) -> Iterator[T]:
        """Every batch in order, for ever."""
        while not self._stop.is_set():
            item = self._queue.get()
            if isinstance(item, BaseException):
                raise item
            yield item

    def close(self) -> None:
        """The thread is gone and nothing more is read."""
        self._stop.set()
        while self._thread.is_alive():
            try:
                self._queue.get(timeout=0.05)
            except Empty:
                self._thread.join(0.05)

    def _run(self, step: int) -> None:
        while not self._stop.is_set():
            try:
                item: T | BaseException = self._read(step, seeded(self._seed, step, 0))
            except Exception as error:  # noqa: BLE001  # handed to the reader, who raises it
                item = error
            self._put(item)
            if isinstance(item, BaseException):
                return
            step += 1

    def _put(self, item: T | BaseException) -> None:
        while not self._stop.is_set():
            try:
                self._queue.put(item, timeout=0.1)
            except Full:
                continue
            return
