"""Worktops and cloths: of the colour they are said to have, smooth or dull as their stuff is."""

import numpy as np
import pytest

from cavendish.plan.scene import Surface
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.shades import albedo
from cavendish.world.places import floor_color, ground_of, topped
from cavendish.world.tops import TOPS

_SIDE = 60
X, Z = (a.ravel().astype(np.float32) for a in np.meshgrid(*[np.linspace(-2, 2, _SIDE)] * 2))
FLAT = np.tile(np.array((0, 1, 0), np.float32), (_SIDE**2, 1))
FINE = np.full(_SIDE**2, 0.002, np.float32)


@pytest.mark.parametrize(
    "name", [name for name in TOPS if " " not in name and name not in ("granite", "brick")]
)
def test_a_plain_stuffs_mean_is_its_colour(name: str):
    base = np.tile(np.array((0.30, 0.22, 0.15), np.float32), (_SIDE**2, 1))
    drawn = TOPS[name](X, Z, base, FINE, FLAT)
    assert np.abs(drawn.base.mean(0) - base[0]).max() < 0.03
    assert np.allclose(np.linalg.norm(drawn.normal, axis=1), 1, atol=1e-4)


@pytest.mark.parametrize("name", ["checkered cloth", "striped cloth", "spotted cloth"])
def test_a_pattern_shows_both_colours_and_blurs_to_neither_afar(name: str):
    base = np.tile(np.array((0.40, 0.03, 0.03), np.float32), (_SIDE**2, 1))
    near = TOPS[name](X, Z, base, FINE, FLAT).base[:, 1]
    far = TOPS[name](X, Z, base, np.full_like(FINE, 3.0), FLAT).base[:, 1]
    assert near.min() < 0.1
    assert near.max() > 0.6
    assert far.std() < 0.35 * near.std()


def test_mirrors_are_smooth_and_paint_is_dull():
    base = np.tile(np.array((0.2, 0.2, 0.2), np.float32), (_SIDE**2, 1))
    rough = {
        name: float(TOPS[name](X, Z, base, FINE, FLAT).rough.mean()) for name in ("gloss", "steel", "plain")
    }
    assert rough["gloss"] < rough["steel"] < rough["plain"]


@pytest.mark.parametrize(
    ("lies", "stuff", "ground"),
    [("top", "wood", "planks top"), ("top", "cloth", "checkered cloth top"), ("floor", "marble", "marble"),
     ("backdrop", None, "sweep")],
)  # fmt: skip
def test_the_ground_is_the_surface_that_a_plan_names(lies: str, stuff: str | None, ground: str):
    surface = Surface.model_validate(
        {"lies": lies, "stuff": stuff, "shade": "teal", "pattern": "checkered" if stuff == "cloth" else None}
    )
    plan = Plan(place="kitchen", surface=surface, things=(Thing(id="dog-1", kind="dog"),))
    assert ground_of(plan, 1) == ground
    assert topped(plan) == (lies == "top")
    assert np.allclose(floor_color(plan, 1), albedo("teal"))
