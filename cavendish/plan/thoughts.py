"""What was assumed and why, in lines a person can read: the difference between a plan as asked and as completed."""

from collections.abc import Iterable, Iterator

from cavendish.errors import clip
from cavendish.plan.kinds import plural
from cavendish.plan.scenery import HOURS
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.stacks import carries, resting, upward

MOST = 8
"""Lines of thought a picture has at most."""
_LONG = 80
_HOURS = {
    "noon": "the midday sun", "golden hour": "the low sun", "night": "the moon", "studio": "a softbox",
    "dawn": "the rising sun", "morning": "the morning sun", "sunset": "the setting sun", "blue hour": "the evening sky",
}  # fmt: skip


def reasons(asked: Plan, done: Plan) -> tuple[str, ...]:
    """Why the complete plan `done` holds what the open plan `asked` does not say: a line each, what matters most first.

    What stands on what, what is written and where, what is kept out, the place, the light, colours, space.
    """
    lines = [*_physics(done), *_letters(done), *_avoided(done)]
    lines += [
        line
        for line in (_place(asked, done), _light(asked, done), _colors(asked, done), _space(done))
        if line
    ]
    return tuple(dict.fromkeys(lines))


def chosen(first: Iterable[str], then: Iterable[str]) -> tuple[str, ...]:
    """At most MOST lines: all of `first` that fit, and as many of `then`, which stand before them."""
    must = tuple(dict.fromkeys(first))[:MOST]
    rest = tuple(line for line in dict.fromkeys(then) if line not in must)
    return (*rest[: MOST - len(must)], *must)


def named(thing: Thing, plan: Plan) -> str:
    """What a thing is called among the plan's: "cup", or "red cup" where there are several."""
    alike = [other for other in plan.things if other.kind == thing.kind]
    told = len({other.color for other in alike}) > 1 and thing.color is not None
    return f"{thing.color} {thing.kind}" if told else thing.kind


def a(noun: str) -> str:
    """The noun with its article."""
    voiced = noun[:1] in "aeiou" and not noun.startswith(_AS_IN_YOU)
    return f"an {noun}" if voiced else f"a {noun}"


_AS_IN_YOU = ("uk", "uni", "us", "eu", "ufo")


_LOCATED: dict[str, str] = {
    "mountains": "in the mountains", "snow": "in the snow", "underwater": "under water", "space": "in space",
    "night sky": "under the night sky", "table": "on a table", "beach": "on a beach", "rooftop": "on a rooftop",
    "lake": "by a lake", "city": "in the city", "desert": "in the desert", "cafe": "at a cafe",
}  # fmt: skip


def located(place: str) -> str:
    """Where that is, in words: "in the snow"."""
    return _LOCATED.get(place, f"in {a(place)}")


def _physics(plan: Plan) -> Iterator[str]:
    """What carries what, and why something does not stand where it was said to."""
    things = {thing.id: thing for thing in plan.things}
    carriers = resting(plan)
    for upper, under in carriers.items():
        yield f"the {named(things[under], plan)} carries the {named(things[upper], plan)}"
    for relation in plan.relations:
        above, below, word = upward(relation)
        if word not in ("on", "above") or carriers.get(above) == below:
            continue
        what, over = things[below], named(things[above], plan)
        if not what.nature.supports:
            yield f"{a(what.kind)} carries nothing, so the {over} stands behind it, higher in the picture"
        elif not carries(what, word):
            yield f"nothing stands over {a(what.kind)}, so the {over} stands behind it, higher in the picture"
        else:
            yield f"the {named(what, plan)} is too small for the {over}, which stands behind it"


def _letters(plan: Plan) -> Iterator[str]:
    """What is written where, letter for letter."""
    kinds = {thing.id: thing.kind for thing in plan.things}
    lines = [f"“{clip(line.text, _LONG)}” on the {kinds[line.on]}" for line in plan.lettering]
    if len(lines) > 2:
        yield f"written letter for letter: {', '.join(lines[:2])} and {len(lines) - 2} more"
    elif lines:
        yield f"written letter for letter: {' and '.join(lines)}"


