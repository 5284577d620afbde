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


def test_a_finish_sets_how_smooth_a_stuff_is():
    made = (Slot("main", stuff) for stuff in ("ceramic", "ceramic", "glass"))
    shiny, dull, clear = (materials.slot_row(slot, (0.5, 0.4, 0.3), "matte") for slot in made)
    materials.finished(shiny, "glossy")
    materials.finished(dull, "matte")
    materials.finished(clear, "frosted")
    assert shiny[materials.ROUGH] < 0.2 < dull[materials.ROUGH]
    assert dull[materials.COAT] == 0.0 < shiny[materials.COAT]
    assert clear[materials.TRANS] <= 0.5 <= clear[materials.ROUGH]
