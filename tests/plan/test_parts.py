"""A part says what it is or is refused in one line, and the schema tells a stranger what to write."""

import json
from typing import Any

import pytest

from cavendish.errors import PlanError
from cavendish.plan.parts import MOST_PRIMITIVES, PRIMITIVES, Part
from cavendish.plan.schema import Plan, Thing, parse_plan

BALL: dict[str, Any] = {"shape": "sphere", "center": [0, 0, 0], "size": [1, 1, 1]}


def plan_of(*parts: dict[str, Any], **more: Any) -> str:
    return json.dumps({"things": [{"id": "zorb-1", "kind": "zorb", "parts": parts, **more}]})


def part(**said: Any) -> Part:
    return Part.model_validate({**BALL, **said})


def test_a_thing_of_parts_may_be_called_anything_and_survives_json():
    plan = parse_plan(
        plan_of({**BALL, "name": "shell", "color": "Navy-Blue"}, span=0.8, colors={"shell": "teal"})
    )
    assert plan.things[0].kind == "zorb"
    assert plan.things[0].parts == (part(name="shell", color="navy blue"),)
    assert parse_plan(plan.model_dump_json(exclude_none=True)) == plan


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"shape": "cylindre"}, "nearest: 'cylinder'"),
        ({"shape": "cube"}, "nearest: 'box'"),
        ({"shape": "donut"}, "nearest: 'torus'"),
        ({"size": [1, 0, 1]}, "greater than 0"),
        ({"size": [1, float("nan"), 1]}, "things.0.parts.0.size"),
        ({"size": [1, 1]}, "things.0.parts.0.size"),
        ({"center": [1e9, 0, 0]}, "less than or equal to 100"),
        ({"center": [float("inf"), 0, 0]}, "things.0.parts.0.center"),
        ({"rotation": [9e9, 0, 0]}, "things.0.parts.0.rotation"),
        ({"shape": "cylinder", "size": [1, 1, 0.2]}, "a cylinder is round"),
        ({"shape": "torus", "size": [1, 0.8, 1]}, "half as thick"),
        ({"shape": "capsule", "size": [1, 0.5, 1]}, "at least as tall"),
        ({"letters": True}, "expected a box or cylinder"),
        ({"color": "turqouise"}, "nearest: 'turquoise'"),
        ({"material": "woood"}, "nearest: 'wood'"),
        ({"subtract": True}, "not subtracted"),
        ({"repeat": {"count": 3}}, "either step or around"),
        ({"repeat": {"count": 3, "step": [0, 0, 0]}}, "leads somewhere"),
        ({"repeat": {"count": 3, "arround": "y"}}, "the field 'around'"),
        ({"colour": "red"}, "the field 'color'"),
        ({"repeat": {"count": 24, "step": [0.1, 0, 0]}, "mirror": True}, "at most 40 primitives"),
    ],
)
def test_what_is_wrong_with_a_part_is_said_in_one_line(said: dict[str, Any], wrong: str):
    with pytest.raises(PlanError) as caught:
        parse_plan(plan_of({**BALL, **said}))
    assert wrong in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (plan_of(BALL, {**BALL, "center": [9, 0, 0]}), "hangs together"),
        (plan_of(*[BALL] * (MOST_PRIMITIVES + 1)), "at most 40"),
        (plan_of(), "at least 1"),
        (plan_of(BALL, {**BALL, "size": [3, 3, 3], "subtract": True}), "left after the cuts"),
        (plan_of(BALL, kind="Zorb!"), "lower case"),
        (plan_of(BALL, kind="person"), "parts: expected none of a person"),
        (plan_of(BALL, pose="waving"), "pose of a zorb"),
        (plan_of({**BALL, "name": "shell"}, colors={"shel": "red"}), "nearest: 'shell'"),
        ('{"things": [{"id": "a", "kind": "cup", "span": 1}]}', "span: expected none"),
        ('{"things": [{"id": "a", "kind": "zorb"}]}', "kind: expected one of"),
    ],
)
def test_what_is_wrong_with_the_whole_is_said_in_one_line(text: str, wrong: str):
    with pytest.raises(PlanError) as caught:
        parse_plan(text)
    assert wrong in str(caught.value)
    assert "\n" not in str(caught.value)


def test_how_wide_the_top_is_depends_on_the_primitive():
    found = {
        shape: part(shape=shape, size=(1, 0.2 if shape == "torus" else 1, 1)).upper for shape in PRIMITIVES
    }
    assert found == {**dict.fromkeys(PRIMITIVES, 1.0), "cone": 0.0}
    assert part(shape="cone", top=0.4).upper == 0.4


def test_copies_and_mirror_images_count():
    assert part(mirror=True, repeat={"count": 3, "around": "y"}).copies == 6


def test_the_schema_describes_every_field():
    schema = Plan.model_json_schema()
    for name, model in {"Plan": schema, **schema["$defs"]}.items():
        for field, said in model.get("properties", {}).items():
            told = schema["$defs"].get(said.get("$ref", "").rpartition("/")[2], said)
            assert name == "Person" or len(told.get("description", "")) > 8, f"{name}.{field}"
    assert set(schema["$defs"]) >= {"Thing", "Part", "Repeat"}


def test_only_what_was_said_is_kept_in_a_recipe():
    kept = Plan(things=(Thing(id="a", kind="cup"),)).model_dump(mode="json", exclude_none=True)
    assert kept["things"] == [{"id": "a", "kind": "cup"}]
