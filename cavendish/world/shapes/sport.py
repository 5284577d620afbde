"""Things to play with: frisbee, skis, snowboard, surfboard, kite, bat, glove, skateboard, racket, paddle."""

import math

from cavendish.world.shapes.base import (
    Prim,
    Shape,
    Slot,
    box,
    capsule,
    cone,
    cylinder,
    ellipsoid,
    torus,
)
from cavendish.world.shapes.parts import CHROME, both, facing
from cavendish.world.shapes.posed import posed

_ACROSS = (0.0, 0.0, 90.0)
_ALONG = (90.0, 0.0, 0.0)
_WHITE = Slot((0.84, 0.83, 0.80), "plastic")
_DARK = Slot((0.024, 0.024, 0.027), "rubber")
_TIMBER = Slot((0.36, 0.17, 0.065), "wood")
_SNOW = Slot((0.84, 0.86, 0.90), "matte")
_SUN = Slot((0.88, 0.50, 0.025), "plastic")


def _mound(wide: float, deep: float, high: float, slot: str) -> tuple[Prim, ...]:
    """A heap on the ground for what is stuck into it; its lower half is cut away, with all under the ground."""
    return (
        ellipsoid((0.0, 0.0, 0.0), (wide, high, deep), slot),
        ellipsoid((wide * 0.45, 0.0, deep * 0.25), (wide * 0.5, high * 0.62, deep * 0.6), slot, blend=0.05),
        box((0.0, -0.5, 0.0), (2.0, 0.5, 2.0), slot, op="subtract"),
    )


def _frisbee() -> Shape:
    """A thin saucer with a rolled rim and flight rings, lying back on a foot that it hides: its face shows."""
    disc = (
        cylinder((0.0, 0.0, -0.040), 0.430, 0.045, turn=_ALONG, round=0.040),
        torus((0.0, 0.0, -0.070), 0.398, 0.040, turn=_ALONG, blend=0.03),
        ellipsoid((0.0, 0.0, -0.010), (0.350, 0.350, 0.052), blend=0.02),
        *(torus((0.0, 0.0, z), ring, 0.009, "line", turn=_ALONG) for ring, z in ((0.385, 0.004), (0.345, 0.006))),
        torus((0.0, 0.0, 0.026), 0.262, 0.016, "print", turn=_ALONG),
        ellipsoid((0.0, 0.0, 0.018), (0.130, 0.130, 0.036), "print"),
        *(
            ellipsoid((0.195 * math.cos(a), 0.195 * math.sin(a), 0.028), (0.034, 0.018, 0.014), "print",
                      turn=(0.0, 0.0, math.degrees(a)))
            for a in (2 * math.pi * k / 8 for k in range(8))
        ),
    )  # fmt: skip
    prims = (
        *posed(disc, (-50.0, 0.0, 0.0), (0.0, 0.372, 0.036)),
        cone((0.0, 0.185, -0.110), 0.180, 0.185, 0.090, "stand", round=0.02),
    )
    slots = {"body": Slot(), "line": Slot("main", "main", shade=0.55), "print": _WHITE, "stand": _DARK}
    return Shape("frisbee", prims, slots)


