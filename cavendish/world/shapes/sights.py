"""Small architecture by the way: bridge, boat dock, fountain, wishing well."""

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
    repeated,
    torus,
)
from cavendish.world.shapes.parts import both, facing
from cavendish.world.shapes.posed import posed, within

_WATER = Slot((0.070, 0.330, 0.560), "ceramic")
_WOOD = Slot((0.30, 0.135, 0.048), "wood")
_DARK = Slot((0.030, 0.028, 0.030), "matte")
_ROPE = Slot((0.60, 0.46, 0.28), "fabric")
_ALONG, _ACROSS = (90.0, 0.0, 0.0), (0.0, 0.0, 90.0)
_BELOW = box((0.0, -1.0, 0.0), (2.0, 1.0, 2.0), "shade", op="subtract")


def _bridge() -> Shape:
    prims = (
        cylinder((0.0, -0.420, 0.0), 0.960, 0.290, "road", turn=_ALONG),
        *(cylinder((0.0, -0.420, z), 1.080, 0.045, turn=_ALONG) for z in (0.285, -0.285)),
        cylinder((0.0, -0.060, 0.0), 0.420, 0.60, "shade", op="subtract", turn=_ALONG),
        _BELOW,
        *(facing((0.0, -0.060, z), 0.450, 0.044, "trim", 90.0, 170.0) for z in (0.315, -0.315)),
        *(facing((0.0, -0.420, z), 1.080, 0.046, "trim", 90.0, 126.0) for z in (0.285, -0.285)),
        *both(*(box((0.970, 0.130, z), (0.080, 0.130, 0.080), "trim", round=0.02) for z in (0.285, -0.285))),
        *both(*(ball((0.970, 0.310, z), 0.074, "trim") for z in (0.285, -0.285))),
        ellipsoid((0.0, 0.0, 0.0), (0.520, 0.026, 0.460), "water"),
        *both(ellipsoid((0.520, 0.030, 0.370), (0.120, 0.070, 0.070), "grass")),
        within((-1.060, 0.0, -0.470), (1.060, 0.720, 0.470)),
    )
    slots = {
        "body": Slot(shade=0.86, pattern="bricks", second="main", scale=0.11),
        "road": Slot("main", "main", shade=0.6),
        "trim": Slot("main", "main", shade=0.72),
        "shade": Slot("main", "main", shade=0.5),
        "water": _WATER,
        "grass": Slot((0.060, 0.250, 0.035), "leaf"),
    }
    return Shape("bridge", prims, slots)


def _boat_dock() -> Shape:
    def post(x: float, z: float) -> tuple[Prim, ...]:
        return (
            capsule((x, 0.060, z), (x, 0.600, z), 0.092, "post"),
            torus((x, 0.520, z), 0.090, 0.030, "rope"),
        )

    places = tuple((x, z) for x in (-0.820, 0.0, 0.820) for z in (0.400, -0.400))
    sag = tuple(facing((x, 0.690, 0.400), 0.430, 0.030, "rope", -90.0, 142.0) for x in (-0.410, 0.410))
    prims = (
        box((0.0, 0.270, 0.0), (0.920, 0.055, 0.370), "post", round=0.015),
        *(
            box((x, 0.345, 0.0), (0.122, 0.036, 0.400), round=0.015)
            for x in (-0.81, -0.54, -0.27, 0.0, 0.27, 0.54, 0.81)
        ),
        *(p for x, z in places for p in post(x, z)),
        *sag,
        ellipsoid((0.0, 0.0, 0.0), (1.080, 0.075, 0.620), "water"),
        torus((0.390, 0.512, -0.120), 0.120, 0.050, "buoy", turn=(90.0, 24.0, 0.0)),
        within((-1.090, 0.0, -0.630), (1.090, 0.700, 0.630)),
    )
    slots = {
        "body": Slot(),
        "post": Slot("main", "main", shade=0.62),
        "rope": _ROPE,
        "water": _WATER,
        "buoy": Slot((0.62, 0.030, 0.020), "plastic", pattern="checks", second="white", scale=0.11),
    }
    return Shape("boat dock", prims, slots)


