"""The ground things stand on: where a ray meets it, and what it is made of there."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from cavendish.plan.lexicon import COLORS, KINDS
from cavendish.plan.schema import Plan
from cavendish.world.noise import noise

if TYPE_CHECKING:
    from cavendish.world.stage import Stage

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]

SWEEPS = (
    (0.72, 0.66, 0.56), (0.60, 0.68, 0.70), (0.76, 0.55, 0.46), (0.46, 0.56, 0.44), (0.80, 0.74, 0.70),
    (0.30, 0.38, 0.50), (0.70, 0.60, 0.30), (0.52, 0.40, 0.54), (0.20, 0.30, 0.31), (0.84, 0.80, 0.72),
    (0.40, 0.22, 0.18), (0.55, 0.72, 0.62), (0.72, 0.46, 0.30), (0.34, 0.34, 0.38),
)  # fmt: skip
WOODS = ((0.36, 0.19, 0.085), (0.46, 0.28, 0.14), (0.25, 0.125, 0.06), (0.52, 0.36, 0.21), (0.33, 0.20, 0.12))
GRASS, SAND, SEA = (0.105, 0.205, 0.040), (0.60, 0.47, 0.31), (0.030, 0.155, 0.185)
SWEEP_BACK, SWEEP_RADIUS = -2.4, 1.7
TABLE_BACK, TABLE_SIDE = -1.75, 5.0
SHORE = -3.3


@dataclass(frozen=True)
class Ground:
    """Ground at n points: base (n, 3) linear, rough (n), normal (n, 3), coat (n)."""

    base: F32
    rough: F32
    normal: F32
    coat: F32


def keyed(seed: int, *names: str) -> float:
    """A number in 0..1 fixed by the seed and the names of the choice."""
    digest = hashlib.blake2b(f"{seed}/{'/'.join(names)}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64


def floor_color(plan: Plan, seed: int) -> F32:
    """The ground's mean linear colour: the place's own, or a sweep that sets the things off."""
    if plan.place == "meadow":
        return np.array(GRASS, np.float32)
    if plan.place == "beach":
        return np.array(SAND, np.float32)
    if plan.place == "table":
        return np.array(WOODS[int(keyed(seed, "place", "wood") * len(WOODS))], np.float32)
    colors = [np.array(COLORS[t.color or KINDS[t.kind].color]) for t in plan.things]  # pyright: ignore[reportArgumentType] -- the lexicon's own names
    order = sorted(SWEEPS, key=lambda sweep: keyed(seed, "place", "sweep", str(sweep)))
    for sweep in order:
        if all(np.abs(np.sqrt(np.array(sweep)) - np.sqrt(c)).sum() > 0.55 for c in colors):
            return np.array(sweep, np.float32)
    return np.array(order[0], np.float32)


def meet(stage: "Stage", origin: F32, direction: F32) -> tuple[F32, F32]:
    """Distance (n) along rays (3, n) to the ground, 1e9 where they miss it, and the ground's own normals (3, n)."""
    down = direction[1] < -1e-5
    safe = np.where(down, direction[1], -1.0)
    t = np.where(down & (origin[1] > 0), -origin[1] / safe, 1e9).astype(np.float32)
    normal = np.zeros_like(direction)
    normal[1] = 1.0
    z = origin[2] + direction[2] * t
    if stage.light.place == "studio":
        return _sweep(origin, direction, t, z, normal)
    if stage.light.place == "table":
        x = origin[0] + direction[0] * t
        t = np.where((z < TABLE_BACK) | (np.abs(x) > TABLE_SIDE), np.float32(1e9), t)
    return np.where(t > 400.0, np.float32(1e9), t), normal


