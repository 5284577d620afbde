"""The ground things stand on: where a ray meets it, and what it is made of there."""

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from cavendish.plan.lexicon import COLORS
from cavendish.plan.scene import Surface
from cavendish.plan.schema import Plan
from cavendish.plan.shades import albedo
from cavendish.world.grounds import GROUNDS, Ground, octave
from cavendish.world.sites import SITES
from cavendish.world.tops import TOPS
from cavendish.world.weather import SNOW, ground_named, outdoors, wetted

if TYPE_CHECKING:
    from cavendish.world.stage import Stage

F32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.floating]

SWEEPS = (
    (0.72, 0.66, 0.56), (0.60, 0.68, 0.70), (0.76, 0.55, 0.46), (0.46, 0.56, 0.44), (0.80, 0.74, 0.70),
    (0.30, 0.38, 0.50), (0.70, 0.60, 0.30), (0.52, 0.40, 0.54), (0.20, 0.30, 0.31), (0.84, 0.80, 0.72),
    (0.40, 0.22, 0.18), (0.55, 0.72, 0.62), (0.72, 0.46, 0.30), (0.34, 0.34, 0.38),
)  # fmt: skip
SWEEP_BACK, SWEEP_RADIUS = -2.4, 1.7
TABLE_BACK, TABLE_SIDE = -1.75, 5.0
FLOOR_UNDER_TABLE = -1.45
_SMALL = frozenset(("tableware", "food", "object", "clothing", "toy"))
"""Groups of things that stand on tables and worktops; all else stands on the floor."""


