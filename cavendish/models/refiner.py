"""The refiner: one level of detail more, from guides at that level and the picture below it; local, so it tiles.

Shapes: b pictures, c guide channels, k light numbers, h w rows and columns of a tile.
"""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.decoder import BITS, Conditions
from cavendish.models.develop import GAINS, RAW, STRIDE, Lit, PlainLight
from cavendish.models.layers import Residual, pad_to, stack, zero
from cavendish.models.resample import blurred
from cavendish.models.shading import FEATURES, Edges

REACH = 32  # pixels: no output depends on an input further away; tiles overlap by this much
_WIDTH, _TAIL, _EMBEDDING = 64, 16, 64


class Refiner(nn.Module):
    """x-prediction of one level: what is below, plus the detail that guides and light add at this size.

    The answer is below + (p − blurred p) + r: `p` is a picture painted by factors as the base decoder does, of which
    only what the level below cannot hold is taken, so colours never drift; `r` is a small free correction.
    Reach: four 3×3 at stride 4 (16), the stem's patch (3), smooth maps (4), the heads' 3×3 (4), blur and two 3×3 at
    full size (3): 30 pixels, 32 with the grid of 4 that tiles must start on.

    Args:
        guide_channels: channels of the guides; appended ones load with zeros (`growing`).
        lights: numbers in the light vector; appended ones load with zeros.
    """

    growing = ("stem.weight", "conditions.first.weight", "gains.weight", "gains.bias")

    def __init__(self, guide_channels: int = GUIDES, lights: int = LIGHTS) -> None:
        super().__init__()
        self.lit: Callable[[Tensor, Tensor, Edges | None], Lit] = (
            PlainLight.of
        )  # a painter may put a faster equal in its place
        self.conditions = Conditions(_EMBEDDING, lights)
        self.told = nn.Linear(2, _EMBEDDING)
        self.stem = nn.Conv2d(3 + 3 + FEATURES + guide_channels, _WIDTH, STRIDE, STRIDE)
        self.code = nn.Conv2d(BITS, _WIDTH, 1)
        self.blocks = nn.ModuleList([Residual(_WIDTH, _EMBEDDING) for _ in range(2)])
        self.raw = nn.Conv2d(_WIDTH, RAW * STRIDE * STRIDE, 3, padding=1)
        self.gains = nn.Conv2d(_WIDTH, GAINS, 1)
        self.tail_in = nn.Conv2d(_WIDTH, (_TAIL - 6) * STRIDE * STRIDE, 1)
        self.tail = nn.Conv2d(_TAIL, _TAIL, 3, padding=1)
        self.free = nn.Conv2d(_TAIL, 3, 3, padding=1)
        zero(self.raw, self.gains, self.free, self.told)

    def forward(  # noqa: PLR0913, PLR0917 -- everything a level is painted from
        self,
        noisy: Float[Tensor, "b 3 h w"],
        t: Float[Tensor, " b"],
        guides: Float[Tensor, "b c h w"],
        light: Float[Tensor, "b k"],
        below: Float[Tensor, "b 3 h w"],
        code_up: Float[Tensor, "b 12 y x"] | None = None,
        ratio: Float[Tensor, " b"] | None = None,
        corruption: Float[Tensor, " b"] | None = None,
        edges: Edges | None = None,
    ) -> Float[Tensor, "b 3 h w"]:
        """The clean tile (−1..1, float32); tiles start on multiples of 4 of the level's own pixels.

        `below` is the level below, enlarged to this one (`resample.enlarged`); `ratio` how many times (None: 2).
        `code_up` is the base's code at ⌈h/4⌉×⌈w/4⌉ (None or zeros: no tokens). `corruption` is the deviation of the
        noise that was put into `below` (None: 0), told so that it is taken away. `edges` are the samples of pixels that
        an edge crosses.
        """
        h, w = noisy.shape[-2:]
        ratio = torch.full_like(t, 2.0) if ratio is None else ratio
        corruption = torch.zeros_like(t) if corruption is None else corruption
        noisy, guides, below = pad_to(noisy, STRIDE), pad_to(guides, STRIDE), pad_to(below, STRIDE)
        lit = self.lit(guides, light, edges)
        e = self.conditions(t, light)
        e = e + self.told(torch.stack([ratio.log2(), 4 * corruption], 1).float())
        x = self.stem(lit.laid(noisy, below, like=self.stem.weight))
        if code_up is not None:
            x = x + self.code(code_up)
        for block in self.blocks:
            x = block(x, e)
        painted = lit.develop(self.raw(x), self.gains(x))
        detail = painted - blurred(painted, ratio)
        tail = stack(F.pixel_shuffle(self.tail_in(x), STRIDE), below, detail, like=self.tail.weight)
        free = self.free(F.silu(self.tail(tail)))
        return (below.float() + detail + free.float())[..., :h, :w]
