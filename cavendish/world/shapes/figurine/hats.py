"""What the figurine wears on its head: hats, helmets and glasses, about the head's middle."""

import math

from cavendish.plan.person import Person
from cavendish.world.shapes.base import Prim, Vec3, ball, box, capsule, cone, cylinder, ellipsoid, torus
from cavendish.world.shapes.figurine.face import HEAD
from cavendish.world.shapes.parts import both, facing, on

_O = (0.0, 0.0, 0.0)
_BACK = (-7.0, 0.0, 0.0)


def glasses(person: Person) -> tuple[Prim, ...]:
    """Round frames, or dark ones, with their sides."""
    if person.glasses in (None, "none") or person.hat == "knight helmet":
        return ()
    x, y, z = on(_O, HEAD, 23.0, 1.0, 1.10)
    side = both(capsule((x + 0.052, y + 0.010, z - 0.012), (0.206, 0.012, 0.020), 0.0105, "frame"))
    bridge = capsule((-x + 0.050, y + 0.012, z + 0.010), (x - 0.050, y + 0.012, z + 0.010), 0.0105, "frame")
    if person.glasses == "sunglasses":
        dark = both(ellipsoid((x, y, z), (0.064, 0.052, 0.020), "frame", turn=(0.0, 16.0, 0.0)))
        return (*dark, bridge, *side)
    return (*both(facing((x, y, z + 0.004), 0.056, 0.0105, "frame", 0.0, 360.0)), bridge, *side)


def hat(person: Person) -> tuple[Prim, ...]:
    """The hat, if any."""
    make = _HATS.get(person.hat or "none")
    return make() if make is not None else ()


def _cap() -> tuple[Prim, ...]:
    return (
        ellipsoid((0.0, 0.085, -0.026), (0.238, 0.172, 0.226), "hat"),
        ellipsoid((0.0, 0.108, 0.205), (0.150, 0.026, 0.130), "hat", turn=(12.0, 0.0, 0.0), blend=0.01),
        ball((0.0, 0.256, -0.026), 0.022, "band"),
    )


def _beanie() -> tuple[Prim, ...]:
    return (
        ellipsoid((0.0, 0.100, -0.026), (0.234, 0.182, 0.224), "hat"),
        torus((0.0, 0.100, -0.020), 0.206, 0.046, "band", turn=_BACK),
        ball((0.0, 0.305, -0.036), 0.066, "band"),
    )


def _brimmed() -> tuple[Prim, ...]:
    return (
        cylinder((0.0, 0.128, -0.020), 0.335, 0.020, "hat", turn=_BACK, round=0.018),
        cone((0.0, 0.205, -0.028), 0.224, 0.100, 0.176, "hat", turn=_BACK, round=0.05),
        cylinder((0.0, 0.160, -0.022), 0.231, 0.030, "band", turn=_BACK, round=0.012),
    )


def _straw() -> tuple[Prim, ...]:
    return (
        ellipsoid((0.0, 0.118, -0.020), (0.390, 0.034, 0.375), "hat", turn=_BACK),
        ellipsoid((0.0, 0.150, -0.028), (0.222, 0.160, 0.214), "hat"),
        cylinder((0.0, 0.158, -0.026), 0.226, 0.026, "band", turn=_BACK, round=0.012),
    )


def _toque() -> tuple[Prim, ...]:
    puffs = tuple(
        ball((0.125 * math.sin(math.radians(a)), 0.300, -0.028 + 0.115 * math.cos(math.radians(a))), 0.112, "hat",
             blend=0.03)
        for a in range(0, 360, 72)
    )  # fmt: skip
    return (cylinder((0.0, 0.178, -0.028), 0.212, 0.085, "hat", turn=_BACK, round=0.02), *puffs,
            ellipsoid((0.0, 0.345, -0.028), (0.150, 0.080, 0.140), "hat", blend=0.03))  # fmt: skip


def _crown() -> tuple[Prim, ...]:
    spikes = (
        cone(_round(0.170, a, 0.286), 0.066, 0.062, 0.016, "gold", round=0.014) for a in range(0, 360, 60)
    )
    gems = (ball(_round(0.192, a, 0.215), 0.026, "gem") for a in (-50, 0, 50))
    return (cylinder((0.0, 0.215, -0.014), 0.200, 0.056, "gold", round=0.014), *spikes, *gems)


def _round(radius: float, angle: float, y: float) -> Vec3:
    """A point on a circle about the head, `angle` from the front."""
    return (radius * math.sin(math.radians(angle)), y, radius * math.cos(math.radians(angle)) - 0.014)


