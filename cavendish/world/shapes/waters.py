"""Animals of the water and the farmyard's edge as painted toys: fish to whales, frogs to flamingos, and an owl."""

import math

from cavendish.world.shapes.base import Prim, Shape, Slot, Vec3, ball, box, capsule, cone, ellipsoid, torus
from cavendish.world.shapes.parts import (
    CREAM,
    EYE,
    GLINT,
    both,
    eyes,
    facing,
    moved,
    on,
    upright,
)

_INK = (0.020, 0.014, 0.012)
_SKIN = {
    "body": Slot(),
    "dark": Slot(shade=0.55),
    "cream": CREAM,
    "pale": Slot((0.86, 0.83, 0.76), "main"),
    "pink": Slot((0.84, 0.36, 0.34), "main"),
    "red": Slot((0.60, 0.022, 0.020), "main"),
    "beak": Slot((0.86, 0.34, 0.02), "plastic"),
    "sun": Slot((0.90, 0.56, 0.03), "main"),
    "ink": Slot(_INK, "main"),
    "line": Slot(_INK, "ceramic"),
    "white": Slot((0.88, 0.87, 0.84), "ceramic"),
    "stone": Slot((0.30, 0.27, 0.24), "stone"),
    "eye": EYE,
    "glint": GLINT,
}


def _fish_eyes(at: Vec3, radius: float) -> tuple[Prim, ...]:
    x, y, z = at
    white = ellipsoid(at, (radius * 0.6, radius, radius), "white", turn=(0.0, -25.0, 0.0))
    out = (x + radius * 0.42, y, z + radius * 0.30)
    return (*both(white), *eyes(out, radius * 0.56))


def _fish() -> Shape:
    prims = (
        ellipsoid((0.0, 0.42, 0.06), (0.165, 0.245, 0.360)),
        capsule((0.0, 0.42, -0.20), (0.0, 0.43, -0.36), 0.100, end=0.062, blend=0.07),
        ellipsoid((0.0, 0.545, -0.450), (0.038, 0.090, 0.180), "sun", turn=(48.0, 0.0, 0.0), blend=0.02),
        ellipsoid((0.0, 0.315, -0.450), (0.038, 0.090, 0.180), "sun", turn=(-48.0, 0.0, 0.0), blend=0.02),
        ellipsoid((0.0, 0.665, -0.02), (0.036, 0.125, 0.200), "sun", turn=(22.0, 0.0, 0.0)),
        ellipsoid((0.0, 0.205, -0.10), (0.034, 0.085, 0.130), "sun", turn=(-30.0, 0.0, 0.0)),
        *both(ellipsoid((0.190, 0.365, 0.02), (0.028, 0.070, 0.120), "sun", turn=(25.0, -28.0, 0.0))),
        torus((0.0, 0.42, 0.165), 0.218, 0.030, "sun", turn=(90.0, 0.0, 0.0)),
        torus((0.0, 0.385, 0.405), 0.045, 0.024, "pink", turn=(90.0, 0.0, 0.0)),
        *_fish_eyes((0.112, 0.475, 0.295), 0.072),
        ellipsoid((0.0, 0.085, 0.05), (0.170, 0.100, 0.210), "stone"),
    )
    return Shape("fish", moved(prims, (0.0, 0.015, 0.085)), _SKIN)


