"""What a picture without a background keeps: the things' coverage, and shadows on the side away from the light."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from cavendish.world import matte as mattes
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.matte import matte
from cavendish.world.stage import Stage, Window

Staged = Callable[..., Stage]


def test_coverage_is_the_guides_own(staged: Staged):
    stage = staged(["cup", "dog"], place="meadow", time="noon")
    coverage, shadow = matte(stage, (72, 72))
    assert np.allclose(
        coverage, guides(stage, Window.whole(72, 72))[..., CHANNELS.index("coverage")], atol=1e-6
    )
    assert float(shadow.min()) >= 0
    assert float(shadow.max()) <= 1


def test_shadows_fall_away_from_the_light_and_are_gone_with_the_things(staged: Staged):
    def side(azimuth: float) -> float:
        coverage, shadow = matte(staged(["cup"], azimuth=azimuth), (64, 64))
        where = coverage.sum(0) @ np.arange(64) / coverage.sum()
        return float((shadow.sum(0) @ np.arange(64)) / shadow.sum() - where)

    assert side(-70) > 2
    assert side(70) < -2
    empty = replace(staged(["cup"]), ids=(), things=staged(["cup"]).things[:0], frames=(), letters=())
    assert not np.any(matte(empty, (48, 48)))


def test_parts_make_what_the_whole_makes(staged: Staged, monkeypatch: pytest.MonkeyPatch):
    stage = staged(["teddy bear"])
    whole = matte(stage, (96, 120))
    monkeypatch.setattr(mattes, "_PART", (32, 48))
    for a, b in zip(whole, matte(stage, (96, 120)), strict=True):
        assert np.allclose(a, b, atol=1e-5)
