"""Blocks shared by the models: channel norm, residual block with FiLM, attention over pictures, rotary places.

Shapes: b pictures, c channels, h w rows and columns, n tokens, e embedding, d model width.
"""

import math
from typing import Any

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

EPSILON = 1e-2


class _ChannelNorm(torch.autograd.Function):
    """x / (rms over channels + ε), whose backward makes few passes over memory (CPUs have no fused one)."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        rows = x.permute(0, 2, 3, 1)
        wide = None if x.dtype == torch.float64 else torch.float32
        scale = torch.linalg.vector_norm(rows, dim=-1, keepdim=True, dtype=wide)
        scale = scale.mul_(x.shape[1] ** -0.5).add_(EPSILON).reciprocal_().to(x.dtype)
        normal = rows * scale
        ctx.save_for_backward(normal, scale)
        return normal.permute(0, 3, 1, 2)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> Tensor:
        normal, scale = ctx.saved_tensors
        grad = grads[0].permute(0, 2, 3, 1)
        along = (grad * normal).sum(-1, keepdim=True).mul_(-1.0 / normal.shape[-1])
        along = along / (1 - EPSILON * scale).clamp(min=EPSILON)  # r / (r + ε)
        return torch.addcmul(grad, normal, along).mul_(scale).permute(0, 3, 1, 2)


class ChannelNorm(nn.Module):
    """RMS norm over channels alone: no statistics over space, so a tile equals the whole."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.gain = nn.Parameter(torch.ones(channels))

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c h w"]:
        """`x` with unit root mean square over its channels at every pixel, times a learned gain."""
        return _ChannelNorm.apply(x) * self.gain.to(x.dtype)[:, None, None]


def zero(*layers: nn.Module) -> None:
    """The layers' weights are zero: they add nothing until they have learned."""
    for layer in layers:
        for weight in layer.parameters():
            nn.init.zeros_(weight)


class Residual(nn.Module):
    """x + conv(silu(conv(silu(film(norm(x)))))); the last convolution starts at zero.

    Args:
        channels: width of the block.
        embedding: width of the vector that scales and shifts the normed input; 0 for none.
    """

    compiles = True

    def __init__(self, channels: int, embedding: int = 0) -> None:
        super().__init__()
        self.norm = ChannelNorm(channels)
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        zero(self.second)
        self.film = nn.Linear(embedding, 2 * channels) if embedding else None
        if self.film is not None:
            zero(self.film)

    def forward(
        self, x: Float[Tensor, "b c h w"], embedding: Float[Tensor, "b e"] | None = None
    ) -> Float[Tensor, "b c h w"]:
        """`x` plus what the block adds, under the embedding's scale and shift."""
        y = self.norm(x)
        if self.film is not None and embedding is not None:
            scale, shift = self.film(embedding).to(y.dtype)[:, :, None, None].chunk(2, 1)
            y = torch.addcmul(shift, y, 1 + scale)
        return x + self.second(F.silu(self.first(F.silu(y))))


def normalised_grid(h: int, w: int, device: torch.device | None = None) -> Float[Tensor, "n 2"]:
    """Centres of an h×w grid's cells, row by row, as (y, x) from the middle, both in units of √(h·w)."""
    unit = math.sqrt(h * w)
    y = (torch.arange(h, device=device, dtype=torch.float32) + 0.5 - h / 2) / unit
    x = (torch.arange(w, device=device, dtype=torch.float32) + 0.5 - w / 2) / unit
    return torch.stack(torch.meshgrid(y, x, indexing="ij"), -1).reshape(-1, 2)


def angles_2d(places: Float[Tensor, "n 2"], width: int, turns: float = 16.0) -> Float[Tensor, "n k"]:
    """Rotary angles for (y, x) places: `width`/4 frequencies an axis, from ½ to `turns` turns a unit."""
    quarter = width // 4
    frequency = (
        2 * math.pi * 0.5 * (2 * turns) ** (torch.arange(quarter, device=places.device) / max(1, quarter - 1))
    )
    return (places[:, :, None] * frequency).flatten(1)


