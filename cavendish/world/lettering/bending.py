"""A fitted text bent along an arc, and fitted again."""

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from cavendish.world.lettering.setting import MARGIN, Block

Floats = NDArray[np.float64]


def bent(block: Block, degrees: float) -> Block:
    """The text with its lines along arcs of so many degrees, as large as the margins let it be.

    Above 0 the middle is highest, below 0 the ends are; letters stay upright to their line. At 0 it is the same.
    """
    ink = np.concatenate(block.contours)
    wide = float(np.ptp(ink[:, 0]))
    if degrees == 0 or wide <= 0:
        return block
    radius = wide / math.radians(degrees)
    turned = [_along(polygon, radius) for polygon in block.contours]
    whole = np.concatenate(turned)
    low, high = whole.min(0), whole.max(0)
    free = 2 * MARGIN * min(block.width, block.height)
    scale = min((block.width - free) / (high[0] - low[0]), (block.height - free) / (high[1] - low[1]))
    middle = (low + high) / 2
    contours = tuple((polygon - middle) * scale for polygon in turned)
    return replace(block, em=block.em * float(scale), contours=contours)


def _along(polygon: Floats, radius: float) -> Floats:
    """Points [n 2] of a line along a circle whose highest point, or lowest, is the origin; y is the way outwards."""
    turn, away = polygon[:, 0] / radius, radius + polygon[:, 1]
    return np.stack((np.sin(turn) * away, np.cos(turn) * away - radius), -1)