def _skis() -> Shape:
    ski = (
        box((0.0, 0.660, 0.0), (0.075, 0.600, 0.024), round=0.02),
        ellipsoid((0.0, 1.290, 0.036), (0.075, 0.140, 0.026), turn=(16.0, 0.0, 0.0), blend=0.04),
        box((0.0, 1.120, 0.006), (0.077, 0.026, 0.024), "white", round=0.015),
        box((0.0, 1.020, 0.006), (0.077, 0.055, 0.024), "white", round=0.015),
        box((0.0, 0.640, 0.040), (0.060, 0.190, 0.026), "dark", round=0.02),
        box((0.0, 0.790, 0.070), (0.066, 0.040, 0.045), "chrome", round=0.02),
        box((0.0, 0.510, 0.080), (0.058, 0.056, 0.055), "chrome", round=0.02),
        box((0.0, 0.250, 0.006), (0.077, 0.055, 0.024), "white", round=0.015),
    )
    pole = (
        capsule((0.0, 0.040, 0.0), (0.0, 1.050, 0.0), 0.020, "chrome"),
        capsule((0.0, 1.030, 0.0), (0.0, 1.180, 0.0), 0.036, "dark"),
        torus((0.0, 0.190, 0.0), 0.055, 0.018, "dark"),
    )
    prims = (
        *_mound(0.340, 0.230, 0.120, "snow"),
        *posed(ski, (0.0, 0.0, 7.0), (-0.020, 0.010, 0.0)),
        *posed(ski, (0.0, 0.0, -7.0), (0.020, 0.010, 0.055)),
        *posed(pole, (0.0, 0.0, 15.0), (0.0, 0.0, -0.075)),
        *posed(pole, (0.0, 0.0, -15.0), (0.0, 0.0, -0.075)),
    )
    slots = {"body": Slot(), "white": _WHITE, "dark": _DARK, "chrome": CHROME, "snow": _SNOW}
    return Shape("skis", prims, slots)


def _snowboard() -> Shape:
    def binding(y: float, turn: float) -> tuple[Prim, ...]:
        parts = (
            cylinder((0.0, 0.0, 0.034), 0.110, 0.016, "dark", turn=_ALONG, round=0.01),
            *(
                torus((0.0, up, 0.020), 0.118, 0.034, "strap", turn=(0.0, -90.0, 0.0), arc=180.0)
                for up in (0.052, -0.052)
            ),
        )
        return posed(parts, (0.0, 0.0, turn), (0.0, y, 0.0))

    board = (
        box((0.0, 0.700, 0.0), (0.180, 0.460, 0.026), round=0.022),
        cylinder((0.0, 1.150, 0.020), 0.182, 0.026, turn=(98.0, 0.0, 0.0), round=0.022, blend=0.03),
        cylinder((0.0, 0.250, 0.0), 0.182, 0.026, turn=_ALONG, round=0.022),
        box((0.0, 0.700, 0.010), (0.183, 0.080, 0.024), "sun", turn=(0.0, 0.0, 0.0), round=0.015),
        box((0.0, 0.700, 0.014), (0.184, 0.034, 0.024), "white", turn=(0.0, 0.0, 0.0), round=0.012),
        cylinder((0.0, 1.140, 0.040), 0.085, 0.020, "white", turn=(98.0, 0.0, 0.0), round=0.012),
        cylinder((0.0, 1.140, 0.052), 0.050, 0.020, "sun", turn=(98.0, 0.0, 0.0), round=0.012),
        *binding(0.920, -14.0),
        *binding(0.470, 14.0),
    )
    prims = (*_mound(0.330, 0.250, 0.150, "snow"), *posed(board, (-5.0, 0.0, 5.0)))
    slots = {
        "body": Slot(),
        "white": _WHITE,
        "sun": _SUN,
        "dark": _DARK,
        "strap": Slot((0.055, 0.055, 0.062), "rubber"),
        "snow": _SNOW,
    }
    return Shape("snowboard", prims, slots)


def _surfboard() -> Shape:
    board = (
        # A slightly larger board, cut to a slab and cut through, is two bands round the real one.
        ellipsoid((0.0, 0.700, 0.0), (0.260, 0.845, 0.068), "white"),
        box((0.0, 0.800, 0.0), (0.60, 0.250, 0.30), "white", turn=(0.0, 0.0, 24.0), op="intersect"),
        box((0.0, 0.800, 0.0), (0.60, 0.155, 0.30), "white", turn=(0.0, 0.0, 24.0), op="subtract"),
        ellipsoid((0.0, 0.700, 0.0), (0.250, 0.830, 0.058)),
        ellipsoid((0.0, 0.700, 0.0), (0.026, 0.820, 0.072), "coral"),
        ellipsoid((0.0, 0.300, -0.110), (0.022, 0.100, 0.120), "coral", turn=(30.0, 0.0, 0.0)),
    )
    prims = (*posed(board, (-5.0, 0.0, -4.0), (0.0, 0.135, 0.0)), *_mound(0.330, 0.250, 0.160, "sand"))
    slots = {
        "body": Slot(),
        "white": _WHITE,
        "coral": Slot((0.78, 0.10, 0.045), "plastic"),
        "sand": Slot((0.72, 0.52, 0.28), "stone"),
    }
    return Shape("surfboard", prims, slots)


