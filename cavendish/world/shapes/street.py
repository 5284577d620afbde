"""What stands in the street: traffic light, fire hydrant, stop sign, parking meter, mailbox, street lamp."""

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
from cavendish.world.shapes.parts import CHROME, both, facing

_ACROSS = (0.0, 0.0, 90.0)
_ALONG = (90.0, 0.0, 0.0)
_DARK = Slot((0.022, 0.023, 0.026), "metal")
_STEEL = Slot((0.42, 0.43, 0.45), "metal")
_WHITE = Slot((0.84, 0.83, 0.80), "plastic")


def _traffic_light() -> Shape:
    def light(y: float, slot: str) -> tuple[Prim, ...]:
        # What is cut out of the hood lies lower than the hood: thick above, open below.
        return (
            cylinder((0.0, y, 0.150), 0.122, 0.085, turn=_ALONG, round=0.012),
            cylinder((0.0, y - 0.030, 0.160), 0.104, 0.095, "dark", turn=_ALONG, op="subtract"),
            ellipsoid((0.0, y - 0.010, 0.085), (0.098, 0.098, 0.060), slot),
        )

    prims = (
        box((0.0, 1.190, 0.0), (0.190, 0.440, 0.130), round=0.055),
        *light(1.460, "red"),
        *light(1.190, "amber"),
        *light(0.920, "green"),
        box((0.0, 1.635, 0.0), (0.110, 0.025, 0.080), round=0.02),
        cylinder((0.0, 0.400, 0.0), 0.055, 0.400, "dark", round=0.01),
        cylinder((0.0, 0.735, 0.0), 0.085, 0.030, "dark", round=0.015),
        cone((0.0, 0.090, 0.0), 0.150, 0.070, 0.075, "dark", round=0.015),
        cylinder((0.0, 0.022, 0.0), 0.205, 0.022, "dark", round=0.015),
    )
    slots = {
        "body": Slot(),
        "dark": _DARK,
        "red": Slot((0.80, 0.015, 0.010), "plastic", emission=0.9),
        "amber": Slot((0.90, 0.36, 0.010), "plastic", emission=0.8),
        "green": Slot((0.010, 0.56, 0.10), "plastic", emission=0.8),
    }
    return Shape("traffic light", prims, slots)


def _fire_hydrant() -> Shape:
    def bolt(angle: float) -> Prim:
        t = math.radians(angle + 30.0)
        return cylinder((0.245 * math.sin(t), 0.110, 0.245 * math.cos(t)), 0.030, 0.030, "steel", round=0.008)

    prims = (
        cone((0.0, 0.400, 0.0), 0.215, 0.400, 0.195, round=0.02),
        cylinder((0.0, 0.045, 0.0), 0.300, 0.045, round=0.025),
        *repeated(6, bolt),
        torus((0.0, 0.150, 0.0), 0.215, 0.030, blend=0.03),
        cylinder((0.0, 0.800, 0.0), 0.255, 0.042, round=0.025),
        ellipsoid((0.0, 0.830, 0.0), (0.215, 0.215, 0.215)),
        cylinder((0.0, 1.045, 0.0), 0.085, 0.030, "cap", round=0.015),
        cylinder((0.0, 1.100, 0.0), 0.055, 0.050, "cap", round=0.015),
        cylinder((0.0, 0.600, 0.0), 0.105, 0.300, turn=_ACROSS, round=0.015),
        *both(
            cylinder((0.315, 0.600, 0.0), 0.125, 0.035, "cap", turn=_ACROSS, round=0.018),
            cylinder((0.360, 0.600, 0.0), 0.048, 0.030, "cap", turn=_ACROSS, round=0.012),
        ),
        cylinder((0.0, 0.520, 0.180), 0.135, 0.100, turn=_ALONG, round=0.015),
        cylinder((0.0, 0.520, 0.285), 0.160, 0.035, "cap", turn=_ALONG, round=0.018),
        cylinder((0.0, 0.520, 0.330), 0.058, 0.035, "cap", turn=_ALONG, round=0.012),
        *both(facing((0.200, 0.490, 0.215), 0.085, 0.018, "steel", -90.0, 150.0)),
    )
    slots = {"body": Slot(), "cap": Slot((0.80, 0.79, 0.75), "metal"), "steel": _STEEL}
    return Shape("fire hydrant", prims, slots)


