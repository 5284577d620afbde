"""What the figurine's parts are made of: skins, hair and cloth as linear RGB."""

from cavendish.plan import shades
from cavendish.plan.lexicon import COLORS
from cavendish.plan.person import Person
from cavendish.world.shapes.base import Slot, Vec3
from cavendish.world.shapes.parts import GLINT

SKINS: dict[str, Vec3] = {
    "porcelain": (0.82, 0.56, 0.44),
    "fair": (0.76, 0.45, 0.31),
    "peach": (0.68, 0.36, 0.22),
    "olive": (0.56, 0.31, 0.165),
    "tan": (0.44, 0.215, 0.105),
    "brown": (0.29, 0.128, 0.060),
    "umber": (0.165, 0.068, 0.034),
    "ebony": (0.082, 0.034, 0.020),
}
HAIRS: dict[str, Vec3] = {
    "black": (0.014, 0.011, 0.011),
    "brown": (0.085, 0.034, 0.014),
    "blond": (0.72, 0.42, 0.105),
    "red": (0.44, 0.090, 0.014),
    "grey": (0.30, 0.30, 0.31),
    "white": (0.80, 0.78, 0.75),
}
# Steel is glazed grey: a mirror would be lost among what it mirrors.
_GOLD, _STEEL = (0.83, 0.53, 0.13), (0.44, 0.46, 0.50)


def cloth(name: str | None) -> Vec3:
    """The linear RGB of a cloth's colour, any shade there is a name for."""
    found = name or "white"
    return COLORS[found] if found in COLORS else shades.albedo(found)


def hair_color(name: str) -> Vec3:
    """The linear RGB of hair, natural or dyed."""
    return HAIRS[name] if name in HAIRS else cloth(name)


def slots(person: Person) -> dict[str, Slot]:
    """Every part's material: the first is what the plan's colour paints."""
    skin, hair = SKINS[person.skin or "peach"], hair_color(person.hair_color or "brown")
    second = cloth(person.second_color)
    armour, suit = person.top == "armour", person.top == "space suit"
    weave = "" if person.weave in (None, "plain") else person.weave
    top = Slot("main", "ceramic" if armour else "main", weave, second, 0.11)
    shoe = _STEEL if armour else cloth(person.shoe_color)
    return {
        "top": top,
        "collar": Slot("main", "ceramic" if armour else "main", shade=0.82),
        "bottom": Slot(cloth(person.bottom_color), "matte"),
        "shoe": Slot(shoe, "ceramic" if armour else "rubber"),
        "skin": Slot(skin, "skin"),
        "blush": Slot(_blush(skin), "skin"),
        "mouth": Slot(_lips(skin), "matte"),
        "tongue": Slot((0.62, 0.11, 0.10), "skin"),
        "teeth": Slot((0.86, 0.84, 0.79), "ceramic"),
        "hair": Slot(hair, "fur" if person.hair == "curly" else "plastic"),
        "brow": Slot(_brow(hair, skin), "matte"),
        "eye": Slot((0.010, 0.008, 0.008), "rubber"),
        "white": Slot((0.80, 0.78, 0.74), "plastic"),
        "glint": GLINT,
        "frame": Slot((0.020, 0.014, 0.013), "plastic"),
        "hat": Slot(cloth(person.hat_color), "plastic" if suit or person.hat == "fire helmet" else "matte"),
        "band": Slot(second, "matte"),
        "second": Slot(second, "matte"),
        "tie": Slot(second, "plastic"),
        "button": Slot("white" if person.second_color != "white" else (0.80, 0.50, 0.10), "plastic"),
        "glove": Slot(_STEEL if armour else second, "ceramic" if armour else "matte"),
        "gold": Slot(_GOLD, "metal"),
        "gem": Slot((0.62, 0.012, 0.022), "ceramic"),
        "metal": Slot(_STEEL, "ceramic"),
        "dark": Slot((0.014, 0.014, 0.016), "plastic"),
        "prop": Slot((0.58, 0.030, 0.024) if person.second_color != "red" else (0.03, 0.12, 0.45), "plastic"),
        "page": Slot((0.84, 0.80, 0.70), "paper"),
    }


def _blush(skin: Vec3) -> Vec3:
    r, g, b = skin
    return (min(r * 1.08 + 0.04, 0.85), g * 0.62, b * 0.66)


def _lips(skin: Vec3) -> Vec3:
    return (0.24, 0.026, 0.024) if sum(skin) > 0.6 else (0.46, 0.075, 0.065)


def _brow(hair: Vec3, skin: Vec3) -> Vec3:
    """The hair's colour, darker where it would be lost on the skin."""
    near = max(abs(h - s) for h, s in zip(hair, skin, strict=True)) < 0.16
    k = 0.30 if near and sum(hair) > 0.12 else 0.70
    r, g, b = hair
    return (r * k, g * k, b * k) if sum(hair) < 1.5 else (r * 0.9, g * 0.9, b * 0.9)
