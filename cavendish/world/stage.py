"""The plan made physical: primitives at rest, slots, letters, a camera and the light, as arrays for the kernels."""

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cavendish.errors import PlanError
from cavendish.plan import partnames
from cavendish.plan.attaching import attachments
from cavendish.plan.layout import CameraPose, camera_of
from cavendish.plan.lexicon import COLORS, Color
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.shades import albedo
from cavendish.plan.stacks import Seat, alike, bases, seats, top_of, turned
from cavendish.plan.stances import FLYING, LEANING, TIPPED, forward
from cavendish.world import falling, physics, remade, stuff
from cavendish.world.frames import Frame, bounds, extent, mark_of, prim_row
from cavendish.world.kernels import nearest
from cavendish.world.lettering.laid import Letters, lettered
from cavendish.world.light import Light, light_of
from cavendish.world.materials import LETTERS, TRANS, slot_row
from cavendish.world.packets import PRIM_WIDTH, THING_WIDTH
from cavendish.world.places import floor_color, ground_of
from cavendish.world.shapes import SHAPES, custom, figurine
from cavendish.world.shapes.base import Prim, Shape, Slot, rotation
from cavendish.world.shapes.labels import plated
from cavendish.world.surroundings import clear, close, surround
from cavendish.world.weather import under

__all__ = ["Frame", "Stage", "Window", "bounds", "build", "prim_row"]

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]
LATENTS = 64
_LEAN = 17.0
"""Degrees by which one of several flowers in a vase leans outwards."""
_LUMINANCE = np.array((0.2126, 0.7152, 0.0722))


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels (y0, x0, h, w) of a whole picture of H × W pixels."""

    y0: int
    x0: int
    h: int
    w: int
    H: int
    W: int

    @classmethod
    def whole(cls, h: int, w: int) -> "Window":
        """The window that is the whole picture."""
        return cls(0, 0, h, w, h, w)


@dataclass(frozen=True)
class Stage:
    """A settled scene. Arrays are float32: prims (p, 24), things (t, 8), slots (m, 29), camera (14), latents (64).

    `props` (q, 8) and their frames are the scenery behind the plan's things, drawn by the seed; their last column says
    whether shadows fall on them. The camera row is position, right, up, forward (unit, world axes) and the tangents of
    half the view in x and y.
    """

    plan: Plan
    ids: tuple[str, ...]
    prims: F32
    things: F32
    slots: F32
    frames: tuple[Frame, ...]
    letters: tuple[Letters, ...]
    camera: F32
    light: Light
    latents: F32
    floor: F32
    seed: int
    props: F32
    prop_frames: tuple[Frame, ...]
    ground: str

    @property
    def solids(self) -> F32:
        """All that rays can meet over the ground (t + q, 8): the plan's things, then the scenery."""
        return np.concatenate((self.things, self.props)) if len(self.props) else self.things

    @property
    def shaded(self) -> npt.NDArray[np.bool_]:
        """Whether shadows fall on each solid (t + q)."""
        return np.append(np.ones(len(self.things), bool), self.props[:, 7] > 0)

    @property
    def blockers(self) -> F32:
        """All that throws shadows (b, 8)."""
        solids = self.solids
        return np.ascontiguousarray(solids[solids[:, 6] > 0])

    @property
    def basis(self) -> F32:
        """The camera's right, up and forward (3, 3)."""
        return self.camera[3:12].reshape(3, 3)


