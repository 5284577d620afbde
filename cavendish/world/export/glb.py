"""A stage as GLB, the binary form of glTF 2.0: y up, right-handed, one stage unit a metre (Khronos, 2021)."""

import json
import struct
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from cavendish.world.export.decals import Decal, decals
from cavendish.world.export.meshes import Mesh, mesh
from cavendish.world.materials import BASE, EMISSION, METAL, ROUGH, TRANS
from cavendish.world.stage import Stage, shape_of

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating[Any]]
Json = dict[str, Any]
BUDGET = 80_000  # points of all things together: about 3 MB
_LEAST, _MOST = 6_000, 30_000
_FLOATS, _SHORTS, _INTS = 5126, 5123, 5125
_VERTICES, _INDICES = 34962, 34963
_KINDS = {1: "SCALAR", 2: "VEC2", 3: "VEC3"}
_SUNK = -0.002
_SEEN_THROUGH = 0.7  # of what a surface transmits, as lack of opacity: glass still shows its form


def encode(stage: Stage) -> bytes:
    """The scene: a node for each thing, named by its id, lettering beneath it, the ground, a camera, the key light."""
    scene = _Scene()
    scene.node({"name": "Ground", "mesh": _ground(scene, stage)})
    scene.node({"name": "Camera", "camera": 0, "matrix": _camera_matrix(stage)})
    scene.node({"name": "Key light", "matrix": _towards(stage.light.key),
                "extensions": {"KHR_lights_punctual": {"light": 0}}})  # fmt: skip
    written = {decal.thing: decal for decal in decals(stage)}
    names = _slot_names(stage)
    budget = int(np.clip(BUDGET // max(len(stage.ids), 1), _LEAST, _MOST))
    for k, (thing, frame) in enumerate(zip(stage.plan.things, stage.frames, strict=True)):
        node: Json = {"name": thing.id, "mesh": _thing(scene, stage, mesh(stage, k, budget), thing.id, names)}
        node["translation"], node["rotation"] = _plain(frame.origin), _quaternion(frame.turn)
        node["extras"] = thing.model_dump(mode="json", exclude_none=True)
        if k in written:
            node["children"] = [scene.node({"name": f"Lettering of {thing.id}",
                                            "mesh": _lettering(scene, written[k], thing.id)}, root=False)]  # fmt: skip
        scene.node(node)
    tan_x, tan_y = (float(x) for x in stage.camera[12:14])
    color, strength = stage.light.key_color, float(stage.light.key_color.max())
    key = {
        "type": "directional",
        "name": "Key light",
        "color": _plain(color / strength),
        "intensity": strength,
    }
    return scene.packed({
        "cameras": [{"name": "Camera", "type": "perspective", "perspective": {
            "yfov": 2 * float(np.arctan(tan_y)), "aspectRatio": tan_x / tan_y, "znear": 0.05, "zfar": 200.0}}],
        "extensions": {"KHR_lights_punctual": {"lights": [key]}},
        "extensionsUsed": ["KHR_lights_punctual"],
        "extras": {"plan": stage.plan.model_dump(mode="json", exclude_none=True), "seed": stage.seed},
    })  # fmt: skip


@dataclass
class _Scene:
    """A glTF document as it grows."""

    binary: bytearray = field(default_factory=bytearray)
    views: list[Json] = field(default_factory=list[Json])
    accessors: list[Json] = field(default_factory=list[Json])
    materials: list[Json] = field(default_factory=list[Json])
    meshes: list[Json] = field(default_factory=list[Json])
    images: list[Json] = field(default_factory=list[Json])
    nodes: list[Json] = field(default_factory=list[Json])
    roots: list[int] = field(default_factory=list[int])

    def view(self, data: bytes, target: int | None = None) -> int:
        """The index of a stretch of the buffer that holds the data."""
        view: Json = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data)}
        self.views.append(view | ({"target": target} if target else {}))
        self.binary += data + bytes(-len(data) % 4)
        return len(self.views) - 1

    def vectors(self, rows: F32, bounded: bool = False) -> int:
        """The index of an accessor to rows of floats."""
        new: Json = {"bufferView": self.view(rows.astype("<f4").tobytes(), _VERTICES), "componentType": _FLOATS,
                     "count": len(rows), "type": _KINDS[rows.shape[1]]}  # fmt: skip
        self.accessors.append(
            new | ({"min": _plain(rows.min(0)), "max": _plain(rows.max(0))} if bounded else {})
        )
        return len(self.accessors) - 1

    def triangles(self, faces: npt.NDArray[np.int32]) -> int:
        """The index of an accessor to triangles, in as few bytes as their points allow."""
        small = int(faces.max()) < 65_535
        data = faces.astype("<u2" if small else "<u4").tobytes()
        self.accessors.append({"bufferView": self.view(data, _INDICES), "count": faces.size, "type": "SCALAR",
                               "componentType": _SHORTS if small else _INTS})  # fmt: skip
        return len(self.accessors) - 1

    def node(self, node: Json, root: bool = True) -> int:
        """The index of a new node, at the top of the scene unless it is some node's child."""
        self.nodes.append(node)
        self.roots += [len(self.nodes) - 1] if root else []
        return len(self.nodes) - 1

    def added(self, into: list[Json], item: Json) -> int:
        """The index of an item at the end of its list."""
        into.append(item)
        return len(into) - 1

    def packed(self, more: Json) -> bytes:
        """The whole file: header, JSON chunk, binary chunk."""
        document = {
            "asset": {"version": "2.0", "generator": "Cavendish", "extras": {"unit": "one stage unit is a metre"}},
            "scene": 0, "scenes": [{"nodes": self.roots}], "nodes": self.nodes, "meshes": self.meshes,
            "materials": self.materials, "accessors": self.accessors, "bufferViews": self.views,
            "buffers": [{"byteLength": len(self.binary)}], **more,
        }  # fmt: skip
        if self.images:
            document |= {"images": self.images, "samplers": [{"wrapS": 33071, "wrapT": 33071}],
                         "textures": [{"source": k, "sampler": 0} for k in range(len(self.images))]}  # fmt: skip
        text = json.dumps(document, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        size = 12 + 8 + len(text) + 8 + len(self.binary)
        return b"".join((struct.pack("<4sII", b"glTF", 2, size), struct.pack("<I4s", len(text), b"JSON"), text,
                         struct.pack("<I4s", len(self.binary), b"BIN\0"), bytes(self.binary)))  # fmt: skip


def material(row: F32, name: str) -> Json:
    """A slot of the stage as a glTF material; linear colours stay as they are, transmission becomes alpha.

    Metal of strong colour, which our renderer tempers, is metal.
    """
    opacity = 1.0 - _SEEN_THROUGH * float(row[TRANS])
    surface = {"baseColorFactor": [*_plain(row[BASE : BASE + 3]), _round(opacity)],
               "metallicFactor": float(row[METAL] > 0.5), "roughnessFactor": _round(row[ROUGH])}  # fmt: skip
    made: Json = {"name": name, "pbrMetallicRoughness": surface}
    if row[EMISSION : EMISSION + 3].any():
        made["emissiveFactor"] = _plain(np.minimum(row[EMISSION : EMISSION + 3], 1.0))
    return made | ({"alphaMode": "BLEND"} if opacity < 1 else {})


def _thing(scene: _Scene, stage: Stage, made: Mesh, name: str, slots: dict[int, str]) -> int:
    """The index of a thing's mesh: all parts share one list of points."""
    shared = {"POSITION": scene.vectors(made.points, bounded=True), "NORMAL": scene.vectors(made.normals)}
    parts = [
        {"attributes": shared, "indices": scene.triangles(faces),
         "material": scene.added(scene.materials, material(stage.slots[k], f"{name} {slots.get(k, k)}"))}
        for k, faces in made.parts.items()
    ]  # fmt: skip
    return scene.added(scene.meshes, {"name": name, "primitives": parts})


def _lettering(scene: _Scene, decal: Decal, name: str) -> int:
    image = {"bufferView": scene.view(decal.image), "mimeType": "image/png", "name": f"Lettering of {name}"}
    texture = {"index": scene.added(scene.images, image)}
    surface = {"baseColorFactor": [*_plain(np.array(decal.color)), 1.0], "baseColorTexture": texture,
               "metallicFactor": 0.0, "roughnessFactor": 0.6}  # fmt: skip
    ink = {"name": f"{name} ink", "pbrMetallicRoughness": surface, "alphaMode": "BLEND"}
    part = {"attributes": {"POSITION": scene.vectors(decal.points, bounded=True),
                           "NORMAL": scene.vectors(decal.normals), "TEXCOORD_0": scene.vectors(decal.uv)},
            "indices": scene.triangles(decal.faces), "material": scene.added(scene.materials, ink)}  # fmt: skip
    return scene.added(scene.meshes, {"name": f"Lettering of {name}", "primitives": [part]})


def _ground(scene: _Scene, stage: Stage) -> int:
    """The index of a level square, wide enough for all things, so little below them that the two do not flicker."""
    spots = np.abs(stage.things[:, [2, 4]]) + stage.things[:, 5:6]
    half = max(3.0, 2.0 * float(spots.max(initial=0.0)))
    square = [(-half, _SUNK, -half), (-half, _SUNK, half), (half, _SUNK, half), (half, _SUNK, -half)]
    points = np.array(square, np.float32)
    up = np.tile(np.array((0, 1, 0), np.float32), (4, 1))
    color = {"baseColorFactor": [*_plain(stage.floor), 1.0], "metallicFactor": 0.0, "roughnessFactor": 0.9}
    part = {"attributes": {"POSITION": scene.vectors(points, bounded=True), "NORMAL": scene.vectors(up)},
            "indices": scene.triangles(np.array([(0, 1, 2), (0, 2, 3)], np.int32)),
            "material": scene.added(scene.materials, {"name": f"ground: {stage.ground}", "doubleSided": True,
                                                      "pbrMetallicRoughness": color})}  # fmt: skip
    return scene.added(scene.meshes, {"name": "Ground", "primitives": [part]})


def _slot_names(stage: Stage) -> dict[int, str]:
    """What each slot of the plan's things is called: the table has them in the order of things and shapes."""
    lettered = {line.on for line in stage.plan.lettering}
    shapes = (shape_of(thing, thing.id in lettered) for thing in stage.plan.things)
    return dict(enumerate(name for shape in shapes for name in shape.slots))


def _camera_matrix(stage: Stage) -> list[float]:
    right, up, forward = stage.basis
    return _matrix(right, up, -forward, stage.camera[0:3])


def _towards(key: F32) -> list[float]:
    """The pose of a light that comes from `key`: glTF's lights shine along their own -z."""
    side = np.cross((0.0, 1.0, 0.0) if abs(key[1]) < 0.99 else (0.0, 0.0, 1.0), key)
    side /= np.linalg.norm(side)
    return _matrix(side, np.cross(key, side), key, 6.0 * key)


def _matrix(x: Floats, y: Floats, z: Floats, at: Floats) -> list[float]:
    """A pose by columns, as glTF writes it."""
    return [*_plain(x), 0.0, *_plain(y), 0.0, *_plain(z), 0.0, *_plain(at), 1.0]


def _quaternion(turn: F32) -> list[float]:
    """A rotation matrix as x, y, z, w."""
    from scipy.spatial.transform import Rotation

    return _plain(Rotation.from_matrix(turn).as_quat())


def _plain(values: npt.NDArray[Any]) -> list[float]:
    return [float(x) for x in np.asarray(values, np.float32)]


def _round(value: np.floating[Any] | float) -> float:
    return round(float(value), 4)
