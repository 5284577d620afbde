"""A made-up pool for recipes: the one that training's tests use."""

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("made_up", Path(__file__).parents[1] / "train" / "conftest.py")
assert _SPEC is not None
assert _SPEC.loader is not None
_MADE_UP = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MADE_UP)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = _MADE_UP.write_pool(tmp_path_factory.mktemp("pool"), side=32)
    return made
