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
    """The point of an ellipsoid seen from its centre `side` degrees right of the front and `up` degrees above it.

    `out` scales the distance from the centre (1 = on the surface).
    """
    a, e = math.radians(side), math.radians(up)
    d = (math.sin(a) * math.cos(e), math.sin(e), math.cos(a) * math.cos(e))
    return (center[0] + radii[0] * d[0] * out, center[1] + radii[1] * d[1] * out, center[2] + radii[2] * d[2] * out)


def eyes(at: Vec3, radius: float, slot: str = "eye", shine: str = "glint") -> tuple[Prim, ...]:
    """Two round eyes at `at` and its mirror image, each with a glint up and to the left."""
    x, y, z = at
    d = radius * 0.62
    shines = tuple(ball((s * x - d * 0.55, y + d * 0.75, z + d * 1.05), radius * 0.36, shine) for s in (1, -1))
    return (*mirrored([ball(at, radius, slot)]), *shines)


def upright(center: Vec3, ring: float, tube: float, slot: str, toward: float, arc: float, **more: object) -> Prim:
    """An arc in the plane x = const, centred on the direction `toward` degrees from the front (+z) up to +y."""
    return torus(center, ring, tube, slot, turn=(0.0, toward - 90.0, 90.0), arc=arc, **more)  # pyright: ignore[reportArgumentType] -- names are Prim's own


def facing(center: Vec3, ring: float, tube: float, slot: str, toward: float, arc: float, **more: object) -> Prim:
    """An arc in the plane z = const, centred on the direction `toward` degrees from +x up to +y (a smile is -90)."""
    return torus(center, ring, tube, slot, turn=(90.0, 0.0, toward), arc=arc, **more)  # pyright: ignore[reportArgumentType] -- names are Prim's own


def moved(prims: Iterable[Prim], by: Vec3) -> tuple[Prim, ...]:
    """The primitives shifted."""
    return tuple(
        replace(p, center=(p.center[0] + by[0], p.center[1] + by[1], p.center[2] + by[2])) for p in prims
    )


def wheels(x: float, z: float, radius: float, half: float, hub: float = 0.55) -> tuple[Prim, ...]:
    """A pair of tyres standing on the ground at ±x, and one axle whose ends show as both hubs."""
    tyre = cylinder((x, radius, z), radius, half, "tyre", turn=(0.0, 0.0, 90.0), round=half * 0.5)
    axle = cylinder((0.0, radius, z), radius * hub, x + half * 1.12, "hub", turn=(0.0, 0.0, 90.0), round=half * 0.2)
    return (*mirrored([tyre]), axle)
