"""`models.shading` for a processor: what guides and light say of one pixel, in one pass."""

import math
from typing import no_type_check

import numpy as np
from numba import njit

from cavendish.models.shading import (
    BEHIND,
    BOUNCED,
    BROAD,
    CLOUD,
    COAT,
    LEFT,
    MIRROR,
    MIXED,
    RIGHT,
    RIM,
    SOFTBOX,
    SPARK,
)

PLANES = 39
_ZERO, _HALF, _ONE = np.float32(0), np.float32(0.5), np.float32(1)
_PI = np.float32(math.pi)
_COAT, _RIM, _SPARK = np.float32(COAT), np.float32(RIM), np.float32(SPARK)
_MIXED = np.float32(MIXED * MIXED)
_LEFT, _RIGHT, _BROAD, _CLOUD = np.float32(LEFT), np.float32(RIGHT), np.float32(BROAD), np.float32(CLOUD)
_BOX_X, _BOX_Y, _BOX_Z = (np.float32(x) for x in SOFTBOX)
_BEHIND, _MIRROR, _BOUNCED = np.float32(BEHIND), np.float32(MIRROR), np.float32(BOUNCED)


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True, inline="always")
def _clip(x):
    return min(max(x, _ZERO), _ONE)


@no_type_check
@njit(cache=True)
def is_whole(g):
    """Whether a pixel with guides `g` (c) shows one surface, or none at all; see `models.shading._edges`."""
    return g[0] * g[0] + g[1] * g[1] + g[2] * g[2] >= _MIXED or _clip(g[8] + g[34]) < np.float32(1e-3)


@no_type_check
@njit(cache=True, inline="always")
def _fifth(x):
    square = x * x
    return square * square * x


@no_type_check
@njit(cache=True, inline="always", fastmath=True)
def _highlight(half, nl, nv, alpha, radius):
    """GGX light times n·l of a round source, before Fresnel's share; see `models.shading._Met.highlight`."""
    wide = min(max(alpha + np.float32(0.35) * radius, np.float32(0.002)), _ONE)
    square = wide * wide
    round_ = half * half * (square - _ONE) + _ONE
    seen = nl * math.sqrt(nv * nv * (_ONE - square) + square) + nv * math.sqrt(
        nl * nl * (_ONE - square) + square
    )
    lobe = square * nl * _HALF / (_PI * round_ * round_ * (seen + np.float32(1e-5)))
    spread = math.sqrt(alpha / wide)
    return min(lobe * spread * math.sqrt(spread), _SPARK)


@no_type_check
@njit(cache=True, inline="always", fastmath=True)
def _glance(against):
    """Schlick's term (1 − v·h)⁵ of a light that stands `against` (v·l) the view."""
    return _fifth(_ONE - math.sqrt(_clip(_HALF + _HALF * against)))


@no_type_check
@njit(cache=True, inline="always")
def _lost(lost, of):
    """Which share of a root of light is gone when `lost` goes `of` the light."""
    kept = _ONE - lost / max(of, np.float32(1e-3))
    return _ONE - math.sqrt(min(max(kept, np.float32(1e-4)), _ONE))


@no_type_check
@njit(cache=True, inline="always", fastmath=True)
def _boxes(mx, mz, tall, share):
    """How bright softboxes are, of the key light, that a surface mirrors; see `models.shading._around`."""
    if share == _ZERO:
        return _ZERO
    front, side = _BOX_Y * tall + _BOX_Z * mz - _ONE, _BOX_X * mx
    return share * (_LEFT * math.exp(_BROAD * (front - side)) + _RIGHT * math.exp(_BROAD * (front + side)))


@no_type_check
@njit(cache=True, inline="always", fastmath=True)
def _cloud(mx, my, mz, lamp, share):
    """How bright the cloud about the sun is, of the key light, that a surface mirrors."""
    if share == _ZERO:
        return _ZERO
    high = lamp[0] * lamp[32] + lamp[1] * lamp[33] + lamp[2] * lamp[34]
    lift = np.float32(0.12) - np.float32(0.25) * high
    sx, sy, sz = lamp[0] + lift * lamp[32], lamp[1] + lift * lamp[33], lamp[2] + lift * lamp[34]
    long = max(math.sqrt(sx * sx + sy * sy + sz * sz), np.float32(1e-12))
    return share * _CLOUD * math.exp(_BROAD * ((mx * sx + my * sy + mz * sz) / long - _ONE))


