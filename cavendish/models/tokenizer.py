"""The encoder and its tokens: a picture becomes 12 bits a cell on a ladder of grids, coarse first.

Binary spherical quantisation (Zhao et al. 2024, arXiv:2406.07548) of the residual scale by scale
(Tian et al. 2024, arXiv:2404.02905). Shapes: b pictures, c guide channels, h w rows and columns, y x cells.
"""

import math
from typing import NamedTuple

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.ladder import CELL, Grids, pool_cells
from cavendish.models.layers import ChannelNorm, Residual, pad_to, stack

BITS = 12
_UNIT = 1 / math.sqrt(BITS)  # a bit's coordinate on the unit sphere
_SOFT = 0.3
_KNOTS = 6  # places on the ladder with a convolution and a gain of their own
_WIDTHS = (96, 160, 224)


class Quantised(NamedTuple):
    """A picture as bits, with what training needs.

    bits: one [b 12 y x] bool a grid. signs: the same as ±1 floats; gradients pass straight to the encoder.
    inputs: per grid, the coarser grids' code pooled to it, [b 12 y x]: what predictor and backbone may know.
    code: the sum of all grids (of the first `keep` per picture), [b 12 y x] of the last grid.
    commitment: how far z is from its code. entropy: uncertainty a bit minus variety of bits; lower is better.
    """

    bits: tuple[Bool[Tensor, "b 12 _ _"], ...]
    signs: tuple[Float[Tensor, "b 12 _ _"], ...]
    inputs: tuple[Float[Tensor, "b 12 _ _"], ...]
    code: Float[Tensor, "b 12 y x"]
    commitment: Float[Tensor, ""]
    entropy: Float[Tensor, ""]


class Lesson(NamedTuple):
    """What the backbone learns from one batch: bits to predict, what it may know, the whole code."""

    targets: tuple[Bool[Tensor, "b 12 _ _"], ...]
    inputs: tuple[Float[Tensor, "b 12 _ _"], ...]
    code: Float[Tensor, "b 12 y x"]


class Predictor(nn.Module):
    """Guesses each grid's bits from guides, light and coarser grids; its surprise is a bit's price."""

    growing = ("mean.weight", "square.weight", "light.weight")

    def __init__(self, guide_channels: int = GUIDES, lights: int = LIGHTS, width: int = 96) -> None:
        super().__init__()
        self.mean = nn.Conv2d(guide_channels, width, 1)
        self.square = nn.Conv2d(guide_channels, width, 1, bias=False)
        self.coarser = nn.Conv2d(BITS, width, 3, padding=1)
        self.rung = nn.Linear(2, width)
        self.light = nn.Linear(lights, width)
        self.mix = Residual(width)
        self.out = nn.Conv2d(width, BITS, 1)

    def forward(
        self,
        inputs: tuple[Float[Tensor, "b 12 _ _"], ...],
        guides: Float[Tensor, "b c h w"],
        light: Float[Tensor, "b k"],
    ) -> tuple[Float[Tensor, "b 12 _ _"], ...]:
        """Logits that each bit is set, grid by grid."""
        grids = tuple((x.shape[-2], x.shape[-1]) for x in inputs)
        lamp = self.light(torch.asinh(light.float()))
        out: list[Tensor] = []
        for coarser, cell in zip(inputs, pool_cells(guides, grids), strict=True):
            mean, square = cell.chunk(2, 1)
            side = math.log2(math.sqrt(mean.shape[-2] * mean.shape[-1]))
            rung = self.rung(mean.new_tensor([[side, side * side / 4]]))
            x = self.mean(mean) + self.square(square) + self.coarser(coarser)
            x = x + (lamp + rung)[:, :, None, None]
            out.append(self.out(F.silu(self.mix(x))))
        return tuple(out)


