"""A complete plan holds the relations that it says it holds."""

import pytest

from cavendish.plan.held import holds, unbuilt
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Relation, Thing


def done(a: str, predicate: str, b: str, seed: int = 3) -> tuple[Plan, Relation]:
    relation = Relation(subject="a-1", predicate=predicate, object="b-1")  # pyright: ignore[reportArgumentType] -- any of the words
    things = (Thing(id="a-1", kind=a), Thing(id="b-1", kind=b))
    return complete(Plan(things=things, relations=(relation,)), seed), relation


OPPOSITES = {"left of": "right of", "right of": "left of", "in front of": "behind", "behind": "in front of"}


@pytest.mark.parametrize("word", ["left of", "right of", "in front of", "behind", "beside"])
def test_what_is_laid_out_so_holds(word: str):
    plan, relation = done("dog", word, "cup")
    assert unbuilt(plan) == ()
    assert holds(plan, relation)


@pytest.mark.parametrize("word", OPPOSITES)
def test_its_opposite_does_not_hold(word: str):
    plan, relation = done("dog", word, "cup")
    other = relation.model_copy(update={"predicate": OPPOSITES[word]})
    turned = plan.model_copy(update={"relations": (other,)})
    assert not holds(turned, other)
    assert [one.relation for one in unbuilt(turned)] == [other]


def test_what_stands_on_a_table_holds():
    plan, relation = done("cup", "on", "dining table")
    assert holds(plan, relation)


def test_what_cannot_be_built_says_why():
    plan, relation = done("elephant", "in", "cup")
    (failing,) = unbuilt(plan)
    assert failing.relation == relation
    assert failing.why
