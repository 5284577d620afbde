"""A cache of traced truths that the tests of one run share and nobody else sees, and a size small enough to trace."""

from pathlib import Path

import pytest

from cavendish.eval.scenes import Scene, fixed
from cavendish.image import SIZES

SIDE = 32
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_cache(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))  # tested painters are found in processes of their own
    monkeypatch.setenv("CAVENDISH_CACHE", str(cache_folder))


@pytest.fixture(scope="session")
def scenes() -> list[Scene]:
    return list(fixed(2))


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> str:
    """A size of 32 × 32 pixels."""
    monkeypatch.setitem(SIZES, "32", SIDE / 1024)
    return "32"
