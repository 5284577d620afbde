"""The guides: named channels that say per pixel what the plan knows exactly, for any window at any size.

"coverage" is the share of the plan's things; "ground" that of all else that stands there: the ground and the scenery.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cavendish.world import channels, coarse
from cavendish.world.rays import openness, shade_light
from cavendish.world.stage import Stage, Window, slopes
from cavendish.world.surfaces import GROUND, LARGE, NONE, Samples, Surfaces, cast, sample

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]

VERSION = 2
SAMPLES = 4
"""Of a pixel that an edge crosses."""
CHANNELS = (
    "normal.x", "normal.y", "normal.z", "inverse_depth", "local.x", "local.y", "local.z", "instance", "coverage",
    "base.r", "base.g", "base.b", "rough", "metal", "transmission", "subsurface", "sheen", "coat",
    "emission.r", "emission.g", "emission.b", "octave.0", "octave.1", "octave.2", "octave.3", "letters",
    "second.r", "second.g", "second.b", "second.normal.x", "second.normal.y", "second.normal.z",
    "second.inverse_depth", "occlusion", "ground", "height", "ray.x", "ray.y", "enclosure",
    "second.occlusion", "second.emission",
)  # fmt: skip
SIGNED = frozenset(
    i for i, name in enumerate(CHANNELS)
    if name.startswith(("normal", "local", "instance", "octave", "letters", "second.normal", "ray"))
)  # fmt: skip
RANGES = tuple((-1.0, 1.0) if i in SIGNED else (0.0, 1.0) for i in range(len(CHANNELS)))
"""Lowest and highest value of each channel, for eight-bit storage."""
_PART = (256, 768)  # rows and columns at a time of a large picture: what is in hand stays near the processor
SHADOW_REACH = np.float32(9.0)
OPEN_TAPS = (0.03, 0.08, 0.17, 0.32)


@dataclass(frozen=True)
class Crossed:
    """The guides of those pixels of a window that an edge crosses, sample by sample: what their means cannot tell.

    `at` (m, 2) are their rows and columns, `samples` (m, 4, 41) as CHANNELS.
    """

    at: I32
    samples: F32

    @classmethod
    def joined(cls, parts: Sequence["Crossed"]) -> "Crossed":
        """Those of all parts."""
        if not parts:
            return cls(np.zeros((0, 2), np.int32), np.zeros((0, SAMPLES, len(CHANNELS)), np.float32))
        return cls(np.concatenate([p.at for p in parts]), np.concatenate([p.samples for p in parts]))

    def rows(self, first: int, end: int) -> "Crossed":
        """Those in rows first..end, which are counted from `first` on."""
        here = (self.at[:, 0] >= first) & (self.at[:, 0] < end)
        return Crossed(self.at[here] - np.array((first, 0), np.int32), self.samples[here])

    def moved(self, down: int, across: int) -> "Crossed":
        """The same, seen from another corner."""
        return Crossed(self.at + np.array((down, across), np.int32), self.samples)


def detailed(stage: Stage, window: Window, into: F32 | None = None) -> tuple[F32, Crossed]:
    """The guides of a window, and of the pixels that an edge crosses sample by sample."""
    parts: list[Crossed] = []
    made = guides(stage, window, into=into, edges=parts)
    return made, Crossed.joined(parts)


def guides(
    stage: Stage,
    window: Window,
    samples: int = SAMPLES,
    into: F32 | None = None,
    edges: list[Crossed] | None = None,
) -> F32:
    """The guides of a window, (h, w, 41): see CHANNELS; directions are in camera space, z towards the camera.

    They are written `into` that array where there is one, and what edges cross is added to `edges`.
    """
    out = np.empty((window.h, window.w, len(CHANNELS)), np.float32) if into is None else into
    if window.H * window.W < LARGE:
        seen = sample(stage, window, samples)
        facts = gather(stage, seen.surfaces)
        if edges is not None:
            edges.append(crossed(stage, window, seen, facts))
        return assemble(stage, window, seen, facts, out)
    for y in range(0, window.h, _PART[0]):
        for x in range(0, window.w, _PART[1]):
            h, w = min(_PART[0], window.h - y), min(_PART[1], window.w - x)
            part = Window(window.y0 + y, window.x0 + x, h, w, window.H, window.W)
            found = _large(stage, part, samples, out[y : y + h, x : x + w], told=edges is not None)
            if edges is not None and found is not None:
                edges.append(found.moved(y, x))
    return out


def _large(stage: Stage, window: Window, samples: int, out: F32, *, told: bool) -> Crossed | None:
    """A window of a large picture into `out`: its sides are widened to the nodes that it lies between.

    What edges cross in it is answered where it is to be `told`.
    """
    every = coarse.spacing(window.H * window.W)
    down, across = window.y0 % every, window.x0 % every
    h, w = (n + (1 - n) % every for n in (window.h + down, window.w + across))
    noded = Window(window.y0 - down, window.x0 - across, h, w, window.H, window.W)
    seen = sample(stage, noded, samples)
    facts = gather(stage, seen.surfaces, _between(stage, seen, every))
    assemble(stage, noded, seen, facts, out, (down, across))
    if not told:
        return None
    found = crossed(stage, noded, seen, facts).moved(-down, -across)
    inside = ((found.at >= 0) & (found.at < (window.h, window.w))).all(1)
    return Crossed(found.at[inside], found.samples[inside])


def _between(stage: Stage, seen: Samples, every: int) -> tuple[F32, F32]:
    """`key_light` and `opening` of a window's samples, rows of which lie between nodes: from these if they agree."""
    s, (h, w) = seen.surfaces, seen.shape
    own = np.full(h * w, -1, np.int32)
    own[seen.plain] = np.arange(len(seen.plain), dtype=np.int32)
    own = own.reshape(h, w)
    known = np.ones(len(s.t), np.bool_)
    known[: len(seen.plain)] = False
    nodes = own[::every, ::every]
    known[nodes[nodes >= 0]] = True
    index = np.flatnonzero(known)
    light, open_ = np.ones(len(s.t), np.float32), np.ones(len(s.t), np.float32)
    for share, found in ((light, key_light), (open_, opening)):
        share[index] = found(stage, s, index)
        rest = np.flatnonzero(~(known | coarse.shared(every, own, s.thing, known, share)))
        share[rest] = found(stage, s, rest)
    return light, open_


