"""What a prompt says plainly of colours and people, filled in where an outside planner left it open."""

from typing import Any

from cavendish.plan.people import Heard, clothed
from cavendish.plan.person import Person
from cavendish.plan.reading import Reading
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.tinting import tinted


def filled(plan: Plan, reading: Reading, heard: Heard) -> tuple[Plan, tuple[str, ...]]:
    """The plan with colours as exact as they were said and looks that nobody in it has, and words that found nobody.

    What the planner chose stays: its reading of who is meant is the better one.
    """
    plan = _colored(plan, reading)
    said, lost = clothed(_introduced(plan, heard), heard)
    by_id = {thing.id: thing for thing in said.things}
    things = tuple(_dressed(thing, by_id[thing.id], plan) for thing in plan.things)
    return plan.model_copy(update={"things": things}), lost


def _colored(plan: Plan, reading: Reading) -> Plan:
    said = tinted(reading, plan).things
    things = tuple(own if own.shade else other for own, other in zip(plan.things, said, strict=True))
    return plan.model_copy(update={"things": things})


def _introduced(plan: Plan, heard: Heard) -> Plan:
    """The plan, its people in the order they are spoken of as far as their ids tell: "woman-1" is the woman."""
    nouns = ["-".join(mention.noun) for mention in heard.people]

    def turn(thing: Thing) -> int:
        named = [i for i, noun in enumerate(nouns) if thing.id.startswith(f"{noun}-")]
        return named[0] if named else len(nouns)

    people = iter(sorted((thing for thing in plan.things if thing.kind == "person"), key=turn))
    things = tuple(next(people) if thing.kind == "person" else thing for thing in plan.things)
    return plan.model_copy(update={"things": things})


def _dressed(own: Thing, said: Thing, plan: Plan) -> Thing:
    """A person with what was said of them where that was left open and given to nobody else."""
    if own == said:
        return own
    changed: dict[str, Any] = {}
    looks = {} if said.person is None else said.person.model_dump(exclude_none=True)
    mine = {} if own.person is None else own.person.model_dump(exclude_none=True)
    people = [thing.person for thing in plan.things if thing.person is not None]
    more = {k: v for k, v in looks.items() if k not in mine and all(getattr(who, k) != v for who in people)}
    if more:
        changed["person"] = Person.model_validate(mine | more)
    for name in ("expression", "pose"):
        if getattr(own, name) is None:
            changed[name] = getattr(said, name)
    if own.color is None:
        changed |= {"color": said.color, "shade": said.shade}
    return own.model_copy(update=changed)
