"""Planners are found by name."""

import pytest

from cavendish.errors import RequestError
from cavendish.planners.base import find, names


def test_the_native_planner_is_found():
    assert "native" in names()
    assert find("native").name == "native"


def test_an_unknown_planner_is_met_with_the_nearest():
    with pytest.raises(RequestError) as caught:
        find("natve")
    assert "native" in str(caught.value)
