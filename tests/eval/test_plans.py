"""Plans are measured against what is written beside the prompts: things, counts, colours, relations, words."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import torch

from cavendish import eval as evaluation
from cavendish.errors import FileError, RequestError
from cavendish.eval import plans
from cavendish.eval.events import Found, Measuring
from cavendish.eval.protocol import Prompt, Wanted
from cavendish.eval.report import Report
from cavendish.events import Unknown
from cavendish.models.backbone import Backbone
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.planners.base import Thoughts
from cavendish.planners.native import NativePlanner

LINES: list[dict[str, Any]] = [
    {"tag": "single_object", "include": [{"class": "wine glass", "count": 1}], "prompt": "a photo of a wine glass"},
    {"tag": "single_object", "include": [{"class": "scissors", "count": 1}], "prompt": "a photo of a scissors"},
    {"tag": "two_object", "include": [{"class": "hair drier", "count": 1}, {"class": "skis", "count": 1}],
     "prompt": "a photo of a hair drier and a skis"},
    {"tag": "counting", "include": [{"class": "sheep", "count": 4}], "exclude": [{"class": "sheep", "count": 5}],
     "prompt": "a photo of four sheeps"},
    {"tag": "colors", "include": [{"class": "orange", "count": 1, "color": "orange"}],
     "prompt": "a photo of an orange orange"},
    {"tag": "position", "include": [{"class": "dog", "count": 1},
                                    {"class": "tv", "count": 1, "position": ["right of", 0]}],
     "prompt": "a photo of a tv right of a dog"},
    {"tag": "color_attr", "include": [{"class": "stop sign", "count": 1, "color": "purple"},
                                      {"class": "knife", "count": 1, "color": "white"}],
     "prompt": "a photo of a purple stop sign and a white knife"},
]  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "prompts.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)) + "\n\n")
    return path


def report(file: Path, limit: int | None = None) -> Report:
    torch.manual_seed(1)
    *steps, last = plans.run(file, limit, NativePlanner(Backbone().eval()).plan)
    assert isinstance(last, Found)
    assert all(isinstance(step, Measuring) for step in steps)
    return last.report


def test_plain_prompts_are_right_whatever_the_weights(file: Path):
    found = report(file)
    assert found.notes == ()
    assert {row.name for row in found.rows} >= {line["tag"] for line in LINES} | {
        f"right {name}" for name in plans.RESPECTS
    }
    assert {row.score for row in found.rows} == {1.0}
    assert found.passed
    assert found.facts == {"prompts": len(LINES), "missed": 0}


def test_a_miss_is_told_with_what_was_held_instead(tmp_path: Path):
    path = tmp_path / "prompts.jsonl"
    path.write_text(
        '{"tag": "x", "include": [{"class": "dog", "count": 1}], "prompt": "a photo of a zorbly cat"}'
    )
    found = report(path)
    assert found.row("fully right").score == 0.0
    assert not found.passed
    assert found.notes == ("a photo of a zorbly cat: things cat; words zorbly",)


def test_a_limit_spreads_over_the_file(file: Path):
    asked = plans.prompts(file)
    assert [prompt.tag for prompt in plans.spread(asked, 3)] == ["single_object", "two_object", "colors"]
    assert plans.spread(asked, None) == plans.spread(asked, 99) == asked
    assert report(file, 2).facts["prompts"] == 2


PAIR = Prompt("position", "a red cup left of a dog", (Wanted("dog"), Wanted("cup", 1, "red", ("left of", 0))))
CUP, DOG = Thing(id="cup-1", kind="cup", color="red"), Thing(id="dog-1", kind="dog")
LEFT = Relation(subject="cup-1", predicate="left of", object="dog-1")


@pytest.mark.parametrize(
    ("things", "relations", "respect"),
    [
        ((CUP, DOG), (LEFT,), None),
        ((CUP,), (), "things"),
        ((CUP, DOG, Thing(id="dog-2", kind="dog")), (LEFT,), "counts"),
        ((Thing(id="cup-1", kind="cup"), DOG), (LEFT,), "colours"),
        ((CUP, Thing(id="dog-1", kind="dog", color="red")), (LEFT,), "colours"),
        ((CUP, DOG), (), "relations"),
        ((CUP, DOG), (Relation(subject="dog-1", predicate="left of", object="cup-1"),), "relations"),
    ],
)
def test_a_plan_is_right_in_every_respect_or_wrong_in_one(
    things: Sequence[Thing], relations: Sequence[Relation], respect: str | None
):
    plan = Plan(things=tuple(things), relations=tuple(relations))
    found = plans.wrong(PAIR, Thoughts(plan))
    assert respect in found if respect else not found


def test_a_word_that_is_not_understood_is_a_miss():
    plan = Plan(things=(CUP, DOG), relations=(LEFT,))
    assert plans.wrong(PAIR, Thoughts(plan, (Unknown("red", None),))) == {"words": "red"}


@pytest.mark.parametrize(
    "text", ["", "a photo of a cup", '{"tag": "x"}', "[]", '{"tag": "x", "prompt": "x", "include": 3}']
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "prompts.jsonl"
    path.write_text(text)
    with pytest.raises(RequestError, match=r"GenEval's form|expected prompts"):
        plans.prompts(path)


def test_without_a_file_there_is_nothing_to_plan(tmp_path: Path):
    with pytest.raises(RequestError, match="file: expected prompts"):
        evaluation.understand(None)
    with pytest.raises(FileError):
        list(evaluation.understand(tmp_path / "none.jsonl"))
