"""Things of a room: chair, lamp, potted plant, clock, candle."""

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
    mirrored,
    torus,
)
from cavendish.world.shapes.posed import posed

_FACING = (90.0, 0.0, 0.0)
_BRASS = Slot((0.92, 0.62, 0.20), "metal")


def _chair() -> Shape:
    prims = (
        box((0.0, 0.540, 0.020), (0.320, 0.038, 0.310), round=0.03),
        *mirrored(
            (
                capsule((0.285, 0.036, 0.285), (0.255, 0.530, 0.245), 0.036, "leg", end=0.046),
                capsule((0.285, 0.036, -0.310), (0.262, 0.540, -0.245), 0.036, "leg", end=0.046),
                capsule((0.262, 0.540, -0.245), (0.272, 1.110, -0.320), 0.044, "back", end=0.040),
                capsule((0.130, 0.560, -0.262), (0.136, 1.080, -0.322), 0.022, "back"),
                capsule((0.275, 0.230, -0.280), (0.275, 0.230, 0.270), 0.022, "leg"),
            )
        ),
        capsule((0.0, 0.560, -0.266), (0.0, 1.080, -0.326), 0.022, "back"),
        capsule((-0.272, 0.290, 0.265), (0.272, 0.290, 0.265), 0.022, "leg"),
        box((0.0, 1.105, -0.326), (0.325, 0.085, 0.032), "back", turn=(-8.0, 0.0, 0.0), round=0.03),
        box((0.0, 0.602, 0.035), (0.280, 0.045, 0.262), "cushion", round=0.044),
    )
    slots = {"body": Slot(), "leg": Slot(), "back": Slot(), "cushion": Slot((0.74, 0.60, 0.42), "fabric")}
    return Shape("chair", prims, slots, top=0.645)


def _lamp() -> Shape:
    prims = (
        cone((0.0, 0.790, 0.0), 0.300, 0.210, 0.175, round=0.010),
        cone((0.0, 0.785, 0.0), 0.280, 0.225, 0.150, "lining", op="subtract"),
        torus((0.0, 0.588, 0.0), 0.292, 0.015, "trim"),
        torus((0.0, 0.992, 0.0), 0.169, 0.013, "trim"),
        ball((0.0, 0.760, 0.0), 0.085, "bulb"),
        cylinder((0.0, 0.700, 0.0), 0.016, 0.340, "brass"),
        capsule((-0.165, 0.990, 0.0), (0.165, 0.990, 0.0), 0.015, "brass"),
        ball((0.0, 1.035, 0.0), 0.026, "brass"),
        ellipsoid((0.0, 0.250, 0.0), (0.165, 0.165, 0.165), "base"),
        cone((0.0, 0.420, 0.0), 0.070, 0.060, 0.040, "base", round=0.01, blend=0.10),
        cylinder((0.0, 0.490, 0.0), 0.036, 0.022, "brass", round=0.01),
        cone((0.0, 0.045, 0.0), 0.165, 0.045, 0.110, "brass", round=0.02),
        capsule((0.095, 0.680, 0.0), (0.095, 0.530, 0.0), 0.010, "brass"),
        ball((0.095, 0.520, 0.0), 0.018, "brass"),
        capsule((0.0, 0.690, 0.0), (0.095, 0.690, 0.0), 0.014, "brass"),
    )
    slots = {
        "body": Slot(emission=0.35),
        "lining": Slot((0.95, 0.80, 0.52), "paper", emission=1.0),
        "trim": Slot("main", "main", shade=0.72),
        "bulb": Slot((1.0, 0.86, 0.58), "matte", emission=3.0),
        "brass": _BRASS,
        "base": Slot((0.80, 0.74, 0.64), "ceramic"),
    }
    return Shape("lamp", prims, slots)


def _leaf(turn: float, lean: float, length: float, width: float, slot: str) -> Prim:
    """A flat leaf that grows from the pot's middle, `lean` degrees from upright, towards `turn` from the front."""
    a, t = math.radians(lean), math.radians(turn)
    reach, up = length * math.sin(a) + 0.03, length * math.cos(a)
    at = (reach * math.sin(t), 0.390 + up, reach * math.cos(t))
    return ellipsoid(at, (width, length, 0.022), slot, turn=(lean, turn, 0.0))


