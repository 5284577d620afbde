"""What a prompt says of gravity: stacked, tipped over, leaning, spilled or in the air; heard, and put in its plan."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from cavendish.plan.crafting import craft
from cavendish.plan.kinds import KINDS
from cavendish.plan.quoting import MASK, spans
from cavendish.plan.reading import read
from cavendish.plan.schema import Plan, Relation, Thing
from cavendish.plan.stacks import carries
from cavendish.plan.stances import FLYING, LEANING, STANCES, TIPPED, stances

_OVER = (
    r"(?:tipped|knocked|toppled|turned|flipped|fallen|fell|pushed|tipping|blown)[ -]over|overturned|toppled|upturned|"
    r"upended|lying on (?:its|his|her|their) sides?|on (?:its|their) sides?|knocked down|capsized"
)
_LEANS = (
    r"(?:(?:is|are)\s+)?(?:leaning|leans?|leant|leaned|propped(?: up)?)\s+(?:up\s+)?(?:against|on|towards?)"
)
_ALOFT = (
    r"(?:(?:is|are)\s+)?(?:flying|hovering|floating|soaring|gliding|hanging|suspended|levitating|drifting|dangling)"
    r"(?:\s+(?:high|low))?"
)
_AIR = r"in (?:mid[ -]?air|the air|flight)|mid[ -]?air|midflight"
_NOT_ALOFT = r"(?!\s+(?:sau|disc|disk|basket|lamp|plant|garden|lantern|dock|from|on\b|in\b))"
_SPILT = r"(?:(?:is|are)\s+)?(?:spilled|spilt|spilling)"
_STACK = r"(?:(?:a|the)\s+)?(?:tall\s+|small\s+|neat\s+)?(?:stack|tower|pile|column)\s+of\s+"
_WALL = r"(?:a|the|an)\s+(?:[a-z]+\s+){0,2}wall\b"
_PHRASES: tuple[tuple[str, str, str], ...] = (
    ("spilled", rf"{_SPILT}\s+(?:out\s+)?(?:from|out of|of)\b", "around"),
    ("spilled", rf"{_SPILT}\b", ""),
    ("ring", r"(?:a|the)\s+(?:ring|circle)\s+of\s+(?=[a-z]+\s+(?:all\s+)?a?round\b)", "eight "),
    (TIPPED, rf"(?:(?:that|which)\s+(?:has|is|was)\s+|is\s+|has\s+)?(?:been\s+)?(?:{_OVER})\b", ""),
    (LEANING, rf"{_LEANS}\s+{_WALL}", "next to a low wall"),
    (LEANING, rf"{_LEANS}\b", "next to"),
    (FLYING, rf"{_ALOFT}\s+(?:over|above)\b", "above"),
    (FLYING, rf"{_ALOFT}\b{_NOT_ALOFT}", ""),
    (FLYING, rf"(?:{_AIR})\b", ""),
    ("stacked", rf"{_STACK}(?=[a-z])", ""),
    ("stacked", r"(?:all\s+)?(?:stacked|piled)(?:\s+(?:up|high))?\s+on top of (?:each other|one another)\b", ""),
    ("stacked", r"(?:stacked|piled)(?:\s+(?:up|high))?\b", ""),
)  # fmt: skip
_FIND = re.compile(
    "|".join(f"(?P<p{i}>\\b{words})" for i, (_, words, _) in enumerate(_PHRASES)), re.IGNORECASE
)
_OPENS = re.compile(
    r"(?:^|[,.;:]|\b(?:a|an|the|one|two|three|four|five|of|and|some|with))\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Weighed:
    """A prompt without its words of gravity, and for each of these what it says, of which kind, and the words."""

    prompt: str
    said: tuple[tuple[str, str, str], ...] = ()


def weigh(prompt: str) -> Weighed:
    """The prompt as the planner is to read it, and what is said of gravity; quoted words stay as they are."""
    masked = prompt
    for start, end, _ in spans(prompt):
        masked = masked[:start] + MASK * (end - start) + masked[end:]
    out, at = "", 0
    said: list[tuple[str, str, str]] = []
    for match in _FIND.finditer(masked):
        stance, _, instead = _PHRASES[int((match.lastgroup or "p0")[1:])]
        kind = _meant(stance, prompt[: match.start()], prompt[match.end() :])
        if kind is None:
            continue
        said.append((stance, kind, match.group().strip()))
        out += prompt[at : match.start()] + instead
        at = match.end()
    text = re.sub(r"\s+([,.;])", r"\1", re.sub(r"[ \t]{2,}", " ", out + prompt[at:])).strip()
    return Weighed(text, tuple(said)) if said else Weighed(prompt)


def _meant(stance: str, before: str, after: str) -> str | None:
    """The kind that words of gravity are said of: what follows an article's adjective, else the last thing named."""
    ahead, behind = _kinds(after, False), _kinds(before, True)
    if stance == "stacked" and not before.rstrip().lower().endswith(("stacked", "piled")):
        first = ahead if _OPENS.search(before) else behind or ahead
    else:
        first = ahead if _OPENS.search(before) and ahead else behind or ahead
    return None if first is None or (first in KINDS and not stances(KINDS[first])) else first


