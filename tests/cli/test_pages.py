"""The commands that serve pages say what is wrong before they serve."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[[str], Any]  # runs the command in this process; see conftest.py

BAD = {
    "play --painter nativ": "try: --painter native",
    "play --size 9K": "size: expected",
    "arena {tmp} {tmp}": "arena: expected pictures of the same names in both folders, got none",
    "arena {tmp} monet": "painter: expected",
    "arena {tmp} tracer --file {tmp}/none.txt": "none.txt: no such file or directory",
}


@pytest.mark.parametrize(("line", "message"), BAD.items(), ids=list(BAD))
def test_bad_input_gets_one_line(line: str, message: str, tmp_path: Path, cavendish: Command):
    done = cavendish(line.replace("{tmp}", str(tmp_path)))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert message in done.err


def test_a_port_that_is_taken_is_told(cavendish: Command):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = cavendish(f"play --painter tracer --port {taken.getsockname()[1]}")
    assert done.code == 2
    assert "port: expected one that is free" in done.err
