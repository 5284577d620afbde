"""Every word of a prompt accounted for: in the plan, to be avoided, or named with the nearest thing to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from cavendish.events import Unknown
from cavendish.plan.avoiding import together
from cavendish.plan.evidence import Evidence, evidence
from cavendish.plan.kinds import KINDS, plural
from cavendish.plan.lettering import MAX_LETTERS
from cavendish.plan.making import plain
from cavendish.plan.people import Heard
from cavendish.plan.prose import outline_of
from cavendish.plan.reading import Read, Reading
from cavendish.plan.refusing import named
from cavendish.plan.schema import MAX_THINGS, Plan
from cavendish.plan.seasons import calendar_words, season_words
from cavendish.plan.spelling import meant
from cavendish.plan.stuffs import FINISH_WORDS
from cavendish.plan.weathers import weather_words
from cavendish.plan.wording import EMPTY_WORDS

_THING_FIELDS = {"color": "color", "material": "material", "size": "size", "pose": "pose"}
_SCENE_FIELDS = ("place", "time", "quality", "key", "view", "framing", "mm", "f", "look", "aspect")
_SPEAKING = frozenset({"say:orange", "say:glass", "say:background", "say:studio", "say:black and white"})
_SAID_OTHERWISE = frozenset({"standing", "sitting", "lying"})


Fate = Literal["plan", "lettering", "avoid", "noted", "unknown", "joins"]


@dataclass(frozen=True)
class Account:
    """What became of some words: they are in one of five places, or only join others.

    `nearest` is what stands for words that are unknown or not taken at their word.
    """

    words: str
    fate: Fate
    nearest: str | None = None


def ledger(
    reading: Reading, plan: Plan, heard: Heard | None = None, held: frozenset[str] = frozenset()
) -> tuple[Account, ...]:
    """What became of every word of a prompt: those heard of people first, then the rest in order.

    `held` are words nobody knows that the plan holds all the same.
    """
    out: list[Account] = []
    if heard is not None:
        noted = {word.lower() for word in heard.noted}
        strange = {word.lower() for word in heard.strange}
        out += [Account(word, _heard(word.lower(), noted, strange)) for word in heard.taken]
    scene = outline_of(plan, reading.refs).scene
    refusals = _refusals(reading, plan)
    written = {line.text for line in plan.lettering}
    own = (
        _own_words(plan)
        | _finished(plan)
        | held
        | (season_words() if any(t.kind == "person" for t in plan.things) else calendar_words())
        | weather_words()
    )
    for i, item in enumerate(reading.reads):
        if item.name == "text":
            out.append(Account(item.text, "lettering" if item.text in written else "unknown"))
        elif item.noted and not item.negated:
            out.append(Account(item.text, "noted"))
        elif item.negated:
            out.append(Account(item.text, refusals[i]))
        elif item.name in ("", "stop") or _before_a_place(reading.reads, i):
            fate = "avoid" if plain(item.text) in EMPTY_WORDS and "person" in plan.avoid else "joins"
            out.append(Account(item.text, fate))
        elif item.text.lower() in own:
            out.append(Account(item.text, "plan"))
        else:
            out.append(_said(reading.reads, i, plan, scene))
    return tuple(out)


def audit(
    reading: Reading,
    plan: Plan,
    heard: Heard | None = None,
    held: frozenset[str] = frozenset(),
    grounds: Evidence | None = None,
) -> tuple[tuple[Unknown, ...], tuple[str, ...]]:
    """The words of the prompt that `plan` does not hold as they were meant, and notes that say what became of them.

    `grounds` is what the plan was written on, where that was another reading.
    """
    accounts = ledger(reading, plan, heard, held)
    missed = (Unknown(one.words, one.nearest) for one in accounts if one.fate == "unknown" or one.nearest)
    unknown = tuple(dict.fromkeys(missed))
    noted = dict.fromkeys(one.words for one in accounts if one.fate == "noted")
    notes = [*told(unknown), *_of_letters(reading, plan, grounds or evidence(reading))]
    notes += [f"noted, without effect: {', '.join(noted)}"] if noted else []
    return unknown, tuple(dict.fromkeys(notes))


def told(unknown: Iterable[Unknown]) -> tuple[str, ...]:
    """What became of words, in as few lines as can be read."""
    near: list[str] = []
    none: list[str] = []
    rest: list[str] = []
    for item in unknown:
        if item.nearest is None or _only_spelled(item.word, item.nearest):
            none.append(item.word)
        elif item.nearest.isdigit():
            rest.append(note(item))
        else:
            near.append(f"{item.word} by {item.nearest}")
    lines = [f"not known, shown by the nearest: {', '.join(near)}"] if near else []
    lines += [f"nothing in the picture can show: {', '.join(none)}"] if none else []
    return (*lines, *dict.fromkeys(rest))


def _heard(word: str, noted: set[str], strange: set[str]) -> Fate:
    return "noted" if word in noted else "unknown" if word in strange else "plan"


def _refusals(reading: Reading, plan: Plan) -> dict[int, Fate]:
    """What became of each stretch that a "no" reaches: it is avoided if its phrase is."""
    fates: dict[int, Fate] = {}
    phrase: list[int] = []
    avoid = set(plan.avoid)
    for i, item in enumerate((*reading.reads, Read("stop", ""))):
        if item.negated and item.name not in ("stop", "say:and", "say:or"):
            phrase.append(i)
            continue
        name = named(tuple(reading.reads[j] for j in phrase)) if phrase else ""
        kept = bool(set(together((name,))) & avoid)
        fate: Fate = "avoid" if kept else "noted" if name else "joins"
        fates |= dict.fromkeys(phrase, fate)
        if item.negated:
            fates[i] = "joins"
        phrase = []
    return fates


def _said(reads: tuple[Read, ...], i: int, plan: Plan, scene: dict[str, str]) -> Account:
    """What became of words that ask for something."""
    item = reads[i]
    if item.name == "word":
        stands_in = not plan.things and plan.place is None
        return Account(item.text, "unknown", meant(item.text) if stands_in else None)
    if _held(reads, i, plan, scene):
        joins = item.name.startswith("say:") and item.name not in _SPEAKING
        return Account(item.text, "joins" if joins else "plan", item.near)
    if item.name.startswith("rel:") and any(other.name == "word" and not other.negated for other in reads):
        return Account(item.text, "joins")
    full = item.name.startswith("n:") and len(plan.things) >= MAX_THINGS and item.near is None
    return Account(item.text, "unknown", str(MAX_THINGS) if full else None)


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
    if name in ("f", "look") and reads[i].near is None and _likewise(name, value, plan):
        return True
    if name in _SCENE_FIELDS:
        return scene.get(name) == value or (name == "aspect" and plan.canvas.aspect == value)
    if name == "rel":
        return any(relation.predicate == value for relation in plan.relations)
    return _joined(reads, i, plan)


def _likewise(name: str, value: str, plan: Plan) -> bool:
    """Whether the plan has a stop or a film that does what was asked for, if not the very one."""
    if name == "f":
        stop = plan.camera.fnumber or float(value)
        return stop <= float(value) if float(value) <= 2.8 else stop >= float(value) >= 11
    return value == "film" and plan.style.look in _FILMS


_FILMS = ("portra 400", "ektar 100", "velvia 50", "hp5", "tri-x", "polaroid")


def _own_words(plan: Plan) -> frozenset[str]:
    """The words for things that the plan builds from parts of its own, for the library lacks them."""
    own = {thing.kind for thing in plan.things if thing.kind not in KINDS}
    words = own | {plural(kind) for kind in own} | {word for kind in own for word in kind.split()}
    return frozenset(words)


def _finished(plan: Plan) -> frozenset[str]:
    """The words for how smooth the plan's things are."""
    finishes = {thing.finish for thing in plan.things}
    return frozenset(word for word, finish in FINISH_WORDS.items() if finish in finishes)


