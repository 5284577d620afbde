"""Colour arithmetic: the tone curve, and what guides and light vector alone say about a pixel.

Shapes: b pictures, c guide channels, h w rows and columns. The world holds the NumPy twin of `display`.
"""

from collections.abc import Callable
from typing import NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor

# Guide channels by number; the names live in the world's registry, which models may not import.
NORMAL, COVERAGE = slice(0, 3), slice(8, 9)
SECOND_NORMAL, GROUND = slice(29, 32), slice(34, 35)
GUIDES, LIGHTS = 38, 32
PIECE = 1 << 14  # pixels worked out at a time
FEATURES = 20  # channels of Shading.features


def display(linear: Float[Tensor, "b 3 *s"]) -> Float[Tensor, "b 3 *s"]:
    """Scene-linear light ≥ 0 as display sRGB in −1..1: Khronos PBR Neutral, then the sRGB transfer curve.

    Computed in float32 whatever comes in; gradients are finite everywhere.
    Source: KhronosGroup/ToneMapping, PBR_Neutral; IEC 61966-2-1.
    """
    colour = linear.float()
    low = colour.amin(1, keepdim=True)
    colour = colour - torch.where(low < 0.08, low - 6.25 * low * low, 0.04)
    peak = colour.amax(1, keepdim=True).clamp(min=1e-6)
    start, room, fade = 0.76, 0.24, 0.15
    pressed = torch.where(peak < start, peak, 1 - room * room / (peak.clamp(min=start) + room - start))
    keep = 1 / (fade * (peak - pressed) + 1)
    colour = colour * (pressed / peak * keep) + pressed * (1 - keep)
    curve = 1.055 * colour.clamp(min=0.0031308) ** (1 / 2.4) - 0.055
    return torch.where(colour < 0.0031308, 12.92 * colour, curve) * 2 - 1


def in_cache(what: Callable[..., Tensor], *pixels: Tensor) -> Tensor:
    """`what` of planes [b _ n or 1], worked out in pieces that stay in a processor's cache.

    `what` must treat every pixel alone; planes of one pixel hold for all. An accelerator takes all at once.
    """
    first = pixels[0]
    if first.device.type != "cpu":
        return what(*pixels)
    n = first.shape[2]
    pictures: list[Tensor] = []
    for i in range(len(first)):
        mine = [x[i : i + 1] for x in pixels]
        pieces = [
            [x if x.shape[2] == 1 else x[:, :, at : at + PIECE] for x in mine] for at in range(0, n, PIECE)
        ]
        parts = [what(*piece) for piece in pieces]
        pictures.append(parts[0] if len(parts) == 1 else torch.cat(parts, 2))
    return torch.cat(pictures)


class Shading(NamedTuple):
    """What guides and light say before any network, as planes [b 36 n] that `develop` reads in this order.

    20 features: n·l, √lit, n·v, r·l, highlight, grazing light, rim, light behind, mirrored direction, and the first
    guesses of D, T and S as roots of light. Then base and second colour and glow in linear light, four octaves, and
    the shares of things, ground and backdrop in the pixel.
    """

    planes: Float[Tensor, "b 36 n"]
    h: int
    w: int

    @property
    def features(self) -> Float[Tensor, "b 20 h w"]:
        """What a network reads."""
        return self.planes[:, :FEATURES].unflatten(2, (self.h, self.w))


def _measures(light: Tensor, channels: int) -> Tensor:
    """The linear map [b 28 c] from guides to the planes that `_shade_rows` reads, in its order."""
    out = light.new_zeros(len(light), 28, channels)
    out[:, 0, NORMAL] = light[:, 0:3]
    out[:, 1, NORMAL] = light[:, 13:16]
    out[:, 2, SECOND_NORMAL] = light[:, 0:3]
    kept = (0, 1, 2, 12, 13, 14, 30, 33, 36, 37)
    out[:, 13, COVERAGE] = out[:, 13, GROUND] = out[:, 27, COVERAGE] = 1.0
    colours = (*range(9, 12), *range(26, 29), *range(18, 21), *range(21, 25))
    for row, channel in (*enumerate(kept, 3), *enumerate(colours, 14)):
        out[:, row, channel] = 1.0
    return out


