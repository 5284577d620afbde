"""The base decoder: shapes, its first picture, what it listens to, growth, and that it learns."""

import pytest
import torch

from cavendish.models import checkpoint
from cavendish.models.colour import GUIDES, LIGHTS, display
from cavendish.models.decoder import BITS, Decoder
from cavendish.models.shading import shade


@pytest.fixture(scope="module")
def decoder() -> Decoder:
    """A decoder whose every weight says something."""
    torch.manual_seed(0)
    fresh = Decoder()
    for weight in fresh.parameters():
        if float(weight.detach().abs().max()) == 0:
            torch.nn.init.normal_(weight, std=0.05)
    return fresh.requires_grad_(False)


def inputs(h: int = 32, w: int = 32, count: int = 1) -> tuple[torch.Tensor, ...]:
    """Noise, time, guides and light."""
    generator = torch.Generator().manual_seed(1)
    noise = torch.randn(count, 3, h, w, generator=generator)
    guides = torch.rand(count, GUIDES, h, w, generator=generator)
    return noise, torch.ones(count), guides, torch.rand(count, LIGHTS, generator=generator)


def test_it_has_the_promised_size(decoder: Decoder):
    assert 3.7e6 < sum(p.numel() for p in decoder.parameters()) < 4.1e6


@pytest.mark.parametrize(("h", "w"), [(32, 48), (37, 50), (16, 16)])
def test_any_size_is_painted_finite_and_within_range(decoder: Decoder, h: int, w: int):
    code = torch.randn(1, BITS, -(-h // 16), -(-w // 16))
    picture = decoder(*inputs(h, w), code, torch.rand(1, 4, h, w))
    assert picture.shape == (1, 3, h, w)
    assert picture.dtype == torch.float32
    assert torch.isfinite(picture).all()
    assert float(picture.abs().max()) <= 1.0


def test_an_untrained_decoder_paints_lambert_already():
    guides, light = torch.zeros(1, GUIDES, 16, 16), torch.zeros(1, LIGHTS)
    guides[:, 1], guides[:, 8], guides[:, 12] = 0.6, 1.0, 1.0
    guides[:, 2] = 0.8
    guides[:, 9:12] = torch.tensor([0.9, 0.5, 0.2]).reshape(1, 3, 1, 1)
    light[:, 1], light[:, 3:6], light[:, 23] = 1.0, 1.5, 1.0
    picture = Decoder()(torch.randn(1, 3, 16, 16), torch.ones(1), guides, light)
    sheen = shade(guides, light).features[:, 17:20].square()  # even a dull surface mirrors a little
    assert float(sheen.max()) < 0.05
    expected = display(guides[:, 9:12].square() * 0.6 * 1.5 + sheen)
    assert float((picture - expected).detach().abs().max()) < 0.06


def test_no_code_is_a_code_of_zeros_and_nothing_known_is_zeros(decoder: Decoder):
    bare = decoder(*inputs())
    said = decoder(*inputs(), torch.zeros(1, BITS, 2, 2), torch.zeros(1, 4, 32, 32))
    assert torch.equal(bare, said)


@pytest.mark.parametrize("place", range(4))
def test_every_input_is_listened_to(decoder: Decoder, place: int):
    given = list(inputs())
    before = decoder(*given)
    given[place] = given[place] * 0.5 + 0.1
    assert not torch.allclose(decoder(*given), before, atol=1e-4)


def test_code_and_known_pixels_are_listened_to(decoder: Decoder):
    bare = decoder(*inputs())
    assert not torch.allclose(decoder(*inputs(), torch.ones(1, BITS, 2, 2)), bare, atol=1e-4)
    assert not torch.allclose(decoder(*inputs(), None, torch.ones(1, 4, 32, 32)), bare, atol=1e-4)


def test_one_picture_is_painted_as_it_is_in_a_batch(decoder: Decoder):
    noise, t, guides, light = inputs(count=3)
    together = decoder(noise, t, guides, light)
    alone = decoder(noise[1:2], t[1:2], guides[1:2], light[1:2])
    assert torch.allclose(together[1:2], alone, atol=1e-4)


def test_appended_guides_and_light_numbers_change_nothing_until_learned(decoder: Decoder):
    grown = Decoder(GUIDES + 3, LIGHTS + 2)
    tensors = {name: value.detach() for name, value in decoder.named_parameters()}
    checkpoint.install(grown, tensors)
    noise, t, guides, light = inputs()
    more = torch.cat([guides, torch.rand(1, 3, 32, 32)], 1)
    brighter = torch.cat([light, torch.rand(1, 2)], 1)
    assert torch.allclose(grown(noise, t, more, brighter), decoder(noise, t, guides, light), atol=1e-5)


@pytest.mark.slow
def test_it_overfits_one_batch():
    torch.manual_seed(0)
    model = Decoder()
    noise, t, guides, light = inputs(32, 32, 2)
    guides[:, :12] = torch.tensor([0, 0, 1.0, 0.5, 0, 0, 0, 0, 1, 0.5, 0.5, 0.5]).reshape(1, 12, 1, 1)
    guides[:, 12:36] = 0
    target = torch.nn.functional.interpolate(torch.rand(2, 3, 4, 4), (32, 32), mode="bilinear") - 0.5
    optimiser = torch.optim.AdamW(model.parameters(), 3e-4)
    losses: list[float] = []
    for _ in range(60):
        loss = (model(noise, t, guides, light) - target).abs().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < 0.3 * losses[0]
