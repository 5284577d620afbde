"""The native painter: sizes, seeds, tiles, and tokens, with untrained weights whose every part says something."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch

from cavendish.events import SAMPLERS, Painted, Preview, Progress, Request
from cavendish.models.backbone import Backbone
from cavendish.models.decoder import Decoder
from cavendish.models.refiner import Refiner
from cavendish.models.tokenizer import Tokenizer
from cavendish.painters import native
from cavendish.painters.loading import Models
from cavendish.painters.native import NativePainter, base_grids, level_sizes
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Thing
from cavendish.sampling import samplers
from cavendish.world.stage import Stage, build


@pytest.fixture(scope="module")
def models() -> Models:
    """Random parts with a ladder that stops at 4, so that the base is 64² pixels."""
    torch.manual_seed(0)
    tokenizer, backbone, decoder, refiner = Tokenizer(), Backbone(), Decoder(), Refiner()
    for part in (tokenizer, backbone, decoder, refiner):
        for weight in part.requires_grad_(False).parameters():
            if float(weight.abs().max()) == 0:
                torch.nn.init.normal_(weight, std=0.02)
    return Models(decoder, refiner, tokenizer, backbone, 4, torch.device("cpu"), torch.float32, "0" * 16)


@pytest.fixture(scope="module")
def stage() -> Stage:
    """A red cup."""
    plan = complete(Plan(things=(Thing(id="cup-1", kind="cup", color="red"),)), 1)
    return build(plan, 1)


def request(**fields: object) -> Request:
    """A request for a draft of 256 pixels."""
    return Request(**{"prompt": "a red cup", "seed": 3, "size": "256", "aspect": "1:1", **fields})  # pyright: ignore[reportArgumentType]  # test's shorthand


def picture(events: Iterator[object]) -> Painted:
    """The last event."""
    *_, last = events
    assert isinstance(last, Painted)
    return last


@pytest.mark.parametrize("size", [(256, 256), (1024, 1024), (768, 1376), (3072, 5504), (5504, 3072)])
def test_levels_end_exactly_and_never_more_than_double(size: tuple[int, int]):
    for stop in (4, 9, 13, 24):
        grids = base_grids(size, stop)
        before = (grids[-1][0] * 16, grids[-1][1] * 16)
        assert before[0] * before[1] <= 1.1 * size[0] * size[1]
        sizes = level_sizes(before, size)
        assert (sizes or (before,))[-1] == size
        for after in sizes:
            assert after[0] <= 2 * before[0] + 1
            assert after[1] <= 2 * before[1] + 1
            before = after


def test_a_base_of_the_exact_size_has_no_levels():
    assert level_sizes((208, 208), (208, 208)) == ()


def test_it_paints_what_was_asked_with_previews_and_equal_pixels_for_equal_seeds(
    models: Models, stage: Stage
):
    painter = NativePainter(models)
    events = list(painter.paint(stage, request()))
    first = events[-1]
    assert isinstance(first, Painted)
    assert first.pixels.shape == (256, 256, 3)
    assert first.depth.shape == (256, 256)
    assert first.pixels.dtype == np.float32
    assert 0.0 <= float(first.pixels.min()) <= float(first.pixels.max()) <= 1.0
    assert {event.stage for event in events if isinstance(event, Preview)} >= {"tokens", "base"}
    assert {event.stage for event in events if isinstance(event, Progress)} >= {"tokens", "pixels"}
    again = picture(painter.paint(stage, request()))
    assert np.array_equal(first.pixels, again.pixels)
    other = picture(painter.paint(stage, request(seed=4)))
    assert not np.array_equal(first.pixels, other.pixels)


def test_tiles_make_the_picture_that_one_tile_makes(
    models: Models, stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    painter = NativePainter(models)
    whole = picture(painter.paint(stage, request()))
    monkeypatch.setattr(native, "BAND", 68)
    monkeypatch.setattr(native, "STRIP", 100)
    tiled = picture(painter.paint(stage, request()))
    assert float(np.abs(whole.pixels - tiled.pixels).max()) < 2e-3
    assert np.array_equal(whole.depth, tiled.depth)


def test_the_draw_of_the_stage_is_never_looked_at(models: Models, stage: Stage):
    from dataclasses import replace

    hidden = replace(stage, latents=np.full_like(stage.latents, 0.5))
    painter = NativePainter(models)
    a, b = picture(painter.paint(stage, request())), picture(painter.paint(hidden, request()))
    assert np.array_equal(a.pixels, b.pixels)


def test_every_sampler_walks_its_own_way(models: Models, stage: Stage):
    assert tuple(samplers.SAMPLERS) == SAMPLERS
    scene = native._Scene.of(models, stage, 3)
    seen = scene.guides((32, 48))
    ends = {name: list(native._sampled(scene, seen, None, 3, name))[-1] for name in SAMPLERS}
    assert torch.allclose(ends.pop("ddim"), ends["euler"], atol=1e-4)  # the same walk, on this path
    assert len({end.numpy().tobytes() for end in ends.values()}) == len(SAMPLERS) - 1


def test_steps_sampler_and_guidance_are_heard(models: Models, stage: Stage):
    painter = NativePainter(models)
    plain = picture(painter.paint(stage, request())).pixels
    for fields in ({"steps": 3, "sampler": "dpm++2m"}, {"guidance": 3.0}):
        assert not np.array_equal(plain, picture(painter.paint(stage, request(**fields))).pixels)


def test_without_a_backbone_no_tokens_are_written(models: Models, stage: Stage):
    from dataclasses import replace

    bare = NativePainter(replace(models, backbone=None))
    pixels = picture(bare.paint(stage, request())).pixels
    assert np.array_equal(pixels, NativePainter(models).ablate(stage, request(), tokens=False))


def test_carry_and_ablations_have_the_pictures_shape(models: Models, stage: Stage):
    painter = NativePainter(models)
    given = np.random.default_rng(0).integers(0, 256, (96, 80, 3)).astype(np.uint8)
    assert painter.carry(stage, given).shape == (96, 80, 3)
    assert painter.carry(stage, given, guides=False).shape == (96, 80, 3)
    assert not np.array_equal(
        painter.ablate(stage, request(), guides=False), painter.ablate(stage, request())
    )
