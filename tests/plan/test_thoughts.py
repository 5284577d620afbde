"""Thoughts say what was assumed, and nothing that was asked for is called an assumption."""

from cavendish.plan.layout import complete
from cavendish.plan.schema import Lettering, Light, Plan, Relation, Thing
from cavendish.plan.thoughts import MOST, chosen, reasons

CUP = Thing(id="cup-1", kind="cup")
TABLE = Thing(id="dining-table-1", kind="dining table", color="brown")


def _said(plan: Plan) -> str:
    return "\n".join(reasons(plan, complete(plan, 1)))


def test_what_nobody_named_is_told_and_what_was_named_is_not():
    open_ = _said(Plan(things=(CUP,)))
    assert "no place was named" in open_
    assert "colours nobody named" in open_
    told = _said(
        Plan(things=(CUP.model_copy(update={"color": "red"}),), place="beach", light=Light(time="noon"))
    )
    assert "no place was named" not in told
    assert "colours nobody named" not in told
    assert "light: noon, as asked" in told


def test_what_stands_on_what_is_told():
    on = Relation(subject="cup-1", predicate="on", object="dining-table-1")
    assert "the dining table carries the cup" in _said(Plan(things=(CUP, TABLE), relations=(on,)))


def test_letters_are_told_letter_for_letter():
    sign = Thing(id="sign-1", kind="sign")
    plan = Plan(things=(sign,), lettering=(Lettering(text="Ünïcode “1”", on="sign-1"),))
    assert "Ünïcode “1”" in _said(plan)


def test_there_are_never_too_many_and_what_must_be_said_is():
    first, then = [f"must {i}" for i in range(3)], [f"may {i}" for i in range(20)]
    lines = chosen(first, then)
    assert len(lines) == MOST
    assert set(first) <= set(lines)
    assert chosen(first * 2, first) == tuple(first)
