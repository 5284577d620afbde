"""The guides: named channels that say per pixel what the plan knows exactly, for any window at any size.

"coverage" is the share of the plan's things; "ground" that of all else that stands there: the ground and the scenery.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.world.occlusion import shade_light
from cavendish.world.stage import Stage, Window
from cavendish.world.surfaces import GROUND, NONE, Samples, Surfaces, cast, sample

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]

VERSION = 1
CHANNELS = (
    "normal.x", "normal.y", "normal.z", "inverse_depth", "local.x", "local.y", "local.z", "instance", "coverage",
    "base.r", "base.g", "base.b", "rough", "metal", "transmission", "subsurface", "sheen", "coat",
    "emission.r", "emission.g", "emission.b", "octave.0", "octave.1", "octave.2", "octave.3", "letters",
    "second.r", "second.g", "second.b", "second.normal.x", "second.normal.y", "second.normal.z",
    "second.inverse_depth", "occlusion", "ground", "height", "ray.x", "ray.y",
)  # fmt: skip
SIGNED = frozenset(
    i for i, name in enumerate(CHANNELS)
    if name.startswith(("normal", "local", "instance", "octave", "letters", "second.normal", "ray"))
)  # fmt: skip
RANGES = tuple((-1.0, 1.0) if i in SIGNED else (0.0, 1.0) for i in range(len(CHANNELS)))
"""Lowest and highest value of each channel, for eight-bit storage."""
SHADOW_REACH = np.float32(9.0)


def guides(stage: Stage, window: Window, samples: int = 4) -> F32:
    """The guides of a window, (h, w, 38): see CHANNELS; directions are in camera space, z towards the camera."""
    seen = sample(stage, window, samples)
    return assemble(stage, window, seen, gather(stage, seen.surfaces))


@dataclass(frozen=True)
class Facts:
    """What secondary rays found, once for guides and picture.

    `seen` (n) is the key light's share, `blocker` (n) the distance of its first blocker (0: none), and `second` the
    surfaces that the samples `index` mirror or let through.
    """

    seen: F32
    blocker: F32
    index: Index
    second: Surfaces | None


def gather(stage: Stage, s: Surfaces) -> Facts:
    """The secondary rays of surfaces: towards the key light, and from mirrors and panes."""
    index = np.flatnonzero(mirrors(s))
    return Facts(*key_light(stage, s), index, second(stage, s, index) if len(index) else None)


def assemble(stage: Stage, window: Window, seen: Samples, facts: Facts) -> F32:
    """The guides of hits already found."""
    s = seen.surfaces
    columns = np.zeros((len(s.t), len(CHANNELS)), np.float32)
    solid = s.thing != NONE
    thing = (s.thing >= 0) & (s.thing < len(stage.things))
    camera = np.stack([stage.basis[0], stage.basis[1], -stage.basis[2]], 1).astype(np.float32)
    columns[:, 0:3] = (s.normal @ camera) * solid[:, None]
    columns[:, 3] = _near(s.t)
    columns[:, 4:7] = np.clip(np.where(thing[:, None], s.local, s.local * 0.2), -1, 1) * solid[:, None]
    columns[:, 7] = _marks(stage, s.thing)
    columns[:, 8] = thing
    columns[:, 9:12] = np.sqrt(s.base) * solid[:, None]
    columns[:, 12:18] = np.stack([s.rough, s.metal, s.trans, s.subsurface, s.sheen, s.coat], 1)
    columns[:, 18:21] = np.sqrt(s.emission / 4)
    columns[:, 21:25] = s.octave
    columns[:, 25] = np.clip(s.letter * 12, -1, 1) * (s.letter > -0.999)
    columns[:, 26:33] = _second(facts, len(s.t), camera)
    columns[:, 33] = np.where(facts.blocker > 0, 1 / (1 + facts.blocker), 0)
    columns[:, 34] = solid & ~thing
    columns[:, 35] = np.clip(s.point[1] / 2, 0, 1) * solid
    out = seen.gather(columns)
    yy, xx = np.mgrid[0 : window.h, 0 : window.w]
    out[..., 36] = (2 * (xx + window.x0 + 0.5) / window.W - 1) * stage.camera[12]
    out[..., 37] = (1 - 2 * (yy + window.y0 + 0.5) / window.H) * stage.camera[13]
    return out


def key_light(stage: Stage, s: Surfaces) -> tuple[F32, F32]:
    """The share of the key light that reaches each surface, and the distance of its first blocker (0: none).

    On scenery that is far off no shadow falls.
    """
    n = len(s.t)
    seen, blocker = np.ones(n, np.float32), np.zeros(n, np.float32)
    facing = s.normal @ stage.light.key
    blockers = stage.blockers
    near = np.append(stage.shaded, True)[np.maximum(s.thing, -1)]
    lit = np.flatnonzero((s.thing != NONE) & near & ((facing > -0.15) | (s.subsurface > 0)))
    if len(lit) and len(blockers):
        start = s.point[:, lit] + s.normal[lit].T * (0.004 + s.foot[lit])
        toward = np.repeat(stage.light.key[:, None], len(lit), 1)
        reach = np.full(len(lit), SHADOW_REACH, np.float32)
        sharp = np.float32(1 / np.tan(max(stage.light.key_radius, 0.008)))
        seen[lit], blocker[lit] = shade_light(stage.prims, blockers, np.ascontiguousarray(start, np.float32),
                                              np.ascontiguousarray(toward), reach, sharp)  # fmt: skip
    return seen, blocker


def mirrors(s: Surfaces) -> npt.NDArray[np.bool_]:
    """Surfaces that show a second one: polished metal, glaze, water; and glass, which shows what is behind."""
    glossy = ((s.metal > 0.5) | (s.coat >= 0.4)) & (s.rough < 0.42)
    return (s.thing != NONE) & (glossy | (s.trans > 0.5))


def second(stage: Stage, s: Surfaces, index: Index) -> Surfaces:
    """The surfaces that the mirrors or panes `index` show: reflected, or straight through the glass."""
    d, normal = s.direction[:, index], s.normal[index].T
    bounced = d - 2 * (d * normal).sum(0) * normal
    glass = s.trans[index] > 0.5
    bent = d - 0.06 * normal
    way = np.where(glass, bent, bounced)
    way[1] = np.where(s.thing[index] == GROUND, np.maximum(way[1], 0.03), way[1])
    way = way / np.linalg.norm(way, axis=0)
    start = s.point[:, index] + np.where(glass, -1, 1) * normal * 0.006
    skip = np.where(s.thing[index] >= 0, s.thing[index], -1).astype(np.int32)
    return cast(stage, start, way, skip, 0.01)


def _near(t: F32) -> F32:
    return np.where(t < 1e8, 1 / (1 + t / 4), 0).astype(np.float32)


def _marks(stage: Stage, thing: I32) -> F32:
    marks = np.array([f.mark for f in (*stage.frames, *stage.prop_frames)] + [0.0], np.float32)
    return np.where(thing >= 0, marks[np.where(thing >= 0, thing, -1)], 0)


def _second(facts: Facts, n: int, camera: F32) -> F32:
    """Base colour, normal and inverse depth of the second surface (n, 7)."""
    out = np.zeros((n, 7), np.float32)
    b = facts.second
    if b is not None:
        there = (b.thing != NONE)[:, None]
        out[facts.index, 0:3] = np.sqrt(b.base) * there
        out[facts.index, 3:6] = (b.normal @ camera) * there
        out[facts.index, 6] = _near(b.t)
    return out
