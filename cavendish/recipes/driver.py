"""Runs a recipe: builds each stage on what came before, trains it, ships it, and holds its figures to the gates."""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import torch

from cavendish.errors import TrainError
from cavendish.models.backbone import Backbone
from cavendish.models.checkpoint import Header, load
from cavendish.models.decoder import Decoder
from cavendish.models.refiner import Refiner
from cavendish.models.tokenizer import Tokenizer
from cavendish.recipes.recipe import Recipe, StageRecipe
from cavendish.train.events import Evaluated, Event, Gated, Waiting
from cavendish.train.export import Release, commit_of
from cavendish.train.loop import Budget, Stage, train
from cavendish.train.mixture import Mixture
from cavendish.train.pool import Pool
from cavendish.train.stages.backbone import BackboneOptions, BackboneStage, fresh_backbone
from cavendish.train.stages.base import BaseOptions, BaseStage, fresh
from cavendish.train.stages.own_bits import OwnBitsStage, OwnOptions
from cavendish.train.stages.refiner import RefinerOptions, RefinerStage, fresh_refiner
from cavendish.train.texts import text_pairs

_POLL_SECONDS = 5.0


@dataclass(frozen=True)
class Folders:
    """Where a run reads and writes: its own folder, the pool, the refiner's pool, and weights to start from."""

    out: Path
    pools: tuple[Path, ...]
    crops: Path | None = None
    start: Path | None = None

    @property
    def weights(self) -> Path:
        """Where this run ships its weights."""
        return self.out / "weights"

    def part(self, name: str, fallback: bool = True) -> Path | None:
        """The file of a part: this run's own, else the one it started from, else None."""
        own = self.weights / f"{name}.safetensors"
        if own.exists():
            return own
        given = self.start / f"{name}.safetensors" if self.start is not None and fallback else None
        return given if given is not None and given.exists() else None


def load_recipe(name: str) -> Recipe:
    """The recipe of that name."""
    recipe: Recipe = import_module(f"cavendish.recipes.{name}").RECIPE
    return recipe


def drive(
    recipe: Recipe, minutes: float, folders: Folders, only: tuple[str, ...], resume: bool, seed: int = 0
) -> Generator[Event]:
    """Trains the recipe's stages one after the other; see `recipes.run`."""
    device = device_of(recipe)
    chosen = [stage for stage in recipe.stages if not only or stage.name in only]
    total = sum(stage.share for stage in chosen)
    commit = commit_of(Path(__file__).parent)
    for each in chosen:
        pool = yield from _pool(each, folders)
        if recipe.hold and each.name != "refiner":
            pool.hold(device, recipe.hold)
        stage, samples = build(each, pool, folders, seed)
        budget = Budget(
            minutes=minutes * each.share / total,
            seed=seed,
            average=recipe.average,
            compiled=recipe.compiled,
            evaluate_minutes=min(recipe.evaluate_minutes, max(0.5, minutes * each.share / total / 2)),
        )
        release = Release(folders.weights, f"{recipe.name} {recipe.date}", commit, samples)
        figures: dict[str, float] = {}
        for event in train(stage, budget, folders.out, resume, device, release):
            if isinstance(event, Evaluated):
                figures = event.figures
            yield event
        yield from gated(each, figures)


def gated(stage: StageRecipe, figures: dict[str, float]) -> Iterator[Gated]:
    """One event a gate; whoever listens decides whether to go on when one is not passed."""
    for gate in stage.gates:
        value = figures.get(gate.figure, float("nan"))
        yield Gated(stage.name, gate.figure, value, gate.bar, gate.passed(value))