def _goldfish() -> Shape:
    prims = (
        ellipsoid((0.0, 0.44, 0.08), (0.220, 0.255, 0.290)),
        capsule((0.0, 0.46, -0.12), (0.0, 0.50, -0.26), 0.115, end=0.065, blend=0.08),
        *both(
            ellipsoid((0.085, 0.640, -0.415), (0.036, 0.110, 0.235), "fin", turn=(48.0, -16.0, 0.0)),
            ellipsoid((0.095, 0.390, -0.430), (0.036, 0.110, 0.225), "fin", turn=(-32.0, -20.0, 0.0)),
        ),
        ellipsoid((0.0, 0.710, 0.01), (0.040, 0.135, 0.175), turn=(30.0, 0.0, 0.0), blend=0.02),
        *both(ellipsoid((0.235, 0.340, 0.09), (0.030, 0.075, 0.130), "fin", turn=(35.0, -40.0, 0.0))),
        *both(ellipsoid((0.085, 0.195, -0.06), (0.030, 0.110, 0.065), turn=(30.0, 0.0, 12.0))),
        ellipsoid((0.0, 0.330, 0.140), (0.155, 0.150, 0.190), "pale"),
        torus((0.0, 0.430, 0.370), 0.040, 0.024, "pink", turn=(90.0, 0.0, 0.0)),
        *_fish_eyes((0.165, 0.510, 0.265), 0.090),
        ellipsoid((0.0, 0.090, 0.06), (0.185, 0.105, 0.190), "stone"),
    )
    slots = _SKIN | {"fin": Slot((0.92, 0.42, 0.07), "main"), "pale": Slot((0.92, 0.55, 0.16), "main")}
    return Shape("goldfish", moved(prims, (0.0, 0.015, 0.13)), slots)


def _duck() -> Shape:
    head, skull = (0.0, 0.62, 0.20), (0.165, 0.160, 0.160)
    prims = (
        ellipsoid((0.0, 0.295, -0.02), (0.220, 0.200, 0.310)),
        capsule((0.0, 0.40, 0.15), (0.0, 0.55, 0.19), 0.130, end=0.120, blend=0.06),
        ellipsoid(head, skull, blend=0.04),
        capsule((0.0, 0.36, -0.24), (0.0, 0.48, -0.36), 0.105, end=0.045, blend=0.07),
        *both(
            ellipsoid(
                (0.205, 0.315, -0.06), (0.052, 0.120, 0.205), "wing", turn=(18.0, -6.0, -8.0), blend=0.01
            )
        ),
        ellipsoid((0.0, 0.585, 0.375), (0.098, 0.034, 0.105), "beak", turn=(-8.0, 0.0, 0.0)),
        ellipsoid((0.0, 0.548, 0.350), (0.078, 0.028, 0.085), "beak", turn=(14.0, 0.0, 0.0)),
        *both(capsule((0.100, 0.16, 0.02), (0.100, 0.045, 0.03), 0.034, "foot", 0.034)),
        *both(ellipsoid((0.110, 0.030, 0.085), (0.080, 0.030, 0.105), "foot", turn=(0.0, 12.0, 0.0))),
        *eyes(on(head, skull, 36.0, 18.0, 0.975), 0.036),
    )
    return Shape(
        "duck", moved(prims, (0.0, 0.0, -0.02)), _SKIN | {"foot": _SKIN["beak"], "wing": Slot(shade=0.78)}
    )


def _swan() -> Shape:
    prims = (
        ellipsoid((0.0, 0.230, -0.04), (0.250, 0.230, 0.400)),
        capsule((0.0, 0.28, 0.22), (0.0, 0.58, 0.40), 0.120, end=0.072, blend=0.08),
        capsule((0.0, 0.58, 0.40), (0.0, 0.84, 0.285), 0.072, end=0.062, blend=0.04),
        upright((0.0, 0.86, 0.375), 0.095, 0.062, "body", 95.0, 190.0),
        ellipsoid((0.0, 0.880, 0.490), (0.088, 0.090, 0.110), turn=(20.0, 0.0, 0.0), blend=0.03),
        cone((0.0, 0.815, 0.615), 0.056, 0.085, 0.020, "beak", turn=(122.0, 0.0, 0.0), round=0.015),
        ellipsoid((0.0, 0.865, 0.578), (0.046, 0.036, 0.036), "ink"),
        *both(
            ellipsoid((0.215, 0.330, -0.10), (0.070, 0.175, 0.290), turn=(28.0, -10.0, -18.0), blend=0.02),
            ellipsoid((0.200, 0.420, -0.22), (0.055, 0.130, 0.230), turn=(42.0, -10.0, -18.0), blend=0.01),
        ),
        capsule((0.0, 0.29, -0.34), (0.0, 0.42, -0.50), 0.110, end=0.036, blend=0.06),
        *eyes((0.062, 0.905, 0.555), 0.026),
    )
    return Shape("swan", moved(prims, (0.0, 0.0, -0.08)), _SKIN)


