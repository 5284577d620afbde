"""A window that is painted alone is what the whole picture has there; about it is the picture, less sharp."""

import numpy as np
import pytest
import torch

from cavendish.events import Painted, Request
from cavendish.models.decoder import Decoder
from cavendish.models.refiner import Refiner
from cavendish.painters.loading import Models
from cavendish.painters.native import NativePainter
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Thing
from cavendish.world.stage import Stage, Window, build


@pytest.fixture(scope="module")
def stage() -> Stage:
    return build(complete(Plan(things=(Thing(id="cup-1", kind="cup", color="red"),)), 1), 1)


@pytest.fixture(scope="module")
def painter() -> NativePainter:
    """Random parts with a ladder that stops at 4, so that 256 pixels are two levels over the base."""
    torch.manual_seed(1)
    decoder, refiner = Decoder(), Refiner()
    for weight in (w for part in (decoder, refiner) for w in part.requires_grad_(False).parameters()):
        if float(weight.abs().max()) == 0:
            torch.nn.init.normal_(weight, std=0.02)
    return NativePainter(
        Models(decoder, refiner, None, None, 4, torch.device("cpu"), torch.float32, "0" * 16)
    )


@pytest.mark.parametrize("window", [Window(61, 90, 50, 77, 256, 256), Window(200, 0, 56, 31, 256, 256)])
def test_a_window_alone_is_that_of_the_whole(painter: NativePainter, stage: Stage, window: Window) -> None:
    request = Request("a red cup", seed=3, size="256", aspect="1:1")
    *_, whole = painter.paint(stage, request)
    assert isinstance(whole, Painted)
    part = painter.part(stage, request, window)
    here = (slice(window.y0, window.y0 + window.h), slice(window.x0, window.x0 + window.w))
    assert float(np.abs(part.pixels[here] - whole.pixels[here]).max()) < 2e-3
    assert np.array_equal(part.depth[here], whole.depth[here])
    assert part.pixels.shape == whole.pixels.shape
    assert float(np.abs(part.pixels - whole.pixels).mean()) < 0.2
    assert part.again is not None
    assert part.again(part.pixels[here], window).shape == (window.h, window.w, 3)
