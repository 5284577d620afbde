"""What lies over a picture: texts with a scrim where they would not be read, logos, speech bubbles."""

import base64
import io
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from cavendish.errors import PlanError
from cavendish.plan.design import Bubble, Design, Logo, Text
from cavendish.plan.layouts import ASIDE, GROWN, OVER, SCALE, WIDE, placed
from cavendish.press.board import Board, stacked
from cavendish.press.colors import READ, Rgb, luminance, oklch, readable, rgb, shown
from cavendish.press.ink import Box, Floats, fill, paste, rectangle
from cavendish.press.type import fitted
from cavendish.world.lettering.setting import Align

F32 = NDArray[np.float32]

_MARGIN = 5.5
_SOFT = 16.0  # hundredths over which a scrim fades
_LOGO = (21.0, 12.0)  # hundredths that a logo goes into
_DARKEST = 0.94
_BUSY = 0.2  # of display lightness: pictures that vary more lie under a scrim


def texts_over(board: Board, design: Design, taken: Sequence[Box], grown: float) -> None:
    """The texts are on the picture where they are said to be, else where its things leave them room."""
    h, w = board.sheet.shape[:2]
    for spot, here in placed(design, w / h).items():
        _set_at(board, spot, here, taken, grown)


def _set_at(board: Board, spot: str, texts: list[Text], taken: Sequence[Box], grown: float) -> None:
    h, w = board.sheet.shape[:2]
    margin = _MARGIN * board.unit * (1.0 if w < WIDE * h else 1.6)
    align: Align = "left" if "left" in spot else "right" if "right" in spot else "centre"
    width = w - 2 * margin if align == "centre" else ASIDE * w - margin if w > h else 0.56 * (w - 2 * margin)
    x = {"left": margin, "right": w - margin - width, "centre": margin}[align]
    edge = "top" if "top" in spot else "bottom" if "bottom" in spot else ""
    inset = max([0.0, *(min(box[3], h - box[1]) for box in taken if _same_edge(box, edge, h))])
    room = h * (0.42 if edge else 0.8) - inset
    made = stacked(board, texts, (width, room), align, grown)
    first = max(margin, inset + 0.4 * margin)
    y = {"top": first, "bottom": h - first - made.height}.get(edge, (h - made.height) / 2)
    ink, ground = _grounded(board, (x, y, x + width, y + made.height), edge, align, _wish(texts))
    made.draw(board, x, y, ink, ground)


def _same_edge(box: Box, edge: str, h: int) -> bool:
    return edge == ("top" if box[1] + box[3] < h else "bottom")


def _wish(texts: Sequence[Text]) -> Rgb | None:
    said = next((one.color for one in texts if one.color), None)
    return rgb(said) if said else None


