"""What a prompt gives grounds for: the kinds, colours, relations and scene it names."""

from collections import Counter
from dataclasses import dataclass, field

from cavendish.plan.binding import WORN_ON_HEADS, Bindings, bind
from cavendish.plan.carriers import said_of
from cavendish.plan.lexicon import KINDS
from cavendish.plan.reading import Read, Reading
from cavendish.plan.schema import MAX_THINGS
from cavendish.plan.spaces import state
from cavendish.plan.vocabulary import MAX_COUNT, MAX_TEXTS

_LETTERED_BY_DEFAULT = "sign"
_SLOTS = ("aspect", "view", "framing", "mm", "f", "place", "time", "quality", "key", "look")
_HINTS: dict[str, tuple[tuple[str, str], ...]] = {
    "say:studio": (("place", "studio"), ("time", "studio")),
    "say:from behind": (("view", "back"), ("key", "behind")),
    "say:from above": (("view", "high"), ("key", "above")),
    "say:from side": (("view", "side"), ("key", "left")),
    "say:from below": (("view", "low"),),
    "say:side left": (("key", "left"), ("rel", "left of")),
    "say:side right": (("key", "right"), ("rel", "right of")),
    "say:on": (("rel", "on"),),
    "say:in": (("rel", "in"),),
    "say:by": (("rel", "beside"),),
    "say:between": (("rel", "left of"), ("rel", "right of")),
    "say:middle": (("rel", "left of"), ("rel", "right of")),
    "say:black and white": (("look", "black and white"),),
}
"""Words that may stand for a field's value, or for something else."""
_ALSO_OF_THINGS = ("vintage", "retro", "polaroid")
"""Looks of pictures that, right before a thing, say how the thing is."""
_JOINING = ("say:a", "say:and", "say:with", "say:in", "say:on", "say:is")
_THINGS = ("kind", "kinds")
_STRANGE = 3
"""Words nobody knows that may stand between "on" and what something is on."""
_BESIDE_NOUNS = ("kind", "kinds", "color", "material", "size", "pose")
_QUALIFYING = ("say:made of", "say:is", "say:in", "say:colored")
_LOOSE = ("say:and", "stop", "say:colored", "text", "")


@dataclass(frozen=True)
class Evidence:
    """The grounds a plan may rest on. `kinds` is how often each may be written; `must` those that have to be.

    `scene` lists each slot's possible values; slots in `bound` may not be left open. `relations` is how often
    each predicate may be written, `owed` those that must be if they can. `avoid` is written whole, in order.
    `lent` is a sign lent to texts that nothing in the prompt could carry. `bindings` says what belongs together.
    """

    kinds: dict[str, int] = field(default_factory=dict[str, int])
    must: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    values: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    relations: dict[str, int] = field(default_factory=dict[str, int])
    owed: tuple[str, ...] = ()
    texts: int = 0
    scene: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    bound: frozenset[str] = frozenset()
    avoid: tuple[str, ...] = ()
    lent: str | None = None
    bindings: Bindings = field(default_factory=Bindings)


def evidence(reading: Reading) -> Evidence:
    """The grounds in a reading."""
    said = spoken(reading)
    plainly = {item.name for item in said if item.near is None}
    options = [
        [("say", item.name)] if _outdone(item, plainly) else settled(said, i) for i, item in enumerate(said)
    ]
    bindings = bind(said, options)
    plain = {found[0] for found in options if len(found) == 1}
    every = [pair for found in options for pair in found]
    mentions = Counter(value for name, value in every if name in ("kind", "kinds"))
    must = [v for found in options if len(found) == 1 for n, v in found if n in ("kind", "kinds")]
    lent = _lent(reading, mentions)
    if lent:
        mentions[lent] += 1
        must.append(lent)
    spare = min(3, max(0, sum(name in ("color", "material", "size") for name, _ in every) - 1))
    counts = {int(value) for name, value in every if name == "n"} | ({3} if _field(every, "kinds") else set())
    scene = {slot: found for slot in _SLOTS if (found := _field(every, slot))}
    bound = {slot for slot in scene if any(name == slot for name, _ in plain)}
    if scene.get("place") == ("studio",) and scene.get("time", ("studio",)) == ("studio",):
        bound.add("place")
    return Evidence(
        kinds={
            k: len(bindings.chains[k]) if k in bindings.chains else n + spare for k, n in mentions.items()
        },
        must=tuple(dict.fromkeys(must))[:MAX_THINGS],
        counts=tuple(sorted(n for n in counts if 1 < n <= MAX_COUNT)),
        values={name: _field(every, name) for name in ("size", "color", "material", "pose")},
        relations=dict(Counter(value for name, value in every if name == "rel")),
        owed=_owed(said),
        texts=min(len(reading.refs.texts), MAX_TEXTS),
        scene=scene,
        bound=frozenset(bound),
        avoid=_avoided(reading),
        lent=lent,
        bindings=bindings,
    )


