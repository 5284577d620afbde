"""The plan: what a picture will contain, typed and frozen; it cannot exist unless it is valid."""

import json
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from cavendish.errors import PlanError, clip, nearest
from cavendish.plan import shades
from cavendish.plan.lettering import check, typeface
from cavendish.plan.lexicon import (
    COLORS,
    KINDS,
    Aspect,
    Color,
    Framing,
    Look,
    Material,
    Place,
    Predicate,
    Quality,
    Time,
    View,
)
from cavendish.plan.person import POSES, Expression, Person

MAX_THINGS = 12
MAX_LETTERS = 400
MAX_AVOIDED = 64
_HINT = "a plan as `cavendish think --json` writes it"

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Canvas(_Frozen):
    """The picture's shape."""

    aspect: Aspect = "1:1"


class Camera(_Frozen):
    """Where the camera stands: degrees (azimuth 0 is the front, + moves it to picture right); focal in mm."""

    view: View | None = None
    elevation: float | None = Field(default=None, ge=-40, le=89)
    azimuth: float | None = Field(default=None, ge=-180, le=180)
    framing: Framing | None = None
    focal: float | None = Field(default=None, ge=14, le=300)
    fnumber: float | None = Field(default=None, ge=1, le=32)


class Light(_Frozen):
    """The key light: azimuth seen from the camera, -90 left, 0 behind it, 90 right, 180 behind the things."""

    time: Time | None = None
    azimuth: float | None = Field(default=None, ge=-180, le=180)
    elevation: float | None = Field(default=None, ge=0, le=90)
    quality: Quality | None = None


class Thing(_Frozen):
    """One thing: `size` relative to its usual one, `yaw` degrees, `position` (x, z) on the ground.

    `shade` is its exact colour, a name or "#rrggbb"; `color` is then the one of the ten that it is one of. Of a
    person (whose colour is what they wear on top) `person` says who it is and `expression` what their face shows.
    """

    id: Id
    kind: str
    color: Color | None = None
    shade: str | None = None
    material: Material | None = None
    size: float | None = Field(default=None, ge=0.5, le=2)
    pose: str | None = None
    person: Person | None = None
    expression: Expression | None = None
    yaw: float | None = Field(default=None, ge=-360, le=360)
    position: tuple[float, float] | None = None

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
    def _known(self) -> "Thing":
        if self.kind not in KINDS:
            raise ValueError(_expected("kind", self.kind, KINDS))
        poses = POSES if self.kind == "person" else KINDS[self.kind].poses
        if self.pose is not None and self.pose not in poses:
            raise ValueError(_expected(f"pose of a {self.kind}", self.pose, poses))
        if self.kind != "person" and (self.person is not None or self.expression is not None):
            raise ValueError(f"person: expected none of a {self.kind}")
        if self.position is not None and any(abs(p) > 20 for p in self.position):
            raise ValueError(f"position: expected within 20 stage units, got {self.position}")
        return self


class Relation(_Frozen):
    """One thing's place in the picture relative to another's."""

    subject: str
    predicate: Predicate
    object: str


class Lettering(_Frozen):
    """A text on a thing that carries letters, in lines that fit; `font` says in words which letters."""

    text: str = Field(min_length=1, max_length=MAX_LETTERS)
    on: str
    font: str | None = Field(default=None, max_length=60)

    @model_validator(mode="after")
    def _drawable(self) -> "Lettering":
        check(self.text)
        typeface(self.font)
        return self


class Style(_Frozen):
    """The look of the finish."""

    look: Look | None = None


class Plan(_Frozen):
    """Everything a picture will contain. None means "left open"; `layout.complete` fills it."""

    version: int = Field(default=1, ge=1, le=1)
    canvas: Canvas = Canvas()
    camera: Camera = Camera()
    light: Light = Light()
    place: Place | None = None
    things: tuple[Thing, ...] = Field(default=(), max_length=MAX_THINGS)
    relations: tuple[Relation, ...] = Field(default=(), max_length=12 * MAX_THINGS)
    lettering: tuple[Lettering, ...] = Field(default=(), max_length=MAX_THINGS)
    style: Style = Style()
    avoid: tuple[Annotated[str, Field(min_length=1, max_length=60)], ...] = Field(
        default=(), max_length=MAX_AVOIDED
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
    def _legible(self) -> "Plan":
        kinds = {thing.id: thing.kind for thing in self.things}
        for line in self.lettering:
            if line.on not in kinds:
                raise ValueError(_expected("lettering: thing", line.on, kinds))
            if not KINDS[kinds[line.on]].letters:
                able = ", ".join(kind.name for kind in KINDS.values() if kind.letters)
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


_AXES: dict[str, tuple[str, bool]] = {
    "left of": ("x", False),
    "right of": ("x", True),
    "above": ("y", True),
    "on": ("y", True),
    "in": ("y", True),
    "under": ("y", False),
    "below": ("y", False),
    "in front of": ("z", True),
    "behind": ("z", False),
}


_RESTING = ("on", "in")
"""Relations to what carries a thing: each thing has one at most."""


def ordered(relation: Relation, axis: str) -> tuple[str, str] | None:
    """The two ids in rising order along "x" (right), "y" (up) or "z" (nearer), or None."""
    which, subject_last = _AXES.get(relation.predicate, ("", False))
    if which != axis:
        return None
    ends = (relation.object, relation.subject)
    return ends if subject_last else (ends[1], ends[0])


def contradicts(relations: Iterable[Relation], new: Relation) -> bool:
    """True when `new` cannot hold beside `relations`: itself, a circle, two supports at once."""
    known = tuple(relations)
    if new.subject == new.object:
        return True
    for axis in "xyz":
        edge = ordered(new, axis)
        if edge is None:
            continue
        edges = [e for e in (ordered(r, axis) for r in known) if e is not None]
        if _reaches(edges, edge[1], edge[0]):
            return True
    resting = new.predicate in _RESTING
    return resting and any(r.predicate in _RESTING and r.subject == new.subject for r in known)


def parse_plan(text: str) -> Plan:
    """The plan in a JSON text; PlanError with one line naming the field that is wrong and the nearest one."""
    try:
        raw: Any = json.loads(text)
    except ValueError as error:
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
        got = "" if first["type"] == "value_error" else f", got {clip(repr(first.get('input')))}"
        raise PlanError(f"plan: {where + ': ' if where else ''}{what}{got}") from None


def _reaches(edges: list[tuple[str, str]], start: str, goal: str) -> bool:
    seen, todo = {start}, [start]
    while todo:
        node = todo.pop()
        if node == goal:
            return True
        todo += [b for a, b in edges if a == node and b not in seen]
        seen.update(todo)
    return False


def _expected(field: str, got: str, options: Iterable[str]) -> str:
    names = list(options)
    near = nearest(got, names)
    listed = ", ".join(names) if len(names) <= 12 else f"one of {len(names)} known"
    return f"{field}: expected {listed}, got {got!r}" + (f" (nearest: {near!r})" if near else "")


def _fields_at(path: tuple[int | str, ...]) -> list[str]:
    parts = {
        "canvas": Canvas,
        "camera": Camera,
        "light": Light,
        "style": Style,
        "things": Thing,
        "relations": Relation,
        "lettering": Lettering,
    }
    model = parts.get(str(path[0]), Plan) if path else Plan
    return list(model.model_fields)