def _shared(a: Box, b: Box) -> float:
    """Pixels that two boxes share."""
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def _grounded(board: Board, box: Box, edge: str, align: str, wish: Rgb | None) -> tuple[Rgb, Rgb]:
    """Ink that is read on the box, over as faint a scrim as will do; and what then lies under it."""
    h, w = board.sheet.shape[:2]
    x0, y0, x1, y1 = (int(np.clip(v, 0, m)) for v, m in zip(box, (w, h, w, h), strict=True))
    here = board.sheet[y0:y1, x0:x1]
    levels = luminance(here[:: max(1, (y1 - y0) // 64), :: max(1, (x1 - x0) // 128)])
    light = float(np.median(levels)) > 0.3
    hue = oklch((float(here[..., 0].mean()), float(here[..., 1].mean()), float(here[..., 2].mean())))
    tone = shown(0.97, 0.01, hue[2]) if light else shown(0.16, min(hue[1], 0.04), hue[2])
    ink = shown(0.2, 0.03, hue[2]) if light else (1.0, 1.0, 1.0)
    mask = _mask(board, box, edge, align)
    busy = float(np.std(np.sqrt(levels))) > _BUSY / 2
    for share in (0.0, 0.3, 0.45, 0.6, 0.72, 0.82, _DARKEST):
        worst = _worst((here + (np.asarray(tone, np.float32) - here) * share).astype(np.float32), light)
        if worst >= READ and (share > 0 or not busy):
            break
    else:
        share = _DARKEST
    board.sheet[:] += (np.asarray(tone, np.float32) - board.sheet) * (mask * share)[..., None]
    mean = here.mean((0, 1))
    under = (float(mean[0]), float(mean[1]), float(mean[2]))
    return (readable(wish, under) if wish else ink), under


def _worst(pixels: F32, light: bool) -> float:
    """The contrast of dark ink (on light) or white ink with the pixels that differ least from it, a few apart."""
    level = float(np.quantile(luminance(pixels[::2, ::2]), 0.03 if light else 0.97))
    return (level + 0.05) / 0.07 if light else 1.05 / (level + 0.05)


def _mask(board: Board, box: Box, edge: str, align: str) -> F32:
    """A scrim's share (h, w): whole under the box, out to the edge of the picture that it lies by, soft beyond."""
    h, w = board.sheet.shape[:2]
    pad, soft = 2.0 * board.unit, _SOFT * board.unit
    x0, y0, x1, y1 = box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad
    y0, y1 = (-h if edge == "top" else y0), (2 * h if edge == "bottom" else y1)
    x0 = -w if align != "right" else x0
    x1 = 2 * w if align != "left" else x1
    if not edge and align != "centre":
        y0, y1 = -h, 2 * h
    ys, xs = np.arange(h, dtype=np.float32) + 0.5, np.arange(w, dtype=np.float32) + 0.5
    away = [
        np.maximum(np.maximum(low - at, at - high), 0) / soft
        for at, low, high in ((ys, y0, y1), (xs, x0, x1))
    ]
    t = np.clip(1 - np.hypot(away[0][:, None], away[1][None]), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def logo_pixels(logo: Logo) -> F32:
    """The logo (h, w, 4) in 0..1, colours times their cover; PlanError for a damaged one."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(base64.b64decode(logo.image)), formats=("PNG",)) as found:
            image = np.asarray(found.convert("RGBA"), np.float32) / 255
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise PlanError(f"design: expected a logo that is a whole PNG, got a damaged one ({error})") from None
    return np.concatenate((image[..., :3] * image[..., 3:], image[..., 3:]), -1).astype(np.float32)


def place_logo(board: Board, logo: Logo) -> Box:
    """The logo is where it should be, on a plate where it would not stand out; and its box with the plate."""
    image = logo_pixels(logo)
    h, w = board.sheet.shape[:2]
    scale = min(_LOGO[0] * board.unit / image.shape[1], _LOGO[1] * board.unit / image.shape[0])
    lw, lh = max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale))
    margin = round(0.8 * _MARGIN * board.unit)
    x = margin if "left" in logo.at else w - margin - lw if "right" in logo.at else (w - lw) // 2
    y = margin if "top" in logo.at else h - margin - lh if "bottom" in logo.at else (h - lh) // 2
    pad = round(1.6 * board.unit)
    inner, outer = (x, y, x + lw, y + lh), (x - pad, y - pad, x + lw + pad, y + lh + pad)
    solid = image[..., 3] > 0.5
    own = float(np.mean(luminance(image[..., :3][solid]))) if solid.any() else 0.0
    under = luminance(board.sheet[y : y + lh, x : x + lw])
    near = np.quantile(under, (0.1, 0.9))
    worst = min(max(own + 0.05, float(v) + 0.05) / min(own + 0.05, float(v) + 0.05) for v in near)
    if not solid.all() and (worst < 2.5 or (near[0] < own < near[1])):
        plate = (1.0, 1.0, 1.0) if own < 0.4 else (0.08, 0.08, 0.1)
        fill(board.sheet, [rectangle(outer, 1.4 * board.unit)], plate, 0.92)
    paste(board.sheet, image, inner)
    return outer


def place_bubble(board: Board, bubble: Bubble, heads: Mapping[str, Box], taken: list[Box]) -> None:
    """The bubble is where it hides no head, as near to who speaks as can be, its tail towards the mouth."""
    unit = board.unit
    h, w = board.sheet.shape[:2]
    manner = board.manner("body", "centre")
    largest = 1.15 * SCALE["body"] * unit
    wide = min(42 * unit, max(14 * unit, len(bubble.text) ** 0.5 * largest * 1.9))
    made = fitted(bubble.text, (wide, 0.34 * h), largest, board.least("body"), manner)
    ink = np.concatenate(made.contours)
    left, right = float(ink[:, 0].min()), float(ink[:, 0].max())
    pad = 2.6 * unit
    bw, bh = right - left + 2 * pad, made.height + 1.7 * pad
    head = heads.get(bubble.to or "") or (0.5 * w, 0.6 * h, 0.5 * w, 0.6 * h)
    mouth = ((head[0] + head[2]) / 2, head[1] + 0.55 * (head[3] - head[1]))
    x, y = _quiet(board, (bw, bh), mouth, [*heads.values(), *taken])
    box = (x, y, x + bw, y + bh)
    taken.append(box)
    outlines = [rectangle(box, min(bh / 2, 4.5 * unit)), _tail(box, mouth, head, unit)]
    fill(board.sheet, _grown(outlines, 0.45 * unit), (0.1, 0.1, 0.12))
    fill(board.sheet, outlines, (1.0, 1.0, 1.0))
    fill(board.sheet, made.at(x + pad - left, y + 0.85 * pad), (0.1, 0.1, 0.12))


def _quiet(
    board: Board, size: tuple[float, float], mouth: tuple[float, float], shunned: Sequence[Box]
) -> tuple[float, float]:
    """The upper left of a box that hides the least of what is shunned, the nearest to the mouth above it."""
    h, w = board.sheet.shape[:2]
    margin = 3 * board.unit
    best, at = np.inf, (margin, margin)
    for y in np.linspace(margin, max(margin, h - size[1] - margin), 18):
        for x in np.linspace(margin, max(margin, w - size[0] - margin), 18):
            box = (x, y, x + size[0], y + size[1])
            hidden = sum(_shared(box, one) for one in shunned) / (size[0] * size[1])
            away = np.hypot(x + size[0] / 2 - mouth[0], y + size[1] / 2 - mouth[1]) / np.hypot(w, h)
            low = max(0.0, y + size[1] - mouth[1]) / h
            cost = 8 * hidden + away + 2 * low
            if cost < best:
                best, at = cost, (float(x), float(y))
    return at


def _tail(box: Box, mouth: tuple[float, float], head: Box, unit: float) -> Floats:
    """A wedge from the bubble towards the mouth that ends short of the head."""
    middle = np.array(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
    way = np.array(mouth) - middle
    length = max(float(np.hypot(*way)), 1e-6)
    reach = max((head[2] - head[0]), (head[3] - head[1])) * 0.42
    tip = middle + way * max(length - reach, 0.4 * length) / length
    root_x = float(
        np.clip(tip[0] - 0.35 * way[0], box[0] + 5 * unit, max(box[2] - 5 * unit, box[0] + 5 * unit))
    )
    root = np.array((root_x, float(np.clip(middle[1] + 0.25 * way[1], box[1] + unit, box[3] - unit))))
    out = tip - root
    side = np.array((-out[1], out[0])) / max(float(np.hypot(*out)), 1e-6) * 2.2 * unit
    wedge = np.array((root + side, tip, root - side))
    return wedge if _area(wedge) > 0 else wedge[::-1]


def _area(of: Floats) -> float:
    x, y = of.T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())


def _grown(outlines: Sequence[Floats], by: float) -> list[Floats]:
    """Outlines moved out from their middles, as far as a rim is wide."""
    out: list[Floats] = []
    for one in outlines:
        middle = (one.min(0) + one.max(0)) / 2
        half = np.maximum((one.max(0) - one.min(0)) / 2, 1e-6)
        out.append(middle + (one - middle) * (half + by) / half)
    return out


def overlaid(board: Board, design: Design, heads: Mapping[str, Box]) -> None:
    """All that lies over a picture is on it."""
    taken = [place_logo(board, logo) for logo in design.logos]
    if design.texts:
        texts_over(board, design, taken, GROWN.get(design.layout or "", OVER))
    for bubble in design.bubbles:
        place_bubble(board, bubble, heads, taken)
