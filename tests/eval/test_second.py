"""The second judge is taught by crops of albums, as they are and on grey, and is stored as one of its architecture."""

from pathlib import Path

import numpy as np
import pytest

from cavendish.errors import RequestError
from cavendish.eval import second
from cavendish.eval.crowds import Album, Crowd
from cavendish.eval.detector import GREY
from cavendish.eval.judge import load
from cavendish.eval.outlines import OutlineNet


def album(folder: Path) -> Album:
    """Two scenes of a red cup, one of them tiny."""
    out = Album(folder)
    for i, side in enumerate((80, 6)):
        picture, seen = np.full((224, 224, 3), 40, np.uint8), np.full((224, 224), -1, np.int8)
        picture[50 : 50 + side, 50 : 50 + side], seen[50 : 50 + side, 50 : 50 + side] = (200, 30, 30), 0
        out.add(i, Crowd(picture, seen, ("cup",), ("red",)))
    return out


def test_things_are_cut_out_as_they_are_and_on_grey(tmp_path: Path) -> None:
    rows = [row for row in second.crops_of(album(tmp_path), ("dog", "cup"), ("red",)) if row[1] < 2]
    assert [row[1:] for row in rows] == [(1, 0), (1, 0)]
    (plain, *_), (grey, *_) = rows
    assert plain.shape == (80, 80, 3)
    assert (plain[0, 0] == 40).all()
    assert (grey[0, 0] == GREY).all()
    assert np.array_equal(plain[40, 40], grey[40, 40])


def test_an_album_without_scenes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="expected scenes, got none"):
        list(second.crops_of(Album(tmp_path), ("cup",), ("red",)))


@pytest.mark.slow
def test_a_judge_is_taught_and_stored_with_its_architecture(tmp_path: Path) -> None:
    folder = album(tmp_path / "album").folder
    list(second.teach(tmp_path / "judge.safetensors", 0.0, folder, [folder]))
    judge = load(tmp_path / "judge.safetensors")
    assert isinstance(judge.net, OutlineNet)
    assert judge.facts["held_out"] == judge.facts["crops"]
    assert 0.1 <= judge.threshold <= 0.9
