"""What is quoted is lettered byte for byte, whatever a planner made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cavendish.plan.schema import MAX_THINGS, Lettering, Plan, Thing
from cavendish.planners.quotes import lettered


def plan(*lines: tuple[str, str], kinds: str = "sign book dog") -> Plan:
    things = tuple(Thing(id=f"{kind}-{i + 1}", kind=kind) for i, kind in enumerate(kinds.split()))
    return Plan(things=things, lettering=tuple(Lettering(text=text, on=on) for text, on in lines))


def written(made: Plan) -> list[tuple[str, str]]:
    return [(line.text, line.on) for line in made.lettering]


def test_what_is_right_is_left_alone():
    given = plan(("OPEN", "sign-1"))
    assert lettered(given, ("OPEN",)) == (given, ())
    assert lettered(plan(), ()) == (plan(), ())


@pytest.mark.parametrize(
    "wrote", ["Open", "OPEN!", "O P E N", "ÖPEN", "OPEN DAILY", "0PEN", "OUVERT", "OPE\u0301N"]
)
def test_a_line_that_was_meant_is_put_right(wrote: str):
    made, notes = lettered(plan((wrote, "sign-1"), kinds="sign dog"), ("OPEN",))
    assert written(made) == [("OPEN", "sign-1")]
    assert "'OPEN'" in notes[0]


def test_what_is_put_right_keeps_its_letters():
    lines = (Lettering(text="open", on="sign-1", font="bold serif"),)
    made, _ = lettered(plan().model_copy(update={"lettering": lines}), ("OPEN",))
    assert made.lettering == (Lettering(text="OPEN", on="sign-1", font="bold serif"),)


def test_lines_find_their_own_texts():
    made, _ = lettered(plan(("closed today", "sign-1"), ("Dun", "book-2")), ("Dune", "Closed Today"))
    assert written(made) == [("Closed Today", "sign-1"), ("Dune", "book-2")]


def test_a_text_that_was_left_out_goes_to_what_can_carry_it():
    made, notes = lettered(plan(("STOP", "sign-1")), ("Dune",))
    assert written(made) == [("STOP", "sign-1"), ("Dune", "book-2")]
    assert any("'STOP' on sign-1 was not quoted" in note for note in notes)


def test_a_sign_is_added_while_there_is_room():
    made, _ = lettered(plan(kinds="dog"), ("HI",))
    assert written(made) == [("HI", "sign-1")]
    assert made.things[-1].kind == "sign"
    full = plan(kinds=" ".join(["dog"] * MAX_THINGS))
    assert lettered(full, ("HI",))[0] == full


def test_pieces_of_a_text_are_gone_and_copies_stay():
    made, _ = lettered(plan(("Hello", "sign-1"), ("World", "book-2")), ("Hello World",))
    assert written(made) == [("Hello World", "sign-1")]
    twice = plan(("OPEN", "sign-1"), ("OPEN", "book-2"))
    assert lettered(twice, ("OPEN",))[0] == twice


TEXT = st.text(st.characters(min_codepoint=32, exclude_categories=["C"]), min_size=1, max_size=40).filter(
    str.strip
)


@given(st.lists(TEXT, max_size=3, unique=True), st.lists(TEXT, max_size=2))
def test_every_text_is_there_as_long_as_there_is_room(texts: list[str], lines: list[str]):
    made, _ = lettered(plan(*zip(lines, ("sign-1", "book-2"), strict=False)), tuple(texts))
    assert set(texts) <= {line.text for line in made.lettering}
    assert Plan.model_validate(made.model_dump()) == made
