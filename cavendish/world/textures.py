"""Textures of stuffs and patterns on them, from the whole thing down to the pixel: compiled once, one pass.

Each is a function of a point in the thing's own axes, made of octaves that fade where they are finer than a pixel: so
none repeats, and none is smooth from near. A texture tells how much of the stuff's second colour shows, a tone round 1,
how much rougher it is, and how the surface is tilted.
"""

import math

import numpy as np
import numpy.typing as npt
from numba import njit, prange

from cavendish.world.materials import AXIS, PATTERN, RELIEF, SCALE, SECOND, TEXTURE, TEXTURES, VEIN
from cavendish.world.motifs import BARS, DOTS, FLOWERS, SPARKLES, Vector, drawn, fade, glitter, noise_at, step
from cavendish.world.pile import pile

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]
PILE, WOOL = TEXTURES.index("pile"), TEXTURES.index("wool")
Told = tuple[float, float, float, float, float, float]
"""Share of the second colour, tone, roughness added, tilt."""


@njit(cache=True)
def _octaves(x: float, y: float, z: float, cycles: float, seed: int, foot: float) -> float:
    """Noise of `cycles` a unit and five octaves above, each half as strong, those finer than a pixel left out."""
    total, strength, f = 0.0, 0.5, cycles
    for k in range(6):
        faded = fade(f, foot)
        if faded <= 0:
            break
        total += strength * faded * noise_at(x * f, y * f, z * f, seed + k)
        strength *= 0.55
        f *= 2.17
    return total


@njit(cache=True)
def _vein(x: float, y: float, z: float, cycles: float, width: float, seed: int, foot: float) -> float:
    """Lines where noise changes sign, 0..1; wider and fainter where they are finer than a pixel."""
    wide = width + foot * cycles
    at = 1.0 - abs(noise_at(x * cycles, y * cycles, z * cycles, seed)) / wide
    return max(at, 0.0) * width / wide


@njit(cache=True)
def _wood(a: float, b: float, c: float, foot: float) -> Told:
    """Rings about an axis beside the thing, fibres and pores along it (a), slanted so that every face shows some."""
    b, c = b + 0.16 * a, c + 0.10 * a
    wander = 0.055 * noise_at(b * 2.3, a * 0.9, c * 2.3, 401) + 0.016 * noise_at(
        b * 9.0, a * 2.2, c * 9.0, 402
    )
    r = 13.0 * (math.hypot(b + 0.41, c + 0.23) + wander)
    at = r - math.floor(r)
    late = (at * at * min(1.0, (1.0 - at) / (0.10 + foot * 13.0)) - 0.27) * fade(13.0, foot)
    fibre = noise_at(b * 55.0, a * 2.6, c * 55.0, 403) * fade(55.0, foot)
    fine = noise_at(b * 240.0, a * 9.0, c * 240.0, 404) * fade(240.0, foot)
    pore = max(noise_at(b * 120.0, a * 5.0, c * 120.0, 405) - 0.38, 0.0) * fade(120.0, foot) - 0.025
    patch = noise_at(b * 1.7, a * 0.6, c * 1.7, 406)
    tone = 1.0 - 0.50 * late + 0.075 * fibre + 0.06 * fine - 0.85 * pore + 0.07 * patch
    tilt = 0.10 * fibre + 0.12 * fine
    return 0.0, tone, -0.10 * late + 0.05 * fine, tilt, 0.0, 0.6 * tilt


