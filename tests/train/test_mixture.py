"""Several pools are drawn from in their shares, each batch from one."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from cavendish.train.mixture import Mixture


def test_each_batch_is_of_one_size_and_holds_as_many_pixels(
    make_pool: Callable[..., Path], tmp_path: Path
) -> None:
    first, second = make_pool(tmp_path / "a", side=32), make_pool(tmp_path / "b", side=16)
    mixture = Mixture((first, second), share=0.5)
    generator = torch.Generator().manual_seed(0)
    shapes = [tuple(mixture.draw(3, generator).picture.shape[:2]) for _ in range(60)]
    assert set(shapes) == {(3, 32), (12, 16)}
    assert shapes.count((12, 16)) / 60 == pytest.approx(0.5, abs=0.2)


def test_a_pool_not_begun_is_not_drawn_from_until_it_is(
    make_pool: Callable[..., Path], tmp_path: Path
) -> None:
    first = make_pool(tmp_path / "a", side=32)
    mixture = Mixture((first, tmp_path / "b"), share=1.0)
    generator = torch.Generator().manual_seed(0)
    assert mixture.draw(2, generator).picture.shape[1] == 32
    assert (mixture.side, mixture.largest) == (32, 32)
    make_pool(tmp_path / "b", side=48)
    assert mixture.draw(2, generator).picture.shape[1] == 48
    assert (mixture.side, mixture.largest) == (32, 48)
    assert mixture.held_out_rows().tolist() == [14, 15]
