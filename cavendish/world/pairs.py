"""Endless seeded edits: a plan, what a person asks to be changed, the plan after it, and both staged from one seed."""

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cavendish.errors import PlanError
from cavendish.image import write
from cavendish.plan.kinds import KINDS
from cavendish.plan.layout import camera_of, screen_boxes
from cavendish.plan.lexicon import COLORS, INDOORS, MATERIALS, PLACES
from cavendish.plan.scenery import HOURS
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.stacks import extents
from cavendish.world import stream
from cavendish.world.captions import held_out
from cavendish.world.phrasing import article, slipped, wheres
from cavendish.world.stage import Stage, Window, build
from cavendish.world.trace import trace

_TRIES = 500
_ROOM = 1.1  # of half their widths together: how near a moved thing may come to another
_SIZES = {
    "bigger": 1.45,
    "larger": 1.4,
    "smaller": 0.65,
    "much bigger": 1.7,
    "tiny": 0.55,
    "a bit smaller": 0.8,
}
_SCENES = {
    "night": ("turn it to night", "make it night", "change the time to night", "what would this look like at night?",
              "make it nighttime", "set this at midnight", "night version please"),
    "golden hour": ("make it sunset", "change the light to golden hour", "give it warm evening light",
                    "turn this into golden hour", "I want it at sunset", "make the light warmer, like at dusk"),
    "noon": ("make it daytime", "set it at noon", "turn it to bright daylight", "change to midday light"),
}  # fmt: skip
_WEATHERS = {
    "rain": ("make it rain", "let it rain", "add rain", "turn it into a rainy day"),
    "fog": ("add fog", "make it foggy", "put some mist in it", "cover it in fog"),
    "snowfall": ("make it snow", "let it snow", "add falling snow", "turn it into a snowy day"),
}
_POLITE = ("please ", "can you ", "could you ", "now ", "ok now ", "I'd like you to ", "pls ")


_VERBS = (
    "make", "change", "paint", "turn", "give", "remove", "get", "delete", "take", "erase", "lose", "add", "put",
    "place", "insert", "move", "shift", "bring", "push", "grow", "shrink", "show", "let", "rotate", "set", "cover",
    "replace", "swap", "write",
)  # fmt: skip
"""What a request begins with that a word of politeness can stand before."""


@dataclass(frozen=True)
class Pair:
    """One edit: the complete plan before, the words that ask for it, the plan after, and what sort of edit it is."""

    before: Plan
    instruction: str
    after: Plan
    sort: str


Change = tuple[Plan, Plan, str]
Editor = Callable[[Plan, random.Random], Change | None]


def pair(seed: int) -> Pair:
    """The edit of that seed: the same for the same seed; its words are never those of a scored one."""
    rng = random.Random(f"{seed}/pair")  # noqa: S311 -- edits are no secret
    sort = rng.choice(SORTS)
    for attempt in range(_TRIES):
        plan = stream.scene(seed + attempt * 1_000_003)
        made = (
            None if any(thing.parts for thing in plan.things) else _EDITORS[sort](plan, rng)
        )  # nobody has words
        if made is None:
            continue
        before, after, words = made
        words = _said(words, rng)
        if before != after and not held_out(words):
            return Pair(before, words, after, sort)
    raise PlanError(f"pairs: nothing came of seed {seed}")


def staged(made: Pair, seed: int) -> tuple[Stage, Stage]:
    """Both plans on their stages, drawn by one seed and seen by one camera: only what was asked for differs."""
    pose = camera_of(made.before if len(made.before.things) >= len(made.after.things) else made.after)
    return build(made.before, seed, pose), build(made.after, seed, pose)


def sheet(path: Path, seed: int = 0, count: int = 8, side: int = 256) -> Path:
    """Writes a contact sheet of traced edits from `seed` on, none picked, before beside after; returns its path."""
    cells: list[npt.NDArray[np.uint8]] = []
    said: list[str] = []
    for number in range(seed, seed + count):
        made = pair(number)
        said.append(made.instruction)
        cells += [trace(stage, Window.whole(side, side), samples=1) for stage in staged(made, number)]
    rows = [np.concatenate(cells[i : i + 4], 1) for i in range(0, len(cells), 4)]
    write(path, np.concatenate(rows, 0), json.dumps({"edits": said}))
    return path


