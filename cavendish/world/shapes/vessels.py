"""Vessels: cup, bottle, vase with flowers, wine glass, bowl."""

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
from cavendish.world.shapes.posed import posed


def _cup() -> Shape:
    x = -0.045
    prims = (
        cone((x, 0.315, 0.0), 0.262, 0.315, 0.284, round=0.05),
        cone((x, 0.420, 0.0), 0.205, 0.340, 0.260, "inside", op="subtract", round=0.05),
        torus((x, 0.622, 0.0), 0.270, 0.021),
        cylinder((x, 0.585, 0.0), 0.262, 0.012, "coffee"),
        ellipsoid((x - 0.02, 0.596, 0.02), (0.105, 0.008, 0.085), "foam"),
        torus((x + 0.285, 0.325, 0.0), 0.140, 0.038, "handle", turn=(90.0, 0.0, 0.0), arc=196.0, blend=0.025),
    )
    slots = {
        "body": Slot(),
        "handle": Slot(),
        "inside": Slot((0.80, 0.75, 0.66), "main"),
        "coffee": Slot((0.110, 0.042, 0.014), "ceramic"),
        "foam": Slot((0.62, 0.42, 0.24), "matte"),
    }
    spot = LetterSpot((x, 0.330, 0.2735), 0.44, 0.28, radius=0.2735)
    return Shape("cup", prims, slots, letters=spot, top=0.643)


def _bottle() -> Shape:
    prims = (
        cylinder((0.0, 0.275, 0.0), 0.160, 0.275, round=0.030),
        ellipsoid((0.0, 0.520, 0.0), (0.160, 0.155, 0.160), blend=0.02),
        cone((0.0, 0.740, 0.0), 0.064, 0.130, 0.052, blend=0.11),
        torus((0.0, 0.855, 0.0), 0.046, 0.022),
        cone((0.0, 0.915, 0.0), 0.040, 0.060, 0.050, "cork", round=0.014),
        cylinder((0.0, 0.300, 0.0), 0.1635, 0.130, "label", round=0.004),
        cylinder((0.0, 0.412, 0.0), 0.1645, 0.009, "stripe", round=0.002),
        cylinder((0.0, 0.188, 0.0), 0.1645, 0.009, "stripe", round=0.002),
    )
    slots = {
        "body": Slot(),
        "cork": Slot((0.52, 0.30, 0.13), "matte"),
        "label": Slot((0.82, 0.74, 0.58), "paper"),
        "stripe": Slot((0.60, 0.30, 0.06), "paper"),
    }
    spot = LetterSpot((0.0, 0.300, 0.1635), 0.29, 0.19, radius=0.1635)
    return Shape("bottle", prims, slots, letters=spot)


def _daisy(at: Vec3, radius: float, turn: Vec3, slot: str) -> tuple[Prim, ...]:
    """A six-petalled flower whose face looks along +z before it is turned."""
    petals = tuple(
        ellipsoid((0.0, 0.0, 0.0), (radius, radius * 0.34, radius * 0.20), slot, turn=(0.0, 0.0, a))
        for a in (0.0, 60.0, 120.0)
    )
    return posed((*petals, ball((0.0, 0.0, radius * 0.12), radius * 0.30, "heart")), turn, at)


def _vase() -> Shape:
    prims = (
        ellipsoid((0.0, 0.270, 0.0), (0.235, 0.235, 0.235)),
        cone((0.0, 0.045, 0.0), 0.140, 0.045, 0.120, round=0.02, blend=0.08),
        cone((0.0, 0.520, 0.0), 0.105, 0.090, 0.095, blend=0.13),
        torus((0.0, 0.605, 0.0), 0.108, 0.032, blend=0.03),
        cylinder((0.0, 0.600, 0.0), 0.088, 0.080, "inside", op="subtract"),
        cylinder((0.0, 0.270, 0.0), 0.2385, 0.040, "band", round=0.02),
        capsule((0.0, 0.500, 0.0), (-0.150, 0.800, 0.030), 0.013, "stem"),
        capsule((0.0, 0.500, 0.0), (0.030, 0.900, -0.020), 0.013, "stem"),
        capsule((0.0, 0.500, 0.0), (0.170, 0.745, 0.040), 0.013, "stem"),
        *_daisy((-0.155, 0.810, 0.050), 0.120, (-20.0, -18.0, 10.0), "petal"),
        *_daisy((0.035, 0.915, 0.000), 0.125, (-22.0, 4.0, 0.0), "petal"),
        *_daisy((0.178, 0.750, 0.060), 0.110, (-16.0, 24.0, 20.0), "petal"),
    )
    slots = {
        "body": Slot(),
        "inside": Slot((0.05, 0.045, 0.04), "matte"),
        "band": Slot((0.80, 0.76, 0.68), "main"),
        "stem": Slot((0.06, 0.24, 0.04), "leaf"),
        "petal": Slot((0.86, 0.82, 0.74), "leaf"),
        "heart": Slot((0.85, 0.45, 0.02), "matte"),
    }
    return Shape("vase", prims, slots)


def _wine_glass() -> Shape:
    prims = (
        # A little wider than the glass, for what is seen through a wall is what lies behind the whole thing.
        ellipsoid((0.0, 0.640, 0.0), (0.2045, 0.2605, 0.2045), "wine"),
        box((0.0, 0.395, 0.0), (0.22, 0.200, 0.22), "wine", op="intersect"),
        ellipsoid((0.0, 0.640, 0.0), (0.192, 0.248, 0.192), shell=0.010),  # noqa: S604 -- a wall, no command
        box((0.0, 0.520, 0.0), (0.22, 0.300, 0.22), op="intersect"),
        torus((0.0, 0.820, 0.0), 0.1325, 0.0125),
        capsule((0.0, 0.070, 0.0), (0.0, 0.400, 0.0), 0.024, end=0.020, blend=0.05),
        cone((0.0, 0.022, 0.0), 0.175, 0.022, 0.060, round=0.014, blend=0.05),
    )
    slots = {"body": Slot(), "wine": Slot((0.24, 0.008, 0.022), "ceramic")}
    return Shape("wine glass", prims, slots)


def _bowl() -> Shape:
    def ring(x: float, z: float, tilt: float) -> Prim:
        return torus((x, 0.338, z), 0.042, 0.021, "cereal", turn=(tilt, 0.0, tilt * 0.7))

    prims = (
        ellipsoid((0.0, 0.390, 0.0), (0.385, 0.360, 0.385), shell=0.022),  # noqa: S604 -- a wall, no command
        box((0.0, 0.190, 0.0), (0.45, 0.200, 0.45), op="intersect"),
        torus((0.0, 0.388, 0.0), 0.385, 0.025),
        cone((0.0, 0.035, 0.0), 0.195, 0.035, 0.175, round=0.015, blend=0.03),
        cylinder((0.0, 0.322, 0.0), 0.384, 0.012, "milk"),
        ring(-0.19, 0.10, 12.0),
        ring(-0.07, -0.08, -14.0),
        ring(-0.03, 0.16, 8.0),
        ring(0.10, 0.03, 16.0),
        ring(0.20, -0.12, -10.0),
        ring(0.22, 0.13, 14.0),
        ring(-0.22, -0.14, 6.0),
    )
    slots = {
        "body": Slot(),
        "milk": Slot((0.84, 0.80, 0.70), "ceramic"),
        "cereal": Slot((0.70, 0.36, 0.07), "matte"),
    }
    return Shape("bowl", prims, slots, top=0.345)


VESSELS: tuple[Shape, ...] = (_cup(), _bottle(), _vase(), _wine_glass(), _bowl())
