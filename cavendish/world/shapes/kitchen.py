"""Things of a kitchen: fork, knife, spoon, plate, jar, teapot, kettle, pan, basket."""

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
from cavendish.world.shapes.parts import both, facing
from cavendish.world.shapes.posed import posed

_FACING = (90.0, 0.0, 0.0)
_DARK = Slot((0.016, 0.016, 0.018), "plastic")
_WOOD = Slot((0.46, 0.23, 0.085), "wood")
_BRASS = Slot((0.92, 0.62, 0.20), "metal")
_STEEL = Slot((0.70, 0.71, 0.73), "metal")
# Flat faces mirror one thing only, so they are enamelled rather than polished.
_ENAMEL = Slot((0.37, 0.40, 0.45), "ceramic")


def _grip(waist: float) -> tuple[Prim, ...]:
    """A thick handle that stands in a round foot and ends, at height `waist`, in a collar."""
    return (
        cylinder((0.0, 0.030, 0.0), 0.175, 0.030, round=0.024),
        cone((0.0, 0.072, 0.0), 0.110, 0.026, 0.085, round=0.010, blend=0.04),
        capsule((0.0, 0.100, 0.0), (0.0, waist - 0.03, 0.0), 0.074, end=0.058, blend=0.03),
        cylinder((0.0, waist, 0.0), 0.060, 0.022, "brass", round=0.016),
        torus((0.0, 0.062, 0.0), 0.128, 0.016, "brass"),
    )


def _cutlery(name: str, prims: tuple[Prim, ...], blade: Slot) -> Shape:
    return Shape(name, prims, {"body": Slot(), "blade": blade, "brass": _BRASS})


def _fork() -> Shape:
    def tine(x: float) -> Prim:
        return capsule((x, 0.735, 0.0), (x * 1.04, 1.000, 0.022), 0.031, "blade", end=0.025, blend=0.02)

    prims = (
        box((0.0, 0.715, 0.0), (0.178, 0.050, 0.034), "blade", round=0.033),
        ellipsoid((0.0, 0.675, 0.0), (0.142, 0.085, 0.050), "blade", blend=0.05),
        capsule((0.0, 0.460, 0.0), (0.0, 0.640, 0.0), 0.040, "blade", end=0.038, blend=0.05),
        *(tine(x) for x in (-0.147, -0.049, 0.049, 0.147)),
        *_grip(0.480),
    )
    return _cutlery("fork", prims, _ENAMEL)


def _knife() -> Shape:
    prims = (
        box((0.020, 0.735, 0.0), (0.105, 0.280, 0.026), "blade", round=0.016),
        cylinder((-0.455, 0.640, 0.0), 0.575, 0.300, "blade", op="intersect", turn=_FACING),
        capsule((0.0, 0.460, 0.0), (0.0, 0.500, 0.0), 0.052, "blade", blend=0.03),
        *_grip(0.480),
        *(ball((0.0, y, z), 0.022, "brass") for y in (0.230, 0.350) for z in (0.056, -0.056)),
    )
    return _cutlery("knife", prims, _ENAMEL)


def _spoon() -> Shape:
    prims = (
        ellipsoid((0.0, 0.805, 0.0), (0.165, 0.210, 0.085), "blade"),
        ellipsoid((0.0, 0.813, 0.075), (0.138, 0.180, 0.090), "blade", op="subtract"),
        capsule((0.0, 0.460, 0.0), (0.0, 0.620, -0.010), 0.040, "blade", end=0.038, blend=0.05),
        *_grip(0.480),
    )
    return _cutlery("spoon", prims, _STEEL)


def _plate() -> Shape:
    prims = (
        cone((0.0, 0.065, 0.0), 0.270, 0.065, 0.450, round=0.020),
        cone((0.0, 0.128, 0.0), 0.325, 0.058, 0.465, op="subtract"),
        cylinder((0.0, 0.040, 0.0), 0.330, 0.030, round=0.010),
        torus((0.0, 0.128, 0.0), 0.442, 0.020, "band"),
        torus((0.0, 0.072, 0.0), 0.305, 0.013, "band"),
    )
    return Shape("plate", prims, {"body": Slot(), "band": Slot((0.030, 0.170, 0.520), "ceramic")}, top=0.075)


