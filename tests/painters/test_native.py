"""The native painter: sizes, seeds, tiles, and tokens, with untrained weights whose every part says something."""

from collections.abc import Generator, Iterator

import numpy as np
import pytest
import torch

from cavendish.eval.measures import top_octave
from cavendish.events import SAMPLERS, TIERS, Painted, Preview, Progress, Request
from cavendish.models.backbone import Backbone
from cavendish.models.decoder import Decoder
from cavendish.models.refiner import Refiner
from cavendish.models.tokenizer import Tokenizer
from cavendish.painters import native, refining, tiers
from cavendish.painters.loading import Models
from cavendish.painters.native import NativePainter
from cavendish.painters.refining import Scene
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
    monkeypatch.setattr(refining, "BAND", 68)
    monkeypatch.setattr(refining, "STRIP", 100)
    tiled = picture(painter.paint(stage, request()))
    assert float(np.abs(whole.pixels - tiled.pixels).max()) < 2e-3
    assert np.array_equal(whole.depth, tiled.depth)


def test_the_draw_of_the_stage_is_never_looked_at(models: Models, stage: Stage):
    from dataclasses import replace

    hidden = replace(stage, latents=np.full_like(stage.latents, 0.5))
    painter = NativePainter(models)
    a, b = picture(painter.paint(stage, request())), picture(painter.paint(hidden, request()))
    assert np.array_equal(a.pixels, b.pixels)


def test_thoughts_show_the_picture_after_every_scale(models: Models, stage: Stage):
    events = list(NativePainter(models).paint(stage, request(thoughts=True)))
    shown = [event for event in events if isinstance(event, Preview) and event.stage == "tokens"]
    assert [event.step for event in shown] == [1, 2, 3, 4]
    assert not np.array_equal(shown[0].pixels, shown[-1].pixels)


def test_a_draft_enlarges_its_last_level_and_a_pro_climbs_only_as_far_as_the_weights(
    models: Models, stage: Stage
):
    painter = NativePainter(models)
    made = {tier: picture(painter.paint(stage, request(tier=tier))) for tier in TIERS}
    assert {each.pixels.shape for each in made.values()} == {(256, 256, 3)}
    assert {each.depth.shape for each in made.values()} == {(256, 256)}
    assert models.stop <= tiers.TIERS["flash"].stop < tiers.TIERS["pro"].stop
    assert np.array_equal(made["flash"].pixels, made["pro"].pixels)
    assert np.array_equal(made["flash"].pixels, picture(painter.paint(stage, request())).pixels)
    top = {tier: float(np.square(top_octave(each.pixels)).sum()) for tier, each in made.items()}
    assert top["draft"] < 0.3 * top["flash"]
    assert float(np.abs(made["draft"].depth - made["flash"].depth).mean()) < 0.02


def test_every_sampler_walks_its_own_way(models: Models, stage: Stage):
    assert tuple(samplers.SAMPLERS) == SAMPLERS
    scene = Scene.of(models, stage, 3)
    seen = scene.seen((32, 48))
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


def test_a_smaller_picture_is_a_level_of_a_larger_one(
    models: Models, stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tiers, "ANCHOR", 10_000)
    painter = NativePainter(models)
    small = picture(painter.paint(stage, request(size="96x96"))).pixels
    events = list(painter.paint(stage, request(size="192x192")))
    seen = [event.pixels for event in events if isinstance(event, Preview) and event.stage == "pixels"]
    assert seen[-1].shape == small.shape
    assert float(np.abs(seen[-1] / np.float32(255) - small).max()) < 0.51 / 255


def test_a_walk_that_is_stopped_anywhere_leaves_nothing_behind(models: Models, stage: Stage):
    painter = NativePainter(models)
    whole = picture(painter.paint(stage, request(size="96x96"))).pixels
    for after in (1, 3, 6):
        walk = painter.paint(stage, request(size="96x96"))
        for _ in range(after):
            next(walk)
        assert isinstance(walk, Generator)
        walk.close()
    assert np.array_equal(whole, picture(painter.paint(stage, request(size="96x96"))).pixels)
