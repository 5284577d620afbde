"""What grows: flower, rose, sunflower, tulip, pine tree, palm tree."""

import math

from cavendish.world.shapes.base import (
    Prim,
    Shape,
    Slot,
    Vec3,
    ball,
    box,
    capsule,
    cone,
    ellipsoid,
    repeated,
    torus,
)
from cavendish.world.shapes.parts import moved
from cavendish.world.shapes.posed import posed
from cavendish.world.shapes.wild import WILD

_GREEN = Slot((0.060, 0.290, 0.045), "leaf")
_DEEP = Slot((0.030, 0.170, 0.035), "leaf")
_SOIL = Slot((0.110, 0.055, 0.026), "matte")


def _patch(radius: float) -> tuple[Prim, ...]:
    """The hump of earth that a stem stands in."""
    dome = ellipsoid((0.0, 0.0, 0.0), (radius, radius * 0.42, radius), "soil")
    return (dome, box((0.0, -0.5, 0.0), (1.0, 0.5, 1.0), "soil", op="subtract"))


def _leaf(turn: float, height: float, length: float, lean: float, slot: str = "leaf") -> Prim:
    """A leaf that leaves the middle at `height` towards `turn` from the right, `lean` degrees above level."""
    blade = ellipsoid((length, 0.0, 0.0), (length, 0.020, length * 0.40), slot)
    return posed((blade,), (0.0, turn, 0.0))[0] if lean == 0 else _leaning(blade, turn, height, lean)


def _leaning(blade: Prim, turn: float, height: float, lean: float) -> Prim:
    return posed(posed((blade,), (20.0, 0.0, lean)), (0.0, turn, 0.0), (0.0, height, 0.0))[0]


def _petals(
    count: int, reach: float, long: float, wide: float, slot: str, start: float = 0.0
) -> tuple[Prim, ...]:
    """Petals round the origin in the plane that faces the front."""

    def petal(a: float) -> Prim:
        t = math.radians(a + start)
        at = (reach * math.sin(t), reach * math.cos(t), 0.0)
        return ellipsoid(at, (wide, long, 0.036), slot, turn=(-10.0, 0.0, -(a + start)))

    return repeated(count, petal)


def _flower() -> Shape:
    head = (
        *_petals(8, 0.210, 0.165, 0.098, "body"),
        ellipsoid((0.0, 0.0, 0.040), (0.118, 0.118, 0.066), "heart"),
        *_petals(5, 0.060, 0.020, 0.020, "seed"),
    )
    prims = (
        *_patch(0.230),
        capsule((0.0, 0.040, 0.0), (0.030, 0.420, 0.0), 0.036, "stem"),
        capsule((0.030, 0.420, 0.0), (0.0, 0.800, 0.0), 0.036, "stem", end=0.040),
        _leaf(-12.0, 0.220, 0.175, 34.0),
        _leaf(190.0, 0.320, 0.160, 38.0),
        *posed(head, (-14.0, 0.0, 0.0), (0.0, 0.860, 0.045)),
    )
    slots = {
        "body": Slot(),
        "heart": Slot((0.88, 0.48, 0.02), "fabric"),
        "seed": Slot((0.52, 0.20, 0.01), "fabric"),
        "stem": _GREEN,
        "leaf": _GREEN,
        "soil": _SOIL,
    }
    return Shape("flower", prims, slots)


