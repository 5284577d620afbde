"""Low-rank additions to weights: laid beside layers or fused into them, scaled, stacked, saved and read.

LoRA (Hu et al. 2021, arXiv:2106.09685): a layer's weight W becomes W + s·B·A. Shapes: o outputs, i inputs of a layer
(times its window), r rank.
"""

import hashlib
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

from cavendish.errors import WeightsError
from cavendish.models import stored

FORMAT = "cavendish-lora-1"
SCALE_MOST = 1.5
RANK = 16
_HINT = "a file that `cavendish train lora` wrote"
_SORT = stored.Sort(FORMAT, "LoRA", "a LoRA", _HINT, "another folder")
_SLASH = "/"  # a module's name may hold no dot


@dataclass(frozen=True)
class LoraHeader:
    """What a file says about itself: hash of the weights it was trained over, rank, recipe, pictures, steps."""

    base: str
    rank: int
    recipe: str = ""
    pictures: int = 0
    steps: int = 0


class Pair(nn.Module):
    """One layer's two factors: `down` [r, i, …window], `up` [o, r]; it adds nothing until `up` has learned."""

    def __init__(self, weight: Tensor, rank: int) -> None:
        super().__init__()
        least = min(rank, weight.shape[0], weight[0].numel())
        self.down = nn.Parameter(torch.randn(least, *weight.shape[1:]) / weight[0].numel() ** 0.5)
        self.up = nn.Parameter(torch.zeros(weight.shape[0], least))

    def delta(self) -> Float[Tensor, "o ..."]:
        """What is added to the layer's weight at scale 1, in float32."""
        product = self.up.float() @ self.down.float().flatten(1)
        return product.view(len(self.up), *self.down.shape[1:])

    def beside(self, layer: nn.Module, x: Tensor) -> Tensor:
        """What is added to the layer's answer to `x` at scale 1."""
        if isinstance(layer, nn.Conv2d):
            low = F.conv2d(x, self.down.to(x.dtype), None, layer.stride, layer.padding)
            return F.conv2d(low, self.up[:, :, None, None].to(x.dtype))
        return F.linear(F.linear(x, self.down.to(x.dtype)), self.up.to(x.dtype))


class Lora(nn.Module):
    """Pairs by the name of the layer they add to, such as `decoder.up_middle.first`."""

    def __init__(self, pairs: Mapping[str, Pair]) -> None:
        super().__init__()
        self.pairs = nn.ModuleDict({name.replace(".", _SLASH): pair for name, pair in pairs.items()})

    def named(self) -> list[tuple[str, Pair]]:
        """Layers' names and their pairs, in alphabetical order."""
        found = [(name.replace(_SLASH, "."), pair) for name, pair in self.pairs.items()]
        return sorted((name, pair) for name, pair in found if isinstance(pair, Pair))

    def digest(self) -> str:
        """A name for its values, by which stacked ones are put in order."""
        sums = hashlib.sha256()
        for name, pair in self.named():
            sums.update(name.encode())
            for value in (pair.down, pair.up):
                sums.update(value.detach().float().cpu().contiguous().numpy().tobytes())
        return sums.hexdigest()


Scaled = tuple[Lora, float]


