"""Noise belongs to its place: equal in every tile and batch, different everywhere else, and normal."""

import torch

from cavendish.sampling.noise import gaussian, key, uniform, words


def test_a_tile_is_a_cut_of_the_whole():
    whole = gaussian(7, 2, (0, 0, 40, 50))
    assert torch.equal(gaussian(7, 2, (11, 13, 20, 30)), whole[:, 11:31, 13:43])


def test_seed_level_and_channel_each_change_everything():
    first = words(1, 1, 0, 0, 0, 64, 64)
    for other in (words(2, 1, 0, 0, 0, 64, 64), words(1, 2, 0, 0, 0, 64, 64), words(1, 1, 2, 0, 0, 64, 64)):
        assert int((first == other).sum()) < 3


def test_gaussian_numbers_are_standard_normal_and_unrelated():
    x = gaussian(3, 0, (0, 0, 256, 256)).double()
    assert abs(float(x.mean())) < 0.01
    assert abs(float(x.std()) - 1) < 0.01
    assert abs(float(x.pow(4).mean()) - 3) < 0.1
    channels = torch.corrcoef(x.flatten(1)) - torch.eye(3)
    assert float(channels.abs().max()) < 0.02
    for shift, axis in ((1, 1), (1, 2), (16, 1), (16, 2)):
        assert abs(float((x * x.roll(shift, axis)).mean())) < 0.02


def test_no_period_shows_in_the_spectrum():
    power = torch.fft.fft2(gaussian(5, 1, (0, 0, 256, 256))).abs().square() / 256**2
    assert float(power.max()) < 25  # exponential with mean 1: the largest of 200,000 is about 12


def test_uniform_numbers_fill_the_interval_evenly():
    x = uniform(9, 0, (12, 40, 40))
    assert float(x.min()) > 0
    assert float(x.max()) < 1
    counts = torch.histc(x, 10, 0, 1) / x.numel()
    assert float((counts - 0.1).abs().max()) < 0.01


def test_keys_take_any_integers():
    keys = {key(a, b) for a in (0, 1, -1, 2**40) for b in (0, 1, 2**64 - 1)}
    assert len(keys) >= 11
    assert all(0 <= k < 2**32 for k in keys)
