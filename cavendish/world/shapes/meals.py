"""Things on a menu: sandwich, broccoli, hot dog, pizza, bread, bagel, croissant, cookie, hamburger, egg, ice cream."""

import math
from itertools import pairwise

from cavendish.world.shapes.base import (
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
    repeated,
    torus,
)
from cavendish.world.shapes.parts import both, facing, moved
from cavendish.world.shapes.posed import posed

_FACING = (90.0, 0.0, 0.0)
# What the oven browns is the plan's brown, some two and a half times as light.
_BAKED = Slot("main", "matte", shade=2.3)
_CRUMB = Slot((0.82, 0.66, 0.40), "matte")
_CREAM = Slot((0.86, 0.80, 0.68), "icing")
_LETTUCE = Slot((0.16, 0.46, 0.050), "leaf")
_CHEESE = Slot((0.92, 0.50, 0.030), "plastic")
_TOMATO = Slot((0.62, 0.030, 0.018), "fruit")
_SEED = Slot((0.88, 0.76, 0.50), "matte")


def _around(radius: float, y: float, turn: float) -> Vec3:
    """The point `turn` degrees from the front on a level circle."""
    t = math.radians(turn)
    return (radius * math.sin(t), y, radius * math.cos(t))


def _sandwich() -> Shape:
    def slab(y: float, half: float) -> Prim:
        return box((0.0, y, 0.0), (0.350, half, 0.350), turn=(0.0, 45.0, 0.0), round=0.035)

    def crust(y: float, half: float) -> tuple[Prim, ...]:
        return both(
            box((0.243, y, -0.243), (0.028, half, 0.325), "crust", turn=(0.0, 45.0, 0.0), round=0.024)
        )

    leaves = tuple(
        ellipsoid((x, 0.182 - 0.016 * (i % 2), 0.006), (0.105, 0.030, 0.062), "lettuce", turn=(14.0, 0.0, a))
        for i, (x, a) in enumerate(((-0.36, 8.0), (-0.19, -8.0), (0.0, 6.0), (0.19, -6.0), (0.36, -8.0)))
    )
    prims = (
        slab(0.085, 0.085),
        slab(0.405, 0.085),
        box((0.0, 0.245, 0.0), (0.330, 0.100, 0.330), "cheese", turn=(0.0, 45.0, 0.0)),
        box((0.0, 0.245, 0.500), (0.700, 0.400, 0.500), op="subtract"),
        *crust(0.085, 0.083),
        *crust(0.405, 0.083),
        *leaves,
        *(cylinder((x, 0.228, -0.080), 0.122, 0.024, "tomato", round=0.020) for x in (-0.25, 0.0, 0.25)),
        box((0.0, 0.272, -0.010), (0.440, 0.016, 0.040), "cheese", round=0.012),
        box((0.110, 0.262, 0.030), (0.075, 0.075, 0.014), "cheese", turn=(0.0, 0.0, 45.0), round=0.012),
        capsule((-0.400, 0.304, 0.0), (0.400, 0.304, 0.0), 0.030, "ham"),
        capsule((0.0, 0.460, -0.170), (0.0, 0.720, -0.170), 0.014, "pick"),
        ellipsoid((0.0, 0.610, -0.170), (0.070, 0.058, 0.058), "olive"),
        ball((0.0, 0.725, -0.170), 0.026, "pick"),
    )
    slots = {
        "body": Slot("main", "matte"),
        "crust": Slot((0.40, 0.150, 0.045), "matte"),
        "lettuce": _LETTUCE,
        "tomato": _TOMATO,
        "cheese": _CHEESE,
        "ham": Slot((0.80, 0.26, 0.24), "icing"),
        "pick": Slot((0.60, 0.36, 0.15), "wood"),
        "olive": Slot((0.13, 0.22, 0.025), "fruit"),
    }
    return Shape("sandwich", posed(prims, by=(0.0, 0.0, 0.215)), slots)


