"""From what the network says to a picture: light factors times known colours, through the tone curve.

The picture is display(base·D + second·T + 24·exposure·emission² + S). D, T, S ≥ 0 start at the shading guesses, so
an untrained network already paints a plausible picture with sharp edges; training adds the rest.
Shapes: b pictures, h w rows and columns.
"""

from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor

from cavendish.models.colour import BASE, EMISSION, NOISE, SECOND, Shading, display

RAW = 9  # additive maps: D, T, S as roots of light, three colours each
GAINS = 8  # smooth maps: gain of D, four octaves of grain, key light, highlight, grazing light
_SOFT = 0.01


def positive(x: Tensor) -> Tensor:
    """A smooth ramp > 0: x where x is large, near 0 where x < 0, its gradient never quite 0."""
    return 0.5 * (x + torch.sqrt(x * x + _SOFT))


def _develop(raw: Tensor, gains: Tensor, known: Tensor) -> Tensor:
    """One batch of pictures; `known` holds 9 colours, 4 octaves, 9 guesses, lit, lobe, fresnel."""
    raw, gains = raw.float(), gains.float()
    base, second, glow = known[:, 0:3], known[:, 3:6], known[:, 6:9]
    grain = (gains[:, 1:5] * known[:, 9:13]).sum(1, keepdim=True)
    guess, lit, lobe, fresnel = known[:, 13:22], known[:, 22:23], known[:, 23:24], known[:, 24:25]
    diffuse = guess[:, 0:3] * (1 + gains[:, 0:1] + grain) + gains[:, 5:6] * lit + raw[:, 0:3]
    through = guess[:, 3:6] + raw[:, 3:6]
    mirror = guess[:, 6:9] + gains[:, 6:7] * lobe + gains[:, 7:8] * fresnel + raw[:, 6:9]
    roots = positive(torch.cat([diffuse, through, mirror], 1)).square()
    linear = base * roots[:, 0:3] + second * roots[:, 3:6] + glow + roots[:, 6:9]
    return display(linear)


class _ByPicture(torch.autograd.Function):
    """`_develop` picture by picture, computed again for the gradient: it stays in cache and keeps nothing."""

    @staticmethod
    def forward(ctx: Any, raw: Tensor, gains: Tensor, known: Tensor) -> Tensor:
        ctx.save_for_backward(raw, gains, known)
        return torch.cat(
            [_develop(raw[i : i + 1], gains[i : i + 1], known[i : i + 1]) for i in range(len(raw))]
        )

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor, None]:
        raw, gains, known = ctx.saved_tensors
        raws, gainses = [], []
        for i in range(len(raw)):
            with torch.enable_grad():
                a, g = raw[i : i + 1].detach().requires_grad_(), gains[i : i + 1].detach().requires_grad_()
                picture = _develop(a, g, known[i : i + 1])
            da, dg = torch.autograd.grad(picture, (a, g), grads[0][i : i + 1])
            raws.append(da)
            gainses.append(dg)
        return torch.cat(raws), torch.cat(gainses), None


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
        colours = [guides[:, BASE].float(), guides[:, SECOND].float(), guides[:, EMISSION].float()]
        squares = [colours[0].square(), colours[1].square(), 24 * exposure * colours[2].square()]
        guesses = [shading.features[:, 11:20], shading.lit, shading.lobe, shading.fresnel]
        known = torch.cat([*squares, guides[:, NOISE].float(), *guesses], 1)
    with torch.autocast(raw.device.type, enabled=False):
        if raw.device.type == "cpu" and len(raw) > 1:
            return _ByPicture.apply(raw, gains, known)  # type: ignore[no-any-return]
        return _develop(raw, gains, known)
