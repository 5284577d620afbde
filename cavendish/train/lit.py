"""The decoders' arithmetic of light with gradients, one pass each way: what training on a processor uses.

Shapes: b pictures, h w rows and columns. Equal to `models.develop`, which accelerators use.
"""

import math
from typing import Any, no_type_check

import numpy as np
import torch
from numba import njit, prange
from torch import Tensor

from cavendish.models.decoder import Decoder
from cavendish.models.develop import GAINS, RAW, SAID, STRIDE, PlainLight
from cavendish.models.refiner import Refiner
from cavendish.models.shading import Edges
from cavendish.painters.fused import (
    SOFT,
    FusedLight,
    developed,
    gains_of_row,
    roots_of,
    said_of,
    tap,
)


def quicken(*decoders: Decoder | Refiner) -> None:
    """Base decoders and refiners see light in one pass wherever their pictures are on a processor."""
    for decoder in decoders:
        decoder.lit = light_of


def light_of(guides: Tensor, light: Tensor, edges: Edges | None = None) -> FusedLight | PlainLight:
    """What guides [b c h w] and light [b k] say, with gradients: fused on a processor, plain elsewhere."""
    return (FusedLights if guides.device.type == "cpu" else PlainLight).of(guides, light, edges)


class FusedLights(FusedLight):
    """`FusedLight` whose pictures know their slope."""

    def develop(self, raw: Tensor, gains: Tensor) -> Tensor:
        """The picture [b 3 h w] in −1..1, float32, from raw [b 144 y x] and gains [b 20 y x], with gradients."""
        with torch.autocast("cpu", enabled=False):
            pixels: Tensor = _Developed.apply(raw.float(), gains.float(), self.planes)
        return pixels


class _Developed(torch.autograd.Function):
    """Pixels from what the heads say; only its inputs are kept for the gradient."""

    @staticmethod
    def forward(ctx: Any, raw: Tensor, gains: Tensor, planes: Tensor) -> Tensor:
        raw, gains = (x.permute(0, 2, 3, 1).contiguous() for x in (raw, gains))
        ctx.save_for_backward(raw, gains, planes)
        return developed(planes, raw, gains)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor, None]:
        raw, gains, planes = ctx.saved_tensors
        grad = grads[0].permute(0, 2, 3, 1).to(torch.float32, copy=True).contiguous()
        by_raw, by_gains = torch.empty_like(raw), torch.zeros_like(gains)
        given = (x.numpy() for x in (planes, raw, gains, grad, by_raw, by_gains))
        _slope(*given)
        return by_raw.permute(0, 3, 1, 2), by_gains.permute(0, 3, 1, 2), None


@no_type_check  # compiled: a shape checker's wrapper would not be
@njit(cache=True, fastmath=True)
def _slope_of_pixel(p, bent, by_light, linear, by):
    """`by` (29): the gradient by what is said, from that by the pixel, `by_light` (3); it and `bent` are used up."""
    for k in range(3):
        linear[k] = p[26 + k]
    for k in range(9):  # `bent` becomes the slope of a factor; `linear` gathers the factors
        ramp = math.sqrt(bent[k] * bent[k] + SOFT)
        ready = np.float32(0.5) * (bent[k] + ramp)
        square = ready * ready
        colour = p[20 + k] if k < 6 else np.float32(1)
        linear[k % 3] += colour * square
        bent[k] = colour * np.float32(2) * square / ramp
    _display_slope(linear, by_light)
    gain = key = mirror = shown = polish = np.float32(0)
    for k in range(3):
        d, t, s = bent[k] * by_light[k], bent[3 + k] * by_light[k], bent[6 + k] * by_light[k]
        gain += d * p[11 + k]
        shown += t * p[14 + k]
        polish += s * p[17 + k]
        key += d
        mirror += s
        by[k], by[3 + k], by[6 + k] = d, t, s
        by[17 + k], by[20 + k], by[23 + k] = d * p[33], d * p[34], s * p[35]
    by[9] = gain
    for k in range(4):
        by[10 + k] = gain * p[29 + k]
    by[14], by[15], by[16] = key * p[1], mirror * p[4], mirror * p[5]
    by[26], by[27], by[28] = gain * p[36], shown * p[37], polish * p[38]


@no_type_check
@njit(cache=True, parallel=True, fastmath=True)
def _slope(planes, raw, gains, grad, by_raw, by_gains):
    """Gradients by raw and, added up, by gains, from `planes` (b h w 39) and the pixels' `grad` (b h w 3), used up."""
    one, block = np.float32(1), STRIDE * STRIDE
    for i in prange(len(planes)):
        said, bent = np.empty(SAID, np.float32), np.empty(9, np.float32)
        linear, by, columns = np.empty(3, np.float32), np.empty(SAID, np.float32), gains.shape[2]
        row, by_row = np.empty((columns, GAINS), np.float32), np.empty((columns, GAINS), np.float32)
        for y in range(planes.shape[1]):
            gains_of_row(gains[i], y, row)
            by_row[:] = 0
            for x in range(planes.shape[2]):
                p = planes[i, y, x]
                said_of(raw[i], row, y, x, said)
                roots_of(p, said, bent)
                _slope_of_pixel(p, bent, grad[i, y, x], linear, by)
                place = (y % STRIDE) * STRIDE + x % STRIDE
                for k in range(RAW):
                    by_raw[i, y // STRIDE, x // STRIDE, k * block + place] = by[k]
                low, high, share = tap(x, columns)
                for k in range(GAINS):
                    by_row[low, k] += by[RAW + k] * (one - share)
                    by_row[high, k] += by[RAW + k] * share
            low, high, share = tap(y, gains.shape[1])
            by_gains[i, low] += by_row * (one - share)
            by_gains[i, high] += by_row * share


@no_type_check
@njit(cache=True, fastmath=True)
def _display_slope(linear, by):
    """`by` (3), the gradient by displayed colour, becomes that by `linear` (3); see `models.colour.display`."""
    one, start, room = np.float32(1), np.float32(0.76), np.float32(0.24)
    fade = np.float32(0.15)
    lowest = highest = 0
    for k in range(1, 3):
        if linear[k] < linear[lowest]:
            lowest = k
        if linear[k] > linear[highest]:
            highest = k
    low = linear[lowest]
    dark = low < np.float32(0.08)
    offset = low - np.float32(6.25) * low * low if dark else np.float32(0.04)
    peak = max(linear[highest] - offset, np.float32(1e-6))
    over = max(peak, start) + room - start
    bright = peak >= start
    pressed = one - room * room / over if bright else peak
    keep = one / (fade * (peak - pressed) + one)
    scale, white = pressed / peak * keep, pressed * (one - keep)
    along = total = np.float32(0)
    for k in range(3):
        toned = (linear[k] - offset) * scale + white
        if toned < np.float32(0.0031308):
            by[k] *= np.float32(25.84)
        else:
            by[k] *= np.float32(2.11 / 2.4) * toned ** np.float32(1 / 2.4 - 1)
        along += by[k] * (linear[k] - offset)
        total += by[k]
        by[k] *= scale
    if bright:
        pressed_by = room * room / (over * over)
        keep_by = -fade * (one - pressed_by) * keep * keep
        scale_by = (pressed_by - pressed / peak) / peak * keep + pressed / peak * keep_by
        by[highest] += along * scale_by + total * (pressed_by * (one - keep) - pressed * keep_by)
    if dark:
        by[lowest] += (by[0] + by[1] + by[2]) * (np.float32(12.5) * low - one)
