"""Things that the library lacks but that plans know how to build from parts: found in a prompt, put in its plan."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from cavendish.plan.kinds import plural
from cavendish.plan.quoting import MASK, spans
from cavendish.plan.reading import Reading, read
from cavendish.plan.schema import Plan, Thing

FOLDER = Path(__file__).parent / "crafted"
"""A plan of one thing in each file, named by what the thing is called."""
_ALSO: dict[str, str] = {
    "birdhouse": "bird house|nest box|nesting box", "hourglass": "sandglass|sand timer|sand clock|egg timer",
    "spinning top": "whirligig|humming top", "totem pole": "totem", "carousel": "merry go round",
    "gramophone": "phonograph|record player", "popcorn cart": "popcorn machine|popcorn stand",
    "space probe": "satellite|spacecraft probe|lunar lander|moon lander", "submarine": "u boat",
    "accordion": "squeezebox|concertina", "canoe": "kayak|dugout canoe",
    "plinth": "pedestal|podium|display stand|display block|riser", "cake stand": "cake pedestal|dessert stand",
}  # fmt: skip
"""Other words for the same."""
_STAND_INS = ("vase", "lamp", "clock", "suitcase", "lantern", "trophy", "telescope", "fan", "candle", "globe")
_LETTERED = ("gift box", "sign", "jar", "book", "poster", "cup")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True)
class Crafted:
    """A prompt with a kind of the library in place of each thing that is to be built, and what each stands in for.

    `words` are those that each was said with.
    """

    prompt: str
    stands_for: dict[str, str]
    words: tuple[tuple[str, str], ...] = ()

    def heard(self, reading: Reading) -> Reading:
        """The reading of that prompt, with the words that were said and what they mean in place of the others."""
        told = {stand: [said for kind, said in self.words if kind == stand] for stand in self.stands_for}
        reads = list(reading.reads)
        for i, item in enumerate(reads):
            field, _, kind = item.name.partition(":")
            if field in ("kind", "kinds") and told.get(kind):
                name = f"{field}:{self.stands_for[kind]}"
                reads[i] = replace(item, name=name, text=told[kind].pop(0), near=None)
        return replace(reading, reads=tuple(reads))

    def named(self, words: str) -> str:
        """Words with the names of what is to be built in place of the kinds that stand in for it."""
        for stand, name in self.stands_for.items():
            words = re.sub(rf"\b{re.escape(stand)}\b", name, words)
        return words


def crafted(name: str) -> Thing:
    """The thing of that name as its file has it; KeyError when there is none."""
    return _plan(name).things[0]


@cache
def names() -> tuple[str, ...]:
    """Everything that can be built, in alphabetical order."""
    return tuple(sorted(path.stem.replace("-", " ") for path in FOLDER.glob("*.json")))


def craft(prompt: str) -> Crafted:
    """The prompt as the planner is to read it: every word for a thing to be built is that for a kind it knows.

    A kind that the prompt names itself stands in for nothing; where none is left, the words stay as they are.
    """
    found = list(_found(prompt))
    if not found:
        return Crafted(prompt, {})
    taken = {item.name.partition(":")[2] for item in read(prompt).reads if item.name.startswith("kind")}
    stands: dict[str, str] = {}
    words: list[tuple[str, str]] = []
    out, at = "", 0
    for start, end, name, many in found:
        options = _LETTERED if crafted(name).nature.letters else _STAND_INS
        stand = stands.get(name) or next((kind for kind in options if kind not in taken), None)
        if stand is None:
            continue
        stands[name] = stand
        taken.add(stand)
        words.append((stand, prompt[start:end]))
        out += prompt[at:start] + (plural(stand) if many else stand)
        at = end
    return Crafted(out + prompt[at:], {stand: name for name, stand in stands.items()}, tuple(words))


def told(plan: Plan) -> tuple[str, ...]:
    """A line for each sort of thing in the plan that is built because no kind of the library is one."""
    lines: list[str] = []
    for name in dict.fromkeys(thing.kind for thing in plan.things if thing.kind in names()):
        many = sum(thing.kind == name for thing in plan.things)
        pieces = len(crafted(name).parts or ())
        lines.append(
            f"I know no {name} as a kind; I build {'one' if many == 1 else f'each of {many}'} from {pieces} parts"
        )
    return tuple(lines)


def built(plan: Plan, said: Crafted) -> Plan:
    """The plan with the things that were said in place of those that stood in for them.

    They keep the colour, stuff and size that were said; one that is alone is where it is at home. What is to be
    avoided goes by its own name too.
    """
    if not said.stands_for:
        return plan
    things = [_built(thing, said.stands_for.get(thing.kind)) for thing in plan.things]
    ids = {old.id: new.id for old, new in zip(plan.things, things, strict=True)}
    raw = plan.model_dump(exclude_none=True)
    raw["things"] = [thing.model_dump(exclude_none=True) for thing in things]
    for relation in raw["relations"]:
        relation |= {end: ids[relation[end]] for end in ("subject", "object")}
    for line in raw["lettering"]:
        line["on"] = ids[line["on"]]
    raw["avoid"] = list(dict.fromkeys(said.named(words) for words in plan.avoid))
    kinds = {thing.kind for thing in things}
    if plan.place is None and len(kinds) == 1 and plan.light.time is None and kinds & set(names()):
        raw |= {"place": _plan(*kinds).place}
    return Plan.model_validate(raw)


def _built(thing: Thing, name: str | None) -> Thing:
    if name is None:
        return thing
    own = crafted(name).model_dump(exclude_none=True)
    number = thing.id.rpartition("-")[2]
    kept: dict[str, Any] = {
        "id": f"{name.replace(' ', '-')}-{number}",
        "size": thing.size,
        "color": thing.color,
    }
    if thing.color is not None:
        own.pop("shade", None)
        own.pop("color", None)
        kept["shade"] = thing.shade
    if thing.material is not None:
        kept["material"] = thing.material
        if thing.color is None:
            own.pop("shade", None)
    return Thing.model_validate({**own, **{k: v for k, v in kept.items() if v is not None}})


def _found(prompt: str) -> list[tuple[int, int, str, bool]]:
    """Where in the prompt words for things to be built start and end, which, and whether of many.

    What is to be written stays as it is.
    """
    masked = list(prompt)
    for start, end, _ in spans(prompt):
        masked[start:end] = MASK * (end - start)
    words = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer("".join(masked))]
    out: list[tuple[int, int, str, bool]] = []
    i = 0
    while i < len(words):
        for length in (3, 2, 1):
            found = _words().get(" ".join(word for word, _, _ in words[i : i + length]))
            if found is not None and i + length <= len(words):
                out.append((words[i][1], words[i + length - 1][2], *found))
                i += length - 1
                break
        i += 1
    return out


@cache
def _words() -> dict[str, tuple[str, bool]]:
    """Every word for what can be built, in the singular and the plural."""
    out: dict[str, tuple[str, bool]] = {}
    for name in names():
        for word in (name, *_ALSO.get(name, "").split("|")):
            out |= {word: (name, False), plural(word): (name, True)} if word else {}
    return out


@cache
def _plan(name: str) -> Plan:
    path = FOLDER / f"{name.replace(' ', '-')}.json"
    if not path.exists():
        raise KeyError(name)
    return Plan.model_validate_json(path.read_text())
