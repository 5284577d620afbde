"""What stands where another is: on, in and under it, or round about it; all else stands where it likes."""

import math
from dataclasses import dataclass

from cavendish.plan import spaces
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.spaces import Space
from cavendish.plan.stacks import LAYER, alike, beneath, extents, facing_in, seats, top_of, turned
from cavendish.plan.stances import FLYING, LEAN, LEANING, TIPPED, forward

_POLE = 1.9
"""How many times as wide as a shelter beside a pole a thing may be: it juts out where nothing stands."""
_RIDDEN = ("animal", "vehicle")
_APART = 1.15  # of their widths: how far apart things of a ring stand
_RIM = 0.56  # of a hollow's half width: how far from its middle things in a layer lie
_GAP = 0.12  # stage units between a ring and what it is around
_SIDES = ("beside", "left of", "right of", "in front of")
_LONG = 1.4  # of its width: what is so much deeper leans with its side, not its front, to the camera
_MOUTH = 42.0  # degrees between the ways that things have rolled out of what has tipped over, at the ends


@dataclass(frozen=True)
class Attached:
    """What a thing's place follows from: another thing, and how.

    "on", "in", "worn", "under", "around"; "over" it in the air, or leaning "against" it.
    """

    to: str
    how: str


def attachments(plan: Plan) -> dict[str, Attached]:
    """Every thing whose place follows from another's, in the order of the relations."""
    things = {thing.id: thing for thing in plan.things}
    found = {name: Attached(seat.under, seat.how) for name, seat in seats(plan).items()}
    for thing in plan.things:
        link = _aloft(plan, thing) if thing.pose == FLYING else _leans(plan, thing)
        if link is not None and root(link.to, found) != thing.id:
            found[thing.id] = link
    for relation in plan.relations:
        a, b, how = relation.subject, relation.object, relation.predicate
        if how not in ("under", "around") or a in found or root(b, found) == a:
            continue
        beside = [things[name] for name, other in found.items() if other == Attached(b, how)]
        if how == "around" or sheltered([*beside, things[a]], things[b]):
            found[a] = Attached(b, how)
    return found


def _aloft(plan: Plan, thing: Thing) -> Attached | None:
    under = beneath(plan, thing.id)
    return Attached(under, "over") if under is not None else None


def _leans(plan: Plan, thing: Thing) -> Attached | None:
    """What a leaning thing leans against: the first that it is beside."""
    if thing.pose != LEANING:
        return None
    ends = ((r.subject, r.object) for r in plan.relations if r.predicate in _SIDES)
    return next((Attached(b if a == thing.id else a, "against") for a, b in ends if thing.id in (a, b)), None)


def root(name: str, found: dict[str, Attached]) -> str:
    """The thing on the ground that a thing's place follows from in the end: itself where there is none."""
    while name in found:
        name = found[name].to
    return name


def sheltered(group: list[Thing], over: Thing) -> bool:
    """Whether a group, side by side, fits under a thing."""
    shelter = spaces.shelter(over)
    return shelter is not None and cramming(group, over, shelter) <= 1 + 1e-6


def cramming(group: list[Thing], over: Thing, shelter: Space) -> float:
    """How many times the room under a thing a group takes up, side by side."""
    wide, deep = 2 * shelter.wide, 2 * shelter.deep
    if aside(over, shelter):
        wide, deep = _POLE * wide, _POLE * deep
    sizes = [extents(thing) for thing in group]
    across = sum(math.sqrt(w * d) for w, _, d in sizes) / max(wide, deep)
    depth = max(math.sqrt(w * d) for w, _, d in sizes) / min(wide, deep)
    return max(across, depth, *(h / (0.98 * shelter.high) for _, h, _ in sizes))


def aside(over: Thing, shelter: Space) -> bool:
    """Whether the room under a thing is beside its pole or trunk, not between its legs."""
    w, _, d = extents(over)
    return math.hypot(shelter.x, shelter.z) > 0.15 * min(w, d)


def ring(group: list[Thing], middle: float) -> float:
    """The radius at which a group stands round a thing of half that width, and nothing touches."""
    sizes = [max(w, d) for thing in group for w, _, d in (extents(thing),)]
    around = sum(sizes) * _APART / (2 * math.pi)
    return max(middle + _GAP + max(sizes) / 2, around)


