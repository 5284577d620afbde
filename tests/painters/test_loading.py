"""The four parts are loaded whole, once, or with one clear error."""

from pathlib import Path

import pytest
import torch

from cavendish import settings
from cavendish.errors import RequestError, WeightsError
from cavendish.events import Adapter
from cavendish.models import checkpoint, lora
from cavendish.models.backbone import Backbone
from cavendish.models.checkpoint import Header
from cavendish.models.decoder import Decoder
from cavendish.models.lora import LoraHeader
from cavendish.models.refiner import Refiner
from cavendish.models.tokenizer import Tokenizer
from cavendish.painters.loading import device_of, dtype_on, fingerprint, load


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Untrained weights of every part."""
    out = tmp_path_factory.mktemp("weights")
    parts = {"tokenizer": Tokenizer(), "backbone": Backbone(), "decoder": Decoder(), "refiner": Refiner()}
    for name, module in parts.items():
        checkpoint.save(out / f"{name}.safetensors", module, Header(name, encoder="e", stop=9))
    return out


def test_all_parts_are_loaded_and_kept(folder: Path):
    models = load(folder, "cpu")
    assert models.stop == 9
    assert models is load(folder, "cpu")
    assert len(models.fingerprint) == 16
    assert not any(weight.requires_grad for weight in models.decoder.parameters())


def test_together_they_are_small_enough_to_ship(folder: Path):
    sizes = [path.stat().st_size for path in folder.iterdir()]
    assert sum(sizes) < 28 * 2**20
    assert max(sizes) < 15 * 2**20


@pytest.mark.parametrize("name", settings.WEIGHT_FILES)
def test_a_missing_part_is_named(folder: Path, tmp_path: Path, name: str):
    for path in folder.iterdir():
        if path.stem != name:
            (tmp_path / path.name).symlink_to(path)
    with pytest.raises(WeightsError, match=name):
        load(tmp_path, "cpu")


def test_parts_of_different_encoders_do_not_paint_together(folder: Path, tmp_path: Path):
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    checkpoint.save(tmp_path / "decoder.safetensors", Decoder(), Header("decoder", encoder="other", stop=9))
    with pytest.raises(WeightsError, match="encoder"):
        load(tmp_path, "cpu")


def test_devices_are_named_and_have_their_dtype():
    assert device_of("cpu") == torch.device("cpu")
    assert device_of("auto").type in ("cpu", "cuda")
    assert dtype_on(torch.device("cpu")) in (torch.bfloat16, torch.float32)


@pytest.mark.parametrize("name", ["cuda:64", "mps:0", "tpu", "", "cuda:x", "meta", "xpu"])
def test_a_device_that_is_not_here_is_refused_in_one_line(name: str):
    if name.startswith("mps") and torch.backends.mps.is_available():
        pytest.skip("it is here")
    with pytest.raises(RequestError, match="device: expected") as caught:
        device_of(name)
    assert "CAVENDISH_DEVICE=auto" in str(caught.value)


def test_the_processor_is_always_here():
    assert device_of("cpu").type == "cpu"
    assert device_of("auto").type in ("cpu", "cuda")


@pytest.fixture
def adapter(folder: Path, tmp_path: Path) -> Path:
    """A LoRA over the decoder's last layer, for the weights of `folder`."""
    path = tmp_path / "my.safetensors"
    made = lora.fresh({"decoder": torch.nn.ModuleDict({"raw": Decoder().raw})}, rank=2)
    with torch.no_grad():
        for _, pair in made.named():
            pair.up.normal_(generator=torch.Generator().manual_seed(1))
    lora.save(path, made, LoraHeader(fingerprint(folder), 2))
    return path


def test_a_lora_is_fused_and_at_scale_nought_changes_no_byte(folder: Path, adapter: Path):
    plain = load(folder, "cpu").decoder.raw.weight
    none, some = (load(folder, "cpu", (Adapter(str(adapter), scale),)) for scale in (0.0, 0.8))
    assert torch.equal(none.decoder.raw.weight, plain)
    assert not torch.equal(some.decoder.raw.weight, plain)
    assert some.fingerprint == none.fingerprint == fingerprint(folder)


def test_a_lora_for_other_weights_or_another_file_is_refused(folder: Path, adapter: Path):
    with pytest.raises(WeightsError, match="expected the LoRA 0000"):
        load(folder, "cpu", (Adapter(str(adapter), 1.0, "0" * 64),))
    known = checkpoint.fingerprint(adapter)
    assert load(folder, "cpu", (Adapter(str(adapter), 1.0, known),)).fingerprint
    lora.save(adapter, lora.read(adapter)[0], LoraHeader("feedfeedfeedfeed", 2))
    with pytest.raises(WeightsError, match="got one for feedfeed"):
        load(folder, "cpu", (Adapter(str(adapter), 0.0),))


def test_a_lora_that_is_gone_is_looked_for_by_its_name_and_else_said_to_be_missing(
    folder: Path, adapter: Path, monkeypatch: pytest.MonkeyPatch
):
    known = checkpoint.fingerprint(adapter)
    gone = Adapter(str(adapter.parent / "elsewhere" / adapter.name), 0.8, known)
    monkeypatch.chdir(adapter.parent)
    there = load(folder, "cpu", (Adapter(str(adapter), 0.8, known),)).decoder.raw.weight
    assert torch.equal(load(folder, "cpu", (gone,)).decoder.raw.weight, there)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CAVENDISH_LORAS", str(adapter.parent))
    kept = Adapter(adapter.name, 0.8, known)  # as a recipe says it
    assert torch.equal(load(folder, "cpu", (kept,)).decoder.raw.weight, there)
    (folder / adapter.name).write_bytes(b"another of that name")
    assert torch.equal(load(folder, "cpu", (kept,)).decoder.raw.weight, there)
    (folder / adapter.name).unlink()
    monkeypatch.setenv("CAVENDISH_LORAS", str(folder))
    with pytest.raises(WeightsError, match=f"elsewhere.* with the hash {known[:16]}, got no such file"):
        load(folder, "cpu", (gone,))
