"""An open plan becomes a complete one: sizes, place, colours, light, camera, positions."""

import math

from cavendish.plan.arrange import Arrangement, arrange
from cavendish.plan.attaching import attachments, facing, placed
from cavendish.plan.chance import between, draw, either
from cavendish.plan.framing import OUTDOORS, CameraPose, camera_of, project, tangents
from cavendish.plan.lexicon import Framing, Material
from cavendish.plan.person import drawn, mood, posture
from cavendish.plan.scenery import choose_color, choose_light, choose_place, natural, setting
from cavendish.plan.schema import Camera, Plan, Style, Thing
from cavendish.plan.showing import shown
from cavendish.plan.sizing import fitted
from cavendish.plan.stacks import boxes, extents, resting
from cavendish.plan.stances import TIPPED

__all__ = ["CameraPose", "camera_of", "complete", "project", "resting", "screen_boxes"]

_TURNED = {"front": 0.0, "three-quarter": 35.0, "side": 90.0, "back": 180.0, "isometric": 45.0}
_ISOMETRIC = math.degrees(math.atan(math.sqrt(0.5)))  # from here the three axes look equally long
_RISE = {
    "high": 38.0,
    "low": -5.0,
    "top": 76.0,
    "isometric": _ISOMETRIC,
    "eye level": 4.0,
    "worm's eye": -26.0,
}
_LENSES = {"isometric": (135.0, 11.0), "worm's eye": (20.0, 8.0), "low": (40.0, 5.6), "macro": (100.0, 2.8)}
"""Focal length and f-number of views and framings that ask for a lens of their own, where none is said."""
_BACK_OF_STAGE = -1.35
_LOOKS = ((0.0, 1.0), (3.0, 1.2), (6.0, 1.4), (10.0, 1.6), (14.0, 1.8), (18.0, 2.0))
"""Degrees that the camera is raised by and how far apart, times the usual, rows stand, until several are all seen."""
_SHOWN = 0.56
"""Of its box: what of each of several must not be behind another box; of the thing itself that is 0.6 and more."""
_FLAT = 0.46
"""Of its longer side on the ground: what is no higher is flat, and looked down on."""
_UPRIGHT = ("animal", "person", "plant", "vehicle", "building")
_SEEN = {"in": 24.0, "around": 22.0}
"""Degrees above the ground from which what is in or amid others is seen."""


def complete(plan: Plan, seed: int) -> Plan:
    """The plan with nothing left open; what was given is unchanged, and completing again changes nothing.

    Random choices are keyed by (seed, thing id, field); those of light, palette, lens and people also by what is
    pictured, so that one seed's pictures are not all alike. Things do not overlap; relations hold on screen.
    """
    place = choose_place(plan, seed)
    own = setting(plan, place, seed)
    light = choose_light(plan.light, place, own)
    lettered = {line.on for line in plan.lettering}
    things = [
        _dressed(thing, own if thing.kind == "person" else seed, thing.id in lettered)
        for thing in plan.things
    ]
    things = fitted(plan, things)
    colors = [choose_color(t, i, place, own) for i, t in enumerate(things)]
    things = [t.model_copy(update={"color": c}) for t, c in zip(things, colors, strict=True)]
    style = plan.style if plan.style.look is not None else Style(look="natural")
    settled = {"place": place, "weather": plan.weather or "clear", "light": light, "style": style}
    done = plan.model_copy(update={**settled, "things": tuple(things)})
    best, most = done, -1.0
    for rise, spread in _LOOKS:
        tried, layout = _positioned(done, seed, spread)
        tried = _aimed(tried, layout, own, rise)
        seen = shown(tried)
        if seen > most + 0.02:
            best, most = tried, seen
        if seen >= _SHOWN:
            break
    return best


def screen_boxes(plan: Plan, pose: CameraPose | None = None) -> dict[str, tuple[float, float, float, float]]:
    """Each thing's box (x0, y0, x1, y1) in 0..1 of the frame, y down, from its upright box; seen by its own camera."""
    pose = pose or camera_of(plan)
    out: dict[str, tuple[float, float, float, float]] = {}
    for box in boxes(plan):
        seen = project(pose, box.corners())
        (x0, y0, _), (x1, y1, _) = seen.min(0), seen.max(0)
        out[box.id] = (float(x0 + 1) / 2, float(1 - y1) / 2, float(x1 + 1) / 2, float(1 - y0) / 2)
    return out


