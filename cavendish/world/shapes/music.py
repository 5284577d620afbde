"""Things that make music: guitar, violin, trumpet, drum, piano."""

import math

from cavendish.world.shapes.base import (
    Prim,
    Shape,
    Slot,
    ball,
    box,
    capsule,
    cone,
    cylinder,
    ellipsoid,
    torus,
)
from cavendish.world.shapes.parts import CHROME, both, facing
from cavendish.world.shapes.posed import posed

_ACROSS = (0.0, 0.0, 90.0)
_ALONG = (90.0, 0.0, 0.0)
_EBONY = Slot((0.030, 0.020, 0.016), "wood")
_CREAM = Slot((0.84, 0.78, 0.62), "plastic")
_TIMBER = Slot((0.36, 0.17, 0.065), "wood")
_GOLD = Slot((0.92, 0.62, 0.20), "metal")


def _prop(top: float, back: float, apart: float) -> tuple[Prim, ...]:
    """Two wooden legs behind, for what leans back on them."""
    return both(capsule((0.0, top, -0.06), (apart, 0.024, -back), 0.024, "stand"))


def _guitar() -> Shape:
    guitar = (
        cylinder((0.0, 0.295, 0.0), 0.295, 0.075, turn=_ALONG, round=0.025),
        cylinder((0.0, 0.650, 0.0), 0.205, 0.075, turn=_ALONG, round=0.025, blend=0.10),
        box((0.0, 0.450, 0.0), (0.50, 0.60, 0.075), op="intersect"),
        cylinder((0.0, 0.470, 0.070), 0.108, 0.012, "cream", turn=_ALONG, round=0.006),
        cylinder((0.0, 0.470, 0.074), 0.086, 0.012, "dark", turn=_ALONG, round=0.004),
        ellipsoid((0.125, 0.395, 0.072), (0.060, 0.110, 0.012), "dark", turn=(0.0, 0.0, -28.0)),
        box((0.0, 0.210, 0.085), (0.125, 0.028, 0.022), "dark", round=0.014),
        box((0.0, 0.880, 0.060), (0.044, 0.330, 0.034), "dark", round=0.012),
        *(
            box((0.0, y, 0.066), (0.045, 0.009, 0.032), "chrome", round=0.006)
            for y in (0.78, 0.89, 0.99, 1.08)
        ),
        box((0.0, 1.290, 0.035), (0.078, 0.105, 0.026), round=0.02),
        *both(*(ball((0.100, y, 0.035), 0.032, "chrome") for y in (1.225, 1.295, 1.365))),
        *both(capsule((0.024, 0.215, 0.106), (0.024, 1.230, 0.098), 0.009, "string")),
        box((0.0, 1.200, 0.080), (0.050, 0.014, 0.024), "cream", round=0.008),
    )
    prims = (*posed(guitar, (-12.0, 0.0, -6.0), (-0.070, 0.020, 0.130)), *_prop(0.640, 0.230, 0.160))
    slots = {
        "body": Slot(),
        "cream": _CREAM,
        "dark": _EBONY,
        "chrome": CHROME,
        "string": Slot((0.80, 0.78, 0.72), "metal"),
        "stand": _TIMBER,
    }
    return Shape("guitar", prims, slots)


