"""The gpu recipe is whole: shares that add up, gates, a date and a cost."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cavendish.recipes import STAGES, gpu, run
from cavendish.recipes.gpu import RECIPE
from cavendish.recipes.pools import Supply
from cavendish.train.events import Noted, Stopped
from cavendish.world import rays


def test_its_shares_add_up_and_its_stages_are_in_order() -> None:
    assert sum(stage.share for stage in RECIPE.stages) == pytest.approx(1)
    assert tuple(stage.name for stage in RECIPE.stages) == STAGES


def test_it_is_named_dated_costed_and_gated() -> None:
    assert RECIPE.name == "gpu"
    assert RECIPE.date.startswith("20")
    assert RECIPE.cost
    assert all(stage.gates for stage in RECIPE.stages)


def test_what_it_imports_does_without_pydantic_physics_and_fonts() -> None:
    """A bare accelerator machine has none of them."""
    code = (
        "import sys; import cavendish.recipes.driver, cavendish.recipes.gpu; "
        "sys.exit(any(m in sys.modules for m in ('pydantic', 'mujoco', 'uharfbuzz', 'freetype')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_is_fed_with_all_that_its_stages_want() -> None:
    assert RECIPE.fed
    assert RECIPE.pools[0].count - 200 >= max(stage.needs for stage in RECIPE.stages[:2])
    assert RECIPE.hold <= RECIPE.pools[0].count
    assert max(supply.side for supply in RECIPE.pools) == 384  # the last grid of a square is 24 × 24
    assert RECIPE.crops.crops
    seeds = [supply.seed for supply in (*RECIPE.pools, RECIPE.crops)]
    assert len(set(seeds)) == len(seeds)


@pytest.mark.slow
def test_small_and_on_the_cores_it_runs_whole_while_its_samples_are_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but accelerator and compiler: pools begun, held, renewed; four stages, each on what came before."""
    monkeypatch.setenv("CAVENDISH_THREADS", "2")
    small = {"batch": 8, "held_out": 2}
    few = {"base": {}, "backbone": {"texts": 2, "held_texts": 2}, "refiner": {}, "own": {}}
    stages = tuple(
        replace(one, needs=4, gates=(), options=replace(one.options, **small, **few[one.name]))
        for one in RECIPE.stages
    )
    recipe = replace(
        RECIPE, device="cpu", compiled=False, hold=6, stages=stages, crops=Supply("crops", 32, 8, (64,), 3),
        pools=(Supply("pool", 32, 10, seed=1), Supply("wide", 48, 8, seed=2)),
    )  # fmt: skip
    monkeypatch.setattr(gpu, "RECIPE", recipe)
    pool = tmp_path / "pool"
    said = list(run("gpu", 0.1, tmp_path / "out", pool, rays="auto"))
    assert [event.stage for event in said if isinstance(event, Stopped)] == list(STAGES)
    assert {path.stem for path in (tmp_path / "out" / "weights").glob("*.safetensors")} == {
        "tokenizer", "decoder", "backbone", "refiner",
    }  # fmt: skip
    assert any(isinstance(event, Noted) for event in said) == bool(rays.missing())
    done = np.fromfile(pool / "done.i8", np.int8)
    assert (done == 0).sum() <= 1  # one may have been in hand when it ended
    assert done[:9].max() > 1
    assert (np.fromfile(tmp_path / "pool-wide" / "done.i8", np.int8) == 1).all()
