"""The plan: what a picture will contain, typed and frozen; it cannot exist unless it is valid."""

import json
import re
from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from cavendish.errors import PlanError, clip, nearest
from cavendish.plan import partnames, selfmade, shades
from cavendish.plan.design import MODELS, Design
from cavendish.plan.kinds import Kind
from cavendish.plan.lettering import Lettering
from cavendish.plan.lexicon import (
    COLORS,
    KINDS,
    Color,
    Decor,
    Finish,
    Material,
    Place,
    Predicate,
    Season,
    Weather,
)
from cavendish.plan.ordering import contradicts
from cavendish.plan.parts import MOST_PRIMITIVES, Part, Repeat, Shade
from cavendish.plan.person import POSES, Expression, Person
from cavendish.plan.scene import Camera, Canvas, Light, Style, Surface
from cavendish.plan.stances import stances

MAX_THINGS = 20
MAX_AVOIDED = 64
_HINT = "a plan as `cavendish think --json` writes it"

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Thing(_Frozen):
    """One thing: of a kind that the library knows, or of any kind with `parts` that say how it is built."""

    id: Id = Field(description="Its own name in this plan, such as 'cup-1': relations and lettering use it.")
    kind: str = Field(
        description="A kind the library has, such as 'cup'; with `parts` any name in lower case, such as 'ukulele'."
    )
    color: Color | None = Field(
        default=None, description="Its main colour: of a person, what they wear on top."
    )
    shade: str | None = Field(
        default=None,
        description="Its exact main colour, a name (CSS or XKCD) or '#rrggbb'; `color` follows from it.",
    )
    colors: dict[str, Shade] | None = Field(
        default=None,
        description="Colours of single parts by their names, as in {'handle': 'blue', 'wheels': '#222222'}.",
    )
    material: Material | None = Field(default=None, description="What it is mainly made of.")
    finish: Finish | None = Field(
        default=None, description="How smooth its surfaces are; its stuff's own if left out."
    )
    pattern: Decor | None = Field(default=None, description="A pattern over its main colour.")
    accent: Shade | None = Field(
        default=None, description="The pattern's colour; one that suits if left out."
    )
    size: float | None = Field(
        default=None, ge=0.5, le=2, description="Relative to its usual size; 1 is usual."
    )
    pose: str | None = Field(
        default=None, description="How it stands, of kinds that can stand in several ways."
    )
    person: Person | None = Field(default=None, description="Of a person alone: who it is.")
    expression: Expression | None = Field(default=None, description="Of a person alone: what the face shows.")
    yaw: float | None = Field(
        default=None,
        ge=-360,
        le=360,
        description="Degrees it is turned about the vertical; 0 faces the viewer.",
    )
    position: tuple[float, float] | None = Field(
        default=None,
        description="Where it stands on the ground: x to the right, z to the viewer, in stage units.",
    )
    parts: tuple[Part, ...] | None = Field(
        default=None,
        min_length=1,
        max_length=MOST_PRIMITIVES,
        description="A shape of its own, for kinds the library lacks: primitives that touch and together are one "
        f"thing, {MOST_PRIMITIVES} at most with all copies. Its box is scaled to `span` and set on the ground.",
    )
    span: float | None = Field(
        default=None,
        ge=0.1,
        le=3,
        description="Of a thing with `parts`: its longest side in stage units; a cup is 0.76, a chair 1.2, a car 1.6, "
        "a house 1.6, a tree 1.8; 1.2 if left out.",
    )

    @model_validator(mode="before")
    @classmethod
    def _shaded(cls, given: Any) -> Any:
        if not isinstance(given, dict) or not isinstance(given.get("shade"), str):
            return given
        raw: dict[str, Any] = dict(given)
        shade = shades.known(raw["shade"])
        color = shades.class_of(shade)
        if raw.get("color") in COLORS and raw["color"] != color:
            raise ValueError(f"color: expected {color}, for the shade is {shade!r}, got {raw['color']!r}")
        return {**raw, "shade": shade, "color": color if raw.get("color") is None else raw["color"]}

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.parts is not None:
            self._selfmade()
        elif self.kind not in KINDS:
            raise ValueError(_expected("kind", self.kind, KINDS))
        poses = POSES if self.kind == "person" else self.nature.poses
        if self.pose is not None and self.pose not in (*poses, *self.nature.states, *stances(self.nature)):
            raise ValueError(_expected(f"pose of a {self.kind}", self.pose, poses))
        if self.kind != "person" and (self.person is not None or self.expression is not None):
            raise ValueError(f"person: expected none of a {self.kind}")
        if self.position is not None and any(abs(p) > 20 for p in self.position):
            raise ValueError(f"position: expected within 20 stage units, got {self.position}")
        if self.parts is None and self.span is not None:
            raise ValueError("span: expected none of a thing without parts; `size` makes it larger")
        return self

    @model_validator(mode="after")
    def _named(self) -> Self:
        known = self.part_names
        for name in self.colors or ():
            if name not in known:
                raise ValueError(_expected(f"colors: part of a {self.kind}", name, known))
        return self

    def _selfmade(self) -> None:
        """What is said of a thing with parts can be; ValueError where it cannot."""
        if self.kind == "person":
            raise ValueError("parts: expected none of a person; `person` says how one looks")
        if not re.match(selfmade.NAME, self.kind):
            raise ValueError(f"kind: expected a name in lower case, got {clip(self.kind)!r}")
        if sum(part.letters for part in self.parts or ()) > 1:
            raise ValueError("parts: expected at most one that carries letters")
        selfmade.kind_of(self.kind, self.parts or (), self.span)

    @property
    def nature(self) -> Kind:
        """What kind of thing it is: the lexicon's entry, or its parts' own."""
        return selfmade.kind_of(self.kind, self.parts, self.span) if self.parts else KINDS[self.kind]

    @property
    def part_names(self) -> tuple[str, ...]:
        """The parts that can have a colour of their own, by what people call them."""
        return selfmade.named(self.parts) if self.parts else partnames.names(self.kind)