def _stop_sign() -> Shape:
    wide, z = 0.405, 0.052  # half the white plate's width; how far forward the letters lie

    def bar(x: float, y: float, to_x: float, to_y: float) -> Prim:
        return capsule((x, 1.080 + y, z), (to_x, 1.080 + to_y, z), 0.024, "white")

    def bow(x: float, y: float, toward: float, arc: float) -> Prim:
        return facing((x, 1.080 + y, z), 0.058, 0.024, "white", toward, arc)

    inner = wide - 0.040
    strip = inner * math.tan(math.radians(22.5))
    prims = (
        box((0.0, 1.080, 0.0), (wide, wide, 0.030), "white", round=0.008),
        box((0.0, 1.080, 0.0), (wide, wide, 0.10), "white", turn=(0.0, 0.0, 45.0), op="intersect"),
        # An octagon is four crossed strips as wide as its sides are long.
        *(
            box((0.0, 1.080, 0.012), (inner, strip, 0.030), turn=(0.0, 0.0, a), round=0.006)
            for a in (0.0, 45.0, 90.0, 135.0)
        ),
        bow(-0.245, 0.060, 145.0, 250.0),
        bow(-0.245, -0.060, -35.0, 250.0),
        bar(-0.080, -0.118, -0.080, 0.118),
        bar(-0.150, 0.118, -0.010, 0.118),
        bow(0.095, 0.060, 90.0, 180.0),
        bow(0.095, -0.060, -90.0, 180.0),
        bar(0.037, -0.060, 0.037, 0.060),
        bar(0.153, -0.060, 0.153, 0.060),
        bar(0.225, -0.118, 0.225, 0.118),
        bow(0.252, 0.060, 0.0, 200.0),
        bar(0.225, 0.118, 0.252, 0.118),
        cylinder((0.0, 0.640, -0.060), 0.045, 0.640, "steel", round=0.01),
        cylinder((0.0, 0.025, -0.060), 0.215, 0.025, "steel", round=0.02),
        cone((0.0, 0.080, -0.060), 0.110, 0.050, 0.050, "steel", round=0.01),
    )
    return Shape("stop sign", prims, {"body": Slot(), "white": _WHITE, "steel": _STEEL})


def _parking_meter() -> Shape:
    prims = (
        box((0.0, 1.020, 0.0), (0.185, 0.190, 0.125), round=0.060),
        cylinder((0.0, 1.180, 0.0), 0.215, 0.120, turn=_ALONG, round=0.050),
        cone((0.0, 0.800, 0.0), 0.070, 0.060, 0.140, round=0.02, blend=0.06),
        cylinder((0.0, 1.180, 0.110), 0.168, 0.030, "chrome", turn=_ALONG, round=0.015),
        cylinder((0.0, 1.180, 0.118), 0.142, 0.030, "face", turn=_ALONG, round=0.006),
        facing((0.0, 1.150, 0.146), 0.100, 0.016, "green", 125.0, 70.0),
        facing((0.0, 1.150, 0.146), 0.100, 0.016, "red", 50.0, 60.0),
        capsule((0.0, 1.130, 0.152), (-0.062, 1.225, 0.152), 0.014, "dark", end=0.010),
        ball((0.0, 1.130, 0.150), 0.026, "dark"),
        box((0.0, 0.935, 0.120), (0.130, 0.075, 0.014), "chrome", round=0.012),
        box((-0.060, 0.940, 0.130), (0.014, 0.046, 0.010), "dark", round=0.006),
        cylinder((0.050, 0.940, 0.140), 0.046, 0.025, "dark", turn=_ALONG, round=0.012),
        box((0.050, 0.940, 0.165), (0.012, 0.042, 0.014), "chrome", turn=(0.0, 0.0, -38.0), round=0.008),
        cylinder((0.0, 0.400, 0.0), 0.058, 0.400, "steel", round=0.01),
        cylinder((0.0, 0.700, 0.0), 0.078, 0.030, "steel", round=0.015),
        cone((0.0, 0.075, 0.0), 0.125, 0.055, 0.065, "steel", round=0.012),
        cylinder((0.0, 0.022, 0.0), 0.190, 0.022, "steel", round=0.015),
    )
    slots = {
        "body": Slot(),
        "chrome": CHROME,
        "face": Slot((0.86, 0.84, 0.76), "paper"),
        "green": Slot((0.020, 0.36, 0.06), "plastic"),
        "red": Slot((0.60, 0.015, 0.012), "plastic"),
        "dark": _DARK,
        "steel": _STEEL,
    }
    return Shape("parking meter", prims, slots)


