"""A plan as the backbone writes it: canonical tokens for what was said, and nothing for what was left open.

Things first, each `[count] [size] [colour] [material] kind [pose]`; then relations `rel subject object`,
lettering `<text i> thing`, the scene slot by slot, what to avoid, and the end.
"""

import json
import math
from dataclasses import dataclass, field
from typing import Any

from cavendish.errors import PlanError
from cavendish.plan.lexicon import COLORS, KINDS, MATERIALS, PLACES
from cavendish.plan.reading import Reading, Refs, read
from cavendish.plan.schema import Camera, Canvas, Lettering, Light, Plan, Relation, Style, Thing
from cavendish.plan.selfmade import like
from cavendish.plan.vocabulary import (
    END,
    FNUMBERS,
    FOCALS,
    ID,
    KEYS,
    MAX_COUNT,
    MAX_GROUPS,
    MAX_TEXTS,
    PLAN,
    SIZES,
    VOCAB,
    as_heard,
    field_of,
)

__all__ = [
    "VOCAB",
    "Group",
    "Outline",
    "Reading",
    "Refs",
    "decode",
    "encode",
    "encode_record",
    "outline_of",
    "read",
]

SCENE = ("aspect", "view", "framing", "mm", "f", "place", "time", "quality", "key", "look")
"""The scene's slots, in the order they are written."""


@dataclass(frozen=True)
class Group:
    """Things said in one breath: so many of a kind, all alike."""

    kind: str
    count: int = 1
    size: str | None = None
    color: str | None = None
    material: str | None = None
    pose: str | None = None


@dataclass(frozen=True)
class Outline:
    """What was said, group by group: relations and letters name groups and texts by their place."""

    groups: tuple[Group, ...] = ()
    relations: tuple[tuple[str, int, int], ...] = ()
    letters: tuple[tuple[int, int], ...] = ()
    scene: dict[str, str] = field(default_factory=dict[str, str])
    avoid: tuple[str, ...] = ()

    def plan(self, refs: Refs) -> Plan:
        """The plan this outlines; the i-th of many is on, in or under the i-th of what carries, holds or shelters."""
        ids, things = self._things()
        relations = tuple(
            Relation.model_validate({"subject": a, "predicate": predicate, "object": b})
            for predicate, left, right in self.relations
            for i, a in enumerate(ids[left])
            for j, b in enumerate(ids[right])
            if predicate not in ("on", "in", "under") or j == i % len(ids[right])
        )
        scene = self.scene
        azimuth, elevation = KEYS[scene["key"]] if "key" in scene else (None, None)
        return Plan(
            canvas=Canvas.model_validate({"aspect": scene.get("aspect", "1:1")}),
            camera=Camera.model_validate(
                {
                    "view": scene.get("view"),
                    "framing": scene.get("framing"),
                    "focal": float(scene["mm"]) if "mm" in scene else None,
                    "fnumber": float(scene["f"]) if "f" in scene else None,
                }
            ),
            light=Light.model_validate(
                {
                    "time": scene.get("time"),
                    "quality": scene.get("quality"),
                    "azimuth": azimuth,
                    "elevation": elevation,
                }
            ),
            place=scene.get("place"),  # pyright: ignore[reportArgumentType] -- pydantic checks it
            things=tuple(things),
            relations=relations,
            lettering=tuple(Lettering(text=refs.texts[i], on=ids[g][0]) for i, g in self.letters),
            style=Style.model_validate({"look": scene.get("look")}),
            avoid=self.avoid,
        )

    def _things(self) -> tuple[list[list[str]], list[Thing]]:
        seen: dict[str, int] = {}
        ids: list[list[str]] = []
        things: list[Thing] = []
        for group in self.groups:
            names: list[str] = []
            for _ in range(group.count):
                seen[group.kind] = seen.get(group.kind, 0) + 1
                names.append(f"{group.kind.replace(' ', '-')}-{seen[group.kind]}")
            ids.append(names)
            said = {"color": group.color, "material": group.material, "pose": group.pose}
            size = SIZES[group.size] if group.size else None
            things += [
                Thing.model_validate({"id": n, "kind": group.kind, "size": size, **said}) for n in names
            ]
        return ids, things


