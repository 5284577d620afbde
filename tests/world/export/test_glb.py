"""The GLB, as another program reads it, is the plan: its things, their sizes and colours, its camera and light."""

import io
import json
import struct
from typing import Any

import numpy as np
import pytest
import trimesh

from cavendish.plan.layout import complete
from cavendish.plan.schema import Lettering, Plan, Relation, Thing
from cavendish.plan.shades import albedo
from cavendish.world.export.glb import encode, material
from cavendish.world.field import surface
from cavendish.world.materials import BASE, METAL, ROUGH
from cavendish.world.stage import Stage, build, prims_of

THINGS = (
    Thing(id="mug", kind="cup", color="red"),
    Thing(id="box-1", kind="gift box", shade="#3fa7d6"),
    Thing(id="glass-1", kind="wine glass"),
    Thing(id="camera", kind="sign", material="metal"),
)


@pytest.fixture(scope="module")
def stage() -> Stage:
    on = (Relation(subject="mug", predicate="on", object="box-1"),)
    lines = (Lettering(text="OPEN", on="camera"),)
    return build(complete(Plan(place="table", things=THINGS, relations=on, lettering=lines), 4), 4)


@pytest.fixture(scope="module")
def data(stage: Stage) -> bytes:
    return encode(stage)


@pytest.fixture(scope="module")
def document(data: bytes) -> dict[str, Any]:
    magic, version, size = struct.unpack("<4sII", data[:12])
    assert (magic, version, size) == (b"glTF", 2, len(data))
    length, kind = struct.unpack("<I4s", data[12:20])
    assert kind == b"JSON"
    return json.loads(data[20 : 20 + length])


@pytest.fixture(scope="module")
def scene(data: bytes) -> Any:
    return trimesh.load_scene(io.BytesIO(data), file_type="glb", merge_primitives=True)


def test_every_thing_is_one_node_named_by_its_id(document: dict[str, Any], stage: Stage):
    names = [node["name"] for node in document["nodes"]]
    assert len(names) == len(set(names))
    assert [node["name"] for node in document["nodes"] if "extras" in node] == list(stage.ids)
    assert set(names) == {*stage.ids, "Ground", "Camera", "Key light", "Lettering of camera"}
    letters = next(k for k, node in enumerate(document["nodes"]) if node["name"] == "Lettering of camera")
    assert next(n for n in document["nodes"] if n["name"] == "camera")["children"] == [letters]


def test_as_loaded_things_stand_where_the_stage_has_them(scene: Any, stage: Stage):
    for thing, frame in zip(stage.plan.things, stage.frames, strict=True):
        turn, name = scene.graph[thing.id]
        points = trimesh.transform_points(scene.geometry[name].vertices, turn)
        found = surface(prims_of(thing), 60) * frame.scale @ frame.turn.T + frame.origin
        size = float(np.ptp(found, axis=0).max())
        assert np.abs(points.min(0) - found.min(0)).max() < 0.02 * size
        assert np.abs(points.max(0) - found.max(0)).max() < 0.02 * size


def test_as_loaded_things_are_watertight(scene: Any, stage: Stage):
    for name in stage.ids:
        whole = scene.geometry[scene.graph[name][1]].copy()
        whole.merge_vertices(merge_norm=True, merge_tex=True)
        assert whole.is_watertight
        assert whole.volume > 0


def parts(document: dict[str, Any], name: str) -> dict[str, Any]:
    """The materials of a thing, by the names of its slots."""
    node = next(node for node in document["nodes"] if node["name"] == name)
    used = [document["materials"][p["material"]] for p in document["meshes"][node["mesh"]]["primitives"]]
    return {made["name"].removeprefix(f"{name} "): made["pbrMetallicRoughness"] for made in used}


def test_colours_are_the_plans_in_linear_light(document: dict[str, Any], stage: Stage):
    blue = [*albedo("#3fa7d6"), 1.0]
    assert any(look["baseColorFactor"] == pytest.approx(blue) for look in parts(document, "box-1").values())
    for thing in THINGS:
        for look in parts(document, thing.id).values():
            rows = np.abs(stage.slots[:, BASE : BASE + 3] - look["baseColorFactor"][:3]).max(1) < 1e-6
            surface = np.stack([stage.slots[:, METAL] > 0.5, stage.slots[:, ROUGH]], 1)
            same = np.abs(surface - [look["metallicFactor"], look["roughnessFactor"]])
            assert (rows & (same.max(1) < 1e-3)).any()


def test_metal_is_metal_and_glass_is_seen_through(document: dict[str, Any]):
    assert any(look["metallicFactor"] == 1 for look in parts(document, "camera").values())
    assert any(look["baseColorFactor"][3] < 0.6 for look in parts(document, "glass-1").values())
    assert all(look["baseColorFactor"][3] == 1 for look in parts(document, "mug").values())
    modes = {made["name"]: made.get("alphaMode") for made in document["materials"]}
    assert "BLEND" in {mode for name, mode in modes.items() if name.startswith("glass-1")}


def test_what_shines_is_emissive(stage: Stage):
    row = stage.slots[0].copy()
    assert "emissiveFactor" not in material(row, "dull")
    row[9:12] = (0.5, 3.0, 0.0)
    assert material(row, "lamp")["emissiveFactor"] == [0.5, 1.0, 0.0]


def test_the_camera_and_the_light_are_the_plans(document: dict[str, Any], stage: Stage):
    nodes = {node["name"]: node for node in document["nodes"]}
    pose = np.array(nodes["Camera"]["matrix"]).reshape(4, 4).T
    assert pose[:3, 3] == pytest.approx(stage.camera[0:3])
    assert -pose[:3, 2] == pytest.approx(stage.camera[9:12])  # glTF's cameras look along their own -z
    assert np.linalg.det(pose[:3, :3]) == pytest.approx(1, abs=1e-5)
    (lens,) = document["cameras"]
    assert np.tan(lens["perspective"]["yfov"] / 2) == pytest.approx(stage.camera[13])
    shines = np.array(nodes["Key light"]["matrix"]).reshape(4, 4).T
    assert shines[:3, 2] == pytest.approx(stage.light.key, abs=1e-6)
    (light,) = document["extensions"]["KHR_lights_punctual"]["lights"]
    assert light["type"] == "directional"
    assert np.array(light["color"]) * light["intensity"] == pytest.approx(stage.light.key_color)


def test_the_plan_itself_is_inside(document: dict[str, Any], stage: Stage):
    assert Plan.model_validate(document["extras"]["plan"]) == stage.plan


def test_it_is_small_and_the_same_each_time(data: bytes, stage: Stage):
    assert len(data) < 3 * 2**20
    assert encode(stage) == data


def test_an_empty_place_is_a_scene_too():
    data = encode(build(complete(Plan(place="meadow"), 1), 1))
    scene = trimesh.load_scene(io.BytesIO(data), file_type="glb")
    assert list(scene.graph.nodes_geometry) == ["Ground"]
