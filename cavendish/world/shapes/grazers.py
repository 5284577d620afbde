"""Grazing animals as painted toys: horse, cow, zebra, giraffe, deer, camel, pig, kangaroo."""

from cavendish.world.shapes.base import (
    Prim,
    Shape,
    Slot,
    Vec3,
    ball,
    capsule,
    cone,
    cylinder,
    ellipsoid,
    torus,
)
from cavendish.world.shapes.limbs import hooves, legs
from cavendish.world.shapes.parts import CREAM, EYE, GLINT, both, eyes, facing, melted, moved, on

_INK = (0.020, 0.014, 0.012)
_HIDE = {
    "body": Slot(),
    "dark": Slot(shade=0.5),
    "cream": CREAM,
    "pale": Slot((0.86, 0.82, 0.74), "main"),
    "pink": Slot((0.80, 0.33, 0.30), "main"),
    "nose": Slot(_INK, "ceramic"),
    "ink": Slot(_INK, "main"),
    "hoof": Slot((0.055, 0.036, 0.028), "plastic"),
    "horn": Slot((0.70, 0.55, 0.36), "ceramic"),
    "mane": Slot((0.050, 0.020, 0.010), "main"),
    "eye": EYE,
    "glint": GLINT,
}


def _horse() -> Shape:
    head, skull = (0.0, 1.07, 0.40), (0.155, 0.155, 0.165)
    prims = (
        capsule((0.0, 0.60, -0.27), (0.0, 0.62, 0.15), 0.205, end=0.200),
        *legs(0.120, 0.17, -0.29, 0.46, 0.074),
        capsule((0.0, 0.68, 0.18), (0.0, 1.00, 0.34), 0.155, end=0.115, blend=0.08),
        ellipsoid(head, skull, blend=0.05),
        capsule((0.0, 1.03, 0.49), (0.0, 0.96, 0.62), 0.112, end=0.100, blend=0.05),
        *hooves(0.120, 0.17, -0.29, 0.10, 0.084),
        ellipsoid((0.0, 0.935, 0.655), (0.112, 0.100, 0.098), "cream", turn=(25.0, 0.0, 0.0)),
        *both(ellipsoid((0.050, 0.965, 0.742), (0.017, 0.022, 0.014), "nose")),
        *both(cone((0.085, 1.245, 0.355), 0.052, 0.080, 0.012, round=0.012, turn=(-8.0, 0.0, -12.0))),
        ellipsoid((0.0, 1.205, 0.430), (0.060, 0.065, 0.120), "mane", turn=(28.0, 0.0, 0.0)),
        ellipsoid((0.0, 1.140, 0.250), (0.066, 0.120, 0.092), "mane"),
        ellipsoid((0.0, 0.970, 0.170), (0.066, 0.130, 0.092), "mane"),
        ellipsoid((0.0, 0.820, 0.080), (0.062, 0.110, 0.092), "mane"),
        capsule((0.0, 0.70, -0.47), (0.0, 0.34, -0.60), 0.062, "tail", 0.092, blend=0.02),
        *eyes(on(head, skull, 37.0, 20.0, 0.96), 0.046),
    )
    return Shape("horse", moved(prims, (0.0, 0.0, -0.03)), _HIDE | {"tail": _HIDE["mane"]})


def _cow() -> Shape:
    head, skull = (0.0, 0.86, 0.42), (0.175, 0.180, 0.160)
    prims = (
        capsule((0.0, 0.56, -0.30), (0.0, 0.58, 0.15), 0.262, end=0.255),
        *legs(0.155, 0.15, -0.33, 0.36, 0.085),
        capsule((0.0, 0.66, 0.20), (0.0, 0.80, 0.34), 0.17, end=0.15, blend=0.08),
        ellipsoid(head, skull, blend=0.03),
        *hooves(0.155, 0.15, -0.33, 0.10, 0.093),
        ellipsoid((0.0, 0.770, 0.555), (0.150, 0.105, 0.110), "pink", blend=0.02),
        *both(ellipsoid((0.060, 0.795, 0.655), (0.022, 0.026, 0.014), "nose")),
        *both(ellipsoid((0.235, 0.905, 0.370), (0.098, 0.050, 0.040), "ink", turn=(0.0, 15.0, -12.0))),
        *both(capsule((0.105, 1.010, 0.39), (0.160, 1.120, 0.40), 0.045, "horn", 0.022)),
        ellipsoid((0.155, 0.660, -0.02), (0.145, 0.150, 0.170), "ink", turn=(0.0, 0.0, 30.0)),
        ellipsoid((-0.150, 0.640, -0.20), (0.145, 0.175, 0.190), "ink", turn=(0.0, 0.0, -20.0)),
        ellipsoid((0.120, 0.560, -0.445), (0.150, 0.150, 0.120), "ink"),
        ellipsoid((0.0, 0.315, -0.16), (0.115, 0.090, 0.115), "pink"),
        *eyes(on(head, skull, 29.0, 14.0, 0.965), 0.044),
    )
    return Shape("cow", moved(prims, (0.0, 0.0, -0.04)), _HIDE)


