"""From what the network says to a picture: light factors times known colours, through the tone curve.

The picture is display(base·D + second·T + 24·exposure·emission² + S). D, T, S ≥ 0 start at the shading guesses,
so an untrained network already paints a plausible picture with sharp edges; training adds the rest.
Shapes: b pictures, h w rows and columns, n pixels.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor

from cavendish.models.colour import display, in_cache
from cavendish.models.layers import enlarge, stack
from cavendish.models.shading import Edges, Shading, shade

STRIDE = 4  # pixels a side of what one cell of a head says
RAW = 9  # additive maps: D, T, S as roots of light, three colours each
# Smooth maps: gain of D, four octaves of grain, key light, highlight, grazing light; then, so that silhouettes stay
# clean, three colours each that only things, only the ground (both D) and only the backdrop (S) hear; then how much of
# what a hollow could lose is lost (a share of −1: all of it), of D, T and S.
GAINS = 20
SAID = RAW + GAINS
_SOFT = 0.01


class _Known(NamedTuple):
    """The planes of a `Shading` that a picture is made of."""

    lit: Tensor
    lobe: Tensor
    graze: Tensor
    guess: Tensor
    colour: Tensor
    glow: Tensor
    octaves: Tensor
    things: Tensor
    ground: Tensor
    backdrop: Tensor
    hollow: Tensor

    @classmethod
    def of(cls, p: Tensor) -> "_Known":
        shares = p[:, 33:34], p[:, 34:35], p[:, 35:36]
        known = p[:, 1:2], p[:, 4:5], p[:, 5:6], p[:, 11:20], p[:, 20:26], p[:, 26:29], p[:, 29:33]
        return cls(*known, *shares, p[:, 36:39])


def positive(x: Float[Tensor, "*s"]) -> Float[Tensor, "*s"]:
    """A smooth ramp > 0: x where x is large, near 0 where x < 0, its gradient never quite 0."""
    return 0.5 * (x + torch.sqrt(x * x + _SOFT))


def roots(said: Float[Tensor, "b 29 n"], planes: Float[Tensor, "b 39 n"]) -> Float[Tensor, "b 9 n"]:
    """Roots of D, T and S before they are made positive: the guesses, bent by gains, plus raw."""
    k, gains = _Known.of(planes), said[:, RAW:]
    out = k.guess + said[:, :RAW]
    grain = gains[:, 0:1] + (gains[:, 1:5] * k.octaves).sum(1, keepdim=True)
    out[:, 0:3] += k.guess[:, 0:3] * grain + gains[:, 5:6] * k.lit
    out[:, 0:3] += gains[:, 8:11] * k.things + gains[:, 11:14] * k.ground
    out[:, 6:9] += gains[:, 6:7] * k.lobe + gains[:, 7:8] * k.graze + gains[:, 14:17] * k.backdrop
    return out + k.guess * (gains[:, 17:20] * k.hollow).repeat_interleave(3, 1)


def light_of(roots: Float[Tensor, "b 9 n"], planes: Float[Tensor, "b 39 n"]) -> Float[Tensor, "b 3 n"]:
    """Linear light base·D + second·T + glow + S."""
    k, factors = _Known.of(planes), positive(roots).square()
    return k.colour[:, 0:3] * factors[:, 0:3] + k.colour[:, 3:6] * factors[:, 3:6] + k.glow + factors[:, 6:9]


def _develop(said: Tensor, planes: Tensor) -> Tensor:
    return display(light_of(roots(said.float(), planes), planes))


def _slope(said: Tensor, grad: Tensor, planes: Tensor) -> Tensor:
    """The gradient of `_develop` by `said`, written out: autograd would pass over memory four times as often."""
    k = _Known.of(planes)
    before = roots(said.float(), planes)
    ramp = torch.sqrt(before * before + _SOFT)
    ready = 0.5 * (before + ramp)
    factors = ready.square()
    base, second = k.colour[:, 0:3], k.colour[:, 3:6]
    linear = base * factors[:, 0:3] + second * factors[:, 3:6] + k.glow + factors[:, 6:9]
    by_light = _display_slope(linear, grad.float())
    out = torch.empty_like(before)
    torch.mul(base, by_light, out=out[:, 0:3])
    torch.mul(second, by_light, out=out[:, 3:6])
    out[:, 6:9] = by_light
    out *= 2 * factors / ramp  # positive' = positive / ramp
    diffuse, mirror = out[:, 0:3], out[:, 6:9]
    gain = (diffuse * k.guess[:, 0:3]).sum(1, keepdim=True)
    key = diffuse.sum(1, keepdim=True) * k.lit
    shine = mirror.sum(1, keepdim=True)
    smooth = [gain, gain * k.octaves, key, shine * k.lobe, shine * k.graze]
    layered = [diffuse * k.things, diffuse * k.ground, mirror * k.backdrop]
    hollow = (out * k.guess).unflatten(1, (3, 3)).sum(2) * k.hollow
    return torch.cat([out, *smooth, *layered, hollow], 1).to(said.dtype)


def _display_slope(linear: Tensor, grad: Tensor) -> Tensor:
    """The gradient of `display` by linear light [b 3 n]."""
    low, lowest = linear.min(1, keepdim=True)
    colour = linear - torch.where(low < 0.08, low - 6.25 * low * low, 0.04)
    peak, highest = colour.max(1, keepdim=True)
    peak = peak.clamp(min=1e-6)
    start, room, fade = 0.76, 0.24, 0.15
    over = peak.clamp(min=start) + room - start
    bright = peak >= start
    pressed = torch.where(bright, 1 - room * room / over, peak)
    keep = 1 / (fade * (peak - pressed) + 1)
    scale = pressed / peak * keep
    toned = colour * scale + pressed * (1 - keep)
    by_toned = grad * torch.where(
        toned < 0.0031308, 25.84, (2.11 / 2.4) * toned.clamp(min=0.0031308) ** (1 / 2.4 - 1)
    )
    # How pressed, keep, and with them scale and offset, move with the peak; all still where nothing is pressed.
    pressed_by = room * room / (over * over)
    keep_by = -fade * (1 - pressed_by) * keep * keep
    scale_by = (pressed_by - pressed / peak) / peak * keep + pressed / peak * keep_by
    offset_by = pressed_by * (1 - keep) - pressed * keep_by
    total = by_toned.sum(1, keepdim=True)
    by_peak = ((by_toned * colour).sum(1, keepdim=True) * scale_by + total * offset_by) * bright
    out = by_toned * scale
    out.scatter_add_(1, highest, by_peak)
    lift = torch.where(low < 0.08, 12.5 * low - 1, 0.0)  # of −(low − 6.25·low²)
    return out.scatter_add_(1, lowest, out.sum(1, keepdim=True) * lift)


class _Develop(torch.autograd.Function):
    """`_develop` in pieces that stay in cache; nothing but its inputs is kept for the gradient."""

    @staticmethod
    def forward(ctx: Any, said: Tensor, planes: Tensor) -> Tensor:
        ctx.save_for_backward(said, planes)
        return in_cache(_develop, said, planes)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, None]:
        said, planes = ctx.saved_tensors
        return in_cache(_slope, said, grads[0], planes), None


def develop(
    raw: Float[Tensor, "b 9 h w"], gains: Float[Tensor, "b 20 h w"], shading: Shading
) -> Float[Tensor, "b 3 h w"]:
    """The picture in −1..1, float32, differentiable in `raw` and `gains`; zeros give the first guess."""
    with torch.autocast(raw.device.type, enabled=False):
        said = torch.cat([raw, gains.to(raw.dtype)], 1).flatten(2)
        pixels: Tensor = _Develop.apply(said, shading.planes)
    return pixels.unflatten(2, (shading.h, shading.w))


def unfolded(
    raw: Float[Tensor, "b 144 y x"], gains: Float[Tensor, "b 20 y x"]
) -> tuple[Float[Tensor, "b 9 h w"], Float[Tensor, "b 20 h w"]]:
    """What the heads say, pixel by pixel: raw maps from their 4×4 blocks, gains enlarged smoothly."""
    return F.pixel_shuffle(raw, STRIDE), enlarge(gains, STRIDE)


class Lit(Protocol):
    """What guides and light say of one picture's or tile's pixels, and the picture that follows from it."""

    def laid(self, *planes: Float[Tensor, "b _ h w"], like: Tensor) -> Float[Tensor, "b c h w"]:
        """What a network reads as one input (see `layers.stack`): `planes`, 20 features of light, guides."""
        ...

    def develop(
        self, raw: Float[Tensor, "b 144 y x"], gains: Float[Tensor, "b 20 y x"]
    ) -> Float[Tensor, "b 3 h w"]:
        """The picture in −1..1, float32, from what the heads say for every 4×4 pixels; zeros give the first guess."""
        ...


@dataclass(frozen=True)
class PlainLight:
    """`Lit` in tensors, on any device, with gradients."""

    guides: Float[Tensor, "b c h w"]
    shading: Shading

    @classmethod
    def of(
        cls, guides: Float[Tensor, "b c h w"], light: Float[Tensor, "b k"], edges: Edges | None = None
    ) -> "PlainLight":
        """The light of these guides."""
        return cls(guides, shade(guides, light, edges))

    def laid(self, *planes: Float[Tensor, "b _ h w"], like: Tensor) -> Float[Tensor, "b c h w"]:
        """What a network reads as one input: `planes`, 20 features of light, guides."""
        return stack(*planes, self.shading.features, self.guides, like=like)

    def develop(
        self, raw: Float[Tensor, "b 144 y x"], gains: Float[Tensor, "b 20 y x"]
    ) -> Float[Tensor, "b 3 h w"]:
        """The picture in −1..1, float32, differentiable in `raw` and `gains`."""
        return develop(*unfolded(raw, gains), self.shading)
