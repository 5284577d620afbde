"""A labelled sheet of one prompt under any two settings: what each changes is seen side by side."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from cavendish.errors import RequestError, clip, nearest
from cavendish.events import Finished, Progress, Request

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

U8 = npt.NDArray[np.uint8]
ASKED = ("seed", "steps", "guidance", "sampler", "tier", "size", "aspect", "painter", "season", "locale")
PLANNED: dict[str, tuple[str, ...]] = {
    "time": ("light", "time"), "quality": ("light", "quality"), "azimuth": ("light", "azimuth"),
    "elevation": ("light", "elevation"), "weather": ("weather",), "place": ("place",), "look": ("style", "look"),
    "view": ("camera", "view"), "framing": ("camera", "framing"), "focal": ("camera", "focal"),
    "fnumber": ("camera", "fnumber"),
}  # fmt: skip
"""Settings that are fields of the plan, and where they stand in it."""
_WHOLE, _REAL = ("seed", "steps"), ("guidance", "azimuth", "elevation", "focal", "fnumber")
VALUES_MOST, CELLS_MOST = 12, 64
_GAP, _GROUND, _INK = 6, 24, (235, 235, 235)
_FONT = Path(__file__).parents[1] / "world" / "fonts" / "Lato-Bold.ttf"


@dataclass(frozen=True)
class Axis:
    """A setting and the values it takes along one side of the sheet."""

    name: str
    values: tuple[Any, ...]

    @classmethod
    def parse(cls, text: str) -> "Axis":
        """The axis that text such as `guidance=1,2,3` says; RequestError offers the nearest setting."""
        name, _, said = text.partition("=")
        name = name.strip().lower()
        known = (*ASKED, *PLANNED)
        if name not in known:
            raise RequestError(
                f"grid: expected a setting ({', '.join(known)}), got {clip(text)}",
                hint=f"{nearest(name, known) or 'seed'}=1,2,3",
            )
        values = [value.strip() for value in said.split(",") if value.strip()]
        if not 1 <= len(values) <= VALUES_MOST:
            raise RequestError(
                f"grid: expected 1 to {VALUES_MOST} values with commas between, got {len(values)}",
                hint=f"{name}=1,2,3",
            )
        return cls(name, tuple(_value(name, value) for value in values))


def _value(name: str, said: str) -> Any:
    try:
        return int(said) if name in _WHOLE else float(said) if name in _REAL else said
    except ValueError:
        raise RequestError(f"{name}: expected a number, got {clip(said)}", hint=f"{name}=1,2,3") from None


def cells(request: Request, x: Axis, y: Axis) -> tuple[tuple[Request, ...], ...]:
    """The requests of the sheet, row by row: `y` down, `x` across. Every one is checked before any is painted.

    Raises RequestError or PlanError for what cannot be, and where there are over `CELLS_MOST`.
    """
    if len(x.values) * len(y.values) > CELLS_MOST:
        raise RequestError(
            f"grid: expected at most {CELLS_MOST} pictures, got {len(x.values) * len(y.values)}",
            hint="fewer values",
        )
    if x.name == y.name:
        raise RequestError(f"grid: expected two settings, got {x.name} twice", hint="--y seed=1,2,3")
    return tuple(tuple(_with(request, {x.name: a, y.name: b}) for a in x.values) for b in y.values)


def _with(request: Request, settings: dict[str, Any]) -> Request:
    asked = {name: value for name, value in settings.items() if name in ASKED}
    request = replace(request, **asked)
    fields = {name: value for name, value in settings.items() if name in PLANNED}
    if not fields:
        return request
    from cavendish.plan.schema import parse_plan
    from cavendish.planners import base as planners

    plan = request.plan or planners.find(request.planner).plan(request.prompt, request.seed).plan
    raw: dict[str, Any] = plan.model_dump(mode="json", exclude_none=True)
    for name, value in fields.items():
        *outer, last = PLANNED[name]
        held = raw
        for key in outer:
            held = held.setdefault(key, {})
        held[last] = value
    return replace(request, plan=parse_plan(json.dumps(raw)))


def run(request: Request, x: Axis, y: Axis) -> "Iterator[Progress | U8]":
    """Progress of each picture, then the sheet (h, w, 3), labelled on top and on the left."""
    from cavendish import pipeline

    rows = cells(request, x, y)
    total, done = len(x.values) * len(y.values), 0
    pictures: list[list[U8]] = []
    for row in rows:
        pictures.append([])
        for cell in row:
            yield Progress("grid", done, total)
            pictures[-1] += [event.pixels for event in pipeline.walk(cell) if isinstance(event, Finished)]
            done += 1
    yield sheet(
        pictures, [f"{x.name} {value}" for value in _said(x)], [f"{y.name} {value}" for value in _said(y)]
    )


def _said(axis: Axis) -> list[str]:
    return [f"{value:g}" if isinstance(value, float) else str(value) for value in axis.values]


def sheet(pictures: list[list[U8]], across: list[str], down: list[str]) -> U8:
    """Pictures in rows on a dark ground, each column's label above it and each row's, turned, on its left."""
    from PIL import Image, ImageDraw, ImageFont

    h = max(picture.shape[0] for row in pictures for picture in row)
    w = max(picture.shape[1] for row in pictures for picture in row)
    size = max(12, min(h, w) // 14)
    font = ImageFont.truetype(_FONT, size)
    head = 2 * size
    wide, tall = head + len(across) * (w + _GAP), head + len(down) * (h + _GAP)
    canvas = Image.new("RGB", (wide, tall), (_GROUND,) * 3)
    draw = ImageDraw.Draw(canvas)
    for i, text in enumerate(across):
        draw.text((head + i * (w + _GAP) + w // 2, head // 2), _fitting(text, font, w), _INK, font, "mm")
    for j, (text, row) in enumerate(zip(down, pictures, strict=True)):
        label = Image.new("RGB", (h, head), (_GROUND,) * 3)
        ImageDraw.Draw(label).text((h // 2, head // 2), _fitting(text, font, h), _INK, font, "mm")
        canvas.paste(label.transpose(Image.Transpose.ROTATE_90), (0, head + j * (h + _GAP)))
        for i, picture in enumerate(row):
            canvas.paste(Image.fromarray(picture), (head + i * (w + _GAP), head + j * (h + _GAP)))
    return np.asarray(canvas)


def _fitting(text: str, font: "FreeTypeFont", room: int) -> str:
    """As much of the text as the room holds."""
    while len(text) > 1 and font.getlength(text) > room:
        text = text[:-2] + "…" if text.endswith("…") else text[:-1] + "…"
    return text
