"""What people wear or carry: backpack, handbag, tie, dress, glasses, ring, watch, glove, t-shirt."""

import math

from cavendish.world.shapes.base import (
    LetterSpot,
    Prim,
    Shape,
    Slot,
    Vec3,
    ball,
    box,
    capsule,
    cone,
    cylinder,
    ellipsoid,
    torus,
)
from cavendish.world.shapes.footwear import FOOTWEAR
from cavendish.world.shapes.parts import both, facing, upright
from cavendish.world.shapes.posed import posed

_BRASS = Slot((0.92, 0.62, 0.20), "metal")
_LEATHER = Slot((0.17, 0.062, 0.022), "rubber")
_WOOD = Slot((0.42, 0.21, 0.085), "wood")
_DARKER = Slot("main", "main", shade=0.62)
_ALONG, _ACROSS = (90.0, 0.0, 0.0), (0.0, 0.0, 90.0)


def _backpack() -> Shape:
    prims = (
        box((0.0, 0.400, 0.0), (0.330, 0.390, 0.190), round=0.13),
        ellipsoid((0.0, 0.760, -0.020), (0.310, 0.170, 0.180), blend=0.10),
        facing((0.0, 0.900, -0.100), 0.085, 0.032, "strap", 90.0, 220.0),
        facing((0.0, 0.620, 0.165), 0.215, 0.018, "dark", 90.0, 180.0),
        *both(capsule((0.215, 0.620, 0.165), (0.215, 0.520, 0.178), 0.018, "dark")),
        box((0.0, 0.270, 0.185), (0.245, 0.190, 0.115), "pocket", round=0.07),
        box((0.0, 0.400, 0.195), (0.262, 0.090, 0.122), round=0.07),
        box((0.0, 0.345, 0.305), (0.042, 0.105, 0.020), "strap", round=0.018),
        box((0.0, 0.285, 0.318), (0.060, 0.042, 0.018), "brass", round=0.016),
        *both(box((0.325, 0.230, 0.010), (0.060, 0.165, 0.125), "pocket", round=0.055)),
        *both(upright((0.190, 0.420, -0.160), 0.200, 0.052, "strap", 180.0, 190.0)),
        box((0.0, 0.045, 0.0), (0.300, 0.045, 0.175), "strap", round=0.04),
    )
    slots = {"body": Slot(), "pocket": Slot("main", "main", shade=0.72), "dark": _DARKER}
    slots |= {"strap": _LEATHER, "brass": _BRASS}
    return Shape("backpack", posed(prims, by=(0.0, 0.0, 0.055)), slots)


def _handbag() -> Shape:
    prims = (
        box((0.0, 0.250, 0.0), (0.400, 0.235, 0.155), round=0.075),
        *both(ellipsoid((0.330, 0.155, 0.0), (0.110, 0.130, 0.170), blend=0.08)),
        box((0.0, 0.385, 0.030), (0.412, 0.120, 0.150), "flap", round=0.06),
        ellipsoid((0.0, 0.300, 0.120), (0.330, 0.150, 0.062), "flap", blend=0.03),
        box((0.0, 0.200, 0.180), (0.070, 0.052, 0.022), "brass", round=0.02),
        ball((0.0, 0.200, 0.205), 0.026, "strap"),
        *both(torus((0.245, 0.510, 0.0), 0.046, 0.018, "brass", turn=_ALONG)),
        *both(ellipsoid((0.245, 0.470, 0.0), (0.052, 0.040, 0.060), "strap")),
        facing((0.0, 0.540, 0.0), 0.245, 0.036, "strap", 90.0, 180.0),
        *both(ball((0.300, 0.030, 0.080), 0.030, "brass")),
        *both(ball((0.300, 0.030, -0.080), 0.030, "brass")),
    )
    slots = {"body": Slot(), "flap": Slot("main", "main", shade=0.80), "strap": _LEATHER, "brass": _BRASS}
    return Shape("handbag", prims, slots)


def _tie() -> Shape:
    prims = (
        box((0.0, 0.630, 0.020), (0.165, 0.400, 0.042), round=0.03),
        box((0.0, 0.230, 0.020), (0.117, 0.117, 0.042), turn=(0.0, 0.0, 45.0), round=0.02),
        *(
            box((0.0, y, 0.020), (0.210, 0.026, 0.048), "stripe", turn=(0.0, 0.0, 32.0), round=0.01)
            for y in (0.300, 0.460, 0.620, 0.780, 0.940)
        ),
        *both(
            box((0.3185, 0.654, 0.020), (0.200, 0.700, 0.2), "stripe", op="subtract", turn=(0.0, 0.0, 7.0))
        ),
        cone((0.0, 1.010, 0.025), 0.058, 0.080, 0.105, "knot", round=0.03),
        torus((0.0, 1.060, -0.085), 0.125, 0.040, "knot", turn=(-16.0, 0.0, 0.0)),
        cylinder((0.0, 0.560, -0.085), 0.030, 0.540, "wood", round=0.01),
        ball((0.0, 1.150, -0.085), 0.052, "wood"),
        cylinder((0.0, 0.030, -0.020), 0.200, 0.030, "wood", round=0.025),
    )
    slots = {"body": Slot(), "knot": _DARKER, "wood": _WOOD}
    slots["stripe"] = Slot((0.84, 0.70, 0.40), "fabric")
    return Shape("tie", prims, slots)


