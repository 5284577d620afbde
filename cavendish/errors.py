"""Every error a user can meet: what went wrong, what was expected, what to try."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path


class CavendishError(Exception):
    """One line a person can act on: `what` says what was expected and what came, `hint` what to try.

    Line breaks inside either are folded to spaces, so a message never spans two lines.
    """

    def __init__(self, what: str, hint: str | None = None) -> None:
        self.what = " ".join(what.split())
        self.hint = " ".join(hint.split()) if hint else None
        super().__init__(self.what)

    def __str__(self) -> str:
        """The whole message on one line."""
        return f"{self.what}; try: {self.hint}" if self.hint else self.what


class RequestError(CavendishError):
    """The request cannot be met as it was asked."""


class PlanError(CavendishError):
    """The plan is not a valid plan."""


class FileError(CavendishError):
    """A file cannot be read, cannot be written, or does not hold what it should."""


class PlannerError(CavendishError):
    """A planner that is asked elsewhere does not answer, or what it answers is no plan."""


class WeightsError(CavendishError):
    """The weights are missing, damaged, or not the shape the model has."""


class TrainError(CavendishError):
    """Training cannot start or cannot go on."""


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option most like `word`, ignoring case, or None when nothing is at all alike."""
    known = {option.lower(): option for option in options}
    found = get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    return known[found[0]] if found else None


def clip(value: object, length: int = 60) -> str:
    """`value` as text short enough for an error line.

    Of a path the end is kept, of anything else the beginning.
    """
    text = str(value)
    if len(text) <= length:
        return text
    return f"…{text[1 - length :]}" if isinstance(value, Path) else f"{text[: length - 1]}…"