def _zebra() -> Shape:
    head, skull = (0.0, 1.03, 0.36), (0.155, 0.155, 0.165)
    rings = tuple(
        torus((0.0, 0.605, z), 0.187, 0.031, "ink", turn=(90.0, 0.0, 0.0))
        for z in (-0.30, -0.18, -0.06, 0.06)
    )
    prims = (
        capsule((0.0, 0.60, -0.27), (0.0, 0.61, 0.14), 0.200),
        *rings,
        *legs(0.120, 0.16, -0.29, 0.46, 0.074, "banded"),
        capsule((0.0, 0.68, 0.17), (0.0, 0.96, 0.31), 0.150, "banded", 0.112, blend=0.06),
        ellipsoid(head, skull, blend=0.03),
        *hooves(0.120, 0.16, -0.29, 0.085, 0.084),
        capsule((0.0, 0.99, 0.45), (0.0, 0.925, 0.58), 0.112, end=0.100, blend=0.05),
        ellipsoid((0.0, 0.900, 0.615), (0.112, 0.098, 0.092), "muzzle", turn=(25.0, 0.0, 0.0)),
        *both(cone((0.088, 1.190, 0.33), 0.054, 0.080, 0.014, round=0.014, turn=(-8.0, 0.0, -14.0))),
        capsule((0.0, 1.165, 0.35), (0.0, 0.83, 0.07), 0.062, "mane", 0.055),
        capsule((0.0, 0.70, -0.46), (0.0, 0.36, -0.56), 0.038, "mane", 0.062, blend=0.02),
        *eyes(on(head, skull, 37.0, 20.0, 0.98), 0.046),
    )
    slots = _HIDE | {
        "banded": Slot(pattern="stripes", second=_INK, scale=0.115),
        "muzzle": Slot((0.060, 0.045, 0.040), "main"),
        "mane": Slot(_INK, "main"),
    }
    return Shape("zebra", moved(prims, (0.0, 0.0, -0.02)), slots)


def _giraffe() -> Shape:
    head, skull = (0.0, 1.50, 0.33), (0.140, 0.135, 0.145)
    prims = (
        capsule((0.0, 0.68, -0.20), (0.0, 0.74, 0.10), 0.180, end=0.180),
        *legs(0.105, 0.12, -0.22, 0.56, 0.062, blend=0.05),
        capsule((0.0, 0.78, 0.13), (0.0, 1.44, 0.29), 0.138, end=0.088, blend=0.07),
        ellipsoid(head, skull, "plain", blend=0.03),
        *hooves(0.105, 0.12, -0.22, 0.09, 0.071),
        capsule((0.0, 1.425, 0.45), (0.0, 1.405, 0.51), 0.084, end=0.088, slot="cream", blend=0.02),
        *both(ellipsoid((0.040, 1.445, 0.593), (0.015, 0.019, 0.012), "nose")),
        *both(ellipsoid((0.165, 1.545, 0.27), (0.085, 0.038, 0.035), "plain", turn=(0.0, 15.0, 18.0))),
        *both(capsule((0.052, 1.59, 0.30), (0.062, 1.70, 0.285), 0.026, slot="plain")),
        *both(ball((0.063, 1.725, 0.283), 0.042, "spot")),
        capsule((0.0, 0.76, -0.36), (0.0, 0.46, -0.44), 0.030, slot="plain", blend=0.02),
        ball((0.0, 0.43, -0.445), 0.055, "spot"),
        *eyes(on(head, skull, 37.0, 18.0, 0.96), 0.042),
    )
    brown = (0.20, 0.062, 0.016)
    slots = _HIDE | {
        "body": Slot(pattern="spots", second=brown, scale=0.165),
        "plain": Slot(),
        "spot": Slot(brown, "main"),
    }
    return Shape("giraffe", moved(prims, (0.0, 0.0, -0.07)), slots)


