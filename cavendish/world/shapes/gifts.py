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
    cylinder,
    ellipsoid,
    mirrored,
    torus,
)
from cavendish.world.shapes.posed import posed


def _gift_box() -> Shape:
    prims = (
        box((0.0, 0.245, 0.0), (0.330, 0.245, 0.330), round=0.025),
        box((0.0, 0.500, 0.0), (0.365, 0.085, 0.365), round=0.025),
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
        "ribbon": Slot((0.86, 0.60, 0.12), "plastic"),
        "tag": Slot((0.84, 0.79, 0.68), "paper"),
    }
    turn = math.radians(-10.0)
    spot = LetterSpot((0.195, 0.330, 0.348), 0.20, 0.11, up=(-math.sin(turn), math.cos(turn), 0.0))
    return Shape("gift box", prims, slots, letters=spot, top=0.594)


def _bow_half() -> tuple[Prim, ...]:
    """The right loop of a bow: a fat ring stretched along its own band."""
    loop = (
        ellipsoid((0.130, 0.085, 0.0), (0.155, 0.095, 0.080), "ribbon"),
        ellipsoid((0.150, 0.090, 0.0), (0.100, 0.052, 0.120), "ribbon"),
    )
    return posed(loop[:1], (0.0, -12.0, 24.0), (0.0, 0.600, 0.02))


def _hat() -> Shape:
    prims = (
        ball((0.0, 0.720, 0.0), 0.705, shell=0.018),
        box((0.0, 1.140, 0.0), (1.0, 1.0, 1.0), op="subtract"),
        torus((0.0, 0.140, 0.0), 0.402, 0.021),
        cone((0.0, 0.250, 0.0), 0.258, 0.215, 0.205, round=0.07, blend=0.03),
        ellipsoid((0.0, 0.510, 0.0), (0.075, 0.105, 0.250), op="subtract"),
        ellipsoid((0.235, 0.440, 0.185), (0.110, 0.140, 0.110), op="subtract"),
        ellipsoid((-0.235, 0.440, 0.185), (0.110, 0.140, 0.110), op="subtract"),
        cone((0.0, 0.135, 0.0), 0.266, 0.055, 0.254, "band", round=0.01),
        ellipsoid((-0.262, 0.235, 0.040), (0.022, 0.160, 0.050), "feather", turn=(-18.0, 0.0, 12.0)),
        capsule((-0.258, 0.100, 0.075), (-0.250, 0.220, 0.040), 0.010, "quill"),
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
        return ball((0.338 * math.sin(t), 0.435, 0.338 * math.cos(t)), 0.042, "pearl")

    prims = (
        cone((0.0, 0.225, 0.0), 0.300, 0.225, 0.350),
        cone((0.0, 0.300, 0.0), 0.268, 0.235, 0.322, "lining", op="subtract"),
        *(
            box((0.0, 0.445, 0.0), (0.155, 0.155, 1.0), op="subtract", turn=(0.0, 22.5 + 45.0 * i, 0.0))
            for i in range(0)
        ),
        *(_notch(22.5 + 45.0 * i) for i in range(4)),
        *(tip(i) for i in range(points)),
        torus((0.0, 0.032, 0.0), 0.292, 0.032),
        torus((0.0, 0.150, 0.0), 0.302, 0.018),
        ellipsoid((0.0, 0.070, 0.0), (0.275, 0.200, 0.275), "velvet"),
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
    radius, high = 0.370, math.degrees(math.atan(0.5))

    def panel(lat: float, lon: float) -> Prim:
        a, b = math.radians(lat), math.radians(lon)
        d: Vec3 = (math.cos(a) * math.sin(b), math.sin(a), math.cos(a) * math.cos(b))
        at = (d[0] * radius * 0.945, d[1] * radius * 0.945, d[2] * radius * 0.945)
        return cylinder(
            at, radius * 0.345, radius * 0.055, "panel", turn=(90.0 - lat, lon, 0.0), round=radius * 0.02
        )

    vertices = (
        (90.0, 0.0),
        *((high, 72.0 * i) for i in range(5)),
        *((-high, 36.0 + 72.0 * i) for i in range(5)),
        (-90.0, 0.0),
    )
    soccer = posed(
        (ball((0.0, 0.0, 0.0), radius), *(panel(*v) for v in vertices)),
        (24.0, 10.0, -14.0),
        (0.0, radius, 0.0),
    )
    slots = {"body": Slot(), "panel": Slot((0.012, 0.012, 0.014), "rubber")}
    return Shape("sports ball", soccer, slots)


GIFTS: tuple[Shape, ...] = (_gift_box(), _hat(), _crown(), _sports_ball())
