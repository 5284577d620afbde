"""What a painter is, and how one is found by name."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from cavendish.errors import RequestError, clip, nearest
from cavendish.events import Event, Request
from cavendish.settings import weights_dir

if TYPE_CHECKING:
    from cavendish.world.stage import Stage

GROUP = "cavendish.painters"


@runtime_checkable
class Painter(Protocol):
    """Turns a stage into pixels.

    A painter is made without arguments and loads what it needs when it first paints.
    """

    name: str

    def paint(self, stage: "Stage", request: Request) -> Iterator[Event]:
        """Yields Progress and Preview as it goes and exactly one Painted, last, of `request.pixels` size.

        Everything random comes from `request.seed`. Missing or damaged weights raise WeightsError before the
        first event.
        """
        ...


def names() -> tuple[str, ...]:
    """Every painter that is installed, in alphabetical order."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def check(name: str) -> None:
    """There is a painter of that name; otherwise RequestError offers the nearest. No painter is loaded."""
    known = names()
    if name not in known:
        raise RequestError(
            f"painter: expected {' or '.join(known)}, got {clip(name)}",
            hint=f"--painter {nearest(name, known) or 'native'}",
        )


def find(name: str) -> Painter:
    """The painter of that name; the same one each time, so that what it has loaded stays loaded."""
    check(name)
    return _made(name, weights_dir())


@cache
def _made(name: str, _weights: Path) -> Painter:
    """Another folder of weights makes another painter."""
    (point,) = entry_points(group=GROUP, name=name)
    painter: Painter = point.load()()
    return painter