class _UnitTurn(torch.autograd.Function):
    """Each row x of the last axis as x/|x|, its halves turned by angles; few passes over memory, forward and back."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        wide = None if x.dtype == torch.float64 else torch.float32
        scale = torch.linalg.vector_norm(x, dim=-1, keepdim=True, dtype=wide)
        scale = scale.clamp_(min=1e-6).reciprocal_().to(x.dtype)
        unit = x * scale
        ctx.save_for_backward(unit, scale, cos, sin)
        return _turn(unit, cos, sin)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, None, None]:
        unit, scale, cos, sin = ctx.saved_tensors
        grad = _turn(grads[0], cos, -sin)
        along = (grad * unit).sum(-1, keepdim=True).neg_()
        return torch.addcmul(grad, unit, along).mul_(scale), None, None


def _turn(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    first, second = x.chunk(2, -1)
    out = torch.empty_like(x)
    left, right = out.chunk(2, -1)
    torch.mul(first, cos, out=left).addcmul_(second, sin, value=-1)
    torch.mul(second, cos, out=right).addcmul_(first, sin)
    return out


def unit_turned(x: Float[Tensor, "b n m d"], angles: Float[Tensor, "n k"]) -> Float[Tensor, "b n m d"]:
    """Unit rows with rotary places: token by token (n), every head's row (m) is normed and turned by `angles`.

    QK-norm with rotary position embedding (Su et al. 2021, eq. 34, halves instead of pairs).
    """
    cos, sin = angles.cos().to(x.dtype)[:, None, :], angles.sin().to(x.dtype)[:, None, :]
    return _UnitTurn.apply(x, cos, sin)


MANY = 64
"""Queries from which on two products and an exponential are faster than the fused kernel of processors."""


def attended(
    q: Float[Tensor, "b m n d"],
    k: Float[Tensor, "b m s d"],
    v: Float[Tensor, "b m s d"],
    mask: Tensor | None = None,
) -> Float[Tensor, "b m n d"]:
    """Softmax attention at scale 1, `mask` added to its logits; queries and keys are unit rows times some ten at most.

    So the logits are bounded, and no maximum need be found and taken from them first. For many queries in bfloat16 the
    fused kernel of processors leaves their matrix unit idle; two products about an exponential use it, take a third of
    the time, and err as little.
    """
    plain = mask is None and q.shape[2] >= MANY and q.dtype == torch.bfloat16 and q.device.type == "cpu"
    if not plain or (torch.is_grad_enabled() and (q.requires_grad or k.requires_grad or v.requires_grad)):
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask, scale=1.0)
    shares = torch.matmul(q, k.transpose(-1, -2)).exp_()
    return torch.matmul(shares, v).div_(shares.sum(-1, keepdim=True))


class PictureAttention(nn.Module):
    """x + attention over all cells of a small picture: rotary places in √(h·w), QK-norm, zero at first."""

    def __init__(self, channels: int, head: int = 64) -> None:
        super().__init__()
        self.head = head
        self.norm = ChannelNorm(channels)
        self.qkv = nn.Conv2d(channels, 3 * channels, 1, bias=False)
        self.out = nn.Conv2d(channels, channels, 1)
        self.sharpness = nn.Parameter(torch.tensor(math.log(10.0)))
        zero(self.out)

    def forward(self, x: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c h w"]:
        """`x` plus what every cell hears from all others."""
        b, c, h, w = x.shape
        rows = self.qkv(self.norm(x)).permute(0, 2, 3, 1).reshape(b, h * w, 3 * c // self.head, self.head)
        both, values = rows.split([2 * c // self.head, c // self.head], 2)
        both = unit_turned(both, angles_2d(normalised_grid(h, w, x.device), self.head))
        asked, offered = both.chunk(2, 2)
        asked = asked * self.sharpness.exp().to(asked.dtype)
        q, k, v = (part.transpose(1, 2) for part in (asked, offered, values))
        y = attended(q, k, v)
        return x + self.out(y.permute(0, 2, 1, 3).reshape(b, h, w, c).permute(0, 3, 1, 2))


def pad_to(x: Float[Tensor, "b c h w"], multiple: int) -> Float[Tensor, "b c h2 w2"]:
    """`x` with rows and columns repeated at bottom and right until both are multiples of `multiple`."""
    h, w = x.shape[-2:]
    bottom, right = -h % multiple, -w % multiple
    return F.pad(x, (0, right, 0, bottom), mode="replicate") if bottom or right else x


def enlarge(x: Float[Tensor, "b c h w"], ratio: int) -> Float[Tensor, "b c h2 w2"]:
    """`x` enlarged `ratio` times, bilinearly, pixel centres aligned."""
    return F.interpolate(x, scale_factor=float(ratio), mode="bilinear", align_corners=False)


def working_dtype(like: Tensor) -> torch.dtype:
    """The dtype a layer with weights `like` computes in: autocast's where that is on, else its own."""
    device = like.device.type
    return torch.get_autocast_dtype(device) if torch.is_autocast_enabled(device) else like.dtype


def stack(*planes: Float[Tensor, "b _ h w"], like: Tensor) -> Float[Tensor, "b c h w"]:
    """All planes as one input: channels last, in the dtype that a layer with weights `like` computes in."""
    dtype = working_dtype(like)
    if torch.is_grad_enabled() and any(x.requires_grad for x in planes):
        return torch.cat([x.to(dtype) for x in planes], 1).contiguous(memory_format=torch.channels_last)
    b, _, h, w = planes[0].shape
    widths = [x.shape[1] for x in planes]
    out = torch.empty(
        (b, sum(widths), h, w), dtype=dtype, device=like.device, memory_format=torch.channels_last
    )
    for place, x in zip(out.split(widths, 1), planes, strict=True):  # converted and laid out in one pass
        place.copy_(x)
    return out


def waves(t: Float[Tensor, " b"]) -> Float[Tensor, "b 9"]:
    """Time as features: t and sine, cosine of four octaves of it."""
    turns = t[:, None] * (math.pi * 2.0 ** torch.arange(4, device=t.device))
    return torch.cat([t[:, None], turns.sin(), turns.cos()], 1)
