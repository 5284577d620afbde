"""Between two of a kind means one on either side."""

from cavendish.plan.flanks import flanked
from cavendish.plan.layout import complete
from cavendish.plan.prose import heard
from cavendish.plan.reading import read
from cavendish.plan.schema import Plan


def plan(*predicates: str) -> Plan:
    """A teapot beside as many lemons as there are predicates."""
    ids = [f"lemon-{i + 1}" for i in range(len(predicates))]
    things = [{"id": "teapot-1", "kind": "teapot"}, *({"id": name, "kind": "lemon"} for name in ids)]
    said = [
        {"subject": "teapot-1", "predicate": p, "object": name}
        for p, name in zip(predicates, ids, strict=True)
    ]
    return Plan.model_validate({"things": things, "relations": said})


def sides(done: Plan) -> list[str]:
    """The predicates in order."""
    return [one.predicate for one in done.relations]


def test_half_of_them_are_on_the_other_side():
    said = read("a teapot between two lemons")
    assert sides(flanked(plan("left of", "left of"), said)) == ["right of", "left of"]
    assert sides(flanked(plan("right of", "right of", "right of"), said)) == [
        "left of", "right of", "right of",
    ]  # fmt: skip


def test_sides_that_differ_already_and_other_sentences_stay():
    said = read("a teapot between two lemons")
    apart = plan("left of", "right of")
    assert flanked(apart, said) == apart
    left = plan("left of", "left of")
    assert flanked(left, read("a teapot left of two lemons")) == left


def test_like_things_on_either_side_are_laid_out_so_and_can_be_told_to_the_painter():
    done = complete(plan("right of", "left of"), 3)
    teapot, first, second = (thing.position for thing in done.things)
    assert teapot is not None
    assert first is not None
    assert second is not None
    assert first[0] < teapot[0] < second[0]
    assert heard(done)
