"""What a painter is, and how one is found by name."""

from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from cavendish.errors import RequestError, clip, nearest
from cavendish.events import Event, Request
from cavendish.world.stage import Stage

GROUP = "cavendish.painters"


@runtime_checkable
class Painter(Protocol):
    """Turns a stage into pixels.

    A painter is made without arguments and loads what it needs when it first paints.
    """

    name: str

    def paint(self, stage: Stage, request: Request) -> Iterator[Event]:
        """Yields Progress and Preview as it goes and exactly one Painted, last, of `request.pixels` size.

        Everything random comes from `request.seed`. Missing or damaged weights raise WeightsError before the
        first event.
        """
        ...


def names() -> tuple[str, ...]:
    """Every painter that is installed, in alphabetical order."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def find(name: str) -> Painter:
    """The painter of that name, ready to paint; RequestError offers the nearest name when there is none."""
    for point in entry_points(group=GROUP):
        if point.name == name:
            painter: Painter = point.load()()
            return painter
    known = names()
    raise RequestError(
        f"painter: expected {' or '.join(known)}, got {clip(name)}",
        hint=f"--painter {nearest(name, known) or 'native'}",
    )