@njit(cache=True)
def _marble(x: float, y: float, z: float, foot: float) -> Told:
    """Warped veins, thick and thin, over clouds and the grain of sugar."""
    wx = 0.16 * noise_at(x * 2.6, y * 2.6, z * 2.6, 411) + 0.06 * noise_at(x * 6.1, y * 6.1, z * 6.1, 412)
    wy = 0.16 * noise_at(x * 2.6, y * 2.6, z * 2.6, 413) + 0.06 * noise_at(x * 6.1, y * 6.1, z * 6.1, 414)
    px, py, pz = x + wx + 0.4 * y, y + wy, z - wx + 0.3 * y
    there = min(max(0.55 + 0.9 * noise_at(x * 1.3, y * 1.3, z * 1.3, 415), 0.0), 1.0)
    share = 0.85 * there * _vein(px, py, pz, 2.1, 0.16, 416, foot)
    share += 0.40 * _vein(px, py, pz, 4.9, 0.09, 417, foot) * there
    share += 0.30 * _vein(px + wy, py, pz, 11.0, 0.07, 418, foot)
    cloud = _octaves(px, py, pz, 1.9, 419, foot)
    sugar = noise_at(x * 190.0, y * 190.0, z * 190.0, 426) * fade(190.0, foot)
    share = min(max(share + 0.16 * cloud + 0.05, 0.0), 1.0)
    return share, 1.0 + 0.05 * cloud + 0.03 * sugar, 0.02 * sugar, 0.0, 0.0, 0.0


@njit(cache=True)
def _granite(x: float, y: float, z: float, foot: float) -> Told:
    """Crystals: dark mica, grey quartz, pale feldspar, in two sizes."""
    x, y, z = 0.8 * x + 0.6 * y, 0.48 * x - 0.64 * y + 0.6 * z, 0.36 * x - 0.48 * y - 0.8 * z
    wave = 0.010 * noise_at(x * 70.0, y * 70.0, z * 70.0, 434)
    x, y, z = x + wave, y - wave, z + wave
    coarse = noise_at(x * 31.0, y * 31.0, z * 31.0, 431) * fade(24.0, foot)
    middle = noise_at(x * 67.0, z * 67.0, y * 67.0, 432) * fade(53.0, foot)
    fine = noise_at(y * 150.0, z * 150.0, x * 150.0, 433) * fade(130.0, foot)
    mica = 0.8 * step(coarse + 0.5 * middle + 0.15 * fine - 0.45, 0.28) + 0.7 * step(
        middle + 0.4 * fine - 0.50, 0.24
    )
    pale = step(0.6 * middle - coarse - 0.34, 0.35)
    mica += 0.11 * (1.0 - fade(24.0, foot)) + 0.06 * (1.0 - fade(53.0, foot))
    glint = max(fine - 0.55, 0.0)
    return min(mica, 1.0), 0.94 + 0.42 * pale + 0.10 * middle + 0.09 * fine, -0.15 * glint, 0.0, 0.0, 0.0


@njit(cache=True)
def _jade(x: float, y: float, z: float, foot: float) -> Told:
    """Clouds and soft pale threads in what light goes into."""
    w = 0.2 * noise_at(x * 2.1, y * 2.1, z * 2.1, 441)
    cloud = _octaves(x + w, y * 1.4, z - w, 2.4, 442, foot)
    thread = _vein(x + w, y - w, z, 3.7, 0.22, 449, foot)
    return min(max(0.20 + 0.75 * cloud + 0.35 * thread, 0.0), 1.0), 1.0 + 0.10 * cloud, 0.0, 0.0, 0.0, 0.0


@njit(cache=True)
def _stone(x: float, y: float, z: float, foot: float) -> Told:
    """Weathered stone: stains, grain and pits."""
    stain = _octaves(x, y, z, 3.1, 451, foot)
    f = 34.0
    pit = max(-noise_at(x * f, y * f, z * f, 457) - 0.45, 0.0) * fade(f, foot)
    tx = _octaves(x + 7.1, y, z, 11.0, 461, foot)
    ty = _octaves(x, y + 3.7, z, 11.0, 467, foot)
    tz = _octaves(x, y, z + 5.3, 11.0, 473, foot)
    return (
        min(max(0.22 + 0.8 * stain, 0.0), 1.0),
        1.03 - 0.9 * pit + 0.24 * tx,
        0.0,
        0.75 * tx,
        0.75 * ty,
        0.75 * tz,
    )


