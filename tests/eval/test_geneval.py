"""GenEval's prompts, judged on pictures of plans that hold them, or do not."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from cavendish.eval import geneval
from cavendish.eval.detector import Thresholds
from cavendish.eval.events import Found
from cavendish.eval.eyes import OPINIONS, TOGETHER, Eyes, Sight
from cavendish.eval.judge import Box, Judge, Verdict
from cavendish.eval.protocol import Detection, Prompt, Wanted, holds
from cavendish.eval.scenes import U8
from cavendish.painters.tracer import TracerPainter
from cavendish.plan.layout import complete
from cavendish.plan.schema import Plan, Thing

RED_CUP = Prompt("colors", "a photo of a red cup", (Wanted("cup", 1, "red"),))


class Certain(Judge):
    """Sees what it is told to, wherever it looks."""

    def look(self, picture: U8, boxes: Sequence[Box]) -> list[Verdict]:  # noqa: ARG002 -- the judge's signature
        return [Verdict({"cup": 0.8, "dog": 0.1}, "red")] * len(boxes)


def certain() -> Judge:
    from cavendish.eval.judge import Net

    return Certain(Net(2, 1).eval(), ("cup", "dog"), ("red",), 0.3, {})


class Sure(Eyes):
    """Sees a red cup in every picture, and in no picture a dog."""

    def see(self, picture: U8) -> dict[str, list[Sight]]:  # noqa: ARG002 -- the eyes' signature
        return {name: [Sight((0.0, 0.0, 0.5, 1.0), {"cup": 0.8, "dog": 0.1}, "red")] for name in OPINIONS}


def sure() -> Sure:
    from cavendish.eval.detector import Detector, Net

    levels = {name: Thresholds(0.3, 0.5) for name in OPINIONS}
    return Sure(Detector(Net(2, 1).eval(), ("cup", "dog"), ("red",), levels, {}), certain(), certain())


def red_cup(words: str, seed: int) -> Plan:
    return complete(Plan(things=(Thing(id="cup-1", kind="cup", color="red"),), place="studio"), seed)


def test_prompts_are_those_whose_things_the_world_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(geneval.VARIABLE, str(tmp_path))
    (tmp_path / "geneval").mkdir()
    lines = [
        '{"tag": "single_object", "include": [{"class": "stapler", "count": 1}], "prompt": "a photo of a stapler"}',
        '{"tag": "single_object", "include": [{"class": "cup", "count": 1}], "prompt": "a photo of a cup"}',
        '{"tag": "single_object", "include": [{"class": "dog", "count": 1}], "prompt": "a photo of a dog"}',
        '{"tag": "counting", "include": [{"class": "cup", "count": 2}], "prompt": "a photo of two cups"}',
        '{"tag": "colors", "include": [{"class": "cup", "color": "red"}], "prompt": "a photo of a red cup"}',
    ]  # fmt: skip
    (tmp_path / "geneval" / "evaluation_metadata.jsonl").write_text("\n".join(lines))
    found, source = geneval.prompts()
    assert [prompt.words for prompt in found] == [
        "a photo of a cup",
        "a photo of a red cup",
        "a photo of a dog",
    ]
    assert source == "GenEval's prompts"


def test_without_its_file_prompts_follow_its_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(geneval.VARIABLE, str(tmp_path))
    found, source = geneval.prompts()
    words = [prompt.words for prompt in found]
    assert "a photo of an apple" in words
    assert words[0] == "a photo of an airplane"
    assert {prompt.tag for prompt in found[:2]} == set(geneval.ALONE)
    assert len({*words}) == len(words)
    assert "templates" in source


def test_every_box_is_one_detection_of_every_kind() -> None:
    picture = np.zeros((8, 8, 3), np.uint8)
    found = geneval.detect(
        certain(), picture, [(0.0, 0.0, 0.5, 0.5), (0.0, 0.0, 0.0, 0.0), (0.5, 0.5, 1.0, 1.0)]
    )
    assert [d.box for d in found["cup"]] == [(0.0, 0.0, 0.5, 0.5), (0.5, 0.5, 1.0, 1.0)]
    assert found["dog"][0] == Detection((0.0, 0.0, 0.5, 0.5), 0.1, "red")
    assert holds(RED_CUP, found, 0.3)


def test_the_floor_pairs_every_picture_with_another_prompt() -> None:
    prompts = [Prompt("colors", str(i), ()) for i in range(4)]
    taken = [geneval.Taken(prompt, i, np.zeros((1, 1, 3), np.uint8), {}) for i, prompt in enumerate(prompts)]
    assert [(prompt.words, one.seed) for prompt, one in geneval.shuffled(taken)] == [
        ("2", 0), ("3", 1), ("0", 2), ("1", 3)
    ]  # fmt: skip


def test_the_suite_scores_pictures_beside_ceiling_and_floor(
    tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geneval, "DRAFT", tiny)
    monkeypatch.setenv(geneval.VARIABLE, str(tmp_path))
    (tmp_path / "geneval").mkdir()
    (tmp_path / "geneval" / "evaluation_metadata.jsonl").write_text(
        '{"tag": "single_object", "include": [{"class": "dog", "count": 1}], "prompt": "a photo of a dog"}\n'
        '{"tag": "colors", "include": [{"class": "cup", "count": 1, "color": "red"}], "prompt": "a photo of a red cup"}'
    )
    *steps, found = geneval.run(TracerPainter(), 2, red_cup, certain(), sure())
    assert len(steps) == 2 * geneval.PICTURES
    assert isinstance(found, Found)
    report = found.report
    assert report.facts["tags"] == {"single_object": 0.0, "colors": 1.0}
    assert (report.facts["overall"], report.facts["ceiling"]) == (0.5, 0.5)
    assert report.row("share of the ceiling").score == 1.0
    assert report.row("overall, first judge in the plan's boxes").score == 0.5
    assert [row.name for row in report.rows[:4]] == [
        "overall",
        "share of the ceiling",
        "single_object",
        "colors",
    ]
    assert report.facts["label"] == geneval.LABEL
    assert len(report.each) == 8


def test_all_six_tags_have_templates_and_are_taken_in_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(geneval.VARIABLE, str(tmp_path))
    found, _ = geneval.prompts(geneval.TAGS)
    assert [prompt.tag for prompt in found[:6]] == list(geneval.TAGS)
    words = {prompt.tag: prompt.words for prompt in reversed(found)}
    assert words["counting"] == "a photo of two airplanes"
    assert any(prompt.words.endswith(" people") for prompt in found if prompt.tag == "counting")
    assert words["position"].startswith("a photo of an airplane left of ")
    assert len({(prompt.tag, prompt.words) for prompt in found}) == len(found)


def test_counted_things_have_a_threshold_of_their_own() -> None:
    two = Prompt("counting", "a photo of two cups", (Wanted("cup", 2),), (Wanted("cup", 3),))
    seen = {"cup": [Detection((0.0, 0.0, 1.0, 1.0), score) for score in (0.9, 0.8, 0.4)]}
    taken = geneval.Taken(two, 1, np.zeros((1, 1, 3), np.uint8), {}, {TOGETHER: seen})
    other = Prompt("two_object", "two cups", two.include)
    for many, held in ((0.5, True), (0.3, False)):
        judged = geneval.Judged([taken], [taken], {TOGETHER: Thresholds(0.85, many)})
        assert judged.held(TOGETHER, [(two, taken), (other, taken)]) == [
            ("counting", held),
            ("two_object", False),
        ]


def test_a_sight_is_a_detection_of_each_kind_it_may_be_of() -> None:
    seen = geneval.by_kind([Sight((0.0, 0.0, 1.0, 1.0), {"cup": 0.7, "dog": 0.2}, "red")] * 2)
    assert seen == {"cup": [Detection((0.0, 0.0, 1.0, 1.0), 0.7, "red")] * 2,
                    "dog": [Detection((0.0, 0.0, 1.0, 1.0), 0.2, "red")] * 2}  # fmt: skip


def test_the_floor_of_right_pictures_is_nothing() -> None:
    dog = Prompt("single_object", "a photo of a dog", (Wanted("dog"),))
    cup = {
        "cup": [Detection((0.0, 0.0, 1.0, 1.0), 0.8, "red")],
        "dog": [Detection((0.0, 0.0, 1.0, 1.0), 0.1, "red")],
    }
    other = {
        "cup": [Detection((0.0, 0.0, 1.0, 1.0), 0.1, "red")],
        "dog": [Detection((0.0, 0.0, 1.0, 1.0), 0.8, "red")],
    }
    blank = np.zeros((1, 1, 3), np.uint8)
    taken = [geneval.Taken(RED_CUP, 0, blank, cup), geneval.Taken(dog, 1, blank, other)]
    assert all(holds(one.prompt, one.seen, 0.3) for one in taken)
    assert not any(holds(prompt, one.seen, 0.3) for prompt, one in geneval.shuffled(taken))
