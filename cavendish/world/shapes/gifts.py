"""Things to be given: gift box, hat, crown, sports ball."""

import math

from cavendish.world.shapes.base import (
    LetterSpot,
    Prim,
    Shape,
    Slot,
    Vec3,
    ball,
    box,
    capsule,
    cone,
    ellipsoid,
    mirrored,
    torus,
)
from cavendish.world.shapes.posed import posed


def _gift_box() -> Shape:
    prims = (
        box((0.0, 0.245, 0.0), (0.330, 0.245, 0.330), round=0.025),
        box((0.0, 0.500, 0.0), (0.365, 0.085, 0.365), "lid", round=0.025),
        box((0.0, 0.247, 0.0), (0.062, 0.247, 0.338), "ribbon", round=0.02),
        box((0.0, 0.247, 0.0), (0.338, 0.247, 0.062), "ribbon", round=0.02),
        box((0.0, 0.501, 0.0), (0.062, 0.093, 0.373), "ribbon", round=0.02),
        box((0.0, 0.501, 0.0), (0.373, 0.093, 0.062), "ribbon", round=0.02),
        *mirrored(
            (
                *_bow_half(),
                capsule((0.02, 0.625, 0.05), (0.150, 0.615, 0.200), 0.036, "ribbon", end=0.044),
            )
        ),
        ellipsoid((0.0, 0.645, 0.03), (0.068, 0.060, 0.062), "ribbon"),
        box((0.195, 0.330, 0.340), (0.110, 0.065, 0.008), "tag", turn=(0.0, 0.0, -10.0), round=0.007),
    )
    slots = {
        "body": Slot(),
        "lid": Slot(),
        "ribbon": Slot((0.86, 0.60, 0.12), "plastic"),
        "fold": Slot((0.42, 0.24, 0.03), "plastic"),
        "tag": Slot((0.84, 0.79, 0.68), "paper"),
    }
    turn = math.radians(-10.0)
    spot = LetterSpot((0.195, 0.330, 0.348), 0.21, 0.12, up=(-math.sin(turn), math.cos(turn), 0.0))
    return Shape("gift box", prims, slots, letters=spot)


def _bow_half() -> tuple[Prim, ...]:
    """The right loop of a bow, its hollow shown by a darker fold."""
    loop = (
        ellipsoid((0.130, 0.075, 0.0), (0.155, 0.092, 0.085), "ribbon"),
        ellipsoid((0.160, 0.078, 0.022), (0.088, 0.046, 0.072), "fold"),
    )
    return posed(loop, (0.0, -14.0, 24.0), (0.0, 0.600, 0.02))


def _hat() -> Shape:
    prims = (
        ellipsoid((0.0, 0.318, 0.0), (0.585, 0.300, 0.585), shell=0.018),  # noqa: S604 -- a wall, no command
        box((0.0, 0.064, 0.0), (0.474, 0.064, 0.474), op="intersect"),
        torus((0.0, 0.128, 0.0), 0.452, 0.022),
        cone((0.0, 0.265, 0.0), 0.300, 0.240, 0.240, round=0.09),
        ellipsoid((0.0, 0.545, 0.030), (0.095, 0.115, 0.290), op="subtract"),
        cone((0.0, 0.130, 0.0), 0.307, 0.062, 0.294, "band", round=0.01),
        ellipsoid((-0.306, 0.240, 0.080), (0.022, 0.175, 0.058), "feather", turn=(-24.0, 0.0, 10.0)),
        capsule((-0.302, 0.095, 0.140), (-0.296, 0.240, 0.080), 0.011, "quill"),
    )
    slots = {
        "body": Slot(),
        "band": Slot((0.028, 0.018, 0.014), "fabric"),
        "feather": Slot((0.60, 0.10, 0.02), "leaf"),
        "quill": Slot((0.80, 0.72, 0.55), "matte"),
    }
    return Shape("hat", prims, slots, top=0.46)


def _crown() -> Shape:
    points = 8

    def tip(i: int) -> Prim:
        t = math.radians(360.0 * i / points)
        return ball((0.320 * math.sin(t), 0.402, 0.320 * math.cos(t)), 0.040, "pearl")

    prims = (
        cone((0.0, 0.225, 0.0), 0.300, 0.225, 0.350),
        cone((0.0, 0.300, 0.0), 0.268, 0.235, 0.322, "lining", op="subtract"),
        *(_notch(22.5 + 45.0 * i) for i in range(4)),
        *(tip(i) for i in range(points)),
        torus((0.0, 0.032, 0.0), 0.292, 0.032),
        torus((0.0, 0.150, 0.0), 0.302, 0.018),
        ellipsoid((0.0, 0.190, 0.0), (0.290, 0.110, 0.290), "velvet"),
        *(_gem(a, slot) for a, slot in ((-45.0, "blue"), (0.0, "ruby"), (45.0, "blue"))),
    )
    slots = {
        "body": Slot(),
        "lining": Slot("main", "main", shade=0.8),
        "pearl": Slot((0.84, 0.80, 0.72), "ceramic"),
        "velvet": Slot((0.30, 0.010, 0.030), "fabric"),
        "ruby": Slot((0.52, 0.010, 0.030), "ceramic"),
        "blue": Slot((0.02, 0.10, 0.46), "ceramic"),
    }
    return Shape("crown", prims, slots)


def _notch(turn: float) -> Prim:
    """A bar on its edge right through the crown: two notches of the zigzag at once."""
    return posed(
        (box((0.0, 0.465, 0.0), (0.150, 0.150, 1.0), op="subtract", turn=(0.0, 0.0, 45.0)),), (0.0, turn, 0.0)
    )[0]


def _gem(turn: float, slot: str) -> Prim:
    t = math.radians(turn)
    return ellipsoid(
        (0.314 * math.sin(t), 0.092, 0.314 * math.cos(t)), (0.042, 0.042, 0.028), slot, turn=(0.0, turn, 0.0)
    )


def _sports_ball() -> Shape:
    # Twenty white caps, each a smaller ball off centre, overlap on a black one: between them stay twelve black
    # pentagons, and where they meet, creases for seams.
    radius, core, cap = 0.370, 0.357, math.cos(math.radians(25.2))
    off = (radius**2 - core**2) / (2 * (radius - core * cap))

    def panel(lat: float, lon: float) -> Prim:
        a, b = math.radians(lat), math.radians(lon)
        d: Vec3 = (math.cos(a) * math.sin(b), math.sin(a), math.cos(a) * math.cos(b))
        return ball((d[0] * off, d[1] * off, d[2] * off), radius - off)

    rows = ((52.62, 36.0), (10.81, 36.0), (-10.81, 0.0), (-52.62, 0.0))
    panels = tuple(panel(lat, lon + 72.0 * i) for lat, lon in rows for i in range(5))
    soccer = posed((ball((0.0, 0.0, 0.0), core, "panel"), *panels), (28.0, 0.0, -12.0), (0.0, radius, 0.0))
    slots = {"body": Slot(), "panel": Slot((0.012, 0.012, 0.014), "rubber")}
    return Shape("sports ball", soccer, slots)


GIFTS: tuple[Shape, ...] = (_gift_box(), _hat(), _crown(), _sports_ball())