def keyed(seed: int, *names: str) -> float:
    """A number in 0..1 fixed by the seed and the names of the choice."""
    digest = hashlib.blake2b(f"{seed}/{'/'.join(names)}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64


def topped(plan: Plan) -> bool:
    """Whether the things stand on a table or worktop of their place."""
    if plan.surface is not None:
        return plan.surface.lies == "top"
    if plan.place == "table":
        return True
    small = all(thing.nature.group in _SMALL for thing in plan.things)
    return bool(SITES[plan.place or "studio"].tops) and small


def floor_level(plan: Plan) -> float:
    """How high the room's floor lies where scenery stands."""
    return FLOOR_UNDER_TABLE if topped(plan) else 0.0


def ground_of(plan: Plan, seed: int) -> str:
    """The name of the ground in grounds.GROUNDS, or "sweep"; " top" follows where it ends like a table."""
    site, surface = SITES[plan.place or "studio"], plan.surface
    if surface is not None:
        name = "sweep" if surface.lies == "backdrop" or surface.stuff is None else _named(surface)
        return f"{name} top" if surface.lies == "top" else name
    if topped(plan):
        return f"{site.tops[_pick(seed, len(site.tops))][0]} top"
    return ground_named(site.ground, plan.place, plan.weather, plan.season)


def floor_color(plan: Plan, seed: int) -> F32:
    """The ground's mean linear colour: the place's own, or a sweep that sets the things off."""
    site = SITES[plan.place or "studio"]
    if plan.surface is not None and plan.surface.shade is not None:
        return np.array(albedo(plan.surface.shade), np.float32)
    if topped(plan) and plan.surface is None:
        return np.array(site.tops[_pick(seed, len(site.tops))][1], np.float32)
    if plan.surface is None and ground_of(plan, seed) == "snow" != site.ground:
        return np.array(SNOW, np.float32)
    if site.colors and plan.surface is None:
        return np.array(site.colors[_pick(seed, len(site.colors))], np.float32)
    colors = [np.array(COLORS[t.color or t.nature.color]) for t in plan.things]  # pyright: ignore[reportArgumentType] -- the lexicon's own names
    order = sorted(SWEEPS, key=lambda sweep: keyed(seed, "place", "sweep", str(sweep)))
    for sweep in order:
        if all(np.abs(np.sqrt(np.array(sweep)) - np.sqrt(c)).sum() > 0.55 for c in colors):
            return np.array(sweep, np.float32)
    return np.array(order[0], np.float32)


def _named(surface: Surface) -> str:
    """The drawing of a surface's stuff, patterned where it is cloth."""
    name = {"wood": "planks"}.get(surface.stuff or "", surface.stuff or "plain")
    return f"{surface.pattern} {name}" if name == "cloth" and surface.pattern else name


def _finished(ground: Ground, plan: Plan) -> Ground:
    """The ground as smooth as the plan says it is."""
    finish = plan.surface.finish if plan.surface is not None else None
    if finish is None:
        return ground
    rough, coat = {"matte": (0.8, 0.0), "satin": (0.42, 0.2), "glossy": (0.10, 0.85), "frosted": (0.5, 0.1),
                   "worn": (0.85, 0.0)}[finish]  # fmt: skip
    return Ground(
        ground.base, np.full_like(ground.rough, rough), ground.normal, np.full_like(ground.coat, coat)
    )


def _lower(stage: "Stage", point: F32, flat: F32, footprint: F32, ground: Ground) -> Ground:
    """The ground, that of the place where points (3, n) lie below the top."""
    x, y, z = point
    site = SITES[stage.plan.place or "studio"]
    base = np.repeat(np.array(site.colors[_pick(stage.seed, len(site.colors))], np.float32)[None], len(x), 0)
    own = GROUNDS[site.ground](x, z, base, footprint, flat)
    low = y < FLOOR_UNDER_TABLE / 2
    return Ground(np.where(low[:, None], own.base, ground.base), np.where(low, own.rough, ground.rough),
                  np.where(low[:, None], own.normal, ground.normal), np.where(low, own.coat, ground.coat))  # fmt: skip


def _pick(seed: int, count: int) -> int:
    return int(keyed(seed, "place", "wood") * count)


def meet(stage: "Stage", origin: F32, direction: F32) -> tuple[F32, F32]:
    """Distance (n) along rays (3, n) to the ground, 1e9 where they miss it, and the ground's own normals (3, n)."""
    down = direction[1] < -1e-5
    safe = np.where(down, direction[1], -1.0)
    t = np.where(down & (origin[1] > 0), -origin[1] / safe, 1e9).astype(np.float32)
    normal = np.zeros_like(direction)
    normal[1] = 1.0
    z = origin[2] + direction[2] * t
    if stage.ground == "sweep":
        return _sweep(origin, direction, t, z, normal)
    if stage.ground.endswith(" top"):
        x = origin[0] + direction[0] * t
        far = np.float32(1e9)
        if outdoors(stage.plan.place):  # beyond a table out of doors lies the place's own ground
            far = np.where(down, (FLOOR_UNDER_TABLE - origin[1]) / safe, far).astype(np.float32)
        t = np.where((z < TABLE_BACK) | (np.abs(x) > TABLE_SIDE), far, t)
    return np.where(t > 400.0, np.float32(1e9), t), normal


def _sweep(origin: F32, direction: F32, t: F32, z: F32, normal: F32) -> tuple[F32, F32]:
    """The floor bends up behind into a wall: plane, quarter cylinder, plane."""
    oy, oz = origin[1] - SWEEP_RADIUS, origin[2] - SWEEP_BACK
    a = direction[1] ** 2 + direction[2] ** 2
    b = oy * direction[1] + oz * direction[2]
    root = np.sqrt(np.maximum(b * b - a * (oy * oy + oz * oz - SWEEP_RADIUS**2), 0))
    bend = (-b + root) / np.maximum(a, 1e-9)
    by, bz = oy + direction[1] * bend, oz + direction[2] * bend
    wall = (SWEEP_BACK - SWEEP_RADIUS - origin[2]) / np.where(np.abs(direction[2]) > 1e-6, direction[2], 1e-6)
    on_floor = (t < 1e8) & (z > SWEEP_BACK)
    on_bend = ~on_floor & (by < 0) & (bz < 0) & (bend > 0)
    on_wall = ~on_floor & ~on_bend & (wall > 0)
    out = np.where(on_floor, t, np.where(on_bend, bend, np.where(on_wall, wall, 1e9))).astype(np.float32)
    normal[1] = np.where(on_floor, 1.0, np.where(on_bend, -by / SWEEP_RADIUS, 0.0))
    normal[2] = np.where(on_floor, 0.0, np.where(on_bend, -bz / SWEEP_RADIUS, 1.0))
    return out, normal


def surface(stage: "Stage", point: F32, normal: F32, footprint: F32) -> Ground:
    """What the ground is at points (3, n) with its own normals (3, n), without details finer than `footprint` (n)."""
    x, y, z = point
    n = x.shape[0]
    flat = np.ascontiguousarray(normal.T)
    base = np.repeat(stage.floor[None], n, 0)
    if stage.ground != "sweep":
        name = stage.ground.removesuffix(" top")
        ground = _finished((GROUNDS.get(name) or TOPS[name])(x, z, base, footprint, flat), stage.plan)
        if name != stage.ground and outdoors(stage.plan.place):
            ground = _lower(stage, point, flat, footprint, ground)
        wet = stage.plan.weather == "rain" and outdoors(stage.plan.place)
        return wetted(ground, name, x, z, footprint) if wet else ground
    speck = octave(x * 30, y * 30, z * 30, 5, footprint * 30) + octave(
        x * 80, y * 80, z * 80, 6, footprint * 80
    )
    cloth = np.abs(octave(x * 2.1, y * 2.1, z * 2.1, 7, footprint)) * 0.02
    return Ground(
        (base * (1 + 0.03 * speck + cloth)[:, None]).astype(np.float32), np.full(n, 0.82, np.float32), flat,
        np.zeros(n, np.float32),
    )  # fmt: skip