def _dressed(thing: Thing, seed: int, lettered: bool) -> Thing:
    kind = thing.nature
    pose = thing.pose
    if thing.kind == "person":
        return _met(thing, seed, lettered)
    if pose is None:
        pose = kind.poses[0] if lettered or draw(seed, thing.id, "pose") < 0.7 else kind.poses[:2][-1]
    thing = natural(thing)
    material: Material = thing.material or kind.material  # pyright: ignore[reportAssignmentType] -- the lexicon's own
    return thing.model_copy(update={"pose": pose, "material": material})


def _met(thing: Thing, seed: int, still: bool) -> Thing:
    """A person with looks, clothes, mood and pose of their own."""
    said = {
        "person": drawn(thing.person, seed, thing.id),
        "expression": thing.expression or mood(seed, thing.id),
        "pose": thing.pose or (posture(seed, thing.id) if not still else "standing"),
        "material": thing.material or thing.nature.material,
    }
    return thing.model_copy(update=said)


def _positioned(plan: Plan, seed: int, spread: float) -> tuple[Plan, Arrangement]:
    """The plan with every thing turned and set down, and the arrangement it came from."""
    azimuth = plan.camera.azimuth or 0.0
    count = len(plan.things)
    turned = [t.model_copy(update={"yaw": _yaw(t, plan, 0.0, count, seed)}) for t in plan.things]
    sizes = {t.id: _on_screen(t, azimuth) for t in turned}
    layout = arrange(plan.model_copy(update={"things": tuple(turned)}), sizes, seed)
    spots = _centred(_apart(layout.spots, spread), layout.rooms)
    c, s = math.cos(math.radians(azimuth)), math.sin(math.radians(azimuth))
    done: dict[str, Thing] = {}
    for thing in plan.things:
        if thing.id in spots:
            u, v = spots[thing.id]
            yaw = _yaw(thing, plan, u if count > 1 else 0.0, count, seed)
            spot = thing.position or (round(u * c + v * s, 3), round(-u * s + v * c, 3))
            done[thing.id] = thing.model_copy(update={"yaw": yaw, "position": spot})
    done = _attached(plan, done, seed)
    return plan.model_copy(update={"things": tuple(done[t.id] for t in plan.things)}), layout


def _apart(spots: dict[str, tuple[float, float]], spread: float) -> dict[str, tuple[float, float]]:
    """The spots, as many times as far behind one another."""
    return {name: (u, v * spread) for name, (u, v) in spots.items()}


def _attached(plan: Plan, done: dict[str, Thing], seed: int) -> dict[str, Thing]:
    """All things set down, given those on the ground: what is on, in, under and around others follows them."""
    azimuth, count = plan.camera.azimuth or 0.0, len(plan.things)
    found = attachments(plan)
    for base in plan.things:
        if any(other.to == base.id and other.how == "under" for other in found.values()) and base.yaw is None:
            yaw = facing(done[base.id], azimuth, either(seed, base.id, "lee")) if base.id in done else None
            done |= (
                {base.id: done[base.id].model_copy(update={"yaw": round(yaw, 3)})} if yaw is not None else {}
            )
    while len(done) < count:
        for thing in plan.things:
            link = found.get(thing.id)
            if thing.id in done or link is None or link.to not in done:
                continue
            base = done[link.to]
            u = (base.position or (0.0, 0.0))[0]
            group = [
                t.model_copy(update={"yaw": _yaw(t, plan, u, count, seed)})
                for t in plan.things
                if found.get(t.id) == link
            ]
            number = [t.id for t in group].index(thing.id)
            done[thing.id] = placed(group, number, base, link.how, azimuth)
    return done


def _yaw(thing: Thing, plan: Plan, u: float, count: int, seed: int) -> float:
    """Turned a little towards the middle of the group; turned to show the side the view asks for."""
    if thing.yaw is not None:
        return thing.yaw
    kind = thing.nature
    low, high = kind.yaw
    if plan.camera.view in _TURNED and plan.camera.azimuth is None:
        return round(
            _TURNED[plan.camera.view] * either(seed, "scene", "turn")
            + between(-4, 4, seed, thing.id, "yaw") * (plan.camera.view != "isometric"),
            3,
        )
    lettered = any(line.on == thing.id for line in plan.lettering)
    if high >= 180.0 and not lettered:
        return between(-180.0, 180.0, seed, thing.id, "yaw")
    same = sum(other.kind == thing.kind for other in plan.things)
    lead = thing.id if same == 1 else thing.kind
    side = either(seed, lead, "turn") if same > 1 or abs(u) < 0.15 else (1 if u < 0 else -1)
    if thing.pose == TIPPED:
        low, high = 28.0, 50.0
    if thing.pose == "reclining":  # from before, knees hide the rest
        low, high = 50.0, 68.0
    if lettered:
        low, high = 2.0, min(high, 12.0)
    crowd = 1.0 if count < 3 else 0.7
    base = between(low, high, seed, lead, "yaw") * crowd
    return round(side * (base + (between(-5, 5, seed, thing.id, "yaw") if same > 1 else 0.0)), 3)


