"""Things to eat: apple, banana, orange, carrot, pumpkin, mushroom, cake, donut."""

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
    repeated,
    torus,
)
from cavendish.world.shapes.posed import posed, within

_STEM = Slot((0.14, 0.065, 0.025), "wood")
_SPRINKLES = ("lemon", "sky", "cream")
_LEAF = Slot((0.085, 0.34, 0.045), "leaf")


def _apple() -> Shape:
    prims = (
        torus((0.0, 0.345, 0.0), 0.128, 0.176),
        ellipsoid((0.0, 0.232, 0.0), (0.228, 0.232, 0.228), blend=0.18),
        capsule((0.0, 0.400, 0.0), (0.045, 0.590, 0.010), 0.016, "stem", end=0.024),
        ellipsoid((0.140, 0.575, 0.020), (0.115, 0.018, 0.055), "leaf", turn=(24.0, 12.0, 20.0)),
    )
    return Shape("apple", prims, {"body": Slot(), "stem": _STEM, "leaf": _LEAF})


def _banana() -> Shape:
    def bow(ring: float, tube: float, arc: float, taper: float) -> Prim:
        return torus((0.0, 0.0, 0.0), ring, tube, "body", taper, turn=(90.0, 0.0, -90.0), arc=arc)

    t = math.radians(62.0)
    end = (0.500 * math.sin(t), -0.500 * math.cos(t), 0.0)
    tip = (end[0] + 0.050 * math.cos(t), end[1] + 0.050 * math.sin(t) + 0.02, 0.0)
    fruit = (bow(0.500, 0.108, 124.0, 0.62), bow(0.470, 0.100, 116.0, 0.66))
    ends = (
        capsule(
            (-end[0] * 0.99, end[1], 0.0),
            (-0.500 * math.sin(t) - 0.02, end[1] + 0.15, 0.0),
            0.042,
            end=0.034,
            blend=0.06,
        ),
        ball((-0.500 * math.sin(t) - 0.02, end[1] + 0.16, 0.0), 0.036, "stem"),
        capsule(end, tip, 0.034, "stem", end=0.018),
        ellipsoid((0.10, -0.500, 0.098), (0.035, 0.012, 0.012), "fleck", turn=(0.0, 0.0, 12.0)),
        ellipsoid((-0.16, -0.470, 0.095), (0.026, 0.010, 0.014), "fleck", turn=(0.0, 0.0, -20.0)),
    )
    lean, by = (-50.0, 0.0, 0.0), (0.0, 0.43, -0.256)
    reach = within((-0.53, -0.006, -0.27), (0.52, 0.424, 0.27))
    prims = (*posed(fruit, lean, by), reach, *posed(ends, lean, by))
    slots = {
        "body": Slot(),
        "stem": Slot((0.065, 0.036, 0.012), "matte"),
        "fleck": Slot((0.28, 0.13, 0.02), "matte"),
    }
    return Shape("banana", prims, slots)


def _orange() -> Shape:
    prims = (
        ellipsoid((0.0, 0.275, 0.0), (0.292, 0.275, 0.292)),
        torus((0.0, 0.535, 0.0), 0.055, 0.030, blend=0.05),
        ellipsoid((0.0, 0.548, 0.0), (0.030, 0.022, 0.030), "stem"),
        capsule((0.0, 0.540, 0.0), (0.018, 0.600, 0.0), 0.014, "stem", end=0.017),
        ellipsoid((0.170, 0.602, 0.050), (0.175, 0.014, 0.078), "leaf", turn=(24.0, 14.0, 10.0)),
    )
    return Shape(
        "orange",
        prims,
        {"body": Slot("main", "peel"), "stem": Slot((0.10, 0.20, 0.03), "matte"), "leaf": _LEAF},
    )


