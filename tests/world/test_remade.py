"""Looks that change the stage: one stuff for all, flat facets, bases under figurines."""

import numpy as np

from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan
from cavendish.world import materials, remade
from cavendish.world.stage import Stage, Window, build
from cavendish.world.surfaces import sample


def _stage(look: str | None, *kinds: str) -> Stage:
    things = [{"id": f"t{i}", "kind": kind} for i, kind in enumerate(kinds)]
    plan = Plan.model_validate({"place": "studio", "things": things, "style": {"look": look} if look else {}})
    return build(complete(plan, 1), 1)


def test_clay_takes_gloss_metal_and_glass_and_leaves_colours() -> None:
    plain, clay = _stage(None, "car", "wine glass").slots, _stage("clay", "car", "wine glass").slots
    color = slice(materials.BASE, materials.BASE + 3)
    assert np.array_equal(plain[:, color], clay[:, color])
    for number in (materials.METAL, materials.TRANS, materials.COAT):
        assert plain[:, number].max() > 0
        assert len(np.unique(clay[:, number])) == 1
        assert clay[0, number] < 0.1


def test_other_looks_leave_the_stage_as_it_is() -> None:
    plain, film = _stage(None, "car"), _stage("film", "car")
    assert np.array_equal(plain.slots, film.slots)
    assert np.array_equal(plain.prims, film.prims)


def test_a_figurine_stands_on_its_base() -> None:
    plain, raised = _stage(None, "fox"), _stage("figurine", "fox")
    assert len(raised.prims) == len(plain.prims) + 1
    assert np.allclose(raised.frames[0].origin - plain.frames[0].origin, (0, remade.RISE, 0))
    base = raised.prims[int(raised.things[0, 1]) - 1]
    assert np.isclose(base[2] + base[5], remade.RISE)
    assert np.isclose(base[2] - base[5], 0, atol=1e-6)
    assert np.array_equal(raised.prims[0, 4:7], plain.prims[0, 4:7])


def test_facets_have_one_normal_each_and_face_as_the_surface_does() -> None:
    window = Window.whole(96, 96)
    smooth, flat = (sample(_stage(look, "sports ball"), window, 1).surfaces for look in (None, "low poly"))
    on = smooth.thing == 0
    assert np.array_equal(on, flat.thing == 0)
    many, few = (len(np.unique(np.round(s.normal[on], 2), axis=0)) for s in (smooth, flat))
    assert few < many / 4
    assert ((smooth.normal[on] * flat.normal[on]).sum(1) > 0.2).mean() > 0.98
