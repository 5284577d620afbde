"""Colour arithmetic: the tone curve, and work on planes in pieces that stay in cache.

The world holds the NumPy twin of `display`.
"""

from collections.abc import Callable

import torch
from jaxtyping import Float
from torch import Tensor

GUIDES, LIGHTS = 41, 35  # channels of guides, numbers of a light vector
PIECE = 1 << 14  # pixels worked out at a time


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
