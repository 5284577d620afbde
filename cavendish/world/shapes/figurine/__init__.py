"""People as figurines: one identity, in any pose, with any expression."""

from functools import lru_cache

from cavendish.plan.person import POSES as NAMES
from cavendish.plan.person import Expression, Person, filled
from cavendish.world.shapes.base import Prim, Shape, Slot
from cavendish.world.shapes.figurine.body import bounds_of, legs, measures, prop, torso
from cavendish.world.shapes.figurine.colors import slots
from cavendish.world.shapes.figurine.face import eyepatch, face
from cavendish.world.shapes.figurine.hair import beard, hair
from cavendish.world.shapes.figurine.hats import glasses, hat
from cavendish.world.shapes.figurine.poses import POSES
from cavendish.world.shapes.parts import moved
from cavendish.world.shapes.posed import posed

__all__ = ["figure", "shape"]


def figure(
    person: Person, pose: str = "standing", expression: Expression = "neutral"
) -> tuple[tuple[Prim, ...], dict[str, Slot]]:
    """The person's primitives, lowest point on the ground, and slots; an adult is about 1 high."""
    who, how = filled(person), POSES[pose]
    m = measures(who)
    lean = (how.lean + m.stoop, 0.0, 0.0)
    head = (*face(who, expression), *(eyepatch() if who.extra == "eyepatch" else ()), *hair(who), *beard(who),
            *glasses(who), *hat(who))  # fmt: skip
    nod, turn, tilt = how.head
    upper = (*posed(head, (nod, turn, tilt), (0.0, m.head, 0.0)), *torso(who, m, how), *prop(how, m))
    prims = (*posed(upper, lean), *legs(who, m, how))
    (x0, y0, z0), (x1, _, z1) = bounds_of(prims)
    return moved(prims, (-(x0 + x1) / 2, -y0, -(z0 + z1) / 2)), slots(who)


@lru_cache(maxsize=512)
def shape(person: Person | None = None, expression: Expression | None = None) -> Shape:
    """The person as the library's shape, with every pose."""
    who, felt = filled(person), expression or "happy"
    prims, parts = figure(who, "standing", felt)
    poses = {name: figure(who, name, felt)[0] for name in NAMES[1:]}
    return Shape("person", prims, parts, poses=poses)
