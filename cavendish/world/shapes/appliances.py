"""Machines of a household: what cooks, cools, washes, blows, shows and prints."""

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
from cavendish.world.shapes.parts import CHROME, PANE, both
from cavendish.world.shapes.posed import posed

_FACING = (90.0, 0.0, 0.0)
_ALONG = (0.0, 0.0, 90.0)
_DARK = Slot((0.026, 0.028, 0.032), "plastic")
_IVORY = Slot((0.80, 0.76, 0.66), "plastic")
_PAPER = Slot((0.86, 0.85, 0.82), "paper")
_WATER = Slot((0.16, 0.50, 0.70), "ceramic")
_RED = Slot((0.56, 0.025, 0.020), "plastic")
_GOLD = Slot((0.88, 0.52, 0.03), "plastic")
_SKY = Slot((0.03, 0.22, 0.55), "plastic")
_SHADED = Slot("main", "main", shade=0.68)


def _tv() -> Shape:
    prims = (
        box((0.0, 0.540, 0.0), (0.620, 0.350, 0.190), round=0.090),
        ellipsoid((0.0, 0.540, -0.170), (0.420, 0.260, 0.130), blend=0.05),
        box((-0.105, 0.545, 0.180), (0.455, 0.285, 0.034), "ivory", round=0.032),
        box((-0.105, 0.545, 0.195), (0.400, 0.232, 0.038), "screen", round=0.036),
        ellipsoid((-0.310, 0.665, 0.226), (0.105, 0.030, 0.014), "glare", turn=(0.0, 0.0, 32.0)),
        *(
            cylinder((0.480, y, 0.200), 0.070, 0.036, "knob", turn=_FACING, round=0.02)
            for y in (0.720, 0.550)
        ),
        *(capsule((0.430, y, 0.190), (0.530, y, 0.190), 0.018, "dark") for y in (0.410, 0.350, 0.290)),
        *both(
            capsule((0.400, 0.210, 0.080), (0.470, 0.036, 0.150), 0.045, "leg", end=0.034),
            capsule((0.400, 0.210, -0.080), (0.470, 0.036, -0.150), 0.045, "leg", end=0.034),
            capsule((0.020, 0.900, -0.080), (0.290, 1.180, -0.120), 0.018, "knob"),
            ball((0.290, 1.180, -0.120), 0.040, "knob"),
        ),
        ellipsoid((0.0, 0.885, -0.080), (0.110, 0.060, 0.080), "dark"),
    )
    slots = {
        "body": Slot(),
        "ivory": _IVORY,
        "screen": Slot((0.10, 0.34, 0.50), "ceramic", emission=0.35),
        "glare": Slot((0.70, 0.84, 0.90), "plastic", emission=0.5),
        "knob": CHROME,
        "dark": _DARK,
        "leg": Slot((0.30, 0.13, 0.045), "wood"),
    }
    return Shape("tv", prims, slots)


def _microwave() -> Shape:
    prims = (
        box((0.0, 0.345, -0.010), (0.540, 0.295, 0.300), round=0.060),
        box((-0.120, 0.345, 0.290), (0.385, 0.250, 0.032), "door", round=0.030),
        box((-0.160, 0.345, 0.312), (0.280, 0.180, 0.024), "pane", round=0.022),
        *(
            ellipsoid((x, y, 0.332), (long, 0.024, 0.012), "glare", turn=(0.0, 0.0, 38.0))
            for x, y, long in ((-0.290, 0.430, 0.100), (-0.240, 0.390, 0.140))
        ),
        capsule((0.195, 0.180, 0.360), (0.195, 0.510, 0.360), 0.030, "chrome"),
        *(capsule((0.195, y, 0.300), (0.195, y, 0.360), 0.026, "chrome") for y in (0.190, 0.500)),
        box((0.395, 0.345, 0.285), (0.115, 0.250, 0.030), "dark", round=0.028),
        box((0.395, 0.515, 0.306), (0.088, 0.045, 0.016), "digits", round=0.014),
        *(ball((x, y, 0.306), 0.026, "ivory") for x in (0.335, 0.395, 0.455) for y in (0.410, 0.330)),
        cylinder((0.395, 0.200, 0.320), 0.068, 0.034, "chrome", turn=_FACING, round=0.02),
        *both(capsule((0.420, 0.036, -0.200), (0.420, 0.036, 0.190), 0.036, "dark")),
    )
    slots = {
        "body": Slot(),
        "door": _SHADED,
        "pane": PANE,
        "glare": Slot((0.34, 0.44, 0.52), "plastic"),
        "chrome": CHROME,
        "dark": _DARK,
        "digits": Slot((0.10, 0.80, 0.45), "matte", emission=1.0),
        "ivory": _IVORY,
    }
    return Shape("microwave", prims, slots, top=0.640)


