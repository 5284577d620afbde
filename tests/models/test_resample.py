"""Windows of an enlarged picture: exact places, exact tiles."""

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


def test_a_blur_keeps_the_mean_and_has_the_promised_variance():
    x = torch.zeros(1, 1, 9, 9)
    x[..., 4, 4] = 1.0
    for ratio, variance in ((1.0, 0.0), (1.5, 1.25 / 12), (2.0, 0.25)):
        y = blurred(x, torch.tensor([ratio]))[0, 0]
        distance = (torch.arange(9.0) - 4).square()
        assert abs(float(y.sum()) - 1) < 1e-6
        assert abs(float((y.sum(0) * distance).sum()) - 2 * min(variance, 0.25)) < 1e-5
