"""Where other things can be with a thing: on its top, in its hollow, under it. Measured once, kept in spaces.json."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cavendish.plan.schema import Thing
from cavendish.plan.stances import STANCES

TABLE = Path(__file__).parent / "spaces.json"
_LONG = 1.5


@dataclass(frozen=True)
class Space:
    """A rectangle for others in a thing's own axes, in stage units: its middle, its half sizes, how low and how high.

    Of a top `low` and `high` are the height it carries at; of a hollow its floor and its rim; of a shelter the
    ground and its ceiling; of a part of it where that begins and ends.
    """

    x: float
    z: float
    wide: float
    deep: float
    low: float
    high: float

    @property
    def long(self) -> bool:
        """Whether it is much longer than wide."""
        return max(self.wide, self.deep) > _LONG * min(self.wide, self.deep)


def top(thing: Thing) -> Space | None:
    """Where others can stand on the thing, as measured; None where nothing would."""
    return _space(thing, "top")


def hollow(thing: Thing) -> Space | None:
    """Where others can be in the thing, in the pose it has."""
    return _space(thing, "hollow")


def shelter(thing: Thing) -> Space | None:
    """Where others can be under the thing, in the pose it has."""
    return _space(thing, "shelter")


def head(thing: Thing) -> Space | None:
    """The uppermost part of one that has a head, where a hat sits."""
    return _space(thing, "head")


def lower(thing: Thing, share: float) -> Space | None:
    """The lower part of a thing, of that share of its height at least; None where all of it would be."""
    return _space(thing, "foot") if share <= 1 / 3 else _space(thing, "waist") if share <= 2 / 3 else None


def state(kind: str, what: str) -> str | None:
    """The pose in which a kind has the larger such space ("" its usual one); None where it has none."""
    rooms = {pose: found for pose, spaces in table().get(kind, {}).items() if (found := spaces.get(what))}
    return max(rooms, key=lambda pose: _volume(rooms[pose]), default=None)


def _volume(found: list[float]) -> float:
    return found[2] * found[3] * max(found[5] - found[4], 1e-3)


def _space(thing: Thing, what: str) -> Space | None:
    if thing.parts is not None or thing.pose in STANCES:
        return None
    poses = table().get(thing.kind, {})
    usual = poses.get("", {})
    found = poses.get(thing.pose or "", usual).get(what)
    if found is None and thing.kind == "person" and what == "top":
        found = usual.get(what)  # heads are level however people stand
    return None if found is None else Space(*(value * (thing.size or 1.0) for value in found))


@cache
def table() -> dict[str, dict[str, dict[str, list[float]]]]:
    """By kind, pose and name ("top", "hollow", …): [x, z, half width, half depth, low, high]."""
    return json.loads(TABLE.read_text()) if TABLE.exists() else {}
