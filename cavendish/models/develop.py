"""From what the network says to a picture: light factors times known colours, through the tone curve.

The picture is display(base·D + second·T + 24·exposure·emission² + S). D, T, S ≥ 0 start at the shading guesses,
so an untrained network already paints a plausible picture with sharp edges; training adds the rest.
Shapes: b pictures, h w rows and columns, n pixels.
"""

from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor

from cavendish.models.colour import BASE, EMISSION, NOISE, SECOND, Shading, display, in_cache

RAW = 9  # additive maps: D, T, S as roots of light, three colours each
GAINS = 8  # smooth maps: gain of D, four octaves of grain, key light, highlight, grazing light
_SOFT = 0.01


def positive(x: Float[Tensor, "*s"]) -> Float[Tensor, "*s"]:
    """A smooth ramp > 0: x where x is large, near 0 where x < 0, its gradient never quite 0."""
    return 0.5 * (x + torch.sqrt(x * x + _SOFT))


def _develop(said: Tensor, known: Tensor) -> Tensor:
    """Pixels [b 3 n]; `said` [b 17 n] is raw and gains, `known` [b 25 n] colours, octaves, guesses, lit, lobe, edge."""
    said = said.float()
    raw, gains = said[:, :RAW], said[:, RAW:]
    base, second, glow = known[:, 0:3], known[:, 3:6], known[:, 6:9]
    grain = (gains[:, 1:5] * known[:, 9:13]).sum(1, keepdim=True)
    guess, lit, lobe, fresnel = known[:, 13:22], known[:, 22:23], known[:, 23:24], known[:, 24:25]
    diffuse = guess[:, 0:3] * (1 + gains[:, 0:1] + grain) + gains[:, 5:6] * lit
    mirror = guess[:, 6:9] + gains[:, 6:7] * lobe + gains[:, 7:8] * fresnel
    roots = positive(torch.cat([diffuse, guess[:, 3:6], mirror], 1) + raw).square()
    return display(base * roots[:, 0:3] + second * roots[:, 3:6] + glow + roots[:, 6:9])


class _ByPicture(torch.autograd.Function):
    """`_develop` in pieces, computed again for the gradient: it stays in cache and keeps nothing."""

    @staticmethod
    def forward(ctx: Any, said: Tensor, known: Tensor) -> Tensor:
        ctx.save_for_backward(said, known)
        return in_cache(_develop, said, known)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, None]:
        said, known = ctx.saved_tensors
        size = 1 if said.device.type == "cpu" else len(said)
        parts: list[Tensor] = []
        for i in range(0, len(said), size):
            with torch.enable_grad():
                piece = said[i : i + size].detach().requires_grad_()
                pixels = _develop(piece, known[i : i + size])
            parts.append(torch.autograd.grad(pixels, piece, grads[0][i : i + size])[0])
        return torch.cat(parts), None


def develop(
    raw: Float[Tensor, "b 9 h w"],
    gains: Float[Tensor, "b 8 h w"],
    guides: Float[Tensor, "b c h w"],
    light: Float[Tensor, "b k"],
    shading: Shading,
) -> Float[Tensor, "b 3 h w"]:
    """The picture in −1..1, float32, differentiable in `raw` and `gains`; zeros give the first guess."""
    with torch.no_grad():
        exposure = light[:, 23, None, None, None].float()
        colours = torch.cat([guides[:, BASE], guides[:, SECOND], guides[:, EMISSION]], 1).float().square()
        colours[:, 6:9] *= 24 * exposure
        guesses = [shading.features[:, 11:20], shading.lit, shading.lobe, shading.fresnel]
        known = torch.cat([colours, guides[:, NOISE].float(), *guesses], 1).flatten(2)
    with torch.autocast(raw.device.type, enabled=False):
        said = torch.cat([raw, gains.to(raw.dtype)], 1).flatten(2)
        pixels: Tensor = _ByPicture.apply(said, known)  # type: ignore[assignment]
    return pixels.unflatten(2, (raw.shape[-2], raw.shape[-1]))
