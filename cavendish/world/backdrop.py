"""What lies past the stage: sky, clouds, hills, a soft room, and the surroundings that glossy things mirror.

None of it is told to plans or guides: the latents draw it, and the tokens carry it.
"""

import numpy as np
import numpy.typing as npt

from cavendish.world.noise import noise
from cavendish.world.sites import SITES
from cavendish.world.stage import Stage

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]

ROOMS = (
    ((0.46, 0.36, 0.27), (0.62, 0.52, 0.40)), ((0.30, 0.35, 0.34), (0.46, 0.51, 0.47)),
    ((0.52, 0.40, 0.36), (0.66, 0.54, 0.48)), ((0.33, 0.29, 0.36), (0.47, 0.42, 0.50)),
    ((0.24, 0.30, 0.38), (0.40, 0.47, 0.56)), ((0.50, 0.48, 0.42), (0.70, 0.67, 0.60)),
)  # fmt: skip
BOOKS = ((0.35, 0.10, 0.08), (0.10, 0.20, 0.30), (0.45, 0.34, 0.14), (0.12, 0.24, 0.14), (0.50, 0.45, 0.38))


def backdrop(stage: Stage, direction: F32) -> F32:
    """Linear light (n, 3) along camera rays (3, n) that meet nothing."""
    sky = SITES[stage.light.place].sky
    if sky == "room":
        return room(stage, direction, 1.0).astype(np.float32)
    if sky == "sweep":
        return environment(stage, direction, np.full(direction.shape[1], 0.5, np.float32))
    return _sky(stage, direction, clouds=True)


def environment(stage: Stage, direction: F32, rough: F32) -> F32:
    """Linear light (n, 3) that surfaces of roughness (n) mirror from directions (3, n)."""
    light = stage.light
    sky = SITES[light.place].sky
    if sky in ("hills", "clear", "plain"):
        above = _sky(stage, direction, clouds=False) + _banks(stage, direction, rough)
    elif sky == "room":
        above = room(stage, direction, 3.0) * 0.8
    else:
        lift = np.clip(direction[1], 0, 1)[:, None]
        above = light.horizon * 0.40 * (1 - lift) + light.zenith * 0.55 * lift
    above = _banded(stage, direction, rough, above)
    if sky in ("sweep", "room"):
        above = above + (_lamps(stage, direction, rough) if light.night else _studio(stage, direction, rough))
    glow = np.clip(light.key @ direction, 0, 1) ** (2 / (0.04 + rough**2))
    above = above + 0.25 * light.key_color * glow[:, None]
    below = light.ground * 1.1 + light.horizon * 0.10
    mix = np.clip(0.5 + direction[1] / (0.10 + rough), 0, 1)[:, None]
    return (below * (1 - mix) + above * mix).astype(np.float32)


def _banded(stage: Stage, direction: F32, rough: F32, above: Floats) -> Floats:
    """What is mirrored with the dark band over the ground that metal needs: far trees, houses, a wall's foot; (n, 3).

    It lies on the viewer's side alone, where the camera never looks.
    """
    behind = np.clip(0.6 - stage.basis[2] @ direction, 0, 1)
    low = np.exp(-(((direction[1] - 0.10) / (0.08 + 0.30 * rough)) ** 2)) * behind
    dark = 0.35 * stage.light.ground + 0.06 * stage.light.horizon
    return above + (dark - above) * (0.80 * low)[:, None]


def _studio(stage: Stage, direction: F32, rough: F32) -> Floats:
    """A window, or a softbox, on either hand, and a strip of light at each side for edges; (n, 3)."""
    light, latents, soft = stage.light, stage.latents, 0.10 + 0.55 * rough
    paned = SITES[light.place].sky == "room"
    out = np.zeros((direction.shape[1], 3))
    for k in range(2):
        azimuth = (latents[k] - 0.5) * 1.2 + (0.9 if k else -0.9)
        center = stage.basis[0] * np.sin(azimuth) - stage.basis[2] * np.cos(azimuth) * 0.6
        center = center + np.array((0, 0.55 + 0.5 * latents[2 + k], 0))
        shape = _softbox(direction, center, soft, 0.42, 0.62)
        if paned and k == 0:
            bars = (_softbox(direction, center, soft * 0.4, *half) for half in ((0.045, 0.70), (0.50, 0.045)))
            shape = shape * (1 - 0.96 * np.maximum(*bars) / (1 + rough[:, None]))
        out = out + shape * light.key_color * (1.3 if k else 2.0)
        strip = stage.basis[0] * (1.0 if k else -1.0) - stage.basis[2] * 0.05 + np.array((0, 0.30, 0))
        out = out + _softbox(direction, strip, soft, 0.10, 0.75) * light.key_color * 0.8
    return out


def _lamps(stage: Stage, direction: F32, rough: F32) -> Floats:
    """A lit lamp's shade on either hand of a room at night; (n, 3)."""
    light, soft = stage.light, 0.12 + 0.55 * rough
    out = np.zeros((direction.shape[1], 3))
    for hand, high, share in ((-1.0, 0.55, 1.0), (1.0, 0.30, 0.55)):
        center = stage.basis[0] * hand - stage.basis[2] * 0.75 + np.array((0, high, 0))
        out = out + _softbox(direction, center, soft, 0.26, 0.20) * light.key_color * share
    return out