def _jar() -> Shape:
    prims = (
        cylinder((0.0, 0.290, 0.0), 0.270, 0.290, "glass", round=0.085),
        cylinder((0.0, 0.600, 0.0), 0.205, 0.060, "glass", round=0.020, blend=0.05),
        # A little wider than the glass, for what is seen through a wall is what lies behind the whole thing.
        cylinder((0.0, 0.278, 0.0), 0.2725, 0.276, round=0.085),
        cylinder((0.0, 0.680, 0.0), 0.235, 0.055, "lid", round=0.030),
        cylinder((0.0, 0.715, 0.0), 0.200, 0.035, "lid", round=0.026),
        torus((0.0, 0.632, 0.0), 0.226, 0.022, "string"),
        cylinder((0.0, 0.290, 0.0), 0.2755, 0.100, "label", round=0.004),
        cylinder((0.0, 0.380, 0.0), 0.2765, 0.010, "string", round=0.003),
        cylinder((0.0, 0.200, 0.0), 0.2765, 0.010, "string", round=0.003),
    )
    slots = {
        "body": Slot("main", "ceramic"),
        "glass": Slot((0.80, 0.82, 0.82), "glass"),
        "lid": Slot((0.56, 0.02, 0.016), "fabric", pattern="checks", second=(0.84, 0.80, 0.72), scale=0.11),
        "string": Slot((0.56, 0.33, 0.10), "fabric"),
        "label": Slot((0.84, 0.78, 0.64), "paper"),
    }
    spot = LetterSpot((0.0, 0.290, 0.2755), 0.44, 0.165, radius=0.2755)
    return Shape("jar", prims, slots, letters=spot, top=0.75)


def _daisy(at: Vec3, radius: float, turn: Vec3) -> tuple[Prim, ...]:
    """A painted flower, almost flat, that looks along +z before it is turned."""
    petals = tuple(
        ellipsoid((0.0, 0.0, 0.0), (radius, radius * 0.34, 0.022), "petal", turn=(0.0, 0.0, a))
        for a in (0.0, 60.0, 120.0)
    )
    return posed((*petals, ball((0.0, 0.0, 0.004), radius * 0.30, "heart")), turn, at)


def _teapot() -> Shape:
    prims = (
        ellipsoid((0.0, 0.300, 0.0), (0.315, 0.265, 0.315)),
        cylinder((0.0, 0.030, 0.0), 0.185, 0.030, round=0.018, blend=0.05),
        capsule((0.220, 0.210, 0.0), (0.400, 0.400, 0.0), 0.095, "spout", end=0.058, blend=0.06),
        capsule((0.400, 0.400, 0.0), (0.490, 0.505, 0.0), 0.058, "spout", end=0.050, blend=0.04),
        cone(
            (0.490, 0.510, 0.0), 0.046, 0.036, 0.074, "spout", turn=(0.0, 0.0, -43.0), round=0.012, blend=0.04
        ),
        cylinder((0.510, 0.532, 0.0), 0.054, 0.012, "inside", turn=(0.0, 0.0, -43.0), round=0.006),
        facing((-0.330, 0.325, 0.0), 0.155, 0.042, "handle", 180.0, 210.0),
        torus((0.0, 0.530, 0.0), 0.168, 0.024, "trim"),
        ellipsoid((0.0, 0.532, 0.0), (0.165, 0.085, 0.165), "lid"),
        capsule((0.0, 0.600, 0.0), (0.0, 0.640, 0.0), 0.026, "trim"),
        ball((0.0, 0.665, 0.0), 0.052, "trim"),
        torus((0.0, 0.030, 0.0), 0.180, 0.020, "trim"),
        *_daisy((0.0, 0.300, 0.306), 0.130, (0.0, 0.0, 0.0)),
        *_daisy((-0.200, 0.345, 0.235), 0.075, (0.0, -40.0, 20.0)),
        *_daisy((0.0, 0.300, -0.306), 0.130, (0.0, 180.0, 0.0)),
    )
    slots = {
        **dict.fromkeys(("body", "spout", "handle", "lid"), Slot()),
        "inside": Slot((0.05, 0.03, 0.02), "matte"),
        "trim": Slot((0.86, 0.60, 0.16), "ceramic"),
        "petal": Slot((0.86, 0.82, 0.74), "main"),
        "heart": Slot((0.86, 0.40, 0.02), "main"),
    }
    return Shape("teapot", posed(prims, by=(-0.02, 0.0, 0.0)), slots)


