"""Painters are found by name, and a wrong name gets the nearest."""

from pathlib import Path

import pytest

from cavendish.errors import RequestError
from cavendish.painters.base import Painter, check, find, names


def test_our_own_painters_are_registered_like_anyones():
    assert {"native", "tracer"} <= set(names())


def test_a_painter_is_found_and_stays_the_same_until_the_weights_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    painter = find("tracer")
    assert isinstance(painter, Painter)
    assert painter.name == "tracer"
    assert find("tracer") is painter
    monkeypatch.setenv("CAVENDISH_WEIGHTS", str(tmp_path))
    assert find("tracer") is not painter


@pytest.mark.parametrize(("wrong", "offered"), [("tracr", "tracer"), ("Native", "native"), ("x", "native")])
def test_an_unknown_painter_gets_the_nearest(wrong: str, offered: str):
    with pytest.raises(RequestError) as caught:
        check(wrong)
    assert caught.value.hint == f"--painter {offered}"
    with pytest.raises(RequestError):
        find(wrong)
