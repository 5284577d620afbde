"""In which order relations put things along an axis, and whether they can hold together."""

from collections.abc import Iterable
from typing import Protocol


class Related(Protocol):
    """One thing's place relative to another's, as the plan's relations say it."""

    @property
    def subject(self) -> str:
        """The id of the thing that is placed."""
        ...

    @property
    def predicate(self) -> str:
        """Where it is, as seen in the picture."""
        ...

    @property
    def object(self) -> str:
        """The id of the thing it is placed by."""
        ...


_AXES: dict[str, tuple[str, bool]] = {
    "left of": ("x", False),
    "right of": ("x", True),
    "above": ("y", True),
    "on": ("y", True),
    "in": ("y", True),
    "under": ("y", False),
    "below": ("y", False),
    "in front of": ("z", True),
    "behind": ("z", False),
}

_RESTING = ("on", "in")
"""Relations to what carries a thing: each thing has one at most."""


def ordered(relation: Related, axis: str) -> tuple[str, str] | None:
    """The two ids in rising order along "x" (right), "y" (up) or "z" (nearer), or None."""
    which, subject_last = _AXES.get(relation.predicate, ("", False))
    if which != axis:
        return None
    ends = (relation.object, relation.subject)
    return ends if subject_last else (ends[1], ends[0])


def contradicts(relations: Iterable[Related], new: Related) -> bool:
    """True when `new` cannot hold beside `relations`: itself, a circle, two supports at once."""
    known = tuple(relations)
    if new.subject == new.object:
        return True
    for axis in "xyz":
        edge = ordered(new, axis)
        if edge is None:
            continue
        edges = [e for e in (ordered(r, axis) for r in known) if e is not None]
        if _reaches(edges, edge[1], edge[0]):
            return True
    resting = new.predicate in _RESTING
    return resting and any(r.predicate in _RESTING and r.subject == new.subject for r in known)


def _reaches(edges: list[tuple[str, str]], start: str, goal: str) -> bool:
    seen, todo = {start}, [start]
    while todo:
        node = todo.pop()
        if node == goal:
            return True
        todo += [b for a, b in edges if a == node and b not in seen]
        seen.update(todo)
    return False
