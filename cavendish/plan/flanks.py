"""What stands between several of one kind has some of them on either side."""

from cavendish.plan.reading import Reading
from cavendish.plan.schema import Plan, Relation

_OTHER = {"left of": "right of", "right of": "left of"}


def flanked(plan: Plan, reading: Reading) -> Plan:
    """The plan, in which "between two lemons" puts a lemon on each side of what is between them.

    Things that are said one by one ("between a lemon and an orange") have a side each already.
    """
    if all(item.name != "say:between" for item in reading.reads):
        return plan
    kinds = {thing.id: thing.kind for thing in plan.things}
    groups: dict[tuple[str, str], list[Relation]] = {}
    for relation in plan.relations:
        if relation.predicate in _OTHER and relation.object in kinds:
            groups.setdefault((relation.subject, kinds[relation.object]), []).append(relation)
    turned: dict[Relation, Relation] = {}
    for several in groups.values():
        if len(several) > 1 and len({one.predicate for one in several}) == 1:
            for one in several[: len(several) // 2]:
                turned[one] = one.model_copy(update={"predicate": _OTHER[one.predicate]})
    return plan.model_copy(update={"relations": tuple(turned.get(one, one) for one in plan.relations)})
