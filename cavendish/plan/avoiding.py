"""What a plan is to avoid, kept out of it: things, colours, places, hours, looks, clothes, and scenery."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from cavendish.plan.attire import feature
from cavendish.plan.lexicon import COLORS, MATERIALS, PLACES, TIMES, Color, Place, Time
from cavendish.plan.making import plain
from cavendish.plan.people import doings
from cavendish.plan.person import Bottom, Hair, Top, drawn
from cavendish.plan.scenery import HOURS, choose_color, choose_light, choose_place, setting
from cavendish.plan.schema import MAX_AVOIDED, Camera, Light, Plan, Style, Thing
from cavendish.plan.shades import class_of
from cavendish.plan.wording import phrases

_TRIES = 24
_SHARP = 11.0
_INSTEAD: tuple[Color, ...] = (
    "white",
    "blue",
    "yellow",
    "green",
    "red",
    "orange",
    "pink",
    "purple",
    "brown",
    "black",
)
_OFF: dict[str, tuple[str, ...]] = {
    "hat": ("none",), "glasses": ("none",), "beard": ("none",), "extra": ("none",), "hair": ("bald", *get_args(Hair)),
    "top": ("sweater", "t-shirt", *get_args(Top)), "bottom": ("trousers", *get_args(Bottom)), "weave": ("plain",),
}  # fmt: skip
"""What is worn where something is not to be, the likeliest first."""
_CLOTHS = ("hat_color", "second_color", "bottom_color", "shoe_color")
_SCENERY = {
    "tree|forest|wood": "broadleaf|pine|snowy pine|palm|trunk|thicket|stump|log", "pine tree": "pine|snowy pine",
    "palm tree": "palm", "bush|shrub|hedge": "bush|hedge|thicket", "log|stump": "log|stump",
    "plant|greenery|vegetation|foliage": "broadleaf|pine|palm|bush|hedge|thicket|house plant|planter|reeds|saguaro",
    "potted plant|flower|houseplant": "house plant|planter", "cactus": "saguaro", "reed": "reeds",
    "house|building|architecture": "shop|townhouse|tower|cottage", "shop|store": "shop", "igloo": "igloo",
    "tower|skyscraper|skyline": "tower|townhouse", "street lamp|lamp post|lamp|lantern": "lamp post|"
    "floor lamp|hanging lamp",
    "umbrella|parasol": "parasol|bistro", "bench": "bench", "boat|sail|ship": "sail", "rock|stone|boulder": "rock",
    "mountain|peak": "peak|mesa|hill", "hill": "hill", "window": "window|curtained window", "fence": "fence",
    "curtain": "curtained window", "picture|painting|poster": "picture", "shelf|bookshelf|book": "bookshelf|bookcase|"
    "wall shelf|plate shelf", "couch|sofa": "sofa", "desk": "desk", "refrigerator|fridge": "fridge",
    "furniture": "sofa|desk|cabinet|counter|fridge|bookshelf|bookcase|floor lamp|bistro", "fountain": "fountain",
    "moon": "moon", "planet": "planet|ringed planet", "cloud": "cloud bank", "coral": "coral|brain coral|fan coral",
    "seaweed": "seaweed", "dining table|chair|table": "bistro", "crater": "crater", "dune": "dune",
}  # fmt: skip
_GROUNDS: dict[str, str] = {
    "grass": "meadow|park|mountains|night sky", "sand": "beach|desert|underwater", "water": "beach|lake|underwater",
    "sea": "beach|underwater", "snow": "snow", "sky": "meadow|beach|forest|street|city|cafe|village|rooftop|park|lake|"
    "desert|mountains|snow|night sky|space", "star": "night sky|space",
    "wall": "table|kitchen|living room|library|office",
}  # fmt: skip
"""What places are made of, and cannot be without."""


@dataclass
class _Kept:
    """What is not to be, by the sort of thing it is."""

    kinds: set[str] = field(default_factory=set[str])
    pairs: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    values: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    words: list[list[str]] = field(default_factory=list[list[str]])

    def of(self, name: str) -> set[str]:
        """The avoided values of a field."""
        return self.values.get(name, set())


def together(avoid: Iterable[str]) -> tuple[str, ...]:
    """The words of a plan's `avoid`: kinds by their names, each once, as many as a plan keeps."""
    named = (_kind(plain(word)) or " ".join(word.split())[:60] for word in avoid)
    return tuple(dict.fromkeys(word for word in named if word))[:MAX_AVOIDED]


