"""Fruit and vegetables: tomato, lemon, strawberry, pear, peach, grapes, pineapple, watermelon, cherry, pepper, corn."""

import math

from cavendish.world.shapes.base import (
    Prim,
    Shape,
    Slot,
    Vec3,
    ball,
    box,
    capsule,
    cylinder,
    ellipsoid,
    repeated,
    torus,
)
from cavendish.world.shapes.parts import moved
from cavendish.world.shapes.posed import posed

_STEM = Slot((0.14, 0.065, 0.025), "wood")
_GREEN = Slot((0.075, 0.25, 0.035), "leaf")
_LEAF = Slot((0.085, 0.34, 0.045), "leaf")


def _around(radius: float, y: float, turn: float) -> Vec3:
    """The point `turn` degrees from the front on a level circle."""
    t = math.radians(turn)
    return (radius * math.sin(t), y, radius * math.cos(t))


def _sepal(turn: float, y: float, length: float, lean: float, width: float = 0.036) -> Prim:
    """A pointed leaf of a fruit's star, from its middle outwards, its tip `lean` degrees under level."""
    leaf = ellipsoid((0.0, 0.0, length), (width, 0.016, length), "leaf")
    return posed((leaf,), (lean, turn, 0.0), (0.0, y, 0.0))[0]


def _tomato() -> Shape:
    prims = (
        torus((0.0, 0.275, 0.0), 0.140, 0.200),
        ellipsoid((0.0, 0.245, 0.0), (0.330, 0.245, 0.330), blend=0.12),
        *repeated(5, lambda a: _sepal(a + 18.0, 0.512, 0.130, 9.0, 0.046)),
        ball((0.0, 0.490, 0.0), 0.050, "leaf", blend=0.03),
        capsule((0.0, 0.500, 0.0), (0.030, 0.620, 0.010), 0.024, "leaf", end=0.030, blend=0.02),
    )
    return Shape("tomato", prims, {"body": Slot("main", "fruit"), "leaf": _GREEN})


def _lemon() -> Shape:
    lying = (
        ellipsoid((0.0, 0.0, 0.0), (0.330, 0.255, 0.255)),
        capsule((0.270, 0.0, 0.0), (0.405, 0.0, 0.0), 0.120, end=0.046, blend=0.09),
        capsule((-0.260, 0.0, 0.0), (-0.350, 0.0, 0.0), 0.110, end=0.062, blend=0.09),
        capsule((-0.370, 0.0, 0.0), (-0.430, 0.012, 0.0), 0.028, "stem"),
        ellipsoid((-0.330, 0.175, 0.020), (0.155, 0.014, 0.075), "leaf", turn=(24.0, 0.0, 50.0)),
    )
    whole = posed(lying, (0.0, 16.0, 7.0), (0.010, 0.258, 0.0))
    slots = {
        "body": Slot("main", "peel"),
        "pith": Slot((0.90, 0.84, 0.60), "matte"),
        "stem": Slot((0.10, 0.20, 0.03), "matte"),
        "leaf": _LEAF,
    }
    sliced = moved((*_half_lemon(), *whole), (0.0, 0.0, -0.10))
    return Shape("lemon", whole, slots, poses={"sliced": sliced})


def _half_lemon() -> tuple[Prim, ...]:
    """Half of one in front of a whole one, its seven cells to the viewer."""
    half = (
        cylinder((0.0, 0.0, 0.0), 0.215, 0.028, "pith", round=0.020),
        *(
            ellipsoid(
                (0.112 * math.sin(t), 0.020, 0.112 * math.cos(t)),
                (0.042, 0.018, 0.078),
                turn=(0, math.degrees(t), 0),
            )
            for t in (2 * math.pi * i / 7 for i in range(7))
        ),
    )
    rind = (ellipsoid((0.0, 0.0, 0.0), (0.232, 0.250, 0.232)),)
    cut = (box((0.0, 0.260, 0.0), (0.4, 0.260, 0.4), op="subtract"),)
    return posed((*rind, *cut, *half), (66.0, 0.0, 0.0), (0.150, 0.234, 0.340))


