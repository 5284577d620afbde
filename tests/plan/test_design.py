"""Designs are typed, and what they hold can be drawn."""

import pytest
from pydantic import ValidationError

from cavendish.errors import PlanError
from cavendish.plan.design import Chart, Design, Logo, Series, Table, Text
from cavendish.plan.schema import Plan, parse_plan


def test_a_plan_with_a_design_comes_back_from_json():
    plan = Plan(design=Design(layout="poster", texts=(Text(text="Été — 夏 ☀", at="top"),)))
    assert parse_plan(plan.model_dump_json()) == plan
    assert "Design" in Plan.model_json_schema()["$defs"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('{"design": {"layout": "postr"}}', "nearest: 'poster'"),
        ('{"design": {"txts": []}}', "texts"),
        ('{"design": {"texts": [{"text": "a", "font": "bold sanz"}]}}', "nearest"),
        ('{"design": {"texts": [{"text": "a\\u0007"}]}}', "control character"),
        ('{"design": {"bubbles": [{"text": "Hi", "to": "fox-1"}]}}', "bubble to thing"),
    ],
)
def test_what_is_wrong_with_a_design_is_said_in_a_line(wrong: str, said: str):
    with pytest.raises(PlanError) as error:
        parse_plan(wrong)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_numbers_and_cells_are_one_for_each_label_and_head():
    with pytest.raises(ValidationError, match="expected 2 values"):
        Chart(labels=("a", "b"), series=(Series(values=(1,)),))
    with pytest.raises(ValidationError, match="rows of 2 cells"):
        Table(heads=("a", "b"), rows=(("1",),))
    with pytest.raises(ValidationError, match="PNG"):
        Logo(image="no picture")