def _before_a_place(reads: tuple[Read, ...], i: int) -> bool:
    """Whether the i-th stretch only joins a place to what is there: "around the garden", "against a wall"."""
    after = next((item.name for item in reads[i + 1 :] if item.name not in ("", "say:a")), "")
    return reads[i].name.startswith("rel:") and (
        after in ("", "stop") or after.startswith(("place:", "say:background"))
    )


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


def _only_spelled(word: str, near: str) -> bool:
    """Whether the nearest is but a piece of the word: a "party hat" is a hat, a "tablecloth" no table."""
    return near in word.lower() and not word.lower().endswith(near)


def note(item: Unknown) -> str:
    """One line on what became of a word."""
    if item.nearest is None:
        return f"{item.word}: nothing in the picture can show it"
    if item.nearest.isdigit():
        return f"{item.word}: at most {MAX_THINGS} things fit a picture"
    if _only_spelled(item.word, item.nearest):
        return f"{item.word}: nothing in the picture can show it"
    return f"{item.word}: not known; the nearest is {item.nearest}"


def _of_letters(reading: Reading, plan: Plan, grounds: Evidence) -> Iterator[str]:
    if grounds.lent and plan.lettering:
        yield f"the words stand on a {grounds.lent}, for nothing else named can carry them"
    for text in reading.left_out:
        long = len(text) > MAX_LETTERS
        why = (
            f"a line holds at most {MAX_LETTERS} characters"
            if long
            else "it has characters that no letters are for"
        )
        yield f"{text[:30]!r}: {why}"
    written = {line.text for line in plan.lettering}
    for text in reading.refs.texts:
        if text not in written:
            yield f"{text!r}: nothing is left to carry it"