def _dress() -> Shape:
    prims = (
        cone((0.0, 0.440, 0.0), 0.400, 0.230, 0.120, round=0.03),
        *(_fold(a) for a in range(0, 360, 45)),
        cone((0.0, 0.790, 0.0), 0.115, 0.150, 0.165, round=0.02, blend=0.03),
        *both(ellipsoid((0.072, 0.875, 0.060), (0.085, 0.085, 0.080), blend=0.05)),
        torus((0.0, 0.672, 0.0), 0.112, 0.036, "ribbon"),
        *both(ellipsoid((0.075, 0.675, 0.135), (0.075, 0.048, 0.034), "ribbon", turn=(0.0, 0.0, 18.0))),
        ball((0.0, 0.672, 0.150), 0.036, "ribbon"),
        *both(ellipsoid((0.185, 0.940, 0.0), (0.090, 0.075, 0.085), "puff")),
        ellipsoid((0.0, 0.950, 0.0), (0.150, 0.060, 0.090), "wood"),
        capsule((0.0, 0.960, 0.0), (0.0, 1.080, 0.0), 0.056, "wood"),
        ball((0.0, 1.130, 0.0), 0.062, "brass"),
        cylinder((0.0, 0.130, 0.0), 0.034, 0.130, "wood"),
        cone((0.0, 0.035, 0.0), 0.230, 0.035, 0.150, "wood", round=0.025),
    )
    slots = {"body": Slot(), "puff": Slot("main", "main", shade=0.85), "wood": _WOOD, "brass": _BRASS}
    return Shape("dress", prims, slots | {"ribbon": Slot((0.86, 0.80, 0.70), "fabric")})


def _fold(turn: float) -> Prim:
    t = math.radians(turn)
    low: Vec3 = (0.365 * math.sin(t), 0.235, 0.365 * math.cos(t))
    return capsule(low, (0.130 * math.sin(t), 0.600, 0.130 * math.cos(t)), 0.075, end=0.024, blend=0.07)


def _glasses() -> Shape:
    prims = (
        *both(torus((0.240, 0.200, 0.0), 0.170, 0.034, turn=_ALONG)),
        *both(ellipsoid((0.240, 0.200, 0.0), (0.160, 0.160, 0.020), "lens")),
        facing((0.0, 0.225, 0.0), 0.075, 0.030, "body", 90.0, 170.0),
        *both(capsule((0.400, 0.270, 0.0), (0.435, 0.275, -0.040), 0.034)),
        *both(capsule((0.435, 0.275, -0.040), (0.400, 0.240, -0.480), 0.028)),
        *both(capsule((0.400, 0.240, -0.480), (0.385, 0.028, -0.600), 0.032, end=0.028)),
        *both(ellipsoid((0.405, 0.290, 0.030), (0.026, 0.016, 0.012), "brass")),
        *both(ellipsoid((0.185, 0.255, 0.018), (0.055, 0.018, 0.012), "shine", turn=(0.0, 0.0, 35.0))),
    )
    slots = {"body": Slot(), "lens": Slot((0.030, 0.050, 0.075), "ceramic"), "brass": _BRASS}
    slots["shine"] = Slot((0.60, 0.72, 0.80), "plastic", emission=0.3)
    return Shape("glasses", posed(prims, by=(0.0, 0.003, 0.293)), slots)


def _ring() -> Shape:
    prims = (
        torus((0.0, 0.330, 0.0), 0.220, 0.046, turn=_ALONG),
        cone((0.0, 0.590, 0.0), 0.040, 0.050, 0.110, round=0.01),
        cone((0.0, 0.640, 0.0), 0.040, 0.075, 0.165, "gem"),
        cone((0.0, 0.745, 0.0), 0.165, 0.030, 0.095, "gem"),
        *both(capsule((0.085, 0.600, 0.085), (0.140, 0.730, 0.110), 0.024)),
        *both(capsule((0.085, 0.600, -0.085), (0.140, 0.730, -0.110), 0.024)),
        box((0.0, 0.060, 0.0), (0.230, 0.060, 0.160), "velvet", round=0.05),
        torus((0.0, 0.110, 0.0), 0.080, 0.020, "velvet"),
    )
    slots = {"body": Slot(), "gem": Slot((0.50, 0.80, 0.95), "ceramic", emission=0.12)}
    slots["velvet"] = Slot((0.20, 0.012, 0.060), "fabric")
    return Shape("ring", prims, slots)