def _outdone(item: Read, plainly: set[str]) -> bool:
    """Whether words for the scene give way to plainer ones: neon to "golden hour", any film to one that is named."""
    slot = item.name.partition(":")[0]
    if item.near is not None:
        return slot in _SLOTS and any(name.startswith(f"{slot}:") for name in plainly)
    return item.name == "look:film" and bool(plainly & _FILMS)


_FILMS = frozenset(
    f"look:{film}" for film in ("portra 400", "ektar 100", "velvia 50", "hp5", "tri-x", "polaroid")
)


def spoken(reading: Reading) -> list[Read]:
    """The stretches that say what should be there: neither negated nor passed over."""
    return [item for item in reading.reads if item.name and not item.negated]


def _field(pairs: list[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for field_name, value in pairs if field_name == name))


def settled(reads: list[Read], i: int) -> list[tuple[str, str]]:
    """What the i-th stretch may stand for, as (field, value): one when it is plain, else several."""
    item = reads[i]
    if item.name == "say:orange":
        return _either(reads, i, ("color", "orange"), ("kind", "orange"))
    if item.name == "say:glass":
        return _either(reads, i, ("material", "glass"), ("kind", "wine glass"))
    if item.name == "say:some":
        return [("n", "3")]
    if item.name == "say:both":
        return [("n", "2"), ("", "")]
    if _only_said(reads, i):
        return [("say", item.name)]
    if item.name == "say:in" and _held_by(reads, i) == "on":
        return [("rel", "on"), ("", "")]
    if item.name in _HINTS:
        return [*_HINTS[item.name], ("", "")]
    name, _, value = item.name.partition(":")
    return [(name, value)]


def _only_said(reads: list[Read], i: int) -> bool:
    """Whether a stretch does not mean here what it mostly means: "on" of a day, "over" of light, a "vintage" car."""
    item = reads[i]
    if item.text.lower() in _ALSO_OF_THINGS:
        return _noun(reads[i + 1 :], ends=("stop", *_JOINING))
    if item.name in ("say:on", "say:by"):
        return not _between_things(reads, i)
    if item.name == "say:in":
        return not (_between_things(reads, i) and _held_by(reads, i))
    return item.name.startswith("rel:") and _next(reads, i).startswith(
        ("time:", "place:", "quality:", "say:light")
    )


def _held_by(reads: list[Read], i: int) -> str | None:
    """Which relation "in" is to what comes after the i-th stretch: in what is hollow, on what is sat or lain on."""
    kind = ""
    for item in reads[i + 1 :]:
        name, _, value = item.name.partition(":")
        if name in _THINGS:
            kind = value
        if name not in (*_BESIDE_NOUNS[2:], "n") and item.name not in (
            "say:a",
            "word",
            "say:orange",
            "say:glass",
        ):
            break
    if state(kind, "hollow") is not None:
        return "on" if kind in WORN_ON_HEADS else "in"
    group = KINDS[kind].group if kind in KINDS else ""
    sat_in = (group == "furniture" and KINDS[kind].supports) or (
        group == "plant" and state(kind, "top") is not None
    )
    return "on" if sat_in else None


