"""Machines for a hand, an ear or an eye: to point and type, to call, to see, hear and light."""

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
from cavendish.world.shapes.parts import CHROME, LAMP, both, facing
from cavendish.world.shapes.posed import posed

_FACING = (90.0, 0.0, 0.0)
_ALONG = (0.0, 0.0, 90.0)
_DARK = Slot((0.026, 0.028, 0.032), "plastic")
_IVORY = Slot((0.82, 0.78, 0.68), "plastic")
_BRASS = Slot((0.92, 0.62, 0.20), "metal")
_LENS = Slot((0.030, 0.090, 0.20), "ceramic")
_GLEAM = Slot((0.80, 0.86, 0.90), "plastic", emission=0.4)
_SHADED = Slot("main", "main", shade=0.62)
_RED = Slot((0.62, 0.025, 0.018), "plastic")
_GOLD = Slot((0.88, 0.52, 0.03), "plastic")
_LIME = Slot((0.09, 0.46, 0.06), "plastic")
_SKY = Slot((0.03, 0.24, 0.62), "plastic")


def _computer_mouse() -> Shape:
    prims = (
        ellipsoid((0.0, 0.090, -0.160), (0.290, 0.270, 0.340)),
        ellipsoid((0.0, 0.080, 0.090), (0.275, 0.190, 0.390), blend=0.16),
        box((0.0, 0.300, 0.040), (0.40, 0.40, 0.014), "dark", op="subtract"),
        box((0.0, 0.300, 0.300), (0.014, 0.40, 0.260), "dark", op="subtract"),
        ellipsoid((0.0, 0.085, -0.160), (0.272, 0.250, 0.322), "dark"),
        ellipsoid((0.0, 0.080, 0.090), (0.258, 0.180, 0.372), "dark"),
        ellipsoid((0.0, 0.040, -0.020), (0.300, 0.055, 0.500), "dark"),
        box((0.0, -0.500, 0.0), (1.0, 0.500, 1.0), "dark", op="subtract"),
        cylinder((0.0, 0.232, 0.220), 0.108, 0.052, "wheel", turn=_ALONG, round=0.02),
        capsule((0.0, 0.070, 0.430), (0.0, 0.050, 0.520), 0.056, "dark", end=0.040),
        torus((0.120, 0.036, 0.510), 0.120, 0.034, "dark", turn=(0.0, -135.0, 0.0), arc=94.0),
    )
    slots = {"body": Slot(), "dark": _DARK, "wheel": Slot((0.10, 0.55, 0.85), "rubber")}
    return Shape("computer mouse", posed(prims, by=(0.0, 0.0, -0.080)), slots)


def _tv_remote() -> Shape:
    hues = ("red", "lime", "gold", "sky")
    upright = (
        box((0.0, 0.460, 0.0), (0.170, 0.440, 0.075), round=0.060),
        box((0.0, 0.880, 0.0), (0.100, 0.034, 0.050), "glow", round=0.020),
        ellipsoid((-0.085, 0.800, 0.076), (0.040, 0.040, 0.022), "red"),
        capsule((0.040, 0.800, 0.074), (0.095, 0.800, 0.074), 0.022, "ivory"),
        cylinder((0.0, 0.640, 0.074), 0.110, 0.018, "ivory", turn=_FACING, round=0.015),
        cylinder((0.0, 0.640, 0.082), 0.050, 0.026, turn=_FACING, round=0.015),
        *(
            ellipsoid((x, y, 0.076), (0.036, 0.030, 0.022), "ivory")
            for y in (0.470, 0.390, 0.310)
            for x in (-0.095, 0.0, 0.095)
        ),
        *(
            ellipsoid((-0.105 + 0.070 * i, 0.215, 0.076), (0.027, 0.027, 0.022), hue)
            for i, hue in enumerate(hues)
        ),
    )
    prims = (
        *posed(upright, (-12.0, 0.0, 0.0), (0.0, 0.030, 0.050)),
        box((0.0, 0.060, 0.020), (0.235, 0.060, 0.175), "dock", round=0.050),
    )
    slots = {
        "body": Slot(),
        "dock": _SHADED,
        "ivory": _IVORY,
        "glow": Slot((0.30, 0.008, 0.010), "plastic"),
        "red": _RED,
        "lime": _LIME,
        "gold": _GOLD,
        "sky": _SKY,
    }
    return Shape("tv remote", prims, slots)