def _kite() -> Shape:
    cross, low, half = 0.960, 0.340, 0.470  # height of the cross-spar, of the lower tip; half the width
    lean = math.degrees(math.atan2(half, cross - low))
    c, s = math.cos(math.radians(lean)), math.sin(math.radians(lean))

    def lower(side: float) -> Prim:
        # A great box whose one face is the lower edge on that side.
        mid = (side * half / 2, (cross + low) / 2, 0.0)
        at = (mid[0] - side * c, mid[1] + s, 0.0)
        return box(at, (1.0, 2.0, 0.2), turn=(0.0, 0.0, -side * lean), op="intersect")

    def bow(at: tuple[float, float], turn: float, slot: str) -> tuple[Prim, ...]:
        halves = (
            capsule((d * 0.020, 0.0, 0.0), (d * 0.108, 0.0, 0.0), 0.024, slot, end=0.050) for d in (1.0, -1.0)
        )
        return posed(halves, (0.0, 0.0, turn), (*at, 0.0))

    h, tip = 0.60, cross + half
    sail = (
        box((0.0, 0.900, 0.0), (0.60, 0.60, 0.026)),
        box((0.300, cross + 0.300, 0.0), (0.30, 0.30, 0.031), "second"),
        box((-0.300, cross - 0.300, 0.0), (0.30, 0.30, 0.031), "second"),
        box((0.0, tip - h * math.sqrt(2), 0.0), (h, h, 0.2), turn=(0.0, 0.0, 45.0), op="intersect"),
        lower(1.0),
        lower(-1.0),
        capsule((0.0, low + 0.03, 0.024), (0.0, tip - 0.03, 0.024), 0.022, "stand"),
        capsule((-half + 0.03, cross, 0.024), (half - 0.03, cross, 0.024), 0.022, "stand"),
        facing((0.0, 0.245, 0.0), 0.105, 0.022, "line", 0.0, 180.0),
        facing((0.0, 0.035, 0.0), 0.105, 0.022, "line", 180.0, 180.0),
        *bow((0.105, 0.260), 62.0, "bow"),
        *bow((-0.105, 0.060), 118.0, "gold"),
        *bow((0.040, -0.070), 20.0, "bow"),
    )
    slots = {"body": Slot(), "second": _WHITE, "stand": _TIMBER, "line": _WHITE, "gold": _SUN, "bow": Slot()}
    return Shape("kite", posed(sail, (-10.0, 0.0, 0.0), (0.0, 0.157, 0.095)), slots)


def _bat() -> Shape:
    """On the ground, as it is dropped: knob and barrel both touch it."""
    bat = (
        capsule((0.0, 0.080, 0.0), (0.0, 0.560, 0.0), 0.040, end=0.058),
        capsule((0.0, 0.560, 0.0), (0.0, 1.080, 0.0), 0.058, end=0.108, blend=0.04),
        cylinder((0.0, 0.030, 0.0), 0.080, 0.030, round=0.024),
        capsule((0.0, 0.090, 0.0), (0.0, 0.400, 0.0), 0.046, "tape", end=0.054),
        torus((0.0, 0.420, 0.0), 0.050, 0.014, "band"),
        torus((0.0, 0.800, 0.0), 0.078, 0.016, "band"),
        torus((0.0, 0.850, 0.0), 0.083, 0.016, "band"),
    )
    prims = posed(bat, (0.0, 0.0, -88.5), (-0.594, 0.080, 0.0))
    slots = {"body": Slot(), "tape": _DARK, "band": Slot((0.10, 0.030, 0.012), "wood")}
    return Shape("baseball bat", prims, slots)


