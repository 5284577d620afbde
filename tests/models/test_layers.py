"""Blocks: norms, rotations and attention against their definitions."""

import math

import pytest
import torch

from cavendish.models.layers import (
    EPSILON,
    MANY,
    ChannelNorm,
    PictureAttention,
    Residual,
    angles_2d,
    attended,
    enlarge,
    normalised_grid,
    pad_to,
    unit_turned,
    waves,
    zero,
)


def test_channel_norm_is_the_root_mean_square_over_channels():
    x = torch.randn(2, 5, 3, 4)
    expected = x / (x.square().mean(1, keepdim=True).sqrt() + EPSILON)
    assert torch.allclose(ChannelNorm(5)(x), expected, atol=1e-6)


@pytest.mark.parametrize("size", [1.0, 0.01])
def test_channel_norms_gradient_is_that_of_its_formula(size: float):
    x = (torch.randn(2, 5, 3, 4, dtype=torch.float64) * size).requires_grad_()
    assert torch.autograd.gradcheck(ChannelNorm(5).double(), (x,))


def test_channel_norm_of_nothing_is_nothing_and_has_a_finite_gradient():
    x = torch.zeros(1, 4, 2, 2, requires_grad=True)
    y = ChannelNorm(4)(x)
    y.sum().backward()
    assert x.grad is not None
    assert torch.equal(y, torch.zeros_like(y))
    assert torch.isfinite(x.grad).all()


def test_a_tile_is_normed_as_the_whole_is():
    x, norm = torch.randn(1, 6, 8, 8), ChannelNorm(6)
    assert torch.equal(norm(x)[..., 2:5, 3:7], norm(x[..., 2:5, 3:7]))


def test_a_fresh_residual_block_adds_nothing():
    x = torch.randn(2, 8, 4, 4)
    assert torch.equal(Residual(8, 3)(x, torch.randn(2, 3)), x)


def test_the_embedding_scales_and_shifts_what_is_normed():
    block = Residual(4, 2)
    torch.nn.init.normal_(block.second.weight)
    x = torch.randn(1, 4, 5, 5)
    before = block(x, torch.ones(1, 2))
    assert block.film is not None
    torch.nn.init.normal_(block.film.weight)
    assert not torch.allclose(before, block(x, torch.ones(1, 2)))
    assert torch.allclose(before, block(x, torch.zeros(1, 2)))


def test_a_turn_keeps_unit_length_and_depends_on_the_difference_of_places_alone():
    q, k = torch.randn(2, 1, 1, 1, 8, dtype=torch.float64)

    def product(a: float, b: float) -> float:
        turned = [unit_turned(x, torch.full((1, 4), at, dtype=torch.float64)) for x, at in ((q, a), (k, b))]
        assert torch.allclose(turned[0].norm(), torch.ones((), dtype=torch.float64))
        return float((turned[0] * turned[1]).sum())

    assert math.isclose(product(0.3, 0.5), product(1.3, 1.5), rel_tol=1e-9)
    assert not math.isclose(product(0.3, 0.5), product(0.3, 0.9), rel_tol=1e-3)


def test_a_turns_gradient_is_that_of_its_formula():
    x = torch.randn(2, 3, 2, 8, dtype=torch.float64, requires_grad=True)
    angles = torch.randn(3, 4, dtype=torch.float64)
    assert torch.autograd.gradcheck(lambda x: unit_turned(x, angles), (x,))


def test_grids_of_one_shape_cover_the_same_places():
    coarse, fine = normalised_grid(3, 6), normalised_grid(9, 18)
    middles = fine.reshape(9, 18, 2)[1::3, 1::3].reshape(-1, 2)
    assert torch.allclose(coarse, middles, atol=1e-6)
    assert angles_2d(coarse, 64).shape == (18, 32)


def test_attention_is_softmax_of_turned_products():
    layer = PictureAttention(64, head=64)
    torch.nn.init.normal_(layer.out.weight, std=0.1)
    x = torch.randn(1, 64, 2, 3)
    rows = layer.qkv(layer.norm(x)).flatten(2).transpose(1, 2).reshape(1, 6, 3, 64)
    q, k, v = rows.unbind(2)
    angles = angles_2d(normalised_grid(2, 3), 64)
    q, k = (unit_turned(part[:, :, None], angles)[:, :, 0] for part in (q, k))
    weights = torch.softmax(layer.sharpness.exp() * q @ k.transpose(1, 2), -1)
    heard = (weights @ v).transpose(1, 2).reshape(1, 64, 2, 3)
    assert torch.allclose(layer(x), x + layer.out(heard), atol=1e-5)


def test_padding_repeats_the_last_row_and_column():
    x = torch.arange(6.0).reshape(1, 1, 2, 3)
    padded = pad_to(x, 4)
    assert padded.shape == (1, 1, 4, 4)
    assert torch.equal(padded[..., 3, :3], x[..., 1, :])
    assert pad_to(padded, 4) is padded


def test_enlarging_keeps_a_slope_inside():
    x = torch.arange(4.0).expand(1, 1, 4, 4)
    assert torch.allclose(enlarge(x, 2)[0, 0, 4, 2:6], torch.tensor([0.75, 1.25, 1.75, 2.25]))


def test_waves_tell_times_apart():
    told = waves(torch.linspace(0, 1, 11))
    assert told.shape == (11, 9)
    assert float((told[1:] - told[:-1]).norm(dim=1).min()) > 0.1


def test_zeroed_layers_say_nothing():
    layer = torch.nn.Conv2d(3, 2, 1)
    zero(layer)
    assert torch.equal(layer(torch.randn(1, 3, 2, 2)), torch.zeros(1, 2, 2, 2))


@pytest.mark.parametrize("queries", [MANY, 3 * MANY + 5])
def test_attention_by_two_products_is_softmax_attention(queries: int):
    torch.manual_seed(1)
    q, k = (torch.nn.functional.normalize(torch.randn(2, 3, n, 16), dim=-1) for n in (queries, 2 * queries))
    v = torch.randn(2, 3, 2 * queries, 16)
    q = q * torch.tensor((1.0, 10.0, 40.0))[None, :, None, None]
    exact = ((q @ k.transpose(-1, -2)).double().softmax(-1) @ v.double()).float()
    few = q.bfloat16(), k.bfloat16(), v.bfloat16()
    with torch.no_grad():
        ours = attended(*few).float()
        fused = torch.nn.functional.scaled_dot_product_attention(*few, scale=1.0).float()
    for sharpness in (0, 1):
        error, theirs = ((each - exact)[:, sharpness].square().mean().sqrt() for each in (ours, fused))
        assert error < max(2 * theirs, 0.01)
    assert torch.isfinite(ours).all()
    assert torch.equal(
        attended(q, k, v), torch.nn.functional.scaled_dot_product_attention(q, k, v, scale=1.0)
    )


def test_attention_is_learned_through_and_masked_by_the_fused_kernel():
    q, k, v = (torch.randn(1, 1, MANY, 16, dtype=torch.bfloat16, requires_grad=True) for _ in range(3))
    attended(q, k, v).sum().backward()
    assert all(part.grad is not None for part in (q, k, v))
    mask = torch.zeros(1, 1, MANY, MANY, dtype=torch.bfloat16)
    mask[..., 1:] = -1e4
    with torch.no_grad():
        assert torch.allclose(attended(q, k, v, mask), v[:, :, :1].expand_as(v), atol=1e-2)