def _broccoli() -> Shape:
    def floret(turn: float, reach: float, y: float, size: float) -> Prim:
        return ball(_around(reach, y, turn), size, blend=0.035)

    def branch(turn: float) -> Prim:
        a, b = _around(0.030, 0.240, turn), _around(0.205, 0.440, turn)
        return capsule(a, b, 0.085, "stem", end=0.068, blend=0.05)

    prims = (
        capsule((0.0, 0.150, 0.0), (0.0, 0.400, 0.0), 0.125, "stem", end=0.120),
        cylinder((0.0, 0.055, 0.0), 0.125, 0.055, "stem", round=0.025, blend=0.03),
        *repeated(5, lambda a: branch(a + 20.0)),
        ball((0.0, 0.640, 0.0), 0.220),
        *repeated(6, lambda a: floret(a, 0.265, 0.540, 0.150)),
        *repeated(5, lambda a: floret(a + 14.0, 0.180, 0.700, 0.130)),
        ball((0.02, 0.800, 0.01), 0.125, blend=0.035),
        *(floret(a, 0.345, 0.620, 0.085) for a in (28.0, 92.0, 150.0, 212.0, 268.0, 330.0)),
    )
    slots = {"body": Slot("main", "fabric", shade=1.25), "stem": Slot((0.36, 0.50, 0.13), "leaf")}
    return Shape("broccoli", prims, slots)


def _hot_dog() -> Shape:
    xs = (-0.45, -0.30, -0.15, 0.0, 0.15, 0.30, 0.45)
    bends = tuple(
        (x, (0.404, 0.437)[i % 2] + 0.130 * x * x, (0.092, -0.030)[i % 2]) for i, x in enumerate(xs)
    )
    prims = (
        *(capsule((-0.350, 0.150, z), (0.350, 0.150, z), 0.150) for z in (-0.135, 0.135)),
        box((0.0, 0.110, 0.0), (0.430, 0.095, 0.200), round=0.080, blend=0.04),
        capsule((-0.370, 0.215, 0.0), (0.370, 0.215, 0.0), 0.140, "crumb"),
        capsule((-0.300, 0.305, 0.0), (0.300, 0.305, 0.0), 0.122, "sausage"),
        *both(capsule((0.300, 0.305, 0.0), (0.565, 0.375, 0.0), 0.122, "sausage", end=0.100, blend=0.03)),
        *(capsule(a, b, 0.034, "mustard") for a, b in pairwise(bends)),
    )
    slots = {
        "body": _BAKED,
        "crumb": _CRUMB,
        "sausage": Slot((0.44, 0.060, 0.024), "fruit"),
        "mustard": Slot((0.92, 0.56, 0.012), "icing"),
    }
    return Shape("hot dog", prims, slots)