def _strawberry() -> Shape:
    def seed(turn: float, y: float, radius: float, lean: float) -> Prim:
        return ellipsoid(_around(radius, y, turn), (0.020, 0.030, 0.014), "seed", turn=(lean, turn, 0.0))

    rows = ((0.470, 0.277, -14.0, 0.0, 6), (0.310, 0.270, 18.0, 30.0, 6), (0.150, 0.178, 36.0, 45.0, 4))
    prims = (
        capsule((0.0, 0.135, 0.0), (0.0, 0.400, 0.0), 0.135, end=0.285),
        cylinder((0.0, 0.020, 0.0), 0.085, 0.020, round=0.018, blend=0.01),
        *(
            seed(first + 360.0 * i / count, y, radius, lean)
            for y, radius, lean, first, count in rows
            for i in range(count)
        ),
        *repeated(6, lambda a: _sepal(a, 0.712, 0.155, 22.0, 0.072)),
        capsule((0.0, 0.680, 0.0), (0.030, 0.810, 0.010), 0.030, "leaf", end=0.034, blend=0.02),
    )
    slots = {"body": Slot("main", "fruit"), "seed": Slot((0.88, 0.62, 0.16), "plastic"), "leaf": _LEAF}
    return Shape("strawberry", prims, slots)


def _pear() -> Shape:
    prims = (
        ellipsoid((0.0, 0.265, 0.0), (0.285, 0.265, 0.285)),
        capsule((0.0, 0.300, 0.0), (0.020, 0.600, 0.0), 0.205, end=0.125, blend=0.14),
        capsule((0.020, 0.700, 0.0), (0.062, 0.845, 0.010), 0.022, "stem", end=0.030),
        ellipsoid((0.180, 0.800, 0.025), (0.140, 0.018, 0.070), "leaf", turn=(24.0, 12.0, 18.0)),
    )
    return Shape("pear", prims, {"body": Slot("main", "fruit", shade=1.4), "stem": _STEM, "leaf": _LEAF})


def _peach() -> Shape:
    half = (
        ellipsoid((0.0, 0.0, 0.0), (0.230, 0.240, 0.230)),
        box((0.0, 0.260, 0.0), (0.400, 0.260, 0.400), op="subtract"),
        cylinder((0.0, 0.0, 0.0), 0.208, 0.024, "flesh", round=0.018),
        ellipsoid((0.0, 0.014, 0.0), (0.125, 0.024, 0.145), "heart"),
        ellipsoid((0.0, 0.030, 0.0), (0.082, 0.062, 0.108), "stone"),
    )
    whole = (
        ellipsoid((0.115, 0.280, 0.0), (0.225, 0.280, 0.300), turn=(0.0, 0.0, -6.0)),
        ellipsoid((-0.115, 0.280, 0.0), (0.225, 0.280, 0.300), turn=(0.0, 0.0, 6.0), blend=0.025),
        ellipsoid((0.0, 0.520, 0.0), (0.090, 0.030, 0.090), "dimple"),
        capsule((0.0, 0.500, 0.0), (0.012, 0.635, 0.0), 0.028, "wood", end=0.034),
        ellipsoid((0.190, 0.665, 0.030), (0.195, 0.020, 0.085), "leaf", turn=(30.0, 10.0, 20.0)),
    )
    sliced = (*posed(half, (62.0, 0.0, 0.0), (0.230, 0.233, 0.280)), *moved(whole, (-0.100, 0.0, -0.100)))
    slots = {
        "body": Slot("main", "skin"),
        "flesh": Slot((0.92, 0.50, 0.090), "fruit"),
        "heart": Slot((0.72, 0.130, 0.050), "fruit"),
        "stone": Slot((0.20, 0.075, 0.026), "stone"),
        "dimple": Slot("main", "skin", shade=0.7),
        "wood": _STEM,
        "leaf": _LEAF,
    }
    return Shape("peach", whole, slots, poses={"sliced": sliced})