def build(plan: Plan, seed: int, pose: CameraPose | None = None) -> Stage:
    """The stage of a complete plan; `seed` draws what plans do not say (clouds, backdrop, wear, softness).

    It is seen by the plan's own camera, unless by another in the `pose` given.
    """
    pose = pose or camera_of(plan)
    camera = np.array(
        [*pose.position, *pose.right, *pose.up, *pose.forward, pose.tan_x, pose.tan_y], np.float32
    )
    rows: list[F32] = []
    slots: list[F32] = []
    things: list[F32] = []
    letters: list[Letters] = []
    lines = {line.on: line for line in plan.lettering}
    look = plan.style.look
    frames = tuple(remade.raised(frame, look) for frame in place(plan))
    for thing, frame in zip(plan.things, frames, strict=True):
        line = lines.get(thing.id)
        shape = shape_of(thing, line is not None)
        start, first = len(rows), len(slots)
        names = list(shape.slots)
        color, material = _color(thing), thing.material or thing.nature.material
        own = _part_colors(thing)
        slots += stuff.rows(
            thing, [_tinted(shape.slots[name], own.get(name)) for name in names], color, material
        )
        rows += [
            prim_row(p, frame, first + names.index(p.slot))
            for p in shape.poses.get(thing.pose or "", shape.prims)
        ]
        rows += remade.base_of(np.stack(rows[start:]), slots, look)
        opacity = 0.45 if slots[first][TRANS] > 0.5 else 1.0
        center, radius = bounds(np.stack(rows[start:]))
        things.append(np.array([start, len(rows), *center, radius, opacity, 0], np.float32))
        text = lettered(shape, thing.pose, line, color, slots[first:]) if line else None
        if text is not None:
            letters.append(replace(text, thing=len(things) - 1))
            for row in slots[first:]:
                row[LETTERS] = len(letters) - 1
    table = np.stack(things) if things else np.zeros((0, THING_WIDTH), np.float32)
    floor, ground = floor_color(plan, seed), ground_of(plan, seed)
    light = light_of(plan.light, plan.place or "studio", camera[3:12].reshape(3, 3), floor, _subject(plan))
    light = under(light, plan.weather)
    props: list[F32] = []
    scenery = surround(plan, seed, camera, table)
    for prop in scenery:
        start, first = len(rows), len(slots)
        names = list(prop.shape.slots)
        slots += [prop.slot(name, light) for name in names]
        rows += [prim_row(p, prop.frame, first + names.index(p.slot)) for p in prop.shape.prims]
        center, radius = bounds(np.stack(rows[start:]))
        near = close(center)
        casts = near and prop.casts and clear(center, radius, table, light.key)
        props.append(np.array([start, len(rows), *center, radius, casts, near], np.float32))
    prims = np.stack(rows) if rows else np.zeros((0, PRIM_WIDTH), np.float32)
    behind = np.stack(props) if props else np.zeros((0, THING_WIDTH), np.float32)
    slot_table = np.stack(slots) if slots else slot_row(next(iter(SHAPES["cup"].slots.values())), (0.5, 0.5, 0.5),
                                                        "matte")[None]  # fmt: skip
    slot_table = remade.restuffed(slot_table, look)
    return Stage(plan, tuple(t.id for t in plan.things), prims, table, slot_table, frames, tuple(letters), camera,
                 light, latents(seed), floor, seed, behind, tuple(p.frame for p in scenery), ground)  # fmt: skip


def without_things(stage: Stage) -> Stage:
    """The same place, scenery, light and camera with nothing on it: what changed pixels are measured against."""
    return replace(stage, ids=(), things=stage.things[:0], frames=(), letters=())


Box = tuple[float, float, float, float]


def boxes(stage: Stage, side: int = 224) -> tuple[tuple[Box, float], ...]:
    """Each thing's box (x0, y0, x1, y1 in 0..1, y down) of what the picture shows of it, and the visible share 0..1.

    A thing that others hide whole has the box of what they hide; one outside the frame an empty box.
    """
    tall = max(8, round(side * float(stage.camera[13] / stage.camera[12])))
    ys, xs = (a.ravel().astype(np.float32) + 0.5 for a in np.mgrid[0:tall, 0:side])
    direction = directions(stage, ys, xs, (tall, side))
    origin = np.ascontiguousarray(np.repeat(stage.camera[0:3, None], direction.shape[1], 1))
    far, skip = np.full(direction.shape[1], 1e9, np.float32), np.full(direction.shape[1], -1, np.int32)
    _, shown, _ = nearest(stage.prims, stage.things, origin, direction, far, skip)
    out: list[tuple[Box, float]] = []
    for k in range(len(stage.things)):
        _, alone, _ = nearest(stage.prims, stage.things[k : k + 1], origin, direction, far, skip)
        whole, seen = (alone >= 0).reshape(tall, side), (shown == k).reshape(tall, side)
        mask = seen if seen.any() else whole
        share = float(seen.sum() / max(int(whole.sum()), 1))
        if not mask.any():
            out.append(((0.0, 0.0, 0.0, 0.0), 0.0))
            continue
        ys, xs = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        box = (xs[0] / side, ys[0] / tall, (xs[-1] + 1) / side, (ys[-1] + 1) / tall)
        out.append(((float(box[0]), float(box[1]), float(box[2]), float(box[3])), share))
    return tuple(out)


