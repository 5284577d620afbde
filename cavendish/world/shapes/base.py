"""The words every shape is written in: primitives, slots, letter spots, and the thing they make."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

ELLIPSOID, BOX, CYLINDER, CAPSULE, CONE, TORUS = range(6)
UNION, SUBTRACT, INTERSECT = range(3)

Vec3 = tuple[float, float, float]
Op = Literal["union", "subtract", "intersect"]
_OPS: dict[Op, int] = {"union": UNION, "subtract": SUBTRACT, "intersect": INTERSECT}


@dataclass(frozen=True)
class Prim:
    """One distance-field primitive in the thing's own frame (x right, y up, z to the front, degrees for angles).

    `dims` by type: ellipsoid radii; box half sizes; cylinder (radius, half height); capsule (radius at the bottom,
    half length, radius at the top); cone (bottom radius, half height, top radius); torus (ring radius, tube radius,
    taper 0..1 towards the ends of its arc), lying in its local xz plane, its arc centred on local +x.
    `turn` rotates about x, then y, then z. `blend` is the smooth-union width towards everything written before it in
    the same thing. `shell` > 0 hollows it to a wall of that thickness.
    """

    type: int
    center: Vec3
    dims: Vec3
    slot: str
    turn: Vec3 = (0.0, 0.0, 0.0)
    round: float = 0.0
    blend: float = 0.0
    op: Op = "union"
    shell: float = 0.0
    arc: float = 360.0

    @property
    def op_code(self) -> int:
        """The operation as the kernels number it."""
        return _OPS[self.op]


@dataclass(frozen=True)
class Slot:
    """What a part is made of when the plan does not say.

    `color` is a colour name of the lexicon, a linear RGB triple, or "main": the colour the plan gives the thing.
    `material` is a name in world.materials or "main". `pattern` is a name in world.materials.PATTERNS drawn with
    `second` (a colour name or triple) at `scale` stage units; `emission` multiplies the colour.
    """

    color: str | Vec3 = "main"
    material: str = "main"
    pattern: str = ""
    second: str | Vec3 = "white"
    scale: float = 0.1
    shade: float = 1.0
    emission: float = 0.0


@dataclass(frozen=True)
class LetterSpot:
    """A rectangle that carries a text: its centre, width and height, facing `normal` with `up` upright.

    `radius` > 0 wraps it round a vertical cylinder of that radius through the centre's axis (mugs, bottles). `color` is
    the ink, unless it would not stand out; with a `plate` there is one under it, for the letters alone. `depth` is how
    far off the rectangle its surface may lie: 0 is an eighth of its height, or a tenth of its radius.
    """

    center: Vec3
    width: float
    height: float
    normal: Vec3 = (0.0, 0.0, 1.0)
    up: Vec3 = (0.0, 1.0, 0.0)
    radius: float = 0.0
    color: str | Vec3 = "black"
    plate: Slot | None = None
    depth: float = 0.0


@dataclass(frozen=True)
class Shape:
    """One thing the world can build: primitives at its own scale, slots, where letters go and where others may lie.

    Any unit of length will do: the stage scales the whole so that its height is the lexicon's. `top` is the height (own
    unit) of the surface that can carry another thing, or None. `poses` maps pose names to other primitive lists,
    `spots` to where letters go in them.
    """

    name: str
    prims: tuple[Prim, ...]
    slots: dict[str, Slot]
    letters: LetterSpot | None = None
    top: float | None = None
    poses: dict[str, tuple[Prim, ...]] = field(default_factory=dict[str, tuple[Prim, ...]])
    spots: dict[str, LetterSpot] = field(default_factory=dict[str, LetterSpot])

    def spot(self, pose: str | None) -> LetterSpot | None:
        """Where letters go in a pose; None where there is no place for them."""
        return self.spots.get(pose or "", self.letters)


def ellipsoid(center: Vec3, radii: Vec3, slot: str = "body", **more: object) -> Prim:
    """An ellipsoid with radii along its own axes."""
    return _prim(ELLIPSOID, center, radii, slot, more)


def ball(center: Vec3, radius: float, slot: str = "body", **more: object) -> Prim:
    """A sphere."""
    return _prim(ELLIPSOID, center, (radius, radius, radius), slot, more)


def box(center: Vec3, half: Vec3, slot: str = "body", **more: object) -> Prim:
    """A box with half sizes; `round` softens its edges inside those sizes (1.5 % of size at least reads as real)."""
    return _prim(BOX, center, half, slot, more)


def cylinder(center: Vec3, radius: float, half: float, slot: str = "body", **more: object) -> Prim:
    """A vertical cylinder (turn it for other axes) with `round` edges."""
    return _prim(CYLINDER, center, (radius, half, radius), slot, more)


def cone(center: Vec3, bottom: float, half: float, top: float, slot: str = "body", **more: object) -> Prim:
    """A vertical frustum from radius `bottom` at -half to `top` at +half."""
    return _prim(CONE, center, (bottom, half, top), slot, more)


def torus(
    center: Vec3, ring: float, tube: float, slot: str = "body", taper: float = 0.0, **more: object
) -> Prim:
    """A ring in its local xz plane; `arc` < 360 keeps that many degrees centred on local +x with round ends."""
    return _prim(TORUS, center, (ring, tube, taper), slot, more)


def capsule(
    a: Vec3, b: Vec3, radius: float, slot: str = "body", end: float | None = None, **more: object
) -> Prim:
    """A round-ended limb from a (radius) to b (radius `end`, the same when None)."""
    dx, dy, dz = (q - p for p, q in zip(a, b, strict=True))
    length = math.sqrt(dx * dx + dy * dy + dz * dz)
    mid = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2)
    tilt = math.degrees(math.acos(max(-1.0, min(1.0, dy / length)))) if length > 0 else 0.0
    yaw = math.degrees(math.atan2(dx, dz)) if math.hypot(dx, dz) > 1e-9 else 0.0
    dims = (radius, length / 2, radius if end is None else end)
    return _prim(CAPSULE, mid, dims, slot, {"turn": (tilt, yaw, 0.0), **more})


def mirrored(prims: Iterable[Prim]) -> tuple[Prim, ...]:
    """The primitives followed by their mirror images in the plane x = 0 (legs, ears, wheels)."""
    out: list[Prim] = []
    for p in prims:
        x, y, z = p.center
        rx, ry, rz = p.turn
        flip = (-rx, 180.0 - ry, -rz) if p.type == TORUS and p.arc < 360 else (rx, -ry, -rz)
        out += [p, replace(p, center=(-x, y, z), turn=flip)]
    return tuple(out)


def repeated(count: int, make: Callable[[float], Prim]) -> tuple[Prim, ...]:
    """`make(angle in degrees)` for `count` equal steps round the circle."""
    return tuple(make(360.0 * i / count) for i in range(count))


def rotation(turn: Vec3) -> tuple[Vec3, Vec3, Vec3]:
    """Rows of the local-to-parent rotation matrix: about x, then y, then z, in degrees."""
    (cx, sx), (cy, sy), (cz, sz) = ((math.cos(math.radians(a)), math.sin(math.radians(a))) for a in turn)
    return (
        (cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx),
        (sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx),
        (-sy, cy * sx, cy * cx),
    )


def _prim(kind: int, center: Vec3, dims: Vec3, slot: str, more: dict[str, object]) -> Prim:
    return replace(Prim(kind, center, dims, slot), **more)  # pyright: ignore[reportArgumentType] -- names are Prim's own