def _carrot() -> Shape:
    def frond(lean: float, turn: float, length: float) -> Prim:
        return posed(
            (ellipsoid((0.0, length, 0.0), (0.036, length, 0.024), "leaf"),),
            (lean, turn, 0.0),
            (0.0, 0.82, 0.0),
        )[0]

    grooves = (
        (0.71, 0.188, 90.0),
        (0.62, 0.164, 10.0),
        (0.51, 0.137, 120.0),
        (0.36, 0.099, 40.0),
        (0.66, 0.173, 200.0),
    )
    upright = (
        capsule((0.0, 0.030, 0.0), (0.0, 0.690, 0.0), 0.024, end=0.195),
        ellipsoid((0.0, 0.820, 0.0), (0.090, 0.070, 0.090), blend=0.08),
        *(torus((0.0, y, 0.0), r, 0.010, "groove", turn=(0.0, a, 3.0), arc=140.0) for y, r, a in grooves),
        frond(6.0, 0.0, 0.170),
        frond(30.0, 20.0, 0.160),
        frond(34.0, 100.0, 0.150),
        frond(30.0, 190.0, 0.170),
        frond(34.0, 280.0, 0.150),
    )
    prims = posed(upright, (0.0, 0.0, -76.0), (-0.565, 0.028, 0.0))
    prims = (*prims, within((-0.590, -0.006, -0.220), (0.590, 0.452, 0.220)))
    slots = {
        "body": Slot(),
        "groove": Slot("main", "main", shade=0.6),
        "leaf": Slot((0.075, 0.33, 0.040), "leaf"),
    }
    return Shape("carrot", prims, slots)


def _pumpkin() -> Shape:
    def lobe(a: float) -> Prim:
        t = math.radians(a)
        return ellipsoid(
            (0.205 * math.sin(t), 0.310, 0.205 * math.cos(t)),
            (0.165, 0.305, 0.240),
            turn=(0.0, a, 0.0),
            blend=0.015,
        )

    prims = (
        *repeated(9, lobe),
        cone((0.0, 0.620, 0.0), 0.085, 0.080, 0.045, "stem", round=0.02),
        capsule((0.0, 0.660, 0.0), (0.055, 0.770, 0.020), 0.046, "stem", end=0.040),
        ellipsoid((-0.175, 0.635, 0.120), (0.150, 0.018, 0.100), "leaf", turn=(18.0, 20.0, -14.0)),
        torus((0.155, 0.640, 0.060), 0.062, 0.013, "leaf", 0.3, turn=(70.0, 0.0, 40.0), arc=290.0),
    )
    slots = {"body": Slot(), "stem": Slot((0.115, 0.17, 0.045), "wood"), "leaf": _LEAF}
    return Shape("pumpkin", prims, slots)


def _mushroom() -> Shape:
    def spot(side: float, up: float, size: float) -> Prim:
        s, u = math.radians(side), math.radians(up)
        d: Vec3 = (math.sin(s) * math.cos(u), math.sin(u), math.cos(s) * math.cos(u))
        at = (0.340 * d[0], 0.400 + 0.310 * d[1], 0.340 * d[2])
        return ellipsoid(at, (size, 0.022, size), "spot", turn=(90.0 - up, side, 0.0))

    prims = (
        ellipsoid((0.0, 0.400, 0.0), (0.350, 0.320, 0.350)),
        box((0.0, -0.110, 0.0), (0.60, 0.50, 0.60), "gills", op="subtract"),
        torus((0.0, 0.404, 0.0), 0.325, 0.028, blend=0.02),
        cone((0.0, 0.220, 0.0), 0.165, 0.220, 0.110, "stem", round=0.05),
        ellipsoid((0.0, 0.114, 0.0), (0.190, 0.090, 0.190), "stem", blend=0.06),
        cone((0.0, 0.300, 0.0), 0.180, 0.028, 0.115, "stem", round=0.012),
        spot(0.0, 48.0, 0.085),
        spot(48.0, 22.0, 0.070),
        spot(-46.0, 26.0, 0.078),
        spot(-120.0, 38.0, 0.085),
        spot(110.0, 42.0, 0.080),
        spot(180.0, 30.0, 0.080),
        spot(6.0, 14.0, 0.048),
        spot(-60.0, 76.0, 0.070),
        spot(64.0, 62.0, 0.052),
    )
    slots = {
        "body": Slot(),
        "gills": Slot((0.72, 0.56, 0.40), "matte"),
        "stem": Slot((0.80, 0.71, 0.55), "skin"),
        "spot": Slot((0.86, 0.82, 0.74), "matte"),
    }
    return Shape("mushroom", prims, slots)


