"""The protocol answers as GenEval's own code does."""

import json
from pathlib import Path
from typing import Any

import pytest

from cavendish.eval.protocol import Box, Detection, Prompt, Wanted, holds, parse, relations, score

ROOT = Path(__file__).parents[2]
ALL = [ROOT / "shared/prompts/geneval/position_test_vectors.json",
       ROOT.parent / "shared/prompts/geneval/position_test_vectors.json"]  # fmt: skip
BOX = (0.0, 0.0, 1.0, 1.0)


def box(edges: list[float]) -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in edges[:4])
    return x0, y0, x1, y1


@pytest.mark.parametrize("vector", json.loads((Path(__file__).parent / "positions.json").read_text()))
def test_positions_agree_with_the_original_code(vector: dict[str, Any]):
    assert sorted(relations(box(vector["a"]), box(vector["b"]))) == vector["relations"]


def test_positions_agree_on_all_vectors_where_they_are_here():
    file = next((path for path in ALL if path.exists()), None)
    if file is None:
        pytest.skip("GenEval's vectors are not here")
    for vector in json.loads(file.read_text())["vectors"]:
        found = relations(box(vector["a"]), box(vector["b"]))
        assert sorted(found) == sorted(vector["a_rel_b"]), vector


def seen(*scores: float, color: str | None = None) -> list[Detection]:
    return [Detection(BOX, s, color) for s in scores]


def test_enough_detections_over_the_threshold_hold_a_count():
    two = Prompt("counting", "a photo of two cups", (Wanted("cup", 2),), (Wanted("cup", 3),))
    assert holds(two, {"cup": seen(0.9, 0.8)}, 0.3)
    assert not holds(two, {"cup": seen(0.9, 0.2)}, 0.3)
    assert not holds(two, {"cup": seen(0.9, 0.8, 0.7)}, 0.3)
    assert holds(two, {"cup": seen(0.9, 0.8), "dog": seen(0.9)}, 0.3)


def test_only_the_best_detections_are_asked_for_their_colour():
    red = Prompt("colors", "a photo of a red cup", (Wanted("cup", 1, "red"),))
    best_red = [*seen(0.5, color="blue"), *seen(0.9, color="red")]
    assert holds(red, {"cup": best_red}, 0.3)
    best_blue = [*seen(0.5, color="red"), *seen(0.9, color="blue")]
    assert not holds(red, {"cup": best_blue}, 0.3)


def test_a_position_is_that_of_the_second_thing_to_the_first():
    prompt = Prompt(
        "position", "a cup left of a dog", (Wanted("dog"), Wanted("cup", position=("left of", 0)))
    )
    left, right = Detection(BOX, 0.9), Detection((5.0, 0.0, 6.0, 1.0), 0.9)
    assert holds(prompt, {"cup": [left], "dog": [right]}, 0.3)
    assert not holds(prompt, {"cup": [right], "dog": [left]}, 0.3)
    assert not holds(prompt, {"cup": [left]}, 0.3)


def test_prompts_are_read_from_their_lines():
    line = (
        '{"tag": "position", "include": [{"class": "dog", "count": 1}, {"class": "cup", "count": 2, "color": "red", '
        '"position": ["left of", 0]}], "exclude": [{"class": "cup", "count": 3}], "prompt": "p"}'
    )
    wanted = (Wanted("dog"), Wanted("cup", 2, "red", ("left of", 0)))
    assert parse(line) == Prompt("position", "p", wanted, (Wanted("cup", 3),))


def test_every_tag_weighs_the_same():
    overall, tags = score([("a", True), ("a", True), ("a", False), ("a", False), ("b", True)])
    assert (overall, tags) == (0.75, {"a": 0.5, "b": 1.0})
