"""The made-up pools of training's tests, for its stages."""

from pathlib import Path

import pytest
import torch

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.models.decoder import Decoder
from cavendish.models.tokenizer import Tokenizer
from cavendish.train.stages.base import fresh


@pytest.fixture
def frozen() -> tuple[Tokenizer, Decoder]:
    return fresh(0, GUIDES, LIGHTS)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture(autouse=True, scope="session")
def _one_thread() -> None:
    torch.set_num_threads(1)