@njit(cache=True)
def _wall(u: float, v: float, foot: float, cobbled: bool) -> tuple[float, float, float, float]:
    """Bricks in courses, or round cobbles: share of mortar, tone, and tilt along u and v."""
    wide, high, gap = (0.150, 0.118, 0.018) if cobbled else (0.168, 0.056, 0.011)
    row = math.floor(v / high)
    at = u / wide + 0.5 * (row % 2) + 0.06 * noise_at(row * 3.7, 0.5, 0.5, 481) + 17.0
    column = math.floor(at)
    if cobbled:
        v += 0.012 * noise_at(column * 2.3, row * 5.1, 0.5, 482)
    p, q = (at - column - 0.5) * wide, (v / high - row - 0.5) * high
    edge_u, edge_v = wide / 2 - abs(p), high / 2 - abs(q)
    soft = 0.006 + foot
    if cobbled:
        a, b = 2 * p / wide, 2 * q / high
        round_ = (a * a * a * a + b * b * b * b) ** 0.25
        solid = step((0.86 - round_) * high / 2, soft + 0.008)
        tilt_u, tilt_v = 0.75 * a * a * a, 0.75 * b * b * b
    else:
        solid = step(min(edge_u, edge_v) - gap / 2, soft)
        near = max(1.0 - (min(edge_u, edge_v) - gap / 2) / 0.010, 0.0) * solid
        tilt_u = 0.7 * near * (1.0 if p > 0 else -1.0) * (1.0 if edge_u < edge_v else 0.0)
        tilt_v = 0.7 * near * (1.0 if q > 0 else -1.0) * (1.0 if edge_v <= edge_u else 0.0)
    faded = fade(0.5 / high, foot)
    tone = 1.0 + 0.36 * noise_at(column * 5.3 + 0.5, row * 7.1 + 0.5, 0.5, 483) * faded
    return 1.0 - solid, tone, tilt_u * faded, tilt_v * faded


@njit(cache=True)
def _weave(u: float, v: float, foot: float) -> Vector:
    """Threads over and under, some thicker, the dye a little uneven: tone, and tilt along u and v."""
    pitch = 0.0070
    faded = fade(0.75 / pitch, foot)
    a = u / pitch + 0.25 * noise_at(u * 9.0, v * 9.0, 0.5, 491)
    b = v / pitch + 0.25 * noise_at(u * 9.0, v * 9.0, 0.5, 492)
    i, j = math.floor(a), math.floor(b)
    p, q = 2.0 * (a - i) - 1.0, 2.0 * (b - j) - 1.0
    over = (i + j) % 2 == 0
    across, along = (q, p) if over else (p, q)
    high = (1.0 - across * across) * (1.0 - 0.35 * along * along)
    yarn = noise_at(i * 0.5 if over else a * 3.0, b * 3.0 if over else j * 0.5, 0.5, 493)
    fuzz = noise_at(u * 420.0, v * 420.0, 0.5, 494) * fade(420.0, foot)
    thick = noise_at(u * 6.0, v * 52.0, 0.5, 495) + noise_at(u * 52.0, v * 6.0, 0.5, 496)
    dye = noise_at(u * 5.0, v * 5.0, 0.5, 497)
    tone = 1.0 + faded * (0.40 * (high - 0.59) + 0.08 * yarn) + 0.07 * fuzz
    tone += 0.035 * thick * fade(52.0, foot) + 0.03 * dye
    slope = 0.55 * faded
    return tone, slope * (along * 0.35 if over else across), slope * (across if over else along * 0.35)


@njit(cache=True)
def _leather(x: float, y: float, z: float, foot: float) -> Told:
    """Pebbles between creases, in two sizes, and pores."""
    wx = 0.010 * noise_at(x * 23.0, y * 23.0, z * 23.0, 501)
    crease = _vein(x + wx, y - wx, z, 31.0, 0.34, 502, foot)
    small = _vein(x, y + wx, z - wx, 67.0, 0.34, 503, foot)
    pore = noise_at(x * 210.0, y * 210.0, z * 210.0, 504) * fade(210.0, foot)
    worn = noise_at(x * 3.0, y * 3.0, z * 3.0, 505)
    tx = noise_at(x * 31.0, y * 31.0, z * 31.0, 506) * fade(31.0, foot)
    tz = noise_at(x * 67.0, y * 67.0, z * 67.0, 507) * fade(67.0, foot)
    dark = crease + 0.6 * small
    return (
        0.0,
        1.16 - 0.42 * dark + 0.07 * worn + 0.05 * pore,
        0.22 * dark - 0.03,
        0.3 * tx,
        0.2 * tz,
        0.3 * tz,
    )