def _shrimp() -> Shape:
    """Curled as a C seen from beside: a long head, six rings that grow less, a fan, and feelers swept back over it."""

    def ring(degrees: float, radius: float, slot: str) -> Prim:
        a = math.radians(degrees)
        return ball(
            (0.0, 0.225 + 0.225 * math.sin(a), -0.050 + 0.240 * math.cos(a)), radius, slot, blend=0.012
        )

    rings = ((52, 0.165), (82, 0.168), (110, 0.158), (138, 0.142), (165, 0.122), (192, 0.100))
    prims = (
        ellipsoid((0.0, 0.350, 0.190), (0.140, 0.132, 0.260), turn=(24.0, 0.0, 0.0)),
        *(ring(a, r, ("stripe", "body")[k % 2]) for k, (a, r) in enumerate(rings)),
        cone((0.0, 0.415, 0.405), 0.050, 0.100, 0.012, turn=(78.0, 0.0, 0.0), round=0.012, blend=0.03),
        capsule((0.0, 0.130, -0.275), (0.0, 0.075, -0.340), 0.078, end=0.052, blend=0.02),
        *both(ellipsoid((0.085, 0.058, -0.420), (0.066, 0.026, 0.130), "stripe", turn=(-12.0, -36.0, 0.0))),
        ellipsoid((0.0, 0.066, -0.430), (0.050, 0.028, 0.130), turn=(-14.0, 0.0, 0.0)),
        *both(
            capsule((0.070, 0.260, 0.260), (0.105, 0.022, 0.330), 0.026, "stripe", 0.018),
            capsule((0.080, 0.250, 0.150), (0.120, 0.022, 0.200), 0.026, "stripe", 0.018),
            capsule((0.080, 0.250, 0.040), (0.120, 0.022, 0.065), 0.026, "stripe", 0.018),
            upright((0.055, 0.290, 0.060), 0.350, 0.016, "stripe", 48.0, 92.0),
        ),
        *eyes((0.108, 0.425, 0.270), 0.056),
    )
    slots = _SKIN | {"stripe": Slot((0.94, 0.60, 0.46), "main")}
    return Shape("shrimp", moved(prims, (0.0, 0.0, 0.055)), slots)


def _frog() -> Shape:
    head, skull = (0.0, 0.41, 0.14), (0.265, 0.165, 0.195)
    prims = (
        ellipsoid((0.0, 0.235, -0.06), (0.250, 0.200, 0.270), turn=(-22.0, 0.0, 0.0)),
        ellipsoid(head, skull, blend=0.07),
        *both(ball((0.150, 0.540, 0.145), 0.098, blend=0.02)),
        *both(ball((0.160, 0.565, 0.185), 0.078, "white")),
        ellipsoid((0.0, 0.235, 0.100), (0.195, 0.175, 0.160), "belly"),
        ellipsoid((0.0, 0.340, 0.200), (0.215, 0.070, 0.125), "belly"),
        facing((0.0, 0.495, 0.322), 0.130, 0.013, "line", -90.0, 110.0),
        *both(ellipsoid((0.265, 0.150, -0.10), (0.105, 0.135, 0.215), turn=(-14.0, 14.0, 0.0), blend=0.03)),
        *both(ellipsoid((0.300, 0.035, 0.085), (0.100, 0.035, 0.140), turn=(0.0, 28.0, 0.0), blend=0.02)),
        *both(capsule((0.165, 0.26, 0.14), (0.175, 0.050, 0.245), 0.062, end=0.045, blend=0.03)),
        *both(ellipsoid((0.185, 0.032, 0.290), (0.080, 0.032, 0.080), blend=0.02)),
        *eyes((0.170, 0.572, 0.238), 0.042),
    )
    slots = _SKIN | {"body": Slot(shade=1.6), "belly": Slot((0.72, 0.74, 0.30), "main")}
    return Shape("frog", moved(prims, (0.0, 0.0, -0.015)), slots)


