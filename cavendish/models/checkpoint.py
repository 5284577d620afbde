"""Weights on disk: safetensors in bfloat16 with a header, loaded strictly into a module or not at all."""

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from cavendish.errors import WeightsError
from cavendish.models import stored

FORMAT = "cavendish-1"
_HINT = "install the package again, or set CAVENDISH_WEIGHTS to a folder of whole weights"
_SORT = stored.Sort(FORMAT, "weights", "safetensors", _HINT)


@dataclass(frozen=True)
class Header:
    """What a file of weights says about itself.

    part: tokenizer, backbone, decoder or refiner. recipe, commit: what made it. samples: pictures seen.
    encoder: version of the encoder whose bits it speaks. base_area: side of the square it was trained at.
    stop: last side of the token ladder it was trained with. minutes: how long the run that made it took on its
    device. scores: that run's held-out figures, as "name value, name value"; "" where none were kept.
    """

    part: str
    recipe: str = ""
    commit: str = ""
    samples: int = 0
    encoder: str = "0"
    base_area: int = 208
    stop: int = 13
    minutes: float = 0.0
    scores: str = ""


def save(path: Path, module: nn.Module, header: Header) -> None:
    """The module's parameters are in `path` as bfloat16, whole or not at all.

    Raises WeightsError when a value is not finite, FileError when the file cannot be written.
    """
    tensors = {name: value.detach().to(torch.bfloat16) for name, value in _wanted(module).items()}
    stored.write(path, _SORT, tensors, asdict(header))


def read(path: Path) -> tuple[dict[str, Tensor], Header]:
    """Every tensor of the file, and its header; WeightsError when it is missing, damaged or not ours."""
    return stored.read(path, _SORT, _header)


def load(path: Path, module: nn.Module, part: str, encoder: str | None = None) -> Header:
    """The module holds the file's weights in its own dtype; tensors it calls `growing` may be shorter.

    Raises WeightsError when the file is missing, damaged, of another part or of another encoder version than
    `encoder`, when a tensor is missing, unknown or of another shape, or when a value is not finite.
    """
    tensors, header = read(path)
    if header.part != part:
        raise WeightsError(f"{path.name}: expected weights of {part}, got {header.part}", _HINT)
    if encoder is not None and header.encoder != encoder:
        raise WeightsError(f"{path.name}: expected encoder version {encoder}, got {header.encoder}", _HINT)
    install(module, tensors, path.name)
    return header


def install(module: nn.Module, tensors: dict[str, Tensor], source: str = "weights") -> None:
    """The module holds `tensors`, shape for shape, as `load` demands; a WeightsError leaves it as it was."""
    wanted = _wanted(module)
    missing, extra = sorted(wanted.keys() - tensors.keys()), sorted(tensors.keys() - wanted.keys())
    if missing or extra:
        what = f"no {missing[0]}" if missing else f"an unknown {extra[0]}"
        raise WeightsError(f"{source}: expected the {len(wanted)} tensors of the model, got {what}", _HINT)
    stored.finite(tensors, source, _HINT)
    growing: tuple[str, ...] = getattr(module, "growing", ())
    grown: dict[str, Tensor] = {}
    for name, target in wanted.items():
        value = tensors[name]
        grown[name] = _grow(value, target.shape) if name in growing else value
        if grown[name].shape != target.shape:
            got = f"expected {name} of {tuple(target.shape)}, got {tuple(value.shape)}"
            raise WeightsError(f"{source}: {got}", _HINT)
    with torch.no_grad():
        for name, target in wanted.items():
            target.copy_(grown[name])


def fingerprint(path: Path) -> str:
    """SHA-256 of the file, in hexadecimal. Raises WeightsError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise WeightsError(f"weights: expected {path}, got {error.strerror or error}", _HINT) from error


def _header(metadata: dict[str, str]) -> Header:
    """The header in a file's metadata; KeyError or ValueError when it is not whole."""
    return Header(
        part=metadata["part"],
        recipe=metadata["recipe"],
        commit=metadata["commit"],
        samples=int(metadata["samples"]),
        encoder=metadata["encoder"],
        base_area=int(metadata["base_area"]),
        stop=int(metadata["stop"]),
        minutes=float(metadata.get("minutes", 0.0)),
        scores=metadata.get("scores", ""),
    )


def _wanted(module: nn.Module) -> dict[str, Tensor]:
    return dict(module.named_parameters())


def _grow(value: Tensor, shape: torch.Size) -> Tensor:
    """`value` with zeros appended wherever `shape` is longer; unchanged where it is not."""
    if value.dim() != len(shape) or any(new < old for new, old in zip(shape, value.shape, strict=True)):
        return value
    out = value.new_zeros(shape)
    out[tuple(slice(0, size) for size in value.shape)] = value
    return out
