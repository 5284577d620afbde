"""What a prompt says should not be there, in the words a plan keeps it in."""

from collections.abc import Iterator

from cavendish.plan.making import plain
from cavendish.plan.reading import Read, Reading
from cavendish.plan.schema import MAX_AVOIDED
from cavendish.plan.wording import EMPTY_WORDS

_NOUNS = ("kind", "kinds")
_BETWEEN = ("stop", "say:and", "say:or")
_SILENT = ("say:a", "say:is", "say:it", "say:that")
_TELLING = ("say:orange", "say:glass", "say:studio", "say:black and white", "say:other", "say:made of")
_PEOPLED = ("street", "city")
_LONGEST = 60
_NOBODY = frozenset({"nobody", "no one", "noone"})


def refused(reading: Reading) -> tuple[str, ...]:
    """What the plan should avoid, in the prompt's order: kinds by their names, everything else as it was said.

    What the prompt also asks for is not among it; nor is more than a plan keeps.
    """
    asked = {item.name.partition(":")[2] for item in reading.reads
             if item.name.partition(":")[0] in _NOUNS and not item.negated and item.near is None}  # fmt: skip
    out: dict[str, None] = {}
    for phrase in phrases(reading):
        name = named(phrase)
        if name and name not in asked:
            out[name[:_LONGEST].strip()] = None
    out |= dict.fromkeys(kind for kind in _deserted(reading) if kind not in asked)
    return tuple(out)[:MAX_AVOIDED]


def phrases(reading: Reading) -> Iterator[tuple[Read, ...]]:
    """Everything that a "no" reaches, one noun phrase after the other."""
    phrase: list[Read] = []
    for item in reading.reads:
        if item.negated and item.name not in _BETWEEN:
            phrase.append(item)
        elif phrase:
            yield tuple(phrase)
            phrase = []
    if phrase:
        yield tuple(phrase)


def named(phrase: tuple[Read, ...]) -> str:
    """The name that a plan avoids a noun phrase by; empty where it says nothing."""
    said = list(phrase)
    while said and not _says(said[0]):
        said.pop(0)
    while said and not (said[-1].name or said[-1].noted):
        said.pop()
    if not said:
        return ""
    heads = [i for i, item in enumerate(said) if item.name.partition(":")[0] in _NOUNS and item.near is None]
    if heads and all(item.name.startswith("pose:") or not item.name for item in said[heads[-1] + 1 :]):
        before = said[: heads[-1]]
        value = said[heads[-1]].name.partition(":")[2]
        if not any(item.name.startswith("n:") for item in before):
            return " ".join([*(plain(item.text) for item in before if item.name not in _SILENT), value])
    if len(said) == 1 and said[0].name.startswith("place:") and said[0].near is None:
        return said[0].name.partition(":")[2]
    return " ".join(item.text for item in said if item.name not in _SILENT)


def _says(item: Read) -> bool:
    """Whether a stretch says something of its own."""
    joins = item.name.startswith(("say:", "rel:")) and item.name not in _TELLING
    return item.noted or (bool(item.name) and not joins)


def _deserted(reading: Reading) -> Iterator[str]:
    """Who and what is not in a place that is said to be empty, and where nobody is said to be."""
    reads = reading.reads
    for i, item in enumerate(reads):
        if item.negated:
            continue
        if plain(item.text) in _NOBODY:
            yield "person"
        if plain(item.text) in EMPTY_WORDS:
            after = next((other.name for other in reads[i + 1 :] if _tells(other)), "")
            field, _, place = after.partition(":")
            if field == "place" or after == "say:studio":
                yield "person"
                yield from ("car",) if place in _PEOPLED else ()


def _tells(item: Read) -> bool:
    field = item.name.partition(":")[0]
    return bool(item.name) and item.name != "say:a" and field not in ("color", "material", "size", "time")
