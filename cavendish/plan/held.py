"""Whether a complete plan holds the relations it was asked for, by its own boxes, and why where it does not."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from cavendish.plan import spaces
from cavendish.plan.attaching import attachments
from cavendish.plan.layout import camera_of, project, screen_boxes
from cavendish.plan.positions import Box, gap, relations
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.plan.stacks import ENTERED, carries, seats
from cavendish.plan.stances import TIPPED

APART = "another relation keeps them apart"
_NEAR = 0.25
"""Of the frame: how far apart things may be that are beside each other."""
_OPEN = 200.0
"""Degrees of the widest gap in a ring that is still round something; of two, one on either side."""


@dataclass(frozen=True)
class Unbuilt:
    """A relation that a plan asks for and does not hold as it was said, with the reason in words."""

    relation: Relation
    why: str


def unbuilt(plan: Plan) -> tuple[Unbuilt, ...]:
    """Every relation of a complete plan that could not be built, in the plan's order."""
    return tuple(_failing(plan))


def holds(plan: Plan, relation: Relation) -> bool:
    """Whether a complete plan's boxes hold the relation."""
    return not any(one.relation == relation for one in unbuilt(plan))


def _failing(plan: Plan) -> Iterator[Unbuilt]:
    boxes, found = screen_boxes(plan), seats(plan)
    for relation in plan.relations:
        a, b, word = relation.subject, relation.object, relation.predicate
        if word in ("on", "in"):
            seat = found.get(a)
            true = seat is not None and seat.under == b and (word == "on" or _inside(seat.how, plan.thing(b)))
        elif word in ("under", "around"):
            true = _attached(plan, a, b, word)
        elif word in ("in front of", "behind"):
            near, far = (a, b) if word == "in front of" else (b, a)
            true = _depth(plan, near) < _depth(plan, far)
        else:
            true = _seen(boxes[a], boxes[b], word) or _seen(*_together(plan, relation, boxes), word)
            true = true or (word == "above" and a in found and found[a].under == b)
            true = true or (word == "below" and b in found and found[b].under == a)
        if not true:
            yield Unbuilt(relation, _reason(plan.thing(a), plan.thing(b), word))


def _together(plan: Plan, relation: Relation, boxes: dict[str, Box]) -> tuple[Box, Box]:
    """The boxes round all of a kind that are said to be so to all of another: "beside four trees" is so of the four."""
    a, b = plan.thing(relation.subject).kind, plan.thing(relation.object).kind
    kinds = {thing.id: thing.kind for thing in plan.things}
    same = [r for r in plan.relations if r.predicate == relation.predicate]
    same = [r for r in same if (kinds[r.subject], kinds[r.object]) == (a, b)]
    return _round(boxes[r.subject] for r in same), _round(boxes[r.object] for r in same)


def _round(boxes: Iterable[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def _inside(how: str, under: Thing) -> bool:
    """Whether resting so is being in a thing: in its hollow, or on what one is said to be in and sits on."""
    return how == "in" or under.nature.group in ("furniture", "plant")


def _attached(plan: Plan, a: str, b: str, word: str) -> bool:
    found = attachments(plan)
    link = found.get(a)
    if link is None or link.to != b or link.how != word:
        return False
    return (
        word == "under"
        or plan.thing(b).pose == TIPPED
        or _encircled(plan, [name for name, one in found.items() if one == link], b)
    )


def _encircled(plan: Plan, ring: list[str], middle: str) -> bool:
    """Whether no gap between things round another is too wide; one alone, or two, need only be beside it."""
    x, z = plan.thing(middle).position or (0.0, 0.0)
    spots = [plan.thing(name).position or (0.0, 0.0) for name in ring]
    turns = sorted(math.degrees(math.atan2(u - x, v - z)) for u, v in spots)
    wide = [b - a for a, b in zip(turns, [*turns[1:], turns[0] + 360.0], strict=True)]
    return len(ring) < 3 or max(wide) <= _OPEN


def _depth(plan: Plan, name: str) -> float:
    """How far ahead of the camera the middle of a thing's place is, in stage units."""
    x, z = plan.thing(name).position or (0.0, 0.0)
    return float(project(camera_of(plan), np.array([[x, 0.0, z]]))[0, 2])


def _seen(a: Box, b: Box, word: str) -> bool:
    return gap(a, b) <= _NEAR if word == "beside" else word in relations(a, b)


def _reason(a: Thing, b: Thing, word: str) -> str:
    if word == "on":
        return (
            f"nothing stands on a {b.kind}" if not carries(b) else f"a {b.kind} is too small for a {a.kind}"
        )
    if word == "in":
        hollow = spaces.hollow(b) is not None
        closed = f"a {b.kind} is closed" if b.nature.group in ENTERED else f"a {b.kind} has no hollow"
        return f"a {b.kind} is too small for a {a.kind}" if hollow else closed
    if word == "under":
        room = spaces.shelter(b) is not None
        return (
            f"there is too little room under a {b.kind} for a {a.kind}"
            if room
            else f"a {b.kind} lies on the ground"
        )
    return APART
