"""What weather and season do to a place: its light, its ground, its leaves, its air. Indoors they do nothing."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cavendish.plan.lexicon import Place, Season, Weather
from cavendish.world.grounds import Ground, octave
from cavendish.world.light import Light
from cavendish.world.sites import AUTUMN, GREENS, SITES, Vec3

F32 = npt.NDArray[np.float32]
SNOW: Vec3 = (0.80, 0.83, 0.88)
_BLOSSOM: tuple[Vec3, ...] = ((0.72, 0.36, 0.42), (0.80, 0.56, 0.60), (0.085, 0.190, 0.030))
_FALL: tuple[Vec3, ...] = (AUTUMN[0], AUTUMN[1], (0.42, 0.10, 0.025), (0.46, 0.27, 0.04))
_FROST: tuple[Vec3, ...] = ((0.58, 0.62, 0.66), (0.66, 0.69, 0.72), (0.50, 0.55, 0.58))
_SNOWED = frozenset(("grass", "litter", "cobble"))  # grounds that winter covers
_RUNS_OFF = frozenset(
    ("dunes", "snow", "seabed", "dust", "shore")
)  # grounds on which rain stands in no puddle


@dataclass(frozen=True)
class Sky:
    """A weather: the key light's and the fill's share of a clear day's, how grey they are, the key's width, the air.

    `wide` is in degrees; `fog` is added to the place's own; `bright` is the overcast sky's share of the fill.
    """

    key: float
    fill: float
    grey: float
    wide: float
    fog: float
    bright: float


SKIES: dict[Weather, Sky] = {
    "clear": Sky(1.0, 1.0, 0.0, 0.0, 0.0, 0.0),
    "overcast": Sky(0.50, 1.55, 0.85, 16.0, 0.006, 0.95),
    "rain": Sky(0.45, 1.65, 0.88, 18.0, 0.020, 0.80),
    "fog": Sky(0.36, 1.50, 0.80, 18.0, 0.090, 1.00),
    "snowfall": Sky(0.46, 1.50, 0.85, 17.0, 0.022, 1.05),
}


def outdoors(place: Place | None) -> bool:
    """Whether there is weather at a place."""
    site = SITES[place or "studio"]
    return site.sky not in ("room", "sweep") and site.air is None


def under(light: Light, weather: Weather | None) -> Light:
    """The light of a clear hour as the weather lets it through; the same where there is no weather."""
    if weather in (None, "clear") or not outdoors(light.place):
        return light
    sky = SKIES[weather]
    key, fill = _greyed(light.key_color, sky.grey) * sky.key, _greyed(light.sky, sky.grey) * sky.fill
    cloud = float(fill.mean()) * 1.1 * sky.bright * np.array((0.97, 1.0, 1.04), np.float32)
    return replace(
        light,
        key_color=key,
        key_radius=max(light.key_radius, float(np.radians(sky.wide))),
        sky=fill,
        ground=light.ground * (0.5 * sky.key + 0.5 * sky.fill),
        rim_color=_greyed(light.rim_color, sky.grey) * 0.6,
        horizon=cloud * 1.08,
        zenith=cloud * 0.88,
        fog=light.fog + sky.fog,
    )


def air_of(light: Light, weather: Weather | None) -> tuple[Vec3, float, str] | None:
    """The air's colour (linear, as it is seen), its fog a stage unit, and what falls through it; None in clear air."""
    if weather not in _AIRS or not outdoors(light.place):
        return None
    seen = light.horizon * light.exposure
    seen = seen / (1 + 0.35 * seen)
    return (float(seen[0]), float(seen[1]), float(seen[2])), *_AIRS[weather]


_AIRS: dict[Weather | None, tuple[float, str]] = {
    "rain": (0.014, "rain"),
    "fog": (0.10, ""),
    "snowfall": (0.022, "snow"),
}


def _greyed(color: F32, share: float) -> F32:
    luminance = float(color @ np.array((0.2126, 0.7152, 0.0722), np.float32))
    return (color * (1 - share) + luminance * share).astype(np.float32)


def ground_named(name: str, place: Place | None, weather: Weather | None, season: Season | None) -> str:
    """The ground's name, covered with snow in winter and where snow falls."""
    covered = outdoors(place) and (season == "winter" or weather == "snowfall")
    return "snow" if covered and name in _SNOWED else name


def wetted(ground: Ground, name: str, x: F32, z: F32, footprint: F32) -> Ground:
    """Ground in the rain: darker and smoother, with puddles where it lies low."""
    low = octave(x * 0.55, np.zeros_like(x), z * 0.9, 301, footprint) + 0.35 * octave(
        x * 1.7, np.zeros_like(x), z * 2.3, 302, footprint * 2
    )
    puddle = (
        np.clip((low - 0.18) / 0.10, 0, 1).astype(np.float32) if name not in _RUNS_OFF else np.zeros_like(x)
    )
    smooth = puddle[:, None]
    flat = np.zeros_like(ground.normal)
    flat[:, 1] = 1.0
    normal = ground.normal * (1 - smooth) + flat * smooth
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    rough = ground.rough * 0.55 * (1 - puddle) + 0.06 * puddle
    base = ground.base * (0.62 - 0.22 * smooth)
    coat = np.maximum(ground.coat, 0.30 + 0.65 * puddle)
    return Ground(*(a.astype(np.float32) for a in (base, rough, normal, coat)))


def leafed(color: Vec3, draw: float, season: Season | None) -> Vec3:
    """A leaf's colour in its season; `draw` in 0..1 chooses among a season's. What is no leaf stays as it is."""
    if season in (None, "summer") or color not in (*GREENS, *AUTUMN):
        return color
    palette = {"autumn": _FALL, "winter": _FROST, "spring": (*_BLOSSOM, color)}[season]
    return palette[min(int(draw * len(palette)), len(palette) - 1)]


def shape_named(name: str, weather: Weather | None, season: Season | None) -> str:
    """The scenery's shape, snowed on in winter where it has such a one."""
    return "snowy pine" if name == "pine" and (season == "winter" or weather == "snowfall") else name
