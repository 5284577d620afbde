"""A plan can be looked at, changed and painted, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cavendish import image
from cavendish.plan.schema import Plan, Thing

CUP = Plan(things=(Thing(id="cup-1", kind="cup", color="red"),), place="studio")
Command = Callable[[str], Any]  # runs the command in this process; see conftest.py

BAD = {
    "plan show {tmp}/plain.png": "expected a picture with a recipe inside, got one without",
    "plan show {tmp}/text.json": "plan: expected JSON",
    "plan show {tmp}/deep.json": "nested too deeply",
    "plan show {tmp}/list.json -o {tmp}/a.jpg": "file ending: expected .png, got .jpg; try: plan.png",
    "plan show {tmp}/list.json -o {tmp}/none/a.png": "no such file or directory",
    "plan show {tmp}/list.json --seed -1": "plan: expected a JSON object",
    "plan show": "Missing argument 'source'",
    "think 'a cup' --planner openai": "planner: expected openai:MODEL@URL, got openai",
    "think 'a cup' --planner openai:qwen3": "try: --planner openai:qwen3@http://localhost:11434/v1",
    "generate 'a cup' --planner opnai:m@http://a/v1": "try: --planner openai",
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(CUP.model_dump_json())
    return path


@pytest.mark.parametrize(("line", "message"), BAD.items(), ids=BAD)
def test_bad_input_gets_one_line_and_nothing_is_written(
    line: str, message: str, tmp_path: Path, cavendish: Command
):
    (tmp_path / "text.json").write_text("a red cup")
    (tmp_path / "list.json").write_text("[]")
    (tmp_path / "deep.json").write_text("[" * 100_000)
    Image.new("RGB", (8, 8)).save(tmp_path / "plain.png")
    before = sorted(tmp_path.iterdir())
    ran = cavendish(line.format(tmp=tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cavendish: ")
    assert ran.err.count("\n") == 1
    assert message in ran.err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.slow
def test_a_plan_is_drawn_beside_it_and_its_schema_printed(plan: Path, tmp_path: Path, cavendish: Command):
    ran = cavendish(f"plan show {plan} --seed 3")
    assert (ran.code, ran.out, ran.err) == (0, f"{tmp_path}/plan-plan.png\n", "")
    assert image.read(tmp_path / "plan-plan.png").shape[1] == 1600
    told = json.loads(cavendish("plan schema").out)
    assert told == Plan.model_json_schema()


@pytest.mark.slow
def test_a_plan_and_its_picture_are_drawn_alike(plan: Path, tmp_path: Path, cavendish: Command):
    picture = tmp_path / "cup.png"
    assert cavendish(f"generate --plan {plan} --painter tracer --size 256 --seed 3 -o {picture}").code == 0
    assert cavendish(f"plan show {picture} -o {tmp_path}/a.png").code == 0
    assert cavendish(f"plan show {plan} --seed 3 -o {tmp_path}/b.png").code == 0
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


@pytest.mark.weights
def test_what_was_thought_can_be_changed_and_painted(tmp_path: Path, cavendish: Command):
    told = json.loads(cavendish("think 'a red cup on a wooden table' --seed 4 --json").out)
    told["plan"]["things"][0] |= {"color": "blue"}
    told["plan"]["things"].append({"id": "dog-1", "kind": "dog", "position": [0.9, -0.4]})
    changed, out = tmp_path / "changed.json", tmp_path / "changed.png"
    changed.write_text(json.dumps(told))
    ran = cavendish(f"generate --plan {changed} --painter tracer --size 256 --seed 4 -o {out} --json")
    assert ran.code == 0
    cup, dog = json.loads(ran.out)["plan"]["things"]
    assert (cup["color"], cup["position"]) == ("blue", told["plan"]["things"][0]["position"])
    assert dog["position"] == [0.9, -0.4]
    recipe = json.loads(image.read_recipe(out))["cavendish"]
    assert recipe["plan"]["things"][0] == cup
