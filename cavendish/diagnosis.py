"""What is here and what is missing, for `cavendish doctor`; nothing is changed."""

import hashlib
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from cavendish import settings
from cavendish.painters.base import names
from cavendish.planners.base import names as planners

LIBRARIES = ("torch", "numpy", "numba", "pydantic", "pillow", "safetensors", "mujoco")


@dataclass(frozen=True)
class Finding:
    """One thing looked at: its state in words, and whether pictures can be painted with it so."""

    name: str
    state: str
    ok: bool = True


def examine() -> tuple[Finding, ...]:
    """Every finding, what matters most first."""
    return (
        Finding("cavendish", version("cavendish")),
        Finding("python", f"{platform.python_version()} on {platform.machine()} {platform.system()}"),
        *(_library(name) for name in LIBRARIES),
        _device(),
        Finding("threads", str(settings.threads())),
        Finding("weights", str(settings.weights_dir()), settings.weights_dir().is_dir()),
        *(_weights(settings.weights_dir() / f"{name}.safetensors") for name in settings.WEIGHT_FILES),
        Finding("LoRAs", str(settings.loras_dir())),
        Finding("cache", str(settings.cache_dir())),
        Finding("painters", ", ".join(names()), "native" in names()),
        Finding("planners", ", ".join(planners()), "native" in planners()),
        Finding("planner key", _key()),
    )


def _library(name: str) -> Finding:
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, "not installed", ok=False)


def _device() -> Finding:
    wanted = settings.device()
    if find_spec("torch") is None:
        return Finding("device", f"{wanted}, without torch", ok=False)
    import torch

    found = ["cpu"]
    if torch.cuda.is_available():
        found += [f"cuda:{i}" for i in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        found.append("mps")
    known = wanted == "auto" or any(name.startswith(wanted) for name in found)
    return Finding("device", f"{wanted}, of {', '.join(found)}", known)


def _key() -> str:
    """Whether there is a key for planners elsewhere, and where; never the key."""
    held = settings.openai_key()
    return f"set ({held[0]})" if held else "not set"


def _weights(file: Path) -> Finding:
    """The file's size, its number of tensors and the beginning of its hash."""
    from safetensors import SafetensorError, safe_open

    name = f"weights {file.stem}"
    try:
        data = file.read_bytes()
        with safe_open(file, "numpy") as tensors:
            count = len(tensors.keys())
    except (OSError, SafetensorError) as error:
        return Finding(name, f"{file.name}: {' '.join(str(error).split())[:80]}", ok=False)
    digest = hashlib.sha256(data).hexdigest()[:12]
    return Finding(name, f"{len(data) / 2**20:.1f} MiB, {count} tensors, sha256 {digest}")
