"""Tiny pools of smooth made-up pictures whose guides and light say much of what is in them."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from cavendish.models.colour import GUIDES, LIGHTS
from cavendish.train.pool import Pool

SIGNED = {0, 1, 2, 4, 5, 6, 7, 25, 36, 37}
MakePool = Callable[..., Path]


def write_pool(folder: Path, count: int = 16, side: int = 48, seed: int = 0) -> Path:
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    y, x = np.mgrid[0:side, 0:side] / side
    ranges = [[-1.0, 1.0] if c in SIGNED else [0.0, 1.0] for c in range(GUIDES)]
    zero = np.array([127 if c in SIGNED else 0 for c in range(GUIDES)], np.uint8)
    guides = np.broadcast_to(zero, (count, side, side, GUIDES)).copy()
    picture = np.zeros((count, side, side, 3), np.uint8)
    for i in range(count):
        cx, cy, r = rng.uniform(0.3, 0.7), rng.uniform(0.3, 0.7), rng.uniform(0.15, 0.3)
        inside = (((x - cx) ** 2 + (y - cy) ** 2) < r * r)[..., None]
        colour = rng.uniform(0.2, 0.9, 3)
        guides[i, ..., 8] = inside[..., 0] * 255
        guides[i, ..., 9:12] = np.where(inside, colour * 255, 60)
        guides[i, ..., 0] = np.clip(127 + 127 * (x - cx) / r, 0, 255)
        guides[i, ..., 36] = x * 255
        picture[i] = np.where(inside, colour * (1 - 0.4 * x[..., None]) * 255, 120 + 80 * y[..., None])
    guides.tofile(folder / "guides.u8")
    picture.tofile(folder / "picture.u8")
    (guides[..., 8] > 0).astype(np.uint8).tofile(folder / "changed.u8")
    rng.uniform(0, 1, (count, LIGHTS)).astype(np.float32).tofile(folder / "light.f32")
    np.ones(count, np.int8).tofile(folder / "done.i8")
    lines = [json.dumps({"row": i, "words": [258, 300 + i, 259][: 1 + i % 3]}) for i in range(count)]
    (folder / "plans.jsonl").write_text("\n".join(lines) + "\n")
    texts = [json.dumps(([257, 520, 300 + i], [258, 300 + i, 259])) for i in range(8)]
    (folder / "texts.jsonl").write_text("\n".join(texts) + "\n")
    meta = {"size": [side, side], "count": count, "channels": GUIDES, "version": 2, "ranges": ranges}
    (folder / "meta.json").write_text(json.dumps(meta))
    (folder / "edges").mkdir(exist_ok=True)
    for i in range(count):
        at = np.argwhere(np.diff(guides[i, ..., 8].astype(int), prepend=0, axis=1) != 0).astype("<u2")
        samples = np.repeat(guides[i, at[:, 0], at[:, 1]][:, None], 4, 1).reshape(len(at), -1)
        place = np.ascontiguousarray(at).view(np.uint8)
        np.concatenate([place, samples], 1).tofile(folder / "edges" / f"{i}.u8")
    return folder


@pytest.fixture(scope="session")
def make_pool() -> MakePool:
    """Writes a made-up pool: `make_pool(folder, count=16, side=48)`."""
    return write_pool


@pytest.fixture(scope="session")
def pool_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pool(tmp_path_factory.mktemp("pool"))


@pytest.fixture
def pool(pool_folder: Path) -> Pool:
    return Pool(pool_folder)


@pytest.fixture(scope="session")
def small_pool(tmp_path_factory: pytest.TempPathFactory) -> Pool:
    """Sixteen pictures of 32²: two cells a side."""
    return Pool(write_pool(tmp_path_factory.mktemp("small"), side=32))
