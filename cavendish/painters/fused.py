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
from cavendish.models.develop import GAINS, RAW, SAID, STRIDE
from cavendish.models.layers import stack, working_dtype
from cavendish.models.shading import FEATURES, Edges
from cavendish.painters.shading import PLANES, blend_samples, is_whole, mend_edge, shade_pixel

F32 = npt.NDArray[np.float32]
SOFT = np.float32(0.01)
_ONE = np.float32(1)


@dataclass(frozen=True)
class FusedLight:
    """What guides [b c h w] and light [b k] say of each pixel, on a processor; see `models.develop.PlainLight`.

    guides: [b h w c]. planes: [b h w 39] as `models.shading.Shading` has them, worked out once for the network and for
    what it says.
    """

    guides: Tensor
    planes: Tensor

    @classmethod
    def of(cls, guides: Tensor, light: Tensor, edges: Edges | None = None) -> "FusedLight":
        """The light of these guides, sample by sample where `edges` are told; nothing is learned through either."""
        rows = guides.detach().permute(0, 2, 3, 1).float().contiguous()
        lamps = light.detach().float().contiguous()
        planes = torch.empty(*rows.shape[:3], PLANES)
        for i, (own, lamp, out) in enumerate(zip(rows.numpy(), lamps.numpy(), planes.numpy(), strict=True)):
            shade_into(own, lamp, out)
            if edges is not None:
                mine = edges.at[:, 0] == i
                blend_into(edges.at[mine].numpy(), edges.samples[mine].float().numpy(), lamp, out)
        return cls(rows, planes)

    def laid(self, *planes: Tensor, like: Tensor) -> Tensor:
        """What a network reads as one input [b c h w]: `planes`, 20 features of light, guides."""
        if working_dtype(like) != torch.bfloat16:
            own = (x.permute(0, 3, 1, 2) for x in (self.planes[..., :FEATURES], self.guides))
            return stack(*planes, *own, like=like)
        first = torch.cat([x.detach() for x in planes], 1).float().contiguous()
        b, h, w, own = self.guides.shape
        out = torch.empty((b, h, w, first.shape[1] + FEATURES + own), dtype=torch.bfloat16)
        for i in range(b):
            lay_into(first[i].numpy(), self.planes[i].numpy(), self.guides[i].numpy(), out[i])
        return out.permute(0, 3, 1, 2)

    def develop(self, raw: Tensor, gains: Tensor) -> Tensor:
        """The picture [b 3 h w] in −1..1 from what the heads say: raw [b 144 y x] and gains [b 20 y x]."""
        return developed(
            self.planes, *(x.detach().permute(0, 2, 3, 1).float().contiguous() for x in (raw, gains))
        )


def developed(planes: Tensor, raw: Tensor, gains: Tensor) -> Tensor:
    """Pictures [b 3 h w] of planes [b h w 39] and what heads say, channels last: raw [b y x 144], gains [b y x 20]."""
    b, h, w, _ = planes.shape
    out = torch.empty(b, 3, h, w)
    for i in range(b):
        develop_into(*(x[i].numpy() for x in (planes, raw, gains, out)))
    return out


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


@no_type_check
@njit(cache=True, parallel=True, fastmath=True)
def shade_into(guides, lamp, out):
    """`out` (h w 39) holds what guides (h w c) say under the light `lamp` (k)."""
    h, w = guides.shape[:2]
    for y in prange(h):
        for x in range(w):
            shade_pixel(guides[y, x], lamp, out[y, x])
    for y in prange(h):
        mean, most = np.empty(20, np.float32), np.empty(6, np.float32)
        for x in range(w):
            if not is_whole(guides[y, x]):
                mend_edge(guides, out, y, x, mean, most)


@no_type_check
@njit(cache=True, inline="always")
def _bfloat16(bits):
    """The upper half of a float32, given as its bits, rounded to the nearest, to even from halfway."""
    return np.uint16((bits + np.uint32(0x7FFF) + ((bits >> np.uint32(16)) & np.uint32(1))) >> np.uint32(16))