@njit(cache=True)
def _hair(x: float, y: float, z: float, foot: float) -> Told:
    """Strands that lie downwards and back, in locks."""
    along = 0.90 * y + 0.30 * z + 0.05 * noise_at(x * 5.0, y * 5.0, z * 5.0, 511)
    p, q = x + 0.03 * noise_at(x * 9.0, y * 4.0, z * 9.0, 512), z - 0.33 * along
    lock = noise_at(p * 15.0, along * 4.0, q * 15.0, 513) * fade(15.0, foot)
    strand = noise_at(p * 62.0, along * 6.0, q * 62.0, 514) * fade(62.0, foot)
    fine = noise_at(p * 170.0, along * 12.0, q * 170.0, 515) * fade(170.0, foot)
    hairs = noise_at(p * 430.0, along * 24.0, q * 430.0, 516) * fade(430.0, foot)
    tone = 1.0 + 0.10 * lock + 0.20 * strand + 0.17 * fine + 0.13 * hairs
    tilt = 0.12 * lock + 0.20 * strand + 0.16 * fine + 0.12 * hairs
    return 0.0, tone, 0.0, tilt, 0.0, 0.7 * tilt


@njit(cache=True)
def _brushed(x: float, y: float, z: float, foot: float) -> Told:
    """Scratches side by side round the thing."""
    wide = noise_at(x * 2.2, y * 70.0, z * 2.2, 521) * fade(70.0, foot)
    fine = noise_at(x * 5.0, y * 190.0, z * 5.0, 522) * fade(190.0, foot)
    hairs = noise_at(x * 11.0, y * 520.0, z * 11.0, 523) * fade(520.0, foot)
    tone = 1.0 + 0.10 * wide + 0.12 * fine + 0.10 * hairs
    return 0.0, tone, 0.06 * wide + 0.06 * fine, 0.0, 0.10 * wide + 0.14 * fine + 0.10 * hairs, 0.0


@njit(cache=True)
def _tooth(x: float, y: float, z: float, foot: float, amount: float) -> Told:
    """The small unevenness of paint, paper, plastic, wax: more of it from nearer."""
    cloud = _octaves(x, y, z, 4.0, 531, foot)
    tx = _octaves(x + 3.1, y, z, 60.0, 541, foot)
    ty = _octaves(x, y + 4.7, z, 60.0, 551, foot)
    tone = 1.0 + amount * (0.5 * cloud + 0.9 * tx)
    return 0.0, tone, 0.6 * amount * (cloud + ty), 1.4 * amount * tx, 1.4 * amount * ty, -1.4 * amount * tx


@njit(cache=True)
def _planar(code: int, x: float, y: float, z: float, n: Vector, foot: float) -> Told:
    """What is laid on a surface rather than grown through it, on the axes' plane nearest to the surface's own."""
    ax, ay, az = abs(n[0]), abs(n[1]), abs(n[2])
    top = ay > 0.8
    side = not top and ax > az
    u, v = (z if side else x), (z if top else y)
    if code == 8:
        tone, du, dv = _weave(u, v, foot)
        share = 0.0
    else:
        share, tone, du, dv = _wall(u, v, foot, code == 7)
        rough = _octaves(x, y, z, 21.0, 561, foot)
        tone *= 1.0 + 0.20 * rough
        du, dv = du + 0.25 * rough, dv + 0.25 * rough
    tx = 0.0 if side else du
    ty = 0.0 if top else dv
    tz = dv if top else (du if side else 0.0)
    return share, tone, 0.10 * share, tx, ty, tz


@njit(cache=True)
def _mineral(code: int, x: float, y: float, z: float, foot: float) -> Told:
    if code == 2:
        return _marble(x, y, z, foot)
    if code == 3:
        return _granite(x, y, z, foot)
    if code == 4:
        return _jade(x, y, z, foot)
    return _stone(x, y, z, foot)