def _violin() -> Shape:
    violin = (
        cylinder((0.0, 0.240, 0.0), 0.205, 0.060, turn=_ALONG, round=0.03),
        cylinder((0.0, 0.520, 0.0), 0.165, 0.060, turn=_ALONG, round=0.03),
        box((0.0, 0.380, 0.0), (0.118, 0.130, 0.060), round=0.03, blend=0.03),
        *both(
            capsule((0.098, 0.300, 0.058), (0.075, 0.430, 0.058), 0.014, "dark"),
            ball((0.076, 0.292, 0.056), 0.022, "dark"),
            ball((0.095, 0.440, 0.056), 0.022, "dark"),
        ),
        box((0.0, 0.350, 0.080), (0.062, 0.014, 0.040), "cream", round=0.01),
        cone((0.0, 0.180, 0.078), 0.024, 0.105, 0.052, "dark", round=0.01),
        ellipsoid((-0.125, 0.100, 0.065), (0.080, 0.058, 0.028), "dark"),
        box((0.0, 0.680, 0.078), (0.034, 0.210, 0.024), "dark", round=0.012),
        capsule((0.0, 0.620, 0.045), (0.0, 0.980, 0.045), 0.034),
        torus((0.0, 1.020, 0.030), 0.038, 0.026, turn=_ACROSS),
        *(capsule((-0.085, y, 0.045), (0.085, y, 0.045), 0.020, "dark") for y in (0.890, 0.950)),
        *both(capsule((0.016, 0.280, 0.112), (0.012, 0.900, 0.096), 0.009, "cream")),
    )
    bow = (
        capsule((0.0, 0.030, 0.0), (0.0, 1.020, 0.020), 0.020, "stand", end=0.015),
        capsule((0.046, 0.110, 0.0), (0.030, 1.000, 0.018), 0.013, "cream"),
        box((0.026, 0.110, 0.0), (0.036, 0.040, 0.022), "dark", round=0.012),
    )
    prims = (
        *posed(violin, (-12.0, 0.0, -5.0), (-0.080, 0.020, 0.110)),
        *posed(bow, (-12.0, 0.0, -14.0), (0.120, 0.010, 0.150)),
        *_prop(0.560, 0.200, 0.130),
    )
    slots = {"body": Slot(), "cream": _CREAM, "dark": _EBONY, "stand": _TIMBER}
    return Shape("violin", prims, slots)


def _trumpet() -> Shape:
    y = 0.560  # the upper tube's height; the lower lies 0.22 under it
    low = y - 0.220
    prims = (
        capsule((-0.300, y, 0.0), (0.330, y, 0.0), 0.036),
        cone((0.400, y, 0.0), 0.036, 0.120, 0.085, turn=(0.0, 0.0, -90.0), blend=0.03),
        cone((0.545, y, 0.0), 0.085, 0.060, 0.200, turn=(0.0, 0.0, -90.0), blend=0.04, round=0.01),
        torus((0.600, y, 0.0), 0.195, 0.022, turn=_ACROSS),
        ellipsoid((0.612, y, 0.0), (0.022, 0.180, 0.180), "dark"),
        facing((-0.300, y - 0.110, 0.0), 0.110, 0.036, "body", 180.0, 180.0),
        facing((0.280, y - 0.110, 0.0), 0.110, 0.036, "body", 0.0, 180.0),
        capsule((-0.300, low, 0.0), (0.280, low, 0.0), 0.036),
        capsule((-0.480, y, 0.060), (0.060, y, 0.060), 0.028),
        cone((-0.520, y, 0.060), 0.060, 0.055, 0.030, turn=(0.0, 0.0, -90.0), round=0.012),
        *(cylinder((x, y - 0.090, 0.040), 0.060, 0.170, round=0.015) for x in (-0.100, 0.030, 0.160)),
        *(capsule((x, y, 0.040), (x, y + 0.130, 0.040), 0.020, "steel") for x in (-0.100, 0.030, 0.160)),
        *(
            cylinder((x, y + 0.150, 0.040), 0.046, 0.020, "pearl", round=0.012)
            for x in (-0.100, 0.030, 0.160)
        ),
        capsule((0.030, 0.060, 0.020), (0.030, 0.310, 0.020), 0.040, "stand"),
        cylinder((0.030, 0.030, 0.020), 0.200, 0.030, "stand", round=0.024),
    )
    slots = {
        "body": Slot(),
        "dark": Slot("main", "main", shade=0.45),
        "steel": CHROME,
        "pearl": Slot((0.86, 0.84, 0.80), "ceramic"),
        "stand": _TIMBER,
    }
    return Shape("trumpet", posed(prims, by=(-0.03, 0.0, -0.01)), slots)


