"""The feed gives every step its own batch, in order, and hands on errors."""

import pytest
import torch

from cavendish.train.feed import Feed, seeded


def test_a_batch_depends_on_its_step_alone() -> None:
    def read(step: int, generator: torch.Generator) -> tuple[int, float]:
        return step, float(torch.rand(1, generator=generator))

    def taken(first: int, count: int) -> list[tuple[int, float]]:
        feed = Feed(read, 7, first)
        batches = iter(feed)
        got = [next(batches) for _ in range(count)]
        feed.close()
        return got

    assert taken(0, 8)[3:] == taken(3, 5)
    assert len({value for _, value in taken(0, 8)}) == 8


def test_an_error_while_reading_is_raised_where_the_batch_is_wanted() -> None:
    def read(step: int, generator: torch.Generator) -> int:
        if step == 2:
            raise OSError("gone")
        return int(torch.randint(0, 2, (1,), generator=generator))

    feed = Feed(read, 0, 0)
    batches = iter(feed)
    next(batches)
    next(batches)
    with pytest.raises(OSError, match="gone"):
        next(batches)
    feed.close()


def test_seeds_steps_and_purposes_do_not_share_numbers() -> None:
    drawn = {
        float(torch.rand(1, generator=seeded(seed, step, purpose)))
        for seed in range(4)
        for step in range(4)
        for purpose in range(3)
    }
    assert len(drawn) == 48