def honoured(plan: Plan, seed: int) -> tuple[Plan, tuple[str, ...]]:
    """The plan without what it avoids, and a line on each thing that was taken out of it.

    Colours, hours, places and clothes that are open are chosen otherwise; those that were said are chosen anew.
    """
    if not plan.avoid:
        return plan, ()
    kept = _sorted(plan.avoid)
    plan, notes = _without(plan, kept)
    plan = _elsewhere(plan, kept, seed)
    place = choose_place(plan, seed)
    things = tuple(
        _other(thing, i, kept, place, setting(plan, place, seed)) for i, thing in enumerate(plan.things)
    )
    style = Style() if plan.style.look in kept.of("look") else plan.style
    camera = plan.camera
    if kept.of("f") and (camera.fnumber is None or str(camera.fnumber) in kept.of("f")):
        camera = Camera.model_validate({**camera.model_dump(), "fnumber": _SHARP})
    return plan.model_copy(update={"things": things, "style": style, "camera": camera}), notes


def remaining(plan: Plan) -> tuple[str, ...]:
    """What a complete plan holds although it should not: things, and what its place cannot be without."""
    kept = _sorted(plan.avoid)
    things = [f"{thing.id} is there, though {thing.kind} is to be avoided" for thing in plan.things
              if thing.kind in kept.kinds]  # fmt: skip
    words = [_single(word) for word in plan.avoid]
    grounds = [
        f"no {word} was wanted, but a {plan.place} is made of it"
        for word in words
        if plan.place in _GROUNDS.get(word, "").split("|")
    ]
    return (*things, *grounds)


def embodied(plan: Plan) -> Plan | None:
    """The plan of what this one avoids: those things, that place and hour; None when it avoids nothing of the sort.

    What is not said is as in this plan, so that the two differ in what is avoided alone.
    """
    kept = _sorted(plan.avoid)
    places, times = sorted(kept.of("place")), sorted(kept.of("time"))
    if not (kept.kinds or places or times):
        return None
    things = tuple(Thing(id=f"avoided-{i}", kind=kind) for i, kind in enumerate(sorted(kept.kinds), 1))
    light = plan.light.model_copy(update={"time": times[0]}) if times else plan.light
    place = places[0] if places else plan.place
    return plan.model_copy(update={"things": (*plan.things, *things), "place": place, "light": light})


def unwanted_scenery(avoid: Iterable[str]) -> frozenset[str]:
    """The shapes of scenery that would show what is to be avoided."""
    names = {_single(word) for word in avoid}
    return frozenset(shape for name in names for shape in _scenic().get(name, ()))


@cache
def _scenic() -> dict[str, tuple[str, ...]]:
    return {name: tuple(shapes.split("|")) for names, shapes in _SCENERY.items() for name in names.split("|")}


def _single(word: str) -> str:
    """The singular name that tables know a word by."""
    text = plain(word)
    kind = _kind(text)
    return kind or next(
        (text[:-n] for n in (1, 2) if text.endswith("es"[-n:]) and text[:-n] in _scenic()), text
    )


def _kind(text: str) -> str:
    field_name, _, value = _phrases().get(tuple(text.split()), "").partition(":")
    return value if field_name in ("kind", "kinds") else "orange" if text == "orange fruit" else ""


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    return phrases()


def _sorted(avoid: Iterable[str]) -> _Kept:
    kept = _Kept()
    for word in avoid:
        words = plain(word).split()
        own = (
            f"place:{words[0]}" if words == ["studio"] else f"color:{words[0]}" if words == ["orange"] else ""
        )
        name, _, value = (own or _phrases().get(tuple(words), "")).partition(":")
        kind = _kind(" ".join(words))
        if kind:
            kept.kinds.add(kind)
        elif name in ("color", "material", "place", "time", "look", "f"):
            kept.values.setdefault(name, set()).add(value)
        elif len(words) > 1 and words[0] in COLORS and (kind := _kind(" ".join(words[1:]))):
            kept.pairs.add((words[0], kind))
        kept.words.append(words)
    return kept