class Relation(_Frozen):
    """One thing's place in the picture relative to another's."""

    subject: str = Field(description="The id of the thing that is placed.")
    predicate: Predicate = Field(description="Where it is, as seen in the picture.")
    object: str = Field(description="The id of the thing it is placed by.")


class Plan(_Frozen):
    """Everything a picture will contain. None means "left open"; `layout.complete` fills it."""

    version: int = Field(default=1, ge=1, le=1, description="Always 1.")
    canvas: Canvas = Field(default=Canvas(), description="The picture's shape.")
    camera: Camera = Field(default=Camera(), description="Where the camera stands.")
    light: Light = Field(default=Light(), description="The key light.")
    weather: Weather | None = Field(default=None, description="Out of doors alone; clear if left out.")
    season: Season | None = Field(default=None, description="What the leaves and the ground are like.")
    place: Place | None = Field(default=None, description="Where it all is.")
    surface: Surface | None = Field(
        default=None, description="What they stand on, if not what the place has."
    )
    things: tuple[Thing, ...] = Field(
        default=(),
        max_length=MAX_THINGS,
        description="Everything there is, each thing once; two cups are two things.",
    )
    relations: tuple[Relation, ...] = Field(
        default=(), max_length=12 * MAX_THINGS, description="Where things are relative to each other."
    )
    lettering: tuple[Lettering, ...] = Field(
        default=(), max_length=MAX_THINGS, description="Text on things, at most one line a thing."
    )
    style: Style = Field(default=Style(), description="The look of the finish.")
    avoid: tuple[Annotated[str, Field(min_length=1, max_length=60)], ...] = Field(
        default=(), max_length=MAX_AVOIDED, description="What must not be in the picture."
    )

    design: Design | None = Field(
        default=None, description="What is set over or beside the picture: titles, logos, steps, charts."
    )

    @model_validator(mode="after")
    def _consistent(self) -> "Plan":
        ids = [thing.id for thing in self.things]
        for i, name in enumerate(ids):
            if name in ids[:i]:
                raise ValueError(f"things: expected distinct ids, got {name} twice")
        for i, r in enumerate(self.relations):
            for end in (r.subject, r.object):
                if end not in ids:
                    raise ValueError(_expected("relations: thing", end, ids))
            if contradicts(self.relations[:i], r):
                raise ValueError(f"relations: {r.subject} {r.predicate} {r.object} contradicts the others")
        return self

    @model_validator(mode="after")
    def _designed(self) -> "Plan":
        ids = [thing.id for thing in self.things]
        for bubble in self.design.bubbles if self.design else ():
            if bubble.to is not None and bubble.to not in ids:
                raise ValueError(_expected("design: bubble to thing", bubble.to, ids))
        return self

    @model_validator(mode="after")
    def _legible(self) -> "Plan":
        kinds = {thing.id: thing.nature for thing in self.things}
        for line in self.lettering:
            if line.on not in kinds:
                raise ValueError(_expected("lettering: thing", line.on, kinds))
            if not kinds[line.on].labelled:
                able = ", ".join(kind.name for kind in KINDS.values() if kind.labelled)
                raise ValueError(f"lettering: expected a thing that carries letters ({able}), got {line.on}")
        if len({line.on for line in self.lettering}) < len(self.lettering):
            raise ValueError("lettering: expected at most one line a thing")
        return self

    def thing(self, name: str) -> Thing:
        """The thing with that id; KeyError when there is none."""
        for thing in self.things:
            if thing.id == name:
                return thing
        raise KeyError(name)


