"""A pixel's light in one pass is what the tensors make of it, plane by plane."""

import numpy as np
import pytest
import torch

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.shading import shade
from cavendish.painters.shading import PLANES, shade_pixel

# Of stuffs from dull to all at once, lit and hidden, seen face on and edgewise.
STUFFS = {
    "plain": {},
    "metal": {13: 1.0},
    "glass": {14: 0.9},
    "wax": {15: 0.8},
    "fur": {16: 1.0},
    "glaze": {17: 1.0},
}


@pytest.mark.parametrize("stuff", STUFFS)
def test_every_plane_is_the_tensors(stuff: str) -> None:
    draw = torch.Generator().manual_seed(7)
    guides = torch.rand(1, GUIDES, 8, 12, generator=draw)
    guides[:, 0:3] = torch.nn.functional.normalize(torch.randn(1, 3, 8, 12, generator=draw), dim=1)
    guides[:, 13:18] = 0.0
    for channel, value in STUFFS[stuff].items():
        guides[:, channel] = value
    guides[:, 33] *= (torch.rand(8, 12, generator=draw) > 0.5).float()
    guides[:, 32] *= (torch.rand(8, 12, generator=draw) > 0.5).float()
    light = torch.rand(1, LIGHTS, generator=draw)
    light[:, 27:35] = torch.tensor([0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.8, 0.6])
    light[:, 0:3], light[:, 13:16] = torch.tensor([0.36, 0.8, 0.48]), torch.tensor([-0.8, 0.0, -0.6])
    told = shade(guides, light).planes[0].T.numpy()
    rows, out = guides[0].flatten(1).T.contiguous().numpy(), np.empty(PLANES, np.float32)
    for row, expected in zip(rows, told, strict=True):
        shade_pixel(row, light[0].numpy(), out)
        assert np.allclose(out, expected, rtol=2e-4, atol=2e-4)