def reach(group: list[Thing], middle: Thing) -> float:
    """How far from its middle a ring of things round a thing reaches."""
    w, _, d = extents(middle)
    wide = max(max(a, b) for thing in group for a, _, b in (extents(thing),))
    return ring(group, max(w, d) / 2) + wide / 2


def placed(group: list[Thing], number: int, base: Thing, how: str, azimuth: float) -> Thing:
    """The thing of that number in a group that is on, in, worn by, under or around another, turned and set down.

    `base` stands where it will, `azimuth` is the camera's; what was given stays as it is.
    """
    x, z, yaw = _PLACES[how](group, number, base, azimuth)
    thing = group[number]
    where = thing.position or (round(x, 3), round(z, 3))
    return thing.model_copy(update={"position": where, "yaw": round(yaw, 3)})


Spot = tuple[float, float, float]


def _on(group: list[Thing], number: int, base: Thing, azimuth: float) -> Spot:
    """Side by side in the picture, over the middle of the top."""
    top = None if alike(group[number], base) else top_of(base)
    x, z = _middle(base, top)
    widths = [_across(thing, azimuth) for thing in group]
    along = sum(widths[:number]) + widths[number] / 2 - sum(widths) / 2
    c, s = math.cos(math.radians(azimuth)), math.sin(math.radians(azimuth))
    rider = group[number]
    yaw = _lengthwise(rider, base, top) if len(group) == 1 else None
    return x + along * c, z - along * s, (rider.yaw or 0.0) if yaw is None else yaw


def _lengthwise(rider: Thing, base: Thing, top: Space | None) -> float | None:
    """The yaw at which a thing sits astride what is ridden, or lies along a top too short for it across; else None."""
    if base.nature.group in _RIDDEN:
        return base.yaw or 0.0
    w, _, d = extents(rider)
    if top is None or not top.long or max(w, d) <= max(2 * min(top.wide, top.deep), 1.3 * min(w, d)):
        return None
    across = (d > w) != (top.deep > top.wide)
    return (base.yaw or 0.0) + (math.copysign(90.0, rider.yaw or 1.0) if across else 0.0)


def _worn(group: list[Thing], number: int, base: Thing, azimuth: float) -> Spot:
    """On the middle of the head, the way it looks."""
    del group, number, azimuth
    return *_middle(base, spaces.head(base)), base.yaw or 0.0


def _in(group: list[Thing], number: int, base: Thing, azimuth: float) -> Spot:
    """In the middle, two side by side along it, more in a ring; lengthwise in what is long."""
    del azimuth
    hollow = spaces.hollow(base)
    if hollow is None:
        return *_middle(base, None), group[number].yaw or 0.0
    long, turn = hollow.long, facing_in(group[number], base)
    yaw = (group[number].yaw or 0.0) if turn == "any" else (base.yaw or 0.0)
    if turn == "across":
        yaw += 90.0 if yaw < 0 else -90.0
    count = len(group)
    if count == 1:
        return *_middle(base, hollow), yaw
    if count == 2 or long:
        along = (2 * number + 1) / count - 1
        u, v = (along * hollow.wide, 0.0) if hollow.wide >= hollow.deep else (0.0, along * hollow.deep)
    else:
        layer, place = divmod(number, LAYER)
        there = min(count - layer * LAYER, LAYER)
        angle = 2 * math.pi * (place + 0.5 * layer) / there
        out = 0.0 if there == 1 else _RIM
        u, v = out * hollow.wide * math.sin(angle), out * hollow.deep * math.cos(angle)
    return *turned(*_middle(base, hollow), u, v, base.yaw or 0.0), yaw


def _under(group: list[Thing], number: int, base: Thing, azimuth: float) -> Spot:
    """Side by side along the room, as near the camera as it lets them; beside a pole as far out as they need."""
    shelter, thing = spaces.shelter(base), group[number]
    yaw = base.yaw or 0.0
    if shelter is None:
        return *_middle(base, None), thing.yaw or 0.0
    sizes = [math.sqrt(w * d) for w, _, d in (extents(one) for one in group)]
    along = sum(sizes[:number]) + sizes[number] / 2 - sum(sizes) / 2
    u, v = (along, 0.0) if shelter.wide >= shelter.deep else (0.0, along)
    if aside(base, shelter):
        far = math.hypot(shelter.x, shelter.z)
        out = max(0.0, max(sizes) - 2 * min(shelter.wide, shelter.deep)) / 2
        u, v = u + out * shelter.x / far, v + out * shelter.z / far
    else:
        toward = math.radians(azimuth - yaw)
        free = (max(shelter.wide - sum(sizes) / 2, 0.0), max(shelter.deep - max(sizes) / 2, 0.0))
        if shelter.wide < shelter.deep:
            free = (max(shelter.wide - max(sizes) / 2, 0.0), max(shelter.deep - sum(sizes) / 2, 0.0))
        u, v = u + 0.8 * free[0] * math.sin(toward), v + 0.8 * free[1] * math.cos(toward)
    return *turned(*_middle(base, shelter), u, v, yaw), thing.yaw or 0.0