def _pizza() -> Shape:
    def slope(turn: float, reach: float) -> tuple[Vec3, Vec3]:
        """The place on the cheese's dome, and the turn that lays a disc flat on it."""
        rise = 0.135 * math.sqrt(1 - (reach / 0.470) ** 2)
        lean = math.degrees(math.atan(0.135**2 * reach / (0.470**2 * rise)))
        return _around(reach, 0.060 + rise, turn), (lean, turn, 0.0)

    def salami(turn: float, reach: float) -> Prim:
        at, lie = slope(turn, reach)
        return cylinder(at, 0.076, 0.024, "salami", turn=lie, round=0.018)

    def leaf(turn: float, reach: float, spin: float) -> Prim:
        at, (lean, heading, _) = slope(turn, reach)
        flat = (ellipsoid((0.0, 0.012, 0.0), (0.080, 0.020, 0.042), "basil", turn=(0.0, spin, 0.0)),)
        return posed(flat, (lean, heading, 0.0), at)[0]

    def olive(turn: float, reach: float) -> Prim:
        at, lie = slope(turn, reach)
        return torus(at, 0.034, 0.019, "olive", turn=lie)

    prims = (
        ellipsoid((0.0, 0.062, 0.0), (0.480, 0.140, 0.480)),
        box((0.0, -0.190, 0.0), (0.600, 0.200, 0.600), op="subtract"),
        cylinder((0.0, 0.045, 0.0), 0.480, 0.045, "crust", round=0.035),
        torus((0.0, 0.066, 0.0), 0.470, 0.064, "crust"),
        torus((0.0, 0.100, 0.0), 0.415, 0.018, "sauce"),
        *(salami(a, 0.290) for a in (8.0, 80.0, 152.0, 224.0, 296.0)),
        salami(40.0, 0.040),
        *(leaf(a, r, s) for a, r, s in ((44.0, 0.250, 30.0), (-34.0, 0.230, -50.0), (188.0, 0.26, 20.0))),
        *(olive(a, 0.170) for a in (-80.0, 115.0)),
        *(olive(a, 0.335) for a in (-28.0, 46.0, 118.0)),
    )
    stand = (
        cylinder((0.0, -0.030, 0.0), 0.540, 0.032, "board", round=0.024),
        capsule((0.0, -0.060, -0.400), (0.0, -0.330, -0.215), 0.045, "board"),
    )
    prims = posed((*prims, *stand), (30.0, 0.0, 0.0), (0.0, 0.315, 0.0))
    slots = {
        "body": Slot("main", "icing"),
        "board": Slot((0.40, 0.20, 0.075), "wood"),
        "crust": Slot((0.62, 0.270, 0.075), "matte"),
        "sauce": _TOMATO,
        "salami": Slot((0.50, 0.028, 0.018), "fruit"),
        "basil": Slot((0.045, 0.260, 0.035), "leaf"),
        "olive": Slot((0.020, 0.018, 0.020), "fruit"),
    }
    return Shape("pizza", prims, slots)


def _bread() -> Shape:
    def cut(half: float, less: float, slot: str) -> tuple[Prim, ...]:
        """A slice that looks along +x: its straight foot and its round top."""
        return (
            box((0.0, 0.180, 0.0), (half, 0.180 - less, 0.222 - less), slot, round=half * 0.5),
            cylinder((0.0, 0.258, 0.0), 0.248 - less, half, slot, turn=(0.0, 0.0, 90.0), round=half * 0.5),
        )

    def score(x: float) -> Prim:
        over = facing((0.0, 0.0, 0.0), 0.236, 0.024, "crumb", 90.0, 96.0)
        return posed((over,), (0.0, 66.0, 0.0), (x, 0.278, 0.0))[0]

    piece = (*cut(0.042, 0.0, "body"), *cut(0.052, 0.036, "crumb"))
    prims = (
        box((0.0, 0.160, 0.0), (0.430, 0.160, 0.205), round=0.050),
        cylinder((0.0, 0.280, 0.0), 0.235, 0.425, turn=(0.0, 0.0, 90.0), round=0.090),
        *(score(x) for x in (-0.270, -0.090, 0.090)),
        *posed(cut(0.020, 0.032, "crumb"), by=(0.420, 0.0, 0.0)),
        *posed(piece, (0.0, -90.0, 0.0)),
    )
    loaf, front = prims[:-4], posed(prims[-4:], (-15.0, 6.0, 0.0), (-0.150, 0.010, 0.345))
    slots = {"body": _BAKED, "crumb": _CRUMB}
    return Shape("bread", moved((*loaf, *front), (0.0, 0.0, -0.070)), slots)


def _bagel() -> Shape:
    def seed(i: int) -> Prim:
        turn, out = 40.0 * i + 11.0 * (i % 3), (0.058, -0.050, 0.005)[i % 3]
        y = 0.275 + math.sqrt(0.128**2 - out**2)
        lie = (0.0, 97.0 * i, 0.0)
        return ellipsoid(_around(0.255 + out, y, turn), (0.038, 0.018, 0.022), "seed", turn=lie)

    lying = (
        cylinder((0.0, 0.200, 0.0), 0.388, 0.040, "cream", round=0.034),
        cylinder((0.0, 0.200, 0.0), 0.115, 0.200, "cream", op="subtract"),
        torus((0.0, 0.125, 0.0), 0.255, 0.125),
        torus((0.0, 0.275, 0.0), 0.255, 0.128),
        *(seed(i) for i in range(18)),
    )
    standing = posed(lying, (90.0, 0.0, 0.0), (0.0, 0.387, -0.200))
    slots = {"body": _BAKED, "cream": _CREAM, "seed": _SEED}
    return Shape("bagel", standing, slots)


