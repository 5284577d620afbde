"""What lies, burns and shines outdoors: rock, mountain, cloud, moon, star, snowflake, log, bonfire."""

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
from cavendish.world.shapes.parts import EYE, GLINT, both, eyes, facing
from cavendish.world.shapes.posed import posed, within

_WOOD = Slot((0.42, 0.21, 0.085), "wood")
_BLUSH = Slot((0.86, 0.26, 0.20), "matte")
_GRASS = Slot((0.060, 0.250, 0.035), "leaf")
_STONE = Slot((0.26, 0.25, 0.24), "stone")
_ALONG, _ACROSS = (90.0, 0.0, 0.0), (0.0, 0.0, 90.0)
_BELOW = box((0.0, -0.5, 0.0), (2.0, 0.5, 2.0), op="subtract")


def _stand(height: float) -> tuple[Prim, ...]:
    """A small wooden foot and its post."""
    return (
        cone((0.0, 0.035, 0.0), 0.200, 0.035, 0.140, "wood", round=0.025),
        cylinder((0.0, height / 2, 0.0), 0.040, height / 2, "wood", round=0.01),
    )


def _rock() -> Shape:
    prims = (
        ellipsoid((0.0, 0.180, 0.0), (0.500, 0.400, 0.400)),
        box((-0.100, 0.240, 0.020), (0.330, 0.290, 0.290), turn=(14.0, 24.0, 12.0), round=0.09, blend=0.10),
        box((0.230, 0.160, 0.100), (0.240, 0.210, 0.220), turn=(-10.0, 40.0, -16.0), round=0.07, blend=0.06),
        box((0.060, 0.740, 0.0), (0.800, 0.200, 0.600), op="subtract", turn=(8.0, 0.0, -14.0)),
        box((-0.260, 0.470, 0.500), (0.500, 0.400, 0.200), op="subtract", turn=(-28.0, -24.0, 0.0)),
        box((0.600, 0.520, 0.260), (0.200, 0.400, 0.500), op="subtract", turn=(0.0, -20.0, 24.0)),
        ellipsoid((-0.170, 0.520, -0.020), (0.220, 0.060, 0.180), "moss", turn=(8.0, 0.0, -14.0), blend=0.02),
        ellipsoid((0.400, 0.080, 0.330), (0.150, 0.130, 0.130), "chip"),
        ellipsoid((-0.430, 0.050, 0.320), (0.100, 0.085, 0.090), "chip"),
        _BELOW,
    )
    slots = {
        "body": Slot(material="stone", shade=0.62),
        "chip": Slot("main", "stone", shade=0.45),
        "moss": Slot((0.13, 0.27, 0.035), "fur"),
    }
    return Shape("rock", posed(prims, by=(-0.01, 0.0, -0.03)), slots)


def _mountain() -> Shape:
    def cap(x: float, top: float, z: float, wide: float, tall: float) -> tuple[Prim, ...]:
        cone_ = cone((x, top - tall, z), wide, tall, 0.030, "snow", round=0.02)
        drips = repeated(
            4,
            lambda a: ellipsoid(
                (
                    x + wide * 0.78 * math.sin(math.radians(a + 20)),
                    top - 1.75 * tall,
                    z + wide * 0.78 * math.cos(math.radians(a + 20)),
                ),
                (wide * 0.36, tall * 0.62, wide * 0.30),
                "snow",
                turn=(0.0, a + 20, 0.0),
            ),
        )
        return (cone_, *drips)

    prims = (
        cone((0.0, 0.560, -0.050), 0.740, 0.560, 0.040, round=0.02),
        box((-0.130, 0.500, 0.240), (0.150, 0.330, 0.100), turn=(-34.0, 28.0, 10.0), round=0.03, blend=0.06),
        cone((0.560, 0.340, 0.080), 0.470, 0.340, 0.040, "crag", round=0.02),
        cone((-0.560, 0.280, 0.120), 0.420, 0.280, 0.040, round=0.02, blend=0.04),
        cone((0.080, 0.240, 0.360), 0.330, 0.240, 0.040, "crag", round=0.02),
        *cap(0.0, 1.155, -0.050, 0.330, 0.215),
        *cap(0.560, 0.710, 0.080, 0.215, 0.130),
        *(
            cone((x, 0.160, z), 0.090, 0.140, 0.012, "tree", round=0.01)
            for x, z in ((-0.300, 0.500), (-0.150, 0.600), (0.400, 0.510), (0.550, 0.460), (-0.720, 0.360))
        ),
        ellipsoid((0.0, 0.0, 0.060), (1.000, 0.120, 0.720), "grass"),
        _BELOW,
    )
    slots = {
        "body": Slot(material="stone"),
        "crag": Slot((0.17, 0.165, 0.17), "stone"),
        "snow": Slot((0.84, 0.85, 0.86), "matte"),
        "tree": Slot((0.030, 0.170, 0.040), "leaf"),
        "grass": _GRASS,
    }
    return Shape("mountain", prims, slots)