def _computer_keyboard() -> Shape:
    rows = (-0.165, -0.055, 0.055)
    flat = (
        *(box((0.0, 0.085, z), (0.530, 0.055, 0.046), round=0.020) for z in rows),
        *(
            box((-0.424 + 0.106 * i, 0.140, -0.050), (0.012, 0.120, 0.180), op="subtract", round=0.004)
            for i in range(9)
        ),
        box((0.0, 0.035, 0.0), (0.600, 0.045, 0.275), "case", round=0.035),
        box((0.0, 0.085, 0.165), (0.250, 0.055, 0.046), round=0.020),
        *both(box((0.375, 0.085, 0.165), (0.092, 0.055, 0.046), round=0.020)),
        box((-0.480, 0.090, -0.165), (0.046, 0.056, 0.048), "red", round=0.020),
        box((0.480, 0.090, 0.055), (0.046, 0.056, 0.048), "sky", round=0.020),
    )
    tilted = posed(flat, (20.0, 0.0, 0.0), (0.0, 0.108, 0.0))
    feet = both(box((0.440, 0.075, -0.190), (0.090, 0.075, 0.050), "case", round=0.030))
    slots = {"body": Slot(), "case": _SHADED, "red": _RED, "sky": _SKY}
    return Shape("computer keyboard", (*tilted, *feet), slots)


