"""Sizes: what is said to be on, in or under something is made to fit, and what was given stays."""

import pytest

from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.plan.stacks import extents, seats


def done(upper: Thing, predicate: str, under: Thing, seed: int = 1) -> Plan:
    link = Relation.model_validate({"subject": upper.id, "predicate": predicate, "object": under.id})
    return complete(Plan(things=(upper, under), relations=(link,)), seed)


@pytest.mark.parametrize(
    ("upper", "predicate", "under", "how"),
    [
        ("cat", "in", "basket", "in"),
        ("cat", "in", "gift box", "in"),
        ("rose", "in", "vase", "in"),
        ("dinosaur", "on", "skateboard", "on"),
        ("penguin", "on", "surfboard", "on"),
        ("person", "on", "bicycle", "on"),
        ("hat", "on", "rabbit", "worn"),
        ("cat", "in", "couch", "on"),
        ("bird", "in", "tree", "on"),
        ("cat", "in", "house", None),
        ("cat", "on", "needle", None),
    ],
)
def test_what_can_be_made_to_fit_is_there(upper: str, predicate: str, under: str, how: str | None):
    under = "fish" if under == "needle" else under
    for seed in range(6):
        found = seats(done(Thing(id="a", kind=upper), predicate, Thing(id="b", kind=under), seed))
        assert (found["a"].how if "a" in found else None) == how


def test_vessels_open_boards_lie_and_people_sit_for_others():
    def poses(upper: str, predicate: str, under: str) -> list[str | None]:
        return [t.pose for t in done(Thing(id="a", kind=upper), predicate, Thing(id="b", kind=under)).things]

    assert poses("cat", "in", "cup") == ["sitting", "open"]
    assert poses("dog", "on", "surfboard")[1] == "flat"
    assert poses("tulip", "in", "vase") == ["cut", "open"]
    assert poses("person", "on", "horse")[0] == "sitting"
    assert poses("person", "under", "umbrella")[1] == "planted"


def test_given_sizes_and_poses_stay():
    cat, box = Thing(id="a", kind="cat", size=1.0, pose="standing"), Thing(id="b", kind="gift box", size=1.0)
    found = done(cat, "in", box)
    assert [(t.size, t.pose) for t in found.things] == [(1.0, "standing"), (1.0, "open")]
    grown = done(cat, "in", Thing(id="b", kind="gift box"))
    assert (grown.things[0].size, grown.things[0].pose) == (1.0, "standing")
    assert (grown.things[1].size or 0) > 1.2


def test_a_heap_is_of_like_sizes():
    apples = [Thing(id=f"a{i}", kind="apple") for i in range(4)]
    links = tuple(Relation(subject=a.id, predicate="in", object="b") for a in apples)
    found = complete(Plan(things=(*apples, Thing(id="b", kind="bowl")), relations=links), 1)
    assert len({thing.size for thing in found.things[:4]}) == 1
    assert set(seats(found)) == {a.id for a in apples}


def test_what_stands_on_a_thing_shrinks_with_it():
    things = (Thing(id="c", kind="cat"), Thing(id="b", kind="basket"), Thing(id="t", kind="chair"))
    links = (
        Relation(subject="c", predicate="in", object="b"),
        Relation(subject="b", predicate="under", object="t"),
    )
    found = complete(Plan(things=things, relations=links), 1)
    assert seats(found)["c"].under == "b"
    assert extents(found.thing("b"))[1] < extents(found.thing("t"))[1]
