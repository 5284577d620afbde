"""Small things of the house: scissors, toothbrush, pens, key, perfume, painting, hammer, bucket."""

import math
from dataclasses import replace

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
from cavendish.world.shapes.parts import both, facing, melted
from cavendish.world.shapes.playthings import PLAYTHINGS
from cavendish.world.shapes.posed import posed, within

_GOLD = Slot((0.92, 0.62, 0.20), "metal")
_STEEL = Slot((0.52, 0.54, 0.57), "ceramic")
_WOOD = Slot((0.50, 0.27, 0.11), "wood")
_WHITE = Slot((0.84, 0.82, 0.78), "plastic")
_DARK = Slot((0.030, 0.030, 0.034), "rubber")
_DARKER = Slot("main", "main", shade=0.62)
_ALONG, _ACROSS = (90.0, 0.0, 0.0), (0.0, 0.0, 90.0)


def _scissors() -> Shape:
    def handle(side: int) -> tuple[Prim, ...]:
        z = 0.042 * side
        return (
            torus((side * 0.215, 0.225, z), 0.165, 0.078, turn=_ALONG),
            capsule((side * 0.120, 0.400, z), (side * 0.010, 0.590, z), 0.078, end=0.066, blend=0.06),
        )

    def blade(side: int) -> tuple[Prim, ...]:
        # The back is cut slantwise, so that the straight edge runs out into the point.
        cut = box((side * -0.149, 0.494, 0.0), (0.150, 0.350, 0.038), "blade", op="subtract")
        parts = (
            box((0.0, 0.310, 0.0), (0.076, 0.330, 0.032), "blade"),
            replace(cut, turn=(0.0, 0.0, side * -19.0)),
        )
        return posed(parts, (0.0, 0.0, side * 17.0), (0.0, 0.590, 0.042 * side))

    prims = (
        *blade(1),
        *blade(-1),
        *handle(1),
        *handle(-1),
        cylinder((0.0, 0.610, 0.0), 0.062, 0.112, "pin", turn=_ALONG, round=0.02),
        within((-0.50, 0.012, -0.3), (0.50, 1.30, 0.3)),
    )
    slots = {"body": Slot(), "blade": _STEEL, "pin": _GOLD}
    return Shape("scissors", posed(prims, by=(0.0, -0.012, 0.0)), slots)


def _toothbrush() -> Shape:
    tufts = tuple(
        box((0.130, y, 0.0), (0.120, 0.032, 0.070), slot, round=0.02)
        for y, slot in zip((0.900, 0.968, 1.036, 1.104, 1.172), ("white", "mint") * 3, strict=False)
    )
    prims = (
        cone((0.0, 0.040, 0.0), 0.150, 0.040, 0.095, round=0.03),
        capsule((0.0, 0.160, 0.0), (0.0, 0.540, 0.0), 0.074, end=0.082, blend=0.03),
        capsule((0.0, 0.540, 0.0), (-0.020, 0.850, 0.0), 0.070, end=0.040, blend=0.06),
        box((-0.020, 1.035, 0.0), (0.050, 0.205, 0.082), round=0.045, blend=0.05),
        *(ellipsoid((0.062, y, 0.0), (0.040, 0.024, 0.070), "white") for y in (0.30, 0.38, 0.46, 0.54)),
        *tufts,
        capsule((0.265, 0.930, 0.0), (0.270, 1.120, 0.0), 0.050, "paste", end=0.046),
        capsule((0.270, 1.120, 0.0), (0.315, 1.190, 0.0), 0.044, "paste", end=0.016),
    )
    slots = {"body": Slot(), "white": _WHITE, "mint": Slot((0.16, 0.55, 0.55), "plastic")}
    slots["paste"] = Slot((0.42, 0.80, 0.78), "icing")
    return Shape("toothbrush", posed(prims, by=(-0.07, 0.0, 0.0)), slots)


def _pen() -> Shape:
    prims = (
        cylinder((0.0, 0.250, 0.0), 0.128, 0.250, round=0.04),
        cylinder((0.0, 0.505, 0.0), 0.132, 0.022, "gold", round=0.012),
        cone((0.0, 0.720, 0.0), 0.112, 0.200, 0.086, "barrel", round=0.01),
        cone((0.0, 0.945, 0.0), 0.088, 0.055, 0.066, "dark", round=0.01),
        torus((0.0, 0.925, 0.0), 0.084, 0.016, "gold"),
        cone((0.0, 1.070, 0.0), 0.074, 0.090, 0.020, "gold", round=0.01),
        capsule((0.0, 1.140, 0.0), (0.0, 1.185, 0.0), 0.026, "gold", end=0.012),
        ellipsoid((0.0, 1.045, 0.060), (0.012, 0.012, 0.020), "dark"),
        box((0.0, 1.095, 0.046), (0.007, 0.055, 0.012), "dark", turn=(-17.0, 0.0, 0.0)),
        capsule((0.0, 0.110, 0.150), (0.0, 0.420, 0.150), 0.026, "gold", end=0.024),
        ball((0.0, 0.400, 0.145), 0.036, "gold"),
        box((0.0, 0.090, 0.130), (0.026, 0.022, 0.045), "gold", round=0.012),
    )
    slots = {"body": Slot(), "barrel": Slot("main", "main", shade=0.85), "gold": _GOLD, "dark": _DARK}
    return Shape("pen", prims, slots)


