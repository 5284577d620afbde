"""The exact colours of a plan's things: each of the ten colours made the very one that the prompt says of its noun."""

from collections.abc import Iterator
from dataclasses import dataclass

from cavendish.plan.evidence import settled, spoken
from cavendish.plan.hues import METALS, SHOWN, STUFFS, shade_said, stuff_said
from cavendish.plan.reading import Read, Reading
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.shades import class_of

_NOUNS = ("kind", "kinds")
_BACK = ("say:is", "say:in", "say:that", "say:made of", "say:colored")
_PASSED = ("", "word", "say:colored", "say:and")
_QUALITIES = ("n", "size", "color", "material", "pose")
_NO_METAL_KINDS = frozenset({"clothing", "animal", "person", "plant", "food"})
_NO_METAL = frozenset({"wood", "fabric"})


@dataclass(frozen=True)
class _Said:
    """A colour or stuff that was said: the token's value, its shade, the kind it is said of, and of how many."""

    field: str
    value: str
    shade: str | None
    kind: str | None
    count: int
    stuff: str | None = None


def tinted(reading: Reading, plan: Plan) -> Plan:
    """The plan, each thing in the exact colour that was said of it; what was said plainly stays one of the ten."""
    if not plan.things:
        return plan
    said = list(_sayings(reading))
    if not any(item.shade or item.stuff for item in said):
        return plan
    turn: dict[tuple[str, str, str], int] = {}
    things = tuple(_tinted(thing, said, turn) for thing in plan.things)
    return plan if things == plan.things else plan.model_copy(update={"things": things})


def _tinted(thing: Thing, said: list[_Said], turn: dict[tuple[str, str, str], int]) -> Thing:
    """The thing in its colour; `turn` counts how many like it have had theirs."""
    if thing.color is None:
        found = None if thing.material is None else _of(said, ("material", thing.material, thing.kind), turn)
        if found is None or found.stuff is None:
            return thing
        shade = STUFFS[found.stuff][1]
        return thing.model_copy(update={"color": class_of(shade), "shade": shade})
    found = _of(said, ("color", thing.color, thing.kind), turn)
    if found is None or found.shade is None:
        return thing
    more = {"material": "metal"} if found.stuff in METALS and _may_be_metal(thing) else {}
    if found.stuff in SHOWN and thing.material is None:
        more = {"material": STUFFS[found.stuff][0]}
    return thing.model_copy(update={"shade": found.shade, **more})


def _of(said: list[_Said], key: tuple[str, str, str], turn: dict[tuple[str, str, str], int]) -> _Said | None:
    """What was said of the next thing of the kind with that value: of its own noun, else of no plain one."""
    field, value, kind = key
    alike = [item for item in said if (item.field, item.value) == (field, value)]
    own = [item for item in alike if item.kind == kind for _ in range(item.count)]
    number = turn[key] = turn.get(key, -1) + 1
    if own:
        return own[min(number, len(own) - 1)]
    free = [item for item in alike if item.kind is None]
    return free[0] if free else (alike[0] if len(alike) == 1 else None)


def _may_be_metal(thing: Thing) -> bool:
    kind = thing.nature
    if thing.material is not None or kind.material == "metal":
        return thing.material is None
    return kind.group not in _NO_METAL_KINDS and kind.material not in _NO_METAL


def _sayings(reading: Reading) -> Iterator[_Said]:
    """Every colour and stuff of the prompt, in order, with the noun it is bound to."""
    said = spoken(reading)
    for i, item in enumerate(said):
        options = settled(said, i)
        for field, value in options:
            if field not in ("color", "material"):
                continue
            kind, count = _bound(said, i)
            text = item.near if item.near and shade_said(item.near) else item.text
            shade = shade_said(text) if field == "color" else None
            if shade is not None and class_of(shade) != value:
                shade = None
            yield _Said(field, value, shade, kind, count, stuff_said(text))


def _bound(said: list[Read], i: int) -> tuple[str | None, int]:
    """The kind that the i-th stretch describes and of how many: the noun it leads to, else that before it."""
    back = said[i - 1].name in _BACK if i else False
    made = said[i].text.lower().startswith(("made", "out of", "color of", "colour of"))
    ahead = None if back or made else _ahead(said, i)
    if ahead is not None:
        return ahead, _count(said, i)
    for j in range(i - 1, -1, -1):
        kind = _noun(said, j)
        if kind is not None:
            return kind, _count(said, j)
        if not (back or made) or (
            said[j].name not in (*_BACK, *_PASSED) and _name(said[j]) not in _QUALITIES
        ):
            break
    return None, 1


def _ahead(said: list[Read], i: int) -> str | None:
    for j in range(i + 1, len(said)):
        kind = _noun(said, j)
        if kind is not None:
            return kind
        joined = (
            said[j].name == "say:and"
            and j + 1 < len(said)
            and _name(said[j + 1]) in ("color", "material", "n")
        )
        if not joined and said[j].name not in _PASSED[:3] and _name(said[j]) not in _QUALITIES:
            return None
    return None


def _noun(said: list[Read], j: int) -> str | None:
    options = settled(said, j)
    kinds = [value for name, value in options if name in _NOUNS]
    return kinds[0] if kinds and len(options) == 1 else None


def _count(said: list[Read], i: int) -> int:
    """How many the number before the i-th stretch says, one when it says none."""
    for j in range(i, -1, -1):
        options = settled(said, j)
        name, value = options[0]
        if name == "n":
            return int(value)
        if j < i and said[j].name not in _PASSED[:3] and name not in _QUALITIES:
            return 1
    return 1


def _name(item: Read) -> str:
    return item.name.partition(":")[0]
