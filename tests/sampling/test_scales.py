"""Writing bits grid by grid: draws follow their chances, seeds and fixed bits; nothing depends on the batch."""

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from cavendish.sampling.scales import BITS, Draw, write, write_one_by_one

GRIDS = ((1, 1), (2, 2), (4, 4))


def raised(sign: Tensor, rung: int) -> Tensor:
    """Bits enlarged to the last grid, finer ones fainter."""
    return F.interpolate(sign, GRIDS[-1]) * 0.5**rung


def certain(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
    """Sure of a checkered pattern."""
    h, w = coarser.shape[-2:]
    board = (torch.arange(h)[:, None] + torch.arange(w)) % 2 * 2 - 1
    return (board * 50.0).expand(len(coarser), BITS, h, w) * (1 if rung % 2 else -1)


def undecided(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
    """Leans a little towards what coarser grids said."""
    return coarser * 0.3


def last(**how: object) -> tuple[Tensor, ...]:
    *_, written = write(undecided, raised, GRIDS, **{"seeds": [1], **how})  # pyright: ignore[reportArgumentType]  # test's shorthand
    return written.bits


def test_certain_bits_are_written_and_the_code_is_their_sum():
    steps = list(write(certain, raised, GRIDS, [1, 2]))
    assert [len(step.bits) for step in steps] == [1, 2, 3]
    for rung, bit in enumerate(steps[-1].bits):
        assert torch.equal(bit, certain(rung, torch.zeros(2, BITS, *GRIDS[rung]), None) > 0)
    total = sum(raised(bit.float() * 2 - 1, rung) for rung, bit in enumerate(steps[-1].bits))
    assert torch.equal(steps[-1].code, torch.as_tensor(total))


def test_a_picture_is_written_alike_alone_and_in_a_batch():
    together, alone = last(seeds=[5, 6, 7]), last(seeds=[6])
    for a, b in zip(together, alone, strict=True):
        assert torch.equal(a[1:2], b)
    assert any(not torch.equal(a, b) for a, b in zip(last(seeds=[5]), alone, strict=True))


def test_bits_follow_their_chances_and_temperature():
    def leaning(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        return torch.full((1, BITS, 40, 40), 1.0)

    for temperature, chance in ((1.0, 0.731), (0.5, 0.881)):
        *_, written = write(leaning, lambda s, _: s, ((40, 40),), [3], Draw(temperature, 0))
        assert abs(float(written.bits[0].float().mean()) - chance) < 0.01


def test_the_last_grids_take_the_likelier_bit():
    for greedy in (0, 1):
        bits = last(draw=Draw(1.0, greedy))
        *_, before = write(undecided, raised, GRIDS[:2], [1], Draw(1.0, 0))
        coarser = raised(before.bits[0].float() * 2 - 1, 0) + raised(before.bits[1].float() * 2 - 1, 1)
        assert torch.equal(bits[2], coarser > 0) == (greedy == 1)


def test_fixed_bits_stay_as_they_are():
    fixed = torch.zeros(1, BITS + 1, 2, 2)
    fixed[:, :BITS, 0, 1], fixed[:, BITS, 0, 1] = -1.0, 1.0
    for passes in (1, 2):
        bits = last(given=[None, fixed, None], draw=Draw(1.0, 0, passes))
        assert not bool(bits[1][0, :, 0, 1].any())
        assert bool(bits[1].any())


def test_a_second_pass_knows_the_surer_half_of_the_first():
    seen: list[Tensor | None] = []

    def look(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        seen.append(known)
        sure = torch.tensor([[9.0, 0.1], [0.1, 9.0]]).repeat(2, 2)
        return sure.expand(1, BITS, 4, 4)

    *_, written = write(look, lambda s, _: s, ((4, 4),), [1], Draw(1.0, 0, 2))
    assert seen[0] is None
    known = seen[1]
    assert known is not None
    assert torch.equal(known[0, BITS], torch.tensor([[1.0, 0.0], [0.0, 1.0]]).repeat(2, 2))
    assert bool(written.bits[0][0, :, 0, 0].all())


@pytest.mark.parametrize("together", [1, 2, 5])
def test_bits_of_coarse_grids_know_those_before_them_and_those_of_finer_ones_only_their_odds(together: int):
    def alike(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        first = torch.zeros(1, 1, *coarser.shape[-2:]) if known is None else known[:, :1]
        return (first * 50).expand(1, BITS, -1, -1)  # whatever the first bit was

    drawn: set[bool] = set()
    for seed in range(12):
        *_, written = write(alike, lambda s, _: s, ((2, 2),), [seed], Draw(0.7, 0, together=together))
        bits = written.bits[0].flatten(2)
        assert torch.equal(bits[:, together:], bits[:, :1].expand(-1, BITS - together, -1))
        drawn.add(bool(bits[0, 0, 0]))
    assert drawn == {True, False}
    *_, fine = write(alike, lambda s, _: s, ((3, 9),), [1], Draw(1.0, 0, together=together))
    assert 0.4 < float(fine.bits[0].float().mean()) < 0.6


def test_coarse_grids_are_looked_at_as_often_as_bits_are_drawn_and_told_no_more_than_that():
    heard: list[int] = []

    def look(rung: int, coarser: Tensor, known: Tensor | None) -> Tensor:
        heard.append(0 if known is None else int((known[0, :BITS, 0, 0] != 0).sum()))
        return torch.zeros(1, BITS, *coarser.shape[-2:])

    list(write(look, raised, GRIDS, [1], Draw(1.0, 0, together=4)))
    assert heard == [0, 4, 8, 0, 4, 8, 0]


def test_one_by_one_writes_what_grid_by_grid_does_when_bits_are_certain():
    def look(rung: int, cell: int, coarser: Tensor) -> Tensor:
        return certain(rung, coarser, None).flatten(2)[..., cell : cell + 1]

    *_, slow = write_one_by_one(look, raised, GRIDS, [1])
    *_, fast = write(certain, raised, GRIDS, [1])
    assert torch.equal(slow.code, fast.code)