def fresh(
    parts: Mapping[str, nn.Module], rank: int = RANK, seed: int = 0, without: Sequence[str] = ()
) -> Lora:
    """A pair for every convolution and linear layer of the parts; at any scale the parts answer as before.

    Layers whose own name is in `without` get none.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        chosen = {name: one for name, one in _layers(parts).items() if name.rpartition(".")[2] not in without}
        return Lora({name: Pair(layer.weight, rank) for name, layer in chosen.items()})


@contextmanager
def beside(parts: Mapping[str, nn.Module], stacked: Sequence[Scaled]) -> Generator[None]:
    """While the block runs, layers answer with what is added; their weights stay as they are, gradients reach pairs.

    Raises WeightsError when a pair fits no layer, or a scale is outside 0 to 1.5.
    """
    layers = _layers(parts)
    for lora, scale in stacked:
        check(parts, lora)
        check_scale(scale)
    handles = [
        layers[name].register_forward_hook(_hook(pair, scale))
        for lora, scale in _in_order(stacked)
        for name, pair in lora.named()
    ]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def fuse(parts: Mapping[str, nn.Module], stacked: Sequence[Scaled]) -> None:
    """The layers' weights hold what is added: W + Σ s·B·A, the same whatever the order; scale 0 changes no byte.

    Raises WeightsError, with nothing changed, when a pair fits no layer or a scale is outside 0 to 1.5.
    """
    layers = _layers(parts)
    for lora, scale in stacked:
        check(parts, lora)
        check_scale(scale)
    sums: dict[str, Tensor] = {}
    with torch.no_grad():
        for lora, scale in _in_order(stacked):
            for name, pair in lora.named():
                added = pair.delta() * scale
                sums[name] = sums[name] + added if name in sums else added
        for name, total in sums.items():
            weight = layers[name].weight
            weight.copy_(weight.float() + total.to(weight.device))


def check_scale(scale: float) -> None:
    """The scale is 0 to 1.5; otherwise WeightsError."""
    if not 0 <= scale <= SCALE_MOST:
        raise WeightsError(f"LoRA: expected a scale of 0 to {SCALE_MOST:g}, got {scale:g}", "0.8")


def check(parts: Mapping[str, nn.Module], lora: Lora, source: str = "LoRA") -> None:
    """Every pair has a layer of its shape; otherwise WeightsError."""
    layers = _layers(parts)
    for name, pair in lora.named():
        layer = layers.get(name)
        if layer is None:
            raise WeightsError(f"{source}: expected layers of the model, got {name}", _HINT)
        weight = layer.weight
        got = (pair.up.shape[0], *pair.down.shape[1:])
        if got != tuple(weight.shape) or pair.up.shape[1] != pair.down.shape[0]:
            raise WeightsError(f"{source}: expected {name} of {tuple(weight.shape)}, got {got}", _HINT)


def save(path: Path, lora: Lora, header: LoraHeader) -> None:
    """The pairs are in `path` as bfloat16 with their header, whole or not at all.

    Raises WeightsError when a value is not finite, FileError when the file cannot be written.
    """
    tensors = {
        f"{name}.{side}": value.detach().to(torch.bfloat16)
        for name, pair in lora.named()
        for side, value in (("down", pair.down), ("up", pair.up))
    }
    stored.write(path, _SORT, tensors, asdict(header))


def read(path: Path, base: str | None = None) -> tuple[Lora, LoraHeader]:
    """The file's pairs and header; `base` is the hash that the weights under it must have, None for any.

    Raises WeightsError when the file is missing, damaged, not a LoRA of ours, not finite, or for other weights.
    """
    tensors, header = stored.read(path, _SORT, _header)
    if base is not None and header.base != base:
        what = f"{path.name}: expected a LoRA for the weights {base}, got one for {header.base}"
        raise WeightsError(what, "train it again over these weights, or set CAVENDISH_WEIGHTS to those")
    stored.finite(tensors, path.name, _HINT)
    return Lora(_paired(tensors, path.name)), header


def _header(about: dict[str, str]) -> LoraHeader:
    """The header in a file's metadata; KeyError or ValueError when it is not whole."""
    return LoraHeader(
        about["base"], int(about["rank"]), about["recipe"], int(about["pictures"]), int(about["steps"])
    )


def _paired(tensors: dict[str, Tensor], source: str) -> dict[str, Pair]:
    names = {name.rpartition(".")[0] for name in tensors}
    pairs: dict[str, Pair] = {}
    for name in names:
        down, up = tensors.get(f"{name}.down"), tensors.get(f"{name}.up")
        if down is None or up is None or up.ndim != 2 or down.ndim < 2 or len(down) != up.shape[1]:
            raise WeightsError(f"{source}: expected two factors of {name}, got other tensors", _HINT)
        pair = Pair(up.new_zeros(len(up), *down.shape[1:]), len(down))
        pair.down, pair.up = nn.Parameter(down.float()), nn.Parameter(up.float())
        pairs[name] = pair
    return pairs


def _layers(parts: Mapping[str, nn.Module]) -> dict[str, nn.Conv2d | nn.Linear]:
    """Every layer that can be added to, by part and name."""
    return {
        f"{part}.{name}": layer
        for part, module in parts.items()
        for name, layer in module.named_modules()
        if isinstance(layer, nn.Conv2d | nn.Linear)
    }


def _in_order(stacked: Sequence[Scaled]) -> list[Scaled]:
    """What adds anything, in an order of its own, so that sums do not depend on how they were named."""
    return sorted(
        ((lora, scale) for lora, scale in stacked if scale), key=lambda one: (one[0].digest(), one[1])
    )


def _hook(pair: Pair, scale: float) -> Callable[[nn.Module, tuple[Tensor, ...], Tensor], Tensor]:
    def added(layer: nn.Module, inputs: tuple[Tensor, ...], answer: Tensor) -> Tensor:
        return answer + scale * pair.beside(layer, inputs[0])

    return added
