"""A pool's samples in a device's memory: brought there as they are finished, and again when they are renewed."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

if TYPE_CHECKING:
    from cavendish.train.pool import Pool, Raw, Rows


class Held:
    """Up to `most` training samples of a pool on `device`; the first that are finished have a place there."""

    def __init__(self, pool: "Pool", device: torch.device, most: int) -> None:
        self._pool, self._most = pool, min(most, pool.count - pool.held_out)
        self._turns = np.zeros(pool.count, np.int8)  # of what is here of each row; 0: nothing
        self._places = np.full(pool.count, -1, np.int64)
        self._rows = np.zeros(0, np.int64)  # in the order of their places
        size = (self._most, pool.height, pool.width)
        self._picture = torch.empty((*size, 3), dtype=torch.uint8, device=device)
        self._guides = torch.empty((*size, pool.channels), dtype=torch.uint8, device=device)
        self._changed = torch.empty(size, dtype=torch.uint8, device=device) if pool.told_changes else None
        self._light = torch.empty((self._most, pool.lights))
        self._words: dict[int, Tensor] = {}
        self._edges: dict[int, Tensor] = {}
        self._like: Raw | None = None

    def rows(self) -> "Rows":
        """Numbers of the samples that are here, in the order that `picked` counts them in."""
        return self._rows

    def renew(self, limit: int) -> int:
        """Brings up to `limit` samples that are not here yet, or that were renewed since; how many it brought."""
        rows = self._pool.rows()
        late = rows[self._pool.turns(rows) != self._turns[rows]]
        placed = self._places[late] >= 0
        room = self._most - len(self._rows)
        chosen = np.sort(np.concatenate([late[~placed][:room], late[placed]])[:limit])
        if not chosen.size:
            return 0
        raw, turns = self._pool.whole(chosen)
        whole = np.flatnonzero(turns)
        if whole.size:
            self._keep(raw, whole, chosen[whole], turns[whole])
        return len(whole)

    def picked(self, picks: Tensor, mirror: Tensor) -> "Raw":
        """The samples at the places `picks` [b], turned where `mirror` [b]."""
        assert self._like is not None
        there = picks.to(self._picture.device)
        words = [self._words[int(pick)] for pick in picks]
        return replace(
            self._like,
            picture=self._picture[there],
            guides=self._guides[there],
            light=self._light[picks],
            changed=None if self._changed is None else self._changed[there],
            words=pad_sequence(words, batch_first=True, padding_value=-1),
            mirror=mirror,
            edges=tuple(self._edges[int(pick)] for pick in picks) if self._edges else None,
        )

    def _keep(
        self, raw: "Raw", whole: npt.NDArray[np.int64], rows: "Rows", turns: npt.NDArray[np.int8]
    ) -> None:
        fresh = rows[self._places[rows] < 0]
        self._places[fresh] = len(self._rows) + np.arange(len(fresh))
        places, index = torch.from_numpy(self._places[rows]), torch.from_numpy(whole)
        there = places.to(self._picture.device)
        for mine, theirs in (
            (self._picture, raw.picture),
            (self._guides, raw.guides),
            (self._changed, raw.changed),
        ):
            if mine is not None and theirs is not None:
                mine[there] = theirs[index].to(mine.device)
        self._light[places] = raw.light[index]
        words = [row[row >= 0] for row in raw.words[index]]
        edges = [raw.edges[int(i)].to(self._picture.device) for i in index] if raw.edges is not None else []
        self._words.update(zip(places.tolist(), words, strict=True))
        self._edges.update(zip(places.tolist(), edges, strict=False))
        self._turns[rows] = turns
        self._rows = np.concatenate([self._rows, fresh])
        if self._like is None:
            none = raw.picture.new_empty(0)
            self._like = replace(
                raw, picture=none, guides=none, light=none, changed=None, words=none, edges=None
            )