def _turtle() -> Shape:
    head, skull = (0.0, 0.34, 0.50), (0.130, 0.125, 0.140)
    dome, hull = (0.0, 0.20, -0.06), (0.345, 0.300, 0.400)
    plates = ((50.0, 42.0), (130.0, 42.0))
    prims = (
        ellipsoid(dome, hull),
        box((0.0, -0.09, -0.06), (0.6, 0.20, 0.6), op="subtract"),
        ellipsoid((0.0, 0.185, -0.06), (0.385, 0.075, 0.440), "rim"),
        ellipsoid(on(dome, hull, 0.0, 90.0, 0.90), (0.125, 0.045, 0.125), "plate"),
        ellipsoid(on(dome, hull, 0.0, 42.0, 0.92), (0.100, 0.075, 0.060), "plate", turn=(-40.0, 0.0, 0.0)),
        *both(
            *(
                ellipsoid(on(dome, hull, a, b, 0.90), (0.060, 0.085, 0.105), "plate", turn=(0.0, 0.0, 38.0))
                for a, b in plates
            )
        ),
        capsule((0.0, 0.21, 0.28), (0.0, 0.31, 0.46), 0.085, "skin", 0.088),
        ellipsoid(head, skull, "skin", blend=0.03),
        *both(capsule((0.250, 0.14, 0.20), (0.315, 0.072, 0.275), 0.085, "skin", 0.075)),
        *both(capsule((0.240, 0.14, -0.30), (0.300, 0.066, -0.375), 0.080, "skin", 0.068)),
        capsule((0.0, 0.15, -0.44), (0.0, 0.12, -0.54), 0.052, "skin", 0.026),
        facing((0.0, 0.325, 0.608), 0.060, 0.011, "line", -90.0, 110.0),
        *eyes(on(head, skull, 36.0, 20.0, 0.975), 0.034),
    )
    slots = _SKIN | {
        "plate": Slot(shade=0.45),
        "rim": Slot((0.62, 0.48, 0.16), "main"),
        "skin": Slot((0.36, 0.50, 0.11), "main"),
    }
    return Shape("turtle", moved(prims, (0.0, 0.0, -0.06)), slots)


def _flamingo() -> Shape:
    prims = (
        ellipsoid((0.0, 0.70, -0.06), (0.165, 0.165, 0.255), turn=(12.0, 0.0, 0.0)),
        capsule((0.0, 0.74, -0.24), (0.0, 0.66, -0.40), 0.085, "deep", 0.040, blend=0.05),
        *both(ellipsoid((0.150, 0.720, -0.09), (0.048, 0.110, 0.215), "deep", turn=(14.0, -6.0, -8.0))),
        capsule((0.0, 0.74, 0.11), (0.0, 0.96, 0.25), 0.088, end=0.056, blend=0.06),
        capsule((0.0, 0.96, 0.25), (0.0, 1.20, 0.135), 0.056, end=0.050, blend=0.03),
        upright((0.0, 1.215, 0.225), 0.092, 0.050, "body", 95.0, 190.0),
        ellipsoid((0.0, 1.235, 0.330), (0.082, 0.084, 0.095), blend=0.03),
        capsule((0.0, 1.205, 0.40), (0.0, 1.165, 0.47), 0.052, "pale", 0.048),
        capsule((0.0, 1.150, 0.48), (0.0, 1.085, 0.485), 0.047, "ink", 0.024),
        capsule((0.055, 0.58, -0.05), (0.040, 0.035, -0.03), 0.032, "leg", 0.030),
        ellipsoid((0.040, 0.028, 0.025), (0.085, 0.028, 0.120), "leg"),
        capsule((-0.060, 0.58, -0.05), (-0.070, 0.36, 0.120), 0.032, "leg", 0.030),
        capsule((-0.070, 0.36, 0.120), (-0.040, 0.320, -0.140), 0.030, "leg", 0.028),
        ellipsoid((-0.038, 0.300, -0.165), (0.048, 0.060, 0.028), "leg", turn=(20.0, 0.0, 0.0)),
        *eyes((0.060, 1.258, 0.385), 0.026),
    )
    slots = _SKIN | {"deep": Slot(shade=0.72), "leg": Slot((0.84, 0.16, 0.20), "main")}
    return Shape("flamingo", moved(prims, (0.0, 0.0, -0.03)), slots)


