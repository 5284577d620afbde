"""What people ride and fly, as painted toys: bicycle, motorcycle, scooter, tractor, helicopter, hot air balloon."""

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
from cavendish.world.shapes.parts import CHROME, LAMP, PANE, RUBBER, both, moved, upright

_ACROSS = (0.0, 0.0, 90.0)
_ALONG = (90.0, 0.0, 0.0)
_DARK = Slot((0.024, 0.024, 0.027), "metal")
_LEATHER = Slot((0.20, 0.070, 0.024), "rubber")
_WHITE = Slot((0.84, 0.83, 0.80), "plastic")
_TAIL = Slot((0.60, 0.012, 0.008), "plastic", emission=0.25)


def _ring(y: float, z: float, ring: float, tube: float, slot: str) -> Prim:
    """A whole ring that rolls along z."""
    return torus((0.0, y, z), ring, tube, slot, turn=_ACROSS)


def _bicycle() -> Shape:
    hub = 0.300

    def spoke(z: float, angle: float) -> Prim:
        t = math.radians(angle)
        y, d = 0.250 * math.sin(t), 0.250 * math.cos(t)
        return capsule((0.0, hub - y, z - d), (0.0, hub + y, z + d), 0.017, "chrome")

    prims = (
        *(_ring(hub, z, 0.262, 0.038, "tyre") for z in (0.425, -0.425)),
        *(spoke(z, a) for z in (0.425, -0.425) for a in (15.0, 75.0, 135.0)),
        upright((0.0, hub, 0.425), 0.316, 0.034, "body", 80.0, 110.0),
        upright((0.0, hub, -0.425), 0.316, 0.034, "body", 110.0, 130.0),
        capsule((0.0, 0.690, -0.160), (0.0, 0.730, 0.255), 0.040),
        capsule((0.0, 0.290, -0.030), (0.0, 0.650, 0.275), 0.046),
        capsule((0.0, 0.290, -0.030), (0.0, 0.790, -0.192), 0.040),
        capsule((0.0, 0.640, 0.282), (0.0, 0.930, 0.205), 0.040),
        *both(capsule((0.055, 0.650, 0.285), (0.055, hub, 0.425), 0.028)),
        *both(capsule((0.045, 0.690, -0.165), (0.055, hub, -0.425), 0.026)),
        ellipsoid((0.0, 0.815, -0.210), (0.095, 0.046, 0.160), "seat"),
        capsule((-0.240, 0.950, 0.175), (0.240, 0.950, 0.175), 0.026, "bar"),
        *both(capsule((0.160, 0.950, 0.165), (0.245, 0.950, 0.145), 0.036, "leather")),
        cylinder((0.060, 0.290, -0.030), 0.092, 0.018, "chrome", turn=_ACROSS, round=0.01),
        # One bar through the chainring is both cranks, a pedal at each end.
        capsule((0.115, 0.200, 0.060), (-0.115, 0.380, -0.120), 0.024, "chrome"),
        capsule((0.100, 0.200, 0.060), (0.195, 0.200, 0.060), 0.038, "tyre"),
        capsule((-0.100, 0.380, -0.120), (-0.195, 0.380, -0.120), 0.038, "tyre"),
    )
    slots = {
        "body": Slot(),
        "tyre": RUBBER,
        "chrome": CHROME,
        "bar": CHROME,
        "leather": _LEATHER,
        "seat": _LEATHER,
    }
    return Shape("bicycle", prims, slots)


def _motorcycle() -> Shape:
    hub = 0.270
    prims = (
        *(_ring(hub, z, 0.195, 0.075, "tyre") for z in (0.500, -0.470)),
        *(cylinder((0.0, hub, z), 0.140, 0.050, "chrome", turn=_ACROSS, round=0.02) for z in (0.500, -0.470)),
        upright((0.0, hub, 0.500), 0.262, 0.070, "body", 90.0, 110.0),
        upright((0.0, hub, -0.470), 0.268, 0.078, "body", 110.0, 130.0),
        ellipsoid((0.0, 0.675, 0.110), (0.185, 0.150, 0.285)),
        ellipsoid((0.0, 0.655, -0.250), (0.150, 0.075, 0.240), "seat"),
        ellipsoid((0.0, 0.640, -0.560), (0.145, 0.095, 0.190)),
        box((0.0, 0.520, -0.260), (0.165, 0.110, 0.200), round=0.06, turn=(8.0, 0.0, 0.0)),
        ellipsoid((0.0, 0.640, -0.720), (0.070, 0.045, 0.045), "tail"),
        box((0.0, 0.310, 0.020), (0.120, 0.130, 0.190), "dark", round=0.05),
        cylinder((0.0, 0.470, 0.090), 0.115, 0.120, "chrome", turn=(24.0, 0.0, 0.0), round=0.02),
        cylinder((0.0, 0.320, -0.040), 0.085, 0.150, "chrome", turn=_ACROSS, round=0.02),
        *both(capsule((0.105, 0.800, 0.315), (0.105, hub, 0.500), 0.032, "chrome")),
        cylinder((0.0, 0.755, 0.425), 0.130, 0.075, turn=_ALONG, round=0.03),
        ellipsoid((0.0, 0.755, 0.500), (0.100, 0.100, 0.040), "lamp"),
        capsule((-0.250, 0.960, 0.230), (0.250, 0.960, 0.230), 0.026, "chrome"),
        *both(capsule((0.095, 0.790, 0.320), (0.130, 0.960, 0.232), 0.026, "chrome")),
        *both(capsule((0.190, 0.962, 0.225), (0.280, 0.960, 0.205), 0.040, "tyre")),
        *both(capsule((0.155, 0.215, 0.060), (0.180, 0.230, -0.600), 0.040, "chrome", end=0.062)),
    )
    slots = {
        "body": Slot(),
        "tyre": RUBBER,
        "seat": _LEATHER,
        "chrome": CHROME,
        "dark": _DARK,
        "lamp": LAMP,
        "tail": _TAIL,
    }
    return Shape("motorcycle", prims, slots)


