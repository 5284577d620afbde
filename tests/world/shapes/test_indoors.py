"""Scenery indoors, under water and in the sky is cheap, stands on its ground, and is made of what there is."""

import numpy as np
import pytest

from cavendish.world.frames import extent
from cavendish.world.shapes.base import Shape
from cavendish.world.shapes.indoors import INDOORS
from tests.world.shapes.truth import slots_exist

MOST = 16


@pytest.mark.parametrize("shape", INDOORS, ids=lambda shape: shape.name)
def test_scenery_is_cheap_and_made_of_what_there_is(shape: Shape) -> None:
    slots_exist(shape)
    assert len(shape.prims) <= MOST


@pytest.mark.parametrize("shape", INDOORS, ids=lambda shape: shape.name)
def test_scenery_reaches_the_ground(shape: Shape) -> None:
    low, high = extent(shape.prims)
    assert low[1] <= 0.02
    assert high[1] > 0
    assert np.isfinite(high - low).all()


def test_names_are_used_once() -> None:
    assert len({shape.name for shape in INDOORS}) == len(INDOORS)
