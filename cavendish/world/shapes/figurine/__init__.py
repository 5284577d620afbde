"""People as figurines: one identity, in any pose, with any expression."""

from dataclasses import replace
from functools import lru_cache

from cavendish.plan.person import POSES as NAMES
from cavendish.plan.person import Expression, Person, filled
from cavendish.world.shapes.base import LetterSpot, Prim, Shape, Slot
from cavendish.world.shapes.figurine.body import Measures, bounds_of, legs, measures, prop, torso
from cavendish.world.shapes.figurine.colors import slots
from cavendish.world.shapes.figurine.face import eyepatch, face
from cavendish.world.shapes.figurine.hair import beard, hair
from cavendish.world.shapes.figurine.hats import glasses, hat
from cavendish.world.shapes.figurine.poses import POSES
from cavendish.world.shapes.labels import INK, PAPER, tilted
from cavendish.world.shapes.parts import moved
from cavendish.world.shapes.posed import posed

__all__ = ["figure", "shape"]

_HIDING = {"sitting": 1.6, "running": 1.4, "holding": 1.9, "reading": 2.1, "arms crossed": 1.1, "typing": 2.6,
           "drinking": 1.9}  # fmt: skip
"""Poses whose arms hide the chest, and how far before it they reach, in arms."""


def figure(
    person: Person, pose: str = "standing", expression: Expression = "neutral"
) -> tuple[tuple[Prim, ...], dict[str, Slot]]:
    """The person's primitives, lowest point on the ground, and slots; an adult is about 1 high."""
    prims, _ = _made(filled(person), pose, expression)
    return prims, slots(filled(person))


def _made(who: Person, pose: str, expression: Expression) -> tuple[tuple[Prim, ...], LetterSpot]:
    """The primitives, and where letters go on the chest."""
    how, m = POSES[pose], measures(who)
    lean = (how.lean + m.stoop, 0.0, 0.0)
    head = (*face(who, expression), *(eyepatch() if who.extra == "eyepatch" else ()), *hair(who), *beard(who),
            *glasses(who), *hat(who))  # fmt: skip
    nod, turn, tilt = how.head
    upper = (*posed(head, (nod, turn, tilt), (0.0, m.head, 0.0)), *torso(who, m, how), *prop(how, m))
    prims = (*posed(upper, lean), *legs(who, m, how))
    (x0, y0, z0), (x1, _, z1) = bounds_of(prims)
    by = (-(x0 + x1) / 2, -y0, -(z0 + z1) / 2)
    return moved(prims, by), tilted(_chest(who, m, pose), lean, by)


def _chest(who: Person, m: Measures, pose: str) -> LetterSpot:
    """Print on a plain shirt, else a bib such as runners wear; where arms hide the chest, a card before them.

    The hips are at the origin.
    """
    middle = 0.010 + (0.062 + m.shoulder - 0.075 * m.girth**0.5) / 2
    round_it, size = 0.117 * m.girth, (m.shoulder / 0.215) ** 0.5
    if pose in _HIDING:
        ahead = round_it + m.arm * _HIDING[pose]
        return LetterSpot((0.0, middle + 0.02, ahead), 0.26 * size, 0.14 * size, color=INK, plate=PAPER)
    plain = who.weave == "plain" and who.top in ("t-shirt", "sweater", "dress")
    if plain and who.extra in (None, "none", "cape"):
        spot = LetterSpot((0.0, middle, round_it), 0.20 * m.girth, 0.105 * size, radius=round_it)
        return replace(spot, depth=0.2 * round_it)
    return LetterSpot((0.0, middle, round_it + 0.022), 0.19 * m.girth, 0.110 * size, color=INK, plate=PAPER)


@lru_cache(maxsize=512)
def shape(person: Person | None = None, expression: Expression | None = None) -> Shape:
    """The person as the library's shape, with every pose."""
    who, felt = filled(person), expression or "happy"
    made = {name: _made(who, name, felt) for name in ("standing", *NAMES[1:])}
    prims, chest = made.pop("standing")
    poses, spots = {name: one[0] for name, one in made.items()}, {name: one[1] for name, one in made.items()}
    return Shape("person", prims, slots(who), letters=chest, poses=poses, spots=spots)
