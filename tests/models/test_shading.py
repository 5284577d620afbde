"""Shading against hand-worked cases, and against the renderer where that knows no more than a pixel does."""

import math

import numpy as np
import pytest
import torch

from cavendish.models import shading
from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.shading import FEATURES, SAMPLES, Edges, shade
from cavendish.world import trace


def scene(**channels: float) -> torch.Tensor:
    """One pixel's guides [1 39 1 1] by channel number."""
    guides = torch.zeros(1, GUIDES, 1, 1)
    for name, value in channels.items():
        guides[0, int(name[1:])] = value
    return guides


def lamp() -> torch.Tensor:
    """A light vector [1 32]: white and overhead."""
    light = torch.zeros(1, LIGHTS)
    light[0, 1], light[0, 3:6], light[0, 23] = 1.0, 2.0, 1.0
    return light


def test_lambert_is_the_root_of_light_times_cosine():
    upward = scene(c1=1.0, c8=1.0, c12=1.0)
    slanted = scene(c0=0.6, c1=0.8, c8=1.0, c12=1.0)
    for guides, cosine in ((upward, 1.0), (slanted, 0.8)):
        guess = shade(guides, lamp()).features[0, 11:14, 0, 0]
        assert torch.allclose(guess.square(), torch.full((3,), 2.0 * cosine), atol=1e-5)


def test_an_occluded_surface_gets_no_key_light():
    shadowed = shade(scene(c1=1.0, c8=1.0, c12=1.0, c33=0.8), lamp()).features
    assert float(shadowed[0, 11]) == 0.0
    assert float(shadowed[0, 1]) == 0.0


def test_the_highlight_is_brightest_where_the_mirrored_view_meets_the_light():
    light = lamp()
    middle = torch.tensor([0.0, 2**-0.5, 2**-0.5])  # halfway between the view (z) and the light (y)
    peak = shade(scene(c0=0.0, c1=float(middle[1]), c2=float(middle[2]), c8=1.0, c12=0.3), light).features
    beside = shade(scene(c1=1.0, c8=1.0, c12=0.3), light).features
    assert float(peak[0, 4]) == pytest.approx(1.0, abs=1e-3)
    assert float(beside[0, 4]) < 0.2


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_a_highlight_and_what_is_mirrored_are_the_renderers():
    draw = np.random.default_rng(0)
    normal, toward = unit(draw.normal(size=(500, 3))), unit(np.array([[0.3, 0.8, 0.5]]))[0]
    view, rough = (
        np.tile(np.array([0, 0, 1], np.float32), (500, 1)),
        draw.uniform(0.1, 1, 500).astype(np.float32),
    )
    normal[:, 2] = np.abs(normal[:, 2])
    guides = torch.zeros(1, GUIDES, 500, 1)
    guides[0, 0:3, :, 0], guides[0, 12, :, 0], guides[0, 8] = torch.tensor(normal.T), torch.tensor(rough), 1.0
    s = shading._Surface.of(guides[..., 0])
    met = shading._Met.of(s, torch.tensor(toward)[None, :, None])
    share = met.highlight(s.facing, s.rough * s.rough, 0.2) * (0.04 + 0.96 * met.glance)
    told = trace._ggx(normal, view, toward, rough, 0.2, np.full((500, 3), 0.04, np.float32))[:, 0]
    assert np.corrcoef(share[0, 0].numpy(), told)[0, 1] > 0.999
    scale, bias = (x[0, 0].numpy() for x in shading._mirror(s))
    assert np.allclose((scale, bias), trace._karis(rough, normal[:, 2].clip(0.02, 1)), atol=1e-5)


def test_haze_takes_the_place_of_light_with_distance():
    light = lamp()
    light[0, 19:22], light[0, 22] = torch.tensor([0.2, 0.4, 0.8]), 0.1
    inverse = 1 / (1 + 12.0 / 4)  # twelve units away
    hazy = shade(scene(c1=1.0, c3=inverse, c8=1.0, c12=1.0), light).planes[0, :, 0]
    clear = shade(scene(c1=1.0, c3=1.0, c8=1.0, c12=1.0), light).planes[0, :, 0]
    share = 1 - math.exp(-0.1 * 12)
    assert torch.allclose(hazy[11:14].square(), clear[11:14].square() * (1 - share), atol=1e-5)
    assert torch.allclose(
        hazy[17:20].square(),
        clear[17:20].square() * (1 - share) + light[0, 19:22] * 0.92 * share,
        atol=1e-4,
    )


