"""Light in one pass, with gradients, is the networks' own arithmetic and its slope."""

import pytest
import torch

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.decoder import Decoder
from cavendish.models.develop import GAINS, RAW, PlainLight
from cavendish.train.lit import FusedLights, light_of, quicken

_H, _W = 12, 20


def scene(kind: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Guides [2 c h w] and light [2 k], plausible, wild, or none at all."""
    draw = torch.Generator().manual_seed(5)
    guides = torch.rand(2, GUIDES, _H, _W, generator=draw)
    guides[:, 0:3] = torch.nn.functional.normalize(torch.randn(2, 3, _H, _W, generator=draw), dim=1)
    light = torch.rand(2, LIGHTS, generator=draw)
    light[:, 27:35] = torch.tensor([0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.8, 0.6])
    if kind == "wild":
        return guides * 3 - 1, light * 4 - 1
    return (guides, light) if kind == "plain" else (torch.zeros_like(guides), torch.zeros_like(light))


@pytest.mark.parametrize("kind", ["plain", "wild", "nothing"])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_pictures_and_slopes_are_those_of_the_tensors(kind: str, dtype: torch.dtype):
    near = 1e-4 if dtype == torch.float32 else 1e-2  # the tensors enlarge the gains in bfloat16
    guides, light = scene(kind)
    draw = torch.Generator().manual_seed(6)
    charge = torch.randn(2, 3, _H, _W, generator=draw)
    said = [torch.randn(2, n, 3, 5, generator=draw).mul(0.3).to(dtype) for n in (16 * RAW, GAINS)]
    answers: list[tuple[torch.Tensor, ...]] = []
    for light_in in (FusedLights.of(guides, light), PlainLight.of(guides, light)):
        given = [x.clone().requires_grad_() for x in said]
        picture = light_in.develop(given[0], given[1])
        (picture * charge).sum().backward()
        slopes = [torch.zeros(1) if x.grad is None else x.grad.float() for x in given]
        read = light_in.laid(charge, like=torch.zeros(1, dtype=dtype)).float()
        answers.append((picture.detach(), *slopes, read))
    for fused, plain in zip(*answers, strict=True):
        assert fused.abs().sum() > 0 or kind == "nothing"
        assert torch.linalg.norm(fused - plain) <= near * torch.linalg.norm(plain)


def test_a_decoder_learns_the_same_by_either():
    guides, light = scene("plain")
    torch.manual_seed(0)
    decoder = Decoder()
    for parameter in decoder.parameters():
        parameter.data += 0.02 * torch.randn_like(parameter)
    noise, t = torch.randn(2, 3, _H, _W), torch.ones(2)
    slopes: list[torch.Tensor] = []
    for lit in (PlainLight.of, light_of):
        decoder.lit = lit
        decoder.zero_grad()
        decoder(noise, t, guides, light).square().mean().backward()
        slopes.append(torch.cat([p.grad.flatten() for p in decoder.parameters() if p.grad is not None]))
    assert torch.cosine_similarity(slopes[0], slopes[1], dim=0) > 0.9999
    quicken(decoder)
    assert decoder.lit is light_of