def _croissant() -> Shape:
    def fold(i: int) -> Prim:
        turn = 27.0 * i
        size = (0.205, 0.185, 0.148, 0.102)[abs(i)]
        x, _, z = _around(0.370, 0.0, 180.0 - turn)
        slot = "body" if i % 2 == 0 else "fold"
        return ellipsoid((x, size * 0.92, z), (0.125, size * 0.92, size), slot, turn=(0.0, -turn, 0.0))

    tips = both(
        capsule(
            (*_around(0.370, 0.075, 180.0 - 86.0),),
            (*_around(0.365, 0.060, 180.0 - 112.0),),
            0.070,
            end=0.045,
        )
    )
    prims = (*tips, *(fold(i) for i in (-3, 3, -2, 2, -1, 1, 0)))
    slots = {"body": _BAKED, "fold": Slot("main", "matte", shade=1.9)}
    return Shape("croissant", moved(prims, (0.0, 0.0, 0.20)), slots)


def _cookie() -> Shape:
    def chip(x: float, z: float, size: float) -> Prim:
        y = 0.105 + 0.075 * math.sqrt(1 - (x * x + z * z) / 0.45**2)
        return ellipsoid((x, y, z), (size, 0.040, size * 0.85), "chip", turn=(0.0, 300.0 * x, 0.0))

    chips = ((-0.05, 0.03, 0.06), (0.17, -0.10, 0.055), (-0.24, 0.10, 0.055), (-0.12, -0.20, 0.06),
             (0.10, 0.22, 0.055), (-0.10, 0.28, 0.045), (-0.30, -0.10, 0.045), (0.12, -0.29, 0.045))  # fmt: skip
    lying = (
        cylinder((0.0, 0.090, 0.0), 0.400, 0.090, round=0.075),
        ellipsoid((0.0, 0.105, 0.0), (0.390, 0.085, 0.390), blend=0.03),
        *(ellipsoid((x, 0.14, z), (r, 0.300, r), "crumb", op="subtract")
          for x, z, r in ((0.42, -0.10, 0.10), (0.36, -0.24, 0.10), (0.26, -0.37, 0.10))),
        *(chip(*at) for at in chips),
    )  # fmt: skip
    standing = posed(lying, (90.0, 0.0, 0.0), (0.0, 0.401, -0.09))
    slots = {"body": _BAKED, "crumb": _CRUMB, "chip": Slot((0.050, 0.018, 0.008), "plastic")}
    return Shape("cookie", standing, slots, poses={"lying": lying})


def _hamburger() -> Shape:
    def seed(turn: float, up: float) -> Prim:
        t, u = math.radians(turn), math.radians(up)
        at = (
            0.392 * math.cos(u) * math.sin(t),
            0.385 + 0.262 * math.sin(u),
            0.392 * math.cos(u) * math.cos(t),
        )
        return ellipsoid(at, (0.030, 0.016, 0.020), "seed", turn=(80.0 - up, turn, 0.0))

    prims = (
        ellipsoid((0.0, 0.385, 0.0), (0.395, 0.262, 0.395)),
        box((0.0, 0.130, 0.0), (0.600, 0.250, 0.600), op="subtract"),
        cylinder((0.0, 0.080, 0.0), 0.370, 0.080, round=0.065),
        *(
            ellipsoid(_around(0.345, 0.180, a), (0.125, 0.034, 0.105), "lettuce", turn=(12.0, a, 7.0))
            for a in (0.0, 40.0, 80.0, 120.0, 160.0, 200.0, 240.0, 280.0, 320.0)
        ),
        cylinder((0.0, 0.240, 0.0), 0.392, 0.058, "patty", round=0.050),
        box((0.0, 0.304, 0.0), (0.300, 0.014, 0.300), "cheese", turn=(0.0, 40.0, 0.0), round=0.010),
        cylinder((0.0, 0.350, 0.0), 0.378, 0.036, "tomato", round=0.026),
        *(seed(a, u) for a, u in ((0.0, 34.0), (38.0, 50.0), (-36.0, 48.0), (62.0, 26.0), (-66.0, 24.0))),
        *(seed(a, u) for a, u in ((0.0, 66.0), (180.0, 40.0), (130.0, 55.0), (230.0, 55.0))),
    )
    slots = {
        "body": _BAKED,
        "lettuce": _LETTUCE,
        "patty": Slot((0.075, 0.028, 0.012), "stone"),
        "cheese": _CHEESE,
        "tomato": _TOMATO,
        "seed": _SEED,
    }
    return Shape("hamburger", prims, slots)


