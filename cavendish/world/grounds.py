"""What grounds are made of: base colour, roughness, coat and tilt at points of the plane, drawn by noise."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cavendish.world.noise import noise

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]

SEA = (0.030, 0.155, 0.185)
SHORE = -3.3
DOCK_END, DOCK_SIDE = -1.9, 2.6


@dataclass(frozen=True)
class Ground:
    """Ground at n points: base (n, 3) linear, rough (n), normal (n, 3), coat (n)."""

    base: F32
    rough: F32
    normal: F32
    coat: F32


def octave(x: Floats, y: Floats, z: Floats, seed: int, footprint: Floats) -> F32:
    """Noise that fades out where a cycle is finer than about two footprints."""
    value = noise(x.astype(np.float32), y.astype(np.float32), z.astype(np.float32), seed)
    return value * np.clip(1.6 - 2.0 * footprint, 0.0, 1.0).astype(np.float32)


def planks(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Boards side by side, their grain along x, with dark joints."""
    width = 0.62
    row = np.floor(z / width)
    inside = z / width - row
    offset = row * 3.71
    fiber = (
        octave(x * 1.1 + offset, row, z * 14, 11, foot * 14) * 0.6
        + octave(x * 3 + offset, row, z * 46, 12, foot * 46) * 0.4
    )
    ring = octave(x * 0.5 + offset, row * 7, inside * 3, 13, foot * 3)
    tone = octave(row * 5.3, row * 0, row * 0, 14, foot * 0)
    gap = np.minimum(inside, 1 - inside) * width
    joint = np.clip((gap - 0.004) / (0.012 + foot), 0, 1).astype(np.float32)
    value = (1 + 0.20 * fiber + 0.16 * ring + 0.14 * tone) * (0.35 + 0.65 * joint)
    warm = np.array((1.0, 0.94, 0.86), np.float32) ** np.clip(ring, -1, 1)[:, None]
    rough = (0.40 + 0.10 * fiber).astype(np.float32)
    normal = flat.copy()
    normal[:, 2] += 0.05 * fiber + np.where(joint < 1, np.sign(inside - 0.5) * 0.5 * (1 - joint), 0)
    return Ground((base * value[:, None] * warm).astype(np.float32), rough, _unit(normal),
                  np.full(len(x), 0.22, np.float32) * joint)  # fmt: skip


