"""What surfaces are made of: one table of materials, the patterns drawn on them, and the row the renderer reads."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.plan.lexicon import COLORS
from cavendish.world.shapes.base import Slot, Vec3

F32 = npt.NDArray[np.float32]

PATTERNS = ("", "stripes", "checks", "spots", "planks", "bricks", "seams", "segments", "windows", "books", "bands",
            "leaves")  # fmt: skip
SLOT_WIDTH = 24
# Columns of a slot row.
BASE, ROUGH, METAL, TRANS, SUBSURFACE, SHEEN, COAT, EMISSION = 0, 3, 4, 5, 6, 7, 8, 9
PATTERN, SECOND, SCALE, GRAIN, FREQUENCY, STRETCH, BUMP, LETTERS = 12, 13, 16, 17, 18, 19, 20, 21


@dataclass(frozen=True)
class Material:
    """How a surface answers light: all 0..1; `grain` is the albedo's swing, `frequency` its cycles a stage unit."""

    rough: float
    metal: float = 0.0
    trans: float = 0.0
    subsurface: float = 0.0
    sheen: float = 0.0
    coat: float = 0.0
    grain: float = 0.0
    frequency: float = 8.0
    stretch: float = 1.0
    bump: float = 0.0
    lift: float = 0.0


MATERIALS: dict[str, Material] = {
    "plastic": Material(0.32, coat=0.25),
    "ceramic": Material(0.26, coat=0.85, grain=0.02),
    "metal": Material(0.22, metal=1.0, grain=0.02, frequency=20),
    "glass": Material(0.06, trans=0.86, coat=0.4),
    "wood": Material(0.52, coat=0.12, grain=0.30, frequency=5, stretch=7, bump=0.10),
    "fabric": Material(0.88, sheen=0.5, grain=0.12, frequency=42, bump=0.30),
    "leather": Material(0.46, coat=0.22, grain=0.12, frequency=34, bump=0.20),
    "matte": Material(0.72, grain=0.02),
    "paper": Material(0.85, grain=0.02, frequency=30),
    "rubber": Material(0.66, grain=0.03),
    "fur": Material(0.92, sheen=0.6, subsurface=0.15, grain=0.22, frequency=22, stretch=1.6, bump=0.55),
    "skin": Material(0.52, subsurface=0.55, grain=0.02),
    "fruit": Material(0.36, subsurface=0.35, coat=0.25, grain=0.08, frequency=9),
    "leaf": Material(0.55, subsurface=0.35, grain=0.12, frequency=12),
    "wax": Material(0.42, subsurface=0.7),
    "icing": Material(0.38, subsurface=0.4, coat=0.2),
    "stone": Material(0.80, grain=0.18, frequency=14, bump=0.2),
    "foliage": Material(0.72, subsurface=0.25, grain=0.34, frequency=8, bump=0.55),
    "bark": Material(0.88, grain=0.34, frequency=7, stretch=5, bump=0.45),
    "cliff": Material(0.90, grain=0.22, frequency=2.4, bump=0.40),
    "plaster": Material(0.85, grain=0.07, frequency=5, bump=0.04),
    "snow": Material(0.62, subsurface=0.2, grain=0.05, frequency=4, bump=0.12),
}


def linear(color: str | Vec3, main: Vec3) -> Vec3:
    """The linear RGB of a colour name, a triple, or "main"."""
    if color == "main":
        return main
    return COLORS[color] if isinstance(color, str) else color  # pyright: ignore[reportArgumentType] -- names are checked by tests


def slot_row(slot: Slot, color: Vec3, material: str) -> F32:
    """The renderer's row for a slot of a thing whose plan colour is `color` (linear) and plan material `material`."""
    row = np.zeros(SLOT_WIDTH, np.float32)
    base = np.array(linear(slot.color, color), np.float32) * slot.shade
    m = MATERIALS[material if slot.material == "main" else slot.material]
    if m.metal > 0.5:
        base = base * 0.75 + 0.12 * base.max() + 0.03
    if m.trans > 0.5:
        base = np.minimum(base * 0.6 + 0.4, 1.0)
    row[BASE : BASE + 3] = np.clip(base, 0.004, 0.95)
    row[ROUGH : COAT + 1] = (m.rough, m.metal, m.trans, m.subsurface, m.sheen, m.coat)
    row[EMISSION : EMISSION + 3] = base * slot.emission
    row[PATTERN] = PATTERNS.index(slot.pattern)
    row[SECOND : SECOND + 3] = np.clip(np.array(linear(slot.second, color), np.float32), 0.004, 0.95)
    row[SCALE : LETTERS + 1] = (slot.scale, m.grain, m.frequency, m.stretch, m.bump, -1.0)
    return row