def _said(words: str, rng: random.Random) -> str:
    """The request as people type it: politely or not, with a slip now and then."""
    if rng.random() < 0.2 and words.split(maxsplit=1)[0] in _VERBS:
        words = rng.choice(_POLITE) + words
    if rng.random() < 0.08:
        words = slipped(words, rng)
    if rng.random() < 0.4:
        words = words[:1].upper() + words[1:]
    return words + (rng.choice((".", "", "!")) if rng.random() < 0.3 and words[-1].isalpha() else "")


def _named(plan: Plan, rng: random.Random, free: bool = False) -> tuple[Thing, str] | None:
    """A thing that words can tell from the others, and those words; a `free` one has nothing on, in or near it."""
    kinds = Counter(thing.kind for thing in plan.things)
    bound = {end for r in plan.relations for end in (r.subject, r.object)}
    able = [t for t in plan.things if kinds[t.kind] == 1 and not (free and t.id in bound)]
    if not able:
        return None
    thing = rng.choice(able)
    noun = thing.kind if rng.random() < 0.8 or thing.kind == "person" else rng.choice(KINDS[thing.kind].nouns)
    told = f"{thing.color} {noun}" if thing.color and thing.kind != "person" and rng.random() < 0.2 else noun
    return thing, f"the {told}"


def _with(plan: Plan, thing: Thing, **fields: object) -> Plan:
    changed = tuple(t.model_copy(update=fields) if t.id == thing.id else t for t in plan.things)
    return plan.model_copy(update={"things": changed})


def _recolor(plan: Plan, rng: random.Random) -> Change | None:
    found = _named(plan, rng)
    if found is None:
        return None
    thing, name = found
    color = rng.choice([c for c in COLORS if c != thing.color])
    words = rng.choice((f"make {name} {color}", f"change {name} to {color}", f"paint {name} {color}",
                        f"{name} should be {color}", f"turn {name} {color}", f"{color} {name[4:]} instead",
                        f"change the color of {name} to {color}", f"I want {name} in {color}"))  # fmt: skip
    return plan, _with(plan, thing, color=color, shade=None), words


def _remake(plan: Plan, rng: random.Random) -> Change | None:
    found = _named(plan, rng)
    if found is None or found[0].kind == "person":
        return None
    thing, name = found
    stuff = rng.choice([m for m in MATERIALS if m != thing.material])
    words = rng.choice((f"make {name} out of {stuff}", f"{name} should be made of {stuff}", f"turn {name} into {stuff}",
                        f"give {name} a {stuff} look", f"change the material of {name} to {stuff}"))  # fmt: skip
    return plan, _with(plan, thing, material=stuff), words


def _remove(plan: Plan, rng: random.Random) -> Change | None:
    found = _named(plan, rng, free=True)
    if found is None or len(plan.things) < 2:
        return None
    thing, name = found
    words = rng.choice((f"remove {name}", f"get rid of {name}", f"delete {name}", f"take {name} away", f"erase {name}",
                        f"take out {name}", f"the picture without {name}", f"no {name.removeprefix('the ')}",
                        f"lose {name}"))  # fmt: skip
    return plan, _less(plan, thing), words


def _add(plan: Plan, rng: random.Random) -> Change | None:
    found = _named(plan, rng, free=True)
    if found is None or len(plan.things) < 2:
        return None
    thing, name = found
    noun = name.removeprefix("the ")
    told = f"{thing.color} {thing.kind}" if thing.color and thing.kind != "person" else noun
    other = next(t for t in plan.things if t.id != thing.id)
    one = "some " + noun if KINDS[thing.kind].plain else article(told)
    side = "left" if screen_boxes(plan)[thing.id][0] < screen_boxes(plan)[other.id][0] else "right"
    words = rng.choice((f"add {one}", f"put {one} next to the {other.kind}", f"add {one} on the {side}", f"{one} too",
                        f"put {one} to the {side} of the {other.kind}", f"place {one} in the scene",
                        f"there should also be {one}", f"insert {one} on the {side}"))  # fmt: skip
    return _less(plan, thing), plan, words


