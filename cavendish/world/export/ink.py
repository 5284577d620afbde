"""A sheet to draw on: lines, arrows, pictures and text, all drawn at twice the size and then made smooth."""

import math
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from cavendish.world.export.labels import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import Image, ImageFont

U8 = npt.NDArray[np.uint8]
Rgb = tuple[int, int, int]

PAPER: Rgb = (250, 249, 247)
INK: Rgb = (33, 43, 54)
SOFT: Rgb = (104, 115, 126)
FAINT: Rgb = (222, 222, 216)
CAMERA: Rgb = (32, 98, 176)
LIGHT: Rgb = (222, 142, 10)
FONT = Path(__file__).parents[1] / "fonts" / "Lato-Bold.ttf"
_TWICE = 2
_FINE = 3  # rows and columns of points in a pixel that are in a letter or not


class Sheet:
    """A white sheet in pixels (x to the right, y down); everything that is drawn lies over what was there."""

    def __init__(self, width: int, height: int) -> None:
        from PIL import Image, ImageDraw

        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * _TWICE, height * _TWICE), PAPER)
        self._draw = ImageDraw.Draw(self._image, "RGBA")

    def pixels(self) -> U8:
        """The sheet (h, w, 3)."""
        from PIL import Image

        return np.asarray(self._image.resize((self.width, self.height), Image.Resampling.LANCZOS))

    def picture(self, doubled: U8, x: float, y: float, mask: "npt.NDArray[np.bool_] | None" = None) -> None:
        """A picture, given at twice its size, is there; only its pixels in `mask`, if there is one."""
        from PIL import Image

        shape = None if mask is None else Image.fromarray(mask.astype(np.uint8) * 255)
        self._image.paste(Image.fromarray(doubled), (round(x * _TWICE), round(y * _TWICE)), shape)

    def inset(self, other: "Sheet", x: float, y: float) -> None:
        """Another sheet lies there, cut at its own edges."""
        self._image.paste(other._image, (round(x * _TWICE), round(y * _TWICE)))

    def line(self, points: "Sequence[Point]", color: Rgb, width: float = 1.5, opacity: float = 1.0) -> None:
        """A line through points."""
        self._draw.line(
            _doubled(points), (*color, round(255 * opacity)), round(width * _TWICE), joint="curve"
        )

    def dashes(self, points: "Sequence[Point]", color: Rgb, width: float = 1.5, dash: float = 7.0) -> None:
        """A broken line through points."""
        for (x0, y0), (x1, y1) in pairwise(points):
            length = math.hypot(x1 - x0, y1 - y0)
            for k in range(math.ceil(length / (2 * dash))):
                a, b = (min(part * dash / length, 1.0) for part in (2 * k, 2 * k + 1))
                self.line([(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) for t in (a, b)], color, width)

    def area(self, points: "Sequence[Point]", color: Rgb, opacity: float = 1.0) -> None:
        """A filled polygon."""
        self._draw.polygon(_doubled(points), (*color, round(255 * opacity)))

    def box(
        self, at: Rect, outline: Rgb | None, fill: Rgb | None = None, width: float = 1.5, round_: float = 0.0
    ) -> None:
        """A rectangle, its corners rounded."""
        corners = _doubled([(at.x0, at.y0), (at.x1, at.y1)])
        self._draw.rounded_rectangle(corners, round_ * _TWICE, fill, outline, round(width * _TWICE))

    def disc(
        self, middle: Point, radius: float, fill: Rgb, outline: Rgb | None = None, width: float = 1.5
    ) -> None:
        """A filled circle."""
        (x, y), reach = middle, radius
        corners = _doubled([(x - reach, y - reach), (x + reach, y + reach)])
        self._draw.ellipse(corners, fill, outline, round(width * _TWICE))

    def arrow(self, start: Point, end: Point, color: Rgb, width: float = 3.0, head: float = 12.0) -> None:
        """An arrow; shorter ones have smaller heads."""
        length = math.hypot(end[0] - start[0], end[1] - start[1])
        if length < 1e-6:
            return
        dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        head = min(head, 0.6 * length)
        neck = (end[0] - dx * head, end[1] - dy * head)
        self.line([start, neck], color, width)
        side = 0.42 * head
        self.area(
            [end, (neck[0] - dy * side, neck[1] + dx * side), (neck[0] + dy * side, neck[1] - dx * side)],
            color,
        )

    def middled(self, middle: Point, text: str, size: float, color: Rgb = INK) -> None:
        """A line of text around its middle, level with others of its size."""
        self._text((middle[0], middle[1] + 0.35 * size), text, size, color, 0.5)

    def written(self, left: Point, text: str, size: float, color: Rgb = INK) -> None:
        """A line of text that begins at a point of its base line."""
        self._text(left, text, size, color, 0.0)

    def _text(self, at: Point, text: str, size: float, color: Rgb, before: float) -> None:
        """A line of text on its base line, so much of its width before the point."""
        where = (at[0] * _TWICE, at[1] * _TWICE)
        outlines = _outlined(text)
        if outlines is None:
            self._draw.text(where, shown(text), color, _font(size * _TWICE), anchor="ms" if before else "ls")
            return
        contours, wide = outlines
        em = size * _TWICE
        mask, corner = _covered([one * (em, -em) for one in contours])
        x, y = where[0] - before * wide * em, where[1]
        self._image.paste(color, (round(x + corner[0]), round(y + corner[1])), mask)


