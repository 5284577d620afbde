"""What surfaces are made of: one table of materials, the patterns drawn on them, and the row the renderer reads."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cavendish.plan.lexicon import COLORS, Finish
from cavendish.world.shapes.base import Slot, Vec3

F32 = npt.NDArray[np.float32]

PATTERNS = ("", "stripes", "checks", "spots", "planks", "bricks", "seams", "segments", "windows", "books", "bands",
            "leaves", "bars", "dots", "flowers", "sparkles")  # fmt: skip
TEXTURES = ("", "wood", "marble", "granite", "jade", "stone", "brick", "cobble", "weave", "leather", "hair", "brushed",
            "paper", "tooth", "pile", "fur", "wool")  # fmt: skip
"""What stuffs look like from near (see textures.py, which knows them by their numbers)."""
SLOT_WIDTH = 29
# Columns of a slot row.
BASE, ROUGH, METAL, TRANS, SUBSURFACE, SHEEN, COAT, EMISSION = 0, 3, 4, 5, 6, 7, 8, 9
PATTERN, SECOND, SCALE, GRAIN, FREQUENCY, STRETCH, BUMP, LETTERS = 12, 13, 16, 17, 18, 19, 20, 21
TEXTURE, AXIS, VEIN, RELIEF = 22, 23, 24, 27


@dataclass(frozen=True)
class Material:
    """How a surface answers light: all 0..1; `grain` is the albedo's swing, `frequency` its cycles a stage unit.

    `texture` is what it looks like from near, `relief` how strongly that tilts the surface.
    """

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
    texture: str = ""
    relief: float = 1.0


MATERIALS: dict[str, Material] = {
    "plastic": Material(0.32, coat=0.25),
    "ceramic": Material(0.26, coat=0.85, grain=0.02),
    "metal": Material(0.20, metal=1.0, coat=0.5, grain=0.02, frequency=20),
    "glass": Material(0.06, trans=0.86, coat=0.4),
    "wood": Material(0.52, coat=0.12, grain=0.06, frequency=5, stretch=7, texture="wood"),
    "fabric": Material(0.88, sheen=0.5, grain=0.08, frequency=42, bump=0.07, texture="weave", relief=0.5),
    "plush": Material(0.90, sheen=0.6, subsurface=0.2, grain=0.03, frequency=5, texture="pile"),
    "leather": Material(0.46, coat=0.22, grain=0.05, frequency=34, bump=0.06, texture="leather"),
    "matte": Material(0.72, grain=0.02, texture="tooth"),
    "paper": Material(0.85, grain=0.02, frequency=30, texture="paper", relief=0.6),
    "rubber": Material(0.66, grain=0.03, texture="tooth"),
    "fur": Material(0.92, sheen=0.6, subsurface=0.2, grain=0.05, frequency=5, texture="fur"),
    "wool": Material(0.92, sheen=0.6, subsurface=0.2, grain=0.04, frequency=13, bump=0.26, texture="wool"),
    "skin": Material(0.52, subsurface=0.55, grain=0.02),
    "fruit": Material(0.36, subsurface=0.35, coat=0.25, grain=0.08, frequency=9),
    "peel": Material(0.38, subsurface=0.35, coat=0.25, grain=0.05, frequency=34, bump=0.075),
    "leaf": Material(0.55, subsurface=0.35, grain=0.12, frequency=12),
    "wax": Material(0.42, subsurface=0.7, texture="tooth", relief=0.5),
    "icing": Material(0.38, subsurface=0.4, coat=0.2),
    "stone": Material(0.82, texture="stone"),
    "foliage": Material(0.72, subsurface=0.25, grain=0.34, frequency=8, bump=0.55),
    "bark": Material(0.88, grain=0.34, frequency=7, stretch=5, bump=0.45),
    "cliff": Material(0.90, grain=0.22, frequency=2.4, bump=0.40),
    "plaster": Material(0.85, grain=0.07, frequency=5, bump=0.04),
    "snow": Material(0.62, subsurface=0.2, grain=0.05, frequency=4, bump=0.12),
    "marble": Material(0.22, coat=0.55, subsurface=0.12, texture="marble"),
    "granite": Material(0.34, coat=0.42, texture="granite"),
    "jade": Material(0.28, coat=0.5, subsurface=0.6, texture="jade"),
    "brick": Material(0.86, texture="brick"),
    "cobble": Material(0.70, texture="cobble"),
    "gold": Material(0.18, metal=1.0, coat=0.5, grain=0.02, frequency=20),
    "copper": Material(0.20, metal=1.0, coat=0.5, grain=0.03, frequency=12),
    "brushed metal": Material(0.43, metal=1.0, texture="brushed"),
    "clay": Material(0.88, grain=0.05, frequency=9, bump=0.05, texture="tooth"),
    "hair": Material(0.55, sheen=0.35, texture="hair"),
}  # fmt: skip
_LUMINANCE = np.array((0.2126, 0.7152, 0.0722), np.float32)
_SHARES = {"marble": 0.20, "granite": 0.17, "jade": 0.24, "stone": 0.23, "brick": 0.26, "cobble": 0.31}
"""How much of each texture its second colour covers: a stuff's first colour makes up for it."""
_FIXED: dict[str, Vec3] = {"brick": (0.52, 0.48, 0.42), "cobble": (0.075, 0.068, 0.060)}


