"""Windows of an enlarged picture: exact places, exact tiles."""

import pytest
import torch

from cavendish.models.resample import blurred, enlarged


def test_a_window_is_a_cut_of_the_whole():
    x = torch.randn(2, 3, 11, 13)
    whole = enlarged(x, (0, 0, 29, 40), (29, 40))
    assert torch.equal(enlarged(x, (7, 12, 15, 20), (29, 40)), whole[..., 7:22, 12:32])


def test_the_same_size_is_the_same_picture():
    x = torch.randn(1, 3, 8, 9)
    assert torch.allclose(enlarged(x, (0, 0, 8, 9), (8, 9)), x, atol=1e-6)


def test_a_parabola_stays_a_parabola_inside():
    places = (torch.arange(12.0) + 0.5) / 12
    x = places.square().expand(1, 1, 12, 12)
    fine = (torch.arange(24.0) + 0.5) / 24
    assert torch.allclose(
        enlarged(x, (0, 0, 24, 24), (24, 24))[0, 0, 12, 6:18], fine.square()[6:18], atol=1e-5
    )


@pytest.mark.parametrize("ratio", [1.25, 1.6, 2.0])
def test_what_is_blurred_away_is_what_the_level_below_lost(ratio: float):
    side = 80
    small = round(side / ratio)
    lost, missed = [], []
    for cycles in range(2, side // 2, 3):
        place = (torch.arange(side) + 0.5) / side
        wave = torch.sin(2 * torch.pi * cycles * place).expand(1, 1, side, side)
        held = torch.sin(2 * torch.pi * cycles * (torch.arange(small) + 0.5) / small) * (cycles < small / 2)
        back = enlarged(held.expand(1, 1, small, small), (0, 0, side, side), (side, side))
        whole = back + wave - blurred(wave, torch.tensor([side / small]))
        middle = slice(side // 4, -side // 4)
        lost.append(float((back - wave)[..., middle, middle].square().mean()))
        missed.append(float((whole - wave)[..., middle, middle].square().mean()))
    assert sum(missed) < 0.3 * sum(lost)


def test_a_picture_as_large_as_its_level_below_loses_nothing():
    x = torch.randn(1, 3, 9, 9)
    assert torch.equal(blurred(x, torch.ones(1)), x)
