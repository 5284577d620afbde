"""What carries the texts of a prompt: things that can hold letters, and a sign for each text that none is left for."""

from collections.abc import Iterator
from itertools import takewhile

from cavendish.plan.lexicon import KINDS
from cavendish.plan.reading import Read, Reading
from cavendish.plan.schema import MAX_THINGS, Lettering, Plan, Thing

LONG = 40
"""Characters from which on a text stands better on a poster than on a sign."""
_LEADING = ("say:says", "say:with", "say:a", "say:is", "word", "")
"""What may stand between a thing and the text on it."""
_ON_CLOTHES = ("with", "that", "bearing", "reading", "showing", "displaying", "labelled", "labeled")
"""How a text on somebody's clothes begins; one who "says" it speaks."""
_CARRIERS = ("sign", "poster", "book", "gift box")


def carried(plan: Plan, reading: Reading) -> tuple[Plan, tuple[str, ...]]:
    """The plan with every text of the prompt in its lettering, as it is, and the texts that found no room.

    A text goes to a thing of the kind that it was said of, else where the plan has it, else to the first thing that
    can carry letters and has none, else to a thing that is added: nothing that is to be avoided, and no more things
    than a plan holds.
    """
    texts = tuple(dict.fromkeys(reading.refs.texts))
    if not texts:
        return plan, ()
    things, left = list(plan.things), list[str]()
    held = _placed(plan, reading)
    for text in texts:
        if text in held:
            continue
        free = next((t.id for t in things if t.nature.letters and t.id not in held.values()), None)
        if free is None and len(things) < MAX_THINGS:
            things.append(_carrier(text, things, plan.avoid))
            free = things[-1].id
        if free is None:
            left.append(text)
        else:
            held[text] = free
    lines = tuple(Lettering(text=text, on=held[text]) for text in texts if text in held)
    return plan.model_copy(update={"things": tuple(things), "lettering": lines}), tuple(left)


def _placed(plan: Plan, reading: Reading) -> dict[str, str]:
    """Texts with the things they stand on: first those of the kinds they were said of, then as the plan has them."""
    held: dict[str, str] = {}
    for text, kind in said_of(reading):
        free = next((t.id for t in plan.things if t.kind == kind and t.id not in held.values()), None)
        if free is not None and text not in held:
            held[text] = free
    for line in plan.lettering:
        if line.text in reading.refs.texts and line.text not in held and line.on not in held.values():
            held[line.text] = line.on
    return held


def said_of(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each text with the kind it was said of: the next, or the last before it in its sentence that carries letters.

    Kinds that are not made for letters carry them where they are named next to the text: "a cake that says “A”".
    """
    reads = [item for item in reading.reads if not item.negated]
    for i, item in enumerate(reads):
        if item.name != "text":
            continue
        back = list(_sentence(reads[:i][::-1]))
        before = _beside(back) or next((kind for kind in map(_lettered, back) if kind), "")
        after = _lettered(reads[i + 1]) if i + 1 < len(reads) else ""
        found = after or before or _under(list(_sentence(reads[i + 1 :])))
        if found:
            yield item.text, found


def _beside(back: list[Read]) -> str:
    """The kind right before the words that lead to a text, if a plan can put letters on it; else ""."""
    led = list(takewhile(lambda item: item.name in _LEADING, back))
    item = back[len(led)] if len(led) < len(back) else Read("", "")
    field, _, kind = item.name.partition(":")
    if field not in ("kind", "kinds") or kind not in KINDS or not KINDS[kind].labelled:
        return ""
    worn = any(read.text.lower().startswith(_ON_CLOTHES) for read in led)
    return kind if kind != "person" or worn else ""


def _under(ahead: list[Read]) -> str:
    """The kind that a text is said to be on: "“A” written on a cake"; "" when there is none."""
    names = [item.name.partition(":")[0] if item.name not in ("say:on", "say:in") else "on" for item in ahead]
    if "on" not in names or any(item.name not in _LEADING for item in ahead[: names.index("on")]):
        return ""
    noun = next(
        (k for k in range(names.index("on"), len(names)) if names[k] in ("kind", "kinds", "text")), None
    )
    kind = ahead[noun].name.partition(":")[2] if noun is not None else ""
    return kind if kind in KINDS and KINDS[kind].labelled and kind != "person" else ""


def _sentence(reads: list[Read]) -> Iterator[Read]:
    return takewhile(lambda item: item.name != "stop" or item.text in ",:", reads)


def _lettered(item: Read) -> str:
    """The kind that a stretch names, if it can carry letters; else ""."""
    field, _, kind = item.name.partition(":")
    return kind if field in ("kind", "kinds") and kind in KINDS and KINDS[kind].letters else ""


def _carrier(text: str, things: list[Thing], avoid: tuple[str, ...]) -> Thing:
    """A thing for the text to stand on, with an id that no other has."""
    suited = sorted(_CARRIERS, key=lambda kind: (kind in avoid, kind != "poster" and len(text) > LONG))
    kind = suited[0]
    taken = {thing.id for thing in things}
    name = kind.replace(" ", "-")
    number = next(i for i in range(1, MAX_THINGS + 2) if f"{name}-{i}" not in taken)
    return Thing(id=f"{name}-{number}", kind=kind)


if not all(KINDS[kind].letters for kind in _CARRIERS):
    raise AssertionError("every carrier holds letters")
