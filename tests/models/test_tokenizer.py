"""Pictures to bits and back: round trips, prefixes, dither, the price of a bit."""

import math

import pytest
import torch

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.ladder import Grids, ladder
from cavendish.models.tokenizer import BITS, Tokenizer, rate

GRIDS: Grids = ladder(1.0, 4)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    torch.manual_seed(0)
    fresh = Tokenizer()
    torch.nn.init.normal_(fresh.smooth, std=0.05)
    return fresh.requires_grad_(False)


def test_it_has_the_promised_size(tokenizer: Tokenizer):
    own = sum(p.numel() for name, p in tokenizer.named_parameters() if not name.startswith("predictor"))
    predictor = sum(p.numel() for p in tokenizer.predictor.parameters())
    assert 1.7e6 < own < 1.9e6
    assert 0.15e6 < predictor < 0.25e6


@pytest.mark.parametrize(("size", "cells"), [((64, 64), (4, 4)), ((50, 33), (4, 3))])
def test_any_size_is_encoded_in_cells_of_sixteen(
    tokenizer: Tokenizer, size: tuple[int, int], cells: tuple[int, int]
):
    z = tokenizer.encode(torch.rand(2, 3, *size), torch.rand(2, GUIDES, *size))
    assert z.shape == (2, BITS, *cells)
    assert torch.isfinite(z).all()


def test_bits_carry_the_whole_code(tokenizer: Tokenizer):
    z = torch.randn(2, BITS, 4, 4)
    quantised = tokenizer.quantise(z, GRIDS)
    assert torch.allclose(tokenizer.code_from_bits(quantised.bits, GRIDS), quantised.code, atol=1e-5)


def test_a_codes_own_bits_are_found_again(tokenizer: Tokenizer):
    """What one grid says is said with the sign of its bits; a ladder of one grid is therefore read back exactly."""
    z = torch.randn(3, BITS, 4, 4)
    first = tokenizer.quantise(z, ((4, 4),))
    again = tokenizer.quantise(first.code, ((4, 4),))
    assert torch.equal(first.bits[0], z > 0)
    same = float((first.bits[0] == again.bits[0]).float().mean())
    assert same > 0.97


def test_inputs_are_the_coarser_grids_code_and_never_the_grids_own(tokenizer: Tokenizer):
    quantised = tokenizer.quantise(torch.randn(2, BITS, 4, 4), GRIDS)
    inputs = tokenizer.inputs_from_bits(quantised.bits, GRIDS)
    for a, b in zip(inputs, quantised.inputs, strict=True):
        assert torch.allclose(a, b, atol=1e-5)
    flipped = (*quantised.bits[:-1], ~quantised.bits[-1])
    for a, b in zip(inputs, tokenizer.inputs_from_bits(flipped, GRIDS), strict=True):
        assert torch.equal(a, b)


def test_more_grids_come_nearer_to_the_picture(tokenizer: Tokenizer):
    # What has structure at every size, as pictures do.
    z = sum(torch.nn.functional.interpolate(torch.randn(4, BITS, k, k), (4, 4)) for k in (1, 2, 4))
    assert isinstance(z, torch.Tensor)
    kept = [tokenizer.quantise(z, GRIDS, torch.full((4,), n)).code for n in (0, 2, 4)]
    errors = [float((z - code).square().mean()) for code in kept]
    assert errors[0] > errors[1] > errors[2]
    assert float(kept[0].abs().max()) == 0.0


def test_each_picture_keeps_its_own_number_of_grids(tokenizer: Tokenizer):
    z = torch.randn(2, BITS, 4, 4)
    both = tokenizer.quantise(z, GRIDS, torch.tensor([1, 4])).code
    assert torch.allclose(both[0], tokenizer.quantise(z, GRIDS, torch.tensor([1, 1])).code[0], atol=1e-6)
    assert torch.allclose(both[1], tokenizer.quantise(z, GRIDS).code[1], atol=1e-6)


def test_dither_comes_from_its_generator_alone(tokenizer: Tokenizer):
    z = torch.randn(2, BITS, 4, 4) * 0.1

    def drawn(seed: int) -> torch.Tensor:
        return tokenizer.quantise(z, GRIDS, None, 1.0, torch.Generator().manual_seed(seed)).code

    assert torch.equal(drawn(1), drawn(1))
    assert not torch.equal(drawn(1), drawn(2))


def test_guides_of_zeros_are_null_mode_picture_by_picture(tokenizer: Tokenizer):
    picture, guides = torch.rand(2, 3, 32, 32), torch.rand(2, GUIDES, 32, 32)
    guides[1] = 0
    z = tokenizer.encode(picture, guides)
    assert torch.allclose(z[1:], tokenizer.encode(picture[1:]), atol=1e-5)
    assert not torch.allclose(z[:1], tokenizer.encode(picture[:1]), atol=1e-3)


def test_requantised_targets_correct_what_was_flipped(tokenizer: Tokenizer):
    z = torch.randn(2, BITS, 4, 4)
    plain = tokenizer.quantise(z, GRIDS)
    clean = tokenizer.requantise(z, GRIDS, torch.zeros(2))
    for a, b in zip(clean.targets, plain.bits, strict=True):
        assert torch.equal(a, b)
    assert torch.allclose(clean.code, plain.code, atol=1e-5)
    generator = torch.Generator().manual_seed(0)
    flipped = tokenizer.requantise(z, GRIDS, torch.full((2,), 0.3), generator)
    assert torch.equal(flipped.targets[0], plain.bits[0])
    assert not torch.equal(flipped.targets[-1], plain.bits[-1])
    coarse = tokenizer.requantise(z, GRIDS, torch.full((2,), 0.3), generator, GRIDS[-1][0] * GRIDS[-1][1])
    assert torch.allclose(coarse.code, plain.code, atol=1e-5)


def test_the_price_of_a_coin_toss_is_ln_two_and_gradients_reach_the_encoder():
    tokenizer = Tokenizer()
    picture, guides, light = torch.rand(2, 3, 64, 64), torch.rand(2, GUIDES, 64, 64), torch.rand(2, LIGHTS)
    quantised = tokenizer.quantise(tokenizer.encode(picture, guides), GRIDS)
    nothing = tuple(torch.zeros_like(sign) for sign in quantised.signs)
    assert float(rate(quantised.signs, nothing).detach()) == pytest.approx(math.log(2))
    rate(quantised.signs, tokenizer.predictor(quantised.inputs, guides, light)).backward()
    for weight in (tokenizer.stem.weight, tokenizer.predictor.out.weight):
        assert weight.grad is not None
        assert float(weight.grad.abs().max()) > 0
        assert torch.isfinite(weight.grad).all()
