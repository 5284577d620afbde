"""Learning from a folder of a user's own pictures: as a LoRA file, or into the painter's own weights."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import torch

from cavendish import pipeline, settings
from cavendish.errors import TrainError
from cavendish.events import Planned, Request
from cavendish.models import lora
from cavendish.models.backbone import Backbone, see
from cavendish.models.checkpoint import load
from cavendish.models.decoder import Decoder
from cavendish.models.lora import LoraHeader
from cavendish.models.refiner import Refiner
from cavendish.models.tokenizer import Tokenizer
from cavendish.painters.loading import fingerprint
from cavendish.plan.prose import heard
from cavendish.sampling.scales import Draw
from cavendish.train.album import Album, opened
from cavendish.train.drawing import grids_of, written_code
from cavendish.train.events import Event, Saved, Stopped, Waiting
from cavendish.train.export import Release, commit_of
from cavendish.train.loop import Budget, train
from cavendish.train.stages.style import CROP, Crossings, Painter, Scenes, StyleOptions, StyleStage
from cavendish.world.guides import Crossed, detailed
from cavendish.world.light import vector
from cavendish.world.stage import Stage, Window, build

SIDE = 128

SCENES = 24
RECIPE = "style 2026-11-21"
_FIRST = 700_000_000
UNWOVEN = ("raw", "tail_in")
"""Layers that write 4 × 4 pixels at once: what they learn of a style in a few steps is a weave of that period."""


@dataclass(frozen=True)
class Learned:
    """Where pictures come from and what is made of them: a LoRA's file, or with none a folder of weights in `run`."""

    pictures: Path
    run: Path
    file: Path | None = None
    rank: int = lora.RANK
    options: StyleOptions = field(default_factory=StyleOptions)
    side: int = SIDE
    scenes: int = SCENES


def learn(
    what: Learned, minutes: float | None, *, resume: bool = True, steps: int | None = None, seed: int = 0
) -> Iterator[Event]:
    """Learns for `minutes` (or, for tests, `steps`), as a generator of events; closing it saves what can go on.

    Afterwards `what.file` is a LoRA over the weights in use, or `what.run/weights` are whole weights that hold what
    was learned. Raises TrainError or FileError for a folder that is no album, WeightsError for weights that are not
    whole.
    """
    if minutes is not None and not minutes > 0:
        raise TrainError(f"minutes: expected more than 0, got {minutes:g}", "--minutes 2")
    album = opened(what.pictures, 2 * what.side)
    source = settings.weights_dir()
    base = fingerprint(source)
    painter, backbone = _parts(source)
    yield Waiting("style", 0, what.scenes)
    scenes = _scenes(album, what, painter, backbone)
    yield Waiting("style", what.scenes, what.scenes)
    adapter = lora.fresh(painter.learning, what.rank, seed, UNWOVEN) if what.file is not None else None
    options = what.options
    stage = StyleStage(album, scenes, painter, options, adapter)
    release = None
    if what.file is None:
        weights = what.run / "weights"
        stage.full_rate = options.full_rate / 10  # whole weights move further in a step than a few directions
        release = Release(weights, RECIPE, commit_of(Path(__file__).parent))
        weights.mkdir(parents=True, exist_ok=True)
        for name in ("tokenizer", "backbone"):
            shutil.copyfile(source / f"{name}.safetensors", weights / f"{name}.safetensors")
    budget = Budget(minutes=minutes, steps=steps, seed=seed, average=0.98, warm_steps=10,
                    evaluate_minutes=max(5.0, (minutes or 1) / 2))  # fmt: skip
    done = 0
    for event in train(stage, budget, what.run, resume, torch.device("cpu"), release):
        yield event
        done = event.step if isinstance(event, Stopped) else done
    if what.file is not None:
        made = stage.latest["lora"]
        assert isinstance(made, lora.Lora)
        header = LoraHeader(base, what.rank, RECIPE, len(album.captions), done)
        lora.save(what.file, made, header)
        yield Saved("style", done, what.file, weights=True)


def _parts(folder: Path) -> tuple[Painter, Backbone]:
    """The painter's parts in `folder`, in float32."""
    tokenizer, backbone, decoder, refiner = Tokenizer(), Backbone(), Decoder(), Refiner()
    version = load(folder / "tokenizer.safetensors", tokenizer, "tokenizer").encoder
    load(folder / "backbone.safetensors", backbone, "backbone", version)
    load(folder / "decoder.safetensors", decoder, "decoder", version)
    load(folder / "refiner.safetensors", refiner, "refiner", version)
    return Painter(tokenizer, decoder, refiner), backbone.eval()


@torch.no_grad()
def _scenes(album: Album, what: Learned, painter: Painter, backbone: Backbone) -> Scenes:
    """The stages of the captions, drawn with seeds that follow, as guides, light and what the backbone writes."""
    rows: list[tuple[torch.Tensor, ...]] = []
    crossed: list[tuple[Crossings, Crossings]] = []
    side, room = what.side, 2 * what.side - CROP
    for i in range(what.scenes):
        stage = _staged(album.captions[i % len(album.captions)], _FIRST + i)
        seen, edges = detailed(stage, Window.whole(side, side))
        corner = [room * (37 * i % 11) // 10 // 4 * 4, room * (53 * i % 7) // 6 // 4 * 4]
        window = Window(corner[0], corner[1], CROP, CROP, 2 * side, 2 * side)
        near, near_edges = detailed(stage, window)
        light = torch.from_numpy(vector(stage.light, stage.basis))
        whole = torch.from_numpy(seen).permute(2, 0, 1)[None].float()
        words = torch.tensor([heard(stage.plan)])
        looked = see(whole, light[None], grids_of(whole), words)
        code = written_code(
            backbone, painter.tokenizer, looked, [_FIRST + i], Draw(temperature=0.7, greedy=1)
        )
        fine = torch.from_numpy(near).permute(2, 0, 1).half()
        rows.append((whole[0].half(), light, code[0], fine, torch.tensor(corner)))
        crossed.append((_crossings(edges), _crossings(near_edges)))
    whole, light, code, fine, corners = (torch.stack(column) for column in zip(*rows, strict=True))
    edges, fine_edges = zip(*crossed, strict=True)
    return Scenes(whole, light, code, fine, corners, edges, fine_edges)


def _crossings(edges: Crossed) -> Crossings:
    return torch.from_numpy(edges.at), torch.from_numpy(edges.samples).half()


def _staged(caption: str, seed: int) -> Stage:
    """The stage of what a caption says."""
    for event in pipeline.think(Request(caption, seed, aspect="1:1")):
        if isinstance(event, Planned):
            return build(event.plan, seed)
    raise TrainError(f"caption: expected a plan of {caption!r}, got none")
