"""The native painter beside other ways to the same pixels, timed in one run on the same cores: ratios count."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from cavendish import image
from cavendish.errors import CavendishError, RequestError
from cavendish.eval import cost
from cavendish.events import Request

if TYPE_CHECKING:
    import torch
    from torch import nn

STEPS = 20
EXTRA = "diffusers"
_SIDE = 2048
_HEADS, _WIDTH, _LAYERS, _VAE = 5, 64, 6, (32, 48, 64, 96)
ALIKE = 0.05
"""By what share the pipeline that we are compared with may have more or fewer parameters than we have."""
PROMPT = "a red cup and a teddy bear on a wooden table at golden hour"


@dataclass(frozen=True)
class Peak:
    """FLOP a second of large matrix products, and of the base decoder as it paints; its share of the first."""

    dtype: str
    products: float
    decoder: float

    @property
    def share(self) -> float:
        """Of the peak, how much the decoder reaches."""
        return self.decoder / self.products


@dataclass(frozen=True)
class Compared:
    """Seconds another way takes, and how many times ours; None where it cannot be measured here, which `note` says."""

    name: str
    seconds: float | None
    ratio: float | None
    note: str = ""


def quickest(what: Callable[[], object], runs: int = 3) -> float:
    """Seconds of the fastest of some runs, after one that is not counted."""
    what()
    took: list[float] = []
    for _ in range(runs):
        began = time.perf_counter()
        what()
        took.append(time.perf_counter() - began)
    return min(took)


def peak(runs: int = 3, side: int = _SIDE) -> Peak:
    """Measured on the device and in the dtype that the shipped parts compute with; counted by PyTorch."""
    import torch

    from cavendish.models.colour import GUIDES, LIGHTS
    from cavendish.models.ladder import CELL, ladder
    from cavendish.painters.loading import load

    models = load()
    with torch.inference_mode(), torch.autocast(models.device.type, models.dtype):
        a, b = (torch.randn(side, side, device=models.device, dtype=models.dtype) for _ in range(2))
        products = 2 * side**3 / quickest(lambda: a @ b, runs)
        h, w = (CELL * n for n in ladder(1.0, models.stop)[-1])
        noise, guides = (torch.rand(1, c, h, w, device=models.device) for c in (3, GUIDES))
        light, t = torch.rand(1, LIGHTS, device=models.device), torch.ones(1, device=models.device)
        seconds = quickest(lambda: models.decoder(noise, t, guides, light), runs)
        done = flop(lambda: models.decoder(noise, t, guides, light))
    return Peak(str(models.dtype).removeprefix("torch."), products, done / seconds)


def pipeline_of(side: int, dtype: "torch.dtype") -> Any:
    """The DiT pipeline of diffusers for `side` × `side` pixels: random weights, as many as our four parts have.

    Its transformer has the width, heads and layers of our backbone, with the labels' tables left out (one label), and
    latents an eighth of the side in patches of 2, as published (Peebles & Xie 2023); its autoencoder is a small one
    without attention. CavendishError where it has not as many parameters as ours, within `ALIKE`.
    """
    import torch

    diffusers: Any = import_module(EXTRA)  # an optional dependency, without types where it is missing
    diffusers.logging.set_verbosity_error()
    deep = len(_VAE)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        net = diffusers.DiTTransformer2DModel(
            num_attention_heads=_HEADS, attention_head_dim=_WIDTH, num_layers=_LAYERS, in_channels=4, out_channels=8,
            sample_size=side // 8, patch_size=2, num_embeds_ada_norm=1,
        )  # fmt: skip
        vae = diffusers.AutoencoderKL(
            block_out_channels=_VAE, down_block_types=("DownEncoderBlock2D",) * deep, layers_per_block=1,
            up_block_types=("UpDecoderBlock2D",) * deep, norm_num_groups=16, mid_block_add_attention=False,
        )  # fmt: skip
    vae.to(memory_format=torch.channels_last)
    scheduler = diffusers.DPMSolverMultistepScheduler(algorithm_type="dpmsolver++")
    made = diffusers.DiTPipeline(net.eval(), vae.eval(), scheduler)
    made.set_progress_bar_config(disable=True)
    theirs, ours = parameters(net, vae), our_parameters()
    if abs(theirs / ours - 1) > ALIKE:
        raise CavendishError(
            f"bench: expected about {ours / 1e6:.1f} M parameters to compare with, got {theirs / 1e6:.1f} M"
        )
    return made.to(dtype)


def parameters(*modules: "nn.Module") -> int:
    """How many numbers the modules have learned, or would have."""
    return sum(weight.numel() for module in modules for weight in module.parameters())


def our_parameters() -> int:
    """How many our four parts have."""
    from cavendish.painters.loading import load

    found = load()
    parts = (found.tokenizer, found.backbone, found.decoder, found.refiner)
    return parameters(*(part for part in parts if part is not None))


def transformer(side: int, ours: float, steps: int = STEPS) -> Compared:
    """A picture of `side` × `side` pixels by diffusers' DiT pipeline with random weights, by DPM++ in `steps`.

    Without guidance, which would double its work. `ours` is how many seconds a finished picture of as many pixels
    takes us. CavendishError where its pixels, its passes or its parameters are not as many as said.
    """
    name = f"DiT pipeline of diffusers, {steps} DPM++ steps"
    if find_spec(EXTRA) is None:
        return Compared(name, None, None, "diffusers is not installed; try: pip install 'cavendish[bench]'")
    import torch

    from cavendish.painters.loading import load

    models = load()
    made = pipeline_of(side, models.dtype).to(models.device)
    passes = 0

    def counted(*_: object) -> None:
        nonlocal passes
        passes += 1

    def painted(steps: int) -> tuple[int, ...]:
        drawn = torch.Generator().manual_seed(1)
        return made([0], 1.0, drawn, steps, "np").images.shape

    painted(1)
    handle = made.transformer.register_forward_pre_hook(counted)
    began = time.perf_counter()
    shape = painted(steps)
    took = time.perf_counter() - began
    handle.remove()
    if (passes, shape) != (steps, (1, side, side, 3)):
        raise CavendishError(
            f"bench: expected {steps} passes for {side}x{side} pixels, got {passes}, {shape}"
        )
    million, own = parameters(made.transformer, made.vae) / 1e6, our_parameters() / 1e6
    note = f"{side}x{side} pixels, {million:.1f} M parameters to our {own:.1f} M, all {steps} steps timed"
    return Compared(name, took, took / ours, f"{note}, {work(made, steps) / 1e12:.1f} TFLOP")


def work(made: Any, steps: int) -> float:
    """FLOP of a picture by the pipeline, whose parts hold no numbers afterwards."""
    import torch

    net, vae = made.transformer.to("meta"), made.vae.to("meta")
    side = net.config.sample_size
    x = torch.empty(1, 4, side, side, device="meta", dtype=net.dtype)
    zero = torch.zeros(1, dtype=torch.long, device="meta")
    step = flop(lambda: net(x, timestep=zero, class_labels=zero))
    return steps * step + flop(lambda: vae.decode(x))


def flop(what: Callable[[], object]) -> float:
    """FLOP of products and convolutions by PyTorch's count, which sees attention where it is not in one kernel."""
    import torch
    from torch.nn.attention import SDPBackend, sdpa_kernel
    from torch.utils.flop_counter import FlopCounterMode

    with torch.inference_mode(), sdpa_kernel(SDPBackend.MATH), FlopCounterMode(display=False) as counted:
        what()
    return float(counted.get_total_flops())