def _vein(texture: str, base: F32) -> F32:
    """The second colour of a texture over its first."""
    if texture in _FIXED:
        vein = np.array(_FIXED[texture]) * 0.7 + base * 0.3
    elif texture == "jade":
        vein = base * 0.6 + np.array((0.22, 0.33, 0.26)) * float(base.max()) ** 0.5
    elif texture == "stone":
        vein = base * np.array((0.66, 0.62, 0.56))
    elif float(base.mean()) > 0.06:
        vein = base * (0.10 if texture == "granite" else 0.34)
    else:
        vein = base * 0.5 + 0.34
    return vein.astype(np.float32)


def _shining(base: F32, metal: float) -> tuple[float, F32]:
    """A metal's share of mirror and its colour there: bright, and paler where it is golden, as true gold is.

    Coloured metal mirrors grey surroundings as mud, so some of it shines itself.
    """
    most, least = max(float(base.max()), 1e-3), float(base.min())
    golden = float(np.clip((base[1] - base[2]) / (0.55 * most), 0, 1)) * float(base[0] >= most)
    share = (base / most) ** (1 - 0.22 * golden)
    warm = np.array((1.0, 1 - 0.15 * golden, 1.0))
    return metal - (0.17 + 0.12 * golden) * (1 - least / most), (
        most ** (0.4 - 0.25 * golden) * (0.93 * share + 0.04) * warm
    ).astype(np.float32)


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
    metal = m.metal
    if metal > 0.5:
        metal, base = _shining(base, metal)
    if m.texture in ("pile", "fur", "wool"):  # fibres shine white beside their own colour, whatever the light
        base = base * 0.86 + 0.14 * float(base @ _LUMINANCE)
    if m.trans > 0.5:
        base = np.minimum(base * 0.6 + 0.4, 1.0)
    row[BASE : BASE + 3] = np.clip(base, 0.004, 0.95)
    row[ROUGH : COAT + 1] = (m.rough, metal, m.trans, m.subsurface, m.sheen, m.coat)
    row[EMISSION : EMISSION + 3] = base * slot.emission
    row[PATTERN] = PATTERNS.index(slot.pattern)
    row[SECOND : SECOND + 3] = np.clip(np.array(linear(slot.second, color), np.float32), 0.004, 0.95)
    row[SCALE : LETTERS + 1] = (slot.scale, m.grain, m.frequency, m.stretch, m.bump, -1.0)
    row[TEXTURE], row[AXIS], row[RELIEF] = TEXTURES.index(m.texture), 1, m.relief
    share = _SHARES.get(m.texture, 0.0)
    if share:
        row[VEIN : VEIN + 3] = vein = np.clip(_vein(m.texture, base), 0.004, 0.95)
        row[BASE : BASE + 3] = np.clip((base - share * vein) / (1 - share), 0.004, 0.95)
    return row


def finished(row: F32, finish: Finish) -> None:
    """Makes a slot's row as smooth, as shiny and as clear as a finish is."""
    if finish in ("matte", "worn"):
        row[ROUGH], row[COAT] = max(float(row[ROUGH]), 0.72 if row[METAL] < 0.5 else 0.5), 0.0
        row[GRAIN] = max(float(row[GRAIN]), 0.22) if finish == "worn" else row[GRAIN]
    elif finish == "satin":
        row[ROUGH], row[COAT] = 0.44, min(float(row[COAT]), 0.2)
    elif finish == "glossy":
        row[ROUGH], row[COAT] = min(float(row[ROUGH]), 0.12), max(float(row[COAT]), 0.8)
    else:
        row[ROUGH], row[TRANS], row[COAT] = max(float(row[ROUGH]), 0.5), min(float(row[TRANS]), 0.5), 0.0


def patterned(row: F32, pattern: str, second: Vec3, size: float) -> None:
    """Draws a pattern in a second colour on a slot's row, as large as suits a thing whose longest side is `size`."""
    row[PATTERN] = PATTERNS.index(pattern)
    row[SECOND : SECOND + 3] = np.clip(np.array(second, np.float32), 0.004, 0.95)
    row[SCALE] = _PATTERN_SIZES[pattern] * size


_PATTERN_SIZES = {"bars": 0.155, "dots": 0.165, "flowers": 0.21, "checks": 0.20, "sparkles": 0.018}
"""The cell of each pattern that a plan can ask for, as a share of the thing's longest side."""
