"""What the prompt leaves open about place, light and colour, chosen as a photographer with taste would."""

from cavendish.plan.chance import between, draw, either, weighted
from cavendish.plan.lexicon import COLORS, KINDS, PLACES, Color, Place, Quality, Time
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
_TIMES: dict[Place, tuple[tuple[Time, float], ...]] = {
    "studio": (("studio", 1.0),),
    "table": (("golden hour", 0.62), ("noon", 0.38)),
    "meadow": (("golden hour", 0.60), ("noon", 0.40)),
    "beach": (("golden hour", 0.60), ("noon", 0.40)),
}
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
    "studio": frozenset(),
    "table": frozenset({"brown"}),
    "meadow": frozenset({"green"}),
    "beach": frozenset({"yellow", "brown"}),
}


def choose_place(plan: Plan, seed: int) -> Place:
    """A place that suits the largest thing and the light asked for."""
    if plan.place is not None:
        return plan.place
    if plan.light.time == "studio":
        return "studio"
    if not plan.things:
        return weighted(_EMPTY, seed, "scene", "place")
    lead = max(plan.things, key=lambda thing: max(KINDS[thing.kind].size)).kind
    own = tuple((_PLACED[name], weight) for name, weight in KINDS[lead].places)
    options: tuple[tuple[Place, float], ...] = own or _PLACES[KINDS[lead].group]
    if plan.light.time is not None:
        options = tuple(option for option in options if option[0] != "studio") or _EMPTY
    return weighted(options, seed, "scene", "place")


def choose_light(light: Light, place: Place, seed: int) -> Light:
    """A key from one side, 36 to 60 degrees off the camera, as high as the hour has it, where left open."""
    time = light.time or weighted(_TIMES[place], seed, "scene", "time")
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
    kind = KINDS[thing.kind]
    free: list[Color] = [_NAMED[name] for name in kind.colors]
    if not free:
        return next(color for color in COLORS if color == kind.color)
    palette = _PALETTES[int(draw(seed, "scene", "palette") * len(_PALETTES))]
    clear: list[Color] = [color for color in free if color not in _CLASH[place]] or free
    best: list[Color] = [color for color in palette if color in clear] or clear
    return best[(int(draw(seed, "scene", "first colour") * len(best)) + number) % len(best)]
