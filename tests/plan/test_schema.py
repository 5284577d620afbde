"""A plan is valid or it does not exist, and what is wrong with it is said in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cavendish.errors import PlanError
from cavendish.plan.ordering import contradicts, ordered
from cavendish.plan.person import Person
from cavendish.plan.schema import MAX_THINGS, Plan, Relation, Thing, parse_plan

CUP, DOG, CAT = (Thing(id=f"{kind}-1", kind=kind) for kind in ("cup", "dog", "cat"))


def relation(a: str, predicate: str, b: str) -> Relation:
    return Relation.model_validate({"subject": f"{a}-1", "predicate": predicate, "object": f"{b}-1"})


def test_a_plan_survives_json():
    plan = Plan(things=(CUP, DOG), relations=(relation("cup", "left of", "dog"),), avoid=("people",))
    assert parse_plan(plan.model_dump_json()) == plan
    assert parse_plan(plan.model_dump_json(exclude_none=True)) == plan


def test_a_shade_is_one_of_the_ten_and_kept_as_people_say_it():
    thing = Thing.model_validate({"id": "cup-1", "kind": "cup", "shade": "Navy-Blue"})
    assert (thing.color, thing.shade) == ("blue", "navy blue")
    assert Thing.model_validate({"id": "cup-1", "kind": "cup", "shade": "#3AF"}).shade == "#33aaff"
    assert parse_plan(Plan(things=(thing,)).model_dump_json()).things == (thing,)


def test_a_plan_is_frozen():
    with pytest.raises(ValidationError):
        Plan().things = (CUP,)  # pyright: ignore[reportAttributeAccessIssue] -- what the test is about


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "expected JSON"),
        ("[1]", "a JSON object, got list"),
        ('{"thing": []}', "try: the field 'things'"),
        ('{"light": {"tim": "noon"}}', "try: the field 'time'"),
        ('{"things": [{"id": "cup-1", "kind": "cupp"}]}', "nearest: 'cup'"),
        ('{"things": [{"id": "a", "kind": "cup"}, {"id": "a", "kind": "cup"}]}', "distinct ids"),
        ('{"things": [{"id": "a", "kind": "cup", "pose": "sitting"}]}', "pose of a cup"),
        ('{"things": [{"id": "a", "kind": "cup", "size": 9}]}', "things.0.size"),
        ('{"canvas": {"aspect": "4-3"}}', "got '4-3'"),
        ('{"relations": [{"subject": "a", "predicate": "on", "object": "b"}]}', "relations: thing"),
        (
            '{"things": [{"id": "a", "kind": "dog"}], "lettering": [{"text": "x", "on": "a"}]}',
            "carries letters",
        ),
        ('{"things": [{"id": "a", "kind": "cup", "shade": "turqouise"}]}', "nearest: 'turquoise'"),
        ('{"things": [{"id": "a", "kind": "cup", "shade": "#12345"}]}', "'#rrggbb', got '#12345'"),
        ('{"things": [{"id": "a", "kind": "cup", "shade": 7}]}', "things.0.shade"),
        ('{"things": [{"id": "a", "kind": "cup", "color": "red", "shade": "teal"}]}', "expected blue"),
        ('{"camera": {"elevation": NaN}}', "elevation"),
        ('{"version": 2}', "version"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(text: str, said: str):
    with pytest.raises(PlanError) as caught:
        parse_plan(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_more_things_than_fit():
    things = [{"id": f"cup-{i}", "kind": "cup"} for i in range(MAX_THINGS + 1)]
    with pytest.raises(ValidationError):
        Plan.model_validate({"things": things})


def test_relations_cannot_run_in_a_circle():
    chain = (relation("cup", "left of", "dog"), relation("dog", "left of", "cat"))
    assert contradicts(chain, relation("cat", "left of", "cup"))
    assert contradicts(chain, relation("cup", "right of", "cat"))
    assert contradicts((), relation("cup", "on", "cup"))
    assert contradicts((relation("cup", "on", "dog"),), relation("cup", "on", "cat"))
    assert not contradicts(chain, relation("cup", "above", "cat"))
    assert not contradicts(chain, relation("cup", "left of", "cat"))


@given(st.sampled_from(["left of", "right of", "above", "below", "on", "in front of", "behind"]))
def test_every_direction_orders_one_axis(predicate: str):
    found = [ordered(relation("cup", predicate, "dog"), axis) for axis in "xyz"]
    assert sum(pair is not None for pair in found) == 1
    assert contradicts((relation("cup", predicate, "dog"),), relation("dog", predicate, "cup"))


def test_beside_orders_nothing():
    assert all(ordered(relation("cup", "beside", "dog"), axis) is None for axis in "xyz")


def test_a_thing_is_found_by_its_id():
    assert Plan(things=(CUP, DOG)).thing("dog-1") is DOG
    with pytest.raises(KeyError):
        Plan().thing("dog-1")


def test_only_people_have_identities_and_peoples_poses():
    someone = Thing(id="a", kind="person", person=Person(hair="bun"), expression="sad", pose="dancing")
    assert parse_plan(Plan(things=(someone,)).model_dump_json()).things == (someone,)
    for wrong in ({"person": Person()}, {"expression": "happy"}, {"pose": "dancing"}):
        with pytest.raises(ValidationError):
            Thing.model_validate({"id": "a", "kind": "cup", **wrong})
