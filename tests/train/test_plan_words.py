"""Plan words come from ids beside the pool or from its plans, and late lines are found."""

import json
from pathlib import Path

import numpy as np
import torch

from cavendish.plan.prose import heard
from cavendish.plan.schema import Plan
from cavendish.train.plan_words import PlanWords, write_words

PLAN = {
    "things": [{"id": "cup-1", "kind": "cup", "color": "red"}],
    "place": "table",
    "camera": {"view": "side"},
}


def test_words_are_padded_and_by_row(tmp_path: Path) -> None:
    lines = [json.dumps({"row": 1, "words": [7, 8]}), json.dumps({"row": 0, "words": [9]})]
    (tmp_path / "plans-3.jsonl").write_text("\n".join(lines) + "\n")
    words = PlanWords(tmp_path, 4)
    assert words.of(np.array([0, 1])).tolist() == [[9, -1], [7, 8]]
    assert words.of(np.array([3])).shape == (1, 0)


def test_lines_written_later_are_found_and_half_lines_are_not(tmp_path: Path) -> None:
    path = tmp_path / "plans.jsonl"
    path.write_text(json.dumps({"row": 0, "words": [1]}) + "\n" + '{"row": 1, "wo')
    words = PlanWords(tmp_path, 2)
    assert words.of(np.array([0, 1])).tolist() == [[1], [-1]]
    with path.open("a") as file:
        file.write('rds": [5]}\n')
    assert words.of(np.array([1])).tolist() == [[5]]


def test_a_plan_is_heard_as_the_painter_hears_it(tmp_path: Path) -> None:
    (tmp_path / "plans.jsonl").write_text(json.dumps({"row": 0, "plan": PLAN}) + "\n")
    assert PlanWords(tmp_path, 1).of(np.array([0]))[0].tolist() == heard(Plan.model_validate(PLAN))


def test_written_ids_are_read_back(tmp_path: Path) -> None:
    lines = [json.dumps({"row": i, "words": [256 + j for j in range(i)]}) for i in range(4)]
    (tmp_path / "plans.jsonl").write_text("\n".join(lines) + "\n")
    rows = np.arange(4)
    before = PlanWords(tmp_path, 4).of(rows)
    write_words(tmp_path, 4)
    assert torch.equal(PlanWords(tmp_path, 4).of(rows), before)
