"""What people call the parts of things that can have a colour of their own, and the shapes' slots that each is."""

from functools import cache

from cavendish.plan.kinds import plural

PARTS: dict[str, str] = {
    "car": "wheels=tyre+hub; tyres|tires=tyre; hubcaps|rims|hubs=hub; windows|glass=pane; headlights|lights=lamp; "
    "bumpers=chrome",
}
"""Of each kind "name|another name=slot+slot; …"; the first name is the usual one."""


def names(kind: str) -> tuple[str, ...]:
    """The names of a kind's parts, the usual one of each."""
    return tuple(dict.fromkeys(name for name, _ in _table(kind).values()))


def called(kind: str, word: str) -> str | None:
    """The usual name of the part that a word stands for, in the singular or the plural; None when it has none."""
    found = _table(kind).get(word.lower())
    return found[0] if found else None


def slots(kind: str, name: str) -> tuple[str, ...]:
    """The slots of the kind's shape that a part is made of, none where it has no such part."""
    found = _table(kind).get(name)
    return found[1] if found else ()


@cache
def _table(kind: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every word for a part of the kind, with the part's usual name and its slots."""
    out: dict[str, tuple[str, tuple[str, ...]]] = {}
    for entry in PARTS.get(kind, "").split(";"):
        said, _, made = entry.strip().partition("=")
        words = [word for word in said.split("|") if word]
        for word in words:
            found = (words[0], tuple((made or words[0]).split("+")))
            for form in (word, plural(word), word.removesuffix("s")):
                out.setdefault(form, found)
    return out