def _watch() -> Shape:
    def hand(angle: float, length: float, slot: str) -> Prim:
        t = math.radians(angle)
        return capsule(
            (0.0, 0.320, 0.474), (length * math.sin(t), 0.320 + length * math.cos(t), 0.474), 0.015, slot
        )

    marks = tuple(
        box((0.0, 0.320, 0.454), (0.017, 0.195, 0.010), "ink", turn=(0.0, 0.0, a))
        for a in (0.0, 30.0, 60.0, 90.0, 120.0, 150.0)
    )
    upper = (
        cylinder((0.0, 0.320, 0.0), 0.335, 0.150, turn=_ACROSS, round=0.02),
        cylinder((0.0, 0.320, 0.0), 0.280, 0.40, "lining", op="subtract", turn=_ACROSS),
        cylinder((0.0, 0.320, 0.380), 0.265, 0.070, "steel", turn=_ALONG, round=0.03),
        cylinder((0.275, 0.320, 0.380), 0.045, 0.040, "steel", turn=_ACROSS, round=0.012),
        cylinder((0.0, 0.320, 0.448), 0.222, 0.010, "face", turn=_ALONG),
        *marks,
        cylinder((0.0, 0.320, 0.456), 0.140, 0.012, "face", turn=_ALONG),
        hand(-58.0, 0.095, "ink"),
        hand(40.0, 0.160, "ink"),
        ball((0.0, 0.320, 0.474), 0.026, "red"),
        *both(box((0.110, 0.605, 0.280), (0.026, 0.050, 0.090), "steel", turn=(40.0, 0.0, 0.0), round=0.02)),
    )
    prims = (
        *posed(upper, (-24.0, 0.0, 0.0), (0.0, 0.060, 0.043)),
        box((0.0, 0.045, 0.148), (0.170, 0.045, 0.170), round=0.02),
    )
    slots = {
        "body": Slot(),
        "lining": _DARKER,
        "steel": Slot((0.86, 0.66, 0.30), "metal"),
        "face": Slot((0.86, 0.83, 0.75), "paper"),
        "ink": Slot((0.012, 0.012, 0.014), "plastic"),
        "red": Slot((0.56, 0.03, 0.02), "plastic"),
    }
    return Shape("watch", prims, slots)


def _glove() -> Shape:
    fingers = ((0.185, 0.700, 13.0), (0.068, 0.800, 4.0), (-0.062, 0.785, -4.0), (-0.180, 0.690, -13.0))
    prims = (
        box((0.0, 0.390, 0.0), (0.235, 0.180, 0.095), round=0.09),
        *(
            capsule((x * 0.92, 0.500, 0.0), (x + 0.006 * lean, top, 0.010), 0.076, end=0.068, blend=0.02)
            for x, top, lean in fingers
        ),
        capsule((0.160, 0.330, 0.020), (0.360, 0.510, 0.060), 0.088, end=0.076, blend=0.05),
        cone((0.0, 0.200, 0.0), 0.175, 0.080, 0.170, blend=0.06),
        *(torus((0.0, y, 0.0), 0.140, 0.062, "cuff") for y in (0.062, 0.150)),
        cylinder((0.0, 0.062, 0.0), 0.150, 0.060, "cuff"),
        *(ellipsoid((x, 0.400, 0.090), (0.014, 0.090, 0.016), "dark") for x in (-0.095, 0.0, 0.095)),
    )
    slots = {"body": Slot(), "cuff": Slot((0.82, 0.78, 0.70), "fur"), "dark": _DARKER}
    return Shape("glove", posed(prims, by=(-0.05, 0.0, 0.0)), slots)


def _t_shirt() -> Shape:
    prims = (
        box((0.0, 0.560, 0.0), (0.310, 0.360, 0.150), round=0.07),
        *both(capsule((0.270, 0.835, 0.0), (0.440, 0.640, 0.0), 0.105, "sleeve", end=0.125, blend=0.06)),
        *both(
            box((0.560, 0.510, 0.0), (0.200, 0.100, 0.30), "dark", op="subtract", turn=(0.0, 0.0, 40.0)),
        ),
        ellipsoid((0.0, 0.925, 0.060), (0.150, 0.080, 0.150), "dark", op="subtract"),
        torus((0.0, 0.905, 0.010), 0.130, 0.026, "trim", turn=(16.0, 0.0, 0.0)),
        box((0.0, 0.205, 0.0), (0.314, 0.020, 0.154), "trim", round=0.018),
        capsule((0.0, 0.840, 0.0), (0.0, 1.030, 0.0), 0.078, "wood"),
        ellipsoid((0.0, 1.090, 0.0), (0.090, 0.040, 0.090), "brass"),
        cylinder((0.0, 0.130, 0.0), 0.034, 0.130, "wood"),
        cone((0.0, 0.035, 0.0), 0.240, 0.035, 0.160, "wood", round=0.025),
    )
    slots = {"body": Slot(), "sleeve": Slot(), "dark": _DARKER, "trim": Slot((0.84, 0.80, 0.72), "fabric")}
    slots |= {"wood": _WOOD}
    spot = LetterSpot((0.0, 0.590, 0.150), 0.48, 0.36)
    return Shape("t-shirt", prims, slots | {"brass": _BRASS}, letters=spot)


WORN: tuple[Shape, ...] = (
    *(_backpack(), _handbag(), _tie(), _dress(), _glasses(), _ring(), _watch(), _glove(), _t_shirt()),
    *FOOTWEAR,
)