def _grapes() -> Shape:
    def tier(y: float, ring: float, count: int, first: float) -> tuple[Prim, ...]:
        return tuple(ball(_around(ring, y, first + 360.0 * i / count), 0.118) for i in range(count))

    prims = (
        *tier(0.118, 0.060, 2, 90.0),
        *tier(0.255, 0.125, 4, 20.0),
        *tier(0.400, 0.190, 6, 0.0),
        *tier(0.555, 0.215, 6, 30.0),
        *tier(0.665, 0.090, 3, 0.0),
        capsule((0.0, 0.700, 0.0), (0.020, 0.910, 0.0), 0.030, "stem", end=0.028),
        capsule((-0.075, 0.925, 0.0), (0.115, 0.915, 0.0), 0.030, "stem"),
        ellipsoid((0.160, 0.835, 0.085), (0.110, 0.022, 0.145), "leaf", turn=(40.0, 35.0, 0.0)),
        ellipsoid((0.205, 0.838, 0.000), (0.085, 0.022, 0.130), "leaf", turn=(36.0, 85.0, 0.0)),
    )
    return Shape("grapes", prims, {"body": Slot("main", "fruit"), "stem": _STEM, "leaf": _LEAF})


def _pineapple() -> Shape:
    def blade(turn: float, lean: float, length: float, foot: float) -> Prim:
        leaf = ellipsoid((0.0, length, 0.0), (0.078, length, 0.026), "leaf")
        return posed((leaf,), (lean, turn, 0.0), (0.0, foot, 0.0))[0]

    def row(i: int) -> Prim:
        y = 0.070 + 0.104 * i
        radius = 0.320 * math.sqrt(1 - ((y - 0.330) / 0.370) ** 2)
        return torus((0.0, y, 0.0), radius - 0.056, 0.064, blend=0.02)

    prims = (
        ellipsoid((0.0, 0.330, 0.0), (0.270, 0.330, 0.270)),
        *(row(i) for i in range(6)),
        *repeated(5, lambda a: blade(a, 50.0, 0.185, 0.610)),
        *repeated(5, lambda a: blade(a + 36.0, 27.0, 0.225, 0.610)),
        blade(0.0, 4.0, 0.270, 0.620),
        blade(90.0, -6.0, 0.260, 0.620),
    )
    slots = {
        "body": Slot("main", "fruit", pattern="bricks", second=(0.34, 0.15, 0.015), scale=0.10),
        "leaf": _LEAF,
    }
    return Shape("pineapple", prims, slots)


def _watermelon() -> Shape:
    def seed(x: float, y: float, z: float) -> Prim:
        return ellipsoid((x, y, z), (0.021, 0.034, 0.014), "seed", turn=(0.0, 0.0, -60.0 * x))

    pips = ((-0.20, 0.315), (0.0, 0.315), (0.20, 0.315), (-0.105, 0.215), (0.105, 0.215), (0.0, 0.125))
    wedge = (
        cylinder((0.0, 0.420, 0.0), 0.420, 0.070, turn=(90.0, 0.0, 0.0), round=0.020),
        cylinder((0.0, 0.420, 0.0), 0.372, 0.078, "pale", turn=(90.0, 0.0, 0.0), round=0.012),
        cylinder((0.0, 0.420, 0.0), 0.330, 0.088, "flesh", turn=(90.0, 0.0, 0.0), round=0.012),
        box((0.0, 0.730, 0.0), (0.500, 0.310, 0.200), "flesh", op="subtract"),
        *(seed(x, y, 0.088) for x, y in pips),
    )
    melon = ellipsoid((-0.060, 0.390, -0.330), (0.430, 0.390, 0.390))
    whole = ellipsoid((0.0, 0.400, 0.0), (0.460, 0.400, 0.400))
    stalk = capsule((-0.450, 0.400, 0.0), (-0.520, 0.440, 0.0), 0.026, "stalk", end=0.032)
    sliced = moved((*posed(wedge, (-6.0, 0.0, 0.0), (0.060, 0.008, 0.150)), melon), (0.0, 0.0, 0.24))
    slots = {
        "body": Slot("main", "fruit", pattern="segments", second=(0.012, 0.085, 0.016)),
        "pale": Slot((0.72, 0.80, 0.42), "fruit"),
        "flesh": Slot((0.80, 0.060, 0.050), "fruit"),
        "seed": Slot((0.020, 0.012, 0.010), "plastic"),
        "stalk": _STEM,
    }
    return Shape("watermelon", (whole, stalk), slots, poses={"sliced": sliced})


