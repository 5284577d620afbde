"""The figurine's body: its measures by age and build, limbs along a pose, and the clothes it wears."""

import math
from dataclasses import dataclass

from cavendish.plan.person import Person
from cavendish.world.shapes.base import (
    BOX,
    CAPSULE,
    CONE,
    CYLINDER,
    ELLIPSOID,
    Prim,
    Vec3,
    ball,
    box,
    capsule,
    cone,
    cylinder,
    ellipsoid,
    rotation,
    torus,
)
from cavendish.world.shapes.figurine.poses import Bend, Pose
from cavendish.world.shapes.parts import both, facing
from cavendish.world.shapes.posed import posed


@dataclass(frozen=True)
class Measures:
    """Lengths of a body whose hips are at the origin: `girth` and `limb` multiply widths."""

    shoulder: float
    head: float
    arm: float
    leg: float
    girth: float
    limb: float
    stoop: float = 0.0


_AGES = {
    "child": Measures(0.160, 0.352, 0.098, 0.080, 0.90, 0.90),
    "adult": Measures(0.215, 0.440, 0.125, 0.128, 1.00, 1.00),
    "old": Measures(0.205, 0.415, 0.122, 0.122, 1.04, 1.00, 5.0),
}
_BUILDS = {"slim": (0.88, 0.90), "medium": (1.0, 1.0), "stout": (1.24, 1.12)}


def measures(person: Person) -> Measures:
    """The lengths of somebody's body."""
    m = _AGES[person.age or "adult"]
    girth, limb = _BUILDS[person.build or "medium"]
    return Measures(m.shoulder, m.head, m.arm, m.leg, m.girth * girth, m.limb * limb, m.stoop)


def toward(bend: tuple[float, float], side: int) -> Vec3:
    """The unit vector of a limb swung forward, then outward, from straight down."""
    f, o = math.radians(bend[0]), math.radians(bend[1])
    return (side * math.sin(o), -math.cos(f) * math.cos(o), math.sin(f) * math.cos(o))


def along(start: Vec3, way: Vec3, length: float) -> Vec3:
    """The point that far along."""
    return (start[0] + way[0] * length, start[1] + way[1] * length, start[2] + way[2] * length)


def torso(person: Person, m: Measures, pose: Pose) -> tuple[Prim, ...]:
    """From the hips up to the neck, clothes and arms included."""
    g = m.girth
    trunk = (
        capsule((0.0, 0.062, 0.0), (0.0, m.shoulder - 0.075 * g**0.5, 0.0), 0.128 * g, "top", 0.104 * g),
        capsule((0.0, m.shoulder - 0.04, 0.0), (0.0, m.shoulder + 0.07, 0.0), 0.060, "skin", 0.056),
        torus((0.0, m.shoulder + 0.002, 0.0), 0.066, 0.024, "collar"),
    )
    arms = tuple(p for side in (-1, 1) for p in _arm(person, m, pose.arms[side > 0], side))
    return (*trunk, *arms, *_over(person, m, pose))


def _over(person: Person, m: Measures, pose: Pose) -> tuple[Prim, ...]:
    """What is worn over the trunk: a coat's or a dress's skirt, buttons, a pack, and the extra."""
    g, out = m.girth, list(_EXTRAS.get(person.extra or "none", _nothing)(m))
    fall = _FALLS.get(person.top or "")
    if fall is not None and not pose.lap:
        low, high = -m.leg * fall.length - 0.03, m.shoulder * 0.52
        out.append(
            cone((0.0, (low + high) / 2, 0.0), fall.hem * g, (high - low) / 2, fall.waist * g, "top", round=0.025,
                 blend=0.03)
        )  # fmt: skip
    if person.top == "coat" and person.extra != "buttons":
        out += _buttons(m, 0.143)
    if person.top == "space suit":
        out += [
            box((0.0, m.shoulder * 0.55, -0.135 * g), (0.105, 0.110, 0.055), "top", round=0.035),
            box((0.0, m.shoulder * 0.42, 0.112 * g), (0.055, 0.034, 0.026), "second", round=0.014),
            ball((0.030, m.shoulder * 0.44, 0.136 * g), 0.012, "button"),
        ]
    return tuple(out)


@dataclass(frozen=True)
class _Fall:
    """How far a skirt falls in thighs, and its radii at hem and waist."""

    length: float
    hem: float
    waist: float


_FALLS = {
    "coat": _Fall(0.75, 0.176, 0.122),
    "dress": _Fall(0.95, 0.205, 0.108),
    "robe": _Fall(1.9, 0.190, 0.108),
}


def _nothing(_: Measures) -> tuple[Prim, ...]:
    return ()


