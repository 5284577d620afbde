"""Errors are one line that a person can act on."""

from pathlib import Path

import pytest

from cavendish.errors import (
    CavendishError,
    FileError,
    PlanError,
    PlannerError,
    RequestError,
    TrainError,
    WeightsError,
    clip,
    nearest,
)


@pytest.mark.parametrize("kind", [RequestError, PlanError, PlannerError, FileError, WeightsError, TrainError])
def test_every_error_is_of_one_tree_and_one_line(kind: type[CavendishError]):
    with pytest.raises(CavendishError) as caught:
        raise kind("size: expected 1K,\n got 9K", hint="--size\n1K")
    assert str(caught.value) == "size: expected 1K, got 9K; try: --size 1K"


def test_without_a_hint_nothing_is_offered():
    assert str(FileError("gone")) == "gone"


def test_the_nearest_option_ignores_case_and_nothing_alike_is_none():
    assert nearest("Trcer", ["native", "tracer"]) == "tracer"
    assert nearest("4k", ["512", "4K"]) == "4K"
    assert nearest("xylophone", ["native", "tracer"]) is None


def test_long_values_are_cut_short():
    assert clip("a" * 1000) == "a" * 59 + "…"
    assert clip(12) == "12"
    assert clip(Path("/a") / ("b" * 100) / "cup.png") == "…" + "b" * 51 + "/cup.png"
