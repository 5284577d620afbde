"""The decoders' arithmetic of light in one pass over the pixels, for processors: equal to `models.develop`, and faster.

Shapes: h w rows and columns, c guide channels. `models` say the same in tensors, for training and accelerators.
"""

import math
from dataclasses import dataclass
from typing import no_type_check

import numpy as np
import numpy.typing as npt
import torch
from numba import njit, prange
from torch import Tensor

from cavendish.models import resample
from cavendish.models.colour import FEATURES
from cavendish.models.develop import GAINS, RAW, SAID, STRIDE

F32 = npt.NDArray[np.float32]
PLANES = 36
SOFT = np.float32(0.01)


@dataclass(frozen=True)
class FusedLight:
    """What guides [1 c h w] and light [1 k] say of each pixel; see `models.develop.PlainLight`."""

    guides: F32
    lamp: F32

    @classmethod
    def of(cls, guides: Tensor, light: Tensor) -> "FusedLight":
        """The light of one picture's guides on a processor."""
        rows = guides[0].permute(1, 2, 0).float().contiguous()
        return cls(rows.numpy(), light[0].float().contiguous().numpy())

    @property
    def features(self) -> Tensor:
        """What a network reads [1 20 h w], channels last."""
        h, w = self.guides.shape[:2]
        out = np.empty((h, w, FEATURES), np.float32)
        features_into(self.guides, self.lamp, out)
        return torch.from_numpy(out).permute(2, 0, 1)[None]

    def develop(self, raw: Tensor, gains: Tensor) -> Tensor:
        """The picture [1 3 h w] in −1..1 from what the heads say: raw [1 144 y x] and gains [1 17 y x]."""
        h, w = self.guides.shape[:2]
        out = np.empty((3, h, w), np.float32)
        raw, gains = (x[0].permute(1, 2, 0).float().contiguous() for x in (raw, gains))
        develop_into(self.guides, self.lamp, raw.numpy(), gains.numpy(), out)
        return torch.from_numpy(out)[None]


def enlarged(x: Tensor, window: resample.Window, size: tuple[int, int]) -> Tensor:
    """`resample.enlarged` [1 c h w], in one pass where `x` [1 c _ _] is on a processor."""
    if x.device.type != "cpu":
        return resample.enlarged(x, window, size)
    top, left, h, w = window
    rows, down = resample.taps(top, h, size[0], x.shape[-2], x.device)
    columns, across = resample.taps(left, w, size[1], x.shape[-1], x.device)
    first = int(columns.min())
    near = x[0, :, :, first : int(columns.max()) + 1].float().contiguous().numpy()
    out = np.empty((x.shape[1], h, w), np.float32)
    _enlarge(near, rows.numpy(), down.numpy(), (columns - first).numpy(), across.numpy(), out)
    return torch.from_numpy(out)[None]


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True, parallel=True)
def _enlarge(x, rows, down, columns, across, out):
    for y in prange(out.shape[1]):
        tall = np.empty(x.shape[2], np.float32)
        for c in range(out.shape[0]):
            a, b, d, e = x[c, rows[0, y]], x[c, rows[1, y]], x[c, rows[2, y]], x[c, rows[3, y]]
            for i in range(tall.shape[0]):
                tall[i] = a[i] * down[0, y] + b[i] * down[1, y] + d[i] * down[2, y] + e[i] * down[3, y]
            for i in range(out.shape[2]):
                out[c, y, i] = (
                    tall[columns[0, i]] * across[0, i]
                    + tall[columns[1, i]] * across[1, i]
                    + tall[columns[2, i]] * across[2, i]
                    + tall[columns[3, i]] * across[3, i]
                )


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True, inline="always")
def _clip(x):
    return min(max(x, np.float32(0)), np.float32(1))


