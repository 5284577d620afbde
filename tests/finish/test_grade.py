"""Grades are monotone, fixed at both ends, and the empty one is the identity."""

import numpy as np
import pytest

from cavendish.finish.grade import HUES, LUMA, PLAIN, Grade, Turn, exposed, graded, to_display, to_linear
from cavendish.finish.looks import LOOKS, Look

RAMP = np.repeat(np.linspace(0, 1, 256, dtype=np.float32)[None, :, None], 3, axis=2)


def test_the_empty_grade_changes_nothing():
    assert graded(RAMP, PLAIN) is RAMP


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_look_is_monotone(look: Look):
    seen = graded(RAMP, look.grade)
    assert (np.diff(seen, axis=1) >= -1e-5).all()
    assert seen.min() >= 0
    assert seen.max() <= 1 + 1e-6


@pytest.mark.parametrize("look", [name for name, look in LOOKS.items()
                                  if look.grade.paper == PLAIN.paper and not any(look.grade.shadows)
                                  and not any(look.grade.highlights)])  # fmt: skip
def test_a_look_without_tints_keeps_greys_grey(look: str):
    assert np.ptp(graded(RAMP, LOOKS[look].grade), axis=2).max() < 2e-4


@pytest.mark.parametrize(
    "name", ["film", "black and white", "ektar 100", "velvia 50", "tri-x", "noir", "oil painting"]
)
def test_black_and_white_stay_where_a_print_has_both(name: str):
    seen = graded(RAMP, LOOKS[name].grade)
    assert np.allclose(seen[0, 0], 0, atol=2e-3)
    assert np.allclose(seen[0, -1], 1, atol=2e-3)


def test_turns_change_their_own_hue_and_leave_grey_alone():
    red, green = np.array([[[0.8, 0.1, 0.1]]], np.float32), np.array([[[0.1, 0.6, 0.1]]], np.float32)
    grade = Grade(turns=(Turn("green", color=0.4),))
    assert np.allclose(graded(red, grade), red, atol=0.02)
    assert np.ptp(graded(green, grade)) < 0.7 * np.ptp(green)
    assert np.allclose(graded(RAMP, grade), RAMP, atol=2e-4)
    assert graded(red, Grade(turns=(Turn("red", by=20.0),)))[0, 0, 1] > red[0, 0, 1] + 0.03


def test_more_colour_is_never_cut_off_but_drawn_to_its_own_grey():
    picture = np.random.default_rng(1).random((20, 20, 3), np.float32)
    seen = to_linear(graded(picture, Grade(color=1.6)))
    assert np.isfinite(seen).all()
    vivid = to_linear(graded(np.array([[[1.0, 0.02, 0.02]]], np.float32), Grade(color=1.6)))
    assert vivid[0, 0] @ np.array(LUMA) == pytest.approx(0.2126 + 0.001, abs=0.03)


def test_the_films_have_the_character_they_are_known_for():
    sky, leaf, skin = (
        np.array([[c]], np.float32) for c in ((0.35, 0.55, 0.85), (0.25, 0.5, 0.2), (0.8, 0.6, 0.5))
    )

    def colorful(name: str, color: np.ndarray) -> float:
        return float(np.ptp(graded(color, LOOKS[name].grade)))

    for color in (sky, leaf):
        assert colorful("portra 400", color) < np.ptp(color) < colorful("ektar 100", color)
        assert colorful("ektar 100", color) < colorful("velvia 50", color)
    warm = graded(skin, LOOKS["portra 400"].grade)[0, 0]
    assert warm[0] > warm[1] > warm[2]
    assert warm.mean() > skin.mean()
    red = np.array([[[0.7, 0.1, 0.1]]], np.float32)
    assert graded(red, LOOKS["tri-x"].grade)[0, 0, 0] < graded(sky, LOOKS["tri-x"].grade)[0, 0, 0]


@pytest.mark.parametrize("stops", [-1.0, 0.0, 0.7])
def test_a_stop_is_twice_the_light_where_it_is_dark_and_white_is_not_cut(stops: float):
    ramp = np.linspace(0, 1, 99, dtype=np.float32).reshape(-1, 3)
    seen = exposed(ramp, stops)
    assert seen[0, 1] == pytest.approx(ramp[0, 1] * 2**stops, rel=0.02)
    assert seen.max() == pytest.approx(min(2**stops, 1.0))
    assert np.allclose(exposed(ramp, np.full((33, 1), stops, np.float32)), seen)


def test_the_two_curves_are_inverse():
    ramp = np.linspace(0, 1, 300, dtype=np.float32).reshape(10, 10, 3)
    assert np.allclose(to_display(to_linear(ramp)), ramp, atol=1e-5)


def test_hues_rise_round_the_circle():
    assert sorted(HUES.values()) == list(HUES.values())


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