def _sunflower() -> Shape:
    head = (
        *_petals(10, 0.250, 0.150, 0.072, "back", 18.0),
        *moved(_petals(10, 0.235, 0.150, 0.074, "body"), (0.0, 0.0, 0.030)),
        ellipsoid((0.0, 0.0, 0.040), (0.195, 0.195, 0.075), "seed"),
        torus((0.0, 0.0, 0.075), 0.150, 0.030, "ring", turn=(90.0, 0.0, 0.0)),
    )
    prims = (
        cone((0.0, 0.035, 0.0), 0.230, 0.035, 0.170, "soil", round=0.03),
        capsule((0.0, 0.040, 0.0), (0.0, 1.060, 0.0), 0.048, "stem"),
        _leaf(-14.0, 0.330, 0.190, 32.0),
        _leaf(196.0, 0.480, 0.185, 34.0),
        *posed(head, (-10.0, 0.0, 0.0), (0.0, 1.130, 0.060)),
    )
    slots = {
        "body": Slot(),
        "back": Slot("main", "main", shade=0.72),
        "seed": Slot((0.090, 0.036, 0.014), "fabric"),
        "ring": Slot((0.22, 0.090, 0.020), "fabric"),
        "stem": _GREEN,
        "leaf": _GREEN,
        "soil": _SOIL,
    }
    return Shape("sunflower", prims, slots)


def _rose() -> Shape:
    def petal(turn: float, lean: float, up: float, size: float, slot: str) -> Prim:
        shell = ellipsoid(
            (0.0, size * 0.85, size * 0.62), (size * 0.92, size, size * 0.30), slot, turn=(lean, 0, 0)
        )
        return posed((shell,), (0.0, turn, 0.0), (0.0, up, 0.0))[0]

    prims = (
        *_patch(0.210),
        capsule((0.0, 0.040, 0.0), (0.025, 0.400, 0.0), 0.034, "stem"),
        capsule((0.025, 0.400, 0.0), (0.0, 0.740, 0.0), 0.034, "stem"),
        *(
            cone((x, y, 0.0), 0.022, 0.030, 0.006, "stem", turn=(0.0, 0.0, a))
            for x, y, a in ((0.058, 0.300, -60.0), (-0.030, 0.470, 60.0), (0.046, 0.600, -60.0))
        ),
        _leaf(-8.0, 0.330, 0.165, 30.0),
        _leaf(186.0, 0.230, 0.160, 34.0),
        *(
            ellipsoid(
                (0.110 * math.sin(math.radians(a)), 0.735, 0.110 * math.cos(math.radians(a))),
                (0.034, 0.014, 0.110),
                "leaf",
                turn=(18.0, a, 0.0),
            )
            for a in (30.0, 150.0, 270.0)
        ),
        *(petal(a, 26.0, 0.730, 0.190, "outer") for a in (10.0, 82.0, 154.0, 226.0, 298.0)),
        *(petal(a, 10.0, 0.770, 0.165, "body") for a in (46.0, 136.0, 226.0, 316.0)),
        ellipsoid((0.0, 0.950, 0.0), (0.105, 0.150, 0.105)),
        torus((0.012, 1.080, 0.010), 0.056, 0.024, "fold", 0.3, turn=(8.0, 40.0, 0.0), arc=300.0),
        ball((0.0, 1.080, 0.0), 0.030),
    )
    slots = {
        "body": Slot(),
        "outer": Slot("main", "main", shade=0.80),
        "fold": Slot("main", "main", shade=0.55),
        "stem": _DEEP,
        "leaf": _GREEN,
        "soil": _SOIL,
    }
    return Shape("rose", prims, slots)


def _tulip() -> Shape:
    def petal(a: float, out: float, slot: str, lift: float) -> Prim:
        t = math.radians(a)
        at: Vec3 = (out * math.sin(t), 0.830 + lift, out * math.cos(t))
        return ellipsoid(at, (0.125, 0.210, 0.062), slot, turn=(5.0, a, 0.0))

    prims = (
        *_patch(0.210),
        capsule((0.0, 0.040, 0.0), (0.0, 0.660, 0.0), 0.038, "stem"),
        *(petal(a, 0.092, "inner", 0.030) for a in (60.0, 180.0, 300.0)),
        *(petal(a, 0.112, "body", 0.0) for a in (0.0, 120.0, 240.0)),
        ellipsoid((0.0, 0.740, 0.0), (0.150, 0.120, 0.150)),
        _leaf(-10.0, 0.050, 0.240, 58.0),
        _leaf(186.0, 0.060, 0.210, 62.0),
        _leaf(80.0, 0.060, 0.180, 60.0),
    )
    slots = {
        "body": Slot(),
        "inner": Slot("main", "main", shade=0.72),
        "stem": _GREEN,
        "leaf": _GREEN,
        "soil": _SOIL,
    }
    return Shape("tulip", prims, slots)


