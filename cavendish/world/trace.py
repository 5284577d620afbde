"""The reference picture: every stage lit, shaded and developed from the same hits that the guides are made of.

GGX with height-correlated visibility (Walter 2007, Heitz 2014), Karis' analytic environment term (2014), the Khronos
PBR Neutral tone curve (2024).
"""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cavendish.world import drawn
from cavendish.world.backdrop import backdrop, environment
from cavendish.world.guides import Crossed, Facts, assemble, crossed, gather
from cavendish.world.noise import noise
from cavendish.world.stage import Stage, Window
from cavendish.world.surfaces import GROUND, NONE, Samples, Surfaces, sample

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]
U8 = npt.NDArray[np.uint8]
Index = npt.NDArray[np.int64]


def trace(stage: Stage, window: Window, samples: int = 4) -> U8:
    """The reference picture of a window, (h, w, 3) display sRGB."""
    seen = sample(stage, window, samples)
    return develop(stage, window, seen, gather(stage, seen.surfaces))


def trace_with_guides(stage: Stage, window: Window, samples: int = 4) -> tuple[U8, F32]:
    """The reference picture and the guides of a window, from one set of hits."""
    seen = sample(stage, window, samples)
    facts = gather(stage, seen.surfaces)
    return develop(stage, window, seen, facts), assemble(stage, window, seen, facts)


def trace_in_detail(stage: Stage, window: Window, samples: int = 4) -> tuple[U8, F32, Crossed]:
    """The same, and the guides sample by sample where an edge crosses a pixel."""
    seen = sample(stage, window, samples)
    facts = gather(stage, seen.surfaces)
    made = assemble(stage, window, seen, facts)
    return develop(stage, window, seen, facts), made, crossed(stage, window, seen, facts)


def develop(stage: Stage, window: Window, seen: Samples, facts: Facts) -> U8:
    """Hits shaded, averaged in linear light, toned, dithered by a pixel hash and rounded."""
    pixels = tone(seen.gather(shade(stage, seen.surfaces, facts)))
    yy, xx = np.mgrid[0 : window.h, 0 : window.w].astype(np.uint32)
    mixed = (xx + np.uint32(window.x0)) * np.uint32(0x9E3779B1) ^ (yy + np.uint32(window.y0)) * np.uint32(
        0x85EBCA77
    )
    mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(0x2C1B3C6D)
    mixed ^= mixed >> np.uint32(13)
    dither = (mixed.astype(np.float32) / np.float32(2**32) - 0.5)[..., None]
    return np.clip(pixels * 255 + dither + 0.5, 0, 255).astype(np.uint8)


def tone(linear: F32) -> F32:
    """Khronos PBR Neutral, then the sRGB transfer curve; any non-negative linear light to 0..1."""
    x = linear.min(-1, keepdims=True)
    offset = np.where(x < 0.08, x - 6.25 * x * x, 0.04)
    color = linear - offset
    peak = np.maximum(color.max(-1, keepdims=True), 1e-6)
    start, desaturation = 0.8 - 0.04, 0.15
    d = 1 - start
    high = 1 - d * d / (np.maximum(peak, start) + d - start)
    squeezed = color * (high / peak)
    g = 1 - 1 / (desaturation * (peak - high) + 1)
    color = np.where(peak < start, color, squeezed * (1 - g) + high * g)
    color = np.clip(color, 0, 1)
    return np.where(color <= 0.0031308, 12.92 * color, 1.055 * np.maximum(color, 1e-8) ** (1 / 2.4) - 0.055)


def shade(stage: Stage, s: Surfaces, facts: Facts) -> F32:
    """Exposed linear light (n, 3) that leaves each surface towards the camera."""
    out = np.zeros((len(s.t), 3), np.float32)
    missed = np.flatnonzero(s.thing == NONE)
    if len(missed):
        out[missed] = backdrop(stage, np.ascontiguousarray(s.direction[:, missed]))
    solid = np.flatnonzero(s.thing != NONE)
    if len(solid):
        position = np.full(len(s.t), -1, np.int64)
        position[solid] = np.arange(len(solid))
        out[solid] = _surfaces(
            stage,
            take(s, solid),
            replace(facts, seen=facts.seen[solid], open=facts.open[solid], index=position[facts.index]),
        )
    seen = drawn.afar(stage, s.t) * drawn.metered(stage)
    return np.maximum(out * seen * stage.light.exposure, 0)


def take(s: Surfaces, index: Index) -> Surfaces:
    """Some of the surfaces."""
    fields = {name: getattr(s, name) for name in s.__dataclass_fields__}
    wide = ("origin", "direction", "point")
    return Surfaces(
        **{k: np.ascontiguousarray(v[:, index] if k in wide else v[index]) for k, v in fields.items()}
    )


