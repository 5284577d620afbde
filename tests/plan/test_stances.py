"""What has tipped over lies, what leans leans on something, and what is in the air is clear of what it is above."""

import pytest
from pydantic import ValidationError

from cavendish.plan.attaching import Attached, attachments
from cavendish.plan.held import unbuilt
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.plan.stacks import bases, extents, resting
from cavendish.plan.stances import forward, lying


def two(a: Thing, word: str, b: Thing) -> Plan:
    relation = Relation(subject=a.id, predicate=word, object=b.id)  # pyright: ignore[reportArgumentType] -- any of the words
    return complete(Plan(things=(a, b), relations=(relation,)), 2)


def test_what_lies_is_as_high_as_it_was_deep_or_wide():
    assert lying((3.0, 2.0, 1.0)) == (3.0, 1.0, 2.0)
    assert lying((1.0, 2.0, 3.0)) == (2.0, 1.0, 3.0)
    assert forward((3.0, 2.0, 1.0))
    stood, lay = (Thing(id="a", kind="bottle", pose=pose) for pose in (None, "tipped"))
    assert sorted(extents(stood)) == sorted(extents(lay))
    assert extents(lay)[1] < extents(stood)[1]


def test_nothing_rests_on_what_has_tipped_over():
    plan = two(Thing(id="a-1", kind="cup"), "on", Thing(id="b-1", kind="chair", pose="tipped"))
    assert resting(plan) == {}


@pytest.mark.parametrize(("kind", "flies"), [("airplane", True), ("dog", False)])
def test_what_flies_is_in_the_air_when_it_is_above_something(kind: str, flies: bool):
    plan = two(Thing(id="a-1", kind=kind), "above", Thing(id="b-1", kind="giraffe"))
    assert (plan.things[0].pose == "flying") == flies
    assert unbuilt(plan) == ()
    if flies:
        assert bases(plan)["a-1"] > extents(plan.things[1])[1]
        assert attachments(plan)["a-1"] == Attached("b-1", "over")


def test_a_said_pose_is_kept():
    plan = two(Thing(id="a-1", kind="bird", pose="standing"), "above", Thing(id="b-1", kind="bench"))
    assert plan.things[0].pose == "standing"


def test_what_leans_leans_on_what_it_is_beside():
    plan = two(Thing(id="a-1", kind="guitar", pose="leaning"), "beside", Thing(id="b-1", kind="couch"))
    assert attachments(plan) == {"a-1": Attached("b-1", "against")}
    assert unbuilt(plan) == ()


def test_a_person_takes_no_stance():
    with pytest.raises(ValidationError, match="pose of a person"):
        Thing(id="a", kind="person", pose="tipped")
