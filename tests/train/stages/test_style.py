"""A user's pictures change how scenes are painted: the LoRA alone learns, or the painter itself."""

from pathlib import Path

import pytest
import torch

from cavendish.models import lora
from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.refiner import Refiner
from cavendish.models.shading import Edges
from cavendish.train.album import Album
from cavendish.train.events import Evaluated, Saved
from cavendish.train.export import Release
from cavendish.train.feed import seeded
from cavendish.train.loop import Budget, train
from cavendish.train.stages.base import fresh
from cavendish.train.stages.style import CROP, Painter, Scenes, StyleOptions, StyleStage

SIDE = 32
OPTIONS = StyleOptions(batch=2, full_rate=6e-3)


@pytest.fixture
def album() -> Album:
    """Red pictures."""
    pictures = torch.zeros(3, 3, 2 * SIDE, 2 * SIDE, dtype=torch.uint8)
    pictures[:, 0] = 220
    return Album(pictures, ("a cup", "a dog", "a bird"))


def scenes(count: int = 3) -> Scenes:
    draw = seeded(1, 0, 0)
    guides = torch.rand(count, GUIDES, SIDE, SIDE, generator=draw) * 0.5
    corners = torch.zeros(count, 2, dtype=torch.int64)
    fine = torch.nn.functional.interpolate(guides, size=(CROP, CROP))
    light, code = torch.rand(count, LIGHTS, generator=draw), torch.zeros(count, 12, 2, 2)
    edges = tuple(
        (torch.tensor([[1, 2]] * i), torch.rand(i, 4, GUIDES, generator=draw)) for i in range(count)
    )
    return Scenes(guides.half(), light, code, fine, corners, edges, edges)


def painter() -> Painter:
    tokenizer, decoder = fresh(0, GUIDES, LIGHTS)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        refiner = Refiner(GUIDES, LIGHTS)
        for part in (decoder, refiner):
            torch.nn.init.normal_(part.raw.weight, std=0.02)
    return Painter(tokenizer, decoder, refiner)


def test_scenes_are_taken_with_what_edges_cross_in_them() -> None:
    some = scenes().of(torch.tensor([2, 0, 1]))
    edges = Edges.of(some.edges)
    assert edges.at.tolist() == [[0, 1, 2], [0, 1, 2], [2, 1, 2]]
    assert torch.equal(edges.samples[2], scenes().edges[1][1][0])
    assert torch.equal(some.guides[0], scenes().guides[2])


def test_a_lora_that_has_learned_nothing_paints_as_before(album: Album) -> None:
    parts = painter()
    stage = StyleStage(album, scenes(), parts, OPTIONS, lora.fresh(parts.learning, 4))
    figures = stage.evaluate(stage.modules, None)
    assert figures["apart"] == figures["apart_before"]
    assert figures["moved"] == pytest.approx(0, abs=1e-5)


def test_the_lora_learns_and_the_weights_under_it_do_not(album: Album) -> None:
    parts = painter()
    stage = StyleStage(album, scenes(), parts, OPTIONS, lora.fresh(parts.learning, 4))
    loss, _ = stage.loss(stage.read(0, seeded(0, 0, 0)), 0, seeded(0, 0, 1))
    loss.backward()
    assert all(p.grad is None for part in parts.learning.values() for p in part.parameters())
    grown = [
        name for name, p in stage.modules.named_parameters() if p.grad is not None and bool(p.grad.any())
    ]
    assert any("decoder" in name for name in grown)
    assert any("refiner" in name for name in grown)


@pytest.mark.slow
def test_scenes_come_to_look_like_the_pictures(album: Album, tmp_path: Path) -> None:
    parts = painter()
    stage = StyleStage(album, scenes(), parts, OPTIONS, lora.fresh(parts.learning, 4))
    budget = Budget(steps=20, warm_steps=1, average=0.5, autocast=False)
    events = list(train(stage, budget, tmp_path))
    (figures,) = [event.figures for event in events if isinstance(event, Evaluated)]
    assert figures["apart"] < 0.97 * figures["apart_before"]  # an untrained painter, twenty steps
    assert (tmp_path / "style.png").exists()


@pytest.mark.slow
def test_without_a_lora_the_painter_itself_learns_and_ships(album: Album, tmp_path: Path) -> None:
    stage = StyleStage(album, scenes(), painter(), OPTIONS)
    budget = Budget(steps=1, warm_steps=1, autocast=False)
    events = list(train(stage, budget, tmp_path, release=Release(tmp_path / "weights", "test")))
    assert [e.path.name for e in events if isinstance(e, Saved) and e.weights] == [
        "decoder.safetensors",
        "refiner.safetensors",
    ]