def _pencil() -> Shape:
    hexagon = tuple(
        box((0.0, 0.560, 0.0), (0.110, 0.300, 0.30), op="intersect", turn=(0.0, a, 0.0))
        for a in (60.0, 120.0)
    )
    prims = (
        box((0.0, 0.560, 0.0), (0.110, 0.300, 0.128)),
        *hexagon,
        cylinder((0.0, 0.080, 0.0), 0.112, 0.080, "eraser", round=0.04),
        cylinder((0.0, 0.200, 0.0), 0.120, 0.075, "steel", round=0.01),
        *(torus((0.0, y, 0.0), 0.117, 0.014, "steel") for y in (0.160, 0.200, 0.240)),
        cone((0.0, 0.990, 0.0), 0.118, 0.140, 0.038, "wood"),
        cone((0.0, 1.170, 0.0), 0.044, 0.052, 0.012, "lead", round=0.01),
        torus((0.0, 0.850, 0.0), 0.108, 0.016, "wood"),
    )
    slots = {"body": Slot(), "eraser": Slot((0.80, 0.20, 0.24), "rubber"), "steel": _STEEL}
    slots |= {"wood": Slot((0.70, 0.44, 0.22), "wood"), "lead": _DARK}
    return Shape("pencil", prims, slots)


def _key() -> Shape:
    prims = (
        torus((0.0, 0.255, 0.0), 0.190, 0.074, turn=_ALONG),
        *both(ball((0.268, 0.300, 0.0), 0.070, blend=0.03)),
        cylinder((0.0, 0.520, 0.0), 0.098, 0.030, round=0.02),
        torus((0.0, 0.600, 0.0), 0.070, 0.032),
        capsule((0.0, 0.450, 0.0), (0.0, 1.180, 0.0), 0.068),
        box((0.140, 1.090, 0.0), (0.130, 0.060, 0.046), round=0.02),
        box((0.115, 0.930, 0.0), (0.105, 0.060, 0.046), round=0.02),
        box((0.235, 1.010, 0.0), (0.035, 0.050, 0.046), round=0.02),
        within((-0.50, 0.030, -0.3), (0.50, 1.30, 0.3)),
    )
    return Shape("key", posed(prims, by=(-0.01, -0.030, 0.0)), {"body": Slot()})


def _perfume() -> Shape:
    prims = (
        box((0.0, 0.255, 0.0), (0.270, 0.250, 0.155), round=0.07),
        box((0.0, 0.225, 0.0), (0.225, 0.180, 0.112), "liquid", round=0.06),
        box((0.0, 0.240, 0.148), (0.150, 0.095, 0.014), "label", round=0.012),
        ellipsoid((-0.0, 0.262, 0.160), (0.034, 0.046, 0.010), "heart"),
        cylinder((0.0, 0.525, 0.0), 0.100, 0.036, "gold", round=0.015),
        cylinder((0.0, 0.590, 0.0), 0.066, 0.050, "gold", round=0.015),
        ellipsoid((0.0, 0.715, 0.0), (0.105, 0.115, 0.105), "stopper"),
        ball((0.0, 0.845, 0.0), 0.036, "gold"),
        capsule((0.060, 0.595, 0.0), (0.215, 0.610, 0.0), 0.028, "gold"),
        melted(facing((0.215, 0.500, 0.0), 0.112, 0.030, "bulb", 45.0, 100.0), 0.02),
        ellipsoid((0.330, 0.370, 0.020), (0.092, 0.140, 0.092), "bulb", blend=0.03),
        ball((0.330, 0.225, 0.020), 0.030, "gold"),
        capsule((0.330, 0.200, 0.020), (0.330, 0.070, 0.020), 0.026, "gold", end=0.042),
    )
    slots = {
        "body": Slot(),
        "liquid": Slot("main", "fruit"),
        "bulb": Slot("main", "fabric", shade=0.8),
        "stopper": Slot("main", "main", shade=0.9),
        "gold": _GOLD,
        "label": Slot((0.84, 0.80, 0.72), "paper"),
        "heart": Slot((0.56, 0.03, 0.08), "paper"),
    }
    return Shape("perfume bottle", posed(prims, by=(-0.07, 0.0, 0.0)), slots)