def _antler(side: float) -> tuple[Prim, ...]:
    def limb(a: Vec3, b: Vec3, radius: float, end: float) -> Prim:
        return capsule((side * a[0], a[1], a[2]), (side * b[0], b[1], b[2]), radius, "horn", end)

    return (
        limb((0.070, 1.13, 0.31), (0.200, 1.42, 0.25), 0.030, 0.024),
        limb((0.125, 1.24, 0.29), (0.110, 1.42, 0.34), 0.026, 0.020),
        limb((0.165, 1.33, 0.27), (0.300, 1.46, 0.29), 0.025, 0.020),
    )


def _deer() -> Shape:
    head, skull = (0.0, 1.02, 0.34), (0.160, 0.155, 0.155)
    prims = (
        capsule((0.0, 0.59, -0.24), (0.0, 0.61, 0.13), 0.180, "coat", 0.175),
        *legs(0.108, 0.15, -0.26, 0.47, 0.064),
        capsule((0.0, 0.66, 0.16), (0.0, 0.96, 0.30), 0.130, end=0.100, blend=0.07),
        ellipsoid(head, skull, blend=0.04),
        capsule((0.0, 0.950, 0.45), (0.0, 0.935, 0.52), 0.080, "pale", 0.076, blend=0.03),
        ellipsoid((0.0, 0.972, 0.582), (0.046, 0.036, 0.030), "nose"),
        *both(ellipsoid((0.195, 1.085, 0.285), (0.105, 0.050, 0.038), turn=(0.0, 15.0, 20.0), blend=0.01)),
        *_antler(1.0),
        *_antler(-1.0),
        ellipsoid((0.0, 0.67, 0.235), (0.105, 0.165, 0.080), "pale", turn=(-18.0, 0.0, 0.0), blend=0.02),
        ellipsoid((0.0, 0.72, -0.42), (0.060, 0.095, 0.055), "pale", turn=(-30.0, 0.0, 0.0)),
        *eyes(on(head, skull, 36.0, 14.0, 0.965), 0.045),
    )
    slots = _HIDE | {
        "body": Slot(shade=1.5),
        "coat": Slot(shade=1.5, pattern="spots", second=(0.80, 0.66, 0.48), scale=0.105),
    }
    return Shape("deer", moved(prims, (0.0, 0.0, -0.06)), slots)


def _camel() -> Shape:
    head, skull = (0.0, 1.13, 0.58), (0.130, 0.125, 0.145)
    prims = (
        capsule((0.0, 0.66, -0.34), (0.0, 0.66, 0.16), 0.215, end=0.205),
        ellipsoid((0.0, 0.90, -0.29), (0.135, 0.190, 0.140), blend=0.08),
        ellipsoid((0.0, 0.90, 0.06), (0.135, 0.190, 0.140), blend=0.08),
        *legs(0.125, 0.15, -0.36, 0.50, 0.070),
        capsule((0.0, 0.68, 0.26), (0.0, 0.70, 0.46), 0.135, end=0.115, blend=0.08),
        capsule((0.0, 0.70, 0.48), (0.0, 1.07, 0.55), 0.112, end=0.095, blend=0.06),
        ellipsoid(head, skull, blend=0.04),
        capsule((0.0, 1.065, 0.71), (0.0, 1.050, 0.77), 0.086, "cream", 0.094, blend=0.03),
        *both(ellipsoid((0.042, 1.095, 0.856), (0.018, 0.013, 0.014), "nose")),
        facing((0.0, 1.045, 0.866), 0.045, 0.010, "nose", -90.0, 120.0),
        *both(ellipsoid((0.105, 1.235, 0.53), (0.040, 0.062, 0.030), turn=(0.0, 0.0, -28.0))),
        ellipsoid((0.0, 1.245, 0.575), (0.075, 0.055, 0.085), "dark"),
        ellipsoid((0.0, 1.045, -0.29), (0.098, 0.080, 0.100), "dark"),
        ellipsoid((0.0, 1.045, 0.06), (0.098, 0.080, 0.100), "dark"),
        capsule((0.0, 0.72, -0.54), (0.0, 0.44, -0.62), 0.032, end=0.055, blend=0.02),
        *eyes(on(head, skull, 40.0, 24.0, 0.965), 0.042),
    )
    return Shape("camel", moved(prims, (0.0, 0.0, -0.11)), _HIDE | {"body": Slot(shade=1.7)})


