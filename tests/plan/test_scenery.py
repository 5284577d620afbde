"""What is left open is chosen with taste, and what was given is kept."""

from cavendish.plan.lexicon import KINDS, PLACES, TIMES
from cavendish.plan.scenery import HOURS, choose_color, choose_light, choose_place
from cavendish.plan.schema import Light, Plan, Thing


def one(kind: str) -> Plan:
    return Plan(things=(Thing(id="a", kind=kind),))


def test_what_is_given_is_kept():
    for place in PLACES:
        assert choose_place(Plan(place=place), 1) == place
    light = Light(time="night", azimuth=-20, elevation=5, quality="hard")
    assert choose_light(light, "table", 1) == light
    assert choose_color(Thing(id="a", kind="cup", color="black"), 0, "studio", 3) == "black"


def test_things_are_where_they_belong():
    indoors = {"table", "studio", "beach", "kitchen", "cafe", "living room"}
    assert {choose_place(one("cup"), s) for s in range(80)} <= indoors
    assert {choose_place(one("castle"), s) for s in range(40)} <= {
        "meadow",
        "beach",
        "mountains",
        "forest",
        "night sky",
    }
    assert all(choose_place(Plan(light=Light(time="studio")), s) == "studio" for s in range(5))
    assert all(choose_place(one("car").model_copy(update={"light": Light(time="night")}), s) != "studio"
               for s in range(40))  # fmt: skip


def test_about_seven_in_ten_are_at_the_four_oldest_places():
    drawn = [choose_place(one(kind), s) for kind in ("cup", "dog", "car", "chair") for s in range(100)]
    assert 0.6 < sum(place in PLACES[:4] for place in drawn) / len(drawn) < 0.8


def test_some_kinds_are_at_home_far_away():
    for kind, home in (
        ("penguin", "snow"),
        ("fish", "underwater"),
        ("cactus", "desert"),
        ("rocket", "space"),
    ):
        assert home in {choose_place(one(kind), s) for s in range(40)}


def test_an_hour_that_does_not_suit_keeps_a_thing_near():
    night = Plan(things=(Thing(id="a", kind="fish"),), light=Light(time="night"))
    assert all(choose_place(night, s) != "underwater" for s in range(40))


def test_every_place_has_its_hours():
    assert set(HOURS) == set(PLACES)
    assert {hour for hours in HOURS.values() for hour, _ in hours} == set(TIMES)


def test_the_key_comes_from_a_side():
    for seed in range(60):
        for place in PLACES:
            light = choose_light(Light(), place, seed)
            assert light.azimuth is not None
            assert 30 <= abs(light.azimuth) <= 60
            assert light.time in TIMES
            assert None not in (light.elevation, light.quality)


def test_every_kind_gets_a_colour_and_some_kinds_many():
    for kind in KINDS:
        assert choose_color(Thing(id="a", kind=kind), 0, "studio", 1)
    assert len({choose_color(Thing(id="a", kind="car"), 0, "studio", s) for s in range(60)}) >= 4
    assert {choose_color(Thing(id="a", kind="banana"), 0, "studio", s) for s in range(20)} == {"yellow"}


def test_neighbours_of_a_kind_differ():
    for seed in range(20):
        colors = [choose_color(Thing(id=f"car-{i}", kind="car"), i, "studio", seed) for i in range(2)]
        assert colors[0] != colors[1]


def test_colours_stand_out_from_the_place():
    assert all(choose_color(Thing(id="a", kind="chair"), 0, "meadow", s) != "green" for s in range(60))
    assert all(choose_color(Thing(id="a", kind="suitcase"), 0, "table", s) != "brown" for s in range(60))
