"""Small groupings that several shapes share: points on a head, eyes, arcs that face one way, wheels."""

import math
from collections.abc import Iterable
from dataclasses import replace

from cavendish.world.shapes.base import Prim, Slot, Vec3, ball, cylinder, mirrored, torus

EYE = Slot((0.012, 0.009, 0.008), "ceramic")
GLINT = Slot("white", "plastic", emission=0.7)
CREAM = Slot((0.74, 0.56, 0.37), "main")
RUBBER = Slot((0.018, 0.018, 0.020), "rubber")
CHROME = Slot((0.70, 0.71, 0.73), "metal")
PANE = Slot((0.030, 0.055, 0.085), "ceramic")
LAMP = Slot((0.95, 0.86, 0.60), "plastic", emission=0.6)


def on(center: Vec3, radii: Vec3, side: float, up: float, out: float = 1.0) -> Vec3:
    """The point of an ellipsoid `side` degrees right of the front and `up` degrees above, from its centre.

    `out` scales the distance from the centre (1 = on the surface).
    """
    s, u = math.radians(side), math.radians(up)
    d = (math.sin(s) * math.cos(u), math.sin(u), math.cos(s) * math.cos(u))
    (x, y, z), (a, b, c) = center, radii
    return (x + a * d[0] * out, y + b * d[1] * out, z + c * d[2] * out)


def eyes(at: Vec3, radius: float, slot: str = "eye", shine: str = "glint") -> tuple[Prim, ...]:
    """Two round eyes at `at` and its mirror image, each with a glint up and to the left."""
    x, y, z = at
    d = radius * 0.62
    spots = ((s * x - d * 0.55, y + d * 0.75, z + d * 1.05) for s in (1, -1))
    shines = tuple(ball(spot, radius * 0.36, shine) for spot in spots)
    return (*both(ball(at, radius, slot)), *shines)


def upright(center: Vec3, ring: float, tube: float, slot: str, toward: float, arc: float) -> Prim:
    """An arc in a plane of constant x, centred `toward` degrees from the front (+z) up to +y."""
    return torus(center, ring, tube, slot, turn=(0.0, toward - 90.0, 90.0), arc=arc)


def facing(center: Vec3, ring: float, tube: float, slot: str, toward: float, arc: float) -> Prim:
    """An arc in a plane of constant z, centred `toward` degrees from +x up to +y (a smile is -90)."""
    return torus(center, ring, tube, slot, turn=(90.0, 0.0, toward), arc=arc)


def tapered(arc: Prim, taper: float) -> Prim:
    """The arc with its tube thinner by `taper` (0..1) at both ends."""
    return replace(arc, dims=(arc.dims[0], arc.dims[1], taper))


def melted(prim: Prim, blend: float) -> Prim:
    """The primitive joined smoothly to what is written before it."""
    return replace(prim, blend=blend)


def both(*prims: Prim) -> tuple[Prim, ...]:
    """Each primitive and its mirror image in x = 0."""
    return mirrored(prims)


def moved(prims: Iterable[Prim], by: Vec3) -> tuple[Prim, ...]:
    """The primitives shifted."""
    return tuple(
        replace(p, center=(p.center[0] + by[0], p.center[1] + by[1], p.center[2] + by[2])) for p in prims
    )


def wheels(x: float, z: float, radius: float, half: float, hub: float = 0.55) -> tuple[Prim, ...]:
    """A pair of tyres standing on the ground at ±x, and one axle whose ends show as both hubs."""
    tyre = cylinder((x, radius, z), radius, half, "tyre", turn=(0.0, 0.0, 90.0), round=half * 0.5)
    across = x + half * 1.12
    axle = cylinder((0.0, radius, z), radius * hub, across, "hub", turn=(0.0, 0.0, 90.0), round=half * 0.2)
    return (*both(tyre), axle)