def lanczos(small: tuple[int, int], large: tuple[int, int], ours: float) -> Compared:
    """Enlarging a finished picture from size to size (w, h) by Lanczos: no detail, but the pixels."""
    from PIL import Image

    picture = Image.effect_noise(small, 64).convert("RGB")
    took = quickest(lambda: picture.resize(large, Image.Resampling.LANCZOS), 1)
    return Compared(f"Lanczos {small[0]}x{small[1]} to {large[0]}x{large[1]}", took, took / ours)


def run(aspect: str, seconds: dict[str, float]) -> Iterator[Compared]:
    """Others beside our `seconds` for sizes by name; RequestError when none of those is a size by name.

    The transformer knows squares alone, so ours is timed for a square of that size too, from prompt to finish.
    """
    sizes = [name for name in image.SIZES if name in seconds]
    if not sizes:
        raise RequestError("size: expected one by name to compare with, got none", hint="--size 1K")
    largest = sizes[-1]
    compared = "1K" if "1K" in seconds else sizes[0]
    ours = seconds[compared] if aspect == "1:1" else cost.measure(asked(compared, "1:1")).seconds
    yield Compared(f"ours, {compared} square", ours, 1.0, "from prompt to finished pixels")
    yield transformer(image.pixel_size("1:1", compared)[0], ours)
    if largest in ("2K", "4K"):
        yield lanczos(image.pixel_size(aspect, "1K"), image.pixel_size(aspect, largest), seconds[largest])


def asked(size: str, aspect: str, painter: str = "native") -> Request:
    """The request that costs are measured on."""
    return Request(PROMPT, seed=1, aspect=aspect, size=size, painter=painter)
