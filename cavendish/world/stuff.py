"""A thing's slots when the plan says what it is made of and patterned with: carved whole, or in its main parts."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cavendish.plan.lexicon import Decor
from cavendish.plan.schema import Thing
from cavendish.plan.shades import albedo
from cavendish.world import materials
from cavendish.world.shapes.base import Slot, Vec3

F32 = npt.NDArray[np.float32]
_CARVED = frozenset(("marble", "granite", "jade", "stone", "clay", "gold", "copper", "brushed metal", "metal", "wood",
                     "brick", "cobble", "wax", "paper"))  # fmt: skip
"""Stuffs that what lives, grows or is worn is made of whole, as statues are."""
_PAINTED = frozenset(("metal", "brushed metal"))
"""Stuffs of which vehicles and toys have windows and wheels still."""
_WHOLE = frozenset(("animal", "person", "plant", "food", "clothing", "vehicle", "toy"))
_FLEECY = frozenset(("sheep", "llama", "alpaca"))
_DRAWN: dict[Decor, str] = {"striped": "bars", "spotted": "dots", "checkered": "checks", "floral": "flowers",
                            "sparkling": "sparkles"}  # fmt: skip
_LUMINANCE = np.array((0.2126, 0.7152, 0.0722))


def rows(thing: Thing, slots: Sequence[Slot], color: Vec3, material: str) -> list[F32]:
    """The renderer's rows (29) of a thing's slots, in their order."""
    if material == "glass" and thing.finish in ("matte", "satin", "worn"):
        material = "matte"  # dull glass is painted over
    carved = _CARVED - _PAINTED if thing.nature.group in ("vehicle", "toy") else _CARVED
    whole = material in carved and material != thing.nature.material and thing.nature.group in _WHOLE
    if material == "fabric" == thing.nature.material and thing.nature.group in ("animal", "toy"):
        material = "plush"
        slots = [replace(slot, material="wool") if _fleece(thing, slot) else slot for slot in slots]
    kept = set((thing.colors or {}).values())
    made = [_carved(slot, color, material) if whole and not kept else slot for slot in slots]
    out = [materials.slot_row(slot, color, material) for slot in made]
    wide, high, deep = thing.nature.size
    size = max(wide, high, deep) * (thing.size or 1.0)
    axis = int(np.argmax((wide, high * 1.8, deep)))
    for slot, row in zip(made, out, strict=True):
        row[materials.AXIS] = axis
        if thing.finish is not None and not slot.emission:
            materials.finished(row, thing.finish)
        if thing.pattern is not None and slot.color == "main" and not slot.pattern and not slot.emission:
            materials.patterned(row, _DRAWN[thing.pattern], _second(thing, color), size)
    return out


def _carved(slot: Slot, color: Vec3, material: str) -> Slot:
    """The slot in the stuff of the whole, a little darker where it was dark; what glows stays."""
    if slot.emission:
        return slot
    own = np.array(materials.linear(slot.color, color)) * slot.shade
    tone = 0.72 + 0.40 * min(float(own @ _LUMINANCE) / max(float(np.array(color) @ _LUMINANCE), 0.02), 0.7)
    return replace(slot, color="main", material=material, pattern="", shade=min(tone, 1.0))


def _fleece(thing: Thing, slot: Slot) -> bool:
    """Whether a slot of a thing in plush is wool rather."""
    return thing.kind in _FLEECY and slot.color == slot.material == "main"


def _second(thing: Thing, color: Vec3) -> Vec3:
    """A pattern's colour: as said, else white on what is dark or vivid, and a deep tone of its own on what is pale."""
    if thing.accent is not None:
        return albedo(thing.accent)
    light = float(np.array(color) @ _LUMINANCE)
    if light < 0.5:
        return (0.86, 0.83, 0.77)
    return (0.045, 0.13, 0.36) if thing.pattern != "floral" else (0.60, 0.10, 0.16)