@dataclass(frozen=True)
class Facts:
    """What secondary rays found, once for guides and picture.

    `seen` (n) is the key light's share, `open` (n) how open to the sky a surface is, `second` the surfaces that the
    samples `index` (m) mirror or let through, and `second_seen` (m) the key light's share of these.
    """

    seen: F32
    open: F32
    index: Index
    second: Surfaces | None
    second_seen: F32


def gather(stage: Stage, s: Surfaces, found: tuple[F32, F32] | None = None) -> Facts:
    """The secondary rays of surfaces: to key light and sky, unless these are `found`, and from mirrors and panes."""
    index = np.flatnonzero(mirrors(s))
    found = found or (key_light(stage, s), opening(stage, s))
    if not len(index):
        return Facts(*found, index, None, np.ones(0, np.float32))
    shown = second(stage, s, index)
    return Facts(*found, index, shown, key_light(stage, shown))


def assemble(
    stage: Stage, window: Window, seen: Samples, facts: Facts, into: F32 | None = None, corner: tuple[int, int] = (0, 0)
) -> F32:  # fmt: skip
    """The guides of hits already found: of the whole window, or `into` what of it begins at row and column `corner`."""
    out = np.empty((window.h, window.w, len(CHANNELS)), np.float32) if into is None else into
    two = np.array((0.5, 1.5))
    ys, xs = window.y0 + corner[0] + two, window.x0 + corner[1] + two
    across, along = slopes(stage, ys, xs, (window.H, window.W))
    rays = float(across[0]), float(along[0]), float(along[1] - along[0]), float(across[1] - across[0])
    told = _told(stage, seen.surfaces, facts)
    for span in seen.spans():
        channels.write(out, (window.w, *corner), rays, *span, *told)
    return out


def crossed(stage: Stage, window: Window, seen: Samples, facts: Facts) -> Crossed:
    """Sample by sample, the guides of hits already found in pixels that an edge crosses."""
    *_, (pixel, first, many) = seen.spans()
    at = np.stack(np.divmod(pixel, window.w), 1).astype(np.int32)
    count = len(pixel) * many
    out, each = np.empty((1, count, len(CHANNELS)), np.float32), np.arange(count)
    from_first = (first[:, None] + np.arange(many)).ravel()
    told = _told(stage, seen.surfaces, facts)
    channels.write(out, (max(count, 1), 0, 0), (0.0, 0.0, 0.0, 0.0), each, from_first, 1, *told)
    samples = out.reshape(len(pixel), many, len(CHANNELS))
    place = at + 0.5 + (window.y0, window.x0)
    across, along = slopes(stage, place[:, 0], place[:, 1], (window.H, window.W))
    samples[..., 36], samples[..., 37] = across[:, None], along[:, None]
    return Crossed(at, samples)


