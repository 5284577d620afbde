"""A folder of pictures becomes a LoRA that the painter takes, or whole weights that load."""

from pathlib import Path

import pytest
import torch
from PIL import Image

from cavendish import settings
from cavendish.errors import TrainError
from cavendish.events import Adapter
from cavendish.models import lora
from cavendish.painters.loading import fingerprint, load
from cavendish.recipes.pictures import Learned, learn
from cavendish.train.stages.style import StyleOptions


@pytest.fixture
def album(tmp_path: Path) -> Path:
    folder = tmp_path / "album"
    folder.mkdir()
    for name in ("a", "b"):
        Image.new("RGB", (64, 64), (220, 40, 20)).save(folder / f"{name}.png")
        (folder / f"{name}.txt").write_text("a red cup")
    return folder


def test_a_time_that_is_none_and_a_folder_that_is_no_album_are_told(tmp_path: Path, album: Path) -> None:
    with pytest.raises(TrainError, match="minutes: expected more than 0"):
        next(learn(Learned(album, tmp_path / "run"), 0))
    with pytest.raises(TrainError, match="pictures with captions, got 0"):
        next(learn(Learned(tmp_path, tmp_path / "run"), 1))


@pytest.mark.slow
@pytest.mark.weights
def test_pictures_become_a_lora_that_the_painter_takes(tmp_path: Path, album: Path) -> None:
    file = tmp_path / "my.safetensors"
    what = Learned(album, tmp_path / "run", file, 4, StyleOptions(batch=1), side=48, scenes=1)
    list(learn(what, None, steps=2))
    _, header = lora.read(file, fingerprint(settings.weights_dir()))
    assert (header.rank, header.pictures, header.steps) == (4, 2, 2)
    plain, styled = load(device="cpu"), load(device="cpu", loras=(Adapter(str(file)),))
    assert not torch.equal(plain.decoder.gains.weight, styled.decoder.gains.weight)
