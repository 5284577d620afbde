"""What a prompt quotes, held in a plan's lettering letter for letter, whatever the planner made of it."""

import unicodedata
from difflib import SequenceMatcher

from cavendish.plan.schema import MAX_THINGS, Lettering, Plan, Thing

_ALIKE = 0.6
_CARRIER = "sign"


def lettered(plan: Plan, texts: tuple[str, ...]) -> tuple[Plan, tuple[str, ...]]:
    """The plan with every text in its lettering as it was quoted, and notes on what was put right.

    A line much like a missing text becomes it; then texts go to things that carry letters and have no line, then in
    place of other lines, then onto a sign that is added while there is room. Lines that are pieces of a text go;
    any other line that nobody quoted stays and is named. A text that no line can hold is left out.
    """
    lines = list(plan.lettering)
    missing = [text for text in dict.fromkeys(texts) if text not in {line.text for line in lines}]
    things = list(plan.things)
    notes: list[str] = []
    try:
        for wanted, i in _pairs(missing, lines, texts):
            notes.append(f"the planner wrote {lines[i].text!r}; it is {wanted!r}, as it was quoted")
            lines[i] = _saying(lines[i], wanted)
            missing.remove(wanted)
        lines = [line for line in lines if line.text in texts or not _piece(line.text, texts)]
        for text in missing:
            notes.append(f"the planner left out {text!r}; it is written as it was quoted")
            _put(text, lines, things, texts)
        changed = plan.model_copy(update={"lettering": tuple(lines), "things": tuple(things)})
        made = plan if changed == plan else Plan.model_validate(changed.model_dump())
    except ValueError:
        return plan, ()
    added = [f"{line.text!r} on {line.on} was not quoted: it is the planner's own" for line in lines
             if line.text not in texts]  # fmt: skip
    return made, (*notes, *added)


def _saying(line: Lettering, text: str) -> Lettering:
    """The line with another text in the same letters; ValueError when there cannot be one."""
    return Lettering.model_validate(line.model_dump() | {"text": text})


def _pairs(missing: list[str], lines: list[Lettering], texts: tuple[str, ...]) -> list[tuple[str, int]]:
    """Missing texts with the lines that were meant for them, the most alike first."""
    spare = [i for i, line in enumerate(lines) if line.text not in texts]
    graded = [(_likeness(lines[i].text, wanted), wanted, i) for wanted in missing for i in spare]
    found: list[tuple[str, int]] = []
    for grade, wanted, i in sorted(graded, key=lambda item: -item[0]):
        taken = any(wanted == other or i == j for other, j in found)
        if grade >= _ALIKE and not taken:
            found.append((wanted, i))
    return found


def _put(text: str, lines: list[Lettering], things: list[Thing], texts: tuple[str, ...]) -> None:
    """The text is on the first thing that can carry it, if any can."""
    held = {line.on for line in lines}
    free = next((thing.id for thing in things if thing.id not in held and _carries(thing)), None)
    strange = next((i for i, line in enumerate(lines) if line.text not in texts), None)
    if free is not None:
        lines.append(Lettering(text=text, on=free))
    elif strange is not None:
        lines[strange] = _saying(lines[strange], text)
    elif len(things) < MAX_THINGS:
        ids = {thing.id for thing in things}
        name = next(f"{_CARRIER}-{k}" for k in range(1, MAX_THINGS + 2) if f"{_CARRIER}-{k}" not in ids)
        things.append(Thing(id=name, kind=_CARRIER))
        lines.append(Lettering(text=text, on=name))


def _carries(thing: Thing) -> bool:
    """Whether a plan may have letters on the thing."""
    try:
        return bool(Plan(things=(thing,), lettering=(Lettering(text="A", on=thing.id),)))
    except ValueError:
        return False


def _likeness(one: str, other: str) -> float:
    """How alike two lines are, 0..1, capitals, accents and marks apart; a whole piece of the other counts as alike."""
    a, b = _folded(one), _folded(other)
    if a and b and (a in b or b in a):
        return max(_ALIKE, min(len(a), len(b)) / max(len(a), len(b)))
    return SequenceMatcher(None, a, b).ratio()


def _piece(line: str, texts: tuple[str, ...]) -> bool:
    return any(_folded(line) in _folded(text) for text in texts)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isalnum())
