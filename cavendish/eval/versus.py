"""The native painter beside other ways to the same pixels, timed in one run on the same cores: ratios count."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from cavendish import image
from cavendish.errors import RequestError

STEPS = 20
EXTRA = "diffusers"
_SIDE = 2048
_HEADS, _WIDTH, _LAYERS = 6, 48, 8  # a transformer with about as many parameters as our four parts


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
    from torch.utils.flop_counter import FlopCounterMode

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
        with FlopCounterMode(display=False) as counted:
            models.decoder(noise, t, guides, light)
        seconds = quickest(lambda: models.decoder(noise, t, guides, light), runs)
    return Peak(str(models.dtype).removeprefix("torch."), products, counted.get_total_flops() / seconds)


def transformer(size: tuple[int, int], ours: float, steps: int = STEPS) -> Compared:
    """A diffusion transformer with random weights on latents an eighth of `size` (w, h), by DPM++ in `steps`.

    Its decoder from latents to pixels is left out, in its favour. `ours` is how many seconds we take.
    """
    name = f"DiT, {steps} DPM++ steps"
    if find_spec(EXTRA) is None:
        return Compared(name, None, None, "diffusers is not installed; try: pip install 'cavendish[bench]'")
    import torch
    from diffusers import (  # pyright: ignore[reportMissingImports]  # an optional dependency
        DiTTransformer2DModel,
        DPMSolverMultistepScheduler,
    )

    from cavendish.painters.loading import load

    models = load()
    w, h = (-(-side // 16) * 2 for side in size)
    with (
        torch.random.fork_rng(devices=[]),
        torch.inference_mode(),
        torch.autocast(models.device.type, models.dtype),
    ):
        torch.manual_seed(0)
        net = DiTTransformer2DModel(
            num_attention_heads=_HEADS, attention_head_dim=_WIDTH, num_layers=_LAYERS, in_channels=4, out_channels=4,
            sample_size=max(h, w), patch_size=2, num_embeds_ada_norm=1000, norm_type="ada_norm_zero",
        ).to(models.device).eval()  # fmt: skip
        million = sum(weight.numel() for weight in net.parameters()) / 1e6
        scheduler = DPMSolverMultistepScheduler()
        scheduler.set_timesteps(steps)
        label, side = torch.zeros(1, dtype=torch.long, device=models.device), max(h, w)
        x = torch.randn(1, 4, side, side, device=models.device)  # it knows squares alone: timed by their area
        began = time.perf_counter()
        for t in scheduler.timesteps[: max(1, steps // 5)]:
            said = net(x, timestep=t[None].to(models.device), class_labels=label).sample
            x = scheduler.step(said, t, x).prev_sample
        took = (time.perf_counter() - began) * steps / max(1, steps // 5) * (h * w) / side**2
    return Compared(name, took, took / ours, f"{million:.1f} M parameters, a fifth of its steps timed")


def lanczos(small: tuple[int, int], large: tuple[int, int], ours: float) -> Compared:
    """Enlarging a finished picture from size to size (w, h) by Lanczos: no detail, but the pixels."""
    from PIL import Image

    picture = Image.effect_noise(small, 64).convert("RGB")
    took = quickest(lambda: picture.resize(large, Image.Resampling.LANCZOS), 1)
    return Compared(f"Lanczos {small[0]}x{small[1]} to {large[0]}x{large[1]}", took, took / ours)


def run(aspect: str, seconds: dict[str, float]) -> Iterator[Compared]:
    """Others beside our `seconds` for sizes by name; RequestError when none of those is a size by name."""
    sizes = [name for name in image.SIZES if name in seconds]
    if not sizes:
        raise RequestError("size: expected one by name to compare with, got none", hint="--size 1K")
    largest = sizes[-1]
    compared = "1K" if "1K" in seconds else sizes[0]
    yield transformer(image.pixel_size(aspect, compared), seconds[compared])
    if largest in ("2K", "4K"):
        yield lanczos(image.pixel_size(aspect, "1K"), image.pixel_size(aspect, largest), seconds[largest])
