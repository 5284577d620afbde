"""Grades are monotone, fixed at both ends, and the empty one is the identity."""

import numpy as np
import pytest

from cavendish.finish.develop import LOOKS
from cavendish.finish.grade import PLAIN, Grade, graded

RAMP = np.repeat(np.linspace(0, 1, 256, dtype=np.float32)[None, :, None], 3, axis=2)


def test_the_empty_grade_changes_nothing():
    assert graded(RAMP, PLAIN) is RAMP


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_look_is_monotone_and_keeps_black_and_white(look: object):
    seen = graded(RAMP, look.grade)  # pyright: ignore[reportAttributeAccessIssue] -- values of a typed table
    assert (np.diff(seen, axis=1) >= -1e-6).all()
    assert np.allclose(seen[0, 0], 0, atol=1e-6)
    assert np.allclose(seen[0, -1], 1, atol=1e-6)


def test_without_colour_every_pixel_is_grey_and_greys_keep_their_tone():
    grade = Grade(color=0.0, mix=(0.3, 0.5, 0.2))
    seen = graded(np.random.default_rng(0).random((9, 9, 3), np.float32), grade)
    assert np.ptp(seen, axis=2).max() < 1e-6
    assert np.allclose(graded(RAMP, grade), RAMP, atol=1e-6)


def test_contrast_turns_about_middle_grey():
    seen = graded(RAMP, Grade(contrast=0.5))
    assert seen[0, 64, 0] < RAMP[0, 64, 0]
    assert seen[0, 192, 0] > RAMP[0, 192, 0]
    assert graded(np.full((1, 1, 3), 0.5, np.float32), Grade(contrast=0.5))[0, 0, 0] == pytest.approx(0.5)


def test_a_shadow_tint_is_largest_a_quarter_up():
    tint = graded(RAMP, Grade(shadows=(0.0, 0.0, 0.02)))[0, :, 2] - RAMP[0, :, 2]
    assert abs(int(np.argmax(tint)) - 64) < 3
    assert tint.max() == pytest.approx(0.02, rel=0.02)