def slopes(stage: Stage, ys: Floats, xs: Floats, size: tuple[int, int]) -> tuple[Floats, Floats]:
    """How far rays through positions in pixels of a whole picture of `size` (h, w) lean right and up, a unit ahead."""
    return (2 * xs / size[1] - 1) * stage.camera[12], (1 - 2 * ys / size[0]) * stage.camera[13]


def directions(stage: Stage, ys: F32, xs: F32, size: tuple[int, int]) -> F32:
    """Unit rays (3, n) through positions in pixels of a whole picture of `size` (h, w)."""
    u, v = slopes(stage, ys, xs, size)
    right, up, forward = stage.basis
    d = forward[:, None] + right[:, None] * u + up[:, None] * v
    return np.ascontiguousarray(d / np.linalg.norm(d, axis=0), np.float32)


def latents(seed: int) -> F32:
    """The draw: 64 numbers in 0..1 that only the picture and its tokens know."""
    return np.random.default_rng([seed, 77]).random(LATENTS, np.float32)


def shape_of(thing: Thing, lettered: bool = False) -> Shape:
    """The shape of a thing, with the plate that letters need; PlanError when the library lacks it.

    It is the thing's own, where it has parts, else the library's.
    """
    if thing.parts is not None:
        return custom.shape_of_parts(thing.kind, thing.parts, thing.span)
    if thing.kind not in SHAPES:
        raise PlanError(f"things: the library has no shape for {thing.kind}")
    shape = figurine.shape(thing.person, thing.expression) if thing.kind == "person" else SHAPES[thing.kind]
    return plated(shape, thing.pose) if lettered else shape


def prims_of(thing: Thing) -> tuple[Prim, ...]:
    """The primitives of a thing in its pose."""
    shape = shape_of(thing)
    return shape.poses.get(thing.pose or "", shape.prims)


def place(plan: Plan) -> tuple[Frame, ...]:
    """Every thing's frame, at rest: on the ground, or where it settled on what carries it."""
    return tuple(
        Frame(np.asarray(b.turn, np.float32), np.asarray(b.origin, np.float32), b.scale, mark_of(thing.id))
        for b, thing in zip(settled(plan), plan.things, strict=True)
    )


def settled(plan: Plan) -> tuple[physics.Body, ...]:
    """Every thing's body, at rest (see `place`)."""
    found = seats(plan)
    index = {thing.id: i for i, thing in enumerate(plan.things)}
    heights = bases(plan) if any(thing.pose == FLYING for thing in plan.things) else {}
    bodies = [_stand(thing, heights.get(thing.id, 0.0)) for thing in plan.things]
    for name, seat in found.items():
        i, on = index[name], index[seat.under]
        bodies[i], bodies[on] = _very(bodies[i], plan.things[i]), _very(bodies[on], plan.things[on])
        bodies[i] = _seated(bodies[i], plan.things[i], plan.things[on], seat, on)
        if not plan.things[on].nature.supports and (top := top_of(plan.things[on])) is not None:
            bodies[on] = replace(bodies[on], top=top.low)
    bodies = list(physics.settle_stack(bodies)) if found else bodies
    for thing in plan.things:
        i, link = index[thing.id], attachments(plan).get(thing.id) if thing.pose == LEANING else None
        if link is not None and link.how == "against":
            bodies[i] = falling.leant(bodies[i], bodies[index[link.to]], plan.camera.azimuth or 0.0)
    return tuple(bodies)