def _kinds(text: str, last: bool) -> str | None:
    """The last or first thing that a text names, of those that are built from parts too."""
    said = craft(text)
    reads = [item.name.partition(":") for item in read(said.prompt).reads]
    names = [said.stands_for.get(kind, kind) for field, _, kind in reads if field in ("kind", "kinds")]
    return (names[-1] if last else names[0]) if names else None


def obeyed(plan: Plan, weighed: Weighed) -> tuple[Plan, tuple[str, ...]]:
    """The plan with what was said of gravity, and the words of what cannot be, as of a stack of balls."""
    missed: list[str] = []
    for stance, kind, words in weighed.said:
        before = plan
        if stance == "stacked":
            plan = _stacked(plan, kind)
        elif stance == "spilled":
            plan = _spilled(plan, kind)
        elif stance in STANCES:
            plan = _standing(plan, kind, stance)
        if plan == before and stance != "ring":
            missed.append(words)
    return plan, tuple(missed)


def _standing(plan: Plan, kind: str, stance: str) -> Plan:
    things = tuple(
        thing.model_copy(update={"pose": stance}) if thing.kind == kind else thing for thing in plan.things
    )
    return plan.model_copy(update={"things": things})


def _stacked(plan: Plan, kind: str) -> Plan:
    """The things of the kind one on another, the lowest on what they all were said to be on."""
    pile = [thing for thing in plan.things if thing.kind == kind]
    if len(pile) < 2:
        return plan
    flat = {thing.id: _laid(thing) for thing in pile}
    if not carries(flat[pile[0].id]):
        return plan
    ids = [thing.id for thing in pile]
    rest = [r for r in plan.relations if not (r.subject in ids[1:] and r.predicate in ("on", "in", "above"))]
    rest = [r for r in rest if not (r.subject in ids and r.object in ids)]
    chain = [Relation(subject=upper, predicate="on", object=lower) for lower, upper in pairwise(ids)]
    return _rebuilt(plan, (flat.get(thing.id, thing) for thing in plan.things), (*rest, *chain))


def _laid(thing: Thing) -> Thing:
    lying = "lying" in thing.nature.poses and thing.pose is None
    return thing.model_copy(update={"pose": "lying"}) if lying else thing


def _spilled(plan: Plan, kind: str) -> Plan:
    """What holds others tipped over, and all that was in it, or is with it, rolled out."""
    holders = [thing for thing in plan.things if thing.nature.group in ("tableware", "object")]
    holder = next((t for t in holders if t.kind == kind), None) or next(iter(holders), None)
    if holder is None or len(plan.things) < 2:
        return _standing(plan, kind, TIPPED)
    out = [
        thing
        for thing in plan.things
        if thing.id != holder.id and thing.nature.group in ("food", "toy", "object")
    ]
    gone = {thing.id for thing in out}
    rest = [r for r in plan.relations if not ({r.subject, r.object} <= {*gone, holder.id})]
    rolled = [Relation(subject=thing.id, predicate="around", object=holder.id) for thing in out]
    tipped = holder.model_copy(update={"pose": TIPPED})
    things = (tipped if thing.id == holder.id else thing for thing in plan.things)
    return _rebuilt(plan, things, (*rest, *rolled))


def _rebuilt(plan: Plan, things: Iterable[Thing], relations: Iterable[Relation]) -> Plan:
    """The plan with other things and relations; as it was where they contradict one another."""
    raw = plan.model_copy(update={"things": tuple(things), "relations": tuple(relations)})
    try:
        return Plan.model_validate(raw.model_dump())
    except ValueError:
        return plan
