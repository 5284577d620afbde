"""Things that nobody has a name for: random bodies with tops, sides, legs and rings, as plans build them from parts."""

from typing import TypeVar

import numpy as np
from pydantic import ValidationError

from cavendish.errors import CavendishError
from cavendish.plan.crafting import FOLDER, crafted
from cavendish.plan.lexicon import COLORS
from cavendish.plan.parts import STUFFS, Part, Pattern, Primitive, Repeat
from cavendish.plan.schema import Thing

T = TypeVar("T")
Vec = tuple[float, float, float]
CRAFTED = 0.3
"""Share of the invented that are of those that plans know how to build."""
_BODIES: tuple[Primitive, ...] = ("ellipsoid", "box", "cylinder", "cone", "capsule", "sphere")
_SIDES: tuple[Primitive, ...] = ("capsule", "ellipsoid", "cone", "box")
_PATTERNS: tuple[Pattern | None, ...] = (None, None, None, None, "stripes", "checks", "spots")
_TRIES = 8


def invented(rng: np.random.Generator, number: int) -> Thing | None:
    """A thing with parts, different for every state of `rng`; None where chance made none that holds together."""
    name = f"thing-{number}"
    if rng.random() < CRAFTED:
        known = sorted(file.stem for file in FOLDER.glob("*.json"))
        return crafted(_pick(rng, tuple(known)).replace("-", " ")).model_copy(update={"id": name})
    for _ in range(_TRIES):
        try:
            return Thing(id=name, kind="thing", parts=_parts(rng), span=float(rng.uniform(0.6, 1.6)))
        except (ValidationError, CavendishError):
            continue
    return None


def _parts(rng: np.random.Generator) -> tuple[Part, ...]:
    """A body, and round it what chance adds; every addition starts inside what it is fixed to."""
    wide, tall = float(rng.uniform(0.7, 1.3)), float(rng.uniform(0.5, 1.5))
    looks = [_look(rng) for _ in range(3)]
    shape: Primitive = _pick(rng, _BODIES)
    parts = [_part(shape, (0, tall / 2, 0), (wide, tall, wide if shape != "box" else wide * 0.8), looks[0])]
    if rng.random() < 0.6:
        high = float(rng.uniform(0.25, 0.7))
        across = wide * float(rng.uniform(0.35, 0.9))
        blend = 0.12 if rng.random() < 0.5 else 0.0
        parts.append(
            _part(_pick(rng, _BODIES), (0, tall + high * 0.3, 0), (across, high, across), looks[1], blend)
        )
    if rng.random() < 0.5:
        reach = float(rng.uniform(0.3, 0.6))
        at, lean = (wide * 0.45, tall * rng.uniform(0.35, 0.7), 0.0), float(rng.uniform(-80, 80))
        thick = (reach * 0.45, reach, reach * 0.45)
        side = _part(_pick(rng, _SIDES), at, thick, looks[2], 0.05, (0, 0, lean))
        parts.append(side.model_copy(update={"mirror": True}))
    if rng.random() < 0.4:
        count, knob = int(rng.integers(4, 9)), 0.22 * wide
        ring = _part(
            _pick(rng, ("sphere", "box", "cone")), (0, tall * 0.55, wide * 0.42), (knob, knob, knob), looks[1]
        )
        parts.append(ring.model_copy(update={"repeat": Repeat(count=count, around="y")}))
    if rng.random() < 0.4:
        leg = _part("capsule", (wide * 0.25, -0.1, wide * 0.25), (0.2, 0.6, 0.2), looks[2])
        parts.append(leg.model_copy(update={"repeat": Repeat(count=int(rng.integers(3, 5)), around="y")}))
    if rng.random() < 0.25:
        parts.append(_part("torus", (0, tall * 0.5, 0), (wide * 1.15, 0.16, wide * 1.15), looks[2]))
    return tuple(parts)


def _look(rng: np.random.Generator) -> dict[str, str | None]:
    pattern = _pick(rng, _PATTERNS)
    accent = _pick(rng, tuple(COLORS)) if pattern else None
    return {
        "color": _pick(rng, tuple(COLORS)),
        "material": _pick(rng, STUFFS),
        "pattern": pattern,
        "accent": accent,
    }


def _part(shape: Primitive, center: Vec, size: Vec, look: dict[str, str | None], blend: float = 0.0,
          rotation: Vec = (0.0, 0.0, 0.0)) -> Part:  # fmt: skip
    return Part.model_validate(
        {"shape": shape, "center": center, "size": size, "blend": blend, "rotation": rotation, **look}
    )


def _pick(rng: np.random.Generator, options: tuple[T, ...]) -> T:
    return options[int(rng.integers(len(options)))]
