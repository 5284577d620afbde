"""Shading against hand-worked cases, and against the renderer where that knows no more than a pixel does."""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from cavendish.models import shading
from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.shading import FEATURES, SAMPLES, Edges, shade
from cavendish.plan.layout import complete
from cavendish.plan.lexicon import Place
from cavendish.plan.schema import Light, Plan, Thing
from cavendish.world import backdrop, trace
from cavendish.world.light import vector
from cavendish.world.stage import build


def scene(**channels: float) -> torch.Tensor:
    """One pixel's guides [1 41 1 1] by channel number."""
    guides = torch.zeros(1, GUIDES, 1, 1)
    for name, value in channels.items():
        guides[0, int(name[1:])] = value
    return guides


def lamp() -> torch.Tensor:
    """A light vector [1 35]: white and overhead."""
    light = torch.zeros(1, LIGHTS)
    light[0, 1], light[0, 3:6], light[0, 23], light[0, 33] = 1.0, 2.0, 1.0, 1.0
    return light


def test_lambert_is_the_root_of_light_times_cosine():
    upward = scene(c1=1.0, c8=1.0, c12=1.0)
    slanted = scene(c0=0.6, c1=0.8, c8=1.0, c12=1.0)
    for guides, cosine in ((upward, 1.0), (slanted, 0.8)):
        guess = shade(guides, lamp()).features[0, 11:14, 0, 0]
        assert torch.allclose(guess.square(), torch.full((3,), 2.0 * cosine), atol=1e-5)


def test_a_surface_gets_the_share_of_key_light_that_is_not_hidden():
    shadowed = shade(scene(c1=1.0, c8=1.0, c12=1.0, c33=1.0), lamp()).features
    assert float(shadowed[0, 11]) == 0.0
    assert float(shadowed[0, 1]) == 0.0
    soft = shade(scene(c1=1.0, c8=1.0, c12=1.0, c33=0.25), lamp()).features
    assert float(soft[0, 11]) ** 2 == pytest.approx(0.75 * 2, abs=1e-5)


def test_up_is_the_worlds_wherever_the_camera_looks():
    light = lamp()
    light[0, 3:6], light[0, 7:10], light[0, 10:13] = 0.0, 0.8, 0.2  # sky over ground, no key light
    for tilt in (0.0, 0.6, math.pi / 2):
        light[0, 32:35] = torch.tensor([0.0, math.cos(tilt), math.sin(tilt)])
        floor = shade(scene(c1=math.cos(tilt), c2=math.sin(tilt), c8=1.0, c12=1.0), light).features
        wall = shade(scene(c0=1.0, c8=1.0, c12=1.0), light).features
        assert float(floor[0, 11]) ** 2 == pytest.approx(0.8, abs=1e-5)
        assert float(wall[0, 11]) ** 2 == pytest.approx(0.5, abs=1e-5)


def test_a_hollow_could_lose_what_the_renderer_takes_from_it_and_loses_nothing_alone():
    light = lamp()
    light[0, 3:6], light[0, 7:10] = 0.0, 0.8
    for closed, base in ((0.0, 0.5), (0.3, 0.5), (0.7, 0.9), (1.0, 0.2)):
        root = math.sqrt(base)
        planes = [
            shade(scene(c1=1.0, c8=1.0, c9=root, c10=root, c11=root, c12=1.0, c38=e), light).planes[0, :, 0]
            for e in (0.0, closed)
        ]
        assert torch.allclose(planes[0][11:20], planes[1][11:20])
        kept = (1 - closed) / (1 - base * closed * 0.8)  # as in `trace._diffuse`
        assert float(1 - planes[1][36]) ** 2 == pytest.approx(kept, abs=1e-4)
        assert float(planes[0][36]) == pytest.approx(0, abs=1e-6)
    lit = lamp()
    lit[0, 7:10] = 0.8
    bare = shade(scene(c1=1.0, c8=1.0, c12=1.0, c38=1.0), lit).planes[0, :, 0]
    assert float(1 - bare[36]) ** 2 == pytest.approx(2.0 / 2.8, abs=1e-4)  # key light stays


@pytest.mark.parametrize(("place", "draws"), [("meadow", 1), ("snow", 1), ("studio", 24), ("kitchen", 24)])
def test_what_is_mirrored_of_the_surroundings_is_the_mean_of_the_renderers_draws(place: Place, draws: int):
    stage = build(
        complete(Plan(place=place, things=(Thing(id="cup", kind="cup"),), light=Light(time="noon")), 5), 3
    )
    draw = np.random.default_rng(1)
    n = 400
    normal, rough = unit(draw.normal(size=(n, 3))), draw.uniform(0.15, 0.9, n).astype(np.float32)
    normal[:, 2] = np.abs(normal[:, 2])
    guides = torch.zeros(1, GUIDES, n)
    guides[0, 0:3], guides[0, 12], guides[0, 8] = torch.tensor(normal.T), torch.tensor(rough), 1.0
    surface = shading._Surface.of(guides)
    lamps = shading._Lamps.of(torch.from_numpy(vector(stage.light, stage.basis))[None, :, None])
    turn = np.stack([stage.basis[0], stage.basis[1], -stage.basis[2]])
    way = np.ascontiguousarray(turn.T @ surface.mirrored[0].numpy(), np.float32)
    each = [replace(stage, latents=draw.random(len(stage.latents)).astype(np.float32)) for _ in range(draws)]
    told = np.mean([backdrop.environment(one, way, rough) for one in each], 0)
    mine = shading._around(surface, lamps)[0].numpy().T
    assert np.corrcoef(mine.mean(1), told.mean(1))[0, 1] > 0.88
    assert np.allclose(mine.mean(0), told.mean(0), rtol=0.15, atol=0.03)


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


def test_what_shines_behind_glass_shows_its_own_colour_and_what_is_shaded_there_has_no_key_light():
    pane = {
        "c2": 1.0,
        "c3": 1.0,
        "c8": 1.0,
        "c9": 1.0,
        "c10": 1.0,
        "c11": 1.0,
        "c12": 0.1,
        "c14": 0.9,
        "c32": 0.5,
    }
    window = {
        "c26": 0.4,
        "c27": 0.6,
        "c28": 0.8,
        "c40": math.sqrt(0.64 / 24),
    }  # six times its emission: its colour
    told = shade(scene(**pane, **window, c30=1.0), lamp()).planes[0, :, 0]
    through = told[23:26] * told[14:17].square() / (0.9 * 0.95)
    assert torch.allclose(through, torch.tensor([0.16, 0.36, 0.64]), rtol=1e-3)
    lit, hidden = (shade(scene(**pane, c26=1.0, c30=1.0, c39=s), lamp()).planes[0, 14, 0] for s in (0.0, 1.0))
    assert float(lit) > 1.0
    assert float(hidden) == 0.0


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
