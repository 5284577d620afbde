"""Ladders and levels: they end exactly, grow by at most two, and a 1K picture is a level of its 4K."""

from itertools import pairwise

import pytest

from cavendish.events import SAMPLERS
from cavendish.events import TIERS as NAMED
from cavendish.image import ASPECTS, pixel_size
from cavendish.models.ladder import cells_in, ladder
from cavendish.painters.tiers import LEAST, TIERS, USUAL, base_grids, base_size, level_sizes


@pytest.mark.parametrize(
    "size", [(256, 256), (1024, 1024), (768, 1376), (3072, 5504), (5504, 3072), (512, 64)]
)
def test_levels_end_exactly_and_never_more_than_double(size: tuple[int, int]):
    for stop in (4, 9, 13, 24):
        grids = base_grids(size, stop)
        before = base_size(grids)
        assert before[0] * before[1] <= 1.1 * size[0] * size[1]
        sizes = level_sizes(before, size)
        assert (sizes or (before,))[-1] == size
        for after in sizes:
            assert after[0] <= 2 * before[0] + 1
            assert after[1] <= 2 * before[1] + 1
            before = after


@pytest.mark.parametrize(
    ("size", "last"),
    [((208, 208), (13, 13)), ((160, 272), (10, 17)), ((256, 256), (16, 16)), ((384, 384), (24, 24))],
)
def test_a_base_of_the_exact_size_has_no_levels(size: tuple[int, int], last: tuple[int, int]):
    grids = base_grids(size, 24)
    assert grids[-1] == last
    assert level_sizes(base_size(grids), size) == ()


@pytest.mark.parametrize(
    ("side", "last"), [(264, 9), (296, 9), (312, 13), (400, 13), (512, 18), (576, 24), (1024, 24)]
)
def test_a_base_leaves_room_for_a_level_that_is_sharp(side: int, last: int):
    grids = base_grids((side, side), 24)
    assert grids[-1] == (last, last)
    assert side / base_size(grids)[0] >= LEAST
    assert base_grids((side, side), 9)[-1] == (9, 9)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_1k_picture_is_a_level_of_its_2k_and_4k(aspect: str):
    found: list[tuple[tuple[int, int], ...]] = []
    for name in ("1K", "2K", "4K"):
        w, h = pixel_size(aspect, name)
        found.append(level_sizes(base_size(base_grids((h, w), 13)), (h, w)))
    for lower, higher in pairwise(found):
        assert higher[: len(lower)] == lower
        assert len(higher) == len(lower) + 1


@pytest.mark.parametrize("aspect", ASPECTS)
def test_ladders_of_every_aspect_hold_a_squares_tokens_within_a_twentieth(aspect: str):
    w, h = ASPECTS[aspect]
    for stop, square in ((13, 390), (18, 714), (24, 1290)):
        assert cells_in(ladder(1.0, stop)) == square
        assert cells_in(base_grids((h, w), stop)) == pytest.approx(square, rel=0.05)


def test_tiers_are_those_that_can_be_asked_for_and_climb():
    assert tuple(TIERS) == NAMED
    assert USUAL in TIERS
    tiers = list(TIERS.values())
    for less, more in pairwise(tiers):
        assert (less.stop, less.steps, less.passes) <= (more.stop, more.steps, more.passes)
        assert less.spared >= more.spared
    assert all(tier.sampler in SAMPLERS for tier in tiers)
