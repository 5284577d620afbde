"""The arithmetic of light in one pass is the networks' own arithmetic."""

import pytest
import torch

from cavendish.models import resample
from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.develop import GAINS, RAW, PlainLight
from cavendish.models.shading import Edges
from cavendish.painters.fused import FusedLight, enlarged


def scene(kind: str, h: int = 20, w: int = 28) -> tuple[torch.Tensor, torch.Tensor]:
    """Guides [1 c h w] and light [1 k], plausible, wild, or none at all."""
    draw = torch.Generator().manual_seed(5)
    guides = torch.rand(1, GUIDES, h, w, generator=draw)
    guides[:, 0:3] = torch.nn.functional.normalize(torch.randn(1, 3, h, w, generator=draw), dim=1)
    guides[:, 36:38] = torch.randn(1, 2, h, w, generator=draw) * 0.3
    light = torch.rand(1, LIGHTS, generator=draw)
    light[:, 27:35] = torch.tensor([0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.8, 0.6])
    light[:, 0:3] = torch.tensor([0.36, 0.8, 0.48])
    if kind == "wild":
        return guides * 3 - 1, light * 4 - 1
    return (guides, light) if kind == "plain" else (torch.zeros_like(guides), torch.zeros_like(light))


@pytest.mark.parametrize("kind", ["plain", "wild", "nothing"])
def test_networks_read_the_same(kind: str):
    guides, light = scene(kind)
    noisy, below = torch.randn(2, 1, 3, *guides.shape[-2:])
    lit, like = FusedLight.of(guides, light), torch.zeros(1)
    exact = lit.laid(noisy, below, like=like)
    assert torch.allclose(
        exact, PlainLight.of(guides, light).laid(noisy, below, like=like), rtol=2e-4, atol=2e-4
    )
    rounded = lit.laid(noisy, below, like=like.bfloat16())
    assert rounded.dtype == torch.bfloat16
    assert torch.equal(rounded, exact.bfloat16())
    assert rounded.is_contiguous(memory_format=torch.channels_last)


@pytest.mark.parametrize("kind", ["plain", "wild", "nothing"])
def test_samples_of_edges_are_blended_the_same(kind: str):
    guides, light = scene(kind)
    rows = guides[0].flatten(1).T.reshape(-1, 4, GUIDES)[:30]
    place = torch.randperm(20 * 28)[: len(rows)]
    edges = Edges(torch.stack([place * 0, place // 28, place % 28], 1), rows)
    fused, like = FusedLight.of(guides, light, edges), torch.zeros(1)
    plain = PlainLight.of(guides, light, edges)
    assert torch.allclose(fused.laid(like=like), plain.laid(like=like), rtol=3e-4, atol=3e-4)
    planes = fused.planes[0].permute(2, 0, 1).flatten(1)
    assert torch.allclose(planes, plain.shading.planes[0], rtol=3e-4, atol=3e-4)


@pytest.mark.parametrize("kind", ["plain", "wild", "nothing"])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_pictures_are_the_same(kind: str, dtype: torch.dtype):
    guides, light = scene(kind)
    draw = torch.Generator().manual_seed(6)
    raw = torch.randn(1, 16 * RAW, 5, 7, generator=draw).mul(0.4).to(dtype)
    gains = torch.randn(1, GAINS, 5, 7, generator=draw).mul(0.2).to(dtype)
    fused = FusedLight.of(guides, light).develop(raw, gains)
    plain = PlainLight.of(guides, light).develop(raw.float(), gains.float())
    assert torch.allclose(fused, plain, atol=5e-4)
    assert torch.isfinite(fused).all()


@pytest.mark.parametrize("window", [(0, 0, 60, 84), (13, 40, 21, 30), (0, 70, 60, 14)])
def test_it_enlarges_as_the_tensors_do(window: tuple[int, int, int, int]) -> None:
    x = torch.randn(1, 3, 31, 40)
    assert torch.allclose(enlarged(x, window, (60, 84)), resample.enlarged(x, window, (60, 84)), atol=1e-5)