def _oven() -> Shape:
    rings = tuple((x, z) for x in (-0.215, 0.215) for z in (-0.150, 0.170))
    prims = (
        box((0.0, 0.045, -0.010), (0.420, 0.045, 0.340), "dark", round=0.02),
        box((0.0, 0.560, 0.0), (0.460, 0.500, 0.370), round=0.035),
        box((0.0, 1.065, 0.0), (0.470, 0.030, 0.390), "dark", round=0.022),
        *(cylinder((x, 1.100, z), 0.135, 0.020, "iron", round=0.012) for x, z in rings),
        *(torus((x, 1.116, z), 0.085, 0.020, "coil") for x, z in rings),
        box((0.0, 1.170, -0.340), (0.460, 0.125, 0.045), round=0.035),
        box((0.0, 1.190, -0.296), (0.120, 0.045, 0.016), "digits", round=0.014),
        *(
            cylinder((x, 0.945, 0.385), 0.056, 0.036, "chrome", turn=_FACING, round=0.018)
            for x in (-0.330, -0.110, 0.110, 0.330)
        ),
        box((0.0, 0.480, 0.370), (0.400, 0.355, 0.036), "door", round=0.034),
        box((0.0, 0.440, 0.394), (0.300, 0.215, 0.024), "glow", round=0.022),
        *(capsule((-0.290, y, 0.412), (0.290, y, 0.412), 0.015, "iron") for y in (0.370, 0.510)),
        capsule((-0.340, 0.760, 0.452), (0.340, 0.760, 0.452), 0.032, "chrome"),
        *both(capsule((0.300, 0.760, 0.390), (0.300, 0.760, 0.452), 0.028, "chrome")),
    )
    slots = {
        "body": Slot(),
        "door": _SHADED,
        "dark": _DARK,
        "iron": Slot((0.030, 0.030, 0.034), "rubber"),
        "coil": Slot((0.62, 0.060, 0.015), "matte", emission=0.5),
        "digits": Slot((0.10, 0.80, 0.45), "matte", emission=1.0),
        "glow": Slot((0.95, 0.42, 0.06), "ceramic", emission=0.55),
        "chrome": CHROME,
    }
    return Shape("oven", prims, slots, top=1.125)


def _toaster() -> Shape:
    def toast(z: float, lift: float) -> tuple[Prim, ...]:
        top = 0.735 + lift
        return (
            box((0.0, 0.590 + lift, z), (0.235, 0.200, 0.036), "crust", round=0.034),
            *both(cylinder((0.140, top, z), 0.120, 0.036, "crust", turn=_FACING, round=0.03, blend=0.02)),
            box((0.0, 0.600 + lift, z), (0.200, 0.195, 0.046), "crumb", round=0.040),
            *both(cylinder((0.135, top - 0.005, z), 0.090, 0.046, "crumb", turn=_FACING, round=0.03)),
        )

    prims = (
        box((0.0, 0.330, 0.0), (0.430, 0.270, 0.260), round=0.140),
        *(box((0.0, 0.600, z), (0.300, 0.080, 0.062), "dark", op="subtract") for z in (-0.105, 0.105)),
        box((0.0, 0.060, 0.0), (0.415, 0.060, 0.245), "dark", round=0.045),
        *toast(-0.105, 0.040),
        *toast(0.105, 0.0),
        box((0.430, 0.330, 0.0), (0.012, 0.150, 0.030), "dark", round=0.01),
        box((0.470, 0.400, 0.0), (0.056, 0.032, 0.085), "dark", round=0.030),
        cylinder((0.230, 0.250, 0.260), 0.066, 0.034, "dark", turn=_FACING, round=0.02),
        *(
            box((x, 0.330, 0.255), (0.022, 0.120, 0.016), "line", round=0.015)
            for x in (-0.220, -0.120, -0.020)
        ),
    )
    slots = {
        "body": Slot(),
        "dark": _DARK,
        "line": _SHADED,
        "crust": Slot((0.30, 0.105, 0.022), "matte"),
        "crumb": Slot((0.84, 0.52, 0.20), "matte"),
    }
    return Shape("toaster", prims, slots)