def _potted_plant() -> Shape:
    prims = (
        cone((0.0, 0.200, 0.0), 0.190, 0.200, 0.265, round=0.025),
        cylinder((0.0, 0.385, 0.0), 0.290, 0.055, round=0.025),
        cylinder((0.0, 0.440, 0.0), 0.245, 0.040, "soil", op="subtract"),
        ellipsoid((0.0, 0.400, 0.0), (0.250, 0.030, 0.250), "soil"),
        _leaf(10.0, 6.0, 0.340, 0.105, "dark"),
        _leaf(-28.0, 30.0, 0.300, 0.105, "leaf"),
        _leaf(38.0, 34.0, 0.290, 0.100, "leaf"),
        _leaf(110.0, 30.0, 0.300, 0.105, "dark"),
        _leaf(180.0, 32.0, 0.310, 0.105, "leaf"),
        _leaf(250.0, 30.0, 0.300, 0.105, "dark"),
        _leaf(0.0, 58.0, 0.240, 0.090, "dark"),
        _leaf(72.0, 60.0, 0.255, 0.090, "leaf"),
        _leaf(144.0, 60.0, 0.250, 0.090, "leaf"),
        _leaf(216.0, 60.0, 0.250, 0.090, "leaf"),
        _leaf(288.0, 60.0, 0.255, 0.090, "leaf"),
    )
    slots = {
        "body": Slot(),
        "soil": Slot((0.050, 0.026, 0.014), "matte"),
        "leaf": Slot((0.10, 0.36, 0.055), "leaf"),
        "dark": Slot((0.040, 0.22, 0.045), "leaf"),
    }
    return Shape("potted plant", prims, slots)


def _clock() -> Shape:
    def hand(angle: float, length: float, radius: float) -> Prim:
        t = math.radians(angle)
        return capsule(
            (0.0, 0.400, 0.100), (length * math.sin(t), 0.400 + length * math.cos(t), 0.100), radius, "ink"
        )

    marks = tuple(
        box(
            (0.0, 0.400, 0.080),
            (0.019 if a % 90 == 0 else 0.011, 0.262, 0.010),
            "ink",
            turn=(0.0, 0.0, a),
            round=0.004,
        )
        for a in (0.0, 30.0, 60.0, 90.0, 120.0, 150.0)
    )
    prims = (
        cylinder((0.0, 0.400, 0.0), 0.345, 0.140, turn=_FACING, round=0.055),
        cylinder((0.0, 0.400, 0.160), 0.285, 0.080, "face", op="subtract", turn=_FACING),
        *marks,
        cylinder((0.0, 0.400, 0.080), 0.195, 0.013, "face", turn=_FACING),
        hand(-58.0, 0.120, 0.017),
        hand(52.0, 0.195, 0.013),
        ball((0.0, 0.400, 0.104), 0.030, "red"),
        *mirrored(
            (
                capsule((0.160, 0.140, 0.0), (0.235, 0.040, 0.0), 0.040, "chrome", end=0.040),
                ellipsoid((0.205, 0.740, 0.0), (0.150, 0.105, 0.150), "chrome", turn=(0.0, 0.0, -32.0)),
            )
        ),
        torus((0.0, 0.760, 0.0), 0.105, 0.022, "chrome", turn=(90.0, 0.0, 90.0), arc=200.0),
    )
    slots = {
        "body": Slot(),
        "face": Slot((0.86, 0.82, 0.72), "paper"),
        "ink": Slot((0.012, 0.012, 0.014), "plastic"),
        "red": Slot((0.56, 0.03, 0.02), "plastic"),
        "chrome": _BRASS,
    }
    return Shape("clock", prims, slots, top=0.86)


def _candle() -> Shape:
    prims = (
        cylinder((0.0, 0.330, 0.0), 0.105, 0.240, round=0.030),
        ellipsoid((0.0, 0.575, 0.0), (0.075, 0.030, 0.075), "pool", op="subtract"),
        capsule((0.098, 0.530, 0.030), (0.103, 0.400, 0.032), 0.020, end=0.026, blend=0.02),
        capsule((-0.060, 0.540, 0.080), (-0.064, 0.330, 0.086), 0.019, end=0.027, blend=0.02),
        capsule((0.020, 0.540, 0.100), (0.021, 0.460, 0.103), 0.018, end=0.024, blend=0.02),
        capsule((-0.095, 0.540, -0.03), (-0.101, 0.440, -0.032), 0.018, end=0.024, blend=0.02),
        capsule((0.0, 0.540, 0.0), (0.006, 0.605, 0.0), 0.009, "wick"),
        capsule((0.004, 0.640, 0.0), (0.004, 0.745, 0.0), 0.044, "flame", end=0.010),
        cylinder((0.0, 0.022, 0.0), 0.200, 0.022, "brass", round=0.018),
        torus((0.0, 0.048, 0.0), 0.195, 0.022, "brass"),
        cone((0.0, 0.080, 0.0), 0.130, 0.050, 0.122, "brass", round=0.015),
        torus((0.225, 0.085, 0.0), 0.065, 0.018, "brass", turn=_FACING, arc=270.0),
    )
    slots = {
        "body": Slot(),
        "pool": Slot("main", "main", shade=0.85, emission=0.2),
        "wick": Slot((0.015, 0.012, 0.010), "matte"),
        "flame": Slot((1.0, 0.36, 0.03), "matte", emission=1.6),
        "brass": _BRASS,
    }
    return Shape("candle", posed(prims, by=(-0.025, 0.0, 0.0)), slots)


FURNITURE: tuple[Shape, ...] = (_chair(), _lamp(), _potted_plant(), _clock(), _candle())
