"""Settings come from the environment, with defaults that need none."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from cavendish import settings


def test_weights_are_those_shipped_unless_another_folder_is_named(monkeypatch: pytest.MonkeyPatch):
    assert settings.weights_dir() == Path(settings.__file__).parent / "weights"
    monkeypatch.setenv("CAVENDISH_WEIGHTS", "~/mine")
    assert settings.weights_dir() == Path.home() / "mine"


def test_loras_lie_with_the_users_data_unless_another_folder_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    assert settings.loras_dir() == Path("/somewhere/cavendish/loras")
    monkeypatch.setenv("CAVENDISH_LORAS", "~/mine")
    assert settings.loras_dir() == Path.home() / "mine"


def test_the_cache_follows_the_desktop_convention(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert settings.cache_dir() == Path("/somewhere/cavendish")
    monkeypatch.setenv("CAVENDISH_CACHE", "/else")
    assert settings.cache_dir() == Path("/else")


@pytest.mark.parametrize("given", ["0", "-3", "many", ""])
def test_a_number_of_threads_that_is_none_means_all(monkeypatch: pytest.MonkeyPatch, given: str):
    monkeypatch.setenv("CAVENDISH_THREADS", given)
    assert settings.threads() >= 1
    monkeypatch.setenv("CAVENDISH_THREADS", "3")
    assert settings.threads() == 3


def test_kernels_count_as_compiled_once_their_cache_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    assert not settings.compiled()
    (tmp_path / "world").mkdir()
    (tmp_path / "world" / "kernels._march-12.py311.nbi").touch()
    assert settings.compiled()


def test_kernels_are_kept_apart_for_every_state_of_their_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.delitem(sys.modules, "numba", raising=False)
    monkeypatch.setenv("CAVENDISH_CACHE", str(tmp_path))
    own = settings.kernels_dir()
    for age, name in enumerate(("oldest", "old", "newer", "newest")):
        (tmp_path / "kernels" / name).mkdir(parents=True)
        os.utime(tmp_path / "kernels" / name, (age, age))
    settings.keep_kernels()
    assert {path.name for path in own.parent.iterdir()} == {own.name, "old", "newer", "newest"}
    assert os.environ["NUMBA_CACHE_DIR"] == str(own)
    copy = tmp_path / "cavendish"
    for room in ("world", "finish", "painters", "train"):
        shutil.copytree(
            Path(settings.__file__).parent / room, copy / room, ignore=shutil.ignore_patterns("__pycache__")
        )
    monkeypatch.setattr(settings, "__file__", str(copy / "settings.py"))
    assert settings.kernels_dir() == own
    walks = copy / "world" / "walks.py"
    walks.write_text(walks.read_text() + "# moved\n")
    assert settings.kernels_dir() != own


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.delitem(sys.modules, "numba", raising=False)
    (tmp_path / "file").touch()
    monkeypatch.setenv("CAVENDISH_CACHE", str(tmp_path / "file"))
    settings.keep_kernels()


def test_the_device_is_chosen_later_unless_named(monkeypatch: pytest.MonkeyPatch):
    assert settings.device() == "auto"
    monkeypatch.setenv("CAVENDISH_DEVICE", "cuda:1")
    assert settings.device() == "cuda:1"


def test_the_key_of_our_own_comes_first_and_blanks_are_none(monkeypatch: pytest.MonkeyPatch):
    assert settings.openai_key() is None
    monkeypatch.setenv("OPENAI_API_KEY", " sk-2\n")
    monkeypatch.setenv("CAVENDISH_OPENAI_KEY", "  ")
    assert settings.openai_key() == ("OPENAI_API_KEY", "sk-2")
    monkeypatch.setenv("CAVENDISH_OPENAI_KEY", "sk-1")
    assert settings.openai_key() == ("CAVENDISH_OPENAI_KEY", "sk-1")


@pytest.mark.parametrize(
    ("given", "seconds"), [("", 120), ("7.5", 7.5), ("0", 120), ("inf", 120), ("soon", 120)]
)
def test_patience_is_a_number_of_seconds(monkeypatch: pytest.MonkeyPatch, given: str, seconds: float):
    monkeypatch.setenv("CAVENDISH_OPENAI_SECONDS", given)
    assert settings.openai_seconds() == seconds
