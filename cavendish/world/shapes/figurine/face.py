"""The figurine's face: a round head with eyes, brows, nose, cheeks and a mouth that shows what it feels."""

from dataclasses import dataclass

from cavendish.plan.person import Expression, Person
from cavendish.world.shapes.base import Prim, Vec3, ball, box, capsule, cone, ellipsoid
from cavendish.world.shapes.parts import both, facing, on

HEAD: Vec3 = (0.205, 0.195, 0.190)
"""The head's radii; its middle is the origin of all that is on it."""
_O: Vec3 = (0.0, 0.0, 0.0)

_EAR = ellipsoid((0.203, -0.020, 0.0), (0.030, 0.046, 0.032), "skin", blend=0.01)
_CHEEK = ellipsoid(on(_O, HEAD, 37.0, -17.0, 1.0), (0.036, 0.024, 0.012), "blush", turn=(10.0, 37.0, 0.0))
_OVER_EARS = ("bob", "long", "curly")


@dataclass(frozen=True)
class Mien:
    """Brows: how many degrees up they lie, and how far their inner ends are raised; eyes: their radius."""

    brow: float
    tilt: float
    eye: float = 0.031


_MIENS: dict[Expression, Mien] = {
    "neutral": Mien(28.0, 1.0),
    "happy": Mien(28.5, 5.0),
    "laughing": Mien(33.0, 5.0),
    "sad": Mien(25.0, 17.0, 0.030),
    "surprised": Mien(35.0, 4.0, 0.036),
}


def face(person: Person, expression: Expression) -> tuple[Prim, ...]:
    """The head and its face about the head's middle."""
    mien, framed = _MIENS[expression], person.glasses in ("glasses", "sunglasses")
    return (
        ellipsoid(_O, HEAD, "skin"),
        ellipsoid((0.0, -0.062, 0.010), (0.178, 0.128, 0.166), "skin", blend=0.05),
        *_mouth(expression),
        *(() if person.hair in _OVER_EARS else both(_EAR)),
        ellipsoid((0.0, -0.034, 0.188), (0.026, 0.022, 0.024) if person.age != "old" else (0.032, 0.027, 0.030),
                  "skin", blend=0.012),
        *(() if person.beard in ("short", "long") or framed else both(_CHEEK)),
        *_eyes(person, mien, expression),
        *_brows(person, mien),
    )  # fmt: skip


def _eyes(person: Person, mien: Mien, expression: Expression) -> tuple[Prim, ...]:
    x, y, z = on(_O, HEAD, 23.0, 1.0, 0.975)
    if expression == "laughing":
        shut = facing((x, y - 0.014, z + 0.008), 0.030, 0.0095, "eye", 90.0, 150.0)
        return both(shut)
    r = mien.eye
    pale = person.skin in ("brown", "umber", "ebony") and person.glasses in (None, "none")
    rim = both(ellipsoid((x, y, z - 0.004), (r * 1.32, r * 1.46, r * 0.55), "white", turn=(0.0, 21.0, 0.0)))
    look = (*(rim if pale else ()), *both(ellipsoid((x, y, z), (r, r * 1.22, r * 0.62), "eye", turn=(0.0, 21.0, 0.0))),
            *(ball((s * x - r * 0.34, y + r * 0.48, z + r * 0.42), r * 0.27, "glint") for s in (1, -1)))  # fmt: skip
    if not person.lashes:
        return look
    lash = capsule(
        (x + r * 0.72, y + r * 0.52, z - 0.005),
        (x + r * 1.62, y + r * 0.98, z - 0.022),
        0.0095,
        "eye",
        0.0065,
    )
    return (*look, *both(lash))


def _brows(person: Person, mien: Mien) -> tuple[Prim, ...]:
    inner, outer = (
        on(_O, HEAD, 13.0, mien.brow + mien.tilt * 0.5, 0.995),
        on(_O, HEAD, 33.0, mien.brow - mien.tilt * 0.5, 0.995),
    )
    thick = 0.015 if person.age == "old" else 0.0115
    return both(capsule(inner, outer, thick, "brow", thick * 0.8))


def _mouth(expression: Expression) -> tuple[Prim, ...]:
    at = (0.0, -0.092, 0.0)
    if expression == "laughing":
        # Carved, so that the mouth is open: wide above, narrow below.
        hole = cone((0.0, -0.098, 0.168), 0.030, 0.042, 0.068, "mouth", round=0.022, op="subtract")
        return (hole, ellipsoid((0.0, -0.128, 0.138), (0.036, 0.022, 0.024), "tongue"),
                box((0.0, -0.068, 0.150), (0.046, 0.011, 0.014), "teeth", round=0.009))  # fmt: skip
    if expression == "surprised":
        return (ellipsoid((0.0, -0.102, 0.166), (0.027, 0.034, 0.016), "mouth"),)
    if expression == "neutral":
        return both(capsule((0.0, at[1] - 0.002, 0.178), (0.032, at[1], 0.172), 0.0095, "mouth"))
    if expression == "sad":
        return (facing((0.0, -0.142, 0.176), 0.046, 0.0105, "mouth", 90.0, 116.0),)
    return (facing((0.0, -0.058, 0.167), 0.056, 0.0108, "mouth", -90.0, 124.0),)


def eyepatch() -> tuple[Prim, ...]:
    """A patch over the eye on picture left, and its strap."""
    x, y, z = on(_O, HEAD, -23.0, 1.0, 0.99)
    return (ellipsoid((x, y, z), (0.050, 0.046, 0.022), "dark", turn=(0.0, -24.0, 0.0)),
            capsule((x, y + 0.03, z), on(_O, HEAD, 60.0, 34.0, 1.03), 0.012, "dark"),
            ball((x, y, z), 0.02, "dark"))  # fmt: skip
