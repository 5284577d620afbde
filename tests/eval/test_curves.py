"""Curves have a point for every sampler and number of steps, measured on the fixed plans."""

import pytest

from cavendish.eval import curves
from cavendish.events import SAMPLERS, TIERS


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAVENDISH_CACHE", str(tmp_path))


def test_the_tracer_is_as_like_itself_as_can_be_at_any_steps():
    points = [p for p in curves.samplers("tracer", 1, "64x64", (1, 2)) if isinstance(p, curves.Point)]
    assert [(p.name, p.steps) for p in points] == [("any", 1), *((name, 2) for name in SAMPLERS)]
    assert all(p.likeness > 60 for p in points)
    assert all(p.energy == pytest.approx(1, abs=1e-3) for p in points)
    assert all(p.coherence == pytest.approx(1, abs=1e-3) for p in points)
    assert all(p.seconds > 0 for p in points)


def test_every_tier_has_its_point():
    points = [p for p in curves.tiers("tracer", 1, "64x64") if isinstance(p, curves.Point)]
    assert tuple(p.name for p in points) == TIERS
