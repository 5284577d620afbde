"""Sizes for printing: a sheet of paper and dots an inch, as pixels."""

import math
import re

from cavendish.errors import RequestError, clip, nearest

SHEETS = {
    "A0": (841.0, 1189.0), "A1": (594.0, 841.0), "A2": (420.0, 594.0), "A3": (297.0, 420.0), "A4": (210.0, 297.0),
    "A5": (148.0, 210.0), "A6": (105.0, 148.0), "Letter": (215.9, 279.4), "Legal": (215.9, 355.6),
}  # fmt: skip
"""Width and height in mm, upright (ISO 216; ANSI/ASME Y14.1)."""
UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4}
INCH = 25.4
DPI_LEAST, DPI_MOST, DPI_USUAL = 36, 2400, 300
SIDE_MOST, AREA_MOST = 12288, 20_000_000
_FORM = re.compile(r"([^@]+?)(?:@([0-9]{1,5}))?(?:\s*dpi)?", re.IGNORECASE)
_SIDES = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)\s*x\s*([0-9]{1,5}(?:\.[0-9]{1,3})?)\s*(mm|cm|in)")


def pixels_of(text: str, *, wide: bool = False) -> tuple[str, int]:
    """The size, such as 3512x4968, that covers a sheet such as A3@300, Letter or 20x30cm@150, and its dots an inch.

    Sheets by name stand upright unless `wide`. Sides are the least multiples of 8 that leave no paper bare.
    RequestError when it is no sheet, or would have more pixels than a picture may.
    """
    found = _FORM.fullmatch(text.strip())
    sheet, dots = (found[1].strip(), found[2]) if found else (text, None)
    dpi = int(dots) if dots else DPI_USUAL
    if not DPI_LEAST <= dpi <= DPI_MOST:
        raise RequestError(
            f"print: expected {DPI_LEAST} to {DPI_MOST} dots an inch, got {dpi}",
            hint=f"--print {clip(sheet)}@300",
        )
    w, h = _sheet(sheet, text)
    if wide and sheet.lower() in _names():
        w, h = h, w
    across, down = (max(64, 8 * math.ceil(mm / INCH * dpi / 8 - 1e-6)) for mm in (w, h))
    if across * down > AREA_MOST or max(across, down) > SIDE_MOST:
        most = math.floor(min(math.sqrt(AREA_MOST / (w * h)), SIDE_MOST / max(w, h)) * INCH) - 1
        hint = f"--print {clip(sheet)}@{most}" if most >= DPI_LEAST else "a smaller sheet"
        raise RequestError(
            f"print: expected at most {AREA_MOST / 1e6:g} megapixels and sides of {SIDE_MOST}, got {across}x{down}",
            hint=hint,
        )
    return f"{across}x{down}", dpi


def _names() -> dict[str, str]:
    return {name.lower(): name for name in SHEETS}


def _sheet(sheet: str, text: str) -> tuple[float, float]:
    """Width and height of a sheet in mm."""
    name = _names().get(sheet.lower())
    if name:
        return SHEETS[name]
    sides = _SIDES.fullmatch(sheet.lower())
    w, h = (float(sides[i]) * UNITS[sides[3]] for i in (1, 2)) if sides else (0.0, 0.0)
    if w <= 0 or h <= 0:
        close = nearest(sheet, SHEETS) or "A4"
        raise RequestError(
            f"print: expected {', '.join(SHEETS)} or such as 20x30cm, then @ and dots an inch, got {clip(text)}",
            hint=f"--print {close}@300",
        )
    return w, h
