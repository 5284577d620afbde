"""Pictures come through the painter's own door."""

from collections.abc import Iterator

import numpy as np
import pytest

from cavendish.errors import CavendishError, RequestError
from cavendish.eval.painting import Tokened, named, picture, request_for, to_bytes
from cavendish.eval.scenes import Scene
from cavendish.events import Event, Request
from cavendish.painters.tracer import TracerPainter
from cavendish.world.stage import Stage, Window
from cavendish.world.trace import trace
from tests.eval.plainly import Carrying


def test_painters_are_found_by_name_or_taken_as_they_are() -> None:
    painter = TracerPainter()
    assert named(painter) is painter
    assert named("tracer").name == "tracer"
    with pytest.raises(RequestError):
        named("trace")


def test_only_painters_with_tokens_can_be_asked_for_them() -> None:
    assert isinstance(Carrying(), Tokened)
    assert not isinstance(TracerPainter(), Tokened)


def test_a_picture_is_what_the_painter_painted(scenes: list[Scene], tiny: str) -> None:
    made = picture(TracerPainter(), scenes[0].stage, scenes[0].seed, tiny)
    assert np.array_equal(to_bytes(made), trace(scenes[0].stage, Window.whole(32, 32)))
    other = picture(TracerPainter(), scenes[0].stage, 5, tiny)
    assert not np.array_equal(other, made)


def test_the_request_asks_for_the_plan_itself(scenes: list[Scene]) -> None:
    request = request_for(scenes[0].stage, 7)
    assert (request.plan, request.seed, request.pixels) == (scenes[0].plan, 7, (256, 256))


def test_a_painter_that_paints_nothing_is_an_error(scenes: list[Scene]) -> None:
    class Idle:
        name = "idle"

        def paint(self, stage: Stage, request: Request) -> Iterator[Event]:  # noqa: ARG002 -- the painter's signature
            return iter(())

    with pytest.raises(CavendishError, match="idle"):
        picture(Idle(), scenes[0].stage, 1)
