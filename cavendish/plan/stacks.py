"""What stands on or in what, and the box each thing takes up on the stage."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cavendish.plan import spaces
from cavendish.plan.person import stature
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.plan.spaces import Space
from cavendish.plan.stances import FLYING, STANCES, TIPPED, lying

_OVERHANG = {"on": 1.55, "above": 1.35}
_LEVEL = 0.12  # of a thing's height: a measured top that is no farther from the said one is the same
_BESIDE = 0.9  # of its part of a hollow: what each of several may take up
_LOOSE = 0.85  # of a hollow's width: what is no wider may be turned any way in it
_HEAP = {
    3: 0.464,
    4: 0.414,
    5: 0.370,
}  # so wide is each of as many circles in one, Croft, Falconer and Guy 1991
LAYER = 5
"""Of many in a hollow, how many lie in a layer."""
_FILL = 1.06  # a thing may be a little wider than a hollow: things are rounder than their boxes
_HATS = frozenset({"hat", "crown", "helmet"})
_RIDDEN = ("animal", "vehicle")
ENTERED = ("building", "vehicle", "animal")  # what one is not on when one cannot be in it
_SADDLE = (0.5, 0.32)  # of what is ridden: how wide and deep one that is astride it may count its top
_HEADED = ("animal", "person", "toy")
_LARGEST_HAT = 1.7  # heads
_ALOFT, _CLEAR = 0.7, 0.45  # stage units over the ground; of the smaller's height between two


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
        w, d = self.half
        flat = [turned(self.x, self.z, u, v, self.yaw) for u in (-w, w) for v in (-d, d)]
        return np.array([(x, y, z) for x, z in flat for y in (self.base, self.base + self.height)])


def turned(x: float, z: float, u: float, v: float, yaw: float) -> tuple[float, float]:
    """The place (x, z) and from there (u, v) in the axes of a thing turned by `yaw` degrees."""
    c, s = math.cos(math.radians(yaw)), math.sin(math.radians(yaw))
    return x + c * u + s * v, z - s * u + c * v


def extents(thing: Thing) -> tuple[float, float, float]:
    """Width, height and depth of a thing in its own axes, in its size and pose."""
    kind = thing.nature
    w, h, d = kind.pose_sizes.get(thing.pose or "", kind.size)
    size = thing.size or 1.0
    if thing.kind == "person":
        w, h, d = stature(thing.person, (w, h, d))
    if thing.pose == TIPPED:
        w, h, d = lying((w, h, d))
    return w * size, h * size, d * size


def carries(under: Thing, word: str = "on") -> bool:
    """Whether a thing, in its pose, has a top that another can stand on; for "above", its very top."""
    top = top_of(under)
    return top is not None and (word == "on" or top.low > 0.7 * extents(under)[1])


def top_of(under: Thing) -> Space | None:
    """Where others stand on a thing in its pose: what its kind says, else what was measured; None where they cannot."""
    if under.pose in STANCES:
        return None
    kind, measured = under.nature, spaces.top(under)
    if not kind.supports or (kind.carrying and under.pose not in (None, *kind.carrying)):
        return measured
    wide, tall, deep = extents(under)
    high = tall * (kind.top or 1.0)
    same = measured is not None and abs(measured.low - high) < _LEVEL * tall
    x, z = (measured.x, measured.z) if same and measured is not None else (0.0, 0.0)
    return Space(x, z, wide / 2, deep / 2, high, high)


def wears(upper: Thing, under: Thing) -> bool:
    """Whether it is something for heads, on one that has a head it would fit."""
    head = spaces.head(under)
    if upper.kind not in _HATS or head is None or under.nature.group not in _HEADED:
        return False
    return extents(upper)[0] <= _LARGEST_HAT * 2 * max(head.wide, 0.6 * head.deep) + 1e-6


@dataclass(frozen=True)
class Seat:
    """What a thing rests on, and how: "on" its top, "in" its hollow, or "worn" on its head."""

    under: str
    how: str


def resting(plan: Plan) -> dict[str, str]:
    """Each thing that truly rests on another, with that other (see `seats`)."""
    return {name: seat.under for name, seat in seats(plan).items()}


def seats(plan: Plan) -> dict[str, Seat]:
    """Each thing that truly rests on another: said to be on, above or in it, and it fits there.

    What is said to be on or above a thing that cannot carry it stands behind it, higher up in the picture; what is in
    a thing without a hollow that it fits stands on it where it can.
    """
    things = {thing.id: thing for thing in plan.things}
    found: dict[str, Seat] = {}
    for relation in plan.relations:
        upper, under, word = upward(relation)
        if word not in ("on", "above", "in") or upper in found or things[upper].pose == FLYING:
            continue
        group = [things[name] for name, seat in found.items() if seat.under == under] + [things[upper]]
        how = seated(group, things[under], word)
        if how:
            found[upper] = Seat(under, how)
    return found


def seated(group: list[Thing], under: Thing, word: str) -> str | None:
    """How the last of a group can rest with the others on, above or in a thing; None where it cannot."""
    if word == "in":
        if held(group, under) or under.nature.group in ENTERED:
            return "in" if held(group, under) else None
        word = "on"
    if word == "on" and wears(group[-1], under):
        return "worn"
    return "on" if carries(under, word) and fits(group, under, word) else None


def held(group: list[Thing], under: Thing) -> bool:
    """Whether a group fits the hollow of a thing."""
    return spaces.hollow(under) is not None and filling(group, under) <= _FILL + 1e-6


def filling(group: list[Thing], under: Thing) -> float:
    """How many times the room it has in the hollow of a thing the widest of a group takes up; inf without a hollow.

    One has it all, several have parts along what is long, and of what is not as much as circles in a circle.
    """
    hollow, count = spaces.hollow(under), len(group)
    if hollow is None:
        return math.inf
    part, share = hollow, 1.0
    if count > 1 and (hollow.long or count == 2):
        across = hollow.wide >= hollow.deep
        sides = (hollow.wide / count, hollow.deep) if across else (hollow.wide, hollow.deep / count)
        part = replace(hollow, wide=_BESIDE * sides[0], deep=_BESIDE * sides[1])
    elif count > 1:
        share = _HEAP[min(count, LAYER)]
    return max(min(wedged(thing, part, hollow, turn) for turn in _turns(under)) for thing in group) / share


def _turns(under: Thing) -> tuple[str, ...]:
    """Which ways one may face in a thing: as it does in what is ridden in, else any."""
    return ("along",) if under.nature.group == "vehicle" else ("along", "across", "any")


def wedged(thing: Thing, part: Space, hollow: Space, turn: str) -> float:
    """How many times as wide as its part of a hollow what goes into it is, facing along it, across it, or any way."""
    wide, deep = _low(thing, hollow)
    if turn == "any":
        return max(wide, deep) / (2 * min(part.wide, part.deep))
    wide, deep = (wide, deep) if turn == "along" else (deep, wide)
    return max(wide / (2 * part.wide), deep / (2 * part.deep))


def facing_in(thing: Thing, under: Thing) -> str:
    """The way a thing faces in what it is in: any way if it fits so, else along or across it."""
    hollow = spaces.hollow(under)
    if hollow is None:
        return "any"
    turns = sorted(_turns(under), key=lambda turn: wedged(thing, hollow, hollow, turn))
    loose = "any" in turns and wedged(thing, hollow, hollow, "any") < _LOOSE
    return "any" if loose else turns[0]


def _low(thing: Thing, hollow: Space) -> tuple[float, float]:
    """Width and depth of what of a thing goes into a hollow as deep as that; of a cut flower its stem."""
    w, h, d = extents(thing)
    share = (hollow.high - hollow.low) / h
    part = spaces.lower(thing, share / 3 if thing.pose == "cut" else share)
    return (2 * part.wide, 2 * part.deep) if part is not None else (w, d)


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
    if len(group) == 1 and alike(group[0], under):
        return (group[0].size or 1.0) / (under.size or 1.0)  # what is alike stacks
    feet = [extents(thing) for thing in group]
    place, (w, _, d) = top_of(under), extents(under)
    wide, deep = (2 * place.wide, 2 * place.deep) if place else (w, d)
    if (
        under.nature.group in _RIDDEN and not under.nature.supports
    ):  # one is astride it, and wider than its saddle
        wide, deep = max(wide, _SADDLE[0] * w), max(deep, _SADDLE[1] * d)
    top = math.sqrt(wide * deep)
    if len(feet) == 1:
        w, _, d = feet[0]
        return max(math.sqrt(w * d) / top, max(w, d) / max(wide, deep) / 1.4)
    return sum(math.sqrt(w * d) for w, _, d in feet) / max(wide, top)


def alike(upper: Thing, under: Thing) -> bool:
    """Whether two things are of one kind in one pose, so that one stacks on the other's middle."""
    return (upper.kind, upper.pose) == (under.kind, under.pose)


