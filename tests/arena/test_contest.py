"""A contest is blind, keeps every vote, and takes up where it was."""

from pathlib import Path

import pytest
from PIL import Image

from cavendish.arena.contest import Contest, kept, pairings
from cavendish.errors import FileError, RequestError


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name, color in (("a", (200, 0, 0)), ("b", (0, 0, 200))):
        (tmp_path / name).mkdir()
        for stem in ("red-cup", "blue-dog", f"only-{name}"):
            Image.new("RGB", (8, 8), color).save(tmp_path / name / f"{stem}.png")
    (tmp_path / "a" / "red-cup.txt").write_text("a red cup\n")
    return tmp_path / "a", tmp_path / "b"


def test_pictures_of_the_same_name_meet(folders: tuple[Path, Path]) -> None:
    found = pairings(*folders)
    assert [one.prompt for one in found] == ["blue dog", "a red cup"]
    assert {one.first.parent for one in found} == {folders[0]}
    with pytest.raises(FileError, match="no such file"):
        pairings(folders[0], folders[1] / "none")


def test_votes_are_kept_whoever_was_left(folders: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "votes.jsonl"
    contest = Contest(("a", "b"), pairings(*folders), file)
    sides: set[bool] = set()
    for _ in range(40):  # a always wins, wherever it stands
        shown = contest.next()
        sides.add(shown.turned)
        left = "a" if shown.picture("left").parent == folders[0] else "b"
        assert contest.vote(shown.id, "left" if left == "a" else "right") == left
    assert sides == {True, False}
    assert [one.name for one in contest.ratings()] == ["a", "b"]
    assert contest.ratings()[0].low > 0
    assert len(Contest(("a", "b"), pairings(*folders), file).duels) == len(kept(file)) == 40
    assert Contest(("a", "c"), pairings(*folders), file).duels == []


def test_a_vote_counts_once(folders: tuple[Path, Path], tmp_path: Path) -> None:
    contest = Contest(("a", "b"), pairings(*folders), tmp_path / "votes.jsonl")
    shown = contest.next()
    contest.vote(shown.id, "both")
    with pytest.raises(RequestError, match="expected a pairing that is open"):
        contest.vote(shown.id, "left")


def test_what_is_no_contest_is_told(tmp_path: Path, folders: tuple[Path, Path]) -> None:
    with pytest.raises(RequestError, match="pictures of the same names"):
        Contest(("a", "b"), [], tmp_path / "votes.jsonl")
    (tmp_path / "bad.jsonl").write_text("[1]\n")
    with pytest.raises(FileError, match="expected votes"):
        Contest(("a", "b"), pairings(*folders), tmp_path / "bad.jsonl")
    contest = Contest(("a", "b"), pairings(*folders), tmp_path / "bad.jsonl" / "votes.jsonl")
    with pytest.raises(FileError, match="cannot write"):
        contest.vote(contest.next().id, "left")
