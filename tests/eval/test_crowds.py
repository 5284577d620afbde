"""Albums hold scenes whose every pixel is known, and go on where they were broken off."""

import json
from pathlib import Path

import numpy as np
import pytest

from cavendish.errors import FileError
from cavendish.eval import crowds, lessons
from cavendish.eval.crowds import HELD_OUT, NOTHING, SIDE, Album, Crowd
from cavendish.world.frames import mark_of

KINDS = ("cup", "dog", "car", "chair", "apple")


def test_seeds_are_nobody_elses() -> None:
    assert lessons.FIRST + 9_000_000 < crowds.FIRST < crowds.FIRST + 4_000_000 < lessons.HELD_OUT
    assert lessons.HELD_OUT + 1_000_000 < HELD_OUT


def test_scenes_have_one_thing_or_many_and_every_kind_its_turn() -> None:
    plans = [crowds.crowd(crowds.FIRST + i, KINDS) for i in range(40)]
    assert [plan.things[0].kind for plan in plans[:5]] == [KINDS[(crowds.FIRST + i) % 5] for i in range(5)]
    sizes = [len(plan.things) for plan in plans]
    assert min(sizes) == 1
    assert max(sizes) >= 4
    assert any(plan.relations for plan in plans)
    assert all(thing.position is not None for plan in plans for thing in plan.things)


def test_each_pixel_shows_a_thing_of_the_plan_or_none() -> None:
    one = crowds.traced(HELD_OUT, KINDS, plain=True)
    assert one.picture.shape == (SIDE, SIDE, 3)
    assert len(one.kinds) == len(one.colors)
    assert set(np.unique(one.seen).tolist()) <= {NOTHING, *range(len(one.kinds))}
    assert (one.seen == 0).any()


def flat(value: int) -> Crowd:
    return Crowd(
        np.full((SIDE, SIDE, 3), value, np.uint8), np.full((SIDE, SIDE), NOTHING, np.int8), ("cup",), (None,)
    )


def test_an_album_goes_on_after_what_was_written_whole(tmp_path: Path) -> None:
    album = Album(tmp_path / "album")
    album.add(1, flat(10))
    with (tmp_path / "album" / "picture.u8").open("ab") as file:
        file.write(b"broken off")
    again = Album(tmp_path / "album")
    again.add(2, flat(20))
    assert len(Album(tmp_path / "album")) == 2
    assert (again.scene(1).picture == 20).all()
    assert again.scene(0).kinds == ("cup",)


def test_a_folder_that_cannot_be_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError):
        Album(tmp_path / "file")
    with pytest.raises(FileError, match=r"meta\.json"):
        list(crowds.borrow(tmp_path / "album", tmp_path / "nothing"))


def test_a_pools_things_are_told_by_their_marks(tmp_path: Path) -> None:
    pool, side, channels = tmp_path / "pool", 16, 9
    pool.mkdir()
    count = 1 + crowds.stream.HELD_OUT
    (pool / "meta.json").write_text(json.dumps({"count": count, "size": [side, side], "channels": channels}))
    guides = np.zeros((count, side, side, channels), np.uint8)
    for name, columns in (("cup-1", slice(0, 4)), ("dog-2", slice(8, 12))):
        guides[0, :, columns, 7] = round((mark_of(name) + 1) * 127.5)
        guides[0, :, columns, 8] = 255
    guides.tofile(pool / "guides.u8")
    np.full((count, side, side, 3), 50, np.uint8).tofile(pool / "picture.u8")
    things = [{"id": "cup-1", "kind": "cup", "color": "red"}, {"id": "dog-2", "kind": "dog"}]
    rows = [{"row": i, "seed": i, "plan": {"things": things}} for i in (0, 1)]
    (pool / "plans.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert len(list(crowds.borrow(tmp_path / "album", pool))) == 1  # the other is held out
    one = Album(tmp_path / "album").scene(0)
    assert (one.kinds, one.colors) == (("cup", "dog"), ("red", None))
    scale = SIDE // side
    assert (one.seen[:, : 4 * scale] == 0).all()
    assert (one.seen[:, 8 * scale : 12 * scale] == 1).all()
    assert (one.seen[:, 12 * scale :] == NOTHING).all()