def _glove() -> Shape:
    def finger(x: float, y: float, lean: float, long: float) -> Prim:
        s, c = math.sin(math.radians(lean)), math.cos(math.radians(lean))
        return capsule((x, y, 0.0), (x + long * s, y + long * c, 0.075), 0.098, end=0.084, blend=0.012)

    def lace(a: tuple[float, float], b: tuple[float, float], z: float) -> Prim:
        return capsule((*a, z), (*b, z), 0.017, "lace")

    hand = (
        ellipsoid((0.0, 0.330, 0.0), (0.320, 0.310, 0.150)),
        finger(-0.240, 0.400, -15.0, 0.330),
        finger(-0.085, 0.480, -5.0, 0.360),
        finger(0.080, 0.480, 4.0, 0.340),
        finger(0.290, 0.300, 20.0, 0.360),
        box((0.262, 0.680, 0.060), (0.125, 0.170, 0.026), "web", turn=(8.0, 0.0, -12.0), round=0.02),
        ellipsoid((0.030, 0.400, 0.235), (0.235, 0.235, 0.190), "pocket", op="subtract"),
        cylinder((0.0, 0.075, 0.0), 0.195, 0.075, "strap", round=0.04),
        *(lace((0.165 + d, 0.520), (0.215 + d, 0.830), 0.094) for d in (0.045, 0.125)),
        *(lace((0.150, y), (0.400, y - 0.060), 0.094) for y in (0.630, 0.720, 0.810)),
        lace((-0.330, 0.665), (0.110, 0.745), 0.136),
        *(
            torus((x, 0.150, 0.112), 0.036, 0.015, "lace", turn=(90.0, 0.0, 0.0))
            for x in (-0.110, 0.0, 0.110)
        ),
    )
    slots = {
        "body": Slot(),
        "pocket": Slot("main", "main", shade=0.72),
        "web": Slot("main", "main", shade=0.55),
        "strap": Slot("main", "main", shade=0.55),
        "lace": Slot((0.62, 0.42, 0.22), "rubber"),
    }
    return Shape("baseball glove", hand, slots)


def _skateboard() -> Shape:
    def truck(z: float) -> tuple[Prim, ...]:
        return (
            box((0.0, 0.165, z), (0.060, 0.040, 0.062), "chrome", round=0.02),
            cylinder((0.0, 0.085, z), 0.036, 0.165, "chrome", turn=_ACROSS, round=0.01),
            *both(cylinder((0.165, 0.085, z), 0.085, 0.058, "wheel", turn=_ACROSS, round=0.03)),
            cylinder((0.0, 0.085, z), 0.040, 0.228, "chrome", turn=_ACROSS, round=0.01),
        )

    prims = (
        box((0.0, 0.215, 0.0), (0.195, 0.038, 0.390), round=0.03),
        *(
            box(
                (0.0, 0.262, s * 0.470),
                (0.193, 0.038, 0.115),
                turn=(-s * 24.0, 0.0, 0.0),
                round=0.03,
                blend=0.04,
            )
            for s in (1.0, -1.0)
        ),
        *(
            cylinder(
                (0.0, 0.303, s * 0.560), 0.193, 0.038, turn=(-s * 24.0, 0.0, 0.0), round=0.03, blend=0.02
            )
            for s in (1.0, -1.0)
        ),
        box((0.0, 0.2535, 0.0), (0.150, 0.005, 0.330), "grip", round=0.004),
        box((0.0, 0.2555, 0.0), (0.150, 0.005, 0.040), "white", round=0.004),
        *truck(0.350),
        *truck(-0.350),
    )
    slots = {
        "body": Slot(),
        "wheel": Slot((0.86, 0.66, 0.20), "plastic"),
        "chrome": CHROME,
        "grip": _DARK,
        "white": _WHITE,
    }
    return Shape("skateboard", prims, slots)