def encode(plan: Plan, refs: Refs | None = None) -> list[int]:
    """The plan's ids, <plan> first and <end> last; `refs` gives lettering and avoided words their numbers.

    Numbers between the tokens' own (sizes, light angles, focal lengths) take the nearest; positions and yaws,
    texts and words that `refs` lacks are left out.
    """
    refs = refs if refs is not None else Refs(tuple(line.text for line in plan.lettering), ())
    outline = outline_of(plan, refs)
    ids = [PLAN]
    for group in outline.groups:
        ids += _group_ids(group)
    for predicate, a, b in outline.relations:
        ids += [ID[f"rel:{predicate}"], ID[f"ref:{a}"], ID[f"ref:{b}"]]
    for text, group in outline.letters:
        ids += [ID[f"text:{text}"], ID[f"ref:{group}"]] if text < MAX_TEXTS else []
    ids += [ID[f"{slot}:{outline.scene[slot]}"] for slot in SCENE if slot in outline.scene]
    for word in outline.avoid:
        token = avoid_token(word, refs)
        ids += [ID["avoid"], token] if token is not None else []
    return [*ids, END]


def encode_record(record: dict[str, Any]) -> list[int]:
    """What the painter hears of a stored sample, {"plan": …} or the plan itself."""
    plan = Plan.model_validate_json(_json(record.get("plan", record)))
    return heard(plan)


def heard(plan: Plan) -> list[int]:
    """The words the painter hears of a complete plan: what stands there, place and light, but no camera."""
    bare = {"camera": Camera(), "canvas": Canvas(), "style": Style(), "avoid": ()}
    return as_heard(encode(plan.model_copy(update=bare)))


def decode(ids: list[int] | tuple[int, ...], refs: Refs) -> Plan:
    """The plan the ids say; PlanError when they are not a plan's."""
    try:
        return _Parser(list(ids), refs).outline().plan(refs)
    except (LookupError, ValueError) as error:
        raise PlanError(f"plan: expected plan tokens, got {_named(ids)} ({error})") from None


def outline_of(plan: Plan, refs: Refs) -> Outline:
    """The outline whose plan is `plan`, as nearly as tokens can say it, like things grouped; shades are not said."""
    plan = unshaded(sayable(plan))
    grouped = _outline(plan, refs, _runs(plan))
    if len(grouped.groups) <= MAX_GROUPS and _says(grouped, refs, plan):
        return grouped
    return _outline(plan, refs, [[i] for i in range(len(plan.things))])


def _says(outline: Outline, refs: Refs, plan: Plan) -> bool:
    """Whether the outline's plan is this one; like things on either side of another are no group."""
    try:
        return _same(outline.plan(refs), plan)
    except ValueError:
        return False


def unshaded(plan: Plan) -> Plan:
    """The plan with each thing's colour but not its exact shade, nor those of its parts."""
    if not any(thing.shade or thing.colors for thing in plan.things):
        return plan
    plain = {"shade": None, "colors": None}
    return plan.model_copy(update={"things": tuple(t.model_copy(update=plain) for t in plan.things)})


def sayable(plan: Plan) -> Plan:
    """The plan in the library's words: a thing built from parts is the kind most like it, or is left out."""
    if not any(thing.parts for thing in plan.things):
        return plan
    things = {
        t.id: t.model_copy(update={"kind": kind, "parts": None, "span": None}) if t.parts else t
        for t in plan.things
        if (kind := like(t.kind) if t.parts else t.kind) is not None
    }
    relations = tuple(r for r in plan.relations if r.subject in things and r.object in things)
    lettering = tuple(line for line in plan.lettering if line.on in things and things[line.on].nature.letters)
    more = {"things": tuple(things.values()), "relations": relations, "lettering": lettering}
    return plan.model_copy(update=more)


def avoid_token(word: str, refs: Refs) -> int | None:
    """The token that says what to avoid: a kind, colour, material, place, or an unknown word's reference."""
    for name, known in (("kind", KINDS), ("color", COLORS), ("material", MATERIALS), ("place", PLACES)):
        if word in known:
            return ID[f"{name}:{word}"]
    return ID[f"word:{refs.words.index(word)}"] if word in refs.words else None


def _group_ids(group: Group) -> list[int]:
    names = [f"n:{group.count}"] if group.count > 1 else []
    names += [f"size:{group.size}"] if group.size else []
    names += [f"color:{group.color}"] if group.color else []
    names += [f"material:{group.material}"] if group.material else []
    names.append(f"kind:{group.kind}")
    names += [f"pose:{group.pose}"] if group.pose else []
    return [ID[name] for name in names]


def _runs(plan: Plan) -> list[list[int]]:
    """Neighbours that are alike in all that was said of them, and that nothing is lettered on."""
    lettered = {line.on for line in plan.lettering}
    runs: list[list[int]] = []
    for i, thing in enumerate(plan.things):
        alike = runs and thing.id not in lettered and _said(thing) == _said(plan.things[runs[-1][-1]])
        if alike and len(runs[-1]) < MAX_COUNT:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _said(thing: Thing) -> tuple[object, ...]:
    return thing.kind, _size(thing.size), thing.color, thing.material, thing.pose