def _scooter() -> Shape:
    hub = 0.180
    prims = (
        *(_ring(hub, z, 0.118, 0.062, "tyre") for z in (0.420, -0.400)),
        *(cylinder((0.0, hub, z), 0.095, 0.050, "chrome", turn=_ACROSS, round=0.02) for z in (0.420, -0.400)),
        box((0.0, 0.480, 0.290), (0.235, 0.275, 0.034), turn=(-14.0, 0.0, 0.0), round=0.032),
        box((0.0, 0.205, 0.050), (0.190, 0.040, 0.260), round=0.035, blend=0.06),
        ellipsoid((0.0, 0.420, -0.330), (0.215, 0.220, 0.300), blend=0.05),
        ellipsoid((0.0, 0.300, -0.540), (0.100, 0.110, 0.085), blend=0.04),
        ellipsoid((0.0, 0.270, 0.425), (0.110, 0.125, 0.205)),
        box((0.0, 0.210, 0.060), (0.150, 0.043, 0.200), "mat", round=0.01),
        ellipsoid((0.0, 0.645, -0.300), (0.150, 0.070, 0.270), "seat"),
        capsule((0.0, 0.500, 0.300), (0.0, 0.900, 0.190), 0.058),
        ellipsoid((0.0, 0.920, 0.205), (0.150, 0.095, 0.120)),
        ellipsoid((0.0, 0.925, 0.300), (0.088, 0.082, 0.045), "lamp"),
        capsule((-0.230, 0.945, 0.170), (0.230, 0.945, 0.170), 0.030),
        *both(capsule((0.180, 0.945, 0.165), (0.270, 0.945, 0.150), 0.042, "seat")),
        *both(
            capsule((0.200, 0.950, 0.170), (0.225, 1.060, 0.170), 0.018, "chrome"),
            ellipsoid((0.230, 1.080, 0.170), (0.068, 0.056, 0.024), "chrome"),
        ),
        capsule((0.0, 0.310, 0.358), (0.0, 0.660, 0.278), 0.034, "white"),
        ellipsoid((0.0, 0.450, -0.615), (0.065, 0.045, 0.036), "tail"),
    )
    slots = {
        "body": Slot(),
        "tyre": RUBBER,
        "chrome": CHROME,
        "lamp": LAMP,
        "tail": _TAIL,
        "seat": _LEATHER,
        "mat": _DARK,
        "white": _WHITE,
    }
    return Shape("scooter", prims, slots)


def _tractor() -> Shape:
    def pair(x: float, z: float, radius: float, half: float, hub: float) -> tuple[Prim, ...]:
        return (
            *both(cylinder((x, radius, z), radius, half, "tyre", turn=_ACROSS, round=half * 0.55)),
            cylinder((0.0, radius, z), radius * hub, x + half * 1.06, "hub", turn=_ACROSS, round=0.03),
            cylinder((0.0, radius, z), radius * 0.20, x + half * 1.30, turn=_ACROSS, round=0.02),
        )

    prims = (
        box((0.0, 0.580, 0.320), (0.200, 0.180, 0.420), round=0.075),
        box((0.0, 0.400, 0.100), (0.150, 0.110, 0.600), "dark", round=0.04),
        box((0.0, 0.560, 0.735), (0.150, 0.130, 0.020), "dark", round=0.015),
        *both(ellipsoid((0.130, 0.665, 0.730), (0.058, 0.058, 0.036), "lamp")),
        *pair(0.390, -0.400, 0.410, 0.110, 0.56),
        *pair(0.330, 0.480, 0.230, 0.085, 0.55),
        *both(upright((0.390, 0.410, -0.400), 0.440, 0.055, "body", 92.0, 100.0)),
        box((0.0, 0.640, -0.380), (0.265, 0.200, 0.280), round=0.04),
        box((0.0, 0.980, -0.370), (0.245, 0.210, 0.260), "pane", round=0.05),
        *(box((0.0, 0.980, z), (0.255, 0.215, 0.036), round=0.015) for z in (-0.115, -0.620)),
        box((0.0, 0.990, -0.370), (0.180, 0.160, 0.300), "pane", round=0.04),
        box((0.0, 1.220, -0.370), (0.320, 0.048, 0.340), round=0.045),
        capsule((0.105, 0.700, 0.460), (0.105, 1.080, 0.460), 0.040, "chrome"),
    )
    slots = {
        "body": Slot(),
        "tyre": RUBBER,
        "hub": Slot((0.84, 0.50, 0.030), "ceramic"),
        "dark": _DARK,
        "lamp": LAMP,
        "pane": PANE,
        "chrome": CHROME,
    }
    return Shape("tractor", moved(prims, (0.0, 0.0, 0.04)), slots)