def _on_screen(thing: Thing, azimuth: float) -> tuple[float, float, float]:
    """Width, height and depth of a thing's box as the camera's axes see it."""
    w, h, d = extents(thing)
    turn = math.radians((thing.yaw or 0.0) - azimuth)
    c, s = abs(math.cos(turn)), abs(math.sin(turn))
    return w * c + d * s, h, w * s + d * c


def _centred(
    spots: dict[str, tuple[float, float]], rooms: dict[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """The group about the middle of the stage, no further back than the stage is deep."""
    if not spots:
        return spots
    left = min(u - rooms[n][0] for n, (u, _) in spots.items())
    right = max(u + rooms[n][0] for n, (u, _) in spots.items())
    back = min(v - rooms[n][1] for n, (_, v) in spots.items())
    front = max(v + rooms[n][1] for n, (_, v) in spots.items())
    du, dv = (left + right) / 2, (back + front) / 2
    dv = min(dv, back - _BACK_OF_STAGE)
    return {n: (u - du, v - dv) for n, (u, v) in spots.items()}


def _aimed(plan: Plan, layout: Arrangement, seed: int, rise: float) -> Plan:
    """The plan with its camera: rows are looked down on, horizons clear the heads, stated values kept."""
    given = plan.camera
    framing: Framing = given.framing or "medium"
    own = _LENSES.get(given.view or "") or _LENSES.get(framing)
    focal = given.focal if given.focal is not None else own[0] if own else _focal(plan, seed)
    azimuth = given.azimuth if given.azimuth is not None else 0.0
    stop = own[1] if own else between(4.0, 7.1, seed, "scene", "fnumber")
    fnumber = given.fnumber if given.fnumber is not None else stop
    camera = Camera(
        view=given.view or "front", elevation=given.elevation, azimuth=azimuth, framing=framing, focal=focal,
        fnumber=round(fnumber, 1),
    )  # fmt: skip
    done = plan.model_copy(update={"camera": camera})
    if given.elevation is None:
        camera = camera.model_copy(update={"elevation": _elevation(done, layout, seed, rise)})
    return done.model_copy(update={"camera": camera})


def _focal(plan: Plan, seed: int) -> float:
    low, high = (50.0, 58.0) if plan.place in OUTDOORS else (58.0, 78.0)
    return round(between(low, high, seed, "scene", "focal"))


def _elevation(plan: Plan, layout: Arrangement, seed: int, rise: float) -> float:
    """Degrees above the ground the camera looks from."""
    if plan.camera.view in _RISE:
        return _RISE[plan.camera.view]
    if layout.steep:
        return 31.0 + 0.5 * rise
    how = {link.how for link in attachments(plan).values()}
    least = {0: 0.0, 1: 0.0, 2: 15.0, 3: 20.0}.get(layout.rows, 24.0)
    least = max([least, _over_flat(plan), *(_SEEN[one] for one in how if one in _SEEN)])
    if plan.place in OUTDOORS:
        return round(min(max(_over_heads(plan), least, 8.0), 25.0) + rise, 2)
    return max(least, between(9.0, 15.0, seed, "scene", "elevation")) + rise


def _over_flat(plan: Plan) -> float:
    """The least elevation from which plates, rugs and keyboards show their face, where all that is there is as flat."""
    if not plan.things or any(thing.nature.group in _UPRIGHT for thing in plan.things):
        return 0.0
    sizes = [extents(thing) for thing in plan.things]
    rise = max(high / max(wide, deep) for wide, high, deep in sizes)
    return 17.0 + 50.0 * (_FLAT - rise) if rise < _FLAT else 0.0


def _over_heads(plan: Plan) -> float:
    """The elevation at which the horizon lies a little above the tallest head, in the upper third."""
    _, tan_y = tangents(plan.canvas.aspect, plan.camera.focal or 55.0)
    rise = 10.0
    for _ in range(4):
        tilted = plan.model_copy(update={"camera": plan.camera.model_copy(update={"elevation": rise})})
        pose = camera_of(tilted)
        top = max((float(project(pose, b.corners())[:, 1].max()) for b in boxes(tilted)), default=0.2)
        horizon = min(max(top + 0.12, 0.36), 0.74)
        pitch = math.degrees(math.atan(horizon * tan_y))
        seen = -math.degrees(math.asin(pose.forward[1]))
        rise = min(max(rise + pitch - seen, 5.0), 25.0)
    return rise
