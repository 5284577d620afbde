"""What is left open is chosen with taste, and what was given is kept."""

from cavendish.plan.layout import complete
from cavendish.plan.lexicon import KINDS, PLACES, TIMES
from cavendish.plan.scenery import _HOMES, HOURS, choose_color, choose_light, choose_place
from cavendish.plan.schema import Light, Plan, Thing


def one(kind: str) -> Plan:
    return Plan(things=(Thing(id="a", kind=kind),))


def test_what_is_given_is_kept():
    for place in PLACES:
        assert choose_place(Plan(place=place), 1) == place
    light = Light(time="night", azimuth=-20, elevation=5, quality="hard")
    assert choose_light(light, "table", 1) == light
    assert choose_color(Thing(id="a", kind="cup", color="black"), 0, "studio", 3) == "black"


INDOORS = {"table", "studio", "kitchen", "cafe", "living room", "library", "office"}


def places(*kinds: str) -> set[str]:
    things = tuple(Thing(id=f"a-{i}", kind=kind) for i, kind in enumerate(kinds))
    return {choose_place(Plan(things=things), s) for s in range(60)}


def test_things_are_where_they_belong():
    for kind in ("cup", "washing machine", "toaster", "couch", "laptop", "book", "toilet"):
        assert places(kind) <= INDOORS, kind
    for kind in ("elephant", "fox", "sheep", "car", "tree", "castle", "boat", "tractor", "fire hydrant"):
        assert not places(kind) & INDOORS, kind
    assert places("boat") <= {"lake", "beach"}
    assert places("car") <= {"street", "city", "village", "desert", "mountains"}
    for kind, home in (
        ("penguin", "snow"),
        ("fish", "underwater"),
        ("cactus", "desert"),
        ("rocket", "space"),
    ):
        assert home in places(kind)
    assert all(choose_place(Plan(light=Light(time="studio")), s) == "studio" for s in range(5))
    assert all(choose_place(one("car").model_copy(update={"light": Light(time="night")}), s) != "studio"
               for s in range(40))  # fmt: skip


def test_every_kind_is_at_home_somewhere():
    assert all(choose_place(one(kind), 1) in PLACES for kind in KINDS)
    assert set(_HOMES) <= set(KINDS)


def test_a_place_suits_the_smaller_things_too():
    many = [
        choose_place(Plan(things=(*one("dog").things, Thing(id="b", kind="couch"))), s) for s in range(60)
    ]
    assert set(many) == {"living room"}


def test_one_seed_gives_other_things_other_places_hours_and_colours():
    kinds = ("cup", "bottle", "vase", "bowl", "jar", "teapot", "plate", "apple", "banana", "bread", "cake")
    done = [complete(one(kind), 1) for kind in kinds]
    assert len({plan.place for plan in done}) >= 3
    assert len({plan.light.azimuth for plan in done}) == len(kinds)
    assert (
        len({complete(one(kind), 1).things[0].color for kind in ("car", "bus", "truck", "chair", "stool")})
        >= 3
    )
    people = [
        complete(Plan(things=(Thing(id="p", kind="person"),), place=place), 1) for place in ("beach", "city")
    ]
    assert people[0].things[0].person != people[1].things[0].person


def test_how_a_thing_is_changes_nothing_else():
    plan = Plan(things=(*one("car").things, Thing(id="dog-1", kind="dog")))
    red = plan.model_copy(
        update={"things": (plan.things[0].model_copy(update={"color": "red"}), plan.things[1])}
    )
    before, after = complete(plan, 3), complete(red, 3)
    assert (before.place, before.light, before.camera) == (after.place, after.light, after.camera)
    assert before.things[1] == after.things[1]


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
