"""Planners are found by name."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cavendish.errors import RequestError
from cavendish.planners.base import check, find, names


def test_the_native_planner_is_found():
    assert "native" in names()
    assert find("native").name == "native"


def test_what_stands_after_a_colon_is_the_planners_own():
    assert find("openai:qwen3:8b@http://localhost:11434/v1").name == "openai"
    check("openai:qwen3@http://localhost:11434/v1")


@pytest.mark.parametrize(
    ("name", "message"),
    [("openai", "expected openai:MODEL@URL, got openai"), ("openai:", "expected openai:MODEL@URL, got nothing"),
     ("openai:qwen3", "expected openai:MODEL@URL, got qwen3"), ("opnai:qwen3@http://a/v1", "try: --planner openai"),
     ("native:small", "expected native, which takes no argument"), ("", "expected native or openai"),
     (":qwen3", "expected native or openai")],
)  # fmt: skip
def test_a_name_that_is_none_says_what_one_is(name: str, message: str):
    with pytest.raises(RequestError) as caught:
        find(name)
    assert message in str(caught.value)
    assert caught.value.hint
    if ":" in name:
        with pytest.raises(RequestError):
            check(name)


def test_an_unknown_planner_is_met_with_the_nearest():
    with pytest.raises(RequestError) as caught:
        find("natve")
    assert "native" in str(caught.value)


GUIDE = (Path(__file__).parents[2] / "docs" / "planners.md").read_text()


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    return str(found)


@pytest.fixture
def dice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guide's example as an installed package."""
    (tmp_path / "dice_planner.py").write_text(block("python"))
    info = tmp_path / "dice_planner-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: dice-planner\nVersion: 1.0\n")
    ((group, name, value),) = re.findall(r'entry-points\."(.*?)"\]\n(\w+) = "(.*)"', block("toml"))
    (info / "entry_points.txt").write_text(f"[{group}]\n{name} = {value}\n")
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.usefixtures("dice")
def test_the_guides_example_is_a_planner(cavendish: Callable[[str], Any]):
    assert "dice" in names()
    thoughts = find("dice").plan("3 of them", 1)
    assert [thing.kind for thing in thoughts.plan.things] == ["dice"] * 3
    ran = cavendish("think '2 dice' --planner dice --seed 1")
    assert ran.code == 0
    assert ran.out.count('"dice-') == 4  # in the plan, and where each is seen


def test_the_guide_is_a_page_whose_names_are_names():
    assert len(GUIDE.splitlines()) <= 60
    named = re.findall(r"`(openai:\S+@http\S+)`", GUIDE)
    assert len(named) == 4
    assert {find(name).name for name in named} == {"openai"}
