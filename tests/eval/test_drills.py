"""The detector's lessons say what their pictures show, and a net can learn them."""

from pathlib import Path

import numpy as np
import pytest
import torch

from cavendish.eval.crowds import Album, Crowd
from cavendish.eval.detector import CELL, SIDE, Net, decoded, overlap
from cavendish.eval.drills import (
    CELLS,
    Lesson,
    School,
    corrupted,
    cropped,
    empty_boxes,
    lesson,
    loss_of,
    middle,
    targets,
)
from cavendish.eval.judge import as_input

SHAPES = (((20, 52, 30, 58), (200, 30, 30)), ((100, 140, 120, 152), (30, 30, 200)))


def scene() -> Crowd:
    """A red bar and a blue block on grey, 224 × 224."""
    picture, seen = np.full((224, 224, 3), 120, np.uint8), np.full((224, 224), -1, np.int8)
    for i, ((top, bottom, left, right), color) in enumerate(SHAPES):
        picture[top:bottom, left:right], seen[top:bottom, left:right] = color, i
    return Crowd(picture, seen, ("bar", "block"), ("red", "blue"))


@pytest.fixture
def school(tmp_path: Path) -> School:
    album = Album(tmp_path / "album")
    for i in range(3):
        album.add(i, scene())
    return School([album], ("bar", "block"), ("red", "blue"))


def small(one: Crowd) -> Lesson:
    return lesson(one.picture[:SIDE, :SIDE], one.seen[:SIDE, :SIDE], [(0, 0), (1, 1)])


def test_a_lesson_has_the_boxes_and_masks_of_what_is_seen() -> None:
    one = small(scene())
    assert [(thing.kind, thing.color) for thing in one.things] == [(0, 0), (1, 1)]
    top, bottom, left, right = SHAPES[0][0]
    assert one.things[0].box == (left / CELL, top / CELL, right / CELL, bottom / CELL)
    assert float(one.things[0].mask.mean()) == 1
    assert one.unsure == ()


def test_a_thing_that_is_tiny_or_mostly_cut_off_is_neither_there_nor_not() -> None:
    seen = np.full((SIDE, SIDE), -1, np.int8)
    seen[8:13, 8:13] = 0
    seen[100:120, 0:20] = 1
    one = lesson(np.zeros((SIDE, SIDE, 3), np.uint8), seen, [(0, 0), (1, 1)], np.array([25, 4000]))
    assert one.things == ()
    assert one.unsure == ((1.0, 1.0, 1.625, 1.625), (0.0, 12.5, 2.5, 15.0))
    heat, weight = targets([one])
    assert heat.sum() == 0
    assert weight[0, 1, 1] == weight[0, 13, 1] == 0
    assert weight[0, 5, 5] == 1


def test_thingness_is_one_at_each_things_middle_alone() -> None:
    one = small(scene())
    heat, _ = targets([one])
    found = {(int(x), int(y)) for y, x in torch.nonzero(heat[0] > 0.999).tolist()}
    assert found == {middle(thing) for thing in one.things}


def test_a_crop_keeps_what_pixels_show() -> None:
    one = scene()
    for seed in range(8):
        picture, seen, grown = cropped(one.picture, one.seen, np.random.default_rng(seed))
        assert picture.shape == (SIDE, SIDE, 3)
        inner = seen == 1
        assert (
            abs(int(inner.sum()) - grown * 40 * 32) < 0.12 * grown * 40 * 32
            or inner[[0, -1]].any()
            or inner[:, [0, -1]].any()
        )
        blue = picture[inner].astype(int)
        assert (blue[:, 2] > blue[:, 0]).mean() > 0.9


def test_drawn_lessons_are_those_of_their_seed_and_pasted_things_are_named(school: School) -> None:
    drawn = [school.draw(np.random.default_rng(seed)) for seed in range(12)]
    again = school.draw(np.random.default_rng(5))
    assert np.array_equal(again.picture, drawn[5].picture)
    assert [t.box for t in again.things] == [t.box for t in drawn[5].things]
    assert max(len(one.things) for one in drawn) > 2
    assert {thing.kind for one in drawn for thing in one.things} == {0, 1}


def test_empty_boxes_are_clear_of_things() -> None:
    boxes, rows = empty_boxes([small(scene())] * 20, np.random.default_rng(0))
    assert len(boxes) == len(rows) > 5
    assert float(boxes.min()) >= 0
    assert float(boxes.max()) <= CELLS


def test_corruption_keeps_the_range_and_is_drawn_from_its_generator() -> None:
    x = torch.rand(3, 3, 32, 32) * 2 - 1
    one, other = (corrupted(x, torch.Generator().manual_seed(1)) for _ in range(2))
    assert torch.equal(one, other)
    assert one.abs().max() <= 1
    assert not torch.equal(one, x)


def test_a_net_learns_one_lesson_by_heart() -> None:
    """Where things are, their boxes, kinds and colours, after thirty steps over one picture."""
    one = small(scene())
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        net = Net(2, 2)
    x = as_input(torch.from_numpy(one.picture[None]))
    optimiser = torch.optim.AdamW(net.parameters(), lr=6e-3)
    for step in range(30):
        loss, _ = loss_of(net, [one], x, np.random.default_rng(step))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    with torch.no_grad():
        features, thing, codes = net.eval()(x)
        chance = thing[0].sigmoid()
        at = [float(chance[y, x]) for x, y in map(middle, one.things)]
        assert min(at) > 5 * float(chance.mean())
        for each in one.things:
            cx, cy = middle(each)
            box = decoded(codes[0, :, cy, cx][None], torch.tensor([[cx, cy]]).float())
            assert float(overlap(box, torch.tensor([each.box]))) > 0.3
            kind, color, _ = net.inside(features, torch.tensor([0]), torch.tensor([each.box]))
            assert (int(kind.argmax()), int(color.argmax())) == (each.kind, each.color)
