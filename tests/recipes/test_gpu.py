"""The gpu recipe is whole: shares that add up, gates, a date and a cost."""

import subprocess
import sys

import pytest

from cavendish.recipes import STAGES
from cavendish.recipes.gpu import RECIPE


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
