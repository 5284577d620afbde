"""A sheet of two settings: every cell is its own request, labels stand where they belong, bad input is one line."""

import numpy as np
import pytest

from cavendish.errors import PlanError, RequestError
from cavendish.eval.grid import Axis, cells, run, sheet
from cavendish.events import Progress, Request
from cavendish.plan.schema import Plan, Thing

CUP = Plan(things=(Thing(id="cup-1", kind="cup"),), place="studio")
REQUEST = Request(size="64x64", painter="tracer", plan=CUP)


def test_every_cell_has_both_settings():
    rows = cells(REQUEST, Axis.parse("guidance=1,2.5"), Axis.parse("seed= 3, 4 ,5"))
    assert [[(cell.seed, cell.guidance) for cell in row] for row in rows] == [
        [(seed, guidance) for guidance in (1.0, 2.5)] for seed in (3, 4, 5)
    ]


def test_fields_of_the_plan_are_settings_too():
    ((a, b),) = cells(REQUEST, Axis.parse("time=noon,golden hour"), Axis.parse("weather=fog"))
    assert a.plan is not None
    assert b.plan is not None
    assert (a.plan.light.time, b.plan.light.time) == ("noon", "golden hour")
    assert a.plan.weather == "fog"
    assert a.plan.things == CUP.things


def test_a_prompt_is_thought_before_its_plan_is_changed():
    ((cell,),) = cells(Request("a red cup", 1), Axis.parse("look=noir"), Axis.parse("steps=2"))
    assert cell.plan is not None
    assert (cell.plan.style.look, cell.plan.things[0].kind, cell.steps) == ("noir", "cup", 2)


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        ("guidence=1", "seed=1", "try: guidance=1,2,3"),
        ("seed", "steps=1", "expected 1 to 12 values"),
        ("seed=one", "steps=1", "seed: expected a number, got one"),
        ("guidance=nan", "seed=1", "guidance: expected 0 to 20, got nan"),
        ("steps=10000", "seed=1", "steps: expected 1 to"),
        ("sampler=eular", "seed=1", "try: --sampler euler"),
        ("seed=1,2", "seed=3", "got seed twice"),
        ("seed=1,2,3,4,5,6,7,8,9", "steps=1,2,3,4,5,6,7,8", "at most 64 pictures, got 72"),
    ],
)
def test_what_cannot_be_drawn_is_said_before_anything_is_painted(x: str, y: str, message: str):
    with pytest.raises(RequestError) as caught:
        cells(REQUEST, Axis.parse(x), Axis.parse(y))
    assert message in str(caught.value)


def test_a_value_no_plan_can_have_is_refused():
    with pytest.raises(PlanError, match="time"):
        cells(REQUEST, Axis.parse("time=teatime"), Axis.parse("seed=1"))


def test_a_sheet_holds_the_pictures_and_its_labels():
    *progress, found = run(REQUEST, Axis.parse("seed=1,2"), Axis.parse("time=noon,night"))
    assert [event.step for event in progress if isinstance(event, Progress)] == [0, 1, 2, 3]
    assert isinstance(found, np.ndarray)
    head = found.shape[0] - 2 * 70
    assert found.shape == (head + 140, head + 140, 3)
    day, night = found[head : head + 64, head : head + 64], found[head + 70 : head + 134, head : head + 64]
    assert day.mean() > night.mean() + 10
    assert found[:head, head:].max() > 200  # labels above
    assert found[head:, :head].max() > 200  # and on the left


def test_long_labels_are_cut_to_their_cell():
    picture = np.zeros((64, 64, 3), np.uint8)
    found = sheet([[picture, picture]], ["x" * 90, "b"], ["c"])
    head = found.shape[0] - 70
    assert found[:head, head + 64 : head + 70].max() == 24  # nothing runs over into the gap
