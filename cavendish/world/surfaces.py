"""What the camera's rays meet, pixel by pixel: hits stored once, for the guides and for the reference picture alike."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from cavendish.world import coarse, materials, places, remade, textures, wear
from cavendish.world.lettering.laid import laid, leaning, shining
from cavendish.world.noise import noise
from cavendish.world.rays import nearest, normals
from cavendish.world.stage import Stage, Window, directions

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]
I32 = npt.NDArray[np.int32]
NONE, GROUND = -1, -2
FAR = np.float32(1e9)
LARGE = 1 << 21
"""Pixels of a whole picture from which on a few rays are enough to find most of the others (see coarse.py)."""
_GRID = ((-0.125, -0.375), (0.375, -0.125), (0.125, 0.375), (-0.375, 0.125))


@dataclass(frozen=True)
class Surfaces:
    """Surfaces met by n rays (origin and direction (3, n)): thing index, GROUND or NONE; distances in stage units.

    Indices from the number of the plan's things on are the scenery's.

    `normal` (n, 3) is unit and in world axes; `local` (n, 3) is the point in the thing's own axes; `foot` the size of a
    pixel there; `letter` the letters' signed distance in stage units (-1 where there are none);
    `octave` (n, 4) the object-space noise near the pixel's size.
    """

    origin: F32
    direction: F32
    t: F32
    thing: I32
    point: F32
    normal: F32
    base: F32
    rough: F32
    metal: F32
    trans: F32
    subsurface: F32
    sheen: F32
    coat: F32
    emission: F32
    local: F32
    foot: F32
    letter: F32
    octave: F32


@dataclass(frozen=True)
class Samples:
    """A window's samples: one for each plain pixel, then four for each pixel that an edge crosses."""

    surfaces: Surfaces
    plain: npt.NDArray[np.int64]
    crossed: npt.NDArray[np.int64]
    shape: tuple[int, int]

    def gather(self, values: F32) -> F32:
        """Sample values (s, c) averaged into pixels (h, w, c)."""
        out = np.empty((self.shape[0] * self.shape[1], values.shape[1]), np.float32)
        m = len(self.plain)
        out[self.plain] = values[:m]
        out[self.crossed] = values[m:].reshape(len(self.crossed), len(_GRID), values.shape[1]).mean(1)
        return out.reshape(*self.shape, values.shape[1])

    def spans(self) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], int]]:
        """Pixels, the first sample of each, and how many each has."""
        plain = len(self.plain)
        yield self.plain, np.arange(plain), 1
        yield self.crossed, plain + len(_GRID) * np.arange(len(self.crossed)), len(_GRID)


def sample(stage: Stage, window: Window, samples: int = 4) -> Samples:
    """Every surface the window's pixels show; with samples > 1 pixels crossed by an edge are seen four times."""
    wide = Window(window.y0 - 1, window.x0 - 1, window.h + 2, window.w + 2, window.H, window.W)
    order = _tiled(wide.h, wide.w)
    ys, xs = (
        a + np.float32(0.5) for a in (order.rows + np.float32(wide.y0), order.columns + np.float32(wide.x0))
    )
    direction = directions(stage, ys, xs, (window.H, window.W))
    origin = _eye(stage, len(ys))
    if window.H * window.W >= LARGE:
        hit = _Hits.between(stage, origin, direction, _Nodes.under(stage, wide, order))
    else:
        hit = _Hits.of(stage, origin, direction)
    inner = np.zeros((wide.h, wide.w), bool)
    inner[1:-1, 1:-1] = True
    crossed = _edges(hit, order.back) & inner if samples > 1 else np.zeros_like(inner)
    keep = np.flatnonzero((inner & ~crossed).ravel()[order.pixels])
    more = np.flatnonzero(crossed.ravel()[order.pixels])
    offsets = np.array(_GRID, np.float32)
    extra = directions(stage, (ys[more, None] + offsets[:, 1]).ravel(), (xs[more, None] + offsets[:, 0]).ravel(),
                       (window.H, window.W))  # fmt: skip
    seen = hit.pick(keep).join(_Hits.of(stage, _eye(stage, extra.shape[1]), extra))
    pixel = 2.0 * float(stage.camera[12]) / window.W
    found = resolve(stage, seen, pixel)
    to_inner = (order.rows.astype(np.int64) - 1) * window.w + order.columns.astype(np.int64) - 1
    return Samples(found, to_inner[keep], to_inner[more], (window.h, window.w))


