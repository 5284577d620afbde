"""The cube gives what the grade gives, and greys exactly so."""

import numpy as np
import pytest

from cavendish.finish.cube import SIDE, cube, through
from cavendish.finish.grade import PLAIN, Grade, graded
from cavendish.finish.looks import LOOKS


def test_the_empty_grade_changes_nothing():
    picture = np.random.default_rng(0).random((8, 8, 3), np.float32)
    assert through(picture, PLAIN) is picture


@pytest.mark.parametrize("look", [name for name, look in LOOKS.items() if look.grade != PLAIN])
def test_every_look_is_near_its_grade(look: str):
    picture = np.random.default_rng(2).random((60, 60, 3), np.float32)
    off = np.abs(through(picture, LOOKS[look].grade) - graded(picture, LOOKS[look].grade)) * 255
    assert off.mean() < 0.35
    assert np.quantile(off, 0.99) < 4


def test_colours_of_the_grid_are_exact():
    grade = Grade(exposure=0.5, contrast=0.3)
    at = np.random.default_rng(3).integers(0, SIDE, (6, 7, 3))
    seen = through((at / (SIDE - 1)).astype(np.float32), grade)
    assert np.allclose(seen, cube(grade)[at[..., 0], at[..., 1], at[..., 2]], atol=1e-5)


def test_greys_come_from_greys():
    ramp = np.repeat(np.linspace(0, 1, 500, dtype=np.float32)[None, :, None], 3, 2)
    seen = through(ramp, LOOKS["tri-x"].grade)
    assert np.ptp(seen, axis=2).max() == 0
    assert (np.diff(seen[0, :, 0]) >= -1e-6).all()


def test_colours_outside_the_range_are_held_at_its_ends():
    grade = Grade(contrast=0.5)
    ends = np.array([[[-1.0, -1.0, -1.0], [2.0, 2.0, 2.0]]], np.float32)
    assert np.allclose(through(ends, grade), [[[0, 0, 0], [1, 1, 1]]], atol=1e-6)
