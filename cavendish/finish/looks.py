"""The looks by name: what each film, print or painter's medium does to a picture after the lens."""

from dataclasses import dataclass
from typing import Literal

from cavendish.errors import PlanError, nearest
from cavendish.finish.grade import HUES, PLAIN, Grade, Rgb, Turn
from cavendish.finish.grain import NONE, Grain

Medium = Literal["photograph", "oil", "pencil"]


@dataclass(frozen=True)
class Look:
    """One row of the table; widths are fractions of the picture's longer side.

    `corners` and `distance` are stops by which the corners, and what lies far behind the things, are lighter.
    `bloom` is a share of all light and how wide it is spread, `halation` what bright parts throw back by channel.
    """

    grade: Grade = PLAIN
    grain: Grain = NONE
    bloom: float = 0.0
    bloom_width: float = 0.015
    halation: Rgb = (0.0, 0.0, 0.0)
    halation_width: float = 0.006
    corners: float = 0.0
    distance: float = 0.0
    medium: Medium = "photograph"


LOOKS: dict[str, Look] = {
    "natural": Look(),
    # any colour negative: a soft curve, a little warmth above and coolness below
    "film": Look(
        Grade(exposure=0.1, contrast=0.30, color=0.92, shadows=(-0.012, 0.004, 0.022),
              highlights=(0.022, 0.008, -0.026)),
        Grain(0.012, 1.5, 0.45, 0.35), bloom=0.06, bloom_width=0.012, halation=(0.55, 0.16, 0.04),
    ),
    # weights of the channels as for other panchromatic films without a filter
    "black and white": Look(
        Grade(exposure=0.15, contrast=0.42, color=0.0, mix=(0.32, 0.48, 0.20)), Grain(0.014, 1.6), bloom=0.05,
        bloom_width=0.012,
    ),
    # fine grain, natural skin, wide latitude; known for peach skin, open shadows, quiet greens
    "portra 400": Look(
        Grade(
            exposure=0.40, curve=((0.0, 0.0), (0.12, 0.125), (0.35, 0.37), (0.7, 0.715), (0.9, 0.885), (1.0, 0.985)),
            contrast=0.10, color=0.96,
            turns=(Turn("red", 0.94, 1.02, 3.0), Turn("orange", 1.02, 1.02, 2.0), Turn("yellow", 0.88, 1.0, -5.0),
                   Turn("green", 0.72, 1.02, -10.0), Turn("cyan", 0.84, 1.0, 4.0), Turn("blue", 0.80, 1.02, -12.0),
                   Turn("magenta", 0.90)),
            shadows=(-0.004, 0.006, 0.004), highlights=(0.022, 0.006, -0.022),
        ),
        Grain(0.013, 1.5, 0.42, 0.40), bloom=0.05, halation=(0.50, 0.16, 0.05),
    ),
    # the finest grain of any colour negative, vivid colour; known for fiery reds and cool shadows
    "ektar 100": Look(
        Grade(
            contrast=0.34, color=1.14,
            turns=(Turn("red", 1.16, 1.0, -1.5), Turn("orange", 1.08, 1.0, -5.0), Turn("yellow", 1.06),
                   Turn("green", 1.04, 0.98, 4.0), Turn("cyan", 1.14, 0.97, 8.0), Turn("blue", 1.20, 0.94, -3.0),
                   Turn("magenta", 1.14)),
            shadows=(-0.016, 0.000, 0.016), highlights=(0.006, 0.002, -0.006),
        ),
        Grain(0.009, 1.3, 0.42, 0.40), bloom=0.03, halation=(0.32, 0.08, 0.02),
    ),
    # RMS granularity 9; known for deep blacks, greens and magentas beyond nature
    "velvia 50": Look(
        Grade(
            curve=((0.0, 0.0), (0.08, 0.035), (0.22, 0.165), (0.5, 0.5), (0.78, 0.82), (1.0, 1.0)), contrast=0.22,
            color=1.24,
            turns=(Turn("red", 1.16, 0.98, -2.0), Turn("orange", 1.08), Turn("yellow", 1.14, 1.01, 2.0),
                   Turn("green", 1.34, 0.95, 4.0), Turn("cyan", 1.22, 0.95, 6.0), Turn("blue", 1.30, 0.90, 3.0),
                   Turn("magenta", 1.28, 0.97)),
            shadows=(0.006, -0.004, 0.008), highlights=(0.006, -0.003, -0.002),
        ),
        Grain(0.009, 1.3, 0.33, 0.40), halation=(0.16, 0.05, 0.02), corners=-0.18,
    ),
    # channel weights of both films in daylight: prime-junta.net, "Curves and films"; Tri-X has the harder curve
    "hp5": Look(
        Grade(exposure=0.25, curve=((0.0, 0.0), (0.1, 0.10), (0.3, 0.305), (0.5, 0.515), (0.8, 0.805), (1.0, 0.985)),
              contrast=0.24, color=0.0, mix=(0.23, 0.37, 0.40)),
        Grain(0.034, 1.7, 0.46), bloom=0.03, halation=(0.30, 0.30, 0.30),
    ),
    "tri-x": Look(
        Grade(exposure=0.25, curve=((0.0, 0.0), (0.08, 0.045), (0.22, 0.18), (0.5, 0.53), (0.78, 0.835), (1.0, 1.0)),
              contrast=0.34, color=0.0, mix=(0.25, 0.35, 0.40)),
        Grain(0.044, 1.9, 0.40), bloom=0.03, halation=(0.30, 0.30, 0.30), corners=-0.15,
    ),
    "cinematic": Look(
        Grade(
            curve=((0.0, 0.0), (0.1, 0.068), (0.3, 0.265), (0.5, 0.5), (0.75, 0.765), (0.9, 0.885), (1.0, 0.955)),
            contrast=0.15, color=0.94,
            turns=(Turn("red", 1.0, 1.0, 4.0), Turn("orange", 1.12, 1.01), Turn("yellow", 0.92, 0.99, -14.0),
                   Turn("green", 0.62, 0.96, 14.0), Turn("cyan", 1.0, 0.97, 2.0), Turn("blue", 0.95, 0.95, -32.0),
                   Turn("magenta", 0.70, 1.0, 20.0)),
            shadows=(-0.050, 0.012, 0.036), highlights=(0.038, 0.008, -0.042),
        ),
        Grain(0.013, 1.6, 0.40, 0.20), bloom=0.09, bloom_width=0.012, halation=(0.50, 0.20, 0.08), corners=-0.5,
        distance=-0.3,
    ),
    # a colour print of the seventies: the cyan dye has faded, the paper has yellowed
    "vintage": Look(
        Grade(
            exposure=0.45, contrast=0.22, color=0.84,
            turns=(Turn("green", 0.75, 1.0, -14.0), Turn("cyan", 0.65, 1.0, -20.0), Turn("blue", 0.65, 1.04, -18.0),
                   Turn("red", 0.95, 1.0, 5.0)),
            highlights=(0.02, 0.01, -0.03), paper=((0.095, 0.062, 0.070), (0.555, 0.495, 0.425), (0.985, 0.945, 0.83)),
        ),
        Grain(0.020, 1.8, 0.45, 0.45), bloom=0.12, bloom_width=0.004, halation=(0.5, 0.24, 0.08), corners=-0.75,
    ),
    "sepia": Look(
        Grade(exposure=0.50, contrast=0.42, color=0.0, mix=(0.26, 0.44, 0.30),
              paper=((0.085, 0.050, 0.030), (0.575, 0.470, 0.350), (0.985, 0.940, 0.845))),
        Grain(0.017, 1.7), bloom=0.12, bloom_width=0.005, corners=-0.6,
    ),
    # integral film: soft, creamy lights, green-blue darks
    "polaroid": Look(
        Grade(
            exposure=0.3, contrast=0.12, color=0.84,
            turns=(Turn("red", 0.92, 1.0, 6.0), Turn("green", 0.80, 1.0, 6.0), Turn("blue", 0.78, 1.03, -22.0),
                   Turn("cyan", 0.90), Turn("yellow", 0.92, 1.0, -4.0)),
            shadows=(-0.018, 0.012, 0.018), highlights=(0.012, 0.008, -0.022),
            paper=((0.060, 0.085, 0.095), (0.520, 0.520, 0.480), (0.985, 0.965, 0.900)),
        ),
        Grain(0.011, 2.4, 0.45, 0.30), bloom=0.38, bloom_width=0.0035, halation=(0.3, 0.22, 0.14), corners=-0.8,
    ),
    "faded": Look(
        Grade(contrast=0.06, color=0.72, shadows=(-0.004, 0.000, 0.012),
              paper=((0.125, 0.130, 0.150), (0.520, 0.515, 0.510), (0.945, 0.935, 0.915))),
        Grain(0.012, 1.6, 0.45, 0.30), bloom=0.05,
    ),
    # an orange filter, hard paper, a light in the fog
    "noir": Look(
        Grade(curve=((0.0, 0.0), (0.12, 0.055), (0.3, 0.215), (0.5, 0.46), (0.75, 0.83), (1.0, 1.0)), contrast=0.45,
              color=0.0, mix=(0.48, 0.40, 0.12)),
        Grain(0.032, 1.8, 0.38), bloom=0.08, bloom_width=0.02, halation=(0.6, 0.6, 0.6), halation_width=0.010,
        corners=-1.5, distance=-0.8,
    ),
    "high key": Look(
        Grade(exposure=0.75, curve=((0.0, 0.03), (0.1, 0.16), (0.4, 0.51), (0.7, 0.83), (1.0, 1.0)), contrast=0.14,
              color=0.92),
        Grain(0.004, 1.4), bloom=0.14, bloom_width=0.02, corners=0.5, distance=1.7,
    ),
    "low key": Look(
        Grade(exposure=-0.35, curve=((0.0, 0.0), (0.1, 0.045), (0.25, 0.155), (0.5, 0.42), (0.8, 0.77), (1.0, 0.98)),
              contrast=0.18, color=0.84, shadows=(-0.012, 0.000, 0.016), highlights=(0.012, 0.003, -0.014)),
        Grain(0.012, 1.5, 0.35, 0.20), bloom=0.05, halation=(0.4, 0.2, 0.08), corners=-1.1, distance=-1.3,
    ),
    "pastel": Look(
        Grade(
            exposure=1.05, contrast=0.10, color=0.86,
            turns=tuple(Turn(hue, 0.95, 1.05) for hue in HUES),
            highlights=(0.006, -0.002, 0.012),
            paper=((0.215, 0.195, 0.250), (0.620, 0.605, 0.630), (1.0, 0.985, 0.990)),
        ),
        bloom=0.14, bloom_width=0.012, corners=0.2, distance=0.8,
    ),
    "oil painting": Look(
        Grade(contrast=0.22, color=1.14, shadows=(0.010, 0.002, -0.006), highlights=(0.012, 0.006, -0.014)),
        corners=-0.35, medium="oil",
    ),
    "pencil sketch": Look(medium="pencil"),
    "clay": Look(),  # these three change the stage (world.remade), not the pixels
    "low poly": Look(),
    "figurine": Look(),
}  # fmt: skip


def look_named(name: str) -> Look:
    """The look of that name; PlanError offers the nearest when there is none."""
    if name not in LOOKS:
        raise PlanError(f"look: expected {', '.join(LOOKS)}, got {name}", hint=nearest(name, LOOKS))
    return LOOKS[name]
