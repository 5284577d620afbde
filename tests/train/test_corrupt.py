"""What training hides is drawn as MODEL says, from the generator alone."""

from dataclasses import astuple

import pytest
import torch

from cavendish.train import corrupt


def draw(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_a_fifth_sees_no_tokens_a_fifth_a_prefix_two_fifths_flipped_bits() -> None:
    n = 20_000
    without = torch.arange(n) % 2 == 0
    seen = corrupt.tokens(n, 8, without, draw())
    guided = ~without
    assert (seen.keep[guided] == 0).float().mean().item() == pytest.approx(0.2, abs=0.02)
    assert (seen.flip[guided] > 0).float().mean().item() == pytest.approx(0.4, abs=0.02)
    assert (seen.keep[guided] == 8).float().mean().item() == pytest.approx(0.6 + 0.2 / 8, abs=0.02)
    assert int(seen.keep[without].min()) >= 1
    assert float(seen.flip.max()) <= 0.15


def test_regimes_move_towards_others() -> None:
    early, late = corrupt.Regimes(0.0, 0.1, 0.2, 0.05), corrupt.Regimes(0.2, 0.3, 0.4, 0.15)
    middle = early.towards(late, 0.5)
    assert astuple(middle) == pytest.approx((0.1, 0.2, 0.3, 0.1))


def test_known_regions_are_rectangles_or_their_complements_in_a_share_of_pictures() -> None:
    masks = corrupt.region(4000, (12, 16), 0.3, draw())
    assert (masks.flatten(1).amax(1) > 0).float().mean().item() == pytest.approx(0.3, abs=0.03)
    for mask in masks[masks.flatten(1).amax(1) > 0][:50, 0]:
        inside = mask if mask[0, 0] == 0 or mask.min() == 1 else 1 - mask
        rows, columns = inside.amax(1), inside.amax(0)
        assert torch.equal(inside, rows[:, None] * columns[None, :]) or torch.equal(
            1 - mask, (1 - mask).amax(1)[:, None] * (1 - mask).amax(0)[None, :]
        )


def test_blur_keeps_flat_pictures_and_means() -> None:
    flat = torch.full((2, 3, 16, 16), 0.3)
    assert torch.allclose(corrupt.blurred(flat, torch.tensor([0.1, 1.5])), flat, atol=1e-6)
    point = torch.zeros(1, 1, 21, 21)
    point[0, 0, 10, 10] = 1
    spread = corrupt.blurred(point, torch.tensor([1.0]))
    place = torch.arange(21.0) - 10
    variance = (spread[0, 0].sum(0) * place.square()).sum()
    assert spread.sum().item() == pytest.approx(1, abs=1e-5)
    assert variance.item() == pytest.approx(1, abs=0.01)


def test_each_picture_is_blurred_by_its_own_strength() -> None:
    picture = torch.rand(2, 3, 16, 16)
    both = corrupt.blurred(picture, torch.tensor([0.5, 1.5]))
    alone = corrupt.blurred(picture[1:], torch.tensor([1.5]))
    assert torch.allclose(both[1:], alone, atol=1e-6)


def test_told_noise_has_the_told_strength() -> None:
    spoiled = corrupt.noisy(torch.zeros(2, 3, 64, 64), torch.tensor([0.0, 0.1]), draw())
    assert spoiled[0].abs().max() == 0
    assert spoiled[1].std().item() == pytest.approx(0.1, rel=0.05)


def test_a_tint_is_the_same_everywhere_in_a_picture() -> None:
    tinted = corrupt.tinted(torch.full((2, 3, 4, 4), 0.5), draw())
    assert torch.allclose(tinted, tinted[:, :, :1, :1].expand_as(tinted))
    assert float((tinted - 0.5).abs().max()) <= 0.06 * 1.5 + 1e-6


def test_log_uniform_numbers_lie_between_their_ends() -> None:
    drawn = corrupt.log_uniform(5000, 1.25, 2.0, draw())
    assert 1.25 <= float(drawn.min()) < float(drawn.max()) <= 2.0
    assert drawn.log().mean().item() == pytest.approx(0.4581, abs=0.01)
