"""Events are frozen values that say which stage they are about."""

import dataclasses
from pathlib import Path

import pytest

from cavendish.train import events


def test_every_event_names_its_stage_and_cannot_be_changed() -> None:
    saved = events.Saved("base", 3, Path("x"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        saved.step = 4  # type: ignore[misc]  # that it fails is the point
    for kind in events.Event.__args__:
        assert dataclasses.fields(kind)[0].name == "stage"
