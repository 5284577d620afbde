"""Planners are found by name."""

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
