"""Where a layout has its picture and its words, on a canvas of any size: decided before anything is painted."""

from dataclasses import dataclass

from cavendish.errors import PlanError
from cavendish.image import pixel_size
from cavendish.plan.design import Design
from cavendish.plan.schema import Canvas, Plan, Thing

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""

MARGIN = 6.0  # hundredths of the shorter side
_GRID = 8  # pixels that sides of a painted picture are multiples of


@dataclass(frozen=True)
class Areas:
    """Where the picture is (None: nowhere), where titles stand, and where all else does (None: below the titles)."""

    picture: Box | None
    head: Box
    foot: Box | None = None


def over(design: Design) -> bool:
    """Whether words lie over the picture, which then is the whole canvas."""
    return design.layout in (None, "cover", "banner", "thumbnail") or _bare(design)


def areas(design: Design, width: int, height: int) -> Areas:
    """The areas of a design on a canvas; sides of the picture are multiples of 8."""
    margin = round(min(width, height) * MARGIN / 100)
    inner = (margin, margin, width - margin, height - margin)
    if design.paneled:
        return Areas(None, inner)
    if over(design):
        return Areas((0, 0, width, height), inner)
    tall = height >= 0.95 * width
    if design.layout == "poster":
        return (
            _poster(design, width, height, margin)
            if tall
            else _beside(width, height, margin, 0.56, right=True)
        )
    share = {"card": 0.62, "menu": 0.3}[design.layout or "card"]
    if tall:
        cut = _even(height * share)
        return Areas((0, 0, width, cut), (margin, cut + margin, width - margin, height - margin))
    return _beside(width, height, margin, 0.54 if design.layout == "card" else 0.38, right=False)


def _poster(design: Design, width: int, height: int, margin: int) -> Areas:
    """Titles in a band over the picture or, where they are said to be there, under it; the rest on the other side."""
    titles = [one for one in design.texts if one.role == "title"]
    low = bool(titles) and all("bottom" in (one.at or "") for one in titles)
    letters = max((len(one.text) for one in titles), default=0)
    head = round(height * min(0.13 + 0.003 * max(letters - 12, 0), 0.24)) if titles else 0
    rest = len(design.texts) - len(titles) + bool(design.source or design.date)
    foot = round(height * min(0.05 + 0.035 * rest, 0.16)) if rest else 0
    above, below = (foot, head) if low else (head, foot)
    first = margin + above + (margin // 2 if above else 0)
    last = height - margin - below - (margin // 2 if below else 0)
    w, h = _even(width - 2 * margin), _even(last - first)
    left = (width - w) // 2
    top = (left, margin, left + w, first - margin // 2)
    bottom = (left, first + h + margin // 2, left + w, height - margin)
    return Areas((left, first, left + w, first + h), bottom if low else top, top if low else bottom)


def _beside(width: int, height: int, margin: int, share: float, *, right: bool) -> Areas:
    """The picture fills one side of a wide canvas, the words the other."""
    w = _even(width * share)
    if right:
        return Areas((width - w, 0, width, height), (margin, margin, width - w - margin, height - margin))
    return Areas((0, 0, w, height), (w + margin, margin, width - margin, height - margin))


def _bare(design: Design) -> bool:
    """Whether there are no words to leave room for."""
    return not (design.texts or design.menu or design.steps or design.chart or design.table or design.source)


def _even(length: float) -> int:
    return max(64, int(length) // _GRID * _GRID)


_ASPECT = {"poster": "3:4", "cover": "2:3", "banner": "21:9", "card": "4:5", "menu": "3:4", "thumbnail": "16:9",
           "infographic": "4:5"}  # fmt: skip


def designed(plan: Plan, design: Design | None) -> Plan:
    """The plan with the design, its canvas the layout's own where none was asked for; PlanError where it cannot be."""
    if design is None:
        return plan
    usual = _ASPECT.get(design.layout or "")
    canvas = Canvas(aspect=usual) if usual and plan.canvas == Canvas() else plan.canvas
    speakers = [thing.id for thing in plan.things]
    bubbles = tuple(
        one if one.to or not speakers else one.model_copy(update={"to": speakers[min(k, len(speakers) - 1)]})
        for k, one in enumerate(design.bubbles)
    )
    whole = plan.model_copy(
        update={"canvas": canvas, "design": design.model_copy(update={"bubbles": bubbles})}
    )
    try:
        return Plan.model_validate(whole.model_dump())
    except ValueError as error:
        raise PlanError(f"design: expected one that fits the plan, got {error}") from None


def framed(plan: Plan, size: str) -> Plan:
    """The plan of the picture alone: its canvas is the part that the layout gives it, in pixels."""
    if plan.design is None or plan.design.paneled or over(plan.design):
        return plan
    x0, y0, x1, y1 = areas(plan.design, *pixel_size(plan.canvas.aspect, size)).picture or (0, 0, 0, 0)
    return plan.model_copy(update={"canvas": Canvas(aspect=f"{x1 - x0}:{y1 - y0}")})


def icon_plan(kind: str) -> Plan:
    """A small scene of one thing."""
    return Plan(canvas=Canvas(aspect="5:4"), things=(Thing(id="icon", kind=kind),), place="studio")


def icon_size(canvas: tuple[int, int]) -> str:
    """The size of an icon for a canvas in pixels, such as 320x256."""
    side = max(64, min(canvas) // 3 // 32 * 32)
    return f"{side * 5 // 4}x{side}"