@njit(cache=True)
def _told(code: int, axis: int, p: Vector, n: Vector, foot: float) -> Told:
    x, y, z = p
    if code == 1:
        a, b, c = (x, y, z) if axis == 0 else ((y, x, z) if axis == 1 else (z, x, y))
        return _wood(a, b, c, foot)
    if code <= 5:
        return _mineral(code, x, y, z, foot)
    if code <= 8:
        return _planar(code, x, y, z, n, foot)
    if code == 9:
        return _leather(x, y, z, foot)
    if code == 10:
        return _hair(x, y, z, foot)
    if code == 11:
        return _brushed(x, y, z, foot)
    if code >= PILE:
        tone, tilt = pile(p, n, foot, 3.6 if code == PILE else 8.5, code == WOOL)
        return 0.0, tone, 0.0, tilt[0], tilt[1], tilt[2]
    return _tooth(x, y, z, foot, 0.12 if code == 12 else 0.045)


@njit(cache=True, parallel=True)
def clothe(  # noqa: PLR0913, PLR0917 -- one pass over many arrays
    table: F32, slot: I32, index: Index, owner: I32, turn: F32, local: F32, foot: F32, base: F32, numbers: F32,
    normal: F32,
) -> None:  # fmt: skip
    """Patterns and textures laid into `base` (n, 3), `numbers` (6, n) and `normal` (n, 3) where `index` points.

    `local` (n, 3) are points in their things' own axes, `turn` (f, 3, 3) those axes by `owner`, `foot` a pixel's size.
    """
    for j in prange(index.shape[0]):
        i = index[j]
        row = table[slot[i]]
        code, pattern, axis, t = int(row[TEXTURE]), int(row[PATTERN]), int(row[AXIS]), turn[owner[i]]
        if code == 0 and pattern < BARS:
            continue
        n = (
            float(normal[i, 0] * t[0, 0] + normal[i, 1] * t[1, 0] + normal[i, 2] * t[2, 0]),
            float(normal[i, 0] * t[0, 1] + normal[i, 1] * t[1, 1] + normal[i, 2] * t[2, 1]),
            float(normal[i, 0] * t[0, 2] + normal[i, 1] * t[1, 2] + normal[i, 2] * t[2, 2]),
        )
        p = (float(local[i, 0]), float(local[i, 1]), float(local[i, 2]))
        tx, ty, tz = 0.0, 0.0, 0.0
        if pattern in (BARS, DOTS, FLOWERS):
            share, eye = drawn(pattern, axis, p, n, float(row[SCALE]), float(foot[i]))
            for k in range(3):
                color = base[i, k] * (1 - share) + row[SECOND + k] * share
                base[i, k] = color * (1 - eye) + np.float32((0.80, 0.50, 0.06)[k]) * eye
        if code > 0:
            share, tone, rough, tx, ty, tz = _told(code, axis, p, n, float(foot[i]))
            tone = min(max(tone, 0.25), 1.8)
            for k in range(3):
                plain = base[i, k] * (1 - share) + row[VEIN + k] * share
                deep = 1.1 - 0.55 * plain if code >= PILE else 1.0  # pale fibres light one another
                base[i, k] = min(max(plain * tone**deep, 0.003), 0.97)
            numbers[0, i] = min(max(numbers[0, i] + rough, 0.045), 1.0)
            strength = row[RELIEF]
            tx, ty, tz = tx * strength, ty * strength, tz * strength
        if pattern == SPARKLES:
            tx, ty, tz = glitter(p, float(row[SCALE]), float(foot[i]), i, base, numbers)
        if tx != 0 or ty != 0 or tz != 0:
            along = tx * n[0] + ty * n[1] + tz * n[2]
            a, b, c = n[0] + tx - n[0] * along, n[1] + ty - n[1] * along, n[2] + tz - n[2] * along
            size = math.sqrt(a * a + b * b + c * c)
            for k in range(3):
                normal[i, k] = (a * t[k, 0] + b * t[k, 1] + c * t[k, 2]) / size