def _sweep(origin: F32, direction: F32, t: F32, z: F32, normal: F32) -> tuple[F32, F32]:
    """The floor bends up behind into a wall: plane, quarter cylinder, plane."""
    oy, oz = origin[1] - SWEEP_RADIUS, origin[2] - SWEEP_BACK
    a = direction[1] ** 2 + direction[2] ** 2
    b = oy * direction[1] + oz * direction[2]
    root = np.sqrt(np.maximum(b * b - a * (oy * oy + oz * oz - SWEEP_RADIUS**2), 0))
    bend = (-b + root) / np.maximum(a, 1e-9)
    by, bz = oy + direction[1] * bend, oz + direction[2] * bend
    wall = (SWEEP_BACK - SWEEP_RADIUS - origin[2]) / np.where(np.abs(direction[2]) > 1e-6, direction[2], 1e-6)
    on_floor = (t < 1e8) & (z > SWEEP_BACK)
    on_bend = ~on_floor & (by < 0) & (bz < 0) & (bend > 0)
    on_wall = ~on_floor & ~on_bend & (wall > 0)
    out = np.where(on_floor, t, np.where(on_bend, bend, np.where(on_wall, wall, 1e9))).astype(np.float32)
    normal[1] = np.where(on_floor, 1.0, np.where(on_bend, -by / SWEEP_RADIUS, 0.0))
    normal[2] = np.where(on_floor, 0.0, np.where(on_bend, -bz / SWEEP_RADIUS, 1.0))
    return out, normal


def surface(stage: "Stage", point: F32, normal: F32, footprint: F32) -> Ground:
    """What the ground is at points (3, n) with its own normals (3, n), without details finer than `footprint` (n)."""
    x, y, z = point
    n = x.shape[0]
    flat = np.ascontiguousarray(normal.T)
    base = np.repeat(stage.floor[None], n, 0)
    rough = np.full(n, 0.62, np.float32)
    coat = np.zeros(n, np.float32)
    if stage.light.place == "studio":
        speck = _octave(x * 30, y * 30, z * 30, 5, footprint * 30) + _octave(
            x * 80, y * 80, z * 80, 6, footprint * 80
        )
        cloth = np.abs(_octave(x * 2.1, y * 2.1, z * 2.1, 7, footprint)) * 0.02
        return Ground(
            (base * (1 + 0.03 * speck + cloth)[:, None]).astype(np.float32), rough + 0.2, flat, coat
        )
    if stage.light.place == "table":
        return _planks(x, z, base, footprint, flat)
    if stage.light.place == "meadow":
        return _grass(x, z, base, footprint, flat)
    return _shore(x, z, base, footprint, flat)


def _octave(x: Floats, y: Floats, z: Floats, seed: int, footprint: Floats) -> F32:
    """Noise that fades out where a cycle is finer than about two footprints."""
    value = noise(x.astype(np.float32), y.astype(np.float32), z.astype(np.float32), seed)
    return value * np.clip(1.6 - 2.0 * footprint, 0.0, 1.0).astype(np.float32)


