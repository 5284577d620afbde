"""Words tell the weather, and it is out of doors."""

import pytest

from cavendish.plan.lexicon import INDOORS
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.weathers import weather_in, weather_words, weathered

CAT = Plan(things=(Thing(id="cat-1", kind="cat"),))


@pytest.mark.parametrize(
    ("prompt", "weather"),
    [("a red umbrella on a rainy street", "rain"), ("a fox on a misty morning", "fog"), ("a cup", None),
     ("a dog while it is snowing", "snowfall"), ("a cloudy day at the beach", "overcast"), ("a train", None),
     ("a sign that says “RAIN”", None), ("a sunny meadow", "clear"), ("a brainy owl", None)],
)  # fmt: skip
def test_words_tell_the_weather(prompt: str, weather: str | None):
    assert weather_in(prompt) == weather


def test_weather_asks_for_the_open_air_and_is_not_seen_indoors():
    for seed in range(8):
        plan, said = weathered(CAT, "rain", None, seed)
        assert plan.place not in INDOORS
        assert (plan.weather, len(said)) == ("rain", 1)
    kitchen = CAT.model_copy(update={"place": "kitchen"})
    plan, said = weathered(kitchen, "rain", None, 1)
    assert (plan, len(said)) == (kitchen, 1)
    beach = CAT.model_copy(update={"place": "beach"})
    assert weathered(beach, None, "summer", 1)[0].season == "summer"
    assert weathered(CAT, None, None, 1) == (CAT, ())


def test_every_word_of_it_is_accounted_for():
    assert {"rain", "foggy", "snowing", "overcast", "sunny"} <= weather_words()
