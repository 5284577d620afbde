"""Things taken along: umbrella and suitcase."""

import math

from cavendish.world.shapes.base import (
    Prim,
    Shape,
    Slot,
    ball,
    box,
    capsule,
    cylinder,
    mirrored,
    torus,
)
from cavendish.world.shapes.posed import posed, within

_BRASS = Slot((0.92, 0.62, 0.20), "metal")
_LEATHER = Slot((0.16, 0.058, 0.020), "rubber")
_FACING = (90.0, 0.0, 0.0)


DOME = 0.660
"""Radius of the sphere that an umbrella's canopy is the top of."""


def canopy() -> tuple[Prim, ...]:
    """An umbrella's canopy over the origin, which is its sphere's centre, with its ribs and the knob on its top."""
    dome, rim = DOME, 0.250  # the height of the canopy's rim above the sphere's centre
    across = math.sqrt(dome * dome - rim * rim)

    def scallop(turn: float) -> Prim:
        t = math.radians(turn)
        at = (across * math.sin(t), rim - 0.180, across * math.cos(t))
        return cylinder(at, 0.287, 0.30, op="subtract", turn=(90.0, turn, 0.0))

    def ribs(turn: float) -> Prim:
        rib = torus((0.0, 0.0, 0.0), dome + 0.004, 0.016, "rib", turn=(90.0, 0.0, 90.0), arc=136.0)
        return posed((rib,), (0.0, turn, 0.0))[0]

    return (
        ball((0.0, 0.0, 0.0), dome, shell=0.016),  # noqa: S604 -- a wall, no command
        box((0.0, rim + 0.25, 0.0), (0.68, 0.25, 0.68), op="intersect"),
        *(scallop(22.5 + 45.0 * i) for i in range(8)),
        *(ribs(45.0 * i) for i in range(4)),
        ball((0.0, dome, 0.0), 0.050, "rib"),
        capsule((0.0, dome, 0.0), (0.0, dome + 0.110, 0.0), 0.026, "metal", end=0.014),
    )


def _umbrella() -> Shape:
    upright = (
        *canopy(),
        capsule((0.0, DOME, 0.0), (0.0, -0.420, 0.0), 0.022, "metal"),
        capsule((0.0, -0.200, 0.0), (0.0, -0.440, 0.0), 0.038, "handle"),
        torus((0.095, -0.440, 0.0), 0.095, 0.038, "handle", turn=(90.0, 0.0, -90.0), arc=180.0),
    )
    prims = posed(posed(upright, (0.0, 0.0, 48.0)), (0.0, 52.0, 0.0), (0.12, 0.357, -0.13))
    prims = (*prims, within((-0.584, -0.012, -0.573), (0.572, 1.046, 0.575)))
    slots = {
        "body": Slot(),
        "rib": Slot("main", "main", shade=0.6),
        "metal": Slot((0.70, 0.71, 0.73), "metal"),
        "handle": Slot((0.30, 0.13, 0.045), "wood"),
    }
    return Shape("umbrella", prims, slots)


def _suitcase() -> Shape:
    prims = (
        box((0.0, 0.370, 0.0), (0.470, 0.330, 0.175), round=0.075),
        *(
            capsule((x, y, -0.100), (x, y, 0.100), 0.082, "leather")
            for x in (-0.393, 0.393)
            for y in (0.117, 0.623)
        ),
        *mirrored(
            (
                box((0.235, 0.370, 0.0), (0.048, 0.338, 0.183), "leather", round=0.075),
                box((0.235, 0.440, 0.186), (0.066, 0.052, 0.012), "brass", round=0.011),
                box((0.235, 0.440, 0.192), (0.036, 0.024, 0.012), "leather", round=0.008),
                ball((0.135, 0.705, 0.0), 0.042, "brass"),
                box((0.340, 0.025, 0.0), (0.050, 0.025, 0.120), "leather", round=0.02),
            )
        ),
        torus((0.0, 0.690, 0.0), 0.135, 0.034, "leather", turn=(90.0, 0.0, 90.0), arc=180.0),
        cylinder((-0.050, 0.270, 0.174), 0.095, 0.006, "sun", turn=_FACING),
        cylinder((-0.050, 0.270, 0.177), 0.062, 0.007, "sea", turn=_FACING),
        box((0.085, 0.480, 0.174), (0.085, 0.058, 0.006), "card", turn=(0.0, 0.0, 14.0), round=0.004),
    )
    slots = {
        "body": Slot(),
        "leather": _LEATHER,
        "brass": _BRASS,
        "sun": Slot((0.86, 0.55, 0.05), "paper"),
        "sea": Slot((0.03, 0.25, 0.42), "paper"),
        "card": Slot((0.82, 0.74, 0.60), "paper"),
    }
    return Shape("suitcase", prims, slots)


TRAVEL: tuple[Shape, ...] = (_umbrella(), _suitcase())
