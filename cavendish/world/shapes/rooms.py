"""Things rooms are furnished with: to sit and lie on, to eat and work at, to keep books on, to wash in."""

import math

from cavendish.world.shapes.base import (
    Op,
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
from cavendish.world.shapes.parts import CHROME, both
from cavendish.world.shapes.posed import posed

_FACING = (90.0, 0.0, 0.0)
_ALONG = (0.0, 0.0, 90.0)
_BRASS = Slot((0.92, 0.62, 0.20), "metal")
_OAK = Slot((0.36, 0.165, 0.058), "wood")
_IRON = Slot((0.022, 0.024, 0.027), "metal")
_LINEN = Slot((0.84, 0.80, 0.72), "fabric")
_GLAZE = Slot((0.84, 0.83, 0.80), "ceramic")


def _couch() -> Shape:
    prims = (
        box((0.0, 0.230, 0.000), (0.660, 0.120, 0.330), round=0.04),
        box((0.0, 0.500, -0.255), (0.640, 0.270, 0.095), turn=(-6.0, 0.0, 0.0), round=0.085),
        *both(
            box((0.650, 0.320, 0.010), (0.090, 0.210, 0.340), round=0.060),
            capsule((0.655, 0.520, -0.240), (0.655, 0.520, 0.250), 0.112, blend=0.03),
            box((0.284, 0.385, 0.065), (0.276, 0.090, 0.295), "seat", round=0.070),
            box((0.278, 0.615, -0.130), (0.270, 0.185, 0.095), "seat", turn=(-12.0, 0.0, 0.0), round=0.085),
            box(
                (0.430, 0.590, 0.020), (0.165, 0.165, 0.066), "pillow", turn=(-24.0, -20.0, 8.0), round=0.065
            ),
            cone((0.620, 0.060, 0.270), 0.034, 0.060, 0.052, "leg", round=0.008),
            cone((0.620, 0.060, -0.270), 0.034, 0.060, 0.052, "leg", round=0.008),
        ),
    )
    slots = {
        "body": Slot(shade=0.82),
        "seat": Slot(),
        "pillow": Slot((0.86, 0.70, 0.44), "fabric"),
        "leg": _OAK,
    }
    return Shape("couch", prims, slots, top=0.475)


def _bed() -> Shape:
    prims = (
        box((0.0, 0.215, 0.020), (0.490, 0.075, 0.690), "wood", round=0.03),
        box((0.0, 0.520, -0.705), (0.470, 0.250, 0.040), "wood", round=0.035),
        box((0.0, 0.755, -0.705), (0.500, 0.045, 0.055), "wood", round=0.040),
        box((0.0, 0.290, 0.715), (0.470, 0.120, 0.038), "wood", round=0.035),
        *both(
            capsule((0.485, 0.052, -0.705), (0.485, 0.790, -0.705), 0.052, "wood"),
            capsule((0.485, 0.052, 0.715), (0.485, 0.410, 0.715), 0.052, "wood"),
            ball((0.485, 0.850, -0.705), 0.068, "wood"),
            ball((0.485, 0.470, 0.715), 0.068, "wood"),
            box((0.225, 0.525, -0.480), (0.200, 0.085, 0.150), "pillow", turn=(16.0, 0.0, 0.0), round=0.080),
        ),
        box((0.0, 0.345, 0.0), (0.455, 0.105, 0.660), "linen", round=0.06),
        box((0.0, 0.325, 0.165), (0.515, 0.165, 0.510), round=0.090),
        box((0.0, 0.395, -0.260), (0.508, 0.105, 0.080), "fold", round=0.075),
    )
    slots = {
        "body": Slot(),
        "wood": _OAK,
        "linen": _LINEN,
        "pillow": _LINEN,
        "fold": Slot("main", "main", shade=0.66),
    }
    return Shape("bed", prims, slots, top=0.480)


def _dining_table() -> Shape:
    def leg(x: float, z: float) -> tuple[Prim, ...]:
        return (
            cone((x, 0.225, z), 0.036, 0.225, 0.058, "leg", round=0.02),
            ball((x, 0.415, z), 0.080, "leg"),
            box((x, 0.560, z), (0.068, 0.095, 0.068), "leg", round=0.015),
        )

    prims = (
        box((0.0, 0.710, 0.0), (0.700, 0.040, 0.425), round=0.030),
        box((0.0, 0.610, 0.0), (0.590, 0.065, 0.320), round=0.015),
        *(p for x in (-0.560, 0.560) for z in (-0.290, 0.290) for p in leg(x, z)),
    )
    slots = {"body": Slot(), "leg": Slot("main", "main", shade=0.72)}
    return Shape("dining table", prims, slots, top=0.750)


def _toilet() -> Shape:
    prims = (
        cone((0.0, 0.140, -0.030), 0.225, 0.140, 0.165, round=0.03),
        ellipsoid((0.0, 0.400, 0.080), (0.272, 0.265, 0.330), blend=0.10),
        box((0.0, 0.300, -0.230), (0.170, 0.180, 0.150), round=0.05, blend=0.08),
        box((0.0, 0.765, 0.080), (0.60, 0.300, 0.60), op="subtract"),
        ellipsoid((0.0, 0.462, 0.100), (0.300, 0.040, 0.345), "seat"),
        ellipsoid((0.0, 0.500, 0.110), (0.190, 0.200, 0.232), "inside", op="subtract"),
        ellipsoid((0.0, 0.350, 0.110), (0.150, 0.026, 0.180), "water"),
        box((0.0, 0.725, -0.330), (0.285, 0.230, 0.115), round=0.050),
        box((0.0, 0.965, -0.325), (0.310, 0.036, 0.135), round=0.033),
        ellipsoid((0.0, 0.710, -0.150), (0.250, 0.275, 0.036), "seat", turn=(-10.0, 0.0, 0.0)),
        *both(cylinder((0.115, 0.470, -0.165), 0.036, 0.050, "chrome", turn=_ALONG, round=0.015)),
        capsule((-0.225, 0.890, -0.205), (-0.120, 0.880, -0.190), 0.024, "chrome"),
    )
    slots = {
        "body": Slot(),
        "seat": Slot((0.40, 0.175, 0.060), "wood"),
        "inside": Slot((0.70, 0.71, 0.72), "ceramic"),
        "water": Slot((0.10, 0.42, 0.66), "ceramic"),
        "chrome": CHROME,
    }
    return Shape("toilet", prims, slots, top=1.0)


def _bench() -> Shape:
    """A park bench without arms, so that there is room to lie on it; its iron ends curl over the back."""
    tilt = math.radians(14.0)
    back = ((0.440 + 0.125 * i, -0.235 - 0.125 * i * math.tan(tilt)) for i in range(1, 4))
    prims = (
        *(box((0.0, 0.420, z), (0.700, 0.028, 0.080), round=0.014) for z in (-0.165, -0.005, 0.155)),
        *(box((0.0, y, z), (0.700, 0.048, 0.026), turn=(-14.0, 0.0, 0.0), round=0.018) for y, z in back),
        *both(
            capsule((0.560, 0.036, 0.240), (0.560, 0.390, 0.160), 0.036, "iron"),
            capsule((0.560, 0.036, -0.330), (0.560, 0.390, -0.200), 0.036, "iron"),
            capsule((0.560, 0.375, -0.215), (0.560, 0.375, 0.190), 0.034, "iron"),
            capsule((0.560, 0.390, -0.250), (0.560, 0.840, -0.365), 0.034, "iron"),
            capsule((0.560, 0.140, 0.215), (0.560, 0.140, -0.300), 0.026, "iron"),
            ball((0.560, 0.850, -0.368), 0.048, "iron"),
            ball((0.560, 0.390, 0.235), 0.044, "iron"),
        ),
    )
    return Shape("bench", posed(prims, by=(0.0, 0.0, 0.045)), {"body": Slot(), "iron": _IRON}, top=0.448)


def _desk() -> Shape:
    def drawer(y: float, half: float) -> tuple[Prim, ...]:
        return (
            box((0.430, y, 0.315), (0.185, half, 0.030), "front", round=0.022),
            ball((0.430, y, 0.362), 0.036, "brass"),
        )

    prims = (
        box((0.0, 0.745, 0.0), (0.680, 0.038, 0.370), round=0.028),
        box((0.430, 0.385, 0.0), (0.220, 0.335, 0.320), round=0.020),
        *drawer(0.605, 0.085),
        *drawer(0.395, 0.100),
        *drawer(0.170, 0.100),
        box((-0.195, 0.640, 0.0), (0.420, 0.075, 0.310), round=0.020),
        box((-0.205, 0.640, 0.315), (0.345, 0.052, 0.026), "front", round=0.018),
        ball((-0.205, 0.640, 0.352), 0.036, "brass"),
        box((-0.200, 0.470, -0.285), (0.420, 0.130, 0.022), round=0.015),
        *(box((-0.585, 0.365, z), (0.052, 0.365, 0.052), round=0.020) for z in (-0.270, 0.270)),
        *(
            box((x, 0.030, z), (0.052, 0.030, 0.052), "front", round=0.012)
            for x in (0.280, 0.580)
            for z in (-0.255, 0.255)
        ),
    )
    slots = {"body": Slot(), "front": Slot("main", "main", shade=0.62), "brass": _BRASS}
    return Shape("desk", prims, slots, top=0.783)


def _stool() -> Shape:
    def leg(a: float) -> Prim:
        t = math.radians(a + 45.0)
        x, z = math.sin(t), math.cos(t)
        return capsule((0.325 * x, 0.040, 0.325 * z), (0.190 * x, 0.810, 0.190 * z), 0.040, "leg", end=0.050)

    prims = (
        *repeated(4, leg),
        torus((0.0, 0.270, 0.0), 0.285, 0.028, "ring"),
        cylinder((0.0, 0.825, 0.0), 0.300, 0.050, round=0.035),
        ellipsoid((0.0, 0.885, 0.0), (0.275, 0.075, 0.275), "cushion"),
        *repeated(
            6,
            lambda a: ball(
                (0.268 * math.sin(math.radians(a)), 0.872, 0.268 * math.cos(math.radians(a))), 0.026, "ring"
            ),
        ),
    )
    slots = {"body": Slot(), "leg": Slot(), "ring": _BRASS, "cushion": Slot((0.82, 0.74, 0.58), "fabric")}
    return Shape("stool", prims, slots, top=0.96)


def _shelf() -> Shape:
    hues = ("red", "gold", "teal", "cream", "navy")

    def books(y: float, x: float, sizes: tuple[tuple[float, float], ...], first: int) -> tuple[Prim, ...]:
        row: list[Prim] = []
        for i, (thick, tall) in enumerate(sizes):
            x += thick
            at, slot = (x, y + tall, 0.020), hues[(first + i) % len(hues)]
            row.append(box(at, (thick, tall, 0.120), slot, round=0.016))
            x += thick
        return tuple(row)

    prims = (
        *both(box((0.425, 0.720, 0.0), (0.042, 0.720, 0.175), round=0.022)),
        box((0.0, 0.715, -0.150), (0.400, 0.690, 0.022), "back"),
        box((0.0, 1.400, 0.0), (0.480, 0.042, 0.195), round=0.025),
        *(box((0.0, y, 0.005), (0.410, 0.032, 0.160), round=0.012) for y in (0.075, 0.515, 0.960)),
        *books(0.992, -0.370, ((0.050, 0.150), (0.042, 0.165), (0.055, 0.135), (0.042, 0.150)), 0),
        ball((0.210, 1.085, 0.020), 0.105, "gold"),
        *books(0.547, 0.010, ((0.045, 0.165), (0.055, 0.140), (0.042, 0.155), (0.042, 0.130)), 2),
        box((-0.200, 0.590, 0.020), (0.150, 0.045, 0.110), "red", round=0.016),
        box((-0.215, 0.672, 0.020), (0.125, 0.038, 0.105), "cream", round=0.016),
        *books(0.107, -0.370, ((0.055, 0.165), (0.046, 0.140), (0.052, 0.160)), 3),
        box((0.150, 0.225, 0.020), (0.170, 0.120, 0.115), "basket", round=0.045),
    )
    slots = {
        "body": Slot(),
        "back": Slot("main", "main", shade=0.55),
        "red": Slot((0.52, 0.035, 0.022), "fabric"),
        "gold": Slot((0.84, 0.47, 0.035), "fabric"),
        "teal": Slot((0.020, 0.235, 0.235), "fabric"),
        "cream": Slot((0.80, 0.74, 0.60), "fabric"),
        "navy": Slot((0.025, 0.075, 0.33), "fabric"),
        "basket": Slot((0.62, 0.40, 0.18), "fabric"),
    }
    return Shape("shelf", prims, slots, top=1.442)


def _pillow() -> Shape:
    """A plump cushion: four pinched corners that rise a little, piping round its middle, a button and folds to it."""

    def fold(x: float, z: float) -> Prim:
        return capsule(
            (0.28 * x, 0.455, 0.28 * z), (0.85 * x, 0.372, 0.85 * z), 0.020, op="subtract", blend=0.04
        )

    prims = (
        ellipsoid((0.0, 0.235, 0.0), (0.475, 0.235, 0.390)),
        box((0.0, 0.235, 0.0), (0.420, 0.110, 0.335), round=0.100, blend=0.12),
        *both(
            capsule((0.270, 0.235, 0.220), (0.500, 0.262, 0.400), 0.130, end=0.034, blend=0.10),
            capsule((0.270, 0.235, -0.220), (0.500, 0.262, -0.400), 0.130, end=0.034, blend=0.10),
        ),
        *both(fold(0.400, 0.300), fold(0.400, -0.300)),
        ellipsoid((0.0, 0.480, 0.0), (0.130, 0.055, 0.110), op="subtract", blend=0.06),
        ellipsoid((0.0, 0.440, 0.0), (0.062, 0.026, 0.062), "seam"),
        *both(
            capsule((0.515, 0.262, 0.412), (0.462, 0.232, 0.0), 0.024, "seam"),
            capsule((0.515, 0.262, -0.412), (0.462, 0.232, 0.0), 0.024, "seam"),
            capsule((0.515, 0.262, 0.412), (0.0, 0.232, 0.380), 0.024, "seam"),
            capsule((0.515, 0.262, -0.412), (0.0, 0.232, -0.380), 0.024, "seam"),
        ),
    )
    slots = {"body": Slot(), "seam": Slot((0.86, 0.70, 0.42), "fabric")}
    return Shape("pillow", prims, slots, top=0.455)


def _rug() -> Shape:
    tassels = tuple(
        capsule((-0.690, 0.026, z), (-0.790, 0.024, z), 0.026, "cream", end=0.024)
        for z in (-0.400, -0.240, -0.080, 0.080, 0.240, 0.400)
    )
    prims = (
        box((-0.060, 0.026, 0.0), (0.650, 0.026, 0.470), round=0.022),
        box((-0.090, 0.034, 0.0), (0.545, 0.024, 0.400), "cream", round=0.02),
        box((-0.090, 0.041, 0.0), (0.490, 0.022, 0.345), round=0.02),
        cylinder((-0.090, 0.050, 0.0), 0.250, 0.020, "cream", round=0.015),
        cylinder((-0.090, 0.056, 0.0), 0.180, 0.019, round=0.015),
        *tassels,
        cylinder((0.640, 0.150, 0.0), 0.150, 0.470, turn=_FACING, round=0.022),
        cylinder((0.640, 0.150, 0.0), 0.112, 0.476, "cream", turn=_FACING, round=0.012),
        cylinder((0.640, 0.150, 0.0), 0.076, 0.482, turn=_FACING, round=0.012),
        cylinder((0.640, 0.150, 0.0), 0.036, 0.488, "cream", turn=_FACING, round=0.012),
    )
    slots = {"body": Slot(), "cream": Slot((0.84, 0.74, 0.54), "fabric")}
    return Shape("rug", prims, slots, top=0.075)


def _door() -> Shape:
    prims = (
        box((0.0, 0.030, 0.030), (0.450, 0.030, 0.160), "stone", round=0.02),
        *both(
            box((0.385, 0.730, 0.0), (0.055, 0.710, 0.080), "frame", round=0.022),
            box((0.150, 0.330, 0.030), (0.105, 0.165, 0.030), "panel", round=0.022),
            box((0.150, 0.745, 0.030), (0.105, 0.165, 0.030), "panel", round=0.022),
        ),
        box((0.0, 1.430, 0.0), (0.470, 0.068, 0.095), "frame", round=0.030),
        box((0.0, 0.715, 0.0), (0.340, 0.670, 0.042), round=0.012),
        box((0.0, 1.150, 0.026), (0.245, 0.150, 0.030), "frame", round=0.025),
        *both(box((0.110, 1.150, 0.036), (0.092, 0.112, 0.030), "pane", round=0.020)),
        ball((0.265, 0.555, 0.110), 0.052, "brass"),
        cylinder((0.265, 0.555, 0.060), 0.030, 0.040, "brass", turn=_FACING, round=0.01),
        cylinder((0.265, 0.555, 0.046), 0.058, 0.016, "brass", turn=_FACING, round=0.01),
        box((0.0, 0.540, 0.050), (0.105, 0.026, 0.016), "brass", round=0.012),
    )
    slots = {
        "body": Slot(),
        "panel": Slot("main", "main", shade=0.72),
        "frame": Slot((0.78, 0.74, 0.66), "wood"),
        "pane": Slot((0.16, 0.34, 0.42), "ceramic"),
        "brass": _BRASS,
        "stone": Slot((0.36, 0.34, 0.31), "stone"),
    }
    return Shape("door", prims, slots)


def _bathtub() -> Shape:
    def stadium(y: float, radius: float, slot: str, op: Op = "union") -> Prim:
        return capsule((-0.370, y, 0.0), (0.370, y, 0.0), radius, slot, op=op)

    bubbles = (
        *((-0.450, 0.070, 0.130), (-0.250, -0.080, 0.165), (-0.080, 0.080, 0.140)),
        *((0.110, -0.070, 0.125), (0.240, 0.080, 0.095), (-0.440, -0.130, 0.110)),
    )
    prims = (
        stadium(0.560, 0.345, "body"),
        box((0.0, 0.860, 0.0), (0.90, 0.30, 0.50), op="subtract"),
        stadium(0.570, 0.290, "inside", op="subtract"),
        ellipsoid((0.0, 0.500, 0.0), (0.610, 0.040, 0.270), "water"),
        *(ball((x, 0.540, z), r, "foam") for x, z, r in bubbles),
        torus((-0.370, 0.570, 0.0), 0.322, 0.046, turn=(0.0, 180.0, 0.0), arc=184.0),
        torus((0.370, 0.570, 0.0), 0.322, 0.046, arc=184.0),
        *(capsule((-0.370, 0.570, z), (0.370, 0.570, z), 0.046) for z in (-0.322, 0.322)),
        *(
            p
            for x in (-0.420, 0.420)
            for z in (-0.200, 0.200)
            for p in (
                capsule((x, 0.300, z), (x * 1.12, 0.110, z * 1.12), 0.075, "brass", end=0.042),
                ball((x * 1.14, 0.062, z * 1.18), 0.062, "brass"),
            )
        ),
        capsule((0.660, 0.560, 0.0), (0.660, 0.790, 0.0), 0.036, "brass"),
        torus((0.580, 0.790, 0.0), 0.080, 0.034, "brass", turn=(90.0, 0.0, 90.0), arc=180.0),
        capsule((0.500, 0.790, 0.0), (0.500, 0.740, 0.0), 0.034, "brass", end=0.042),
    )
    slots = {
        "body": Slot(),
        "inside": _GLAZE,
        "water": Slot((0.16, 0.50, 0.68), "ceramic"),
        "foam": Slot((0.86, 0.88, 0.90), "icing"),
        "brass": _BRASS,
    }
    return Shape("bathtub", prims, slots)


ROOMS: tuple[Shape, ...] = (
    *(_couch(), _bed(), _dining_table(), _toilet(), _bench(), _desk()),
    *(_stool(), _shelf(), _pillow(), _rug(), _door(), _bathtub()),
)