def _surfaces(stage: Stage, s: Surfaces, facts: Facts) -> Floats:
    s = _stained(stage, s)
    light, vis = stage.light, facts.seen * drawn.passing(stage, s.point)
    open_sky = facts.open
    view = -s.direction.T
    rough = _worn(stage, s)
    nv = np.clip((s.normal * view).sum(1), 0.02, 1)
    mirrored = _mirrored(stage, s, rough, facts)
    diffuse = _diffuse(stage, s, vis, open_sky)
    f0 = 0.04 * (1 - s.metal[:, None]) + s.base * s.metal[:, None]
    key = (light.key_color * vis[:, None]) * _ggx(s.normal, view, light.key, rough, light.key_radius, f0)
    rim = light.rim_color * open_sky[:, None] * _ggx(s.normal, view, light.rim, rough, 0.15, f0)
    a, b = _karis(rough, nv)
    gloss = mirrored * (f0 * a[:, None] + b[:, None]) * (0.35 + 0.65 * open_sky[:, None])
    out = diffuse + key + rim + gloss
    coated = np.flatnonzero(s.coat > 0.02)
    if len(coated):
        out[coated] += _coat(stage, take(s, coated), vis[coated], mirrored[coated], nv[coated])
    out += s.emission * 6.0
    out = _glass(stage, s, out, nv, facts)
    return _air(stage, s, out)


def _worn(stage: Stage, s: Surfaces) -> F32:
    """Roughness with the draw's own wear: smudges that no guide tells."""
    p = s.local * 3.0
    smudge = noise(p[:, 0] + 50 * stage.latents[45], p[:, 1], p[:, 2], 121)
    return np.clip(s.rough + (0.03 + 0.09 * stage.latents[46]) * smudge, 0.045, 1).astype(np.float32)


def _stained(stage: Stage, s: Surfaces) -> Surfaces:
    """The surfaces with the ground as worn as the draw has it."""
    ground = np.flatnonzero(s.thing == GROUND)
    base = s.base.copy()
    base[ground] *= drawn.worn(stage, s.point[:, ground])[:, None]
    return replace(s, base=base)


def _diffuse(stage: Stage, s: Surfaces, vis: F32, open_sky: F32) -> Floats:
    light = stage.light
    nl = s.normal @ light.key
    wrap = 0.45 * s.subsurface + 0.25 * s.sheen
    lambert = np.clip((nl + wrap) / (1 + wrap), 0, 1)
    bleed = np.where(s.subsurface > 0, np.maximum(vis, 0.30 * s.subsurface), vis)
    key = light.key_color * (lambert * bleed)[:, None]
    up = (0.5 + 0.5 * s.normal[:, 1])[:, None]
    multi = open_sky[:, None] / (1 - s.base * (1 - open_sky[:, None]) * 0.8)
    fill = (light.sky * up + light.ground * (1 - up)) * multi
    low = np.exp(-np.maximum(s.point[1], 0) * 3.0)[:, None] * np.clip(0.35 - s.normal[:, 1], 0, 1)[:, None]
    fill = fill + light.ground * low * 0.8 * (s.thing >= 0)[:, None]
    beside = s.normal @ light.rim
    rim = light.rim_color * (np.clip(beside, 0, 1) * open_sky * 0.35)[:, None]
    fuzz = s.sheen[:, None] * (1 - np.clip(-(s.normal * s.direction.T).sum(1), 0, 1))[:, None] ** 2.5
    edge = light.rim_color * (np.clip(0.5 + 0.5 * beside, 0, 1) * open_sky * 0.30)[:, None]
    body = s.base * (1 - s.metal[:, None]) * (1 - s.trans[:, None])
    under = (s.subsurface * (1 - s.sheen))[:, None]
    warm = np.where(under > 0, s.base ** (0.25 * under), 1)
    return (
        body * (key * warm + fill + rim) + fuzz * np.sqrt(s.base) * (0.45 * fill + 0.18 * key + edge)
    ) * _falloff(stage, s)


def _falloff(stage: Stage, s: Surfaces) -> F32:
    """A studio's sweep darkens away from its light by an amount that the draw decides; (n, 1)."""
    if stage.ground != "sweep":
        return np.ones((len(s.t), 1), np.float32)
    latents = stage.latents
    spot = np.array((2.4 * (latents[4] - 0.5), 0.8 + 0.7 * latents[5], -3.2))
    away = np.linalg.norm(s.point.T - spot, axis=1)
    near = np.exp(-((away / (2.0 + 1.6 * latents[6])) ** 2))
    depth = np.clip((-s.point[2] - 0.4) / 3.2, 0, 1)
    gain = 1 + depth * (-0.42 - 0.2 * latents[7] + 0.75 * near)
    return np.where(s.thing == GROUND, gain, 1.0)[:, None].astype(np.float32)