def _cherry() -> Shape:
    def fruit(x: float, y: float, z: float) -> tuple[Prim, ...]:
        return (
            ellipsoid((x * 0.76, y, z), (0.165, 0.215, 0.215)),
            ellipsoid((x * 1.30, y, z), (0.165, 0.215, 0.215), blend=0.06),
        )

    prims = (
        *fruit(-0.245, 0.217, -0.020),
        *fruit(0.245, 0.217, 0.050),
        capsule((-0.240, 0.390, -0.020), (-0.200, 0.580, -0.015), 0.027, "stem", end=0.024),
        capsule((-0.200, 0.580, -0.015), (-0.105, 0.760, -0.005), 0.024, "stem"),
        capsule((-0.105, 0.760, -0.005), (0.040, 0.895, 0.0), 0.024, "stem", end=0.027),
        capsule((0.255, 0.390, 0.050), (0.235, 0.580, 0.035), 0.027, "stem", end=0.024),
        capsule((0.235, 0.580, 0.035), (0.160, 0.760, 0.015), 0.024, "stem"),
        capsule((0.160, 0.760, 0.015), (0.040, 0.895, 0.0), 0.024, "stem", end=0.027),
        ball((0.040, 0.900, 0.0), 0.042, "stem"),
        ellipsoid((0.225, 0.905, 0.030), (0.200, 0.022, 0.095), "leaf", turn=(38.0, 0.0, -10.0)),
    )
    slots = {"body": Slot("main", "ceramic"), "stem": Slot((0.16, 0.26, 0.04), "matte"), "leaf": _LEAF}
    return Shape("cherry", prims, slots)


def _pepper() -> Shape:
    def lobe(a: float) -> Prim:
        x, _, z = _around(0.135, 0.0, a)
        return capsule((x * 0.72, 0.140, z * 0.72), (x, 0.480, z), 0.140, end=0.178, blend=0.035)

    prims = (
        *repeated(4, lambda a: lobe(a + 22.0)),
        ellipsoid((0.0, 0.690, 0.0), (0.110, 0.080, 0.110), op="subtract"),
        ellipsoid((0.0, 0.612, 0.0), (0.130, 0.036, 0.130), "leaf"),
        capsule((0.0, 0.610, 0.0), (0.010, 0.710, 0.0), 0.048, "leaf", end=0.040, blend=0.04),
        capsule((0.010, 0.710, 0.0), (0.075, 0.800, 0.010), 0.040, "leaf", end=0.052, blend=0.02),
    )
    return Shape("pepper", prims, {"body": Slot("main", "ceramic"), "leaf": _GREEN})


def _corn() -> Shape:
    def husk(turn: float, lean: float, length: float) -> Prim:
        leaf = ellipsoid((0.0, length, 0.0), (0.125, length, 0.030), "leaf")
        x, _, z = _around(0.070, 0.0, turn)
        return posed((leaf,), (lean, turn, 0.0), (x, 0.030, z))[0]

    def row(i: int) -> Prim:
        y = 0.170 + 0.072 * i
        radius = 0.190 * math.sqrt(1 - ((y - 0.300) / 0.760) ** 2)
        return torus((0.0, y, 0.0), radius - 0.034, 0.044)

    prims = (
        capsule((0.0, 0.180, 0.0), (0.0, 0.880, 0.0), 0.172, end=0.085),
        *(row(i) for i in range(2, 11)),
        ellipsoid((0.0, 0.190, 0.0), (0.222, 0.180, 0.222), "leaf"),
        cylinder((0.0, 0.040, 0.0), 0.110, 0.040, "stalk", round=0.025),
        husk(62.0, 20.0, 0.340),
        husk(-62.0, 20.0, 0.350),
        husk(180.0, 12.0, 0.400),
        husk(122.0, 26.0, 0.300),
        husk(-122.0, 26.0, 0.300),
        husk(0.0, 28.0, 0.160),
    )
    slots = {
        "body": Slot("main", "fruit", pattern="segments", second=(0.60, 0.28, 0.010)),
        "stalk": Slot((0.46, 0.56, 0.22), "leaf"),
        "leaf": Slot((0.17, 0.42, 0.060), "leaf"),
    }
    return Shape("corn", prims, slots)


PRODUCE: tuple[Shape, ...] = (
    _tomato(),
    _lemon(),
    _strawberry(),
    _pear(),
    _peach(),
    _grapes(),
    _pineapple(),
    _watermelon(),
    _cherry(),
    _pepper(),
    _corn(),
)
