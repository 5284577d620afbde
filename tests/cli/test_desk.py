"""Every command and option that was promised is there, and asking for help is light."""

import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

OPTIONS = {
    "": {"--version"},
    "generate": {
        "--out", "--aspect", "--size", "--seed", "-n", "--painter", "--planner", "--steps", "--sampler", "--guidance",
        "--plan", "--logo", "--brand", "--data", "--print", "--background", "--avoid", "--tier", "--season", "--locale",
        "--lora", "--file", "--dir", "--thoughts", "--open", "--json",
    },
    "think": {"--file", "--seed", "--planner", "--avoid", "--season", "--locale", "--json"},
    "again": {"--out", "--size", "--lora"},
    "grid": {"--x", "--y", "--out", "--size", "--seed", "--painter"},
    "export": {"--out", "--seed"},
    "plan show": {"--out", "--seed"},
    "plan schema": set(),
    "doctor": {"--json"},
    "world sheet": {"--out", "--seed", "--painter"},
    "train": {"--minutes", "--out", "--pool", "--crops", "--stages", "--weights", "--resume", "--fresh", "--feed",
              "--rays"},
    "eval": {"--painter", "--limit", "--json", "--out", "--size"},
    "arena": {"--dir", "--file", "--port", "--seed", "--size", "--votes"},
    "play": {"--painter", "--port", "--size"},
    "bench": {"--painter", "--size", "--aspect", "--json"},
}  # fmt: skip

Command = Callable[[str], Any]  # runs the command in this process; see conftest.py


def test_help_is_there_and_light():
    code = (
        "import sys\nfrom cavendish.cli import run\n"
        "codes = [run([*words, '--help']) for words in ([], ['think'], ['generate'], ['world', 'sheet'])]\n"
        "heavy = {'torch', 'numpy', 'numba', 'scipy', 'mujoco', 'PIL'} & set(sys.modules)\n"
        "print(codes, sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[0, 0, 0, 0] []\n"
    assert "Paint a picture and print its path." in done.stdout


@pytest.mark.parametrize("command", OPTIONS)
def test_the_options_are_those_that_were_promised(command: str, cavendish: Command):
    ran = cavendish(f"{command} --help")
    found = set(re.findall(r"(?<![\w-])(--[a-z]+|-n)\b", ran.out.partition("Options:")[2]))
    assert found - {"--help", "--no"} == OPTIONS[command]


def test_the_commands_are_those_that_were_promised(cavendish: Command):
    listed = re.findall(r"^  ([a-z]+) ", cavendish("--help").out.partition("Commands:")[2], re.MULTILINE)
    assert set(listed) == {name.split()[0] for name in OPTIONS if name}