def _cake() -> Shape:
    def drip(a: float) -> Prim:
        t, low = math.radians(a), 0.200 + 0.055 * math.cos(math.radians(a * 2.6))
        x, z = 0.352 * math.sin(t), 0.352 * math.cos(t)
        return capsule((x, low, z), (x, 0.360, z), 0.042, "icing", end=0.036)

    def candle(x: float, z: float) -> tuple[Prim, ...]:
        return (
            cylinder((x, 0.480, z), 0.026, 0.110, "candle", round=0.008),
            capsule((x, 0.618, z), (x, 0.672, z), 0.027, "flame", end=0.006),
        )

    prims = (
        cylinder((0.0, 0.022, 0.0), 0.440, 0.022, "plate", round=0.018),
        cylinder((0.0, 0.210, 0.0), 0.360, 0.180, round=0.035),
        cylinder((0.0, 0.375, 0.0), 0.366, 0.040, "icing", round=0.036),
        *repeated(10, drip),
        *candle(0.0, 0.17),
        *candle(-0.16, -0.08),
        *candle(0.16, -0.08),
        ball((0.0, 0.450, -0.02), 0.060, "cherry"),
    )
    slots = {
        "body": Slot(),
        "plate": Slot((0.80, 0.78, 0.74), "ceramic"),
        "icing": Slot((0.86, 0.80, 0.70), "icing"),
        "candle": Slot((0.10, 0.42, 0.60), "wax"),
        "flame": Slot((1.0, 0.36, 0.03), "matte", emission=1.6),
        "cherry": Slot((0.48, 0.010, 0.020), "fruit"),
    }
    return Shape("cake", prims, slots)


def _donut() -> Shape:
    ring, tube = 0.262, 0.117

    def edge(turn: float) -> Prim:
        t = math.radians(turn)
        x, z, low = math.sin(t), math.cos(t), 0.112 - 0.018 * math.sin(5 * t)
        top, tip = ring + 0.078, ring + 0.099
        return capsule((top * x, 0.178, top * z), (tip * x, low, tip * z), 0.036, end=0.034)

    def sprinkle(i: int) -> Prim:
        t, spin = math.radians(36.0 * i + 9.0 * (i % 3)), math.radians(112.0 * i)
        out = (0.060, -0.045, 0.010)[i % 3]
        lift = 0.139 + math.sqrt(0.111**2 - out**2)
        x, z = (ring + out) * math.sin(t), (ring + out) * math.cos(t)
        dx, dz = 0.028 * math.cos(spin), 0.028 * math.sin(spin)
        down = 0.40 * out / 0.111 * (dx * math.sin(t) + dz * math.cos(t))
        return capsule(
            (x - dx, lift + down, z - dz), (x + dx, lift - down, z + dz), 0.0135, _SPRINKLES[i % 3]
        )

    prims = (
        torus((0.0, 0.117, 0.0), ring, tube, "dough"),
        torus((0.0, 0.139, 0.0), ring, 0.111),
        *(edge(a) for a in (8.0, 52.0, 110.0, 172.0, 228.0, 290.0, 325.0)),
        *(sprinkle(i) for i in range(10)),
    )
    slots = {
        "body": Slot(),
        "dough": Slot((0.66, 0.34, 0.11), "matte"),
        "lemon": Slot((0.88, 0.60, 0.03), "plastic"),
        "sky": Slot((0.03, 0.28, 0.62), "plastic"),
        "cream": Slot((0.85, 0.83, 0.79), "plastic"),
    }
    return Shape("donut", prims, slots, top=0.250)


FOOD: tuple[Shape, ...] = (
    _apple(),
    _banana(),
    _orange(),
    _carrot(),
    _pumpkin(),
    _mushroom(),
    _cake(),
    _donut(),
)