def bases(plan: Plan) -> dict[str, float]:
    """The height each thing stands at: 0 on the ground, else that of what it rests on or in."""
    things = {thing.id: thing for thing in plan.things}
    found = seats(plan)

    def base(name: str) -> float:
        seat = found.get(name)
        if things[name].pose == FLYING:
            return altitude(plan, things[name], base)
        if seat is None:
            return 0.0
        if seat.how == "on" and alike(things[name], things[seat.under]):
            return base(seat.under) + extents(things[seat.under])[1]
        space = space_of(things[seat.under], seat.how)
        return base(seat.under) + ((space.high if seat.how == "worn" else space.low) if space else 0.0)

    return {name: base(name) for name in things}


def beneath(plan: Plan, name: str) -> str | None:
    """What a thing in the air is said to be above, or on."""
    pairs = (upward(relation) for relation in plan.relations)
    return next((under for upper, under, word in pairs if upper == name and word in ("on", "above")), None)


def altitude(plan: Plan, thing: Thing, base: Callable[[str], float]) -> float:
    """How high a thing in the air is: clear over what it is above, else over where heads are."""
    under = beneath(plan, thing.id)
    if under is None:
        return max(_ALOFT, _CLEAR * extents(thing)[1])
    low = extents(plan.thing(under))
    return base(under) + low[1] + _CLEAR * max(min(low[1], extents(thing)[1]), 0.3)


def space_of(under: Thing, how: str) -> Space | None:
    """The space of a thing that others rest in."""
    return {"in": spaces.hollow, "worn": spaces.head, "on": top_of}[how](under)


def boxes(plan: Plan) -> tuple[Box, ...]:
    """The box of every thing of a complete plan, in the plan's order."""
    heights = bases(plan)
    out: list[Box] = []
    for thing in plan.things:
        w, h, d = extents(thing)
        x, z = thing.position or (0.0, 0.0)
        out.append(Box(thing.id, x, z, (w / 2, d / 2), thing.yaw or 0.0, heights[thing.id], h))
    return tuple(out)
