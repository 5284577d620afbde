"""The fixed plans that pictures are measured on, and the traced truths they are measured against.

Their seeds lie far from any that training draws.
"""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

import cavendish.plan
import cavendish.world
from cavendish.errors import FileError
from cavendish.image import make_folder, write_bytes
from cavendish.plan.schema import Plan
from cavendish.settings import cache_dir
from cavendish.world import stream
from cavendish.world.light import vector
from cavendish.world.stage import Stage, Window, build, latents, without_things
from cavendish.world.surfaces import sample
from cavendish.world.trace import tone, trace, trace_with_guides

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

FIRST = 900_000_000
"""Seed of the first fixed plan; training never draws from here on."""
OTHER_DRAW = 50_000_000
"""What is added to a seed for the second draw of the same plan."""


@dataclass(frozen=True)
class Truths:
    """What a plan's picture is measured against, all uint8 (h, w, 3) but the mask.

    traced: the reference. reseeded: the same plan drawn by another seed, the honest ceiling. empty: without
    its things. plain: base colour × (fill + key × n·l), what guides alone give. changed: bool (h, w), where
    things change the picture by more than 20 of 255.
    """

    traced: U8
    reseeded: U8
    empty: U8
    plain: U8
    changed: Mask


@dataclass(frozen=True)
class Scene:
    """A fixed plan and its stage."""

    seed: int
    plan: Plan
    stage: Stage

    def truths(self, side: int) -> Truths:
        """The traced truths at `side` × `side` pixels, from the cache when the world is the same."""
        digest = hashlib.blake2b(self.plan.model_dump_json().encode(), digest_size=8).hexdigest()
        path = cache_dir() / "eval" / _world_hash() / f"{self.seed}-{digest}-{side}.npz"
        found = _kept(path)
        if found is None:
            found = measure(self.stage, side)
            _keep(path, found)
        return found

    def draws(self, side: int, count: int) -> Iterator[U8]:
        """Traced pictures (side, side, 3) of `count` draws of the plan: the reference, the reseeded, then others."""
        truths = self.truths(side)
        yield from (truths.traced, truths.reseeded)[:count]
        for k in range(2, count):
            yield trace(drawn_again(self.stage, self.seed + k * OTHER_DRAW), Window.whole(side, side))


def fixed(count: int, first: int = FIRST) -> Iterator[Scene]:
    """The first `count` fixed plans on their stages: any things, places and lights the world has."""
    for seed in range(first, first + count):
        plan = stream.scene(seed)
        yield Scene(seed, plan, build(plan, seed))


def relit(scene: Scene, azimuth: float) -> Scene:
    """The same plan, seed and all, with the key light at `azimuth` degrees (−90 left, 90 right)."""
    light = scene.plan.light.model_copy(update={"azimuth": azimuth})
    plan = scene.plan.model_copy(update={"light": light})
    return Scene(scene.seed, plan, build(plan, scene.seed))


def drawn_again(stage: Stage, seed: int) -> Stage:
    """The same plan and stage with what no plan says (clouds, backdrop, wear, haze) drawn by another seed."""
    return replace(stage, latents=latents(seed), seed=seed)


def measure(stage: Stage, side: int) -> Truths:
    """The truths of a stage, traced now."""
    window = Window.whole(side, side)
    traced, guides = trace_with_guides(stage, window)
    empty = trace(without_things(stage), window, samples=1)
    changed = np.abs(traced.astype(np.int16) - empty).max(-1) > stream.CHANGED
    reseeded = trace(drawn_again(stage, stage.seed + OTHER_DRAW), window)
    return Truths(traced, reseeded, empty, plain(stage, guides), changed)


def plain(stage: Stage, guides: F32) -> U8:
    """A picture by plain arithmetic from guides (h, w, 41) and the light vector: what no painter may fall to."""
    light = vector(stage.light, stage.basis)
    normal, base = guides[..., 0:3], guides[..., 9:12] ** 2
    facing = np.clip(normal @ light[0:3], 0, None)[..., None]
    fill = light[7:10] * (0.5 + 0.5 * normal[..., 1:2]) + light[10:13] * (0.5 - 0.5 * normal[..., 1:2])
    lit = base * (fill + facing * light[3:6]) + 4 * guides[..., 18:21] ** 2
    solid = np.clip(np.linalg.norm(normal, axis=-1, keepdims=True), 0, 1)
    linear = (lit * solid + light[19:22] * (1 - solid)) * light[23]
    return np.clip(tone(linear.astype(np.float32)) * 255 + 0.5, 0, 255).astype(np.uint8)


def things_seen(stage: Stage, h: int, w: int) -> npt.NDArray[np.int32]:
    """Which thing of the plan each pixel shows (h, w): its number, −2 the ground, −1 scenery and what lies behind."""
    seen = sample(stage, Window.whole(h, w), 1)
    out = np.empty(h * w, np.int32)
    thing = seen.surfaces.thing
    out[seen.plain] = np.where(thing < len(stage.things), thing, -1)
    return out.reshape(h, w)


def unit(picture: U8) -> F32:
    """A picture of bytes as 0..1."""
    return picture.astype(np.float32) / np.float32(255)


@cache
def _world_hash() -> str:
    """A name for the world as its source is now: truths of another world are never taken for its own."""
    digest = hashlib.blake2b(digest_size=8)
    for package in (cavendish.world, cavendish.plan):
        for folder in package.__path__:
            for file in sorted(Path(folder).rglob("*.py")):
                digest.update(file.read_bytes())
    return digest.hexdigest()


def _kept(path: Path) -> Truths | None:
    try:
        with np.load(io.BytesIO(path.read_bytes())) as stored:
            return Truths(*(stored[name] for name in Truths.__dataclass_fields__))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error):
        return None


def _keep(path: Path, truths: Truths) -> None:
    """The truths are in the cache, or not: a cache that cannot be written costs time alone."""
    out = io.BytesIO()
    np.savez_compressed(out, **{name: getattr(truths, name) for name in Truths.__dataclass_fields__})
    try:
        make_folder(path.parent)
        write_bytes(path, out.getvalue())
    except FileError:
        return