def _buttons(m: Measures, low: float = 0.133) -> tuple[Prim, ...]:
    spots = ((0.05, low), (0.50, 0.126))
    return tuple(
        ellipsoid((0.0, y * m.shoulder, z * m.girth), (0.018, 0.018, 0.013), "button") for y, z in spots
    )


def _stethoscope(m: Measures) -> tuple[Prim, ...]:
    return (
        facing((0.0, m.shoulder - 0.030, 0.106 * m.girth), 0.064, 0.0135, "dark", -90.0, 200.0),
        ellipsoid((0.0, m.shoulder - 0.104, 0.124 * m.girth), (0.030, 0.030, 0.018), "metal"),
    )


def _tie(m: Measures) -> tuple[Prim, ...]:
    g = m.girth
    return (
        ellipsoid((0.0, m.shoulder - 0.030, 0.092 * g), (0.024, 0.020, 0.018), "second"),
        capsule((0.0, m.shoulder - 0.05, 0.100 * g), (0.0, 0.085, 0.124 * g), 0.014, "second", 0.027),
    )


def _dungarees(m: Measures) -> tuple[Prim, ...]:
    g = m.girth
    strap = capsule((0.065 * g, 0.12, 0.105 * g), (0.070 * g, m.shoulder - 0.012, 0.045), 0.016, "bottom")
    bib = box((0.0, 0.075, 0.105 * g), (0.078 * g, 0.065, 0.030), "bottom", turn=(-6.0, 0.0, 0.0), round=0.02)
    return (bib, *both(strap))


def _cape(m: Measures) -> tuple[Prim, ...]:
    middle, half = (m.shoulder - m.leg * 1.5) / 2, (m.shoulder + m.leg * 1.5) / 2
    at = (0.0, middle, -0.075 * m.girth)
    return (
        cone(at, 0.205 * m.girth, half, 0.090 * m.girth, "second", turn=(7.0, 0.0, 0.0), round=0.02),
    )  # fmt: skip


_EXTRAS = {
    "none": _nothing, "buttons": _buttons, "stethoscope": _stethoscope, "tie": _tie, "dungarees": _dungarees,
    "cape": _cape,
}  # fmt: skip


def _arm(person: Person, m: Measures, bend: Bend, side: int) -> tuple[Prim, ...]:
    shoulder = (side * 0.100 * m.girth, m.shoulder - 0.042, 0.0)
    upper, lower = toward(bend[0], side), toward(bend[1], side)
    elbow = along(shoulder, upper, m.arm)
    wrist = along(elbow, lower, m.arm * 0.86)
    bare = person.top in ("t-shirt", "dress")
    r = 0.051 * m.limb
    sleeve = along(shoulder, upper, m.arm * 0.72) if bare else elbow
    return (
        capsule(shoulder, sleeve, r * 1.06, "top", r * (1.10 if bare else 1.0), blend=0.025),
        capsule(elbow, wrist, r * (0.84 if bare else 1.0), "skin" if bare else "top", r * (0.80 if bare else 1.04)),
        ball(hand(m, bend, side), 0.054 * m.limb**0.5, "glove" if person.top in ("armour", "space suit") else "skin"),
    )  # fmt: skip


def hand(m: Measures, bend: Bend, side: int) -> Vec3:
    """The middle of a hand, from the hips, before the lean."""
    shoulder = (side * 0.100 * m.girth, m.shoulder - 0.042, 0.0)
    return along(along(shoulder, toward(bend[0], side), m.arm), toward(bend[1], side), m.arm * 1.10)


def legs(person: Person, m: Measures, pose: Pose) -> tuple[Prim, ...]:
    """From the hips down."""
    g = m.girth
    skirted = person.top in ("dress", "robe") or person.bottom == "skirt"
    cloth = "top" if person.top in ("dress", "robe", "coat", "armour", "space suit") else "bottom"
    out: list[Prim] = []
    if pose.lap or person.top not in ("dress", "robe", "coat"):
        out.append(ellipsoid((0.0, -0.010, 0.0), (0.138 * g, 0.098, 0.133 * g), cloth))
    for side in (-1, 1):
        bend, r = pose.legs[side > 0], 0.068 * m.limb
        hip = (side * 0.066 * g, -0.01, 0.0)
        knee = along(hip, toward(bend[0], side), m.leg)
        way = toward(bend[1], side)
        ankle = along(knee, way, m.leg * 0.92)
        thigh, shin = _cover(person, skirted)
        upper, lower = (r * 0.92, r * 0.96) if shin != "skin" else (r * 0.78, r * 0.70)
        if thigh == shin and bend[0] == bend[1]:
            out.append(capsule(hip, ankle, r, thigh, lower, blend=0.02))
        else:
            knees = r * (0.92 if thigh != "skin" else 0.80)
            out += [capsule(hip, knee, r, thigh, knees, blend=0.02), capsule(knee, ankle, upper, shin, lower)]
        out.append(_shoe(along(knee, way, m.leg * 1.02), pose.feet[side > 0], side, m.limb))
    if skirted and pose.lap:
        out.append(
            ellipsoid((0.0, -0.002, m.leg * 0.72), (0.172 * g, 0.083, m.leg * 1.05), cloth, blend=0.03)
        )
    elif person.bottom == "skirt" and person.top not in ("dress", "robe"):
        low = -m.leg * 0.95
        out.append(
            cone((0.0, (low + 0.04) / 2, 0.0), 0.180 * g, (0.04 - low) / 2, 0.122 * g, "bottom", round=0.02)
        )
    return tuple(out)