@no_type_check
@njit(cache=True, fastmath=True)
def shade_pixel(g, lamp, out):  # the arithmetic of models.colour, line by line
    """`out` (36) holds `Shading.planes` of a pixel with guides `g` (c) under the light `lamp` (k)."""
    one, half = np.float32(1), np.float32(0.5)
    nx, ny, nz = g[0], g[1], g[2]
    cosine = nx * lamp[0] + ny * lamp[1] + nz * lamp[2]
    rim = nx * lamp[13] + ny * lamp[14] + nz * lamp[15]
    behind = g[29] * lamp[0] + g[30] * lamp[1] + g[31] * lamp[2]
    rough, metal, clear = g[12], g[13], g[14]
    things = _clip(g[8])
    solid = _clip(g[8] + g[34])
    rx, ry = g[36], g[37]
    near = one / math.sqrt(one + rx * rx + ry * ry)
    vx, vy, vz = -rx * near, -ry * near, near
    facing = nx * vx + ny * vy + nz * vz
    mx, my, mz = 2 * facing * nx - vx, 2 * facing * ny - vy, 2 * facing * nz - vz
    against = vx * lamp[0] + vy * lamp[1] + vz * lamp[2]
    glance = 2 * facing * cosine - against
    middle = _clip((facing + cosine) / math.sqrt(max(2 + 2 * against, np.float32(1e-3))))
    seen = _clip(one - 2 * g[33])
    lit = max(cosine, np.float32(0)) * seen
    width = min(max(rough * rough + half * lamp[6], np.float32(0.03)), one)
    width *= width
    lobe = width / (middle * middle * (width - one) + one)
    lobe = lobe * lobe * solid
    edge = one - _clip(facing)
    fresnel = edge * edge * edge * edge * edge * solid
    gloss = (one - rough) * (one - rough) * solid
    high, open_, up = _clip(my), _clip(2 * my + half), half + half * ny
    back, rise = half + half * g[30], _clip(ry - np.float32(0.1))
    shine, spark = (np.float32(0.04) + np.float32(0.9) * fresnel) * gloss, half * lobe * seen * gloss
    away = one - solid
    out[0], out[1], out[2], out[3], out[4] = cosine, math.sqrt(lit), facing, glance, lobe
    out[5], out[6], out[7], out[8], out[9], out[10] = fresnel, rim, behind, mx, my, mz
    exposure = lamp[23]
    for k in range(3):
        key, sky, earth, horizon, zenith = lamp[3 + k], lamp[7 + k], lamp[10 + k], lamp[19 + k], lamp[24 + k]
        around = horizon + (zenith - horizon) * high
        around = earth + (around - earth) * open_
        rays = earth + (sky - earth) * up + key * lit + lamp[16 + k] * (half * max(rim, np.float32(0)))
        diffuse = (rays + (around - rays) * metal) * solid
        through = (earth + (sky - earth) * back + key * max(behind, np.float32(0))) * clear
        mirror = around * shine + key * spark + (horizon + (zenith - horizon) * rise) * away
        out[11 + k] = math.sqrt(max(diffuse * exposure, np.float32(0)))
        out[14 + k] = math.sqrt(max(through * exposure, np.float32(0)))
        out[17 + k] = math.sqrt(max(mirror * exposure, np.float32(0)))
        out[20 + k], out[23 + k] = g[9 + k] * g[9 + k], g[26 + k] * g[26 + k]
        out[26 + k] = g[18 + k] * g[18 + k] * np.float32(24) * exposure
    for k in range(4):
        out[29 + k] = g[21 + k]
    out[33], out[34], out[35] = things, solid - things, away


@no_type_check
@njit(cache=True, parallel=True, fastmath=True)
def features_into(guides, lamp, out):
    """`out` (h w 20) holds what a network reads of guides (h w c) under the light `lamp` (k)."""
    for y in prange(guides.shape[0]):
        planes = np.empty(PLANES, np.float32)
        for x in range(guides.shape[1]):
            shade_pixel(guides[y, x], lamp, planes)
            for k in range(out.shape[2]):
                out[y, x, k] = planes[k]


@no_type_check
@njit(cache=True, inline="always")
def factor(root):
    """The square of the positive ramp of a root."""
    ready = np.float32(0.5) * (root + math.sqrt(root * root + SOFT))
    return ready * ready


