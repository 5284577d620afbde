"""What the prompt leaves open about place, light and colour, chosen as a photographer with taste would."""

from cavendish.plan.chance import between, draw, either, weighted
from cavendish.plan.kinds import Kind
from cavendish.plan.lexicon import COLORS, PLACES, Color, Place, Quality, Time
from cavendish.plan.schema import Light, Plan, Thing

_PLACES: dict[str, tuple[tuple[Place, float], ...]] = {
    "tableware": (("table", 0.62), ("studio", 0.34), ("beach", 0.04)),
    "food": (("table", 0.60), ("studio", 0.34), ("meadow", 0.06)),
    "object": (("table", 0.45), ("studio", 0.45), ("beach", 0.05), ("meadow", 0.05)),
    "furniture": (("studio", 0.75), ("table", 0.05), ("meadow", 0.10), ("beach", 0.10)),
    "clothing": (("table", 0.45), ("studio", 0.50), ("beach", 0.05)),
    "toy": (("table", 0.35), ("studio", 0.30), ("meadow", 0.20), ("beach", 0.15)),
    "animal": (("meadow", 0.60), ("studio", 0.22), ("beach", 0.18)),
    "person": (("meadow", 0.40), ("beach", 0.30), ("studio", 0.30)),
    "vehicle": (("meadow", 0.34), ("studio", 0.38), ("beach", 0.28)),
    "plant": (("studio", 0.34), ("meadow", 0.40), ("table", 0.20), ("beach", 0.06)),
    "building": (("meadow", 0.70), ("beach", 0.30)),
}
_EMPTY: tuple[tuple[Place, float], ...] = (("meadow", 0.5), ("beach", 0.3), ("table", 0.2))
AWAY = 0.3
"""How often a thing that nobody placed is farther from home than the four oldest places."""
_AWAY: dict[str, tuple[tuple[Place, float], ...]] = {
    "tableware": (("kitchen", 0.5), ("cafe", 0.3), ("living room", 0.2)),
    "food": (("kitchen", 0.6), ("cafe", 0.3), ("park", 0.1)),
    "object": (("office", 0.3), ("library", 0.2), ("living room", 0.3), ("rooftop", 0.1), ("cafe", 0.1)),
    "furniture": (("living room", 0.5), ("library", 0.15), ("office", 0.15), ("cafe", 0.1), ("rooftop", 0.1)),
    "clothing": (("living room", 0.6), ("street", 0.2), ("office", 0.2)),
    "toy": (("living room", 0.45), ("park", 0.3), ("library", 0.1), ("snow", 0.15)),
    "animal": (("forest", 0.4), ("park", 0.25), ("mountains", 0.15), ("lake", 0.1), ("desert", 0.1)),
    "person": (("park", 0.2), ("street", 0.2), ("city", 0.1), ("village", 0.15), ("cafe", 0.1), ("lake", 0.1),
               ("mountains", 0.15)),
    "vehicle": (("street", 0.5), ("city", 0.2), ("village", 0.1), ("desert", 0.1), ("mountains", 0.1)),
    "plant": (("living room", 0.3), ("park", 0.3), ("forest", 0.2), ("rooftop", 0.2)),
    "building": (("mountains", 0.4), ("forest", 0.3), ("lake", 0.15), ("snow", 0.15)),
}  # fmt: skip
_HOMES: dict[str, tuple[tuple[Place, float], ...]] = {
    "penguin": (("snow", 1.0),), "snowman": (("snow", 1.0),), "skis": (("snow", 1.0),),
    "snowboard": (("snow", 1.0),), "fish": (("underwater", 0.9), ("lake", 0.1)), "turtle": (("underwater", 1.0),),
    "octopus": (("underwater", 1.0),),
    "whale": (("underwater", 1.0),), "boat": (("lake", 1.0),), "duck": (("lake", 1.0),),
    "camel": (("desert", 1.0),), "cactus": (("desert", 1.0),), "rocket": (("space", 0.8), ("night sky", 0.2)),
    "robot": (("space", 0.4), ("city", 0.3), ("street", 0.3)), "bear": (("forest", 0.7), ("mountains", 0.3)),
    "owl": (("night sky", 0.5), ("forest", 0.5)), "car": (("street", 0.6), ("city", 0.2), ("village", 0.2)),
    "stop sign": (("street", 1.0),), "fire hydrant": (("street", 1.0),), "traffic light": (("street", 1.0),),
    "parking meter": (("street", 1.0),), "bench": (("park", 1.0),), "kite": (("park", 1.0),),
    "frisbee": (("park", 1.0),), "wine glass": (("cafe", 1.0),), "laptop": (("office", 0.7), ("cafe", 0.3)),
    "refrigerator": (("kitchen", 1.0),), "oven": (("kitchen", 1.0),), "toaster": (("kitchen", 1.0),),
    "couch": (("living room", 1.0),), "tv": (("living room", 1.0),), "lamp": (("living room", 0.7), ("library", 0.3)),
    "book": (("library", 0.8), ("office", 0.2)), "castle": (("mountains", 0.5), ("night sky", 0.2), ("forest", 0.3)),
    "house": (("village", 0.3), ("mountains", 0.4), ("snow", 0.3)), "mushroom": (("forest", 1.0),),
    "umbrella": (("street", 0.6), ("cafe", 0.4)), "horse": (("mountains", 0.6), ("park", 0.4)),
}  # fmt: skip
"""Where kinds of their own habits are at home, away from the four oldest places."""
_OUT: tuple[tuple[Time, float], ...] = (("golden hour", 0.60), ("noon", 0.40))
_IN: tuple[tuple[Time, float], ...] = (("golden hour", 0.62), ("noon", 0.38))
_LIT: tuple[tuple[Time, float], ...] = (("golden hour", 0.45), ("noon", 0.30), ("night", 0.25))
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
}
_QUALITY: dict[Time, Quality] = {"noon": "hard", "golden hour": "hard", "night": "soft", "studio": "soft"}

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
_PLACED: dict[str, Place] = {place: place for place in PLACES}
_CLASH: dict[Place, frozenset[Color]] = {
    "table": frozenset({"brown"}),
    "meadow": frozenset({"green"}),
    "beach": frozenset({"yellow", "brown"}),
    "forest": frozenset({"green", "brown"}),
}


