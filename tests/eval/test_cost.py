"""A picture's cost is told stage by stage."""

import numpy as np
import pytest

from cavendish.eval import cost
from cavendish.events import Request
from cavendish.plan.schema import Plan, Thing

PLAN = Plan(things=(Thing(id="cup-1", kind="cup", color="red"),), place="table")


def test_measuring_says_where_time_and_memory_went() -> None:
    took = cost.measure(Request("a red cup", 4, "16:9", "256", "tracer", plan=PLAN))
    assert [stage.name for stage in took.stages] == ["think", "stage", "pixels", "finish"]
    assert sum(stage.seconds for stage in took.stages) == pytest.approx(took.seconds)
    assert (took.width, took.height) == (344, 192)
    assert took.gib == max(stage.gib for stage in took.stages)
    assert all(0 < stage.gib < 64 for stage in took.stages)


def test_the_highest_memory_rises_with_what_is_held_and_is_forgotten() -> None:
    cost._forget()  # pyright: ignore[reportPrivateUsage]  # the measure's own
    before = cost.highest()
    held = np.ones(2**25)  # 256 MiB
    assert cost.highest() >= before + 0.2
    del held
    cost._forget()  # pyright: ignore[reportPrivateUsage]  # the measure's own
    assert cost.highest() < before + 0.2 or not cost._FORGET.exists()  # pyright: ignore[reportPrivateUsage]  # as above