@dataclass(frozen=True)
class _Order:
    """Every pixel of an h × w picture in an order: its number, its row and column, and where (h, w) each has come."""

    pixels: npt.NDArray[np.int64]
    rows: F32
    columns: F32
    back: npt.NDArray[np.int64]


@lru_cache(maxsize=8)
def _tiled(h: int, w: int) -> _Order:
    """The pixels tile of 4 × 4 by tile: sixteen rays abreast then meet much the same things."""
    yy, xx = np.mgrid[0:h, 0:w]
    pixels = np.lexsort(((yy % 4).ravel(), (xx // 4).ravel(), (yy // 4).ravel()))
    rows, columns = (a.ravel()[pixels].astype(np.float32) for a in (yy, xx))
    return _Order(pixels, rows, columns, np.argsort(pixels).reshape(h, w))


def cast(stage: Stage, origin: Floats, direction: Floats, skip: I32, pixel: float | F32) -> Surfaces:
    """What secondary rays (3, n) meet; `pixel` is their spread: a pixel's size at distance 1, of all or of each (n)."""
    hit = _Hits.of(
        stage, np.ascontiguousarray(origin, np.float32), np.ascontiguousarray(direction, np.float32), skip
    )
    return resolve(stage, hit, pixel)


def _eye(stage: Stage, n: int) -> F32:
    return np.ascontiguousarray(np.repeat(stage.camera[0:3, None], n, 1))


@dataclass(frozen=True)
class _Hits:
    origin: F32
    direction: F32
    t: F32
    thing: I32
    slot: I32
    ground: F32

    @classmethod
    def of(cls, stage: Stage, origin: F32, direction: F32, skip: I32 | None = None) -> "_Hits":
        n = origin.shape[1]
        flat, ground = places.meet(stage, origin, direction)
        ignored = np.full(n, -1, np.int32) if skip is None else skip
        t, thing, slot = nearest(stage.prims, stage.solids, origin, direction, flat, ignored)
        return cls._made(origin, direction, t, thing, slot, flat, ground)

    @classmethod
    def _made(
        cls, origin: F32, direction: F32, t: F32, thing: I32, slot: I32, flat: F32, ground: F32
    ) -> "_Hits":
        thing = np.where(thing >= 0, thing, np.where(flat < 1e8, GROUND, NONE)).astype(np.int32)
        return cls(origin, direction, np.where(thing == NONE, FAR, t).astype(np.float32), thing, slot, ground)

    @classmethod
    def between(cls, stage: Stage, origin: F32, direction: F32, nodes: "_Nodes") -> "_Hits":
        """The same from nodes, where these agree."""
        flat, ground = places.meet(stage, origin, direction)
        t, thing, slot = coarse.settle(
            stage.prims, stage.solids, origin, direction, flat, nodes.at, nodes.t, nodes.thing, nodes.slot
        )
        rest = np.flatnonzero(thing < NONE)
        if len(rest):
            o, d = (np.ascontiguousarray(a[:, rest]) for a in (origin, direction))
            none = np.full(len(rest), -1, np.int32)
            t[rest], thing[rest], slot[rest] = nearest(stage.prims, stage.solids, o, d, flat[rest], none)
        return cls._made(origin, direction, t, thing, slot, flat, ground)

    def pick(self, index: npt.NDArray[np.int64]) -> "_Hits":
        return _Hits(**{k: np.take(a, index, -1) for k, a in self._all().items()})

    def join(self, other: "_Hits") -> "_Hits":
        more = other._all()
        return _Hits(**{k: np.concatenate((a, more[k]), -1) for k, a in self._all().items()})

    def _all(self) -> dict[str, npt.NDArray[Any]]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True)
class _Nodes:
    """What rays through nodes meet, and (n, 4) which four of them stand round each pixel."""

    t: F32
    thing: I32
    slot: I32
    at: I32

    @classmethod
    def under(cls, stage: Stage, window: Window, order: _Order) -> "_Nodes":
        """The nodes round the pixels of a window, taken in the given order."""
        every = coarse.spacing(window.H * window.W)
        top, left = window.y0 // every, window.x0 // every
        rows = (window.y0 + window.h - 1) // every + 2 - top
        columns = (window.x0 + window.w - 1) // every + 2 - left
        tiled = _tiled(rows, columns)
        ys = np.float32(every) * (tiled.rows + np.float32(top)) + np.float32(0.5)
        xs = np.float32(every) * (tiled.columns + np.float32(left)) + np.float32(0.5)
        way = directions(stage, ys, xs, (window.H, window.W))
        origin = _eye(stage, len(ys))
        flat, _ = places.meet(stage, origin, way)
        none = np.full(len(ys), -1, np.int32)
        t, thing, slot = nearest(stage.prims, stage.solids, origin, way, flat, none)
        place = tiled.back.ravel()
        y = order.rows.astype(np.int32) + np.int32(window.y0)
        x = order.columns.astype(np.int32) + np.int32(window.x0)
        first = (y // every - top) * columns + x // every - left
        down, across = (y % every > 0) * columns, x % every > 0
        at = np.stack([first, first + across, first + down, first + down + across], 1).astype(np.int32)
        return cls(t[place], thing[place], slot[place], at)


def _edges(hit: _Hits, back: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Pixels whose neighbour shows another thing, another part of it, or a jump in depth; `back` (h, w) finds them."""
    label = (hit.thing * np.int32(4096) + np.where(hit.thing >= 0, hit.slot, np.int32(0)))[back]
    depth = np.minimum(hit.t, np.float32(1e3))[back]
    solid = label >= 0
    out = np.zeros(back.shape, bool)
    for one, other in (((slice(-1),), (slice(1, None),)), ((..., slice(-1)), (..., slice(1, None)))):
        p, q = depth[one], depth[other]
        step = (label[one] != label[other]) | (
            (np.abs(p - q) > np.float32(0.06) * np.minimum(p, q)) & solid[one]
        )
        out[one] |= step
        out[other] |= step
    return out


def resolve(stage: Stage, hit: _Hits, pixel: float | F32) -> Surfaces:
    """The surfaces at hits: geometry and material with patterns, grain and letters already in them."""
    n = hit.t.shape[0]
    point = hit.origin + hit.direction * np.where(hit.t < 1e8, hit.t, 0)
    owner = np.where(hit.thing >= 0, hit.thing, -1).astype(np.int32)
    on_thing = np.flatnonzero(hit.thing >= 0)
    normal = np.ascontiguousarray(hit.ground.T)
    if len(on_thing):
        at = np.ascontiguousarray(point[:, on_thing], np.float32)
        normal[on_thing] = normals(stage.prims, stage.solids, at, owner[on_thing], np.float32(0.0015)).T
        if stage.plan.style.look == remade.FACETS:
            normal[on_thing] = remade.faceted(
                stage.prims, stage.solids, at, owner[on_thing], normal[on_thing]
            )
    foot = (np.minimum(hit.t, 500) * pixel).astype(np.float32)
    zeros, black, octave = np.zeros(n, np.float32), np.zeros((n, 3), np.float32), np.zeros((n, 4), np.float32)
    out = Surfaces(hit.origin, hit.direction, hit.t, hit.thing, point, normal, black, zeros, zeros, zeros, zeros,
                   zeros, zeros, black, np.ascontiguousarray(point.T), foot, zeros - 1, octave)  # fmt: skip
    out = _on_ground(stage, out)
    return _fine(_on_things(stage, out, hit.slot, on_thing) if len(on_thing) else out)


def _fine(s: Surfaces) -> Surfaces:
    """The surfaces with the grain of their own noise octaves in the base colour, so that none is smooth at any size."""
    octave = wear.octaves(s.local, s.foot, s.thing != NONE)
    return replace(s, octave=octave, base=wear.swung(octave, s.rough, s.metal, s.subsurface, s.base))


def _on_ground(stage: Stage, s: Surfaces) -> Surfaces:
    index = np.flatnonzero(s.thing == GROUND)
    if not len(index):
        return s
    point, normal = s.point[:, index], s.normal[index].T
    slant = np.maximum(-(normal * s.direction[:, index]).sum(0), 0.06)
    g = places.surface(stage, point, normal, s.foot[index] / slant)
    base, rough, coat, bumped = s.base.copy(), s.rough.copy(), s.coat.copy(), s.normal.copy()
    base[index], rough[index], coat[index], bumped[index] = g.base, g.rough, g.coat, g.normal
    return replace(s, base=base, rough=rough, coat=coat, normal=bumped)


def _on_things(stage: Stage, s: Surfaces, slots: I32, index: npt.NDArray[np.int64]) -> Surfaces:
    frames = (*stage.frames, *stage.prop_frames)
    turn, origin = np.stack([f.turn for f in frames]), np.stack([f.origin for f in frames])
    numbers = np.stack([getattr(s, name) for name in _NUMBERS])
    base, normal, local = s.base.copy(), s.normal.copy(), s.local.copy()
    emission, letter = s.emission.copy(), s.letter.copy()
    wear.dress(stage.slots, slots, index, s.thing, s.point, turn, origin, base, numbers, emission, local)
    drawn = index[stage.slots[slots[index], materials.PATTERN] > 0]
    if len(drawn):
        row = stage.slots[slots[drawn]]
        base[drawn], glow = _pattern(base[drawn], row, local[drawn], s.foot[drawn])
        emission[drawn] *= glow[:, None]
    textures.clothe(stage.slots, slots, index, s.thing, turn, local, s.foot, base, numbers, normal)
    wear.grain(stage.slots, slots, index, local, s.foot, base, normal)
    lettered = stage.slots[slots[index], materials.LETTERS] if stage.letters else None
    for k, line in enumerate(stage.letters):
        mine = index[lettered == k]
        if len(mine):
            frame = stage.frames[int(s.thing[mine[0]])]
            facing, view = s.normal[mine] @ frame.turn, s.direction[:, mine].T @ frame.turn
            shown = laid(line, local[mine] / frame.scale, facing, view, s.foot[mine] / frame.scale)
            letter[mine] = shown.distance * frame.scale
            share = shown.ink[:, None]
            base[mine] = base[mine] * (1 - share) + line.color * share
            emission[mine] *= 1 - share
            if line.made == "neon":
                emission[mine] += shining(line, shown)
            elif line.made != "ink":
                normal[mine] = leaning(line, local[mine] / frame.scale, facing, shown) @ frame.turn.T
    new = dict(zip(_NUMBERS, numbers, strict=True))
    return replace(s, base=base, normal=normal, local=local, emission=emission, letter=letter, **new)


_NUMBERS = ("rough", "metal", "trans", "subsurface", "sheen", "coat")  # in the order of a slot's columns


def _pattern(base: F32, row: F32, local: F32, foot: F32) -> tuple[F32, F32]:
    """The second colour laid over the base where the slot's pattern says, and the share (n) of its light that shows."""
    kinds = row[:, materials.PATTERN].astype(np.int32)
    glow = np.ones(len(base), np.float32)
    if not kinds.any():
        return base, glow
    scale = np.maximum(row[:, materials.SCALE], 1e-3)
    p = local / scale[:, None]
    soft = np.maximum(foot / scale, 0.02)
    wave = np.abs((p - np.floor(p)) - 0.5)
    cell = p - np.floor(p) - 0.5
    line = np.minimum(0.5 - wave[:, 1], 0.5)
    angle = np.arctan2(local[:, 2], local[:, 0]) / np.pi
    parity = np.prod(np.sign(wave - 0.25), axis=1)
    radius = np.maximum(np.linalg.norm(local, axis=1), 1e-4) / scale
    seam = np.minimum(np.abs(np.sin(np.pi * angle)) * radius, np.abs(np.cos(np.pi * angle)) * radius)
    lobes = np.abs(angle * 5 - np.floor(angle * 5) - 0.5)
    amount = {
        1: np.clip((wave[:, 1] - 0.25) / soft + 0.5, 0, 1),
        2: np.clip(parity * 0.5 + 0.5, 0, 1),
        3: np.clip((0.30 - np.linalg.norm(cell, axis=1)) / soft + 0.5, 0, 1),
        4: np.clip((0.05 - line) / soft + 0.5, 0, 1),
        5: np.maximum(np.clip((0.07 - line) / soft + 0.5, 0, 1), _upright(p, soft)),
        6: np.clip((0.12 - seam) / soft + 0.5, 0, 1),
        7: np.clip((0.06 - lobes) / np.maximum(soft, 0.05) + 0.5, 0, 1),
    }
    share = np.zeros(len(base), np.float32)
    for kind, value in amount.items():
        share = np.where(kinds == kind, value, share)
    second = row[:, materials.SECOND : materials.SECOND + 3].copy()
    for kind, drawn in _SCENIC.items():
        on = np.flatnonzero(kinds == kind)
        if len(on):
            share[on], second[on], glow[on] = drawn(p[on], soft[on], second[on])
    return (base * (1 - share[:, None]) + second * share[:, None]).astype(np.float32), glow


def _windows(p: Floats, soft: Floats, second: F32) -> tuple[Floats, Floats, Floats]:
    """Panes in rows, some of them alight."""
    across, up = p[:, 0] + p[:, 2], p[:, 1] * 0.8
    column, row = np.floor(across), np.floor(up)
    inside = np.minimum(0.26 - np.abs(across - column - 0.5), 0.30 - np.abs(up - row - 0.5))
    share = np.clip(inside / soft + 0.5, 0, 1)
    lit = noise(column * 7.3, row * 5.1, row * 0, 241)
    return share, second * (1 + 0.5 * lit[:, None]), share * (lit > 0.0)


def _books(p: Floats, soft: Floats, _second: F32) -> tuple[Floats, Floats, Floats]:
    """Spines side by side, each of its own colour."""
    shelf = np.floor(p[:, 1] / 8)
    across = p[:, 0] + 0.22 * noise(p[:, 0] * 0.9, shelf * 3.1, shelf * 0, 242)
    number = np.floor(across)
    pick, tone = (noise(number * 5.3, shelf * 7.7 + 1.5, shelf * 0 + k, 243 + k) for k in (0, 1))
    color = _SPINES[((pick + 1) * 0.5 * len(_SPINES)).astype(np.int64) % len(_SPINES)] * (
        1 + 0.3 * tone[:, None]
    )
    gap = np.clip((0.10 - (0.5 - np.abs(across - number - 0.5))) / soft + 0.5, 0, 1)[:, None]
    return np.ones(len(p)), color * (1 - 0.75 * gap), np.ones(len(p))


def _bands(p: Floats, soft: Floats, second: F32) -> tuple[Floats, Floats, Floats]:
    """Upright stripes; where the second colour is the first they are a little darker."""
    wave = np.abs(p[:, 0] - np.floor(p[:, 0]) - 0.5)
    return np.clip((wave - 0.25) / soft + 0.5, 0, 1), second * 0.82, np.ones(len(p))


def _leaves(p: Floats, soft: Floats, second: F32) -> tuple[Floats, Floats, Floats]:
    """Lighter leaves here and there."""
    spot = noise(p[:, 0], p[:, 1], p[:, 2], 246) * np.clip(1.5 - soft, 0, 1)
    return np.clip(1.3 * spot, 0, 0.45), second, np.ones(len(p))


_SPINES = np.array(((0.35, 0.07, 0.05), (0.06, 0.13, 0.26), (0.42, 0.30, 0.10), (0.07, 0.19, 0.10), (0.48, 0.43, 0.35),
                    (0.20, 0.08, 0.05), (0.13, 0.24, 0.28), (0.30, 0.14, 0.22)), np.float32)  # fmt: skip
_SCENIC = {8: _windows, 9: _books, 10: _bands, 11: _leaves}
"""Patterns by number that scenery wears: (cells (n, 3), softness, second colour) to share, colour and light shown."""


def _upright(p: Floats, soft: Floats) -> Floats:
    """The upright joints of bricks, each course shifted by half a brick."""
    shift = 0.5 * (np.floor(p[:, 1]) % 2)
    joints = [np.abs((p[:, k] * 0.5 + shift) % 1.0 - 0.5) for k in (0, 2)]
    return np.clip((0.035 - np.minimum(*joints)) / soft + 0.5, 0, 1)