def _cover(person: Person, skirted: bool) -> tuple[str, str]:
    """The slots of thigh and shin."""
    if person.top in ("armour", "space suit", "robe"):
        return ("top", "top") if person.top != "robe" else ("top", "bottom")
    if skirted:
        return "skin", "skin"
    return "bottom", "skin" if person.bottom == "shorts" else "bottom"


def _shoe(at: Vec3, pitch: float, side: int, limb: float) -> Prim:
    shift = posed((ball((0.0, -0.004, 0.030), 0.01),), (-pitch, 0.0, 0.0))[0].center
    center = (at[0] + shift[0] + side * 0.006, at[1] + shift[1], at[2] + shift[2])
    k = limb**0.5
    return ellipsoid(center, (0.074 * k, 0.054, 0.108 * k), "shoe", turn=(-pitch, side * 8.0, 0.0))


def prop(pose: Pose, m: Measures) -> tuple[Prim, ...]:
    """What comes with a pose, from the hips, before the lean."""
    left, right = hand(m, pose.arms[0], -1), hand(m, pose.arms[1], 1)
    if pose.prop == "finger":
        way = toward(pose.arms[0][1], -1)
        return (capsule(left, along(left, way, 0.075), 0.024, "skin", 0.020),)
    middle = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2)
    x, y, z = middle
    if pose.prop == "ball":
        return (ball((x, y + 0.045, z + 0.055), 0.088, "prop"),)
    if pose.prop == "mug":
        x, y, z = right
        return (
            cylinder(
                (x - 0.012, y + 0.030, z + 0.030), 0.048, 0.050, "prop", turn=(-14.0, 0.0, 0.0), round=0.012
            ),
        )
    if pose.prop == "laptop":
        seat, deep = (0.0, 0.088, m.leg * 1.02), 0.085
        screen = (0.0, seat[1] + 0.070, seat[2] + deep + 0.018)
        return (
            box(seat, (0.130, 0.009, deep), "page", round=0.006),
            box(screen, (0.130, 0.078, 0.008), "prop", turn=(16.0, 0.0, 0.0), round=0.006),
        )
    if pose.prop == "book":
        k = m.arm / 0.125
        cover, page = (0.078 * k, 0.092 * k, 0.012), (0.070 * k, 0.084 * k, 0.014)
        spot = (0.074 * k, y + 0.040 * k, z + 0.034)
        leaf = (0.070 * k, y + 0.048 * k, z + 0.022)
        tilt = (-38.0, -20.0, 0.0)
        return both(
            box(spot, cover, "prop", turn=tilt, round=0.008), box(leaf, page, "page", turn=tilt, round=0.006)
        )
    return ()


def bounds_of(prims: tuple[Prim, ...]) -> tuple[Vec3, Vec3]:
    """The corners of the box round all that is added."""
    solid = [p for p in prims if p.op == "union"]
    reach = [tuple(_reach(p, axis) for axis in range(3)) for p in solid]
    low = [min(p.center[k] - r[k] for p, r in zip(solid, reach, strict=True)) for k in range(3)]
    high = [max(p.center[k] + r[k] for p, r in zip(solid, reach, strict=True)) for k in range(3)]
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def _reach(p: Prim, axis: int) -> float:
    """How far a primitive reaches from its middle along an axis."""
    row = rotation(p.turn)[axis]
    a, b, c = p.dims
    side, up = math.hypot(row[0], row[2]), abs(row[1])
    if p.type == ELLIPSOID:
        return math.sqrt((row[0] * a) ** 2 + (row[1] * b) ** 2 + (row[2] * c) ** 2)
    if p.type == BOX:
        return abs(row[0]) * a + up * b + abs(row[2]) * c
    if p.type == CAPSULE:
        return up * b + max(a, c)
    if p.type in (CYLINDER, CONE):
        return up * b + side * max(a, c)
    return side * a + b
