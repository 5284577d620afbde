"""Outlines filled on a sheet of display colours, each pixel as much as it is covered."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cavendish.world.lettering.distance import winding

F32 = NDArray[np.float32]
Floats = NDArray[np.float64]
Rgb = tuple[float, float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""

_FINE = 6  # rows and columns of points in a pixel that are inside or outside
_ROWS = 96  # of pixels in hand at once
_TURN = 48  # straight pieces of a whole circle


def fill(sheet: F32, contours: Sequence[Floats], color: Rgb, share: float = 1.0) -> None:
    """Closed outlines [n 2] in pixels, y down, are filled on the sheet (h, w, 3); what they wind round is inside."""
    if not contours:
        return
    starts = np.concatenate(contours)
    ends = np.concatenate([np.roll(p, -1, axis=0) for p in contours])
    h, w = sheet.shape[:2]
    x0, y0 = np.clip(np.floor(starts.min(0)), 0, (w, h)).astype(int)
    x1, y1 = np.clip(np.ceil(starts.max(0)), 0, (w, h)).astype(int)
    for top in range(y0, y1, _ROWS):
        rows = min(_ROWS, y1 - top)
        if x1 <= x0:
            break
        a, b = (((p - (x0, top)) * _FINE - 0.5) for p in (starts, ends))
        inside = winding(a, b, (x1 - x0) * _FINE, rows * _FINE) != 0
        cover = inside.reshape(rows, _FINE, x1 - x0, _FINE).mean((1, 3), dtype=np.float32)[..., None] * share
        here = sheet[top : top + rows, x0:x1]
        here += (np.asarray(color, np.float32) - here) * cover


def rectangle(box: Box, radius: float = 0.0) -> Floats:
    """The outline of a box, its corners round."""
    x0, y0, x1, y1 = box
    r = min(radius, (x1 - x0) / 2, (y1 - y0) / 2)
    if r <= 0:
        return np.array(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), np.float64)
    corners = ((x1 - r, y0 + r, -90), (x1 - r, y1 - r, 0), (x0 + r, y1 - r, 90), (x0 + r, y0 + r, 180))
    points = [arc((x, y), r, begin, begin + 90, _TURN // 4) for x, y, begin in corners]
    return np.concatenate(points)


def arc(middle: tuple[float, float], radius: float, begin: float, end: float, pieces: int) -> Floats:
    """Points [pieces + 1, 2] along a part of a circle; degrees, clockwise from the right."""
    turn = np.radians(np.linspace(begin, end, pieces + 1))
    return np.stack((middle[0] + radius * np.cos(turn), middle[1] + radius * np.sin(turn)), -1)


def disc(middle: tuple[float, float], radius: float) -> Floats:
    """The outline of a circle."""
    return arc(middle, radius, 0, 360, _TURN)[:-1]


def stroke(a: tuple[float, float], b: tuple[float, float], width: float) -> list[Floats]:
    """The outlines of a straight line with round ends."""
    way = np.subtract(b, a)
    length = float(np.hypot(*way))
    ends = [_wound(disc(a, width / 2)), _wound(disc(b, width / 2))]
    if length == 0:
        return ends
    side = np.array((-way[1], way[0])) / length * width / 2
    return [*ends, _wound(np.array((a + side, b + side, b - side, a - side)))]


def chevron(middle: tuple[float, float], size: float, degrees: float) -> list[Floats]:
    """The outlines of an open arrow head; 0 points right, 90 down."""
    turn = math.radians(degrees)
    ahead, aside = (
        np.array((math.cos(turn), math.sin(turn))),
        np.array((-math.sin(turn), math.cos(turn))),
    )
    tip = np.array(middle) + ahead * size * 0.3
    ends = [tip - ahead * size * 0.6 + side * aside * size * 0.6 for side in (-1, 1)]
    return [
        one for end in ends for one in stroke((end[0], end[1]), (float(tip[0]), float(tip[1])), size * 0.2)
    ]


def paste(sheet: F32, image: F32, box: Box, radius: float = 0.0) -> None:
    """A picture (h, w, 3 or 4) in 0..1 fills a box of the sheet, enlarged and cut as it must be; corners round."""
    from PIL import Image

    x0, y0, x1, y1 = (round(edge) for edge in box)
    w, h = x1 - x0, y1 - y0
    scale = max(w / image.shape[1], h / image.shape[0])
    cut_w, cut_h = w / scale, h / scale
    left, top = max(0.0, (image.shape[1] - cut_w) / 2), max(0.0, (image.shape[0] - cut_h) / 2)
    right, bottom = min(left + cut_w, image.shape[1]), min(top + cut_h, image.shape[0])
    layers = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(image[..., k])).resize(
                (w, h), Image.Resampling.LANCZOS, (left, top, right, bottom)
            )
        )
        for k in range(image.shape[2])
    ]
    cover = np.zeros((h, w, 3), np.float32)
    fill(cover, [rectangle((0, 0, w, h), radius)], (1.0, 1.0, 1.0))
    if len(layers) == 4:
        cover = cover * np.clip(layers[3], 0, 1)[..., None]
        shown = np.stack(layers[:3], -1) / np.maximum(layers[3], 1e-3)[..., None]
    else:
        shown = np.stack(layers, -1)
    here = sheet[y0:y1, x0:x1]
    here += (np.clip(shown, 0, 1) - here) * cover


def _wound(outline: Floats) -> Floats:
    """The outline, wound one way, so that several together hide nothing of each other."""
    x, y = outline.T
    area = float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())
    return outline if area > 0 else outline[::-1]
