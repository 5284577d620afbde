"""What an outside mind is told is all of the plan, in the form that servers take."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cavendish.plan.lexicon import KINDS, PLACES
from cavendish.plan.schema import Plan, Thing, parse_plan
from cavendish.planners import brief

Json = dict[str, Any]
SCHEMA = brief.schema()
ALLOWED = {
    "type", "description", "enum", "const", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "multipleOf", "minItems", "maxItems", "properties", "required", "additionalProperties", "items", "anyOf", "$ref",
    "$defs",
}  # fmt: skip


def every(schema: Json) -> Iterator[Json]:
    """Each schema within a schema, itself first."""
    yield schema
    inner = [
        *schema.get("properties", {}).values(),
        *schema.get("$defs", {}).values(),
        *schema.get("anyOf", []),
    ]
    for part in [*inner, schema["items"]] if "items" in schema else inner:
        yield from every(part)


def test_the_schema_keeps_to_the_limits_of_strict_output():
    assert SCHEMA["type"] == "object"
    for part in every(SCHEMA):
        assert set(part) <= ALLOWED
        if part.get("type") == "object":
            assert part["required"] == list(part["properties"])
            assert part["additionalProperties"] is False
        if part.get("type") == "array":
            assert part["items"]
        if "$ref" in part:
            assert set(part) == {"$ref"}
            assert part["$ref"].removeprefix("#/$defs/") in SCHEMA["$defs"]
    assert sum(len(part.get("properties", {})) for part in every(SCHEMA)) < 5000


def test_every_field_of_the_plan_is_in_the_schema():
    def fields(schema: Json) -> set[str]:
        return {name for part in every(schema) for name in part.get("properties", {})}

    assert fields(Plan.model_json_schema()) <= fields(SCHEMA)


def test_kinds_are_those_the_library_has():
    thing = SCHEMA["$defs"]["Thing"]["properties"]
    assert thing["kind"]["enum"] == list(KINDS)
    assert "arms crossed" in thing["pose"]["anyOf"][0]["enum"]


def instances(schema: Json) -> st.SearchStrategy[Any]:
    """Values that meet the schema, as a server that holds answers to it would make them."""
    if "$ref" in schema:
        return st.deferred(lambda: instances(SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]))
    if "anyOf" in schema:
        return st.one_of([instances(option) for option in reversed(schema["anyOf"])])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kind = schema["type"]
    if kind == "object":
        return st.fixed_dictionaries({name: instances(field) for name, field in schema["properties"].items()})
    if kind == "array":
        low = schema.get("minItems", 0)
        return st.lists(
            instances(schema["items"]), min_size=low, max_size=min(schema.get("maxItems", 3), low + 2)
        )
    if kind == "string":
        return (
            st.from_regex(schema["pattern"], fullmatch=True) if "pattern" in schema else st.text(max_size=9)
        )
    if kind in ("number", "integer"):
        low, high = (
            schema.get(f"{end}imum", schema.get(f"exclusive{end.title()}imum")) for end in ("min", "max")
        )
        return st.integers(low, high) if kind == "integer" else st.floats(low, high, allow_nan=False)
    return {"null": st.none(), "boolean": st.booleans()}[kind]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(instances(SCHEMA))
def test_what_meets_the_schema_has_the_plans_form(value: Json):
    try:
        Plan.model_validate(brief.as_plan(value))
    except ValidationError as error:
        wrong = {item["type"] for item in error.errors()}
        assert not {
            kind for kind in wrong if kind in ("extra_forbidden", "missing") or kind.endswith("_type")
        }


def test_a_schema_of_any_shape_comes_within_the_limits():
    given = {
        "type": "object", "title": "T", "default": {},
        "properties": {
            "pair": {"type": "array", "prefixItems": [{"type": "number"}, {"type": "string"}]},
            "one": {"allOf": [{"$ref": "#/$defs/A"}], "default": None},
            "either": {"oneOf": [{"type": "string", "maxLength": 4}, {"type": "null"}]},
            "table": {"type": "object", "additionalProperties": {"type": "number", "default": 1}},
        },
        "$defs": {"A": {"type": "object", "properties": {"x": {"type": "integer", "title": "X"}}}},
    }  # fmt: skip
    row = {"name": {"type": "string"}, "value": {"type": "number"}}
    assert brief.strict(given) == {
        "type": "object",
        "properties": {
            "pair": {"type": "array", "items": {"anyOf": [{"type": "number"}, {"type": "string"}]}},
            "one": {"$ref": "#/$defs/A"},
            "either": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "table": {"type": "array", "minItems": 1, "items": {
                "type": "object", "properties": row, "required": ["name", "value"], "additionalProperties": False}},
        },
        "required": ["pair", "one", "either", "table"],
        "additionalProperties": False,
        "$defs": {"A": {"type": "object", "properties": {"x": {"type": "integer"}}, "required": ["x"],
                        "additionalProperties": False}},
    }  # fmt: skip


def test_tables_come_back_and_other_lists_stay():
    rows = [{"name": "handle", "value": "blue"}, {"name": "body", "value": "#222222"}]
    assert brief.as_plan({"colors": rows, "a": [1, {"name": "x"}]}) == {
        "colors": {"handle": "blue", "body": "#222222"},
        "a": [1, {"name": "x"}],
    }


def test_the_system_prompt_names_all_there_is_to_name_and_its_example_is_a_plan():
    told = brief.system()
    assert all(name in told for name in (*KINDS, *PLACES))
    assert ("from parts" in told) == ("parts" in Thing.model_fields)
    example = told[told.rindex('\n{"place"') :]
    assert parse_plan(example).lettering[0].text == "Hi, Jo"
    assert len(told) < 8000  # two thousand tokens: a small server's context holds it


@pytest.mark.parametrize(
    "prompt", ["a cup", "", "words-\nwords-0123456789abcdef", "ä\u2028ö", brief.question("a cup")]
)
def test_a_prompt_stands_whole_between_lines_it_does_not_hold(prompt: str):
    said = brief.question(prompt)
    mark = said.split("\n")[1]
    assert mark not in prompt
    assert said.split(f"\n{mark}\n")[1] == prompt
    assert brief.question(prompt) == said
