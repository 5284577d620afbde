"""Pictures from painters by the door everyone uses, and what only a painter with tokens can be asked."""

from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from cavendish.errors import CavendishError
from cavendish.eval.scenes import OTHER_DRAW, drawn_again
from cavendish.events import Painted, Request
from cavendish.painters.base import Painter, find
from cavendish.world.stage import Stage, Window

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
DRAFT = "256"
"""The size most things are measured at: 256 × 256 for a square."""
DRAWS = 4
"""Painted draws of a plan, and traced ones that they are to foretell, where draws are compared as draws."""


@runtime_checkable
class Tokened(Painter, Protocol):
    """A painter whose tokens can be looked at: what `carry` and the ablations need beyond `paint`."""

    def carry(self, stage: Stage, picture: U8, *, guides: bool = True, keep: int | None = None) -> F32:
        """Picture → bits (`keep` grids, or all) → picture, both (h, w, 3); without guides bits alone carry it."""
        ...

    def ablate(self, stage: Stage, request: Request, *, tokens: bool = True, guides: bool = True) -> F32:
        """The picture of the request (h, w, 3) with its tokens, or its guides, withheld from the decoders."""
        ...


@runtime_checkable
class Parted(Protocol):
    """A painter that can paint a window of a picture alone."""

    def part(self, stage: Stage, request: Request, window: Window) -> Painted:
        """The picture that `paint` ends with, within the window; about it, what is like it, less sharp."""
        ...


def named(painter: str | Painter) -> Painter:
    """The painter, found by name where a name is given; RequestError offers the nearest."""
    return find(painter) if isinstance(painter, str) else painter


def request_for(stage: Stage, seed: int, size: str = DRAFT) -> Request:
    """The request that paints a stage."""
    return Request(seed=seed, size=size, aspect=stage.plan.canvas.aspect, plan=stage.plan)


def painted(
    painter: Painter, stage: Stage, seed: int, size: str = DRAFT, only: Window | None = None
) -> Painted:
    """What the painter hands to the finish for a stage whose draw is `seed`'s.

    With `only`, a painter that can paints that window alone; what lies about it is less sharp.
    """
    if seed != stage.seed:
        stage = drawn_again(stage, seed)
    if only is not None and isinstance(painter, Parted):
        return painter.part(stage, request_for(stage, seed, size), only)
    last: Painted | None = None
    for event in painter.paint(stage, request_for(stage, seed, size)):
        last = event if isinstance(event, Painted) else last
    if last is None:
        raise CavendishError(f"painter: expected {painter.name} to end with a picture, got none")
    return last


def picture(painter: Painter, stage: Stage, seed: int, size: str = DRAFT) -> F32:
    """The painted pixels (h, w, 3) in 0..1, before the finish."""
    return np.clip(painted(painter, stage, seed, size).pixels, 0, 1)


def several(
    painter: Painter, stage: Stage, seed: int, size: str = DRAFT, first: F32 | None = None
) -> list[F32]:
    """`DRAWS` pictures of a plan, the first of them by `seed`: `first` if that is painted already."""
    known = [] if first is None else [first]
    return known + [picture(painter, stage, seed + k * OTHER_DRAW, size) for k in range(len(known), DRAWS)]


def to_bytes(pixels: F32) -> U8:
    """Pixels in 0..1 as bytes."""
    return np.clip(pixels * 255 + 0.5, 0, 255).astype(np.uint8)
