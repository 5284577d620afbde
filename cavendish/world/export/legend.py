"""What a drawing of a plan says in words: a line for each thing, and what camera, light and place are."""

from dataclasses import dataclass

import numpy as np

from cavendish.plan.lexicon import COLORS, KINDS, Color
from cavendish.plan.person import PLAIN, Person
from cavendish.plan.schema import Plan, Thing
from cavendish.plan.shades import albedo
from cavendish.plan.stacks import resting
from cavendish.world.export.views import display
from cavendish.world.stage import Stage

Rgb = tuple[int, int, int]
MOST_LINES = 6


@dataclass(frozen=True)
class Row:
    """A thing: its colour, its id, and what there is to say of it."""

    color: Rgb
    id: str
    text: str


@dataclass(frozen=True)
class Column:
    """A heading, and lines under it."""

    title: str
    lines: tuple[str, ...]


def title(plan: Plan) -> str:
    """The plan in a few words."""
    count = len(plan.things)
    things = "an empty stage" if not count else "1 thing" if count == 1 else f"{count} things"
    time = "" if plan.light.time in (None, "studio") else f", {plan.light.time}"
    return f"{(plan.place or 'a place').capitalize()}{time}: {things}"


def rows(stage: Stage, visible: tuple[float, ...]) -> tuple[Row, ...]:
    """A row for each thing, whose visible shares 0..1 are given."""
    resting_on = resting(stage.plan)
    said = ((r.subject, r.object) for r in stage.plan.relations if r.predicate == "on")
    carriers = {upper: under for upper, under in said if resting_on.get(upper) == under}
    lines = {line.on: " ".join(line.text.split()) for line in stage.plan.lettering}
    return tuple(
        Row(
            color_of(thing),
            thing.id,
            ", ".join(_told(thing, carriers.get(thing.id), lines.get(thing.id), share)),
        )
        for thing, share in zip(stage.plan.things, visible, strict=True)
    )


def color_of(thing: Thing) -> Rgb:
    """A thing's main colour, as a display shows it."""
    if thing.shade is not None:
        linear = albedo(thing.shade)
    else:
        kind = KINDS.get(thing.kind)
        name: Color = thing.color or (kind.color if kind else "white")  # pyright: ignore[reportAssignmentType] -- the lexicon's own
        linear = COLORS[name]
    red, green, blue = (int(part) for part in display(np.array(linear)))
    return red, green, blue


def _told(thing: Thing, carrier: str | None, text: str | None, visible: float) -> list[str]:
    color = thing.shade or thing.color
    if thing.kind == "person":
        told = _person(thing.person or PLAIN, thing, color or "")
    else:
        told = [" ".join(word for word in (color, thing.material, thing.kind) if word)]
    told += [f"“{text}”"] if text else []
    kind = KINDS.get(thing.kind)
    if thing.pose and (thing.kind == "person" or (kind is not None and len(kind.poses) > 1)):
        told.append(thing.pose)
    told += [f"on {carrier}"] if carrier else []
    if thing.position is not None:
        told.append(f"at {number(thing.position[0])}, {number(thing.position[1])}")
    if thing.yaw:
        told.append(f"turned {number(thing.yaw, 0)}°")
    told += [f"size {thing.size:g}"] if thing.size not in (None, 1.0) else []
    if visible < 0.995:
        told.append(f"{visible:.0%} in view" if visible > 0 else "out of view")
    return told


def _person(person: Person, thing: Thing, color: str) -> list[str]:
    hair = "bald" if person.hair == "bald" else f"{person.hair_color} {person.hair} hair"
    worn = [name for name in (person.glasses, person.hat) if name not in (None, "none")]
    beard = (
        []
        if person.beard in (None, "none")
        else [f"{person.beard} beard".replace("moustache beard", "moustache")]
    )
    return [word for word in (f"{person.age} in {color}", hair, *beard, *worn, thing.expression) if word]


def columns(stage: Stage) -> tuple[Column, ...]:
    """Camera, light, place, and what else was asked for, if anything."""
    plan = stage.plan
    found = [Column("Camera", _camera(stage)), Column("Light", _light(plan)), Column("Place", _place(plan))]
    told = [f"{short(r.subject)} {r.predicate} {short(r.object)}" for r in plan.relations]
    if told:
        more = (
            [*told[: MOST_LINES - 1], f"and {len(told) - MOST_LINES + 1} more"]
            if len(told) > MOST_LINES
            else told
        )
        found.append(Column("Relations", tuple(more)))
    return tuple(found)


def _camera(stage: Stage) -> tuple[str, ...]:
    camera = stage.plan.camera
    x, y, z = (float(v) for v in stage.camera[:3])
    across, up = (2 * float(np.degrees(np.arctan(t))) for t in stage.camera[12:14])
    named = [
        f"{camera.view} view" if camera.view else "",
        f"{camera.framing} framing" if camera.framing else "",
    ]
    return (
        ", ".join(word for word in named if word) or "no view by name",
        f"elevation {number(camera.elevation or 0, 0)}°, azimuth {number(camera.azimuth or 0, 0)}°",
        f"{camera.focal or 60:g} mm at f/{camera.fnumber or 5.6:g}",
        f"field of view {across:.0f}° × {up:.0f}°",
        f"stands at {number(x)}, {number(z)}, {number(y)} high",
    )


def _light(plan: Plan) -> tuple[str, ...]:
    light = plan.light
    return (
        light.time or "no time of day",
        f"from {side(light.azimuth or 0.0)}, azimuth {number(light.azimuth or 0.0, 0)}°",
        f"{number(light.elevation or 0.0, 0)}° high",
        f"{light.quality} shadows" if light.quality else "shadows neither soft nor hard",
    )


def side(azimuth: float) -> str:
    """Where light of an azimuth (degrees, as the camera sees it) comes from, in words."""
    turned = (azimuth + 180) % 360 - 180
    hand = "left" if turned < 0 else "right"
    if abs(turned) <= 22.5:
        return "the camera"
    if abs(turned) < 67.5:
        return f"the front {hand}"
    if abs(turned) <= 112.5:
        return f"the {hand}"
    return f"behind, {hand}" if abs(turned) < 157.5 else "behind"


def _place(plan: Plan) -> tuple[str, ...]:
    told = [
        plan.place or "no place",
        f"picture {plan.canvas.aspect}",
        f"look: {plan.style.look or 'natural'}",
    ]
    return (*told, f"to avoid: {', '.join(plan.avoid)}") if plan.avoid else tuple(told)


def short(name: str) -> str:
    """A long name without its middle: what tells it from others stands at its ends."""
    return name if len(name) <= 24 else f"{name[:12]}…{name[-10:]}"


def number(value: float, digits: int = 2) -> str:
    """A number with a true minus sign, and no sign where it rounds to nothing."""
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0 else text.replace("-", "−")
