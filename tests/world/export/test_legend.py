"""The words of a drawing say what the plan says."""

import pytest

from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Thing
from cavendish.world.export.legend import color_of, columns, number, rows, short, side, title
from cavendish.world.stage import Stage, build

PLAN = Plan.model_validate(
    {
        "things": [
            {"id": "table-1", "kind": "dining table"},
            {"id": "mug-1", "kind": "cup", "shade": "#3fa7d6", "material": "metal", "size": 0.9},
            {"id": "jo", "kind": "person", "color": "green", "pose": "reading", "expression": "sad",
             "position": [1.2, 0], "person": {"age": "old", "hair": "bald", "hat": "crown", "beard": "moustache",
                                                "glasses": "none"}},
            {"id": "sign-1", "kind": "sign", "position": [-1.5, 0.25], "yaw": -12},
        ],
        "relations": [{"subject": "mug-1", "predicate": "on", "object": "table-1"}],
        "lettering": [{"text": "Hi, Jo", "on": "sign-1"}],
        "place": "living room",
        "light": {"time": "night", "azimuth": -90, "elevation": 30, "quality": "soft"},
        "camera": {"view": "high", "framing": "wide", "focal": 35, "fnumber": 2.8},
        "avoid": ["dogs"],
        "style": {"look": "sepia"},
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def stage() -> Stage:
    return build(complete(PLAN, 2), 2)


def test_a_title_says_place_hour_and_number(stage: Stage):
    assert title(stage.plan) == "Living room, night: 4 things"
    assert title(Plan(things=PLAN.things[:1])) == "A place: 1 thing"
    assert title(Plan(place="desert")) == "Desert: an empty stage"


def test_every_thing_has_a_row_that_says_what_it_is(stage: Stage):
    table, mug, jo, sign = rows(stage, (1.0, 0.4, 1.0, 0.0))
    assert table.text.endswith("dining table, at 0.00, 0.00") or "dining table, at " in table.text
    assert mug.text.startswith("#3fa7d6 metal cup, on table-1, at ")
    assert "size 0.9" in mug.text
    assert "40% in view" in mug.text
    assert jo.text.startswith("old in green, bald, moustache, crown, sad, reading, at 1.20, 0.00")
    assert "“Hi, Jo”" in sign.text
    assert "at −1.50, 0.25, turned −12°" in sign.text
    assert sign.text.endswith("out of view")
    assert mug.color == (0x3F, 0xA7, 0xD6)


def test_a_colour_is_the_things_own():
    assert color_of(Thing(id="a", kind="cup", shade="white"))[0] > 200
    red, green, blue = color_of(Thing(id="a", kind="cup", color="blue"))
    assert blue > red
    assert blue > green


def test_camera_light_and_place_are_told(stage: Stage):
    camera, light, place, relations = columns(stage)
    assert camera.lines[0] == "high view, wide framing"
    assert "35 mm at f/2.8" in camera.lines
    assert "field of view 46° × 46°" in camera.lines  # 2 atan(15 / 35)
    assert light.lines == ("night", "from the left, azimuth −90°", "30° high", "soft shadows")
    assert place.lines == ("living room", "picture 1:1", "look: sepia", "to avoid: dogs")
    assert relations.lines == ("mug-1 on table-1",)


def test_many_relations_are_counted():
    things = tuple(Thing(id=f"cup-{i}", kind="cup") for i in range(9))
    chain = [{"subject": f"cup-{i}", "predicate": "left of", "object": f"cup-{i + 1}"} for i in range(8)]
    plan = Plan.model_validate({"things": [t.model_dump() for t in things], "relations": chain})
    lines = columns(build(complete(plan, 1), 1))[3].lines
    assert (len(lines), lines[-1]) == (6, "and 3 more")


@pytest.mark.parametrize(
    ("azimuth", "words"),
    [(0, "the camera"), (-45, "the front left"), (45, "the front right"), (90, "the right"), (-90, "the left"),
     (150, "behind, right"), (180, "behind"), (-180, "behind"), (-150, "behind, left")],
)  # fmt: skip
def test_a_direction_has_a_name(azimuth: float, words: str):
    assert side(azimuth) == words


def test_long_names_keep_their_ends():
    assert short("teddy-bear-1") == "teddy-bear-1"
    names = [short(f"a-very-long-identifier-number-{i:02d}") for i in range(12)]
    assert len(set(names)) == 12
    assert max(len(name) for name in names) <= 24


def test_numbers_have_true_signs():
    assert [number(value) for value in (-0.001, 0.5, -1.25)] == ["0.00", "0.50", "−1.25"]
