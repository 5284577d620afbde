"""The reference painter gives the reference picture, whatever bands it is traced in."""

import numpy as np
import pytest

from cavendish.errors import RequestError
from cavendish.events import Adapter, Painted, Preview, Progress, Request
from cavendish.painters import tracer
from cavendish.painters.tracer import TracerPainter
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Thing
from cavendish.world.stage import Stage, Window, build
from cavendish.world.trace import trace_with_guides

REQUEST = Request("a cup", seed=2, size="256", painter="tracer")


@pytest.fixture(scope="module")
def stage() -> Stage:
    plan = Plan(things=(Thing(id="cup-1", kind="cup"),), place="table")
    return build(complete(plan, REQUEST.seed), REQUEST.seed)


def test_bands_are_the_whole(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tracer, "_BAND", 256 * 48)
    events = list(TracerPainter().paint(stage, REQUEST))
    assert [type(event) for event in events] == [Preview, *[Progress] * 6, Painted]
    painted = events[-1]
    assert isinstance(painted, Painted)
    pixels, guides = trace_with_guides(stage, Window.whole(256, 256))
    different = (np.round(painted.pixels * 255) != pixels).any(-1)
    assert different.mean() < 2e-3  # grouped rays may round differently, and the dither shows it
    assert np.allclose(painted.depth, guides[..., 3], atol=1e-3)
    assert painted.weights == ""


def test_it_takes_no_lora(stage: Stage):
    with pytest.raises(RequestError, match="expected the native painter"):
        next(TracerPainter().paint(stage, Request("a cup", loras=(Adapter("my.safetensors"),))))


def test_a_window_alone_is_that_of_the_whole(stage: Stage):
    window = Window(70, 90, 60, 50, 256, 256)
    pixels, guides = trace_with_guides(stage, window)
    part = TracerPainter().part(stage, REQUEST, window)
    here = (slice(70, 130), slice(90, 140))
    assert np.array_equal(np.round(part.pixels[here] * 255), pixels)
    assert np.array_equal(part.depth[here], guides[..., 3])
    assert part.pixels.shape == (256, 256, 3)
    assert 0.1 < float(part.pixels.mean()) < 0.9