def _banks(stage: Stage, direction: F32, rough: F32) -> Floats:
    """The bright clouds that metal and glaze need out of doors: one about the sun, one across from it; (n, 3)."""
    light, soft = stage.light, 0.22 + 0.7 * rough
    sunny = light.key * np.array((1.0, 0.75, 1.0)) + np.array((0.0, 0.12, 0.0))
    across = light.key * np.array((-1.0, 0.0, 1.0)) + np.array((0.0, 0.45, 0.0))
    near = _softbox(direction, sunny, soft, 0.55, 0.40) * light.key_color * 0.85
    return near + _softbox(direction, across, soft, 0.40, 0.55) * (light.horizon + light.sky) * 0.9


def _softbox(direction: F32, center: F32, soft: F32, wide: float, tall: float) -> Floats:
    """A rectangle of light round `center` with edges as soft as told (n), (n, 1)."""
    front = center / np.linalg.norm(center)
    right = np.cross(np.array((0, 1, 0)), front)
    right = right / (np.linalg.norm(right) + 1e-9)
    up = np.cross(front, right)
    depth = front @ direction
    u, v = (right @ direction) / np.maximum(depth, 0.05), (up @ direction) / np.maximum(depth, 0.05)
    inside = np.clip((wide - np.abs(u)) / soft + 0.5, 0, 1) * np.clip((tall - np.abs(v)) / soft + 0.5, 0, 1)
    return (inside * np.clip(depth * 6, 0, 1))[:, None]


def _fbm(x: F32, y: F32, z: F32, seed: int, octaves: int) -> F32:
    total = np.zeros_like(x)
    for k in range(octaves):
        f = np.float32(2.03**k)
        total += noise(
            (x * f).astype(np.float32), (y * f).astype(np.float32), (z * f).astype(np.float32), seed + k
        ) * np.float32(0.52**k)
    return total


def _sky(stage: Stage, d: F32, clouds: bool) -> F32:
    light, latents, site = stage.light, stage.latents, SITES[stage.light.place]
    up = np.clip(d[1], 0, 1)
    low, high = np.clip(up / 0.22, 0, 1)[:, None] ** 0.8, np.clip((up - 0.10) / 0.75, 0, 1)[:, None] ** 0.7
    middle = 0.42 * light.horizon + 0.58 * light.zenith + 0.10 * light.sky
    color = (light.horizon * (1 - low) + middle * low) * (1 - high) + light.zenith * high
    toward = np.clip(light.key @ d, 0, 1)
    color = color + light.key_color * (0.10 * toward**8 + 0.22 * toward**40)[:, None] * (
        0.15 if light.night else 1.0
    )
    if (light.night and site.sky != "plain") or (site.air is not None and site.air.stars):
        star = noise(d[0] * 240, d[1] * 240, d[2] * 240, 71)
        color = color + (np.clip(star - 0.80, 0, 1) ** 2 * 40.0 * np.clip(up * 6, 0, 1))[:, None]
    if clouds and site.sky != "plain":
        color = _clouds(stage, d, color, toward, up)
    haze = np.exp(-up * (8 + 30 * latents[8]))[:, None] * (0.15 + 0.35 * latents[9])
    color = color * (1 - haze) + light.horizon * 1.02 * haze
    return _hills(stage, d, color) if clouds and site.sky == "hills" else color


def _clouds(stage: Stage, d: F32, color: F32, toward: F32, up: F32) -> F32:
    light, latents = stage.light, stage.latents
    reach = 0.9 / (up + 0.16)
    x, z = d[0] * reach + 40 * latents[10], d[2] * reach + 40 * latents[11]
    wisp = _fbm(x * 0.9, np.full_like(x, 3 * latents[12]), z * 0.9, 51, 2)
    body = _fbm(x * 1.1 + 0.5 * wisp, np.full_like(x, 9 * latents[13]), z * 1.6 + 0.4 * wisp, 53, 5)
    cover = 0.55 - 0.75 * latents[14]
    density = np.clip((body - cover) * (1.3 + 1.5 * latents[15]), 0, 1) * np.clip(up * 9, 0, 1)
    shade = np.clip((body - cover - 0.25) * 1.4, 0, 1)
    sun = light.rim_color * 0.12 if light.night else light.key_color
    lit = sun * (0.27 + 0.25 * toward[:, None] ** 3) + light.sky * 0.35
    dark = light.sky * 0.75 + light.horizon * 0.30
    cloud = lit * (1 - 0.62 * shade[:, None]) + dark * 0.62 * shade[:, None]
    return color * (1 - density[:, None]) + cloud * density[:, None]