def _fountain() -> Shape:
    def jet(a: float) -> Prim:
        arc = facing((0.210, 0.860, 0.0), 0.210, 0.026, "spray", 90.0, 190.0)
        return posed((arc,), (0.0, a, 0.0))[0]

    def fall(a: float) -> Prim:
        t = math.radians(a)
        return capsule(
            (0.300 * math.sin(t), 0.560, 0.300 * math.cos(t)),
            (0.350 * math.sin(t), 0.170, 0.350 * math.cos(t)),
            0.022,
            "spray",
            end=0.036,
        )

    prims = (
        cone((0.0, 0.140, 0.0), 0.620, 0.140, 0.680, round=0.03),
        cylinder((0.0, 0.260, 0.0), 0.585, 0.120, "water", op="subtract"),
        torus((0.0, 0.270, 0.0), 0.640, 0.055),
        cylinder((0.0, 0.175, 0.0), 0.600, 0.030, "water"),
        cylinder((0.0, 0.035, 0.0), 0.690, 0.035, "shade", round=0.02),
        cone((0.0, 0.360, 0.0), 0.155, 0.200, 0.085, round=0.02),
        cone((0.0, 0.560, 0.0), 0.090, 0.070, 0.330, round=0.02),
        torus((0.0, 0.625, 0.0), 0.310, 0.034),
        cylinder((0.0, 0.620, 0.0), 0.300, 0.016, "water"),
        cone((0.0, 0.740, 0.0), 0.095, 0.120, 0.055, round=0.02),
        ellipsoid((0.0, 0.870, 0.0), (0.085, 0.055, 0.085)),
        *repeated(5, jet),
        *repeated(6, fall),
        capsule((0.0, 0.900, 0.0), (0.0, 1.170, 0.0), 0.042, "spray", end=0.030),
    )
    slots = {
        "body": Slot(material="stone"),
        "shade": Slot("main", "stone", shade=0.7),
        "water": _WATER,
        "spray": Slot((0.36, 0.66, 0.84), "plastic", emission=0.1),
    }
    return Shape("fountain", prims, slots)


def _well() -> Shape:
    prims = (
        cylinder((0.0, 0.240, 0.0), 0.400, 0.240, round=0.02),
        cylinder((0.0, 0.420, 0.0), 0.300, 0.300, "dark", op="subtract"),
        cylinder((0.0, 0.220, 0.0), 0.310, 0.020, "water"),
        torus((0.0, 0.470, 0.0), 0.352, 0.062, "rim"),
        torus((0.0, 0.040, 0.0), 0.400, 0.045, "rim"),
        *both(capsule((0.350, 0.400, 0.0), (0.350, 1.080, 0.0), 0.048, "wood")),
        capsule((-0.440, 0.860, 0.0), (0.470, 0.860, 0.0), 0.030, "wood"),
        cylinder((0.0, 0.860, 0.0), 0.060, 0.150, "rope", turn=_ACROSS, round=0.02),
        capsule((0.470, 0.860, 0.0), (0.470, 0.740, 0.060), 0.026, "wood"),
        capsule((0.470, 0.740, 0.060), (0.550, 0.740, 0.060), 0.032, "wood"),
        capsule((0.030, 0.860, 0.040), (0.030, 0.690, 0.040), 0.018, "rope"),
        cone((0.030, 0.600, 0.040), 0.085, 0.085, 0.112, "pail", round=0.015),
        facing((0.030, 0.670, 0.040), 0.085, 0.014, "iron", 90.0, 180.0),
        *(torus((0.030, y, 0.040), 0.100, 0.014, "iron") for y in (0.555, 0.650)),
        *both(box((0.240, 1.175, 0.0), (0.330, 0.034, 0.400), "roof", turn=(0.0, 0.0, -38.0), round=0.025)),
        box((0.0, 1.080, 0.0), (0.360, 0.034, 0.048), "wood", round=0.02),
        capsule((0.0, 1.375, -0.400), (0.0, 1.375, 0.400), 0.042, "roof"),
    )
    slots = {
        "body": Slot(shade=0.86, pattern="bricks", second="main", scale=0.11),
        "rim": Slot("main", "stone", shade=0.66),
        "dark": _DARK,
        "water": _WATER,
        "wood": _WOOD,
        "rope": _ROPE,
        "pail": Slot((0.46, 0.23, 0.085), "wood"),
        "iron": Slot((0.10, 0.10, 0.11), "plastic"),
        "roof": Slot((0.42, 0.085, 0.040), "wood"),
    }
    return Shape("wishing well", prims, slots)


SIGHTS: tuple[Shape, ...] = (_bridge(), _boat_dock(), _fountain(), _well())
