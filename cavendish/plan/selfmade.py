"""What a thing built from parts is to the planner: a kind of its own, as large and as steady as its parts make it."""

import math
from functools import cache, lru_cache

from cavendish.plan import shades
from cavendish.plan.kinds import KINDS
from cavendish.plan.kinds.base import ANY, FACE, LONG, TURN, Kind
from cavendish.plan.nearby import near_phrases
from cavendish.plan.parts import Part
from cavendish.plan.solids import room

SPAN = 1.2
"""Longest side in stage units where none is said."""
NAME = r"^[a-z][a-z0-9 -]{0,39}$"
"""How a thing that the library lacks may be called."""
_BUILDING = 1.9  # stage units: what is longer stands out of doors
_COLORS = ("red", "blue", "yellow", "orange", "white", "green", "pink", "purple")
_ROUND = ("ellipsoid", "sphere", "cylinder", "capsule", "cone", "torus")


@lru_cache(maxsize=256)
def kind_of(name: str, parts: tuple[Part, ...], span: float | None) -> Kind:
    """The kind that those parts are, `span` stage units along its longest side; ValueError where they are no thing."""
    box = room(parts)
    scale = (span or SPAN) / max(box.sides)
    wide, high, deep = (side * scale for side in box.sides)
    akin = KINDS.get(like(name) or "")
    plain = any(part.color is None and not part.subtract for part in parts)
    return Kind(
        name,
        (name,),
        akin.group if akin else "building" if max(wide, high, deep) >= _BUILDING else "object",
        (round(wide, 4), round(high, 4), round(deep, 4)),
        _main_color(parts),
        "plastic",
        _turned(parts, wide, deep),
        letters=any(part.letters for part in parts),
        top=None if box.top is None else (box.top - box.low[1]) / box.sides[1],
        colors=_COLORS if plain else (),
        places=akin.places if akin else (),
    )


def like(name: str) -> str | None:
    """The kind in the library that is called so, or is the nearest to what is; None when nothing is."""
    words = name.split()
    return next((found for i in range(len(words)) if (found := _nouns().get(" ".join(words[i:])))), None)


def named(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The names of the parts that have one, in order."""
    return tuple(dict.fromkeys(part.name for part in parts if part.name))


@cache
def _nouns() -> dict[str, str]:
    near = {
        " ".join(words): kind for words, (token, kind) in near_phrases().items() if token.startswith("kind")
    }
    return {**near, **{word: kind.name for kind in KINDS.values() for word in kind.words}}


def _main_color(parts: tuple[Part, ...]) -> str:
    """Of the ten colours, the one that most of it has."""
    share: dict[str, float] = {}
    for part in parts:
        if part.color is not None and not part.subtract:
            color = shades.class_of(part.color)
            share[color] = share.get(color, 0.0) + _volume(part)
    return max(share, key=lambda color: share[color]) if share else "white"


def _volume(part: Part) -> float:
    return 0.0 if part.subtract else math.prod(part.size) * part.copies


def _turned(parts: tuple[Part, ...], wide: float, deep: float) -> tuple[float, float]:
    """How far a photographer may turn it: any way what is round about its middle, little what is flat."""
    level = all(part.shape in _ROUND and not any(part.rotation) and not part.mirror for part in parts)
    if level and all(abs(part.center[0]) + abs(part.center[2]) < 1e-6 for part in parts):
        return ANY
    return FACE if deep < 0.4 * wide else LONG if deep > 1.7 * wide else TURN
