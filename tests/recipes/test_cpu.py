"""The cpu recipe is whole: shares that add up, gates, a date and a cost."""

import pytest

from cavendish.recipes import STAGES
from cavendish.recipes.cpu import RECIPE


def test_its_shares_add_up_and_its_stages_are_in_order() -> None:
    assert sum(stage.share for stage in RECIPE.stages) == pytest.approx(1)
    assert tuple(stage.name for stage in RECIPE.stages) == STAGES


def test_it_is_named_dated_costed_and_gated() -> None:
    assert RECIPE.name == "cpu"
    assert RECIPE.date.startswith("20")
    assert RECIPE.cost
    assert all(stage.gates for stage in RECIPE.stages)
