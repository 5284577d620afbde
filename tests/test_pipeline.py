"""The walk: events in their order, the same picture each time, the plan obeyed."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from cavendish import generate, load, pipeline, save, think
from cavendish.events import Finished, Painted, Planned, Preview, Progress, Request
from cavendish.finish.lens import Optics, discs
from cavendish.plan.layout import complete
from cavendish.plan.schema import Camera, Plan, Style, Thing
from cavendish.world.stage import build

PLAN = Plan(
    things=(Thing(id="cup-1", kind="cup", color="red"), Thing(id="apple-1", kind="apple", color="green")),
    place="table",
    camera=Camera(fnumber=2.8),
)
REQUEST = Request("a red cup and a green apple", 4, "16:9", "256", "tracer", plan=PLAN)


@pytest.fixture(scope="module")
def events() -> list[object]:
    return list(pipeline.walk(REQUEST))


def test_plan_comes_before_previews_and_the_picture_last(events: list[object]):
    kinds = [type(event) for event in events]
    assert kinds.count(Planned) == kinds.count(Finished) == 1
    assert kinds.count(Painted) == 0
    assert kinds.index(Planned) < kinds.index(Preview)
    assert kinds[-1] is Finished
    stages = [event.stage for event in events if isinstance(event, Progress | Preview)]
    assert list(dict.fromkeys(stages)) == ["think", "stage", "pixels", "finish"]


def test_the_canvas_asked_for_wins_over_the_plans(events: list[object]):
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.pixels.shape == (192, 344, 3)
    assert finished.recipe.plan.canvas.aspect == "16:9"


def test_the_recipe_makes_the_same_picture(events: list[object]):
    finished = events[-1]
    assert isinstance(finished, Finished)
    made = list(pipeline.walk(finished.recipe.request()))[-1]
    assert isinstance(made, Finished)
    assert np.array_equal(made.pixels, finished.pixels)
    assert made.recipe == finished.recipe


TWICE = """
import numba
from cavendish import pipeline
from cavendish.events import Request
from cavendish.plan.schema import Plan, Style, Thing

things = (Thing(id="cup-1", kind="cup", color="red"), Thing(id="tree-1", kind="tree"))
plan = Plan(things=things, place="park", style=Style(look="film"))
for painter in ("tracer", "native"):
    made = []
    for threads in (1, 2):
        numba.set_num_threads(threads)
        made.append(list(pipeline.walk(Request("", 4, "1:1", "64x64", painter, plan=plan)))[-1].pixels)
    assert (made[0] == made[1]).all(), painter
"""


@pytest.mark.slow
@pytest.mark.weights
def test_two_threads_make_the_picture_that_one_makes():
    env = {**os.environ, "NUMBA_NUM_THREADS": "2", "OMP_WAIT_POLICY": "passive"}
    done = subprocess.run([sys.executable, "-c", TWICE], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_completed_plan_is_complete():
    plan = complete(PLAN, 4)
    assert complete(plan, 4) == plan


def test_every_thing_is_seen_where_the_sketch_shows_it(events: list[object]):
    planned = next(event for event in events if isinstance(event, Planned))
    sketch = next(event for event in events if isinstance(event, Preview)).pixels.astype(int)
    assert [thing.kind for thing in planned.things] == ["cup", "apple"]
    for thing, redder in zip(planned.things, (True, False), strict=True):
        x0, y0, x1, y1 = thing.box
        assert thing.visible > 0.6
        height, width = sketch.shape[:2]
        spot = sketch[round((y0 * 0.3 + y1 * 0.7) * height), round((x0 + x1) / 2 * width)]
        assert (spot[0] > spot[1]) == redder


def test_the_sharp_zone_holds_every_thing():
    stage = build(complete(PLAN, 4), 4)
    optics = pipeline.optics_of(stage)
    away = np.linalg.norm(stage.things[:, 2:5] - stage.camera[:3], axis=1)
    assert (away > optics.near).all()
    assert (away < optics.far).all()
    assert optics.fnumber == 2.8


def test_without_things_there_is_a_sharp_zone_all_the_same():
    optics = pipeline.optics_of(build(complete(Plan(place="meadow"), 1), 1))
    assert 0 < optics.near < optics.far


def test_a_look_is_developed_not_painted():
    plain, grey = (
        generate(
            "", seed=4, size="256", painter="tracer", plan=PLAN.model_copy(update={"style": Style(look=look)})
        )
        for look in ("natural", "black and white")
    )
    assert np.ptp(plain.pixels.astype(int), axis=2).max() > 50
    assert np.ptp(grey.pixels.astype(int), axis=2).max() <= 1


def test_what_is_saved_can_be_loaded(events: list[object], tmp_path: Path):
    finished = events[-1]
    assert isinstance(finished, Finished)
    save(finished, tmp_path / "cup.png")
    assert load(tmp_path / "cup.png") == finished.recipe


@pytest.mark.weights
def test_thinking_alone_gives_the_plan_that_would_be_painted():
    planned = think("a red cup", seed=2)
    assert [thing.kind for thing in planned.things] == ["cup"]
    assert planned.plan == complete(planned.plan, 2)


def lens(**camera: object) -> Optics:
    plan = complete(PLAN.model_copy(update={"camera": Camera.model_validate(camera)}), 1)
    return pipeline.optics_of(build(plan, 1))


def test_a_wider_aperture_and_a_longer_lens_blur_more_of_what_is_behind():
    far = np.full((1, 1), 1 / (1 + 12 / 4), np.float32)
    open_, shut = (discs(far, lens(focal=50, fnumber=n))[0, 0] for n in (1.4, 8))
    assert open_ > 3 * shut > 0
    wide, long = (discs(far, lens(focal=mm, fnumber=8))[0, 0] for mm in (24, 85))
    assert long > 2 * wide


def test_a_macro_is_sharp_in_front_alone():
    macro, close = lens(framing="macro", focal=100), lens(framing="close", focal=100)
    assert macro.far - macro.near == pytest.approx(pipeline.MACRO * (close.far - close.near), rel=0.1)