class Tokenizer(nn.Module):
    """Encoder, quantiser and predictor.

    Args:
        guide_channels: channels of the guides; appended ones load with zeros (`growing`).
        lights: numbers in the light vector, for the predictor alone.
    """

    growing = ("stem.weight", *(f"predictor.{name}" for name in Predictor.growing))

    def __init__(self, guide_channels: int = GUIDES, lights: int = LIGHTS) -> None:
        super().__init__()
        fine, middle, coarse = _WIDTHS
        self.guide_channels = guide_channels
        self.stem = nn.Conv2d(3 + 1 + guide_channels, fine, 4, 4)
        self.fine = Residual(fine)
        self.to_middle = nn.Conv2d(fine, middle, 2, 2)
        self.middle = Residual(middle)
        self.to_coarse = nn.Conv2d(middle, coarse, 2, 2)
        self.coarse = Residual(coarse)
        # Normalised before the last layer: an unbounded stream drifts until the activation is dead and every bit still.
        self.norm = ChannelNorm(coarse)
        self.out = nn.Conv2d(coarse, BITS, 1)
        nn.init.normal_(self.out.weight, std=1.5 / math.sqrt(coarse))  # z about as large as the code can be
        self.smooth = nn.Parameter(torch.zeros(_KNOTS * BITS, BITS, 3, 3))
        self.gain = nn.Parameter(torch.linspace(2.0, 0.8, _KNOTS))
        self.predictor = Predictor(guide_channels, lights)

    def encode(
        self, picture: Float[Tensor, "b 3 h w"], guides: Float[Tensor, "b c h w"] | None = None
    ) -> Float[Tensor, "b 12 y x"]:
        """What the bits will say, ⌈h/16⌉×⌈w/16⌉ cells. A picture whose guides are all zero is in null mode.

        The mode flag is 1 for a picture with guides, 0 without, picture by picture.
        """
        if guides is None:
            guides = picture.new_zeros(len(picture), self.guide_channels, *picture.shape[-2:])
        mode = _shown(guides).to(picture.dtype)[:, None, None, None]
        mode = mode.expand(-1, 1, *picture.shape[-2:])
        planes = (pad_to(plane, CELL) for plane in (picture, mode, guides))
        x = self.fine(self.stem(stack(*planes, like=self.stem.weight)))
        x = self.coarse(self.to_coarse(self.middle(self.to_middle(x))))
        return self.out(F.silu(self.norm(x))).float()

    def quantise(
        self,
        z: Float[Tensor, "b 12 y x"],
        grids: Grids,
        keep: Int[Tensor, " b"] | None = None,
        dither: float = 0.0,
        generator: torch.Generator | None = None,
    ) -> Quantised:
        """`z` as bits on `grids`, whose last is z's own size; `keep` counts the grids in each picture's code.

        `dither` is the half-width of the uniform noise added before the sign, in units of a bit's coordinate.
        With dither 0 the result is a function of `z` alone.
        """
        z = z.float()
        code = torch.zeros_like(z)
        kept = torch.zeros_like(z)
        bits: list[Tensor] = []
        signs: list[Tensor] = []
        inputs: list[Tensor] = []
        entropy = z.new_zeros(())
        for rung, grid in enumerate(grids):
            inputs.append(F.adaptive_avg_pool2d(code, grid))
            rest = F.adaptive_avg_pool2d(z - code, grid)
            # Softly normalised: the sign is the same, and small remainders send no huge gradients.
            place = rest / (rest.norm(dim=1, keepdim=True) + _SOFT)
            entropy = entropy + _entropy(place) / len(grids)
            if dither:
                noise = torch.rand(place.shape, generator=generator, device=z.device) * 2 - 1
                place = place + noise * (dither * _UNIT)
            bit = place > 0
            sign = bit.float() * 2 - 1
            through = place / _UNIT
            sign = through + (sign - through).detach()
            added = self.raise_grid(sign, rung, grids)
            code = code + added
            if keep is not None:
                kept = kept + added * (keep > rung).float()[:, None, None, None]
            bits.append(bit)
            signs.append(sign)
        commitment = F.mse_loss(z, code.detach()) + 0.25 * F.mse_loss(code, z.detach())
        final = code if keep is None else kept
        return Quantised(tuple(bits), tuple(signs), tuple(inputs), final, commitment, entropy)

    def raise_grid(
        self, signs: Float[Tensor, "b 12 _ _"], rung: int, grids: Grids
    ) -> Float[Tensor, "b 12 y x"]:
        """What the ±1 `signs` of grid number `rung` add to the code, at the last grid's size."""
        size, own = grids[-1], grids[rung]
        x = signs.float() * _UNIT
        if own != size:
            x = F.interpolate(x, size=size, mode="bicubic", align_corners=False)
        ratio = math.sqrt(own[0] * own[1] / (size[0] * size[1]))
        place = ratio * (_KNOTS - 1)
        low = min(int(place), _KNOTS - 2)
        gain = torch.lerp(self.gain[low].float(), self.gain[low + 1].float(), place - low)
        with torch.autocast(x.device.type, enabled=False):
            return (x + F.conv2d(x, self.smooth.chunk(_KNOTS)[round(place)].float(), padding=1)) * gain

    def code_from_bits(
        self, bits: tuple[Bool[Tensor, "b 12 _ _"], ...], grids: Grids
    ) -> Float[Tensor, "b 12 y x"]:
        """The code of the first `len(bits)` grids, at the last grid's size: zeros when there are none."""
        count = len(bits[0]) if bits else 1
        code = torch.zeros(count, BITS, *grids[-1], device=self.gain.device)
        for rung, bit in enumerate(bits):
            code = code + self.raise_grid(bit.float() * 2 - 1, rung, grids)
        return code

    def inputs_from_bits(
        self, bits: tuple[Bool[Tensor, "b 12 _ _"], ...], grids: Grids
    ) -> tuple[Float[Tensor, "b 12 _ _"], ...]:
        """Per grid the coarser grids' code pooled to it: one more than `bits` while the ladder goes on."""
        code = self.code_from_bits(bits[:0], grids).expand(len(bits[0]), -1, -1, -1) if bits else None
        code = self.code_from_bits((), grids) if code is None else code
        out: list[Tensor] = []
        for rung, grid in enumerate(grids[: len(bits) + 1]):
            out.append(F.adaptive_avg_pool2d(code, grid))
            if rung < len(bits):
                code = code + self.raise_grid(bits[rung].float() * 2 - 1, rung, grids)
        return tuple(out)

    def requantise(
        self,
        z: Float[Tensor, "b 12 y x"],
        grids: Grids,
        flip: Float[Tensor, " b"],
        generator: torch.Generator | None = None,
        steady: int = 0,
    ) -> Lesson:
        """Targets, inputs and code for bitwise self-correction (arXiv:2412.04431).

        Each picture's bits are flipped with its probability `flip` after they were taken as targets; finer
        grids are quantised against the flipped code, so that they learn to correct it. Grids of up to `steady` cells
        stay as they are.
        """
        z = z.float()
        code = torch.zeros_like(z)
        targets: list[Tensor] = []
        inputs: list[Tensor] = []
        for rung, grid in enumerate(grids):
            inputs.append(F.adaptive_avg_pool2d(code, grid))
            bit = F.adaptive_avg_pool2d(z - code, grid) > 0
            targets.append(bit)
            chance = torch.rand(bit.shape, generator=generator, device=z.device)
            bit = bit ^ (chance < flip[:, None, None, None] * (grid[0] * grid[1] > steady))
            code = code + self.raise_grid(bit.float() * 2 - 1, rung, grids)
        return Lesson(tuple(targets), tuple(inputs), code)