def _painting() -> Shape:
    scene = (
        ellipsoid((-0.200, -0.360, 0.024), (0.460, 0.260, 0.014), "far"),
        ellipsoid((0.240, -0.390, 0.030), (0.480, 0.220, 0.016), "near"),
        cylinder((0.170, 0.120, 0.020), 0.085, 0.010, "sun", turn=_ALONG),
        ellipsoid((-0.190, 0.170, 0.022), (0.120, 0.034, 0.010), "cloud"),
        ellipsoid((-0.120, 0.200, 0.022), (0.075, 0.034, 0.010), "cloud"),
        box((0.0, 0.0, 0.02), (0.450, 0.350, 0.060), op="intersect"),
        box((0.0, 0.0, 0.0), (0.450, 0.350, 0.022)),
    )
    frame = (
        *both(box((0.445, 0.0, 0.010), (0.036, 0.376, 0.040), "gold", round=0.03)),
        box((0.0, 0.340, 0.010), (0.481, 0.036, 0.040), "gold", round=0.03),
        box((0.0, -0.340, 0.010), (0.481, 0.036, 0.040), "gold", round=0.03),
    )
    prims = (
        *posed((*scene, *frame), (-8.0, 0.0, 0.0), (0.0, 0.800, 0.070)),
        box((0.0, 0.400, 0.080), (0.360, 0.030, 0.075), "wood", round=0.02),
        *both(capsule((0.070, 1.260, -0.055), (0.360, 0.034, 0.120), 0.036, "wood", end=0.034)),
        capsule((0.0, 1.250, -0.060), (0.0, 0.034, -0.340), 0.036, "wood", end=0.034),
        box((0.0, 1.245, -0.040), (0.100, 0.045, 0.040), "wood", round=0.03),
    )
    slots = {
        "body": Slot(material="paper"),
        "gold": Slot((0.70, 0.44, 0.10), "ceramic"),
        "wood": _WOOD,
        "far": Slot((0.10, 0.30, 0.20), "paper"),
        "near": Slot((0.05, 0.19, 0.06), "paper"),
        "sun": Slot((0.92, 0.62, 0.05), "paper"),
        "cloud": Slot((0.86, 0.84, 0.80), "paper"),
    }
    return Shape("painting", posed(prims, by=(0.0, 0.0, 0.10)), slots)


def _hammer() -> Shape:
    def claw(side: int) -> Prim:
        arc = torus(
            (-0.080, 0.780, 0.046 * side), 0.240, 0.042, "steel", 0.5, turn=(90.0, 0.0, 118.0), arc=72.0
        )
        return melted(arc, 0.05)

    prims = (
        cone((0.0, 0.060, 0.0), 0.145, 0.060, 0.110, round=0.03),
        capsule((0.0, 0.180, 0.0), (0.0, 0.560, 0.0), 0.104, end=0.092, blend=0.03),
        capsule((0.0, 0.560, 0.0), (0.0, 0.960, 0.0), 0.066, "wood"),
        *(torus((0.0, y, 0.0), 0.098, 0.022, "grip") for y in (0.180, 0.270, 0.360, 0.450)),
        cone((0.0, 0.620, 0.0), 0.092, 0.060, 0.070, blend=0.03),
        box((0.0, 1.020, 0.0), (0.115, 0.100, 0.095), "steel", round=0.04),
        cylinder((0.190, 1.020, 0.0), 0.075, 0.110, "steel", turn=_ACROSS, blend=0.05),
        cylinder((0.315, 1.020, 0.0), 0.115, 0.060, "steel", turn=_ACROSS, round=0.025),
        claw(1),
        claw(-1),
    )
    slots = {"body": Slot(), "grip": _DARKER, "wood": _WOOD, "steel": _STEEL}
    return Shape("hammer", posed(prims, by=(-0.02, 0.0, 0.0)), slots)


def _bucket() -> Shape:
    def star(turn: float) -> Prim:
        t = math.radians(turn)
        return ellipsoid(
            (0.060 * math.sin(t), 0.300 + 0.060 * math.cos(t), 0.312),
            (0.032, 0.085, 0.026),
            "star",
            turn=(0.0, 0.0, -turn),
        )

    prims = (
        cone((0.0, 0.300, 0.0), 0.250, 0.300, 0.350, round=0.02),
        cone((0.0, 0.360, 0.0), 0.225, 0.300, 0.325, "inside", op="subtract"),
        torus((0.0, 0.590, 0.0), 0.345, 0.034),
        torus((0.0, 0.030, 0.0), 0.236, 0.030),
        ellipsoid((0.0, 0.480, 0.0), (0.315, 0.090, 0.315), "sand"),
        *both(cylinder((0.365, 0.545, 0.0), 0.056, 0.030, "handle", turn=_ACROSS, round=0.02)),
        facing((0.0, 0.560, 0.0), 0.385, 0.030, "handle", 90.0, 180.0),
        capsule((-0.090, 0.942, 0.0), (0.090, 0.942, 0.0), 0.046, "star"),
        *(star(72.0 * i) for i in range(5)),
    )
    slots = {
        "body": Slot(),
        "inside": _DARKER,
        "sand": Slot((0.66, 0.46, 0.24), "stone"),
        "handle": _WHITE,
        "star": Slot((0.80, 0.72, 0.58), "plastic"),
    }
    return Shape("bucket", prims, slots)


HANDY: tuple[Shape, ...] = (
    *(_scissors(), _toothbrush(), _pen(), _pencil(), _key(), _perfume(), _painting(), _hammer(), _bucket()),
    *PLAYTHINGS,
)
