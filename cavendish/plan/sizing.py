"""Sizes and poses at which what is said to be on, in or under something can be there."""

from collections.abc import Iterable

from cavendish.plan import spaces
from cavendish.plan.attaching import cramming
from cavendish.plan.lifesize import lifelike
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.stacks import ENTERED, carries, crowding, extents, filling, upward, wears
from cavendish.plan.stances import FLYING, TIPPED, flies

_SMALLEST, _LARGEST = 0.5, 2.0
_ROOMY = 0.93  # of the room there is: what is fitted is a little smaller
_ROUNDS = 4
_ON, _LEAST = 1.2, {"on": 0.5, "above": 0.7}  # widths of a top that what stands on it is fitted to; sizes
_SPILLED = 0.45  # of its least side: how large what rolls out of a thing may be
_HAT = 1.1  # head widths that a hat is wide
_UNDER = 0.62
"""Size to which what stands under a thing is made smaller at most, before that is made larger."""


def fitted(plan: Plan, things: list[Thing]) -> list[Thing]:
    """The things at sizes (and in poses) at which the plan's relations can be; what was given stays as it is."""
    sizes = _Sizes(plan, lifelike(things))
    for relation in plan.relations:
        upper, under, word = upward(relation)
        if word == "above" and sizes.takes_off(upper):
            continue
        if word in ("on", "above"):
            sizes.on(upper, under, word)
        elif word == "in":
            sizes.within(upper, under)
        elif word == "under":
            sizes.under(under)
        elif word == "around":
            sizes.spilled(upper, under)
    return [t if t.size is not None else t.model_copy(update={"size": 1.0}) for t in sizes.now.values()]


class _Sizes:
    """The things as they have become, and as they were given."""

    def __init__(self, plan: Plan, things: list[Thing]) -> None:
        self.now = {thing.id: thing for thing in things}
        self._given = {thing.id: thing for thing in plan.things}
        self._plan = plan

    def takes_off(self, upper: str) -> bool:
        """Whether what is said to be above another is in the air: what flies is, where nothing else was said."""
        if flies(self.now[upper].kind) and self.now[upper].parts is None:
            self._pose(upper, FLYING)
        return self.now[upper].pose == FLYING

    def on(self, upper: str, under: str, word: str) -> None:
        """What carries shows its top, riders sit, hats fit heads, and what stands on a thing is not much wider."""
        if self.now[upper].kind == "person" and _sat_on(self.now[under]):
            self._pose(upper, "sitting")
        carrying = self.now[under].nature.carrying
        if not carries(self.now[under], word):
            self._pose(under, carrying[0] if carrying else self._state(under, "top"))
        head = spaces.head(self.now[under])
        if word == "on" and head is not None and not carries(self.now[under]):
            fit = _HAT * 2 * max(head.wide, 0.6 * head.deep) / extents(self.now[upper])[0]
            hat = self.now[upper].model_copy(update={"size": round(min(max(fit, _SMALLEST), _LARGEST), 3)})
            if self._given[upper].size is None and wears(hat, self.now[under]):
                self.now[upper] = hat
        elif carries(self.now[under], word):
            over = crowding([self.now[upper]], self.now[under]) / _ON
            self._scale([upper], under, 1.0 / over, _LEAST[word])

    def within(self, upper: str, under: str) -> None:
        """What holds others is open, they are in the pose that takes up least room, and all of them fit."""
        self._pose(under, self._state(under, "hollow"))
        if spaces.hollow(self.now[under]) is None:
            if self.now[under].nature.group not in ENTERED:
                self.on(upper, under, "on")
            return
        inside = self._all("in", under)
        for name in inside:
            self._pose(name, _compact(self.now[name], self.now[under]))
        for _ in range(_ROUNDS):  # what is smaller goes in deeper, and is then wider for it
            ratio = _ROOMY / filling([self.now[name] for name in inside], self.now[under])
            self._scale(inside, under, ratio, _SMALLEST)
            if ratio >= 1.0:
                break

    def spilled(self, name: str, out_of: str) -> None:
        """What has rolled out of what tipped over is no larger than what fits in that."""
        if self.now[out_of].pose == TIPPED:
            wide = max(extents(self.now[name])) / min(extents(self.now[out_of]))
            self._scale([name], out_of, _SPILLED / wide, _SMALLEST)

    def under(self, over: str) -> None:
        """What shelters others stands over them, and they fit there."""
        self._pose(over, self._state(over, "shelter"))
        shelter = spaces.shelter(self.now[over])
        if shelter is not None:
            beneath = self._all("under", over)
            ratio = _ROOMY / cramming([self.now[name] for name in beneath], self.now[over], shelter)
            self._scale(beneath, over, ratio, _UNDER)

    def _all(self, predicate: str, thing: str) -> list[str]:
        return [r.subject for r in self._plan.relations if (r.predicate, r.object) == (predicate, thing)]

    def _state(self, name: str, what: str) -> str | None:
        """The pose in which a thing has most of such space."""
        return spaces.state(self.now[name].kind, what) if self.now[name].parts is None else None

    def _pose(self, name: str, pose: str | None) -> None:
        """The thing takes a pose or state, where none was said."""
        if pose and self._given[name].pose is None:
            self.now[name] = self.now[name].model_copy(update={"pose": pose})

    def _scale(self, inner: list[str], outer: str, ratio: float, least: float) -> None:
        """The inner things are smaller by `ratio` beside the outer: themselves down to `least`, then that is larger."""
        if ratio >= 1.0:
            return
        said = any(self._given[name].size is not None for name in inner)
        small = min(self.now[name].size or 1.0 for name in inner)
        shrink = 1.0 if said else min(max(ratio, least / small), 1.0)
        grow = min(shrink / ratio, _LARGEST / (self.now[outer].size or 1.0))
        grow = 1.0 if self._given[outer].size is not None else grow
        if not said and shrink / grow > ratio * 1.0001:
            shrink = max(ratio * grow, _SMALLEST / small)
        self._resize([name for one in inner for name in (one, *self._upon(one))], shrink)
        self._resize([outer], grow)

    def _upon(self, name: str) -> list[str]:
        """All that is on or in a thing, and on or in that."""
        found: list[str] = []
        todo = [name]
        while todo:
            fresh = [one for word in ("on", "in") for one in self._all(word, todo[0]) if one not in found]
            todo, found = [*todo[1:], *fresh], [*found, *fresh]
        return found

    def _resize(self, names: Iterable[str], by: float) -> None:
        for name in names:
            if by != 1.0 and self._given[name].size is None:
                size = min(max((self.now[name].size or 1.0) * by, _SMALLEST), _LARGEST)
                self.now[name] = self.now[name].model_copy(update={"size": round(size, 3)})


def _sat_on(under: Thing) -> bool:
    """Whether people on it sit: on seats, animals and what they ride."""
    kind = under.nature
    return kind.group in ("animal", "vehicle") or (kind.group == "furniture" and 0 < (kind.top or 1.0) < 0.8)


def _compact(thing: Thing, under: Thing) -> str | None:
    """The pose in which a thing takes up least room: cut flowers, and what sits rather than stands."""
    if thing.parts is not None:
        return None
    if "cut" in thing.nature.states:
        return "cut"
    if thing.kind == "person":
        return "sitting" if _sat_on(under) else "standing"

    def across(pose: str) -> float:
        wide, _, deep = extents(thing.model_copy(update={"pose": pose}))
        return max(wide, deep)

    return min(thing.nature.poses, key=across)
