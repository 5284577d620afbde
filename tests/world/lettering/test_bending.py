"""A bent text keeps its room, its letters' shapes, and the way that it was bent."""

import numpy as np
import pytest

from cavendish.world.lettering.bending import bent
from cavendish.world.letters import MARGIN, layout


def middles(contours: tuple[np.ndarray, ...]) -> np.ndarray:
    return np.array([(polygon.min(0) + polygon.max(0)) / 2 for polygon in contours])


@pytest.mark.parametrize("degrees", [-120.0, -40.0, 40.0, 120.0])
def test_it_fits_and_bends_the_way_it_should(degrees: float) -> None:
    block = bent(layout("oooooooo", 2.0, 1.0), degrees)
    ink = np.concatenate(block.contours)
    free = MARGIN * 1.0
    assert (np.abs(ink) <= (1.0 - free + 1e-9, 0.5 - free + 1e-9)).all()
    assert np.isclose(np.abs(ink).max(0), (1.0 - free, 0.5 - free), atol=1e-6).any()
    spots = middles(block.contours)
    inner, outer = np.abs(spots[:, 0]).argmin(), np.abs(spots[:, 0]).argmax()
    assert np.sign(spots[inner, 1] - spots[outer, 1]) == np.sign(degrees)


def test_not_bent_is_the_same() -> None:
    block = layout("Tea", 2.0, 1.0)
    assert bent(block, 0.0) is block


def test_hardly_bent_is_hardly_moved() -> None:
    block = layout("Tea room", 2.0, 1.0)
    after = np.concatenate(bent(block, 0.01).contours)
    assert np.allclose(after, np.concatenate(block.contours), atol=1e-3)
