"""Gates hold figures to their bars."""

import math

import pytest

from cavendish.recipes.driver import load_recipe
from cavendish.recipes.recipe import Gate, Recipe
from cavendish.train.stages.base import BaseOptions


def test_a_gate_passes_on_the_right_side_of_its_bar_and_never_for_nan() -> None:
    assert Gate("carry", 22.0).passed(22.0)
    assert not Gate("carry", 22.0).passed(21.9)
    assert Gate("bits", 0.25, at_most=True).passed(0.2)
    assert not Gate("bits", 0.25, at_most=True).passed(0.3)
    assert not Gate("carry", 22.0).passed(math.nan)
    assert not Gate("bits", 0.25, at_most=True).passed(math.nan)


def test_a_stage_is_found_by_name() -> None:
    recipe: Recipe = load_recipe("cpu")
    assert isinstance(recipe.stage("base").options, BaseOptions)
    with pytest.raises(StopIteration):
        recipe.stage("nothing")
