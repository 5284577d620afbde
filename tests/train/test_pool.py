"""A pool is read while it grows, its tail is never trained on, and mirrors obey the world's geometry."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from cavendish.errors import FileError, TrainError
from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.train.pool import Pool, changed_pixels, lettered, turn

CPU = torch.device("cpu")


def draw(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_bytes_open_as_the_values_they_stand_for(pool: Pool, pool_folder: Path) -> None:
    batch = pool.read(np.array([3])).open(CPU)
    picture = np.fromfile(pool_folder / "picture.u8", np.uint8).reshape(16, 48, 48, 3)[3]
    guides = np.fromfile(pool_folder / "guides.u8", np.uint8).reshape(16, 48, 48, GUIDES)[3]
    assert np.allclose(batch.picture[0].permute(1, 2, 0).numpy(), picture / 127.5 - 1, atol=1e-6)
    assert np.allclose(batch.guides[0, 9].numpy(), guides[..., 9] / 255, atol=1e-6)
    assert np.allclose(batch.guides[0, 0].numpy(), guides[..., 0] / 127.5 - 1, atol=1e-6)
    assert batch.picture.is_contiguous(memory_format=torch.channels_last)


def test_training_never_draws_the_tail(pool: Pool) -> None:
    tail = set(pool.held_out_rows().tolist())
    assert tail == {14, 15}
    assert tail.isdisjoint(pool.rows().tolist())


def test_unfinished_samples_are_not_drawn_and_finished_ones_soon_are(
    pool_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(pool_folder, tmp_path / "growing"))
    done = np.zeros(16, np.int8)
    done.tofile(folder / "done.i8")
    growing = Pool(folder)
    with pytest.raises(TrainError, match="finished"):
        growing.draw(4, draw(0))
    with (folder / "done.i8").open("r+b") as file:
        file.seek(5)
        file.write(b"\x01")
    assert growing.rows().tolist() == [5]
    assert torch.equal(growing.draw(3, draw(0)).picture[0], growing.read(np.array([5])).picture[0])


def test_equal_generators_draw_equal_batches(pool: Pool) -> None:
    first, second, other = (pool.draw(6, draw(seed)) for seed in (1, 1, 2))
    assert torch.equal(first.picture, second.picture)
    assert torch.equal(first.mirror, second.mirror)
    assert not torch.equal(first.picture, other.picture)


def test_a_mirror_turns_pictures_and_negates_the_worlds_x_only() -> None:
    picture, guides = torch.rand(2, 4, 6, 3), torch.rand(2, 4, 6, GUIDES)
    light, changed = torch.rand(2, LIGHTS), torch.rand(2, 4, 6, 1)
    turned = p, g, n, c = picture.clone(), guides.clone(), light.clone(), changed.clone()
    turn(*turned, torch.tensor([True, False]))
    assert torch.equal(p[0], picture[0].flip(1))
    assert torch.equal(p[1], picture[1])
    assert torch.equal(c[0], changed[0].flip(1))
    negated = {0, 4, 29, 36}
    for channel in range(GUIDES):
        sign = -1 if channel in negated else 1
        assert torch.equal(g[0, ..., channel], sign * guides[0, ..., channel].flip(1))
    assert torch.equal(g[1], guides[1])
    assert [int(i) for i in torch.nonzero(n[0] != light[0])] == [0, 13]
    turn(*turned, torch.tensor([True, False]))
    assert all(torch.equal(a, b) for a, b in zip(turned, (picture, guides, light, changed), strict=True))


def test_the_view_ray_of_a_mirrored_picture_still_grows_to_the_right(pool: Pool) -> None:
    raw = pool.read(np.array([0]), torch.tensor([True]))
    ray = raw.open(CPU).guides[0, 36, 0]
    assert bool((ray.diff() > 0).all())


def test_what_edges_cross_lies_where_its_pixels_do_and_turns_with_them(pool: Pool) -> None:
    raw = pool.read(np.array([3, 5]), torch.tensor([False, True]))
    batch = raw.open(CPU)
    assert batch.edges is not None
    picture, row, column = batch.edges.at.unbind(1)
    assert set(picture.tolist()) == {0, 1}
    for k in range(4):  # in this pool the samples of a pixel are all alike
        assert torch.allclose(batch.edges.samples[:, k], batch.guides[picture, :, row, column], atol=1e-6)


def test_a_pool_without_them_tells_none(pool_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(pool_folder, tmp_path / "older"))
    shutil.rmtree(folder / "edges")
    assert Pool(folder).read(np.array([3])).open(CPU).edges is None


def test_pictures_with_letters_are_never_mirrored(pool: Pool) -> None:
    raw = pool.read(np.array([0]), torch.tensor([True]))
    raw.guides[0, 10:12, 10:30, 25] = 200
    assert lettered(raw.guides).tolist() == [True]
    plain = pool.read(np.array([0])).picture.float() / 127.5 - 1
    assert torch.allclose(raw.open(CPU).picture.permute(0, 2, 3, 1), plain)


def test_pixels_change_where_things_are_and_where_they_shade_the_ground() -> None:
    guides = torch.zeros(1, 1, 4, GUIDES)
    guides[0, 0, 0, 8] = 1
    guides[0, 0, 1, 33] = guides[0, 0, 1, 34] = 1
    guides[0, 0, 2, 33] = 1
    assert changed_pixels(guides).flatten().tolist() == [1, 1, 0, 0]


def test_a_pool_held_in_memory_draws_the_same_samples(pool_folder: Path) -> None:
    held, mapped = Pool(pool_folder), Pool(pool_folder)
    assert held.hold(CPU, 100) == 14
    a, b = held.draw(5, draw(3)).open(CPU), mapped.draw(5, draw(3)).open(CPU)
    assert sorted(a.picture.mean((1, 2, 3)).tolist()) == pytest.approx(
        sorted(b.picture.mean((1, 2, 3)).tolist())
    )


def test_a_pool_held_in_memory_draws_the_same_edges(pool_folder: Path) -> None:
    read, held = Pool(pool_folder), Pool(pool_folder)
    held.hold(CPU, 100)
    one, other = (p.draw(1, draw(4)).open(CPU).edges for p in (read, held))
    assert one is not None
    assert other is not None
    assert torch.equal(one.at, other.at)
    assert torch.equal(one.samples, other.samples)


def test_a_pool_of_an_earlier_version_is_refused(tmp_path: Path, pool_folder: Path) -> None:
    folder = Path(shutil.copytree(pool_folder, tmp_path / "earlier"))
    meta = json.loads((pool_folder / "meta.json").read_text())
    (folder / "meta.json").write_text(json.dumps({**meta, "channels": 39, "ranges": meta["ranges"][:39]}))
    (folder / "guides.u8").write_bytes((folder / "guides.u8").read_bytes()[: 16 * 48 * 48 * 39])
    with pytest.raises(FileError, match="earlier version"):
        Pool(folder)


def test_a_folder_that_is_no_pool_is_refused(tmp_path: Path, pool_folder: Path) -> None:
    with pytest.raises(FileError, match=r"meta\.json"):
        Pool(tmp_path)
    folder = Path(shutil.copytree(pool_folder, tmp_path / "short"))
    (folder / "guides.u8").write_bytes(b"123")
    with pytest.raises(FileError, match="guides"):
        Pool(folder)
    meta = json.loads((pool_folder / "meta.json").read_text())
    (folder / "meta.json").write_text(json.dumps({**meta, "ranges": meta["ranges"][:5]}))
    with pytest.raises(FileError, match="ranges"):
        Pool(folder)
