"""What every test may rely on: settings that are nobody's, and the command run in this process."""

import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from cavendish import settings
from cavendish.cli import run


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need the trained weights, or an accelerator, are skipped where there are none."""
    folder = settings.weights_dir()
    here = {
        "weights": all((folder / f"{name}.safetensors").exists() for name in settings.WEIGHT_FILES),
        "gpu": shutil.which("nvidia-smi") is not None,
    }
    for item in items:
        for need, met in here.items():
            if not met and item.get_closest_marker(need):
                item.add_marker(pytest.mark.skip(reason=f"needs {need}"))


Command = Callable[[str], Ran]


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*settings.VARIABLES, "TERM_PROGRAM", "KITTY_WINDOW_ID"):
        if name != "CAVENDISH_THREADS":
            monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def cavendish(capsys: pytest.CaptureFixture[str]) -> Command:
    """The real command, in this process: `cavendish("generate 'a cup' --seed 1")`."""

    def command(line: str) -> Ran:
        capsys.readouterr()
        code = run(shlex.split(line))
        out, err = capsys.readouterr()
        return Ran(code, str(out), str(err))

    return command
