"""The distance of styles: nothing between equal sets, blind to places, and it knows how far colours lie apart."""

import pytest
import torch

from cavendish.train import patches
from cavendish.train.feed import seeded


def noise(seed: int) -> torch.Tensor:
    return torch.rand(4, 3, 48, 48, generator=seeded(seed, 0, 0))


def test_equal_sets_are_hardly_apart_and_brighter_ones_by_how_much() -> None:
    """Of pixels alone, a shift d of all channels moves a slice by d·Σu, u random on the sphere."""
    a = noise(1)
    same = float(patches.apart(a, a.flip(0), seeded(0, 0, 0), (patches.COLOURS,)))
    near = float(patches.apart(a, a + 0.1, seeded(0, 0, 0), (patches.COLOURS,)))
    far = float(patches.apart(a, a + 0.4, seeded(0, 0, 0), (patches.COLOURS,)))
    assert same < 0.02
    assert far == pytest.approx(4 * near, rel=0.15)


def test_places_do_not_matter_and_structure_does() -> None:
    a = noise(2)
    moved = a.roll(17, 3)
    smooth = torch.nn.functional.avg_pool2d(a, 5, 1, 2)
    assert float(patches.apart(a, moved, seeded(0, 0, 0))) < 0.05
    assert float(patches.apart(a, smooth, seeded(0, 0, 0))) > 0.1


def test_gradients_lead_one_set_to_the_other() -> None:
    wanted, x = noise(3) * 0.2, noise(4).requires_grad_(True)
    optimiser = torch.optim.Adam([x], lr=0.05)
    found: list[float] = []
    for step in range(25):
        loss = patches.apart(x, wanted, seeded(0, step, 0))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        found.append(float(loss.detach()))
    assert found[-1] < 0.5 * found[0]


def test_outlines_stay_under_other_colours_and_move_with_things() -> None:
    a = torch.zeros(2, 3, 32, 32)
    a[:, :, 8:20, 8:20] = 0.7
    tinted = a * torch.tensor([0.9, 0.3, 0.2])[:, None, None] + 0.1
    assert float(patches.outlines(tinted, a)) == pytest.approx(0, abs=0.02)
    assert float(patches.outlines(a.roll(9, 3), a)) > 0.5


def test_a_weave_is_felt_at_its_own_size_and_nothing_else_is() -> None:
    slope = torch.linspace(-1, 1, 64).expand(1, 3, 64, 64)
    waves = torch.sin(torch.arange(64.0) * 2 * torch.pi / 6.4).expand(1, 3, 64, 64)
    assert float(patches.weave(slope)) < 3e-3  # the borders alone
    assert float(patches.weave(0.1 * waves)) < 0.012
    thread = torch.tensor([0.1, -0.1, 0.1, -0.1]).repeat(16).expand(1, 3, 64, 64)
    rest = torch.tensor([0.1, 0.0, -0.1, 0.0]).repeat(16).expand(1, 3, 64, 64)
    assert float(patches.weave(thread)) == pytest.approx(0.1, rel=0.3)
    assert float(patches.weave(slope + rest)) == pytest.approx(0.05, rel=0.4)
    assert float(patches.weave(rest[..., :16, :16])) == 0
