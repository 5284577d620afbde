"""Every word of a prompt accounted for: in the plan, to be avoided, or named with the nearest thing to it."""

from collections.abc import Iterator

from cavendish.events import Unknown
from cavendish.plan.evidence import Evidence, evidence
from cavendish.plan.kinds import KINDS, plural
from cavendish.plan.layout import complete, resting
from cavendish.plan.prose import outline_of
from cavendish.plan.reading import Read, Reading, nearest_thing
from cavendish.plan.schema import MAX_LETTERS, MAX_THINGS, Plan
from cavendish.plan.stacks import upward

_THING_FIELDS = {"color": "color", "material": "material", "size": "size", "pose": "pose"}
_SCENE_FIELDS = ("place", "time", "quality", "key", "view", "framing", "mm", "f", "look", "aspect")
_SAID_OTHERWISE = frozenset({"standing", "sitting", "lying"})


def audit(reading: Reading, plan: Plan, seed: int) -> tuple[tuple[Unknown, ...], tuple[str, ...]]:
    """The words of the prompt that `plan` does not hold as they were meant, and notes that say what became of them."""
    unknown = list(dict.fromkeys(_missed(reading, plan)))
    notes = [note(item) for item in unknown]
    notes += list(_of_letters(reading, plan, evidence(reading)))
    notes += list(_of_stacks(plan, seed))
    return tuple(unknown), tuple(dict.fromkeys(notes))


def _missed(reading: Reading, plan: Plan) -> Iterator[Unknown]:
    scene = outline_of(plan, reading.refs).scene
    for i, item in enumerate(reading.reads):
        if item.name in ("", "stop") or _before_a_place(reading.reads, i) or _made(item.text, plan):
            continue
        if item.negated:
            if item.name == "word" and item.text not in plan.avoid:
                yield Unknown(item.text, None)
        elif item.name == "word":
            yield Unknown(item.text, nearest_thing(item.text))
        elif not _held(reading.reads, i, plan, scene) or item.near is not None:
            full = item.name.startswith("n:") and len(plan.things) >= MAX_THINGS and item.near is None
            yield Unknown(item.text, str(MAX_THINGS) if full else item.near)


def _held(reads: tuple[Read, ...], i: int, plan: Plan, scene: dict[str, str]) -> bool:
    """Whether the plan holds what the i-th stretch means; true for words that only join."""
    name, _, value = reads[i].name.partition(":")
    if name in ("kind", "kinds"):
        return any(thing.kind == value for thing in plan.things)
    if name in _THING_FIELDS:
        if name == "material" and value == "wood" and plan.place == "table" and _before_table(reads, i):
            return True
        return _on_a_thing(name, value, plan)
    if name == "n":
        return int(value) == 1 or _counted(reads, i, int(value), plan)
    if name in _SCENE_FIELDS:
        return scene.get(name) == value or (name == "aspect" and plan.canvas.aspect == value)
    if name == "rel":
        return any(relation.predicate == value for relation in plan.relations)
    return _joined(reads, i, plan)


def _made(words: str, plan: Plan) -> bool:
    """Whether the words name a thing that the plan builds from parts of its own, for the library lacks it."""
    own = {thing.kind for thing in plan.things if thing.kind not in KINDS}
    return words.lower() in own | {plural(kind) for kind in own} | {
        word for kind in own for word in kind.split()
    }


def _before_a_place(reads: tuple[Read, ...], i: int) -> bool:
    """Whether the i-th stretch only joins a place to what is there: "around the garden", "against a wall"."""
    after = next((item.name for item in reads[i + 1 :] if item.name not in ("", "say:a")), "")
    return reads[i].name.startswith("rel:") and after.startswith(("place:", "say:background"))


def _joined(reads: tuple[Read, ...], i: int, plan: Plan) -> bool:
    name = reads[i].name
    if name == "say:orange":
        return any(thing.color == "orange" or thing.kind == "orange" for thing in plan.things)
    if name == "say:glass":
        return any(thing.material == "glass" or thing.kind == "wine glass" for thing in plan.things)
    if name == "say:background":
        return plan.place is not None
    return True


def _before_table(reads: tuple[Read, ...], i: int) -> bool:
    return any(item.name == "place:table" for item in reads[i + 1 : i + 3])


def _on_a_thing(name: str, value: str, plan: Plan) -> bool:
    if name == "size":
        return any(thing.size is not None for thing in plan.things)
    if name == "pose" and value in _SAID_OTHERWISE and not any(thing.pose for thing in plan.things):
        return value == "standing" or bool(plan.relations)
    return any(getattr(thing, _THING_FIELDS[name]) == value for thing in plan.things)


def _counted(reads: tuple[Read, ...], i: int, count: int, plan: Plan) -> bool:
    """Whether the plan holds so many of the kind that the number stands before, or of any where none is plain."""
    kinds = [thing.kind for thing in plan.things]
    for item in reads[i + 1 :]:
        name, _, value = item.name.partition(":")
        if name in ("kind", "kinds"):
            return kinds.count(value) >= count
        if name not in (*_THING_FIELDS, "word", ""):
            break
    return any(kinds.count(kind) >= count for kind in kinds) or len(kinds) == count


def note(item: Unknown) -> str:
    """One line on what became of a word."""
    if item.nearest is None:
        return f"{item.word}: nothing in the picture can show it"
    if item.nearest.isdigit():
        return f"{item.word}: at most {MAX_THINGS} things fit a picture"
    if item.nearest in item.word.lower():
        return f"{item.word}: nothing in the picture can show it"
    return f"{item.word}: not known; the nearest is {item.nearest}"


def _of_letters(reading: Reading, plan: Plan, grounds: Evidence) -> Iterator[str]:
    if grounds.lent and plan.lettering:
        yield f"the words stand on a {grounds.lent}, for nothing else named can carry them"
    for text in reading.left_out:
        yield f"{text[:30]!r}: a line holds at most {MAX_LETTERS} characters"
    written = {line.text for line in plan.lettering}
    for text in reading.refs.texts:
        if text not in written:
            yield f"{text!r}: nothing is left to carry it"


def _of_stacks(plan: Plan, seed: int) -> Iterator[str]:
    if not plan.relations:
        return
    done = complete(plan, seed)
    carried = resting(done)
    kinds = {thing.id: thing.kind for thing in done.things}
    for relation in plan.relations:
        upper, under, word = upward(relation)
        if word == "on" and carried.get(upper) != under:
            yield f"a {kinds[under]} cannot carry a {kinds[upper]}: it stands behind, higher in the picture"
