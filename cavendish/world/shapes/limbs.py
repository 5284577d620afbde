"""Legs and what animals stand on, made four at a time."""

from cavendish.world.shapes.base import Prim, capsule, cylinder
from cavendish.world.shapes.parts import both


def legs(
    x: float, fore: float, hind: float, top: float, radius: float, slot: str = "body", blend: float = 0.06
) -> tuple[Prim, ...]:
    """Four legs at ±x, `fore` and `hind` along z, from `top` down to the ground, a little thicker above."""
    return both(
        capsule((x, top, fore), (x, radius, fore), radius * 1.12, slot, radius, blend=blend),
        capsule((x, top, hind), (x, radius, hind), radius * 1.22, slot, radius, blend=blend),
    )


def hooves(
    x: float, fore: float, hind: float, height: float, radius: float, slot: str = "hoof"
) -> tuple[Prim, ...]:
    """Four hooves under legs at ±x, as high as said."""
    half = height / 2
    return both(
        *(cylinder((x, half, z), radius, half, slot, round=min(half, radius) * 0.5) for z in (fore, hind))
    )