def _kettle() -> Shape:
    prims = (
        cone((0.0, 0.200, 0.0), 0.360, 0.200, 0.215, round=0.075),
        ellipsoid((0.0, 0.375, 0.0), (0.225, 0.100, 0.225), blend=0.05),
        torus((0.0, 0.412, 0.0), 0.170, 0.016, "dark"),
        ellipsoid((0.0, 0.430, 0.0), (0.165, 0.065, 0.165), "lid"),
        capsule((0.0, 0.480, 0.0), (0.0, 0.510, 0.0), 0.028, "dark"),
        ball((0.0, 0.535, 0.0), 0.046, "dark"),
        capsule((0.235, 0.215, 0.0), (0.425, 0.390, 0.0), 0.078, "spout", end=0.050, blend=0.05),
        cylinder((0.438, 0.402, 0.0), 0.058, 0.036, "dark", turn=(0.0, 0.0, -47.0), round=0.016),
        *both(capsule((0.205, 0.350, 0.0), (0.272, 0.500, 0.0), 0.027, "handle")),
        facing((0.0, 0.500, 0.0), 0.272, 0.027, "handle", 90.0, 182.0),
        facing((0.0, 0.500, 0.0), 0.272, 0.045, "wood", 90.0, 84.0),
        torus((0.0, 0.045, 0.0), 0.338, 0.028, "dark"),
    )
    slots = {**dict.fromkeys(("body", "spout", "lid"), Slot()), "dark": _DARK, "handle": _DARK, "wood": _WOOD}
    return Shape("kettle", posed(prims, by=(-0.065, 0.0, 0.0)), slots)


def _pan() -> Shape:
    prims = (
        cone((0.0, 0.085, 0.0), 0.345, 0.085, 0.425, round=0.030),
        cone((0.0, 0.125, 0.0), 0.320, 0.085, 0.395, "inside", op="subtract"),
        torus((0.0, 0.165, 0.0), 0.408, 0.020),
        capsule((0.400, 0.130, 0.0), (0.560, 0.175, 0.0), 0.038, "steel", end=0.034),
        capsule((0.560, 0.175, 0.0), (0.900, 0.255, 0.0), 0.048, "wood", end=0.060),
        cylinder((0.905, 0.262, 0.0), 0.026, 0.100, "inside", op="subtract"),
        *(ball((0.412, y, z), 0.020, "steel") for y, z in ((0.135, 0.045), (0.135, -0.045))),
    )
    slots = {
        "body": Slot(),
        "inside": Slot("main", "main", shade=0.55),
        "steel": _STEEL,
        "wood": _WOOD,
    }
    return Shape("pan", posed(prims, by=(-0.265, 0.0, 0.0)), slots, top=0.040)


def _basket() -> Shape:
    def row(y: float, radius: float, slot: str) -> Prim:
        return torus((0.0, y, 0.0), radius, 0.036, slot)

    prims = (
        cone((0.0, 0.190, 0.0), 0.265, 0.190, 0.345, round=0.030),
        cylinder((0.0, 0.360, 0.0), 0.300, 0.120, "inside", op="subtract"),
        *(row(0.036 + 0.060 * i, 0.262 + 0.0135 * i, ("body", "weave")[i % 2]) for i in range(6)),
        torus((0.0, 0.388, 0.0), 0.348, 0.044),
        facing((0.0, 0.390, 0.0), 0.335, 0.034, "handle", 90.0, 182.0),
        ellipsoid((0.0, 0.370, 0.0), (0.315, 0.105, 0.315), "cloth"),
        box((0.030, 0.345, 0.382), (0.130, 0.095, 0.020), "cloth", turn=(-10.0, 0.0, 0.0), round=0.018),
        capsule((-0.080, 0.425, 0.340), (0.140, 0.425, 0.340), 0.042, "cloth"),
    )
    planks = Slot(shade=1.9, pattern="planks", second=(0.12, 0.05, 0.018), scale=0.06)
    slots = {
        "body": planks,
        "handle": planks,
        "weave": Slot(shade=1.3),
        "inside": Slot(shade=0.6),
        "cloth": Slot((0.56, 0.02, 0.016), "fabric", pattern="checks", second=(0.84, 0.80, 0.72), scale=0.12),
    }
    return Shape("basket", prims, slots)


KITCHEN: tuple[Shape, ...] = (
    _fork(),
    _knife(),
    _spoon(),
    _plate(),
    _jar(),
    _teapot(),
    _kettle(),
    _pan(),
    _basket(),
)
