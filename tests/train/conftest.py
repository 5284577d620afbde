"""A tiny pool of smooth made-up pictures whose guides and light say much of what is in them."""

import json
from pathlib import Path

import numpy as np
import pytest

from cavendish.train.pool import Pool


def write_pool(folder: Path, count: int = 16, side: int = 48, channels: int = 38, seed: int = 0) -> Path:
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    y, x = np.mgrid[0:side, 0:side] / side
    guides = np.full((count, side, side, channels), 127, np.uint8)
    picture = np.zeros((count, side, side, 3), np.uint8)
    for i in range(count):
        cx, cy, r = rng.uniform(0.3, 0.7), rng.uniform(0.3, 0.7), rng.uniform(0.15, 0.3)
        inside = ((x - cx) ** 2 + (y - cy) ** 2) < r * r
        colour = rng.uniform(0.2, 0.9, 3)
        guides[i, ..., 8] = inside * 255
        guides[i, ..., 9:12] = np.where(inside[..., None], colour * 255, 60)
        guides[i, ..., 0] = np.clip(127 + 127 * (x - cx) / r, 0, 255)
        guides[i, ..., 33:36] = 0
        guides[i, ..., 36] = x * 255
        picture[i] = np.where(inside[..., None], (colour * (1 - 0.4 * x[..., None])) * 255, 120 + 80 * y[..., None])
    guides.tofile(folder / "guides.u8")
    picture.tofile(folder / "picture.u8")
    (guides[..., 8] > 0).astype(np.uint8).tofile(folder / "changed.u8")
    rng.uniform(0, 1, (count, 32)).astype(np.float32).tofile(folder / "light.f32")
    np.ones(count, np.int8).tofile(folder / "done.i8")
    lines = [json.dumps({"row": i, "words": [256, 257 + i, 300][: 1 + i % 3]}) for i in range(count)]
    (folder / "plans-0.jsonl").write_text("\n".join(lines) + "\n")
    ranges = [[-1.0, 1.0] if c in {0, 1, 2, 4, 5, 6, 7, 25, 36, 37} else [0.0, 1.0] for c in range(channels)]
    meta = {"size": [side, side], "count": count, "channels": channels, "version": 1, "ranges": ranges}
    (folder / "meta.json").write_text(json.dumps(meta))
    return folder


@pytest.fixture(scope="session")
def pool_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pool(tmp_path_factory.mktemp("pool"))


@pytest.fixture
def pool(pool_folder: Path) -> Pool:
    return Pool(pool_folder)