def _drum() -> Shape:
    def lace(i: int) -> Prim:
        a, b = math.radians(30.0 * i), math.radians(30.0 * (i + 1))
        low, high = (0.130, 0.560) if i % 2 == 0 else (0.560, 0.130)
        r = 0.408
        return capsule(
            (r * math.sin(a), low, r * math.cos(a)), (r * math.sin(b), high, r * math.cos(b)), 0.020, "cream"
        )

    def stick(x: float, turn: float, lift: float) -> tuple[Prim, ...]:
        parts = (
            capsule((0.0, 0.0, -0.230), (0.0, 0.0, 0.300), 0.022, "stick", end=0.030),
            ellipsoid((0.0, 0.0, -0.260), (0.040, 0.040, 0.055), "stick"),
        )
        return posed(parts, (0.0, turn, 0.0), (x, lift, 0.0))

    prims = (
        cylinder((0.0, 0.345, 0.0), 0.400, 0.330, round=0.01),
        cylinder((0.0, 0.345, 0.0), 0.385, 0.345, "skin", round=0.012),
        cylinder((0.0, 0.060, 0.0), 0.430, 0.060, "gold", round=0.025),
        torus((0.0, 0.640, 0.0), 0.408, 0.036, "gold"),
        torus((0.0, 0.600, 0.0), 0.404, 0.036, "gold"),
        *(lace(i) for i in range(12)),
        *stick(-0.030, 52.0, 0.712),
        *stick(0.030, -38.0, 0.758),
    )
    slots = {
        "body": Slot(),
        "skin": Slot((0.86, 0.82, 0.72), "paper"),
        "gold": Slot((0.88, 0.56, 0.10), "metal"),
        "cream": _CREAM,
        "stick": _TIMBER,
    }
    return Shape("drum", prims, slots)


def _piano() -> Shape:
    lid = (
        box((0.540, 0.0, -0.140), (0.540, 0.022, 0.240), round=0.018),
        cylinder((0.350, 0.0, -0.420), 0.350, 0.022, round=0.018, blend=0.12),
    )
    legs = ((-0.480, 0.400), (0.480, 0.400), (-0.250, -0.480))
    prims = (
        box((0.0, 0.630, 0.300), (0.600, 0.115, 0.300), round=0.025),
        box((-0.300, 0.630, -0.150), (0.300, 0.115, 0.400), round=0.025, blend=0.03),
        cylinder((-0.250, 0.630, -0.470), 0.350, 0.115, round=0.025, blend=0.20),
        box((0.0, 0.800, 0.560), (0.520, 0.120, 0.170), op="subtract"),
        box((0.0, 0.680, 0.500), (0.520, 0.024, 0.110), "ivory", round=0.012),
        *(
            box((x, 0.705, 0.462), (0.024, 0.022, 0.072), "ebony", round=0.010)
            for x in (-0.450, -0.370, -0.210, -0.130, -0.050, 0.110, 0.190, 0.350, 0.430)
        ),
        box((-0.260, 0.742, -0.200), (0.290, 0.012, 0.360), "gold", round=0.01),
        cylinder((-0.250, 0.742, -0.470), 0.300, 0.012, "gold", round=0.01),
        box((0.0, 0.830, 0.200), (0.300, 0.110, 0.018), turn=(-14.0, 0.0, 0.0), round=0.014),
        *posed(lid, (0.0, 0.0, 34.0), (-0.600, 0.755, 0.0)),
        capsule((0.520, 0.730, 0.020), (0.240, 1.290, -0.100), 0.020),
        *(cone((x, 0.280, z), 0.046, 0.280, 0.078, round=0.02) for x, z in legs),
        box((0.0, 0.300, 0.330), (0.075, 0.250, 0.026), round=0.02),
        box((0.0, 0.065, 0.350), (0.130, 0.024, 0.070), "gold", round=0.02),
    )
    slots = {
        "body": Slot(),
        "ivory": Slot((0.86, 0.84, 0.78), "ceramic"),
        "ebony": Slot((0.012, 0.012, 0.014), "ceramic"),
        "gold": _GOLD,
    }
    return Shape("piano", posed(prims, by=(0.0, 0.0, 0.11)), slots)


MUSIC: tuple[Shape, ...] = (_guitar(), _violin(), _trumpet(), _drum(), _piano())