def _very(body: physics.Body, thing: Thing) -> physics.Body:
    """The body with the shape that this one has: people differ."""
    if thing.kind != "person":
        return body
    return replace(body, own=replace(shape_of(thing), prims=prims_of(thing), poses={}))


def _seated(body: physics.Body, thing: Thing, base: Thing, seat: Seat, on: int) -> physics.Body:
    """The body with what it rests on; physics wants it as far from the carrier as from the middle of its top."""
    if seat.how != "on" or alike(thing, base):
        spot = (float(body.origin[0]), float(body.origin[2]))
        return replace(body, on=on, spot=spot, turn=_lean(body, base) @ body.turn)
    top = top_of(base) if base.nature.supports else None
    x, z = turned(0.0, 0.0, top.x, top.z, base.yaw or 0.0) if top is not None else (0.0, 0.0)
    return replace(body, on=on, origin=body.origin - np.array((x, 0.0, z)))


def _lean(body: physics.Body, base: Thing) -> np.ndarray:
    """How a cut flower that is not alone in a vase leans: away from its middle."""
    x, z = np.array(body.origin)[[0, 2]] - np.array(base.position or (0.0, 0.0))
    away = math.hypot(x, z)
    if body.pose != "cut" or away < 1e-3:
        return np.eye(3)
    turn = math.degrees(math.atan2(x, z))
    about, back = (np.array(rotation((0.0, angle, 0.0))) for angle in (turn, -turn))
    return about @ np.array(rotation((_LEAN, 0.0, 0.0))) @ back


def _stand(thing: Thing, height: float = 0.0) -> physics.Body:
    """A thing as it rests on the ground at its place in the plan, or is in the air over it."""
    scale, own = scale_of(thing), shape_of(thing) if thing.parts is not None else None
    if thing.pose == TIPPED:
        turn, lift = falling.toppled(prims_of(thing), forward(thing.nature.size))
    else:
        turn, lift = physics.rest(thing.kind, thing.pose) if own is None else physics.rest_of(own.prims)
    turn = np.array(rotation((0.0, thing.yaw or 0.0, 0.0))) @ turn
    x, z = thing.position or (0.0, 0.0)
    if thing.pose == TIPPED:  # it lies over its place, not beside the place that it stood on
        points = falling.points_of(prims_of(thing)) @ turn.T
        x, _, z = np.array((x, 0.0, z)) - scale * (points.min(axis=0) + points.max(axis=0)) / 2
    aloft = height if thing.pose == FLYING else 0.0
    return physics.Body(
        thing.kind, thing.pose, turn, np.array((x, lift * scale + aloft, z)), scale, None, own
    )


def scale_of(thing: Thing) -> float:
    """Stage units for one of the shape's own: its usual pose is as tall as the lexicon says; parts are in them."""
    if thing.parts is not None:
        return thing.size or 1.0
    low, high = extent(SHAPES[thing.kind].prims)
    return thing.nature.size[1] * (thing.size or 1.0) / float(high[1] - low[1])


def _color(thing: Thing) -> tuple[float, float, float]:
    if thing.shade is not None:
        return albedo(thing.shade)
    name: Color = thing.color or thing.nature.color  # pyright: ignore[reportAssignmentType] -- the lexicon's own
    return COLORS[name]


def _part_colors(thing: Thing) -> dict[str, str]:
    """The shade of each of its slots that the plan colours apart."""
    own: dict[str, str] = {}
    for name, shade in (thing.colors or {}).items():
        slots = custom.slots_of(thing.parts, name) if thing.parts else partnames.slots(thing.kind, name)
        own |= dict.fromkeys(slots, shade)
    return own


def _tinted(slot: Slot, shade: str | None) -> Slot:
    """The slot in a shade of its own, its pattern and all else kept."""
    return slot if shade is None else replace(slot, color=albedo(shade), shade=1.0)


def _subject(plan: Plan) -> float:
    """Geometric mean reflectance of the things' main colours, 0.2 when there are none."""
    tones = [math.log(max(float(np.dot(_color(t), _LUMINANCE)), 0.03)) for t in plan.things]
    return math.exp(sum(tones) / len(tones)) if tones else 0.2
