"""A thing's mesh is its distance field's surface: closed, facing outward, and cut where slots meet."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from cavendish.errors import RequestError
from cavendish.world.export.meshes import FINEST, Field, Mesh, mesh
from cavendish.world.field import surface
from cavendish.world.packets import P_SLOT
from cavendish.world.stage import Stage, prims_of

Staged = Callable[..., Stage]
KINDS = [
    "cup",
    "chair",
    "wine glass",
    "dog",
    "house",
    "umbrella",
    "person",
]  # a shell, sharp edges, glass, blends, walls, thin parts, many slots


def solid(made: Mesh) -> Any:
    """The mesh with the copies at its seams made one."""
    whole = trimesh.Trimesh(made.points, made.faces, made.normals, process=False)
    whole.merge_vertices(merge_norm=True)
    return whole


@pytest.fixture(scope="module", params=KINDS)
def pair(request: pytest.FixtureRequest, staged: Staged) -> tuple[Stage, Mesh]:
    stage = staged([request.param])
    return stage, mesh(stage, 0)


def test_it_is_watertight_and_encloses_its_inside(pair: tuple[Stage, Mesh]):
    whole = solid(pair[1])
    assert whole.is_watertight
    assert whole.is_winding_consistent
    assert whole.volume > 0


def test_its_points_lie_on_the_surface(pair: tuple[Stage, Mesh]):
    stage, made = pair
    detail = FINEST * max(1.0, float(np.ptp(made.points, axis=0).max()))
    away = np.abs(Field(stage, 0).distance(made.points))
    assert np.quantile(away, 0.9) < 0.1 * detail
    assert np.quantile(away, 0.999) < 2 * detail
    middles = made.points[made.faces].mean(1)
    assert np.quantile(np.abs(Field(stage, 0).distance(middles)), 0.9) < detail


def test_its_normals_are_the_fields_and_agree_with_its_triangles(pair: tuple[Stage, Mesh]):
    _, made = pair
    assert np.abs(np.linalg.norm(made.normals, axis=1) - 1).max() < 1e-3
    flat = trimesh.Trimesh(made.points, made.faces, process=False)
    agree = (flat.face_normals * made.normals[made.faces].mean(1)).sum(1) > 0
    assert flat.area_faces[agree].sum() > 0.995 * flat.area


def test_its_box_is_the_things(pair: tuple[Stage, Mesh]):
    stage, made = pair
    found = surface(prims_of(stage.plan.things[0]), 60) * stage.frames[0].scale
    size = float(np.ptp(found, axis=0).max())
    assert np.abs(made.points.min(0) - found.min(0)).max() < 0.02 * size
    assert np.abs(made.points.max(0) - found.max(0)).max() < 0.02 * size


def test_each_part_shows_its_own_slot(pair: tuple[Stage, Mesh]):
    stage, made = pair
    assert set(made.parts) <= set(stage.prims[:, P_SLOT].astype(int).tolist())
    right = total = 0.0
    for slot, faces in made.parts.items():
        corners = made.points[faces]
        facing = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        size = np.linalg.norm(facing, axis=1)
        found = Field(stage, 0).slots(corners.mean(1), facing / np.maximum(size, 1e-12)[:, None])
        right, total = right + float(size[found == slot].sum()), total + float(size.sum())
    assert right > 0.985 * total  # by area


def test_more_points_are_as_many_as_asked_for(staged: Staged):
    stage = staged(["apple"])
    few, many = (len(mesh(stage, 0, budget).points) for budget in (3_000, 12_000))
    assert 1_500 < few < 4_500
    assert 6_000 < many < 18_000


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch):
    from cavendish.world.export import check

    monkeypatch.setitem(sys.modules, "mcubes", None)
    with pytest.raises(RequestError, match=r"PyMCubes, got none; try: pip install 'cavendish\[export\]'"):
        check(Path("scene.glb"))
