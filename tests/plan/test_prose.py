"""Prose: what is encoded decodes to the same plan, in few tokens."""

import pytest

from cavendish.errors import PlanError
from cavendish.plan.layout import complete
from cavendish.plan.prose import Group, Outline, decode, encode, encode_record, heard, outline_of
from cavendish.plan.reading import Refs, read
from cavendish.plan.schema import Lettering, Plan, Relation, Thing
from cavendish.plan.vocabulary import END, ID, PLAN, VOCAB
from cavendish.world.captions import caption


@pytest.mark.parametrize("start", range(0, 240, 60))
def test_captions_survive_the_round_trip(start: int):
    for seed in range(start, start + 60):
        prompt, plan = caption(seed)
        refs = read(prompt).refs
        ids = encode(plan, refs)
        assert decode(ids, refs) == plan
        assert encode(decode(ids, refs), refs) == ids


def test_only_what_was_said_is_written():
    names = [VOCAB[i] for i in encode(Plan(things=(Thing(id="cup-1", kind="cup", color="red"),)), Refs())]
    assert names == ["plan", "color:red", "kind:cup", "end"]


def test_a_thing_takes_at_most_twelve_tokens():
    group = Group("dog", 4, "large", "red", "wood", "sitting")
    plan = Outline((group,)).plan(Refs())
    assert len(encode(plan, Refs())) <= 12 + 2
    assert len(plan.things) == 4


def test_like_things_are_counted_and_unlike_ones_are_not():
    cups = [Thing(id=f"cup-{i}", kind="cup", color="red" if i < 3 else "blue") for i in (1, 2, 3)]
    groups = outline_of(Plan(things=tuple(cups)), Refs()).groups
    assert [(group.count, group.color) for group in groups] == [(2, "red"), (1, "blue")]


def test_a_relation_of_one_among_many_keeps_them_apart():
    things = (*(Thing(id=f"cup-{i}", kind="cup") for i in (1, 2)), Thing(id="dog-1", kind="dog"))
    plan = Plan(things=things, relations=(Relation(subject="cup-2", predicate="left of", object="dog-1"),))
    assert decode(encode(plan, Refs()), Refs()) == plan


def test_many_on_many_stand_one_on_each():
    outline = Outline((Group("apple", 3), Group("cake", 2)), (("on", 0, 1),))
    pairs = [(r.subject, r.object) for r in outline.plan(Refs()).relations]
    assert pairs == [("apple-1", "cake-1"), ("apple-2", "cake-2"), ("apple-3", "cake-1")]


def test_texts_travel_by_reference():
    plan = Plan(
        things=(Thing(id="sign-1", kind="sign"),), lettering=(Lettering(text="Ünïcödé 猫", on="sign-1"),)
    )
    ids = encode(plan, Refs(("Ünïcödé 猫",)))
    assert ID["text:0"] in ids
    assert decode(ids, Refs(("Ünïcödé 猫",))) == plan


@pytest.mark.parametrize(
    "names",
    [["plan", "color:red", "end"], ["plan", "rel:on", "end"], ["plan", "text:0", "ref:0", "end"],
     ["plan", "kind:cup", "ref:0", "end"], ["plan", "place:beach", "kind:cup", "end"], ["plan", "avoid", "end"]],
)  # fmt: skip
def test_ids_that_are_no_plan_are_refused(names: list[str]):
    with pytest.raises(PlanError):
        decode([ID[name] for name in names], Refs())


def test_the_painter_hears_complete_plans_without_camera():
    for seed in range(20):
        plan = complete(caption(seed)[1], seed)
        ids = heard(plan)
        assert (ids[0], ids[-1]) == (PLAN, END)
        assert encode_record({"plan": plan.model_dump(mode="json")}) == ids
        assert encode_record(plan.model_dump(mode="json")) == ids
        fields = {VOCAB[i].split(":")[0] for i in ids}
        assert not fields & {"mm", "f", "view", "framing", "aspect", "look"}
        assert {"place", "time"} <= fields
