"""Colours that are read on their ground and go with a picture: WCAG's ratio, and lightness apart from hue (OKLCH)."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cavendish.plan.design import Look

F32 = NDArray[np.float32]
Rgb = tuple[float, float, float]

READ = 4.5
"""The contrast WCAG 2.2 asks of text (1.4.3)."""
LARGE = 3.0
"""The contrast it asks of large text and of signs."""

_LMS = np.array(
    (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
)
_LAB = np.array(
    (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
)


@dataclass(frozen=True)
class Palette:
    """Display colours 0..1: of paper, of panels on it, of text, of signs and rules, of quiet lines."""

    ground: Rgb
    panel: Rgb
    ink: Rgb
    accent: Rgb
    quiet: Rgb


def rgb(text: str) -> Rgb:
    """The display colour of '#rrggbb'."""
    r, g, b = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return r, g, b


def luminance(color: Rgb | F32) -> F32:
    """Relative luminance 0..1 of display colours (..., 3): WCAG 2.2."""
    shown = np.asarray(color, np.float32)
    light = np.where(shown <= 0.04045, shown / 12.92, ((np.maximum(shown, 0) + 0.055) / 1.055) ** 2.4)
    return np.asarray(light @ np.array((0.2126, 0.7152, 0.0722)), np.float32)


def contrast(a: Rgb, b: Rgb) -> float:
    """The ratio of two colours' luminances, 1 to 21."""
    one, other = float(luminance(a)) + 0.05, float(luminance(b)) + 0.05
    return max(one, other) / min(one, other)


def oklch(color: Rgb) -> tuple[float, float, float]:
    """Lightness 0..1, chroma and hue in degrees: Ottosson 2020, "A perceptual color space for image processing"."""
    shown = np.asarray(color, np.float64)
    light = np.where(shown <= 0.04045, shown / 12.92, ((shown + 0.055) / 1.055) ** 2.4)
    lab = _LAB @ np.cbrt(_LMS @ light)
    return float(lab[0]), float(np.hypot(lab[1], lab[2])), math.degrees(math.atan2(lab[2], lab[1])) % 360


def shown(lightness: float, chroma: float, hue: float) -> Rgb:
    """The display colour; less colourful where a screen cannot show it."""
    light = np.zeros(3)
    for less in np.linspace(1, 0, 21):
        a, b = (chroma * less * f(math.radians(hue)) for f in (math.cos, math.sin))
        light = np.linalg.inv(_LMS) @ (np.linalg.inv(_LAB) @ np.array((lightness, a, b))) ** 3
        if light.min() >= -1e-4 and light.max() <= 1 + 1e-4:
            break
    light = np.clip(light, 0, 1)
    out = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return float(out[0]), float(out[1]), float(out[2])


def readable(color: Rgb, ground: Rgb, ratio: float = READ) -> Rgb:
    """The colour, as much darker or lighter as it must be to stand out from the ground by the ratio."""
    if contrast(color, ground) >= ratio:
        return color
    l, c, h = oklch(color)
    ways: list[tuple[float, Rgb]] = []
    for goal in (0.0, 1.0):
        for part in np.linspace(0.05, 1, 20):
            new = shown(l + (goal - l) * float(part), c * (1 - float(part) ** 4), h)
            if contrast(new, ground) >= ratio:
                ways.append((float(part) * abs(goal - l), new))
                break
    if ways:
        return min(ways)[1]
    return max(((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)), key=lambda one: contrast(one, ground))


def palette(pixels: F32 | None, look: Look) -> Palette:
    """Colours for a picture (h, w, 3) in 0..1, or for none; the brand's own where it has them."""
    hue, chroma, accent_hue, accent_chroma = 250.0, 0.012, 32.0, 0.15
    dark = False
    if pixels is not None:
        hue, chroma, accent_hue, accent_chroma, dark = _heard(pixels)
    level = 0.2 if dark else 0.965
    ground = rgb(look.ground) if look.ground else shown(level, min(chroma, 0.03), hue)
    light = float(luminance(ground)) > 0.18
    ink = rgb(look.ink) if look.ink else shown(0.23 if light else 0.96, 0.03, hue)
    ink = readable(ink, ground, READ if look.ink else 7.0)
    accent = rgb(look.accent) if look.accent else shown(0.55 if light else 0.78, accent_chroma, accent_hue)
    l, c, h = oklch(ground)
    panel = (
        shown(min(l + 0.03, 1.0) if l < 0.975 else l - 0.025, c * 0.7, h) if light else shown(l + 0.06, c, h)
    )
    quiet = shown(l - 0.1 if light else l + 0.16, c, h)
    return Palette(ground, panel, ink, readable(accent, ground, LARGE), quiet)


def _heard(pixels: F32) -> tuple[float, float, float, float, bool]:
    """Hue and chroma of a picture's own paper, and of what stands out in it; and whether it is dark."""
    from PIL import Image

    small = Image.fromarray((np.clip(pixels, 0, 1) * 255).astype(np.uint8)).resize((64, 64))
    few = small.quantize(10, Image.Quantize.MEDIANCUT)
    raw = few.getpalette() or []
    counted = few.getcolors() or []
    found = [
        (count / 4096, oklch((raw[3 * i] / 255, raw[3 * i + 1] / 255, raw[3 * i + 2] / 255)))
        for count, i in counted
        if isinstance(i, int)
    ]
    dark = sum(share * lch[0] for share, lch in found) < 0.36
    common = max(found, key=lambda one: one[0] * (0.02 + one[1][1]))[1]
    lively = max(found, key=lambda one: one[1][1] * min(one[0], 0.1) ** 0.5)[1]
    return common[2], common[1] * 0.25 + 0.008, lively[2], max(min(lively[1] * 1.2, 0.17), 0.09), dark