@no_type_check
@njit(cache=True, fastmath=True)
def shade_pixel(g, lamp, out):  # noqa: PLR0915 -- the arithmetic of models.shading, line by line
    """`out` (39) holds `Shading.planes` of a pixel with guides `g` (c) under the light `lamp` (k)."""
    things, solid = _clip(g[8]), _clip(g[8] + g[34])
    long = _ONE / math.sqrt(max(g[0] * g[0] + g[1] * g[1] + g[2] * g[2], np.float32(1e-4)))
    nx, ny, nz = g[0] * long, g[1] * long, g[2] * long
    rx, ry = g[36], g[37]
    near = _ONE / math.sqrt(_ONE + rx * rx + ry * ry)
    vx, vy, vz = -rx * near, -ry * near, near
    cosine = nx * lamp[0] + ny * lamp[1] + nz * lamp[2]
    rim = nx * lamp[13] + ny * lamp[14] + nz * lamp[15]
    behind = g[29] * lamp[0] + g[30] * lamp[1] + g[31] * lamp[2]
    facing = nx * vx + ny * vy + nz * vz
    mx, my, mz = 2 * facing * nx - vx, 2 * facing * ny - vy, 2 * facing * nz - vz
    against = vx * lamp[0] + vy * lamp[1] + vz * lamp[2]
    beside = vx * lamp[13] + vy * lamp[14] + vz * lamp[15]
    rough, metal, clear = _clip(g[12]), _clip(g[13]), _clip(g[14])
    wax, sheen, coat = _clip(g[15]), _clip(g[16]), _clip(g[17])
    half = _clip((facing + cosine) / math.sqrt(max(2 + 2 * against, np.float32(1e-3))))
    seen, closed = _clip(_ONE - g[33]), _clip(g[38])
    away, nv = _ONE - _clip(facing), max(_clip(facing), np.float32(0.02))
    edge = _fifth(away)

    wrap = np.float32(0.45) * wax + np.float32(0.25) * sheen
    lit = _clip((cosine + wrap) / (_ONE + wrap)) * max(seen, np.float32(0.3) * wax)
    alpha, nl, side_nl = max(rough * rough, np.float32(0.002)), _clip(cosine), _clip(rim)
    spark = glance = glaze = side = side_glance = _ZERO
    if nl * seen > _ZERO:
        glance = _glance(against)
        spark = seen * _highlight(half, nl, nv, alpha, lamp[6])
        if coat > _ZERO:
            glaze = coat * (np.float32(0.04) + np.float32(0.96) * glance)
            glaze *= seen * _highlight(half, nl, nv, _COAT, lamp[6])
    if side_nl > _ZERO:
        side_glance = _glance(beside)
        side_half = _clip((facing + rim) / math.sqrt(max(2 + 2 * beside, np.float32(1e-3))))
        side = _highlight(side_half, side_nl, nv, alpha, _RIM)
    smooth = _ONE - rough
    a = min(smooth * smooth, math.exp(np.float32(-9.28 * math.log(2)) * nv)) * smooth
    a += np.float32(0.0425) - np.float32(0.0275) * rough
    scale = np.float32(1.04) - np.float32(0.572) * rough - np.float32(1.04) * a
    bias = max(np.float32(1.04) * a + np.float32(0.022) * rough - np.float32(0.04), _ZERO)
    grey = np.float32(0.04) * (_ONE - metal)
    polish = bias + coat * (np.float32(0.036) + np.float32(0.864) * edge)

    there = _ONE if g[32] > _ZERO else _ZERO
    pane = _ONE if clear > _HALF else _ZERO
    bare = _ONE - there * (_ONE - pane)
    thin = pane * clear * np.float32(0.95) * (_ONE - edge)
    deep = np.float32(1.1) / min(max(facing, np.float32(0.25)), _ONE)
    far = _ONE
    if lamp[22] > _ZERO:
        far = math.exp(-lamp[22] * (4 / min(max(g[3], np.float32(0.02)), _ONE) - 4))
    haze, kept = (_ONE - far) * solid, far * solid
    up = _HALF + _HALF * (nx * lamp[32] + ny * lamp[33] + nz * lamp[34])
    over = _HALF + _HALF * (g[29] * lamp[32] + g[30] * lamp[33] + g[31] * lamp[34])
    tall, rise = mx * lamp[32] + my * lamp[33] + mz * lamp[34], _clip(ry - np.float32(0.1))
    high, open_ = _clip(tall), _clip(_HALF + tall / (np.float32(0.1) + rough))
    band = (tall - np.float32(0.1)) / (np.float32(0.08) + np.float32(0.3) * rough)
    band = np.float32(0.8) * math.exp(-band * band) * _clip(np.float32(0.6) + mz)
    toward = _clip(mx * lamp[0] + my * lamp[1] + mz * lamp[2])
    studio, room, night = lamp[27], lamp[28], lamp[31]
    glow = np.float32(0.25) * toward ** (2 / (np.float32(0.04) + rough * rough))
    glow += _boxes(mx, mz, tall, (studio + room) * (_ONE - night))
    glow += _cloud(mx, my, mz, lamp, _ONE - studio - room)
    low_share, high_share = _ONE - np.float32(0.6) * studio, _ONE - np.float32(0.45) * studio
    sky_share = np.float32(0.34) + np.float32(0.13) * night
    key_share = np.float32(0.05) - np.float32(0.04) * night
    brightest = max(g[26] * g[26], g[27] * g[27], g[28] * g[28], np.float32(1e-4))
    shone = 24 * g[40] * g[40] / min(brightest, _ONE)
    scattered = max(_ONE - shone, _ZERO)
    dull = (_ONE - metal) * (_ONE - clear)
    fuzz = sheen * away * away * math.sqrt(away)
    body, warmth = np.float32(0.35) * side_nl, wax * (_ONE - sheen)
    soft = np.float32(0.3) * _clip(_HALF + _HALF * rim)
    after = _clip(behind) * _clip(_ONE - g[39])
    rim_after = np.float32(0.35) * _BEHIND * _clip(g[29] * lamp[13] + g[30] * lamp[14] + g[31] * lamp[15])
    veiled, away_side = _MIRROR * closed, side * closed
    lost_d = lost_t = lost_s = all_d = all_t = all_s = _ZERO
    whole, edge_share, side_share = (
        _ONE - glance,
        grey + (_ONE - grey) * glance,
        grey + (_ONE - grey) * side_glance,
    )

    width = min(max(rough * rough + _HALF * lamp[6], np.float32(0.03)), _ONE)
    width *= width
    lobe = width / (half * half * (width - _ONE) + _ONE)
    out[0], out[1], out[2], out[3] = cosine, math.sqrt(lit), facing, 2 * facing * cosine - against
    out[4], out[5], out[6], out[7] = lobe * lobe * solid, edge * solid, rim, behind
    out[8], out[9], out[10] = mx, my, mz
    exposure = lamp[23]
    for k in range(3):
        key, sky, earth, horizon, zenith = lamp[3 + k], lamp[7 + k], lamp[10 + k], lamp[19 + k], lamp[24 + k]
        root, edge_light = max(g[9 + k], _ZERO), lamp[16 + k]
        direct, fill = key * lit, earth + (sky - earth) * up
        warm = math.sqrt(root) - _ONE if warmth > _ZERO else _ZERO
        d = dull * (direct * (_ONE + warmth * warm) + fill + edge_light * body)
        if fuzz > _ZERO:
            down = np.float32(0.45) * fill + np.float32(0.18) * direct + edge_light * soft
            d += fuzz / max(root, np.float32(0.1)) * down
        around = horizon * low_share * (_ONE - high) + zenith * high_share * high
        around += (sky * sky_share + key * key_share - around) * room
        around += (np.float32(0.35) * earth + np.float32(0.06) * horizon - around) * band + key * glow
        low = np.float32(1.1) * earth + np.float32(0.1) * horizon
        around = (low + (around - low) * open_) * bare
        gleam, trim = key * spark, edge_light * side
        d += metal * (around * scale + gleam * whole + trim * (_ONE - side_glance))
        backdrop = horizon + (zenith - horizon) * rise
        shown = _BEHIND / (_ONE - _BOUNCED * (_ONE - _BEHIND) * min(g[26 + k] * g[26 + k], _ONE))
        beyond = (earth + (sky - earth) * over) * shown + key * after + edge_light * rim_after
        beyond = (beyond * scattered + shone) * there
        through = thin * root**deep if thin > _ZERO else _ZERO
        mirror = (grey + root * root * metal) * scale
        t = beyond * (through + (_ONE - pane) * (mirror + polish))
        shine = around * (grey * scale + polish) + gleam * edge_share + trim * side_share + key * glaze
        shine += backdrop * (through * (_ONE - there))
        shine = shine * kept + backdrop * (_ONE - solid) + horizon * (np.float32(0.92) * haze)
        if closed > _ZERO:
            dark = _ONE - (_ONE - closed) / (_ONE - _BOUNCED * min(root * root, _ONE) * closed)
            gone = dull * (fill * dark + edge_light * body * closed)
            gone += metal * (around * scale * veiled + edge_light * away_side * (_ONE - side_glance))
            if fuzz > _ZERO:
                gone += (
                    fuzz
                    / max(root, np.float32(0.1))
                    * (np.float32(0.45) * fill * dark + edge_light * soft * closed)
                )
            lost_d += gone * kept
            lost_t += beyond * ((_ONE - pane) * veiled * (mirror + bias)) * kept
            lost_s += (around * ((grey * scale + bias) * veiled) + edge_light * away_side * side_share) * kept
        all_d, all_t, all_s = all_d + d * kept, all_t + t * kept, all_s + shine
        out[11 + k] = math.sqrt(max(d * kept * exposure, _ZERO))
        out[14 + k] = math.sqrt(max(t * kept * exposure, _ZERO))
        out[17 + k] = math.sqrt(max(shine * exposure, _ZERO))
        out[20 + k], out[23 + k] = g[9 + k] * g[9 + k], g[26 + k] * g[26 + k]
        out[26 + k] = g[18 + k] * g[18 + k] * np.float32(24) * exposure * far
    for k in range(4):
        out[29 + k] = g[21 + k]
    out[33], out[34], out[35] = things, solid - things, _ONE - solid
    out[36], out[37], out[38] = _lost(lost_d, all_d), _lost(lost_t, all_t), _lost(lost_s, all_s)


