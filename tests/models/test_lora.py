"""Low-rank additions: fused equals beside, order and scale 0 change nothing, and what does not fit is told."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from cavendish.errors import FileError, WeightsError
from cavendish.models import lora
from cavendish.models.lora import Lora, LoraHeader

HEADER = LoraHeader("0123456789abcdef", 4, "lora", 12, 100)


class Part(nn.Module):
    """A convolution that strides, and a linear layer over channels."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, 2, 1)
        self.last = nn.Linear(8, 5)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.last(torch.tanh(self.conv(x)).permute(0, 2, 3, 1))


@pytest.fixture
def parts() -> dict[str, nn.Module]:
    torch.manual_seed(0)
    return {"decoder": Part().requires_grad_(False)}


def learned(parts: dict[str, nn.Module], seed: int) -> Lora:
    made = lora.fresh(parts, 4, seed)
    with torch.no_grad():
        for _, pair in made.named():
            pair.up.normal_(generator=torch.Generator().manual_seed(seed))
    return made


def seen() -> torch.Tensor:
    return torch.randn(2, 3, 9, 9, generator=torch.Generator().manual_seed(5))


def test_one_that_has_learned_nothing_adds_nothing(parts: dict[str, nn.Module]) -> None:
    before = parts["decoder"](seen())
    with lora.beside(parts, [(lora.fresh(parts), 1.5)]):
        assert torch.equal(parts["decoder"](seen()), before)


def test_layers_may_be_left_out(parts: dict[str, nn.Module]) -> None:
    assert [name for name, _ in lora.fresh(parts, 4, 0, ["conv"]).named()] == ["decoder.last"]


@pytest.mark.parametrize("scale", [0.3, 1.0, 1.5])
def test_fused_equals_beside(parts: dict[str, nn.Module], scale: float) -> None:
    stacked = [(learned(parts, 1), scale), (learned(parts, 2), 0.5)]
    before = parts["decoder"](seen())
    with lora.beside(parts, stacked):
        added = parts["decoder"](seen())
    assert torch.equal(parts["decoder"](seen()), before)
    lora.fuse(parts, stacked)
    assert torch.allclose(parts["decoder"](seen()), added, atol=1e-5)
    assert not torch.allclose(added, before, atol=1e-2)


def test_scale_nought_changes_no_byte(parts: dict[str, nn.Module]) -> None:
    before = {name: value.clone() for name, value in parts["decoder"].state_dict().items()}
    lora.fuse(parts, [(learned(parts, 1), 0.0)])
    assert all(torch.equal(value, before[name]) for name, value in parts["decoder"].state_dict().items())


def test_the_order_of_a_stack_does_not_matter(parts: dict[str, nn.Module]) -> None:
    stacked = [(learned(parts, seed), 0.1 * seed) for seed in (1, 2, 3)]
    kept = {name: value.clone() for name, value in parts["decoder"].state_dict().items()}
    lora.fuse(parts, stacked)
    first = {name: value.clone() for name, value in parts["decoder"].state_dict().items()}
    parts["decoder"].load_state_dict(kept)
    lora.fuse(parts, stacked[::-1])
    assert all(torch.equal(value, first[name]) for name, value in parts["decoder"].state_dict().items())


def test_gradients_reach_every_factor_and_no_weight(parts: dict[str, nn.Module]) -> None:
    made = learned(parts, 1)
    with lora.beside(parts, [(made, 1.0)]):
        parts["decoder"](seen()).square().mean().backward()
    assert all(p.grad is not None and bool(p.grad.any()) for p in made.parameters())
    assert all(p.grad is None for p in parts["decoder"].parameters())


def test_what_is_saved_is_read(parts: dict[str, nn.Module], tmp_path: Path) -> None:
    made = learned(parts, 3).bfloat16().float()
    lora.save(tmp_path / "my.safetensors", made, HEADER)
    again, header = lora.read(tmp_path / "my.safetensors", HEADER.base)
    assert header == HEADER
    assert again.digest() == made.digest()
    assert [path.name for path in tmp_path.iterdir()] == ["my.safetensors"]


def test_other_weights_and_other_shapes_are_told(parts: dict[str, nn.Module], tmp_path: Path) -> None:
    path = tmp_path / "my.safetensors"
    lora.save(path, learned(parts, 3), HEADER)
    with pytest.raises(WeightsError, match="for the weights ffff, got one for 0123456789abcdef"):
        lora.read(path, "ffff")
    other: dict[str, nn.Module] = {
        "decoder": nn.ModuleDict({"conv": nn.Conv2d(3, 9, 3), "last": nn.Linear(8, 5)})
    }
    with pytest.raises(WeightsError, match=r"expected decoder.conv of \(9, 3, 3, 3\), got \(8, 3, 3, 3\)"):
        lora.fuse(other, [(lora.read(path)[0], 1.0)])
    with pytest.raises(WeightsError, match="expected layers of the model"):
        lora.fuse({"refiner": Part()}, [(lora.read(path)[0], 1.0)])


@pytest.mark.parametrize("scale", [-0.1, 1.6, float("nan")])
def test_a_scale_outside_its_range_is_told(parts: dict[str, nn.Module], scale: float) -> None:
    with pytest.raises(WeightsError, match="expected a scale of 0"):
        lora.fuse(parts, [(learned(parts, 1), scale)])


def test_files_that_are_no_lora_are_told(parts: dict[str, nn.Module], tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no such file"):
        lora.read(tmp_path / "none.safetensors")
    (tmp_path / "text.safetensors").write_text("hello")
    with pytest.raises(WeightsError, match="damaged or foreign"):
        lora.read(tmp_path / "text.safetensors")
    save_file({"a": torch.zeros(2)}, tmp_path / "other.safetensors")
    with pytest.raises(WeightsError, match="expected format cavendish-lora-1, got none"):
        lora.read(tmp_path / "other.safetensors")
    save_file({"a.down": torch.zeros(2, 3)}, tmp_path / "half.safetensors",
              {"format": lora.FORMAT, **{k: str(v) for k, v in HEADER.__dict__.items()}})  # fmt: skip
    with pytest.raises(WeightsError, match="two factors of a"):
        lora.read(tmp_path / "half.safetensors")
    broken = learned(parts, 1)
    with torch.no_grad():
        next(broken.parameters()).fill_(float("nan"))
    with pytest.raises(WeightsError, match="NaN"):
        lora.save(tmp_path / "nan.safetensors", broken, HEADER)
    with pytest.raises(FileError, match="could not be written"):
        lora.save(tmp_path / "text.safetensors" / "my.safetensors", learned(parts, 1), HEADER)
