"""Lettering lies on its thing, the right way up, and its picture says what the plan says."""

import io

import numpy as np
import pytest
from PIL import Image

from cavendish.plan.layout import complete
from cavendish.plan.schema import Lettering, Plan, Thing
from cavendish.world.export.decals import LIFT, Decal, decals
from cavendish.world.export.meshes import Field
from cavendish.world.stage import Stage, build


@pytest.fixture(scope="module")
def stage() -> Stage:
    things = tuple(Thing(id=kind, kind=kind) for kind in ("dog", "cup", "sign"))
    lines = (Lettering(text="OPEN", on="sign"), Lettering(text="TEA", on="cup"))
    return build(complete(Plan(place="studio", things=things, lettering=lines), 3), 3)


@pytest.fixture(scope="module")
def found(stage: Stage) -> dict[int, Decal]:
    return {decal.thing: decal for decal in decals(stage)}


def test_each_line_is_on_its_thing(found: dict[int, Decal]):
    assert sorted(found) == [1, 2]


@pytest.mark.parametrize("thing", [1, 2])
def test_it_lies_a_hair_over_the_surface(thing: int, stage: Stage, found: dict[int, Decal]):
    away = Field(stage, thing).distance(found[thing].points)
    assert np.median(away) == pytest.approx(LIFT, abs=0.001)
    assert away.min() > 0


@pytest.mark.parametrize("thing", [1, 2])
def test_it_faces_outward_and_is_read_from_left_to_right(thing: int, found: dict[int, Decal]):
    decal = found[thing]
    a, b, c = (decal.points[decal.faces[:, k]] for k in range(3))
    facing = np.cross(b - a, c - a)
    assert ((facing * decal.normals[decal.faces[:, 0]]).sum(1) > 0).all()
    right = decal.points[decal.uv[:, 0] == 1].mean(0) - decal.points[decal.uv[:, 0] == 0].mean(0)
    up = decal.points[decal.uv[:, 1] == 0].mean(0) - decal.points[decal.uv[:, 1] == 1].mean(0)
    assert np.cross(right, up) @ decal.normals.mean(0) > 0
    assert up[1] > 0


def test_its_picture_is_the_letters(stage: Stage, found: dict[int, Decal]):
    pixels = np.asarray(Image.open(io.BytesIO(found[2].image)).convert("RGBA"))
    (line,) = (line for line in stage.letters if pixels.shape[:2] == line.field.shape and line.radius == 0)
    assert np.array_equal(pixels[..., 3] > 127, line.field > 0)
    assert found[2].color == pytest.approx(line.color.tolist())
    assert len(found[2].image) < 30_000