def _sink() -> Shape:
    prims = (
        cone((0.0, 0.350, -0.040), 0.190, 0.350, 0.150, round=0.03),
        cone((0.0, 0.060, -0.040), 0.260, 0.060, 0.215, round=0.03, blend=0.04),
        box((0.0, 0.790, 0.0), (0.480, 0.135, 0.350), round=0.125, blend=0.12),
        box((0.0, 0.890, 0.0), (0.495, 0.055, 0.365), round=0.050, blend=0.05),
        ellipsoid((0.0, 0.965, 0.070), (0.375, 0.230, 0.230), "inside", op="subtract"),
        ellipsoid((0.0, 0.850, 0.070), (0.310, 0.034, 0.190), "water"),
        box((0.0, 0.970, -0.320), (0.495, 0.085, 0.045), round=0.040),
        capsule((0.0, 0.930, -0.215), (0.0, 1.180, -0.215), 0.046, "chrome"),
        torus((0.0, 1.180, -0.120), 0.095, 0.042, "chrome", turn=(0.0, -90.0, 90.0), arc=180.0),
        capsule((0.0, 1.180, -0.025), (0.0, 1.130, -0.025), 0.042, "chrome", end=0.046),
        capsule((0.0, 1.120, -0.025), (0.0, 0.850, -0.025), 0.026, "water"),
        *both(
            cylinder((0.270, 0.965, -0.215), 0.034, 0.050, "chrome", round=0.01),
            capsule((0.205, 1.030, -0.215), (0.335, 1.030, -0.215), 0.030, "chrome"),
            capsule((0.270, 1.030, -0.280), (0.270, 1.030, -0.150), 0.030, "chrome"),
        ),
        ball((0.270, 1.050, -0.215), 0.042, "cold"),
        ball((-0.270, 1.050, -0.215), 0.042, "hot"),
    )
    slots = {
        "body": Slot(),
        "inside": Slot("main", "main", shade=0.86),
        "water": _WATER,
        "chrome": CHROME,
        "cold": _SKY,
        "hot": _RED,
    }
    return Shape("sink", prims, slots)


def _refrigerator() -> Shape:
    prims = (
        box((0.0, 0.765, -0.040), (0.385, 0.705, 0.300), "side", round=0.080),
        box((0.0, 1.210, 0.255), (0.380, 0.240, 0.075), round=0.060),
        box((0.0, 0.510, 0.255), (0.380, 0.435, 0.075), round=0.060),
        *both(capsule((0.290, 0.045, -0.220), (0.290, 0.045, 0.210), 0.045, "dark")),
        *(
            capsule((-0.290, low, 0.375), (-0.290, high, 0.375), 0.034, "chrome")
            for low, high in ((1.060, 1.250), (0.600, 0.860))
        ),
        *(
            capsule((-0.290, y, 0.300), (-0.290, y, 0.375), 0.028, "chrome")
            for y in (1.075, 1.235, 0.615, 0.845)
        ),
        box((0.170, 1.350, 0.328), (0.110, 0.026, 0.016), "chrome", round=0.014),
        box((0.090, 0.640, 0.326), (0.120, 0.150, 0.012), "paper", turn=(0.0, 0.0, -7.0), round=0.010),
        ellipsoid((0.095, 0.775, 0.340), (0.042, 0.042, 0.026), "red"),
        ellipsoid((0.080, 0.650, 0.334), (0.060, 0.060, 0.014), "gold"),
        box((0.090, 0.555, 0.334), (0.085, 0.024, 0.012), "grass", turn=(0.0, 0.0, -7.0), round=0.010),
        ellipsoid((-0.080, 0.380, 0.334), (0.048, 0.048, 0.026), "sky"),
        ellipsoid((0.210, 1.140, 0.334), (0.048, 0.048, 0.026), "gold"),
    )
    slots = {
        "body": Slot(),
        "side": Slot("main", "main", shade=0.84),
        "dark": _DARK,
        "chrome": CHROME,
        "paper": _PAPER,
        "red": _RED,
        "gold": _GOLD,
        "sky": _SKY,
        "grass": Slot((0.06, 0.34, 0.06), "plastic"),
    }
    return Shape("refrigerator", prims, slots, top=1.470)


