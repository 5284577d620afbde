"""A thing that is said to be of a stuff is carved of it, and patterned in its main colour."""

import numpy as np

from cavendish.plan.lexicon import COLORS
from cavendish.plan.schema import Thing
from cavendish.world import materials, stuff
from cavendish.world.shapes.base import Slot

SLOTS = [Slot(), Slot("black", "ceramic"), Slot((0.9, 0.6, 0.2), "ceramic", emission=0.5)]


def _rows(material: str | None, kind: str = "dog", **more: object) -> list[np.ndarray]:
    thing = Thing.model_validate({"id": "x", "kind": kind, "material": material, **more})
    return stuff.rows(thing, SLOTS, COLORS["white"], material or thing.nature.material)


def test_a_statue_is_of_one_stuff_and_what_glows_stays() -> None:
    body, nose, lamp = _rows("marble")
    marble = materials.TEXTURES.index("marble")
    assert body[materials.TEXTURE] == nose[materials.TEXTURE] == marble
    assert lamp[materials.TEXTURE] == 0
    assert nose[0] < body[0]


def test_a_brick_house_has_a_roof_of_its_own() -> None:
    wall, roof, _ = _rows("brick", "house")
    assert wall[materials.TEXTURE] == materials.TEXTURES.index("brick")
    assert roof[materials.TEXTURE] == 0


def test_a_pattern_is_drawn_on_the_main_colour_alone() -> None:
    body, nose, _ = _rows(None, "cup", pattern="striped", accent="navy")
    assert body[materials.PATTERN] == materials.PATTERNS.index("bars")
    assert body[materials.SECOND + 2] > 3 * body[materials.SECOND]
    assert nose[materials.PATTERN] == 0


def test_a_pale_thing_has_a_dark_pattern_and_a_dark_one_a_pale() -> None:
    pale = _rows(None, "cup", pattern="spotted")[0]
    assert pale[materials.SECOND : materials.SECOND + 3].mean() < 0.3
    thing = Thing(id="x", kind="cup", pattern="spotted")
    dark = stuff.rows(thing, SLOTS, COLORS["blue"], "ceramic")[0]
    assert dark[materials.SECOND : materials.SECOND + 3].mean() > 0.7


def test_a_matte_bottle_of_glass_is_no_longer_clear() -> None:
    thing = Thing(id="x", kind="bottle", color="black", finish="matte")
    dull = stuff.rows(thing, SLOTS, COLORS["black"], "glass")[0]
    assert dull[materials.TRANS] == 0.0
    assert dull[:3].mean() < 0.05