@no_type_check
@njit(cache=True, fastmath=True)
def roots_of(p, said, out):
    """`out` (9): roots of D, T and S of a pixel with planes `p` (36) and what the heads say of it (26)."""
    grain = said[9] + (said[10] * p[29] + said[11] * p[30] + said[12] * p[31] + said[13] * p[32])
    bright = said[14] * p[1]
    shine = said[15] * p[4] + said[16] * p[5]
    for k in range(3):
        d = p[11 + k] + said[k] + p[11 + k] * grain + bright
        out[k] = d + said[17 + k] * p[33] + said[20 + k] * p[34]
        out[3 + k] = p[14 + k] + said[3 + k]
        out[6 + k] = p[17 + k] + said[6 + k] + shine + said[23 + k] * p[35]


@no_type_check
@njit(cache=True, inline="always")
def tap(place, count):
    """Between which two of `count` cells pixel number `place` lies, and how far towards the second."""
    at = max((np.float32(place) + np.float32(0.5)) / np.float32(STRIDE) - np.float32(0.5), np.float32(0))
    low = int(at)
    return low, min(low + 1, count - 1), at - np.float32(low)


@no_type_check
@njit(cache=True, fastmath=True)
def gains_of_row(gains, y, out):
    """`out` (x, 17): the gains (y, x, 17) at pixel row `y`, not yet enlarged across."""
    low, high, share = tap(y, gains.shape[0])
    for x in range(gains.shape[1]):
        for k in range(GAINS):
            out[x, k] = gains[low, x, k] * (np.float32(1) - share) + gains[high, x, k] * share


@no_type_check
@njit(cache=True, fastmath=True)
def said_of(raw, row, y, x, out):
    """`out` (26): what the heads say of pixel (y, x), from raw (y, x, 144) and its `row` of gains."""
    cell, place = raw[y // STRIDE, x // STRIDE], (y % STRIDE) * STRIDE + x % STRIDE
    for k in range(RAW):
        out[k] = cell[k * STRIDE * STRIDE + place]
    low, high, share = tap(x, row.shape[0])
    for k in range(GAINS):
        out[RAW + k] = row[low, k] * (np.float32(1) - share) + row[high, k] * share


@no_type_check
@njit(cache=True, parallel=True, fastmath=True)
def develop_into(guides, lamp, raw, gains, out):
    """`out` (3, h, w): pixels from `raw` (y, x, 144), whose 4 × 4 blocks are unfolded, and `gains` (y, x, 17)."""
    for y in prange(guides.shape[0]):
        p, said, roots = np.empty(PLANES, np.float32), np.empty(SAID, np.float32), np.empty(9, np.float32)
        row, colour = np.empty((gains.shape[1], GAINS), np.float32), np.empty(3, np.float32)
        gains_of_row(gains, y, row)
        for x in range(guides.shape[1]):
            shade_pixel(guides[y, x], lamp, p)
            said_of(raw, row, y, x, said)
            roots_of(p, said, roots)
            for k in range(3):
                light = p[20 + k] * factor(roots[k]) + p[23 + k] * factor(roots[3 + k])
                colour[k] = light + p[26 + k] + factor(roots[6 + k])
            display_pixel(colour)
            for k in range(3):
                out[k, y, x] = colour[k]


@no_type_check
@njit(cache=True, fastmath=True)
def display_pixel(colour):
    """Scene-linear light (3) becomes display sRGB in −1..1, in place: Khronos PBR Neutral, then the sRGB curve."""
    one, start, room = np.float32(1), np.float32(0.76), np.float32(0.24)
    low = min(colour[0], colour[1], colour[2])
    offset = low - np.float32(6.25) * low * low if low < np.float32(0.08) else np.float32(0.04)
    peak = max(max(colour[0], colour[1], colour[2]) - offset, np.float32(1e-6))
    pressed = peak if peak < start else one - room * room / (peak + room - start)
    keep = one / (np.float32(0.15) * (peak - pressed) + one)
    scale, white = pressed / peak * keep, pressed * (one - keep)
    for k in range(3):
        c = (colour[k] - offset) * scale + white
        if c < np.float32(0.0031308):
            c = np.float32(12.92) * c
        else:
            c = np.float32(1.055) * c ** np.float32(1 / 2.4) - np.float32(0.055)
        colour[k] = 2 * c - one