def _told(stage: Stage, s: Surfaces, facts: Facts) -> tuple[Any, ...]:
    """What `channels.write` is told of all surfaces, whichever of them it writes down."""
    camera = np.stack([stage.basis[0], stage.basis[1], -stage.basis[2]], 1).astype(np.float32)
    marks = np.array([f.mark for f in (*stage.frames, *stage.prop_frames)] + [0.0], np.float32)
    numbers = np.stack([s.rough, s.metal, s.trans, s.subsurface, s.sheen, s.coat])
    showing = np.full(len(s.t), -1, np.int32)
    showing[facts.index] = np.arange(len(facts.index), dtype=np.int32)
    return (
        camera, marks, len(stage.things), s.t, s.thing, s.point,
        (s.normal, s.base, s.emission, s.local, s.octave), numbers, s.letter, facts.seen, facts.open,
        showing, _second(facts, camera),
    )  # fmt: skip


def key_light(stage: Stage, s: Surfaces, index: Index | None = None) -> F32:
    """The share of the key light that reaches surfaces, all of them or those at `index`.

    On scenery that is far off no shadow falls.
    """
    which = slice(None) if index is None else index
    thing = s.thing[which]
    seen = np.ones(len(thing), np.float32)
    facing = s.normal[which] @ stage.light.key
    blockers = stage.blockers
    near = np.append(stage.shaded, True)[np.maximum(thing, -1)]
    lit = np.flatnonzero((thing != NONE) & near & ((facing > -0.15) | (s.subsurface[which] > 0)))
    if len(lit) and len(blockers):
        of = lit if index is None else index[lit]
        start = s.point[:, of] + s.normal[of].T * (0.004 + s.foot[of])
        toward = np.repeat(stage.light.key[:, None], len(lit), 1)
        reach = np.full(len(lit), SHADOW_REACH, np.float32)
        sharp = np.float32(1 / np.tan(max(stage.light.key_radius, 0.008)))
        seen[lit] = shade_light(stage.prims, blockers, np.ascontiguousarray(start, np.float32),
                                   np.ascontiguousarray(toward), reach, sharp)  # fmt: skip
    return seen


def opening(stage: Stage, s: Surfaces, index: Index | None = None) -> F32:
    """How open to the sky (0..1) surfaces are, all of them or those at `index`: taps along the normal; 1 where none is.

    Scenery has one tap for the four that things and ground have.
    """
    index = np.arange(len(s.t)) if index is None else index
    out = np.ones(len(s.t), np.float32)
    thing = s.thing[index]
    there, scenery = thing != NONE, thing >= len(stage.things)
    if len(stage.solids):
        for mine, taps in ((index[there & ~scenery], OPEN_TAPS), (index[there & scenery], OPEN_TAPS[2:3])):
            openness(stage.prims, stage.solids, s.point, s.normal, s.thing == GROUND, mine,
                     np.array(taps, np.float32), out)  # fmt: skip
    return out[index]


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
    spread = 0.01 + np.where(glass, 0, 2 * s.rough[index] ** 2)
    return cast(stage, start, way, skip, spread.astype(np.float32))


def _near(t: F32) -> F32:
    return np.where(t < 1e8, 1 / (1 + t / 4), 0).astype(np.float32)


def _second(facts: Facts, camera: F32) -> F32:
    """Of the second surfaces colour, normal, inverse depth, shade, and how brightly they shine (m, 9).

    The colour of what shines is that of its own light and of what it scatters in white light together, at most one.
    """
    b = facts.second
    if b is None:
        return np.zeros((0, 9), np.float32)
    colour = b.base + 6 * b.emission
    colour = colour / np.maximum(colour.max(1, keepdims=True), 1)
    there = (b.thing != NONE)[:, None]
    columns = (
        np.sqrt(colour) * there,
        (b.normal @ camera) * there,
        _near(b.t)[:, None],
        (1 - facts.second_seen)[:, None] * there,
        np.sqrt(b.emission.max(1, keepdims=True) * 0.25) * there,
    )
    return np.concatenate(columns, 1).astype(np.float32)
