"""What stands behind the things: a place's scenery, set down by the seed, clear of the things and the camera."""

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cavendish.plan.lexicon import COLORS, KINDS
from cavendish.plan.schema import Plan
from cavendish.world.frames import Frame, extent, mark_of
from cavendish.world.light import Light
from cavendish.world.materials import EMISSION, slot_row
from cavendish.world.places import floor_level
from cavendish.world.shapes import SHAPES
from cavendish.world.shapes.base import Shape, Vec3, rotation
from cavendish.world.shapes.indoors import INDOORS
from cavendish.world.shapes.props import PROPS
from cavendish.world.sites import SITES, Prop
from cavendish.world.weather import leafed, shape_named

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]

SCENIC: dict[str, Shape] = {shape.name: shape for shape in (*PROPS, *INDOORS)}
"""Shapes that only scenery has."""
GAP = 0.35
"""Least depth between the rearmost thing and any scenery."""
MOST_PRIMS = 64
_USUAL = 5.5  # the camera's usual distance: from farther off scenery is farther and larger in proportion
_CASTS = 9.0  # from the middle of the stage
_GREY = (0.45, 0.42, 0.38)


@dataclass(frozen=True)
class Scenery:
    """One piece of scenery: a shape in its frame, in a colour (linear RGB), and whether it throws shadows near by."""

    shape: Shape
    frame: Frame
    color: Vec3
    casts: bool

    def slot(self, name: str, light: Light) -> F32:
        """The renderer's row for one of its slots: lamps and panes shine as the hour has it."""
        slot = self.shape.slots[name]
        row = slot_row(slot, self.color, "plastic" if slot.material == "main" else slot.material)
        if name == "lamp":
            row[EMISSION : EMISSION + 3] = row[0:3] * (0.34 if light.night else 0.05)
        elif name == "outside":
            row[EMISSION : EMISSION + 3] = (light.horizon * 0.5 + light.zenith * 0.3) / 6
        elif light.night and (name == "pane" or slot.pattern == "windows"):
            row[EMISSION : EMISSION + 3] = np.array((1.0, 0.62, 0.27)) * 0.30
        return row


@dataclass(frozen=True)
class _View:
    """The stage as scenery is laid out in it: u to the right, v away from the camera, both along the ground."""

    right: Floats
    ahead: Floats
    camera: Floats
    heading: Floats
    tan: float
    back: float
    scale: float

    @classmethod
    def of(cls, plan: Plan, camera: F32, things: F32) -> "_View":
        turn = math.radians(30.0 * round((plan.camera.azimuth or 0.0) / 30.0))
        right = np.array((math.cos(turn), -math.sin(turn)))
        ahead = np.array((-math.sin(turn), -math.cos(turn)))
        at, heading = camera[[0, 2]].astype(np.float64), camera[[9, 11]].astype(np.float64)
        if np.hypot(*heading) < 0.3:
            heading = ahead
        spots = things[:, [2, 4]] @ ahead + things[:, 5] if len(things) else np.array([0.7])
        scale = float(np.clip((float(spots.max()) - at @ ahead) / _USUAL, 0.75, 1.6))
        return cls(right, ahead, at, heading, float(camera[12]), float(spots.max()), scale)

    def spot(self, side: float, depth: float) -> tuple[float, float]:
        """(u, v) at `depth` behind the rearmost thing, `side` half frames to the right of the middle."""
        v = self.back + depth * self.scale
        far = v - self.camera @ self.ahead
        middle = self.camera + self.heading * (far / max(float(self.heading @ self.ahead), 0.3))
        return float(middle @ self.right + side * self.tan * far), float(v)