def _avoided(plan: Plan) -> Iterator[str]:
    if plan.avoid:
        yield f"kept out: {clip(', '.join(plan.avoid), 2 * _LONG)}"


def _place(asked: Plan, done: Plan) -> str | None:
    if asked.place is not None or done.place is None:
        return None
    if done.place == "studio":
        return "no place was named: a plain studio, where nothing is in the way"
    if not done.things:
        return f"no place was named: {located(done.place)}"
    lead = max(done.things, key=lambda thing: max(thing.nature.size))
    return f"no place was named: {located(done.place)}, which suits {a(lead.kind)}"


def _light(asked: Plan, done: Plan) -> str | None:
    light = done.light
    if light.time is None or light.azimuth is None or light.elevation is None:
        return None
    hour = "as asked" if asked.light.time else _hour(done)
    side = _side(light.azimuth, light.elevation)
    why = "as asked" if asked.light.azimuth is not None else "so that shapes and textures show"
    return f"light: {light.time}, {hour}; {_HOURS[light.time]} {side}, {light.elevation:.0f}° up, {why}"


def _hour(done: Plan) -> str:
    hours = HOURS.get(done.place) if done.place is not None else None
    return "the only hour there" if hours is not None and len(hours) == 1 else "for no hour was named"


def _side(azimuth: float, elevation: float) -> str:
    turn = (azimuth + 180) % 360 - 180
    if elevation > 66:
        return "overhead"
    if abs(turn) < 20:
        return "behind the camera"
    if abs(turn) > 115:
        return "behind the things"
    return f"from the {'left' if turn < 0 else 'right'}"


def _colors(asked: Plan, done: Plan) -> str | None:
    """Which colours nobody named, and where they come from."""
    given = {thing.id for thing in asked.things if thing.color is not None or thing.colors}
    own: dict[str, dict[str, None]] = {}
    free: dict[str, dict[str, None]] = {}
    for thing in done.things:
        if thing.id not in given and thing.color is not None:
            natural = thing.color == thing.nature.color and thing.color not in thing.nature.colors
            sort = own if natural and thing.kind != "person" else free
            sort.setdefault(thing.color, {})[_article(thing, done)] = None
    parts = [
        f"{_shades(own)}, as in nature" if own else "",
        f"{_shades(free)}, to go together" if free else "",
    ]
    said = "; ".join(part for part in parts if part)
    return f"colours nobody named: {said}" if said else None


def _shades(colors: dict[str, dict[str, None]]) -> str:
    return _listed(f"{color} for {' and '.join(list(things)[:3])}" for color, things in colors.items())


def _article(thing: Thing, plan: Plan) -> str:
    if thing.kind == "person":
        return "clothes"
    same = sum(other.kind == thing.kind and other.color == thing.color for other in plan.things)
    return f"the {plural(thing.kind) if same > 1 else thing.kind}"


def _listed(lines: Iterable[str]) -> str:
    most = 4
    names = list(lines)
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def _space(plan: Plan) -> str | None:
    """How the things stand to each other, and how the camera sees them."""
    camera = plan.camera
    lens = f"{camera.focal:.0f} mm, f/{camera.fnumber:g}" if camera.focal and camera.fnumber else ""
    high = (
        f"looking {'up' if camera.elevation < 0 else 'down'} {abs(camera.elevation):.0f}°"
        if camera.elevation
        else ""
    )
    seen = ", ".join(part for part in (lens, high) if part)
    if plan.relations:
        said = dict.fromkeys(_related(plan))
        return f"space: {_listed(said)}, as seen in the picture; {seen}" if said else f"camera: {seen}"
    if len(plan.things) > 1:
        return f"space: {len(plan.things)} things side by side, for nothing was said of where; {seen}"
    return f"camera: {seen}" if seen else None


def _related(plan: Plan) -> Iterator[str]:
    things = {thing.id: thing for thing in plan.things}
    carriers = resting(plan)
    for relation in plan.relations:
        above, below, word = upward(relation)
        if carriers.get(above) != below and word not in ("on", "above"):
            one, other = things[relation.subject], things[relation.object]
            yield f"the {named(one, plan)} is {relation.predicate} the {named(other, plan)}"