def _size(size: float | None) -> str | None:
    if size is None or abs(math.log(size)) < 0.12:
        return None
    return min(SIZES, key=lambda name: abs(math.log(SIZES[name] / size)))


def _outline(plan: Plan, refs: Refs, runs: list[list[int]]) -> Outline:
    where = {plan.things[i].id: g for g, run in enumerate(runs) for i in run}
    groups = tuple(
        Group(t.kind, len(run), _size(t.size), t.color, t.material, _pose(t))
        for run in runs
        for t in (plan.things[run[0]],)
    )
    relations = dict.fromkeys(
        (r.predicate, where[r.subject], where[r.object]) for r in plan.relations
        if where[r.subject] != where[r.object]
    )  # fmt: skip
    letters = [(refs.texts.index(t.text), where[t.on]) for t in plan.lettering if t.text in refs.texts]
    return Outline(groups, tuple(relations), tuple(letters), _scene(plan), plan.avoid)


def _pose(thing: Thing) -> str | None:
    poses = KINDS[thing.kind].poses
    return thing.pose if len(poses) > 1 and thing.pose in poses else None


def _scene(plan: Plan) -> dict[str, str]:
    camera, light = plan.camera, plan.light
    scene = {
        "aspect": plan.canvas.aspect if plan.canvas.aspect != "1:1" else None,
        "view": camera.view,
        "framing": camera.framing,
        "mm": None if camera.focal is None else str(min(FOCALS, key=lambda f: abs(f - (camera.focal or 0)))),
        "f": None
        if camera.fnumber is None
        else str(min(FNUMBERS, key=lambda f: abs(f - (camera.fnumber or 0)))),
        "place": plan.place,
        "time": light.time,
        "quality": light.quality,
        "key": _key(light),
        "look": plan.style.look,
    }
    return {slot: value for slot, value in scene.items() if value is not None}


def _key(light: Light) -> str | None:
    if light.azimuth is None:
        return None
    if light.elevation is not None and light.elevation > 66:
        return "above"
    azimuth = (light.azimuth + 180) % 360 - 180
    sides = {"left": -62.0, "right": 62.0, "behind": 180.0, "front": 0.0}
    return min(sides, key=lambda side: abs((azimuth - sides[side] + 180) % 360 - 180))


def _same(a: Plan, b: Plan) -> bool:
    return (
        a.things == b.things and set(a.relations) == set(b.relations) and set(a.lettering) == set(b.lettering)
    )


def _json(record: Any) -> str:
    return record if isinstance(record, str) else json.dumps(record)


def _named(ids: list[int] | tuple[int, ...]) -> str:
    return " ".join(VOCAB[i] if 0 <= i < len(VOCAB) else f"#{i}" for i in ids[:24])


class _Parser:
    """Reads ids left to right; ValueError or LookupError where they are not a plan's."""

    def __init__(self, ids: list[int], refs: Refs) -> None:
        body = ids[1:] if ids[:1] == [PLAN] else ids
        self._todo = [field_of(i) for i in (body[: body.index(END)] if END in body else body)]
        self._refs = refs
        self._at = 0

    def outline(self) -> Outline:
        groups = self._groups()
        relations: list[tuple[str, int, int]] = []
        while (predicate := self._take("rel")) is not None:
            relations.append((predicate, int(self._need("ref")), int(self._need("ref"))))
        letters: list[tuple[int, int]] = []
        while (text := self._take("text")) is not None:
            letters.append((int(text), int(self._need("ref"))))
        scene = {slot: value for slot in SCENE if (value := self._take(slot)) is not None}
        avoid: list[str] = []
        while self._take("avoid") is not None:
            name, value = self._todo[self._at]
            self._at += 1
            avoid.append(self._refs.words[int(value)] if name == "word" else value)
        if self._at < len(self._todo):
            raise ValueError(f"out of place: {':'.join(self._todo[self._at])}")
        return Outline(tuple(groups), tuple(relations), tuple(letters), scene, tuple(avoid))

    def _groups(self) -> list[Group]:
        groups: list[Group] = []
        while self._at < len(self._todo) and self._todo[self._at][0] in (
            "n",
            "size",
            "color",
            "material",
            "kind",
        ):
            count, size = self._take("n"), self._take("size")
            color, material = self._take("color"), self._take("material")
            groups.append(
                Group(self._need("kind"), int(count or 1), size, color, material, self._take("pose"))
            )
        return groups

    def _take(self, name: str) -> str | None:
        if self._at < len(self._todo) and self._todo[self._at][0] == name:
            self._at += 1
            return self._todo[self._at - 1][1]
        return None

    def _need(self, name: str) -> str:
        value = self._take(name)
        if value is None:
            raise ValueError(f"expected {name}")
        return value
