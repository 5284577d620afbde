"""Windows of a picture as if it were larger: exact places, so that tiles join without a seam.

Shapes: b pictures, c channels, h w rows and columns.
"""

import torch
from jaxtyping import Float
from torch import Tensor

Window = tuple[int, int, int, int]  # top, left, rows, columns


def taps(start: int, count: int, size: int, source: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Four indices and weights [4 n] of `count` places of `size` that enlarge `source`: Catmull–Rom, ends repeated."""
    # Places are worked out in float64 so that a tile and the whole agree to the last bit.
    place = (torch.arange(start, start + count, dtype=torch.float64, device=device) + 0.5) * (
        source / size
    ) - 0.5
    first = place.floor()
    t = place - first
    weights = torch.stack(
        [
            ((-0.5 * t + 1.0) * t - 0.5) * t,
            (1.5 * t - 2.5) * t * t + 1.0,
            ((-1.5 * t + 2.0) * t + 0.5) * t,
            (0.5 * t - 0.5) * t * t,
        ]
    )
    index = first.long() + torch.arange(-1, 3, device=device)[:, None]
    return index.clamp(0, source - 1), weights.float()


def enlarged(x: Float[Tensor, "b c _ _"], window: Window, size: tuple[int, int]) -> Float[Tensor, "b c h w"]:
    """The `window` of `x` enlarged to `size` (rows, columns), by Catmull–Rom interpolation, in float32.

    Every pixel depends on its place alone, never on the window. Made for ratios ≥ 1; it does not low-pass.
    """
    top, left, h, w = window
    x = x.float()
    rows, down = taps(top, h, size[0], x.shape[-2], x.device)
    columns, across = taps(left, w, size[1], x.shape[-1], x.device)
    low = int(rows.min())
    x = x[..., low : int(rows.max()) + 1, :]
    tall = sum(x[..., rows[k] - low, :] * down[k][:, None] for k in range(4))
    wide = sum(torch.as_tensor(tall)[..., columns[k]] * across[k] for k in range(4))
    return torch.as_tensor(wide)


def blurred(x: Float[Tensor, "b c h w"], ratio: Float[Tensor, " b"]) -> Float[Tensor, "b c h w"]:
    """`x` as it looks after going through a picture `ratio` times smaller and back: three taps; edges are repeated.

    Their weight √(2 (ratio − 1)) / 4, at most 1/4, is the least-squares fit of what `enlarged` loses of each
    frequency: with it `enlarged(below) + x − blurred(x)` is `x` again, at every ratio and nearly every frequency.
    """
    side = 0.25 * (2 * (ratio.float() - 1)).clamp(0, 1).sqrt()[:, None, None, None].to(x.dtype)
    for axis in (-2, -1):
        n = x.shape[axis]
        before = torch.cat([x.narrow(axis, 0, 1), x.narrow(axis, 0, n - 1)], axis)
        after = torch.cat([x.narrow(axis, 1, n - 1), x.narrow(axis, n - 1, 1)], axis)
        x = x + side * (before + after - 2 * x)
    return x
