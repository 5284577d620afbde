"""From painted pixels to the finished picture: lens, bloom, grade, grain and dither, by the look."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32, UInt8

from cavendish.errors import PlanError, nearest
from cavendish.finish.bloom import bloom
from cavendish.finish.grade import PLAIN, Grade, graded
from cavendish.finish.grain import grain, quantise
from cavendish.finish.lens import Optics, blur, discs

Display = Float32[np.ndarray, "h w 3"]


@dataclass(frozen=True)
class Look:
    """What happens after the lens: bloom's share and width, the grade, and the grain's strength."""

    bloom: float = 0.0
    width: float = 0.02
    grade: Grade = PLAIN
    grain: float = 0.0


LOOKS = {
    "natural": Look(),
    "film": Look(
        bloom=0.10,
        width=0.018,
        grade=Grade(
            contrast=0.30, color=0.92, shadows=(-0.012, 0.004, 0.022), highlights=(0.022, 0.008, -0.026)
        ),
        grain=0.014,
    ),
    "black and white": Look(
        bloom=0.05, width=0.012, grade=Grade(contrast=0.45, color=0.0, mix=(0.38, 0.50, 0.12)), grain=0.010
    ),
}


def look_named(name: str) -> Look:
    """The look of that name; PlanError offers the nearest when there is none."""
    if name not in LOOKS:
        raise PlanError(f"look: expected {', '.join(LOOKS)}, got {name}", hint=nearest(name, LOOKS))
    return LOOKS[name]


def develop(
    display: Display, depth: Float32[np.ndarray, "h w"], optics: Optics, look: Look, seed: int
) -> "UInt8[np.ndarray, 'h w 3']":
    """The finished 8-bit picture of painted display colours 0..1; the same input always gives the same bytes.

    `depth` is the guides' inverse depth. Light is spread in linear colours, grades and grain work on display
    colours.
    """
    disc = discs(depth, optics)
    spread = float(disc.max(initial=0.0)) * max(disc.shape) >= 1.0
    if spread or look.bloom:
        linear = to_linear(display)
        if spread:
            linear = blur(linear, disc)
        display = to_display(bloom(linear, look.bloom, look.width))
    return quantise(grain(graded(display, look.grade), look.grain, seed))


def to_linear(display: Display) -> Display:
    """Scene-linear colours of display colours (sRGB, IEC 61966-2-1)."""
    x = np.clip(display, 0.0, 1.0)
    out = np.power((x + np.float32(0.055)) / np.float32(1.055), np.float32(2.4))
    return np.where(x <= 0.04045, x / np.float32(12.92), out)


def to_display(linear: Display) -> Display:
    """Display colours of scene-linear ones (sRGB, IEC 61966-2-1)."""
    x = np.clip(linear, 0.0, 1.0)
    out = np.power(x, np.float32(1 / 2.4)) * np.float32(1.055) - np.float32(0.055)
    return np.where(x <= 0.0031308, x * np.float32(12.92), out)