def _cloud() -> Shape:
    prims = (
        capsule((-0.360, 0.360, 0.0), (0.360, 0.360, 0.0), 0.200),
        ball((-0.130, 0.580, -0.020), 0.270, blend=0.05),
        ball((0.200, 0.530, 0.0), 0.225, blend=0.05),
        ball((-0.420, 0.400, 0.030), 0.200, blend=0.05),
        ball((0.440, 0.380, 0.020), 0.190, blend=0.05),
        ball((0.0, 0.360, 0.100), 0.235, blend=0.05),
        *eyes((0.110, 0.420, 0.300), 0.036),
        facing((0.0, 0.375, 0.328), 0.056, 0.014, "eye", -90.0, 130.0),
        *both(ellipsoid((0.160, 0.345, 0.265), (0.042, 0.028, 0.018), "blush", turn=(0.0, 30.0, 0.0))),
        *_stand(0.240),
    )
    slots = {"body": Slot(material="matte"), "eye": EYE, "glint": GLINT, "blush": _BLUSH, "wood": _WOOD}
    return Shape("cloud", prims, slots)


def _moon() -> Shape:
    mouth = facing((-0.240, 0.500, 0.105), 0.066, 0.014, "eye", -60.0, 120.0)
    prims = (
        cylinder((0.0, 0.590, 0.0), 0.460, 0.105, turn=_ALONG, round=0.10),
        cylinder((0.235, 0.660, 0.0), 0.350, 0.50, op="subtract", turn=_ALONG, round=0.0),
        ball((-0.265, 0.640, 0.100), 0.036, "eye"),
        ball((-0.280, 0.655, 0.128), 0.014, "glint"),
        mouth,
        ellipsoid((-0.345, 0.530, 0.096), (0.040, 0.028, 0.016), "blush"),
        ellipsoid((-0.130, 0.300, 0.100), (0.050, 0.040, 0.012), "crater"),
        ellipsoid((0.030, 0.225, 0.098), (0.036, 0.030, 0.012), "crater"),
        ellipsoid((-0.200, 0.860, 0.098), (0.046, 0.040, 0.012), "crater"),
        *_stand(0.160),
    )
    slots = {
        "body": Slot(),
        "eye": EYE,
        "glint": GLINT,
        "blush": _BLUSH,
        "crater": Slot("main", "main", shade=0.72),
        "wood": _WOOD,
    }
    return Shape("moon", prims, slots)


def _star() -> Shape:
    def arm(a: float) -> Prim:
        t = math.radians(a)
        tip: Vec3 = (0.400 * math.sin(t), 0.520 + 0.400 * math.cos(t), 0.0)
        return capsule((0.0, 0.520, 0.0), tip, 0.185, end=0.056, blend=0.05)

    prims = (
        *repeated(5, arm),
        *eyes((0.092, 0.560, 0.180), 0.040),
        facing((0.0, 0.495, 0.185), 0.058, 0.015, "eye", -90.0, 130.0),
        *both(ellipsoid((0.165, 0.490, 0.150), (0.042, 0.028, 0.020), "blush", turn=(0.0, 24.0, 0.0))),
        box((0.0, 0.060, 0.0), (0.400, 0.060, 0.3), op="subtract"),
        cone((0.0, 0.075, 0.0), 0.260, 0.075, 0.150, "wood", round=0.03),
        box((0.0, 0.250, 0.0), (0.090, 0.120, 0.100), round=0.05),
    )
    slots = {"body": Slot(), "eye": EYE, "glint": GLINT, "blush": _BLUSH, "wood": _WOOD}
    return Shape("star", prims, slots)


def _snowflake() -> Shape:
    middle: Vec3 = (0.0, 0.620, 0.0)

    def spoke(a: float) -> tuple[Prim, ...]:
        parts = (
            capsule((0.0, -0.420, 0.0), (0.0, 0.420, 0.0), 0.046),
            capsule((0.0, 0.250, 0.0), (0.120, 0.370, 0.0), 0.036),
            capsule((0.0, 0.250, 0.0), (-0.120, 0.370, 0.0), 0.036),
            capsule((0.0, -0.250, 0.0), (0.120, -0.370, 0.0), 0.036),
            capsule((0.0, -0.250, 0.0), (-0.120, -0.370, 0.0), 0.036),
        )
        return posed(parts, (0.0, 0.0, a), middle)

    prims = (
        *(p for a in (0.0, 60.0, 120.0) for p in spoke(a)),
        cylinder(middle, 0.105, 0.062, "heart", turn=_ALONG, round=0.03),
        *_stand(0.220),
    )
    slots = {"body": Slot(material="ceramic"), "heart": Slot((0.30, 0.62, 0.86), "ceramic"), "wood": _WOOD}
    return Shape("snowflake", prims, slots)


