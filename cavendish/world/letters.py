"""Lettering: a text set in a rectangle, and its exact signed distance; see the folder lettering for how."""

from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray

from cavendish.errors import PlanError
from cavendish.plan import lettering as plain
from cavendish.world.lettering import distance, scripts
from cavendish.world.lettering.bending import bent
from cavendish.world.lettering.faces import Shelf, shelf
from cavendish.world.lettering.setting import MARGIN, Align, Block, Manner, fit

__all__ = ["MARGIN", "Block", "distance_of", "fitted", "layout", "signed_distance"]

_FEWEST, _MOST = 512, 2048  # samples along the longer side
_AN_EM, _A_DENSE_EM = 48, 72  # samples that an em is worth


def layout(
    text: str,
    width: float,
    height: float,
    font: str | None = None,
    *,
    align: Align = "centre",
    spacing: float = 0.0,
    where: Shelf | None = None,
) -> Block:
    """The text broken into lines and as large as the margins let it be, its ink centred.

    `font` says in words which letters ("bold sans", "elegant script"), `spacing` is put between them, in ems; `where`
    are the fonts, this machine's unless given. Raises PlanError for characters that cannot be seen or that no font
    has, for unknown words about the font, and for a text too long to be read, with the longest that can.
    """
    try:
        plain.check(text)
        face = plain.typeface(font)
    except ValueError as error:
        raise PlanError(str(error)) from None
    return fit(text, width, height, Manner(face, align, spacing, where or shelf()))


@lru_cache(maxsize=32)
def fitted(line: plain.Lettering, width: float, height: float) -> tuple[float, NDArray[np.float32]]:
    """The em of a plan's text in stage units, and its signed distance, as `signed_distance` has it."""
    block = layout(
        line.text, width, height, line.font, align=line.align or "centre", spacing=line.spacing or 0.0
    )
    block = bent(block, line.curve or 0.0)
    out = distance_of(block)
    out.flags.writeable = False
    return block.em, out


@lru_cache(maxsize=32)
def signed_distance(
    text: str, width: float, height: float, pixels: int | None = None, font: str | None = None
) -> NDArray[np.float32]:
    """The fitted text's signed distance `[h w]` in stage units: positive inside the letters, row 0 on top.

    `pixels` is the number of samples along the longer side: as many as small letters need, unless given. The array is
    not to be written to. Raises PlanError as `layout` does.
    """
    out = distance_of(layout(text, width, height, font), pixels)
    out.flags.writeable = False
    return out


def distance_of(block: Block, pixels: int | None = None) -> NDArray[np.float32]:
    """The signed distance of a fitted text; see `signed_distance`."""
    if pixels is None:
        dense = any(scripts.script_of(char) in (scripts.IDEOGRAPHIC, "Hang") for char in block.text)
        wanted = max(block.width, block.height) / block.em * (_A_DENSE_EM if dense else _AN_EM)
        pixels = min(max(ceil(wanted), _FEWEST), _MOST)
    return distance.signed(block.contours, block.width, block.height, pixels)
