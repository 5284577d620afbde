"""Edges are told by their direction whatever their strength, and crops are named."""

import pytest
import torch

from cavendish.eval.outlines import CELLS, DIRECTIONS, OutlineNet, directions


def stripes(turn: float) -> torch.Tensor:
    """Soft stripes whose brightness changes along `turn` (radians)."""
    y, x = torch.meshgrid(torch.arange(64.0), torch.arange(64.0), indexing="ij")
    wave = torch.sin((x * torch.cos(torch.tensor(turn)) + y * torch.sin(torch.tensor(turn))) * 0.4)
    return (0.5 * wave).expand(1, 3, 64, 64)


@pytest.mark.parametrize("number", [0, 2, 4, 7])
def test_edges_count_for_their_own_direction(number: int) -> None:
    seen = directions(stripes(torch.pi * number / DIRECTIONS))
    assert seen.shape == (1, DIRECTIONS, CELLS, CELLS)
    assert int(seen.mean((0, 2, 3)).argmax()) == number


def test_contrast_and_brightness_change_little() -> None:
    crop = stripes(0.7)
    assert torch.allclose(directions(crop), directions(0.5 * crop + 0.2), atol=0.05)


def test_nothing_has_no_direction() -> None:
    assert float(directions(torch.zeros(2, 3, 64, 64)).abs().max()) == 0


def test_a_net_of_outlines_learns_stripes_from_stripes() -> None:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        net = OutlineNet(2, 2)
        crops = torch.cat([stripes(0.0), stripes(1.5)]) + 0.1 * torch.randn(2, 3, 64, 64)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3)
    for _ in range(12):
        kind, color = net(crops)
        assert (kind.shape, color.shape) == ((2, 3), (2, 2))
        loss = torch.nn.functional.cross_entropy(kind, torch.tensor([0, 1]))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert net.eval()(crops)[0].argmax(1).tolist() == [0, 1]