def _without(plan: Plan, kept: _Kept) -> tuple[Plan, tuple[str, ...]]:
    gone = {thing.id: thing.kind for thing in plan.things if thing.kind in kept.kinds}
    if not gone:
        return plan, ()
    changed = {
        "things": tuple(thing for thing in plan.things if thing.id not in gone),
        "relations": tuple(r for r in plan.relations if r.subject not in gone and r.object not in gone),
        "lettering": tuple(line for line in plan.lettering if line.on not in gone),
    }
    return plan.model_copy(update=changed), tuple(
        f"left out: {kind}, which is to be avoided" for kind in dict.fromkeys(gone.values())
    )


def _elsewhere(plan: Plan, kept: _Kept, seed: int) -> Plan:
    """The plan at a place and an hour that are not to be avoided."""
    places, times = kept.of("place"), kept.of("time")
    if places:
        plan = plan.model_copy(update={"place": None}) if plan.place in places else plan
        tried = [choose_place(plan, seed + i) for i in range(_TRIES)]
        free = [place for place in (*tried, *PLACES) if place not in places]
        plan = plan.model_copy(update={"place": free[0]}) if free else plan
    if times:
        open_ = Light.model_validate({**plan.light.model_dump(), "time": None})
        light = open_ if plan.light.time in times else plan.light
        place = choose_place(plan, seed)
        hours: list[Time] = [hour for hour, _ in HOURS[place] if hour not in times]
        usual = choose_light(light, place, setting(plan, place, seed)).time
        others = hours or [hour for hour in TIMES if hour not in times and hour != "studio"]
        if usual in times and others:
            light = light.model_copy(update={"time": others[0]})
        plan = plan.model_copy(update={"light": light})
    return plan


def _other(thing: Thing, number: int, kept: _Kept, place: Place, seed: int) -> Thing:
    """The thing in a colour, of a stuff and in clothes that are not to be avoided."""
    colors = kept.of("color") | {color for color, kind in kept.pairs if kind == thing.kind}
    if colors and choose_color(thing, number, place, seed) in colors:
        free = [color for color in (*thing.nature.colors, *_INSTEAD) if color not in colors]
        if free:
            thing = thing.model_copy(update={"color": free[0], "shade": None})
    stuffs = kept.of("material")
    if stuffs and (thing.material or thing.nature.material) in stuffs:
        thing = thing.model_copy(update={"material": next((s for s in MATERIALS if s not in stuffs), None)})
    return _undressed(thing, kept, colors, seed) if thing.kind == "person" else thing


def _undressed(thing: Thing, kept: _Kept, colors: set[str], seed: int) -> Thing:
    """A person without the clothes, looks and mood that are not to be seen."""
    looks: dict[str, Any] = {} if thing.person is None else thing.person.model_dump(exclude_none=True)
    changed: dict[str, Any] = {}
    for words in kept.words:
        found = feature(words)
        says = doings().get(" ".join(words), {})
        if found is not None and found[1] == len(words):
            looks |= dict(_taken_off(found[0].looks or _plain_looks(words), looks))
            says = {"expression": found[0].expression, "pose": found[0].pose}
        if says.get("expression") and thing.expression in (None, says["expression"]):
            changed["expression"] = "neutral"
        if says.get("pose") and thing.pose in (None, says["pose"]):
            changed["pose"] = "standing"
    if colors:
        usual = drawn(thing.person, seed, thing.id).model_dump()
        free = next((color for color in _INSTEAD if color not in colors), None)
        looks |= {name: free for name in _CLOTHS if free and class_of(usual[name]) in colors}
    changed |= {"person": looks} if looks else {}
    return Thing.model_validate({**thing.model_dump(exclude_none=True), **changed}) if changed else thing


def _plain_looks(words: list[str]) -> dict[str, Any]:
    return {"hair": ""} if "hair" in words else {}


def _taken_off(said: dict[str, Any], looks: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields that a word for clothes or looks sets, each at what is worn instead."""
    for name, value in said.items():
        every = not value or value == name
        if name in _OFF and (every or looks.get(name) in (None, value)):
            yield name, next(other for other in _OFF[name] if other != value)
