"""The refiner: tiles equal the whole, colours do not drift, and it starts from what is below."""

import pytest
import torch

from cavendish.models import checkpoint
from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.refiner import REACH, Refiner
from cavendish.models.resample import enlarged


@pytest.fixture(scope="module")
def refiner() -> Refiner:
    """A refiner whose every weight says something."""
    torch.manual_seed(0)
    fresh = Refiner()
    for weight in fresh.parameters():
        if float(weight.detach().abs().max()) == 0:
            torch.nn.init.normal_(weight, std=0.03)
    return fresh.requires_grad_(False)


def level(h: int, w: int) -> tuple[torch.Tensor, ...]:
    """Noise, time, guides, light and the level below at its own size."""
    generator = torch.Generator().manual_seed(2)
    noise = torch.randn(1, 3, h, w, generator=generator)
    guides = torch.rand(1, GUIDES, h, w, generator=generator)
    light = torch.rand(1, LIGHTS, generator=generator)
    return noise, torch.ones(1), guides, light, torch.rand(1, 3, h // 2, w // 2, generator=generator) * 2 - 1


def test_it_has_the_promised_size(refiner: Refiner):
    assert 0.28e6 < sum(p.numel() for p in refiner.parameters()) < 0.36e6


def test_tiles_equal_the_whole(refiner: Refiner):
    noise, t, guides, light, small = level(132, 148)
    code = torch.randn(1, 12, 33, 37)
    whole = refiner(noise, t, guides, light, enlarged(small, (0, 0, 132, 148), (132, 148)), code)
    for top, left, bottom, right in ((0, 0, 96, 100), (36, 48, 100, 116), (36, 48, 132, 148)):
        y0, x0 = max(0, top - REACH), max(0, left - REACH)
        y1, x1 = min(132, bottom + REACH), min(148, right + REACH)
        cut = (..., slice(y0, y1), slice(x0, x1))
        below = enlarged(small, (y0, x0, y1 - y0, x1 - x0), (132, 148))
        cells = code[..., y0 // 4 : -(-y1 // 4), x0 // 4 : -(-x1 // 4)]
        tile = refiner(noise[cut], t, guides[cut], light, below, cells)
        inner = tile[..., top - y0 : bottom - y0, left - x0 : right - x0]
        assert float((inner - whole[..., top:bottom, left:right]).abs().max()) < 1e-4


def test_nothing_outside_its_reach_matters(refiner: Refiner):
    noise, t, guides, light, small = level(128, 128)
    below = enlarged(small, (0, 0, 128, 128), (128, 128))
    before = refiner(noise, t, guides, light, below)
    guides, noise, below = guides.clone(), noise.clone(), below.clone()
    for planes in (guides, noise, below):
        planes[..., :32, :] += 1
    after = refiner(noise, t, guides, light, below)
    assert torch.equal(before[..., 32 + REACH :, :], after[..., 32 + REACH :, :])
    assert not torch.equal(before[..., :32, :], after[..., :32, :])


def test_an_untrained_refiner_keeps_the_colours_below_and_adds_edges():
    noise, t, guides, light, small = level(64, 64)
    below = enlarged(small, (0, 0, 64, 64), (64, 64))
    picture = Refiner()(noise, t, guides, light, below)
    assert not torch.equal(picture, below)
    assert float((picture - below).detach().mean().abs()) < 0.01


def test_over_flat_guides_an_untrained_refiner_changes_nothing():
    noise, t, _, light, small = level(64, 64)
    guides = torch.zeros(1, GUIDES, 64, 64)
    guides[:, 8:13] = 0.5
    below = enlarged(small, (0, 0, 64, 64), (64, 64))
    assert torch.allclose(Refiner()(noise, t, guides, light, below), below, atol=1e-5)


@pytest.mark.parametrize(("h", "w"), [(37, 50), (64, 66)])
def test_any_size_is_refined(refiner: Refiner, h: int, w: int):
    noise, t, guides, light, small = level(h, w)
    below = enlarged(small, (0, 0, h, w), (h, w))
    picture = refiner(noise, t, guides, light, below, torch.zeros(1, 12, -(-h // 4), -(-w // 4)))
    assert picture.shape == (1, 3, h, w)
    assert torch.isfinite(picture).all()


def test_ratio_and_corruption_are_listened_to(refiner: Refiner):
    noise, t, guides, light, small = level(32, 32)
    below = enlarged(small, (0, 0, 32, 32), (32, 32))
    plain = refiner(noise, t, guides, light, below)
    assert not torch.allclose(plain, refiner(noise, t, guides, light, below, None, t * 1.3), atol=1e-4)
    assert not torch.allclose(plain, refiner(noise, t, guides, light, below, None, None, t * 0.2), atol=1e-4)


def test_appended_guides_change_nothing_until_learned(refiner: Refiner):
    grown = Refiner(GUIDES + 2, LIGHTS + 1)
    checkpoint.install(grown, {name: value.detach() for name, value in refiner.named_parameters()})
    noise, t, guides, light, small = level(32, 32)
    below = enlarged(small, (0, 0, 32, 32), (32, 32))
    wide, long = torch.cat([guides, guides[:, :2]], 1), torch.cat([light, light[:, :1]], 1)
    assert torch.allclose(
        grown(noise, t, wide, long, below), refiner(noise, t, guides, light, below), atol=1e-5
    )
