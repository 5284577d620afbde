"""What ships is what was averaged, and its encoder is known by its weights."""

from pathlib import Path

import pytest
import torch
from torch import nn

from cavendish.errors import WeightsError
from cavendish.models.checkpoint import load
from cavendish.models.tokenizer import Tokenizer
from cavendish.train.export import Reached, Release, Shipping, commit_of, encoder_version, ship


def test_an_encoder_is_known_by_its_shipped_weights() -> None:
    with torch.random.fork_rng():
        torch.manual_seed(0)
        tokenizer = Tokenizer()
    version = encoder_version(tokenizer)
    assert len(version) == 8
    with torch.no_grad():
        tokenizer.out.bias += 1  # type: ignore[operator]  # a tensor
    assert encoder_version(tokenizer) != version


def test_shipped_parts_load_strictly_and_only_with_their_own_encoder(tmp_path: Path) -> None:
    with torch.random.fork_rng():
        torch.manual_seed(0)
        tokenizer = Tokenizer()
    modules = nn.ModuleDict({"tokenizer": tokenizer})
    what = Shipping(("tokenizer",), encoder_version(tokenizer), 144, 9, 32)
    (path,) = ship(modules, what, Release(tmp_path, "cpu"), Reached(10, 2.5, {"carry": 23.1}))
    loaded = Tokenizer()
    header = load(path, loaded, "tokenizer")
    assert (header.samples, header.base_area, header.stop) == (320, 144, 9)
    assert (header.minutes, header.scores) == (2.5, "carry 23.100")
    assert header.encoder == encoder_version(loaded) == what.encoder
    with pytest.raises(WeightsError, match="encoder"):
        load(path, loaded, "tokenizer", "00000000")


def test_weights_that_are_not_finite_do_not_ship(tmp_path: Path) -> None:
    line = nn.Linear(2, 2)
    with torch.no_grad():
        line.weight[0, 0] = float("nan")
    with pytest.raises(WeightsError, match="finite"):
        ship(
            nn.ModuleDict({"line": line}),
            Shipping(("line",), "e", 1, 1, 1),
            Release(tmp_path, "x"),
            Reached(1),
        )
    assert not list(tmp_path.iterdir())


def test_the_commit_is_read_from_the_checkout(tmp_path: Path) -> None:
    assert commit_of(tmp_path / "nowhere") in {"", commit_of(tmp_path.parent)}
    head = tmp_path / ".git" / "refs" / "heads"
    head.mkdir(parents=True)
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    (head / "main").write_text("0123456789abcdef0123456789abcdef01234567\n")
    assert commit_of(tmp_path / "deeper" / "still") == "0123456789ab"