def grass(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Blades in clumps and patches, with small flowers."""
    zero = np.zeros_like(x)
    patch = octave(x * 0.55, zero, z * 0.55, 21, foot * 0.55)
    clump = octave(x * 3.1, zero, z * 3.1, 22, foot * 3.1)
    warp = 0.35 * clump
    blade = octave(x * 19 + 4 * warp, zero, z * 9 + warp, 23, foot * 19)
    fine = octave(x * 47 + 9 * warp, zero, z * 21, 24, foot * 47) + octave(
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


def shore(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Rippled sand, wet towards a line of foam, and the sea beyond it."""
    zero = np.zeros_like(x)
    line = SHORE + 0.35 * np.sin(x * 0.55) + 0.18 * octave(x * 0.9, zero, zero, 31, foot * 0)
    out = line - z
    sea = np.clip(out / 0.05 + 0.5, 0, 1)
    wet = np.clip(1 + out / 0.9, 0, 1) * (1 - sea)
    ripple = octave(x * 1.3 + 0.8 * np.sin(z * 1.7), zero, z * 7.5, 32, foot * 7.5)
    grain = (
        octave(x * 60, zero, z * 60, 33, foot * 60) * 0.6 + octave(x * 17, zero, z * 17, 34, foot * 17) * 0.4
    )
    sand = base * (1 + 0.10 * ripple + 0.13 * grain)[:, None] * (1 - 0.42 * wet[:, None])
    depth = np.clip(out / 9.0, 0, 1)[:, None]
    deep = np.array(SEA, np.float32) * (1 - 0.45 * depth) + np.array((0.10, 0.16, 0.12)) * np.exp(
        -out[:, None].clip(0) * 0.9
    )
    swell = (
        octave(x * 0.5, zero, z * 2.2, 35, foot * 2.2) * 0.6
        + octave(x * 1.7, zero, z * 6.5, 36, foot * 6.5) * 0.4
    )
    foam = np.clip(1 - np.abs(out - 0.12 - 0.10 * swell) / 0.10, 0, 1)
    far_crest = np.clip(1 - np.abs(out - 1.1 - 0.3 * swell) / 0.10, 0, 1) * np.clip(1 - foot * 12, 0, 1)
    foam = np.maximum(foam, 0.7 * far_crest)
    deep = deep * (1 - foam[:, None]) + 0.82 * foam[:, None]
    color = sand * (1 - sea[:, None]) + deep * sea[:, None]
    normal = flat.copy()
    normal[:, 2] += (1 - sea) * (0.16 * ripple + 0.10 * grain) + sea * 0.14 * swell
    normal[:, 0] += (1 - sea) * 0.10 * grain + sea * 0.05 * swell
    rough = (0.85 * (1 - sea) + 0.16 * sea) * (1 - 0.6 * wet) + 0.5 * foam * sea
    return Ground(np.clip(color, 0.004, 0.9).astype(np.float32), rough.astype(np.float32), _unit(normal),
                  (0.5 * wet + 0.9 * sea * (1 - foam)).astype(np.float32))  # fmt: skip


def dock(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """A jetty of boards with still water all round it."""
    zero = np.zeros_like(x)
    wood = planks(x, z, base, foot, flat)
    edge = np.minimum(z - DOCK_END, DOCK_SIDE - np.abs(x))
    dry = np.clip(edge / np.maximum(foot, 0.01) + 0.5, 0, 1).astype(np.float32)
    lip = np.clip((0.10 - edge) / np.maximum(foot, 0.01) + 0.5, 0, 1) * dry
    wave = (
        octave(x * 0.8, zero, z * 3.0, 41, foot * 3) * 0.6
        + octave(x * 2.3, zero, z * 8.0, 42, foot * 8) * 0.4
    )
    lake = np.array((0.020, 0.085, 0.095), np.float32) * (1 + 0.25 * wave[:, None])
    color = wood.base * (1 - 0.45 * lip[:, None]) * dry[:, None] + lake * (1 - dry[:, None])
    normal = flat.copy()
    normal[:, 2] += 0.05 * wave
    normal = (wood.normal * dry[:, None] + normal * (1 - dry[:, None])).astype(np.float32)
    rough = wood.rough * dry + 0.10 * (1 - dry)
    return _ground(color, rough, normal, wood.coat * dry + 0.95 * (1 - dry))


def litter(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """A forest's floor: moss between drifts of fallen leaves."""
    zero = np.zeros_like(x)
    drift = octave(x * 0.7, zero, z * 0.7, 141, foot * 0.7) + 0.5 * octave(
        x * 2.1, zero, z * 2.1, 142, foot * 2.1
    )
    leaf = octave(x * 11, zero, z * 11, 143, foot * 11) + 0.6 * octave(x * 31, zero, z * 31, 144, foot * 31)
    mix = np.clip(0.5 + 1.1 * drift + 0.25 * leaf, 0, 1)[:, None]
    dead = np.array((0.135, 0.066, 0.026), np.float32)
    color = (base * mix + dead * (1 - mix)) * np.clip(1 + 0.42 * leaf, 0.3, 2)[:, None]
    normal = flat.copy()
    normal[:, 0] += 0.25 * leaf
    normal[:, 2] += 0.22 * drift
    return _ground(color, np.full(len(x), 0.9), normal)


def slabs(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Paving stones, each a tone of its own."""
    return _laid(x, z, base, foot, flat, _Plates((0.95, 0.70), 0.022, 0.13, 0.85))


def concrete(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Large poured plates, stained."""
    return _laid(x, z, base, foot, flat, _Plates((2.6, 2.1), 0.03, 0.05, 0.8))


def tiles(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Square glazed tiles, light and dark in turn."""
    ground = _laid(x, z, base, foot, flat, _Plates((0.66, 0.66), 0.018, 0.03, 0.28, shift=0.0))
    dark = ((np.floor(x / 0.66) + np.floor(z / 0.66)) % 2)[:, None]
    return _ground(ground.base * (1 - 0.34 * dark), ground.rough, ground.normal, np.full(len(x), 0.36))


def cobble(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Rounded stones in courses."""
    across, along = 0.36, 0.27
    row = np.floor(z / along)
    at = x / across + 0.5 * (row % 2) + 0.18 * noise(row * 3.7, row * 0, row * 0, 151)
    column = np.floor(at)
    u, v = (at - column - 0.5) * 2, (z / along - row - 0.5) * 2
    tone = noise(column * 5.1, row * 3.3, column * 0, 152)
    round_ = (u**4 + v**4) ** 0.25
    fade = np.clip(1.5 - foot * 6, 0, 1)
    joint = np.clip((0.93 - round_) / (0.10 + foot * 6), 0, 1)
    joint = joint * fade + 0.8 * (1 - fade)
    grain = octave(x * 34, column * 0, z * 34, 153, foot * 34)
    color = base * ((1 + 0.20 * tone + 0.12 * grain) * (0.30 + 0.70 * joint))[:, None]
    color = color * np.stack([1 + 0.10 * tone, 1 + 0.02 * tone, 1 - 0.08 * tone], -1)
    normal = flat.copy()
    normal[:, 0] += 0.55 * u**3 * fade
    normal[:, 2] += 0.55 * v**3 * fade
    return _ground(color, 0.55 + 0.2 * (1 - joint), normal, 0.15 * joint)


def asphalt(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """A road's fine chips, worn in patches."""
    zero = np.zeros_like(x)
    chip = octave(x * 52, zero, z * 52, 161, foot * 52) + 0.7 * octave(x * 23, zero, z * 23, 162, foot * 23)
    worn = octave(x * 0.6, zero, z * 1.1, 163, foot)
    color = base * np.clip(1 + 0.32 * chip + 0.16 * worn, 0.4, 2)[:, None]
    normal = flat.copy()
    normal[:, 0] += 0.10 * chip
    return _ground(color, 0.80 + 0.06 * worn, normal)


def snow(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Drifts with a glitter of crystals."""
    zero = np.zeros_like(x)
    drift = octave(x * 0.45, zero, z * 0.8, 171, foot * 0.8)
    soft = octave(x * 1.9, zero, z * 2.6, 172, foot * 2.6)
    spark = np.clip(octave(x * 70, zero, z * 70, 173, foot * 70) - 0.62, 0, 1)
    value = 1 + 0.05 * drift + 0.05 * soft + 1.2 * spark
    normal = flat.copy()
    normal[:, 0] += 0.10 * drift + 0.10 * soft
    normal[:, 2] += 0.16 * drift + 0.12 * soft
    return _ground(base * value[:, None], 0.62 - 0.3 * spark, normal)


def carpet(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Woven wool with rows of diamonds."""
    zero = np.zeros_like(x)
    weave = octave(x * 60, zero, z * 24, 181, foot * 60) + octave(x * 9, zero, z * 9, 182, foot * 9)
    diamond = np.abs((x / 0.9) % 1 - 0.5) + np.abs((z / 0.9) % 1 - 0.5)
    soft = 0.03 + foot / 0.9
    ring = np.clip((0.06 - np.abs(diamond - 0.42)) / soft + 0.5, 0, 1)
    heart = np.clip((0.14 - diamond) / soft + 0.5, 0, 1)
    light = np.maximum(ring * 0.8, heart)[:, None]
    color = base * (1 - light) + (0.35 * base + np.array((0.40, 0.34, 0.24))) * light
    normal = flat.copy()
    normal[:, 0] += 0.16 * weave
    return _ground(color * (1 + 0.14 * weave)[:, None], np.full(len(x), 0.92), normal)


def marble(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """A polished top with veins."""
    zero = np.zeros_like(x)
    warp = octave(x * 0.8, zero, z * 0.8, 191, foot) + 0.5 * octave(x * 2.2, zero, z * 2.2, 192, foot * 2.2)
    vein = np.clip(1 - np.abs(np.sin(2.2 * x + 1.1 * z + 3.2 * warp)) / (0.20 + foot), 0, 1) * np.clip(
        0.5 + warp, 0, 1
    )
    color = base * (1 + 0.10 * warp)[:, None] * (1 - 0.22 * vein[:, None])
    return _ground(color, np.full(len(x), 0.20), flat, np.full(len(x), 0.35))


def dunes(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Dry sand in long ripples."""
    zero = np.zeros_like(x)
    wide = octave(x * 0.35, zero, z * 0.5, 201, foot)
    wave = np.sin(z * 13 + 3.2 * wide + 1.5 * octave(x * 1.2, zero, z * 1.2, 202, foot)) * np.clip(
        1.6 - foot * 8, 0, 1
    )
    grain = octave(x * 55, zero, z * 55, 203, foot * 55)
    color = base * (1 + 0.09 * wave + 0.10 * grain + 0.08 * wide)[:, None]
    normal = flat.copy()
    normal[:, 2] += 0.22 * wave + 0.10 * wide
    normal[:, 0] += 0.06 * wave + 0.08 * grain
    return _ground(color, np.full(len(x), 0.88), normal)


def seabed(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """Sand under water, with the net of light that waves throw on it."""
    sand = dunes(x, z, base, foot, flat)
    zero = np.zeros_like(x)
    wx, wz = (1.1 * octave(x * 1.3, zero + k, z * 1.3, 211 + k, foot) for k in (0, 1))
    web = np.abs(octave(x * 1.6 + wx, zero, z * 1.6 + wz, 213, foot * 1.6))
    net = np.clip(1 - web / (0.10 + foot), 0, 1) ** 2
    return _ground(sand.base * (0.85 + 0.55 * net[:, None]), sand.rough, sand.normal)


def dust(x: F32, z: F32, base: F32, foot: F32, flat: F32) -> Ground:
    """A moon's dust, pitted by craters of two sizes."""
    zero = np.zeros_like(x)
    rough = octave(x * 3, zero, z * 3, 221, foot * 3) + 0.6 * octave(x * 17, zero, z * 17, 222, foot * 17)
    color, normal = base * (1 + 0.14 * rough)[:, None], flat.copy()
    normal[:, 0] += 0.12 * rough
    for size, seed in ((1.7, 223), (0.6, 226)):
        cx, cz = np.floor(x / size), np.floor(z / size)
        jx, jz, jr = (noise(cx * 7.1 + k, cz * 5.3, zero, seed + k) for k in range(3))
        dx, dz = x / size - cx - 0.5 - 0.2 * jx, z / size - cz - 0.5 - 0.2 * jz
        radius = 0.16 + 0.10 * jr
        at = np.hypot(dx, dz) / np.maximum(radius, 0.05)
        bowl = np.clip(1.25 - at, 0, 1) * (jr > -0.25) * np.clip(1.5 - 3 * foot / size, 0, 1)
        slope = np.where(at < 1, 0.9, -0.7) * bowl * np.minimum(at, 1)
        normal[:, 0] += -slope * dx / np.maximum(radius, 0.05)
        normal[:, 2] += -slope * dz / np.maximum(radius, 0.05)
        color = color * (1 - 0.22 * np.clip(1 - at, 0, 1) * bowl)[:, None]
    return _ground(color, np.full(len(x), 0.95), normal)


class _Plates(NamedTuple):
    """How plates are laid: their size, the joints' width, how much tones differ, roughness, the courses' shift."""

    size: tuple[float, float]
    gap: float
    swing: float
    rough: float
    shift: float = 0.5


def _laid(x: F32, z: F32, base: F32, foot: F32, flat: F32, plates: _Plates) -> Ground:
    """Plates of one size in courses, with joints between them."""
    size, gap, swing, rough, shift = plates
    row = np.floor(z / size[1])
    at = x / size[0] + shift * (row % 2)
    column = np.floor(at)
    edge = np.minimum(
        (0.5 - np.abs(at - column - 0.5)) * size[0], (0.5 - np.abs(z / size[1] - row - 0.5)) * size[1]
    )
    joint = np.clip((edge - gap / 2) / (gap + foot), 0, 1)
    tone = noise(column * 5.7, row * 3.9, row * 0, 231)
    grain = octave(x * 26, row * 0, z * 26, 232, foot * 26)
    stain = octave(x * 0.7, row * 0, z * 0.7, 233, foot)
    value = (1 + swing * tone + 0.10 * grain * rough + 0.09 * stain * rough) * (0.45 + 0.55 * joint)
    color = (
        base
        * value[:, None]
        * np.stack([1 + 0.3 * swing * tone, np.ones_like(tone), 1 - 0.3 * swing * tone], -1)
    )
    normal = flat.copy()
    normal[:, 0] += 0.06 * grain * rough
    return _ground(color, rough + 0.05 * grain, normal)


def _ground(color: Floats, rough: Floats, normal: F32, coat: Floats | None = None) -> Ground:
    none = np.zeros(len(color), np.float32)
    return Ground(np.clip(color, 0.004, 0.92).astype(np.float32), np.clip(rough, 0.06, 1).astype(np.float32),
                  _unit(normal), none if coat is None else coat.astype(np.float32))  # fmt: skip


def _unit(v: F32) -> F32:
    return (v / np.linalg.norm(v, axis=-1, keepdims=True)).astype(np.float32)


GROUNDS: dict[str, Callable[[F32, F32, F32, F32, F32], Ground]] = {
    "planks": planks, "grass": grass, "shore": shore, "dock": dock, "litter": litter, "slabs": slabs,
    "concrete": concrete, "tiles": tiles, "cobble": cobble, "asphalt": asphalt, "snow": snow, "carpet": carpet,
    "marble": marble, "dunes": dunes, "seabed": seabed, "dust": dust,
}  # fmt: skip
"""Every ground by name: (x, z, mean colour (n, 3), footprint, upright normals) at n points to what it is there."""
