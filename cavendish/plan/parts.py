"""A thing's own shape: the parts a plan builds it from, what each may say, and the primitives they expand to."""

from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from cavendish.errors import nearest
from cavendish.plan import shades

MOST_PRIMITIVES = 40
"""Primitives of a thing at most, every mirror image and copy counted."""
Primitive = Literal["ellipsoid", "sphere", "box", "cylinder", "capsule", "cone", "torus"]
Stuff = Literal[
    "plastic", "ceramic", "metal", "glass", "wood", "fabric", "matte", "paper", "rubber", "fur", "skin", "fruit",
    "leaf", "wax", "icing", "stone", "foliage", "bark", "plaster", "snow",
]  # fmt: skip
Pattern = Literal["stripes", "checks", "spots", "planks", "bricks"]
Axis = Literal["x", "y", "z"]
PRIMITIVES: tuple[Primitive, ...] = get_args(Primitive)
STUFFS: tuple[Stuff, ...] = get_args(Stuff)
_ALIKE: dict[str, Primitive] = {
    "cube": "box", "block": "box", "cuboid": "box", "plank": "box", "wedge": "box", "ball": "sphere", "orb": "sphere",
    "dome": "sphere", "hemisphere": "sphere", "egg": "ellipsoid", "disc": "cylinder", "disk": "cylinder",
    "tube": "cylinder", "pipe": "cylinder", "rod": "cylinder", "pill": "capsule", "limb": "capsule",
    "pyramid": "cone", "frustum": "cone", "ring": "torus", "donut": "torus", "arc": "torus", "loop": "torus",
}  # fmt: skip

Place = Annotated[float, Field(ge=-100, le=100)]
Degrees = Annotated[float, Field(ge=-720, le=720)]
Length = Annotated[float, Field(gt=0, le=100)]
Shade = Annotated[str, AfterValidator(shades.known)]
"""One of the ten colours, any CSS or XKCD name, or "#rrggbb"."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Repeat(_Frozen):
    """Copies of a part: `count` in all, each `step` from the last, or spread evenly round an axis."""

    count: int = Field(ge=2, le=24, description="How many there are in all, the part itself among them.")
    step: tuple[Place, Place, Place] | None = Field(
        default=None, description="From each copy to the next: x, y, z. Say this or `around`, not both."
    )
    around: Axis | None = Field(
        default=None, description="Spread evenly round a full circle about this axis, each copy turned along."
    )
    pivot: tuple[Place, Place, Place] = Field(
        default=(0.0, 0.0, 0.0),
        description="A point on the axis of `around`; the origin when it is left out.",
    )

    @model_validator(mode="after")
    def _either(self) -> "Repeat":
        if (self.step is None) == (self.around is None):
            raise ValueError("repeat: expected either step or around")
        if self.step is not None and not any(self.step):
            raise ValueError("repeat: expected a step that leads somewhere, got 0, 0, 0")
        return self


class Part(_Frozen):
    """One primitive of a thing's own shape, in any unit of length: x to the right, y up, z to the viewer.

    Parts are put together in the order they are written; a thing's box is scaled to its `span` and set on the ground.
    """

    shape: Primitive = Field(
        description="The primitive. Round ones stand upright along y until they are rotated."
    )
    name: str | None = Field(
        default=None,
        pattern=r"^[a-z][a-z0-9 -]{0,23}$",
        description="What a person calls the part ('handle', 'roof'); parts may share a name.",
    )
    center: tuple[Place, Place, Place] = Field(description="The middle of the primitive's box: x, y, z.")
    size: tuple[Length, Length, Length] = Field(
        description="Width, height and depth of the primitive's box before it is rotated. Of cylinder, capsule, cone "
        "and torus width and depth are equal, for they are round; a torus lies flat: its height is its thickness."
    )
    rotation: tuple[Degrees, Degrees, Degrees] = Field(
        default=(0.0, 0.0, 0.0), description="Degrees about x, then y, then z, about its own middle."
    )
    top: float | None = Field(
        default=None,
        ge=0,
        le=4,
        description="Width at the top as a share of the width at the bottom. Cones: 0 (pointed) if left out; "
        "cylinders and capsules: 1 if left out.",
    )
    arc: float = Field(
        default=360.0,
        gt=0,
        le=360,
        description="Of a torus, how many degrees of the ring there are, centred on +x (a handle is about 190).",
    )
    round: float | None = Field(
        default=None,
        ge=0,
        le=50,
        description="Bevel of the edges of box, cylinder and cone; a little if left out.",
    )
    blend: float = Field(
        default=0.0,
        ge=0,
        le=50,
        description="Width of the smooth seam by which it melts into the parts before it; 0 is a sharp seam.",
    )
    hollow: float = Field(default=0.0, ge=0, le=50, description="Thickness of its wall; 0 is solid.")
    subtract: bool = Field(
        default=False,
        description="True cuts it out of everything written before it; its colour is that of the cut, the part's "
        "before it if left out.",
    )
    color: Shade | None = Field(
        default=None,
        description="A colour's name (CSS or XKCD) or '#rrggbb'; the thing's own colour if left out.",
    )
    material: Stuff | None = Field(
        default=None, description="What it is made of; the thing's own if left out."
    )
    pattern: Pattern | None = Field(default=None, description="A pattern in `accent` over its colour.")
    accent: Shade | None = Field(default=None, description="The pattern's second colour; white if left out.")
    glow: float = Field(default=0.0, ge=0, le=4, description="How much light it gives: 1 is a lamp.")
    letters: bool = Field(
        default=False,
        description="True on the one box or cylinder whose front carries the thing's lettering.",
    )
    mirror: bool = Field(default=False, description="True adds its mirror image on the other side of x = 0.")
    repeat: Repeat | None = Field(default=None, description="Copies of it, and of its mirror image.")

    @model_validator(mode="before")
    @classmethod
    def _meant(cls, given: Any) -> Any:
        name = given.get("shape") if isinstance(given, dict) else None
        if isinstance(name, str) and name not in PRIMITIVES:
            near = _ALIKE.get(name.lower()) or nearest(name, PRIMITIVES)
            offered = f" (nearest: {near!r})" if near else ""
            raise ValueError(f"shape: expected {', '.join(PRIMITIVES)}, got {name[:40]!r}{offered}")
        return given

    @model_validator(mode="after")
    def _sound(self) -> "Part":
        wide, high, deep = self.size
        if self.shape in ("cylinder", "capsule", "cone", "torus") and abs(wide - deep) > 0.02 * max(
            wide, deep
        ):
            said = f"for a {self.shape} is round, got {wide:g} and {deep:g}"
            raise ValueError(f"size: expected width and depth alike, {said}")
        if self.shape == "torus" and high > 0.5 * wide:
            raise ValueError(
                f"size: expected a torus at most half as thick as wide, got {high:g} of {wide:g}"
            )
        if self.shape == "capsule" and high < wide * max(1.0, self.upper):
            raise ValueError(f"size: expected a capsule at least as tall as wide, got {high:g} of {wide:g}")
        if self.letters and (self.shape not in ("box", "cylinder") or self.subtract):
            raise ValueError(f"letters: expected a box or cylinder to carry them, got a {self.shape}")
        return self

    @property
    def upper(self) -> float:
        """Width at the top as a share of that at the bottom."""
        return self.top if self.top is not None else 0.0 if self.shape == "cone" else 1.0

    @property
    def copies(self) -> int:
        """How many primitives it expands to."""
        return (2 if self.mirror else 1) * (self.repeat.count if self.repeat else 1)
