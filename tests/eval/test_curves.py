"""Curves have a point for every sampler and number of steps, measured on the fixed plans."""

import pytest

from cavendish.errors import RequestError
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


def test_every_guidance_has_its_point():
    points = [p for p in curves.guidance("tracer", 1, "64x64", (0.0, 1.5)) if isinstance(p, curves.Point)]
    assert [p.name for p in points] == ["guidance 0", "guidance 1.5"]


def test_only_what_climbs_a_ladder_can_be_stopped_on_it():
    with pytest.raises(RequestError, match="expected native, got tracer"):
        list(curves.stops("tracer", 1, "64x64"))


@pytest.mark.weights
@pytest.mark.slow
def test_the_weights_climb_as_far_as_is_said():
    points = [p for p in curves.stops("native", 1, "64x64", (1, 4)) if isinstance(p, curves.Point)]
    assert [(p.name, p.steps) for p in points] == [
        ("1 (1 tokens)", 1), ("1 (1 tokens)", 4), ("4 (30 tokens)", 1), ("4 (30 tokens)", 4),
    ]  # fmt: skip
    assert len({p.weights for p in points}) == 1
    assert points[0].likeness != points[2].likeness