def _blend(a: Tensor, b: Tensor, share: Tensor) -> Tensor:
    return a + (b - a) * share


def _shade_rows(planes: Tensor, lamp: Tensor) -> Tensor:
    """`Shading.planes` [b 36 n] from the planes of `_measures` [b 28 n] and the light as [b k 1]."""
    cosine, rim, behind = planes[:, 0:1], planes[:, 1:2], planes[:, 2:3]
    normal, rough, metal, clear = planes[:, 3:6], planes[:, 6:7], planes[:, 7:8], planes[:, 8:9]
    ray, solid = planes[:, 11:13], planes[:, 13:14].clamp(0, 1)
    towards, key, exposure = lamp[:, 0:3], lamp[:, 3:6], lamp[:, 23:24]
    sky, earth, horizon, zenith = lamp[:, 7:10], lamp[:, 10:13], lamp[:, 19:22], lamp[:, 24:27]

    near = torch.rsqrt(1 + ray.square().sum(1, keepdim=True))
    view = torch.cat([-ray * near, near], 1)
    facing = (normal * view).sum(1, keepdim=True)
    mirrored = 2 * facing * normal - view
    against = (view * towards).sum(1, keepdim=True)
    glance = 2 * facing * cosine - against
    half = ((facing + cosine) * torch.rsqrt((2 + 2 * against).clamp(min=1e-3))).clamp(0, 1)
    seen = (1 - 2 * planes[:, 10:11]).clamp(0, 1)
    lit = cosine.clamp(min=0) * seen
    width = (rough * rough + 0.5 * lamp[:, 6:7]).clamp(0.03, 1).square()
    lobe = (width / (half * half * (width - 1) + 1)).square() * solid
    fresnel = (1 - facing.clamp(0, 1)) ** 5 * solid

    up = mirrored[:, 1:2]
    around = _blend(earth, _blend(horizon, zenith, up.clamp(0, 1)), (2 * up + 0.5).clamp(0, 1))
    ambient = _blend(earth, sky, 0.5 + 0.5 * normal[:, 1:2])
    rays = ambient + key * lit + lamp[:, 16:19] * (0.5 * rim.clamp(min=0))
    diffuse = _blend(rays, around, metal) * solid
    through = (_blend(earth, sky, 0.5 + 0.5 * planes[:, 9:10]) + key * behind.clamp(min=0)) * clear
    gloss = (1 - rough).square() * solid
    mirror = around * ((0.04 + 0.9 * fresnel) * gloss) + key * (0.5 * lobe * seen * gloss)
    mirror = mirror + _blend(horizon, zenith, (ray[:, 1:2] - 0.1).clamp(0, 1)) * (1 - solid)
    guesses = (torch.cat([diffuse, through, mirror], 1) * exposure).clamp(min=0).sqrt()
    features = [cosine, lit.sqrt(), facing, glance, lobe, fresnel, rim, behind, mirrored, guesses]
    squares = planes[:, 14:23].square()
    things = planes[:, 27:28].clamp(0, 1)
    shares = [things, solid - things, 1 - solid]
    glow = squares[:, 6:] * (24 * exposure)
    return torch.cat([*features, squares[:, :6], glow, planes[:, 23:27], *shares], 1)


@torch.no_grad()
def shade(guides: Float[Tensor, "b c h w"], light: Float[Tensor, "b k"]) -> Shading:
    """Lambert and GGX arithmetic from normals, view rays and light vector; zeros give zeros, nothing is NaN.

    It is the network's own sum, not a guide: no soft shadow, no bounce and no true reflection is in it.
    """
    _, channels, h, w = guides.shape
    light = light.float()
    with torch.autocast(guides.device.type, enabled=False):
        planes = torch.bmm(_measures(light, channels), guides.float().flatten(2))
        return Shading(in_cache(_shade_rows, planes, light[:, :, None]), h, w)