def build(recipe: StageRecipe, pool: Pool | Mixture, folders: Folders, seed: int) -> tuple[Stage, int]:
    """The stage on its pool, on the parts it stands on, and how many samples its parts had seen before.

    Raises TrainError when a part it stands on is missing, WeightsError when one is damaged or does not fit.
    """
    options = recipe.options
    if isinstance(options, BaseOptions):
        return _base(pool, options, folders, seed)
    tokenizer, decoder, header = _frozen(recipe.name, pool, folders)
    if isinstance(options, BackboneOptions):
        backbone = fresh_backbone(seed, pool.channels, pool.lights)
        seen = _loaded(folders.part("backbone"), backbone, "backbone", header.encoder, needed=False)
        return BackboneStage(pool, options, (tokenizer, decoder), text_pairs(pool.folder), backbone), seen
    if isinstance(options, RefinerOptions):
        assert isinstance(pool, Pool)
        refiner = fresh_refiner(seed, pool.channels, pool.lights)
        seen = _loaded(folders.part("refiner"), refiner, "refiner", None, needed=False)
        return RefinerStage(pool, options, (tokenizer, decoder), header.base_area, refiner), seen
    assert isinstance(options, OwnOptions)
    backbone = fresh_backbone(seed, pool.channels, pool.lights)
    _loaded(folders.part("backbone"), backbone, "backbone", header.encoder, needed=True)
    return OwnBitsStage(pool, options, (tokenizer, decoder, backbone)), header.samples


def _base(pool: Pool | Mixture, options: BaseOptions, folders: Folders, seed: int) -> tuple[BaseStage, int]:
    """From nothing, or from the weights the run was given; a folder without a tokenizer gets a new one.

    This run's own weights are in its checkpoint already.
    """
    tokenizer, decoder = fresh(seed, pool.channels, pool.lights)
    seen = 0
    if folders.start is not None:
        _loaded(folders.start / "tokenizer.safetensors", tokenizer, "tokenizer", None, needed=False)
        seen = _loaded(folders.start / "decoder.safetensors", decoder, "decoder", None, needed=True)
    return BaseStage(pool, options, (tokenizer, decoder)), seen


def _frozen(stage: str, pool: Pool | Mixture, folders: Folders) -> tuple[Tokenizer, Decoder, Header]:
    """Encoder and decoder as they ship, and the decoder's header."""
    paths = folders.part("tokenizer"), folders.part("decoder")
    if paths[0] is None or paths[1] is None:
        raise TrainError(
            f"{stage}: expected a trained encoder in {folders.weights}, got none", "--stage base first"
        )
    tokenizer, decoder = fresh(0, pool.channels, pool.lights)
    version = load(paths[0], tokenizer, "tokenizer").encoder
    return tokenizer, decoder, load(paths[1], decoder, "decoder", version)


def _loaded(
    path: Path | None,
    part: Backbone | Refiner | Tokenizer | Decoder,
    name: str,
    encoder: str | None,
    needed: bool,
) -> int:
    """The part holds the file's weights; returns the samples they have seen, 0 when there is no file."""
    if path is None or not path.exists():
        if needed:
            raise TrainError(
                f"{name}: expected its weights at {path or 'out/weights'}, got none", f"--stage {name} first"
            )
        return 0
    return load(path, part, name, encoder).samples


def _pool(stage: StageRecipe, folders: Folders) -> Generator[Event, None, Pool | Mixture]:
    """The stage's pool, once it holds enough samples; says so while it waits."""
    if stage.name == "refiner":
        if folders.crops is None:
            raise TrainError("refiner: expected a pool of crops, got none", "--crops DIR")
        pool: Pool | Mixture = Pool(folders.crops)
    else:
        pool = Mixture(folders.pools)
    needed = min(stage.needs, pool.count - pool.held_out)
    while len(pool.rows()) < needed:
        yield Waiting(stage.name, len(pool.rows()), needed)
        time.sleep(_POLL_SECONDS)
    return pool


def device_of(recipe: Recipe) -> torch.device:
    """The device a recipe trains on. TrainError when it is not there."""
    if recipe.device == "cuda" and not torch.cuda.is_available():
        raise TrainError("recipe: expected an NVIDIA accelerator, got none", "the cpu recipe")
    return torch.device(recipe.device)
