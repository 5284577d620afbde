"""What stands on what, and the box each thing takes up on the stage."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.plan.person import stature
from cavendish.plan.schema import Plan, Relation, Thing

_OVERHANG = {"on": 1.55, "above": 1.35}


@dataclass(frozen=True)
class Box:
    """A thing's upright box: half width and depth in its own axes, turned by `yaw` degrees."""

    id: str
    x: float
    z: float
    half: tuple[float, float]
    yaw: float
    base: float
    height: float

    def corners(self) -> npt.NDArray[np.float64]:
        """Its eight corners (8, 3) in stage units."""
        c, s = math.cos(math.radians(self.yaw)), math.sin(math.radians(self.yaw))
        w, d = self.half
        flat = [(self.x + c * u + s * v, self.z - s * u + c * v) for u in (-w, w) for v in (-d, d)]
        return np.array([(x, y, z) for x, z in flat for y in (self.base, self.base + self.height)])


def extents(thing: Thing) -> tuple[float, float, float]:
    """Width, height and depth of a thing in its own axes, in its size and pose."""
    kind = thing.nature
    w, h, d = kind.pose_sizes.get(thing.pose or "", kind.size)
    size = thing.size or 1.0
    if thing.kind == "person":
        w, h, d = stature(thing.person, (w, h, d))
    return w * size, h * size, d * size


def carries(under: Thing, word: str = "on") -> bool:
    """Whether a thing, in its pose, has a top that another can stand on; for "above", its very top."""
    kind = under.nature
    high = word == "on" or (kind.top or 0.0) > 0.7
    return kind.supports and high and (under.pose in (None, *kind.carrying) or not kind.carrying)


def resting(plan: Plan) -> dict[str, str]:
    """Each thing that truly stands on another, with that other: said to be on or above it, and it fits there.

    What is said to be on or above a thing that cannot carry it stands behind it, higher up in the picture.
    """
    things = {thing.id: thing for thing in plan.things}
    found: dict[str, str] = {}
    for relation in plan.relations:
        upper, under, word = upward(relation)
        if word not in _OVERHANG or upper in found or not carries(things[under], word):
            continue
        group = [things[name] for name, on in found.items() if on == under] + [things[upper]]
        if fits(group, things[under], word):
            found[upper] = under
    return found


def upward(relation: Relation) -> tuple[str, str, str]:
    """The relation as (upper, lower, word), "below" turned into "above"."""
    if relation.predicate == "below":
        return relation.object, relation.subject, "above"
    return relation.subject, relation.object, relation.predicate


def fits(group: list[Thing], under: Thing, word: str) -> bool:
    """Whether the things, side by side, are not much larger than the top they stand on."""
    return crowding(group, under) <= _OVERHANG[word] + 1e-6


def crowding(group: list[Thing], under: Thing) -> float:
    """How many times the top of `under` the feet of the things span, side by side."""
    feet = [extents(thing) for thing in group]
    wide, _, deep = extents(under)
    top = math.sqrt(wide * deep)
    if len(feet) == 1:
        w, _, d = feet[0]
        return max(math.sqrt(w * d) / top, max(w, d) / max(wide, deep) / 1.4)
    return sum(math.sqrt(w * d) for w, _, d in feet) / max(wide, top)


def bases(plan: Plan) -> dict[str, float]:
    """The height each thing stands at: 0 on the ground, else the top of what carries it."""
    things = {thing.id: thing for thing in plan.things}
    carriers = resting(plan)

    def base(name: str) -> float:
        under = carriers.get(name)
        if under is None:
            return 0.0
        return base(under) + extents(things[under])[1] * (things[under].nature.top or 1.0)

    return {name: base(name) for name in things}


def boxes(plan: Plan) -> tuple[Box, ...]:
    """The box of every thing of a complete plan, in the plan's order."""
    heights = bases(plan)
    out: list[Box] = []
    for thing in plan.things:
        w, h, d = extents(thing)
        x, z = thing.position or (0.0, 0.0)
        out.append(Box(thing.id, x, z, (w / 2, d / 2), thing.yaw or 0.0, heights[thing.id], h))
    return tuple(out)