def _around(group: list[Thing], number: int, base: Thing, azimuth: float) -> Spot:
    """In a ring, a gap of it towards the camera; out of the mouth of what has tipped over."""
    if base.pose == TIPPED:
        return _spilled(group, number, base)
    w, _, d = extents(base)
    far = ring(group, max(w, d) / 2)
    turn = math.radians(azimuth + 180.0 / len(group) * (2 * number + 1))
    x, z = base.position or (0.0, 0.0)
    return x + far * math.sin(turn), z + far * math.cos(turn), group[number].yaw or 0.0


def _against(group: list[Thing], number: int, base: Thing, azimuth: float) -> Spot:
    """Before and to the side of what it leans against, its front to the camera; others beside it."""
    thing = group[number]
    w, _, d = extents(base)
    turn = math.radians(azimuth - (base.yaw or 0.0))
    deep = (w * abs(math.sin(turn)) + d * abs(math.cos(turn))) / 2
    wide, h, own = extents(thing)
    side = own > _LONG * wide
    out = deep + (wide if side else own) / 2 + h * math.sin(math.radians(LEAN))
    widths = [_across(one, azimuth) for one in group]
    along = sum(widths[:number]) + widths[number] / 2 - sum(widths) / 2
    c, s = math.cos(math.radians(azimuth)), math.sin(math.radians(azimuth))
    x, z = base.position or (0.0, 0.0)
    return x + along * c + out * s, z - along * s + out * c, azimuth + (90.0 if side else 0.0)


def _spilled(group: list[Thing], number: int, base: Thing) -> Spot:
    """On the ground before the mouth of what has tipped over, nearer ones first."""
    w, _, d = extents(base)
    mouth = (base.yaw or 0.0) + (0.0 if forward(base.nature.size) else 90.0)
    thing = group[number]
    size = max(max(a, b) for one in group for a, _, b in (extents(one),))
    row, place = divmod(number, 3)
    there = min(len(group) - 3 * row, 3)
    angle = math.radians(mouth + _MOUTH * (place - (there - 1) / 2) * (1 if row % 2 == 0 else 0.8))
    out = max(w, d) / 2 + _GAP / 2 + size * (0.62 + 1.12 * row)
    out = max(out, 1.12 * size / (2 * math.sin(math.radians(_MOUTH) / 2)) if there > 1 else out)
    x, z = base.position or (0.0, 0.0)
    return x + out * math.sin(angle), z + out * math.cos(angle), thing.yaw or 0.0


_PLACES = {
    "over": _on,
    "against": _against,
    "on": _on,
    "worn": _worn,
    "in": _in,
    "under": _under,
    "around": _around,
}


def _middle(base: Thing, space: Space | None) -> tuple[float, float]:
    """The middle of a space of a thing, on the stage."""
    x, z = base.position or (0.0, 0.0)
    return turned(x, z, space.x, space.z, base.yaw or 0.0) if space else (x, z)


def _across(thing: Thing, azimuth: float) -> float:
    """A thing's width in the picture."""
    w, _, d = extents(thing)
    turn = math.radians((thing.yaw or 0.0) - azimuth)
    return w * abs(math.cos(turn)) + d * abs(math.sin(turn))


def facing(base: Thing, azimuth: float, side: int) -> float:
    """The yaw at which the room beside a thing's pole or trunk is before it and to one side, as the camera sees it."""
    shelter = spaces.shelter(base)
    if shelter is None or not aside(base, shelter):
        return base.yaw or 0.0
    own = math.degrees(math.atan2(shelter.x, shelter.z))
    return (azimuth + 40.0 * side - own + 180.0) % 360.0 - 180.0