def _either(
    reads: list[Read], i: int, quality: tuple[str, str], kind: tuple[str, str]
) -> list[tuple[str, str]]:
    """A word that is a quality before a noun, a kind where a noun should stand, and either beside "and"."""
    after = reads[i + 1].name if i + 1 < len(reads) else ""
    before = reads[i - 1].name if i else ""
    if before in _QUALIFYING:
        return [quality]
    if reads[i + 1 : i + 2] and reads[i + 1].text.lower().startswith(("made", "out of")):
        return [kind]
    number = before.partition(":")[0]
    if after == "word":
        stranger = _next(reads, i + 1).partition(":")[0] not in ("kind", "kinds")
        return [quality, kind] if before in ("say:a", "n:1") and stranger else [quality]
    if after.partition(":")[0] in _BESIDE_NOUNS or after in ("say:orange", "say:glass"):
        return [quality]
    joins = after == "say:and" and _next(reads, i + 1).partition(":")[0] not in _BESIDE_NOUNS[2:]
    apart = joins or (after == "say:and" and reads[i + 2 : i + 3] and reads[i + 2].name == "say:a")
    described = number in ("n", "color", "size", "material") or before in ("say:a", "say:orange")
    if described and (after != "say:and" or apart):
        return [kind]
    return [quality, kind] if after in _LOOSE and number != "n" else [kind]


def _lent(reading: Reading, mentions: Counter[str]) -> str | None:
    carrying = {text for text, _ in said_of(reading)}
    if carrying >= set(reading.refs.texts) or any(KINDS[kind].letters for kind in mentions):
        return None
    return _LETTERED_BY_DEFAULT


def _owed(said: list[Read]) -> tuple[str, ...]:
    """Predicates that stand plainly between two things."""
    owed: dict[str, None] = {}
    for i, item in enumerate(said):
        name, _, value = item.name.partition(":")
        predicate = value if name == "rel" else ""
        if item.name in ("say:on", "say:in"):
            predicate = settled(said, i)[0][1] if settled(said, i)[0][0] == "rel" else ""
        if predicate and _between_things(said, i) and not _it(said, i + 1):
            owed[predicate] = None
    return tuple(owed)


def _between_things(said: list[Read], i: int) -> bool:
    """Whether a thing is spoken of before the i-th stretch, and one (or "it") right after it."""
    return _noun(said[:i][::-1]) and (_it(said, i + 1) or _noun(said[i + 1 :], ends=("stop", "say:with")))


def _noun(reads: list[Read], ends: tuple[str, ...] = ()) -> bool:
    """Whether the first thing, place or text among the stretches, before one of `ends`, is a thing."""
    strange = 0
    for item in reads:
        name = item.name.partition(":")[0]
        if name in ("kind", "kinds") or item.name in ("say:orange", "say:glass"):
            return True
        strange += name == "word"
        if strange > _STRANGE:
            return False
        if item.name in ends or name in ("place", "text", "time", "view", "key", "framing") or item.name in (
            "say:background", "say:studio", "say:light",
        ):  # fmt: skip
            return False
    return False


def _next(reads: list[Read], i: int) -> str:
    return next((item.name for item in reads[i + 1 :] if item.name != "say:a"), "")


def _it(reads: list[Read], i: int) -> bool:
    return i < len(reads) and reads[i].name == "say:it"


def _avoided(reading: Reading) -> tuple[str, ...]:
    """Token names of what the prompt says to leave out, in its order."""
    out: dict[str, None] = {}
    number = 0
    for item in reading.reads:
        name, _, value = item.name.partition(":")
        if item.name == "word":
            if item.negated and number < len(reading.refs.words):
                out[f"word:{number}"] = None
            number += 1
        elif item.negated:
            if name in ("kind", "kinds"):
                out[f"kind:{value}"] = None
            elif name in ("color", "material", "place"):
                out[item.name] = None
            elif item.name in ("say:orange", "say:glass"):
                out["color:orange" if value == "orange" else "material:glass"] = None
    return tuple(out)[:16]