def _ggx(normal: F32, view: F32, toward: F32, rough: F32, radius: float, f0: Floats) -> Floats:
    """Specular light of a round source times n·l, its lobe widened by the source's size; (n, 3)."""
    half = view + toward
    half /= np.linalg.norm(half, axis=1, keepdims=True) + 1e-6
    nl, nv = np.clip(normal @ toward, 0, 1), np.clip((normal * view).sum(1), 0.02, 1)
    nh, vh = np.clip((normal * half).sum(1), 0, 1), np.clip((view * half).sum(1), 0, 1)
    alpha = np.maximum(rough * rough, 0.002)
    wide = np.clip(alpha + 0.35 * radius, 0, 1)
    a2 = wide * wide
    lobe = a2 / (np.pi * (nh * nh * (a2 - 1) + 1) ** 2) * (alpha / wide) ** 0.8
    visible = 0.5 / (nl * np.sqrt(nv * nv * (1 - a2) + a2) + nv * np.sqrt(nl * nl * (1 - a2) + a2) + 1e-5)
    fresnel = f0 + (1 - f0) * ((1 - vh) ** 5)[:, None]
    return np.minimum((lobe * visible * nl)[:, None] * fresnel, 12.0)


def _karis(rough: F32, nv: F32) -> tuple[Floats, Floats]:
    """Scale and bias of f0 for the environment's mirror light."""
    r = 1 - rough
    a004 = np.minimum(r * r, np.exp2(-9.28 * nv)) * r + (-0.0275 * rough + 0.0425)
    return -1.04 * a004 + (-0.572 * rough + 1.04), np.maximum(1.04 * a004 + (0.022 * rough - 0.04), 0)


def _mirrored(stage: Stage, s: Surfaces, rough: F32, facts: Facts) -> F32:
    """What surfaces mirror: other things and the ground where they are polished, else the unseen surroundings."""
    d, normal = s.direction, s.normal.T
    way = d - 2 * (d * normal).sum(0) * normal
    out = environment(stage, np.ascontiguousarray(way, np.float32), rough)
    if facts.second is not None:
        there = np.flatnonzero((facts.second.thing != NONE) & (s.trans[facts.index] <= 0.5))
        if len(there):
            shown = _plain(stage, take(facts.second, there), facts.second_seen[there])
            lift = 0.30 * s.metal[facts.index[there]] * (facts.second.thing[there] == GROUND)
            haze = stage.light.horizon * 0.5 + stage.light.sky * 0.5
            out[facts.index[there]] = shown + (haze - shown) * lift[:, None]
    return out


def _plain(stage: Stage, s: Surfaces, vis: F32) -> Floats:
    """A second surface, simply: its diffuse light, with the key light's share `vis`, and a soft mirror."""
    light = _diffuse(stage, s, vis, np.full(len(s.t), 0.75, np.float32))
    metal = s.base * s.metal[:, None] * (stage.light.sky + stage.light.horizon) * 0.4
    return light + metal + s.emission * 6.0


def _coat(stage: Stage, s: Surfaces, vis: F32, mirrored: F32, nv: F32) -> Floats:
    """A clear layer: a tight highlight and a Fresnel mirror."""
    f0 = np.full((len(s.t), 3), 0.04, np.float32)
    rough = np.full(len(s.t), 0.09, np.float32)
    lit = stage.light.key_color * vis[:, None] * _ggx(s.normal, -s.direction.T, stage.light.key, rough,
                                                      stage.light.key_radius, f0)  # fmt: skip
    fresnel = (0.04 + 0.96 * (1 - nv) ** 5)[:, None]
    return s.coat[:, None] * (lit + mirrored * fresnel * 0.9)


def _glass(stage: Stage, s: Surfaces, out: Floats, nv: F32, facts: Facts) -> Floats:
    """Panes and bottles: what is behind, tinted more at grazing angles, under their own highlights."""
    panes = np.flatnonzero(s.trans[facts.index] > 0.5)
    if facts.second is None or not len(panes):
        return out
    index = facts.index[panes]
    behind = shade_behind(stage, take(facts.second, panes), facts.second_seen[panes])
    path = 1 / np.maximum(nv[index], 0.25)
    tint = s.base[index] ** (0.55 * path[:, None])
    fresnel = (0.05 + 0.95 * (1 - nv[index]) ** 5)[:, None]
    through = behind * tint * s.trans[index, None] * (1 - fresnel)
    out[index] += through
    return out


def shade_behind(stage: Stage, s: Surfaces, vis: F32) -> F32:
    """Linear light (n, 3), before exposure, of what lies behind glass; `vis` (n) is the key light's share of it."""
    out = np.zeros((len(s.t), 3), np.float32)
    for index, light in (
        (np.flatnonzero(s.thing == NONE), backdrop),
        (np.flatnonzero(s.thing != NONE), None),
    ):
        if len(index):
            out[index] = (
                light(stage, np.ascontiguousarray(s.direction[:, index]))
                if light
                else _plain(stage, take(s, index), vis[index])
            )
    return out


def _air(stage: Stage, s: Surfaces, out: Floats) -> Floats:
    """Haze over distance towards the horizon's colour; the draw thickens or thins it, and adds dust."""
    light = stage.light
    if light.fog > 0:
        thick = light.fog * (0.6 + 0.8 * float(stage.latents[47]))
        share = (1 - np.exp(-thick * np.minimum(s.t, 200)))[:, None]
        out = out * (1 - share) + light.horizon * 0.92 * share
    share = drawn.dust(stage, s.t)[:, None]
    return out * (1 - share) + (0.5 * light.sky + 0.22 * light.key_color) * share
