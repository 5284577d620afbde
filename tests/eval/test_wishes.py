"""Wishes: words that are neither in the plan nor named are found, and the sheet shows every wish."""

from pathlib import Path

import numpy as np
import pytest

from cavendish.errors import RequestError
from cavendish.eval.events import Found
from cavendish.eval.wishes import ACROSS, Wish, fates, granted, report, run
from cavendish.events import Planned, Unknown
from cavendish.plan.schema import Lettering, Plan, Relation, Thing

PLAN = Plan(
    place="beach",
    things=(Thing(id="cup-1", kind="cup", color="red"), Thing(id="sign-1", kind="sign")),
    lettering=(Lettering(text="Open", on="sign-1"),),
    relations=(Relation(subject="cup-1", predicate="left of", object="sign-1"),),
)


def became(prompt: str, *unknown: str, thoughts: tuple[str, ...] = ()) -> dict[str, str]:
    told = tuple(Unknown(word, None) for word in unknown)
    return fates(prompt, Planned(PLAN, (), told, 1), thoughts)


def test_a_word_is_in_the_plan_by_itself_or_by_what_it_means():
    said = became("a scarlet mug to the left of a red sign at the seaside")
    assert said == {
        "scarlet": "plan",
        "mug": "plan",
        "left": "plan",
        "red": "plan",
        "sign": "plan",
        "seaside": "plan",
    }


def test_what_is_named_as_unknown_or_noted_is_not_passed_over():
    assert became("a zorb, 8k", "zorb", thoughts=("noted, without effect: 8k",)) == {
        "zorb": "named",
        "8k": "named",
    }


def test_what_nobody_mentions_is_found():
    assert became("a red cup and a zorb") == {"red": "plan", "cup": "plan", "zorb": ""}
    assert became("two dogs") == {"two": "plan", "dogs": ""}


def test_what_is_quoted_is_no_word():
    assert became('a sign that says "Zorb Open"') == {"sign": "plan"}


def test_the_planner_passes_nothing_over():
    wish = granted("a zorbish woman with glimmering teeth drinking tea, moody, 85mm")
    assert wish.unmentioned == ()
    assert {"zorbish", "85mm"} <= set(wish.fates)


def test_a_file_is_counted(tmp_path: Path):
    file = tmp_path / "wishes.txt"
    file.write_text("a cup\n\na zorb beside a dog\n")
    *_, last = run(file)
    assert isinstance(last, Found)
    assert last.report.facts["prompts"] == 2
    assert last.report.row("nothing unmentioned").score == 1.0
    assert last.report.row("words in the plan").score == 2 / 3
    assert last.report.sheet == ()


def test_the_sheet_has_every_picture_with_its_wish_beneath():
    picture = np.full((64, 96, 3), 200, np.uint8)
    wishes = [
        Wish(f"a wish that is long and longer than two lines, {i}", {"wish": ""}, picture) for i in range(7)
    ]
    found = report(wishes, "tracer", 1.0)
    assert [len(row) for row in found.sheet] == [ACROSS, 2]
    cell = found.sheet[0][0]
    assert (cell[:64] == picture).all()
    assert cell[64:].max() > 150
    assert found.notes[0].endswith("wish")
    assert not found.passed


def test_a_file_without_prompts_is_refused(tmp_path: Path):
    (tmp_path / "none.txt").write_text("\n")
    with pytest.raises(RequestError, match="expected prompts"):
        list(run(tmp_path / "none.txt"))
