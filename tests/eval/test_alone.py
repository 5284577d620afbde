"""A process without the renderer paints what this one paints, or says that it cannot."""

import os

import numpy as np
import pytest

from cavendish.eval.alone import Order, paint_alone
from cavendish.eval.painting import picture
from cavendish.eval.scenes import Scene
from cavendish.painters.tracer import TracerPainter
from tests.eval.plainly import Plainly

pytestmark = pytest.mark.slow  # new processes import everything again


def test_a_painter_that_needs_no_renderer_paints_equal_pixels(scenes: list[Scene]) -> None:
    orders = [Order(scene.plan, scene.seed) for scene in scenes[:1]]
    made = paint_alone(Plainly(), orders, "256", os.environ)
    assert made is not None
    here = picture(Plainly(), scenes[0].stage, scenes[0].seed)
    assert np.abs(made[0] - here).mean() < 1e-4  # another process may group rays, and so round, differently


def test_a_painter_that_falls_back_on_the_renderer_is_caught(scenes: list[Scene]) -> None:
    assert paint_alone(TracerPainter(), [Order(scenes[0].plan, 1)], "256", os.environ) is None
