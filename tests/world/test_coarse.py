"""Every second ray tells what the others meet: the same things in the same places, in any window."""

from collections.abc import Callable

import numpy as np
import pytest

from cavendish.world import guides as guiding
from cavendish.world import surfaces
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.stage import Stage, Window

Staged = Callable[..., Stage]
DRAWN = [
    "octave.0",
    "octave.1",
    "octave.2",
    "octave.3",
]  # as fine as a pixel: a hair's breadth makes them others
WHOLE = Window.whole(160, 240)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every picture is large."""
    monkeypatch.setattr(surfaces, "LARGE", 0)
    monkeypatch.setattr(guiding, "LARGE", 0)
    monkeypatch.setattr(guiding, "_PART", (64, 96))


def _geometry(stage: Stage, window: Window) -> np.ndarray:
    seen = guides(stage, window)
    return seen[..., [k for k, name in enumerate(CHANNELS) if name not in DRAWN]]


@pytest.mark.parametrize(
    ("place", "kinds"), [("table", ["cup", "teddy bear"]), ("library", ["person", "glasses"])]
)
def test_neighbours_tell_what_tracing_every_ray_would(
    staged: Staged, monkeypatch: pytest.MonkeyPatch, place: str, kinds: list[str]
) -> None:
    stage = staged(kinds, place=place)
    traced = _geometry(stage, WHOLE)
    monkeypatch.setattr(surfaces, "LARGE", 0)
    monkeypatch.setattr(guiding, "LARGE", 0)
    monkeypatch.setattr(guiding, "_PART", (64, 96))
    found = _geometry(stage, WHOLE)
    apart = np.abs(found - traced)
    assert (apart > 0.05).mean() < 0.004
    assert apart.mean() < 0.001
    instance = CHANNELS.index("instance")
    assert (apart[..., instance] > 0.01).mean() < 0.006  # slivers two pixels wide, at the least size there is


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(("top", "left"), [(40, 60), (41, 63), (0, 1)])
def test_a_window_is_a_part_of_the_whole(staged: Staged, top: int, left: int) -> None:
    stage = staged(["cup", "apple"], place="table")
    part = guides(stage, Window(top, left, 51, 74, WHOLE.H, WHOLE.W))
    whole = guides(stage, WHOLE)[top : top + 51, left : left + 74]
    assert part.shape == (51, 74, len(CHANNELS))
    assert np.abs(part - whole).max() < 1e-4