def _whale() -> Shape:
    prims = (
        ellipsoid((0.0, 0.42, 0.18), (0.400, 0.400, 0.520)),
        capsule((0.0, 0.36, -0.20), (0.0, 0.50, -0.62), 0.270, end=0.115, blend=0.14),
        capsule((0.0, 0.52, -0.64), (0.0, 0.72, -0.74), 0.100, end=0.075, blend=0.08),
        *both(ellipsoid((0.165, 0.790, -0.80), (0.205, 0.052, 0.110), turn=(-20.0, 32.0, 14.0), blend=0.04)),
        ellipsoid((0.0, 0.260, 0.240), (0.335, 0.255, 0.452), "grooved"),
        *both(ellipsoid((0.420, 0.210, 0.10), (0.175, 0.045, 0.105), turn=(0.0, 30.0, -24.0), blend=0.03)),
        capsule((0.0, 0.80, 0.12), (0.0, 0.98, 0.12), 0.050, "water", 0.045),
        *both(facing((0.105, 0.985, 0.12), 0.105, 0.044, "water", 95.0, 175.0)),
        *both(ball((0.212, 0.960, 0.12), 0.060, "water")),
        *eyes(on((0.0, 0.42, 0.18), (0.400, 0.400, 0.520), 40.0, 12.0, 0.985), 0.046),
        *both(
            ellipsoid(on((0.0, 0.42, 0.18), (0.40, 0.40, 0.52), 48.0, -3.0, 0.97), (0.05, 0.03, 0.04), "pink")
        ),
    )
    slots = _SKIN | {
        "grooved": Slot(
            (0.80, 0.82, 0.82), "main", pattern="stripes", second=(0.52, 0.60, 0.68), scale=0.105
        ),
        "water": Slot((0.34, 0.62, 0.88), "ceramic"),
    }
    return Shape("whale", moved(prims, (0.0, 0.0, 0.09)), slots)


def _octopus() -> Shape:
    head, skull = (0.0, 0.52, 0.0), (0.270, 0.285, 0.255)

    def arm(degrees: float) -> tuple[Prim, ...]:
        s, c = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        return (
            capsule((s * 0.16, 0.20, c * 0.16), (s * 0.37, 0.068, c * 0.37), 0.105, end=0.066, blend=0.06),
            capsule((s * 0.37, 0.068, c * 0.37), (s * 0.50, 0.165, c * 0.50), 0.066, end=0.040, blend=0.03),
        )

    prims = (
        ellipsoid(head, skull),
        *(p for i in range(8) for p in arm(22.5 + 45.0 * i)),
        *both(ellipsoid((0.098, 0.520, 0.215), (0.072, 0.082, 0.050), "white", turn=(0.0, 22.0, 0.0))),
        facing((0.0, 0.415, 0.242), 0.055, 0.013, "line", -90.0, 130.0),
        *both(ellipsoid((0.168, 0.410, 0.178), (0.045, 0.030, 0.035), "pink")),
        *eyes((0.102, 0.522, 0.250), 0.043),
    )
    return Shape("octopus", prims, _SKIN)


