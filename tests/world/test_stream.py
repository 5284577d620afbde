"""The stream never ends, never repeats, and a pool of it can stop and go on."""

import json
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from cavendish.errors import FileError
from cavendish.world import stream
from cavendish.world.guides import RANGES
from cavendish.world.stage import Window


def test_a_seed_is_a_scene() -> None:
    assert stream.scene(5) == stream.scene(5)
    assert len({stream.scene(s).model_dump_json() for s in range(40)}) == 40


def test_some_scenes_are_stacked_and_what_is_on_a_thing_is_over_it() -> None:
    plans = [stream.scene(s) for s in range(120)]
    stacked = [p for p in plans if p.relations]
    assert 4 <= len(stacked) <= 40
    for plan in stacked[:6]:
        upper, under = (plan.relations[0].subject, plan.relations[0].object)
        boxes = stream.screen_boxes(plan)
        assert boxes[upper][3] < boxes[under][3]


def test_a_sample_is_picture_guides_light_and_a_complete_plan() -> None:
    made = stream.sample(8, (48, 48))
    assert made.picture.shape == (48, 48, 3)
    assert made.guides.shape == (48, 48, 41)
    assert made.light.shape == (35,)
    assert all(t.position is not None for t in made.plan.things)


def test_a_crop_is_a_window_of_a_larger_picture() -> None:
    made = stream.crop(8, 32, 256)
    assert made.picture.shape == (32, 32, 3)
    assert np.ptp(made.guides[..., 36]) < np.ptp(stream.sample(8, (32, 32)).guides[..., 36]) / 4


def test_bytes_hold_guides_to_half_a_step() -> None:
    made = stream.sample(3, (32, 32)).guides
    low, high = np.array(RANGES, np.float32).T
    back = low + stream.quantised(made).astype(np.float32) / 255 * (high - low)
    assert np.abs(back - np.clip(made, low, high)).max() <= (high - low).max() / 255 * 0.51


def test_a_pool_goes_on_where_it_stopped(tmp_path: Path) -> None:
    first = list(islice(stream.fill(tmp_path, (24, 24), 5), 2))
    rest = list(stream.fill(tmp_path, (24, 24), 5))
    assert sorted(first + rest) == [0, 1, 2, 3, 4]
    rows = [json.loads(line)["row"] for line in (tmp_path / "plans.jsonl").read_text().splitlines()]
    assert sorted(rows) == [0, 1, 2, 3, 4]
    again = tmp_path / "again"
    list(stream.fill(again, (24, 24), 5))
    assert (again / "picture.u8").read_bytes() == (tmp_path / "picture.u8").read_bytes()


def test_a_full_pool_is_renewed_for_ever_but_for_its_tail(tmp_path: Path) -> None:
    order = list(islice(stream.fill(tmp_path, (24, 24), 9, endless=True), 9 + 8 + 3))
    tail = stream.held_out(9)
    assert tail == 1
    assert order == [8, *range(8), *range(8), 0, 1, 2]
    done = np.fromfile(tmp_path / "done.i8", np.int8)
    assert done.tolist() == [3, 3, 3, 2, 2, 2, 2, 2, 1]
    lines = [json.loads(line) for line in (tmp_path / "plans.jsonl").read_text().splitlines()]
    assert [(line["row"], line["turn"]) for line in lines[-4:]] == [(7, 2), (0, 3), (1, 3), (2, 3)]
    assert len({line["seed"] for line in lines}) == len(lines)
    picture = np.fromfile(tmp_path / "picture.u8", np.uint8).reshape(9, 24, 24, 3)
    assert np.array_equal(picture[2], stream.sample(lines[-1]["seed"], (24, 24)).picture)
    kept = np.fromfile(tmp_path / stream.EDGES / "2.u8", np.uint8)
    assert kept.tobytes() == stream.packed(stream.sample(lines[-1]["seed"], (24, 24)).crossed)
    assert not list((tmp_path / stream.EDGES).glob("*.part"))


def test_turns_are_counted_in_a_byte_and_never_nothing() -> None:
    done = np.full(3, 127, np.int8)
    assert list(islice(stream._order(done, 2, 0, 1, endless=True), 2)) == [(0, 1), (1, 1)]


def test_a_pool_of_another_size_is_refused(tmp_path: Path) -> None:
    next(stream.fill(tmp_path, (24, 24), 3))
    with pytest.raises(FileError, match=r"expected a pool of 4 of 24×24, got count 3"):
        next(stream.fill(tmp_path, (24, 24), 4))
    assert json.loads((tmp_path / "meta.json").read_text())["count"] == 3


def test_a_pool_keeps_what_edges_cross(tmp_path: Path) -> None:
    list(stream.fill(tmp_path, (32, 32), 2))
    crossed = stream.sample(1, (32, 32)).crossed
    kept = np.fromfile(tmp_path / stream.EDGES / "1.u8", np.uint8).reshape(len(crossed.at), -1)
    assert len(crossed.at) > 10
    assert np.array_equal(kept[:, :4].copy().view("<u2"), crossed.at)
    assert np.array_equal(kept[:, 4:], stream.quantised(crossed.samples).reshape(len(kept), -1))


def test_changed_pixels_are_the_things_and_what_they_shade() -> None:
    made = stream.sample(12, (48, 48))
    mask = stream.changed(made.stage, Window.whole(48, 48), made.picture)
    on = made.guides[..., 8] > 0.99
    assert mask[on].mean() > 0.7
    assert mask.mean() < 0.9


def test_a_sheet_is_a_picture_of_many(tmp_path: Path) -> None:
    from PIL import Image

    path = stream.sheet(tmp_path / "sheet.png", 0, side=24, columns=3, rows=2)
    with Image.open(path) as image:
        assert image.size == (72, 48)
