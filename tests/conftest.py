"""What every test may rely on: settings that are nobody's, a core of its own, and the command run in this process."""

import os
import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

# A core a process, set before torch and Numba are there to read it: the threads of OpenMP spin while they wait, so two
# processes that each use every core are many times slower than two that keep to their own.
for _threads in ("OMP_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")

from cavendish import settings  # noqa: E402 -- after the threads
from cavendish.cli import run  # noqa: E402 -- after the threads


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Workers begin with a run of files each and take from one another at the end: what a file made is made once."""
    if config.getvalue("dist") != "load":
        return None
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


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
