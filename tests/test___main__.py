"""`python -m cavendish` is the command."""

import subprocess
import sys
from importlib import metadata

_VERSION = "import sys; from cavendish.cli import run; sys.exit(run(['--version']))"


def test_the_version_is_that_of_the_package_by_command_and_by_module():
    for command in ([sys.executable, "-m", "cavendish", "--version"], [sys.executable, "-c", _VERSION]):
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout == f"cavendish {metadata.version('cavendish')}\n"
