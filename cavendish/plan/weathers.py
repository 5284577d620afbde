"""The weather that words tell, and a place where it can be."""

import re
from functools import cache

from cavendish.plan.chance import draw
from cavendish.plan.lexicon import INDOORS, Place, Season, Weather
from cavendish.plan.quoting import lift
from cavendish.plan.schema import Plan

_WORDS: dict[Weather, str] = {
    "snowfall": "snowing|snows|snowfall|snowstorm|blizzard|falling snow|snowflakes|snow falling",
    "rain": "rain|rains|raining|rainy|rainfall|drizzle|drizzling|downpour|thunderstorm|stormy|storm|monsoon|raindrops",
    "fog": "fog|foggy|mist|misty|haze|hazy",
    "overcast": "overcast|cloudy|grey sky|gray sky|cloudy sky|gloomy weather",
    "clear": "sunny|sunshine|clear sky|cloudless|blue sky|clear weather",
}
_OPEN: tuple[Place, ...] = ("street", "park", "village", "meadow")


def weather_in(prompt: str) -> Weather | None:
    """The weather that the prompt's words tell, the first of snow, rain, fog, cloud, sun; None when none does."""
    words = " ".join(("", *re.findall(r"[a-z]+", lift(prompt).text.lower()), ""))
    for kind, listed in _WORDS.items():
        if any(f" {word} " in words for word in listed.split("|")):
            return kind
    return None


@cache
def weather_words() -> frozenset[str]:
    """Every word that tells the weather by itself."""
    return frozenset(word for listed in _WORDS.values() for word in listed.split("|") if " " not in word)


def weathered(
    plan: Plan, weather: Weather | None, season: Season | None, seed: int
) -> tuple[Plan, tuple[str, ...]]:
    """The plan under weather and season, out of doors where nobody said a place; with lines for the user."""
    if plan.place in INDOORS:
        return plan, () if weather is None else (f"{weather}: there is none indoors, so it is not seen",)
    told = {"weather": plan.weather or weather, "season": plan.season or season}
    if plan.place is None and (season is not None or weather not in (None, "clear")):
        kinds = sorted({thing.kind for thing in plan.things})
        told["place"] = _OPEN[int(draw(seed, "weather", "place", *kinds) * len(_OPEN))]
        why = " and ".join(word for word in (weather, season) if word)
        return plan.model_copy(update=told), (f"place: {told['place']}, for {why} is seen out of doors",)
    return plan.model_copy(update=told), ()
