"""The ratchets: what may not get worse."""

import inspect
import os
import re
import shlex
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import cavendish as package
from cavendish import errors, image
from cavendish.cli import run
from tests.every import every

ROOT = Path(__file__).parent.parent
SOURCE = sorted((ROOT / "cavendish").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
VAGUE = re.compile(r"^(utils?|helpers?|common|misc|manager|core|base_?utils)$")
BARE = re.compile(r"#\s*(noqa|type:\s*ignore|pyright:)(?!.*(--|—|#)\s*\w[\w' ]{2,})")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
README = (ROOT / "README.md").read_text()


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def text_of(path: Path) -> str:
    return path.read_text()


def is_a_page_with_a_purpose(path: Path):
    lines = text_of(path).splitlines()
    assert lines, "an empty file has no purpose"
    assert re.match(r'^"""\S.{10,}', lines[0]), "the first line states the purpose"
    assert len(lines) <= 400, "a file is a page"
    assert not VAGUE.match(path.stem), "a plain name"
    assert not any(VAGUE.match(part) for part in path.relative_to(ROOT).parts[:-1]), "a plain name"


def has_its_test(path: Path):
    inner = path.relative_to(ROOT / "cavendish")
    assert (ROOT / "tests" / inner.parent / f"test_{inner.name}").exists()


def has_reasons_for_its_exceptions(path: Path):
    for number, line in enumerate(text_of(path).splitlines(), 1):
        assert not BARE.search(line), f"line {number}: {line.strip()}"


def test_a_file_says_what_it_is_for_and_is_a_page():
    every([*SOURCE, *TESTS], is_a_page_with_a_purpose, name=named)


def test_a_file_has_its_test():
    every([path for path in SOURCE if path.name != "__init__.py"], has_its_test, name=named)


def test_an_exception_to_a_rule_has_its_reason_beside_it():
    every([*SOURCE, *TESTS], has_reasons_for_its_exceptions, name=named)


ERRORS = [
    name
    for name, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.CavendishError) and kind is not errors.CavendishError
]


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_is_raised_by_the_package_and_by_a_test(name: str):
    assert any(re.search(rf"raise {name}\(", text_of(path)) for path in SOURCE)
    assert any(re.search(rf"raises\(\s*{name}\b", text_of(path)) for path in TESTS)


def test_the_public_api_is_what_was_promised():
    found = {
        name: str(inspect.signature(getattr(package, name))) for name in package.__all__ if name[0] != "_"
    }
    assert found == {
        "generate": "(prompt: str, *, seed: int = 0, aspect: str | None = None, size: str = '1K', "
        "painter: str = 'native', planner: str = 'native', steps: int | None = None, sampler: str | None = None, "
        "guidance: float | None = None, plan: 'Plan | None' = None) -> 'Finished'",
        "load": "(path: 'Path | str') -> 'Recipe'",
        "save": "(finished: 'Finished', path: 'Path | str') -> None",
        "think": "(prompt: str, *, seed: int = 0, planner: str = 'native') -> 'Planned'",
    }


@pytest.mark.parametrize("group", ["cavendish.painters", "cavendish.planners"])
def test_what_is_installed_is_what_the_project_registers(group: str):
    installed = {point.name: point.value for point in entry_points(group=group)}
    for name, value in PROJECT["project"]["entry-points"][group].items():
        assert installed[name] == value
        module, _, made = value.partition(":")
        file = ROOT / (module.replace(".", "/") + ".py")
        assert re.search(rf"^class {made}\b", file.read_text(), re.MULTILINE)


def test_tools_are_pinned_once_and_every_dependency_has_a_tested_version():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    tested = dict(line.lower().replace("_", "-").split("==") for line in lines if "==" in line)
    for pin in PROJECT["project"]["optional-dependencies"]["dev"]:
        name, _, version = pin.partition("==")
        assert tested[name] == version
    for need in PROJECT["project"]["dependencies"]:
        assert re.split(r"[><=~!]", need)[0] in tested


def test_the_shipped_weights_are_small_and_only_safetensors():
    files = [path for path in (ROOT / "cavendish" / "weights").glob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 28 * 2**20
    assert {path.suffix for path in files} <= {".safetensors", ".json", ".md"}


def test_one_script_is_the_only_definition_of_green():
    assert (ROOT / ".ci" / "run").read_text().splitlines()[-1] == "exec ./check"
    check = (ROOT / "check").read_text()
    for tool in ("ruff check .", "ruff format --check .", "pyright", "lint-imports", "pytest -n 2"):
        assert f"\n{tool}" in check
    assert ".ci/run" in (ROOT / ".github" / "workflows" / "ci.yml").read_text()
    for script in (".ci/run", "check", "paint", "scripts/environment", "scripts/system-packages"):
        assert os.access(ROOT / script, os.X_OK)
        assert (ROOT / script).read_text().startswith("#!/usr/bin/env bash\n#")


def commands() -> list[list[str]]:
    """Every command of the README's shell blocks, without comments and prompts."""
    blocks = re.findall(r"```(?:sh|bash|console)\n(.*?)```", README, re.DOTALL)
    lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
    return [words for line in lines if (words := shlex.split(line.removeprefix("$ "), comments=True))]


def test_the_readmes_first_two_commands_are_the_two_that_set_everything_up():
    first, second = commands()[:2]
    assert first[0] == "./paint"
    assert second == ["./check"]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_a_readme_command_is_one_that_exists(words: list[str], capsys: pytest.CaptureFixture[str]):
    if words[0].startswith("./"):
        assert (ROOT / words[0]).exists()
        words = ["cavendish", "generate", *words[1:]] if words[0] == "./paint" else words
    if words[0] != "cavendish" or len(words) == 1:
        return
    path = words[1:3] if words[1] in ("world", "plan") else words[1:2]
    assert run([*path, "--help"]) == 0
    told = capsys.readouterr().out
    for word in words[1 + len(path) :]:
        if re.match(r"--?[a-zA-Z]", word):
            assert re.search(rf"(?<![\w-]){word.partition('=')[0]}\b", told), word


@pytest.mark.slow
@pytest.mark.weights
def test_the_readmes_first_command_paints(tmp_path: Path):
    out = tmp_path / "first.png"
    code = "from cavendish.cli import main; main()"
    words = [*commands()[0][1:], "-o", str(out)]
    done = subprocess.run(
        [sys.executable, "-c", code, "generate", *words], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"{out}\n"), done.stderr
    assert image.read(out).shape == (1024, 1024, 3)
    assert image.read(out).std() > 15
