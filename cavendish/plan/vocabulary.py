"""The tokens the backbone reads and writes: bytes, marks, plan words, and the few words that join them."""

from collections.abc import Iterable
from pathlib import Path

from cavendish.plan.lexicon import (
    ASPECTS,
    COLORS,
    FRAMINGS,
    KINDS,
    LOOKS,
    MATERIALS,
    PLACES,
    POSES,
    PREDICATES,
    QUALITIES,
    TIMES,
    VIEWS,
)

SIZE = 2048
"""Rows of the backbone's table: ids beyond those named are kept for words to come."""

MAX_GROUPS = 12
MAX_TEXTS = 6
MAX_WORDS = 24
MAX_COUNT = 12

SIZES: dict[str, float] = {"tiny": 0.55, "small": 0.75, "large": 1.3, "huge": 1.7}
KEYS: dict[str, tuple[float, float | None]] = {
    "left": (-55.0, None),
    "right": (55.0, None),
    "behind": (145.0, None),
    "front": (12.0, None),
    "above": (30.0, 72.0),
}
"""Where the key light is said to be: azimuth, and elevation where it is said."""
FOCALS: tuple[int, ...] = (
    14, 18, 20, 24, 28, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 100, 105, 120, 135, 150,
    180, 200, 300,
)  # fmt: skip
FNUMBERS: tuple[float, ...] = (
    1.2,
    1.4,
    1.8,
    2.0,
    2.2,
    2.8,
    3.5,
    4.0,
    4.5,
    5.6,
    6.3,
    7.1,
    8.0,
    11.0,
    16.0,
    22.0,
)

JOINTS: tuple[str, ...] = (
    "a", "and", "or", "with", "without", "no", "in", "on", "at", "to", "from", "by", "for", "it", "is",
    "that", "says", "light", "background", "between", "each", "both", "other", "some", "side left",
    "side right",
    "from behind", "from above", "from side", "from below", "orange", "glass", "made of", "colored", "middle",
    "black and white", "studio", "as", "but", "then", "same", "many",
)  # fmt: skip
"""Words that carry structure, and those whose meaning depends on what stands beside them."""


WORDS = Path(__file__).parent / "words.txt"


def said() -> tuple[str, ...]:
    """The name of every word that plans can be written in, from the lexicon as it is."""
    names = [f"byte:{i}" for i in range(256)]
    names += ["pad", "prompt", "plan", "end", "avoid", "word"]
    names += [f"text:{i}" for i in range(MAX_TEXTS)]
    names += [f"word:{i}" for i in range(MAX_WORDS)]
    names += [f"ref:{i}" for i in range(MAX_GROUPS)]
    names += [f"n:{i}" for i in range(1, MAX_COUNT + 1)]
    fields = {
        "color": COLORS, "material": MATERIALS, "size": SIZES, "pose": POSES, "kind": KINDS, "kinds": KINDS,
        "rel": PREDICATES, "place": PLACES, "time": TIMES, "quality": QUALITIES, "key": KEYS, "view": VIEWS,
        "framing": FRAMINGS, "mm": FOCALS, "f": FNUMBERS, "look": LOOKS, "aspect": ASPECTS, "say": JOINTS,
    }  # fmt: skip
    return (*names, *(f"{field}:{value}" for field, values in fields.items() for value in values))


def kept() -> tuple[str, ...]:
    """Every name that ever had an id, in the order of the ids: words.txt, to which lines are only ever added."""
    known = tuple(WORDS.read_text("utf-8").split("\n")[:-1])
    return (*known, *(name for name in said() if name not in frozenset(known)))


VOCAB: tuple[str, ...] = kept()
"""The name of every id in use: "byte:65", "kind:cup", "kinds:cup" (its plural), "say:with", …"""
ID: dict[str, int] = {name: i for i, name in enumerate(VOCAB)}
PAD, PROMPT, PLAN, END = (ID[name] for name in ("pad", "prompt", "plan", "end"))


_STONES = ("marble", "granite", "jade", "stone", "brick", "cobble", "clay", "wax")
_HEARD_AS = {
    "material:leather": "material:fabric", "material:rubber": "material:plastic", "material:fur": "material:fabric",
    **{f"material:{name}": "material:ceramic" for name in _STONES},
    "material:gold": "material:metal", "material:copper": "material:metal", "material:brushed metal": "material:metal",
    "material:paper": "material:fabric", "material:matte": "material:plastic", "material:hair": "material:fabric",
    "time:dawn": "time:golden hour", "time:morning": "time:golden hour", "time:sunset": "time:golden hour",
    "time:blue hour": "time:night",
    "rel:in": "rel:on", "rel:under": "rel:below", "rel:around": "rel:beside",
    "look:clay": "look:natural", "look:low poly": "look:natural", "look:figurine": "look:natural",
    "aspect:1:4": "aspect:9:16", "aspect:1:8": "aspect:9:16", "aspect:2:3": "aspect:9:16", "aspect:3:4": "aspect:1:1",
    "aspect:4:5": "aspect:1:1", "aspect:5:4": "aspect:1:1", "aspect:4:3": "aspect:1:1", "aspect:3:2": "aspect:16:9",
    "aspect:21:9": "aspect:16:9", "aspect:4:1": "aspect:16:9", "aspect:8:1": "aspect:16:9",
}  # fmt: skip
HEARD_AS: dict[int, int] = {ID[name]: ID[known] for name, known in _HEARD_AS.items()}
"""Words that the backbone has not learned, with the one it hears in their stead; the grammar alone decides on them."""


def as_heard(ids: Iterable[int]) -> list[int]:
    """The ids as the backbone hears them: each that it has not learned as the nearest that it has."""
    return [HEARD_AS.get(token, token) for token in ids]


def field_of(token: int) -> tuple[str, str]:
    """The token's field and value: ("kind", "cup"), ("end", "")."""
    field, _, value = VOCAB[token].partition(":")
    return field, value


if len(VOCAB) > SIZE:
    raise AssertionError(f"the vocabulary holds {len(VOCAB)} of {SIZE}")
