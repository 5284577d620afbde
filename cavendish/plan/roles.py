"""The words for people, and what each says of a person: age, and the dress of a calling."""

from dataclasses import dataclass, field
from typing import Any

from cavendish.plan.kinds import plural

_MAN: dict[str, Any] = {"age": "adult", "lashes": False}
_WOMAN: dict[str, Any] = {"age": "adult", "lashes": True}
_PLAIN: dict[str, dict[str, Any]] = {
    "person|human|human being|figure|figurine|friend|someone|somebody|student|pupil|character": {},
    "man|guy|gentleman|father|dad|husband|brother|businessman|fellow|gent": _MAN,
    "woman|lady|mother|mom|mum|wife|sister|businesswoman": _WOMAN,
    "boy|son|schoolboy": {"age": "child", "lashes": False},
    "girl|daughter|schoolgirl": {"age": "child", "lashes": True},
    "child|kid|toddler|schoolchild": {"age": "child"},
    "adult|grown up": {"age": "adult"},
    "grandfather|grandpa|granddad": {"age": "old", "lashes": False},
    "grandmother|grandma|granny|nan": {"age": "old", "lashes": True},
    "redhead": {"hair_color": "red"},
    "brunette": {"hair_color": "brown"},
    "worker|builder|waiter|waitress": {"age": "adult"},
}


@dataclass(frozen=True)
class Role:
    """A calling: the looks it comes in where nothing else is said, and the shade of what is worn on top."""

    words: str
    color: str
    looks: dict[str, Any] = field(default_factory=dict[str, Any])


ROLES: tuple[Role, ...] = (
    Role("chef|cook|baker", "white", {"hat": "toque", "hat_color": "white", "top": "sweater", "extra": "buttons",
         "weave": "plain", "second_color": "black", "bottom": "trousers", "bottom_color": "grey"}),
    Role("doctor|physician|scientist", "white", {"top": "coat", "extra": "stethoscope", "weave": "plain",
         "hat": "none", "second_color": "white", "bottom": "trousers", "bottom_color": "blue"}),
    Role("nurse", "white", {"hat": "nurse cap", "hat_color": "white", "top": "dress", "weave": "plain",
         "second_color": "white", "shoe_color": "white", "extra": "none"}),
    Role("firefighter|fireman|fire fighter", "yellow", {"hat": "fire helmet", "hat_color": "red", "top": "coat",
         "weave": "plain", "second_color": "white", "bottom": "trousers", "bottom_color": "black",
         "shoe_color": "black"}),
    Role("king|emperor", "purple", {"hat": "crown", "top": "robe", "extra": "cape", "second_color": "red",
         "weave": "plain", "lashes": False, "beard": "short", "bottom_color": "white", "shoe_color": "brown"}),
    Role("queen|empress", "purple", {"hat": "crown", "top": "dress", "extra": "cape", "second_color": "white",
         "weave": "plain", "lashes": True, "shoe_color": "white"}),
    Role("prince", "blue", {"hat": "crown", "top": "sweater", "extra": "cape", "second_color": "red",
         "weave": "plain", "lashes": False, "beard": "none", "bottom": "trousers", "bottom_color": "white"}),
    Role("princess", "pink", {"hat": "crown", "top": "dress", "weave": "plain", "lashes": True}),
    Role("pirate", "red", {"hat": "tricorn", "hat_color": "black", "extra": "eyepatch", "weave": "stripes",
         "second_color": "white", "top": "sweater", "bottom": "trousers", "bottom_color": "black", "glasses": "none"}),
    Role("astronaut|spaceman|cosmonaut", "white", {"hat": "space helmet", "hat_color": "white", "top": "space suit",
         "weave": "plain", "second_color": "orange", "shoe_color": "grey"}),
    Role("knight", "silver", {"hat": "knight helmet", "top": "armour", "weave": "plain", "second_color": "red",
         "glasses": "none"}),
    Role("wizard|magician|sorcerer", "purple", {"age": "old", "hat": "wizard hat", "hat_color": "purple", "top": "robe",
         "weave": "plain", "second_color": "yellow", "beard": "long", "hair": "long", "hair_color": "white",
         "lashes": False, "bottom_color": "purple", "shoe_color": "brown"}),
    Role("witch", "black", {"hat": "wizard hat", "hat_color": "black", "top": "robe", "weave": "plain", "hair": "long",
         "second_color": "purple", "lashes": True, "bottom_color": "black", "shoe_color": "black"}),
    Role("farmer|gardener", "red", {"hat": "straw hat", "hat_color": "straw", "top": "sweater", "weave": "checks",
         "extra": "dungarees", "second_color": "white", "bottom": "trousers", "bottom_color": "denim blue",
         "shoe_color": "brown"}),
    Role("teacher|professor|librarian", "green", {"glasses": "glasses", "top": "sweater", "weave": "plain",
         "extra": "tie", "second_color": "red", "bottom": "trousers", "bottom_color": "brown", "hat": "none"}),
    Role("sailor", "white", {"weave": "stripes", "second_color": "navy", "top": "sweater", "hat": "beanie",
         "hat_color": "navy", "bottom": "trousers", "bottom_color": "navy"}),
)  # fmt: skip
"""Each a dress of the same figurine; adults unless the words say otherwise."""


@dataclass(frozen=True)
class Noun:
    """What a word for people says: looks, the shade worn on top, whether it means many."""

    looks: dict[str, Any]
    color: str | None = None
    many: bool = False


def nouns() -> dict[tuple[str, ...], Noun]:
    """Every word for people, singular and plural, as lower-case words."""
    out: dict[tuple[str, ...], Noun] = {}
    listed = [(words, looks, None) for words, looks in _PLAIN.items()]
    listed += [(role.words, {"age": "adult", **role.looks}, role.color) for role in ROLES]
    for words, looks, color in listed:
        for word in words.split("|"):
            out[tuple(word.split())] = Noun(looks, color)
            for many in {plural(word), _plural(word)}:
                out.setdefault(tuple(many.split()), Noun(looks, color, True))
    return out


def _plural(word: str) -> str:
    head, _, last = word.rpartition(" ")
    many = {"child": "children", "person": "persons", "schoolchild": "schoolchildren"}.get(last, plural(last))
    return f"{head} {many}".strip()