def _pine_tree() -> Shape:
    def skirt(y: float, radius: float, half: float, turn: float) -> tuple[Prim, ...]:
        hem = repeated(
            5,
            lambda a: ellipsoid(
                (
                    radius * 0.80 * math.sin(math.radians(a + turn)),
                    y - half * 0.90,
                    radius * 0.80 * math.cos(math.radians(a + turn)),
                ),
                (radius * 0.36, half * 0.26, radius * 0.30),
                turn=(0.0, a + turn, 0.0),
                blend=0.05,
            ),
        )
        return (cone((0.0, y, 0.0), radius, half, radius * 0.16, round=0.03), *hem)

    prims = (
        *skirt(0.520, 0.560, 0.270, 0.0),
        *skirt(0.880, 0.450, 0.240, 36.0),
        *skirt(1.210, 0.330, 0.210, 0.0),
        cone((0.0, 1.510, 0.0), 0.215, 0.210, 0.014, round=0.014),
        cone((0.0, 0.150, 0.0), 0.155, 0.150, 0.115, "bark", round=0.02),
        ellipsoid((0.0, 0.030, 0.0), (0.240, 0.030, 0.240), "bark"),
    )
    slots = {"body": Slot(material="leaf"), "bark": Slot((0.170, 0.072, 0.030), "wood")}
    return Shape("pine tree", prims, slots)


def _palm_tree() -> Shape:
    top: Vec3 = (0.070, 1.220, 0.0)

    def frond(a: float) -> tuple[Prim, ...]:
        parts = (
            ellipsoid((0.240, 0.090, 0.0), (0.280, 0.038, 0.145), turn=(0.0, 0.0, 16.0)),
            ellipsoid((0.580, -0.010, 0.0), (0.260, 0.034, 0.140), turn=(0.0, 0.0, -42.0), blend=0.05),
        )
        return posed(parts, (0.0, a, 0.0), top)

    prims = (
        *(p for i in range(7) for p in frond(14.0 + 360.0 * i / 7)),
        ellipsoid((top[0], top[1] + 0.050, 0.0), (0.130, 0.085, 0.130), blend=0.05),
        capsule((-0.080, 0.060, 0.0), (-0.010, 0.480, 0.0), 0.125, "bark", end=0.100),
        capsule((-0.010, 0.460, 0.0), (0.035, 0.860, 0.0), 0.108, "bark", end=0.085),
        capsule((0.035, 0.840, 0.0), (0.070, 1.240, 0.0), 0.092, "bark", end=0.075),
        *(
            ball((top[0] + 0.115 * math.sin(t), 1.190, 0.115 * math.cos(t)), 0.082, "nut")
            for t in (0.3, 2.4, 4.5)
        ),
        ellipsoid((-0.080, 0.0, 0.0), (0.330, 0.110, 0.300), "sand"),
        box((0.0, -0.5, 0.0), (1.0, 0.5, 1.0), "sand", op="subtract"),
    )
    slots = {
        "body": Slot(material="leaf"),
        "bark": Slot((0.36, 0.19, 0.085), "wood"),
        "nut": Slot((0.120, 0.050, 0.020), "fabric"),
        "sand": Slot((0.62, 0.46, 0.27), "stone"),
    }
    return Shape("palm tree", prims, slots)


NATURE: tuple[Shape, ...] = (
    *(_flower(), _rose(), _sunflower(), _tulip(), _pine_tree(), _palm_tree()),
    *WILD,
)