def parse_plan(text: str) -> Plan:
    """The plan in a JSON text; PlanError with one line naming the field that is wrong and the nearest one."""
    try:
        raw: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PlanError(f"plan: expected JSON, got {clip(text)!r} ({error})", hint=_HINT) from None
    if not isinstance(raw, dict):
        raise PlanError(f"plan: expected a JSON object, got {type(raw).__name__}", hint=_HINT)
    try:
        return Plan.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            near = nearest(str(first["loc"][-1]), _fields_at(first["loc"][:-1]))
            hint = f"the field {near!r}" if near else "fields: " + ", ".join(_fields_at(first["loc"][:-1]))
            raise PlanError(f"plan: expected a known field, got {where!r}", hint=hint) from None
        what = first["msg"].removeprefix("Value error, ")
        if first["type"] == "literal_error":
            near = nearest(str(first.get("input")), re.findall(r"'([^']+)'", str(first.get("ctx"))))
            what += f" (nearest: {near!r})" if near else ""
        got = "" if first["type"] == "value_error" else f", got {clip(repr(first.get('input')))}"
        raise PlanError(f"plan: {where + ': ' if where else ''}{what}{got}") from None


def _expected(field: str, got: str, options: Iterable[str]) -> str:
    names = list(options)
    near = nearest(got, names)
    listed = ", ".join(names) if len(names) <= 12 else f"one of {len(names)} known"
    return f"{field}: expected {listed}, got {got!r}" + (f" (nearest: {near!r})" if near else "")


def _fields_at(path: tuple[int | str, ...]) -> list[str]:
    """The fields of what lies at a path into a plan."""
    models: dict[str, type[BaseModel]] = {
        "canvas": Canvas,
        "camera": Camera,
        "light": Light,
        "surface": Surface,
        "style": Style,
        "things": Thing,
        "person": Person,
        "parts": Part,
        "repeat": Repeat,
        "relations": Relation,
        "lettering": Lettering,
        "design": Design,
        **MODELS,
    }
    within = [models[str(step)] for step in path if step in models]
    return list((within[-1] if within else Plan).model_fields)
