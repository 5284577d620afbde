"""Things for the day out and the winner: helmet, tent, balloon, flag, trophy, bell."""

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
from cavendish.world.shapes.parts import CHROME, PANE, both, facing
from cavendish.world.shapes.posed import posed

_ACROSS = (0.0, 0.0, 90.0)
_ALONG = (90.0, 0.0, 0.0)
_WHITE = Slot((0.84, 0.83, 0.80), "plastic")
_DARK = Slot((0.024, 0.024, 0.027), "rubber")
_TIMBER = Slot((0.36, 0.17, 0.065), "wood")
_GOLD = Slot((0.92, 0.62, 0.20), "metal")


def _star(center: tuple[float, float, float], long: float, thick: float, slot: str) -> tuple[Prim, ...]:
    """A five-pointed star that faces the front."""

    def ray(angle: float) -> Prim:
        t = math.radians(angle)
        x, y, z = center
        return capsule(
            center, (x + long * math.sin(t), y + long * math.cos(t), z), thick, slot, end=thick * 0.25
        )

    return tuple(ray(72.0 * i) for i in range(5))


def _helmet() -> Shape:
    prims = (
        ellipsoid((0.0, 0.400, -0.020), (0.350, 0.360, 0.400)),
        ellipsoid((0.0, 0.210, 0.060), (0.320, 0.240, 0.370), blend=0.08),
        *both(ellipsoid((0.082, 0.400, -0.020), (0.046, 0.356, 0.398), "white")),
        box((0.0, -0.460, 0.0), (1.0, 0.500, 1.0), op="subtract"),
        ellipsoid((0.0, 0.415, 0.250), (0.410, 0.120, 0.300), "lining", op="subtract"),
        ellipsoid((0.0, 0.405, -0.020), (0.325, 0.320, 0.385), "visor"),
        torus((0.0, 0.040, 0.030), 0.285, 0.040, "trim"),
        *both(cylinder((0.335, 0.430, 0.030), 0.062, 0.026, "chrome", turn=_ACROSS, round=0.015)),
        *both(box((0.110, 0.190, 0.405), (0.062, 0.022, 0.030), "trim", turn=(0.0, 14.0, 0.0), round=0.018)),
    )
    slots = {
        "body": Slot(),
        "lining": _DARK,
        "visor": PANE,
        "trim": _DARK,
        "white": _WHITE,
        "chrome": CHROME,
    }
    return Shape("helmet", prims, slots)


def _tent() -> Shape:
    ridge, half, deep = 1.000, 0.680, 0.640
    lean = math.degrees(math.atan2(half, ridge))
    c, s = math.cos(math.radians(lean)), math.sin(math.radians(lean))

    def side(way: float) -> Prim:
        # A great box whose one face is the tent's slope on that side.
        return box(
            (way * (half / 2 - c), ridge / 2 - s, 0.0),
            (1.0, 3.0, 3.0),
            turn=(0.0, 0.0, way * lean),
            op="intersect",
        )

    def peg(x: float, z: float, top: float, to: float) -> tuple[Prim, ...]:
        return (
            capsule((0.0, top, to), (x, 0.030, z), 0.020, "rope"),
            capsule((x, 0.034, z), (x, 0.090, z), 0.034, "pole"),
        )

    prims = (
        box((0.0, 0.500, 0.0), (0.700, 0.500, deep)),
        side(1.0),
        side(-1.0),
        cone((0.0, 0.390, deep), 0.400, 0.400, 0.020, "inside", op="subtract"),
        *both(
            capsule((0.020, 0.800, deep), (0.400, 0.040, deep), 0.040, "flap"),
            capsule((0.0, ridge, deep), (half, 0.026, deep), 0.026, "flap"),
        ),
        capsule((0.0, ridge + 0.01, -deep), (0.0, ridge + 0.01, deep), 0.030, "flap"),
        capsule((0.0, 0.900, deep), (0.0, 1.080, deep), 0.028, "pole"),
        capsule((0.0, 0.900, -deep), (0.0, 1.080, -deep), 0.028, "pole"),
        *peg(0.46, 0.90, 1.05, deep),
        *peg(-0.46, 0.90, 1.05, deep),
        *peg(0.0, -0.90, 1.05, -deep),
    )
    slots = {
        "body": Slot(),
        "inside": Slot("main", "main", shade=0.35),
        "flap": Slot((0.84, 0.78, 0.62), "fabric"),
        "rope": _WHITE,
        "pole": _TIMBER,
    }
    return Shape("tent", prims, slots)


