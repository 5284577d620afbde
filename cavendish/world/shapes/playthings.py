"""Things to play with and look at: rubber duck, toy blocks, lantern, globe, chess piece, dice."""

import math

from cavendish.world.shapes.base import (
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
from cavendish.world.shapes.parts import EYE, GLINT, both, eyes, facing
from cavendish.world.shapes.posed import posed

_GOLD = Slot((0.92, 0.62, 0.20), "metal")
_DARKER = Slot("main", "main", shade=0.62)
_ALONG, _ACROSS = (90.0, 0.0, 0.0), (0.0, 0.0, 90.0)


def _rubber_duck() -> Shape:
    prims = (
        ellipsoid((0.0, 0.215, -0.020), (0.275, 0.225, 0.360)),
        capsule((0.0, 0.260, -0.240), (0.0, 0.400, -0.400), 0.130, end=0.045, blend=0.12),
        ellipsoid((0.0, 0.330, 0.150), (0.160, 0.170, 0.150), blend=0.10),
        ball((0.0, 0.590, 0.140), 0.215, blend=0.04),
        *both(ellipsoid((0.262, 0.260, -0.070), (0.060, 0.115, 0.205), turn=(14.0, 8.0, 0.0), blend=0.03)),
        ellipsoid((0.0, 0.575, 0.355), (0.105, 0.034, 0.115), "bill", turn=(-8.0, 0.0, 0.0)),
        ellipsoid((0.0, 0.535, 0.340), (0.082, 0.026, 0.090), "bill", turn=(14.0, 0.0, 0.0)),
        *eyes((0.092, 0.655, 0.315), 0.040),
        *both(ellipsoid((0.150, 0.545, 0.275), (0.036, 0.026, 0.016), "blush", turn=(0.0, 42.0, 0.0))),
        ellipsoid((0.0, 0.810, 0.110), (0.040, 0.060, 0.075), turn=(-30.0, 0.0, 0.0), blend=0.05),
        box((0.0, -0.085, 0.0), (0.5, 0.090, 0.6), op="subtract"),
    )
    slots = {"body": Slot(), "bill": Slot((0.86, 0.22, 0.015), "plastic"), "eye": EYE, "glint": GLINT}
    return Shape(
        "rubber duck", posed(prims, by=(0.0, -0.005, 0.03)), slots | {"blush": Slot((0.90, 0.36, 0.03))}
    )


def _toy_blocks() -> Shape:
    half = 0.210

    def block(at: Vec3, turn: float, slot: str, sign: tuple[Prim, ...]) -> tuple[Prim, ...]:
        panel = half * 0.76
        parts = (
            box((0.0, 0.0, 0.0), (half, half, half), slot, round=0.035),
            box((0.0, 0.0, 0.0), (panel, panel, half + 0.006), "face", round=0.006),
            box((0.0, 0.0, 0.0), (half + 0.006, panel, panel), "face", round=0.006),
            box((0.0, 0.0, 0.0), (panel, half + 0.006, panel), slot, round=0.006),
        )
        return posed((*parts, *sign), (0.0, turn, 0.0), at)

    front = half + 0.008
    disc = (cylinder((0.0, 0.0, 0.0), 0.100, front, "blue", turn=_ALONG),)
    star = tuple(
        box((0.0, 0.0, front), (0.078, 0.078, 0.008), "yellow", turn=(0.0, 0.0, a)) for a in (0.0, 45.0)
    )
    heart = (
        box((0.0, -0.015, front), (0.070, 0.070, 0.008), turn=(0.0, 0.0, 45.0)),
        *both(cylinder((0.050, 0.034, front), 0.070, 0.008, turn=_ALONG)),
    )
    prims = (
        *block((-0.235, half, 0.0), 8.0, "body", disc),
        *block((0.240, half, 0.010), -10.0, "blue", star),
        *block((0.010, 3 * half + 0.004, 0.0), 20.0, "body", heart),
    )
    slots = {
        "body": Slot(),
        "face": Slot((0.74, 0.56, 0.34), "wood"),
        "blue": Slot((0.05, 0.26, 0.48), "main"),
        "yellow": Slot((0.86, 0.50, 0.03), "main"),
    }
    return Shape("toy blocks", prims, slots)


def _lantern() -> Shape:
    prims = (
        cone((0.0, 0.130, 0.0), 0.290, 0.130, 0.230, round=0.04),
        cone((0.0, 0.300, 0.0), 0.225, 0.045, 0.150, round=0.02),
        cylinder((0.0, 0.350, 0.0), 0.100, 0.040, "brass", round=0.015),
        cylinder((0.280, 0.180, 0.0), 0.048, 0.030, "brass", turn=_ACROSS, round=0.015),
        ellipsoid((0.0, 0.560, 0.0), (0.185, 0.205, 0.185), "pane"),
        capsule((0.0, 0.460, 0.0), (0.0, 0.660, 0.0), 0.074, "flame", end=0.018),
        cone((0.0, 0.800, 0.0), 0.215, 0.055, 0.130, round=0.02),
        cylinder((0.0, 0.885, 0.0), 0.110, 0.045, round=0.02),
        cone((0.0, 0.955, 0.0), 0.155, 0.040, 0.060, round=0.02),
        *both(capsule((0.270, 0.220, 0.0), (0.270, 0.760, 0.0), 0.030)),
        *both(capsule((0.270, 0.760, 0.0), (0.150, 0.835, 0.0), 0.030)),
        torus((0.0, 0.560, 0.0), 0.196, 0.016, "brass"),
        facing((0.0, 0.800, 0.0), 0.300, 0.022, "brass", 90.0, 190.0),
    )
    slots = {
        "body": Slot(material="ceramic"),
        "brass": _GOLD,
        "pane": Slot((0.98, 0.80, 0.46), "glass", emission=0.25),
        "flame": Slot((1.0, 0.42, 0.04), "matte", emission=2.2),
    }
    return Shape("lantern", posed(prims, by=(0.0, 0.0, 0.0)), slots)


def _globe() -> Shape:
    middle, radius = (0.0, 0.620, 0.0), 0.340

    def land(side: float, up: float, wide: float, high: float, lean: float = 0.0) -> Prim:
        s, u = math.radians(side), math.radians(up)
        d: Vec3 = (math.sin(s) * math.cos(u), math.sin(u), math.cos(s) * math.cos(u))
        lump = ellipsoid((0.0, 0.0, 0.0), (wide, high, 0.034), "land", turn=(0.0, 0.0, lean))
        at = (radius * 0.955 * d[0], middle[1] + radius * 0.955 * d[1], radius * 0.955 * d[2])
        return posed((lump,), (-up, side, 0.0), at)[0]

    prims = (
        ball(middle, radius),
        land(-38.0, 34.0, 0.150, 0.110, 20.0),
        land(-24.0, -18.0, 0.085, 0.150, 14.0),
        land(-31.0, 12.0, 0.046, 0.080, -30.0),
        land(-16.0, 2.0, 0.085, 0.060),
        land(30.0, -8.0, 0.072, 0.150, -4.0),
        land(24.0, 10.0, 0.120, 0.085, -8.0),
        land(30.0, 44.0, 0.120, 0.075),
        land(72.0, 36.0, 0.165, 0.120),
        land(110.0, -22.0, 0.090, 0.065),
        land(150.0, 40.0, 0.150, 0.100),
        land(-150.0, 10.0, 0.100, 0.140),
        land(-95.0, 30.0, 0.120, 0.150),
        land(-20.0, 72.0, 0.090, 0.070),
        facing(middle, 0.390, 0.028, "brass", -12.0, 206.0),
        ball((0.070, 1.000, 0.0), 0.040, "brass"),
        ball((-0.150, 0.250, 0.0), 0.040, "brass"),
        cylinder((0.0, 0.165, 0.0), 0.048, 0.110, "wood", round=0.01),
        ball((0.0, 0.200, 0.0), 0.068, "wood"),
        cone((0.0, 0.040, 0.0), 0.260, 0.040, 0.180, "wood", round=0.03),
        cone((0.0, 0.100, 0.0), 0.150, 0.030, 0.070, "wood", round=0.015),
    )
    slots = {
        "body": Slot(),
        "land": Slot((0.16, 0.42, 0.07), "plastic"),
        "brass": _GOLD,
        "wood": Slot((0.24, 0.095, 0.034), "wood"),
    }
    return Shape("globe", prims, slots)


def _chess_piece() -> Shape:
    prims = (
        cone((0.0, 0.060, 0.0), 0.285, 0.060, 0.260, round=0.04),
        cone((0.0, 0.150, 0.0), 0.225, 0.050, 0.170, round=0.02),
        torus((0.0, 0.215, 0.0), 0.165, 0.036),
        capsule((0.0, 0.240, -0.030), (0.0, 0.480, -0.075), 0.170, end=0.150, blend=0.05),
        capsule((0.0, 0.480, -0.075), (0.0, 0.740, -0.020), 0.155, end=0.135, blend=0.06),
        ellipsoid((0.0, 0.400, 0.070), (0.120, 0.150, 0.110), blend=0.08),
        capsule((0.0, 0.760, 0.000), (0.0, 0.610, 0.230), 0.125, end=0.085, blend=0.06),
        ellipsoid((0.0, 0.575, 0.130), (0.085, 0.060, 0.090), blend=0.06),
        *both(cone((0.070, 0.915, -0.040), 0.052, 0.075, 0.016, turn=(-10.0, 0.0, -8.0), round=0.012)),
        *(
            ellipsoid((0.0, y, z), (0.044, 0.085, 0.062), "mane", turn=(lean, 0.0, 0.0))
            for y, z, lean in (
                (0.865, -0.110, -20.0),
                (0.760, -0.165, -8.0),
                (0.640, -0.210, 0.0),
                (0.520, -0.235, 6.0),
                (0.400, -0.220, 12.0),
            )
        ),
        *both(ellipsoid((0.122, 0.760, 0.060), (0.020, 0.028, 0.032), "mane", turn=(25.0, 0.0, 0.0))),
        *both(ball((0.052, 0.620, 0.296), 0.018, "mane")),
        *both(capsule((0.086, 0.552, 0.165), (0.066, 0.560, 0.290), 0.014, "mane")),
    )
    slots = {"body": Slot(), "mane": Slot("main", "main", shade=0.42)}
    return Shape("chess piece", prims, slots)


def _dice() -> Shape:
    half = 0.250

    def die(at: Vec3, turn: float, pips: tuple[tuple[float, float], ...]) -> tuple[Prim, ...]:
        # A rod right through shows as a pip on two faces.
        off, rod = 0.120, half + 0.004
        top = tuple(cylinder((x * off, 0.0, z * off), 0.050, rod, "pip") for x, z in pips)
        front = tuple(cylinder((i * off, i * off, 0.0), 0.050, rod, "pip", turn=_ALONG) for i in (-1, 0, 1))
        side = tuple(cylinder((0.0, i * off, -i * off), 0.050, rod, "pip", turn=_ACROSS) for i in (-1, 1))
        cube = box((0.0, 0.0, 0.0), (half, half, half), round=0.060)
        return posed((cube, *top, *front, *side), (0.0, turn, 0.0), at)

    corners = ((-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0))
    prims = (
        *die((-0.285, half, 0.030), 12.0, (*corners, (0.0, 0.0))),
        *die((0.300, half, -0.020), -22.0, corners),
    )
    slots = {"body": Slot(), "pip": Slot((0.014, 0.013, 0.014), "plastic")}
    return Shape("dice", prims, slots)


PLAYTHINGS: tuple[Shape, ...] = (
    *(_rubber_duck(), _toy_blocks(), _lantern(), _globe(), _chess_piece(), _dice()),
)
