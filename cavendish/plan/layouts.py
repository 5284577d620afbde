"""Where a layout has its picture and its words, on a canvas of any size: decided before anything is painted."""

from dataclasses import dataclass

from cavendish.errors import PlanError
from cavendish.image import pixel_size
from cavendish.plan.design import Design, Spot, Text
from cavendish.plan.schema import Canvas, Plan, Thing

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""

MARGIN = 6.0  # hundredths of the shorter side
SCALE: dict[str, float] = {"title": 9.6, "subtitle": 4.4, "body": 3.4, "caption": 3.6}
"""Ems of each role in hundredths of the canvas's shorter side; a stack that is too high shrinks as one."""
GROWN = {"thumbnail": 2.5, "banner": 2.1, "cover": 1.25}
"""How much larger than that the words over a picture are, by layout."""
OVER = 0.85
"""The same where there is no layout."""
WIDE = 1.5
"""Canvases that are so many times as wide as high have their titles beside the things, not over them."""
ASIDE = 0.5
"""The share of a wide canvas's width that words beside the things may take."""
_LETTER = 0.52  # ems that a letter is wide, about
_MOST = 0.34  # of the height at most that is kept free over things, or under them
_SAID = 0.2  # of the height that bubbles have over the heads
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
    if design.layout == "label":
        return _label(width, height, margin)
    share = 0.62 if design.layout == "card" else float(min(max(0.6 - 0.045 * len(design.menu), 0.26), 0.5))
    if tall:
        cut = _even(height * share)
        return Areas((0, 0, width, cut), (margin, cut + margin, width - margin, height - margin))
    return _beside(width, height, margin, 0.54 if design.layout == "card" else 0.38, right=False)


def placed(design: Design, ratio: float) -> dict[Spot, list[Text]]:
    """Texts over a picture by where they stand, on a canvas `ratio` times as wide as high.

    Titles that are nowhere said to be are on top, of wide canvases at the left; captions are at the bottom.
    """
    head: Spot = "left" if ratio >= WIDE else "top"
    out: dict[Spot, list[Text]] = {}
    for one in design.texts:
        usual = head if one.role in ("title", "subtitle") else "bottom"
        out.setdefault(one.at or usual, []).append(one)
    return out


def free(plan: Plan) -> tuple[float, float, float, float]:
    """Where the things of a picture stand so that words over it hide none: left, top, right and bottom in 0..1."""
    design = plan.design
    if design is None or design.paneled:
        return 0.0, 0.0, 1.0, 1.0
    width, height = (float(part) for part in plan.canvas.aspect.split(":"))
    left, top, right, bottom = 0.0, _SAID if design.bubbles else 0.0, 1.0, 1.0
    for spot, texts in placed(design, width / height).items() if over(design) else ():
        if spot in ("left", "right"):
            left, right = (ASIDE - 0.08, right) if spot == "left" else (left, 0.58)
        share = _tall(texts, width / min(width, height)) * GROWN.get(design.layout or "", OVER)
        share = min((share + 1.2 * MARGIN) / 100 * min(width, height) / height, _MOST)
        top = max(top, share) if "top" in spot else top
        bottom = min(bottom, 1 - share) if "bottom" in spot else bottom
    return left, top, right, bottom


def _tall(texts: list[Text], wide: float) -> float:
    """Hundredths of the shorter side that texts are high on a canvas so many times as wide as that, about."""
    out = 0.0
    for one in texts:
        em = SCALE[one.role]
        lines = max(1, -(-int(len(one.text) * _LETTER * em) // int(100 * wide - 2 * MARGIN)))
        out += lines * 1.1 * em + 0.4 * em
    return out


def _poster(design: Design, width: int, height: int, margin: int) -> Areas:
    """Titles in a band over the picture or, where they are said to be there, under it; the rest on the other side."""
    titles = [one for one in design.texts if one.role == "title"]
    low = bool(titles) and all("bottom" in (one.at or "") for one in titles)
    letters = max((len(one.text) for one in titles), default=0)
    head = round(height * min(0.12 + 0.0035 * max(letters - 12, 0), 0.24)) if titles else 0
    rest = len(design.texts) - len(titles) + bool(design.source or design.date)
    foot = round(height * min(0.045 + 0.04 * rest, 0.17)) if rest else 0
    above, below = (foot, head) if low else (head, foot)
    apart = round(0.7 * margin)
    first = margin + above + (apart if above else 0)
    last = height - margin - below - (apart if below else 0)
    w, h = _even(width - 2 * margin), _even(last - first)
    left = (width - w) // 2
    top = (left, margin, left + w, first - apart)
    bottom = (left, first + h + apart, left + w, height - margin)
    return Areas((left, first, left + w, first + h), bottom if low else top, top if low else bottom)


def _beside(width: int, height: int, margin: int, share: float, *, right: bool) -> Areas:
    """The picture fills one side of a wide canvas, the words the other."""
    w = _even(width * share)
    if right:
        return Areas((width - w, 0, width, height), (margin, margin, width - w - margin, height - margin))
    return Areas((0, 0, w, height), (w + margin, margin, width - margin, height - margin))


def _label(width: int, height: int, margin: int) -> Areas:
    """A picture in the middle of a frame, titles over it, all else under it; beside it where the label is wide."""
    inset = round(1.9 * margin)
    if width > 1.2 * height:
        w, h = _even(min(0.38 * width, 0.9 * height) - inset), _even(height - 2 * inset)
        top = (height - h) // 2
        return Areas(
            (inset, top, inset + w, top + h), (inset + w + margin, inset, width - inset, height - inset)
        )
    w, h = _even(width - 2 * inset - margin), _even(0.45 * height)
    left, top = (width - w) // 2, round(0.31 * height)
    head = (inset, inset, width - inset, top - round(0.5 * margin))
    return Areas(
        (left, top, left + w, top + h),
        head,
        (inset, top + h + round(0.7 * margin), width - inset, height - inset),
    )


def _bare(design: Design) -> bool:
    """Whether there are no words to leave room for."""
    return not (design.texts or design.menu or design.steps or design.chart or design.table or design.source)


def _even(length: float) -> int:
    return max(64, int(length) // _GRID * _GRID)


_ASPECT = {"poster": "3:4", "cover": "2:3", "banner": "21:9", "card": "4:5", "menu": "3:4", "thumbnail": "16:9",
           "infographic": "4:5", "label": "4:5"}  # fmt: skip


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