def _balloon() -> Shape:
    prims = (
        ellipsoid((0.0, 0.960, 0.0), (0.310, 0.340, 0.310)),
        cone((0.0, 0.680, 0.0), 0.080, 0.110, 0.215, blend=0.12),
        cone((0.0, 0.560, 0.0), 0.070, 0.040, 0.022, round=0.012),
        facing((0.0, 0.465, 0.0), 0.085, 0.017, "string", 0.0, 180.0),
        facing((0.0, 0.295, 0.0), 0.085, 0.017, "string", 180.0, 180.0),
        capsule((0.0, 0.210, 0.0), (0.0, 0.100, 0.0), 0.017, "string"),
        box((0.0, 0.090, 0.0), (0.110, 0.090, 0.110), "gift", round=0.025),
        box((0.0, 0.092, 0.0), (0.030, 0.092, 0.116), "ribbon", round=0.02),
        box((0.0, 0.092, 0.0), (0.116, 0.092, 0.030), "ribbon", round=0.02),
        *both(ellipsoid((0.050, 0.205, 0.0), (0.056, 0.034, 0.030), "ribbon", turn=(0.0, 0.0, 20.0))),
        ellipsoid((-0.130, 1.110, 0.235), (0.050, 0.075, 0.030), "glint", turn=(-20.0, -25.0, -24.0)),
    )
    slots = {
        "body": Slot(),
        "string": _WHITE,
        "gift": _WHITE,
        "ribbon": Slot("main", "main", shade=0.85),
        "glint": Slot("white", "plastic", emission=0.5),
    }
    return Shape("balloon", prims, slots)


def _flag() -> Shape:
    def band(y: float, slot: str) -> tuple[Prim, ...]:
        folds = ((-0.252 + 0.165 * i, 27.0 if i % 2 == 0 else -27.0) for i in range(5))
        return tuple(
            box((x, y, 0.0), (0.106, 0.094, 0.026), slot, turn=(0.0, turn, 0.0), round=0.012)
            for x, turn in folds
        )

    prims = (
        *band(1.285, "body"),
        *band(1.110, "white"),
        *band(0.935, "body"),
        capsule((-0.360, 0.050, 0.0), (-0.360, 1.400, 0.0), 0.034, "pole"),
        ball((-0.360, 1.450, 0.0), 0.062, "gold"),
        cylinder((-0.360, 0.026, 0.0), 0.190, 0.026, "pole", round=0.02),
        cone((-0.360, 0.085, 0.0), 0.100, 0.045, 0.050, "pole", round=0.012),
    )
    slots = {"body": Slot(), "white": _WHITE, "pole": _TIMBER, "gold": _GOLD}
    return Shape("flag", posed(prims, by=(0.04, 0.0, 0.0)), slots)


def _trophy() -> Shape:
    prims = (
        ellipsoid((0.0, 0.820, 0.0), (0.250, 0.420, 0.250)),
        box((0.0, 1.360, 0.0), (1.0, 0.400, 1.0), op="subtract"),
        ellipsoid((0.0, 0.900, 0.0), (0.215, 0.360, 0.215), "inside", op="subtract"),
        torus((0.0, 0.955, 0.0), 0.236, 0.028),
        *both(facing((0.265, 0.720, 0.0), 0.135, 0.032, "body", 10.0, 230.0)),
        cylinder((0.0, 0.345, 0.0), 0.048, 0.110, blend=0.08),
        ball((0.0, 0.375, 0.0), 0.082),
        cone((0.0, 0.250, 0.0), 0.160, 0.045, 0.060, round=0.015),
        cone((0.0, 0.110, 0.0), 0.215, 0.110, 0.180, "base", round=0.025),
        box((0.0, 0.110, 0.180), (0.105, 0.052, 0.020), turn=(-9.0, 0.0, 0.0), round=0.012),
        *_star((0.0, 0.720, 0.238), 0.120, 0.040, "star"),
    )
    slots = {
        "body": Slot(),
        "inside": Slot("main", "main", shade=0.7),
        "base": Slot((0.10, 0.036, 0.014), "wood"),
        "star": Slot((0.62, 0.016, 0.014), "ceramic"),
    }
    return Shape("trophy", prims, slots)


def _bell() -> Shape:
    prims = (
        cone((0.0, 0.240, 0.0), 0.235, 0.190, 0.190, round=0.02),
        ellipsoid((0.0, 0.425, 0.0), (0.196, 0.150, 0.196), blend=0.03),
        cone((0.0, 0.100, 0.0), 0.320, 0.075, 0.225, round=0.02, blend=0.06),
        torus((0.0, 0.042, 0.0), 0.285, 0.042),
        torus((0.0, 0.185, 0.0), 0.244, 0.018),
        torus((0.0, 0.395, 0.0), 0.196, 0.016),
        cylinder((0.0, 0.580, 0.0), 0.060, 0.026, round=0.015),
        capsule((0.0, 0.590, 0.0), (0.0, 0.700, 0.0), 0.042, "wood", end=0.068),
        capsule((0.0, 0.720, 0.0), (0.0, 0.850, 0.0), 0.074, "wood", end=0.062, blend=0.03),
        ball((0.0, 0.900, 0.0), 0.050),
        *both(
            ellipsoid((0.082, 0.600, 0.090), (0.085, 0.052, 0.036), "ribbon", turn=(0.0, 20.0, 22.0)),
            capsule((0.015, 0.590, 0.095), (0.105, 0.450, 0.210), 0.030, "ribbon", end=0.036),
        ),
        ball((0.0, 0.595, 0.100), 0.042, "ribbon"),
    )
    slots = {"body": Slot(), "wood": _TIMBER, "ribbon": Slot((0.60, 0.016, 0.020), "fabric")}
    return Shape("bell", prims, slots)


GEAR: tuple[Shape, ...] = (_helmet(), _tent(), _balloon(), _flag(), _trophy(), _bell())