def _cell_phone() -> Shape:
    hues = ("lime", "gold", "red", "white", "sky", "rose", "gold", "lime", "white")
    upright = (
        box((0.0, 0.470, 0.0), (0.280, 0.470, 0.080), round=0.072),
        box((0.0, 0.480, 0.062), (0.215, 0.385, 0.028), "screen", round=0.026),
        capsule((-0.050, 0.825, 0.088), (0.050, 0.825, 0.088), 0.018, "dark"),
        *(
            box(
                (-0.125 + 0.125 * (i % 3), 0.690 - 0.145 * (i // 3), 0.084),
                (0.046, 0.046, 0.018),
                hue,
                round=0.016,
            )
            for i, hue in enumerate(hues)
        ),
        box((0.0, 0.185, 0.084), (0.165, 0.050, 0.014), "white", round=0.012),
        capsule((0.285, 0.560, 0.0), (0.285, 0.660, 0.0), 0.022, "dark"),
        box((0.130, 0.780, -0.080), (0.090, 0.090, 0.026), "dark", round=0.024),
    )
    prims = (
        *posed(upright, (-10.0, 0.0, 0.0), (0.0, 0.014, 0.110)),
        capsule((0.0, 0.520, -0.060), (0.0, 0.034, -0.230), 0.045, "dark", end=0.034),
    )
    slots = {
        "body": Slot(),
        "screen": Slot((0.035, 0.085, 0.20), "ceramic", emission=0.2),
        "dark": _DARK,
        "lime": _LIME,
        "gold": _GOLD,
        "red": _RED,
        "sky": Slot((0.04, 0.42, 0.80), "plastic"),
        "rose": Slot((0.84, 0.14, 0.34), "plastic"),
        "white": Slot((0.84, 0.85, 0.86), "plastic"),
    }
    return Shape("cell phone", prims, slots)


def _camera() -> Shape:
    prims = (
        box((0.0, 0.310, 0.0), (0.470, 0.270, 0.170), round=0.060),
        box((0.0, 0.040, 0.0), (0.450, 0.040, 0.155), "chrome", round=0.030),
        box((0.0, 0.575, 0.0), (0.465, 0.050, 0.165), "chrome", round=0.040),
        box((0.0, 0.650, 0.0), (0.165, 0.085, 0.140), round=0.050, blend=0.03),
        box((0.0, 0.655, 0.130), (0.090, 0.042, 0.020), "lens", round=0.018),
        cylinder((0.0, 0.290, 0.200), 0.230, 0.055, "chrome", turn=_FACING, round=0.02),
        cylinder((0.0, 0.290, 0.280), 0.200, 0.090, "dark", turn=_FACING, round=0.025),
        torus((0.0, 0.290, 0.370), 0.155, 0.034, "chrome", turn=_FACING),
        ellipsoid((0.0, 0.290, 0.350), (0.140, 0.140, 0.060), "lens"),
        ellipsoid((-0.055, 0.350, 0.400), (0.042, 0.028, 0.014), "gleam", turn=(0.0, 0.0, 38.0)),
        ball((0.050, 0.235, 0.398), 0.020, "gleam"),
        cylinder((-0.310, 0.640, 0.0), 0.072, 0.032, "red", round=0.02),
        cylinder((0.310, 0.645, -0.010), 0.090, 0.036, "dark", round=0.02),
        box((0.330, 0.460, 0.168), (0.085, 0.045, 0.022), "lamp", round=0.018),
        ball((-0.350, 0.460, 0.165), 0.034, "red"),
        *both(ball((0.478, 0.500, 0.0), 0.040, "chrome")),
    )
    slots = {
        "body": Slot(),
        "chrome": CHROME,
        "dark": _DARK,
        "lens": _LENS,
        "gleam": _GLEAM,
        "red": _RED,
        "lamp": LAMP,
    }
    return Shape("camera", posed(prims, by=(0.0, 0.0, -0.100)), slots)


def _microphone() -> Shape:
    held = (
        cone((0.0, 0.0, 0.0), 0.095, 0.290, 0.150, round=0.03),
        cylinder((0.0, 0.290, 0.0), 0.180, 0.055, "chrome", round=0.03),
        ball((0.0, 0.480, 0.0), 0.225, "mesh"),
        torus((0.0, 0.480, 0.0), 0.222, 0.028, "chrome"),
        cylinder((0.0, -0.290, 0.0), 0.072, 0.040, "dark", round=0.02),
        box((0.0, 0.110, 0.135), (0.036, 0.070, 0.030), "red", turn=(5.0, 0.0, 0.0), round=0.024),
        cylinder((0.0, -0.060, 0.0), 0.150, 0.060, "dark", round=0.03),
    )
    prims = (
        *posed(held, (0.0, 0.0, 30.0), (0.030, 0.640, 0.0)),
        capsule((0.0, 0.060, 0.0), (0.0, 0.560, 0.0), 0.048, "chrome"),
        cone((0.0, 0.050, 0.0), 0.330, 0.050, 0.250, round=0.035),
        torus((0.0, 0.105, 0.0), 0.080, 0.032, "chrome"),
    )
    slots = {
        "body": Slot(),
        "mesh": Slot((0.36, 0.37, 0.39), "rubber", pattern="checks", second=(0.70, 0.71, 0.73), scale=0.075),
        "chrome": CHROME,
        "dark": _DARK,
        "red": _RED,
    }
    return Shape("microphone", prims, slots)


def _headphones() -> Shape:
    prims = (
        *both(
            cylinder((0.330, 0.190, 0.0), 0.235, 0.070, "pad", turn=_ALONG, round=0.06),
            cylinder((0.420, 0.190, 0.0), 0.225, 0.085, turn=_ALONG, round=0.06),
            cylinder((0.495, 0.190, 0.0), 0.120, 0.030, "chrome", turn=_ALONG, round=0.02),
        ),
        box((0.0, -0.300, 0.0), (1.0, 0.300, 1.0), "dark", op="subtract"),
        *both(
            capsule((0.420, 0.400, 0.0), (0.420, 0.560, 0.0), 0.042, "chrome"),
            box((0.418, 0.545, 0.0), (0.045, 0.090, 0.080), "dark", round=0.035),
        ),
        facing((0.0, 0.560, 0.0), 0.405, 0.050, "body", 90.0, 184.0),
        facing((0.0, 0.560, 0.050), 0.385, 0.055, "body", 90.0, 140.0),
        facing((0.0, 0.560, -0.050), 0.385, 0.055, "body", 90.0, 140.0),
        facing((0.0, 0.545, 0.0), 0.360, 0.052, "pad", 90.0, 110.0),
    )
    slots = {"body": Slot(), "pad": Slot((0.060, 0.062, 0.068), "rubber"), "chrome": CHROME, "dark": _DARK}
    return Shape("headphones", prims, slots)


def _radio() -> Shape:
    slats = ((0.250, 0.130), (0.310, 0.170), (0.370, 0.180), (0.430, 0.170), (0.490, 0.130))
    prims = (
        box((0.0, 0.370, 0.0), (0.540, 0.320, 0.210), round=0.100),
        cylinder((-0.230, 0.370, 0.195), 0.240, 0.035, "ivory", turn=_FACING, round=0.025),
        *(capsule((-0.230 - w, y, 0.232), (-0.230 + w, y, 0.232), 0.019, "dark") for y, w in slats),
        box((0.260, 0.490, 0.198), (0.210, 0.105, 0.030), "ivory", round=0.028),
        *(box((x, 0.530, 0.222), (0.011, 0.030, 0.012), "dark") for x in (0.120, 0.190, 0.330, 0.400)),
        capsule((0.262, 0.430, 0.228), (0.262, 0.550, 0.228), 0.016, "red"),
        *(
            cylinder((x, 0.235, 0.220), 0.080, 0.040, "chrome", turn=_FACING, round=0.02)
            for x in (0.155, 0.365)
        ),
        *both(
            capsule((0.370, 0.640, 0.0), (0.330, 0.800, 0.0), 0.036, "dark"),
            capsule((0.360, 0.036, -0.080), (0.360, 0.036, 0.080), 0.045, "dark"),
        ),
        capsule((-0.330, 0.800, 0.0), (0.330, 0.800, 0.0), 0.045, "dark"),
        capsule((0.440, 0.640, -0.120), (0.560, 1.120, -0.120), 0.020, "chrome"),
        ball((0.560, 1.120, -0.120), 0.038, "chrome"),
    )
    slots = {"body": Slot(), "ivory": _IVORY, "dark": _DARK, "red": _RED, "chrome": CHROME}
    return Shape("radio", posed(prims, by=(0.0, 0.009, 0.0)), slots)


def _telescope() -> Shape:
    def leg(a: float) -> Prim:
        t = math.radians(a)
        x, z = math.sin(t), math.cos(t)
        return capsule((0.040 * x, 0.640, 0.040 * z), (0.400 * x, 0.036, 0.400 * z), 0.048, "leg", end=0.036)

    tube = (
        cylinder((0.0, 0.0, 0.0), 0.140, 0.360, round=0.02),
        cylinder((0.0, 0.420, 0.0), 0.180, 0.120, round=0.025),
        torus((0.0, 0.530, 0.0), 0.155, 0.034, "brass"),
        ellipsoid((0.0, 0.525, 0.0), (0.150, 0.045, 0.150), "lens"),
        torus((0.0, 0.310, 0.0), 0.160, 0.030, "brass"),
        torus((0.0, -0.350, 0.0), 0.125, 0.034, "brass"),
        cylinder((0.0, -0.440, 0.0), 0.095, 0.110, "brass", round=0.02),
        cone((0.0, -0.580, 0.0), 0.095, 0.050, 0.065, "dark", round=0.02),
        capsule((-0.205, -0.200, 0.0), (-0.205, 0.120, 0.0), 0.045, "brass", end=0.055),
        *(capsule((-0.120, y, 0.0), (-0.205, y, 0.0), 0.026, "brass") for y in (-0.130, 0.060)),
    )
    prims = (
        *repeated(3, leg),
        cylinder((0.0, 0.640, 0.0), 0.085, 0.060, "brass", round=0.03),
        ball((0.0, 0.740, 0.0), 0.090, "brass"),
        *posed(tube, (0.0, 0.0, -58.0), (-0.010, 0.890, 0.0)),
    )
    prims = posed(prims, by=(0.015, 0.0, -0.100))
    slots = {
        "body": Slot(),
        "brass": _BRASS,
        "lens": Slot((0.08, 0.30, 0.50), "ceramic"),
        "dark": _DARK,
        "leg": Slot((0.36, 0.165, 0.058), "wood"),
    }
    return Shape("telescope", prims, slots)


def _light_bulb() -> Shape:
    prims = (
        ball((0.0, 0.660, 0.0), 0.300),
        cone((0.0, 0.380, 0.0), 0.135, 0.110, 0.210, blend=0.10),
        cylinder((0.0, 0.205, 0.0), 0.135, 0.105, "metal", round=0.03),
        *(torus((0.0, y, 0.0), 0.132, 0.026, "metal", turn=(0.0, 0.0, 5.0)) for y in (0.150, 0.210, 0.270)),
        cone((0.0, 0.060, 0.0), 0.090, 0.060, 0.120, "dark", round=0.02),
        ellipsoid((-0.135, 0.800, 0.205), (0.062, 0.032, 0.016), "gleam", turn=(-30.0, -30.0, 40.0)),
    )
    slots = {
        "body": Slot(emission=0.2),
        "metal": CHROME,
        "dark": _DARK,
        "gleam": Slot((0.92, 0.92, 0.88), "plastic", emission=0.8),
    }
    return Shape("light bulb", prims, slots)


DEVICES: tuple[Shape, ...] = (
    *(_computer_mouse(), _tv_remote(), _computer_keyboard(), _cell_phone(), _camera()),
    *(_microphone(), _headphones(), _radio(), _telescope(), _light_bulb()),
)
