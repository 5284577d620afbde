"""Writing words: the best allowed, each heard once, until nothing may follow."""

from collections.abc import Sequence

import pytest
import torch
from torch import Tensor

from cavendish.sampling.words import write


class Recorder:
    """Scores every word by a fixed table and remembers what it was told."""

    def __init__(self, table: Tensor) -> None:
        self.table, self.heard = table, list[int]()

    def __call__(self, fresh: Sequence[int]) -> Tensor:
        self.heard += fresh
        return self.table


def counting(limit: int):
    def allow(written: Sequence[int]) -> Sequence[int]:
        return [] if len(written) == limit else [2, 5, 7]

    return allow


def test_the_likeliest_allowed_is_written():
    scores = torch.zeros(10)
    scores[9], scores[5], scores[7] = 9.0, 2.0, 1.0
    assert write(Recorder(scores), counting(3), [0]) == [5, 5, 5]


def test_of_equals_the_lowest_is_written():
    assert write(Recorder(torch.zeros(10)), counting(2), [0]) == [2, 2]


def test_everything_is_heard_once_in_order_and_forced_words_are_not_scored():
    calls: list[list[int]] = []

    def score(fresh: Sequence[int]) -> Tensor:
        calls.append(list(fresh))
        return torch.arange(10.0)

    def allow(written: Sequence[int]) -> Sequence[int]:
        return {0: [4], 1: [3], 2: [1, 2], 3: [6], 4: [7, 8], 5: []}[len(written)]

    assert write(score, allow, [9, 9]) == [4, 3, 2, 6, 8]
    assert calls == [[9, 9, 4, 3], [2, 6]]


def test_a_writing_that_never_ends_is_stopped():
    with pytest.raises(ValueError, match="within 4"):
        write(Recorder(torch.zeros(10)), counting(100), [0], limit=4)