def width_of(text: str, size: float) -> float:
    """How wide a line of text is."""
    outlines = _outlined(text)
    if outlines is not None:
        return outlines[1] * size
    return _font(size * _TWICE).getlength(shown(text)) / _TWICE


def fitted(text: str, size: float, width: float) -> str:
    """The text, its end left out where it is wider than that."""
    if width_of(text, size) <= width:
        return text
    kept = len(text)
    while kept and width_of(text[:kept].rstrip(" ,·") + "…", size) > width:
        kept -= 1
    return text[:kept].rstrip(" ,·") + "…"


def shown(text: str) -> str:
    """The text on one line, with a blank box for each character that no font has or that shows nothing."""
    known = _letters()
    plain = (" " if char.isspace() else char for char in text)
    return "".join(char if ord(char) in known and char.isprintable() else "□" for char in plain)


@cache
def _outlined(text: str) -> "tuple[list[npt.NDArray[np.float64]], float] | None":
    """Outlines in ems, y up from the base line, and the width of a line that the sheet's own font lacks letters for.

    None where it has them all, or where no other font here has them.
    """
    from cavendish.errors import PlanError
    from cavendish.plan.lettering import Typeface
    from cavendish.world.lettering.faces import shelf
    from cavendish.world.lettering.shaping import outlines, paragraph, place

    plain = "".join(" " if char.isspace() else char for char in text)
    if "□" not in shown(plain):
        return None
    try:
        set_line = paragraph(plain, Typeface("sans", 700), 0.0, shelf())
    except PlanError:
        return None
    ink = outlines(place(set_line, 0, len(plain)))
    return (ink, float(set_line.advances.sum())) if ink else None


def _covered(contours: "list[npt.NDArray[np.float64]]") -> "tuple[Image.Image, tuple[int, int]]":
    """How much outlines [n 2] in pixels cover each of them, as a mask, and its upper left corner."""
    from PIL import Image

    from cavendish.world.lettering.distance import winding

    starts = np.concatenate(contours)
    ends = np.concatenate([np.roll(one, -1, axis=0) for one in contours])
    x0, y0 = np.floor(starts.min(0)).astype(int)
    x1, y1 = np.ceil(starts.max(0)).astype(int) + 1
    a, b = (((p - (x0, y0)) * _FINE - 0.5) for p in (starts, ends))
    inside = winding(a, b, (x1 - x0) * _FINE, (y1 - y0) * _FINE) != 0
    cover = inside.reshape(y1 - y0, _FINE, x1 - x0, _FINE).mean((1, 3))
    return Image.fromarray(np.round(cover * 255).astype(np.uint8)), (int(x0), int(y0))


@cache
def _font(size: float) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(str(FONT), size)


@cache
def _letters() -> frozenset[int]:
    """The characters that the font can draw."""
    from importlib import import_module

    hb = import_module("uharfbuzz")
    return frozenset(hb.Face(hb.Blob.from_file_path(str(FONT))).unicodes)


def _doubled(points: "Sequence[Point]") -> list[Point]:
    return [(x * _TWICE, y * _TWICE) for x, y in points]