def _egg() -> Shape:
    prims = (
        capsule((0.0, 0.520, 0.0), (0.0, 0.665, 0.0), 0.245, end=0.190),
        cone((0.0, 0.300, 0.0), 0.110, 0.115, 0.240, "cup", round=0.020),
        torus((0.0, 0.410, 0.0), 0.226, 0.024, "rim"),
        cone((0.0, 0.130, 0.0), 0.095, 0.090, 0.075, "cup", blend=0.06),
        cylinder((0.0, 0.030, 0.0), 0.200, 0.030, "cup", round=0.024, blend=0.05),
        torus((0.0, 0.205, 0.0), 0.085, 0.022, "rim"),
    )
    slots = {
        "body": Slot("main", "skin"),
        "cup": Slot((0.05, 0.30, 0.52), "ceramic"),
        "rim": Slot((0.88, 0.56, 0.05), "ceramic"),
    }
    return Shape("egg", prims, slots)


def _ice_cream() -> Shape:
    def drip(turn: float, low: float) -> Prim:
        return capsule(_around(0.225, 0.560, turn), _around(0.236, low, turn), 0.050, end=0.042, blend=0.03)

    prims = (
        cone((0.0, 0.250, 0.0), 0.085, 0.250, 0.225, "cone", round=0.020),
        torus((0.0, 0.490, 0.0), 0.218, 0.030, "rim"),
        ball((0.0, 0.640, 0.0), 0.250),
        torus((0.0, 0.555, 0.0), 0.200, 0.062, blend=0.04),
        *(
            drip(a, y)
            for a, y in ((-12.0, 0.430), (48.0, 0.475), (118.0, 0.44), (190.0, 0.46), (275.0, 0.45))
        ),
        ball((0.0, 0.930, 0.0), 0.195, "scoop"),
        torus((0.0, 0.870, 0.0), 0.165, 0.048, "scoop", blend=0.03),
        ball((0.0, 1.135, 0.0), 0.070, "cherry"),
        facing((0.105, 1.180, 0.0), 0.105, 0.014, "stem", 145.0, 70.0),
        capsule((0.130, 0.930, -0.04), (0.275, 1.240, -0.08), 0.042, "cone"),
    )
    slots = {
        "body": Slot("main", "icing"),
        "scoop": _CREAM,
        "cone": Slot((0.72, 0.38, 0.11), "matte", pattern="checks", second=(0.56, 0.26, 0.06), scale=0.11),
        "rim": Slot((0.66, 0.32, 0.08), "matte"),
        "cherry": Slot((0.52, 0.010, 0.020), "fruit"),
        "stem": Slot((0.10, 0.22, 0.03), "matte"),
    }
    return Shape("ice cream", prims, slots)


MEALS: tuple[Shape, ...] = (
    _sandwich(),
    _broccoli(),
    _hot_dog(),
    _pizza(),
    _bread(),
    _bagel(),
    _croissant(),
    _cookie(),
    _hamburger(),
    _egg(),
    _ice_cream(),
)