@no_type_check
@njit(cache=True, parallel=True, fastmath=True)
def blend_into(at, samples, lamp, planes):
    """Planes (h w 39) of the pixels `at` (m 3; row and column come last) from their samples' guides (m s c)."""
    for j in prange(at.shape[0]):
        each = np.empty((samples.shape[1], PLANES), np.float32)
        for i in range(samples.shape[1]):
            shade_pixel(samples[j, i], lamp, each[i])
        blend_samples(each, planes[at[j, 1], at[j, 2]])


def lay_into(first: F32, planes: F32, guides: F32, out: Tensor) -> None:
    """`out` [h w c], bfloat16, holds first (a, h, w), the features among planes (h, w, 39), and guides (h, w, b)."""
    bits = out.view(torch.uint16).numpy()
    _lay(first.view(np.uint32), planes.view(np.uint32), guides.view(np.uint32), bits)


@no_type_check
@njit(cache=True, parallel=True)
def _lay(first, planes, guides, out):
    a, b = first.shape[0], guides.shape[2]
    for y in prange(out.shape[0]):
        for x in range(out.shape[1]):
            row = out[y, x]
            for k in range(a):
                row[k] = _bfloat16(first[k, y, x])
            for k in range(FEATURES):
                row[a + k] = _bfloat16(planes[y, x, k])
            for k in range(b):
                row[a + FEATURES + k] = _bfloat16(guides[y, x, k])


@no_type_check
@njit(cache=True, inline="always")
def factor(root):
    """The square of the positive ramp of a root."""
    ready = np.float32(0.5) * (root + math.sqrt(root * root + SOFT))
    return ready * ready


@no_type_check
@njit(cache=True, fastmath=True)
def roots_of(p, said, out):
    """`out` (9): roots of D, T and S of a pixel with planes `p` (39) and what the heads say of it (29)."""
    grain = said[9] + (said[10] * p[29] + said[11] * p[30] + said[12] * p[31] + said[13] * p[32])
    bright = said[14] * p[1]
    shine = said[15] * p[4] + said[16] * p[5]
    grain += _ONE + said[26] * p[36]
    shown, mirror = _ONE + said[27] * p[37], _ONE + said[28] * p[38]
    for k in range(3):
        out[k] = said[k] + p[11 + k] * grain + bright + said[17 + k] * p[33] + said[20 + k] * p[34]
        out[3 + k] = said[3 + k] + p[14 + k] * shown
        out[6 + k] = said[6 + k] + p[17 + k] * mirror + shine + said[23 + k] * p[35]


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
    """`out` (x, 20): the gains (y, x, 20) at pixel row `y`, not yet enlarged across."""
    low, high, share = tap(y, gains.shape[0])
    for x in range(gains.shape[1]):
        for k in range(GAINS):
            out[x, k] = gains[low, x, k] * (np.float32(1) - share) + gains[high, x, k] * share


@no_type_check
@njit(cache=True, fastmath=True)
def said_of(raw, row, y, x, out):
    """`out` (29): what the heads say of pixel (y, x), from raw (y, x, 144) and its `row` of gains."""
    cell, place = raw[y // STRIDE, x // STRIDE], (y % STRIDE) * STRIDE + x % STRIDE
    for k in range(RAW):
        out[k] = cell[k * STRIDE * STRIDE + place]
    low, high, share = tap(x, row.shape[0])
    for k in range(GAINS):
        out[RAW + k] = row[low, k] * (np.float32(1) - share) + row[high, k] * share


@no_type_check
@njit(cache=True, parallel=True, fastmath=True)
def develop_into(planes, raw, gains, out):
    """`out` (3, h, w): pixels of `planes` (h w 39) from `raw` (y, x, 144), whose blocks are unfolded, and `gains`."""
    for y in prange(planes.shape[0]):
        said, roots = np.empty(SAID, np.float32), np.empty(9, np.float32)
        row, colour = np.empty((gains.shape[1], GAINS), np.float32), np.empty(3, np.float32)
        gains_of_row(gains, y, row)
        for x in range(planes.shape[1]):
            p = planes[y, x]
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