@no_type_check
@njit(cache=True, fastmath=True)
def mend_edge(guides, planes, y, x, mean, most):  # noqa: C901 -- models.shading._edges for one pixel
    """Light in `planes` (h w 39) on an edge, from whole pixels around; `mean` (20) and `most` (6) are room to work."""
    mean[:], most[:] = _ZERO, _ZERO
    count = _ZERO
    for v in range(max(y - 1, 0), min(y + 2, guides.shape[0])):
        for u in range(max(x - 1, 0), min(x + 2, guides.shape[1])):
            if is_whole(guides[v, u]):  # these stay as they are, so edges may be mended in any order
                count += _ONE
                p = planes[v, u]
                for k in range(11):
                    mean[k] += p[k]
                for k in range(6):
                    light = p[11 + k] * p[11 + k]
                    mean[14 + k] += light * p[20 + k]
                    most[k] = max(most[k], light)
                for k in range(3):
                    mean[11 + k] += p[17 + k] * p[17 + k]
    if count == _ZERO:
        return
    p, share = planes[y, x], _ONE / count
    for k in range(11):
        p[k] = mean[k] * share
    for k in range(6):
        p[11 + k] = math.sqrt(min(mean[14 + k] * share / max(p[20 + k], np.float32(1e-4)), most[k]))
    for k in range(3):
        p[17 + k] = math.sqrt(mean[11 + k] * share)