def _shown(guides: Tensor) -> Tensor:
    """Which pictures' guides [b c h w] are not all zero; on a processor one row of sixteen mostly tells."""
    if guides.device.type != "cpu":
        return guides.flatten(1).any(1)
    return torch.tensor([bool(one[:, ::16].any()) or bool(one.any()) for one in guides])


def _entropy(place: Tensor, sharpness: float = 4.0) -> Tensor:
    """Mean uncertainty of a bit minus entropy of the mean bit, in nats (arXiv:2406.07548, eq. 9)."""
    chance = torch.sigmoid(sharpness * place / _UNIT)
    return _binary(chance).mean() - _binary(chance.mean((0, 2, 3))).mean()


def _binary(p: Tensor) -> Tensor:
    p = p.clamp(1e-5, 1 - 1e-5)
    return -(p * p.log() + (1 - p) * (1 - p).log())


def rate(
    signs: tuple[Float[Tensor, "b 12 _ _"], ...], logits: tuple[Float[Tensor, "b 12 _ _"], ...]
) -> Float[Tensor, ""]:
    """The price of the bits in nats a bit: cross-entropy of `logits`, each grid counting the same.

    Gradients reach the predictor through `logits` and, straight through `signs`, the encoder.
    """
    each = [F.softplus(-sign * logit.float()).mean() for sign, logit in zip(signs, logits, strict=True)]
    return torch.stack(each).mean()