def _racket() -> Shape:
    up = 0.860  # the head's middle

    def string(at: float, across: bool) -> Prim:
        reach = 0.92 * math.sqrt(1.0 - (at / (0.290 if across else 0.235)) ** 2)
        a, b = (
            ((0.235 * reach, at), (-0.235 * reach, at))
            if across
            else ((at, 0.290 * reach), (at, -0.290 * reach))
        )
        return capsule((a[0], up + a[1], 0.0), (b[0], up + b[1], 0.0), 0.012, "string")

    racket = (
        ellipsoid((0.0, up, 0.0), (0.280, 0.340, 0.140)),
        box((0.0, up, 0.0), (0.4, 0.4, 0.034), op="intersect"),
        ellipsoid((0.0, up, 0.0), (0.228, 0.288, 0.40), op="subtract"),
        *both(capsule((0.155, 0.610, 0.0), (0.020, 0.400, 0.0), 0.030, blend=0.03)),
        capsule((0.0, 0.430, 0.0), (0.0, 0.300, 0.0), 0.036, blend=0.02),
        capsule((0.0, 0.330, 0.0), (0.0, 0.050, 0.0), 0.044, "grip", end=0.048),
        cylinder((0.0, 0.026, 0.0), 0.058, 0.026, "grip", round=0.018),
        torus((0.0, 0.335, 0.0), 0.036, 0.018, "string"),
        *(string(x, False) for x in (-0.150, -0.075, 0.0, 0.075, 0.150)),
        *(string(y, True) for y in (-0.200, -0.120, -0.040, 0.040, 0.120, 0.200)),
    )
    tube = (  # of balls, which it leans on
        cylinder((0.015, 0.270, -0.210), 0.150, 0.270, "tube", round=0.012),
        cylinder((0.015, 0.560, -0.210), 0.160, 0.030, "lid", round=0.014),
        cylinder((0.015, 0.270, -0.210), 0.152, 0.110, "lid", round=0.004),
    )
    prims = posed((*posed(racket, (-14.0, 0.0, -10.0), (-0.130, 0.016, 0.110)), *tube), by=(0.0, 0.0, 0.104))
    slots = {"body": Slot(), "grip": _DARK, "string": _WHITE, "tube": Slot(shade=0.8), "lid": _WHITE}
    return Shape("tennis racket", prims, slots)


def _paddle() -> Shape:
    """Stuck into the sand by its grip, blade up; written before the sand, which its band's slab would cut."""
    paddle = (
        # A slightly larger blade, cut to a slab, is the band round the real one.
        ellipsoid((0.0, 1.060, 0.0), (0.187, 0.385, 0.056), "white"),
        box((0.0, 1.200, 0.0), (0.60, 0.055, 0.30), "white", op="intersect"),
        ellipsoid((0.0, 1.060, 0.0), (0.180, 0.380, 0.048)),
        capsule((0.0, 0.040, 0.0), (0.0, 1.160, 0.0), 0.040, "shaft", end=0.032, blend=0.02),
        capsule((0.0, 0.300, 0.0), (0.0, 0.480, 0.0), 0.049),
    )
    prims = (*posed(paddle, (-5.0, 0.0, -9.0), (-0.080, 0.0, 0.030)), *_mound(0.270, 0.220, 0.130, "sand"))
    slots = {"body": Slot(), "white": _WHITE, "shaft": _TIMBER, "sand": Slot((0.72, 0.52, 0.28), "stone")}
    return Shape("paddle", prims, slots)


SPORT: tuple[Shape, ...] = (
    _frisbee(),
    _skis(),
    _snowboard(),
    _surfboard(),
    _kite(),
    _bat(),
    _glove(),
    _skateboard(),
    _racket(),
    _paddle(),
)