def _hair_drier() -> Shape:
    prims = (
        capsule((-0.200, 0.790, 0.0), (0.100, 0.790, 0.0), 0.215, end=0.165),
        capsule((-0.120, 0.700, 0.0), (-0.020, 0.120, 0.0), 0.098, end=0.080, blend=0.08),
        cone((0.280, 0.790, 0.0), 0.135, 0.130, 0.165, "dark", turn=_ALONG, round=0.015),
        cylinder((0.225, 0.790, 0.0), 0.172, 0.034, "chrome", turn=_ALONG, round=0.02),
        torus((0.405, 0.790, 0.0), 0.105, 0.034, "dark", turn=_ALONG),
        cylinder((0.400, 0.790, 0.0), 0.090, 0.030, "warm", turn=_ALONG, round=0.01),
        cylinder((-0.375, 0.790, 0.0), 0.165, 0.050, "dark", turn=_ALONG, round=0.03),
        torus((-0.420, 0.790, 0.0), 0.105, 0.022, "chrome", turn=_ALONG),
        ball((-0.415, 0.790, 0.0), 0.045, "chrome"),
        *(
            box((x, y, 0.0), (0.036, 0.045, 0.045), "ivory", turn=(0.0, 0.0, 10.0), round=0.025)
            for x, y in ((0.020, 0.480), (0.040, 0.360))
        ),
        cylinder((0.0, 0.045, 0.0), 0.250, 0.045, "dark", round=0.035),
        torus((0.0, 0.100, 0.0), 0.115, 0.030, "chrome"),
    )
    slots = {
        "body": Slot(),
        "dark": _DARK,
        "chrome": CHROME,
        "warm": Slot((0.90, 0.28, 0.04), "matte", emission=0.5),
        "ivory": _IVORY,
    }
    return Shape("hair drier", prims, slots)


def _washing_machine() -> Shape:
    foam = (
        *((-0.170, 0.520, 0.052), (-0.130, 0.430, 0.075), (-0.020, 0.385, 0.082)),
        *((0.100, 0.430, 0.070), (0.175, 0.510, 0.050), (0.060, 0.500, 0.046)),
    )
    prims = (
        box((0.0, 0.045, -0.010), (0.420, 0.045, 0.370), "dark", round=0.02),
        box((0.0, 0.620, 0.0), (0.470, 0.560, 0.410), round=0.055),
        box((0.0, 1.030, 0.400), (0.440, 0.095, 0.026), "panel", round=0.024),
        box((-0.270, 1.030, 0.416), (0.140, 0.062, 0.024), round=0.022),
        capsule((-0.330, 1.010, 0.440), (-0.210, 1.010, 0.440), 0.020, "chrome"),
        cylinder((0.020, 1.030, 0.430), 0.066, 0.036, "chrome", turn=_FACING, round=0.02),
        box((0.230, 1.030, 0.420), (0.100, 0.045, 0.020), "digits", round=0.016),
        ball((0.380, 1.030, 0.424), 0.030, "red"),
        cylinder((0.0, 0.520, 0.410), 0.350, 0.030, "panel", turn=_FACING, round=0.025),
        torus((0.0, 0.520, 0.430), 0.288, 0.060, "chrome", turn=_FACING),
        ellipsoid((0.0, 0.520, 0.430), (0.255, 0.255, 0.075), "pane"),
        *(ball((x, y, 0.455), r, "foam") for x, y, r in foam),
        ellipsoid((-0.030, 0.530, 0.480), (0.150, 0.060, 0.040), "red", turn=(0.0, 0.0, 24.0)),
        ellipsoid((0.060, 0.620, 0.470), (0.115, 0.048, 0.034), "gold", turn=(0.0, 0.0, 20.0)),
        box((0.300, 0.520, 0.480), (0.034, 0.085, 0.030), "dark", round=0.026),
    )
    slots = {
        "body": Slot(),
        "panel": _SHADED,
        "dark": _DARK,
        "chrome": CHROME,
        "digits": Slot((0.15, 0.70, 0.85), "matte", emission=0.9),
        "pane": Slot((0.030, 0.15, 0.28), "ceramic"),
        "foam": Slot((0.86, 0.88, 0.90), "icing"),
        "red": _RED,
        "gold": _GOLD,
    }
    return Shape("washing machine", posed(prims, by=(0.0, 0.0, -0.050)), slots, top=1.180)