def _planks(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    width = 0.62
    row = np.floor(z / width)
    inside = z / width - row
    offset = row * 3.71
    fiber = (
        _octave(x * 1.1 + offset, row, z * 14, 11, foot * 14) * 0.6
        + _octave(x * 3 + offset, row, z * 46, 12, foot * 46) * 0.4
    )
    ring = _octave(x * 0.5 + offset, row * 7, inside * 3, 13, foot * 3)
    tone = _octave(row * 5.3, row * 0, row * 0, 14, foot * 0)
    gap = np.minimum(inside, 1 - inside) * width
    joint = np.clip((gap - 0.004) / (0.012 + foot), 0, 1).astype(np.float32)
    value = (1 + 0.20 * fiber + 0.16 * ring + 0.14 * tone) * (0.35 + 0.65 * joint)
    warm = np.array((1.0, 0.94, 0.86), np.float32) ** np.clip(ring, -1, 1)[:, None]
    rough = (0.40 + 0.10 * fiber).astype(np.float32)
    normal = flat.copy()
    normal[:, 2] += 0.05 * fiber + np.where(joint < 1, np.sign(inside - 0.5) * 0.5 * (1 - joint), 0)
    return Ground((base * value[:, None] * warm).astype(np.float32), rough, _unit(normal),
                  np.full(len(x), 0.22, np.float32) * joint)  # fmt: skip


def _grass(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    zero = np.zeros_like(x)
    patch = _octave(x * 0.55, zero, z * 0.55, 21, foot * 0.55)
    clump = _octave(x * 3.1, zero, z * 3.1, 22, foot * 3.1)
    warp = 0.35 * clump
    blade = _octave(x * 19 + 4 * warp, zero, z * 9 + warp, 23, foot * 19)
    fine = _octave(x * 47 + 9 * warp, zero, z * 21, 24, foot * 47) + _octave(
        x * 118, zero, z * 47, 27, foot * 118
    )
    value = 1 + 0.22 * patch + 0.26 * clump + 0.34 * blade + 0.28 * fine
    tint = np.stack([1 + 0.30 * clump + 0.25 * patch, 1 + 0.06 * clump, 1 - 0.15 * patch], -1)
    color = base * np.clip(value, 0.25, 2)[:, None] * tint
    cell = np.stack([np.floor(x * 2.6), np.floor(z * 2.6)])
    jitter_x, jitter_z = (
        noise(cell[0] * 7.3 + k, cell[1] * 9.1, zero, 25 + k).astype(np.float32) for k in (0, 1)
    )
    away = np.hypot(x * 2.6 - cell[0] - 0.5 - 0.3 * jitter_x, z * 2.6 - cell[1] - 0.5 - 0.3 * jitter_z)
    bloom = np.clip((0.085 - away) / (0.02 + foot * 2.6), 0, 1) * (jitter_x + jitter_z > 0.22)
    petal = np.where(
        (jitter_x > jitter_z)[:, None], np.array((0.85, 0.82, 0.74)), np.array((0.82, 0.60, 0.08))
    )
    color = color * (1 - bloom[:, None]) + petal * bloom[:, None]
    normal = flat.copy()
    normal[:, 0] += 0.30 * blade + 0.22 * fine
    normal[:, 2] += 0.30 * clump + 0.20 * blade
    return Ground(np.clip(color, 0.004, 0.9).astype(np.float32), np.full(len(x), 0.85, np.float32), _unit(normal),
                  np.zeros(len(x), np.float32))  # fmt: skip


def _shore(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    zero = np.zeros_like(x)
    line = SHORE + 0.35 * np.sin(x * 0.55) + 0.18 * _octave(x * 0.9, zero, zero, 31, foot * 0)
    out = line - z
    sea = np.clip(out / 0.05 + 0.5, 0, 1)
    wet = np.clip(1 + out / 0.9, 0, 1) * (1 - sea)
    ripple = _octave(x * 1.3 + 0.8 * np.sin(z * 1.7), zero, z * 7.5, 32, foot * 7.5)
    grain = (
        _octave(x * 60, zero, z * 60, 33, foot * 60) * 0.6
        + _octave(x * 17, zero, z * 17, 34, foot * 17) * 0.4
    )
    sand = base * (1 + 0.10 * ripple + 0.13 * grain)[:, None] * (1 - 0.42 * wet[:, None])
    depth = np.clip(out / 9.0, 0, 1)[:, None]
    water = np.array(SEA, np.float32) * (1 - 0.45 * depth) + np.array((0.10, 0.16, 0.12)) * np.exp(
        -out[:, None].clip(0) * 0.9
    )
    swell = (
        _octave(x * 0.5, zero, z * 2.2, 35, foot * 2.2) * 0.6
        + _octave(x * 1.7, zero, z * 6.5, 36, foot * 6.5) * 0.4
    )
    foam = np.clip(1 - np.abs(out - 0.12 - 0.10 * swell) / 0.10, 0, 1)
    far_crest = np.clip(1 - np.abs(out - 1.1 - 0.3 * swell) / 0.10, 0, 1) * np.clip(1 - foot * 12, 0, 1)
    foam = np.maximum(foam, 0.7 * far_crest)
    water = water * (1 - foam[:, None]) + 0.82 * foam[:, None]
    color = sand * (1 - sea[:, None]) + water * sea[:, None]
    normal = flat.copy()
    normal[:, 2] += (1 - sea) * (0.16 * ripple + 0.10 * grain) + sea * 0.14 * swell
    normal[:, 0] += (1 - sea) * 0.10 * grain + sea * 0.05 * swell
    rough = (0.85 * (1 - sea) + 0.16 * sea) * (1 - 0.6 * wet) + 0.5 * foam * sea
    return Ground(np.clip(color, 0.004, 0.9).astype(np.float32), rough.astype(np.float32), _unit(normal),
                  (0.5 * wet + 0.9 * sea * (1 - foam)).astype(np.float32))  # fmt: skip


def _unit(v: F32) -> F32:
    return (v / np.linalg.norm(v, axis=-1, keepdims=True)).astype(np.float32)
