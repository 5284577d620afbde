"""Patterns, carvings and ways of lighting that a prompt says of its things: what no token of a plan tells."""

import re

from cavendish.plan.clock import CLOCK, hour_in
from cavendish.plan.hues import METALS
from cavendish.plan.lightwords import SCHEME_WORDS
from cavendish.plan.reading import Read, Reading
from cavendish.plan.scene import Light
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.shades import find
from cavendish.plan.stuffs import CARVED_WORDS, DECOR_WORDS, FINISH_WORDS

_NOUNS = ("kind", "kinds")
_QUALITIES = ("color", "material", "size")
_STATUES = ("statue", "statues", "sculpture", "sculptures")
_OWN = {"zebra", "tiger", "bee", "ladybug", "giraffe", "cow", "panda", "person"}
"""Kinds whose pattern is their own."""


def decorated(reading: Reading, plan: Plan) -> Plan:
    """The plan, its things patterned and carved as is said of their nouns, and lit by the clock and as is said."""
    reads = [item for item in reading.reads if not item.negated]
    said: dict[int, dict[str, object]] = {}
    for i, item in enumerate(reads):
        text = _plain(item.text)
        if text in DECOR_WORDS and (noun := _noun(reads, i)) is not None and _kind(reads[noun]) not in _OWN:
            told = said.setdefault(noun, {})
            told["pattern"] = DECOR_WORDS[text]
            if (accent := _accent(reads, i)) is not None:
                told["accent"] = accent
        finish = FINISH_WORDS.get(text) or FINISH_WORDS.get(text.partition(" ")[0])
        if finish is not None and (noun := _noun(reads, i)) is not None:
            said.setdefault(noun, {})["finish"] = finish
        carved = _ahead(reads, i) if text in CARVED_WORDS else i if text in _STATUES else None
        if carved is not None:
            said.setdefault(carved, {})["material"] = "stone"
    things = list(plan.things)
    for noun, told in said.items():
        for k in _meant(reads, noun, plan.things):
            things[k] = _told(things[k], told)
    return plan.model_copy(update={"things": tuple(things), "light": lit(plan.light, reads)})


def _meant(reads: list[Read], noun: int, things: tuple[Thing, ...]) -> list[int]:
    """Which things a noun stands for: its own where each is named once, else those of its colour, else all its kind."""
    kind = _kind(reads[noun]) if _is_noun(reads[noun]) else "person"
    own = [k for k, thing in enumerate(things) if thing.kind == kind]
    named = [i for i, item in enumerate(reads) if _is_noun(item) and _kind(item) == kind]
    colors = {
        item.name.partition(":")[2] for item in _qualities(reads, noun) if item.name.startswith("color:")
    }
    colored = [k for k in own if things[k].color in colors]
    if len(named) == len(own) and noun in named and len(colored) != 1:
        return [own[named.index(noun)]]
    return colored or own


def _qualities(reads: list[Read], noun: int) -> list[Read]:
    """The stretches before a noun that say how it is, the nearest first."""
    before = reads[:noun][::-1]
    end = next((i for i, item in enumerate(before) if not _is_quality(item)), len(before))
    return before[:end]


def lit(light: Light, reads: list[Read]) -> Light:
    """The light at the clock's time and of the scheme that the stretches tell."""
    scheme = next((SCHEME_WORDS[text] for item in reads if (text := _plain(item.text)) in SCHEME_WORDS), None)
    clock = next(
        (item.text for item in reads if item.name.startswith("time:") and _is_clock(item.text)), None
    )
    hour = light.hour if clock is None else hour_in(clock)
    told: dict[str, object] = {"hour": hour, "scheme": light.scheme or scheme}
    return light if told == {"hour": light.hour, "scheme": light.scheme} else light.model_copy(update=told)


def _is_clock(text: str) -> bool:
    return re.fullmatch(CLOCK, text, re.IGNORECASE) is not None


def _told(thing: Thing, said: dict[str, object]) -> Thing:
    """The thing with what was said; a stuff of its own stays."""
    more = {key: value for key, value in said.items() if key != "material" or thing.material is None}
    if "material" in more and thing.shade in METALS:
        more["material"] = "metal"
    return thing.model_copy(update=more) if more else thing


def _noun(reads: list[Read], i: int) -> int | None:
    """The noun that a pattern is said of: the next one, else the one before it."""
    ahead = _ahead(reads, i)
    return ahead if ahead is not None else next((k for k in range(i - 1, -1, -1) if _is_noun(reads[k])), None)


def _ahead(reads: list[Read], i: int) -> int | None:
    """The next noun, with only words of quality between."""
    for k, item in enumerate(reads[i + 1 : i + 6], i + 1):
        if _is_noun(item):
            return k
        if not _is_quality(item) and item.name not in ("say:and", "say:glass"):
            return None
    return None


def _is_quality(item: Read) -> bool:
    return item.name in ("", "word") or item.name.partition(":")[0] in _QUALITIES


def _is_noun(item: Read) -> bool:
    return item.name.partition(":")[0] in _NOUNS


def _kind(item: Read) -> str:
    return item.name.partition(":")[2]


def _accent(reads: list[Read], i: int) -> str | None:
    """The second of two colours right before a pattern: of "red and white striped", white."""
    before = [_plain(item.text) for item in reads[max(0, i - 3) : i]]
    if len(before) == 3 and before[1] == "and" and find(before[0]) and find(before[2]):
        return find(before[2])
    return None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("-", " ").split())
