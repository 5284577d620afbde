"""The commands of those who build, as a person or a script meets them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

Command = Callable[[str], Any]  # runs the command in this process; see conftest.py


def test_the_doctor_speaks_json_too(cavendish: Command):
    told = json.loads(cavendish("doctor --json").out)
    assert told["painters"] == "native, tracer"
    assert {"ok", "torch", "device", "weights"} <= set(told)


def test_a_reader_that_goes_away_is_no_error_to_talk_about():
    code = "from cavendish.cli import main; main()"
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write) as pipe:
        done = subprocess.run(
            [sys.executable, "-c", code, "doctor"], stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"")