def _wizard() -> tuple[Prim, ...]:
    return (
        ellipsoid((0.0, 0.122, -0.020), (0.370, 0.038, 0.350), "hat", turn=_BACK),
        cone((0.0, 0.270, -0.036), 0.226, 0.155, 0.104, "hat", turn=(-5.0, 0.0, 2.0), round=0.03, blend=0.03),
        cone(
            (-0.026, 0.498, -0.070),
            0.106,
            0.118,
            0.024,
            "hat",
            turn=(-12.0, 0.0, 16.0),
            round=0.02,
            blend=0.03,
        ),
        cylinder((0.0, 0.168, -0.026), 0.224, 0.034, "band", turn=_BACK, round=0.012),
    )


def _fire() -> tuple[Prim, ...]:
    return (
        ellipsoid((0.0, 0.100, -0.036), (0.300, 0.030, 0.330), "hat", turn=(-10.0, 0.0, 0.0)),
        ellipsoid((0.0, 0.108, -0.026), (0.238, 0.180, 0.226), "hat", blend=0.01),
        capsule((0.0, 0.215, 0.110), (0.0, 0.230, -0.190), 0.032, "hat", 0.028, blend=0.01),
        ellipsoid((0.0, 0.186, 0.186), (0.066, 0.080, 0.026), "gold", turn=(-28.0, 0.0, 0.0)),
    )


def _tricorn() -> tuple[Prim, ...]:
    brim = both(ellipsoid((0.150, 0.190, 0.050), (0.205, 0.100, 0.040), "hat", turn=(0.0, 40.0, -8.0)))
    return (
        ellipsoid((0.0, 0.118, -0.030), (0.232, 0.170, 0.222), "hat"),
        *brim,
        ellipsoid((0.0, 0.180, -0.215), (0.270, 0.095, 0.040), "hat", turn=(-12.0, 0.0, 0.0)),
        ball((0.0, 0.196, 0.196), 0.044, "teeth"),
        ellipsoid((0.0, 0.156, 0.194), (0.028, 0.026, 0.030), "teeth"),
        *both(ball((0.017, 0.200, 0.228), 0.014, "dark")),
    )


def _space() -> tuple[Prim, ...]:
    return (
        torus((0.0, -0.192, 0.0), 0.155, 0.040, "metal"),
        torus((0.0, 0.0, 0.060), 0.222, 0.034, "hat", turn=(90.0, 0.0, 0.0)),
        ellipsoid((0.0, 0.010, -0.050), (0.252, 0.250, 0.205), "hat"),
        *both(cylinder((0.248, 0.0, -0.02), 0.052, 0.026, "band", turn=(0.0, 0.0, 90.0), round=0.014)),
    )


def _knight() -> tuple[Prim, ...]:
    return (
        ellipsoid((0.0, 0.040, -0.026), (0.236, 0.208, 0.222), "metal"),
        *both(
            ellipsoid(
                (0.180, -0.085, 0.030), (0.058, 0.120, 0.130), "metal", turn=(0.0, 0.0, 6.0), blend=0.03
            )
        ),
        ellipsoid((0.0, -0.070, -0.100), (0.205, 0.150, 0.120), "metal", blend=0.03),
        torus((0.0, 0.112, -0.022), 0.205, 0.030, "gold", turn=(14.0, 0.0, 0.0)),
        capsule((0.0, 0.235, 0.020), (0.0, 0.330, -0.080), 0.026, "band", 0.050),
        capsule((0.0, 0.330, -0.080), (0.0, 0.240, -0.250), 0.050, "band", 0.026, blend=0.03),
    )


def _nurse() -> tuple[Prim, ...]:
    return (
        box((0.0, 0.225, 0.020), (0.120, 0.056, 0.070), "hat", turn=(-20.0, 0.0, 0.0), round=0.03),
        box((0.0, 0.232, 0.090), (0.038, 0.012, 0.012), "gem", turn=(-20.0, 0.0, 0.0), round=0.005),
        box((0.0, 0.232, 0.090), (0.012, 0.036, 0.012), "gem", turn=(-20.0, 0.0, 0.0), round=0.005),
    )


_HATS = {
    "cap": _cap, "beanie": _beanie, "hat": _brimmed, "straw hat": _straw, "toque": _toque, "crown": _crown,
    "wizard hat": _wizard, "fire helmet": _fire, "tricorn": _tricorn, "space helmet": _space,
    "knight helmet": _knight, "nurse cap": _nurse,
}  # fmt: skip