@no_type_check
@njit(cache=True, fastmath=True)
def blend_samples(each, out):
    """`out` (39) holds the planes of a pixel whose samples have those of `each` (s 39): `models.shading._blended`."""
    share = _ONE / np.float32(each.shape[0])
    for k in range(PLANES):
        total = _ZERO
        for i in range(each.shape[0]):
            total += each[i, k] * each[i, k] if 17 <= k < 20 else each[i, k]
        out[k] = math.sqrt(total * share) if 17 <= k < 20 else total * share
    for k in range(6):
        total = whole = _ZERO
        for i in range(each.shape[0]):
            colour = each[i, 20 + k] + np.float32(1e-4)
            total += each[i, 11 + k] * each[i, 11 + k] * colour
            whole += colour
        out[11 + k] = math.sqrt(total / whole)
    for k in range(3):
        kept = light = _ZERO
        for i in range(each.shape[0]):
            own = np.float32(1e-4)
            for c in range(3):
                root = each[i, 11 + 3 * k + c]
                own += root * root * (each[i, 20 + 3 * k + c] + np.float32(1e-4) if k < 2 else _ONE)
            left = _ONE - each[i, 36 + k]
            kept, light = kept + left * left * own, light + own
        out[36 + k] = _ONE - math.sqrt(kept / light)
