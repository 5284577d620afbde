"""Every slot of the library names real colours, materials and patterns, and its row says what they are."""

import numpy as np
import pytest

from cavendish.plan.lexicon import COLORS
from cavendish.plan.lexicon import MATERIALS as PLANNED
from cavendish.world import materials
from cavendish.world.shapes import SHAPES
from cavendish.world.shapes.base import Slot


def test_the_plans_materials_are_all_here() -> None:
    assert set(PLANNED) <= set(materials.MATERIALS)


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_slots_name_what_exists(name: str) -> None:
    for slot in SHAPES[name].slots.values():
        assert slot.material in {"main", *materials.MATERIALS}
        assert slot.pattern in materials.PATTERNS
        for color in (slot.color, slot.second):
            assert not isinstance(color, str) or color in {"main", *COLORS}


def test_main_takes_the_plans_color_and_material() -> None:
    row = materials.slot_row(Slot(), COLORS["red"], "ceramic")
    assert np.allclose(row[materials.BASE : materials.BASE + 3], COLORS["red"], atol=1e-6)
    assert row[materials.COAT] == np.float32(materials.MATERIALS["ceramic"].coat)
    assert materials.slot_row(Slot("blue"), COLORS["red"], "wood")[materials.BASE + 2] > 0.5


def test_nothing_reflects_more_than_it_gets() -> None:
    for material in materials.MATERIALS:
        row = materials.slot_row(Slot(), (1.0, 1.0, 1.0), material)
        assert row[materials.BASE : materials.BASE + 3].max() <= 0.95
