"""The native painter's four parts, read from the weights folder once, whole or with one clear error."""

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import torch
from torch import nn

from cavendish import settings
from cavendish.errors import RequestError, WeightsError, clip
from cavendish.events import Adapter
from cavendish.models import checkpoint, lora
from cavendish.models.backbone import Backbone
from cavendish.models.decoder import Decoder
from cavendish.models.refiner import Refiner
from cavendish.models.tokenizer import Tokenizer
from cavendish.painters.fused import FusedLight


@dataclass(frozen=True)
class Models:
    """The parts, ready to paint. Without tokenizer and backbone no tokens are written; a refiner may be untrained.

    `stop` is the ladder's last side; the parts compute on `device` in `dtype`; `fingerprint` is their hash.
    """

    decoder: Decoder
    refiner: Refiner
    tokenizer: Tokenizer | None
    backbone: Backbone | None
    stop: int
    device: torch.device
    dtype: torch.dtype
    fingerprint: str


def load(folder: Path | None = None, device: str | None = None, loras: tuple[Adapter, ...] = ()) -> Models:
    """The parts in `folder` (None: where settings say), on `device`; loaded once for each state of the files.

    The `loras` are fused into them; one at scale 0 is looked at all the same. Raises WeightsError when a part is
    missing, damaged, or was trained with another encoder than the rest, and when a LoRA is missing, damaged, made
    for other weights, or not the file whose hash is wanted.
    """
    folder = folder or settings.weights_dir()
    paths = [folder / f"{name}.safetensors" for name in settings.WEIGHT_FILES]
    loras = tuple(replace(one, file=str(_found(one))) for one in loras)
    paths += [Path(one.file) for one in loras]
    stamps = tuple((str(p), s.st_mtime_ns, s.st_size) for p in paths if p.is_file() and (s := p.stat()))
    return _load(folder, device_of(device or settings.device()), loras, stamps)


def fingerprint(folder: Path) -> str:
    """The name of the weights in `folder`: 16 hexadecimal digits of all files. WeightsError when one is missing."""
    digest = hashlib.sha256()
    for name in settings.WEIGHT_FILES:
        digest.update(checkpoint.fingerprint(folder / f"{name}.safetensors").encode())
    return digest.hexdigest()[:16]


def device_of(name: str) -> torch.device:
    """The device of that name; `auto` is an NVIDIA GPU where there is one, else the processor.

    RequestError when there is no device of that name here.
    """
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        device = torch.device(name)
    except RuntimeError:
        raise RequestError(
            f"device: expected auto, cpu, cuda or such as cuda:1, got {clip(name)}",
            hint="CAVENDISH_DEVICE=auto",
        ) from None
    gpus = torch.cuda.device_count() if torch.cuda.is_available() else 0
    here = {"cpu": True, "cuda": (device.index or 0) < gpus, "mps": torch.backends.mps.is_available()}
    if not here.get(device.type, False):
        raise RequestError(
            f"device: expected one that is here ({gpus} NVIDIA GPUs), got {clip(name)}",
            hint="CAVENDISH_DEVICE=auto",
        )
    return device


def dtype_on(device: torch.device) -> torch.dtype:
    """bfloat16 where the device multiplies it natively, else float32."""
    if device.type == "cuda":
        return torch.bfloat16
    native = device.type == "cpu" and torch.cpu.get_capabilities().get("avx512_bf16", False)
    return torch.bfloat16 if native else torch.float32


@lru_cache(maxsize=2)
def _load(
    folder: Path,
    device: torch.device,
    loras: tuple[Adapter, ...],
    stamps: tuple[tuple[str, int, int], ...],  # noqa: ARG001  # the cache's key
) -> Models:
    tokenizer, backbone, decoder, refiner = Tokenizer(), Backbone(), Decoder(), Refiner()
    parts: dict[str, nn.Module] = {
        "tokenizer": tokenizer,
        "backbone": backbone,
        "decoder": decoder,
        "refiner": refiner,
    }
    headers: dict[str, checkpoint.Header] = {}
    for name, module in parts.items():
        path = folder / f"{name}.safetensors"
        encoder = headers["tokenizer"].encoder if headers else None
        headers[name] = checkpoint.load(path, module, name, encoder)
    name = fingerprint(folder)
    lora.fuse(parts, [_fitting(one, name) for one in loras])
    dtype = dtype_on(device)
    for module in parts.values():
        module.to(device=device, dtype=dtype).eval().requires_grad_(False)
        for weight in module.parameters():
            if weight.dim() == 4:
                weight.data = weight.data.contiguous(memory_format=torch.channels_last)
    if device.type == "cpu":
        decoder.lit = refiner.lit = FusedLight.of
    stop = headers["backbone"].stop
    return Models(decoder, refiner, tokenizer, backbone, stop, device, dtype, name)


def _found(adapter: Adapter) -> Path:
    """Where the LoRA's file is: as given, or by its name in the current folder or that of the settings.

    The first that has the hash which is wanted; WeightsError where there is none of that name.
    """
    path, kept = Path(adapter.file), settings.loras_dir()
    there = [place for place in (path, Path(path.name), kept / path.name) if place.is_file()]
    right = (place for place in there if checkpoint.fingerprint(place) == adapter.hash)
    if there:
        return next(right, there[0]) if adapter.hash and len(there) > 1 else there[0]
    named = f" with the hash {adapter.hash[:16]}" if adapter.hash else ""
    raise WeightsError(
        f"LoRA: expected {path}{named}, got no such file", f"--lora FILE, or {path.name} here or in {kept}"
    )


def _fitting(adapter: Adapter, base: str) -> lora.Scaled:
    """The LoRA in the adapter's file, for the weights `base`, and its scale."""
    path = Path(adapter.file)
    if adapter.hash and (got := checkpoint.fingerprint(path)) != adapter.hash:
        raise WeightsError(
            f"{path.name}: expected the LoRA {adapter.hash[:16]}, got another, {got[:16]}",
            "the file that the picture was painted with",
        )
    return lora.read(path, base)[0], adapter.scale
