"""What the prompt leaves open about place, light and colour, chosen as a photographer with taste would."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from cavendish.plan.chance import between, draw, either, mixed, weighted
from cavendish.plan.clock import height, named
from cavendish.plan.kinds import Kind
from cavendish.plan.lexicon import COLORS, PLACES, Color, Place, Quality, Scheme, Time
from cavendish.plan.schema import Light, Plan, Thing
from cavendish.plan.shades import class_of
from cavendish.plan.stuffs import NATURAL

_Weights = tuple[tuple[Place, float], ...]


def _at(text: str) -> _Weights:
    """Places with weights, from "beach 3, city 1"."""
    pairs = (item.rpartition(" ") for item in text.split(", "))
    return tuple((_PLACED[place], float(weight)) for place, _, weight in pairs)


_PLACED: dict[str, Place] = {place: place for place in PLACES}
_GROUPS: dict[str, _Weights] = {
    group: _at(text)
    for group, text in {
        "tableware": "table 40, kitchen 24, cafe 16, studio 14, living room 6",
        "food": "table 40, kitchen 24, cafe 14, studio 14, park 8",
        "object": "table 30, studio 24, living room 20, office 16, library 10",
        "furniture": "living room 44, studio 26, library 10, office 10, rooftop 5, cafe 5",
        "clothing": "studio 46, living room 32, table 14, street 8",
        "toy": "living room 36, table 24, studio 18, park 14, meadow 8",
        "animal": "meadow 34, park 20, forest 20, mountains 12, village 6, studio 8",
        "person": "park 20, street 14, beach 14, city 10, village 12, meadow 10, lake 8, cafe 6, mountains 6",
        "vehicle": "street 48, city 22, village 14, desert 8, mountains 8",
        "plant": "meadow 32, park 22, living room 14, studio 12, rooftop 10, table 10",
        "building": "meadow 28, mountains 24, village 16, lake 16, forest 16",
    }.items()
}
"""Where the kinds of a group are at home, unless they have homes of their own."""
_OWN: dict[str, str] = {
    "microwave|toaster|oven|refrigerator|sink|kettle|pan|washing machine": "kitchen 1",
    "teapot|knife|jar": "kitchen 5, table 4, studio 1", "wine glass": "cafe 5, table 4, studio 1",
    "toilet|bathtub|hair drier|toothbrush": "studio 1", "couch|rug|pillow|bed|tv|tv remote|piano": "living room 1",
    "lamp|painting|clock|radio": "living room 6, library 3, studio 1", "shelf": "library 6, living room 3, office 1",
    "desk|printer|computer mouse|computer keyboard": "office 8, studio 2", "laptop": "office 6, cafe 3, table 1",
    "dining table": "kitchen 5, living room 3, cafe 2", "stool": "kitchen 4, cafe 4, studio 2",
    "book|globe": "library 7, table 2, office 1", "cell phone|pen|pencil|scissors": "table 4, office 4, studio 2",
    "headphones|camera|key|perfume bottle|handbag": "table 5, studio 4, living room 1",
    "guitar|violin|trumpet|drum|microphone": "studio 4, living room 4, cafe 2", "hammer": "table 7, studio 3",
    "candle": "table 6, living room 3, studio 1", "lantern": "village 4, table 4, forest 2",
    "umbrella": "street 5, beach 3, park 2", "suitcase|backpack": "street 4, rooftop 2, mountains 2, living room 2",
    "sign": "street 4, village 2, meadow 2, park 2", "flag": "rooftop 4, mountains 4, meadow 2",
    "telescope": "rooftop 5, mountains 3, night sky 2", "bucket": "beach 6, meadow 4", "basket": "park 5, meadow 5",
    "traffic light|fire hydrant|stop sign|parking meter|street lamp": "street 7, city 3",
    "mailbox": "village 6, street 4", "bench": "park 8, lake 2", "rock": "mountains 4, desert 3, beach 3",
    "mountain": "mountains 10", "cloud": "mountains 6, meadow 4", "moon|star": "night sky 7, space 3",
    "snowflake|snowman|skis|snowboard|penguin|igloo": "snow 1", "log": "forest 8, lake 2",
    "bonfire": "beach 5, forest 5", "hat|sneaker": "studio 4, living room 3, street 3",
    "boot": "snow 3, forest 4, studio 3",
    "sports ball": "park 6, meadow 3, beach 1", "frisbee|kite|baseball bat|baseball glove": "park 7, meadow 3",
    "tennis racket": "park 1", "skateboard|scooter": "street 6, park 2, city 2", "surfboard": "beach 1",
    "paddle": "lake 6, beach 4", "balloon": "park 4, living room 4, meadow 2", "robot": "city 4, street 3, space 3",
    "dog": "park 4, meadow 3, living room 2, beach 1", "cat": "living room 5, village 3, rooftop 2",
    "rabbit": "meadow 7, forest 3", "sheep|cow|pig|chicken": "meadow 7, village 3",
    "bird": "park 5, forest 3, meadow 2",
    "horse": "meadow 6, mountains 3, beach 1", "elephant|zebra|giraffe|lion": "meadow 7, desert 3",
    "deer|fox|bear|raccoon|squirrel|koala|panda|monkey|tiger": "forest 8, mountains 2",
    "kangaroo": "desert 6, meadow 4",
    "camel|cactus|pyramid": "desert 1", "mouse": "meadow 6, living room 4", "owl": "forest 7, night sky 3",
    "fish|goldfish|shrimp|turtle|whale|octopus": "underwater 1", "duck|swan|flamingo": "lake 1",
    "frog": "lake 7, forest 3", "bee|butterfly|ladybug|snail": "meadow 6, park 4", "dragon": "mountains 8, night sky 2",
    "dinosaur": "forest 6, desert 4", "unicorn": "forest 5, meadow 5", "boat": "lake 8, beach 2",
    "boat dock|bridge": "lake 1", "rocket": "space 8, desert 2", "train": "mountains 5, meadow 5",
    "airplane": "desert 5, meadow 5", "helicopter": "rooftop 5, mountains 5", "tractor|barn|windmill": "meadow 1",
    "bicycle": "park 4, street 4, village 2", "hot air balloon": "mountains 5, meadow 3, desert 2",
    "house": "village 5, meadow 3, mountains 2", "castle": "mountains 7, forest 3", "tent": "forest 5, mountains 5",
    "lighthouse|palm tree": "beach 1", "lattice tower": "city 7, park 3", "church": "village 8, mountains 2",
    "fountain": "park 6, village 4", "wishing well": "village 6, forest 4",
    "mushroom|pine tree": "forest 8, mountains 2",
    "tree": "meadow 7, park 3", "potted plant": "living room 6, table 2, rooftop 2",
    "flower|rose|sunflower|tulip": "meadow 6, park 2, table 2", "pumpkin|watermelon|corn": "meadow 5, table 5",
    "ice cream": "beach 5, park 3, table 2", "hot dog|hamburger|pizza": "cafe 5, table 4, park 1",
}  # fmt: skip
_HOMES: dict[str, _Weights] = {kind: _at(text) for kinds, text in _OWN.items() for kind in kinds.split("|")}
"""Where kinds of their own habits are at home."""
_EMPTY = _at("meadow 3, beach 3, mountains 2, lake 2")
_STRANGE = 0.25
"""How likely a place is where one of the things is not at home, to one where it is."""
_OUT: tuple[tuple[Time, float], ...] = (
    ("golden hour", 0.30), ("noon", 0.40), ("morning", 0.15), ("sunset", 0.09), ("dawn", 0.06),
)  # fmt: skip
_IN: tuple[tuple[Time, float], ...] = (("golden hour", 0.34), ("noon", 0.46), ("morning", 0.20))
_LIT: tuple[tuple[Time, float], ...] = (
    ("golden hour", 0.26), ("noon", 0.36), ("night", 0.16), ("sunset", 0.10), ("blue hour", 0.12),
)  # fmt: skip
HOURS: dict[Place, tuple[tuple[Time, float], ...]] = {
    "studio": (("studio", 1.0),),
    "table": _IN,
    "meadow": _OUT,
    "beach": _OUT,
    "forest": _OUT,
    "street": _LIT,
    "city": _LIT,
    "kitchen": _IN,
    "living room": (*_IN, ("night", 0.2)),
    "library": (*_IN, ("night", 0.3)),
    "office": (("noon", 0.6), ("golden hour", 0.4)),
    "cafe": _LIT,
    "village": _LIT,
    "rooftop": _LIT,
    "park": _OUT,
    "lake": _OUT,
    "desert": _OUT,
    "mountains": _OUT,
    "snow": (("noon", 0.5), ("golden hour", 0.4), ("night", 0.1)),
    "underwater": (("noon", 1.0),),
    "night sky": (("night", 1.0),),
    "space": (("noon", 1.0),),
}
"""The hours that suit each place, with weights."""
_HEIGHTS: dict[Time, tuple[float, float]] = {
    "noon": (46.0, 60.0),
    "golden hour": (13.0, 22.0),
    "night": (34.0, 48.0),
    "studio": (34.0, 50.0),
    "dawn": (7.0, 12.0),
    "morning": (24.0, 36.0),
    "sunset": (6.0, 11.0),
    "blue hour": (30.0, 44.0),
}
_QUALITY: dict[Time, Quality] = {
    "noon": "hard", "golden hour": "hard", "night": "soft", "studio": "soft", "dawn": "soft", "morning": "hard",
    "sunset": "hard", "blue hour": "soft",
}  # fmt: skip


class _Rig(NamedTuple):
    """How lamps or a window stand: hour, degrees to either side of the camera, degrees up, softness, where."""

    time: Time
    side: float
    height: float
    quality: Quality
    place: Place | None = None


_RIGS: dict[Scheme, _Rig] = {
    "softbox": _Rig("studio", 40.0, 42.0, "soft", "studio"),
    "window": _Rig("morning", 78.0, 26.0, "soft", "living room"),
    "rim": _Rig("studio", 146.0, 34.0, "soft", "studio"),
    "rembrandt": _Rig("studio", 52.0, 42.0, "hard", "studio"),
    "neon": _Rig("night", 62.0, 22.0, "soft", None),
    "candle": _Rig("night", 38.0, 14.0, "soft", "table"),
    "warm and cool": _Rig("studio", 64.0, 28.0, "soft", None),
}

_PALETTES: tuple[tuple[Color, ...], ...] = (
    ("red", "white", "blue", "yellow", "orange"),
    ("pink", "white", "blue", "yellow", "red"),
    ("orange", "blue", "white", "yellow", "brown"),
    ("yellow", "purple", "white", "pink", "blue"),
    ("green", "white", "orange", "red", "yellow"),
    ("blue", "yellow", "white", "orange", "pink"),
    ("purple", "orange", "white", "pink", "yellow"),
    ("red", "green", "white", "yellow", "brown"),
    ("blue", "red", "white", "pink", "black"),
    ("pink", "green", "white", "orange", "yellow"),
)
_NAMED: dict[str, Color] = {color: color for color in COLORS}
_CLASH: dict[Place, frozenset[Color]] = {
    "table": frozenset({"brown"}),
    "meadow": frozenset({"green"}),
    "beach": frozenset({"yellow", "brown"}),
    "forest": frozenset({"green", "brown"}),
}


def choose_place(plan: Plan, seed: int) -> Place:
    """A place that suits the largest thing, the others as far as it can, and the light asked for.

    Which of those it is depends on the kinds of things there are, not on how they are.
    """
    if plan.place is not None:
        return plan.place
    rig = _RIGS[plan.light.scheme] if plan.light.scheme is not None else None
    if rig is not None and rig.place is not None:
        return rig.place
    if plan.light.time == "studio" or rig is not None:
        return "studio"
    seed = mixed(seed, "pictured", *sorted({thing.kind for thing in plan.things}))
    if not plan.things:
        return weighted(_EMPTY, seed, "scene", "place")
    kinds = {thing.kind: thing.nature for thing in plan.things}
    lead = max(kinds.values(), key=lambda kind: max(kind.size))
    homes = [_homes(kind) for kind in kinds.values() if kind is not lead]
    options: _Weights = tuple((place, weight * _suits(place, homes)) for place, weight in _homes(lead))
    return weighted(_lit(options, plan.light.time), seed, "scene", "place")


def setting(plan: Plan, place: Place, seed: int) -> int:
    """A seed of its own for what is pictured: the kinds of things and the place, however they are."""
    return mixed(seed, "setting", place, *sorted({thing.kind for thing in plan.things}))


def _homes(kind: Kind) -> _Weights:
    return _HOMES.get(kind.name) or tuple((_PLACED[n], w) for n, w in kind.places) or _GROUPS[kind.group]


def _suits(place: Place, homes: Sequence[_Weights]) -> float:
    """How likely a place is for things that are at home at each of `homes`."""
    return math.prod(1.0 if place in dict(options) else _STRANGE for options in homes)


def _lit(options: _Weights, time: Time | None) -> _Weights:
    """The places of them that the hour suits; those of nothing in particular where it suits none."""
    if time is None:
        return options
    like: Time = "noon" if time in ("dawn", "morning", "sunset") else "night" if time == "blue hour" else time
    near = tuple(item for item in options if like == "noon" or like in {hour for hour, _ in HOURS[item[0]]})
    return tuple(item for item in near if item[0] != "studio") or _EMPTY


def choose_light(light: Light, place: Place, seed: int) -> Light:
    """A key from one side, 36 to 60 degrees off the camera, as high as the hour has it, where left open."""
    rig = _RIGS[light.scheme] if light.scheme is not None else None
    clock = None if light.hour is None else named(light.hour)
    time = light.time or clock or (rig.time if rig else weighted(HOURS[place], seed, "scene", "time"))
    azimuth, elevation = light.azimuth, light.elevation
    if azimuth is None:
        side = rig.side if rig else between(36.0, 60.0, seed, "scene", "key azimuth")
        azimuth = either(seed, "scene", "key side") * side
    if elevation is None:
        drawn = between(*_HEIGHTS[time], seed, "scene", "key height")
        up = light.hour is not None and time not in ("night", "blue hour")
        elevation = round(max(height(light.hour or 0.0), 6.0), 3) if up else rig.height if rig else drawn
    quality = light.quality or (rig.quality if rig else _QUALITY[time])
    told = {"time": time, "azimuth": azimuth, "elevation": elevation, "quality": quality}
    return light.model_copy(update=told)


def choose_color(thing: Thing, number: int, place: Place, seed: int) -> Color:
    """The natural colour; where a kind comes in many, the picture's palette in turn, by the thing's number."""
    if thing.color is not None:
        return thing.color
    kind = thing.nature
    free: list[Color] = [_NAMED[name] for name in kind.colors]
    if not free:
        return next(color for color in COLORS if color == kind.color)
    palette = _PALETTES[int(draw(seed, "scene", "palette") * len(_PALETTES))]
    clear: list[Color] = [color for color in free if color not in _CLASH.get(place, frozenset())] or free
    best: list[Color] = [color for color in palette if color in clear] or clear
    return best[(int(draw(seed, "scene", "first colour") * len(best)) + number) % len(best)]


def natural(thing: Thing) -> Thing:
    """The thing in the colour of what it is said to be made of, or grows of, where none is named."""
    shade = NATURAL.get(thing.material) if thing.material is not None else _GROWN.get(thing.kind)
    if shade is None or thing.color is not None or thing.kind == "person":
        return thing
    return thing.model_copy(update={"shade": shade, "color": class_of(shade)})


_GROWN = {"rock": "stone", "mountain": "granite"}
"""Exact colours of what is found rather than made, where no stuff is named."""