def _pig() -> Shape:
    head, skull = (0.0, 0.56, 0.36), (0.215, 0.205, 0.195)
    prims = (
        ellipsoid((0.0, 0.43, -0.08), (0.270, 0.265, 0.390)),
        *legs(0.150, 0.12, -0.27, 0.26, 0.080),
        ellipsoid(head, skull, blend=0.06),
        *hooves(0.150, 0.12, -0.27, 0.075, 0.088),
        cylinder((0.0, 0.520, 0.550), 0.095, 0.055, "snout", turn=(90.0, 0.0, 0.0), round=0.03),
        *both(ellipsoid((0.034, 0.522, 0.606), (0.017, 0.028, 0.010), "nose")),
        *both(
            ellipsoid(
                (0.135, 0.745, 0.350), (0.085, 0.095, 0.032), "snout", turn=(35.0, 12.0, -30.0), blend=0.015
            )
        ),
        melted(torus((0.0, 0.53, -0.50), 0.062, 0.026, "snout", turn=(0.0, 90.0, 90.0), arc=300.0), 0.01),
        *eyes(on(head, skull, 29.0, 19.0, 0.97), 0.040),
        *both(ellipsoid(on(head, skull, 44.0, -8.0, 0.94), (0.045, 0.032, 0.030), "blush")),
    )
    slots = _HIDE | {
        "snout": Slot((0.74, 0.17, 0.24), "main"),
        "hoof": Slot((0.30, 0.075, 0.085), "plastic"),
        "blush": Slot((0.80, 0.16, 0.22), "main"),
    }
    return Shape("pig", moved(prims, (0.0, 0.0, -0.02)), slots)


def _kangaroo() -> Shape:
    head, skull = (0.0, 1.00, 0.14), (0.135, 0.140, 0.145)
    prims = (
        ellipsoid((0.0, 0.40, -0.06), (0.225, 0.300, 0.220)),
        capsule((0.0, 0.50, -0.02), (0.0, 0.80, 0.05), 0.185, end=0.120, blend=0.06),
        ellipsoid(head, skull, blend=0.05),
        capsule((0.0, 0.945, 0.25), (0.0, 0.935, 0.30), 0.074, "cream", 0.072, blend=0.03),
        ellipsoid((0.0, 0.975, 0.368), (0.040, 0.030, 0.026), "nose"),
        *both(ellipsoid((0.085, 1.240, 0.10), (0.058, 0.150, 0.040), turn=(0.0, 0.0, -14.0), blend=0.02)),
        *both(ellipsoid((0.087, 1.238, 0.130), (0.034, 0.110, 0.020), "pink", turn=(0.0, 0.0, -14.0))),
        *both(capsule((0.140, 0.76, 0.06), (0.225, 0.63, 0.22), 0.054, end=0.048, blend=0.03)),
        *both(ellipsoid((0.175, 0.290, 0.00), (0.105, 0.200, 0.175), blend=0.04)),
        *both(capsule((0.170, 0.060, -0.02), (0.185, 0.060, 0.30), 0.060, end=0.064, blend=0.03)),
        capsule((0.0, 0.22, -0.22), (0.0, 0.075, -0.66), 0.120, end=0.062, blend=0.06),
        ellipsoid((0.0, 0.390, 0.085), (0.160, 0.215, 0.110), "cream"),
        ball((0.0, 0.520, 0.220), 0.090, "joey"),
        *both(ball((0.036, 0.540, 0.302), 0.017, "nose")),
        *both(ellipsoid((0.052, 0.612, 0.205), (0.026, 0.055, 0.022), "joey", turn=(0.0, 0.0, -14.0))),
        *eyes(on(head, skull, 34.0, 16.0, 0.965), 0.040),
    )
    return Shape(
        "kangaroo",
        moved(prims, (0.0, 0.0, 0.12)),
        _HIDE | {"body": Slot(shade=1.5), "joey": Slot((0.62, 0.33, 0.15), "main")},
    )


GRAZERS: tuple[Shape, ...] = (
    *(_horse(), _cow(), _zebra(), _giraffe()),
    *(_deer(), _camel(), _pig(), _kangaroo()),
)
"""Grazers, pigs and kangaroos among them."""
