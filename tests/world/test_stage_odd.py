"""Odd plans are staged in a moment or refused in a line: too many things, too large, contradictory, not numbers."""

import itertools
import json
import time
from typing import Any

import pytest

from cavendish.errors import PlanError
from cavendish.plan.layout import complete
from cavendish.plan.schema import parse_plan
from cavendish.world.stage import Stage, build

SECONDS = 2.0  # of one core's time


def thing(kind: str, number: int = 1, **fields: Any) -> dict[str, Any]:
    return {"id": f"{kind.replace(' ', '-')}-{number}", "kind": kind, **fields}


def related(subject: str, predicate: str, of: str) -> dict[str, str]:
    return {"subject": subject, "predicate": predicate, "object": of}


def staged(plan: dict[str, Any] | str) -> Stage:
    """The plan on its stage, within the time there is: of one core, however busy the machine."""
    began = time.process_time()
    stage = build(complete(parse_plan(plan if isinstance(plan, str) else json.dumps(plan)), 1), 1)
    assert time.process_time() - began < SECONDS
    return stage


ALL = list(itertools.permutations(range(20), 2))[:240]
ODD: dict[str, dict[str, Any]] = {
    "nothing": {},
    "an empty place": {"place": "space"},
    "twenty of the largest in a kitchen": {
        "place": "kitchen", "things": [thing("hot air balloon", i, size=2) for i in range(20)]},
    "a castle in a library": {"place": "library", "things": [thing("castle", size=2), thing("ring", size=0.5)]},
    "all at one spot": {"things": [thing("cup", i, position=[0, 0]) for i in range(20)]},
    "far apart": {"things": [thing("cup", position=[-20, -20]), thing("ring", position=[20, 20])]},
    "everything beside everything": {
        "things": [thing("cup", i) for i in range(20)],
        "relations": [related(f"cup-{a}", "beside", f"cup-{b}") for a, b in ALL]},
    "a ring round a ring": {
        "things": [thing("cup", i) for i in range(3)],
        "relations": [related(f"cup-{i}", "around", f"cup-{(i + 1) % 3}") for i in range(3)]},
    "each leaning on the next": {
        "things": [thing("guitar", i, pose="leaning") for i in range(3)],
        "relations": [related(f"guitar-{i}", "beside", f"guitar-{(i + 1) % 3}") for i in range(3)]},
    "in the air over what is round it": {
        "things": [thing("bird", 1, pose="flying"), thing("house")],
        "relations": [related("bird-1", "above", "house-1"), related("house-1", "around", "bird-1")]},
    "a tower of tables": {
        "things": [thing("dining table", i, size=2) for i in range(20)],
        "relations": [related(f"dining-table-{i + 1}", "on", f"dining-table-{i}") for i in range(19)]},
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_an_odd_plan_is_staged_in_a_moment(name: str):
    stage = staged(ODD[name])
    assert len(stage.things) == len(ODD[name].get("things", ()))


def one(**fields: Any) -> str:
    return json.dumps({"things": [thing("cup", **fields)]})


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        (json.dumps({"things": [thing("cup", i) for i in range(200)]}), "at most 20"),
        (one(size=200), "size"),
        (one(material="unobtainium"), "unobtainium"),
        (json.dumps({"things": [thing("flurb")]}), "flurb"),
        (one(size=float("nan")), "finite"),
        (one(position=[float("inf"), 0]), "finite"),
        (one(position=[1e308, 0]), "within 20"),
        ('{"things":[{"id":"a","kind":"cup","size":1' + "0" * 5000 + "}]}", "JSON"),
        ("[" * 100_000, "JSON"),
        ('{"things":' * 5000, "JSON"),
        (json.dumps({"things": [thing("cup"), thing("dog")], "relations": [
            related("cup-1", "left of", "dog-1"), related("dog-1", "left of", "cup-1")]}), "contradicts"),
        (json.dumps({"things": [thing("cup")], "relations": [related("cup-1", "on", "cup-1")]}), "contradicts"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_line(plan: str, says: str):
    began = time.process_time()
    with pytest.raises(PlanError, match=says) as refused:
        staged(plan)
    assert "\n" not in str(refused.value)
    assert time.process_time() - began < SECONDS
