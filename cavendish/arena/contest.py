"""A contest of two: pictures of the same prompts by either, shown blind, and the votes kept in a file."""

import json
import secrets
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from cavendish.arena.ratings import Duel, Rating, rate
from cavendish.errors import FileError, RequestError, clip
from cavendish.image import FORMATS

Choice = Literal["left", "right", "both"]
CHOICES: tuple[Choice, ...] = ("left", "right", "both")
_PRIOR = 0.5


@dataclass(frozen=True)
class Pairing:
    """One prompt and both pictures of it."""

    prompt: str
    first: Path
    second: Path


@dataclass(frozen=True)
class Shown:
    """A pairing as a voter sees it: by a number that tells nothing, sides drawn by lot."""

    id: str
    pairing: Pairing
    turned: bool

    def picture(self, side: str) -> Path:
        """The picture on the `left` or `right`."""
        return self.pairing.second if (side == "left") == self.turned else self.pairing.first


class Contest:
    """Two names, their pairings and votes; votes are added to `file` one a line, and read from it at first."""

    def __init__(self, names: tuple[str, str], pairings: Sequence[Pairing], file: Path) -> None:
        if not pairings:
            raise RequestError("arena: expected pictures of the same names in both folders, got none")
        self.names = names if names[0] != names[1] else (names[0], f"{names[1]} (2)")
        self.pairings, self.file = tuple(pairings), file
        self.duels = [duel for duel in kept(file) if {duel.first, duel.second} == set(self.names)]
        self._open: dict[str, Shown] = {}

    def next(self) -> Shown:
        """A pairing, in turn, with sides by lot."""
        pairing = self.pairings[(len(self.duels) + len(self._open)) % len(self.pairings)]
        shown = Shown(secrets.token_hex(8), pairing, bool(secrets.randbelow(2)))
        self._open[shown.id] = shown
        if len(self._open) > 1000:  # pages that were closed without a vote
            self._open.pop(next(iter(self._open)))
        return shown

    def shown(self, id: str) -> Shown:
        """What was shown under that number; RequestError when nothing was."""
        if id not in self._open:
            raise RequestError(f"vote: expected a pairing that is open, got {clip(id)}", "reload the page")
        return self._open[id]

    def vote(self, id: str, choice: Choice) -> str:
        """The vote is in the file; returns who was on the left. FileError when it cannot be written."""
        shown = self.shown(id)
        won = {"left": 1.0, "right": 0.0, "both": 0.5}[choice]
        left, right = self.names[::-1] if shown.turned else self.names
        line = {"prompt": shown.pairing.prompt, **asdict(Duel(left, right, won)), "time": round(time.time())}
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        except OSError as error:
            raise FileError(
                f"cannot write {clip(self.file)}: {error.strerror or error}", "--votes FILE"
            ) from error
        del self._open[id]
        self.duels.append(Duel(left, right, won))
        return left

    def ratings(self) -> list[Rating]:
        """Both ratings, best first."""
        return rate(self.names, self.duels, _PRIOR)


def kept(file: Path) -> list[Duel]:
    """The votes in a file; none when there is no file. FileError when it holds something else."""
    if not file.exists():
        return []
    try:
        raw = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [Duel(str(one["first"]), str(one["second"]), float(one["won"])) for one in raw]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FileError(
            f"{clip(file)}: expected votes, one a line, got something else", "--votes FILE"
        ) from error


def pairings(first: Path, second: Path) -> list[Pairing]:
    """The pictures that two folders have under the same names; a text beside one is its prompt, else its name is."""
    one, other = (_pictures(folder) for folder in (first, second))
    return [Pairing(_prompt(one[stem]), one[stem], other[stem]) for stem in sorted(one.keys() & other.keys())]


def _pictures(folder: Path) -> dict[str, Path]:
    try:
        return {path.stem: path for path in sorted(folder.iterdir()) if path.suffix.lower() in FORMATS}
    except OSError as error:
        raise FileError(f"cannot read {clip(folder)}: {(error.strerror or str(error)).lower()}") from error


def _prompt(path: Path) -> str:
    beside = path.with_suffix(".txt")
    if beside.exists():
        return " ".join(beside.read_text(encoding="utf-8", errors="replace").split())
    return path.stem.replace("-", " ")