def _helicopter() -> Shape:
    prims = (
        ellipsoid((0.0, 0.540, 0.280), (0.300, 0.310, 0.440)),
        capsule((0.0, 0.580, 0.050), (0.0, 0.700, -0.850), 0.200, end=0.062, blend=0.10),
        ellipsoid((0.0, 0.580, 0.395), (0.262, 0.225, 0.350), "pane"),
        ellipsoid((0.0, 0.545, 0.295), (0.034, 0.312, 0.456)),
        *both(box((0.280, 0.560, 0.130), (0.026, 0.110, 0.100), "pane", round=0.025)),
        box((0.0, 0.840, -0.840), (0.034, 0.190, 0.110), turn=(-28.0, 0.0, 0.0), round=0.03),
        box((0.0, 0.700, -0.760), (0.240, 0.026, 0.075), "trim", round=0.024),
        torus((0.075, 0.760, -0.880), 0.130, 0.022, "trim", turn=_ACROSS),
        *(
            box((0.075, 0.760, -0.880), (0.014, 0.125, 0.026), "rotor", turn=(a, 0.0, 0.0), round=0.01)
            for a in (30.0, 120.0)
        ),
        cylinder((0.0, 0.860, 0.100), 0.140, 0.060, "trim", round=0.04),
        cylinder((0.0, 0.960, 0.100), 0.042, 0.080, "rotor", round=0.01),
        *(
            box((0.0, 1.045, 0.100), (0.070, 0.022, 0.920), "rotor", turn=(0.0, a, 0.0), round=0.018)
            for a in (28.0, 118.0)
        ),
        ball((0.0, 1.060, 0.100), 0.066, "trim"),
        *both(capsule((0.260, 0.038, -0.220), (0.260, 0.038, 0.560), 0.038, "dark")),
        *both(
            capsule((0.260, 0.060, 0.380), (0.150, 0.330, 0.340), 0.030, "dark"),
            capsule((0.260, 0.060, -0.050), (0.150, 0.360, 0.0), 0.030, "dark"),
        ),
        ellipsoid((0.0, 0.330, 0.560), (0.070, 0.050, 0.060), "lamp"),
    )
    slots = {
        "body": Slot(),
        "pane": PANE,
        "trim": _WHITE,
        "dark": _DARK,
        "rotor": _DARK,
        "lamp": LAMP,
    }
    return Shape("helicopter", moved(prims, (0.0, 0.0, 0.06)), slots)


def _hot_air_balloon() -> Shape:
    def gore(i: int) -> Prim:
        t = math.radians(45.0 * i + 22.5)
        x, z = math.sin(t), math.cos(t)
        low, high = (0.170 * x, 0.880, 0.170 * z), (0.300 * x, 1.560, 0.300 * z)
        return capsule(low, high, 0.105, "body" if i % 2 else "stripe", end=0.415)

    def rope(angle: float) -> Prim:
        t = math.radians(angle + 45.0)
        x, z = math.sin(t), math.cos(t)
        return capsule((0.200 * x, 0.340, 0.200 * z), (0.225 * x, 0.800, 0.225 * z), 0.024, "rope")

    prims = (
        *(gore(i) for i in range(8)),
        ellipsoid((0.0, 1.860, 0.0), (0.330, 0.130, 0.330)),
        cylinder((0.0, 0.800, 0.0), 0.240, 0.045, round=0.03),
        *repeated(4, rope),
        cone((0.0, 0.170, 0.0), 0.170, 0.170, 0.215, "wicker", round=0.035),
        torus((0.0, 0.335, 0.0), 0.200, 0.034, "rim"),
        torus((0.0, 0.035, 0.0), 0.160, 0.034, "rim"),
    )
    slots = {
        "body": Slot(),
        "stripe": Slot((0.86, 0.80, 0.62), "main"),
        "rope": Slot((0.40, 0.24, 0.11), "fabric"),
        "wicker": Slot((0.46, 0.24, 0.08), "fabric", "stripes", (0.26, 0.115, 0.035), 0.075),
        "rim": Slot((0.30, 0.135, 0.045), "fabric"),
    }
    return Shape("hot air balloon", prims, slots)


RIDING: tuple[Shape, ...] = (
    _bicycle(),
    _motorcycle(),
    _scooter(),
    _tractor(),
    _helicopter(),
    _hot_air_balloon(),
)