def test_metal_has_no_light_of_its_own_and_glass_shows_what_is_behind():
    metal = shade(scene(c1=1.0, c3=1.0, c8=1.0, c12=1.0, c13=1.0), lamp()).features[0, :, 0, 0]
    plain = shade(scene(c1=1.0, c3=1.0, c8=1.0, c12=1.0), lamp()).features[0, :, 0, 0]
    assert float(metal[11]) < 0.5 * float(plain[11])
    pane = {"c2": 1.0, "c3": 1.0, "c8": 1.0, "c9": 1.0, "c10": 1.0, "c11": 1.0, "c12": 0.1, "c14": 0.9}
    behind = shade(scene(**pane, c30=1.0, c32=0.5), lamp()).features[0, :, 0, 0]
    mirrored = shade(scene(**{**pane, "c14": 0.0, "c17": 1.0}, c30=1.0, c32=0.5), lamp()).features[0, :, 0, 0]
    nothing = shade(scene(**pane), lamp()).features[0, :, 0, 0]
    assert float(behind[14]) > 3 * float(mirrored[14]) > 0
    assert float(nothing[14]) == 0


def test_nothing_planned_gives_nothing():
    said = shade(torch.zeros(2, GUIDES, 3, 4), torch.zeros(2, LIGHTS))
    assert said.features.shape == (2, FEATURES, 3, 4)
    assert torch.isfinite(said.planes).all()
    assert float(said.features[:, 11:].abs().max()) == 0.0


def test_wild_guides_stay_finite():
    torch.manual_seed(0)
    said = shade(torch.randn(1, GUIDES, 9, 9) * 3, torch.randn(1, LIGHTS) * 3)
    assert torch.isfinite(said.planes).all()


def test_the_light_of_a_crossed_pixel_is_its_samples_light_added_up():
    dark = scene(c1=1.0, c8=1.0, c9=0.2, c10=0.2, c11=0.2, c12=1.0)
    bright = scene(c1=0.6, c2=0.8, c8=1.0, c9=0.9, c10=0.9, c11=0.9, c12=1.0)
    samples = torch.stack([x[0, :, 0, 0] for x in (dark, bright, bright, bright)])[None]
    edges = Edges(torch.tensor([[1, 0, 1]]), samples)
    mean = samples.mean(1).view(1, GUIDES, 1, 1).expand(2, -1, 1, 2)
    lights = torch.cat([torch.zeros_like(lamp()), lamp()])
    said = shade(mean, lights, edges).planes[1, :, 1]

    def reflected(planes: torch.Tensor) -> torch.Tensor:
        return planes[20:23] * planes[11:14].square()

    one, other = (reflected(shade(x, lamp()).planes[0, :, 0]) for x in (dark, bright))
    assert torch.allclose(reflected(said), (one + 3 * other) / 4, rtol=1e-4)
    assert torch.allclose(said[20:23], torch.full((3,), (0.04 + 3 * 0.81) / 4))
    untold = shade(mean, lights).planes
    assert torch.equal(shade(mean, lights, edges).planes[1, :, 0], untold[1, :, 0])
    assert torch.equal(shade(mean, lights, edges).planes[0], untold[0])


def test_samples_that_are_all_alike_are_that_surface():
    one = scene(c1=0.8, c2=0.6, c8=1.0, c9=0.5, c12=0.4, c17=0.6, c26=0.3, c30=1.0, c32=0.4)
    edges = Edges(torch.zeros(1, 3, dtype=torch.long), one[:, :, 0, 0][:, None].expand(-1, SAMPLES, -1))
    assert torch.allclose(shade(one, lamp(), edges).planes, shade(one, lamp()).planes, atol=1e-5)
