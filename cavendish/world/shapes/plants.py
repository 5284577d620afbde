"""Plants as painted toys: tree and cactus."""

import math

from cavendish.world.shapes.base import Shape, Slot, ball, capsule, cone, cylinder, ellipsoid, repeated, torus
from cavendish.world.shapes.parts import facing, melted


def _tree() -> Shape:
    prims = (
        cone((0.0, 0.361, 0.0), 0.150, 0.360, 0.085, "bark", round=0.03),
        *repeated(
            5,
            lambda a: capsule(
                (0.06 * math.sin(math.radians(a)), 0.13, 0.06 * math.cos(math.radians(a))),
                (0.23 * math.sin(math.radians(a)), 0.035, 0.23 * math.cos(math.radians(a))),
                0.070,
                slot="bark",
                end=0.035,
                blend=0.06,
            ),
        ),
        capsule((0.02, 0.560, 0.02), (0.30, 0.830, 0.06), 0.060, end=0.045, slot="bark", blend=0.05),
        capsule((-0.02, 0.500, 0.02), (-0.28, 0.760, 0.10), 0.055, end=0.045, slot="bark", blend=0.05),
        ball((0.0, 1.220, 0.0), 0.420),
        ball((0.340, 1.010, 0.080), 0.290, blend=0.04),
        ball((-0.350, 0.990, 0.060), 0.300, blend=0.04),
        ball((0.060, 0.960, 0.310), 0.270, blend=0.04),
        ball((-0.020, 0.980, -0.320), 0.290, blend=0.04),
        ball((0.240, 1.360, -0.060), 0.270, blend=0.04),
        ball((-0.230, 1.390, 0.060), 0.270, blend=0.04),
        ball((0.030, 1.560, 0.030), 0.240, blend=0.04),
        ball((0.120, 1.260, 0.290), 0.230, blend=0.04),
    )
    slots = {"body": Slot(material="leaf"), "bark": Slot((0.170, 0.072, 0.030), "wood")}
    return Shape("tree", prims, slots)


def _cactus() -> Shape:
    prims = (
        cone((0.0, 0.175, 0.0), 0.190, 0.175, 0.255, "pot", round=0.03),
        torus((0.0, 0.335, 0.0), 0.245, 0.038, "pot"),
        cylinder((0.0, 0.330, 0.0), 0.235, 0.020, "soil"),
        capsule((0.0, 0.330, 0.0), (0.0, 1.020, 0.0), 0.165, end=0.150),
        melted(facing((0.180, 0.740, 0.0), 0.150, 0.082, "body", -75.0, 150.0), 0.06),
        capsule((0.330, 0.740, 0.0), (0.330, 0.920, 0.0), 0.082, end=0.078, blend=0.02),
        melted(facing((-0.180, 0.640, 0.0), 0.140, 0.074, "body", -105.0, 150.0), 0.06),
        capsule((-0.320, 0.640, 0.0), (-0.320, 0.770, 0.0), 0.074, end=0.070, blend=0.02),
        *repeated(
            5,
            lambda a: ellipsoid(
                (0.055 * math.sin(math.radians(a)), 1.185, 0.055 * math.cos(math.radians(a))),
                (0.036, 0.026, 0.055),
                "flower",
                turn=(-25.0, a, 0.0),
            ),
        ),
        ball((0.0, 1.190, 0.0), 0.030, "heart"),
    )
    slots = {
        "body": Slot(pattern="segments", second=(0.010, 0.050, 0.015)),
        "pot": Slot((0.46, 0.135, 0.060), "ceramic"),
        "soil": Slot((0.070, 0.038, 0.022), "matte"),
        "flower": Slot((0.82, 0.120, 0.290), "leaf"),
        "heart": Slot((0.90, 0.560, 0.040), "plastic"),
    }
    return Shape("cactus", prims, slots)


PLANTS: tuple[Shape, ...] = (_tree(), _cactus())