def _less(plan: Plan, thing: Thing) -> Plan:
    """The plan without a thing and what is written on it; everything else stays where it is."""
    kept = tuple(t for t in plan.things if t.id != thing.id)
    lines = tuple(line for line in plan.lettering if line.on != thing.id)
    return plan.model_copy(update={"things": kept, "lettering": lines})


def _move(plan: Plan, rng: random.Random) -> Change | None:
    found = _named(plan, rng, free=True)
    if found is None or len(plan.things) < 2 or plan.camera.azimuth:
        return None
    thing, name = found
    way = rng.choice(("left", "right", "forward", "back"))
    by = rng.uniform(0.5, 1.0)
    (x, z), (dx, dz) = thing.position or (0.0, 0.0), _WAYS[way]
    spot = (round(x + by * dx, 3), round(z + by * dz, 3))
    own = max(extents(thing)[::2])
    for other in plan.things:
        u, v = other.position or (0.0, 0.0)
        if (
            other.id != thing.id
            and ((spot[0] - u) ** 2 + (spot[1] - v) ** 2) ** 0.5
            < _ROOM * (own + max(extents(other)[::2])) / 2
        ):
            return None
    after = _with(plan, thing, position=spot)
    if way in ("left", "right"):
        x0, _, x1, _ = _framed(plan, after, thing)
        words = rng.choice((f"move {name} to the {way}", f"shift {name} {way}", f"{name} a bit more to the {way}",
                            f"put {name} further {way}", f"move {name} {way}wards"))  # fmt: skip
        return (plan, after, words) if x0 > 0.02 and x1 < 0.98 else None
    near = (
        ("closer", "forward", "nearer to the camera")
        if way == "forward"
        else ("back", "farther away", "further back")
    )
    words = rng.choice((f"move {name} {rng.choice(near)}", f"bring {name} {near[0]}" if way == "forward"
                        else f"push {name} {near[0]}"))  # fmt: skip
    x0, y0, x1, y1 = _framed(plan, after, thing)
    return (plan, after, words) if min(x0, y0) > 0.02 and max(x1, y1) < 0.98 else None


_WAYS = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "forward": (0.0, 0.7), "back": (0.0, -1.0)}


def _framed(before: Plan, after: Plan, thing: Thing) -> tuple[float, float, float, float]:
    """A thing's box after the edit, as the camera of the plan before sees it."""
    return screen_boxes(after, camera_of(before))[thing.id]


def _resize(plan: Plan, rng: random.Random) -> Change | None:
    found = _named(plan, rng, free=True)
    if found is None:
        return None
    thing, name = found
    word = rng.choice(tuple(_SIZES))
    size = round((thing.size or 1.0) * _SIZES[word], 3)
    after = _with(plan, thing, size=min(max(size, 0.5), 2.0))
    x0, y0, x1, y1 = _framed(plan, after, thing)
    if not 0.5 <= size <= 2.0 or min(x0, y0) < 0.01 or max(x1, y1) > 0.99:
        return None
    shrink = "grow" if _SIZES[word] > 1 else "shrink"
    words = rng.choice(
        (f"make {name} {word}", f"{name} should be {word}", f"{shrink} {name}", f"I need {name} {word}")
    )
    return plan, after, words


def _turn(plan: Plan, rng: random.Random) -> Change | None:
    found = _named(plan, rng, free=True)
    if found is None or KINDS[found[0].kind].yaw[1] >= 180:
        return None
    thing, name = found
    by = rng.choice((180.0, 90.0, -90.0))
    yaw = ((thing.yaw or 0.0) + by + 180.0) % 360.0 - 180.0
    said = {180.0: ("turn {} around", "show {} from behind", "let {} face the other way", "rotate {} by 180 degrees"),
            90.0: ("turn {} to the right", "rotate {} 90 degrees to the right"),
            -90.0: ("turn {} to the left", "rotate {} 90 degrees to the left")}[by]  # fmt: skip
    return plan, _with(plan, thing, yaw=round(yaw, 3)), rng.choice(said).format(name)


