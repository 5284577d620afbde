"""The clock's time in words, the name of each hour of the day, and how high the sun then stands."""

import math
import re

from cavendish.plan.lexicon import Time

CLOCK = (
    r"(?:\bat\s+)?(?<![\d:.])(?:0?\d|1\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])"
    r"|\bat\s+(?:0?\d|1\d|2[0-3]):[0-5]\d(?![\d:])"
    r"|(?:\bat\s+)?\b(?:0?[1-9]|1[0-2])\s?o['’]?clock\b"
    r"(?:\s+(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night))?"
)
"""A time of the clock: "at 7 am", "7:30 pm", "at 18:45", "five" is none, "6 o'clock in the evening"."""
SUNRISE, SUNSET, HIGHEST = 6.0, 19.0, 58.0
_NAMED: tuple[tuple[float, Time], ...] = (
    (5.1, "night"), (5.8, "blue hour"), (6.9, "dawn"), (10.0, "morning"), (16.6, "noon"), (18.5, "golden hour"),
    (19.3, "sunset"), (20.4, "blue hour"), (24.0, "night"),
)  # fmt: skip
"""Until when each time of the day lasts, in hours."""


def hour_in(text: str) -> float:
    """The hour, 0 to 24, that a stretch of words matching CLOCK tells; ValueError when it tells none."""
    found = re.search(r"(\d{1,2})(?:[:.](\d\d))?", text)
    if found is None:
        raise ValueError(f"clock: expected a time such as 7:30 pm, got {text!r}")
    hour, minute = int(found[1]), int(found[2] or 0)
    lower = text.lower()
    late = re.search(r"pm|p\.m|afternoon|evening|night", lower) is not None
    early = re.search(r"am\b|a\.m|morning", lower) is not None
    if hour <= 12 and (late or early):
        hour = hour % 12 + (12 if late and not (hour == 12 and "night" in lower) else 0)
    return (hour + minute / 60) % 24


def named(hour: float) -> Time:
    """The name of an hour: of 7.5 "morning"."""
    return next(time for until, time in _NAMED if hour % 24 < until)


def height(hour: float) -> float:
    """How many degrees the sun stands over the horizon: below it at night, HIGHEST halfway through the day."""
    return HIGHEST * math.sin(math.pi * (hour % 24 - SUNRISE) / (SUNSET - SUNRISE))