def surround(plan: Plan, seed: int, camera: F32, things: F32) -> tuple[Scenery, ...]:
    """The scenery of a complete plan: all of it stands behind every thing, as the camera looks.

    `camera` (14) and `things` (t, 8) are the stage's own rows. Equal seeds give equal scenery, the nearest first, which
    spares rays the search behind it.
    """
    site = SITES[plan.place or "studio"]
    view = _View.of(plan, camera, things)
    floor = floor_level(plan)
    rng = np.random.default_rng([seed, 79])
    out: list[Scenery] = []
    stood: list[tuple[float, float, float]] = []
    hung: list[tuple[float, float, float]] = []
    prims = 0
    for prop in site.props:
        count = int(rng.integers(prop.count[0], prop.count[1] + 1))
        shift, flip = float(rng.random()), float(rng.choice((-1.0, 1.0)))
        for i in range(count):
            taken = hung if any(prop.lift) else stood
            made = _set_down(prop, ((i + shift) / count, flip), view, floor, rng, taken, len(out))
            made = None if made is None else _seasoned(made, plan, seed, len(out))
            if made is not None and prims + len(made.shape.prims) <= MOST_PRIMS:
                out.append(made)
                prims += len(made.shape.prims)
    ahead = np.array((view.ahead[0], 0.0, view.ahead[1]))
    return tuple(sorted(out, key=lambda piece: float(piece.frame.origin @ ahead)))


def _set_down(prop: Prop, share: tuple[float, float], view: _View, floor: float, rng: np.random.Generator,
              taken: list[tuple[float, float, float]], number: int) -> Scenery | None:  # fmt: skip
    """One piece on its stretch of the ground; None where others leave no room."""
    name = str(rng.choice(prop.shapes))
    shape = SCENIC[name] if name in SCENIC else SHAPES[name]
    low, high = extent(shape.prims)
    size = view.scale * float(rng.uniform(*prop.size))
    size *= 1.0 if name in SCENIC else KINDS[name].size[1] / float(high[1] - low[1])
    yaw = float(rng.uniform(*prop.turn)) + math.degrees(math.atan2(-view.ahead[0], -view.ahead[1]))
    turn = np.array(rotation((0.0, yaw, 0.0)))
    corners = (
        np.array([(x, z) for x in (low[0], high[0]) for z in (low[2], high[2])]) @ turn[[0, 2]][:, [0, 2]].T
    )
    reach = float((corners @ view.ahead).min()) * size
    radius = 0.5 * float(np.hypot(*(high - low)[[0, 2]])) * size
    lift = view.scale * float(rng.uniform(*prop.lift)) if any(prop.lift) else floor
    color = prop.colors[int(rng.integers(len(prop.colors)))] if prop.colors else _natural(name)
    for _ in range(6):
        u, v = view.spot(_side(prop, share, rng), float(rng.uniform(*prop.depth)))
        v = max(v, view.back + GAP - reach)
        if prop.apart and any(math.hypot(u - a, v - b) < prop.apart * (radius + r) for a, b, r in taken):
            continue
        if prop.apart:
            taken.append((u, v, radius))
        x, z = u * view.right + v * view.ahead
        frame = Frame(
            turn.astype(np.float32), np.array((x, lift, z), np.float32), size, mark_of(f"scenery-{number}")
        )
        return Scenery(shape, frame, color, prop.casts)
    return None


def _seasoned(piece: Scenery, plan: Plan, seed: int, number: int) -> Scenery:
    """A piece of scenery as weather and season have it."""
    draw = float(np.random.default_rng([seed, 89, number]).random())
    name = shape_named(piece.shape.name, plan.weather, plan.season)
    return replace(piece, shape=SCENIC.get(name, piece.shape), color=leafed(piece.color, draw, plan.season))


def _side(prop: Prop, share: tuple[float, float], rng: np.random.Generator) -> float:
    """Where on the stretch, in half frames from the middle: spread evenly, a little out of step."""
    least, most = prop.side
    at = (share[0] + 0.35 * (float(rng.random()) - 0.5)) % 1.0
    along = (2 * at - 1) * (most - least)
    return share[1] * (along + math.copysign(least, along))


def _natural(name: str) -> Vec3:
    color = KINDS[name].color if name in KINDS else ""
    return next((value for key, value in COLORS.items() if key == color), _GREY)


def close(center: F32) -> bool:
    """Whether scenery at that centre is near enough to have and to throw shadows."""
    return float(np.hypot(center[0], center[2])) < _CASTS


def clear(center: F32, radius: float, things: F32, key: F32) -> bool:
    """Whether the shadow of scenery in that sphere misses the plan's things (t, 8)."""
    for thing in things:
        away = center - thing[2:5]
        along = float(away @ key)
        if float(np.linalg.norm(away - max(along, 0.0) * key)) < radius + float(thing[5]):
            return False
    return True