def _hills(stage: Stage, d: F32, color: F32) -> F32:
    """Two ridges with trees on the nearer, paler with distance."""
    light, latents = stage.light, stage.latents
    angle = np.arctan2(d[0], -d[2])
    zero = np.zeros_like(angle)
    tilt = d[1] / np.maximum(np.hypot(d[0], d[2]), 1e-6)
    sun = np.clip(light.key[1], 0.2, 1)
    lit = light.key_color * (0.30 * sun) + light.sky * 0.5
    for far, seed, low, high, jag, tone in ((1, 61, 0.045, 0.10, 2.2, (0.085, 0.13, 0.10)),
                                            (0, 64, 0.018, 0.05, 5.0, (0.050, 0.095, 0.026))):  # fmt: skip
        shift = 30 * latents[20 + seed % 3]
        ridge = low + high * (0.5 + 0.5 * _fbm(angle * jag + shift, zero + shift, zero, seed, 3)) * (
            0.5 + latents[24 + far]
        )
        if not far:
            crown = _fbm(angle * 38 + shift, tilt * 30, zero, 67, 3)
            ridge = ridge * 0.6 + 0.028 * np.clip(crown + 0.45, 0, 1.2)
        inside = np.clip((ridge - tilt) / 0.004 + 0.5, 0, 1)[:, None]
        leaf = 1 + 0.35 * _fbm(angle * 60, tilt * 60, zero, 69, 2)[:, None]
        body = np.array(tone, np.float32) * lit * 2.4 * leaf
        air = 0.55 if far else 0.22
        body = body * (1 - air) + light.horizon * air * 0.9
        color = color * (1 - inside) + body * inside
    return color


def room(stage: Stage, d: F32, soften: float) -> Floats:
    """A room out of focus: wall and wainscot, a window, shelves of books, lamps. (n, 3)."""
    light, latents = stage.light, stage.latents
    front = stage.basis[2]
    flat = np.array((front[0], 0, front[2])) / max(float(np.hypot(front[0], front[2])), 1e-6)
    side = np.array((-flat[2], 0, flat[0]))
    u = np.arctan2(side @ d, flat @ d)
    v = np.arctan2(d[1], np.hypot(d[0], d[2]))
    low, wall = (np.array(c) for c in ROOMS[int(latents[16] * len(ROOMS)) % len(ROOMS)])
    fill = light.sky * (1.3 if light.night else 0.95) + light.key_color * (0.04 if light.night else 0.13)
    blur = (0.035 + 0.03 * latents[17]) * soften
    mix = _soft(v - (-0.09 + 0.05 * latents[18]), blur)[:, None]
    color = low * 0.62 * (1 - mix) + wall * mix
    color = color * fill * np.maximum(1.15 - 0.5 * np.abs(u), 0.15)[:, None]
    color = _shelf(color, u, v, stage, blur, fill)
    at = (latents[28] - 0.5) * 0.9
    pane = _box(u - at, v - 0.17, 0.15 + 0.08 * latents[29], 0.17 + 0.06 * latents[30], blur)[:, None]
    outside = light.zenith * 0.7 + light.horizon * 0.9 if not light.night else light.zenith * 2 + 0.02
    cross = (
        1
        - 0.6 * (_box(u - at, v - 0.17, 0.012, 0.3, blur) + _box(u - at, v - 0.18, 0.3, 0.010, blur))[:, None]
    )
    color = color * (1 - pane) + outside * np.clip(cross, 0.2, 1) * pane
    warm = np.array((1.0, 0.62, 0.26)) * (2.4 if light.night else 1.3)
    for k in range(3):
        x, y = (latents[32 + 3 * k] - 0.5) * 1.2, -0.02 + 0.26 * latents[33 + 3 * k]
        away = np.hypot(u - x, v - y)
        disc = 1 - _soft(away - (0.018 + 0.026 * latents[34 + 3 * k]), blur * 0.4)
        halo = np.exp(-((away / 0.16) ** 2)) * 0.16
        color = color + warm * (disc * (0.9 if k < 2 else 0.5) + halo)[:, None]
    return color


def _shelf(color: Floats, u: Floats, v: Floats, stage: Stage, blur: float, fill: Floats) -> Floats:
    latents = stage.latents
    at = (latents[40] - 0.5) * 1.4
    for level in range(2):
        y = 0.045 + 0.155 * level
        for k in range(9):
            pick = (latents[41] * 97 + 31 * k + 57 * level) % 1.0 if k else latents[41]
            tone = np.array(BOOKS[(k * 7 + level * 3 + int(latents[42] * 5)) % len(BOOKS)])
            tall = 0.042 + 0.014 * pick
            book = _box(u - at - 0.052 * (k - 4), v - y - tall, 0.022, tall, blur * 0.55)[:, None] * 0.9
            color = color * (1 - book) + tone * fill * 0.9 * book
        board = _box(u - at, v - y + 0.006, 0.25, 0.008, blur * 0.5)[:, None]
        color = color * (1 - board) + np.array((0.16, 0.09, 0.045)) * fill * board
    return color


def _soft(x: Floats, blur: float) -> Floats:
    t = np.clip(x / (2 * blur) + 0.5, 0, 1)
    return t * t * (3 - 2 * t)


def _box(x: Floats, y: Floats, wide: float, tall: float, blur: float) -> Floats:
    return _soft(wide - np.abs(x), blur) * _soft(tall - np.abs(y), blur)