def choose_place(plan: Plan, seed: int) -> Place:
    """A place that suits the largest thing and the light asked for."""
    if plan.place is not None:
        return plan.place
    if plan.light.time == "studio":
        return "studio"
    if not plan.things:
        return weighted(_EMPTY, seed, "scene", "place")
    lead = max((thing.nature for thing in plan.things), key=lambda kind: max(kind.size))
    away = _away(lead, plan.light.time)
    if away and draw(seed, "scene", "away") < AWAY:
        return weighted(away, seed, "scene", "far place")
    own: tuple[tuple[Place, float], ...] = tuple((_PLACED[name], weight) for name, weight in lead.places)
    options: tuple[tuple[Place, float], ...] = own or _PLACES[lead.group]
    if plan.light.time is not None:
        options = tuple(option for option in options if option[0] != "studio") or _EMPTY
    return weighted(options, seed, "scene", "place")


def _away(lead: Kind, time: Time | None) -> tuple[tuple[Place, float], ...]:
    """Places beyond the four oldest that suit a kind of thing at an hour."""
    options = _HOMES[lead.name] if lead.name in _HOMES else _AWAY[lead.group]
    return tuple(
        (place, weight)
        for place, weight in options
        if place in _PLACED and (time is None or time in {hour for hour, _ in HOURS[place]} or time == "noon")
    )


def choose_light(light: Light, place: Place, seed: int) -> Light:
    """A key from one side, 36 to 60 degrees off the camera, as high as the hour has it, where left open."""
    time = light.time or weighted(HOURS[place], seed, "scene", "time")
    azimuth, elevation = light.azimuth, light.elevation
    if azimuth is None:
        azimuth = either(seed, "scene", "key side") * between(36.0, 60.0, seed, "scene", "key azimuth")
    if elevation is None:
        elevation = between(*_HEIGHTS[time], seed, "scene", "key height")
    quality = light.quality or _QUALITY[time]
    return Light(time=time, azimuth=azimuth, elevation=elevation, quality=quality)


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
