"""Several pools read as one: the first most of the time, others of other shapes in a share of the steps."""

from collections.abc import Sequence
from pathlib import Path

import torch

from cavendish.train.pool import Pool, Raw, Rows

_READY = 64  # samples that another pool must hold before it is drawn from


class Mixture:
    """Reads like a pool: `pools[0]` is held out from; each of the others, once begun, takes `share` of the steps.

    A batch comes from one pool, so its pictures share a size; batches hold about as many pixels whatever the shape.
    """

    def __init__(self, folders: Sequence[Path], share: float = 0.2) -> None:
        self.main = Pool(folders[0])
        self._later = list(folders[1:])
        self._others: dict[Path, Pool] = {}
        self.share = share
        self.folder, self.count = self.main.folder, self.main.count
        self.height, self.width = self.main.height, self.main.width
        self.channels, self.lights, self.held_out = self.main.channels, self.main.lights, self.main.held_out

    @property
    def side(self) -> int:
        """The first pool's."""
        return self.main.side

    @property
    def largest(self) -> int:
        """The side of the largest pictures that are drawn, of the pools that have begun."""
        return max(pool.side for pool in (self.main, *(self._begun() if self.share else ())))

    def rows(self) -> Rows:
        """The first pool's finished training samples."""
        return self.main.rows()

    def held_out_rows(self) -> Rows:
        """The first pool's held-out samples."""
        return self.main.held_out_rows()

    def read(self, rows: Rows) -> Raw:
        """Samples of the first pool."""
        return self.main.read(rows)

    def hold(self, device: torch.device, most: int) -> int:
        """Keeps the first pool's samples in the device's memory; returns how many."""
        return self.main.hold(device, most)

    def draw(self, size: int, generator: torch.Generator, mirror: bool = True) -> Raw:
        """A batch of one of the pools; see `Pool.draw`."""
        dice = float(torch.rand(1, generator=generator))
        begun = self._begun()
        which = int(dice / self.share) if self.share else len(begun)
        if which >= len(begun):
            return self.main.draw(size, generator, mirror)
        pool = begun[which]
        area = self.main.height * self.main.width / (pool.height * pool.width)
        return pool.draw(max(1, round(size * area)), generator, mirror)

    def _begun(self) -> list[Pool]:
        for folder in self._later:
            if folder not in self._others and (folder / "done.i8").exists():
                self._others[folder] = Pool(folder)
        return [pool for pool in self._others.values() if len(pool.rows()) >= min(_READY, pool.count // 2)]