def _chicken() -> Shape:
    head, skull = (0.0, 0.72, 0.20), (0.130, 0.135, 0.130)
    prims = (
        ellipsoid((0.0, 0.38, -0.03), (0.215, 0.205, 0.270), turn=(-12.0, 0.0, 0.0)),
        capsule((0.0, 0.48, 0.12), (0.0, 0.68, 0.19), 0.155, end=0.115, blend=0.07),
        ellipsoid(head, skull, blend=0.03),
        *both(ellipsoid((0.045, 0.560, -0.300), (0.052, 0.165, 0.095), turn=(-38.0, 0.0, -14.0), blend=0.03)),
        ellipsoid((0.0, 0.600, -0.290), (0.052, 0.175, 0.090), turn=(-28.0, 0.0, 0.0), blend=0.02),
        *both(ellipsoid((0.200, 0.400, -0.06), (0.048, 0.120, 0.180), "wing", turn=(16.0, -6.0, -8.0))),
        *(
            ball((0.0, y, z), r, "red")
            for y, z, r in ((0.86, 0.27, 0.052), (0.885, 0.20, 0.06), (0.86, 0.125, 0.052))
        ),
        cone((0.0, 0.715, 0.365), 0.052, 0.062, 0.012, "beak", turn=(94.0, 0.0, 0.0), round=0.012),
        *both(ellipsoid((0.026, 0.620, 0.325), (0.030, 0.055, 0.028), "red")),
        *both(capsule((0.095, 0.22, 0.0), (0.100, 0.030, 0.02), 0.028, "foot", 0.026)),
        *both(ellipsoid((0.105, 0.024, 0.065), (0.068, 0.024, 0.095), "foot")),
        *eyes(on(head, skull, 38.0, 12.0, 0.975), 0.032),
    )
    return Shape(
        "chicken", moved(prims, (0.0, 0.0, 0.01)), _SKIN | {"foot": _SKIN["beak"], "wing": Slot(shade=0.80)}
    )


def _owl() -> Shape:
    prims = (
        ellipsoid((0.0, 0.35, 0.0), (0.265, 0.330, 0.225)),
        ellipsoid((0.0, 0.66, 0.02), (0.275, 0.210, 0.215), blend=0.08),
        *both(cone((0.190, 0.850, 0.02), 0.080, 0.085, 0.014, "dark", round=0.014, turn=(0.0, 0.0, -28.0))),
        ellipsoid((0.0, 0.330, 0.085), (0.195, 0.235, 0.160), "breast"),
        *both(ellipsoid((0.112, 0.675, 0.165), (0.125, 0.128, 0.070), "cream", turn=(0.0, 18.0, 0.0))),
        *both(ellipsoid((0.110, 0.678, 0.212), (0.078, 0.080, 0.042), "sun", turn=(0.0, 18.0, 0.0))),
        cone((0.0, 0.605, 0.255), 0.042, 0.055, 0.010, "beak", turn=(145.0, 0.0, 0.0), round=0.01),
        *both(ellipsoid((0.265, 0.370, -0.02), (0.062, 0.225, 0.150), "wing", turn=(0.0, 0.0, 12.0))),
        *both(ellipsoid((0.095, 0.040, 0.150), (0.070, 0.040, 0.090), "foot")),
        ellipsoid((0.0, 0.110, -0.195), (0.110, 0.045, 0.150), "dark", turn=(-30.0, 0.0, 0.0)),
        *eyes((0.112, 0.682, 0.236), 0.048),
    )
    slots = _SKIN | {
        "body": Slot(shade=1.4),
        "dark": Slot(shade=0.7),
        "wing": Slot(shade=0.7),
        "foot": _SKIN["beak"],
        "breast": Slot((0.78, 0.62, 0.42), "main", pattern="spots", second=(0.24, 0.10, 0.04), scale=0.115),
    }
    return Shape("owl", moved(prims, (0.0, 0.0, 0.03)), slots)


WATERS: tuple[Shape, ...] = (
    *(_fish(), _duck(), _swan(), _goldfish(), _shrimp(), _frog()),
    *(_turtle(), _flamingo(), _whale(), _octopus(), _chicken(), _owl()),
)
"""What swims, wades or waddles, and an owl that watches it."""
