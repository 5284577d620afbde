"""Guidance: a straight line through two answers."""

import torch

from cavendish.sampling.guidance import guided, halves


def test_strength_one_is_conditional_and_zero_unconditional():
    a, b = torch.randn(2, 3), torch.randn(2, 3)
    assert torch.allclose(guided(a, b, 1.0), a)
    assert torch.equal(guided(a, b, 0.0), b)
    assert torch.allclose(guided(a, b, 3.0) - a, 2 * (a - b), atol=1e-6)


def test_a_doubled_batch_is_guided_half_by_half():
    a, b = torch.randn(2, 3, 4), torch.randn(2, 3, 4)
    assert torch.equal(halves(torch.cat([a, b]), 2.5), guided(a, b, 2.5))
