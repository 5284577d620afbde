"""The base decoder: noise, guides, light, tokens and known pixels in, a whole small picture out.

Shapes: b pictures, c guide channels, k light numbers, h w rows and columns, at most 384² of area.
"""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.develop import GAINS, RAW, STRIDE, Lit, PlainLight
from cavendish.models.layers import PictureAttention, Residual, enlarge, pad_to, waves, zero
from cavendish.models.shading import FEATURES, Edges

BITS = 12
_WIDTHS = (96, 160, 256)
_EMBEDDING = 128


class Conditions(nn.Module):
    """Time and light as one vector, for every block's scale and shift."""

    def __init__(self, embedding: int, lights: int = LIGHTS) -> None:
        super().__init__()
        self.first = nn.Linear(9 + lights, embedding)
        self.second = nn.Linear(embedding, embedding)

    def forward(self, t: Float[Tensor, " b"], light: Float[Tensor, "b k"]) -> Float[Tensor, "b e"]:
        """The vector; light enters as asinh, so a bright lamp stays in range."""
        both = torch.cat([waves(t.float()), torch.asinh(light.float())], 1)
        return F.silu(self.second(F.silu(self.first(both))))


class Decoder(nn.Module):
    """x-prediction of the whole picture: a U-Net at strides 4, 8, 16, attention at 16, under time and light.

    Args:
        guide_channels: channels of the guides; appended ones load with zeros (`growing`).
        lights: numbers in the light vector.
    """

    growing = ("stem.weight", "conditions.first.weight", "gains.weight", "gains.bias")

    def __init__(self, guide_channels: int = GUIDES, lights: int = LIGHTS) -> None:
        super().__init__()
        self.lit: Callable[[Tensor, Tensor, Edges | None], Lit] = (
            PlainLight.of
        )  # a painter may put a faster equal in its place
        fine, middle, coarse = _WIDTHS
        self.conditions = Conditions(_EMBEDDING, lights)
        # Guides come last, so that channels appended to them are appended here.
        self.stem = nn.Conv2d(3 + 4 + FEATURES + guide_channels, fine, STRIDE, STRIDE)
        self.down_fine = Residual(fine, _EMBEDDING)
        self.to_middle = nn.Conv2d(fine, middle, 2, 2)
        self.down_middle = Residual(middle, _EMBEDDING)
        self.to_coarse = nn.Conv2d(middle, coarse, 2, 2)
        self.code_coarse = nn.Conv2d(BITS, coarse, 3, padding=1)
        self.look = PictureAttention(coarse)
        self.mix = Residual(coarse, _EMBEDDING)
        self.look_again = PictureAttention(coarse)
        self.from_coarse = nn.Conv2d(coarse, middle, 1)
        self.code_middle = nn.Conv2d(BITS, middle, 1)
        self.up_middle = Residual(middle, _EMBEDDING)
        self.from_middle = nn.Conv2d(middle, fine, 1)
        self.code_fine = nn.Conv2d(BITS, fine, 1)
        self.up_fine = nn.ModuleList([Residual(fine, _EMBEDDING) for _ in range(2)])
        self.raw = nn.Conv2d(fine, RAW * STRIDE * STRIDE, 3, padding=1)
        self.gains = nn.Conv2d(fine, GAINS, 1)
        zero(self.raw, self.gains)

    def forward(
        self,
        noisy: Float[Tensor, "b 3 h w"],
        t: Float[Tensor, " b"],
        guides: Float[Tensor, "b c h w"],
        light: Float[Tensor, "b k"],
        code: Float[Tensor, "b 12 y x"] | None = None,
        known: Float[Tensor, "b 4 h w"] | None = None,
        edges: Edges | None = None,
    ) -> Float[Tensor, "b 3 h w"]:
        """The clean picture (−1..1, float32) that the network sees in `noisy` = (1−t)·picture + t·noise.

        `t` = 1 paints from pure noise in one step. `code` has ⌈h/16⌉×⌈w/16⌉ cells; None or zeros: no tokens.
        `known` is the known pixels times their mask, then the mask; None means nothing is known. `edges` are the
        samples of pixels that an edge crosses.
        Guides and light of zeros mean that nothing is planned: the tokens alone carry the picture.
        """
        h, w = noisy.shape[-2:]
        if known is None:
            known = noisy.new_zeros(len(noisy), 4, h, w)
        noisy, guides, known = pad_to(noisy, 16), pad_to(guides, 16), pad_to(known, 16)
        lit = self.lit(guides, light, edges)
        x = self.stem(lit.laid(noisy, known, like=self.stem.weight))
        raw, gains = self._body(x, self.conditions(t, light), code)
        return lit.develop(raw, gains)[..., :h, :w]

    def _body(self, x: Tensor, e: Tensor, code: Tensor | None) -> tuple[Tensor, Tensor]:
        fine = self.down_fine(x, e)
        middle = self.down_middle(self.to_middle(fine), e)
        coarse = self.to_coarse(middle)
        given = coarse.new_zeros(len(x), BITS, *coarse.shape[-2:]) if code is None else code
        coarse = self.look(coarse + self.code_coarse(given))
        coarse = self.look_again(self.mix(coarse, e))
        middle = middle + _repeat(self.from_coarse(coarse)) + self.code_middle(enlarge(given, 2))
        middle = self.up_middle(middle, e)
        fine = fine + _repeat(self.from_middle(middle)) + self.code_fine(enlarge(given, 4))
        for block in self.up_fine:
            fine = block(fine, e)
        return self.raw(fine), self.gains(fine)


def _repeat(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2.0)
