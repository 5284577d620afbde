"""A cache of traced truths that the tests of one run share and nobody else sees, and a size small enough to trace."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from cavendish.eval.scenes import Scene, fixed
from cavendish.image import SIZES

SIDE = 32


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_cache(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAVENDISH_CACHE", str(cache_folder))


@pytest.fixture(scope="session")
def scenes() -> list[Scene]:
    return list(fixed(2))


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> str:
    """A size of 32 × 32 pixels."""
    monkeypatch.setitem(SIZES, "32", SIDE / 1024)
    return "32"


@pytest.fixture
def painters(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of painters to be measured, importable in other processes too."""
    folder = str(Path(__file__).parent)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", folder)
    return import_module("plainly")


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that waits for what a check or a suite finds."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return import_module("found")