def _relight(plan: Plan, rng: random.Random) -> Change | None:
    hours = [hour for hour, _ in HOURS[plan.place]] if plan.place in HOURS else []
    times = [t for t in (*hours, "night") if t in _SCENES and t != plan.light.time]
    if not times or plan.place == "studio":
        return None
    time = rng.choice(times)
    light = plan.light.model_copy(update={"time": time})
    return plan, plan.model_copy(update={"light": light}), rng.choice(_SCENES[time])


def _rain(plan: Plan, rng: random.Random) -> Change | None:
    if plan.place in INDOORS or plan.place in ("space", "underwater", "night sky") or plan.weather != "clear":
        return None
    weather = rng.choice(tuple(_WEATHERS))
    return plan, plan.model_copy(update={"weather": weather}), rng.choice(_WEATHERS[weather])


def _elsewhere(plan: Plan, rng: random.Random) -> Change | None:
    place = rng.choice([p for p in PLACES if p != plan.place])
    where = rng.choice(wheres(place))
    noun = "it" if len(plan.things) != 1 else f"the {plan.things[0].kind}"
    words = rng.choice((f"put {noun} {where}", f"place {noun} {where}", f"same thing but {where}", f"now {where}",
                        f"change the background: {where}", f"show {noun} {where}", f"{where} instead"))  # fmt: skip
    light = plan.light
    if place in HOURS and light.time not in [hour for hour, _ in HOURS[place]]:
        light = light.model_copy(update={"time": HOURS[place][0][0]})
    return plan, plan.model_copy(update={"place": place, "light": light, "weather": "clear"}), words


def _replace(plan: Plan, rng: random.Random) -> Change | None:
    found = _named(plan, rng, free=True)
    if found is None or found[0].kind == "person":
        return None
    thing, name = found
    nature = KINDS[thing.kind]
    alike = [k.name for k in KINDS.values() if k.group == nature.group and k.name not in {t.kind for t in plan.things}
             and 0.6 < max(k.size) / max(nature.size) < 1.1]  # fmt: skip
    if not alike or any(line.on == thing.id for line in plan.lettering):
        return None
    kind = rng.choice(alike)
    fresh = Thing(id=thing.id, kind=kind, color=thing.color, material=KINDS[kind].material, size=thing.size,  # pyright: ignore[reportArgumentType] -- the lexicon's own
                  pose=KINDS[kind].poses[0], yaw=thing.yaw, position=thing.position, pattern=thing.pattern,
                  accent=thing.accent)  # fmt: skip
    one = "some " + kind if KINDS[kind].plain else article(kind)
    words = rng.choice((f"replace {name} with {one}", f"swap {name} for {one}", f"turn {name} into {one}",
                        f"{one} instead of {name}", f"change {name} to {one}", f"make {name} {one}"))  # fmt: skip
    after = plan.model_copy(update={"things": tuple(fresh if t.id == thing.id else t for t in plan.things)})
    return plan, after, words


def _rewrite(plan: Plan, rng: random.Random) -> Change | None:
    if not plan.lettering:
        return None
    line = rng.choice(plan.lettering)
    text = rng.choice(
        [w for w in ("OPEN", "SALE", "Hello", "Fresh Tea", "Closed", "Bread", "2027") if w != line.text]
    )
    on = plan.thing(line.on).kind
    words = rng.choice((f'change the text to "{text}"', f'make the {on} say "{text}"', f'the {on} should read "{text}"',
                        f"replace '{line.text}' with '{text}'", f'write "{text}" on the {on} instead'))  # fmt: skip
    lines = tuple(each.model_copy(update={"text": text}) if each is line else each for each in plan.lettering)
    return plan, plan.model_copy(update={"lettering": lines}), words


_EDITORS: dict[str, Editor] = {
    "color": _recolor, "material": _remake, "remove": _remove, "add": _add, "move": _move, "size": _resize,
    "turn": _turn, "light": _relight, "weather": _rain, "place": _elsewhere, "replace": _replace, "text": _rewrite,
}  # fmt: skip
SORTS = tuple(_EDITORS)
