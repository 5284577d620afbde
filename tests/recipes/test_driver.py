"""Stages run alone or after one another, on what came before, and say what they lack."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cavendish.errors import TrainError
from cavendish.recipes import run
from cavendish.recipes.driver import Folders, build, drive, gated, load_recipe
from cavendish.recipes.recipe import Gate, Recipe, StageRecipe
from cavendish.train.events import Evaluated, Gated, Saved, Stopped, Waiting
from cavendish.train.pool import Pool
from cavendish.train.stages.backbone import BackboneOptions
from cavendish.train.stages.base import BaseOptions
from cavendish.train.stages.own_bits import OwnOptions
from cavendish.train.stages.refiner import RefinerOptions

TINY = Recipe(
    name="tiny",
    date="2026-11-21",
    cost="seconds",
    minutes=1,
    stages=(
        StageRecipe("base", 0.25, BaseOptions(batch=2, held_out=2), (Gate("carry", 99.0),), needs=4),
        StageRecipe("backbone", 0.25, BackboneOptions(batch=2, texts=2, held_out=2, held_texts=2), needs=4),
        StageRecipe("refiner", 0.25, RefinerOptions(batch=2, held_out=2), needs=4),
        StageRecipe("own", 0.25, OwnOptions(batch=2, held_out=2), needs=4),
    ),
)


@pytest.mark.slow
def test_a_whole_recipe_leaves_four_parts_that_speak_to_one_encoder(folder: Path, tmp_path: Path) -> None:
    from cavendish.models.checkpoint import read

    folders = Folders(tmp_path, (folder,), folder)
    events = list(drive(TINY, 0.004, folders, (), resume=True))
    assert [event.stage for event in events if isinstance(event, Stopped)] == [
        "base",
        "backbone",
        "refiner",
        "own",
    ]
    parts = {path.stem: read(path)[1] for path in (tmp_path / "weights").glob("*.safetensors")}
    assert set(parts) == {"tokenizer", "decoder", "backbone", "refiner"}
    assert len({header.encoder for header in parts.values()}) == 1
    assert all(header.recipe == "tiny 2026-11-21" for header in parts.values())
    gates = [event for event in events if isinstance(event, Gated)]
    assert [(gate.figure, gate.passed) for gate in gates] == [("carry", False)]
    assert all((tmp_path / f"{stage.name}.png").exists() for stage in TINY.stages)
    assert any(isinstance(event, Evaluated) for event in events)
    assert any(isinstance(event, Saved) for event in events)
    again = Folders(tmp_path / "again", (folder,), folder, tmp_path / "weights")
    stage, seen = build(TINY.stage("base"), Pool(folder), again, 0)
    assert stage.name == "base"
    assert seen == parts["decoder"].samples


@pytest.mark.parametrize("name", ["backbone", "refiner", "own"])
def test_a_stage_without_an_encoder_says_what_to_do(folder: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(TrainError, match="--stage base first"):
        build(TINY.stage(name), Pool(folder), Folders(tmp_path, (folder,), folder), 0)


def test_it_waits_for_a_pool_that_is_being_filled(folder: Path, tmp_path: Path) -> None:
    import shutil

    growing = Path(shutil.copytree(folder, tmp_path / "pool"))
    np.zeros(16, np.int8).tofile(growing / "done.i8")
    events = drive(TINY, 0.01, Folders(tmp_path, (growing,)), ("base",), resume=True)
    assert next(events) == Waiting("base", 0, 4)


def test_the_refiner_needs_crops(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(TrainError, match="crops"):
        next(drive(TINY, 0.01, Folders(tmp_path, (folder,)), ("refiner",), resume=True))


def test_a_figure_that_is_missing_fails_its_gate() -> None:
    stage = replace(TINY.stage("base"), gates=(Gate("carry", 1.0), Gate("bare", 1.0)))
    assert [gate.passed for gate in gated(stage, {"carry": 2.0})] == [True, False]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cpuu", 1.0, ()), "try: cpu"),
        (("cpu", 1.0, ("bass",)), "try: base"),
        (("cpu", 0.0, ()), "more than 0"),
    ],
)
def test_bad_arguments_get_one_line(
    arguments: tuple[str, float, tuple[str, ...]], message: str, folder: Path, tmp_path: Path
) -> None:
    recipe, minutes, stages = arguments
    with pytest.raises(TrainError, match=message):
        next(run(recipe, minutes, tmp_path, folder, stages=stages))


def test_an_accelerator_that_is_not_there_is_asked_for_politely(folder: Path, tmp_path: Path) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is one")
    with pytest.raises(TrainError, match="cpu recipe"):
        next(run("gpu", 1.0, tmp_path, folder))
    assert load_recipe("gpu").device == "cuda"
