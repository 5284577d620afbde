"""Grades: curves and mixes over display colours, every one monotone and fixed at black and white."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32

Display = Float32[np.ndarray, "h w 3"]
Rgb = tuple[float, float, float]

_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True)
class Grade:
    """Contrast 0..1 about middle grey, colour 0 (grey) to 1 (all), tints of shadows and highlights.

    Tints are added where the tone is dark or light, largest a quarter of the way from either end; `mix`
    weighs the channels when colour is taken out.
    """

    contrast: float = 0.0
    color: float = 1.0
    shadows: Rgb = (0.0, 0.0, 0.0)
    highlights: Rgb = (0.0, 0.0, 0.0)
    mix: Rgb = (0.2126, 0.7152, 0.0722)


PLAIN = Grade()


def graded(display: Display, grade: Grade) -> Display:
    """Display colours 0..1 under a grade.

    The empty grade changes nothing, black and white stay where they are.
    """
    if grade == PLAIN:
        return display
    x = np.clip(display, 0.0, 1.0)
    if grade.color < 1:
        grey = (x @ np.asarray(grade.mix, np.float32))[..., None]
        x = grey + np.float32(grade.color) * (x - grey)
    if any(grade.shadows) or any(grade.highlights):
        tone = (x @ _LUMA)[..., None]
        dark, light = tone * (1 - tone) ** 3 * 9.48, (1 - tone) * tone**3 * 9.48  # both peak at 1
        x = (
            x
            + dark * np.asarray(grade.shadows, np.float32)
            + light * np.asarray(grade.highlights, np.float32)
        )
        x = np.clip(x, 0.0, 1.0)
    smooth = x * x * (3 - 2 * x)
    return (x + np.float32(grade.contrast) * (smooth - x)).astype(np.float32)
