"""What an evaluation says while it runs: how far it is, and what it found."""

from dataclasses import dataclass

from cavendish.eval.report import Report


@dataclass(frozen=True)
class Measuring:
    """`step` of `of` pictures of a check are measured."""

    what: str
    step: int
    of: int


@dataclass(frozen=True)
class Found:
    """The suite has ended; its report."""

    report: Report


Event = Measuring | Found
