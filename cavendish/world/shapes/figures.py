"""Figures as painted toys: snowman and robot."""

from cavendish.world.shapes.base import (
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
from cavendish.world.shapes.parts import CHROME, EYE, GLINT, both, eyes, upright

_ALONG = (90.0, 0.0, 0.0)
_ACROSS = (0.0, 0.0, 90.0)


def _snowman() -> Shape:
    prims = (
        ellipsoid((0.0, 0.316, 0.0), (0.370, 0.318, 0.350)),
        ball((0.0, 0.700, 0.0), 0.265, blend=0.05),
        ball((0.0, 1.045, 0.010), 0.215, blend=0.03),
        torus((0.0, 0.885, 0.005), 0.190, 0.055, "scarf"),
        capsule((0.120, 0.860, 0.190), (0.150, 0.640, 0.270), 0.050, end=0.060, slot="scarf"),
        cone((0.0, 1.030, 0.300), 0.045, 0.125, 0.012, "carrot", turn=(96.0, 0.0, 0.0), round=0.012),
        *eyes((0.082, 1.105, 0.192), 0.032),
        *(
            ball((x, 0.965 + 3.2 * x * x, 0.202 - x * x), 0.017, "eye")
            for x in (-0.085, -0.030, 0.030, 0.085)
        ),
        *(ball((0.0, y, z), 0.032, "button") for y, z in ((0.770, 0.250), (0.640, 0.258), (0.430, 0.322))),
        *both(capsule((0.220, 0.760, 0.03), (0.440, 0.930, 0.06), 0.024, end=0.018, slot="wood")),
        *both(capsule((0.370, 0.875, 0.05), (0.385, 0.980, 0.06), 0.016, end=0.012, slot="wood")),
        cylinder((0.0, 1.225, 0.0), 0.230, 0.026, "hat", round=0.024),
        cylinder((0.0, 1.345, 0.0), 0.150, 0.130, "hat", round=0.03),
        cylinder((0.0, 1.275, 0.0), 0.154, 0.032, "scarf", round=0.01),
    )
    slots = {
        "body": Slot(),
        "scarf": Slot((0.56, 0.018, 0.018), "fabric"),
        "carrot": Slot((0.86, 0.25, 0.015), "plastic"),
        "hat": Slot((0.014, 0.014, 0.018), "fabric"),
        "wood": Slot((0.16, 0.070, 0.030), "wood"),
        "eye": EYE,
        "button": EYE,
        "glint": GLINT,
    }
    return Shape("snowman", prims, slots)


def _robot() -> Shape:
    prims = (
        box((0.0, 0.560, 0.0), (0.260, 0.230, 0.190), round=0.06),
        box((0.0, 0.990, 0.0), (0.235, 0.165, 0.180), round=0.06),
        cylinder((0.0, 0.810, 0.0), 0.095, 0.060, "steel", round=0.02),
        cylinder((0.0, 0.990, 0.0), 0.075, 0.275, "steel", turn=_ACROSS, round=0.03),
        capsule((0.0, 1.140, 0.0), (0.0, 1.270, 0.0), 0.018, slot="steel"),
        ball((0.0, 1.295, 0.0), 0.048, "red"),
        *both(cylinder((0.098, 1.025, 0.175), 0.072, 0.030, "glow", turn=_ALONG, round=0.025)),
        *both(cylinder((0.098, 1.025, 0.195), 0.034, 0.022, "dark", turn=_ALONG, round=0.015)),
        box((0.0, 0.895, 0.175), (0.110, 0.030, 0.018), "dark", round=0.015),
        box((0.0, 0.895, 0.180), (0.088, 0.010, 0.018), "glow", round=0.008),
        box((0.0, 0.590, 0.180), (0.165, 0.130, 0.022), "white", round=0.02),
        cylinder((-0.070, 0.620, 0.200), 0.055, 0.016, "glow", turn=_ALONG, round=0.012),
        ball((0.060, 0.655, 0.200), 0.027, "red"),
        ball((0.060, 0.585, 0.200), 0.027, "dark"),
        *both(capsule((0.310, 0.660, 0.0), (0.355, 0.470, 0.090), 0.052, slot="steel")),
        cylinder((0.0, 0.680, 0.0), 0.095, 0.355, turn=_ACROSS, round=0.05),
        *both(upright((0.360, 0.400, 0.150), 0.070, 0.032, "body", 150.0, 270.0)),
        *both(capsule((0.125, 0.350, 0.0), (0.125, 0.130, 0.0), 0.068, slot="steel")),
        *both(box((0.135, 0.075, 0.035), (0.110, 0.075, 0.155), round=0.05)),
    )
    slots = {
        "body": Slot(),
        "steel": CHROME,
        "white": Slot((0.80, 0.79, 0.76), "plastic"),
        "red": Slot((0.60, 0.020, 0.016), "ceramic", emission=0.3),
        "glow": Slot((0.95, 0.72, 0.20), "ceramic", emission=0.5),
        "dark": Slot((0.016, 0.016, 0.020), "plastic"),
    }
    return Shape("robot", prims, slots)


FIGURES: tuple[Shape, ...] = (_snowman(), _robot())
