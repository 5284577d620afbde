"""Which token may come next in a plan: only what the prompt gives grounds for, always a plan in the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cavendish.errors import PlanError
from cavendish.plan.evidence import Evidence, evidence
from cavendish.plan.lexicon import KINDS
from cavendish.plan.prose import SCENE
from cavendish.plan.reading import Reading
from cavendish.plan.schema import MAX_THINGS
from cavendish.plan.vocabulary import END, ID, MAX_GROUPS, PLAN, field_of

_STEPS = ("n", "size", "color", "material", "kind", "pose")
_AXES = {
    "left of": "x",
    "right of": "x",
    "above": "y",
    "on": "y",
    "in": "y",
    "below": "y",
    "under": "y",
    "in front of": "z",
    "behind": "z",
}
_RISING = {"right of", "above", "on", "in", "in front of"}
_RESTING = ("on", "in")
_MOST_RELATIONS = 8


@dataclass
class _Written:
    """How far the plan has come."""

    groups: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    pending: dict[str, str] = field(default_factory=dict[str, str])
    step: int = -1
    relations: list[tuple[str, int, int]] = field(default_factory=list[tuple[str, int, int]])
    relation: tuple[str, ...] = ()
    letters: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    text: int | None = None
    scene: int = 0
    avoid: int = 0
    avoiding: bool = False
    part: int = 0
    """0 things, 1 relations, 2 letters, 3 scene, 4 avoid, 5 ended."""


class Grammar:
    """The plans a prompt gives grounds for: every walk along allowed tokens ends in one."""

    def __init__(self, reading: Reading) -> None:
        self.evidence: Evidence = evidence(reading)
        self._state, self._done = _Written(), [PLAN]

    def allowed(self, written: Sequence[int]) -> list[int]:
        """The ids that may follow those written (<plan> first); empty after <end>.

        PlanError when what is written could not have been.
        """
        if not written:
            return [PLAN]
        known = len(self._done)
        if list(written[:known]) != self._done:
            self._state, self._done, known = _Written(), [PLAN], 1
            if written[0] != PLAN:
                raise PlanError(f"plan: expected it to begin with <plan>, got token {written[0]}")
        for token in written[known:]:
            if token not in self._next(self._state):
                raise PlanError(f"plan: token {token} cannot stand there")
            self._push(self._state, token)
            self._done.append(token)
        return self._next(self._state)

    def _next(self, state: _Written) -> list[int]:
        if state.part == 5:
            return []
        names = self._middle(state)
        if names is None:
            names = [name for part in range(state.part, 5) for name in self._openings(state, part)]
        return sorted({ID[name] for name in names})

    def _middle(self, state: _Written) -> list[str] | None:
        """What may follow inside a thing, a relation, a lettering or an avoidance; None between them."""
        if state.part == 0 and 0 <= state.step < _STEPS.index("kind"):
            return self._thing(state)
        if state.part == 0 and self._pose(state)[1]:
            return self._pose(state)[0]
        if state.relation:
            first = int(state.relation[1]) if len(state.relation) == 2 else None
            return [f"ref:{i}" for i in self._ends(state, state.relation[0], first)]
        if state.text is not None:
            return [f"ref:{i}" for i in self._lettered(state)]
        if state.avoiding:
            return [self.evidence.avoid[state.avoid]]
        return None

    def _openings(self, state: _Written, part: int) -> Iterable[str]:
        """What may come next out of `part`, everything before it being finished with."""
        if any(not self._may_leave(state, before) for before in range(state.part, part)):
            return []
        if part == 0:
            return [*self._pose(state)[0], *self._thing(state)]
        if part == 1:
            return [f"rel:{predicate}" for predicate in self._predicates(state)]
        if part == 2:
            waiting = len(state.letters) < self.evidence.texts and self._lettered(state)
            return [f"text:{len(state.letters)}"] if waiting else []
        if part == 3:
            return self._slots(state)
        return ["avoid"] if state.avoid < len(self.evidence.avoid) else ["end"]

    def _may_leave(self, state: _Written, part: int) -> bool:
        if part == 0:
            return not self._missing(state)
        if part == 1:
            written = {predicate for predicate, _, _ in state.relations}
            return not any(p in self.evidence.owed and p not in written for p in self._predicates(state))
        if part == 2:
            return len(state.letters) >= self.evidence.texts or not self._lettered(state)
        if part == 3:
            return not any(slot in self.evidence.bound for slot in SCENE[state.scene :])
        return True

    def _missing(self, state: _Written) -> dict[str, int]:
        """How many more groups of each kind have to be written."""
        written = [kind for kind, _ in state.groups]
        chains = self.evidence.bindings.chains
        lacking = {kind: len(chains.get(kind, ((),))) - written.count(kind) for kind in self.evidence.must}
        room = min(MAX_THINGS - sum(count for _, count in state.groups), MAX_GROUPS - len(state.groups))
        out: dict[str, int] = {}
        for kind, count in lacking.items():
            if count > 0 and room > 0:
                out[kind] = min(count, room)
                room -= out[kind]
        return out

    def _room(self, state: _Written, kind: str) -> int:
        """How many things of the kind may be written now, leaving room for all those still missing."""
        if len(state.groups) >= MAX_GROUPS:
            return 0
        missing = self._missing(state)
        others = sum(missing.values()) - (1 if missing.get(kind) else 0)
        if 1 + others > MAX_GROUPS - len(state.groups):
            return 0
        return MAX_THINGS - sum(count for _, count in state.groups) - others

    def _thing(self, state: _Written) -> list[str]:
        """What may begin a thing, or go on with the one begun."""
        names: dict[str, None] = {}
        for kind, times in self.evidence.kinds.items():
            number = sum(k == kind for k, _ in state.groups)
            room = self._room(state, kind)
            if number < times and room > 0:
                names |= dict.fromkeys(self._toward(state, kind, number, room))
        return list(names)

    def _toward(self, state: _Written, kind: str, number: int, room: int) -> list[str]:
        """The next tokens of the kind's group of that number, given what of it is written; none if it cannot be."""
        chains = self.evidence.bindings.chains.get(kind)
        chain = chains[number] if chains is not None and number < len(chains) else {}
        want = {name: str(min(int(v), room)) if name == "n" else v for name, v in chain.items()}
        free = self.evidence.values if chains is None else self.evidence.bindings.loose
        counts = tuple(str(n) for n in self.evidence.counts if n <= room)
        step = _STEPS.index(list(state.pending)[-1]) if state.pending else -1
        names: list[str] = []
        for i, name in enumerate(_STEPS[:4]):
            options = (want[name],) if name in want else counts if name == "n" else free[name]
            needed = name in want and (name, want[name]) != ("n", "1")
            options = () if options == ("1",) and name == "n" else options
            if i <= step:
                got = state.pending.get(name)
                if (got is None and needed) or (got is not None and got not in options):
                    return []
                continue
            names += [f"{name}:{value}" for value in options]
            if needed:
                return names
        return [*names, f"kind:{kind}"]

    def _pose(self, state: _Written) -> tuple[list[str], bool]:
        """Poses the thing just written may take, and whether it must."""
        if state.step != _STEPS.index("kind") or not state.groups:
            return [], False
        kind = state.groups[-1][0]
        poses = KINDS[kind].poses
        if len(poses) < 2:
            return [], False
        chains = self.evidence.bindings.chains.get(kind)
        number = sum(k == kind for k, _ in state.groups) - 1
        said = chains[number].get("pose") if chains is not None and number < len(chains) else None
        if said in poses:
            return [f"pose:{said}"], True
        free = (self.evidence.values if chains is None else self.evidence.bindings.loose)["pose"]
        return [f"pose:{pose}" for pose in free if pose in poses], False

    def _predicates(self, state: _Written) -> list[str]:
        if len(state.relations) >= _MOST_RELATIONS:
            return []
        used = [predicate for predicate, _, _ in state.relations]
        return [
            predicate
            for predicate, times in self.evidence.relations.items()
            if used.count(predicate) < times and self._ends(state, predicate, None)
        ]

    def _ends(self, state: _Written, predicate: str, first: int | None) -> list[int]:
        """Groups that can be the relation's subject, or (given the subject) its object."""
        every = range(len(state.groups))
        if first is None:
            return [a for a in every if any(self._holds(state, predicate, a, b) for b in every)]
        return [b for b in every if self._holds(state, predicate, first, b)]

    def _holds(self, state: _Written, predicate: str, a: int, b: int) -> bool:
        """Whether the relation can stand beside those written, and is between the things it was said of."""
        if not self._said_of(state, predicate, state.groups[a][0], state.groups[b][0]):
            return False
        if a == b or any({a, b} == {c, d} and p == predicate for p, c, d in state.relations):
            return False
        if predicate in _RESTING and any(p in _RESTING and c == a for p, c, _ in state.relations):
            return False
        axis = _AXES.get(predicate)
        if axis is None:
            return not any({a, b} == {c, d} for _, c, d in state.relations)
        edges = [_edge(*relation) for relation in state.relations if _AXES.get(relation[0]) == axis]
        low, high = _edge(predicate, a, b)
        return not _reaches(edges, high, low)

    def _said_of(self, state: _Written, predicate: str, a: str, b: str) -> bool:
        """Whether a mention of the predicate not yet written is between these kinds, or of no plain ones."""
        waiting = list(self.evidence.bindings.pairs.get(predicate, ()))
        for word, c, d in state.relations:
            pair = (state.groups[c][0], state.groups[d][0])
            if word == predicate and waiting:
                waiting.remove(pair if pair in waiting else None)
        return (a, b) in waiting or None in waiting

    def _lettered(self, state: _Written) -> list[int]:
        """Groups that can carry letters and do not yet."""
        taken = {group for _, group in state.letters}
        return [i for i, (kind, _) in enumerate(state.groups) if KINDS[kind].letters and i not in taken]

    def _slots(self, state: _Written) -> list[str]:
        names: list[str] = []
        for slot in SCENE[state.scene :]:
            names += [f"{slot}:{value}" for value in self.evidence.scene.get(slot, ())]
            if slot in self.evidence.bound:
                break
        return names

    def _push(self, state: _Written, token: int) -> None:
        name, value = field_of(token)
        if token == END:
            state.part = 5
        elif state.avoiding:
            state.avoiding, state.avoid = False, state.avoid + 1
        elif name == "avoid":
            state.avoiding, state.part = True, 4
        elif name == "ref":
            self._refer(state, int(value))
        elif name == "rel":
            state.part, state.relation = 1, (value,)
        elif name == "text":
            state.part, state.text = 2, int(value)
        elif name in SCENE:
            state.part, state.scene = 3, SCENE.index(name) + 1
        else:
            self._describe(state, name, value)

    def _refer(self, state: _Written, group: int) -> None:
        if state.text is not None:
            state.letters.append((state.text, group))
            state.text = None
        elif len(state.relation) == 1:
            state.relation = (*state.relation, str(group))
        else:
            state.relations.append((state.relation[0], int(state.relation[1]), group))
            state.relation = ()

    def _describe(self, state: _Written, name: str, value: str) -> None:
        if name == "kind":
            state.groups.append((value, int(state.pending.get("n", 1))))
            state.pending = {}
        elif name != "pose":
            state.pending[name] = value
        state.step = _STEPS.index(name)


def _edge(predicate: str, a: int, b: int) -> tuple[int, int]:
    return (b, a) if predicate in _RISING else (a, b)


def _reaches(edges: list[tuple[int, int]], start: int, goal: int) -> bool:
    seen, todo = {start}, [start]
    while todo:
        node = todo.pop()
        if node == goal:
            return True
        fresh = [b for a, b in edges if a == node and b not in seen]
        todo += fresh
        seen.update(fresh)
    return False
