"""The judge's lessons: boxes from what is seen, labels from the plan, corruption that keeps the thing in view."""

from pathlib import Path

import numpy as np
import pytest
import torch

from cavendish.eval import lessons
from cavendish.eval.judge import Judge, Net, load
from cavendish.eval.scenes import FIRST, Scene
from cavendish.world.stage import Window
from cavendish.world.trace import trace


def test_seeds_are_nobody_elses() -> None:
    assert FIRST + 10_000_000 < lessons.FIRST < lessons.FIRST + 9_000_000 < lessons.HELD_OUT


def test_every_kind_has_its_turn_and_every_plan_is_complete() -> None:
    kinds, colors = lessons.names()
    plans = [lessons.lesson(lessons.FIRST + i, kinds) for i in range(len(kinds))]
    start = lessons.FIRST % len(kinds)
    assert [plan.things[0].kind for plan in plans] == [*kinds[start:], *kinds[:start]]
    assert {len(plan.things) for plan in plans} == {1, 2}
    for plan in plans:
        assert plan.place is not None
        assert all(thing.position is not None and thing.color in colors for thing in plan.things)


def test_boxes_enclose_the_pixels_of_each_thing() -> None:
    seen = np.full((20, 40), -1, np.int32)
    seen[5:15, 10:30] = 0
    seen[2:4, 0:3] = 1
    assert lessons.boxes_of(seen, 2, least=20) == [(0.25, 0.25, 0.75, 0.75), None]


def test_the_picture_is_the_tracers_and_shows_what_it_says(scenes: list[Scene]) -> None:
    picture, seen = lessons.seen_picture(scenes[0].stage, 32)
    assert np.array_equal(picture, trace(scenes[0].stage, Window.whole(32, 32), 1))
    assert (seen == 0).any()


def test_other_materials_change_the_light_and_not_the_shape(scenes: list[Scene]) -> None:
    stage = scenes[0].stage
    other = lessons.other_materials(stage, np.random.default_rng(0))
    (picture, seen), (changed, same) = (lessons.seen_picture(each, 32) for each in (stage, other))
    assert np.array_equal(seen, same)
    assert not np.array_equal(picture[seen == 0], changed[seen == 0])


def test_corruption_keeps_the_range_and_is_drawn_from_its_generator() -> None:
    crops = torch.rand(6, 3, 80, 80) * 2 - 1
    one, other = (lessons.corrupt(crops, torch.Generator().manual_seed(1)) for _ in range(2))
    assert one.shape == (6, 3, 64, 64)
    assert torch.equal(one, other)
    assert one.abs().max() <= 1


def two_kinds(count: int) -> lessons.Examples:
    """Discs and bars, red and blue."""
    y, x = np.mgrid[0:80, 0:80] - 39.5
    disc, bar = np.hypot(x, y) < 28, np.abs(x) < 10
    rows: list[tuple[lessons.U8, int, int]] = []
    rng = np.random.default_rng(0)
    for i in range(count):
        kind, color = i % 3, i // 3 % 2
        crop = np.full((80, 80, 3), int(rng.integers(60, 160)), np.uint8)
        if kind < 2:
            crop[(disc, bar)[kind]] = ((200, 30, 30), (30, 30, 200))[color]
        rows.append((crop, kind, color if kind < 2 else -1))
    return lessons.stacked(rows)


def test_a_net_learns_to_tell_two_kinds_and_two_colours() -> None:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        net = Net(2, 2)
    examples = two_kinds(96)
    list(lessons.train(net, examples, 900.0, batch=24, steps=60))
    threshold, facts = lessons.examine(Judge(net.eval(), ("disc", "bar"), ("red", "blue"), 0.5, {}), examples)
    assert 0.1 <= threshold <= 0.9
    assert float(facts["kind"]) > 0.9
    assert float(facts["color"]) > 0.9


@pytest.mark.slow
def test_a_judge_is_taught_and_stored_and_taught_on(tmp_path: Path) -> None:
    steps = list(lessons.teach(tmp_path / "judge.safetensors", 0.02))
    assert steps[0].what == "tracing"
    judge = load(tmp_path / "judge.safetensors")
    assert int(judge.facts["crops"]) >= 8
    assert judge.kinds == lessons.names()[0]
    assert 0.0 <= float(judge.facts["kind"]) <= 1.0
    list(lessons.teach(tmp_path / "older.safetensors", 0.02, 5, tmp_path / "judge.safetensors"))
    older = load(tmp_path / "older.safetensors")
    assert older.facts["seed"] == "5"
    assert int(older.facts["pictures"]) > int(judge.facts["pictures"])
