"""What a prompt says that animals do, and fruit is: each bound to the noun it is said of, and taken as its pose."""

from dataclasses import dataclass
from functools import cache

from cavendish.plan.kinds import KINDS
from cavendish.plan.reading import Read, Reading
from cavendish.plan.schema import Plan, Thing

_WORDS: dict[str, str] = {
    "lying": "lying|lying down|laying|laying down|resting|lounging|reclining|sprawled|lazing|relaxing|laid down|"
    "curled up|stretched out|sunbathing",
    "sleeping": "sleeping|asleep|sleepy|napping|dozing|snoozing|slumbering|sleeping soundly|fast asleep|sound asleep|"
    "taking a nap|dreaming",
    "walking": "walking|strolling|wandering|strutting|marching|trotting|roaming|prowling|crossing",
    "sliced": "sliced|cut|halved|slice|slices|half|wedge|wedges",
    "running": "running|galloping|sprinting|racing|jogging|chasing|charging|cantering|bounding|dashing|rushing",
}  # fmt: skip
"""Words for each doing; those of one that a kind cannot do are left to others."""
_SKIPPED = ("", "say:a", "say:is", "say:that", "say:it", "stop", "say:and")
_PORTIONS = ("half", "slice", "slices", "wedge", "wedges")
_LINKS = ("of", "a", "an")
"""What may stand between a portion and what it is of."""
_QUALITIES = ("color", "material", "size", "n", "pose")


@dataclass(frozen=True)
class Acted:
    """A plan whose animals do what was said, and the words that said so, in lower case."""

    plan: Plan
    words: frozenset[str]


def acted(plan: Plan, reading: Reading) -> Acted:
    """The plan with every animal that stands or was left open doing what the words beside it say.

    A doing before a noun ("a sleeping cat") is that noun's, else it is the last noun's before it ("a cat asleep").
    """
    poses: dict[str, str] = {}
    words: set[str] = set()
    for i, item in enumerate(reading.reads):
        doing = None if item.negated else _doings().get(item.text.lower())
        kind = _said_of(reading.reads, i) if doing else None
        if doing and kind and doing in KINDS[kind].states and any(t.kind == kind for t in plan.things):
            poses.setdefault(kind, doing)
            words.add(item.text.lower())
    if not poses:
        return Acted(plan, frozenset())
    return Acted(
        plan.model_copy(update={"things": tuple(_posed(thing, poses) for thing in plan.things)}),
        frozenset(words),
    )


def _posed(thing: Thing, poses: dict[str, str]) -> Thing:
    """The thing in the pose that was said; one that was said to sit keeps it."""
    doing = poses.get(thing.kind)
    free = thing.pose in (None, "standing", "lying")
    return thing.model_copy(update={"pose": doing}) if doing and free else thing


def _said_of(reads: tuple[Read, ...], i: int) -> str | None:
    """The kind of the noun that a word at `i` qualifies: that right after it, else the last one before it."""
    linked = _LINKS if reads[i].text.lower() in _PORTIONS else ()
    for item in reads[i + 1 :]:
        field, _, value = item.name.partition(":")
        if field in ("kind", "kinds"):
            return value
        if field not in _QUALITIES and item.text.lower() not in (*linked, *_doings()):
            break
    for item in reversed(reads[:i]):
        field, _, value = item.name.partition(":")
        if field in ("kind", "kinds"):
            return value
        if field not in _QUALITIES and item.name not in _SKIPPED and item.text.lower() not in _doings():
            return None
    return None


@cache
def _doings() -> dict[str, str]:
    return {phrase: doing for doing, phrases in _WORDS.items() for phrase in phrases.split("|")}
