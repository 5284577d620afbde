"""Relighting finds those whose light obeys."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cavendish.eval.relight import relight
from cavendish.eval.scenes import Scene
from cavendish.events import Event, Request
from cavendish.painters.tracer import TracerPainter
from cavendish.world.stage import Stage
from tests.eval.plainly import Plainly

SIDE = 32


def test_the_tracer_agrees_with_itself(scenes: list[Scene], tiny: str) -> None:
    found = relight(TracerPainter(), scenes[0], tiny, SIDE)
    assert found.score == pytest.approx(1.0, abs=1e-6)
    assert 0.5 < found.ceiling <= 1.0
    assert found.plain < found.ceiling


def test_light_painted_on_alike_from_every_side_has_no_correlation(scenes: list[Scene], tiny: str) -> None:
    class Average:
        name = "average"

        def paint(self, stage: Stage, request: Request) -> Iterator[Event]:
            return Plainly().paint(replace(stage, light=scenes[0].stage.light), request)

    assert relight(Average(), scenes[0], tiny, SIDE).score == 0.0