def _mailbox() -> Shape:
    prims = (
        box((0.0, 0.870, 0.0), (0.205, 0.130, 0.360), round=0.012),
        cylinder((0.0, 1.000, 0.0), 0.205, 0.360, turn=_ALONG, round=0.012),
        box((0.0, 0.860, 0.365), (0.222, 0.135, 0.022), round=0.015),
        cylinder((0.0, 0.995, 0.365), 0.222, 0.022, turn=_ALONG, round=0.015),
        box((0.0, 0.870, 0.355), (0.165, 0.105, 0.036), "shade", round=0.012),
        cylinder((0.0, 0.985, 0.355), 0.165, 0.036, "shade", turn=_ALONG, round=0.012),
        box((0.0, 1.165, 0.395), (0.040, 0.030, 0.030), "chrome", round=0.02),
        box((0.0, 0.950, 0.400), (0.120, 0.080, 0.010), "letter", round=0.008),
        *both(
            capsule((0.115, 1.026, 0.408), (0.008, 0.950, 0.408), 0.011, "line"),
        ),
        ball((0.0, 0.945, 0.412), 0.030, "red"),
        capsule((0.220, 0.920, 0.060), (0.220, 1.260, 0.060), 0.024, "red"),
        box((0.220, 1.220, -0.030), (0.020, 0.068, 0.110), "red", round=0.018),
        ball((0.222, 0.920, 0.060), 0.040, "chrome"),
        box((0.0, 0.370, -0.020), (0.075, 0.370, 0.075), "post", round=0.025),
        box((0.0, 0.715, 0.0), (0.150, 0.032, 0.300), "post", round=0.02),
        box((0.0, 0.030, -0.020), (0.190, 0.030, 0.190), "post", round=0.02),
    )
    slots = {
        "body": Slot(),
        "shade": Slot("main", "main", shade=0.72),
        "chrome": CHROME,
        "red": Slot((0.62, 0.016, 0.012), "plastic"),
        "letter": Slot((0.86, 0.82, 0.72), "paper"),
        "line": Slot((0.50, 0.42, 0.32), "paper"),
        "post": Slot((0.36, 0.17, 0.065), "wood"),
    }
    return Shape("mailbox", prims, slots)


def _street_lamp() -> Shape:
    def rib(angle: float) -> Prim:
        t = math.radians(angle + 45.0)
        x, z = math.sin(t), math.cos(t)
        return capsule((0.130 * x, 1.200, 0.130 * z), (0.225 * x, 1.620, 0.225 * z), 0.024)

    prims = (
        cone((0.0, 1.410, 0.0), 0.120, 0.210, 0.210, "glow", round=0.01),
        *repeated(4, rib),
        cylinder((0.0, 1.190, 0.0), 0.145, 0.032, round=0.018),
        cylinder((0.0, 1.632, 0.0), 0.270, 0.032, round=0.025),
        cone((0.0, 1.720, 0.0), 0.240, 0.074, 0.090, round=0.015),
        ball((0.0, 1.830, 0.0), 0.070),
        capsule((0.0, 0.250, 0.0), (0.0, 1.180, 0.0), 0.078, end=0.058),
        *both(capsule((0.0, 1.050, 0.0), (0.190, 1.050, 0.0), 0.028), ball((0.200, 1.050, 0.0), 0.042)),
        torus((0.0, 0.960, 0.0), 0.062, 0.034),
        torus((0.0, 0.480, 0.0), 0.078, 0.038),
        cone((0.0, 0.270, 0.0), 0.155, 0.170, 0.090, round=0.02),
        cylinder((0.0, 0.110, 0.0), 0.195, 0.030, round=0.02),
        cylinder((0.0, 0.045, 0.0), 0.250, 0.045, round=0.025),
    )
    slots = {"body": Slot(), "glow": Slot((1.0, 0.74, 0.34), "wax", emission=1.3)}
    return Shape("street lamp", prims, slots)


STREET: tuple[Shape, ...] = (
    _traffic_light(),
    _fire_hydrant(),
    _stop_sign(),
    _parking_meter(),
    _mailbox(),
    _street_lamp(),
)
