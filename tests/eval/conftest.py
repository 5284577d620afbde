"""A cache of traced truths that the tests of one run share and nobody else sees."""

from pathlib import Path

import pytest

from cavendish.eval.scenes import Scene, fixed

SIDE = 32


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_cache(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAVENDISH_CACHE", str(cache_folder))


@pytest.fixture(scope="session")
def scene() -> Scene:
    return next(fixed(1))
