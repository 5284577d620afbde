"""Weather greys the light and wets the ground, seasons colour the leaves, and rooms know neither."""

from dataclasses import replace

import numpy as np
import pytest

from cavendish.plan.layout import complete
from cavendish.plan.lexicon import Place, Season, Weather
from cavendish.plan.schema import Plan, Thing
from cavendish.world import weather as weathers
from cavendish.world.grounds import GROUNDS
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.sites import GREENS
from cavendish.world.stage import Stage, Window, build


def _stage(place: Place, weather: Weather | None = None, season: Season | None = None) -> Stage:
    things = (Thing(id="cat-1", kind="cat"),)
    return build(complete(Plan(place=place, weather=weather, season=season, things=things), 3), 3)


@pytest.mark.parametrize("weather", ["overcast", "rain", "fog", "snowfall"])
def test_clouds_take_the_suns_light_and_give_it_to_the_sky(weather: Weather):
    clear, cloudy = _stage("park").light, _stage("park", weather).light
    assert cloudy.key_color.sum() < 0.6 * clear.key_color.sum()
    assert cloudy.sky.sum() > clear.sky.sum()
    assert cloudy.key_radius > clear.key_radius
    assert np.ptp(cloudy.zenith) < 0.1 * cloudy.zenith.mean()  # a grey sky
    assert (cloudy.key == clear.key).all()


def test_indoors_there_is_no_weather():
    clear, rain = _stage("kitchen"), _stage("kitchen", "rain", "winter")
    assert np.array_equal(clear.light.key_color, rain.light.key_color)
    assert np.array_equal(guides(clear, Window.whole(32, 32)), guides(rain, Window.whole(32, 32)))
    assert weathers.air_of(rain.light, "rain") is None


def test_rain_makes_the_ground_dark_and_its_puddles_mirrors():
    dry, wet = (guides(_stage("street", weather), Window.whole(64, 64)) for weather in (None, "rain"))
    ground = (dry[..., CHANNELS.index("ground")] > 0.99) & (dry[..., CHANNELS.index("height")] < 0.01)
    rough, base, mirrored = (CHANNELS.index(name) for name in ("rough", "base.g", "second.inverse_depth"))
    assert wet[ground][:, rough].mean() < 0.7 * dry[ground][:, rough].mean()
    assert wet[ground][:, base].mean() < 0.9 * dry[ground][:, base].mean()
    assert (wet[ground][:, mirrored] > 0).sum() > (dry[ground][:, mirrored] > 0).sum()


def test_winter_covers_meadows_and_frosts_leaves():
    assert weathers.ground_named("grass", "meadow", None, "winter") == "snow" in GROUNDS
    assert weathers.ground_named("grass", "meadow", "snowfall", None) == "snow"
    assert weathers.ground_named("asphalt", "street", None, "winter") == "asphalt"
    assert _stage("meadow", None, "winter").floor.min() > 0.7
    assert weathers.shape_named("pine", None, "winter") == "snowy pine"


def test_leaves_have_the_colours_of_their_season_and_all_else_its_own():
    stone = (0.3, 0.3, 0.3)
    for season in ("spring", "autumn", "winter"):
        assert weathers.leafed(stone, 0.4, season) == stone
        assert len({weathers.leafed(GREENS[0], draw, season) for draw in (0.1, 0.4, 0.7)}) == 3
    assert weathers.leafed(GREENS[0], 0.4, "summer") == GREENS[0] == weathers.leafed(GREENS[0], 0.4, None)
    red, green, _ = weathers.leafed(GREENS[0], 0.1, "autumn")
    assert red > green


def test_the_air_has_the_colour_of_the_horizon_and_what_falls():
    light = _stage("park", "snowfall").light
    found = weathers.air_of(light, "snowfall")
    assert found is not None
    assert found[2] == "snow"
    assert weathers.air_of(light, "overcast") is None
    darker = weathers.air_of(replace(light, horizon=light.horizon * 0.1), "fog")
    assert darker is not None
    assert darker[0][0] < found[0][0]
