"""Times of the clock are read, named, and have their sun."""

import re

import pytest

from cavendish.plan.clock import CLOCK, HIGHEST, height, hour_in, named


@pytest.mark.parametrize(
    ("text", "hour"),
    [("at 7 am", 7), ("7:30 pm", 19.5), ("at 18:45", 18.75), ("12 am", 0), ("12 pm", 12),
     ("6 o'clock in the evening", 18), ("at 5 o'clock", 5), ("11 p.m.", 23), ("9 o'clock at night", 21)],
)  # fmt: skip
def test_the_clock_is_read(text: str, hour: float) -> None:
    assert re.fullmatch(CLOCK, text, re.IGNORECASE)
    assert hour_in(text) == pytest.approx(hour)


@pytest.mark.parametrize("text", ["7", "16:9", "85mm", "seven", "4 amber cups", "at 25:00"])
def test_other_numbers_are_no_clock(text: str) -> None:
    assert not re.fullmatch(CLOCK, text, re.IGNORECASE)


def test_the_day_is_named_in_its_order() -> None:
    names = list(dict.fromkeys(named(h / 4) for h in range(96)))
    assert names == ["night", "blue hour", "dawn", "morning", "noon", "golden hour", "sunset"]
    assert named(20) == "blue hour"
    assert named(23.5) == "night"


def test_the_sun_is_highest_halfway_and_down_at_night() -> None:
    assert height(12.5) == pytest.approx(HIGHEST)
    assert height(6) == pytest.approx(0)
    assert height(3) < 0 < height(9) < height(12)


def test_what_tells_no_time_is_an_error() -> None:
    with pytest.raises(ValueError, match="clock"):
        hour_in("noonish")