def _log() -> Shape:
    def ring(x: float, radius: float, slot: str) -> Prim:
        return cylinder((x, 0.275, 0.0), radius, 0.012, slot, turn=_ACROSS, round=0.006)

    prims = (
        cylinder((0.0, 0.275, 0.0), 0.275, 0.560, turn=_ACROSS, round=0.03),
        *(
            capsule(
                (x - 0.150, 0.275 + 0.262 * math.cos(t), 0.262 * math.sin(t)),
                (x + 0.150, 0.275 + 0.262 * math.cos(t + 0.15), 0.262 * math.sin(t + 0.15)),
                0.022,
                "bark",
            )
            for x, t in ((-0.300, 1.7), (0.080, 1.2), (0.300, 1.9), (-0.080, 2.2), (0.250, 0.5), (0.0, -0.9))
        ),
        *(ring(s * 0.556, 0.225, "cut") for s in (1, -1)),
        *(
            torus((s * 0.566, 0.275, 0.0), r, 0.012, "ring", turn=_ACROSS)
            for s in (1, -1)
            for r in (0.165, 0.095)
        ),
        *(ball((s * 0.562, 0.275, 0.0), 0.030, "ring") for s in (1, -1)),
        capsule((0.190, 0.420, 0.090), (0.290, 0.640, 0.150), 0.090, end=0.070, blend=0.05),
        ellipsoid((0.294, 0.696, 0.153), (0.058, 0.020, 0.058), "cut", turn=(14.0, 0.0, -24.0)),
        ellipsoid((-0.300, 0.520, 0.080), (0.170, 0.050, 0.120), "moss", turn=(18.0, 0.0, 0.0), blend=0.02),
        within((-0.620, 0.024, -0.320), (0.620, 0.760, 0.320)),
    )
    slots = {
        "body": Slot(),
        "bark": Slot("main", "main", shade=0.6),
        "cut": Slot((0.70, 0.46, 0.24), "wood"),
        "ring": Slot((0.38, 0.20, 0.085), "wood"),
        "moss": Slot((0.13, 0.29, 0.035), "fur"),
    }
    return Shape("log", posed(prims, by=(0.0, -0.024, 0.0)), slots)


def _bonfire() -> Shape:
    def stick(a: float) -> Prim:
        t = math.radians(a)
        low: Vec3 = (0.330 * math.sin(t), 0.070, 0.330 * math.cos(t))
        return capsule(low, (-0.050 * math.sin(t), 0.330, -0.050 * math.cos(t)), 0.068, "wood", end=0.060)

    def stone(a: float) -> Prim:
        t = math.radians(a + 20.0)
        return ellipsoid(
            (0.420 * math.sin(t), 0.080, 0.420 * math.cos(t)), (0.105, 0.085, 0.080), "stone", turn=(0, a, 0)
        )

    def tongue(x: float, z: float, foot: float, top: float, slot: str, lean: float) -> Prim:
        return capsule((x, 0.260, z), (x + lean, top, z), foot, slot, end=0.016, blend=0.03)

    prims = (
        *repeated(5, stick),
        *repeated(9, stone),
        tongue(0.0, 0.0, 0.190, 0.860, "body", 0.020),
        tongue(-0.140, 0.030, 0.135, 0.640, "body", -0.050),
        tongue(0.150, 0.020, 0.130, 0.600, "body", 0.060),
        tongue(0.020, 0.140, 0.125, 0.540, "body", -0.030),
        tongue(0.020, -0.140, 0.125, 0.580, "body", 0.010),
        tongue(-0.010, 0.185, 0.095, 0.430, "glow", 0.010),
        tongue(0.130, 0.125, 0.085, 0.410, "glow", 0.020),
        tongue(-0.130, 0.130, 0.085, 0.430, "glow", -0.020),
        cylinder((0.0, 0.020, 0.0), 0.360, 0.020, "ash", round=0.015),
    )
    slots = {
        "body": Slot(material="matte", emission=0.25),
        "glow": Slot((0.95, 0.52, 0.02), "matte", emission=0.45),
        "wood": Slot((0.130, 0.055, 0.022), "wood"),
        "stone": _STONE,
        "ash": Slot((0.050, 0.045, 0.042), "matte"),
    }
    return Shape("bonfire", prims, slots)


WILD: tuple[Shape, ...] = (
    *(_rock(), _mountain(), _cloud(), _moon(), _star(), _snowflake(), _log(), _bonfire()),
)