def _fan() -> Shape:
    middle = 0.830

    def blade(a: float) -> Prim:
        upright = ellipsoid((0.0, 0.205, 0.0), (0.135, 0.175, 0.030), turn=(0.0, 26.0, 0.0))
        return posed((upright,), (0.0, 0.0, a + 20.0), (0.0, middle, 0.085))[0]

    def rib(a: float, back: float) -> Prim:
        t = math.radians(a)
        rim = (0.420 * math.cos(t), middle + 0.420 * math.sin(t), 0.090)
        return capsule((0.0, middle, back), rim, 0.014, "cage")

    prims = (
        cone((0.0, 0.050, 0.020), 0.330, 0.050, 0.240, round=0.035),
        ball((0.120, 0.105, 0.180), 0.042, "red"),
        ball((0.0, 0.105, 0.215), 0.042, "ivory"),
        ball((-0.120, 0.105, 0.180), 0.042, "ivory"),
        capsule((0.0, 0.090, -0.040), (0.0, 0.780, -0.080), 0.055, end=0.048),
        capsule((0.0, middle, -0.180), (0.0, middle, -0.020), 0.125),
        capsule((0.0, middle, 0.0), (0.0, middle, 0.160), 0.050, "cage"),
        *repeated(4, blade),
        torus((0.0, middle, 0.090), 0.425, 0.030, "cage", turn=_FACING),
        torus((0.0, middle, 0.152), 0.235, 0.014, "cage", turn=_FACING),
        *repeated(10, lambda a: rib(a, 0.200)),
        cylinder((0.0, middle, 0.195), 0.085, 0.030, turn=_FACING, round=0.025),
    )
    slots = {"body": Slot(), "cage": CHROME, "red": _RED, "ivory": _IVORY}
    return Shape("fan", prims, slots)


def _printer() -> Shape:
    prims = (
        box((0.0, 0.285, -0.030), (0.510, 0.225, 0.330), round=0.065),
        box((0.0, 0.500, -0.090), (0.470, 0.060, 0.250), "lid", round=0.045),
        box((0.0, 0.660, -0.350), (0.370, 0.230, 0.030), "dark", turn=(-14.0, 0.0, 0.0), round=0.025),
        box((0.0, 0.760, -0.335), (0.300, 0.270, 0.024), "paper", turn=(-14.0, 0.0, 0.0), round=0.012),
        box((0.0, 0.270, 0.270), (0.390, 0.085, 0.040), "dark", round=0.020),
        box((0.0, 0.080, 0.370), (0.390, 0.034, 0.170), "dark", round=0.025),
        box((0.0, 0.200, 0.420), (0.310, 0.018, 0.220), "paper", turn=(18.0, 0.0, 0.0), round=0.012),
        *(
            box((x, 0.198, 0.465), (0.066, 0.022, 0.130), slot, turn=(18.0, 0.0, 0.0), round=0.012)
            for x, slot in ((-0.190, "sky"), (0.0, "pink"), (0.190, "gold"))
        ),
        box((0.300, 0.470, 0.250), (0.130, 0.050, 0.060), "dark", turn=(34.0, 0.0, 0.0), round=0.020),
        box((0.275, 0.492, 0.278), (0.070, 0.036, 0.045), "digits", turn=(34.0, 0.0, 0.0), round=0.014),
        ball((0.385, 0.505, 0.290), 0.026, "lime"),
        *both(capsule((0.400, 0.036, -0.240), (0.400, 0.036, 0.180), 0.036, "dark")),
    )
    slots = {
        "body": Slot(),
        "lid": _SHADED,
        "dark": _DARK,
        "paper": _PAPER,
        "digits": Slot((0.15, 0.70, 0.85), "matte", emission=0.9),
        "lime": Slot((0.15, 0.75, 0.10), "plastic", emission=0.6),
        "sky": Slot((0.02, 0.45, 0.72), "paper"),
        "pink": Slot((0.75, 0.04, 0.30), "paper"),
        "gold": _GOLD,
    }
    return Shape("printer", posed(prims, by=(0.0, 0.0, -0.080)), slots)


APPLIANCES: tuple[Shape, ...] = (
    *(_tv(), _microwave(), _oven(), _toaster(), _sink()),
    *(_refrigerator(), _hair_drier(), _washing_machine(), _fan(), _printer()),
)
